// How the schema wants values written.
#pragma once

#include "engine/bpmn/model_schema.h"

namespace naru::bpmn {

// What was expected of a value that is not as the rule says; empty if it is good. Whether references lead anywhere is
// asked elsewhere.
QString valueComplaint(const ValueRule &rule, const QString &value);

bool isNcName(QStringView name);
// "type/subtype", with parameters or without (RFC 2045).
bool isMimeType(QStringView text);

} // namespace naru::bpmn
