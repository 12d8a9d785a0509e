// The tables of BodyReader. Cells are placed by the address that they say themselves, never by their order.
#include "body_reader.h"

#include "core/flow_table.h"
#include "core/safe_xml.h"

#include <algorithm>

namespace naru::hwpx {

namespace {

QString cellAddress(int row, int column)
{
    return u"cell["_s + QString::number(row) + u',' + QString::number(column) + u']';
}

void prefix(QList<Block> &blocks, const QString &base, qsizetype from = 0)
{
    for (qsizetype i = from; i < blocks.size(); ++i) {
        Block &block = blocks[i];
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
    if (const Status settled = settleGrid(*table, m_limits.cells, m_document.diagnostics); !settled)
        return refuse(settled.error().text, settled.error().code);
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
    const qsizetype asides = m_asides.size();
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
    prefix(m_asides, cell.place.address + u'/', asides);
    takeContent(cell, content);
    return cell;
}

void BodyReader::takeContent(Cell &cell, Flow &content)
{
    setContent(cell, std::move(content.blocks), content.tables > 0 || content.hasShapes);
    prefix(cell.blocks, cell.place.address + u'/');
    if (!cell.fieldName.isEmpty())
        m_document.fields.append(
            {FormField::Kind::NamedCell, cell.fieldName, {}, cell.text, !cell.text.isEmpty(), cell.place});
}

} // namespace naru::hwpx
