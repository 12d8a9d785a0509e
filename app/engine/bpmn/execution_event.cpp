// Events that are waited for (§13.5.1 to §13.5.4): what opens a wait, and what happens when it is over.
#include "engine/bpmn/execution_run.h"

namespace naru::bpmn {

namespace {

// The first occurrence after `from` that is later than now; times are counted from the plan's first one. Nothing where
// none is left.
std::optional<std::pair<qint64, qint64>> nextOccurrence(const TimerPlan &plan, qint64 from, qint64 now)
{
    const qint64 last = plan.times < 0 ? std::numeric_limits<int>::max() : qint64(plan.first) + plan.times - 1;
    const auto isLater = [&](qint64 k) {
        const std::optional<qint64> at = plan.occurrence(k);
        return !at || *at > now;
    };
    if (from + 1 > last)
        return {};
    // Occurrences only grow: strides that double, then halves, find the first that is to come.
    qint64 low = from;
    qint64 high = from + 1;
    while (high < last && !isLater(high)) {
        const qint64 stride = 2 * (high - from);
        low = high;
        high = qMin(last, from + stride);
    }
    while (low + 1 < high)
        (isLater((low + high) / 2) ? high : low) = (low + high) / 2;
    const std::optional<qint64> due = plan.occurrence(high);
    return due && *due > now ? std::optional(std::pair(high, *due)) : std::nullopt;
}

bool opensWait(Trigger::Type type)
{
    return type == Trigger::Type::Message || type == Trigger::Type::Signal || type == Trigger::Type::Timer
        || type == Trigger::Type::Conditional;
}

} // namespace

void Execution::enterCatch(Id scopeId, int node, const Flows &from)
{
    const QList<Trigger> &triggers = m_definition.node(node).triggers;
    if (triggers.isEmpty() || triggers.first().type == Trigger::Type::Link) {
        passOn(scopeId, node, from);
        return;
    }
    const Id id = nextId();
    emitFact(NodeEntered{id, scopeId, node, from, 0, 0});
    begin(id);
}

void Execution::enterEventGateway(Id scopeId, int node, const Flows &from)
{
    const Id id = nextId();
    emitFact(NodeEntered{id, scopeId, node, from, 0, 0});
    begin(id);
}

bool Execution::waitsFor(Id owner, int node, int trigger) const
{
    const Activity *of = m_state.activities.find(owner);
    for (Id id : of ? of->waits : scope(owner).waits) {
        const Wait &wait = *m_state.waits.find(id);
        if (wait.node == node && wait.trigger == trigger)
            return true;
    }
    return false;
}

std::optional<Execution::Fault> Execution::openWaits(Id owner, int node)
{
    for (int k = 0; k < m_definition.node(node).triggers.size(); ++k)
        if (const std::optional<Fault> fault = openWait(owner, node, k))
            return fault;
    return {};
}

// What must not be waited for, or is already, is left alone.
std::optional<Execution::Fault> Execution::openWait(Id owner, int node, int index)
{
    const Trigger &trigger = m_definition.node(node).triggers.at(index);
    if (!opensWait(trigger.type) || waitsFor(owner, node, index))
        return {};
    WaitOpened fact;
    fact.owner = owner;
    fact.node = node;
    fact.trigger = index;
    fact.type = trigger.type;
    if (trigger.type == Trigger::Type::Timer) {
        const Result<feel::Value> value = trigger.text.isEmpty() ? evaluate(trigger.expression, owner)
                                                                 : Result<feel::Value>(feel::Value(trigger.text));
        const Result<TimerPlan> plan
            = value ? timerPlan(trigger.timer, *value, m_now, m_state.zone) : Result<TimerPlan>(value.error());
        if (!plan)
            return Fault{Incident::Kind::Timer, plan.error().text};
        const std::optional<qint64> due = plan->occurrence(plan->first);
        if (!due || plan->times == 0)
            return Fault{Incident::Kind::Timer, u"expected a time to come but there is none"_s};
        fact.plan = *plan;
        fact.index = plan->first;
        fact.due = *due;
    } else if (trigger.type == Trigger::Type::Message) {
        fact.name = trigger.name;
        fact.correlation = correlationFor(owner, trigger);
    } else {
        fact.name = trigger.name;
    }
    fact.id = nextId();
    emitFact(fact);
    m_areConditionsDue |= trigger.type == Trigger::Type::Conditional;
    return {};
}

void Execution::fire(Id waitId, const feel::Value &payload)
{
    const Wait wait = *m_state.waits.find(waitId);
    if (!lives(wait.owner))
        fireStart(wait, payload);
    else if (nodeOf(wait.owner).kind == Kind::EventBasedGateway)
        fireGateway(wait, payload);
    else if (activity(wait.owner).node == wait.node)
        fireOwn(wait, payload);
    else
        fireBoundary(wait, payload);
}

// Of several events that must all occur (§10.5.1, parallelMultiple): whether this was the last.
bool Execution::allFired(const Wait &wait)
{
    const Node &node = m_definition.node(wait.node);
    if (!node.isParallelMultiple)
        return true;
    emitFact(WaitFired{wait.id});
    const Activity *of = m_state.activities.find(wait.owner);
    for (Id id : of ? of->waits : scope(wait.owner).waits) {
        const Wait &other = *m_state.waits.find(id);
        if (other.node == wait.node && !other.isFired)
            return false;
    }
    return true;
}

// Sets a timer that fires again to its next time; closes one that does not, and opens anew what waits for all of its
// events. What was missed while nobody looked is left out, and counted. True while it goes on.
bool Execution::repeat(const Wait &wait)
{
    const Node &node = m_definition.node(wait.node);
    if (node.isParallelMultiple) {
        const Activity *of = m_state.activities.find(wait.owner);
        const QList<Id> waits = of ? of->waits : scope(wait.owner).waits;
        for (Id id : waits)
            if (m_state.waits.find(id)->node == wait.node)
                closeWait(id);
        openWaits(wait.owner, wait.node);
        return true;
    }
    if (wait.type != Trigger::Type::Timer)
        return true;
    const auto next = nextOccurrence(wait.plan, wait.index, m_now);
    if (next)
        emitFact(TimerMoved{wait.id, next->first, next->second, next->first - wait.index - 1});
    else
        closeWait(wait.id);
    return next.has_value();
}

// A catching event, or a receive task.
void Execution::fireOwn(const Wait &wait, const feel::Value &payload)
{
    const Id id = wait.owner;
    const Id scopeId = activity(id).scope;
    if (!allFired(wait))
        return;
    const Node &node = m_definition.node(wait.node);
    if (node.isActivity()) {
        const bool isNamed = node.data.outputs.isEmpty();
        closeWait(wait.id);
        if (!isNamed)
            setVariable(id, node.data.outputs.first().variable, payload);
        complete(id, isNamed && payload.is(feel::Value::Kind::Context) ? payload.context() : feel::Context());
        return;
    }
    receivePayload(wait.node, wait.trigger, scopeId, payload);
    const bool isCycle = wait.type == Trigger::Type::Timer && wait.plan.times != 1 && !node.isParallelMultiple;
    if (isCycle && repeat(wait)) {
        const Result<Flows> to = choose(scopeId, wait.node);
        emitFact(TokensSent{id, to ? *to : Flows()});
        for (int flow : to ? *to : Flows())
            m_steps.push_back({Step::Type::Arrive, scopeId, flow});
        return;
    }
    leave(id);
}

// §13.4.4: the first event takes the token. Where all events must occur (to begin a process), each takes one.
void Execution::fireGateway(const Wait &wait, const feel::Value &payload)
{
    const Id id = wait.owner;
    const Id scopeId = activity(id).scope;
    if (!allFired(wait))
        return;
    const Node &gateway = nodeOf(id);
    Flows to;
    for (int flow : gateway.outgoing)
        if (to.isEmpty() && m_definition.flow(flow).target == wait.node)
            to.append(flow);
    const bool isParallel = gateway.isParallelEvents && gateway.isInstantiating;
    for (Id one : QList<Id>(activity(id).waits))
        if (!isParallel || m_state.waits.find(one)->node == wait.node)
            closeWait(one);
    if (activity(id).waits.isEmpty()) {
        emitFact(NodeLeft{id, {}, to});
    } else {
        emitFact(TokensSent{id, to});
    }
    receivePayload(wait.node, wait.trigger, scopeId, payload);
    passOn(scopeId, wait.node, to);
}

void Execution::fireBoundary(const Wait &wait, const feel::Value &payload)
{
    if (!allFired(wait))
        return;
    const bool interrupts = m_definition.node(wait.node).interrupts;
    if (!interrupts)
        repeat(wait);
    takeBoundary(wait.owner, wait.node, wait.trigger, interrupts, payload);
}

void Execution::takeBoundary(Id activityId, int event, int trigger, bool interrupts, const feel::Value &payload)
{
    const Id scopeId = activity(activityId).scope;
    if (interrupts)
        cancelActivity(activityId);
    receivePayload(event, trigger, scopeId, payload);
    passOn(scopeId, event, {});
}

// An event sub-process begins (§13.5.4), or another start of the same conversation.
void Execution::fireStart(const Wait &wait, const feel::Value &payload)
{
    if (!allFired(wait))
        return;
    const Node &start = m_definition.node(wait.node);
    if (m_definition.body(start.body).node < 0) { // of the process itself: the conversation goes on in this instance
        repeat(wait);
        receivePayload(wait.node, wait.trigger, wait.owner, payload);
        passOn(wait.owner, wait.node, {});
        return;
    }
    if (!start.interrupts)
        repeat(wait);
    startEventSubProcess(wait.owner, m_definition.body(start.body).node, wait.node, wait.trigger, payload);
}

void Execution::startEventSubProcess(Id scopeId, int event, int start, int trigger, const feel::Value &payload)
{
    const Node &node = m_definition.node(start);
    const bool isHandler = node.triggers.value(trigger).type == Trigger::Type::Compensation;
    if (node.interrupts && !isHandler) {
        emitFact(ScopeInterrupted{scopeId, start});
        closeWaits(scope(scopeId).waits);
        cancelContent(scopeId);
    }
    const Id id = nextId();
    emitFact(NodeEntered{id, scopeId, event, {}, 0, 0});
    emitFact(ScopeOpened{nextId(), m_definition.node(event).inner, scopeId, id});
    const Id inner = activity(id).inner;
    receivePayload(start, trigger, inner, payload);
    openWaitsOf(inner);
    passOn(inner, start, {});
}

void Execution::broadcast(const QString &name, const feel::Value &payload)
{
    QList<Id> waiting;
    m_state.waits.each([&](const Wait &wait) {
        if (wait.type == Trigger::Type::Signal && !wait.isFired && wait.name == name)
            waiting.append(wait.id);
    });
    for (Id id : waiting)
        if (m_state.waits.contains(id))
            fire(id, payload);
}

} // namespace naru::bpmn
