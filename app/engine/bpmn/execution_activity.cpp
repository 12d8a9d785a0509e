// The life of activities (§13.3) and of the scopes inside them.
#include "engine/bpmn/execution_run.h"

namespace naru::bpmn {

void Execution::enterActivity(Id scopeId, int node, const Flows &from)
{
    const Id id = nextId();
    emitFact(NodeEntered{id, scopeId, node, from, 0, 0});
    begin(id);
}

// The waits of boundary events open before the work begins: a time that cannot be told keeps it from beginning.
void Execution::begin(Id activityId)
{
    const Node &node = nodeOf(activityId);
    if (!node.isActivity()) {
        beginWaiting(activityId);
        return;
    }
    if (activity(activityId).loop == 0) {
        for (int event : node.boundary)
            for (int k = 0; k < m_definition.node(event).triggers.size(); ++k)
                if (const std::optional<Fault> fault = openWait(activityId, event, k)) {
                    closeWaits(activity(activityId).waits);
                    hold(activityId, Activity::Phase::Entering, *fault);
                    return;
                }
        if (node.loop.type != Loop::Type::None) {
            beginLoop(activityId);
            return;
        }
    }
    beginInstance(activityId);
}

// A catching event waits for itself, an event-based gateway for all that stand behind it.
void Execution::beginWaiting(Id activityId)
{
    QList<int> events{activity(activityId).node};
    if (nodeOf(activityId).kind == Kind::EventBasedGateway) {
        events.clear();
        for (int flow : nodeOf(activityId).outgoing)
            events.append(m_definition.flow(flow).target);
    }
    for (int event : events)
        if (const std::optional<Fault> fault = openWaits(activityId, event)) {
            closeWaits(activity(activityId).waits);
            hold(activityId, Activity::Phase::Entering, *fault);
            return;
        }
    if (activity(activityId).phase == Activity::Phase::Entering)
        emitFact(NodeBegun{activityId});
}

void Execution::beginInstance(Id activityId)
{
    if (const std::optional<Fault> fault = takeInputs(activityId)) {
        hold(activityId, Activity::Phase::Entering, *fault);
        return;
    }
    // §13.3.2: ready, but it begins only when its data are there.
    if (!hasInputs(activityId)) {
        if (activity(activityId).phase != Activity::Phase::Entering)
            emitFact(NodeHeld{activityId, Activity::Phase::Entering});
        return;
    }
    if (activity(activityId).phase == Activity::Phase::Entering)
        emitFact(NodeBegun{activityId});
    beginWork(activityId);
}

void Execution::beginWork(Id activityId)
{
    const Node &node = nodeOf(activityId);
    const Id scopeId = activity(activityId).scope;
    if (node.inner >= 0) {
        if (depthOf(scopeId) >= m_limits.depth) {
            hold(activityId, Activity::Phase::Entering,
                 {Incident::Kind::Call, u"expected at most "_s + QString::number(m_limits.depth)
                      + u" processes in one another but there are more"_s});
            return;
        }
        openScope(node.inner, node.isCallIsolated ? 0 : scopeId, activityId);
        return;
    }
    switch (node.work.type) {
    case Work::Type::None:
        complete(activityId, {});
        break;
    case Work::Type::Receive:
        if (const std::optional<Fault> fault = openWaits(activityId, activity(activityId).node))
            hold(activityId, Activity::Phase::Entering, *fault);
        break;
    case Work::Type::Send:
        correlate(scopeId, node.work.message.message, inputsOf(node.data, activityId));
        ask(activityId, Work::Type::Send, node.work.message.name, inputsOf(node.data, activityId));
        break;
    case Work::Type::Call:
        ask(activityId, Work::Type::Call, node.work.called, inputsOf(node.data, activityId));
        break;
    default:
        // What declares nothing is given all that it sees, as of now: an effect is asked for the same thing for ever.
        ask(activityId, node.work.type, {},
            node.data.isDeclared ? inputsOf(node.data, activityId) : feel::Value(visibleVariables(m_state, activityId)));
    }
}

void Execution::ask(Id activityId, Work::Type kind, const QString &name, const feel::Value &input)
{
    // §8.4.2: the first message of a conversation may be one that the process sends.
    if (kind == Work::Type::Send) {
        const Node &node = nodeOf(activityId);
        QList<Trigger> thrown = node.triggers;
        thrown.append(node.work.message);
        for (const Trigger &one : std::as_const(thrown))
            if (one.type == Trigger::Type::Message && one.name == name)
                correlate(activity(activityId).scope, one.message, input);
    }
    emitFact(EffectAsked{nextId(), activityId, activity(activityId).node, kind, name, input});
}

int Execution::depthOf(Id scopeId) const
{
    int depth = 0;
    for (Id at = scopeId; at != 0; ++depth) {
        const Id owner = scope(at).activity;
        at = owner != 0 ? activity(owner).scope : 0;
    }
    return depth;
}

void Execution::complete(Id activityId, const feel::Context &result)
{
    setResults(activityId, result);
    // What became true interrupts before the activity is done.
    settleConditions();
    if (lives(activityId))
        finishInstance(activityId);
}

void Execution::finishInstance(Id activityId)
{
    const Node &node = nodeOf(activityId);
    // A sub-process that was undone gives nothing once more.
    const bool isUndone = activity(activityId).compensation != 0 && node.inner >= 0 && !node.isForCompensation;
    if (const std::optional<Fault> fault = isUndone ? std::nullopt : giveOutputs(activityId)) {
        hold(activityId, Activity::Phase::Leaving, *fault);
        return;
    }
    settleConditions();
    if (!lives(activityId))
        return;
    const Activity done = activity(activityId);
    if (done.compensation != 0) {
        closeWaits(done.waits);
        emitFact(NodeLeft{activityId, {}, {}});
        m_steps.push_back({Step::Type::Compensate, done.compensation, -1});
        return;
    }
    if (done.loop != 0)
        instanceDone(done.loop, activityId);
    else
        leave(activityId);
}

void Execution::leave(Id activityId)
{
    const Activity done = activity(activityId);
    const Node &node = m_definition.node(done.node);
    if (node.isEventSubProcess) {
        emitFact(NodeLeft{activityId, {}, {}});
        check(done.scope);
        return;
    }
    const Result<Flows> chosen = choose(activityId, done.node);
    if (!chosen) {
        const bool isPath = chosen.error().code == u"bpmn.path"_s;
        hold(activityId, Activity::Phase::Leaving,
             {isPath ? Incident::Kind::NoPath : Incident::Kind::Expression, chosen.error().text});
        return;
    }
    Flows to;
    for (int i = 0; i < (node.isActivity() ? node.completionQuantity : 1); ++i)
        to += *chosen;
    closeWaits(done.waits);
    if (done.incident != 0)
        closeIncident(done.incident, IncidentClosed::How::Withdrawn);
    recordInstance(done);
    emitFact(NodeLeft{activityId, {}, to});
    if (m_definition.body(scope(done.scope).body).kind == Kind::AdHocSubProcess) {
        m_steps.push_back({Step::Type::Check, done.scope, -1});
        if (stepAdHoc(done.scope))
            return;
    }
    send(done.scope, to);
}

// ---- scopes

void Execution::openScope(int body, Id parent, Id activityId)
{
    const Id id = nextId();
    emitFact(ScopeOpened{id, body, parent, activityId});
    // A called process gets what its caller maps: by name, else by place (§10.3.6).
    const QList<DataItem> &inputs = m_definition.body(body).data.inputs;
    const QList<DataItem> &given = nodeOf(activityId).data.inputs;
    for (int i = 0; nodeOf(activityId).isCall && i < inputs.size(); ++i) {
        const Variables &values = activity(activityId).variables;
        const QString byPlace = i < given.size() ? given[i].variable : QString();
        const QString &from = values.contains(inputs[i].variable) ? inputs[i].variable : byPlace;
        if (values.contains(from))
            setVariable(id, inputs[i].variable, values.value(from));
    }
    openWaitsOf(id);
    enterScope(id);
}

// Of the event sub-processes that can begin in the scope, those waits that are not open yet.
void Execution::openWaitsOf(Id scopeId)
{
    const QList<int> events = bodyOf(scopeId).eventSubProcesses;
    for (int event : events) {
        const Body &inner = m_definition.body(m_definition.node(event).inner);
        for (int start : inner.nodes) {
            const Node &node = m_definition.node(start);
            if (node.kind != Kind::StartEvent)
                continue;
            for (int k = 0; k < node.triggers.size(); ++k) {
                if (const std::optional<Fault> fault = openWait(scopeId, start, k))
                    raise(0, *fault);
            }
        }
    }
}

void Execution::enterScope(Id scopeId)
{
    const Body &body = bodyOf(scopeId);
    if (body.kind == Kind::AdHocSubProcess) {
        m_steps.push_back({Step::Type::Check, scopeId, -1});
        return;
    }
    for (int entry : body.entries) {
        m_steps.push_back({Step::Type::Enter, scopeId, entry});
        ++m_entries[scopeId];
    }
    if (body.entries.isEmpty())
        m_steps.push_back({Step::Type::Check, scopeId, -1});
}

// Whether the scope is done: nothing moves in it, nothing waits in it.
void Execution::check(Id scopeId)
{
    const Scope *in = m_state.scopes.find(scopeId);
    if (!in || in->isKept || m_entries.contains(scopeId))
        return;
    if (m_definition.body(in->body).kind == Kind::AdHocSubProcess && stepAdHoc(scopeId))
        return;
    in = m_state.scopes.find(scopeId);
    if (!in || in->isKept || !in->tokens.isEmpty() || !in->members.isEmpty() || isCompensating(scopeId))
        return;
    if (in->isCancelling)
        finishCancel(scopeId);
    else
        completeScope(scopeId);
}

// §13.3.5: begins what may begin, and ends the sub-process once its condition holds. True where nothing is left to ask.
bool Execution::stepAdHoc(Id scopeId)
{
    const Body &body = bodyOf(scopeId);
    const Id owner = scope(scopeId).activity;
    if (owner == 0 || activity(owner).compensation != 0 || scope(scopeId).isInterrupted || activity(owner).incident != 0)
        return false;
    const bool hasRun = !scope(scopeId).members.isEmpty() || scope(scopeId).pending.size() < body.entries.size();
    if (body.completion && scope(scopeId).mayBeginMore && hasRun) {
        const Result<bool> isDone = holds(body.completion, scopeId);
        if (!isDone) {
            raise(owner, {Incident::Kind::Expression, isDone.error().text});
            return true;
        }
        if (*isDone) {
            emitFact(AdHocSatisfied{scopeId});
            if (body.cancelsRemaining)
                cancelContent(scopeId);
        }
    }
    while (m_state.scopes.contains(scopeId) && !scope(scopeId).isKept && !scope(scopeId).pending.isEmpty()
           && (!body.isSequential || (scope(scopeId).members.isEmpty() && scope(scopeId).tokens.isEmpty())))
        enterNode(scopeId, scope(scopeId).pending.first(), {});
    if (!m_state.scopes.contains(scopeId) || scope(scopeId).isKept)
        return true;
    // All were performed once and the condition does not hold: a person begins more, or sets what it asks for.
    const bool isIdle = scope(scopeId).members.isEmpty() && scope(scopeId).tokens.isEmpty();
    return isIdle && body.completion && scope(scopeId).mayBeginMore;
}

void Execution::completeScope(Id scopeId)
{
    const Scope done = scope(scopeId);
    if (done.activity == 0) {
        endInstance(State::Outcome::Completed, {});
        return;
    }
    const Id owner = done.activity;
    const Node &node = nodeOf(owner);
    const QList<DataItem> &outputs = m_definition.body(done.body).data.outputs;
    for (int i = 0; i < outputs.size(); ++i) {
        const bool isRenamed = node.isCall && i < node.data.outputs.size();
        const QString name = isRenamed ? node.data.outputs[i].variable : outputs[i].variable;
        setVariable(owner, name, done.variables.value(outputs[i].variable));
    }
    closeWaits(done.waits);
    const bool isHandler = activity(owner).compensation != 0;
    const bool isKept = !isHandler && !node.isEventSubProcess && node.compensation < 0
        && (!done.records.isEmpty() || m_definition.body(done.body).handler >= 0);
    if (isKept) {
        emitFact(ScopeKept{scopeId});
        record(activity(owner).scope, activity(owner).node, scopeId);
    } else {
        discardRecords(scopeId);
        emitFact(ScopeClosed{scopeId});
    }
    finishInstance(owner);
}

void Execution::endInstance(State::Outcome outcome, const QString &code)
{
    cancelScope(m_state.root);
    for (const Incident &incident : openIncidents(m_state))
        closeIncident(incident.id, IncidentClosed::How::Withdrawn);
    emitFact(InstanceEnded{outcome, code, m_now});
    m_steps.clear();
    m_throws.clear();
    m_merges.clear();
}

} // namespace naru::bpmn
