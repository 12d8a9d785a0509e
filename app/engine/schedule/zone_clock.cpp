#include "engine/schedule/zone_clock.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace naru::schedule {

namespace {

// Beyond every moment of a schedule, and far from the ends of the number.
constexpr qint64 never = 400'000'000'000;

} // namespace

Result<QTimeZone> zoneFromName(const QString &name)
{
    static const QRegularExpression shape(u"^[A-Za-z][A-Za-z0-9_+\\-]*(/[A-Za-z0-9_+\\-]+){0,2}$"_s);
    if (name.size() < 64 && shape.match(name).hasMatch())
        if (const QTimeZone zone(name.toLatin1()); zone.isValid())
            return zone;
    return Error{Error::Kind::Invalid, u"expected a zone like Asia/Seoul but found "_s + cited(name),
                 u"schedule.zone"_s};
}

ZoneClock::ZoneClock(QTimeZone zone)
    : m_zone(std::move(zone))
{
}

ZoneClock::Segment ZoneClock::made(qint64 utc) const
{
    const QDateTime at = momentOf(utc);
    Segment one{-never, never, m_zone.offsetFromUtc(at), 0, 0};
    const QTimeZone::OffsetData begin = m_zone.previousTransition(at.addSecs(1));
    const QTimeZone::OffsetData end = m_zone.nextTransition(at);
    one.before = one.after = one.offset;
    if (begin.atUtc.isValid() && begin.atUtc <= at) {
        one.begin = begin.atUtc.toSecsSinceEpoch();
        one.before = m_zone.offsetFromUtc(momentOf(one.begin - 1));
    }
    if (end.atUtc.isValid() && end.atUtc > at) {
        one.end = end.atUtc.toSecsSinceEpoch();
        one.after = m_zone.offsetFromUtc(momentOf(one.end));
    }
    return one;
}

const ZoneClock::Segment &ZoneClock::segmentAt(qint64 utc) const
{
    if (utc < m_segment.begin || utc >= m_segment.end)
        m_segment = made(utc);
    return m_segment;
}

qint64 ZoneClock::utcOf(WallSecond wall) const
{
    // A day before is surely earlier, whatever the zone does.
    for (qint64 utc = wall - 2 * secondsOfDay;;) {
        const Segment segment = segmentAt(utc);
        if (wall - segment.offset < segment.end)
            return std::max(wall - segment.offset, segment.begin);
        utc = segment.end;
    }
}

Result<std::optional<ZoneClock::Found>> ZoneClock::nextAfter(qint64 utc, bool followsClock,
                                                             const NextOnWall &next) const
{
    ++utc;
    for (;;) {
        const Segment segment = segmentAt(utc);
        WallSecond from = utc + segment.offset;
        if (!followsClock) // what the wall shows a second time has been
            from = std::max(from, segment.begin + segment.before);
        const Result<std::optional<WallSecond>> wall = next(from);
        if (!wall)
            return wall.error();
        if (!*wall)
            return std::optional<Found>();
        const WallSecond at = **wall;
        if (at - segment.offset < segment.end)
            return std::optional(Found{at - segment.offset, at});
        const bool isInGap = at >= segment.end + segment.offset && at < segment.end + segment.after;
        if (isInGap && !followsClock)
            return std::optional(Found{segment.end, at});
        // Nothing comes before `at`: the changes of the clock until two days before need no look.
        utc = std::max(segment.end, at - 2 * secondsOfDay);
    }
}

} // namespace naru::schedule
