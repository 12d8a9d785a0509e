// How a document lies on sheets before it is written: how wide the columns, how high the rows.
#pragma once

#include "core/spreadsheet.h"

namespace naru {

struct SheetLayout {
    QList<int> widths; // in characters, one for each column
    QList<int> lines; // of text, one for each row
    int headerRows = 0; // from the top of the table
};

SheetLayout layOut(const Table &table);

} // namespace naru
