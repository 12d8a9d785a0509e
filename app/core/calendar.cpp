#include "core/calendar.h"

#include "core/calendar_tables.h"

#include <QFile>
#include <QResource>

#include <algorithm>

// A static library's resource is left out unless it is asked for, and Qt asks for this outside of any namespace.
static void initCalendarResource()
{
    Q_INIT_RESOURCE(calendar);
}

namespace naru {

struct KoreanCalendar::Tables {
    CalendarSource source;
    QMap<QDate, QList<Holiday>> named;
};

namespace {

Error uncovered(QDate date)
{
    return {Error::Kind::Invalid,
            u"expected a day that the calendar covers but "_s + date.toString(Qt::ISODate) + u" is not"_s,
            u"calendar.years"_s};
}

} // namespace

KoreanCalendar::KoreanCalendar(std::shared_ptr<const Tables> tables)
    : m_tables(std::move(tables))
{
}

KoreanCalendar KoreanCalendar::national()
{
    // Read once: constant, so no state.
    static const std::shared_ptr<const Tables> tables = [] {
        initCalendarResource();
        const Result<CalendarSource> source =
            calendarSourceFromJson(QResource(u":/naru/core/calendar.json"_s).uncompressedData());
        Q_ASSERT(source);
        return std::make_shared<const Tables>(source ? Tables{*source, holidaysOf(*source)} : Tables{});
    }();
    return KoreanCalendar(tables);
}

Result<KoreanCalendar> KoreanCalendar::withOfficeDays(const QByteArray &json) const
{
    CalendarSource source = m_tables->source;
    const Status added = addOfficeDays(source, json);
    if (!added)
        return added.error();
    return KoreanCalendar(std::make_shared<const Tables>(Tables{source, holidaysOf(source)}));
}

Result<KoreanCalendar> KoreanCalendar::withOfficeFile(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, u"expected a calendar at '"_s + path + u"' but "_s + file.errorString()};
    return withOfficeDays(file.readAll());
}

int KoreanCalendar::firstYear() const
{
    return m_tables->source.firstYear;
}

int KoreanCalendar::lastYear() const
{
    return m_tables->source.lastYear;
}

int KoreanCalendar::confirmedThrough() const
{
    return m_tables->source.confirmedThrough;
}

KoreanCalendar::Day KoreanCalendar::day(QDate date) const
{
    if (!date.isValid() || !coversYear(date.year()))
        return Day::Unknown;
    const auto named = m_tables->named.constFind(date);
    const bool isNamed = named != m_tables->named.constEnd();
    if (isNamed
        && std::any_of(named->begin(), named->end(), [](const auto &one) { return one.kind != Holiday::Kind::Closed; }))
        return Day::Holiday;
    if (date.dayOfWeek() >= 6)
        return date.dayOfWeek() == 7 ? Day::Sunday : Day::Saturday;
    return isNamed ? Day::Closed : Day::Working;
}

bool KoreanCalendar::isHoliday(QDate date) const
{
    const Day kind = day(date);
    return kind == Day::Holiday || kind == Day::Sunday;
}

bool KoreanCalendar::isSaturdayOrHoliday(QDate date) const
{
    return day(date) == Day::Saturday || isHoliday(date);
}

QString KoreanCalendar::holidayName(QDate date) const
{
    QStringList names;
    const QList<Holiday> days = m_tables->named.value(date);
    if (coversYear(date.year()))
        for (const Holiday &one : days)
            names.append(one.name);
    return names.join(u", "_s);
}

Result<QList<Holiday>> KoreanCalendar::holidays(int year) const
{
    if (!coversYear(year))
        return uncovered(QDate(year, 1, 1));
    QList<Holiday> days;
    for (auto at = m_tables->named.lowerBound(QDate(year, 1, 1));
         at != m_tables->named.constEnd() && at.key().year() == year; ++at)
        days += at.value();
    return days;
}

template <typename Counts> Result<QDate> KoreanCalendar::nth(QDate from, int step, int n, Counts counts) const
{
    for (QDate date = from;; date = date.addDays(step)) {
        if (day(date) == Day::Unknown)
            return uncovered(date);
        if (counts(date) && --n == 0)
            return date;
    }
}

Result<QDate> KoreanCalendar::addWorkingDays(QDate date, int n) const
{
    if (day(date) == Day::Unknown)
        return uncovered(date);
    if (n == 0)
        return date;
    const int step = n > 0 ? 1 : -1;
    // Beyond the covered years anyway, and its negative has to exist.
    const int count = std::min(std::abs(std::max(n, -1'000'000)), 1'000'000);
    return nth(date.addDays(step), step, count, [this](QDate one) { return isWorkingDay(one); });
}

Result<QDate> KoreanCalendar::nextWorkingDay(QDate date) const
{
    return addWorkingDays(date, 1);
}

Result<QDate> KoreanCalendar::previousWorkingDay(QDate date) const
{
    return addWorkingDays(date, -1);
}

Result<int> KoreanCalendar::workingDaysBetween(QDate first, QDate last) const
{
    for (const QDate date : {first, last})
        if (day(date) == Day::Unknown)
            return uncovered(date);
    if (last < first)
        return Error{Error::Kind::Invalid,
                     u"expected a last day from "_s + first.toString(Qt::ISODate) + u" on but found "_s
                         + last.toString(Qt::ISODate)};
    int count = 0;
    for (QDate date = first; date <= last; date = date.addDays(1))
        count += isWorkingDay(date) ? 1 : 0;
    return count;
}

Result<std::optional<QDate>> KoreanCalendar::moved(QDate date, OnDayOff rule) const
{
    if (day(date) == Day::Unknown)
        return uncovered(date);
    if (isWorkingDay(date))
        return std::optional(date);
    if (rule == OnDayOff::Skip)
        return std::optional<QDate>();
    const Result<QDate> other = rule == OnDayOff::Before ? previousWorkingDay(date) : nextWorkingDay(date);
    if (!other)
        return other.error();
    return std::optional(*other);
}

Result<QDate> KoreanCalendar::deadline(QDate start, int days, Counting counting) const
{
    if (days <= 0)
        return Error{Error::Kind::Invalid, u"expected at least one day but found "_s + QString::number(days)};
    switch (counting) {
    case Counting::Statutory:
        return nth(start, 1, days, [this](QDate date) { return !isSaturdayOrHoliday(date); });
    case Counting::WorkingDays:
        return addWorkingDays(start, days);
    case Counting::CalendarDays:
        break;
    }
    const QDate end = start.addDays(days);
    if (day(start) == Day::Unknown || day(end) == Day::Unknown)
        return uncovered(day(start) == Day::Unknown ? start : end);
    return end;
}

Result<QDate> KoreanCalendar::extended(QDate end, int days, Counting counting) const
{
    // Statutory counts its first day, which is the one after the end; the others begin after the end by themselves.
    return deadline(counting == Counting::Statutory ? end.addDays(1) : end, days, counting);
}

Result<QDate> KoreanCalendar::endOfPeriod(QDate end) const
{
    return nth(end, 1, 1, [this](QDate date) { return !isSaturdayOrHoliday(date); });
}

} // namespace naru
