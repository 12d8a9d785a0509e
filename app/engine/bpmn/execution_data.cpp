// Data of a run: what expressions see, what activities take and give (§10.4, §13.3.2), and what follows from a change.
#include "engine/bpmn/execution_run.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

// Functions are no data: they cannot be kept.
feel::Value storable(const feel::Value &value)
{
    using feel::Value;
    if (value.is(Value::Kind::Function))
        return {};
    if (value.is(Value::Kind::List)) {
        QList<Value> list;
        for (const Value &one : value.list())
            list.append(storable(one));
        return Value(list);
    }
    if (value.is(Value::Kind::Context)) {
        feel::Context context;
        for (const feel::Context::Entry &entry : value.context().entries())
            context.append(entry.first, storable(entry.second));
        return Value(context);
    }
    return value;
}

// The context with the value put where the path leads.
feel::Value assigned(const feel::Value &into, const QStringList &path, qsizetype from, const feel::Value &value)
{
    if (from == path.size())
        return value;
    feel::Context context = into.is(feel::Value::Kind::Context) ? into.context() : feel::Context();
    context.put(path[from], assigned(context.value(path[from]), path, from + 1, value));
    return feel::Value(context);
}

} // namespace

Result<feel::Value> Execution::evaluate(const ExpressionPointer &expression, Id owner,
                                        const QMap<QString, feel::Value> &own)
{
    if (!expression)
        return feel::Value();
    QList<feel::Value> values;
    for (const QString &name : expression->names()) {
        const auto at = own.constFind(name);
        if (at != own.constEnd()) {
            values.append(*at);
            continue;
        }
        const feel::Value *variable = findVariable(m_state, owner, name);
        values.append(variable ? *variable : attribute(owner, name));
    }
    const qint64 seconds = m_now >= 0 ? m_now / 1000 : (m_now - 999) / 1000;
    const std::optional<feel::Zone> zone = feel::Zone::ofPlace(m_state.zone);
    const std::optional<feel::DateTime> now = feel::DateTime::fromEpoch(
        seconds, int(m_now - seconds * 1000) * 1'000'000, zone ? *zone : *feel::Zone::ofOffset(0));
    return expression->evaluate(values, now ? *now : feel::DateTime());
}

// What the standard gives activities at run time (§10.3.8, table 10.30), of the nearest loop around.
feel::Value Execution::attribute(Id owner, const QString &name) const
{
    static const QStringList known{u"loopCounter"_s, u"numberOfInstances"_s, u"numberOfActiveInstances"_s,
                                   u"numberOfCompletedInstances"_s, u"numberOfTerminatedInstances"_s};
    const qsizetype index = known.indexOf(name);
    if (index < 0)
        return {};
    for (Id at = owner; at != 0;) {
        const Activity *one = m_state.activities.find(at);
        if (!one) {
            const Scope *in = m_state.scopes.find(at);
            at = in ? in->activity : 0;
            continue;
        }
        const Activity *loop = one->loop != 0 ? m_state.activities.find(one->loop) : one;
        if (m_definition.node(loop->node).loop.type != Loop::Type::None) {
            const int values[] = {one->loop != 0 ? one->counter : loop->begun, qMax(loop->total, loop->begun),
                                  int(loop->members.size()), loop->completed, loop->terminated};
            return feel::Value(values[index]);
        }
        at = one->scope;
    }
    return {};
}

void Execution::setVariable(Id owner, const QString &name, const feel::Value &value)
{
    const feel::Value stored = storable(value);
    const Activity *of = m_state.activities.find(owner);
    const Variables &variables = of ? of->variables : scope(owner).variables;
    const auto at = variables.constFind(name);
    if (at != variables.constEnd() && *at == stored && feel::toText(*at) == feel::toText(stored))
        return; // no news
    emitFact(VariableSet{owner, name, stored});
    m_areConditionsDue |= !m_state.conditions.isEmpty();
    m_areDataDue |= !m_state.entering.isEmpty();
}

// Where the variable is seen already, else in the process: what one task finds out, the others may use.
void Execution::setVisible(Id owner, const QString &name, const feel::Value &value)
{
    Id holder = ownerOfVariable(m_state, owner, name);
    if (holder == 0) {
        holder = lives(owner) ? activity(owner).scope : owner;
        while (scope(holder).parent != 0)
            holder = scope(holder).parent;
    }
    setVariable(holder, name, value);
}

void Execution::setResults(Id activityId, const feel::Context &result)
{
    const Node &node = nodeOf(activityId);
    const Id scopeId = activity(activityId).scope;
    const QList<DataItem> &outputs = node.data.outputs;
    QStringList own{node.loop.output};
    for (const DataItem &item : outputs)
        own.append(item.variable);
    for (const feel::Context::Entry &entry : result.entries()) {
        QString name = entry.first;
        for (const DataItem &item : outputs)
            if (item.id == name)
                name = item.variable;
        if (own.contains(name) || activity(activityId).variables.contains(name))
            setVariable(activityId, name, entry.second);
        else if (outputs.isEmpty())
            setVisible(scopeId, name, entry.second);
    }
}

// §10.4.2: a source that is not there yet leaves the target as it is.
std::optional<Execution::Fault> Execution::associate(const DataAssociation &association, Id reads, Id writes,
                                                     bool isInward, const QMap<QString, feel::Value> &own)
{
    const auto put = [&](const QString &name, const feel::Value &value) {
        if (isInward)
            setVariable(writes, name, value);
        else
            setVisible(writes, name, value);
    };
    const auto fault = [](const Error &error) { return Fault{Incident::Kind::Data, error.text}; };
    for (const DataAssociation::Assignment &one : association.assignments) {
        const Result<feel::Value> value = evaluate(one.from, reads, own);
        if (!value)
            return fault(value.error());
        const feel::Value *held = findVariable(m_state, writes, one.to.first());
        put(one.to.first(), assigned(held ? *held : feel::Value(), one.to, 1, *value));
    }
    if (association.transformation) {
        const Result<feel::Value> value = evaluate(association.transformation, reads, own);
        if (!value)
            return fault(value.error());
        put(association.target, *value);
    } else if (association.assignments.isEmpty() && !association.sources.isEmpty()) {
        const QString &source = association.sources.first();
        const feel::Value *value = own.contains(source) ? &*own.constFind(source) : findVariable(m_state, reads, source);
        if (value && !value->isNull())
            put(association.target, *value);
    }
    return {};
}

std::optional<Execution::Fault> Execution::takeInputs(Id activityId)
{
    const Activity at = activity(activityId);
    const Node &node = m_definition.node(at.node);
    for (const DataAssociation &association : node.data.inward) {
        // The loop took its collection itself; an instance reads what its loop and its own item hold.
        const bool isCollection = !node.loop.collection.isEmpty() && association.target == node.loop.collection;
        const bool readsItem = !node.loop.item.isEmpty() && association.sources.contains(node.loop.item);
        const bool isLoop = node.loop.type != Loop::Type::None && at.loop == 0;
        if (isCollection ? at.loop != 0 : isLoop && readsItem)
            continue;
        const bool readsOwn = node.properties.contains(association.sources.value(0));
        const Id reads = readsOwn || at.loop != 0 ? activityId : at.scope;
        if (const std::optional<Fault> fault = associate(association, reads, activityId, true))
            return fault;
    }
    return {};
}

std::optional<Execution::Fault> Execution::giveOutputs(Id activityId)
{
    const Activity at = activity(activityId);
    const Node &node = m_definition.node(at.node);
    for (const DataAssociation &association : node.data.outward) {
        // What the instances gathered is given once, by the loop.
        const bool isGathered = !node.loop.collected.isEmpty() && association.sources.contains(node.loop.collected);
        const bool isLoop = node.loop.type != Loop::Type::None && at.loop == 0;
        if (isLoop != (isGathered && node.loop.type != Loop::Type::None))
            continue;
        const bool isOwn = node.properties.contains(association.target);
        if (!serves(activityId, node.data.outputSets, association.sources.value(0)))
            continue; // of another output set
        if (const std::optional<Fault> fault
            = associate(association, activityId, isOwn ? activityId : at.scope, isOwn))
            return fault;
    }
    return {};
}

bool Execution::isThere(Id owner, const QStringList &variables) const
{
    return std::all_of(variables.begin(), variables.end(), [&](const QString &name) {
        const feel::Value *value = findVariable(m_state, owner, name);
        return value && !value->isNull();
    });
}

// §13.3.2: the first set that is complete serves; -1: none is.
int Execution::setOf(Id activityId, const QList<DataInterface::Set> &sets) const
{
    for (int i = 0; i < sets.size(); ++i)
        if (isThere(activityId, sets[i].required))
            return i;
    return -1;
}

bool Execution::hasInputs(Id activityId) const
{
    const DataInterface &data = nodeOf(activityId).data;
    return data.inputSets.isEmpty() || data.inward.isEmpty() || setOf(activityId, data.inputSets) >= 0;
}

// Whether the data belong to the set that serves; what is in no set always does.
bool Execution::serves(Id activityId, const QList<DataInterface::Set> &sets, const QString &variable) const
{
    const bool isListed = std::any_of(sets.begin(), sets.end(), [&](const DataInterface::Set &one) { return one.all.contains(variable); });
    const int chosen = isListed && sets.size() > 1 ? setOf(activityId, sets) : -1;
    return chosen < 0 || sets[chosen].all.contains(variable);
}

feel::Value Execution::inputsOf(const DataInterface &data, Id owner, const QMap<QString, feel::Value> &own) const
{
    feel::Context context;
    for (const DataItem &item : data.inputs) {
        if (!serves(owner, data.inputSets, item.variable))
            continue; // of another input set
        const feel::Value *value = findVariable(m_state, owner, item.variable);
        context.append(item.variable, own.contains(item.variable) ? own.value(item.variable) : value ? *value : feel::Value());
    }
    return feel::Value(context);
}

// What a throwing event sends along: its one input, or all of several by name.
Result<feel::Value> Execution::payloadOf(int node, Id owner)
{
    const DataInterface &data = m_definition.node(node).data;
    QMap<QString, feel::Value> own;
    for (const DataAssociation &association : data.inward) {
        const feel::Value *source = findVariable(m_state, owner, association.sources.value(0));
        feel::Value value = source ? *source : feel::Value();
        if (association.transformation) {
            const Result<feel::Value> transformed = evaluate(association.transformation, owner);
            if (!transformed)
                return transformed;
            value = *transformed;
        }
        for (const DataAssociation::Assignment &one : association.assignments) {
            const Result<feel::Value> from = evaluate(one.from, owner);
            if (!from)
                return from;
            value = assigned(own.value(association.target), one.to, 1, *from);
        }
        own.insert(association.target, storable(value));
    }
    if (own.size() == 1)
        return own.first();
    return own.isEmpty() ? feel::Value() : inputsOf(data, owner, own);
}

// What a catching event got: into its outputs and from there where they lead; without outputs, by the names it has.
void Execution::receivePayload(int index, int trigger, Id owner, const feel::Value &payload)
{
    const Node &node = m_definition.node(index);
    if (node.data.outputs.isEmpty()) {
        if (payload.is(feel::Value::Kind::Context))
            for (const feel::Context::Entry &entry : payload.context().entries())
                setVisible(owner, entry.first, entry.second);
        return;
    }
    // §10.5.1: the outputs stand in the order of the event definitions.
    const DataItem &output = node.data.outputs.at(qMin(qsizetype(trigger), node.data.outputs.size() - 1));
    const QMap<QString, feel::Value> own{{output.variable, storable(payload)}};
    for (const DataAssociation &association : node.data.outward)
        if (association.sources.contains(output.variable))
            associate(association, owner, owner, false, own);
}

// §10.5.5: an event occurs when its condition becomes true.
void Execution::settleConditions()
{
    if (!m_areConditionsDue)
        return;
    m_areConditionsDue = false;
    for (Id id : QList<Id>(m_state.conditions)) {
        const Wait *wait = m_state.waits.find(id);
        if (!wait)
            continue;
        const Trigger &trigger = m_definition.node(wait->node).triggers.at(wait->trigger);
        const Result<feel::Value> value = evaluate(trigger.expression, wait->owner);
        const bool isTrue = value && value->isTrue();
        if (isTrue == wait->holds || (isTrue && limitReached()))
            continue;
        emitFact(ConditionChanged{id, isTrue});
        if (isTrue)
            fire(id, {});
    }
}

// Activities whose data have come may begin.
void Execution::settleData()
{
    m_areDataDue = false;
    for (Id id : QList<Id>(m_state.entering))
        if (lives(id) && activity(id).incident == 0 && !limitReached())
            begin(id);
}

} // namespace naru::bpmn
