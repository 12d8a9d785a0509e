// A table from the rulings around its cells. Open sides are closed, cells without a ruling between them are one cell.
#pragma once

#include "page_table.h"
#include "text_lines.h"

#include <optional>

namespace naru::pdf {

// The grid of connected rulings, or nothing where they make no two cells.
struct Grid {
    QList<double> columnLines;
    QList<double> rowLines;
    // For every position row * columns + column the position of the cell's top left corner.
    QList<int> anchors;
    bool isOpenBelow = false;
    bool isOpenAbove = false;

    int rows() const { return int(rowLines.size()) - 1; }
    int columns() const { return int(columnLines.size()) - 1; }
    int cells() const;
    Box box() const;
};
std::optional<Grid> gridOf(const Rulings &rulings);

// Without low rows at the top and bottom that hold nothing: the frame around spaced cells.
Grid withoutEmptyEdges(const Grid &grid, const QList<Glyph> &glyphs);

// Fills the grid with the glyphs whose centres it holds.
PageTable tableOf(const Grid &grid, const QList<Glyph> &glyphs, const PageContent &page, Table::Detection detection);

// Rulings that the eye draws between the rows of a table that has none there: every column of a row of the grid has the
// same three or more lines. Empty where lines may be the lines of one cell.
QList<Ruling> missingRowLines(const Grid &grid, const QList<Glyph> &glyphs);
// The grid with these lines added. REQUIRES: they lie in rows that no cell spans.
Grid withRowLines(const Grid &grid, const QList<Ruling> &lines);

} // namespace naru::pdf
