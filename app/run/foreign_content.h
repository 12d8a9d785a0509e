// What bytes are that no format claims, so that the refusal can say what to do instead.
#pragma once

#include <QByteArray>
#include <QString>

namespace naru {

// "a HWP 5.0 document, which is not read here: save it as HWPX", "a picture (PNG), whose text needs OCR" …
// Looks at magic numbers only.
QString describeForeign(const QByteArray &bytes);

} // namespace naru
