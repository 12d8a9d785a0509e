#include "store/sqlite_runs.h"

#include "store/run_mail.h"
#include "store/run_table.h"


namespace naru::store {

namespace {

// The journal says when a run began and how it ended, with the hash of its last fact: its facts cannot be written anew
// without the journal knowing.
Status tellJournal(Ledger &ledger, const RunHead &head, const QDateTime &at, const QString &event, const QString &note)
{
    JournalEntry frame;
    frame.at = at;
    frame.actor = head.starter;
    frame.approver = head.starter;
    frame.digest = head.package;
    ledger.setFrame(frame);
    Change about;
    about.record = {u"run"_s, head.id};
    about.reason = head.robot;
    return ledger.append(event, about, note);
}

QString endNote(const RunHead &head, const QByteArray &hash)
{
    return toString(head.state) + u"; facts "_s + QString::number(head.facts) + u"; "_s
        + QString::fromLatin1(hash.toHex());
}

Result<bool> begin(Connection &connection, Ledger &ledger, const RunStart &start)
{
    const Result<bool> inserted = insertRun(connection, start);
    if (!inserted || !*inserted)
        return inserted;
    RunHead head;
    head.id = start.id;
    head.robot = start.robot;
    head.package = start.package;
    head.starter = start.starter;
    Status told = tellJournal(ledger, head, start.at, u"run.started"_s, start.cause);
    if (told && !start.subscriptions.isEmpty())
        told = replaceSubscriptions(connection, start.id, start.subscriptions, start.at);
    return told ? Result<bool>(true) : told.error();
}

// A refusal comes before the first write, so that the other steps of the transaction may stand.
Status writeWhole(Connection &connection, Ledger &ledger, const RunStep &step)
{
    Status done = writeStep(connection, step);
    if (done && !step.work.isEmpty())
        done = putWork(connection, step.work);
    const bool ended = hasEnded(step.state);
    if (done && (step.subscriptions || ended))
        done = replaceSubscriptions(connection, step.lease.run, ended ? QList<Subscription>() : *step.subscriptions, step.at, step.meant);
    if (!done || !ended)
        return done;
    if (const Status kept = keepUntaken(connection, step.lease.run); !kept)
        return kept;
    const Result<RunHead> head = readHead(connection, step.lease.run);
    const Result<QByteArray> hash = headHash(connection, step.lease.run);
    if (!head || !hash)
        return !head ? head.error() : hash.error();
    return tellJournal(ledger, *head, step.at, u"run.ended"_s, endNote(*head, *hash));
}

// Whether the journal has the end of the run as it stands in its head.
Status compareWithJournal(Connection &connection, const RunHead &head)
{
    if (!hasEnded(head.state))
        return {};
    const Result<QByteArray> hash = headHash(connection, head.id);
    const Result<QList<JournalEntry>> entries = readJournal(connection, {u"run:"_s + head.id, {}, 0, 1, true});
    if (!hash || !entries)
        return !hash ? hash.error() : entries.error();
    if (entries->isEmpty() || entries->first().event != u"run.ended" || entries->first().note != endNote(head, *hash))
        return Error{Error::Kind::Invalid,
                     u"expected the journal to have the end of run '"_s + head.id + u"' as it stands but it has another"_s,
                     u"run.damaged"_s};
    return {};
}

Result<bool> insertOccurrence(Connection &connection, const Occurrence &one)
{
    Result<Statement> statement = connection.prepare(
        "INSERT INTO naru_occurrence(schedule, at, outcome, reason, run) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (schedule, at) DO NOTHING RETURNING at");
    if (!statement)
        return statement.error();
    bool isNew = false;
    statement->with(one.schedule, one.at.toMSecsSinceEpoch(), one.outcome, one.reason,
                    one.start ? one.start->id : one.run);
    const Status inserted = eachRow(*statement, [&isNew](const Statement &) { isNew = true; });
    return inserted ? Result<bool>(isNew) : inserted.error();
}

} // namespace

template <typename T>
Result<T> SqliteRuns::reading(const std::function<Result<T>(Connection &)> &read) const
{
    std::optional<Result<T>> out;
    const Status done = m_reading([&](Connection &connection) -> Status {
        out = read(connection);
        return *out ? Status() : Status(out->error());
    });
    return done ? *out : Result<T>(done.error());
}

template <typename T>
Result<T> SqliteRuns::writing(const std::function<Result<T>(Connection &, Ledger &)> &write)
{
    std::optional<Result<T>> out;
    const Status done = m_writing([&](Connection &connection, Ledger &ledger) -> Status {
        out = write(connection, ledger);
        return *out ? Status() : Status(out->error());
    });
    return done ? *out : Result<T>(done.error());
}

Status SqliteRuns::keep(const QList<QByteArray> &bodies)
{
    return m_writing([&](Connection &connection, Ledger &) -> Status {
        Result<Statement> statement =
            connection.prepare("INSERT INTO naru_kept(digest, body) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING");
        if (!statement)
            return statement.error();
        for (const QByteArray &body : bodies) {
            statement->with(digestOfKept(body)).bindBlob(1, body);
            const Status kept = statement->run();
            if (!kept)
                return kept;
        }
        return {};
    });
}

Result<QByteArray> SqliteRuns::kept(const QString &digest) const
{
    return reading<QByteArray>([&](Connection &connection) { return readKept(connection, digest); });
}

Result<QList<bool>> SqliteRuns::start(const QList<RunStart> &starts)
{
    return writing<QList<bool>>([&](Connection &connection, Ledger &ledger) -> Result<QList<bool>> {
        QList<bool> out;
        for (const RunStart &one : starts) {
            const Result<bool> begun = begin(connection, ledger, one);
            if (!begun)
                return begun.error();
            out.append(*begun);
        }
        return out;
    });
}

Result<QList<bool>> SqliteRuns::occur(const QList<Occurrence> &occurrences)
{
    return writing<QList<bool>>([&](Connection &connection, Ledger &ledger) -> Result<QList<bool>> {
        QList<bool> out;
        for (const Occurrence &one : occurrences) {
            Result<bool> isNew = insertOccurrence(connection, one);
            if (isNew && *isNew && one.start) {
                const Result<bool> begun = begin(connection, ledger, *one.start);
                isNew = begun ? isNew : begun;
            }
            if (!isNew)
                return isNew.error();
            out.append(*isNew);
        }
        return out;
    });
}

Result<QList<Occurrence>> SqliteRuns::occurrences(const QString &schedule, int limit) const
{
    return reading<QList<Occurrence>>([&](Connection &connection) -> Result<QList<Occurrence>> {
        Result<Statement> rows = connection.prepare(
            "SELECT at, outcome, reason, run FROM naru_occurrence WHERE schedule = ? ORDER BY at DESC LIMIT ?");
        if (!rows)
            return rows.error();
        QList<Occurrence> out;
        const Status read = eachRow(rows->with(schedule, limit > 0 ? limit : -1), [&](const Statement &row) {
            out.append({schedule, momentAt(row, 0), row.text(1), row.text(2), row.text(3)});
        });
        return read ? Result<QList<Occurrence>>(out) : read.error();
    });
}

Result<QDateTime> SqliteRuns::lastOccurrence(const QString &schedule) const
{
    const Result<QList<Occurrence>> last = occurrences(schedule, 1);
    if (!last)
        return last.error();
    return last->isEmpty() ? QDateTime() : last->first().at;
}

Status SqliteRuns::setOutcome(const QString &schedule, const QDateTime &at, const QString &outcome, const QString &reason)
{
    return m_writing([&](Connection &connection, Ledger &) -> Status {
        Result<Statement> statement =
            connection.prepare("UPDATE naru_occurrence SET outcome = ?, reason = ? WHERE schedule = ? AND at = ?");
        if (!statement)
            return statement.error();
        return statement->with(outcome, reason, schedule, at.toMSecsSinceEpoch()).run();
    });
}

Result<QList<Lease>> SqliteRuns::claim(const QString &holder, const QDateTime &now, const LeaseTime &clock, qint64 span,
                                       int limit)
{
    // Whoever finds nothing to do must not write: an idle service leaves the disk alone.
    const Result<bool> due = reading<bool>([&](Connection &connection) { return isAnyDue(connection, now, clock); });
    if (!due)
        return due.error();
    if (!*due)
        return QList<Lease>();
    return writing<QList<Lease>>([&](Connection &connection, Ledger &) {
        return takeDue(connection, holder, now, clock, span, limit);
    });
}

Result<Lease> SqliteRuns::claimRun(const QString &run, const QString &holder, const LeaseTime &clock, qint64 span)
{
    return writing<Lease>(
        [&](Connection &connection, Ledger &) { return takeRun(connection, run, holder, clock, span); });
}

Status SqliteRuns::renew(const QList<Lease> &leases, const LeaseTime &until)
{
    return m_writing([&](Connection &connection, Ledger &) { return renewLeases(connection, leases, until); });
}

Result<bool> SqliteRuns::holds(const Lease &lease, const LeaseTime &clock) const
{
    return reading<bool>([&](Connection &connection) { return isHeld(connection, lease, clock); });
}

Result<RunImage> SqliteRuns::load(const QString &run) const
{
    return reading<RunImage>([&](Connection &connection) { return readImage(connection, run); });
}

Result<QList<Status>> SqliteRuns::commit(const QList<RunStep> &steps)
{
    return writing<QList<Status>>([&](Connection &connection, Ledger &ledger) -> Result<QList<Status>> {
        QList<Status> out;
        for (const RunStep &step : steps) {
            const Status written = writeWhole(connection, ledger, step);
            const bool isRefused = !written
                && (written.error().kind == Error::Kind::Conflict || written.error().kind == Error::Kind::NotFound);
            if (!written && !isRefused)
                return written.error();
            out.append(written);
        }
        return out;
    });
}

Result<QDateTime> SqliteRuns::nextWake() const
{
    return reading<QDateTime>([](Connection &connection) -> Result<QDateTime> {
        Result<Statement> row = connection.prepare("SELECT min(wake) FROM naru_run WHERE wake IS NOT NULL");
        if (!row)
            return row.error();
        const Result<bool> found = row->step();
        return found ? Result<QDateTime>(momentAt(*row, 0)) : found.error();
    });
}

Status SqliteRuns::wish(const QString &run, const Wish &wish)
{
    return m_writing([&](Connection &connection, Ledger &) -> Status {
        const Result<RunHead> head = readHead(connection, run);
        if (!head)
            return head.error();
        if (hasEnded(head->state))
            return Error{Error::Kind::Conflict,
                         u"expected run '"_s + run + u"' to go on but it is "_s + toString(head->state), u"run.ended"_s};
        const Result<bool> told = insertWish(connection, run, wish);
        return told ? Status() : told.error();
    });
}

Result<QStringList> SqliteRuns::deliver(const Subscription &what, const Wish &wish, const Meant &meant,
                                        const QList<RunStart> &starts)
{
    return writing<QStringList>([&](Connection &connection, Ledger &ledger) {
        return deliverWish(connection, what, wish, meant, starts,
                           [&](const RunStart &start) { return begin(connection, ledger, start); });
    });
}

Result<QList<RunHead>> SqliteRuns::runs(const RunFilter &filter) const
{
    return reading<QList<RunHead>>([&](Connection &connection) { return readHeads(connection, filter); });
}

Result<RunHead> SqliteRuns::run(const QString &id) const
{
    return reading<RunHead>([&](Connection &connection) { return readHead(connection, id); });
}

Result<QList<Fact>> SqliteRuns::facts(const QString &run, qint64 after) const
{
    return reading<QList<Fact>>([&](Connection &connection) { return readFacts(connection, run, after); });
}

Status SqliteRuns::verify(const QString &run) const
{
    return m_reading([&](Connection &connection) -> Status {
        const Status chained = verifyFacts(connection, run);
        if (!chained)
            return chained;
        const Result<RunHead> head = readHead(connection, run);
        return head ? compareWithJournal(connection, *head) : head.error();
    });
}

Result<QList<WorkItem>> SqliteRuns::work(const WorkFilter &filter) const
{
    return reading<QList<WorkItem>>([&](Connection &connection) { return readWork(connection, filter); });
}

Result<QList<Subscription>> SqliteRuns::subscriptions(const QString &run) const
{
    return reading<QList<Subscription>>([&](Connection &connection) { return readSubscriptions(connection, run); });
}

} // namespace naru::store
