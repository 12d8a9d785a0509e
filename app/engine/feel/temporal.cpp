#include "engine/feel/temporal.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace naru::feel {

namespace {

constexpr qint64 secondsOfDay = 86'400;
constexpr int largestYear = 999'999'999;
__extension__ using Wide = __int128;

qint64 floorDivide(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0); // REQUIRES: b > 0
}

bool isLeap(qint64 year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int lengthOf(qint64 year, int month)
{
    return month == 2 ? (isLeap(year) ? 29 : 28) : 30 + ((month + month / 8) % 2);
}

// The offset of a place at an instant. tzdata's rules repeat every 400 years, Qt's clock ends far before ours.
int offsetAt(const QTimeZone &place, qint64 epochSecond)
{
    constexpr qint64 cycle = 146'097 * secondsOfDay;
    constexpr qint64 year1600 = -11'676'096'000;
    constexpr qint64 year2400 = 13'569'465'600;
    qint64 second = std::max(epochSecond, year1600);
    if (second > year2400)
        second = year2400 + (second - year2400) % cycle;
    return place.offsetFromUtc(QDateTime::fromSecsSinceEpoch(second, Qt::UTC));
}

// The offset of what the clocks of a place show. Earlier in an overlap; before the jump in a gap, so that the instant
// lies behind it.
int offsetAtLocal(const QTimeZone &place, qint64 localSecond)
{
    const int before = offsetAt(place, localSecond - secondsOfDay);
    const int after = offsetAt(place, localSecond + secondsOfDay);
    if (before == after || offsetAt(place, localSecond - before) == before)
        return before;
    return offsetAt(place, localSecond - after) == after ? after : before;
}

int offsetOf(const Zone &zone, qint64 localSecond)
{
    if (zone.kind != Zone::Kind::Place)
        return zone.offset;
    return offsetAtLocal(QTimeZone(zone.place.toLatin1()), localSecond);
}

qint64 localSecond(const DateTime &moment)
{
    return moment.date.epochDay() * secondsOfDay + moment.time.nanosecond / 1'000'000'000;
}

std::optional<DateTime> fromLocal(qint64 second, int nanosecond, const Zone &zone)
{
    const qint64 day = floorDivide(second, secondsOfDay);
    const std::optional<Date> date = Date::fromEpochDay(day);
    if (!date)
        return {};
    return DateTime{*date, Time{(second - day * secondsOfDay) * 1'000'000'000 + nanosecond, zone}};
}

} // namespace

std::optional<Date> Date::of(qint64 year, qint64 month, qint64 day)
{
    if (std::abs(year) > largestYear || month < 1 || month > 12 || day < 1 || day > lengthOf(year, int(month)))
        return {};
    return Date{static_cast<int>(year), static_cast<qint8>(month), static_cast<qint8>(day)};
}

// Howard Hinnant's days_from_civil and back, on 64 bits: years begin in March, eras have 400 of them.
qint64 Date::epochDay() const
{
    const qint64 y = qint64(year) - (month <= 2 ? 1 : 0);
    const qint64 era = floorDivide(y, 400);
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfMarchYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfMarchYear - 719'468;
}

std::optional<Date> Date::fromEpochDay(qint64 count)
{
    if (std::abs(count) > 370'000'000'000)
        return {};
    const qint64 z = count + 719'468;
    const qint64 era = floorDivide(z, 146'097);
    const qint64 dayOfEra = z - era * 146'097;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const qint64 dayOfMarchYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 march = (5 * dayOfMarchYear + 2) / 153;
    const qint64 inYear = march < 10 ? march + 3 : march - 9;
    return of(yearOfEra + era * 400 + (inYear <= 2 ? 1 : 0), inYear, dayOfMarchYear - (153 * march + 2) / 5 + 1);
}

int Date::dayOfWeek() const
{
    const qint64 monday = epochDay() + 3; // 1970-01-01 was a Thursday
    return static_cast<int>(monday - floorDivide(monday, 7) * 7) + 1;
}

int Date::dayOfYear() const
{
    return static_cast<int>(epochDay() - Date{year, 1, 1}.epochDay()) + 1;
}

int Date::weekOfYear() const
{
    const int week = (dayOfYear() - dayOfWeek() + 10) / 7;
    const auto weeksOf = [](int inYear) {
        const int first = Date{inYear, 1, 1}.dayOfWeek();
        return first == 4 || (first == 3 && isLeap(inYear)) ? 53 : 52;
    };
    if (week < 1)
        return weeksOf(year - 1);
    return week > weeksOf(year) ? 1 : week;
}

std::optional<Zone> Zone::ofOffset(qint64 seconds)
{
    constexpr qint64 most = 18 * 3600;
    if (seconds < -most || seconds > most)
        return {};
    return Zone{Kind::Offset, static_cast<int>(seconds), {}};
}

std::optional<Zone> Zone::ofPlace(const QString &name)
{
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
            || c == u'/' || c == u'-' || c == u'+';
    };
    const bool isName = !name.isEmpty() && name.size() < 64 && std::all_of(name.begin(), name.end(), fits)
        && name[0].isLetter() && !name.endsWith(u'/') && !name.contains(u"//"_s);
    if (!isName || !QTimeZone(name.toLatin1()).isValid())
        return {};
    return Zone{Kind::Place, 0, name};
}

std::optional<Time> Time::of(qint64 hour, qint64 minute, const Decimal &second, const Zone &zone)
{
    const Decimal nanoseconds = second * Decimal(1'000'000'000);
    const Result<qint64> whole = nanoseconds.toWhole();
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || !whole || *whole < 0 || *whole >= 60'000'000'000)
        return {};
    return Time{(hour * 60 + minute) * 60'000'000'000 + *whole, zone};
}

std::optional<DaysDuration> DaysDuration::of(qint64 seconds, qint64 nanoseconds)
{
    const qint64 carry = floorDivide(nanoseconds, 1'000'000'000);
    qint64 sum = 0;
    if (__builtin_add_overflow(seconds, carry, &sum) || sum == std::numeric_limits<qint64>::min())
        return {};
    return DaysDuration{sum, static_cast<int>(nanoseconds - carry * 1'000'000'000)};
}

std::optional<DaysDuration> DaysDuration::fromSeconds(const Decimal &seconds)
{
    const Decimal floor = seconds.rounded(0, Decimal::Rounding::Floor);
    const Decimal rest = (seconds - floor) * Decimal(1'000'000'000);
    const Result<qint64> whole = floor.toWhole();
    const Result<qint64> nanoseconds = rest.rounded(0, Decimal::Rounding::Down).toWhole();
    if (!whole || !nanoseconds)
        return {};
    return of(*whole, *nanoseconds);
}

Decimal DaysDuration::inSeconds() const
{
    if (nanoseconds == 0)
        return Decimal(seconds);
    static const Decimal billionth = *Decimal::fromString(u"1E-9");
    return Decimal(seconds) + (Decimal(nanoseconds) * billionth).normalized();
}

DaysDuration DaysDuration::operator-() const
{
    return nanoseconds == 0 ? DaysDuration{-seconds, 0} : DaysDuration{-seconds - 1, 1'000'000'000 - nanoseconds};
}

qint64 DateTime::epochSecond() const
{
    return localSecond(*this) - offset();
}

int DateTime::offset() const
{
    return offsetOf(time.zone, localSecond(*this));
}

std::optional<DateTime> DateTime::plus(const DaysDuration &span) const
{
    const std::optional<DaysDuration> sum = DaysDuration::of(span.seconds, qint64(span.nanoseconds) + time.fraction());
    qint64 second = 0;
    // What the clocks of a place show goes on with real time; an offset changes nothing.
    if (!sum || __builtin_add_overflow(epochSecond(), sum->seconds, &second))
        return {};
    return fromEpoch(second, sum->nanoseconds, time.zone);
}

std::optional<DateTime> DateTime::plus(const MonthsDuration &span) const
{
    qint64 months = 0;
    if (__builtin_add_overflow(qint64(date.year) * 12 + date.month - 1, span.months, &months))
        return {};
    const qint64 year = floorDivide(months, 12);
    const int month = static_cast<int>(months - year * 12) + 1;
    if (std::abs(year) > largestYear)
        return {};
    return DateTime{*Date::of(year, month, std::min<int>(date.day, lengthOf(year, month))), time};
}

DaysDuration DateTime::since(const DateTime &earlier) const
{
    const qint64 seconds = epochSecond() - earlier.epochSecond();
    return *DaysDuration::of(seconds, time.fraction() - earlier.time.fraction());
}

std::optional<DateTime> DateTime::fromEpoch(qint64 second, int nanosecond, const Zone &zone)
{
    constexpr qint64 most = 370'000'000'000 * secondsOfDay;
    if (second < -most || second > most)
        return {};
    const int offset =
        zone.kind == Zone::Kind::Place ? offsetAt(QTimeZone(zone.place.toLatin1()), second) : zone.offset;
    return fromLocal(second + offset, nanosecond, zone);
}

} // namespace naru::feel
