#include "engine/bpmn/json_fields.h"

#include <QJsonDocument>

#include <algorithm>

namespace naru::bpmn {

namespace {

template <typename Fields>
void describe(Fields &to, Scope &scope)
{
    to.number(u"id"_s, scope.id);
    to.body(u"body"_s, scope.body);
    to.number(u"parent"_s, scope.parent);
    to.number(u"activity"_s, scope.activity);
    to.variables(u"variables"_s, scope.variables);
    to.tokens(u"tokens"_s, scope.tokens);
    to.numbers(u"members"_s, scope.members);
    to.numbers(u"waits"_s, scope.waits);
    to.numbers(u"records"_s, scope.records);
    to.flag(u"interrupted"_s, scope.isInterrupted);
    to.flag(u"kept"_s, scope.isKept);
    to.flag(u"cancelling"_s, scope.isCancelling);
    to.nodes(u"pending"_s, scope.pending);
    bool isSatisfied = !scope.mayBeginMore;
    to.flag(u"satisfied"_s, isSatisfied);
    scope.mayBeginMore = !isSatisfied;
}

template <typename Fields>
void describe(Fields &to, Activity &activity)
{
    to.number(u"id"_s, activity.id);
    to.number(u"scope"_s, activity.scope);
    to.node(u"node"_s, activity.node);
    to.number(u"loop"_s, activity.loop);
    to.number(u"counter"_s, activity.counter);
    to.word(u"phase"_s, activity.phase);
    to.number(u"inner"_s, activity.inner);
    to.number(u"effect"_s, activity.effect);
    to.number(u"incident"_s, activity.incident);
    to.number(u"compensation"_s, activity.compensation);
    to.numbers(u"waits"_s, activity.waits);
    to.numbers(u"members"_s, activity.members);
    to.number(u"total"_s, activity.total);
    to.number(u"begun"_s, activity.begun);
    to.number(u"completed"_s, activity.completed);
    to.number(u"terminated"_s, activity.terminated);
    to.flows(u"consumed"_s, activity.consumed);
    to.variables(u"variables"_s, activity.variables);
}

template <typename Fields>
void describe(Fields &to, Wait &wait)
{
    to.number(u"id"_s, wait.id);
    to.number(u"owner"_s, wait.owner);
    to.node(u"node"_s, wait.node);
    to.number(u"trigger"_s, wait.trigger);
    to.word(u"type"_s, wait.type);
    to.text(u"name"_s, wait.name);
    to.text(u"correlation"_s, wait.correlation);
    to.flag(u"fired"_s, wait.isFired);
    to.flag(u"holds"_s, wait.holds);
    to.plan(u"plan"_s, wait.plan);
    to.number(u"index"_s, wait.index);
    to.number(u"due"_s, wait.due);
}

template <typename Fields>
void describe(Fields &to, Effect &effect)
{
    to.number(u"id"_s, effect.id);
    to.number(u"activity"_s, effect.activity);
    to.node(u"node"_s, effect.node);
    to.word(u"kind"_s, effect.kind);
    to.text(u"name"_s, effect.name);
    to.value(u"input"_s, effect.input);
}

template <typename Fields>
void describe(Fields &to, Incident &incident)
{
    to.number(u"id"_s, incident.id);
    to.number(u"activity"_s, incident.activity);
    to.word(u"kind"_s, incident.kind);
    to.text(u"code"_s, incident.code);
    to.text(u"text"_s, incident.text);
}

template <typename Fields>
void describe(Fields &to, CompensationRecord &record)
{
    to.number(u"id"_s, record.id);
    to.number(u"scope"_s, record.scope);
    to.node(u"node"_s, record.node);
    to.number(u"kept"_s, record.kept);
}

template <typename Fields>
void describe(Fields &to, Compensation &compensation)
{
    to.number(u"id"_s, compensation.id);
    to.number(u"scope"_s, compensation.scope);
    to.number(u"thrower"_s, compensation.thrower);
    to.numbers(u"records"_s, compensation.records);
    to.number(u"handler"_s, compensation.handler);
}

template <typename Fields>
void describe(Fields &to, State &state)
{
    to.text(u"instance"_s, state.instance);
    to.text(u"definition"_s, state.definition);
    to.word(u"outcome"_s, state.outcome);
    to.text(u"code"_s, state.code);
    to.number(u"started"_s, state.started);
    to.number(u"ended"_s, state.ended);
    to.text(u"zone"_s, state.zone);
    to.number(u"root"_s, state.root);
    to.number(u"last"_s, state.last);
    to.number(u"facts"_s, state.facts);
    to.numbers(u"conditions"_s, state.conditions);
    to.numbers(u"entering"_s, state.entering);
}

template <typename T>
void write(JsonWriter &to, const QString &name, const SharedMap<T> &map)
{
    QJsonArray list;
    map.each([&](T one) {
        JsonWriter writer(to.definition);
        describe(writer, one);
        list.append(writer.json);
    });
    if (!list.isEmpty())
        to.json.insert(name, list);
}

template <typename T>
Status read(const JsonReader &from, const QString &name, SharedMap<T> &map)
{
    for (const QJsonValue one : from.json.value(name).toArray()) {
        const QJsonObject json = one.toObject();
        JsonReader reader(from.definition, json);
        T value;
        describe(reader, value);
        if (const Status status = reader.status(); !status)
            return status;
        map.insert(value.id, value);
    }
    return {};
}

} // namespace

QJsonObject toJson(const Definition &definition, const State &state)
{
    JsonWriter writer(definition);
    State copy = state;
    describe(writer, copy);
    write(writer, u"scopes"_s, state.scopes);
    write(writer, u"activities"_s, state.activities);
    write(writer, u"waits"_s, state.waits);
    write(writer, u"effects"_s, state.effects);
    write(writer, u"incidents"_s, state.incidents);
    write(writer, u"records"_s, state.records);
    write(writer, u"compensations"_s, state.compensations);
    QJsonObject correlations;
    for (auto at = state.correlations.cbegin(); at != state.correlations.cend(); ++at)
        correlations.insert(at.key(), at.value());
    if (!correlations.isEmpty())
        writer.json.insert(u"correlations"_s, correlations);
    return writer.json;
}

Result<State> stateFromJson(const Definition &definition, const QJsonObject &json)
{
    JsonReader reader(definition, json);
    State state;
    describe(reader, state);
    for (const Status &status :
         {reader.status(), read(reader, u"scopes"_s, state.scopes), read(reader, u"activities"_s, state.activities),
          read(reader, u"waits"_s, state.waits), read(reader, u"effects"_s, state.effects),
          read(reader, u"incidents"_s, state.incidents), read(reader, u"records"_s, state.records),
          read(reader, u"compensations"_s, state.compensations)})
        if (!status)
            return status.error();
    const QJsonObject correlations = json.value(u"correlations"_s).toObject();
    for (auto at = correlations.begin(); at != correlations.end(); ++at)
        state.correlations.insert(at.key(), at.value().toString());
    return state;
}

QByteArray toBytes(const Definition &definition, const State &state)
{
    return QJsonDocument(toJson(definition, state)).toJson(QJsonDocument::Compact);
}

Result<State> stateFromBytes(const Definition &definition, const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return Error{Error::Kind::Invalid, u"expected the state of a run but it is no JSON object"_s};
    return stateFromJson(definition, document.object());
}

} // namespace naru::bpmn
