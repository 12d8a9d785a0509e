// Word between runs, and from outside: whom it is meant for, and what it begins. A message is kept before anybody is told, and
// told once per key.
#pragma once

#include "run/robots/pinned_robots.h"

#include <functional>

namespace naru::run {

// What a message is meant for, from its own words and from what the robot's model says of its correlation (BPMN 2.0.2 §8.4.2).
bool isMeant(const Robot &robot, const store::Waiting &waiting, const store::Subscription &what, const store::Wish &message);

class Messages {
public:
    // The runs that a message begins where nobody waits for it, and a signal in any case.
    using Starts = std::function<Result<QList<store::RunStart>>(const store::Subscription &what, const store::Wish &wish)>;

    // REQUIRES: the runs outlive the object. Without `starts` nothing is begun.
    explicit Messages(store::Runs &runs, Starts starts = {})
        : m_runs(runs)
        , m_robots(runs)
        , m_starts(std::move(starts))
    {
    }

    // As Runs::deliver. From any thread.
    Result<QStringList> deliver(const store::Subscription &what, const store::Wish &wish);

private:
    store::Runs &m_runs;
    PinnedRobots m_robots;
    Starts m_starts;
};

} // namespace naru::run
