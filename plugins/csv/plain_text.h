// Text of unknown encoding: by its byte order mark, else UTF-8 if it is valid, else what Korean Windows writes.
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace naru {

// Invalid with "csv.encoding" where the bytes are no text, "csv.truncated" where they end within a character.
Result<QString> decodeText(const QByteArray &bytes);

} // namespace naru
