#include "sheet_reader.h"

#include "package.h"

#include <algorithm>
#include <array>

namespace naru::opendocument {

namespace {

constexpr qint64 mostText = 256 << 20; // characters

// A count or span from outside: at least 1, at most what a sheet has.
int count(const XmlTag &tag, QByteArrayView attribute, int most)
{
    bool good = false;
    const qlonglong number = tag.value(attribute).toLongLong(&good);
    return good ? int(std::clamp<qlonglong>(number, 1, most)) : 1;
}

bool isHidden(const XmlTag &tag)
{
    const QString visibility = tag.value("visibility");
    return visibility == u"collapse" || visibility == u"filter";
}

// What stands in a cell without being its text.
bool isAside(QByteArrayView name)
{
    constexpr std::array asides{QByteArrayView("annotation"), QByteArrayView("frame"),   QByteArrayView("custom-shape"),
                                QByteArrayView("g"),          QByteArrayView("control"), QByteArrayView("ruby-text"),
                                QByteArrayView("note"),       QByteArrayView("table")};
    return std::find(asides.begin(), asides.end(), name) != asides.end();
}

void hide(QList<Stretch> &stretches, int first, int last)
{
    if (!stretches.isEmpty() && stretches.last().last == first - 1)
        stretches.last().last = last;
    else
        stretches.append({first, last});
}

} // namespace

SheetReader::SheetReader(SheetVisitor &visitor, const ReadLimits &limits)
    : m_visitor(visitor)
    , m_limits(limits)
    , m_scanner(this, contentLimits(limits))
{
}

Status SheetReader::read(const ZipReader &zip)
{
    const Status unpacked =
        zip.stream(u"content.xml"_s, [this](QByteArrayView block) { return m_scanner.feed(block); });
    if (m_refusal)
        return *m_refusal;
    return unpacked ? m_scanner.finish() : unpacked;
}

void SheetReader::refuse(const QString &text, const QString &code)
{
    m_refusal = Error{Error::Kind::Invalid, text, code};
    m_scanner.stop();
}

void SheetReader::start(const XmlTag &tag)
{
    ++m_depth;
    if (m_skipping)
        return;
    if (m_cellDepth)
        return startInCell(tag);
    const QByteArrayView name = tag.localName;
    if (!m_tableDepth) {
        if (name == "style" || name == "table-properties")
            startStyle(tag);
        else if (name == "tracked-changes")
            m_skipping = m_depth;
        else if (name == "table")
            startTable(tag);
        return;
    }
    if (name == "table-row")
        startRow(tag);
    else if (name == "table-cell" || name == "covered-table-cell")
        startCell(tag);
    else if (name == "table-column")
        startColumn(tag);
    else if (name == "shapes" || name == "table" || name == "forms" || name == "table-source")
        m_skipping = m_depth;
}

// Sheets are hidden by their style.
void SheetReader::startStyle(const XmlTag &tag)
{
    if (tag.localName == "style")
        m_style = tag.value("name");
    else if (tag.value("display") == u"false")
        m_hiddenStyles.insert(m_style);
}

void SheetReader::startTable(const XmlTag &tag)
{
    m_tableDepth = m_depth;
    m_row = 0;
    m_nextColumn = 0;
    m_notes = {};
    m_isLeftOut = !m_visitor.beginSheet(tag.value("name"), m_hiddenStyles.contains(tag.value("style-name")));
    if (m_isLeftOut)
        m_skipping = m_depth;
}

void SheetReader::startColumn(const XmlTag &tag)
{
    const int repeats = count(tag, "number-columns-repeated", mostColumns);
    if (isHidden(tag) && m_nextColumn < mostColumns)
        hide(m_notes.hiddenColumns, m_nextColumn, std::min(m_nextColumn + repeats, mostColumns) - 1);
    m_nextColumn = std::min(m_nextColumn + repeats, mostColumns);
}

void SheetReader::startRow(const XmlTag &tag)
{
    m_column = 0;
    m_rowCells.clear();
    m_rowRepeats = count(tag, "number-rows-repeated", mostRows);
    if (isHidden(tag) && m_row < mostRows)
        hide(m_notes.hiddenRows, m_row, std::min(m_row + m_rowRepeats, mostRows) - 1);
}

void SheetReader::startCell(const XmlTag &tag)
{
    m_cellDepth = m_depth;
    m_cellRepeats = count(tag, "number-columns-repeated", mostColumns);
    m_cell = {};
    m_cell.isCovered = tag.localName == "covered-table-cell";
    m_cell.rowSpan = count(tag, "number-rows-spanned", mostRows);
    m_cell.columnSpan = count(tag, "number-columns-spanned", mostColumns);
    const QByteArrayView type = tag.raw("office:value-type");
    m_attributes = {};
    m_attributes.type = type.isEmpty() ? tag.value("value-type") : QString::fromUtf8(type.data(), type.size());
    m_attributes.isFault = tag.raw("calcext:value-type") == "error";
    m_attributes.formula = tag.value("formula");
    m_attributes.currency = tag.value("currency");
    m_attributes.value = tag.value(m_attributes.type == u"date"          ? "date-value"
                                       : m_attributes.type == u"time"    ? "time-value"
                                       : m_attributes.type == u"boolean" ? "boolean-value"
                                       : m_attributes.type == u"string"  ? "string-value"
                                                                         : "value");
    m_paragraphs.clear();
}

void SheetReader::startInCell(const XmlTag &tag)
{
    const QByteArrayView name = tag.localName;
    if (isAside(name)) {
        m_skipping = m_depth;
    } else if (name == "p" || name == "h") {
        m_inParagraph = true;
        static_cast<void>(m_run.take());
    } else if (name == "s") {
        m_run.addBlanks(tag.value("c"));
    } else if (name == "tab") {
        m_run.addMark(u'\t');
    } else if (name == "line-break") {
        m_run.addMark(u'\n');
    }
}

void SheetReader::end(QByteArrayView localName)
{
    if (m_skipping == m_depth)
        m_skipping = 0;
    else if (m_skipping)
        return void(--m_depth);
    if (m_inParagraph && (localName == "p" || localName == "h")) {
        m_paragraphs.append(m_run.take());
        m_inParagraph = false;
    } else if (m_cellDepth == m_depth) {
        endCell();
    } else if (m_tableDepth == m_depth) {
        m_tableDepth = 0;
        if (!m_isLeftOut && !m_visitor.endSheet(m_notes))
            m_scanner.stop();
    } else if (m_tableDepth && localName == "table-row") {
        endRow();
    }
    --m_depth;
}

void SheetReader::text(QByteArrayView piece)
{
    if (m_inParagraph && !m_skipping)
        m_run.add(QString::fromUtf8(piece));
}

void SheetReader::endCell()
{
    m_cellDepth = 0;
    const int column = m_column;
    m_column = std::min(m_column + m_cellRepeats, mostColumns);
    SettledCell settled = settle(m_attributes, m_paragraphs.join(u'\n'));
    const bool holds = settled.value.kind != Value::Kind::None;
    if (!holds && m_cell.rowSpan == 1 && m_cell.columnSpan == 1)
        return;
    m_textSize += settled.text.size();
    if (m_textSize > mostText)
        return refuse(u"expected at most %1 characters but there are more"_s.arg(mostText), u"limit.text"_s);
    if (settled.isOdd)
        note(u"ods.noValue"_s, m_row, column);
    if (settled.value.text == u"#UNCACHED!")
        note(u"ods.uncached"_s, m_row, column);
    m_cell.cell.text = std::move(settled.text);
    m_cell.cell.value = std::move(settled.value);
    for (int i = column; i < m_column; ++i) {
        m_cell.cell.column = i;
        m_rowCells.append(m_cell);
    }
}

void SheetReader::endRow()
{
    const int first = m_row;
    m_row = std::min(m_row + m_rowRepeats, mostRows);
    if (m_rowCells.isEmpty())
        return;
    for (int row = first; row < m_row; ++row)
        if (!emitRow(row))
            return;
}

bool SheetReader::emitRow(int row)
{
    for (SheetCell &one : m_rowCells) {
        if (++m_cells > m_limits.cells) {
            refuse(u"expected at most %1 cells but there are more"_s.arg(m_limits.cells), u"limit.cells"_s);
            return false;
        }
        one.cell.row = row;
        if (!m_visitor.cell(one)) {
            m_scanner.stop();
            return false;
        }
    }
    return true;
}

void SheetReader::note(const QString &code, int row, int column)
{
    Oddity &oddity = m_notes.oddities[code];
    if (!oddity.count++)
        oddity.first = cellName(row, column);
}

} // namespace naru::opendocument
