#include "store/run_table.h"

#include <QCryptographicHash>

namespace naru::store {

namespace {

const QByteArray headColumns =
    "SELECT id, robot, package, title, cause, starter, state, facts, started, ended, wake,"
    " (SELECT count(*) FROM naru_work WHERE naru_work.run = naru_run.id AND naru_work.ended IS NULL) FROM naru_run";

RunState stateOf(const QString &text)
{
    for (int i = 0; i <= static_cast<int>(RunState::Cancelled); ++i)
        if (toString(static_cast<RunState>(i)) == text)
            return static_cast<RunState>(i);
    return RunState::Incident; // what nobody knows a person must look at
}

RunHead headAt(const Statement &row)
{
    RunHead head;
    head.id = row.text(0);
    head.robot = row.text(1);
    head.package = row.text(2);
    head.title = row.text(3);
    head.cause = row.text(4);
    head.starter = row.text(5);
    head.state = stateOf(row.text(6));
    head.facts = row.whole(7);
    head.started = momentAt(row, 8);
    head.ended = momentAt(row, 9);
    head.wake = momentAt(row, 10);
    head.openWork = static_cast<int>(row.whole(11));
    return head;
}

Error noRun(const QString &run)
{
    return {Error::Kind::NotFound, u"expected a run '"_s + run + u"' but there is none"_s, u"run.none"_s};
}

// A fact is bound to its place, its moment, and all facts before it.
QByteArray hashOf(const QByteArray &previous, qint64 sequence, qint64 at, const QByteArray &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    hash.addData(QByteArray::number(sequence) + ' ' + QByteArray::number(at) + ' ');
    hash.addData(body);
    return hash.result();
}

// What the step rests on: that the fence and the number of facts are still those that the holder knows.
Status mayWrite(Connection &connection, const RunStep &step, QByteArray &hash)
{
    Result<Statement> row = connection.prepare("SELECT fence, facts, hash FROM naru_run WHERE id = ?");
    if (!row)
        return row.error();
    const Result<bool> found = row->with(step.lease.run).step();
    if (!found)
        return found.error();
    if (!*found)
        return noRun(step.lease.run);
    if (row->whole(0) != step.lease.fence)
        return Error{Error::Kind::Conflict,
                     u"expected run '"_s + step.lease.run + u"' with fence "_s + QString::number(step.lease.fence)
                         + u" but another has taken it with "_s + QString::number(row->whole(0)),
                     u"run.fence"_s};
    if (row->whole(1) != step.after)
        return Error{Error::Kind::Conflict,
                     u"expected run '"_s + step.lease.run + u"' to have "_s + QString::number(step.after)
                         + u" facts but it has "_s + QString::number(row->whole(1)),
                     u"run.sequence"_s};
    hash = row->bytes(2);
    return {};
}

Status insertFacts(Connection &connection, const RunStep &step, QByteArray &hash)
{
    Result<Statement> insertion =
        connection.prepare("INSERT INTO naru_run_fact(run, sequence, at, body, hash) VALUES (?, ?, ?, ?, ?)");
    if (!insertion)
        return insertion.error();
    const qint64 at = step.at.toMSecsSinceEpoch();
    qint64 sequence = step.after;
    for (const QByteArray &body : step.facts) {
        hash = hashOf(hash, ++sequence, at, body);
        insertion->with(step.lease.run, sequence, at).bindText(3, body).bindBlob(4, hash);
        const Status inserted = insertion->run();
        if (!inserted)
            return inserted;
    }
    return {};
}

Status keepSnapshot(Connection &connection, const RunStep &step)
{
    Result<Statement> statement = connection.prepare("INSERT INTO naru_run_snapshot(run, sequence, body) VALUES (?, ?, ?)"
                                                     " ON CONFLICT (run) DO UPDATE SET sequence = excluded.sequence,"
                                                     " body = excluded.body");
    if (!statement)
        return statement.error();
    statement->with(step.lease.run, step.after + step.facts.size()).bindBlob(2, *step.snapshot);
    return statement->run();
}

Status markTaken(Connection &connection, const RunStep &step)
{
    Result<Statement> statement = connection.prepare("UPDATE naru_wish SET taken = 1 WHERE number = ? AND run = ?");
    if (!statement)
        return statement.error();
    for (const qint64 number : step.taken) {
        const Status marked = statement->with(number, step.lease.run).run();
        if (!marked)
            return marked;
    }
    return {};
}

// A wish that came meanwhile wakes the run at once, whatever the step says.
Status updateHead(Connection &connection, const RunStep &step, const QByteArray &hash)
{
    Result<Statement> statement = connection.prepare(
        "UPDATE naru_run SET facts = ?2, hash = ?3, state = ?4, ended = ?5,"
        " title = CASE ?7 WHEN '' THEN title ELSE ?7 END,"
        " lease = CASE ?8 WHEN 1 THEN 0 ELSE lease END, wake = CASE WHEN ?5 IS NULL AND EXISTS"
        " (SELECT 1 FROM naru_wish WHERE run = ?1 AND taken = 0) THEN 0 ELSE ?6 END WHERE id = ?1");
    if (!statement)
        return statement.error();
    statement->bind(0, step.lease.run)
        .bind(1, step.after + step.facts.size())
        .bindBlob(2, hash)
        .bind(3, toString(step.state))
        .bind(6, step.title)
        .bind(7, step.release ? 1 : 0);
    bindMoment(*statement, 4, hasEnded(step.state) ? step.at : QDateTime());
    bindMoment(*statement, 5, hasEnded(step.state) ? QDateTime() : step.wake);
    return statement->run();
}

Result<QList<Wish>> readWishes(Connection &connection, const QString &run)
{
    Result<Statement> rows = connection.prepare(
        "SELECT number, key, at, actor, body FROM naru_wish WHERE run = ? AND taken = 0 ORDER BY number");
    if (!rows)
        return rows.error();
    QList<Wish> out;
    const Status read = eachRow(rows->with(run), [&out](const Statement &row) {
        out.append({row.whole(0), row.text(1), momentAt(row, 2), row.text(3), row.bytes(4)});
    });
    return read ? Result<QList<Wish>>(out) : read.error();
}

} // namespace

QString toString(RunState state)
{
    switch (state) {
    case RunState::Running:
        return u"running"_s;
    case RunState::Incident:
        return u"incident"_s;
    case RunState::Completed:
        return u"completed"_s;
    case RunState::Failed:
        return u"failed"_s;
    case RunState::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

void bindMoment(Statement &statement, int index, const QDateTime &moment)
{
    if (moment.isValid())
        statement.bind(index, moment.toMSecsSinceEpoch());
    else
        statement.bindNull(index);
}

QDateTime momentAt(const Statement &row, int column)
{
    return row.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(row.whole(column), Qt::UTC);
}

Result<bool> insertRun(Connection &connection, const RunStart &start)
{
    Result<Statement> statement = connection.prepare(
        "INSERT INTO naru_run(id, robot, package, title, cause, starter, state, facts, hash, started, wake)"
        " VALUES (?, ?, ?, ?, nullif(?, ''), ?, 'running', 0, zeroblob(32), ?, ?) ON CONFLICT (cause) DO NOTHING"
        " RETURNING id");
    if (!statement)
        return statement.error();
    statement->with(start.id, start.robot, start.package, start.title, start.cause, start.starter,
                    start.at.toMSecsSinceEpoch(), start.at.toMSecsSinceEpoch());
    Result<bool> inserted = statement->step();
    if (inserted && *inserted)
        while (inserted && *inserted) // RETURNING gives one row, and then the end
            inserted = statement->step();
    else
        return inserted;
    if (!inserted)
        return inserted;
    const Result<bool> told = insertWish(connection, start.id, {0, u"start"_s, start.at, start.starter, start.wish});
    return told ? Result<bool>(true) : told.error();
}

Result<RunHead> readHead(Connection &connection, const QString &run)
{
    Result<Statement> row = connection.prepare(headColumns + " WHERE id = ?");
    if (!row)
        return row.error();
    const Result<bool> found = row->with(run).step();
    if (!found)
        return found.error();
    return *found ? Result<RunHead>(headAt(*row)) : noRun(run);
}

Result<QList<RunHead>> readHeads(Connection &connection, const RunFilter &filter)
{
    Result<Statement> rows = connection.prepare(headColumns
                                                + " WHERE (?1 = '' OR robot = ?1) AND (?2 = '' OR state = ?2)"
                                                  " AND (?3 = '' OR substr(cause, 1, length(?3)) = ?3)"
                                                  " ORDER BY number DESC LIMIT ?4");
    if (!rows)
        return rows.error();
    rows->with(filter.robot, filter.state ? toString(*filter.state) : QString(), filter.cause,
               filter.limit > 0 ? filter.limit : -1);
    QList<RunHead> out;
    const Status read = eachRow(*rows, [&out](const Statement &row) { out.append(headAt(row)); });
    return read ? Result<QList<RunHead>>(out) : read.error();
}

Result<QList<Fact>> readFacts(Connection &connection, const QString &run, qint64 after)
{
    Result<Statement> rows =
        connection.prepare("SELECT sequence, at, body FROM naru_run_fact WHERE run = ? AND sequence > ? ORDER BY sequence");
    if (!rows)
        return rows.error();
    QList<Fact> out;
    const Status read = eachRow(rows->with(run, after), [&out](const Statement &row) {
        out.append({row.whole(0), momentAt(row, 1), row.bytes(2)});
    });
    return read ? Result<QList<Fact>>(out) : read.error();
}

QString digestOfKept(const QByteArray &body)
{
    return QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
}

Result<QByteArray> readKept(Connection &connection, const QString &digest)
{
    Result<Statement> row = connection.prepare("SELECT body FROM naru_kept WHERE digest = ?");
    if (!row)
        return row.error();
    const Result<bool> found = row->with(digest).step();
    if (!found)
        return found.error();
    if (!*found)
        return Error{Error::Kind::NotFound, u"expected '"_s + digest + u"' to be kept but it is not"_s, u"run.notKept"_s};
    const QByteArray body = row->bytes(0);
    if (digestOfKept(body) != digest)
        return Error{Error::Kind::Invalid, u"expected '"_s + digest + u"' as it was kept but it has been changed"_s,
                     u"run.damaged"_s};
    return body;
}

Result<RunImage> readImage(Connection &connection, const QString &run)
{
    const Result<RunHead> head = readHead(connection, run);
    if (!head)
        return head.error();
    RunImage image;
    image.head = *head;
    Result<Statement> snapshot = connection.prepare("SELECT sequence, body FROM naru_run_snapshot WHERE run = ?");
    if (!snapshot)
        return snapshot.error();
    const Status found = eachRow(snapshot->with(run), [&image](const Statement &row) {
        image.snapshotAt = row.whole(0);
        image.snapshot = row.bytes(1);
    });
    if (!found)
        return found.error();
    const Result<QList<Fact>> facts = readFacts(connection, run, image.snapshotAt);
    if (!facts)
        return facts.error();
    image.facts = *facts;
    const Result<QList<Wish>> wishes = readWishes(connection, run);
    if (!wishes)
        return wishes.error();
    image.wishes = *wishes;
    return image;
}

Status writeStep(Connection &connection, const RunStep &step)
{
    QByteArray hash;
    Status done = mayWrite(connection, step, hash);
    if (done)
        done = insertFacts(connection, step, hash);
    if (done && step.snapshot)
        done = keepSnapshot(connection, step);
    if (done)
        done = markTaken(connection, step);
    return done ? updateHead(connection, step, hash) : done;
}

Result<QByteArray> headHash(Connection &connection, const QString &run)
{
    Result<Statement> row = connection.prepare("SELECT hash FROM naru_run WHERE id = ?");
    if (!row)
        return row.error();
    const Result<bool> found = row->with(run).step();
    if (!found)
        return found.error();
    return *found ? Result<QByteArray>(row->bytes(0)) : noRun(run);
}

Status verifyFacts(Connection &connection, const QString &run)
{
    const Result<RunHead> head = readHead(connection, run);
    if (!head)
        return head.error();
    Result<Statement> rows =
        connection.prepare("SELECT sequence, at, body, hash FROM naru_run_fact WHERE run = ? ORDER BY sequence");
    if (!rows)
        return rows.error();
    QByteArray hash(32, '\0');
    qint64 known = 0;
    qint64 bad = 0;
    const Status read = eachRow(rows->with(run), [&](const Statement &row) {
        if (bad > 0)
            return;
        hash = hashOf(hash, ++known, row.whole(1), row.bytes(2));
        if (row.whole(0) != known || row.bytes(3) != hash)
            bad = known;
    });
    if (!read)
        return read;
    const Result<QByteArray> last = headHash(connection, run);
    if (!last)
        return last.error();
    if (bad == 0 && (known != head->facts || *last != hash))
        bad = known + 1;
    if (bad > 0)
        return Error{Error::Kind::Invalid,
                     u"expected the facts of run '"_s + run + u"' as they were written but fact "_s + QString::number(bad)
                         + u" is not"_s,
                     u"run.damaged"_s};
    return {};
}

// ---- leases

namespace {

const QByteArray dueAndFree = " WHERE wake IS NOT NULL AND wake <= ?1 AND (lease_era <> ?2 OR lease <= ?3)";

} // namespace

Result<bool> isAnyDue(Connection &connection, const QDateTime &now, const LeaseTime &clock)
{
    Result<Statement> row = connection.prepare("SELECT 1 FROM naru_run" + dueAndFree + " LIMIT 1");
    if (!row)
        return row.error();
    return row->with(now.toMSecsSinceEpoch(), clock.era, clock.milliseconds).step();
}

Result<QList<Lease>> takeDue(Connection &connection, const QString &holder, const QDateTime &now, const LeaseTime &clock,
                             qint64 span, int limit)
{
    Result<Statement> rows = connection.prepare(
        "UPDATE naru_run SET fence = fence + 1, holder = ?4, lease_era = ?2, lease = ?3 + ?5 WHERE number IN"
        " (SELECT number FROM naru_run"
        + dueAndFree + " ORDER BY wake, number LIMIT ?6) RETURNING id, fence");
    if (!rows)
        return rows.error();
    rows->with(now.toMSecsSinceEpoch(), clock.era, clock.milliseconds, holder, span, limit);
    QList<Lease> out;
    const Status taken = eachRow(*rows, [&out](const Statement &row) { out.append({row.text(0), row.whole(1)}); });
    return taken ? Result<QList<Lease>>(out) : taken.error();
}

Result<Lease> takeRun(Connection &connection, const QString &run, const QString &holder, const LeaseTime &clock,
                      qint64 span)
{
    Result<Statement> rows = connection.prepare(
        "UPDATE naru_run SET fence = fence + 1, holder = ?3, lease_era = ?1, lease = ?2 + ?4"
        " WHERE id = ?5 AND (lease_era <> ?1 OR lease <= ?2) RETURNING fence");
    if (!rows)
        return rows.error();
    rows->with(clock.era, clock.milliseconds, holder, span, run);
    std::optional<Lease> lease;
    const Status taken = eachRow(*rows, [&](const Statement &row) { lease = Lease{run, row.whole(0)}; });
    if (!taken)
        return taken.error();
    if (lease)
        return *lease;
    const Result<RunHead> head = readHead(connection, run);
    if (!head)
        return head.error();
    return Error{Error::Kind::Conflict, u"expected run '"_s + run + u"' to be free but another works on it"_s,
                 u"run.held"_s};
}

Status renewLeases(Connection &connection, const QList<Lease> &leases, const LeaseTime &until)
{
    Result<Statement> statement =
        connection.prepare("UPDATE naru_run SET lease_era = ?, lease = ? WHERE id = ? AND fence = ?");
    if (!statement)
        return statement.error();
    for (const Lease &lease : leases) {
        const Status renewed = statement->with(until.era, until.milliseconds, lease.run, lease.fence).run();
        if (!renewed)
            return renewed;
    }
    return {};
}

Result<bool> isHeld(Connection &connection, const Lease &lease, const LeaseTime &clock)
{
    Result<Statement> row =
        connection.prepare("SELECT 1 FROM naru_run WHERE id = ? AND fence = ? AND lease_era = ? AND lease > ?");
    if (!row)
        return row.error();
    return row->with(lease.run, lease.fence, clock.era, clock.milliseconds).step();
}

// ---- wishes

Result<bool> insertWish(Connection &connection, const QString &run, const Wish &wish)
{
    Result<Statement> insertion = connection.prepare("INSERT INTO naru_wish(run, key, at, actor, body) VALUES (?, ?, ?, ?, ?)"
                                                     " ON CONFLICT (run, key) DO NOTHING RETURNING number");
    if (!insertion)
        return insertion.error();
    bool isNew = false;
    insertion->with(run, wish.key, wish.at.toMSecsSinceEpoch(), wish.actor).bindText(4, wish.body);
    const Status inserted = eachRow(*insertion, [&isNew](const Statement &) { isNew = true; });
    if (!inserted || !isNew)
        return inserted ? Result<bool>(false) : inserted.error();
    Result<Statement> waking = connection.prepare("UPDATE naru_run SET wake = min(coalesce(wake, ?1), ?1) WHERE id = ?2");
    if (!waking)
        return waking.error();
    const Status woken = waking->with(wish.at.toMSecsSinceEpoch(), run).run();
    return woken ? Result<bool>(true) : woken.error();
}

} // namespace naru::store
