#include "engine/schedule/planner.h"

#include <algorithm>
#include <utility>

namespace naru::schedule {

namespace {

constexpr int largestPreview = 10'000;
constexpr qint64 longestSleep = 60;

using Next = Result<std::optional<Occurrence>>;

// Walks over the occurrences of one decision.
class Decision {
public:
    Decision(const Timetable &timetable, const QDateTime &considered, const QDateTime &now, const HasRun &hasRun)
        : m_timetable(timetable)
        , m_schedule(timetable.schedule())
        , m_considered(considered)
        , m_now(now)
        , m_hasRun(hasRun)
    {
    }

    Result<Due> decide()
    {
        m_due.considered = m_now;
        QDateTime reached = m_considered;
        if (const Status read = readMissed(reached); !read)
            return read.error();
        if (const Status read = readInTime(reached); !read)
            return read.error();
        if (const Status read = applyPolicy(); !read)
            return read.error();
        m_due.run = m_missed + m_inTime;
        return m_due;
    }

private:
    bool isMissed(const Occurrence &one) const { return one.startsAt.secsTo(m_now) > m_schedule.misfireThreshold; }
    bool isNew(const Occurrence &one) const { return !m_hasRun || !m_hasRun(one.scheduledAt); }

    // The missed ones, the first of them told apart, and the last of all.
    Status readMissed(QDateTime &reached)
    {
        for (int walked = 0; walked < missedCounted; ++walked) {
            const Next next = m_timetable.nextAfter(reached);
            if (!next)
                return next.error();
            if (!*next || !isMissed(**next))
                return {};
            reached = (*next)->scheduledAt;
            if (isNew(**next))
                m_missed.append(**next);
        }
        const Next next = m_timetable.nextAfter(reached);
        if (!next)
            return next.error();
        if (!*next || !isMissed(**next))
            return {};
        return leap(reached);
    }

    // There are more than are told apart: from the end backwards, those that the policy may run.
    Status leap(QDateTime &reached)
    {
        m_isAtLeast = true;
        m_firstMissed = m_missed.isEmpty() ? reached : m_missed.first().scheduledAt;
        m_counted = static_cast<int>(m_missed.size());
        m_missed.clear();
        const int wanted = m_schedule.misfire == MisfirePolicy::All ? m_schedule.misfireLimit : 1;
        const QDateTime low = reached;
        QDateTime high = m_now;
        for (int found = 0; found < wanted; ++found) {
            const Next last = lastMissedBefore(low, high);
            if (!last)
                return last.error();
            if (!*last)
                break;
            if (found == 0)
                reached = (*last)->scheduledAt;
            high = (*last)->scheduledAt;
            if (isNew(**last))
                m_missed.prepend(**last);
        }
        return {};
    }

    // The last missed occurrence with low < scheduledAt < high: "the next after x is one of them" holds up to a point,
    // and the point is found by leaping back and then halving.
    Next lastMissedBefore(const QDateTime &low, const QDateTime &high) const
    {
        const auto from = [&](qint64 second) -> Next {
            const Next next = m_timetable.nextAfter(momentOf(second));
            if (!next || !*next || !isMissed(**next) || (*next)->scheduledAt >= high)
                return next ? Next(std::nullopt) : next;
            return next;
        };
        const qint64 least = low.toSecsSinceEpoch();
        qint64 no = high.toSecsSinceEpoch();
        qint64 yes = least;
        std::optional<Occurrence> found;
        for (qint64 leap = 1; !found || no - yes > 1; leap *= 2) {
            const qint64 at = found ? yes + (no - yes) / 2 : std::max(least, no - leap);
            const Next next = from(at);
            if (!next || (!*next && at == least))
                return next;
            if (*next) {
                found = *next;
                yes = found->scheduledAt.toSecsSinceEpoch() - 1;
            } else {
                no = at;
            }
        }
        return Next(found);
    }

    // Those in time. A start that jitter has put off stays undecided.
    Status readInTime(QDateTime reached)
    {
        for (;;) {
            const Next next = m_timetable.nextAfter(reached);
            if (!next)
                return next.error();
            if (!*next || (*next)->scheduledAt > m_now)
                return {};
            if ((*next)->startsAt > m_now) {
                m_due.considered = (*next)->scheduledAt.addSecs(-1);
                return {};
            }
            reached = (*next)->scheduledAt;
            if (isNew(**next))
                m_inTime.append(**next);
        }
    }

    void record(Missed::Reason reason, qsizetype kept)
    {
        // What is in m_missed beyond the kept ones, and what was counted before the leap.
        const qsizetype dropped = m_missed.size() - kept;
        const qsizetype counted = m_counted + dropped;
        if (counted <= 0)
            return;
        const QDateTime first = m_isAtLeast ? m_firstMissed : m_missed.first().scheduledAt;
        const QDateTime last = dropped > 0 ? m_missed[dropped - 1].scheduledAt
            : kept > 0                     ? m_missed.first().scheduledAt.addSecs(-1)
                                           : m_now;
        m_due.missed.append({reason, first, last, static_cast<int>(counted), m_isAtLeast});
        m_missed.remove(0, dropped);
    }

    Status applyPolicy()
    {
        if (m_missed.isEmpty() && m_counted == 0)
            return {};
        switch (m_schedule.misfire) {
        case MisfirePolicy::Skip:
            record(Missed::Reason::Skipped, 0);
            break;
        case MisfirePolicy::Ask:
            record(Missed::Reason::Asked, 0);
            break;
        case MisfirePolicy::Once:
            // The latest stands for all, also where it comes in time.
            m_missed += std::exchange(m_inTime, {});
            record(Missed::Reason::Coalesced, std::min<qsizetype>(1, m_missed.size()));
            break;
        case MisfirePolicy::All:
            record(Missed::Reason::OverLimit, std::min<qsizetype>(m_schedule.misfireLimit, m_missed.size()));
            break;
        }
        return {};
    }

    const Timetable &m_timetable;
    const Schedule &m_schedule;
    QDateTime m_considered;
    QDateTime m_now;
    const HasRun &m_hasRun;
    QList<Occurrence> m_missed; // all, or after a leap the last ones
    QList<Occurrence> m_inTime;
    bool m_isAtLeast = false;
    int m_counted = 0; // before the leap
    QDateTime m_firstMissed; // likewise
    Due m_due;
};

} // namespace

Preview nextOccurrences(const Timetable &timetable, const QDateTime &after, int count)
{
    Preview preview;
    QDateTime reached = after;
    while (preview.occurrences.size() < std::min(count, largestPreview)) {
        const Next next = timetable.nextAfter(reached);
        if (!next)
            preview.stopped = next.error();
        if (!next || !*next)
            break;
        preview.occurrences.append(**next);
        reached = (*next)->scheduledAt;
    }
    return preview;
}

Result<Due> due(const Timetable &timetable, const QDateTime &considered, const QDateTime &now, const HasRun &hasRun)
{
    if (now >= considered)
        return Decision(timetable, considered.toUTC(), now.toUTC(), hasRun).decide();
    Due nothing;
    const bool isHeld = now.secsTo(considered) <= heldSeconds;
    nothing.clock = isHeld ? ClockStep::Held : ClockStep::Rewound;
    nothing.considered = isHeld ? considered : now;
    return nothing;
}

Overlap overlapOf(OverlapPolicy policy, int running, int queued)
{
    const bool isFree = running == 0 && queued == 0;
    switch (policy) {
    case OverlapPolicy::Skip:
        return isFree ? Overlap::Start : Overlap::Drop;
    case OverlapPolicy::QueueOne:
        return isFree ? Overlap::Start : queued == 0 ? Overlap::Queue : Overlap::Drop;
    case OverlapPolicy::QueueAll:
        return isFree ? Overlap::Start : Overlap::Queue;
    case OverlapPolicy::CancelOther:
        return isFree ? Overlap::Start : Overlap::CancelOthers;
    case OverlapPolicy::Allow:
        return Overlap::Start;
    }
    return Overlap::Start;
}

QDateTime sleepUntil(const QDateTime &now, const std::optional<QDateTime> &nextStart)
{
    const QDateTime longest = now.addSecs(longestSleep);
    return nextStart ? std::max(now, std::min(*nextStart, longest)) : longest;
}

} // namespace naru::schedule
