#include "run/robots/group_commit.h"

namespace naru::run {

namespace {

constexpr std::size_t mostSteps = 512; // of one transaction

} // namespace

Status GroupCommit::write(const store::RunStep &step)
{
    Waiting waiting{&step, {}};
    std::unique_lock lock(m_mutex);
    m_queue.push_back(&waiting);
    while (!waiting.done) {
        if (m_isWriting)
            m_written.wait(lock);
        else
            writeAll(lock);
    }
    return *waiting.done;
}

void GroupCommit::writeAll(std::unique_lock<std::mutex> &lock)
{
    std::deque<Waiting *> batch;
    while (!m_queue.empty() && batch.size() < mostSteps) {
        batch.push_back(m_queue.front());
        m_queue.pop_front();
    }
    m_isWriting = true;
    lock.unlock();
    QList<store::RunStep> steps;
    for (const Waiting *one : batch)
        steps.append(*one->step);
    const Result<QList<Status>> written = m_runs.commit(steps);
    lock.lock();
    for (std::size_t i = 0; i < batch.size(); ++i)
        batch[i]->done = written ? written->at(qsizetype(i)) : Status(written.error());
    m_isWriting = false;
    m_written.notify_all();
}

} // namespace naru::run
