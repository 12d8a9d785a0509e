// A table of text from the grid of its rulings.
#pragma once

#include "page_table.h"
#include "text_lines.h"

#include "core/ruled_grid.h"

namespace naru::pdf {

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
