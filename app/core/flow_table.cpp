#include "core/flow_table.h"

#include <algorithm>

namespace naru {

namespace {

// Spans that leave the grid are cut, and spans that lie about the whole grid again and again are dropped: they would
// cost every later walk over it.
bool fitSpans(Table &table)
{
    bool isSound = true;
    qint64 area = 0;
    for (Cell &cell : table.cells) {
        const int rowSpan = std::min(cell.rowSpan, table.rows - cell.row);
        const int columnSpan = std::min(cell.columnSpan, table.columns - cell.column);
        area += qint64(rowSpan) * columnSpan;
        const bool fits = area <= qint64(table.rows) * table.columns;
        isSound = isSound && fits && rowSpan == cell.rowSpan && columnSpan == cell.columnSpan;
        cell.rowSpan = fits ? rowSpan : 1;
        cell.columnSpan = fits ? columnSpan : 1;
    }
    return isSound;
}

} // namespace

QString flatText(const QList<Block> &blocks)
{
    Document inner;
    inner.body = blocks;
    return plainText(inner).chopped(1);
}

void setContent(Cell &cell, QList<Block> blocks, bool isMoreThanParagraphs)
{
    if (blocks.size() == 1 && std::holds_alternative<Paragraph>(blocks.first())) {
        cell.text = std::get<Paragraph>(blocks.first()).text;
    } else if (!blocks.isEmpty()) {
        cell.text = flatText(blocks);
        if (isMoreThanParagraphs)
            cell.blocks = std::move(blocks);
    }
}

Status settleGrid(Table &table, qint64 mostCells, QList<Diagnostic> &diagnostics)
{
    const int told = table.rows;
    const int toldColumns = table.columns;
    for (const Cell &cell : std::as_const(table.cells)) {
        table.rows = std::max(table.rows, cell.row + 1);
        table.columns = std::max(table.columns, cell.column + 1);
    }
    if (qint64(table.rows) * table.columns > mostCells)
        return Error{
            Error::Kind::Invalid,
            u"expected at most %1 cells but a table claims %2 × %3"_s.arg(mostCells).arg(table.rows).arg(table.columns),
            u"limit.cells"_s};
    const bool isSound = fitSpans(table) && told == table.rows && toldColumns == table.columns;
    const auto isBefore = [](const Cell &a, const Cell &b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    };
    if (!std::is_sorted(table.cells.cbegin(), table.cells.cend(), isBefore))
        std::stable_sort(table.cells.begin(), table.cells.end(), isBefore);
    if (!isSound || !TableGrid(table).tiles())
        diagnostics.append({u"table.tiling"_s,
                            u"expected cells that tile the table '"_s + table.place.address
                                + u"' exactly but some overlap or are missing"_s,
                            0});
    return {};
}

} // namespace naru
