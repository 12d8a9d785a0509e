// java.lang.String.format for the values of FEEL: %s %S %d %f %e %x %X %o %c %b %n %% with flags, width, precision, and
// positions (%2$s); in the words and signs of English.
#pragma once

#include "engine/feel/value.h"

#include "core/result.h"

namespace naru::feel {

Result<QString> javaFormat(const QString &pattern, const QList<Value> &arguments);

} // namespace naru::feel
