// Ends what is under way, from the inside out, and says so for each thing: the runner takes its tasks and timers back.
#include "engine/bpmn/execution_run.h"

namespace naru::bpmn {

void Execution::cancelActivity(Id activityId)
{
    if (!lives(activityId))
        return;
    const Activity gone = activity(activityId);
    for (Id member : gone.members)
        cancelActivity(member);
    if (gone.inner != 0)
        cancelScope(gone.inner);
    if (gone.effect != 0)
        emitFact(EffectEnded{gone.effect, EffectEnded::How::Withdrawn, {}});
    closeWaits(gone.waits);
    if (gone.incident != 0)
        closeIncident(gone.incident, IncidentClosed::How::Withdrawn);
    QList<Id> compensations;
    m_state.compensations.each([&](const Compensation &one) {
        if (one.thrower == activityId || one.handler == activityId)
            compensations.append(one.id);
    });
    for (Id one : compensations) {
        const Id handler = m_state.compensations.find(one)->handler;
        emitFact(CompensationEnded{one});
        if (handler != activityId)
            cancelActivity(handler);
    }
    emitFact(NodeCancelled{activityId});
}

void Execution::cancelScope(Id scopeId)
{
    if (!m_state.scopes.contains(scopeId))
        return;
    cancelContent(scopeId);
    closeWaits(scope(scopeId).waits);
    discardRecords(scopeId);
    emitFact(ScopeClosed{scopeId});
}

// Activities and tokens; the scope itself, its data, and what can be compensated stay.
void Execution::cancelContent(Id scopeId)
{
    for (Id member : QList<Id>(scope(scopeId).members))
        cancelActivity(member);
    Flows tokens;
    for (const Tokens &one : scope(scopeId).tokens)
        for (int i = 0; i < one.count; ++i)
            tokens.append(one.flow);
    if (!tokens.isEmpty())
        emitFact(NodePassed{scopeId, -1, tokens, {}});
}

// Nobody can ask for them any more: with them go the scopes that were kept for them.
void Execution::discardRecords(Id scopeId)
{
    for (Id id : QList<Id>(scope(scopeId).records)) {
        const Id kept = m_state.records.find(id)->kept;
        if (kept == 0 || !m_state.scopes.contains(kept))
            continue;
        discardRecords(kept);
        emitFact(ScopeClosed{kept});
    }
}

void Execution::closeIncident(Id incidentId, IncidentClosed::How how) { emitFact(IncidentClosed{incidentId, how}); }

void Execution::closeWait(Id waitId)
{
    if (m_state.waits.contains(waitId))
        emitFact(WaitClosed{waitId});
}

void Execution::closeWaits(const QList<Id> &waits)
{
    for (Id wait : QList<Id>(waits))
        closeWait(wait);
}

} // namespace naru::bpmn
