// The moments of a recurrence rule on the wall clock (RFC 5545 §3.3.10, RFC 7529). Any moment is found from the one
// before without walking there, so that a long stop costs nothing; COUNT is turned into an end once.
#pragma once

#include "engine/schedule/recurrence_days.h"

namespace naru::schedule {

class Recurrence {
public:
    // `until` overrides the rule's UNTIL, which may be in UTC. With isDate the times of the rule are ignored.
    // Invalid "rule.start" for a start outside of the rule's calendar, "rule.never" for a rule without any moment,
    // "rule.count" for a COUNT that takes too long to count.
    static Result<Recurrence> make(const RecurrenceRule &rule, WallSecond start, std::optional<WallSecond> until = {},
                                   bool isDate = false);

    // The first moment at or after `from`; nothing after the last one. Invalid "rule.never" where none was found within
    // a bounded search (a whole turn of the calendar). One thread at a time: the last interval is remembered. Copies
    // are cheap and independent.
    Result<std::optional<WallSecond>> atOrAfter(WallSecond from) const;
    // HOURLY and shorter: the rule goes with the clock, through gaps and overlaps of the zone.
    bool followsClock() const { return m_rule.frequency >= Frequency::Hourly; }

private:
    // The moments of one step of FREQ × INTERVAL: every day at every time, or those that BYSETPOS picked.
    struct Interval {
        qint64 index = -1;
        QList<DayNumber> days;
        QList<int> times;
        QList<WallSecond> picked;
        bool isPicked = false;

        std::optional<WallSecond> atOrAfter(WallSecond from) const;
        void pick(const QList<int> &positions);
    };

    Recurrence(const RecurrenceRule &rule, WallSecond start, bool isDate);
    QList<int> timesOfDay(WallSecond start, bool isDate) const;
    qint64 unit() const;
    qint64 indexOf(WallSecond at) const;
    std::optional<WallSecond> startOf(qint64 index) const;
    const Interval &interval(qint64 index) const;
    Interval made(qint64 index) const;
    void fillShort(Interval &one, WallSecond start) const;
    std::optional<qint64> indexAfterEmpty(qint64 index, int &budget) const;
    Status count(std::optional<int> count);
    Result<std::optional<WallSecond>> within(WallSecond from, int &budget) const;
    Result<std::optional<WallSecond>> search(WallSecond from, int &budget) const;

    RecurrenceRule m_rule;
    RecurrenceDays m_days;
    WallSecond m_start = 0;
    qint64 m_base = 0; // of the interval 0: a year's number, a month's running number, a day, a second
    std::optional<WallSecond> m_last;
    QList<int> m_times; // of a day, for DAILY and longer
    mutable Interval m_interval; // the last one that was asked for
};

} // namespace naru::schedule
