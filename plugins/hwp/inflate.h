// Unpacks the streams of a HWP document, which are deflated without a header.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace naru::hwp {

// Invalid: "hwp.damaged", "hwp.truncated", "limit.bytes" beyond `most` unpacked bytes.
Result<QByteArray> inflated(QByteArrayView packed, qint64 most);

} // namespace naru::hwp
