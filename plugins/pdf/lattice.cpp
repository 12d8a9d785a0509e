#include "lattice.h"

#include <algorithm>
#include <cmath>

namespace naru::pdf {

namespace {

constexpr double lowestRow = 7; // a row needs that much to hold a text

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
        Cell cell = grid.cellAt(i, page.number);
        cell.place.method = Provenance::Method::PdfText;
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
