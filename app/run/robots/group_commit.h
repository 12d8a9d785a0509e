// Writes the steps of many runs with one write to the disk: whoever comes while a write is under way waits for the next,
// which takes all that have come (group commit).
#pragma once

#include "store/runs.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace naru::run {

class GroupCommit {
public:
    explicit GroupCommit(store::Runs &runs)
        : m_runs(runs)
    {
    }
    // Returns when the step is on the disk, or refused (see Runs::commit).
    Status write(const store::RunStep &step);

private:
    struct Waiting {
        const store::RunStep *step;
        std::optional<Status> done;
    };
    void writeAll(std::unique_lock<std::mutex> &lock);

    store::Runs &m_runs;
    std::mutex m_mutex;
    std::condition_variable m_written;
    std::deque<Waiting *> m_queue;
    bool m_isWriting = false;
};

} // namespace naru::run
