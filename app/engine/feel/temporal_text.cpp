#include "engine/feel/temporal.h"

#include <algorithm>
#include <limits>

namespace naru::feel {

namespace {

// Reads a text from the left; every step fails with false and leaves the rest.
class Reader {
public:
    explicit Reader(QStringView text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.isEmpty(); }
    QStringView rest() const { return m_rest; }
    bool skip(QChar c)
    {
        const bool fits = m_rest.startsWith(c);
        m_rest = m_rest.mid(fits ? 1 : 0);
        return fits;
    }
    QStringView digits()
    {
        qsizetype count = 0;
        while (count < m_rest.size() && m_rest[count] >= u'0' && m_rest[count] <= u'9')
            ++count;
        const QStringView found = m_rest.left(count);
        m_rest = m_rest.mid(count);
        return found;
    }
    bool two(int &value)
    {
        const QStringView found = digits();
        value = found.toInt();
        return found.size() == 2;
    }

private:
    QStringView m_rest;
};

bool readDate(Reader &reader, std::optional<Date> &date)
{
    const bool negative = reader.skip(u'-');
    const QStringView year = reader.digits();
    int month = 0;
    int day = 0;
    const bool isYear = year.size() >= 4 && year.size() <= 9 && (year.size() == 4 || year[0] != u'0');
    if (!isYear || !reader.skip(u'-') || !reader.two(month) || !reader.skip(u'-') || !reader.two(day))
        return false;
    date = Date::of(negative ? -year.toLongLong() : year.toLongLong(), month, day);
    return date.has_value();
}

std::optional<Zone> readZone(Reader &reader)
{
    if (reader.atEnd())
        return Zone{};
    if (reader.skip(u'@')) {
        const QString place = reader.rest().toString();
        return Zone::ofPlace(place);
    }
    if (reader.skip(u'Z') || reader.skip(u'z')) // the standard's own examples have the small one
        return reader.atEnd() ? Zone::ofOffset(0) : std::nullopt;
    const bool west = reader.skip(u'-');
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    if ((!west && !reader.skip(u'+')) || !reader.two(hours) || !reader.skip(u':') || !reader.two(minutes))
        return {};
    if (reader.skip(u':') && !reader.two(seconds))
        return {};
    if (!reader.atEnd() || minutes > 59 || seconds > 59)
        return {};
    const int offset = hours * 3600 + minutes * 60 + seconds;
    return Zone::ofOffset(west ? -offset : offset);
}

// Nanoseconds of ".5"; -1 where there are no digits or more than nine.
qint64 readFraction(Reader &reader)
{
    if (!reader.skip(u'.'))
        return 0;
    const QStringView digits = reader.digits();
    return digits.isEmpty() || digits.size() > 9 ? -1 : digits.toString().leftJustified(9, u'0').toLongLong();
}

// 24:00:00 is the end of the day (XML Schema §3.2.7): it reads as 0:00 of the next one.
bool readTime(Reader &reader, Time &time, bool &isNextDay)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!reader.two(hour) || !reader.skip(u':') || !reader.two(minute) || !reader.skip(u':') || !reader.two(second))
        return false;
    const qint64 fraction = readFraction(reader);
    const std::optional<Zone> zone = fraction < 0 ? std::nullopt : readZone(reader);
    isNextDay = hour == 24 && minute == 0 && second == 0 && fraction == 0;
    if (!zone || minute > 59 || second > 59 || (hour > 23 && !isNextDay))
        return false;
    time = {((hour % 24 * 60LL + minute) * 60 + second) * 1'000'000'000 + fraction, *zone};
    return true;
}

// "12D": the number in front of its letter; nothing changed where the letter is another. False for a malformed part.
bool readPart(Reader &reader, QChar letter, qint64 unit, qint64 &sum, bool &any)
{
    Reader ahead = reader;
    const QStringView digits = ahead.digits();
    if (digits.isEmpty() || !ahead.skip(letter))
        return true;
    bool fits = false;
    const qint64 count = digits.toLongLong(&fits);
    qint64 product = 0;
    if (!fits || __builtin_mul_overflow(count, unit, &product) || __builtin_add_overflow(sum, product, &sum))
        return false;
    reader = ahead;
    any = true;
    return true;
}

bool readSeconds(Reader &reader, qint64 &sum, qint64 &nanoseconds, bool &any)
{
    Reader ahead = reader;
    const QStringView digits = ahead.digits();
    const qint64 fraction = digits.isEmpty() ? -1 : readFraction(ahead);
    if (digits.isEmpty() || fraction < 0 || !ahead.skip(u'S'))
        return true;
    bool fits = false;
    if (__builtin_add_overflow(sum, digits.toLongLong(&fits), &sum) || !fits)
        return false;
    nanoseconds = fraction;
    reader = ahead;
    any = true;
    return true;
}

QString twoDigits(int number)
{
    return QString::number(number).rightJustified(2, u'0');
}

QString fractionText(int nanoseconds)
{
    if (nanoseconds == 0)
        return {};
    QString digits = QString::number(nanoseconds).rightJustified(9, u'0');
    while (digits.endsWith(u'0'))
        digits.chop(1);
    return u'.' + digits;
}

QString zoneText(const Zone &zone)
{
    if (zone.kind == Zone::Kind::Place)
        return u'@' + zone.place;
    if (zone.kind == Zone::Kind::Local)
        return {};
    if (zone.offset == 0)
        return u"Z"_s;
    const int seconds = std::abs(zone.offset);
    QString text =
        (zone.offset < 0 ? u"-"_s : u"+"_s) + twoDigits(seconds / 3600) + u':' + twoDigits(seconds / 60 % 60);
    return seconds % 60 ? text + u':' + twoDigits(seconds % 60) : text;
}

} // namespace

std::optional<Date> dateFromText(QStringView text)
{
    Reader reader(text);
    std::optional<Date> date;
    return readDate(reader, date) && reader.atEnd() ? date : std::nullopt;
}

std::optional<Time> timeFromText(QStringView text)
{
    Reader reader(text);
    Time time;
    bool isNextDay = false;
    return readTime(reader, time, isNextDay) ? std::optional(time) : std::nullopt;
}

std::optional<DateTime> dateTimeFromText(QStringView text)
{
    Reader reader(text);
    std::optional<Date> date;
    if (!readDate(reader, date))
        return {};
    if (reader.atEnd())
        return DateTime{*date, {}};
    Time time;
    bool isNextDay = false;
    if (!reader.skip(u'T') || !readTime(reader, time, isNextDay))
        return {};
    if (isNextDay)
        date = Date::fromEpochDay(date->epochDay() + 1);
    return date ? std::optional(DateTime{*date, time}) : std::nullopt;
}

std::optional<DaysDuration> daysDurationFromText(QStringView text)
{
    Reader reader(text);
    const bool negative = reader.skip(u'-');
    qint64 seconds = 0;
    qint64 nanoseconds = 0;
    bool any = false;
    if (!reader.skip(u'P') || !readPart(reader, u'D', 86'400, seconds, any))
        return {};
    if (reader.skip(u'T')) {
        any = false;
        if (!readPart(reader, u'H', 3600, seconds, any) || !readPart(reader, u'M', 60, seconds, any)
            || !readSeconds(reader, seconds, nanoseconds, any))
            return {};
    }
    if (!any || !reader.atEnd())
        return {};
    const DaysDuration span{seconds, static_cast<int>(nanoseconds)};
    return negative ? -span : span;
}

std::optional<MonthsDuration> monthsDurationFromText(QStringView text)
{
    Reader reader(text);
    const bool negative = reader.skip(u'-');
    qint64 months = 0;
    bool any = false;
    if (!reader.skip(u'P') || !readPart(reader, u'Y', 12, months, any) || !readPart(reader, u'M', 1, months, any))
        return {};
    if (!any || !reader.atEnd())
        return {};
    return MonthsDuration{negative ? -months : months};
}

QString toText(const Date &date)
{
    const QString year = QString::number(std::abs(date.year)).rightJustified(4, u'0');
    return (date.year < 0 ? u"-"_s : QString()) + year + u'-' + twoDigits(date.month) + u'-' + twoDigits(date.day);
}

QString toText(const Time &time)
{
    return twoDigits(time.hour()) + u':' + twoDigits(time.minute()) + u':' + twoDigits(time.second())
        + fractionText(time.fraction()) + zoneText(time.zone);
}

QString toText(const DateTime &dateTime)
{
    return toText(dateTime.date) + u'T' + toText(dateTime.time);
}

QString toText(const DaysDuration &span)
{
    const bool negative = span.seconds < 0;
    const DaysDuration magnitude = negative ? -span : span;
    const qint64 days = magnitude.seconds / 86'400;
    const qint64 hours = magnitude.seconds / 3600 % 24;
    const qint64 minutes = magnitude.seconds / 60 % 60;
    const qint64 seconds = magnitude.seconds % 60;
    QString time;
    if (hours)
        time += QString::number(hours) + u'H';
    if (minutes)
        time += QString::number(minutes) + u'M';
    if (seconds || magnitude.nanoseconds)
        time += QString::number(seconds) + fractionText(magnitude.nanoseconds) + u'S';
    if (!days && time.isEmpty())
        return u"PT0S"_s;
    const QString day = days ? QString::number(days) + u'D' : QString();
    return (negative ? u"-P"_s : u"P"_s) + day + (time.isEmpty() ? QString() : u'T' + time);
}

QString toText(const MonthsDuration &span)
{
    const qint64 months = std::abs(span.months);
    const QString years = months / 12 ? QString::number(months / 12) + u'Y' : QString();
    const QString rest = months % 12 || years.isEmpty() ? QString::number(months % 12) + u'M' : QString();
    return (span.months < 0 ? u"-P"_s : u"P"_s) + years + rest;
}

} // namespace naru::feel
