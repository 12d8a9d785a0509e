// What bytes are that no format claims, so that the refusal can say what to do instead.
#pragma once

#include <QByteArray>
#include <QString>

namespace naru {

// "an old Word document (DOC): save it as HWPX or PDF", "a picture (PNG), whose text needs OCR" …
// Looks at magic numbers only.
QString describeForeign(const QByteArray &bytes);

} // namespace naru
