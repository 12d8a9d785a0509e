// The tables of TextReader.
#include "text_reader.h"

#include "core/flow_table.h"
#include "core/spreadsheet.h"

#include <algorithm>

namespace naru::opendocument {

namespace {

int count(const SafeXml &xml, QStringView attribute, int most)
{
    return int(std::clamp<qlonglong>(xml.attribute(attribute).toLongLong(), 1, most));
}

} // namespace

void TextReader::readTable(Flow &flow)
{
    auto table = std::make_shared<Table>();
    table->place.address = flow.base + u"tbl["_s + QString::number(flow.tables++) + u']';
    Grid grid;
    readRows(*table, grid);
    if (m_refusal)
        return;
    table->rows = grid.row;
    table->columns = grid.columnsTold;
    for (const Cell &cell : std::as_const(table->cells)) // fewer columns are told than there are cells, at times
        table->columns = std::max(table->columns, cell.column + cell.columnSpan);
    if (const Status settled = settleGrid(*table, m_limits.cells, m_document.diagnostics); !settled)
        return refuse(settled.error().text, settled.error().code);
    flow.blocks.append(std::move(table));
}

void TextReader::readRows(Table &table, Grid &grid)
{
    while (nextChild()) {
        const QStringView name = m_xml->name();
        if (name == u"table-header-rows") {
            grid.inHeader = true;
            readRows(table, grid);
            grid.inHeader = false;
        } else if (name == u"table-rows" || name == u"table-row-group" || name == u"table-columns"
                   || name == u"table-column-group" || name == u"table-header-columns") {
            readRows(table, grid);
        } else if (name == u"table-column") {
            grid.columnsTold =
                std::min(grid.columnsTold + count(*m_xml, u"number-columns-repeated", mostColumns), mostColumns);
            m_xml->skip();
        } else if (name == u"table-row") {
            readRow(table, grid);
        } else {
            m_xml->skip();
        }
    }
}

void TextReader::readRow(Table &table, Grid &grid)
{
    const int times = count(*m_xml, u"number-rows-repeated", mostRows);
    const qsizetype first = table.cells.size();
    grid.column = 0;
    while (nextChild()) {
        const int repeats = count(*m_xml, u"number-columns-repeated", mostColumns);
        if (m_xml->name() == u"table-cell") {
            readCell(table, grid, repeats);
        } else {
            if (m_xml->name() == u"covered-table-cell")
                grid.column = std::min(grid.column + repeats, mostColumns);
            m_xml->skip();
        }
    }
    const qsizetype cells = table.cells.size() - first;
    m_cells += cells * (times - 1);
    if (m_cells > m_limits.cells || grid.row > mostRows - times)
        return refuse(u"expected at most %1 cells but there are more"_s.arg(m_limits.cells), u"limit.cells"_s);
    for (int i = 1; i < times; ++i)
        for (qsizetype at = 0; at < cells; ++at) {
            Cell cell = table.cells[first + at];
            cell.row += i;
            cell.place.address = table.place.address + u"/cell[%1,%2]"_s.arg(cell.row).arg(cell.column);
            table.cells.append(std::move(cell));
        }
    grid.row += times;
}

void TextReader::readCell(Table &table, Grid &grid, int times)
{
    Cell cell;
    cell.row = grid.row;
    cell.column = grid.column;
    cell.rowSpan = count(*m_xml, u"number-rows-spanned", mostRows);
    cell.columnSpan = count(*m_xml, u"number-columns-spanned", mostColumns);
    cell.header = grid.inHeader;
    const auto address = [&] { return table.place.address + u"/cell[%1,%2]"_s.arg(cell.row).arg(cell.column); };
    cell.place.address = address();
    Flow content{cell.place.address + u'/', {}};
    readFlow(content);
    setContent(cell, std::move(content.blocks), content.tables > 0 || content.hasShapes);
    m_cells += times;
    if (m_cells > m_limits.cells)
        return refuse(u"expected at most %1 cells but there are more"_s.arg(m_limits.cells), u"limit.cells"_s);
    for (int i = 0; i < times && grid.column < mostColumns; ++i, ++grid.column) {
        cell.column = grid.column;
        cell.place.address = address();
        table.cells.append(cell);
    }
}

} // namespace naru::opendocument
