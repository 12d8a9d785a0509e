// How the cells of a workbook look, as far as it decides whether a text has room in one.
#pragma once

#include "core/zip_archive.h"

#include <QList>

namespace naru {

struct CellLook {
    bool wraps = false;
    bool shrinks = false;
    double scale = 1; // its font's size over that of the workbook, in which columns are measured
};

// By the index that a cell has. None where the styles are damaged or absent.
QList<CellLook> readCellLooks(const ZipReader &zip, const QString &stylesPart);

} // namespace naru
