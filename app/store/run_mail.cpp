#include "store/run_mail.h"

#include "store/run_table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace naru::store {

namespace {

Waiting waitingAt(const Statement &row, const QString &kind, const QString &name)
{
    return {row.text(0), row.text(1), {row.text(2), kind, name, row.text(3), row.whole(4) != 0}};
}

// Whom a message or a signal reaches. A message goes to the one that has waited longest, and only to it.
Result<QList<Waiting>> reached(Connection &connection, const Subscription &what, const Wish &wish, const Meant &meant)
{
    Result<Statement> rows = connection.prepare(
        "SELECT run, package, key, correlation, stays FROM naru_subscription JOIN naru_run ON id = run"
        " WHERE kind = ?1 AND name = ?2 AND (?4 OR correlation = '' OR correlation = ?3) ORDER BY since, run, key");
    if (!rows)
        return rows.error();
    rows->with(what.kind, what.name, what.correlation, meant ? 1 : 0);
    QList<Waiting> out;
    for (;;) {
        const Result<bool> stepped = rows->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped || (what.kind != u"signal" && !out.isEmpty()))
            return out;
        const Waiting one = waitingAt(*rows, what.kind, what.name);
        const QString wanted = one.subscription.correlation;
        if (wanted.isEmpty() || wanted == what.correlation || (meant && meant(one, what, wish)))
            out.append(one);
    }
}

// What has got its message waits for no second one; whether it still does, its next step says.
Status removeSubscription(Connection &connection, const QString &run, const QString &key)
{
    Result<Statement> statement = connection.prepare("DELETE FROM naru_subscription WHERE run = ? AND key = ?");
    if (!statement)
        return statement.error();
    return statement->with(run, key).run();
}

Status markDelivered(Connection &connection, const QString &key)
{
    Result<Statement> statement = connection.prepare("UPDATE naru_message SET delivered = 1 WHERE key = ?");
    if (!statement)
        return statement.error();
    return statement->with(key).run();
}

// The oldest message that was kept for such a subscription.
Result<std::optional<Wish>> keptFor(Connection &connection, const Waiting &waiting, const Meant &meant)
{
    Result<Statement> rows = connection.prepare(
        "SELECT key, at, actor, body, correlation FROM naru_message WHERE kind = 'message' AND delivered = 0 AND name = ?1"
        " AND (?3 OR ?2 = '' OR correlation = ?2) ORDER BY number");
    if (!rows)
        return rows.error();
    const Subscription &wanted = waiting.subscription;
    rows->with(wanted.name, wanted.correlation, meant ? 1 : 0);
    for (;;) {
        const Result<bool> stepped = rows->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            return std::optional<Wish>();
        const Wish kept{0, rows->text(0), momentAt(*rows, 1), rows->text(2), rows->bytes(3)};
        const Subscription what{{}, u"message"_s, wanted.name, rows->text(4)};
        if (wanted.correlation.isEmpty() || wanted.correlation == what.correlation || (meant && meant(waiting, what, kept)))
            return std::optional<Wish>(kept);
    }
}

Status giveKept(Connection &connection, const QString &run, const Subscription &one, const Meant &meant)
{
    if (one.kind != u"message")
        return {};
    const Result<std::optional<Wish>> kept = keptFor(connection, {run, {}, one}, meant);
    if (!kept)
        return kept.error();
    if (!*kept)
        return {};
    const Result<bool> told = insertWish(connection, run, **kept);
    Status done = told ? markDelivered(connection, (*kept)->key) : told.error();
    return done && !one.stays ? removeSubscription(connection, run, one.key) : done;
}

// ---- work

QByteArray restOf(const WorkItem &item)
{
    const QJsonObject json{{u"robot"_s, item.robot},
                           {u"element"_s, item.element},
                           {u"title"_s, item.title},
                           {u"form"_s, item.form},
                           {u"candidates"_s, QJsonArray::fromStringList(item.candidates)},
                           {u"priority"_s, item.priority}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

WorkItem workAt(const Statement &row)
{
    const QJsonObject json = QJsonDocument::fromJson(row.bytes(7)).object();
    WorkItem item;
    item.key = row.text(0);
    item.run = row.text(1);
    item.state = row.text(2);
    item.holder = row.text(3);
    item.made = momentAt(row, 4);
    item.due = momentAt(row, 5);
    item.ended = momentAt(row, 6);
    item.robot = json.value(u"robot"_s).toString();
    item.element = json.value(u"element"_s).toString();
    item.title = json.value(u"title"_s).toString();
    item.form = json.value(u"form"_s).toString();
    for (const QJsonValue &one : json.value(u"candidates"_s).toArray())
        item.candidates.append(one.toString());
    item.priority = json.value(u"priority"_s).toInt();
    item.body = row.bytes(8);
    return item;
}

Status putCandidates(Connection &connection, const WorkItem &item)
{
    Result<Statement> removal = connection.prepare("DELETE FROM naru_work_candidate WHERE key = ?");
    if (!removal)
        return removal.error();
    Status done = removal->with(item.key).run();
    if (!item.ended.isValid())
        for (const QString &candidate : item.candidates) {
            Result<Statement> insertion =
                connection.prepare("INSERT OR IGNORE INTO naru_work_candidate(candidate, key) VALUES (?, ?)");
            if (!insertion)
                return insertion.error();
            if (done)
                done = insertion->with(candidate, item.key).run();
        }
    return done;
}

} // namespace

Status replaceSubscriptions(Connection &connection, const QString &run, const QList<Subscription> &subscriptions,
                            const QDateTime &at, const Meant &meant)
{
    // What stays keeps its age, and with it its place in the line.
    Result<Statement> ages = connection.prepare("SELECT key, since FROM naru_subscription WHERE run = ?");
    if (!ages)
        return ages.error();
    QHash<QString, qint64> since;
    Status done = eachRow(ages->with(run), [&since](const Statement &row) { since.insert(row.text(0), row.whole(1)); });
    Result<Statement> removal = connection.prepare("DELETE FROM naru_subscription WHERE run = ?");
    Result<Statement> insertion = connection.prepare(
        "INSERT INTO naru_subscription(run, key, kind, name, correlation, since, stays) VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!removal || !insertion)
        return !removal ? removal.error() : insertion.error();
    if (done)
        done = removal->with(run).run();
    for (const Subscription &one : subscriptions) {
        if (done)
            done = insertion
                       ->with(run, one.key, one.kind, one.name, one.correlation,
                              since.value(one.key, at.toMSecsSinceEpoch()), one.stays ? 1 : 0)
                       .run();
        // Who waits already has seen what was kept.
        if (done && !since.contains(one.key))
            done = giveKept(connection, run, one, meant);
    }
    return done;
}

Status keepUntaken(Connection &connection, const QString &run)
{
    Result<Statement> statement = connection.prepare(
        "UPDATE naru_message SET delivered = 0 WHERE kind = 'message' AND delivered = 1 AND key IN"
        " (SELECT key FROM naru_wish WHERE run = ? AND taken = 0)");
    if (!statement)
        return statement.error();
    return statement->with(run).run();
}

Result<QList<Subscription>> readSubscriptions(Connection &connection, const QString &run)
{
    Result<Statement> rows =
        connection.prepare("SELECT key, kind, name, correlation, stays FROM naru_subscription WHERE run = ? ORDER BY key");
    if (!rows)
        return rows.error();
    QList<Subscription> out;
    const Status read = eachRow(rows->with(run), [&out](const Statement &row) {
        out.append({row.text(0), row.text(1), row.text(2), row.text(3), row.whole(4) != 0});
    });
    return read ? Result<QList<Subscription>>(out) : read.error();
}

namespace {

// False where the key is known.
Result<bool> insertMessage(Connection &connection, const Subscription &what, const Wish &wish)
{
    Result<Statement> insertion = connection.prepare(
        "INSERT INTO naru_message(key, kind, name, correlation, at, actor, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO NOTHING RETURNING number");
    if (!insertion)
        return insertion.error();
    insertion->with(wish.key, what.kind, what.name, what.correlation, wish.at.toMSecsSinceEpoch(), wish.actor)
        .bindText(6, wish.body);
    bool isNew = false;
    const Status done = eachRow(*insertion, [&isNew](const Statement &) { isNew = true; });
    return done ? Result<bool>(isNew) : done.error();
}

Status tellWaiting(Connection &connection, const Subscription &what, const Wish &wish, const Meant &meant, QStringList &told)
{
    const Result<QList<Waiting>> all = reached(connection, what, wish, meant);
    if (!all)
        return all.error();
    for (const Waiting &one : *all) {
        if (what.kind == u"signal" && one.run == wish.actor)
            continue; // whoever broadcasts has heard it at once
        const Result<bool> wished = insertWish(connection, one.run, wish);
        Status done = wished ? Status() : Status(wished.error());
        if (done && what.kind != u"signal" && !one.subscription.stays)
            done = removeSubscription(connection, one.run, one.subscription.key);
        if (!done)
            return done;
        if (!told.contains(one.run))
            told.append(one.run);
    }
    return {};
}

} // namespace

Result<QStringList> deliverWish(Connection &connection, const Subscription &what, const Wish &wish, const Meant &meant,
                                const QList<RunStart> &starts, const BeginRun &begin)
{
    const Result<bool> isNew = insertMessage(connection, what, wish);
    if (!isNew || !*isNew)
        return isNew ? Result<QStringList>(QStringList()) : isNew.error();
    QStringList told;
    Status done = tellWaiting(connection, what, wish, meant, told);
    if (!done)
        return done.error();
    if (told.isEmpty() || what.kind == u"signal")
        for (const RunStart &one : starts) {
            const Result<bool> begun = begin(one);
            if (!begun)
                return begun.error();
            told.append(one.id);
        }
    if (!told.isEmpty() || what.kind == u"signal")
        done = markDelivered(connection, wish.key);
    return done ? Result<QStringList>(told) : done.error();
}

Status putWork(Connection &connection, const QList<WorkItem> &items)
{
    for (const WorkItem &item : items) {
        Result<Statement> statement = connection.prepare(
            "INSERT INTO naru_work(key, run, state, holder, made, due, ended, rest, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET state = excluded.state, holder = excluded.holder, due = excluded.due,"
            " ended = excluded.ended, rest = excluded.rest, body = excluded.body");
        if (!statement)
            return statement.error();
        statement->with(item.key, item.run, item.state, item.holder, item.made.toMSecsSinceEpoch());
        bindMoment(*statement, 5, item.due);
        bindMoment(*statement, 6, item.ended);
        statement->bindText(7, restOf(item)).bindText(8, item.body);
        Status done = statement->run();
        if (done)
            done = putCandidates(connection, item);
        if (!done)
            return done;
    }
    return {};
}

Result<QList<WorkItem>> readWork(Connection &connection, const WorkFilter &filter)
{
    Result<Statement> rows = connection.prepare(
        "SELECT key, run, state, holder, made, due, ended, rest, body FROM naru_work"
        " WHERE (?1 = '' OR run = ?1) AND (?2 = '' OR key = ?2) AND (?3 OR ended IS NULL)"
        " AND ((?4 = '' AND ?5 = '[]') OR (?4 <> '' AND holder = ?4)"
        " OR key IN (SELECT key FROM naru_work_candidate WHERE candidate IN (SELECT value FROM json_each(?5))))"
        " ORDER BY due IS NULL, due, made, key");
    if (!rows)
        return rows.error();
    const QByteArray candidates = QJsonDocument(QJsonArray::fromStringList(filter.candidates)).toJson(QJsonDocument::Compact);
    rows->with(filter.run, filter.key, filter.ended ? 1 : 0, filter.holder).bindText(4, candidates);
    QList<WorkItem> out;
    const Status read = eachRow(*rows, [&out](const Statement &row) { out.append(workAt(row)); });
    return read ? Result<QList<WorkItem>>(out) : read.error();
}

} // namespace naru::store
