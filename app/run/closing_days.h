// The days on which the office is closed beside the holidays of the law: listed, added, removed. Each change is a plan that
// the caller approves, journalled and revertible like any other. Working days everywhere in the office leave them out.
#pragma once

#include "run/session.h"

namespace naru::run {

// The Korean calendar and these days. Invalid ("calendar.entry") where one of them is no day of it.
Result<KoreanCalendar> calendarWith(const QList<office::ClosingDay> &days);

// The day that a person typed, as the records have it: "2026-12-31", or "07-01" for every year. Takes "2026. 12. 31." and
// "7. 1." too. Invalid ("calendar.day") for a day that does not exist or that the calendar does not cover.
Result<QString> closingDayOf(const QString &typed);

class ClosingDays {
public:
    // REQUIRES: the session outlives the object.
    explicit ClosingDays(Session &session)
        : m_session(session)
    {
    }

    // Those of every year first, each group in order of its days.
    Result<QList<office::ClosingDay>> list();
    // The record that closes the date: of this one day, else of every year. NotFound ("calendar.notClosed").
    Result<office::ClosingDay> closingOf(QDate date);
    // The id of the new record. Invalid ("calendar.day", "calendar.name"); Conflict ("calendar.closed") where the office is
    // closed on it already, ("calendar.dayOff") where nobody works on that day anyway; Denied without the right to approve.
    Result<QString> add(const office::ClosingDay &day);
    // NotFound ("calendar.notClosed"), Denied.
    Status remove(const QString &id);

private:
    Status write(const QString &title, const Change &change);

    Session &m_session;
};

} // namespace naru::run
