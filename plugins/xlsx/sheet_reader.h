// Reads the cells of one sheet as they stream by, and notes what it says beside them.
#pragma once

#include "core/format.h"
#include "core/xml_scanner.h"

#include "shared_strings.h"
#include "workbook.h"

#include <QMap>

namespace naru {

struct CellRange {
    int top = 0;
    int left = 0;
    int bottom = 0;
    int right = 0;
};

// What is odd in a sheet: by code, how often and where first. One diagnostic each, however many cells.
struct Oddity {
    qint64 count = 0;
    QString first;
};

struct SheetNotes {
    QList<CellRange> merges;
    QList<CellRange> hidden; // rows or columns in a row, over the whole sheet
    QMap<QString, Oddity> oddities;
};

class SheetReader : public XmlVisitor {
public:
    // Takes a cell that has a value; false to stop.
    using Take = std::function<bool(const StreamCell &cell)>;

    // REQUIRES: the references outlive the reader.
    SheetReader(const Workbook &workbook, const SharedStrings &strings, const Take &take, qint64 mostCells);

    // Reads the sheet from the archive. Invalid with "limit.cells" after `mostCells`.
    Status read(const ZipReader &zip, const Sheet &sheet);
    const SheetNotes &notes() const { return m_notes; }
    qint64 cells() const { return m_cells; }
    bool wasStopped() const { return m_wasStopped; }

    void start(const XmlTag &tag) override;
    void end(QByteArrayView localName) override;
    void text(QByteArrayView piece) override;

private:
    enum class Type { Number, Shared, Text, Inline, Flag, Fault, Iso };
    enum class Part { None, Value, Formula, Inline };

    void startPart(const XmlTag &tag);
    void startRow(const XmlTag &tag);
    void startCell(const XmlTag &tag);
    void startInCell(const XmlTag &tag);
    void endCell();
    bool settle(StreamCell &cell);
    bool settleNumber(StreamCell &cell);
    bool settleShared(StreamCell &cell);
    bool settleWord(StreamCell &cell, const QString &text);
    bool settleUncached(StreamCell &cell);
    void hide(int first, int last, bool rows);
    void note(const QString &code);

    const Workbook &m_workbook;
    const SharedStrings &m_strings;
    const Take &m_take;
    qint64 m_most;
    XmlScanner m_scanner;
    SheetNotes m_notes;
    Status m_status;
    qint64 m_cells = 0;
    int m_depth = 0;
    int m_phonetic = 0; // the depth of <rPh>, 0 outside
    int m_row = -1;
    int m_column = -1;
    const NumberFormat *m_format = nullptr;
    Type m_type = Type::Number;
    Part m_part = Part::None;
    bool m_inRows = false;
    bool m_inCell = false;
    bool m_hasValue = false;
    bool m_hasFormula = false;
    bool m_wasStopped = false;
    QByteArray m_value;
    QByteArray m_formula;
};

// "A1:C2", "A1"; nothing if it is no range.
std::optional<CellRange> cellRange(QByteArrayView text);

} // namespace naru
