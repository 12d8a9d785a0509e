// The unattended service of one office: schedules, triggers, plans whose day has come, and the runner, together. Several
// services on one office are no harm; killed at any moment, the next goes on from what is recorded.
#pragma once

#include "run/service/backups.h"
#include "run/service/effective_days.h"
#include "run/service/inbox.h"
#include "run/service/scheduler.h"
#include "run/service/wakeup.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace naru::run {

class Service {
public:
    struct Options {
        Runner::Options runner = {processHolder(), 60'000, 4, 4};
        FolderWatch::Options folders = {};
        int workers = 3; // that take runs, each a batch of its own
        TellEvent tell = {}; // from any thread, one at a time
    };
    using Stop = std::function<bool()>;

    // REQUIRES: both outlive the service.
    explicit Service(Session &session, const Clock &clock = RobotDesk::systemClock()) : Service(session, clock, Options()) {}
    Service(Session &session, const Clock &clock, const Options &options);

    // Does what is due at the clock's moment, in the calling thread. How many things were done. What fails for now is told,
    // and done by a later pass.
    int pass();
    // Passes until nothing is due; waits for files that are about to settle, and for runs that a killed service still holds,
    // as long as its hold can last. When `isStopping`, what is being done is
    // finished and nothing new is begun.
    void once(const Stop &isStopping);
    // Lives until `isStopping`, then drains. REQUIRES: SIGINT and SIGTERM make `isStopping` true.
    void serve(const Stop &isStopping);

    // Reads the whole office once a day, from 03:00 in Seoul on, and writes down whether it is sound: the setting
    // checkSetting() has "2026-11-23 ok", or the day and what is wrong. Whether it looked.
    bool careForStore();
    static QString checkSetting() { return u"store.checked"_s; }
    // Makes the daily backup where it is due. Whether it tried.
    bool careForBackup() { return m_backups.care(); }

    RobotDesk &desk() { return m_desk; }

    // A name of this process that no other has: "naru:host:1234".
    static QString processHolder();

private:
    class Crew;

    void tell(const ServiceEvent &event);
    Runner::Options runnerOptions();
    bool isHeldByAnother() const;
    void reload();
    void lookAtJournal();
    int advanceAll();
    std::chrono::nanoseconds pauseUntil(const QDateTime &moment) const;
    void rest();

    Session &m_session;
    const Clock &m_clock;
    Options m_options;
    std::mutex m_telling;
    RobotDesk m_desk;
    EffectiveDays m_days;
    Scheduler m_scheduler;
    Inbox m_inbox;
    Backups m_backups;
    qint64 m_journalSeen = 0;
    bool m_isRested = false;
};

} // namespace naru::run
