// The tables of BodyReader. Cells are placed by the address that they say themselves, never by their order.
#include "body_reader.h"

#include "core/flow_table.h"

namespace naru::hwp {

namespace {

constexpr quint32 headerCell = 1U << 18; // 제목 셀
constexpr quint16 fieldNameSet = 0x021B;

// The name of a cell stands in a set of parameters behind the fixed part of its list.
QString fieldNameOf(Body list)
{
    constexpr qsizetype mark = 38;
    if (list.u8(mark) != 0xFF || list.u16(mark + 1) != fieldNameSet)
        return {};
    return list.sizedText(mark + 11);
}

} // namespace

void BodyReader::readTable(Flow &flow, Line &line, int control)
{
    if (!line.text.isEmpty())
        flush(flow, line);
    line.hasTable = true;
    const int end = m_records.at(control).end;
    int grid = control + 1;
    while (grid < end && m_records.at(grid).tag != TableTag)
        grid = m_records.at(grid).end;
    auto table = std::make_shared<Table>();
    if (grid < end) {
        table->rows = m_records.body(grid).u16(4);
        table->columns = m_records.body(grid).u16(6);
    }
    table->place.address = flow.base + u"tbl["_s + QString::number(flow.tables++) + u']';
    if (const int caption = nextList(control + 1, grid); caption < grid)
        table->caption = readCaption(caption, grid);
    for (int list = nextList(grid, end); list < end && !m_refusal;) {
        const int next = nextList(m_records.at(list).end, end);
        readCell(*table, list, next);
        list = next;
    }
    if (m_refusal)
        return;
    if (const Status settled = settleGrid(*table, m_limits.cells, m_document.diagnostics); !settled)
        return refuse(settled.error());
    flow.blocks.append(std::move(table));
}

QString BodyReader::readCaption(int list, int to)
{
    Flow flow;
    readFlow(flow, m_records.at(list).end, to);
    return flow.blocks.isEmpty() ? QString() : flatText(flow.blocks).simplified();
}

void BodyReader::readCell(Table &table, int list, int to)
{
    if (++m_cells > m_limits.cells)
        return refuse({Error::Kind::Invalid, u"expected at most %1 cells but there are more"_s.arg(m_limits.cells),
                       u"limit.cells"_s});
    const Body body = m_records.body(list);
    Cell cell;
    cell.column = body.u16(8);
    cell.row = body.u16(10);
    cell.columnSpan = std::max<int>(1, body.u16(12));
    cell.rowSpan = std::max<int>(1, body.u16(14));
    cell.header = (body.u32(4) & headerCell) != 0;
    cell.fieldName = fieldNameOf(body);
    cell.place.address =
        table.place.address + u"/cell["_s + QString::number(cell.row) + u',' + QString::number(cell.column) + u']';
    Flow content{cell.place.address + u'/', {}};
    readFlow(content, m_records.at(list).end, to);
    setContent(cell, std::move(content.blocks), content.tables > 0 || content.hasShapes);
    if (!cell.fieldName.isEmpty())
        m_document.fields.append(
            {FormField::Kind::NamedCell, cell.fieldName, {}, cell.text, !cell.text.isEmpty(), cell.place});
    table.cells.append(std::move(cell));
}

} // namespace naru::hwp
