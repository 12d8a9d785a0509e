// The robots that runs are pinned to, each read once.
#pragma once

#include "run/robots/robot.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace naru::run {

class PinnedRobots {
public:
    // REQUIRES: it outlives the object.
    explicit PinnedRobots(const store::Runs &runs)
        : m_runs(runs)
    {
    }

    // From any thread. NotFound, Invalid as pinnedRobot.
    Result<std::shared_ptr<const Robot>> robot(const QString &digest);

private:
    const store::Runs &m_runs;
    std::mutex m_mutex;
    QHash<QString, std::shared_ptr<const Robot>> m_robots; // by digest, shared with their runs; asked, never walked through
};

} // namespace naru::run
