// A workbook whose package was opened and whose parts but the sheets were read.
#pragma once

#include "core/format.h"

#include "shared_strings.h"
#include "workbook.h"

namespace naru {

struct OpenWorkbook {
    ZipReader zip;
    Workbook workbook;
    SharedStrings strings;
};

// Invalid with "limit.bytes", "xlsx.encrypted", "xls.unsupported", or what is said of the package and its parts.
Result<OpenWorkbook> openWorkbook(const QByteArray &bytes, const ReadLimits &limits);

} // namespace naru
