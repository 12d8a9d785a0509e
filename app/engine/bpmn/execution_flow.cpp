// Tokens on their way: what happens where they arrive, and how gateways split and join them (§13.4).
#include "engine/bpmn/execution_run.h"

#include <algorithm>

namespace naru::bpmn {

void Execution::settle()
{
    while (!m_isStopped && step()) { }
}

// One thing at a time. Conditions and data first: what became true must be seen before a token runs past it. Broadcasts
// and merges wait until nothing else moves.
bool Execution::step()
{
    if (m_areConditionsDue) {
        settleConditions();
        return true;
    }
    if (m_areDataDue) {
        settleData();
        return true;
    }
    if (m_steps.empty() && m_throws.empty())
        return mergeOne();
    std::deque<Step> &from = m_steps.empty() ? m_throws : m_steps;
    const bool isThrow = m_steps.empty();
    const Step next = from.front();
    from.pop_front();
    if (next.type == Step::Type::Loop)
        goOnLoop(next.scope);
    else if (next.type == Step::Type::Compensate)
        stepCompensation(next.scope);
    else
        take(next, isThrow);
    return true;
}

void Execution::take(const Step &next, bool isThrow)
{
    const Scope *in = m_state.scopes.find(next.scope);
    if (next.type == Step::Type::Enter && --m_entries[next.scope] == 0)
        m_entries.remove(next.scope);
    if (!in || in->isKept)
        return;
    if (next.type == Step::Type::Check)
        check(next.scope);
    else if (next.type == Step::Type::Enter && !in->isInterrupted)
        enterNode(next.scope, next.index, {});
    else if (next.type == Step::Type::Arrive && tokensOn(next.scope, next.index) > 0 && !limitReached()) {
        if (isThrow)
            throwEvent(next.scope, m_definition.flow(next.index).target, {next.index});
        else
            arrive(next.scope, next.index);
    }
}

// A process that runs in circles stops where it is; its tokens stay on their flows until somebody looks at it.
bool Execution::limitReached()
{
    if (m_isStopped || ++m_passed <= m_limits.steps)
        return m_isStopped;
    m_isStopped = true;
    raise(0, {Incident::Kind::Limit,
              u"expected at most "_s + QString::number(m_limits.steps) + u" nodes in one step but the process goes on"_s});
    // What a scope begins with is remembered nowhere else.
    for (const Step &left : std::deque<Step>(m_steps))
        if (left.type == Step::Type::Enter && m_state.scopes.contains(left.scope))
            enterNode(left.scope, left.index, {});
    return true;
}

int Execution::tokensOn(Id scopeId, int flow) const
{
    const QList<Tokens> &tokens = scope(scopeId).tokens;
    const auto at = std::lower_bound(tokens.begin(), tokens.end(), flow,
                                     [](const Tokens &one, int wanted) { return one.flow < wanted; });
    return at != tokens.end() && at->flow == flow ? at->count : 0;
}

void Execution::arrive(Id scopeId, int flow)
{
    const int index = m_definition.flow(flow).target;
    const Node &node = m_definition.node(index);
    const bool isJoin = node.incoming.size() > 1;
    if (node.kind == Kind::ParallelGateway && isJoin) {
        joinParallel(scopeId, index);
    } else if (isJoin && (node.kind == Kind::InclusiveGateway || node.kind == Kind::ComplexGateway)) {
        m_merges.insert(scopeId);
    } else if (node.isActivity() && node.startQuantity > 1) {
        // §13.3.2: so many tokens, from whatever flows, begin it once.
        QList<int> from;
        for (int incoming : node.incoming)
            for (int i = tokensOn(scopeId, incoming); i > 0 && from.size() < node.startQuantity; --i)
                from.append(incoming);
        if (from.size() == node.startQuantity)
            enterActivity(scopeId, index, from);
    } else {
        enterNode(scopeId, index, {flow});
    }
}

void Execution::enterNode(Id scopeId, int index, const Flows &from)
{
    const Node &node = m_definition.node(index);
    switch (node.kind) {
    case Kind::IntermediateCatchEvent:
        enterCatch(scopeId, index, from);
        break;
    case Kind::EventBasedGateway:
        enterEventGateway(scopeId, index, from);
        break;
    case Kind::IntermediateThrowEvent:
    case Kind::EndEvent: {
        const auto isSignal = [](const Trigger &one) { return one.type == Trigger::Type::Signal; };
        if (!from.isEmpty() && std::any_of(node.triggers.begin(), node.triggers.end(), isSignal))
            m_throws.push_back({Step::Type::Arrive, scopeId, from.first()});
        else
            throwEvent(scopeId, index, from);
        break;
    }
    default:
        if (node.isActivity())
            enterActivity(scopeId, index, from);
        else
            passOn(scopeId, index, from);
    }
}

void Execution::pass(Id scopeId, int node, const Flows &from, const Flows &to)
{
    emitFact(NodePassed{scopeId, node, from, to});
    send(scopeId, to);
}

// The tokens are on the flows already: sees to it that they are looked at.
void Execution::send(Id scopeId, const Flows &to)
{
    for (int flow : to)
        m_steps.push_back({Step::Type::Arrive, scopeId, flow});
    if (m_definition.body(scope(scopeId).body).hasMerge)
        m_merges.insert(scopeId);
    if (to.isEmpty())
        check(scopeId);
}

// A node that needs no time: its outgoing flows are chosen at once.
void Execution::passOn(Id scopeId, int node, const Flows &from)
{
    const Result<Flows> to = choose(scopeId, node);
    if (to) {
        pass(scopeId, node, from, *to);
        return;
    }
    const Id id = nextId();
    emitFact(NodeEntered{id, scopeId, node, from, 0, 0});
    hold(id, Activity::Phase::Leaving,
         {to.error().code == u"bpmn.path"_s ? Incident::Kind::NoPath : Incident::Kind::Expression, to.error().text});
}

void Execution::hold(Id activityId, Activity::Phase phase, const Fault &fault)
{
    if (activity(activityId).phase != phase || phase == Activity::Phase::Entering)
        emitFact(NodeHeld{activityId, phase});
    raise(activityId, fault);
}

Result<bool> Execution::holds(const ExpressionPointer &condition, Id owner, const QMap<QString, feel::Value> &own)
{
    const Result<feel::Value> value = evaluate(condition, owner, own);
    if (!value)
        return value.error();
    if (!value->is(feel::Value::Kind::Boolean))
        return Error{Error::Kind::Invalid, u"expected a condition to be true or false but it is "_s
                                               + feel::toText(*value).left(100)};
    return value->boolean();
}

// Which outgoing flows get a token (§13.4; §10.3.1 for activities and events: those without a condition, and those whose
// condition holds; the default one where no condition does).
Result<Execution::Flows> Execution::choose(Id owner, int index, const QMap<QString, feel::Value> &own, bool isReset)
{
    const Node &node = m_definition.node(index);
    if (node.kind == Kind::ParallelGateway || node.kind == Kind::EventBasedGateway)
        return node.outgoing;
    Flows chosen;
    bool hasCondition = false;
    bool isAnyTrue = false;
    for (int flow : node.outgoing) {
        if (flow == node.defaultFlow)
            continue;
        const ExpressionPointer &condition = m_definition.flow(flow).condition;
        hasCondition |= bool(condition);
        if (!condition && isReset) // §13.4.5: only conditions that hold send tokens when the gateway is reset
            continue;
        if (condition) {
            const Result<bool> isTrue = holds(condition, owner, own);
            if (!isTrue)
                return isTrue.error();
            if (!*isTrue)
                continue;
            isAnyTrue = true;
        }
        chosen.append(flow);
        if (node.kind == Kind::ExclusiveGateway)
            return chosen;
    }
    const bool takesDefault = node.isGateway() ? chosen.isEmpty() : !isAnyTrue;
    if (node.defaultFlow >= 0 && takesDefault && (hasCondition || node.outgoing.size() == 1 || !isReset))
        chosen.append(node.defaultFlow);
    if (chosen.isEmpty() && !node.outgoing.isEmpty() && !isReset)
        return Error{Error::Kind::Invalid, u"expected a condition behind '"_s + node.id + u"' to hold but none does"_s,
                     u"bpmn.path"_s};
    return chosen;
}

// §13.4.1: one token from each incoming flow.
void Execution::joinParallel(Id scopeId, int index)
{
    const Node &node = m_definition.node(index);
    for (int flow : node.incoming)
        if (tokensOn(scopeId, flow) == 0)
            return;
    pass(scopeId, index, node.incoming, node.outgoing);
}

bool Execution::mergeOne()
{
    while (!m_merges.empty()) {
        const Id scopeId = *m_merges.begin();
        const Scope *in = m_state.scopes.find(scopeId);
        if (in && !in->isKept && mergeIn(scopeId))
            return true;
        m_merges.erase(scopeId);
    }
    return false;
}

// Lets the first gateway of the scope go on that can.
bool Execution::mergeIn(Id scopeId)
{
    QList<int> gateways;
    for (const Tokens &tokens : scope(scopeId).tokens) {
        const int target = m_definition.flow(tokens.flow).target;
        const Node &node = m_definition.node(target);
        const bool merges = node.kind == Kind::InclusiveGateway || node.kind == Kind::ComplexGateway;
        if (merges && node.incoming.size() > 1 && !gateways.contains(target))
            gateways.append(target);
    }
    QList<Id> waiting; // complex gateways that wait for their reset
    for (Id member : scope(scopeId).members)
        if (nodeOf(member).kind == Kind::ComplexGateway && activity(member).phase == Activity::Phase::Active)
            waiting.append(member);
    for (Id gateway : waiting)
        if (resetComplex(gateway))
            return true;
    for (int gateway : gateways)
        if (m_definition.node(gateway).kind == Kind::InclusiveGateway ? mergeInclusive(scopeId, gateway)
                                                                     : mergeComplex(scopeId, gateway))
            return true;
    return false;
}

Execution::Flows Execution::waitingFlows(Id scopeId, int node) const
{
    Flows flows;
    for (int flow : m_definition.node(node).incoming)
        if (tokensOn(scopeId, flow) > 0)
            flows.append(flow);
    return flows;
}

// §13.4.3: whether a token that is somewhere in the scope can still come to one of the empty flows, and to none of the
// full ones.
bool Execution::isExpected(Id scopeId, int gateway, const Flows &empty, const Flows &full) const
{
    const auto blocks = [&](const auto &reaches) {
        return std::any_of(empty.begin(), empty.end(), reaches) && std::none_of(full.begin(), full.end(), reaches);
    };
    for (const Tokens &tokens : scope(scopeId).tokens) {
        const int at = tokens.flow;
        if (m_definition.flow(at).target != gateway
            && blocks([&](int flow) { return m_definition.flowReaches(at, flow); }))
            return true;
    }
    for (Id member : scope(scopeId).members) {
        const int at = activity(member).node;
        if (at != gateway && activity(member).compensation == 0
            && blocks([&](int flow) { return m_definition.nodeReaches(at, flow); }))
            return true;
    }
    return false;
}

bool Execution::mergeInclusive(Id scopeId, int index)
{
    const Flows full = waitingFlows(scopeId, index);
    Flows empty = m_definition.node(index).incoming;
    for (int flow : full)
        empty.removeOne(flow);
    if (full.isEmpty() || isExpected(scopeId, index, empty, full) || limitReached())
        return false;
    passOn(scopeId, index, full);
    return true;
}

// §13.4.5, waiting for start: the activation condition decides; without one, the first token does.
bool Execution::mergeComplex(Id scopeId, int index)
{
    for (Id member : scope(scopeId).members)
        if (activity(member).node == index)
            return false;
    const Flows full = waitingFlows(scopeId, index);
    const Node &node = m_definition.node(index);
    int count = 0;
    for (int flow : full)
        count += tokensOn(scopeId, flow);
    const QMap<QString, feel::Value> own{{u"activationCount"_s, feel::Value(count)},
                                         {u"waitingForStart"_s, feel::Value(true)}};
    const Result<bool> isActivated = node.activation ? holds(node.activation, scopeId, own) : Result<bool>(true);
    if ((isActivated && !*isActivated) || limitReached())
        return false;
    const Result<Flows> to = isActivated ? choose(scopeId, index, own) : Result<Flows>(isActivated.error());
    const Id id = nextId();
    emitFact(NodeEntered{id, scopeId, index, full, 0, 0});
    if (!to) {
        hold(id, Activity::Phase::Leaving, {Incident::Kind::NoPath, to.error().text});
        return true;
    }
    emitFact(TokensSent{id, *to});
    for (int flow : *to)
        m_steps.push_back({Step::Type::Arrive, scopeId, flow});
    return true;
}

// Waiting for reset: until each flow that gave no token has one, or none can come.
bool Execution::resetComplex(Id activityId)
{
    const Activity gateway = activity(activityId);
    Flows missing = m_definition.node(gateway.node).incoming;
    for (int flow : gateway.consumed)
        missing.removeOne(flow);
    Flows full;
    for (int flow : Flows(missing))
        if (tokensOn(gateway.scope, flow) > 0) {
            full.append(flow);
            missing.removeOne(flow);
        }
    if (isExpected(gateway.scope, gateway.node, missing, {}) || limitReached())
        return false;
    const QMap<QString, feel::Value> own{{u"activationCount"_s, feel::Value(int(full.size()))},
                                         {u"waitingForStart"_s, feel::Value(false)}};
    const Result<Flows> to = choose(gateway.scope, gateway.node, own, true);
    emitFact(NodeLeft{activityId, full, to ? *to : Flows()});
    send(gateway.scope, to ? *to : Flows());
    return true;
}

} // namespace naru::bpmn
