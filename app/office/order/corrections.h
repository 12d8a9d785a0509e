// What a person reads in a document where the machine read something else, or was not sure: typed words take the place of
// what was read, and both are kept as evidence.
//
// An answer says it by field: {"line": 12, "read": {"name": "이민수", "date": "2026-07-29"}}. Fields: name emp_no unit grade
// kind phrase to_unit to_grade outside date until; units as they are written, days as 2026-07-29.
#pragma once

#include "core/plan.h"
#include "office/order/reader.h"

#include <QJsonArray>
#include <QMap>

namespace naru::office {

// The field of a correction that a column of an order holds, empty where none does.
QString fieldOf(Column column);

// Usage ("answer.read"): a field that is not known or empty, a day that is none, a phrase or a kind that nobody understands.
Status checkTyped(const QJsonObject &typed);

// The line as the person reads it: no guess of a scan's reader is left in what was typed. As sure as the least sure of its
// cells that nobody has typed; of running text, sure when everything that it says was typed.
// REQUIRES: checkTyped() has passed.
ReadLine corrected(ReadLine line, const QJsonObject &typed);

// What the person typed about each line, later words over earlier ones.
QMap<int, QJsonObject> typedByLine(const QJsonArray &answers);

// The evidence of what was typed: [{line, field, read, typed, by, at, source, page, box, confidence}].
// REQUIRES: answers name lines that are there.
QJsonArray correctionsOf(const QJsonArray &answers, const QList<ReadLine> &lines, const QList<int> &sources);

} // namespace naru::office
