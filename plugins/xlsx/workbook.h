// The workbook part and what it names: sheets, styles, shared strings, the date system, defined names.
#pragma once

#include "core/zip_archive.h"

#include "number_format.h"

#include <QList>

namespace naru {

struct Sheet {
    QString name;
    QString part; // the entry in the archive
    bool hidden = false;
    int tab = 0; // its number among all tabs, charts and dialogs too
};

struct DefinedName {
    QString name;
    QString refersTo; // "Sheet1!$C$5"
    int tab = -1; // of the sheet that it is a name on; -1 for one of the whole workbook
    bool hidden = false;
};

struct Workbook {
    QList<Sheet> sheets; // those with cells, in the order of their tabs
    QList<NumberFormat> styles; // by the index that a cell has
    QList<DefinedName> names;
    QString title;
    QString part; // the entry of the workbook itself
    QString stringsPart; // empty if there is none
    QString stylesPart; // the same
    bool from1904 = false;
};

// Invalid if this is no workbook, "xlsx.binary" for an XLSB.
Result<Workbook> readWorkbookPart(const ZipReader &zip);

} // namespace naru
