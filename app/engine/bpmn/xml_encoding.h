// XML in any encoding, made UTF-8 for the one door that takes no other (SafeXml knows UTF-8 and UTF-16 alone).
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace naru::bpmn {

// The same document in an encoding that SafeXml reads. The encoding is told by a byte order mark, else by the
// declaration (XML 1.0, appendix F). Invalid with code "xml.encoding" if it is unknown, or if the bytes are not in it;
// "xml.limit" if there are too many.
Result<QByteArray> readableXml(const QByteArray &bytes);

} // namespace naru::bpmn
