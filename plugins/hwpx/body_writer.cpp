#include "body_writer.h"

#include "markup.h"
#include "table_markup.h"
#include "table_layout.h"

#include "core/official_text.h"

#include <algorithm>
#include <numeric>

namespace naru::hwpx {

namespace {

int styleOf(const QString &word)
{
    const auto found = std::find_if(styles.begin(), styles.end(), [&](const Style &one) { return one.word == word; });
    return found == styles.end() ? 0 : int(found - styles.begin());
}

// The table with an empty cell wherever none stands: Hancom Office refuses a grid with holes.
Table withoutHoles(const Table &table)
{
    const TableGrid grid(table);
    if (grid.tiles())
        return table;
    Table whole = table;
    for (int row = 0; row < table.rows; ++row)
        for (int column = 0; column < table.columns; ++column)
            if (!grid.at(row, column)) {
                Cell empty;
                empty.row = row;
                empty.column = column;
                whole.cells.append(empty);
            }
    std::stable_sort(whole.cells.begin(), whole.cells.end(),
                     [](const Cell &a, const Cell &b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
    return whole;
}

} // namespace

Result<QByteArray> BodyWriter::section(const Document &document)
{
    m_xml = u"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?><hs:sec"_s + namespaces() + u'>';
    writeBlocks(document.body, textWidth, false);
    if (m_paragraphs == 0)
        writeParagraph({});
    m_xml += u"</hs:sec>"_s;
    if (m_refusal)
        return *m_refusal;
    return m_xml.toUtf8();
}

void BodyWriter::writeBlocks(const QList<Block> &blocks, int width, bool isNested)
{
    for (const Block &block : blocks) {
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            writeParagraph(*paragraph);
        else
            writeTable(*std::get<std::shared_ptr<Table>>(block), width, isNested);
    }
}

void BodyWriter::openParagraph(int style, int paragraph)
{
    const bool isFirst = m_paragraphs++ == 0;
    append(u"<hp:p id=\"", m_paragraphs);
    append(u"\" paraPrIDRef=\"", paragraph);
    append(u"\" styleIDRef=\"", style);
    m_xml += u"\" pageBreak=\"0\" columnBreak=\"0\" merged=\"0\">"_s;
    if (isFirst) {
        openRun(0);
        m_xml += sectionProperties() + u"</hp:run>"_s;
    }
}

// A table of a whole city has a hundred thousand of these: arg() would cost more than all the rest.
void BodyWriter::append(QStringView markup, int value)
{
    m_xml += markup;
    m_xml += QString::number(value);
}

void BodyWriter::openRun(int letter)
{
    append(u"<hp:run charPrIDRef=\"", letter);
    m_xml += u"\">"_s;
}

void BodyWriter::writeText(QStringView text)
{
    m_xml += u"<hp:t>"_s;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != u'\n' && text[i] != u'\t')
            continue;
        m_xml += escaped(text.sliced(from, i - from));
        if (i < text.size())
            m_xml += text[i] == u'\n' ? u"<hp:lineBreak/>"_s : u"<hp:tab width=\"4000\" leader=\"0\" type=\"1\"/>"_s;
        from = i + 1;
    }
    m_xml += u"</hp:t>"_s;
}

void BodyWriter::writeParagraph(const Paragraph &paragraph)
{
    const int style = styleOf(paragraph.style);
    // An item hangs below its first letter, whatever its style is called; the style stays, and reads back.
    const int level = style == 0 || paragraph.style == u"body" ? itemLevel(paragraph.text) : -1;
    openParagraph(style, level < 0 ? styles[size_t(style)].paragraph : firstItem + level);
    openRun(styles[size_t(style)].letter);
    writeText(paragraph.text);
    m_xml += u"</hp:run></hp:p>"_s;
}

void BodyWriter::writeLines(const QString &text, int paragraph, int letter)
{
    for (const QStringView line : QStringView(text).split(u'\n')) {
        openParagraph(0, paragraph);
        openRun(letter);
        writeText(line);
        m_xml += u"</hp:run></hp:p>"_s;
    }
}

void BodyWriter::writeCaption(const QString &caption, int width)
{
    if (caption.isEmpty())
        return;
    m_xml +=
        u"<hp:caption side=\"TOP\" fullSz=\"0\" width=\"8504\" gap=\"850\" lastWidth=\"%1\">"_s.arg(width) + subList();
    writeLines(caption, leftCell, firstCellLetter);
    m_xml += u"</hp:subList></hp:caption>"_s;
}

void BodyWriter::writeTable(const Table &given, int width, bool isNested)
{
    if (given.rows < 1 || given.columns < 1)
        return;
    const Table table = withoutHoles(given);
    if (!TableGrid(table).tiles()) {
        m_refusal = Error{Error::Kind::Invalid, u"expected a table whose cells tile its grid but some overlap"_s,
                          u"table.tiling"_s};
        return;
    }
    const TableLayout layout = layoutOf(table, width);
    const int height = std::accumulate(layout.heights.cbegin(), layout.heights.cend(), 0);
    openParagraph(0, 0);
    openRun(0);
    const int id = ++m_tables;
    // As a character a table cannot run on over the page, so only nested ones are.
    m_xml += tableMarkup({id, table.rows, table.columns, width, height, solidBorder, isNested});
    writeCaption(table.caption, width);
    m_xml += innerMargin();
    auto cell = table.cells.cbegin();
    for (int row = 0; row < table.rows; ++row) {
        m_xml += u"<hp:tr>"_s;
        for (; cell != table.cells.cend() && cell->row == row; ++cell)
            writeCell(*cell, layout);
        m_xml += u"</hp:tr>"_s;
    }
    m_xml += u"</hp:tbl></hp:run></hp:p>"_s;
}

void BodyWriter::writeCell(const Cell &cell, const TableLayout &layout)
{
    const auto sum = [](const QList<int> &sizes, int from, int count) {
        return std::accumulate(sizes.cbegin() + from, sizes.cbegin() + from + count, 0);
    };
    const int width = sum(layout.widths, cell.column, cell.columnSpan);
    const int height = sum(layout.heights, cell.row, cell.rowSpan);
    const bool isCentred = cell.header || cell.columnSpan > 1 || layout.isCentred[cell.column];
    m_xml += u"<hp:tc name=\""_s + escaped(cell.fieldName);
    append(u"\" header=\"", cell.header ? 1 : 0);
    append(u"\" hasMargin=\"0\" protect=\"0\" editable=\"0\" dirty=\"0\" borderFillIDRef=\"",
           cell.header ? headerBorder : solidBorder);
    m_xml += u"\">"_s + subList();
    if (cell.blocks.isEmpty())
        writeLines(cell.text, isCentred ? centredCell : leftCell,
                   (cell.header ? firstHeaderLetter : firstCellLetter) + layout.size);
    else
        writeBlocks(cell.blocks, width - 2 * cellPadding, true);
    m_xml += cellEnd({cell.row, cell.column, cell.rowSpan, cell.columnSpan, width, height});
}

} // namespace naru::hwpx
