// What the readers of documents that flow (HWPX, HWP, ODT) do alike once the cells of a table are read.
#pragma once

#include "core/document.h"

namespace naru {

// The text of blocks as a cell shows it: paragraphs by line, rows of nested tables too, their cells apart by tabs.
QString flatText(const QList<Block> &blocks);

// Gives the cell its content: the text of all, and the blocks themselves where they are more than paragraphs.
void setContent(Cell &cell, QList<Block> blocks, bool isMoreThanParagraphs);

// Makes the grid hold what the cells claim, sorts them, and notes ("table.tiling") where they do not tile it. Invalid
// with "limit.cells" where the grid would have more positions.
Status settleGrid(Table &table, qint64 mostCells, QList<Diagnostic> &diagnostics);

} // namespace naru
