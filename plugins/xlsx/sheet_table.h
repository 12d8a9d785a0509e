// Makes the table of a Document from the cells of a sheet: merged ranges become spans, blanks become cells.
#pragma once

#include "core/document.h"

#include "sheet_reader.h"

namespace naru {

struct SheetTable {
    Table table;
    QList<Diagnostic> diagnostics;
};

// Invalid with "limit.cells" where blanks and spans would pass `mostCells`.
Result<SheetTable> tableOf(const QString &sheet, QList<StreamCell> cells, const SheetNotes &notes, qint64 mostCells);

} // namespace naru
