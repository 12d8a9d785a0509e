#include "store/plan_table.h"

#include "store/canonical_bytes.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace naru::store {

namespace {

constexpr std::array<std::pair<PlanState, PlanState>, 14> moves{{
    {PlanState::Draft, PlanState::Approved},
    {PlanState::Draft, PlanState::Superseded},
    {PlanState::Draft, PlanState::Cancelled},
    {PlanState::Approved, PlanState::Applied},
    {PlanState::Approved, PlanState::Booked},
    {PlanState::Approved, PlanState::PartlyBooked},
    {PlanState::Approved, PlanState::Cancelled},
    {PlanState::Booked, PlanState::PartlyBooked},
    {PlanState::Booked, PlanState::Applied},
    {PlanState::Booked, PlanState::Reverted},
    {PlanState::PartlyBooked, PlanState::PartlyBooked},
    {PlanState::PartlyBooked, PlanState::Applied},
    {PlanState::PartlyBooked, PlanState::Reverted},
    {PlanState::Applied, PlanState::Reverted},
}};

const QByteArray summaryColumns =
    "SELECT id, digest, revision, robot, title, maker, made, state, approver, applied, changes, questions FROM naru_plan";

QDateTime momentOf(const QString &text)
{
    QDateTime moment;
    fromValue(QJsonValue(text), moment);
    return moment;
}

PlanState stateOf(const QString &text)
{
    for (int i = 0; i <= static_cast<int>(PlanState::Cancelled); ++i)
        if (toString(static_cast<PlanState>(i)) == text)
            return static_cast<PlanState>(i);
    return PlanState::Cancelled; // what nobody knows cannot be applied
}

PlanSummary summaryAt(const Statement &row)
{
    PlanSummary summary;
    summary.id = row.text(0);
    summary.digest = row.text(1);
    summary.revision = static_cast<int>(row.whole(2));
    summary.robot = row.text(3);
    summary.title = row.text(4);
    summary.maker = row.text(5);
    summary.made = momentOf(row.text(6));
    summary.state = stateOf(row.text(7));
    summary.approver = row.text(8);
    summary.applied = momentOf(row.text(9));
    summary.changes = static_cast<int>(row.whole(10));
    summary.questions = static_cast<int>(row.whole(11));
    return summary;
}

Status writeSummary(Connection &connection, const Plan &plan, const QString &digest, int revision)
{
    Result<Statement> statement = connection.prepare(
        "INSERT INTO naru_plan(id, revision, digest, robot, title, maker, made, state, changes, questions)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,"
        " digest = excluded.digest, robot = excluded.robot, title = excluded.title, maker = excluded.maker,"
        " made = excluded.made, changes = excluded.changes, questions = excluded.questions");
    if (!statement)
        return statement.error();
    return statement
        ->with(plan.id, revision, digest, plan.robot, plan.title, plan.maker, toValue(plan.made).toString(),
               toString(PlanState::Draft), qint64(plan.changes.size()), qint64(plan.questions.size()))
        .run();
}

// What a plan is, in two parts: the bytes whose SHA-256 is its digest, so that the digest is checked without writing the
// plan anew, and the rest: who made it and when, and what its sources were called.
struct PlanBytes {
    QByteArray substance;
    QByteArray rest;
};

PlanBytes bytesOf(const Plan &plan)
{
    QJsonObject substance = toJson(plan);
    QJsonObject rest;
    for (const QString &key : {u"plan"_s, u"maker"_s, u"made"_s})
        rest.insert(key, substance.take(key));
    QJsonArray sources = substance.value(u"sources"_s).toArray();
    QJsonArray files;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        QJsonObject source = sources[i].toObject();
        files.append(source.value(u"file"_s));
        source.insert(u"file"_s, QString());
        sources[i] = source;
    }
    substance.insert(u"sources"_s, sources);
    rest.insert(u"files"_s, files);
    return {QJsonDocument(substance).toJson(QJsonDocument::Compact), QJsonDocument(rest).toJson(QJsonDocument::Compact)};
}

QString digestOf(const QByteArray &substance)
{
    return u"sha256:"_s + QString::fromLatin1(QCryptographicHash::hash(substance, QCryptographicHash::Sha256).toHex());
}

Result<Plan> planFrom(const PlanBytes &bytes)
{
    QJsonObject json = QJsonDocument::fromJson(bytes.substance).object();
    const QJsonObject rest = QJsonDocument::fromJson(bytes.rest).object();
    for (const QString &key : {u"plan"_s, u"maker"_s, u"made"_s})
        json.insert(key, rest.value(key));
    Result<Plan> plan = planFromJson(json);
    const QJsonArray files = rest.value(u"files"_s).toArray();
    for (qsizetype i = 0; plan && i < plan->sources.size(); ++i)
        plan->sources[i].file = files.at(i).toString();
    return plan;
}

Status writeRevision(Connection &connection, const Plan &plan, const QString &digest, int revision)
{
    constexpr int fast = 1; // the body is mostly keys: level 1 packs it ten times already
    const PlanBytes bytes = bytesOf(plan);
    if (digestOf(bytes.substance) != digest)
        return Error{Error::Kind::Failed, u"expected the bytes of plan '"_s + plan.id + u"' to have its digest but they have not"_s};
    Result<Statement> statement =
        connection.prepare("INSERT INTO naru_plan_revision(plan, revision, digest, rest, body) VALUES (?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    statement->with(plan.id, revision, digest).bindText(3, bytes.rest).bindBlob(4, qCompress(bytes.substance, fast));
    return statement->run();
}

Error unknownPlan(const QString &id)
{
    return {Error::Kind::NotFound, u"expected a plan but there is no '"_s + id + u'\'', u"plan.unknown"_s};
}

} // namespace

bool mayBecome(PlanState from, PlanState to) { return std::find(moves.begin(), moves.end(), std::pair{from, to}) != moves.end(); }

Status savePlan(Connection &connection, const Plan &plan)
{
    if (plan.id.isEmpty())
        return Error{Error::Kind::Invalid, u"expected a plan with an id but it has none"_s};
    const QString digest = plan.digest();
    const Result<PlanSummary> old = planSummary(connection, plan.id);
    if (!old && old.error().kind != Error::Kind::NotFound)
        return old.error();
    if (old && old->digest == digest)
        return {};
    if (old && old->state != PlanState::Draft)
        return Error{Error::Kind::Conflict,
                     u"expected plan '"_s + plan.id + u"' to be a draft but it is "_s + toString(old->state), u"plan.state"_s};
    const int revision = old ? old->revision + 1 : 1;
    const Status written = writeSummary(connection, plan, digest, revision);
    return written ? writeRevision(connection, plan, digest, revision) : written;
}

Result<PlanSummary> planSummary(Connection &connection, const QString &id)
{
    Result<Statement> statement = connection.prepare(summaryColumns + " WHERE id = ?");
    if (!statement)
        return statement.error();
    const Result<bool> stepped = statement->with(id).step();
    if (!stepped)
        return stepped.error();
    if (!*stepped)
        return unknownPlan(id);
    return summaryAt(*statement);
}

Result<QList<PlanSummary>> planSummaries(Connection &connection)
{
    Result<Statement> rows = connection.prepare(summaryColumns + " ORDER BY made DESC, number DESC");
    if (!rows)
        return rows.error();
    QList<PlanSummary> out;
    for (;;) {
        const Result<bool> stepped = rows->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            return out;
        out.append(summaryAt(*rows));
    }
}

Result<Plan> readPlan(Connection &connection, const QString &id)
{
    Result<Statement> statement = connection.prepare(
        "SELECT plan.digest, revision.rest, revision.body FROM naru_plan plan JOIN naru_plan_revision revision"
        " ON revision.plan = plan.id AND revision.revision = plan.revision WHERE plan.id = ?");
    if (!statement)
        return statement.error();
    const Result<bool> stepped = statement->with(id).step();
    if (!stepped)
        return stepped.error();
    if (!*stepped)
        return unknownPlan(id);
    const PlanBytes bytes{qUncompress(statement->bytes(2)), statement->bytes(1)};
    Result<Plan> plan = planFrom(bytes);
    if (!plan || plan->id != id || digestOf(bytes.substance) != statement->text(0))
        return Error{Error::Kind::Invalid,
                     u"expected plan '"_s + id + u"' as it was saved but it has been changed outside"_s, u"store.damaged"_s};
    return plan;
}

Status setPlanState(Connection &connection, const PlanSummary &plan, PlanState state)
{
    if (!mayBecome(plan.state, state))
        return Error{Error::Kind::Conflict,
                     u"expected plan '"_s + plan.id + u"' to become "_s + toString(state) + u" but it is "_s
                         + toString(plan.state),
                     u"plan.state"_s};
    Result<Statement> statement = connection.prepare("UPDATE naru_plan SET state = ? WHERE id = ?");
    if (!statement)
        return statement.error();
    return statement->with(toString(state), plan.id).run();
}

Status setPlanApplied(Connection &connection, const QString &id, const QString &approver, const QDateTime &at)
{
    Result<Statement> statement = connection.prepare("UPDATE naru_plan SET approver = ?, applied = ? WHERE id = ?");
    if (!statement)
        return statement.error();
    return statement->with(approver, toValue(at).toString(), id).run();
}

Status book(Connection &connection, const QString &plan, int position, const QString &approver, const Change &change)
{
    Result<Statement> statement = connection.prepare(
        "INSERT INTO naru_booking(plan, position, approver, effective, change) VALUES (?, ?, ?, ?, ?)");
    if (!statement)
        return statement.error();
    statement->with(plan, position, approver, toValue(change.effective).toString())
        .bindText(4, bytesOf(change));
    return statement->run();
}

Result<QList<Booking>> readBookings(Connection &connection)
{
    Result<Statement> rows =
        connection.prepare("SELECT booking.number, booking.plan, plan.digest, booking.approver, booking.change"
                           " FROM naru_booking booking JOIN naru_plan plan ON plan.id = booking.plan"
                           " ORDER BY booking.effective, booking.number");
    if (!rows)
        return rows.error();
    QList<Booking> out;
    for (;;) {
        const Result<bool> stepped = rows->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            return out;
        out.append({rows->whole(0), rows->text(1), rows->text(2), rows->text(3),
                    changeFromJson(QJsonDocument::fromJson(rows->bytes(4)).object())});
    }
}

Result<QList<WaitingChange>> waitingChanges(Connection &connection, const QString &plan, QDate day)
{
    Result<Statement> rows = connection.prepare("SELECT number, position, approver, change FROM naru_booking WHERE plan = ?1"
                                                " AND (?2 = '' OR effective = ?2) ORDER BY position");
    if (!rows)
        return rows.error();
    rows->with(plan, toValue(day).toString());
    QList<WaitingChange> out;
    for (;;) {
        const Result<bool> stepped = rows->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            return out;
        out.append({rows->whole(0), static_cast<int>(rows->whole(1)), rows->text(2), rows->bytes(3)});
    }
}

Status removeBooking(Connection &connection, qint64 number)
{
    Result<Statement> statement = connection.prepare("DELETE FROM naru_booking WHERE number = ?");
    if (!statement)
        return statement.error();
    return statement->with(number).run();
}

Result<QList<DueDay>> dueDays(Connection &connection, QDate today)
{
    Result<Statement> rows = connection.prepare("SELECT plan, effective FROM naru_booking WHERE effective <= ?"
                                                " GROUP BY effective, plan ORDER BY effective, min(number)");
    if (!rows)
        return rows.error();
    rows->with(toValue(today).toString());
    QList<DueDay> out;
    for (;;) {
        const Result<bool> stepped = rows->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            return out;
        out.append({rows->text(0), QDate::fromString(rows->text(1), Qt::ISODate)});
    }
}

} // namespace naru::store
