// Writes a Document as an OpenDocument spreadsheet: each table on a sheet of its own, paragraphs above the table they
// precede.
#pragma once

#include "core/document.h"

namespace naru::opendocument {

// Texts are typed as texts, so that nothing of the data is ever a formula. Invalid ("ods.tooLarge") where a table does
// not fit a sheet.
Result<QByteArray> writeSpreadsheet(const Document &document);

} // namespace naru::opendocument
