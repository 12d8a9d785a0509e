// Makes the table of a Document from the cells of a sheet: blanks become cells, spans are fitted.
#pragma once

#include "sheet_reader.h"

namespace naru::opendocument {

struct SheetTable {
    Table table;
    QList<Diagnostic> diagnostics;
};

// Invalid with "limit.cells" where blanks and spans would pass `mostCells`. REQUIRES: the cells come by row and column.
Result<SheetTable> tableOf(const QString &sheet, const QList<SheetCell> &cells, const SheetNotes &notes,
                           qint64 mostCells);

} // namespace naru::opendocument
