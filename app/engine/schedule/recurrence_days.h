// The days of a recurrence rule: which days lie in one year, month, or week of the rule (the expanding column of the
// table in RFC 5545 §3.3.10), and whether a day may be one at all (the limiting column).
#pragma once

#include "engine/schedule/recurrence_rule.h"

namespace naru::schedule {

class RecurrenceDays {
public:
    // What the rule leaves open is taken from the first day (DTSTART).
    // REQUIRES: the rule has no problems; the first day lies within the calendar of the rule.
    RecurrenceDays(RecurrenceRule rule, DayNumber first);

    // Sorted, each once. With SKIP a day may lie just outside of the year or the month. Nothing beyond the calendar.
    QList<DayNumber> ofYear(qint64 number) const;
    QList<DayNumber> ofMonth(qint64 running) const;
    QList<DayNumber> ofWeek(DayNumber weekStart) const;
    // Whether a rule that is DAILY or shorter allows the day.
    bool allows(DayNumber day) const;

    // The year that owns the day: with BYWEEKNO the one to which its week belongs.
    qint64 yearNumberOf(DayNumber day) const;
    DayNumber weekStartOf(DayNumber day) const;

private:
    QList<ScaleMonth> effectiveMonths(const ScaleYear &year, const QList<ByMonth> &wanted) const;
    bool isInMonths(DayNumber day) const;
    bool isInMonthDays(DayNumber day) const;
    bool isInYearDays(DayNumber day, const ScaleYear &year) const;
    bool isWeekday(DayNumber day) const;
    bool isByDay(DayNumber day, DayNumber first, int days) const;
    std::optional<DayNumber> nth(DayNumber first, int days, int number) const;
    DayNumber firstWeekOf(const ScaleYear &year) const;
    QList<DayNumber> weekdaysIn(DayNumber first, int days) const;
    QList<DayNumber> byYearDays(const ScaleYear &year) const;
    QList<DayNumber> byWeeks(const ScaleYear &year) const;
    QList<DayNumber> byMonths(const ScaleYear &year) const;
    QList<DayNumber> daysOfMonth(const ScaleMonth &month, const QList<int> &numbers) const;

    RecurrenceRule m_rule;
    int m_weekday = 1; // those of the first day
    int m_monthDay = 1;
    ByMonth m_month;
};

} // namespace naru::schedule
