// Whose tasks a person may do on a day: their own, those of their roles and units, and those of the people whom they
// deputise for.
#pragma once

#include "office/directory.h"

namespace naru::office {

// Late tasks are passed on to "head:…" and "deputy:…" of those whom they were for: "head:person:20110234" and
// "head:role:팀장@A010301" for members of a unit and the heads of the units below, "head:unit:A010301" for the unit itself.
// "person:20110234", "role:인사", "role:팀장@A010301" (for a unit), "unit:A010301" with all units above it; each once, their
// own first. Empty where the person has no place in the office on that day, or is away (휴직, 정직, 직위해제). A deputy has what the absent person has, but
// not what that one has as a deputy.
QStringList eligibilities(const Directory &directory, const QString &empNo, QDate day);

} // namespace naru::office
