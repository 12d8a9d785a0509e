// The body of an OpenDocument text: paragraphs, lists, tables, and fields, in the order of reading.
#pragma once

#include "core/document.h"
#include "core/format.h"
#include "core/safe_xml.h"

#include "text_run.h"

#include <QHash>

namespace naru::opendocument {

// Text boxes stand behind the paragraph that holds them; notes and comments stand at the end, headers and footers
// behind them, and their style says what they are. Deleted text and hidden sections are left out.
class TextReader {
public:
    // REQUIRES: the document outlives the reader.
    TextReader(Document &document, const ReadLimits &limits);

    Status readContent(const QByteArray &xml);
    // The headers and footers of styles.xml.
    Status readPageStyles(const QByteArray &xml);

private:
    // A list of paragraphs that is being read: the body, a cell, a text box, or a note.
    struct Flow {
        QString base;
        QString style; // of all its paragraphs; empty: each has its own
        double confidence = 1;
        int paragraphs = 0;
        int tables = 0;
        bool hasShapes = false;
        QList<Block> blocks = {};
    };
    struct Field {
        FormField field;
        qsizetype start = 0; // in the text
        int depth = 0;
        bool isPrompt = false; // what stands there is no value
    };
    struct Line {
        TextRun run;
        QString address;
        QList<Block> shapes;
        QList<Field> fields; // open ones
        int boxes = 0;
        int asides = 0;
    };
    struct Grid {
        int columnsTold = 0;
        int row = 0;
        int column = 0;
        bool inHeader = false;
    };

    // To the next child of the current element, or to its end.
    bool nextChild();
    void refuse(const QString &text, const QString &code);

    // Each is called at the start of its element and leaves the reader at its end.
    void readStyle();
    void readFlow(Flow &flow);
    void readFrame(Flow &flow);
    void readParagraph(Flow &flow);
    void readInline(Line &line);
    void readElement(Line &line);
    void readShape(Line &line);
    void readAside(Line &line, const QString &kind);
    void readTable(Flow &flow);
    void readRows(Table &table, Grid &grid);
    void readRow(Table &table, Grid &grid);
    void readCell(Table &table, Grid &grid, int times);
    void beginField(Line &line);
    void endFields(Line &line, int depth);
    QString styleOf(const QString &name) const;

    Document &m_document;
    ReadLimits m_limits;
    SafeXml *m_xml = nullptr; // of the part that is being read
    QHash<QString, QString> m_parents; // automatic style -> the named one
    QList<Block> m_asides;
    qint64 m_cells = 0;
    std::optional<Error> m_refusal;
};

} // namespace naru::opendocument
