#include "engine/bpmn/execution.h"

#include "engine/bpmn/execution_run.h"

namespace naru::bpmn {

Execution::Execution(const Definition &definition, const State &state, const QDateTime &at,
                     const ExecutionLimits &limits)
    : m_definition(definition)
    , m_state(state)
    , m_limits(limits)
    , m_now(at.toMSecsSinceEpoch())
{
}

void Execution::emitFact(Event fact)
{
    evolve(m_definition, m_state, fact);
    m_facts.append(std::move(fact));
}

Result<const Effect *> Execution::openEffect(const QString &key) const
{
    if (const Effect *effect = findEffect(m_definition, m_state, key))
        return effect;
    return Error{Error::Kind::Conflict, u"expected an open effect but '"_s + key + u"' is none"_s};
}

void Execution::raise(Id activityId, const Fault &fault)
{
    emitFact(IncidentRaised{nextId(), activityId, fault.kind, fault.code, fault.text});
}

Status Execution::wish(const StartInstance &command)
{
    if (m_state.outcome != State::Outcome::None)
        return Error{Error::Kind::Conflict, u"expected no instance yet but there is '"_s + m_state.instance + u'\''};
    if (!m_definition.isSound())
        return Error{Error::Kind::Invalid, u"expected a sound definition but "_s + m_definition.problems().first().text};
    const int body = m_definition.bodyOf(command.process);
    if (body < 0 || m_definition.body(body).node >= 0)
        return Error{Error::Kind::NotFound, u"expected a process but there is no '"_s + command.process + u'\''};
    if (command.instance.isEmpty())
        return Error{Error::Kind::Invalid, u"expected a name for the instance but there is none"_s};
    return startAt(command, body);
}

Status Execution::wish(const CompleteEffect &command)
{
    const Result<const Effect *> effect = openEffect(command.key);
    if (!effect)
        return effect.error();
    const Id waiting = (*effect)->activity;
    emitFact(EffectEnded{(*effect)->id, EffectEnded::How::Done, {}});
    if (waiting == 0)
        return {};
    if (m_state.activities.find(waiting)->incident != 0)
        closeIncident(activity(waiting).incident, IncidentClosed::How::Withdrawn);
    if (nodeOf(waiting).isEvent())
        triggerDone(waiting);
    else
        complete(waiting, command.result);
    return {};
}

Status Execution::wish(const ThrowError &command)
{
    const Result<const Effect *> effect = openEffect(command.key);
    if (!effect)
        return effect.error();
    const Id waiting = (*effect)->activity;
    emitFact(EffectEnded{(*effect)->id, EffectEnded::How::Error, command.code});
    if (waiting == 0)
        return {};
    const Id from = activity(waiting).loop != 0 ? activity(waiting).loop : waiting;
    emitFact(EventThrown{activity(waiting).scope, activity(waiting).node, Trigger::Type::Error, command.code});
    if (!throwUpwards(Trigger::Type::Error, from, activity(waiting).scope, command.code, command.payload))
        raise(waiting, {Incident::Kind::UncaughtError,
                        u"expected somebody to catch the error '"_s + command.code + u"' but nobody does"_s,
                        command.code});
    return {};
}

Status Execution::wish(const Escalate &command)
{
    const Result<const Effect *> effect = openEffect(command.key);
    if (!effect)
        return effect.error();
    const Id waiting = (*effect)->activity;
    if (waiting == 0)
        return Error{Error::Kind::Invalid, u"expected an activity to escalate from but nobody waits for the effect"_s};
    const Id from = activity(waiting).loop != 0 ? activity(waiting).loop : waiting;
    emitFact(EventThrown{activity(waiting).scope, activity(waiting).node, Trigger::Type::Escalation, command.code});
    throwUpwards(Trigger::Type::Escalation, from, activity(waiting).scope, command.code, command.payload);
    return {};
}

Status Execution::wish(const FailEffect &command)
{
    const Result<const Effect *> effect = openEffect(command.key);
    if (!effect)
        return effect.error();
    const Id waiting = (*effect)->activity;
    // A broadcast that nobody waits for stays open: whoever performs effects tries it again.
    if (waiting != 0)
        emitFact(EffectEnded{(*effect)->id, EffectEnded::How::Failed, command.text});
    raise(waiting, {Incident::Kind::Failure, command.text});
    return {};
}

Status Execution::wish(const FireTimer &command)
{
    const Wait *wait = findWait(m_definition, m_state, command.key);
    if (!wait || wait->type != Trigger::Type::Timer || wait->isFired)
        return Error{Error::Kind::Conflict, u"expected an open timer but '"_s + command.key + u"' is none"_s};
    if (wait->due > m_now)
        return Error{Error::Kind::Conflict, u"expected a timer that is due but '"_s + command.key + u"' is not yet"_s};
    fire(wait->id, {});
    return {};
}

Status Execution::wish(const DeliverSignal &command)
{
    broadcast(command.name, command.payload);
    return {};
}

Status Execution::wish(const SetVariables &command)
{
    const Id owner = command.owner == 0 ? m_state.root : command.owner;
    if (!m_state.scopes.contains(owner) && !lives(owner))
        return Error{Error::Kind::NotFound, u"expected a scope or an activity but there is no number "_s
                                                + QString::number(command.owner)};
    for (const feel::Context::Entry &entry : command.variables.entries())
        setVisible(owner, entry.first, entry.second);
    settleConditions();
    QList<Id> adHoc;
    m_state.scopes.each([&](const Scope &one) {
        if (!one.isKept && m_definition.body(one.body).kind == Kind::AdHocSubProcess)
            adHoc.append(one.id);
    });
    for (Id one : adHoc)
        check(one);
    return {};
}

Status Execution::wish(const BeginActivity &command)
{
    const Scope *in = m_state.scopes.find(command.scope);
    const int node = m_definition.nodeOf(command.element);
    if (!in || node < 0 || m_definition.node(node).body != in->body
        || m_definition.body(in->body).kind != Kind::AdHocSubProcess)
        return Error{Error::Kind::NotFound, u"expected an activity of an ad-hoc sub-process but '"_s + command.element
                                                + u"' is none of this one"_s};
    const bool isFree = !m_definition.body(in->body).isSequential || in->members.isEmpty();
    if (!in->mayBeginMore || in->isKept || !isFree)
        return Error{Error::Kind::Conflict, u"expected that '"_s + command.element + u"' may begin but it may not now"_s};
    enterNode(command.scope, node, {});
    return {};
}

Status Execution::wish(const ResolveIncident &command)
{
    const Incident *incident = m_state.incidents.find(command.incident);
    if (!incident)
        return Error{Error::Kind::NotFound, u"expected an open incident but there is no number "_s
                                                + QString::number(command.incident)};
    const Incident resolved = *incident;
    const bool isSkip = command.how == ResolveIncident::How::Skip;
    const Id owner = resolved.activity == 0 ? m_state.root : resolved.activity;
    if (isSkip && (resolved.activity == 0 || activity(resolved.activity).phase == Activity::Phase::Leaving))
        return Error{Error::Kind::Invalid, u"expected work to skip but none is left: correct the variables, or cancel"_s};
    if (!isSkip)
        for (const feel::Context::Entry &entry : command.variables.entries())
            setVisible(owner, entry.first, entry.second);
    closeIncident(resolved.id, isSkip ? IncidentClosed::How::Skipped : IncidentClosed::How::Retried);
    if (isSkip)
        skip(resolved.activity, command.variables);
    else if (resolved.activity == 0)
        resume();
    else
        retry(resolved.activity);
    return {};
}

void Execution::skip(Id activityId, const feel::Context &variables)
{
    if (activity(activityId).phase == Activity::Phase::Entering)
        emitFact(NodeBegun{activityId});
    if (nodeOf(activityId).isEvent()) {
        closeWaits(activity(activityId).waits);
        leave(activityId);
    } else if (nodeOf(activityId).loop.type != Loop::Type::None && activity(activityId).loop == 0) {
        for (Id member : QList<Id>(activity(activityId).members))
            cancelActivity(member);
        finishLoop(activityId);
    } else {
        complete(activityId, variables);
    }
}

void Execution::retry(Id activityId)
{
    const Activity waiting = activity(activityId);
    const Node &node = m_definition.node(waiting.node);
    const bool isLoop = node.loop.type != Loop::Type::None && waiting.loop == 0;
    switch (waiting.phase) {
    case Activity::Phase::Entering:
        begin(activityId);
        break;
    case Activity::Phase::Leaving:
        if (node.isActivity() && !isLoop)
            finishInstance(activityId);
        else
            leave(activityId);
        break;
    case Activity::Phase::Active:
        if (node.isEvent() && !node.isCatching())
            goOnThrowing(activityId);
        else if (isLoop)
            goOnLoop(activityId);
        else if (waiting.inner == 0 && waiting.effect == 0)
            beginWork(activityId);
        else if (waiting.inner != 0)
            check(waiting.inner);
        break;
    }
}

// After an incident of the whole instance: every token looks again whether it can move.
void Execution::resume()
{
    QList<Id> scopes;
    m_state.scopes.each([&](const Scope &one) {
        if (!one.isKept)
            scopes.append(one.id);
    });
    for (Id id : scopes) {
        if (!scope(id).isInterrupted)
            openWaitsOf(id);
        for (const Tokens &tokens : QList<Tokens>(scope(id).tokens))
            for (int i = 0; i < tokens.count; ++i)
                m_steps.push_back({Step::Type::Arrive, id, tokens.flow});
        m_merges.insert(id);
        m_steps.push_back({Step::Type::Check, id, -1});
    }
    m_state.activities.each([&](const Activity &one) {
        if (one.members.isEmpty() && one.loop == 0 && m_definition.node(one.node).loop.type != Loop::Type::None)
            m_steps.push_back({Step::Type::Loop, one.id, -1});
    });
    m_state.compensations.each([&](const Compensation &one) {
        if (!lives(one.handler))
            m_steps.push_back({Step::Type::Compensate, one.id, -1});
    });
    m_areConditionsDue = true;
    m_areDataDue = true;
}

Status Execution::wish(const CancelInstance &)
{
    endInstance(State::Outcome::Cancelled, {});
    return {};
}

Result<Decision> decideOn(const Definition &definition, const State &state, const Command &command,
                          const ExecutionLimits &limits)
{
    Execution execution(definition, state, command.at, limits);
    const bool isOutcome = std::holds_alternative<CompleteEffect>(command.wish);
    const bool isStart = std::holds_alternative<StartInstance>(command.wish);
    // The outcome of a broadcast may come when the instance has ended already.
    if (!isStart && !state.isRunning() && !(isOutcome && !state.effects.isEmpty()))
        return Error{Error::Kind::Conflict, u"expected a running instance but '"_s + state.instance + u"' is "_s
                                                + toString(state.outcome)};
    const Status status = std::visit([&](const auto &wish) { return execution.wish(wish); }, command.wish);
    if (!status)
        return status.error();
    execution.settle();
    return Decision{execution.takeFacts(), execution.takeState()};
}

Result<QList<Event>> decide(const Definition &definition, const State &state, const Command &command,
                            const ExecutionLimits &limits)
{
    Result<Decision> decision = decideOn(definition, state, command, limits);
    if (!decision)
        return decision.error();
    return std::move(decision->facts);
}

} // namespace naru::bpmn
