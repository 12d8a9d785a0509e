#include "engine/schedule/recurrence.h"

#include <algorithm>

namespace naru::schedule {

namespace {

// The calendar repeats after 400 years: a rule that has not come to pass in as many steps never will. What is shorter
// than a day leaps from one allowed day to the next, and counts those that it leaps over.
constexpr int countBudget = 2'000'000; // for all that COUNT counts
int searchBudget(Frequency frequency)
{
    switch (frequency) {
    case Frequency::Yearly:
        return 401;
    case Frequency::Monthly:
        return 401 * 12;
    case Frequency::Weekly:
        return 401 * 53;
    case Frequency::Daily:
        return 401 * 366;
    default:
        return 401'000;
    }
}

QList<int> sortedOnce(QList<int> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

Error never(const QString &found)
{
    return {Error::Kind::Invalid, u"expected a rule that comes to pass but "_s + found, u"rule.never"_s};
}

bool allowsNumber(const QList<int> &list, qint64 number)
{
    return list.isEmpty() || list.contains(static_cast<int>(number));
}

} // namespace

std::optional<WallSecond> Recurrence::Interval::atOrAfter(WallSecond from) const
{
    if (isPicked) {
        const auto at = std::lower_bound(picked.begin(), picked.end(), from);
        return at == picked.end() ? std::nullopt : std::optional(*at);
    }
    auto day = std::lower_bound(days.begin(), days.end(), dayOf(from));
    if (day == days.end() || times.isEmpty())
        return std::nullopt;
    auto time = times.begin();
    if (*day == dayOf(from))
        time = std::lower_bound(times.begin(), times.end(), timeOf(from));
    if (time == times.end()) {
        if (++day == days.end())
            return std::nullopt;
        time = times.begin();
    }
    return *day * secondsOfDay + *time;
}

// BYSETPOS counts over days × times without making the product, which may hold millions.
void Recurrence::Interval::pick(const QList<int> &positions)
{
    isPicked = true;
    const qint64 size = days.size() * times.size();
    for (const int position : positions) {
        const qint64 at = position > 0 ? position - 1 : size + position;
        if (at >= 0 && at < size)
            picked.append(days[at / times.size()] * secondsOfDay + times[at % times.size()]);
    }
    std::sort(picked.begin(), picked.end());
    picked.erase(std::unique(picked.begin(), picked.end()), picked.end());
}

Recurrence::Recurrence(const RecurrenceRule &rule, WallSecond start, bool isDate)
    : m_rule(rule)
    , m_days(rule, dayOf(start))
    , m_start(start)
{
    for (int &second : m_rule.bySecond)
        second = std::min(second, 59); // RFC 5545: without leap seconds, 60 is 59
    m_rule.bySecond = sortedOnce(m_rule.bySecond);
    m_rule.byMinute = sortedOnce(m_rule.byMinute);
    m_rule.byHour = sortedOnce(m_rule.byHour);
    switch (m_rule.frequency) {
    case Frequency::Yearly:
        m_base = m_days.yearNumberOf(dayOf(start));
        break;
    case Frequency::Monthly:
        m_base = monthOf(m_rule.scale, dayOf(start));
        break;
    case Frequency::Weekly:
        m_base = m_days.weekStartOf(dayOf(start));
        break;
    case Frequency::Daily:
        m_base = dayOf(start);
        break;
    default:
        m_base = floorDivide(start, unit()) * unit();
    }
    if (!followsClock())
        m_times = timesOfDay(start, isDate);
}

Result<Recurrence> Recurrence::make(const RecurrenceRule &rule, WallSecond start, std::optional<WallSecond> until,
                                    bool isDate)
{
    if (dayOf(start) < firstDayOf(rule.scale) || dayOf(start) > lastDayOf(rule.scale))
        return Error{Error::Kind::Invalid,
                     u"expected a start that the calendar "_s + nameOf(rule.scale) + u" knows but it is "_s
                         + wallText(start),
                     u"rule.start"_s};
    Recurrence recurrence(rule, start, isDate);
    if (until || rule.until)
        recurrence.m_last = until ? *until : rule.until->at;
    const Status counted = recurrence.count(rule.count);
    return counted ? Result<Recurrence>(recurrence) : counted.error();
}

// Finds the first moment, and with COUNT the last.
Status Recurrence::count(std::optional<int> count)
{
    WallSecond at = m_start;
    int left = countBudget;
    for (int found = 0; found < count.value_or(1); ++found) {
        const int given = std::min(left, searchBudget(m_rule.frequency));
        int budget = given;
        const Result<std::optional<WallSecond>> next = within(at, budget);
        left -= given - budget;
        if (left <= 0)
            return Error{
                Error::Kind::Invalid,
                u"expected COUNT to be counted within %1 steps but %2 were found"_s.arg(countBudget).arg(found),
                u"rule.count"_s};
        if (!next)
            return next.error();
        if (!*next && found == 0)
            return never(u"its end comes first"_s);
        if (!*next)
            return {};
        at = **next + 1;
    }
    if (count)
        m_last = at - 1;
    return {};
}

// In seconds, of those frequencies that follow the clock.
qint64 Recurrence::unit() const
{
    return m_rule.frequency == Frequency::Hourly ? 3600 : m_rule.frequency == Frequency::Minutely ? 60 : 1;
}

QList<int> Recurrence::timesOfDay(WallSecond start, bool isDate) const
{
    if (isDate)
        return {0};
    const int time = static_cast<int>(timeOf(start));
    const QList<int> hours = m_rule.byHour.isEmpty() ? QList<int>{time / 3600} : m_rule.byHour;
    const QList<int> minutes = m_rule.byMinute.isEmpty() ? QList<int>{time / 60 % 60} : m_rule.byMinute;
    const QList<int> seconds = m_rule.bySecond.isEmpty() ? QList<int>{time % 60} : m_rule.bySecond;
    QList<int> times;
    times.reserve(hours.size() * minutes.size() * seconds.size());
    for (const int hour : hours)
        for (const int minute : minutes)
            for (const int second : seconds)
                times.append(hour * 3600 + minute * 60 + second);
    return times;
}

// The interval in which the moment lies; may be negative.
qint64 Recurrence::indexOf(WallSecond at) const
{
    const DayNumber day = std::clamp(dayOf(at), firstDayOf(m_rule.scale), lastDayOf(m_rule.scale));
    switch (m_rule.frequency) {
    case Frequency::Yearly:
        return floorDivide(m_days.yearNumberOf(day) - m_base, m_rule.interval);
    case Frequency::Monthly:
        return floorDivide(monthOf(m_rule.scale, day) - m_base, m_rule.interval);
    case Frequency::Weekly:
        return floorDivide(m_days.weekStartOf(day) - m_base, 7 * m_rule.interval);
    case Frequency::Daily:
        return floorDivide(day - m_base, m_rule.interval);
    default:
        return floorDivide(at - m_base, unit() * m_rule.interval);
    }
}

// When the interval begins; nothing beyond the calendar.
std::optional<WallSecond> Recurrence::startOf(qint64 index) const
{
    const qint64 steps = index * m_rule.interval;
    WallSecond start = 0;
    if (m_rule.frequency == Frequency::Yearly) {
        const std::optional<ScaleYear> year = yearNumbered(m_rule.scale, m_base + steps);
        return year ? std::optional(year->first * secondsOfDay) : std::nullopt;
    }
    if (m_rule.frequency == Frequency::Monthly) {
        const std::optional<ScaleMonth> month = monthNumbered(m_rule.scale, m_base + steps);
        return month ? std::optional(month->first * secondsOfDay) : std::nullopt;
    }
    if (m_rule.frequency == Frequency::Weekly)
        start = (m_base + steps * 7) * secondsOfDay;
    else if (m_rule.frequency == Frequency::Daily)
        start = (m_base + steps) * secondsOfDay;
    else
        start = m_base + steps * unit();
    return dayOf(start) > lastDayOf(m_rule.scale) ? std::nullopt : std::optional(start);
}

// HOURLY and shorter: the parts of the clock that are longer than the unit limit, the shorter ones expand.
void Recurrence::fillShort(Interval &one, WallSecond start) const
{
    const qint64 time = timeOf(start);
    const bool isMinute = m_rule.frequency >= Frequency::Minutely;
    const bool isSecond = m_rule.frequency == Frequency::Secondly;
    if (!m_days.allows(dayOf(start)) || !allowsNumber(m_rule.byHour, time / 3600)
        || (isMinute && !allowsNumber(m_rule.byMinute, time / 60 % 60))
        || (isSecond && !allowsNumber(m_rule.bySecond, time % 60)))
        return;
    one.days = {dayOf(start)};
    const int first = static_cast<int>(timeOf(m_start));
    const QList<int> minutes = isMinute ? QList<int>{0}
        : m_rule.byMinute.isEmpty()     ? QList<int>{first / 60 % 60}
                                        : m_rule.byMinute;
    const QList<int> seconds = isSecond ? QList<int>{0}
        : m_rule.bySecond.isEmpty()     ? QList<int>{first % 60}
                                        : m_rule.bySecond;
    for (const int minute : minutes)
        for (const int second : seconds)
            one.times.append(static_cast<int>(time) + minute * 60 + second);
}

Recurrence::Interval Recurrence::made(qint64 index) const
{
    Interval one;
    one.index = index;
    const std::optional<WallSecond> start = startOf(index);
    if (!start)
        return one;
    one.times = m_times;
    switch (m_rule.frequency) {
    case Frequency::Yearly:
        one.days = m_days.ofYear(m_base + index * m_rule.interval);
        break;
    case Frequency::Monthly:
        one.days = m_days.ofMonth(m_base + index * m_rule.interval);
        break;
    case Frequency::Weekly:
        one.days = m_days.ofWeek(dayOf(*start));
        break;
    case Frequency::Daily:
        if (m_days.allows(dayOf(*start)))
            one.days = {dayOf(*start)};
        break;
    default:
        fillShort(one, *start);
    }
    if (!m_rule.bySetPos.isEmpty())
        one.pick(m_rule.bySetPos);
    return one;
}

const Recurrence::Interval &Recurrence::interval(qint64 index) const
{
    if (m_interval.index != index)
        m_interval = made(index);
    return m_interval;
}

// The next interval worth looking at after an empty one: a rule of seconds must not walk through the months between.
std::optional<qint64> Recurrence::indexAfterEmpty(qint64 index, int &budget) const
{
    --budget;
    if (!followsClock())
        return index + 1;
    const WallSecond start = startOf(index).value_or(0);
    const auto first = [&](WallSecond at) {
        const qint64 next = indexOf(at - 1) + 1;
        return std::max(next, index + 1);
    };
    if (m_days.allows(dayOf(start))) {
        const bool isHour = allowsNumber(m_rule.byHour, timeOf(start) / 3600);
        const bool isMinute = isHour && allowsNumber(m_rule.byMinute, timeOf(start) / 60 % 60);
        const qint64 span = isMinute ? 1 : isHour ? 60 : 3600;
        return first(floorDivide(start, span) * span + span);
    }
    DayNumber day = dayOf(start) + 1;
    while (!m_days.allows(day))
        if (++day > lastDayOf(m_rule.scale) || --budget <= 0)
            return std::nullopt;
    return first(day * secondsOfDay);
}

Result<std::optional<WallSecond>> Recurrence::search(WallSecond from, int &budget) const
{
    // With SKIP, the interval before may reach into this one.
    const int back = m_rule.skip == Skip::Omit ? 0 : 1;
    std::optional<qint64> index = std::max<qint64>(0, indexOf(from) - back);
    while (index && budget > 0) {
        const std::optional<WallSecond> start = startOf(*index);
        if (!start || (m_last && *start - 7 * secondsOfDay > *m_last))
            return std::optional<WallSecond>();
        std::optional<WallSecond> found = interval(*index).atOrAfter(from);
        if (found && m_rule.skip != Skip::Omit) // the neighbour may reach in front
            if (const std::optional<WallSecond> other = interval(*index + 1).atOrAfter(from))
                found = std::min(*found, *other);
        if (found)
            return found;
        const bool isEmpty = interval(*index).days.isEmpty() || interval(*index).isPicked;
        index = isEmpty ? indexAfterEmpty(*index, budget) : std::optional(*index + 1);
    }
    return never(u"it has no moment in a whole turn of the calendar after "_s + wallText(from));
}

Result<std::optional<WallSecond>> Recurrence::atOrAfter(WallSecond from) const
{
    int budget = searchBudget(m_rule.frequency);
    return within(from, budget);
}

Result<std::optional<WallSecond>> Recurrence::within(WallSecond from, int &budget) const
{
    if (dayOf(from) > lastDayOf(m_rule.scale) || (m_last && from > *m_last))
        return std::optional<WallSecond>();
    const Result<std::optional<WallSecond>> found = search(std::max(from, m_start), budget);
    if (found && *found && m_last && **found > *m_last)
        return std::optional<WallSecond>();
    return found;
}

} // namespace naru::schedule
