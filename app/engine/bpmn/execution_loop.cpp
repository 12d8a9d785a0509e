// Standard loops (§13.3.6) and multiple instances (§13.3.7). The activity itself stands for the loop; its instances are
// activities of their own that belong to it.
#include "engine/bpmn/execution_run.h"

namespace naru::bpmn {

void Execution::beginLoop(Id loopId)
{
    const Loop &loop = nodeOf(loopId).loop;
    if (loop.type == Loop::Type::Standard) {
        if (activity(loopId).phase == Activity::Phase::Entering)
            emitFact(NodeBegun{loopId});
        if (loop.testsBefore)
            goOnStandard(loopId);
        else if (loop.maximum == 0)
            finishLoop(loopId);
        else
            beginLoopInstance(loopId);
        return;
    }
    if (const std::optional<Fault> fault = takeInputs(loopId)) {
        hold(loopId, Activity::Phase::Entering, *fault);
        return;
    }
    const Result<qint64> total = cardinalityOf(loopId);
    if (!total) {
        hold(loopId, Activity::Phase::Entering, {Incident::Kind::Data, total.error().text});
        return;
    }
    if (activity(loopId).phase == Activity::Phase::Entering)
        emitFact(NodeBegun{loopId});
    emitFact(LoopPlanned{loopId, int(*total)});
    if (!loop.collected.isEmpty())
        setVisible(loopId, loop.collected, feel::Value(QList<feel::Value>(*total)));
    if (loop.type == Loop::Type::Parallel)
        for (qint64 i = 0; i < *total; ++i)
            emitFact(NodeEntered{nextId(), activity(loopId).scope, activity(loopId).node, {}, loopId, int(i + 1)});
    const QList<Id> members = activity(loopId).members;
    for (Id member : members)
        if (lives(member))
            beginLoopInstance(member);
    if (lives(loopId) && members.isEmpty())
        goOnMulti(loopId);
}

Result<qint64> Execution::cardinalityOf(Id loopId)
{
    const Loop &loop = nodeOf(loopId).loop;
    qint64 total = 0;
    if (loop.cardinality) {
        const Result<feel::Value> value = evaluate(loop.cardinality, loopId);
        if (!value)
            return value.error();
        const Result<qint64> whole
            = value->is(feel::Value::Kind::Number) ? value->number().toWhole() : Result<qint64>(Error{});
        if (!whole || *whole < 0)
            return Error{Error::Kind::Invalid, u"expected a whole number of instances but it is "_s
                                                   + feel::toText(*value).left(100)};
        total = *whole;
    } else {
        const feel::Value *collection = findVariable(m_state, loopId, loop.collection);
        if (!collection || !collection->is(feel::Value::Kind::List))
            return Error{Error::Kind::Invalid, u"expected a list in '"_s + loop.collection + u"' but it is "_s
                                                   + (collection ? feel::toText(*collection).left(100) : u"not set"_s)};
        total = collection->list().size();
    }
    if (total > m_limits.instances)
        return Error{Error::Kind::Invalid, u"expected at most "_s + QString::number(m_limits.instances)
                                               + u" instances but there are "_s + QString::number(total)};
    return total;
}

// Of a loop that runs one after another: makes the next instance. Of an instance that is there: begins it.
void Execution::beginLoopInstance(Id id)
{
    Id instance = id;
    if (activity(id).loop == 0) {
        instance = nextId();
        const Activity loop = activity(id);
        emitFact(NodeEntered{instance, loop.scope, loop.node, {}, id, loop.begun + 1});
    }
    const Loop &loop = nodeOf(instance).loop;
    const int counter = activity(instance).counter;
    const feel::Value *collection
        = loop.collection.isEmpty() ? nullptr : findVariable(m_state, activity(instance).loop, loop.collection);
    if (!loop.item.isEmpty() && collection && collection->is(feel::Value::Kind::List))
        setVariable(instance, loop.item, collection->list().value(counter - 1));
    if (!loop.output.isEmpty())
        setVariable(instance, loop.output, {});
    beginInstance(instance);
}

void Execution::instanceDone(Id loopId, Id instanceId)
{
    const Loop &loop = nodeOf(loopId).loop;
    const Activity done = activity(instanceId);
    if (!loop.collected.isEmpty() && !loop.output.isEmpty()) {
        const feel::Value *gathered = findVariable(m_state, loopId, loop.collected);
        QList<feel::Value> list
            = gathered && gathered->is(feel::Value::Kind::List) ? gathered->list() : QList<feel::Value>();
        list.resize(qMax(list.size(), qsizetype(done.counter)));
        list[done.counter - 1] = done.variables.value(loop.output);
        setVisible(loopId, loop.collected, feel::Value(list));
    }
    closeWaits(done.waits);
    if (done.incident != 0)
        closeIncident(done.incident, IncidentClosed::How::Withdrawn);
    recordInstance(done);
    emitFact(NodeLeft{instanceId, {}, {}});
    // By way of the queue: a loop of things that take no time must not pile up.
    if (loop.type == Loop::Type::Standard || !throwBehavior(loopId))
        m_steps.push_back({Step::Type::Loop, loopId, -1});
}

void Execution::goOnLoop(Id loopId)
{
    const Activity *at = m_state.activities.find(loopId);
    if (!at || at->phase != Activity::Phase::Active || at->incident != 0)
        return;
    if (m_definition.node(at->node).loop.type != Loop::Type::Standard)
        goOnMulti(loopId);
    else if (at->members.isEmpty())
        goOnStandard(loopId);
}

void Execution::goOnStandard(Id loopId)
{
    const Loop &loop = nodeOf(loopId).loop;
    const int begun = activity(loopId).begun;
    Result<bool> isMore = loop.maximum < 0 || begun < loop.maximum;
    if (*isMore && loop.condition)
        isMore = holds(loop.condition, loopId, {{u"loopCounter"_s, feel::Value(begun)}});
    if (!isMore) {
        hold(loopId, Activity::Phase::Active, {Incident::Kind::Expression, isMore.error().text});
        return;
    }
    if (!*isMore)
        finishLoop(loopId);
    else if (!limitReached())
        beginLoopInstance(loopId);
}

void Execution::goOnMulti(Id loopId)
{
    const Activity at = activity(loopId);
    const Loop &loop = m_definition.node(at.node).loop;
    Result<bool> isDone = at.members.isEmpty() && at.completed + at.terminated >= at.total;
    if (!*isDone && loop.condition && at.completed > 0)
        isDone = holds(loop.condition, loopId);
    if (!isDone) {
        hold(loopId, Activity::Phase::Active, {Incident::Kind::Expression, isDone.error().text});
        return;
    }
    if (*isDone) {
        for (Id member : at.members)
            cancelActivity(member);
        finishLoop(loopId);
    } else if (loop.type == Loop::Type::Sequential && at.members.isEmpty() && !limitReached()) {
        beginLoopInstance(loopId);
    }
}

// §10.3.8: what is thrown when an instance is about to complete. The loop itself goes on, unless its model says outright
// that the event on its boundary cancels it. True where it is gone.
bool Execution::throwBehavior(Id loopId)
{
    const Activity at = activity(loopId);
    const Loop &loop = m_definition.node(at.node).loop;
    if (loop.behavior == Loop::Behavior::All || (loop.behavior == Loop::Behavior::One && at.completed != 1))
        return false;
    for (const Loop::Thrown &thrown : loop.thrown) {
        const Result<bool> isThrown = thrown.condition ? holds(thrown.condition, loopId) : Result<bool>(true);
        if (!isThrown) {
            hold(loopId, Activity::Phase::Active, {Incident::Kind::Expression, isThrown.error().text});
            return true;
        }
        if (!*isThrown)
            continue;
        emitFact(EventThrown{at.scope, at.node, thrown.event.type, thrown.event.name});
        for (int event : m_definition.node(at.node).boundary) {
            const Node &boundary = m_definition.node(event);
            for (int k = 0; k < boundary.triggers.size() && lives(loopId); ++k)
                if (boundary.triggers[k].type == thrown.event.type && boundary.triggers[k].name == thrown.event.name)
                    takeBoundary(loopId, event, k, boundary.interrupts && boundary.isInterruptionStated, {});
        }
        if (!lives(loopId))
            return true;
    }
    return false;
}

void Execution::finishLoop(Id loopId)
{
    if (const std::optional<Fault> fault = giveOutputs(loopId)) {
        hold(loopId, Activity::Phase::Leaving, *fault);
        return;
    }
    settleConditions();
    if (!lives(loopId))
        return;
    const Activity done = activity(loopId);
    if (done.compensation == 0) {
        leave(loopId);
        return;
    }
    closeWaits(done.waits);
    emitFact(NodeLeft{loopId, {}, {}});
    m_steps.push_back({Step::Type::Compensate, done.compensation, -1});
}

} // namespace naru::bpmn
