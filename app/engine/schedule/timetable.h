// The moments of a schedule: its rule, moved by its holiday policy, in its zone, between its start and its end.
#pragma once

#include "core/calendar.h"
#include "engine/schedule/cron.h"
#include "engine/schedule/recurrence.h"
#include "engine/schedule/schedule.h"
#include "engine/schedule/zone_clock.h"

#include <variant>

namespace naru::schedule {

// One time that a schedule comes to pass. (schedule id, scheduledAt) names it for ever.
struct Occurrence {
    QDateTime scheduledAt; // UTC
    QDateTime startsAt; // UTC, later by the jitter, never as late as the next occurrence
    WallSecond nominal = 0; // what the rule said, on the wall of the schedule's zone, before a holiday moved it
    bool isMoved = false;
    QString movedFor; // "추석"; empty for a plain Saturday or Sunday
    bool isProvisional = false; // the government may still appoint holidays in that year
};

// The rule of a single moment.
struct OnceRule {
    WallSecond at = 0;
    Result<std::optional<WallSecond>> atOrAfter(WallSecond from) const
    {
        return from > at ? std::optional<WallSecond>() : std::optional(at);
    }
    bool followsClock() const { return false; }
};

// One thread at a time, as Recurrence and ZoneClock are; copies are cheap and independent.
class Timetable {
public:
    // Invalid for a schedule with problems (all of them), "schedule.never" for one that never comes to pass.
    static Result<Timetable> make(const Schedule &schedule, const KoreanCalendar &calendar);

    // The first occurrence whose scheduledAt is later; nothing after the last one, and nothing where the schedule is
    // disabled. Invalid "calendar.years" where the holiday policy needs a year that the calendar does not cover.
    Result<std::optional<Occurrence>> nextAfter(const QDateTime &moment) const;
    const Schedule &schedule() const { return m_schedule; }

private:
    using Wall = Result<std::optional<WallSecond>>;

    Timetable(const Schedule &schedule, const KoreanCalendar &calendar, ZoneClock zone);
    Status readRule();
    Wall ruled(WallSecond from) const;
    Wall nominal(WallSecond from) const;
    Wall worked(WallSecond from) const;
    Wall moved(WallSecond from) const;
    Result<DayNumber> targetOf(DayNumber day) const;
    Wall firstOnto(DayNumber target, qint64 fromTime, DayNumber *source) const;
    Result<DayNumber> workingDay(DayNumber from, int step) const;
    Result<std::optional<qint64>> nextUtc(qint64 utc, WallSecond *wall) const;
    Result<Occurrence> occurrenceAt(qint64 utc, WallSecond wall) const;

    Schedule m_schedule;
    KoreanCalendar m_calendar;
    ZoneClock m_zone;
    std::variant<OnceRule, CronExpression, Recurrence> m_rule;
    bool m_followsClock = false;
    std::optional<qint64> m_lastUtc; // the schedule's end
};

} // namespace naru::schedule
