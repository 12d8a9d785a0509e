#include "core/ruled_grid.h"

#include <algorithm>
#include <cmath>

namespace naru {

namespace {

constexpr double openSide = 6; // rulings that reach this far beyond the outermost line show an open side
constexpr double edgeInked = 0.55; // of the edge between two cells
constexpr double nearLine = 4; // a ruling belongs to the grid line at this distance
constexpr qsizetype mostPositions = 200'000;

// For every grid line the rulings that lie on it.
QList<QList<Ruling>> rulingsByLine(const QList<Ruling> &rulings, const QList<double> &lines)
{
    QList<QList<Ruling>> result(lines.size());
    for (const Ruling &ruling : rulings) {
        const auto after = std::lower_bound(lines.cbegin(), lines.cend(), ruling.at);
        qsizetype nearest = after - lines.cbegin();
        if (nearest == lines.size() || (nearest > 0 && ruling.at - lines[nearest - 1] < lines[nearest] - ruling.at))
            --nearest;
        if (std::abs(lines[nearest] - ruling.at) <= nearLine)
            result[nearest].append(ruling);
    }
    return result;
}

void closeOpenSides(QList<double> &lines, const QList<Ruling> &across, bool &openBefore, bool &openAfter)
{
    double first = lines.first();
    double last = lines.last();
    for (const Ruling &ruling : across) {
        first = std::min(first, ruling.from);
        last = std::max(last, ruling.to);
    }
    openBefore = first < lines.first() - openSide;
    openAfter = last > lines.last() + openSide;
    if (openBefore)
        lines.prepend(first);
    if (openAfter)
        lines.append(last);
}

// Grows every merged area to a rectangle: a cell is one.
class Merges {
public:
    Merges(int rows, int columns)
        : m_columns(columns)
    {
        for (int i = 0; i < rows * columns; ++i)
            m_areas.append(Area{i / columns, i % columns, i / columns, i % columns});
        m_owner.resize(m_areas.size());
        for (int i = 0; i < m_owner.size(); ++i)
            m_owner[i] = i;
    }

    void merge(int a, int b)
    {
        Area area = m_areas[m_owner[a]].united(m_areas[m_owner[b]]);
        while (true) {
            Area grown = area;
            for (int row = area.top; row <= area.bottom; ++row)
                for (int column = area.left; column <= area.right; ++column)
                    grown = grown.united(m_areas[m_owner[row * m_columns + column]]);
            if (grown == area)
                break;
            area = grown;
        }
        const int owner = area.top * m_columns + area.left;
        m_areas[owner] = area;
        for (int row = area.top; row <= area.bottom; ++row)
            for (int column = area.left; column <= area.right; ++column)
                m_owner[row * m_columns + column] = owner;
    }

    bool same(int a, int b) const { return m_owner[a] == m_owner[b]; }
    const QList<int> &owners() const { return m_owner; }

private:
    struct Area {
        int top, left, bottom, right;
        Area united(const Area &other) const
        {
            return {std::min(top, other.top), std::min(left, other.left), std::max(bottom, other.bottom),
                    std::max(right, other.right)};
        }
        friend bool operator==(const Area &, const Area &) = default;
    };
    int m_columns;
    QList<Area> m_areas;
    QList<int> m_owner;
};

QList<int> mergedWhereNotInked(const Grid &grid, const Rulings &rulings)
{
    const int columns = grid.columns();
    const int rows = grid.rows();
    const QList<QList<Ruling>> verticals = rulingsByLine(rulings.vertical, grid.columnLines);
    const QList<QList<Ruling>> horizontals = rulingsByLine(rulings.horizontal, grid.rowLines);
    Merges merges(rows, columns);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const int here = row * columns + column;
            const double left = grid.columnLines[column];
            const double right = grid.columnLines[column + 1];
            const double top = grid.rowLines[row];
            const double bottom = grid.rowLines[row + 1];
            if (column + 1 < columns && !merges.same(here, here + 1)
                && coverage(verticals[column + 1], right, top, bottom) < edgeInked)
                merges.merge(here, here + 1);
            if (row + 1 < rows && !merges.same(here, here + columns)
                && coverage(horizontals[row + 1], bottom, left, right) < edgeInked)
                merges.merge(here, here + columns);
        }
    }
    return merges.owners();
}

// Drops the lines at which no cell begins.
Grid compressed(const Grid &grid)
{
    const int columns = grid.columns();
    QList<bool> rowBegins(grid.rows(), false);
    QList<bool> columnBegins(columns, false);
    for (const int anchor : grid.anchors) {
        rowBegins[anchor / columns] = true;
        columnBegins[anchor % columns] = true;
    }
    Grid result;
    result.isOpenAbove = grid.isOpenAbove;
    result.isOpenBelow = grid.isOpenBelow;
    QList<int> rowAt, columnAt; // old index -> new
    for (int row = 0; row < grid.rows(); ++row) {
        if (rowBegins[row])
            result.rowLines.append(grid.rowLines[row]);
        rowAt.append(int(result.rowLines.size()) - 1);
    }
    for (int column = 0; column < columns; ++column) {
        if (columnBegins[column])
            result.columnLines.append(grid.columnLines[column]);
        columnAt.append(int(result.columnLines.size()) - 1);
    }
    result.rowLines.append(grid.rowLines.last());
    result.columnLines.append(grid.columnLines.last());
    for (int row = 0; row < grid.rows(); ++row)
        for (int column = 0; column < columns; ++column)
            if (rowBegins[row] && columnBegins[column]) {
                const int anchor = grid.anchors[row * columns + column];
                result.anchors.append(rowAt[anchor / columns] * result.columns() + columnAt[anchor % columns]);
            }
    return result;
}

} // namespace

int Grid::cells() const
{
    int count = 0;
    for (int i = 0; i < anchors.size(); ++i)
        count += anchors[i] == i ? 1 : 0;
    return count;
}

Box Grid::box() const
{
    return Box{columnLines.first(), rowLines.first(), columnLines.last(), rowLines.last()};
}

std::optional<Grid> gridOf(const Rulings &rulings)
{
    if (rulings.horizontal.isEmpty() || rulings.vertical.isEmpty())
        return std::nullopt;
    Grid grid;
    for (const Ruling &ruling : rulings.vertical)
        grid.columnLines.append(ruling.at);
    for (const Ruling &ruling : rulings.horizontal)
        grid.rowLines.append(ruling.at);
    grid.columnLines = clustered(grid.columnLines);
    grid.rowLines = clustered(grid.rowLines);
    bool openLeft = false;
    bool openRight = false;
    closeOpenSides(grid.columnLines, rulings.horizontal, openLeft, openRight);
    closeOpenSides(grid.rowLines, rulings.vertical, grid.isOpenAbove, grid.isOpenBelow);
    const qsizetype positions = (grid.columnLines.size() - 1) * (grid.rowLines.size() - 1);
    if (grid.columnLines.size() < 2 || grid.rowLines.size() < 2 || positions < 2 || positions > mostPositions)
        return std::nullopt;
    grid.anchors = mergedWhereNotInked(grid, rulings);
    grid = compressed(grid);
    return grid.cells() >= 2 ? std::optional<Grid>(grid) : std::nullopt;
}

Cell Grid::cellAt(int anchor, int page) const
{
    Cell cell;
    cell.row = anchor / columns();
    cell.column = anchor % columns();
    while (cell.column + cell.columnSpan < columns() && anchors[anchor + cell.columnSpan] == anchor)
        ++cell.columnSpan;
    while (cell.row + cell.rowSpan < rows() && anchors[anchor + cell.rowSpan * columns()] == anchor)
        ++cell.rowSpan;
    cell.place.page = page;
    cell.place.box = Box{columnLines[cell.column], rowLines[cell.row],
                         columnLines[cell.column + cell.columnSpan], rowLines[cell.row + cell.rowSpan]};
    return cell;
}

int lineBefore(const QList<double> &lines, double position)
{
    const auto after = std::upper_bound(lines.cbegin(), lines.cend(), position);
    return int(std::clamp<qsizetype>(after - lines.cbegin() - 1, 0, lines.size() - 2));
}

} // namespace naru
