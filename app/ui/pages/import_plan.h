// From a table of units or of people to a plan like any other: seen before it is applied, and all of it or nothing.
#pragma once

#include "core/plan.h"
#include "ui/works.h"

namespace naru::run {
class Session;
}

namespace naru::ui {

struct ImportReading {
    Plan plan; // saved as a draft, unless it changes nothing
    int rows = 0;
    int changedRows = 0;
};

// Reads the file (CSV or XLSX), takes it for units or for people by the names of its columns, and saves the plan. Invalid
// ("import.head", "import.rows") names what is wrong; nothing is written then. Denied without the right. Takes long: for a
// worker.
Result<ImportReading> planImport(run::Session &session, const QString &path, const Progress &progress);

// One error of an import, taken apart for a list.
struct ImportFault {
    QString file;
    QString row;
    QString column;
    QString value;
    QString expected; // in the language of the program
};

// The errors that the text of "import.rows" holds; a line that is no error of a row is kept whole in `expected`.
QList<ImportFault> faultsOf(const Error &error);

} // namespace naru::ui
