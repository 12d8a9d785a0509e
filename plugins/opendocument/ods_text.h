// Text in a written OpenDocument file: without what XML cannot hold, and with the white space that it would collapse.
#pragma once

#include "core/result.h"

class QXmlStreamWriter;

namespace naru::opendocument {

// Without control characters and halves of a pair.
QString xmlText(const QString &text);
// Each line of the text as <text:p>.
void writeText(QXmlStreamWriter &xml, const QString &text);

} // namespace naru::opendocument
