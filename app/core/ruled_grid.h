// The cells that rulings draw. Open sides are closed, cells without a ruling between them are one cell.
#pragma once

#include "core/ruling.h"

#include <optional>

namespace naru {

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
    // The cell whose top left corner stands at this position, without its text.
    Cell cellAt(int anchor, int page) const;
};
std::optional<Grid> gridOf(const Rulings &rulings);

// The row (or column) between the ascending lines that holds the position; the outermost one where it lies outside.
int lineBefore(const QList<double> &lines, double position);

} // namespace naru
