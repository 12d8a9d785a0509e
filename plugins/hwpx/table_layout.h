// How wide the columns of a table become, so that it fills the text and its content stands on as few lines as can be.
#pragma once

#include "core/document.h"

namespace naru::hwpx {

struct TableLayout {
    int size = 0; // index into tableSizes
    QList<int> widths; // of the columns; their sum is the width that was asked for
    QList<int> heights; // of the rows, a lower bound: Hancom Office lets a row grow
    QList<bool> isCentred; // columns of short texts
};

// How wide a line of type is, in em: an estimate that needs no font.
double widthOf(QStringView line);

// REQUIRES: the cells tile the table, and it has at least one column.
TableLayout layoutOf(const Table &table, int width);

} // namespace naru::hwpx
