#include "engine/schedule/recurrence_days.h"

#include <algorithm>

namespace naru::schedule {

namespace {

// "3" of 31 is 3, "-1" is 31.
int fromFront(int number, int days)
{
    return number > 0 ? number : days + 1 + number;
}

QList<DayNumber> inOrder(QList<DayNumber> days)
{
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

template <typename Keep> QList<DayNumber> kept(const QList<DayNumber> &days, Keep keep)
{
    QList<DayNumber> result;
    std::copy_if(days.begin(), days.end(), std::back_inserter(result), keep);
    return result;
}

} // namespace

RecurrenceDays::RecurrenceDays(RecurrenceRule rule, DayNumber first)
    : m_rule(std::move(rule))
    , m_weekday(weekdayOf(first))
{
    const std::optional<ScaleMonth> month = monthNumbered(m_rule.scale, monthOf(m_rule.scale, first));
    if (month) {
        m_monthDay = static_cast<int>(first - month->first) + 1;
        m_month = {month->number, month->isLeap};
    }
}

// The n-th day of a span; what becomes of one that does not exist says SKIP.
std::optional<DayNumber> RecurrenceDays::nth(DayNumber first, int days, int number) const
{
    const int index = fromFront(number, days);
    if (index >= 1 && index <= days)
        return first + index - 1;
    switch (m_rule.skip) {
    case Skip::Omit:
        return std::nullopt;
    case Skip::Forward:
        return index > days ? first + days : first;
    case Skip::Backward:
        return index > days ? first + days - 1 : first - 1;
    }
    return std::nullopt;
}

// The months of BYMONTH that the year has, with SKIP for a leap month that it lacks (RFC 7529 §4.1: months first).
QList<ScaleMonth> RecurrenceDays::effectiveMonths(const ScaleYear &year, const QList<ByMonth> &wanted) const
{
    QList<ScaleMonth> months;
    for (const ByMonth &one : wanted) {
        std::optional<ScaleMonth> found;
        std::optional<ScaleMonth> instead;
        for (qint64 at = year.firstMonth; at < year.firstMonth + year.months; ++at) {
            const std::optional<ScaleMonth> month = monthNumbered(m_rule.scale, at);
            if (month && month->number == one.number && month->isLeap == one.isLeap)
                found = month;
            if (month && month->number == one.number && !month->isLeap && m_rule.skip != Skip::Omit)
                instead = m_rule.skip == Skip::Backward ? month : monthNumbered(m_rule.scale, at + 1);
        }
        if (found || instead)
            months.append(found ? *found : *instead);
    }
    return months;
}

bool RecurrenceDays::isInMonths(DayNumber day) const
{
    if (m_rule.byMonth.isEmpty())
        return true;
    if (m_rule.scale == Rscale::Gregorian)
        return m_rule.byMonth.contains(ByMonth{dateOf(day).month(), false});
    const QList<ScaleMonth> months = effectiveMonths(yearOf(m_rule.scale, day), m_rule.byMonth);
    return std::any_of(months.begin(), months.end(),
                       [&](const ScaleMonth &one) { return day >= one.first && day < one.first + one.days; });
}

bool RecurrenceDays::isInMonthDays(DayNumber day) const
{
    if (m_rule.byMonthDay.isEmpty())
        return true;
    const std::optional<ScaleMonth> month = monthNumbered(m_rule.scale, monthOf(m_rule.scale, day));
    return month && std::any_of(m_rule.byMonthDay.begin(), m_rule.byMonthDay.end(), [&](int number) {
               return fromFront(number, month->days) == day - month->first + 1;
           });
}

bool RecurrenceDays::isInYearDays(DayNumber day, const ScaleYear &year) const
{
    return m_rule.byYearDay.isEmpty() || std::any_of(m_rule.byYearDay.begin(), m_rule.byYearDay.end(), [&](int number) {
               return fromFront(number, year.days) == day - year.first + 1;
           });
}

bool RecurrenceDays::isWeekday(DayNumber day) const
{
    return m_rule.byDay.isEmpty() || std::any_of(m_rule.byDay.begin(), m_rule.byDay.end(), [&](const ByDay &one) {
               return one.weekday == weekdayOf(day);
           });
}

// Whether the day is one of BYDAY, where ordinals count within the span.
bool RecurrenceDays::isByDay(DayNumber day, DayNumber first, int days) const
{
    const qint64 fromStart = (day - first) / 7 + 1;
    const qint64 fromEnd = -((first + days - 1 - day) / 7 + 1);
    return m_rule.byDay.isEmpty() || std::any_of(m_rule.byDay.begin(), m_rule.byDay.end(), [&](const ByDay &one) {
               return one.weekday == weekdayOf(day)
                   && (one.ordinal == 0 || one.ordinal == fromStart || one.ordinal == fromEnd);
           });
}

QList<DayNumber> RecurrenceDays::weekdaysIn(DayNumber first, int days) const
{
    QList<DayNumber> found;
    for (DayNumber day = first; day < first + days; ++day)
        if (isByDay(day, first, days))
            found.append(day);
    return found;
}

bool RecurrenceDays::allows(DayNumber day) const
{
    return isWeekday(day) && isInMonthDays(day) && isInMonths(day)
        && (m_rule.byYearDay.isEmpty() || isInYearDays(day, yearOf(m_rule.scale, day)));
}

DayNumber RecurrenceDays::weekStartOf(DayNumber day) const
{
    return day - (weekdayOf(day) - m_rule.weekStart + 7) % 7;
}

// Week 1 is the first that has four days in the year.
DayNumber RecurrenceDays::firstWeekOf(const ScaleYear &year) const
{
    const DayNumber start = weekStartOf(year.first);
    return year.first - start > 3 ? start + 7 : start;
}

qint64 RecurrenceDays::yearNumberOf(DayNumber day) const
{
    const ScaleYear year = yearOf(m_rule.scale, day);
    if (m_rule.byWeekNo.isEmpty())
        return year.number;
    if (day < firstWeekOf(year))
        return year.number - 1;
    const std::optional<ScaleYear> next = yearNumbered(m_rule.scale, year.number + 1);
    return next && day >= firstWeekOf(*next) ? next->number : year.number;
}

QList<DayNumber> RecurrenceDays::ofYear(qint64 number) const
{
    const std::optional<ScaleYear> year = yearNumbered(m_rule.scale, number);
    if (!year)
        return {};
    if (!m_rule.byWeekNo.isEmpty())
        return inOrder(byWeeks(*year));
    if (!m_rule.byYearDay.isEmpty())
        return inOrder(byYearDays(*year));
    if (m_rule.byMonth.isEmpty() && m_rule.byMonthDay.isEmpty() && !m_rule.byDay.isEmpty())
        return weekdaysIn(year->first, year->days);
    return inOrder(byMonths(*year));
}

QList<DayNumber> RecurrenceDays::byWeeks(const ScaleYear &year) const
{
    const std::optional<ScaleYear> next = yearNumbered(m_rule.scale, year.number + 1);
    const DayNumber first = firstWeekOf(year);
    if (!next)
        return {};
    const int weeks = static_cast<int>((firstWeekOf(*next) - first) / 7);
    QList<DayNumber> days;
    for (const int number : m_rule.byWeekNo) {
        const int week = fromFront(number, weeks);
        for (DayNumber day = first + (week - 1) * 7; week >= 1 && week <= weeks && day < first + week * 7; ++day)
            if (m_rule.byDay.isEmpty() ? weekdayOf(day) == m_weekday : isWeekday(day))
                days.append(day);
    }
    return kept(days, [&](DayNumber day) {
        return isInMonths(day) && isInMonthDays(day) && isInYearDays(day, yearOf(m_rule.scale, day));
    });
}

QList<DayNumber> RecurrenceDays::byYearDays(const ScaleYear &year) const
{
    QList<DayNumber> days;
    for (const int number : m_rule.byYearDay)
        if (const std::optional<DayNumber> day = nth(year.first, year.days, number))
            days.append(*day);
    return kept(days, [&](DayNumber day) {
        return isInMonths(day) && isInMonthDays(day) && isByDay(day, year.first, year.days);
    });
}

QList<DayNumber> RecurrenceDays::daysOfMonth(const ScaleMonth &month, const QList<int> &numbers) const
{
    QList<DayNumber> days;
    for (const int number : numbers)
        if (const std::optional<DayNumber> day = nth(month.first, month.days, number))
            days.append(*day);
    return days;
}

QList<DayNumber> RecurrenceDays::byMonths(const ScaleYear &year) const
{
    QList<ScaleMonth> months = effectiveMonths(year, m_rule.byMonth);
    const bool isOpen = m_rule.byMonth.isEmpty();
    if (isOpen && m_rule.byDay.isEmpty())
        months = effectiveMonths(year, {m_month});
    else if (isOpen) // BYMONTHDAY with BYDAY: every Friday the 13th
        for (qint64 at = year.firstMonth; at < year.firstMonth + year.months; ++at)
            months.append(monthNumbered(m_rule.scale, at).value_or(ScaleMonth{}));
    QList<DayNumber> days;
    for (const ScaleMonth &month : months) {
        if (!m_rule.byMonthDay.isEmpty())
            days += kept(daysOfMonth(month, m_rule.byMonthDay), [&](DayNumber day) {
                return isOpen ? isByDay(day, year.first, year.days) : isByDay(day, month.first, month.days);
            });
        else
            days += m_rule.byDay.isEmpty() ? daysOfMonth(month, {m_monthDay}) : weekdaysIn(month.first, month.days);
    }
    return days;
}

QList<DayNumber> RecurrenceDays::ofMonth(qint64 running) const
{
    const std::optional<ScaleMonth> month = monthNumbered(m_rule.scale, running);
    if (!month || !isInMonths(month->first))
        return {};
    if (m_rule.byMonthDay.isEmpty() && !m_rule.byDay.isEmpty())
        return weekdaysIn(month->first, month->days);
    const QList<int> numbers = m_rule.byMonthDay.isEmpty() ? QList<int>{m_monthDay} : m_rule.byMonthDay;
    return inOrder(
        kept(daysOfMonth(*month, numbers), [&](DayNumber day) { return isByDay(day, month->first, month->days); }));
}

QList<DayNumber> RecurrenceDays::ofWeek(DayNumber weekStart) const
{
    QList<DayNumber> days;
    for (DayNumber day = weekStart; day < weekStart + 7; ++day)
        if (day <= lastDayOf(m_rule.scale) && day >= firstDayOf(m_rule.scale) && isInMonths(day)
            && (m_rule.byDay.isEmpty() ? weekdayOf(day) == m_weekday : isWeekday(day)))
            days.append(day);
    return days;
}

} // namespace naru::schedule
