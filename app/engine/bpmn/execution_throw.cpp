// Events that are thrown (§13.5): messages, signals, escalations, errors, compensation, and what ends a scope.
#include "engine/bpmn/execution_run.h"

namespace naru::bpmn {

void Execution::throwEvent(Id scopeId, int index, const Flows &from)
{
    const Node &node = m_definition.node(index);
    if (node.linkTarget >= 0) {
        emitFact(NodePassed{scopeId, index, from, {}});
        passOn(scopeId, node.linkTarget, {});
        return;
    }
    if (node.triggers.isEmpty()) {
        passOn(scopeId, index, from);
        return;
    }
    const Id id = nextId();
    emitFact(NodeEntered{id, scopeId, index, from, 0, 0});
    goOnThrowing(id);
}

void Execution::triggerDone(Id activityId)
{
    emitFact(TriggerThrown{activityId});
    goOnThrowing(activityId);
}

void Execution::goOnThrowing(Id activityId)
{
    const QList<Trigger> &triggers = nodeOf(activityId).triggers;
    while (lives(activityId) && activity(activityId).begun < triggers.size()) {
        if (!throwTrigger(activityId, triggers.at(activity(activityId).begun)))
            return;
        emitFact(TriggerThrown{activityId});
    }
    if (lives(activityId))
        leave(activityId);
}

// True where it is done at once, and the thrower goes on.
bool Execution::throwTrigger(Id activityId, const Trigger &trigger)
{
    const Activity thrower = activity(activityId);
    const Result<feel::Value> payload = payloadOf(thrower.node, thrower.scope);
    if (!payload) {
        raise(activityId, {Incident::Kind::Data, payload.error().text});
        return false;
    }
    emitFact(EventThrown{thrower.scope, thrower.node, trigger.type, trigger.name});
    switch (trigger.type) {
    case Trigger::Type::Message:
        correlate(thrower.scope, trigger.message, *payload);
        ask(activityId, Work::Type::Send, trigger.name, *payload);
        return false;
    case Trigger::Type::Signal:
        emitFact(EffectAsked{nextId(), 0, thrower.node, Work::Type::Signal, trigger.name, *payload});
        broadcast(trigger.name, *payload);
        return lives(activityId);
    case Trigger::Type::Escalation:
        throwUpwards(Trigger::Type::Escalation, 0, thrower.scope, trigger.name, *payload);
        return lives(activityId);
    case Trigger::Type::Compensation:
        return throwCompensation(activityId, trigger);
    case Trigger::Type::Error:
        emitFact(NodeLeft{activityId, {}, {}});
        if (!throwUpwards(Trigger::Type::Error, 0, thrower.scope, trigger.name, *payload))
            endInstance(State::Outcome::Failed, trigger.name);
        return false;
    case Trigger::Type::Terminate:
        emitFact(NodeLeft{activityId, {}, {}});
        terminate(thrower.scope);
        return false;
    case Trigger::Type::Cancel:
        emitFact(NodeLeft{activityId, {}, {}});
        cancelTransaction(thrower.scope);
        return false;
    default:
        return true;
    }
}

// Of the nearest scope that completed the activity; of the thrower's own where none is named.
bool Execution::throwCompensation(Id activityId, const Trigger &trigger)
{
    Id target = compensatedScope(activity(activityId).scope);
    const auto hasRecord = [&](Id scopeId) {
        for (Id id : scope(scopeId).records)
            if (m_state.records.find(id)->node == trigger.activity)
                return true;
        return false;
    };
    for (Id at = target; trigger.activity >= 0 && at != 0;) {
        if (hasRecord(at)) {
            target = at;
            break;
        }
        const Id owner = scope(at).activity;
        at = owner != 0 ? activity(owner).scope : 0;
    }
    if (trigger.waits)
        return !compensate(target, trigger.activity, activityId);
    compensate(target, trigger.activity, 0);
    return lives(activityId);
}

// To the nearest one that catches it, from the inside out: events on the activity, event sub-processes of its scope, events
// on what the scope is the inside of, and so on.
bool Execution::throwUpwards(Trigger::Type type, Id activityId, Id scopeId, const QString &code,
                             const feel::Value &payload)
{
    Id from = activityId;
    for (Id at = scopeId; at != 0;) {
        if (from != 0 && catchAt(type, from, code, payload))
            return true;
        if (catchIn(type, at, code, payload))
            return true;
        from = scope(at).activity;
        if (from != 0 && activity(from).loop != 0)
            from = activity(from).loop;
        at = from != 0 ? activity(from).scope : 0;
    }
    return false;
}

// One that names the code comes before one that catches all.
const Node *Execution::catcherOf(Trigger::Type type, const QList<int> &events, const QString &code, int &event,
                                 int &trigger) const
{
    for (const bool isNamed : {true, false})
        for (int index : events) {
            const Node &node = m_definition.node(index);
            for (int k = 0; k < node.triggers.size(); ++k)
                if (node.triggers[k].type == type
                    && (isNamed ? node.triggers[k].name == code && !code.isEmpty() : node.triggers[k].name.isEmpty())) {
                    event = index;
                    trigger = k;
                    return &node;
                }
        }
    return nullptr;
}

bool Execution::catchAt(Trigger::Type type, Id activityId, const QString &code, const feel::Value &payload)
{
    int event = -1;
    int trigger = -1;
    const Node *catcher = catcherOf(type, nodeOf(activityId).boundary, code, event, trigger);
    if (catcher)
        takeBoundary(activityId, event, trigger, catcher->interrupts, payload);
    return catcher;
}

bool Execution::catchIn(Trigger::Type type, Id scopeId, const QString &code, const feel::Value &payload)
{
    if (scope(scopeId).isInterrupted)
        return false;
    QList<int> starts;
    for (int sub : bodyOf(scopeId).eventSubProcesses)
        for (int node : m_definition.body(m_definition.node(sub).inner).nodes)
            if (m_definition.node(node).kind == Kind::StartEvent)
                starts.append(node);
    int event = -1;
    int trigger = -1;
    const Node *catcher = catcherOf(type, starts, code, event, trigger);
    if (catcher)
        startEventSubProcess(scopeId, m_definition.body(catcher->body).node, event, trigger, payload);
    return catcher;
}

// §13.5.6: all in the scope ends, without compensation.
void Execution::terminate(Id scopeId)
{
    if (scope(scopeId).activity == 0) {
        endInstance(State::Outcome::Terminated, {});
        return;
    }
    cancelContent(scopeId);
    completeScope(scopeId);
}

// §13.5.3 and §10.7: what is active in the transaction ends, what was completed is undone, then it is left by its cancel
// event.
void Execution::cancelTransaction(Id scopeId)
{
    Id at = scopeId;
    while (at != 0 && bodyOf(at).kind != Kind::Transaction) {
        const Id owner = scope(at).activity;
        at = owner != 0 ? activity(owner).scope : 0;
    }
    if (at == 0) {
        check(scopeId);
        return;
    }
    emitFact(ScopeCancelled{at});
    closeWaits(scope(at).waits);
    cancelContent(at);
    if (!compensate(at, -1, 0))
        finishCancel(at);
}

void Execution::finishCancel(Id scopeId)
{
    Id owner = scope(scopeId).activity;
    if (activity(owner).loop != 0)
        owner = activity(owner).loop;
    const Id around = activity(owner).scope;
    int event = -1;
    int trigger = -1;
    if (catcherOf(Trigger::Type::Cancel, nodeOf(owner).boundary, {}, event, trigger)) {
        takeBoundary(owner, event, trigger, true, {});
        return;
    }
    cancelActivity(owner);
    check(around);
}

} // namespace naru::bpmn
