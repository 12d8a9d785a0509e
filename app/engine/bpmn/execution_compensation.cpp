// Compensation (§13.5.5): what was completed is undone, the latest first. A sub-process without a handler of its own is
// undone by undoing what was completed in it, on the data that it had.
#include "engine/bpmn/execution_run.h"

namespace naru::bpmn {

void Execution::record(Id scopeId, int node, Id kept)
{
    emitFact(CompensationRecorded{nextId(), scopeId, node, kept});
}

void Execution::recordInstance(const Activity &done)
{
    const Node &node = m_definition.node(done.node);
    const bool isLoop = node.loop.type != Loop::Type::None && done.loop == 0;
    if (node.compensation >= 0 && !isLoop)
        record(done.scope, done.node, 0);
}

// An event sub-process undoes what its parent did.
Id Execution::compensatedScope(Id scopeId) const
{
    Id at = scopeId;
    while (scope(at).activity != 0 && nodeOf(scope(at).activity).isEventSubProcess)
        at = activity(scope(at).activity).scope;
    return at;
}

bool Execution::isCompensating(Id scopeId) const
{
    bool found = false;
    m_state.compensations.each([&](const Compensation &one) { found |= one.scope == scopeId; });
    return found;
}

// Undoes the node, or all of the scope. False where there is nothing to undo.
bool Execution::compensate(Id scopeId, int node, Id thrower)
{
    QList<Id> records;
    for (Id id : scope(scopeId).records)
        if (node < 0 || m_state.records.find(id)->node == node)
            records.append(id);
    // What is being undone already is not undone twice.
    m_state.compensations.each([&](const Compensation &one) {
        for (Id id : one.records)
            records.removeOne(id);
    });
    if (records.isEmpty())
        return false;
    const Id id = nextId();
    emitFact(CompensationStarted{id, scopeId, thrower, records});
    stepCompensation(id);
    return true;
}

void Execution::stepCompensation(Id compensationId)
{
    const Compensation *at = m_state.compensations.find(compensationId);
    if (!at)
        return;
    if (!at->records.isEmpty()) {
        undo(compensationId, *m_state.records.find(at->records.last()));
        return;
    }
    const Compensation done = *at;
    emitFact(CompensationEnded{compensationId});
    if (done.thrower != 0)
        triggerDone(done.thrower);
    else
        check(done.scope);
}

void Execution::undo(Id compensationId, const CompensationRecord &undone)
{
    const CompensationRecord record = undone;
    const int handler = m_definition.node(record.node).compensation;
    const Id id = nextId();
    if (record.kept == 0) {
        emitFact(NodeEntered{id, record.scope, handler, {}, 0, 0});
        emitFact(RecordTaken{record.id, compensationId, id});
        begin(id);
        return;
    }
    emitFact(NodeEntered{id, record.scope, record.node, {}, 0, 0});
    emitFact(RecordTaken{record.id, compensationId, id});
    emitFact(ScopeReopened{record.kept, id});
    const Body &body = bodyOf(record.kept);
    if (body.handler >= 0) {
        for (int start : m_definition.body(m_definition.node(body.handler).inner).nodes)
            if (m_definition.node(start).kind == Kind::StartEvent)
                startEventSubProcess(record.kept, body.handler, start, 0, {});
    } else if (!compensate(record.kept, -1, 0)) {
        check(record.kept);
    }
}

} // namespace naru::bpmn
