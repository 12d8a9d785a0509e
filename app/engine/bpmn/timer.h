// Timers as BPMN writes them (BPMN 2.0.2 §10.5.5, ISO 8601): a date, a duration, a cycle; and when they are due.
#pragma once

#include "core/result.h"
#include "engine/feel/value.h"

#include <optional>

namespace naru::bpmn {

// A span as ISO 8601 writes it, of calendar parts (kept apart: a month has no fixed length) and of exact time.
struct Span {
    qint64 months = 0;
    qint64 days = 0;
    qint64 milliseconds = 0; // below a millisecond is cut off

    bool isPositive() const { return months >= 0 && days >= 0 && milliseconds >= 0 && (months | days | milliseconds); }
    friend bool operator==(const Span &, const Span &) = default;
};

// When a timer fires: at `anchor` + k × `period`, k = first, first + 1, … A moment is milliseconds since 1970 UTC.
struct TimerPlan {
    qint64 anchor = 0;
    Span period;
    int first = 0; // 0: at the anchor itself; 1: a period later
    int times = 1; // -1: for ever
    QString zone; // IANA; calendar parts are counted on its clock

    // The k-th occurrence, nothing beyond the years that can be told. Counted from the anchor, so the 31st stays the
    // 31st where the month has one; a time in a gap of the clock is put forward, in an overlap the earlier one holds.
    std::optional<qint64> occurrence(qint64 k) const;
    friend bool operator==(const TimerPlan &, const TimerPlan &) = default;
};

Result<Span> spanFromText(QStringView text); // "P1M", "PT10S", "P1DT12H", "P2W", "-PT1S"
QString toText(const Span &span);

enum class TimerKind { Date, Duration, Cycle };

// What a timer's value means at `now` (milliseconds UTC): text as ISO 8601 writes it, or FEEL's dates and durations.
Result<TimerPlan> timerPlan(TimerKind kind, const feel::Value &value, qint64 now, const QString &zone);

} // namespace naru::bpmn
