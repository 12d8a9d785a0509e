#include "run/service/scheduler.h"

#include "run/service/pass_lock.h"

#include <QJsonDocument>

#include <algorithm>

namespace naru::run {

namespace {

constexpr int fewRecent = 64;
constexpr int manyRecent = 4096; // more than one decision can tell apart
constexpr qint64 preparation = 2; // seconds before a start in which its robot is read

QString text(const QDateTime &at) { return at.toUTC().toString(Qt::ISODate); }

} // namespace

Scheduler::Scheduler(RobotDesk &desk, const Clock &clock, TellEvent tell)
    : m_desk(desk)
    , m_clock(clock)
    , m_tell(std::move(tell))
    , m_schedules(desk, clock)
{
}

void Scheduler::tell(const QString &what, const QString &about, const QString &text, bool isProblem) const
{
    if (m_tell)
        m_tell({what, about, text, isProblem});
}

// ---- what there is

Status Scheduler::reload()
{
    const Result<QList<StoredSchedule>> stored = m_schedules.list();
    const Result<bool> isMoved = m_schedules.lookAtCalendar();
    if (!stored || !isMoved)
        return !stored ? stored.error() : isMoved.error();
    if (*isMoved)
        m_entries.clear(); // other days are off: every schedule is looked at as if it were new
    std::optional<QList<store::RunHead>> going; // read once, and only where a schedule is new
    QMap<QString, Entry> entries;
    for (const StoredSchedule &one : *stored) {
        const auto old = m_entries.constFind(one.record.id);
        if (old != m_entries.constEnd() && toRow(old->stored.record) == toRow(one.record)) {
            entries.insert(one.record.id, *old);
            continue;
        }
        if (!going) {
            going.emplace();
            for (const store::RunState state : {store::RunState::Running, store::RunState::Incident}) {
                const Result<QList<store::RunHead>> heads = m_desk.runs().runs({{}, state, u"schedule:"_s});
                if (!heads)
                    return heads.error();
                *going += *heads;
            }
        }
        Entry entry;
        entry.stored = one;
        if (const Status taken = take(entry, *going); !taken)
            return taken;
        entries.insert(one.record.id, entry);
    }
    m_entries = entries;
    return {};
}

// A schedule that is new here, or has been changed.
Status Scheduler::take(Entry &entry, const QList<store::RunHead> &going)
{
    const QString id = entry.stored.record.id;
    const QString cause = u"schedule:"_s + id + u'@';
    for (const store::RunHead &one : going)
        if (one.cause.startsWith(cause))
            entry.active.append(one.id);
    const Result<QList<store::Occurrence>> rows = m_schedules.past(id, manyRecent);
    if (!rows)
        return rows.error();
    for (const store::Occurrence &one : *rows)
        if (one.outcome == u"queued")
            entry.queued.prepend(one.at);
    // What is past the moment in which the schedule was made or changed, and was not decided yet. A record of a time far
    // ahead comes from a clock that was wrong.
    const QDateTime credible = m_clock.now().addSecs(schedule::heldSeconds);
    entry.considered = entry.stored.record.since;
    for (const store::Occurrence &one : *rows)
        if (one.at <= credible)
            entry.considered = std::max(entry.considered, one.at);
    if (!entry.stored.problems.isEmpty()) {
        tell(u"schedule.unsound"_s, id, schedule::errorOf(entry.stored.problems).text, true);
        return {};
    }
    const Result<schedule::Timetable> table = schedule::Timetable::make(entry.stored.schedule, m_schedules.calendar());
    if (!table) {
        tell(u"schedule.unsound"_s, id, table.error().text, true);
        return {};
    }
    entry.table = *table;
    return arm(entry);
}

// Finds the next time. A schedule whose times cannot be known (beyond the calendar) rests until it is changed.
Status Scheduler::arm(Entry &entry)
{
    entry.next.reset();
    entry.prepared.reset();
    entry.isPrepared = false;
    const Result<std::optional<schedule::Occurrence>> next = entry.table->nextAfter(entry.considered);
    if (!next) {
        tell(u"schedule.unsound"_s, entry.stored.record.id, next.error().text, true);
        entry.table.reset();
        return {};
    }
    entry.next = *next;
    return {};
}

bool Scheduler::Recent::covers(const QDateTime &at, const QDateTime &now) const
{
    return std::any_of(rows.begin(), rows.end(), [&](const store::Occurrence &one) {
        if (one.at == at)
            return true;
        // One record stands for all times up to its own that were missed together. Those of a future that a wrong clock
        // has shown are open again.
        const std::optional<MissedTimes> missed = one.at > at && one.at <= now ? missedTimes(one.reason) : std::nullopt;
        return missed && missed->first <= at;
    });
}

Result<Scheduler::Recent> Scheduler::recent(const Entry &entry) const
{
    Result<QList<store::Occurrence>> rows = m_schedules.past(entry.stored.record.id, fewRecent);
    if (rows && rows->size() == fewRecent && rows->last().at > entry.considered)
        rows = m_schedules.past(entry.stored.record.id, manyRecent);
    return rows ? Result<Recent>(Recent{*rows}) : rows.error();
}

// What has ended since, and what another scheduler has begun or queued.
Status Scheduler::refresh(Entry &entry, const Recent &recent)
{
    for (const store::Occurrence &one : recent.rows) {
        const bool isQueued = one.outcome == u"queued";
        if (one.outcome == u"run" && !one.run.isEmpty() && !entry.active.contains(one.run))
            entry.active.append(one.run);
        if (isQueued && !entry.queued.contains(one.at))
            entry.queued.append(one.at);
        if (!isQueued)
            entry.queued.removeOne(one.at);
    }
    std::sort(entry.queued.begin(), entry.queued.end());
    if (const Status settled = settleQueue(entry, recent); !settled)
        return settled;
    QStringList going;
    for (const QString &one : std::as_const(entry.active)) {
        const Result<store::RunHead> head = m_desk.runs().run(one);
        if (!head && head.error().kind != Error::Kind::NotFound)
            return head.error();
        if (head && !hasEnded(head->state))
            going.append(one);
    }
    entry.active = going;
    return {};
}

// Somebody may have begun the run that waited, and been stopped before that was on record.
Status Scheduler::settleQueue(Entry &entry, const Recent &recent)
{
    if (entry.queued.isEmpty())
        return {};
    const QDateTime at = entry.queued.first();
    const auto row = std::find_if(recent.rows.begin(), recent.rows.end(), [&](const store::Occurrence &one) { return one.at == at; });
    const bool isBegun = row != recent.rows.end() && bool(m_desk.runs().run(row->run));
    if (!isBegun)
        return {};
    entry.queued.removeFirst();
    if (!entry.active.contains(row->run))
        entry.active.append(row->run);
    return m_desk.runs().setOutcome(entry.stored.record.id, at, u"run"_s, u"queued"_s);
}

// ---- what is due

Result<int> Scheduler::pass()
{
    const QDateTime now = m_clock.now();
    std::optional<PassLock> lock;
    int begun = 0;
    for (Entry &entry : m_entries) {
        if (!entry.stored.record.isEnabled)
            continue;
        const bool isDue = entry.next && (now >= entry.next->startsAt || now < entry.considered);
        if (!isDue && entry.next && !entry.isPrepared && now.secsTo(entry.next->startsAt) <= preparation)
            prepare(entry);
        if (!isDue && entry.queued.isEmpty())
            continue;
        if (!lock)
            lock = PassLock::take(m_desk.session().location(), u"schedules"_s);
        if (!lock)
            return Error{Error::Kind::Unavailable, u"expected to decide what is due but another service does so"_s, u"service.turn"_s};
        const Result<int> runs = decide(entry, now);
        if (!runs)
            return runs;
        begun += *runs;
    }
    return begun;
}

Result<int> Scheduler::decide(Entry &entry, const QDateTime &now)
{
    const Result<Recent> known = recent(entry);
    if (!known)
        return known.error();
    if (const Status refreshed = refresh(entry, *known); !refreshed)
        return refreshed.error();
    const Result<int> queued = beginQueued(entry);
    if (!queued || !entry.table)
        return queued;
    const Result<schedule::Due> due = schedule::due(*entry.table, entry.considered, now,
                                                    [&](const QDateTime &at) { return known->covers(at, now); });
    if (!due) {
        tell(u"schedule.unsound"_s, entry.stored.record.id, due.error().text, true);
        entry.table.reset();
        entry.next.reset();
        return queued;
    }
    if (due->clock == schedule::ClockStep::Rewound)
        tell(u"clock.rewound"_s, entry.stored.record.id, u"the clock was put back from "_s + text(entry.considered) + u" to "_s + text(now), true);
    const Result<int> begun = beginDue(entry, *due, now);
    if (!begun)
        return begun;
    if (due->clock != schedule::ClockStep::Held) {
        entry.considered = due->considered;
        (void)bool(arm(entry));
    }
    return *queued + *begun;
}

Result<int> Scheduler::beginDue(Entry &entry, const schedule::Due &due, const QDateTime &now)
{
    QList<store::Occurrence> rows;
    for (const schedule::Missed &one : due.missed) {
        const QString outcome = one.reason == schedule::Missed::Reason::Asked ? u"asked"_s : u"missed"_s;
        rows.append({entry.stored.record.id, one.last, outcome, reasonOf(one), {}});
    }
    int begun = 0;
    for (const schedule::Occurrence &one : due.run) {
        const auto overlap = schedule::overlapOf(entry.stored.schedule.overlap, static_cast<int>(entry.active.size()), static_cast<int>(entry.queued.size()));
        if (overlap == schedule::Overlap::CancelOthers) {
            // What was begun in this very breath is one of the others too.
            const Result<int> recorded = record(entry, std::exchange(rows, {}), now);
            const Status cancelled = recorded ? cancelOthers(entry) : recorded.error();
            if (!cancelled)
                return cancelled.error();
            begun += *recorded;
        }
        rows.append(occurrenceOf(entry, one.scheduledAt, overlap));
    }
    const Result<int> recorded = record(entry, rows, now);
    return recorded ? Result<int>(begun + *recorded) : recorded;
}

store::Occurrence Scheduler::occurrenceOf(Entry &entry, const QDateTime &at, schedule::Overlap overlap)
{
    const QString id = entry.stored.record.id;
    if (overlap == schedule::Overlap::Drop)
        return {id, at, u"skipped"_s, u"overlap"_s, {}};
    Result<store::RunStart> start = startOf(entry, at);
    if (!start)
        return {id, at, u"missed"_s, u"robot: "_s + start.error().text, {}};
    if (overlap == schedule::Overlap::Queue) {
        entry.queued.append(at);
        return {id, at, u"queued"_s, u"overlap"_s, start->id};
    }
    entry.active.append(start->id);
    return {id, at, u"run"_s, {}, start->id, *start};
}

Result<store::RunStart> Scheduler::startOf(Entry &entry, const QDateTime &at)
{
    if (entry.prepared && entry.next && entry.next->scheduledAt == at) {
        store::RunStart start = *std::exchange(entry.prepared, std::nullopt);
        start.at = m_clock.now();
        return start;
    }
    const Result<RobotDesk::Begin> begin = Schedules::beginOf(entry.stored, at);
    return begin ? m_desk.startOf(*begin) : begin.error();
}

// Reads the robot ahead of time, so that the start itself is one write.
void Scheduler::prepare(Entry &entry)
{
    entry.isPrepared = true;
    const Result<RobotDesk::Begin> begin = Schedules::beginOf(entry.stored, entry.next->scheduledAt);
    const Result<store::RunStart> start = begin ? m_desk.startOf(*begin) : begin.error();
    if (start)
        entry.prepared = *start;
}

Status Scheduler::cancelOthers(Entry &entry)
{
    const QString id = entry.stored.record.id;
    for (const QString &run : std::as_const(entry.active)) {
        const Status cancelled = m_desk.cancel(run, u"the next run of "_s + id);
        if (!cancelled && cancelled.error().kind != Error::Kind::Conflict) // it may have ended by itself
            return cancelled;
        tell(u"schedule.cancelled"_s, id, u"run "_s + run);
    }
    for (const QDateTime &at : std::as_const(entry.queued))
        if (const Status dropped = m_desk.runs().setOutcome(id, at, u"skipped"_s, u"overlap"_s); !dropped)
            return dropped;
    entry.active.clear();
    entry.queued.clear();
    return {};
}

Result<int> Scheduler::record(Entry &entry, const QList<store::Occurrence> &rows, const QDateTime &now)
{
    if (rows.isEmpty())
        return 0;
    const Result<QList<bool>> isNew = m_desk.runs().occur(rows);
    if (!isNew)
        return isNew.error();
    int begun = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const store::Occurrence &one = rows[i];
        if (!isNew->at(i))
            continue; // another service was first
        const qint64 late = one.at.msecsTo(now);
        const QString what = u"schedule."_s + (one.outcome == u"run" ? u"started"_s : one.outcome);
        const QString said = text(one.at) + (one.run.isEmpty() ? QString() : u' ' + one.run) + (one.reason.isEmpty() ? QString() : u' ' + one.reason);
        tell(what, entry.stored.record.id, one.outcome == u"run" ? said + u" after "_s + QString::number(late) + u" ms"_s : said,
             one.outcome == u"missed" || one.outcome == u"asked");
        begun += one.start.has_value();
    }
    return begun;
}

// The one that has waited longest begins when no other goes on.
Result<int> Scheduler::beginQueued(Entry &entry)
{
    if (entry.queued.isEmpty() || !entry.active.isEmpty())
        return 0;
    const QString id = entry.stored.record.id;
    const QDateTime at = entry.queued.first();
    const Result<RobotDesk::Begin> begin = Schedules::beginOf(entry.stored, at);
    const Result<store::RunStart> start = begin ? m_desk.startOf(*begin) : begin.error();
    if (!start) {
        entry.queued.removeFirst();
        const Status missed = m_desk.runs().setOutcome(id, at, u"missed"_s, u"robot: "_s + start.error().text);
        tell(u"schedule.missed"_s, id, text(at) + u' ' + start.error().text, true);
        return missed ? Result<int>(0) : missed.error();
    }
    // The cause keeps it single, should we be stopped between the two writes.
    const Result<QList<bool>> begun = m_desk.runs().start({*start});
    const Status told = begun ? m_desk.runs().setOutcome(id, at, u"run"_s, u"queued"_s) : begun.error();
    if (!told)
        return told.error();
    entry.queued.removeFirst();
    entry.active.append(start->id);
    tell(u"schedule.started"_s, id, text(at) + u' ' + start->id + u" from the queue"_s);
    return 1;
}

// ---- waiting

QDateTime Scheduler::next() const
{
    QDateTime out;
    for (const Entry &entry : m_entries) {
        if (!entry.next || !entry.stored.record.isEnabled)
            continue;
        const QDateTime at = entry.isPrepared ? entry.next->startsAt : entry.next->startsAt.addSecs(-preparation);
        if (!out.isValid() || at < out)
            out = at;
    }
    return out;
}

bool Scheduler::hasQueued() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const Entry &one) { return !one.queued.isEmpty(); });
}

} // namespace naru::run
