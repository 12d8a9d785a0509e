// Between the wall clock of a zone and time itself, where the clock is put forward (gap) or back (overlap).
//
// As Vixie cron has it: a job at fixed times whose moment falls into a gap runs just after it, once for all moments in
// the gap, and a moment that comes twice counts the first time only. A job that follows the clock (every hour, every
// minute) skips what the gap skips and runs in both hours of an overlap. RFC 5545 §3.3.10 would ignore a moment in the
// gap and §3.3.5 would move it by the gap's length; for the robots of an office neither is right, so that rules follow
// cron too.
#pragma once

#include "engine/schedule/wall_time.h"

#include <QTimeZone>

#include <functional>
#include <optional>

namespace naru::schedule {

// The zone of an IANA name ("Asia/Seoul"); Invalid "schedule.zone" for what is no zone.
Result<QTimeZone> zoneFromName(const QString &name);

class ZoneClock {
public:
    // The first moment on the wall at or after the given one.
    using NextOnWall = std::function<Result<std::optional<WallSecond>>(WallSecond)>;
    struct Found {
        qint64 utc = 0;
        WallSecond wall = 0; // what the rule said; in a gap the clock never shows it
    };

    explicit ZoneClock(QTimeZone zone);

    // The first moment that comes strictly after the second `utc`; nothing after the last.
    Result<std::optional<Found>> nextAfter(qint64 utc, bool followsClock, const NextOnWall &next) const;
    WallSecond wallOf(qint64 utc) const { return utc + segmentAt(utc).offset; }
    // The first time that the wall shows the moment; just after the gap for one that it never shows.
    qint64 utcOf(WallSecond wall) const;

private:
    // The time between two changes of the clock.
    struct Segment {
        qint64 begin = 0;
        qint64 end = 0; // the next change
        int offset = 0;
        int before = 0; // the offset before `begin`
        int after = 0; // the offset from `end` on
    };

    const Segment &segmentAt(qint64 utc) const;
    Segment made(qint64 utc) const;

    QTimeZone m_zone;
    mutable Segment m_segment; // the last one that was asked for
};

} // namespace naru::schedule
