// Import of units and people from a table of a spreadsheet: all or nothing, as a list of changes. The second import of the
// same table changes nothing.
#pragma once

#include "core/plan.h"
#include "office/directory.h"

namespace naru::office {

struct ImportChanges {
    QList<Change> changes;
    int rows = 0;
    int changedRows = 0;
};

// The first table of the document with its head: code,name,kind,level,parent,valid_from,valid_to,predecessors. Invalid
// ("import.rows") names up to twenty errors, each with file, row, column, value, and what was expected.
Result<ImportChanges> importUnits(const Document &document, const QString &file, const Directory &directory);

// emp_no,name,hanja,grade,series,unit,post,account,valid_from. An empty account means none.
Result<ImportChanges> importPeople(const Document &document, const QString &file, const Directory &directory);

} // namespace naru::office
