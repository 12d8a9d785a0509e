#include "run/robots/migration.h"

#include "run/robots/live_run.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace naru::run {

namespace {

// One run, seen from where it would go.
struct Passage {
    store::RunHead head;
    std::shared_ptr<const Robot> from; // shared with other runs of it
    RunData data;
    QList<bpmn::Move> moves;
    QMap<QString, QString> keys; // of open tasks, old → new, where they differ
    QStringList stuck; // elements that cannot move
    QStringList why; // for each of them
};

Passage passageOf(const store::RunHead &head, std::shared_ptr<const Robot> from, const RunData &data, const bpmn::Migrate &wish)
{
    Passage out{head, std::move(from), data, {}, {}, {}, {}};
    out.moves = bpmn::movesOf(out.from->definition, data.process, wish);
    for (const bpmn::Move &one : std::as_const(out.moves))
        if (one.to.isEmpty()) {
            out.stuck.append(one.from);
            out.why.append(u"새 판에 이 요소를 이을 같은 종류의 요소가 없습니다"_s);
        }
    for (const bpmn::Effect &effect : bpmn::openEffects(data.process)) {
        const QString id = out.from->definition.node(effect.node).id;
        const QString to = wish.elements.value(id, id);
        if (to == id || out.stuck.contains(id))
            continue;
        const QString key = bpmn::effectKey(out.from->definition, data.process, effect);
        if (effect.kind == bpmn::Work::Type::User) {
            out.keys.insert(key, head.id + u'/' + to + u'/' + QString::number(effect.id));
            continue;
        }
        // The world knows the deed by its key, which has the element's name in it.
        out.stuck.append(id);
        out.why.append(u"이미 바깥에 맡긴 일이어서 이름을 바꾸어 이을 수 없습니다"_s);
    }
    return out;
}

// What an open deed was asked for must not change under its key.
void refuseOtherOperations(Passage &passage, const Robot &to, const bpmn::Migrate &wish)
{
    for (const bpmn::Effect &effect : bpmn::openEffects(passage.data.process)) {
        const bpmn::Node &old = passage.from->definition.node(effect.node);
        const int found = to.definition.nodeOf(wish.elements.value(old.id, old.id));
        if (found < 0 || effect.kind == bpmn::Work::Type::User || passage.stuck.contains(old.id)
            || to.definition.node(found).work.operation == old.work.operation)
            continue;
        passage.stuck.append(old.id);
        passage.why.append(u"이미 맡긴 일의 내용이 새 판에서 다릅니다"_s);
    }
}

// The run behind the passage.
Result<RunData> arrived(const Passage &passage, const bpmn::Migrate &wish, const QDateTime &now)
{
    const Result<bpmn::Decision> moved = bpmn::decideOn(passage.from->definition, passage.data.process, {now, wish});
    if (!moved)
        return moved.error();
    RunData data = passage.data;
    data.process = moved->state;
    data.tasks.clear();
    data.tries.clear();
    const auto keyOf = [&passage](const QString &key) { return passage.keys.value(key, key); };
    for (auto at = passage.data.tasks.constBegin(); at != passage.data.tasks.constEnd(); ++at)
        data.tasks.insert(keyOf(at.key()), at.value());
    for (auto at = passage.data.tries.constBegin(); at != passage.data.tries.constEnd(); ++at)
        data.tries.insert(keyOf(at.key()), at.value());
    return data;
}

// What is written of the run when the plan is applied; kept now, so that it is what was approved.
Result<QByteArray> stepOf(const Passage &passage, std::shared_ptr<const Robot> to, const bpmn::Migrate &wish, const QDateTime &now)
{
    const Result<RunData> data = arrived(passage, wish, now);
    if (!data)
        return data.error();
    const RunMigrated fact{passage.from->digest, to->digest, std::make_shared<const RunData>(*data)};
    const LiveRun run(std::move(to), passage.head, *data);
    store::RunPassage step = run.arrival(fact, now);
    step.keys = passage.keys;
    return toBytes(step);
}

Question questionOf(const Passage &passage, qsizetype stuck, const Robot &to, int line)
{
    const QString id = passage.stuck.at(stuck);
    const int index = passage.from->definition.nodeOf(id);
    Question out;
    out.line = line;
    out.code = u"migration.noPlace"_s;
    out.text = passage.head.id + u"의 '"_s + id + u"': "_s + passage.why.at(stuck) + u". 어디로 옮길지 정해야 합니다"_s;
    if (index < 0)
        return out;
    for (const bpmn::Node &node : to.definition.nodes())
        if (node.kind == passage.from->definition.node(index).kind && node.id != id)
            out.candidates.append({{{u"map"_s, id + u'=' + node.id}}, node.id + u' ' + node.name});
    return out;
}

QString wordsOf(const Passage &passage)
{
    QStringList words;
    for (const bpmn::Move &one : passage.moves)
        words.append(one.to == one.from ? one.from : one.from + u" → "_s + (one.to.isEmpty() ? u"?"_s : one.to));
    return passage.head.id + u": "_s + words.join(u", "_s);
}

// Gathers the plan run by run.
class Drafting {
public:
    Drafting(Session &session, std::shared_ptr<const Robot> to, ElementMap elements)
        : m_session(session)
        , m_to(std::move(to))
        , m_wish{m_to->definition, std::move(elements)}
        , m_now(QDateTime::currentDateTimeUtc())
    {
    }

    enum class Ended { Refused, Left };
    Status add(const QString &id, Ended ended = Ended::Refused)
    {
        store::Runs &runs = m_session.store().runs();
        const Result<store::RunImage> image = runs.load(id);
        if (!image)
            return image.error();
        if (store::hasEnded(image->head.state) && ended == Ended::Left)
            return addLine(u"no_change"_s, id + u": 이미 끝났습니다"_s, {});
        if (store::hasEnded(image->head.state))
            return Error{Error::Kind::Conflict, u"expected run '"_s + id + u"' to go on but it is "_s + store::toString(image->head.state), u"run.ended"_s};
        if (image->head.robot != m_to->id)
            return Error{Error::Kind::Invalid, u"expected a run of robot '"_s + m_to->id + u"' but '"_s + id + u"' is of '"_s + image->head.robot + u'\'', u"migration.robot"_s};
        if (image->head.package == m_to->digest)
            return addLine(u"no_change"_s, id + u": 이미 이 판입니다"_s, {});
        const Result<Robot> pinned = pinnedRobot(runs, image->head.package);
        if (!pinned)
            return pinned.error();
        auto from = std::make_shared<const Robot>(*pinned);
        const Result<RunData> data = fold(from->definition, image->snapshot, image->snapshotAt, image->facts);
        if (!data)
            return data.error();
        if (data->process.outcome == bpmn::State::Outcome::None)
            return Error{Error::Kind::Conflict, u"expected run '"_s + id + u"' to have begun but it has not"_s, u"migration.notBegun"_s};
        Passage passage = passageOf(image->head, std::move(from), *data, m_wish);
        refuseOtherOperations(passage, *m_to, m_wish);
        return addPassage(passage);
    }

    Result<Plan> save(const QString &title, const QString &reverts = {})
    {
        QJsonObject elements;
        for (auto at = m_wish.elements.constBegin(); at != m_wish.elements.constEnd(); ++at)
            elements.insert(at.key(), at.value());
        const QJsonObject summary{{u"ready"_s, m_ready}, {u"question"_s, m_open}, {u"no_change"_s, m_same}, {u"rejected"_s, 0}};
        m_plan.robot = migrationRobot;
        m_plan.title = title;
        m_plan.maker = m_session.actor();
        m_plan.made = m_now;
        m_plan.received = m_session.today();
        m_plan.reverts = reverts;
        m_plan.subject = {{u"lines"_s, m_lines}, {u"summary"_s, summary}, {u"elements"_s, elements}, {u"to"_s, m_to->digest}};
        m_plan.id = u"p-"_s + m_plan.digest().mid(7, 12);
        store::Runs &runs = m_session.store().runs();
        Status saved = pin(runs, *m_to);
        if (saved)
            saved = runs.keep(m_kept);
        if (saved && !m_session.store().planSummary(m_plan.id))
            saved = m_session.store().savePlan(m_plan);
        return saved ? Result<Plan>(m_plan) : saved.error();
    }

private:
    Status addLine(const QString &status, const QString &text, const QJsonArray &reasons)
    {
        ++(status == u"ready" ? m_ready : status == u"question" ? m_open : m_same);
        m_plan.evidence.append({-1, {}, text});
        m_lines.append(QJsonObject{{u"line"_s, m_plan.evidence.size()}, {u"status"_s, status}, {u"text"_s, text}, {u"reasons"_s, reasons}});
        return {};
    }

    Status addPassage(const Passage &passage)
    {
        const int line = int(m_plan.evidence.size()) + 1;
        QJsonArray reasons;
        for (qsizetype i = 0; i < passage.stuck.size(); ++i) {
            const Question question = questionOf(passage, i, *m_to, line);
            QJsonArray candidates;
            for (const Candidate &one : question.candidates)
                candidates.append(QJsonObject{{u"map"_s, one.answer.value(u"map"_s)}, {u"text"_s, one.text}});
            reasons.append(QJsonObject{{u"code"_s, question.code}, {u"text"_s, question.text}, {u"candidates"_s, candidates}});
            m_plan.questions.append(question);
        }
        if (!passage.stuck.isEmpty())
            return addLine(u"question"_s, wordsOf(passage), reasons);
        const Result<QByteArray> step = stepOf(passage, m_to, m_wish, m_now);
        if (!step)
            return step.error();
        m_kept.append(*step);
        const QString digest = QString::fromLatin1(QCryptographicHash::hash(*step, QCryptographicHash::Sha256).toHex());
        Change change;
        change.line = line;
        change.record = {u"run"_s, passage.head.id};
        change.fields = {{u"package"_s, passage.head.package, m_to->digest},
                         {u"facts"_s, passage.data.sequence, passage.data.sequence + 1},
                         {u"step"_s, QJsonValue(), digest}};
        change.reason = u"로봇 새 판으로 옮김"_s;
        m_plan.changes.append(change);
        return addLine(u"ready"_s, wordsOf(passage), {});
    }

    Session &m_session;
    std::shared_ptr<const Robot> m_to; // shared with the runs that are looked at
    bpmn::Migrate m_wish;
    QDateTime m_now;
    Plan m_plan;
    QList<QByteArray> m_kept;
    QJsonArray m_lines;
    int m_ready = 0;
    int m_open = 0;
    int m_same = 0;
};

} // namespace

Result<Plan> planMigration(Session &session, const QStringList &runs, const Robot &to, const ElementMap &elements)
{
    if (const Status allowed = session.mayDo(u"plan"_s); !allowed)
        return allowed.error();
    Drafting drafting(session, std::make_shared<const Robot>(to), elements);
    QStringList each = runs;
    each.removeDuplicates();
    for (const QString &run : std::as_const(each))
        if (const Status added = drafting.add(run); !added)
            return added.error();
    return drafting.save(to.title(u"ko"_s) + u": 실행 중인 "_s + QString::number(each.size()) + u"건을 새 판으로"_s);
}

Result<Plan> planMigrationBack(Session &session, const Plan &applied)
{
    ElementMap elements;
    const QJsonObject forth = applied.subject.value(u"elements"_s).toObject();
    for (auto at = forth.constBegin(); at != forth.constEnd(); ++at)
        elements.insert(at.value().toString(), at.key());
    QStringList packages;
    QStringList runs;
    for (const Change &change : applied.changes) {
        runs.append(change.record.id);
        for (const FieldChange &one : change.fields)
            if (one.field == u"package")
                packages.append(one.before.toString());
    }
    packages.removeDuplicates();
    if (packages.size() != 1)
        return Error{Error::Kind::Invalid,
                     u"expected runs that came from one version but they came from "_s + QString::number(packages.size())
                         + u"; take them back by plans of their own"_s,
                     u"migration.versions"_s};
    const Result<Robot> old = pinnedRobot(session.store().runs(), packages.first());
    if (!old)
        return old.error();
    Drafting drafting(session, std::make_shared<const Robot>(*old), elements);
    for (const QString &run : std::as_const(runs))
        if (const Status added = drafting.add(run, Drafting::Ended::Left); !added)
            return added.error();
    return drafting.save(u"되돌리기: "_s + applied.title, applied.id);
}

} // namespace naru::run
