// The dates, times, and durations of FEEL (DMN 1.5 §10.3.2.3.4 to .9): proleptic Gregorian years to ±999,999,999,
// nanoseconds, offsets to the second, IANA zones. Plain values; nothing here asks a clock.
#pragma once

#include "core/decimal.h"

#include <QString>

#include <optional>

namespace naru::feel {

struct Date {
    int year = 1970;
    qint8 month = 1;
    qint8 day = 1;

    static std::optional<Date> of(qint64 year, qint64 month, qint64 day); // nothing where there is no such day
    static std::optional<Date> fromEpochDay(qint64 day); // nothing beyond ±999,999,999 years
    qint64 epochDay() const; // days since 1970-01-01
    int dayOfWeek() const; // ISO 8601: Monday is 1
    int dayOfYear() const;
    int weekOfYear() const; // ISO 8601
    friend bool operator==(const Date &a, const Date &b) = default;
};

// An offset from UTC, a place with its rules, or neither (a local time).
struct Zone {
    enum class Kind : quint8 { Local, Offset, Place };
    Kind kind = Kind::Local;
    int offset = 0; // seconds east of UTC
    QString place; // IANA name, as written

    static std::optional<Zone> ofOffset(qint64 seconds); // to ±18:00
    static std::optional<Zone> ofPlace(const QString &name); // nothing where tzdata does not know it
    bool isLocal() const { return kind == Kind::Local; }
    friend bool operator==(const Zone &a, const Zone &b) = default;
};

struct Time {
    qint64 nanosecond = 0; // of the day
    Zone zone;

    static std::optional<Time> of(qint64 hour, qint64 minute, const Decimal &second, const Zone &zone);
    int hour() const { return static_cast<int>(nanosecond / 3'600'000'000'000); }
    int minute() const { return static_cast<int>(nanosecond / 60'000'000'000 % 60); }
    int second() const { return static_cast<int>(nanosecond / 1'000'000'000 % 60); }
    int fraction() const { return static_cast<int>(nanosecond % 1'000'000'000); }
    friend bool operator==(const Time &a, const Time &b) = default; // the same words, not the same instant
};

// The span of a days and time duration: seconds, and nanoseconds 0 … 999,999,999 upwards.
struct DaysDuration {
    qint64 seconds = 0;
    int nanoseconds = 0;

    static std::optional<DaysDuration> of(qint64 seconds, qint64 nanoseconds);
    static std::optional<DaysDuration> fromSeconds(const Decimal &seconds);
    Decimal inSeconds() const;
    DaysDuration operator-() const;
    friend bool operator==(const DaysDuration &a, const DaysDuration &b) = default;
    friend bool operator<(const DaysDuration &a, const DaysDuration &b)
    {
        return a.seconds != b.seconds ? a.seconds < b.seconds : a.nanoseconds < b.nanoseconds;
    }
};

struct MonthsDuration {
    qint64 months = 0;
    friend bool operator==(const MonthsDuration &a, const MonthsDuration &b) = default;
    friend bool operator<(const MonthsDuration &a, const MonthsDuration &b) { return a.months < b.months; }
};

struct DateTime {
    Date date;
    Time time;

    // Seconds since 1970-01-01T00:00:00 UTC; a local time counts as UTC. In a gap of its place the clock is put
    // forward, in an overlap the earlier offset holds.
    qint64 epochSecond() const;
    // The offset from UTC at that moment; 0 for a local time.
    int offset() const;
    // Nothing beyond ±999,999,999 years. The zone stays.
    std::optional<DateTime> plus(const DaysDuration &span) const;
    std::optional<DateTime> plus(const MonthsDuration &span) const; // the last day of a shorter month
    DaysDuration since(const DateTime &earlier) const;
    // Read from a host's clock: an instant as seen in a zone.
    static std::optional<DateTime> fromEpoch(qint64 second, int nanosecond, const Zone &zone);
    friend bool operator==(const DateTime &a, const DateTime &b) = default; // the same words, not the same instant
};

// The lexical forms of the standard (XML Schema's, and "@Area/City" behind a time); nothing for anything else.
std::optional<Date> dateFromText(QStringView text);
std::optional<Time> timeFromText(QStringView text);
std::optional<DateTime> dateTimeFromText(QStringView text);
std::optional<DaysDuration> daysDurationFromText(QStringView text);
std::optional<MonthsDuration> monthsDurationFromText(QStringView text);

QString toText(const Date &date);
QString toText(const Time &time);
QString toText(const DateTime &dateTime);
QString toText(const DaysDuration &span);
QString toText(const MonthsDuration &span);

} // namespace naru::feel
