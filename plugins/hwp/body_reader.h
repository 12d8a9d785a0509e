// The body of a HWP document: paragraphs, tables, and fields of its sections, in the order of reading.
#pragma once

#include "core/document.h"
#include "core/format.h"

#include "records.h"

#include <QHash>

namespace naru::hwp {

// Reads sections into a document as the HWPX reader reads theirs: text boxes stand behind the paragraph that holds
// them; headers, footers, notes, and comments stand at the end of their section, and their style says what they are.
class BodyReader {
public:
    // REQUIRES: the document and the styles outlive the reader.
    BodyReader(Document &document, const QHash<int, QString> &styles, const ReadLimits &limits);

    // `part` is the name of the stream and begins every address: "BodyText/Section0!p[12]".
    Status readSection(const QString &part, const QByteArray &stream);

private:
    // A list of paragraphs that is being read: a section, a cell, a text box, or a note.
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
        QList<int> controls; // records
        qsizetype nextControl = 0;
        QList<Block> shapes; // text boxes
        int boxes = 0;
        int asides = 0;
        int serial = 0;
        bool hasTable = false;
    };
    struct OpenField {
        quint32 kind = 0;
        FormField field;
        bool isDirty = false;
        qsizetype start = 0; // in the text of the paragraph `serial`
        int serial = 0;
    };

    // The paragraphs among the records [from, to), which are neighbours.
    void readFlow(Flow &flow, int from, int to);
    void readParagraph(Flow &flow, int paragraph);
    void readText(Flow &flow, Line &line, Body text);
    void readCharacter(Line &line, ushort unit);
    void readControl(Flow &flow, Line &line, int control);
    void readShape(Line &line, int control);
    void readTextBox(Line &line, int list, int to);
    void readAside(Line &line, int control, const QString &kind);
    void readNumber(Line &line, Body control);
    void readEquation(Line &line, int control);
    void readCheckbox(const Line &line, int control);
    void readTable(Flow &flow, Line &line, int control);
    void readCell(Table &table, int list, int to);
    QString readCaption(int list, int to);

    void beginField(const Line &line, int control);
    void endField(Line &line, quint32 kind);
    void append(Line &line, QStringView text);
    void flush(Flow &flow, Line &line) const;
    void refuse(const Error &error);
    // The control that the next mark in the text stands for, -1 where there is none.
    int take(Line &line, quint32 kind) const;
    // The first record of that tag inside of the given one, -1 where there is none.
    int find(int record, Tag tag) const;
    // The first record from `from` on, among neighbours, that is a list, or `to`.
    int nextList(int from, int to) const;

    Document &m_document;
    const QHash<int, QString> &m_styles;
    ReadLimits m_limits;
    Records m_records; // of the section that is being read
    QList<OpenField> m_open;
    QList<Block> m_asides;
    int m_serial = 0;
    qint64 m_cells = 0;
    std::optional<Error> m_refusal;
};

} // namespace naru::hwp
