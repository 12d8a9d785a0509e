#include "engine/bpmn/json_fields.h"

namespace naru::bpmn {

namespace {

// The fields of each fact; the word before is its name. Never renamed.
template <typename Fields>
void describe(Fields &to, InstanceStarted &fact)
{
    to.text(u"instance"_s, fact.instance);
    to.text(u"definition"_s, fact.definition);
    to.body(u"body"_s, fact.body);
    to.number(u"at"_s, fact.at);
    to.text(u"zone"_s, fact.zone);
}

template <typename Fields>
void describe(Fields &to, ScopeOpened &fact)
{
    to.number(u"id"_s, fact.id);
    to.body(u"body"_s, fact.body);
    to.number(u"parent"_s, fact.parent);
    to.number(u"activity"_s, fact.activity);
}

template <typename Fields>
void describe(Fields &to, ScopeKept &fact)
{
    to.number(u"id"_s, fact.id);
}

template <typename Fields>
void describe(Fields &to, ScopeReopened &fact)
{
    to.number(u"id"_s, fact.id);
    to.number(u"activity"_s, fact.activity);
}

template <typename Fields>
void describe(Fields &to, ScopeClosed &fact)
{
    to.number(u"id"_s, fact.id);
}

template <typename Fields>
void describe(Fields &to, ScopeInterrupted &fact)
{
    to.number(u"id"_s, fact.id);
    to.node(u"node"_s, fact.node);
}

template <typename Fields>
void describe(Fields &to, ScopeCancelled &fact)
{
    to.number(u"id"_s, fact.id);
}

template <typename Fields>
void describe(Fields &to, AdHocSatisfied &fact)
{
    to.number(u"scope"_s, fact.scope);
}

template <typename Fields>
void describe(Fields &to, VariableSet &fact)
{
    to.number(u"owner"_s, fact.owner);
    to.text(u"name"_s, fact.name);
    to.value(u"value"_s, fact.value);
}

template <typename Fields>
void describe(Fields &to, NodePassed &fact)
{
    to.number(u"scope"_s, fact.scope);
    to.node(u"node"_s, fact.node);
    to.flows(u"from"_s, fact.from);
    to.flows(u"to"_s, fact.to);
}

template <typename Fields>
void describe(Fields &to, NodeEntered &fact)
{
    to.number(u"id"_s, fact.id);
    to.number(u"scope"_s, fact.scope);
    to.node(u"node"_s, fact.node);
    to.flows(u"from"_s, fact.from);
    to.number(u"loop"_s, fact.loop);
    to.number(u"counter"_s, fact.counter);
}

template <typename Fields>
void describe(Fields &to, NodeBegun &fact)
{
    to.number(u"id"_s, fact.id);
}

template <typename Fields>
void describe(Fields &to, NodeHeld &fact)
{
    to.number(u"id"_s, fact.id);
    to.word(u"phase"_s, fact.phase);
}

template <typename Fields>
void describe(Fields &to, TokensSent &fact)
{
    to.number(u"activity"_s, fact.activity);
    to.flows(u"to"_s, fact.to);
}

template <typename Fields>
void describe(Fields &to, NodeLeft &fact)
{
    to.number(u"id"_s, fact.id);
    to.flows(u"from"_s, fact.from);
    to.flows(u"to"_s, fact.to);
}

template <typename Fields>
void describe(Fields &to, NodeCancelled &fact)
{
    to.number(u"id"_s, fact.id);
}

template <typename Fields>
void describe(Fields &to, LoopPlanned &fact)
{
    to.number(u"activity"_s, fact.activity);
    to.number(u"total"_s, fact.total);
}

template <typename Fields>
void describe(Fields &to, EffectAsked &fact)
{
    to.number(u"id"_s, fact.id);
    to.number(u"activity"_s, fact.activity);
    to.node(u"node"_s, fact.node);
    to.word(u"kind"_s, fact.kind);
    to.text(u"name"_s, fact.name);
    to.value(u"input"_s, fact.input);
}

template <typename Fields>
void describe(Fields &to, EffectEnded &fact)
{
    to.number(u"id"_s, fact.id);
    to.word(u"how"_s, fact.how);
    to.text(u"text"_s, fact.text);
}

template <typename Fields>
void describe(Fields &to, WaitOpened &fact)
{
    to.number(u"id"_s, fact.id);
    to.number(u"owner"_s, fact.owner);
    to.node(u"node"_s, fact.node);
    to.number(u"trigger"_s, fact.trigger);
    to.word(u"type"_s, fact.type);
    to.text(u"name"_s, fact.name);
    to.text(u"correlation"_s, fact.correlation);
    to.flag(u"holds"_s, fact.holds);
    to.plan(u"plan"_s, fact.plan);
    to.number(u"index"_s, fact.index);
    to.number(u"due"_s, fact.due);
}

template <typename Fields>
void describe(Fields &to, WaitFired &fact)
{
    to.number(u"id"_s, fact.id);
}

template <typename Fields>
void describe(Fields &to, TimerMoved &fact)
{
    to.number(u"id"_s, fact.id);
    to.number(u"index"_s, fact.index);
    to.number(u"due"_s, fact.due);
    to.number(u"missed"_s, fact.missed);
}

template <typename Fields>
void describe(Fields &to, ConditionChanged &fact)
{
    to.number(u"id"_s, fact.id);
    to.flag(u"holds"_s, fact.holds);
}

template <typename Fields>
void describe(Fields &to, WaitClosed &fact)
{
    to.number(u"id"_s, fact.id);
}

template <typename Fields>
void describe(Fields &to, EventThrown &fact)
{
    to.number(u"scope"_s, fact.scope);
    to.node(u"node"_s, fact.node);
    to.word(u"type"_s, fact.type);
    to.text(u"name"_s, fact.name);
    to.node(u"catcher"_s, fact.catcher);
}

template <typename Fields>
void describe(Fields &to, TriggerThrown &fact)
{
    to.number(u"activity"_s, fact.activity);
}

template <typename Fields>
void describe(Fields &to, IncidentRaised &fact)
{
    to.number(u"id"_s, fact.id);
    to.number(u"activity"_s, fact.activity);
    to.word(u"kind"_s, fact.kind);
    to.text(u"code"_s, fact.code);
    to.text(u"text"_s, fact.text);
}

template <typename Fields>
void describe(Fields &to, IncidentClosed &fact)
{
    to.number(u"id"_s, fact.id);
    to.word(u"how"_s, fact.how);
}

template <typename Fields>
void describe(Fields &to, CompensationRecorded &fact)
{
    to.number(u"id"_s, fact.id);
    to.number(u"scope"_s, fact.scope);
    to.node(u"node"_s, fact.node);
    to.number(u"kept"_s, fact.kept);
}

template <typename Fields>
void describe(Fields &to, CompensationStarted &fact)
{
    to.number(u"id"_s, fact.id);
    to.number(u"scope"_s, fact.scope);
    to.number(u"thrower"_s, fact.thrower);
    to.numbers(u"records"_s, fact.records);
}

template <typename Fields>
void describe(Fields &to, RecordTaken &fact)
{
    to.number(u"record"_s, fact.record);
    to.number(u"compensation"_s, fact.compensation);
    to.number(u"handler"_s, fact.handler);
}

template <typename Fields>
void describe(Fields &to, CompensationEnded &fact)
{
    to.number(u"id"_s, fact.id);
}

template <typename Fields>
void describe(Fields &to, Correlated &fact)
{
    to.text(u"key"_s, fact.key);
    to.text(u"value"_s, fact.value);
}

template <typename Fields>
void describe(Fields &to, InstanceMigrated &fact)
{
    to.state(u"state"_s, fact.state);
}

template <typename Fields>
void describe(Fields &to, InstanceEnded &fact)
{
    to.word(u"outcome"_s, fact.outcome);
    to.text(u"code"_s, fact.code);
    to.number(u"at"_s, fact.at);
}

// In the order of the variant.
const QStringList &eventNames()
{
    static const QStringList names{
        u"InstanceStarted"_s,      u"ScopeOpened"_s,         u"ScopeKept"_s,      u"ScopeReopened"_s,
        u"ScopeClosed"_s,          u"ScopeInterrupted"_s,    u"ScopeCancelled"_s, u"AdHocSatisfied"_s,
        u"VariableSet"_s,          u"NodePassed"_s,          u"NodeEntered"_s,    u"NodeBegun"_s,
        u"NodeHeld"_s,             u"TokensSent"_s,          u"NodeLeft"_s,       u"NodeCancelled"_s,
        u"LoopPlanned"_s,          u"EffectAsked"_s,         u"EffectEnded"_s,    u"WaitOpened"_s,
        u"WaitFired"_s,            u"TimerMoved"_s,          u"ConditionChanged"_s, u"WaitClosed"_s,
        u"EventThrown"_s,          u"TriggerThrown"_s,       u"IncidentRaised"_s,      u"IncidentClosed"_s, u"CompensationRecorded"_s,
        u"CompensationStarted"_s,  u"RecordTaken"_s,         u"CompensationEnded"_s, u"Correlated"_s,
        u"InstanceMigrated"_s,     u"InstanceEnded"_s};
    return names;
}

template <std::size_t Index = 0>
Event blankEvent(std::size_t index)
{
    if constexpr (Index + 1 < std::variant_size_v<Event>)
        if (index != Index)
            return blankEvent<Index + 1>(index);
    return Event(std::in_place_index<Index>);
}

} // namespace

QString nameOf(const Event &event) { return eventNames().value(qsizetype(event.index())); }

QJsonObject toJson(const Definition &definition, const Event &event)
{
    JsonWriter writer(definition);
    writer.json.insert(u"fact"_s, nameOf(event));
    std::visit([&writer](auto fact) { describe(writer, fact); }, event);
    return writer.json;
}

Result<Event> eventFromJson(const Definition &definition, const QJsonObject &json)
{
    const QString name = json.value(u"fact"_s).toString();
    const qsizetype index = eventNames().indexOf(name);
    if (index < 0)
        return Error{Error::Kind::Invalid, u"expected a fact of a run but it is '"_s + name + u'\''};
    Event event = blankEvent(std::size_t(index));
    JsonReader reader(definition, json);
    std::visit([&reader](auto &fact) { describe(reader, fact); }, event);
    if (const Status status = reader.status(); !status)
        return status.error();
    return event;
}

} // namespace naru::bpmn
