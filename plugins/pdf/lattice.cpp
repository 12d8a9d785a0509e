#include "lattice.h"

#include <algorithm>
#include <cmath>

namespace naru::pdf {

namespace {

constexpr double openSide = 6; // rulings that reach this far beyond the outermost line show an open side
constexpr double edgeInked = 0.55; // of the edge between two cells
constexpr double nearLine = 4; // a ruling belongs to the grid line at this distance
constexpr double lowestRow = 7; // a row needs that much to hold a text
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
        : m_rows(rows)
        , m_columns(columns)
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
    int m_rows;
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

int lineBefore(const QList<double> &lines, double position)
{
    const auto after = std::upper_bound(lines.cbegin(), lines.cend(), position);
    return int(std::clamp<qsizetype>(after - lines.cbegin() - 1, 0, lines.size() - 2));
}

// The glyphs of every cell, by the position of its anchor.
QList<QList<Glyph>> glyphsByCell(const Grid &grid, const QList<Glyph> &glyphs)
{
    QList<QList<Glyph>> result(grid.anchors.size());
    for (const Glyph &glyph : glyphs) {
        const int row = lineBefore(grid.rowLines, centreY(glyph.box));
        const int column = lineBefore(grid.columnLines, centreX(glyph.box));
        result[grid.anchors[row * grid.columns() + column]].append(glyph);
    }
    return result;
}

QString cellText(const QList<Glyph> &glyphs)
{
    QStringList lines;
    for (const Line &line : linesOf(glyphs))
        lines.append(textOf(line));
    return lines.join(u'\n');
}

Cell cellAt(const Grid &grid, int anchor, int page)
{
    Cell cell;
    cell.row = anchor / grid.columns();
    cell.column = anchor % grid.columns();
    while (cell.column + cell.columnSpan < grid.columns() && grid.anchors[anchor + cell.columnSpan] == anchor)
        ++cell.columnSpan;
    while (cell.row + cell.rowSpan < grid.rows() && grid.anchors[anchor + cell.rowSpan * grid.columns()] == anchor)
        ++cell.rowSpan;
    cell.place.page = page;
    cell.place.method = Provenance::Method::PdfText;
    cell.place.box = Box{grid.columnLines[cell.column], grid.rowLines[cell.row],
                         grid.columnLines[cell.column + cell.columnSpan], grid.rowLines[cell.row + cell.rowSpan]};
    return cell;
}

bool isShaded(const Cell &cell, const QList<Box> &shades)
{
    return std::any_of(shades.cbegin(), shades.cend(), [&cell](const Box &shade) {
        return contains(shade, centreX(*cell.place.box), centreY(*cell.place.box));
    });
}

// Leading rows that are shaded while others are not.
void markHeader(Table &table, const QList<Box> &shades)
{
    QList<bool> plain(table.rows, false);
    for (const Cell &cell : std::as_const(table.cells))
        if (!isShaded(cell, shades))
            plain[cell.row] = true;
    const qsizetype header = plain.indexOf(true);
    for (Cell &cell : table.cells)
        cell.header = header > 0 && cell.row < header && cell.row + cell.rowSpan <= header;
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

Grid withoutEmptyEdges(const Grid &grid, const QList<Glyph> &glyphs)
{
    const QList<QList<Glyph>> texts = glyphsByCell(grid, glyphs);
    const int columns = grid.columns();
    const auto isEmpty = [&](int row) {
        if (grid.rowLines[row + 1] - grid.rowLines[row] > lowestRow)
            return false;
        for (int column = 0; column < columns; ++column) {
            const int here = row * columns + column;
            const bool spans = grid.anchors[here] / columns != row
                || (row + 1 < grid.rows() && grid.anchors[here + columns] / columns == row);
            if (spans || !texts[here].isEmpty())
                return false;
        }
        return true;
    };
    Grid result = grid;
    if (result.rows() > 1 && isEmpty(grid.rows() - 1)) {
        result.rowLines.removeLast();
        result.anchors.remove(result.anchors.size() - columns, columns);
    }
    if (result.rows() > 1 && isEmpty(0)) {
        result.rowLines.removeFirst();
        result.anchors.remove(0, columns);
        for (int &anchor : result.anchors)
            anchor -= columns;
    }
    return result;
}

PageTable tableOf(const Grid &grid, const QList<Glyph> &glyphs, const PageContent &page, Table::Detection detection)
{
    auto table = std::make_shared<Table>();
    table->rows = grid.rows();
    table->columns = grid.columns();
    table->detection = detection;
    table->place.page = page.number;
    table->place.box = grid.box();
    table->place.method = Provenance::Method::PdfText;
    const QList<QList<Glyph>> texts = glyphsByCell(grid, glyphs);
    for (int i = 0; i < grid.anchors.size(); ++i) {
        if (grid.anchors[i] != i)
            continue;
        Cell cell = cellAt(grid, i, page.number);
        cell.text = cellText(texts[i]);
        table->cells.append(cell);
    }
    markHeader(*table, page.shades);
    return PageTable{table, grid.columnLines, grid.rowLines, false, grid.isOpenBelow, grid.isOpenAbove};
}

QList<Ruling> missingRowLines(const Grid &grid, const QList<Glyph> &glyphs)
{
    QList<Ruling> result;
    const QList<QList<Glyph>> texts = glyphsByCell(grid, glyphs);
    for (int row = 0; row < grid.rows(); ++row) {
        QList<QList<Line>> cells;
        bool spans = false;
        for (int column = 0; column < grid.columns(); ++column) {
            const int here = row * grid.columns() + column;
            const bool below = row + 1 < grid.rows() && grid.anchors[here + grid.columns()] == grid.anchors[here];
            spans = spans || below || grid.anchors[here] / grid.columns() != row;
            if (grid.anchors[here] == here && !texts[here].isEmpty())
                cells.append(linesOf(texts[here]));
        }
        if (spans || cells.size() < 3)
            continue;
        const QList<Line> &first = cells.first();
        const bool even =
            first.size() >= 3 && std::all_of(cells.cbegin(), cells.cend(), [&first](const QList<Line> &cell) {
                for (qsizetype i = 0; i < std::min(cell.size(), first.size()); ++i)
                    if (std::abs(centreY(cell[i].box) - centreY(first[i].box)) > heightOf(first[i].box) / 2)
                        return false;
                return cell.size() == first.size();
            });
        for (qsizetype i = 1; even && i < first.size(); ++i)
            result.append(Ruling{(first[i - 1].box.bottom + first[i].box.top) / 2, grid.columnLines.first(),
                                 grid.columnLines.last()});
    }
    return result;
}

Grid withRowLines(const Grid &grid, const QList<Ruling> &lines)
{
    Grid result = grid;
    for (const Ruling &line : lines)
        result.rowLines.append(line.at);
    std::sort(result.rowLines.begin(), result.rowLines.end());
    const int columns = grid.columns();
    result.anchors.clear();
    for (int row = 0; row < result.rows(); ++row) {
        const int before = lineBefore(grid.rowLines, (result.rowLines[row] + result.rowLines[row + 1]) / 2);
        for (int column = 0; column < columns; ++column) {
            const int anchor = grid.anchors[before * columns + column];
            const int anchorRow =
                anchor / columns == before ? row : int(result.rowLines.indexOf(grid.rowLines[anchor / columns]));
            result.anchors.append(anchorRow * columns + anchor % columns);
        }
    }
    return result;
}

} // namespace naru::pdf
