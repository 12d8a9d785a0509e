// Time as a clock on the wall shows it: a count of seconds without a zone, in which rules are computed.
#pragma once

#include "core/result.h"

#include <QDate>
#include <QDateTime>

namespace naru::schedule {

using WallSecond = qint64; // since 1970-01-01T00:00:00 on the wall
using DayNumber = qint64; // days since 1970-01-01

constexpr qint64 secondsOfDay = 86'400;
constexpr DayNumber lastGregorianDay = 2'932'896; // 9999-12-31

constexpr qint64 floorDivide(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}
constexpr DayNumber dayOf(WallSecond at)
{
    return floorDivide(at, secondsOfDay);
}
constexpr qint64 timeOf(WallSecond at)
{
    return at - dayOf(at) * secondsOfDay;
}
// Monday is 1, Sunday is 7. The day 0 was a Thursday.
constexpr int weekdayOf(DayNumber day)
{
    return static_cast<int>(day + 3 - floorDivide(day + 3, 7) * 7) + 1;
}

inline DayNumber dayNumber(QDate date)
{
    return date.toJulianDay() - 2'440'588;
}
inline QDate dateOf(DayNumber day)
{
    return QDate::fromJulianDay(day + 2'440'588);
}
inline WallSecond wallSecond(QDate date, QTime time)
{
    return dayNumber(date) * secondsOfDay + time.msecsSinceStartOfDay() / 1000;
}
inline QTime clockOf(WallSecond at)
{
    return QTime::fromMSecsSinceStartOfDay(static_cast<int>(timeOf(at)) * 1000);
}
// "2026-12-05T09:00:00"
inline QString wallText(WallSecond at)
{
    return dateOf(dayOf(at)).toString(Qt::ISODate) + u'T' + clockOf(at).toString(u"HH:mm:ss"_s);
}

inline QDateTime momentOf(qint64 utcSecond)
{
    return QDateTime::fromSecsSinceEpoch(utcSecond, Qt::UTC);
}

// Something that is wrong with a rule or a schedule: which part ("BYDAY", "zone"), the case for the translated
// sentence ("rule.interval"), and the English text "expected … but …".
struct Problem {
    QString part;
    QString code;
    QString text;
};

inline QString cited(QStringView text)
{
    constexpr qsizetype longest = 60;
    return u'\'' + (text.size() > longest ? text.left(longest).toString() + u'…' : text.toString()) + u'\'';
}

// All problems as one error, with the code of the first. REQUIRES: there is one.
inline Error errorOf(const QList<Problem> &problems)
{
    QStringList texts;
    for (const Problem &one : problems)
        texts.append(one.text);
    return {Error::Kind::Invalid, texts.join(u"; "_s), problems.first().code};
}

} // namespace naru::schedule
