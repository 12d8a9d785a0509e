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
};

struct DefinedName {
    QString name;
    QString refersTo; // "Sheet1!$C$5"
};

struct Workbook {
    QList<Sheet> sheets; // those with cells, in the order of their tabs
    QList<NumberFormat> styles; // by the index that a cell has
    QList<DefinedName> names;
    QString title;
    QString stringsPart; // empty if there is none
    bool from1904 = false;
};

// Invalid if this is no workbook, "xlsx.binary" for an XLSB.
Result<Workbook> readWorkbookPart(const ZipReader &zip);

} // namespace naru
