#include "run/robots/pinned_robots.h"

namespace naru::run {

Result<std::shared_ptr<const Robot>> PinnedRobots::robot(const QString &digest)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_robots.constFind(digest); known != m_robots.constEnd())
            return *known;
    }
    Result<Robot> pinned = pinnedRobot(m_runs, digest);
    if (!pinned)
        return pinned.error();
    auto robot = std::make_shared<const Robot>(*std::move(pinned));
    const std::scoped_lock lock(m_mutex);
    m_robots.insert(digest, robot);
    return std::shared_ptr<const Robot>(robot);
}

} // namespace naru::run
