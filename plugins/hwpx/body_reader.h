// The body of a HWPX document: paragraphs, tables, and fields of its sections, in the order of reading.
#pragma once

#include "core/document.h"
#include "core/format.h"

#include <QHash>

namespace naru {
class SafeXml;
}

namespace naru::hwpx {

// Reads sections into a document. Text boxes stand behind the paragraph that holds them; headers, footers, notes, and
// comments stand at the end of their section, and their style says what they are. Deleted text is left out.
class BodyReader {
public:
    // REQUIRES: the document and the styles outlive the reader.
    BodyReader(Document &document, const QHash<QString, QString> &styles, const ReadLimits &limits);

    // `part` is the name of the entry and begins every address: "Contents/section0.xml!p[12]".
    Status readSection(const QString &part, const QByteArray &xml);

private:
    // A list of paragraphs that is being read: a section, a cell, or a text box. Addresses in cells are relative until
    // the cell says where it stands, which it does after its content.
    struct Flow {
        QString base;
        QString style; // of all its paragraphs; empty: each has its own
        int paragraphs = 0;
        int tables = 0;
        bool hasShapes = false;
        QList<Block> blocks = {};
    };
    struct Line {
        QString text;
        QString style;
        QString address;
        QList<Block> shapes; // text boxes stand behind the paragraph that holds them
        int boxes = 0;
        int asides = 0;
        int serial = 0;
        bool hasTable = false;
    };
    struct OpenField {
        QString id;
        FormField field;
        bool isDirty = false;
        qsizetype start = 0; // in the text of the paragraph `serial`
        int serial = 0;
    };

    // To the next child of the current element, or to its end.
    bool nextChild();
    void refuse(const QString &text, const QString &code);

    // Each is called at the start of its element and leaves the reader at its end.
    void readFlow(Flow &flow);
    void readParagraph(Flow &flow);
    void readRun(Flow &flow, Line &line);
    void readObject(Flow &flow, Line &line);
    void readText(Line &line);
    void readControl(Line &line);
    void readSwitch(Flow &flow, Line &line);
    void readShape(Line &line);
    void readTextBox(Line &line);
    void readAside(Line &line, const QString &kind);
    void readNumber(Line &line);
    void readEquation(Line &line);
    void readComposed(Line &line);
    void readRuby(Line &line);
    void readCheckbox(const Line &line);
    void readTable(Flow &flow, Line &line);
    QString readCaption();
    void readRow(Table &table, int row);
    Cell readCell(const Table &table, int row, int column);

    void readMark(Line &line);
    void beginField(const Line &line);
    void endField(Line &line, const QString &id);
    void append(Line &line, QStringView text);
    void flush(Flow &flow, Line &line) const;
    void takeContent(Cell &cell, Flow &content);

    Document &m_document;
    const QHash<QString, QString> &m_styles;
    ReadLimits m_limits;
    SafeXml *m_xml = nullptr; // of the section that is being read
    QList<OpenField> m_open;
    QList<Block> m_asides;
    int m_serial = 0;
    int m_deleting = 0; // depth of tracked deletions
    bool m_hasDeletions = false;
    qint64 m_cells = 0;
    std::optional<Error> m_refusal;
};

} // namespace naru::hwpx
