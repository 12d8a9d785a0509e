// A table as it stands on one page, with what is needed to join it to its continuation.
#pragma once

#include "page_content.h"

#include <memory>

namespace naru::pdf {

struct PageTable {
    std::shared_ptr<Table> table;
    QList<double> columnLines; // x of the grid, one more than there are columns
    QList<double> rowLines; // y of the grid
    bool isWhiteSpaced = false; // its columns are told by white space, not by rulings
    bool isOpenBelow = false; // no ruling closes the last row
    bool isOpenAbove = false;
};

} // namespace naru::pdf
