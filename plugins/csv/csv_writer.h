// Writes a Document as CSV that Excel on Korean Windows opens as it is: UTF-8 with a byte order mark, CRLF.
#pragma once

#include "core/document.h"

#include <QByteArray>

namespace naru {

// Tables row by row, a blank line between two; a paragraph is a row of one field. What looks like a formula is kept text.
QByteArray writeCsv(const Document &document);

} // namespace naru
