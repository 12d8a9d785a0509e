// Distribution documents (배포용 문서): anyone may read them, nobody may change them. Their text is scrambled with a
// key that the file itself holds (Hancom, 배포용 문서 rev. 1.2).
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace naru::hwp {

// The packed records of a stream of ViewText. Invalid ("hwp.damaged") where it does not begin with its key.
Result<QByteArray> unscrambled(const QByteArray &stream);

} // namespace naru::hwp
