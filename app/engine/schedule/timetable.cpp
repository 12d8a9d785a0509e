#include "engine/schedule/timetable.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace naru::schedule {

namespace {

// No run of days off is as long, in any year that the calendar covers.
constexpr DayNumber longestDaysOff = 31;

// Evenly spread, and the same for the same occurrence on every machine.
qint64 jitterOf(const Schedule &schedule, qint64 utc)
{
    if (schedule.jitter == 0)
        return 0;
    const QByteArray name = schedule.id.toUtf8() + '\n' + QByteArray::number(utc);
    const QByteArray digest = QCryptographicHash::hash(name, QCryptographicHash::Sha256);
    return static_cast<qint64>(qFromBigEndian<quint64>(digest.constData())
                               % (static_cast<quint64>(schedule.jitter) + 1));
}

Error uncovered(DayNumber day)
{
    return {Error::Kind::Invalid,
            u"expected a day that the calendar covers but "_s + dateOf(day).toString(Qt::ISODate) + u" is not"_s,
            u"calendar.years"_s};
}

} // namespace

Timetable::Timetable(const Schedule &schedule, const KoreanCalendar &calendar, ZoneClock zone)
    : m_schedule(schedule)
    , m_calendar(calendar)
    , m_zone(std::move(zone))
{
    std::sort(m_schedule.added.begin(), m_schedule.added.end());
    std::sort(m_schedule.excluded.begin(), m_schedule.excluded.end());
    std::sort(m_schedule.excludedDays.begin(), m_schedule.excludedDays.end());
    if (m_schedule.end)
        m_lastUtc = m_zone.utcOf(*m_schedule.end);
}

Result<Timetable> Timetable::make(const Schedule &schedule, const KoreanCalendar &calendar)
{
    if (const QList<Problem> problems = problemsOf(schedule); !problems.isEmpty())
        return errorOf(problems);
    const Result<QTimeZone> zone = zoneFromName(schedule.zone);
    if (!zone)
        return zone.error();
    Timetable timetable(schedule, calendar, ZoneClock(*zone));
    if (const Status read = timetable.readRule(); !read)
        return read.error();
    WallSecond from = schedule.start.value_or(0);
    if (schedule.holidays != HolidayPolicy::AsIs)
        from = std::max(from, wallSecond(QDate(calendar.firstYear(), 2, 1), QTime(0, 0)));
    WallSecond wall = 0;
    const Result<std::optional<qint64>> first = timetable.nextUtc(timetable.m_zone.utcOf(from) - 1, &wall);
    if (!first)
        return first.error();
    if (!*first)
        return Error{Error::Kind::Invalid, u"expected a schedule that comes to pass but it never does"_s,
                     u"schedule.never"_s};
    return timetable;
}

Status Timetable::readRule()
{
    if (m_schedule.kind == RuleKind::Cron) {
        m_rule = cronFromText(m_schedule.rule).expression;
    } else if (m_schedule.kind == RuleKind::Once) {
        m_rule = OnceRule{wallFromText(m_schedule.rule).value_or(0)};
    } else {
        const RecurrenceRule rule = recurrenceRuleFromText(m_schedule.rule).rule;
        std::optional<WallSecond> until;
        if (rule.until)
            until = rule.until->isUtc ? m_zone.wallOf(rule.until->at) : rule.until->at;
        const Result<Recurrence> recurrence = Recurrence::make(rule, m_schedule.start.value_or(0), until);
        if (!recurrence)
            return recurrence.error();
        m_rule = *recurrence;
    }
    m_followsClock = std::visit([](const auto &one) { return one.followsClock(); }, m_rule);
    return {};
}

// The rule with what was added to it.
Timetable::Wall Timetable::ruled(WallSecond from) const
{
    const Wall byRule = std::visit([from](const auto &one) { return Wall(one.atOrAfter(from)); }, m_rule);
    const auto added = std::lower_bound(m_schedule.added.begin(), m_schedule.added.end(), from);
    if (!byRule || added == m_schedule.added.end())
        return byRule;
    return std::optional(*byRule ? std::min(**byRule, *added) : *added);
}

Timetable::Wall Timetable::nominal(WallSecond from) const
{
    from = std::max(from, m_schedule.start.value_or(from));
    for (;;) {
        const Wall at = ruled(from);
        if (!at || !*at)
            return at;
        if (m_schedule.end && **at > *m_schedule.end)
            return std::optional<WallSecond>();
        if (std::binary_search(m_schedule.excludedDays.begin(), m_schedule.excludedDays.end(), dayOf(**at)))
            from = (dayOf(**at) + 1) * secondsOfDay;
        else if (std::binary_search(m_schedule.excluded.begin(), m_schedule.excluded.end(), **at))
            from = **at + 1;
        else
            return at;
    }
}

// The first working day before or after the day.
Result<DayNumber> Timetable::workingDay(DayNumber from, int step) const
{
    const Result<QDate> date =
        step > 0 ? m_calendar.nextWorkingDay(dateOf(from)) : m_calendar.previousWorkingDay(dateOf(from));
    return date ? Result<DayNumber>(dayNumber(*date)) : Result<DayNumber>(date.error());
}

// The first time of day, at or after the given one, that the rule has on a day which the policy moves to the target.
// `source` is that day: the target itself where it has the time too, else the earliest.
Timetable::Wall Timetable::firstOnto(DayNumber target, qint64 fromTime, DayNumber *source) const
{
    DayNumber first = target;
    DayNumber last = target;
    const bool isNext = m_schedule.holidays == HolidayPolicy::Next;
    if (m_schedule.holidays == HolidayPolicy::Next || m_schedule.holidays == HolidayPolicy::Previous) {
        const Result<DayNumber> other = workingDay(target, isNext ? -1 : 1);
        // At the first or the last day of the calendar there is nothing to be moved from beyond.
        if (other)
            (isNext ? first : last) = isNext ? *other + 1 : *other - 1;
    }
    std::optional<qint64> time;
    for (DayNumber day = first; day <= last; ++day) {
        const Wall at = nominal(day * secondsOfDay + fromTime);
        if (!at)
            return at;
        if (!*at || dayOf(**at) != day)
            continue;
        const qint64 found = timeOf(**at);
        if (!time || found < *time || (found == *time && day == target)) {
            time = found;
            *source = day;
        }
    }
    return time ? Wall(target * secondsOfDay + *time) : Wall(std::nullopt);
}

// Moved to working days. Days are moved in order, but times of day need not be: Saturday 18:00 comes after Monday 9:00.
Timetable::Wall Timetable::moved(WallSecond from) const
{
    const Wall earliest = nominal((dayOf(from) - longestDaysOff) * secondsOfDay);
    if (!earliest || !*earliest)
        return earliest;
    DayNumber target = dayOf(from);
    qint64 time = timeOf(from);
    if (dayOf(**earliest) - longestDaysOff > target) {
        target = dayOf(**earliest) - longestDaysOff;
        time = 0;
    }
    for (;; time = 0) {
        const KoreanCalendar::Day kind = m_calendar.day(dateOf(target));
        if (kind == KoreanCalendar::Day::Unknown)
            return uncovered(target);
        const Result<DayNumber> following = workingDay(target, 1);
        if (kind != KoreanCalendar::Day::Working) {
            if (!following)
                return following.error();
            target = *following;
            continue;
        }
        DayNumber source = 0;
        const Wall found = firstOnto(target, time, &source);
        if (!found || *found)
            return found;
        if (!following)
            return following.error();
        const bool isNext = m_schedule.holidays == HolidayPolicy::Next;
        const Wall next = nominal((isNext ? target + 1 : *following) * secondsOfDay);
        if (!next || !*next)
            return next;
        const Result<DayNumber> onto = targetOf(dayOf(**next));
        if (!onto)
            return onto.error();
        target = *onto;
    }
}

// Where the policy moves the day.
Result<DayNumber> Timetable::targetOf(DayNumber day) const
{
    const KoreanCalendar::Day kind = m_calendar.day(dateOf(day));
    if (kind == KoreanCalendar::Day::Unknown)
        return uncovered(day);
    if (kind == KoreanCalendar::Day::Working)
        return day;
    return workingDay(day, m_schedule.holidays == HolidayPolicy::Next ? 1 : -1);
}

Timetable::Wall Timetable::worked(WallSecond from) const
{
    from = std::max(from, m_schedule.start.value_or(from));
    if (m_schedule.holidays == HolidayPolicy::AsIs)
        return nominal(from);
    if (m_schedule.holidays != HolidayPolicy::Skip)
        return moved(from);
    for (;;) {
        const Wall at = nominal(from);
        if (!at || !*at)
            return at;
        const DayNumber day = dayOf(**at);
        if (m_calendar.day(dateOf(day)) == KoreanCalendar::Day::Unknown)
            return uncovered(day);
        if (m_calendar.isWorkingDay(dateOf(day)))
            return at;
        from = (day + 1) * secondsOfDay;
    }
}

Result<std::optional<qint64>> Timetable::nextUtc(qint64 utc, WallSecond *wall) const
{
    const Result<std::optional<ZoneClock::Found>> found =
        m_zone.nextAfter(utc, m_followsClock, [this](WallSecond from) { return worked(from); });
    if (!found)
        return found.error();
    if (!*found || (m_lastUtc && (*found)->utc > *m_lastUtc))
        return std::optional<qint64>();
    *wall = (*found)->wall;
    return std::optional((*found)->utc);
}

Result<Occurrence> Timetable::occurrenceAt(qint64 utc, WallSecond wall) const
{
    Occurrence one;
    one.scheduledAt = momentOf(utc);
    one.nominal = wall;
    const bool isHolidayed = m_schedule.holidays != HolidayPolicy::AsIs;
    if (isHolidayed) {
        DayNumber source = dayOf(wall);
        const Wall again = firstOnto(dayOf(wall), timeOf(wall), &source);
        if (!again)
            return again.error();
        one.nominal = source * secondsOfDay + timeOf(wall);
        one.isMoved = source != dayOf(wall);
        if (one.isMoved)
            one.movedFor = m_calendar.holidayName(dateOf(source));
        one.isProvisional = dateOf(dayOf(wall)).year() > m_calendar.confirmedThrough();
    }
    qint64 starts = utc + jitterOf(m_schedule, utc);
    if (starts > utc) {
        // Never as late as the next, so that starts keep the order of the schedule.
        const Result<std::optional<qint64>> next = nextUtc(utc, &wall);
        if (next && *next)
            starts = std::min(starts, **next - 1);
    }
    one.startsAt = momentOf(starts);
    return one;
}

Result<std::optional<Occurrence>> Timetable::nextAfter(const QDateTime &moment) const
{
    if (!m_schedule.isEnabled)
        return std::optional<Occurrence>();
    WallSecond wall = 0;
    const qint64 utc = floorDivide(moment.toMSecsSinceEpoch(), 1000);
    const Result<std::optional<qint64>> next = nextUtc(utc, &wall);
    if (!next)
        return next.error();
    if (!*next)
        return std::optional<Occurrence>();
    const Result<Occurrence> occurrence = occurrenceAt(**next, wall);
    if (!occurrence)
        return occurrence.error();
    return std::optional(*occurrence);
}

} // namespace naru::schedule
