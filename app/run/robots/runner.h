// The runner: takes runs that are due, turns what came into facts, writes them, and only then does what they ask of the
// world. Killed at any instant, another goes on from the facts; what nobody can know is an incident for a person.
#pragma once

#include "run/robots/clock.h"
#include "run/robots/group_commit.h"
#include "run/robots/live_run.h"
#include "run/robots/pinned_robots.h"
#include "run/robots/port.h"

#include <atomic>
#include <mutex>

namespace naru::run {

class Runner {
public:
    struct Options {
        QString holder = u"naru"_s; // who takes the runs: a name of this process
        qint64 leaseSpan = 60'000; // milliseconds; renewed while work goes on
        int threads = 4; // runs that are advanced at the same time
        int batch = 64; // runs taken at once
        // Told of tasks that were reminded of or passed on, once it is written; from any thread. May be empty.
        std::function<void(const LiveRun::TaskNotice &notice)> tellTask = {};
        // Whose working days tasks are due by, as of now; from any thread. Empty: those of the law alone.
        std::function<Result<KoreanCalendar>()> calendar = {};
    };
    // REQUIRES: all of them outlive the runner.
    Runner(store::Runs &runs, Port &port, const Clock &clock, const Options &options);
    ~Runner();

    // Takes what is due and advances it as far as it goes by itself. How many runs were taken; 0: nothing is due. Returns
    // when they are given back. Unavailable, Failed as the store.
    Result<int> advanceDue();
    // Advances this run alone, due or not. Conflict where another holds it.
    Status advance(const QString &run);
    // No new deeds from here on; what is being done is finished. From any thread.
    void drain() { m_isDraining = true; }
    bool isDraining() const { return m_isDraining; }

    // The robot that a run is pinned to; read once.
    Result<std::shared_ptr<const Robot>> robot(const QString &digest) { return m_robots.robot(digest); }

private:
    Status work(const store::Lease &lease);
    Status doAsked(LiveRun &run, const store::Lease &lease);
    Result<Outcome> perform(LiveRun &run, const LiveRun::Ask &ask, const store::Lease &lease, bool isRecovered);
    Result<Outcome> performWork(LiveRun &run, const LiveRun::Ask &ask, const store::Lease &lease, bool isRecovered);
    Status write(LiveRun &run, const store::Lease &lease);
    Status stillHeld(const store::Lease &lease);
    void keepAlive();

    store::Runs &m_runs;
    Port &m_port;
    const Clock &m_clock;
    Options m_options;
    GroupCommit m_commits;
    PinnedRobots m_robots;
    std::atomic<bool> m_isDraining = false;
    std::mutex m_mutex; // of what follows
    QList<store::Lease> m_held;
    struct Heart;
    std::unique_ptr<Heart> m_heart;
};

} // namespace naru::run
