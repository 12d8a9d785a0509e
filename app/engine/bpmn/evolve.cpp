// What each fact does to the state. Nothing is decided here.
#include "engine/bpmn/execution.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

void put(QList<Tokens> &tokens, int flow, int count)
{
    const auto at = std::lower_bound(tokens.begin(), tokens.end(), flow,
                                     [](const Tokens &one, int wanted) { return one.flow < wanted; });
    if (at == tokens.end() || at->flow != flow)
        tokens.insert(at, {flow, count});
    else if ((at->count += count) == 0)
        tokens.erase(at);
}

void move(State &state, Id scope, const QList<int> &from, const QList<int> &to)
{
    if (from.isEmpty() && to.isEmpty())
        return;
    QList<Tokens> &tokens = state.scopes.edit(scope).tokens;
    for (int flow : from)
        put(tokens, flow, -1);
    for (int flow : to)
        put(tokens, flow, 1);
}

// Numbers are given in order, so the list stays sorted.
void leave(QList<Id> &members, Id id)
{
    const auto at = std::lower_bound(members.begin(), members.end(), id);
    if (at != members.end() && *at == id)
        members.erase(at);
}

// Takes the activity out of what it is part of.
void remove(State &state, const Activity &activity, bool isCompleted)
{
    const Activity gone = activity;
    state.activities.remove(gone.id);
    if (gone.phase == Activity::Phase::Entering)
        leave(state.entering, gone.id);
    if (gone.loop == 0) {
        leave(state.scopes.edit(gone.scope).members, gone.id);
        return;
    }
    Activity &loop = state.activities.edit(gone.loop);
    leave(loop.members, gone.id);
    ++(isCompleted ? loop.completed : loop.terminated);
}

struct Evolution {
    const Definition &definition;
    State &state;

    void operator()(const InstanceStarted &fact)
    {
        state.instance = fact.instance;
        state.definition = fact.definition;
        state.outcome = State::Outcome::Running;
        state.started = fact.at;
        state.zone = fact.zone;
    }
    void operator()(const ScopeOpened &fact)
    {
        Scope scope;
        scope.id = fact.id;
        scope.body = fact.body;
        scope.parent = fact.parent;
        scope.activity = fact.activity;
        const Body &body = definition.body(fact.body);
        for (const QString &name : body.variables)
            scope.variables.insert(name, {});
        if (body.kind == Kind::AdHocSubProcess)
            scope.pending = body.entries;
        state.scopes.insert(fact.id, scope);
        if (fact.activity != 0)
            state.activities.edit(fact.activity).inner = fact.id;
        else
            state.root = fact.id;
        state.last = fact.id;
    }
    void operator()(const ScopeKept &fact)
    {
        Scope &scope = state.scopes.edit(fact.id);
        state.activities.edit(scope.activity).inner = 0;
        scope.isKept = true;
        scope.activity = 0;
    }
    void operator()(const ScopeReopened &fact)
    {
        Scope &scope = state.scopes.edit(fact.id);
        scope.isKept = false;
        scope.activity = fact.activity;
        state.activities.edit(fact.activity).inner = fact.id;
    }
    void operator()(const ScopeClosed &fact)
    {
        const Scope scope = *state.scopes.find(fact.id);
        for (Id record : scope.records)
            state.records.remove(record);
        if (state.activities.contains(scope.activity))
            state.activities.edit(scope.activity).inner = 0;
        state.scopes.remove(fact.id);
    }
    void operator()(const ScopeInterrupted &fact) { state.scopes.edit(fact.id).isInterrupted = true; }
    void operator()(const ScopeCancelled &fact) { state.scopes.edit(fact.id).isCancelling = true; }
    void operator()(const AdHocSatisfied &fact)
    {
        Scope &scope = state.scopes.edit(fact.scope);
        scope.mayBeginMore = false;
        scope.pending.clear();
    }
    void operator()(const VariableSet &fact)
    {
        if (state.activities.contains(fact.owner))
            state.activities.edit(fact.owner).variables.insert(fact.name, fact.value);
        else
            state.scopes.edit(fact.owner).variables.insert(fact.name, fact.value);
    }
    void operator()(const NodePassed &fact) { move(state, fact.scope, fact.from, fact.to); }
    void operator()(const NodeEntered &fact)
    {
        move(state, fact.scope, fact.from, {});
        Activity activity;
        activity.id = fact.id;
        activity.scope = fact.scope;
        activity.node = fact.node;
        activity.loop = fact.loop;
        activity.counter = fact.counter;
        const Node &node = definition.node(fact.node);
        if (node.kind == Kind::ComplexGateway)
            activity.consumed = fact.from;
        for (const QString &name : node.properties)
            activity.variables.insert(name, {});
        state.activities.insert(fact.id, activity);
        state.last = fact.id;
        if (fact.loop != 0) {
            Activity &loop = state.activities.edit(fact.loop);
            loop.members.append(fact.id);
            ++loop.begun;
            return;
        }
        Scope &scope = state.scopes.edit(fact.scope);
        scope.members.append(fact.id);
        scope.pending.removeOne(fact.node);
    }
    void operator()(const NodeBegun &fact)
    {
        state.activities.edit(fact.id).phase = Activity::Phase::Active;
        leave(state.entering, fact.id);
    }
    void operator()(const NodeHeld &fact)
    {
        state.activities.edit(fact.id).phase = fact.phase;
        if (fact.phase != Activity::Phase::Entering)
            return;
        const auto at = std::lower_bound(state.entering.begin(), state.entering.end(), fact.id);
        if (at == state.entering.end() || *at != fact.id)
            state.entering.insert(at, fact.id);
    }
    void operator()(const TokensSent &fact)
    {
        move(state, state.activities.find(fact.activity)->scope, {}, fact.to);
    }
    void operator()(const NodeLeft &fact)
    {
        const Activity &activity = *state.activities.find(fact.id);
        move(state, activity.scope, fact.from, fact.to);
        remove(state, activity, true);
    }
    void operator()(const NodeCancelled &fact) { remove(state, *state.activities.find(fact.id), false); }
    void operator()(const LoopPlanned &fact) { state.activities.edit(fact.activity).total = fact.total; }
    void operator()(const EffectAsked &fact)
    {
        state.effects.insert(fact.id, {fact.id, fact.activity, fact.node, fact.kind, fact.name, fact.input});
        if (fact.activity != 0)
            state.activities.edit(fact.activity).effect = fact.id;
        state.last = fact.id;
    }
    void operator()(const EffectEnded &fact)
    {
        const Id activity = state.effects.find(fact.id)->activity;
        if (activity != 0)
            state.activities.edit(activity).effect = 0;
        state.effects.remove(fact.id);
    }
    void operator()(const WaitOpened &fact)
    {
        Wait wait;
        wait.id = fact.id;
        wait.owner = fact.owner;
        wait.node = fact.node;
        wait.trigger = fact.trigger;
        wait.type = fact.type;
        wait.name = fact.name;
        wait.correlation = fact.correlation;
        wait.holds = fact.holds;
        wait.plan = fact.plan;
        wait.index = fact.index;
        wait.due = fact.due;
        state.waits.insert(fact.id, wait);
        if (fact.type == Trigger::Type::Conditional)
            state.conditions.append(fact.id);
        if (state.activities.contains(fact.owner))
            state.activities.edit(fact.owner).waits.append(fact.id);
        else
            state.scopes.edit(fact.owner).waits.append(fact.id);
        state.last = fact.id;
    }
    void operator()(const WaitFired &fact) { state.waits.edit(fact.id).isFired = true; }
    void operator()(const TimerMoved &fact)
    {
        Wait &wait = state.waits.edit(fact.id);
        wait.index = fact.index;
        wait.due = fact.due;
    }
    void operator()(const ConditionChanged &fact) { state.waits.edit(fact.id).holds = fact.holds; }
    void operator()(const WaitClosed &fact)
    {
        const Wait wait = *state.waits.find(fact.id);
        if (wait.type == Trigger::Type::Conditional)
            state.conditions.removeOne(wait.id);
        if (state.activities.contains(wait.owner))
            state.activities.edit(wait.owner).waits.removeOne(wait.id);
        else
            state.scopes.edit(wait.owner).waits.removeOne(wait.id);
        state.waits.remove(wait.id);
    }
    void operator()(const EventThrown &) { }
    void operator()(const TriggerThrown &fact) { ++state.activities.edit(fact.activity).begun; }
    void operator()(const IncidentRaised &fact)
    {
        state.incidents.insert(fact.id, {fact.id, fact.activity, fact.kind, fact.code, fact.text});
        if (fact.activity != 0)
            state.activities.edit(fact.activity).incident = fact.id;
        state.last = fact.id;
    }
    void operator()(const IncidentClosed &fact)
    {
        const Id activity = state.incidents.find(fact.id)->activity;
        if (state.activities.contains(activity))
            state.activities.edit(activity).incident = 0;
        state.incidents.remove(fact.id);
    }
    void operator()(const CompensationRecorded &fact)
    {
        state.records.insert(fact.id, {fact.id, fact.scope, fact.node, fact.kept});
        state.scopes.edit(fact.scope).records.append(fact.id);
        state.last = fact.id;
    }
    void operator()(const CompensationStarted &fact)
    {
        state.compensations.insert(fact.id, {fact.id, fact.scope, fact.thrower, fact.records, 0});
        state.last = fact.id;
    }
    void operator()(const RecordTaken &fact)
    {
        const Id scope = state.records.find(fact.record)->scope;
        state.scopes.edit(scope).records.removeOne(fact.record);
        state.records.remove(fact.record);
        if (fact.compensation == 0)
            return;
        Compensation &compensation = state.compensations.edit(fact.compensation);
        compensation.records.removeOne(fact.record);
        compensation.handler = fact.handler;
        if (fact.handler != 0)
            state.activities.edit(fact.handler).compensation = fact.compensation;
    }
    void operator()(const CompensationEnded &fact) { state.compensations.remove(fact.id); }
    void operator()(const Correlated &fact) { state.correlations.insert(fact.key, fact.value); }
    void operator()(const InstanceMigrated &fact)
    {
        const qint64 facts = state.facts;
        state = *fact.state;
        state.facts = facts;
    }
    void operator()(const InstanceEnded &fact)
    {
        state.outcome = fact.outcome;
        state.code = fact.code;
        state.ended = fact.at;
    }
};

} // namespace

void evolve(const Definition &definition, State &state, const Event &event)
{
    std::visit(Evolution{definition, state}, event);
    ++state.facts;
}

} // namespace naru::bpmn
