// Makes schedules come to pass: begins their runs in time, records what was missed and why, and lets runs of one schedule
// overlap as it says. What was decided is in the store, so that several schedulers, a kill at any moment, and a clock that
// steps begin no run twice and lose none.
#pragma once

#include "run/service/schedules.h"
#include "run/service/service_event.h"

#include <QMap>

namespace naru::run {

class Scheduler {
public:
    // REQUIRES: all of them outlive the scheduler. One thread at a time.
    Scheduler(RobotDesk &desk, const Clock &clock, TellEvent tell);

    // Reads the schedules as they stand in the office. Unchanged ones go on as they were.
    Status reload();
    // Decides everything that is due at the clock's moment. How many runs began. Whoever cannot write decides again later:
    // what failed is told and returned as Unavailable.
    Result<int> pass();
    // When there is something to do again; invalid: not before the schedules or the runs change.
    QDateTime next() const;
    // Whether a run waits for another of its schedule to end.
    bool hasQueued() const;

private:
    struct Entry {
        StoredSchedule stored;
        std::optional<schedule::Timetable> table;
        QDateTime considered;
        std::optional<schedule::Occurrence> next;
        QStringList active; // runs that have not ended
        QList<QDateTime> queued; // times whose run waits, in order
        bool isPrepared = false; // its robot has been looked for
        std::optional<store::RunStart> prepared; // of `next`
    };
    // What the store knows of the latest times of a schedule.
    struct Recent {
        QList<store::Occurrence> rows; // the latest first
        bool covers(const QDateTime &at, const QDateTime &now) const;
    };

    Status take(Entry &entry, const QList<store::RunHead> &going);
    Status arm(Entry &entry);
    Result<Recent> recent(const Entry &entry) const;
    Status refresh(Entry &entry, const Recent &recent);
    Status settleQueue(Entry &entry, const Recent &recent);
    Result<int> decide(Entry &entry, const QDateTime &now);
    Result<int> beginDue(Entry &entry, const schedule::Due &due, const QDateTime &now);
    Result<int> beginQueued(Entry &entry);
    store::Occurrence occurrenceOf(Entry &entry, const QDateTime &at, schedule::Overlap overlap);
    Status cancelOthers(Entry &entry);
    Result<int> record(Entry &entry, const QList<store::Occurrence> &rows, const QDateTime &now);
    void prepare(Entry &entry);
    Result<store::RunStart> startOf(Entry &entry, const QDateTime &at);
    void tell(const QString &what, const QString &about, const QString &text, bool isProblem = false) const;

    RobotDesk &m_desk;
    const Clock &m_clock;
    TellEvent m_tell;
    Schedules m_schedules;
    QMap<QString, Entry> m_entries; // by id
};

} // namespace naru::run
