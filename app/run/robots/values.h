// FEEL values as JSON, exactly: text, truth, null, whole numbers, lists, and contexts as they are; everything else as
// {"$feel": "12.50"}, {"$feel": "date(\"2026-07-29\")"}.
#pragma once

#include "engine/feel/value.h"

#include <QJsonObject>

namespace naru::run {

QJsonValue toJson(const feel::Value &value);
QJsonObject toJson(const feel::Context &context);
// Invalid where a "$feel" cannot be read, or where a number is no whole one: a binary fraction is never exact.
Result<feel::Value> valueFromJson(const QJsonValue &json);
Result<feel::Context> contextFromJson(const QJsonObject &json);

} // namespace naru::run
