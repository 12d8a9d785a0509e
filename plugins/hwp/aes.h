// The one door to the cipher of distribution documents.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace naru::hwp {

// AES-128 ECB without padding; bytes behind the last whole block are dropped. REQUIRES: a key of 16 bytes.
Result<QByteArray> aesDecrypted(QByteArrayView cipher, QByteArrayView key);

} // namespace naru::hwp
