#include "store/run_mail.h"

#include "store/run_table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace naru::store {

namespace {

// Whom a message or a signal reaches. A message goes to the one that has waited longest, and only to it.
Result<QList<std::pair<QString, QString>>> waiting(Connection &connection, const Subscription &what)
{
    Result<Statement> rows = connection.prepare(
        "SELECT run, key FROM naru_subscription WHERE kind = ?1 AND name = ?2 AND (correlation = '' OR correlation = ?3)"
        " ORDER BY since, run, key LIMIT CASE ?1 WHEN 'signal' THEN -1 ELSE 1 END");
    if (!rows)
        return rows.error();
    QList<std::pair<QString, QString>> out;
    const Status read = eachRow(rows->with(what.kind, what.name, what.correlation),
                                [&out](const Statement &row) { out.append({row.text(0), row.text(1)}); });
    return read ? Result<QList<std::pair<QString, QString>>>(out) : read.error();
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
Result<std::optional<Wish>> keptFor(Connection &connection, const Subscription &what)
{
    Result<Statement> rows = connection.prepare(
        "SELECT key, at, actor, body FROM naru_message WHERE kind = 'message' AND delivered = 0 AND name = ?1"
        " AND (?2 = '' OR correlation = ?2) ORDER BY number LIMIT 1");
    if (!rows)
        return rows.error();
    std::optional<Wish> kept;
    const Status read = eachRow(rows->with(what.name, what.correlation), [&kept](const Statement &row) {
        kept = Wish{0, row.text(0), momentAt(row, 1), row.text(2), row.bytes(3)};
    });
    return read ? Result<std::optional<Wish>>(kept) : read.error();
}

Status giveKept(Connection &connection, const QString &run, const Subscription &one)
{
    if (one.kind != u"message")
        return {};
    const Result<std::optional<Wish>> kept = keptFor(connection, one);
    if (!kept)
        return kept.error();
    if (!*kept)
        return {};
    const Result<bool> told = insertWish(connection, run, **kept);
    Status done = told ? markDelivered(connection, (*kept)->key) : told.error();
    return done ? removeSubscription(connection, run, one.key) : done;
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
                            const QDateTime &at)
{
    // What stays keeps its age, and with it its place in the line.
    Result<Statement> ages = connection.prepare("SELECT key, since FROM naru_subscription WHERE run = ?");
    if (!ages)
        return ages.error();
    QHash<QString, qint64> since;
    Status done = eachRow(ages->with(run), [&since](const Statement &row) { since.insert(row.text(0), row.whole(1)); });
    Result<Statement> removal = connection.prepare("DELETE FROM naru_subscription WHERE run = ?");
    Result<Statement> insertion = connection.prepare(
        "INSERT INTO naru_subscription(run, key, kind, name, correlation, since) VALUES (?, ?, ?, ?, ?, ?)");
    if (!removal || !insertion)
        return !removal ? removal.error() : insertion.error();
    if (done)
        done = removal->with(run).run();
    for (const Subscription &one : subscriptions) {
        if (done)
            done = insertion
                       ->with(run, one.key, one.kind, one.name, one.correlation,
                              since.value(one.key, at.toMSecsSinceEpoch()))
                       .run();
        if (done)
            done = giveKept(connection, run, one);
    }
    return done;
}

Result<QList<Subscription>> readSubscriptions(Connection &connection, const QString &run)
{
    Result<Statement> rows =
        connection.prepare("SELECT key, kind, name, correlation FROM naru_subscription WHERE run = ? ORDER BY key");
    if (!rows)
        return rows.error();
    QList<Subscription> out;
    const Status read = eachRow(rows->with(run), [&out](const Statement &row) {
        out.append({row.text(0), row.text(1), row.text(2), row.text(3)});
    });
    return read ? Result<QList<Subscription>>(out) : read.error();
}

Result<QStringList> deliverWish(Connection &connection, const Subscription &what, const Wish &wish)
{
    Result<Statement> insertion = connection.prepare(
        "INSERT INTO naru_message(key, kind, name, correlation, at, actor, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO NOTHING RETURNING number");
    if (!insertion)
        return insertion.error();
    insertion->with(wish.key, what.kind, what.name, what.correlation, wish.at.toMSecsSinceEpoch(), wish.actor)
        .bindText(6, wish.body);
    bool isNew = false;
    Status done = eachRow(*insertion, [&isNew](const Statement &) { isNew = true; });
    if (!done || !isNew)
        return done ? Result<QStringList>(QStringList()) : done.error();
    const Result<QList<std::pair<QString, QString>>> reached = waiting(connection, what);
    if (!reached)
        return reached.error();
    QStringList told;
    for (const auto &[run, key] : *reached) {
        if (what.kind == u"signal" && run == wish.actor)
            continue; // whoever broadcasts has heard it at once
        const Result<bool> wished = insertWish(connection, run, wish);
        if (!wished)
            return wished.error();
        if (what.kind != u"signal")
            done = removeSubscription(connection, run, key);
        if (!told.contains(run))
            told.append(run);
    }
    if (done && (!told.isEmpty() || what.kind == u"signal"))
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
