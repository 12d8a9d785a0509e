// The markup of tables that whoever writes one shares: what Hancom Office demands of a table and of each cell.
#pragma once

#include "core/result.h"

namespace naru::hwpx {

struct TableFrame {
    int id = 0;
    int rows = 0;
    int columns = 0;
    int width = 0;
    int height = 0;
    int border = 0; // borderFill
    bool isCharacter = false; // stands in its line like one, and cannot run on over the page
};
struct CellFrame {
    int row = 0;
    int column = 0;
    int rowSpan = 1;
    int columnSpan = 1;
    int width = 0;
    int height = 0;
};

// The start of a table up to its caption; innerMargin() and the rows follow.
QString tableMarkup(const TableFrame &table);
QString innerMargin();
// The start of a list of paragraphs, and the rest of a cell behind them.
QString subList();
QString cellEnd(const CellFrame &cell);

// What the first run of a section begins with: the page, its margins, and numbers at the foot: - 1 -.
QString sectionProperties();

} // namespace naru::hwpx
