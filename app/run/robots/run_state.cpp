#include "run/robots/run_state.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace naru::run {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

const QString migratedName = u"runMigrated"_s;

QDateTime momentOf(const QJsonValue &value)
{
    QDateTime moment;
    fromValue(value, moment);
    return moment;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    fromValue(value, texts);
    return texts;
}

QJsonObject named(const QString &name, QJsonObject json)
{
    json.insert(u"run"_s, name);
    return json;
}

} // namespace

QJsonObject toJson(const bpmn::Definition &definition, const RunFact &fact)
{
    return std::visit(
        Overloaded{
            [&](const bpmn::Event &event) { return bpmn::toJson(definition, event); },
            [](const TaskMade &one) {
                return named(u"taskMade"_s, {{u"key"_s, one.key}, {u"candidates"_s, toValue(one.candidates)}, {u"due"_s, toValue(one.due)}});
            },
            [](const TaskClaimed &one) { return named(u"taskClaimed"_s, {{u"key"_s, one.key}, {u"by"_s, one.by}}); },
            [](const TaskReleased &one) { return named(u"taskReleased"_s, {{u"key"_s, one.key}, {u"by"_s, one.by}}); },
            [](const TaskDelegated &one) {
                return named(u"taskDelegated"_s, {{u"key"_s, one.key}, {u"to"_s, one.to}, {u"by"_s, one.by}});
            },
            [](const TaskReminded &one) { return named(u"taskReminded"_s, {{u"key"_s, one.key}, {u"steps"_s, one.steps}}); },
            [](const TaskEscalated &one) {
                return named(u"taskEscalated"_s, {{u"key"_s, one.key}, {u"steps"_s, one.steps}, {u"to"_s, toValue(one.to)}});
            },
            [](const EffectBegun &one) { return named(u"effectBegun"_s, {{u"key"_s, one.key}}); },
            [](const EffectPostponed &one) {
                return named(u"effectPostponed"_s, {{u"key"_s, one.key}, {u"until"_s, toValue(one.until)}, {u"text"_s, one.text}});
            },
            [](const OutcomeKnown &one) {
                return named(u"outcomeKnown"_s, {{u"key"_s, one.key}, {u"touched"_s, toValue(one.touched)}, {u"changes"_s, one.changes}});
            },
            [](const DecisionMade &one) {
                return named(u"decisionMade"_s, {{u"key"_s, one.key}, {u"decision"_s, one.decision}, {u"tables"_s, one.tables}, {u"warnings"_s, toValue(one.warnings)}});
            },
            [](const WishRefused &one) { return named(u"wishRefused"_s, {{u"wish"_s, one.wish}, {u"text"_s, one.text}}); },
            [](const PersonActed &one) {
                return named(u"personActed"_s, {{u"by"_s, one.by}, {u"deed"_s, one.deed}, {u"about"_s, one.about}, {u"text"_s, one.text}});
            },
            [&](const RunMigrated &one) {
                const QJsonObject data = QJsonDocument::fromJson(toBytes(definition, *one.data)).object();
                return named(migratedName, {{u"from"_s, one.from}, {u"to"_s, one.to}, {u"data"_s, data}});
            },
        },
        fact);
}

Result<RunFact> runFactFromJson(const bpmn::Definition &definition, const QJsonObject &json)
{
    const QString name = json.value(u"run"_s).toString();
    if (name.isEmpty()) {
        Result<bpmn::Event> event = bpmn::eventFromJson(definition, json);
        return event ? Result<RunFact>(RunFact(*std::move(event))) : event.error();
    }
    const QString key = json.value(u"key"_s).toString();
    const QString by = json.value(u"by"_s).toString();
    const QString text = json.value(u"text"_s).toString();
    if (name == u"taskMade")
        return RunFact(TaskMade{key, textsOf(json.value(u"candidates"_s)), momentOf(json.value(u"due"_s))});
    if (name == u"taskClaimed")
        return RunFact(TaskClaimed{key, by});
    if (name == u"taskReleased")
        return RunFact(TaskReleased{key, by});
    if (name == u"taskDelegated")
        return RunFact(TaskDelegated{key, json.value(u"to"_s).toString(), by});
    if (name == u"taskReminded")
        return RunFact(TaskReminded{key, json.value(u"steps"_s).toInt()});
    if (name == u"taskEscalated")
        return RunFact(TaskEscalated{key, json.value(u"steps"_s).toInt(), textsOf(json.value(u"to"_s))});
    if (name == u"effectBegun")
        return RunFact(EffectBegun{key});
    if (name == u"effectPostponed")
        return RunFact(EffectPostponed{key, momentOf(json.value(u"until"_s)), text});
    if (name == u"outcomeKnown")
        return RunFact(OutcomeKnown{key, textsOf(json.value(u"touched"_s)), json.value(u"changes"_s).toInt()});
    if (name == u"decisionMade")
        return RunFact(DecisionMade{key, json.value(u"decision"_s).toString(), json.value(u"tables"_s).toArray(), textsOf(json.value(u"warnings"_s))});
    if (name == u"wishRefused")
        return RunFact(WishRefused{json.value(u"wish"_s).toString(), text});
    if (name == u"personActed")
        return RunFact(PersonActed{by, json.value(u"deed"_s).toString(), json.value(u"about"_s).toString(), text});
    if (name == migratedName) {
        Result<RunData> data = runDataFromBytes(definition, QJsonDocument(json.value(u"data"_s).toObject()).toJson(QJsonDocument::Compact));
        if (!data)
            return data.error();
        return RunFact(RunMigrated{json.value(u"from"_s).toString(), json.value(u"to"_s).toString(), std::make_shared<const RunData>(*std::move(data))});
    }
    return Error{Error::Kind::Invalid, u"expected a fact of a run but found '"_s + name + u'\'', u"run.fact"_s};
}

void evolve(const bpmn::Definition &definition, RunData &data, const RunFact &fact, const QDateTime &at)
{
    ++data.sequence;
    std::visit(Overloaded{
                   [&](const bpmn::Event &event) {
                       const auto *ended = std::get_if<bpmn::EffectEnded>(&event);
                       const bpmn::Effect *effect = ended ? data.process.effects.find(ended->id) : nullptr;
                       if (effect) {
                           const QString key = bpmn::effectKey(definition, data.process, *effect);
                           data.tasks.remove(key);
                           data.tries.remove(key);
                       }
                       bpmn::evolve(definition, data.process, event);
                       if (const auto *over = std::get_if<bpmn::InstanceEnded>(&event); over) {
                           data.tasks.clear();
                           data.tries.clear();
                       }
                   },
                   [&](const TaskMade &one) { data.tasks.insert(one.key, {one.candidates, {}, at, one.due, 0, {}, {}}); },
                   [&](const TaskClaimed &one) { data.tasks[one.key].holder = one.by; },
                   [&](const TaskReleased &one) { data.tasks[one.key].holder.clear(); },
                   [&](const TaskDelegated &one) {
                       data.tasks[one.key].candidates = {one.to};
                       data.tasks[one.key].holder.clear();
                   },
                   [&](const TaskReminded &one) {
                       data.tasks[one.key].steps = one.steps;
                       data.tasks[one.key].reminded = at;
                   },
                   [&](const TaskEscalated &one) {
                       TaskState &task = data.tasks[one.key];
                       task.steps = one.steps;
                       task.escalated = at;
                       task.holder.clear();
                       task.candidates += one.to;
                       task.candidates.removeDuplicates();
                   },
                   [&](const EffectBegun &one) { data.tries[one.key].isBegun = true; },
                   [&](const EffectPostponed &one) {
                       TryState &state = data.tries[one.key];
                       ++state.attempts;
                       state.next = one.until;
                       state.isBegun = false;
                   },
                   [&](const OutcomeKnown &) { ++data.outcomes; },
                   [&](const RunMigrated &one) {
                       const qint64 sequence = data.sequence;
                       data = *one.data;
                       data.sequence = sequence;
                   },
                   [](const auto &) {}, // told for the history
               },
               fact);
}

QByteArray toBytes(const bpmn::Definition &definition, const RunData &data)
{
    QJsonObject tasks;
    for (auto at = data.tasks.constBegin(); at != data.tasks.constEnd(); ++at)
        tasks.insert(at.key(), QJsonObject{{u"candidates"_s, toValue(at->candidates)},
                                           {u"holder"_s, toValue(at->holder)},
                                           {u"made"_s, toValue(at->made)},
                                           {u"due"_s, toValue(at->due)},
                                           {u"steps"_s, at->steps},
                                           {u"reminded"_s, toValue(at->reminded)},
                                           {u"escalated"_s, toValue(at->escalated)}});
    QJsonObject tries;
    for (auto at = data.tries.constBegin(); at != data.tries.constEnd(); ++at)
        tries.insert(at.key(), QJsonObject{{u"attempts"_s, at->attempts}, {u"next"_s, toValue(at->next)}, {u"begun"_s, at->isBegun}});
    const QJsonObject json{{u"process"_s, bpmn::toJson(definition, data.process)}, {u"tasks"_s, tasks}, {u"tries"_s, tries}, {u"outcomes"_s, data.outcomes}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<RunData> runDataFromBytes(const bpmn::Definition &definition, const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    Result<bpmn::State> process = bpmn::stateFromJson(definition, json.value(u"process"_s).toObject());
    if (!process)
        return process.error();
    RunData data;
    data.process = *std::move(process);
    data.outcomes = json.value(u"outcomes"_s).toInt();
    const QJsonObject tasks = json.value(u"tasks"_s).toObject();
    for (auto at = tasks.constBegin(); at != tasks.constEnd(); ++at)
        data.tasks.insert(at.key(), {textsOf(at.value()[u"candidates"_s]), at.value()[u"holder"_s].toString(),
                                     momentOf(at.value()[u"made"_s]), momentOf(at.value()[u"due"_s]), at.value()[u"steps"_s].toInt(),
                                     momentOf(at.value()[u"reminded"_s]), momentOf(at.value()[u"escalated"_s])});
    const QJsonObject tries = json.value(u"tries"_s).toObject();
    for (auto at = tries.constBegin(); at != tries.constEnd(); ++at)
        data.tries.insert(at.key(), {at.value()[u"attempts"_s].toInt(), momentOf(at.value()[u"next"_s]), at.value()[u"begun"_s].toBool()});
    return data;
}

namespace {

// Folds the facts into what there is.
Status foldInto(const bpmn::Definition &definition, RunData &data, const QList<store::Fact> &facts)
{
    for (const store::Fact &one : facts) {
        const Result<RunFact> fact = runFactFromJson(definition, QJsonDocument::fromJson(one.body).object());
        if (!fact)
            return Error{Error::Kind::Invalid, u"expected fact "_s + QString::number(one.sequence) + u" to be one but "_s + fact.error().text,
                         u"run.fact"_s};
        evolve(definition, data, *fact, one.at);
    }
    return {};
}

// The version that the run left with this fact; empty for other facts.
QString leftBy(const store::Fact &fact)
{
    if (!fact.body.contains(migratedName.toLatin1())) // most are not, and need not be read for this
        return {};
    const QJsonObject json = QJsonDocument::fromJson(fact.body).object();
    return json.value(u"run"_s) == migratedName ? json.value(u"from"_s).toString() : QString();
}

} // namespace

Result<RunData> fold(const bpmn::Definition &definition, const QByteArray &snapshot, qint64 snapshotAt,
                     const QList<store::Fact> &facts)
{
    RunData data;
    if (!snapshot.isEmpty()) {
        Result<RunData> kept = runDataFromBytes(definition, snapshot);
        if (!kept)
            return kept;
        data = *std::move(kept);
        data.sequence = snapshotAt;
    }
    const Status folded = foldInto(definition, data, facts);
    return folded ? Result<RunData>(data) : folded.error();
}

Result<RunData> foldWhole(const RobotByDigest &robot, const QString &package, const QList<store::Fact> &facts)
{
    RunData data;
    QList<store::Fact> part; // those of one version
    const auto take = [&](const QString &digest) -> Status {
        const Result<std::shared_ptr<const Robot>> version = robot(digest);
        if (!version)
            return version.error();
        return foldInto((*version)->definition, data, std::exchange(part, {}));
    };
    for (const store::Fact &one : facts) {
        if (const QString left = leftBy(one); !left.isEmpty())
            if (const Status folded = take(left); !folded)
                return folded.error();
        part.append(one);
    }
    const Status folded = take(package);
    return folded ? Result<RunData>(data) : folded.error();
}

qint64 migratedAt(const QList<store::Fact> &facts)
{
    for (auto at = facts.crbegin(); at != facts.crend(); ++at)
        if (!leftBy(*at).isEmpty())
            return at->sequence;
    return 0;
}

} // namespace naru::run
