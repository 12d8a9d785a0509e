#include "sheet_reader.h"

#include "cell_value.h"
#include "sheet_part.h"

namespace naru {

namespace {

// Depths of the elements of a sheet: worksheet, sheetData, row, c, and what is in it.
constexpr int partDepth = 2;
constexpr int rowDepth = 3;
constexpr int cellDepth = 4;
constexpr int contentDepth = 5;

const NumberFormat general;

} // namespace

SheetReader::SheetReader(const Workbook &workbook, const SharedStrings &strings, const Take &take, qint64 mostCells)
    : m_workbook(workbook)
    , m_strings(strings)
    , m_take(take)
    , m_most(mostCells)
    , m_scanner(this, partLimits())
{
}

Status SheetReader::read(const ZipReader &zip, const Sheet &sheet)
{
    const Status scanned = scanPart(zip, sheet.part, m_scanner);
    return m_status ? scanned : m_status;
}

void SheetReader::start(const XmlTag &tag)
{
    ++m_depth;
    if (m_inCell)
        startInCell(tag);
    else if (m_inRows && m_depth == cellDepth && tag.localName == "c")
        startCell(tag);
    else if (m_inRows && m_depth == rowDepth && tag.localName == "row")
        startRow(tag);
    else if (!m_inRows)
        startPart(tag);
}

void SheetReader::startPart(const XmlTag &tag)
{
    if (m_depth == partDepth && tag.localName == "sheetData") {
        m_inRows = true;
    } else if (m_depth == rowDepth && tag.localName == "mergeCell") {
        if (const std::optional<CellRange> range = cellRange(tag.raw("ref")))
            m_notes.merges.append(*range);
    } else if (m_depth == rowDepth && tag.localName == "col") {
        const QByteArrayView hidden = tag.raw("hidden");
        if (hidden == "1" || hidden == "true")
            hide(tag.raw("min").toInt() - 1, tag.raw("max").toInt() - 1, false);
    }
}

void SheetReader::startRow(const XmlTag &tag)
{
    bool good = false;
    const int row = tag.raw("r").toInt(&good);
    m_row = good && row > 0 && row <= mostRows ? row - 1 : m_row + 1;
    m_column = -1;
    const QByteArrayView hidden = tag.raw("hidden");
    if (hidden == "1" || hidden == "true")
        hide(m_row, m_row, true);
}

void SheetReader::startCell(const XmlTag &tag)
{
    m_inCell = true;
    m_hasValue = m_hasFormula = false;
    m_value.resize(0);
    m_formula.resize(0);
    // A cell without an address continues the row.
    const std::optional<CellPlace> place = cellPlace(tag.raw("r"));
    m_column = place ? place->column : m_column + 1;
    if (place)
        m_row = place->row;
    const QByteArrayView type = tag.raw("t");
    m_type = type.isEmpty() || type == "n" ? Type::Number
             : type == "s"                 ? Type::Shared
             : type == "str"               ? Type::Text
             : type == "inlineStr"         ? Type::Inline
             : type == "b"                 ? Type::Flag
             : type == "e"                 ? Type::Fault
             : type == "d"                 ? Type::Iso
                                           : Type::Text;
    const int style = tag.raw("s").toInt();
    m_format = style >= 0 && style < m_workbook.styles.size() ? &m_workbook.styles.at(style) : &general;
}

void SheetReader::startInCell(const XmlTag &tag)
{
    if (m_depth == contentDepth) {
        m_part = tag.localName == "v" ? Part::Value : tag.localName == "f" ? Part::Formula : Part::None;
        m_hasValue = m_hasValue || m_part == Part::Value;
        m_hasFormula = m_hasFormula || m_part == Part::Formula;
    } else if (tag.localName == "rPh") {
        m_phonetic = m_depth;
    } else if (tag.localName == "t" && !m_phonetic) {
        m_part = Part::Inline;
    }
}

void SheetReader::end(QByteArrayView)
{
    m_part = Part::None;
    if (m_phonetic == m_depth)
        m_phonetic = 0;
    if (m_inCell && m_depth == cellDepth)
        endCell();
    else if (m_depth == partDepth)
        m_inRows = false;
    --m_depth;
}

void SheetReader::text(QByteArrayView piece)
{
    if (m_part == Part::Formula)
        m_formula.append(piece);
    else if (m_part != Part::None)
        m_value.append(piece);
}

void SheetReader::endCell()
{
    m_inCell = false;
    if (m_column >= mostColumns || m_row < 0 || m_row >= mostRows) {
        note(u"xlsx.beyondSheet"_s);
        return;
    }
    StreamCell cell;
    cell.row = m_row;
    cell.column = m_column;
    if (!settle(cell))
        return;
    if (m_hasFormula)
        cell.value.formula = QString::fromUtf8(m_formula);
    cell.value.numberFormat = m_format->code;
    if (++m_cells > m_most) {
        m_status = Error{Error::Kind::Invalid,
                         u"expected at most "_s + QString::number(m_most) + u" cells but there are more"_s, u"limit.cells"_s};
        m_scanner.stop();
    } else if (!m_take(cell)) {
        m_wasStopped = true;
        m_scanner.stop();
    }
}

// The value of the cell; false if it has none.
bool SheetReader::settle(StreamCell &cell)
{
    // A formula whose value was never computed must not pass for an empty cell.
    const bool holdsText = m_type == Type::Text || m_type == Type::Inline;
    if (m_hasFormula && (!m_hasValue || (m_value.isEmpty() && !holdsText)))
        return settleUncached(cell);
    switch (m_type) {
    case Type::Number: return settleNumber(cell);
    case Type::Text: return m_hasValue && settleWord(cell, unescaped(QString::fromUtf8(m_value)));
    case Type::Inline: return settleWord(cell, unescaped(QString::fromUtf8(m_value)));
    case Type::Shared: return settleShared(cell);
    case Type::Flag: {
        const bool flag = m_value == "1" || m_value == "true";
        cell.value = {Value::Kind::Flag, flag ? u"true"_s : u"false"_s, {}, {}};
        cell.text = flag ? u"TRUE"_s : u"FALSE"_s;
        return !m_value.isEmpty();
    }
    case Type::Fault:
        cell.value = {Value::Kind::Fault, QString::fromUtf8(m_value), {}, {}};
        cell.text = cell.value.text;
        return !m_value.isEmpty();
    case Type::Iso: {
        const QString text = QString::fromUtf8(m_value);
        std::optional<Value> value = valueOfIso(text, m_format->shown);
        if (!value)
            return !text.isEmpty() && settleWord(cell, text);
        cell.value = *std::move(value);
        cell.text = cell.value.text;
        return true;
    }
    }
    return false;
}

bool SheetReader::settleShared(StreamCell &cell)
{
    bool good = false;
    const qlonglong index = m_value.toLongLong(&good);
    if (good && index >= 0 && index < m_strings.size())
        return settleWord(cell, m_strings.at(index));
    if (m_value.isEmpty())
        return false;
    note(u"xlsx.sharedString"_s);
    cell.value = {Value::Kind::Fault, u"#REF!"_s, {}, {}};
    cell.text = cell.value.text;
    return true;
}

bool SheetReader::settleWord(StreamCell &cell, const QString &text)
{
    cell.text = text;
    cell.value.kind = Value::Kind::Text;
    cell.value.text = text;
    return true;
}

bool SheetReader::settleUncached(StreamCell &cell)
{
    note(u"xlsx.uncached"_s);
    cell.value = {Value::Kind::Fault, u"#UNCACHED!"_s, {}, {}};
    cell.text = cell.value.text;
    return true;
}

bool SheetReader::settleNumber(StreamCell &cell)
{
    if (m_value.isEmpty())
        return false;
    if (m_format->shown != NumberFormat::Shown::Number) {
        if (std::optional<Value> value = valueOfSerial(m_value, *m_format, m_workbook.from1904)) {
            cell.value = *std::move(value);
            cell.text = cell.value.text;
            return true;
        }
        if (!m_format->elapsed)
            note(u"xlsx.noSuchDay"_s);
    }
    QString text = numberText(m_value);
    if (text.isEmpty()) {
        note(u"xlsx.noNumber"_s);
        return settleWord(cell, QString::fromUtf8(m_value));
    }
    cell.value.kind = Value::Kind::Number;
    cell.value.text = text;
    if (m_format->digits > text.size() && !text.contains(u'.') && !text.startsWith(u'-'))
        text = text.rightJustified(m_format->digits, u'0'); // what the page shows: a staff number with its zeros
    cell.text = text;
    return true;
}

void SheetReader::hide(int first, int last, bool rows)
{
    last = std::min(last, (rows ? mostRows : mostColumns) - 1);
    if (first < 0 || last < first)
        return;
    if (rows && !m_notes.hidden.isEmpty() && m_notes.hidden.last().bottom == first - 1
        && m_notes.hidden.last().right == mostColumns - 1) {
        m_notes.hidden.last().bottom = last;
        return;
    }
    m_notes.hidden.append(rows ? CellRange{first, 0, last, mostColumns - 1} : CellRange{0, first, mostRows - 1, last});
}

void SheetReader::note(const QString &code)
{
    Oddity &oddity = m_notes.oddities[code];
    if (!oddity.count++)
        oddity.first = cellName(m_row, m_column);
}

std::optional<CellRange> cellRange(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    const std::optional<CellPlace> first = cellPlace(colon < 0 ? text : text.first(colon));
    const std::optional<CellPlace> last = cellPlace(colon < 0 ? text : text.sliced(colon + 1));
    if (!first || !last)
        return {};
    return CellRange{std::min(first->row, last->row), std::min(first->column, last->column),
                     std::max(first->row, last->row), std::max(first->column, last->column)};
}

} // namespace naru
