#include "store/run_passage.h"

#include "store/run_mail.h"
#include "store/run_table.h"
#include "store/sqlite.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace naru::store {

namespace {

QJsonObject workJson(const WorkItem &item)
{
    return {{u"key"_s, item.key},
            {u"run"_s, item.run},
            {u"robot"_s, item.robot},
            {u"element"_s, item.element},
            {u"title"_s, item.title},
            {u"form"_s, item.form},
            {u"state"_s, item.state},
            {u"holder"_s, item.holder},
            {u"candidates"_s, QJsonArray::fromStringList(item.candidates)},
            {u"made"_s, toValue(item.made)},
            {u"due"_s, toValue(item.due)},
            {u"priority"_s, item.priority},
            {u"body"_s, QJsonDocument::fromJson(item.body).object()}};
}

WorkItem workFromJson(const QJsonValue &json)
{
    WorkItem item;
    item.key = json[u"key"_s].toString();
    item.run = json[u"run"_s].toString();
    item.robot = json[u"robot"_s].toString();
    item.element = json[u"element"_s].toString();
    item.title = json[u"title"_s].toString();
    item.form = json[u"form"_s].toString();
    item.state = json[u"state"_s].toString();
    item.holder = json[u"holder"_s].toString();
    fromValue(json[u"candidates"_s], item.candidates);
    fromValue(json[u"made"_s], item.made);
    fromValue(json[u"due"_s], item.due);
    item.priority = json[u"priority"_s].toInt();
    item.body = QJsonDocument(json[u"body"_s].toObject()).toJson(QJsonDocument::Compact);
    return item;
}

QJsonValue fieldOf(const Change &change, const QString &name, bool after)
{
    for (const FieldChange &one : change.fields)
        if (one.field == name)
            return after ? one.after : one.before;
    return {};
}

Error conflict(const RunHead &head, const QString &field, const QString &expected, const QString &found)
{
    return {Error::Kind::Conflict,
            u"expected run:"_s + head.id + u" to have '"_s + expected + u"' in '"_s + field + u"' but found '"_s + found + u'\'', u"plan.conflict"_s};
}

// Whether the run is as the plan found it.
Status standsAs(const RunHead &head, const Change &change)
{
    const QString package = fieldOf(change, u"package"_s, false).toString();
    const qint64 facts = fieldOf(change, u"facts"_s, false).toInteger(-1);
    if (hasEnded(head.state))
        return conflict(head, u"state"_s, toString(RunState::Running), toString(head.state));
    if (head.package != package)
        return conflict(head, u"package"_s, package, head.package);
    if (head.facts != facts)
        return conflict(head, u"facts"_s, QString::number(facts), QString::number(head.facts));
    return {};
}

// The new package, and a fence that nobody holds.
Result<Lease> pinAnew(Connection &connection, const QString &run, const QString &package)
{
    Result<Statement> statement = connection.prepare(
        "UPDATE naru_run SET package = ?2, fence = fence + 1, holder = '', lease = 0 WHERE id = ?1 RETURNING fence");
    if (!statement)
        return statement.error();
    Lease lease{run, 0};
    const Status done = eachRow(statement->with(run, package), [&lease](const Statement &row) { lease.fence = row.whole(0); });
    return done ? Result<Lease>(lease) : done.error();
}

// A task goes on under its new key, with its age; who may do it follows with the new item.
Status renameWork(Connection &connection, const QMap<QString, QString> &keys)
{
    for (auto at = keys.constBegin(); at != keys.constEnd(); ++at) {
        Result<Statement> candidates = connection.prepare("DELETE FROM naru_work_candidate WHERE key = ?");
        Result<Statement> item = connection.prepare("UPDATE naru_work SET key = ?2 WHERE key = ?1");
        if (!candidates || !item)
            return !candidates ? candidates.error() : item.error();
        Status done = candidates->with(at.key()).run();
        if (done)
            done = item->with(at.key(), at.value()).run();
        if (!done)
            return done;
    }
    return {};
}

Result<RunPassage> keptPassage(Connection &connection, const QString &digest)
{
    const Result<QByteArray> bytes = readKept(connection, digest);
    return bytes ? passageFromBytes(*bytes) : Result<RunPassage>(bytes.error());
}

} // namespace

QByteArray toBytes(const RunPassage &passage)
{
    QJsonArray work;
    for (const WorkItem &one : passage.work)
        work.append(workJson(one));
    QJsonArray subscriptions;
    for (const Subscription &one : passage.subscriptions)
        subscriptions.append(QJsonArray{one.key, one.kind, one.name, one.correlation, one.stays});
    QJsonObject keys;
    for (auto at = passage.keys.constBegin(); at != passage.keys.constEnd(); ++at)
        keys.insert(at.key(), at.value());
    const QJsonObject json{{u"fact"_s, QString::fromUtf8(passage.fact)},
                           {u"snapshot"_s, QString::fromUtf8(passage.snapshot)},
                           {u"incident"_s, passage.state == RunState::Incident},
                           {u"work"_s, work},
                           {u"subscriptions"_s, subscriptions},
                           {u"keys"_s, keys}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<RunPassage> passageFromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    RunPassage out;
    out.fact = json.value(u"fact"_s).toString().toUtf8();
    out.snapshot = json.value(u"snapshot"_s).toString().toUtf8();
    if (out.fact.isEmpty() || out.snapshot.isEmpty())
        return Error{Error::Kind::Invalid, u"expected a step of a run but found something else"_s, u"run.damaged"_s};
    out.state = json.value(u"incident"_s).toBool() ? RunState::Incident : RunState::Running;
    for (const QJsonValue &one : json.value(u"work"_s).toArray())
        out.work.append(workFromJson(one));
    for (const QJsonValue &one : json.value(u"subscriptions"_s).toArray())
        out.subscriptions.append({one[0].toString(), one[1].toString(), one[2].toString(), one[3].toString(), one[4].toBool()});
    const QJsonObject keys = json.value(u"keys"_s).toObject();
    for (auto at = keys.constBegin(); at != keys.constEnd(); ++at)
        out.keys.insert(at.key(), at.value().toString());
    return out;
}

Status moveRun(Connection &connection, const Change &change, const QDateTime &at)
{
    const Result<RunHead> head = readHead(connection, change.record.id);
    if (!head)
        return head.error();
    if (const Status stands = standsAs(*head, change); !stands)
        return stands;
    const Result<RunPassage> passage = keptPassage(connection, fieldOf(change, u"step"_s, true).toString());
    if (!passage)
        return passage.error();
    const Result<Lease> lease = pinAnew(connection, head->id, fieldOf(change, u"package"_s, true).toString());
    if (!lease)
        return lease.error();
    RunStep step;
    step.lease = *lease;
    step.after = head->facts;
    step.at = at;
    step.facts = {passage->fact};
    step.snapshot = passage->snapshot;
    step.state = passage->state;
    step.wake = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC); // the new version looks what is to do
    step.release = true;
    Status done = writeStep(connection, step);
    if (done)
        done = renameWork(connection, passage->keys);
    if (done)
        done = putWork(connection, passage->work);
    return done ? replaceSubscriptions(connection, head->id, passage->subscriptions, at) : done;
}

} // namespace naru::store
