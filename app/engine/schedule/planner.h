// What a schedule will do, and what is to be done now. Pure: time is an argument. The preview (nextOccurrences) is what
// happens (due) while the clock runs on; after a stop or a jump of the clock the misfire policy decides, in bounded
// time and memory however long the stop was.
#pragma once

#include "engine/schedule/timetable.h"

#include <functional>

namespace naru::schedule {

struct Preview {
    QList<Occurrence> occurrences;
    // Why there are fewer than were asked for ("calendar.years"); nothing where the schedule simply ends.
    std::optional<Error> stopped;
};

// The next occurrences after the moment, at most `count` and at most 10,000.
Preview nextOccurrences(const Timetable &timetable, const QDateTime &after, int count);

// Occurrences that were not run in time, from the first to the last.
struct Missed {
    enum class Reason {
        Skipped, // the policy is to skip what was missed
        Coalesced, // a later occurrence runs for it
        OverLimit, // more than the policy runs
        Asked, // a person decides
    };
    Reason reason = Reason::Skipped;
    QDateTime first; // scheduledAt
    QDateTime last;
    int count = 0;
    bool isAtLeast = false; // there are more than are worth counting
};

enum class ClockStep {
    None,
    Held, // the clock was put back a little: nothing is due until it has caught up
    Rewound, // it was far ahead and is right again: what was decided of that future is open again
};

struct Due {
    QList<Occurrence> run; // in order; those missed that the policy runs come first
    QList<Missed> missed; // to be recorded, in order
    QDateTime considered; // everything up to here has been decided; to be kept for the next call
    ClockStep clock = ClockStep::None;
};

// True for an occurrence of the schedule (by its scheduledAt) that has been run before. It guards against a second run
// where the clock was put back; the store's unique key guards against it everywhere.
using HasRun = std::function<bool(const QDateTime &scheduledAt)>;

// More missed occurrences than these are not told apart.
constexpr int missedCounted = 1000;
// How far the clock may be put back before we believe that it was wrong before.
constexpr qint64 heldSeconds = 48 * 3600;

// What is due at `now` of everything after `considered` (for a new schedule: the moment it was made). An occurrence is
// in time until misfireThreshold seconds after its start, and missed from then on. Fails as Timetable::nextAfter does;
// then nothing was decided.
Result<Due> due(const Timetable &timetable, const QDateTime &considered, const QDateTime &now,
                const HasRun &hasRun = {});

enum class Overlap {
    Start,
    Queue, // start it when the others have ended
    Drop, // do not run it; to be recorded with its reason
    CancelOthers, // cancel what runs, drop what waits, then start
};

// What becomes of an occurrence while so many runs of the schedule go on or wait.
Overlap overlapOf(OverlapPolicy policy, int running, int queued);

// Until when to sleep: until the next start, but never longer than a minute, so that a clock that is put forward or
// back is noticed.
QDateTime sleepUntil(const QDateTime &now, const std::optional<QDateTime> &nextStart);

} // namespace naru::schedule
