// What happened, why, and what to do, for each case of failure that a person can meet, by its code.
#pragma once

#include "core/result.h"

namespace naru::run {

// In the language of the program; empty for a code that is not known.
QString cause(const QString &code);
// Whether a person needs the reason of the log beside it: which place of a model, which input of a robot.
bool needsReason(const QString &code);

} // namespace naru::run
