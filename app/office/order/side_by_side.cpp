#include "office/order/side_by_side.h"

#include "core/hangul.h"
#include "office/order/columns.h"

#include <algorithm>

namespace naru::office {

namespace {

// The columns in which the head begins again: where the word of the first column stands once more.
QList<int> beginnings(const Table &table, const TableGrid &grid, const Heads &heads)
{
    QList<int> found;
    QString first;
    for (int column = 0; column < table.columns; ++column) {
        const Cell *cell = grid.at(heads.firstRow + heads.rows - 1, column);
        const QString word = cell && cell->column == column ? normalizeForMatch(cell->text) : QString();
        if (first.isEmpty())
            first = word;
        if (!word.isEmpty() && word == first)
            found.append(column);
    }
    return found;
}

Table between(const Table &table, int from, int to)
{
    Table part;
    part.rows = table.rows;
    part.columns = to - from;
    part.place = table.place;
    for (const Cell &cell : table.cells) {
        const int left = std::max(cell.column, from);
        const int right = std::min(cell.column + cell.columnSpan, to);
        if (left >= right)
            continue;
        Cell own = cell;
        own.column = left - from;
        own.columnSpan = right - left;
        part.cells.append(own);
    }
    return part;
}

} // namespace

QList<Table> sideBySide(const Table &table)
{
    const TableGrid grid(table);
    const Heads heads = findHeads(table, grid, 0);
    if (heads.columns.count(Column::Name) < 2)
        return {};
    QList<int> starts = beginnings(table, grid, heads);
    if (starts.size() < 2)
        return {};
    starts.first() = 0;
    starts.append(table.columns);
    QList<Table> parts;
    for (qsizetype i = 0; i + 1 < starts.size(); ++i) {
        if (std::count(heads.columns.begin() + starts[i], heads.columns.begin() + starts[i + 1], Column::Name) != 1)
            return {}; // one person, named twice, or columns that nobody knows
        parts.append(between(table, starts[i], starts[i + 1]));
    }
    return parts;
}

} // namespace naru::office
