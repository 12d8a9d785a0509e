// Writes a Document as a workbook: a sheet for each table, paragraphs as rows above it, set up for A4.
#pragma once

#include "core/document.h"

#include <QByteArray>

namespace naru {

// Values keep their kind: numbers of up to 15 digits, days, times, flags; all else is text, and nothing is ever a formula.
// Invalid with "xlsx.tooLarge" or "xlsx.tooLong" where a sheet or a cell cannot hold it.
Result<QByteArray> writeWorkbook(const Document &document);

} // namespace naru
