// section0.xml of a written document.
#pragma once

#include "core/document.h"

namespace naru::hwpx {

struct TableLayout;

class BodyWriter {
public:
    Result<QByteArray> section(const Document &document);

private:
    void writeBlocks(const QList<Block> &blocks, int width, bool isNested);
    void writeParagraph(const Paragraph &paragraph);
    void writeTable(const Table &table, int width, bool isNested);
    void writeCell(const Cell &cell, const TableLayout &layout);
    void writeLines(const QString &text, int paragraph, int letter);
    void writeCaption(const QString &caption, int width);
    void append(QStringView markup, int value);
    void openParagraph(int style, int paragraph);
    void openRun(int letter);
    void writeText(QStringView text);

    QString m_xml;
    int m_paragraphs = 0;
    int m_tables = 0;
    std::optional<Error> m_refusal;
};

} // namespace naru::hwpx
