// The tables behind KoreanCalendar: what calendar.json and an office's file say, and the holidays that follow from it.
#pragma once

#include "core/calendar.h"

#include <QHash>
#include <QMap>

namespace naru {

// When a holiday that falls on a day off is made good for. In force from that day on.
struct SubstituteRule {
    QDate from;
    QString law;
    bool saturday = false;
    bool sunday = false;
    bool holiday = false; // another holiday of the law on a day that is neither Saturday nor Sunday
};

struct HolidayRule {
    QString name;
    QString law;
    int month = 0; // of a solar holiday; 0 for a lunar one
    int dayOfMonth = 0;
    QHash<int, QDate> lunar; // year -> solar date
    QStringList around; // names of the day before, the day, and the day after; empty for a single day
    QDate from; // in force from this day on; invalid: always
    QList<SubstituteRule> substitutes; // by `from`
};

struct ClosingDay {
    QString name;
    QDate date; // of this one day, or invalid:
    int month = 0; // every year on this day
    int dayOfMonth = 0;
};

struct CalendarSource {
    int firstYear = 0;
    int lastYear = 0;
    int confirmedThrough = 0;
    QList<HolidayRule> rules; // in the order of the law
    QList<Holiday> appointed;
    QList<ClosingDay> closed;
};

// Invalid where a key is missing or a date does not exist.
Result<CalendarSource> calendarSourceFromJson(const QByteArray &json);
// What an office adds.
Status addOfficeDays(CalendarSource &source, const QByteArray &json);

// Every named day of all years.
QMap<QDate, QList<Holiday>> holidaysOf(const CalendarSource &source);

} // namespace naru
