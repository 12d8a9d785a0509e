// The tables of BodyReader. Cells are placed by the address that they say themselves, never by their order.
#include "body_reader.h"

#include "core/safe_xml.h"

#include <algorithm>

namespace naru::hwpx {

namespace {

QString cellAddress(int row, int column)
{
    return u"cell["_s + QString::number(row) + u',' + QString::number(column) + u']';
}

void prefix(QList<Block> &blocks, const QString &base)
{
    for (Block &block : blocks) {
        if (auto *paragraph = std::get_if<Paragraph>(&block)) {
            paragraph->place.address.prepend(base);
            continue;
        }
        Table &table = *std::get<std::shared_ptr<Table>>(block);
        table.place.address.prepend(base);
        for (Cell &cell : table.cells) {
            cell.place.address.prepend(base);
            prefix(cell.blocks, base);
        }
    }
}

// Paragraphs by line, rows of nested tables too, their cells apart by tabs.
QString flatText(const QList<Block> &blocks)
{
    Document inner;
    inner.body = blocks;
    return plainText(inner).chopped(1);
}

int whole(const QString &text, int least)
{
    return std::max(least, text.toInt());
}

} // namespace

void BodyReader::readTable(Flow &flow, Line &line)
{
    if (!line.text.isEmpty())
        flush(flow, line);
    line.hasTable = true;
    auto table = std::make_shared<Table>();
    table->rows = whole(m_xml->attribute(u"rowCnt"), 0);
    table->columns = whole(m_xml->attribute(u"colCnt"), 0);
    table->place.address = flow.base + u"tbl["_s + QString::number(flow.tables++) + u']';
    int rows = 0;
    while (nextChild()) {
        if (m_xml->name() == u"tr")
            readRow(*table, rows++);
        else if (m_xml->name() == u"caption")
            table->caption = readCaption();
        else
            m_xml->skip();
    }
    finish(*table);
    flow.blocks.append(std::move(table));
}

QString BodyReader::readCaption()
{
    Flow flow;
    while (nextChild()) {
        if (m_xml->name() == u"subList")
            readFlow(flow);
        else
            m_xml->skip();
    }
    return flow.blocks.isEmpty() ? QString() : flatText(flow.blocks).simplified();
}

void BodyReader::readRow(Table &table, int row)
{
    int column = 0;
    while (nextChild()) {
        if (m_xml->name() != u"tc") {
            m_xml->skip();
            continue;
        }
        if (++m_cells > m_limits.cells)
            refuse(u"expected at most %1 cells but there are more"_s.arg(m_limits.cells), u"limit.cells"_s);
        else
            table.cells.append(readCell(table, row, column));
        column = table.cells.isEmpty() ? 0 : table.cells.last().column + table.cells.last().columnSpan;
    }
}

Cell BodyReader::readCell(const Table &table, int row, int column)
{
    Cell cell;
    cell.row = row; // where a document does not say it
    cell.column = column;
    cell.fieldName = m_xml->attribute(u"name");
    cell.header = m_xml->attribute(u"header") == u"1";
    const qsizetype fields = m_document.fields.size();
    Flow content;
    while (nextChild()) {
        if (m_xml->name() == u"subList") {
            readFlow(content);
            continue;
        }
        if (m_xml->name() == u"cellAddr") {
            cell.row = whole(m_xml->attribute(u"rowAddr"), 0);
            cell.column = whole(m_xml->attribute(u"colAddr"), 0);
        } else if (m_xml->name() == u"cellSpan") {
            cell.rowSpan = whole(m_xml->attribute(u"rowSpan"), 1);
            cell.columnSpan = whole(m_xml->attribute(u"colSpan"), 1);
        }
        m_xml->skip();
    }
    cell.place.address = table.place.address + u'/' + cellAddress(cell.row, cell.column);
    for (qsizetype i = fields; i < m_document.fields.size(); ++i)
        m_document.fields[i].place.address.prepend(cell.place.address + u'/');
    takeContent(cell, content);
    return cell;
}

void BodyReader::takeContent(Cell &cell, Flow &content)
{
    if (content.blocks.size() == 1 && std::holds_alternative<Paragraph>(content.blocks.first())) {
        cell.text = std::get<Paragraph>(content.blocks.first()).text;
    } else if (!content.blocks.isEmpty()) {
        cell.text = flatText(content.blocks);
        if (content.tables > 0 || content.hasShapes) {
            prefix(content.blocks, cell.place.address + u'/');
            cell.blocks = std::move(content.blocks);
        }
    }
    if (!cell.fieldName.isEmpty())
        m_document.fields.append(
            {FormField::Kind::NamedCell, cell.fieldName, {}, cell.text, !cell.text.isEmpty(), cell.place});
}

// Makes the grid hold what the cells claim, within the limits, and tells where they do not tile it.
void BodyReader::finish(Table &table)
{
    const int told = table.rows;
    const int toldColumns = table.columns;
    for (const Cell &cell : std::as_const(table.cells)) {
        table.rows = std::max(table.rows, cell.row + 1);
        table.columns = std::max(table.columns, cell.column + 1);
    }
    if (qint64(table.rows) * table.columns > m_limits.cells) {
        refuse(u"expected at most %1 cells but a table claims %2 × %3"_s.arg(m_limits.cells)
                   .arg(table.rows)
                   .arg(table.columns),
               u"limit.cells"_s);
        return;
    }
    bool isSound = told == table.rows && toldColumns == table.columns;
    qint64 area = 0;
    for (Cell &cell : table.cells) {
        const int rowSpan = std::min(cell.rowSpan, table.rows - cell.row);
        const int columnSpan = std::min(cell.columnSpan, table.columns - cell.column);
        area += qint64(rowSpan) * columnSpan;
        // Spans that lie about the whole grid again and again would cost every later walk over it.
        const bool fits = area <= qint64(table.rows) * table.columns;
        isSound = isSound && fits && rowSpan == cell.rowSpan && columnSpan == cell.columnSpan;
        cell.rowSpan = fits ? rowSpan : 1;
        cell.columnSpan = fits ? columnSpan : 1;
    }
    const auto isBefore = [](const Cell &a, const Cell &b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    };
    if (!std::is_sorted(table.cells.cbegin(), table.cells.cend(), isBefore))
        std::stable_sort(table.cells.begin(), table.cells.end(), isBefore);
    if (!isSound || !TableGrid(table).tiles())
        m_document.diagnostics.append({u"table.tiling"_s,
                                       u"expected cells that tile the table '"_s + table.place.address
                                           + u"' exactly but some overlap or are missing"_s,
                                       0});
}

} // namespace naru::hwpx
