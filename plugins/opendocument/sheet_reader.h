// Reads the sheets of an OpenDocument spreadsheet as content.xml streams by, and notes what they say beside their
// cells.
#pragma once

#include "core/format.h"
#include "core/spreadsheet.h"
#include "core/xml_scanner.h"
#include "core/zip_archive.h"

#include "cell_value.h"
#include "text_run.h"

#include <QMap>
#include <QSet>

namespace naru::opendocument {

// Rows or columns, 0-based.
struct Stretch {
    int first = 0;
    int last = 0;
};

// What is odd in a sheet: by code, how often and where first. One diagnostic each, however many cells.
struct Oddity {
    qint64 count = 0;
    QString first;
};

struct SheetNotes {
    QList<Stretch> hiddenRows;
    QList<Stretch> hiddenColumns;
    QMap<QString, Oddity> oddities;
};

struct SheetCell {
    StreamCell cell;
    int rowSpan = 1;
    int columnSpan = 1;
    bool isCovered = false; // by a merged cell
};

class SheetVisitor {
public:
    virtual ~SheetVisitor() = default;
    // False to leave the sheet out.
    virtual bool beginSheet(const QString &name, bool hidden) = 0;
    // By row and column; cells that hold nothing come only if they span. False to stop.
    virtual bool cell(const SheetCell &cell) = 0;
    // False to stop.
    virtual bool endSheet(const SheetNotes &notes) = 0;
};

class SheetReader : public XmlVisitor {
public:
    // REQUIRES: the visitor outlives the reader.
    SheetReader(SheetVisitor &visitor, const ReadLimits &limits);

    // Reads content.xml. Invalid with "limit.cells" where repetitions make more cells than the limit.
    Status read(const ZipReader &zip);
    qint64 cells() const { return m_cells; } // that hold something, of the sheets that were not left out

    void start(const XmlTag &tag) override;
    void end(QByteArrayView localName) override;
    void text(QByteArrayView piece) override;

private:
    void startStyle(const XmlTag &tag);
    void startTable(const XmlTag &tag);
    void startColumn(const XmlTag &tag);
    void startRow(const XmlTag &tag);
    void startCell(const XmlTag &tag);
    void startInCell(const XmlTag &tag);
    void endCell();
    void endRow();
    bool emitRow(int row);
    void note(const QString &code, int row, int column);
    void refuse(const QString &text, const QString &code);

    SheetVisitor &m_visitor;
    ReadLimits m_limits;
    XmlScanner m_scanner;
    std::optional<Error> m_refusal;
    QSet<QString> m_hiddenStyles;
    QString m_style; // of the tables, that is being read
    SheetNotes m_notes;
    qint64 m_cells = 0;
    int m_depth = 0;
    int m_skipping = 0; // the depth of an element whose content does not count, 0 outside
    int m_tableDepth = 0; // 0 outside
    int m_cellDepth = 0; // 0 outside
    bool m_isLeftOut = false;
    int m_row = 0;
    int m_rowRepeats = 1;
    int m_column = 0;
    int m_nextColumn = 0; // of <table-column>
    int m_cellRepeats = 1;
    SheetCell m_cell;
    ValueAttributes m_attributes;
    QList<SheetCell> m_rowCells;
    TextRun m_run;
    QStringList m_paragraphs;
    bool m_inParagraph = false;
    qint64 m_textSize = 0; // of all cells, that blanks by the count may blow up
};

} // namespace naru::opendocument
