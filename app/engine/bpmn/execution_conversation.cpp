// How an instance begins, and which messages are meant for it (§8.4.2, §13.5.1).
#include "engine/bpmn/execution_run.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

Result<feel::Value> retrieve(const CorrelationKey::Property &property, const QString &message, const feel::Value &payload)
{
    const ExpressionPointer path = property.retrievals.value(message);
    if (!path)
        return feel::Value();
    QList<feel::Value> values;
    for (const QString &name : path->names())
        values.append(name == u"message" ? payload
                          : payload.is(feel::Value::Kind::Context) ? payload.context().value(name) : feel::Value());
    return path->evaluate(values, {});
}

// The parts of what is wanted stand in the order of the keys, as correlationFor() writes them.
bool carriesAll(const QList<CorrelationKey> &keys, const QString &message, QStringView wanted, const feel::Value &payload)
{
    for (const CorrelationKey &key : keys)
        for (const CorrelationKey::Property &property : key.properties) {
            const QString name = property.id + u'=';
            if (!property.retrievals.contains(message) || !wanted.startsWith(name))
                continue;
            const Result<feel::Value> carried = retrieve(property, message, payload);
            const QString part = carried ? name + feel::toText(*carried) : name;
            if (!carried || carried->isNull() || !wanted.startsWith(part))
                return false;
            wanted = wanted.mid(part.size());
            if (!wanted.isEmpty() && wanted.front() != u';')
                return false;
            wanted = wanted.mid(wanted.isEmpty() ? 0 : 1);
        }
    return wanted.isEmpty();
}

} // namespace

bool carries(const Definition &definition, const QString &element, const DeliverMessage &message, const QString &wanted)
{
    if (wanted.isEmpty() || wanted == message.correlation)
        return true;
    const int index = definition.nodeOf(element);
    if (index < 0)
        return false;
    const Node &node = definition.node(index);
    const QList<CorrelationKey> &keys = definition.correlations(definition.processOf(node.body));
    for (const Trigger &trigger : node.triggers)
        if (trigger.type == Trigger::Type::Message && trigger.name == message.name
            && carriesAll(keys, trigger.message, wanted, message.payload))
            return true;
    return false;
}

bool staysOpen(const Definition &definition, const Wait &wait)
{
    const Node &node = definition.node(wait.node);
    const bool isStart = node.kind == Kind::StartEvent || (node.isInstantiating && node.incoming.isEmpty());
    if (node.isParallelMultiple)
        return false;
    return (isStart && definition.body(node.body).node < 0) || ((isStart || node.attachedTo >= 0) && !node.interrupts);
}

// What a message must carry to be meant here: of each key that the message can carry, what the process knows of it.
QString Execution::correlationFor(Id owner, const Trigger &trigger)
{
    const Id scopeId = lives(owner) ? activity(owner).scope : owner;
    QStringList parts;
    for (const CorrelationKey &key : m_definition.correlations(processOf(scopeId)))
        for (const CorrelationKey::Property &property : key.properties) {
            if (!property.retrievals.contains(trigger.message))
                continue;
            const Result<feel::Value> bound = evaluate(property.binding, owner);
            const QString known = bound && !bound->isNull()
                ? feel::toText(*bound)
                : m_state.correlations.value(key.id + u' ' + property.id);
            if (!known.isEmpty())
                parts.append(property.id + u'=' + known);
        }
    return parts.join(u';');
}

int Execution::processOf(Id scopeId) const { return m_definition.processOf(scope(scopeId).body); }

// The first message of a conversation settles what the later ones must carry.
void Execution::correlate(Id scopeId, const QString &message, const feel::Value &payload)
{
    if (message.isEmpty())
        return;
    for (const CorrelationKey &key : m_definition.correlations(processOf(scopeId)))
        for (const CorrelationKey::Property &property : key.properties) {
            const QString name = key.id + u' ' + property.id;
            const Result<feel::Value> carried = retrieve(property, message, payload);
            if (carried && !carried->isNull() && !m_state.correlations.contains(name))
                emitFact(Correlated{name, feel::toText(*carried)});
        }
}

// Whoever is on the way goes before the start events of the process, which listen as long as it lives.
Status Execution::wish(const DeliverMessage &command)
{
    const int wanted = command.element.isEmpty() ? -1 : m_definition.nodeOf(command.element);
    Id found = 0;
    Id start = 0;
    m_state.waits.each([&](const Wait &wait) {
        const bool fits = wait.type == Trigger::Type::Message && !wait.isFired && wait.name == command.name
            && (command.element.isEmpty() || wait.node == wanted)
            && carries(m_definition, m_definition.node(wait.node).id, command, wait.correlation);
        const bool isStart = wait.owner == m_state.root && m_definition.node(wait.node).body == scope(m_state.root).body;
        if (fits && (isStart ? start : found) == 0)
            (isStart ? start : found) = wait.id;
    });
    found = found != 0 ? found : start;
    if (found == 0)
        return Error{Error::Kind::Conflict, u"expected somebody to wait for the message '"_s + command.name
                                                + u"' but nobody does"_s};
    const Wait wait = *m_state.waits.find(found);
    const Id scopeId = lives(wait.owner) ? activity(wait.owner).scope : wait.owner;
    correlate(scopeId, m_definition.node(wait.node).triggers.at(wait.trigger).message, command.payload);
    fire(found, command.payload);
    return {};
}

// ---- the beginning

Status Execution::startAt(const StartInstance &command, int body)
{
    int node = command.element.isEmpty() ? -1 : m_definition.nodeOf(command.element);
    if (!command.element.isEmpty() && (node < 0 || m_definition.node(node).body != body))
        return Error{Error::Kind::NotFound, u"expected a start but there is no '"_s + command.element + u'\''};
    if (node < 0 && m_definition.body(body).entries.isEmpty() && !m_definition.body(body).nodes.isEmpty()) {
        // Asked for without a reason, a process that one event starts begins as if that had happened.
        QList<int> events;
        for (const Start &start : m_definition.starts())
            if (start.body == body && !events.contains(start.node))
                events.append(start.node);
        if (events.size() != 1)
            return Error{Error::Kind::Invalid, u"expected the event that starts '"_s + command.process
                                                   + u"' but none is named"_s};
        node = events.first();
    }
    emitFact(InstanceStarted{command.instance, m_definition.digest(), body, m_now, command.zone});
    emitFact(ScopeOpened{nextId(), body, 0, 0});
    const Id root = m_state.root;
    for (const feel::Context::Entry &entry : command.variables.entries())
        setVariable(root, entry.first, entry.second);
    openWaitsOf(root);
    if (node < 0)
        enterScope(root);
    else
        beginBy(node, command);
    return {};
}

void Execution::beginBy(int node, const StartInstance &command)
{
    const Id root = m_state.root;
    const Node &started = m_definition.node(node);
    int trigger = 0;
    for (int k = 0; k < started.triggers.size(); ++k)
        if (!command.name.isEmpty() && started.triggers[k].name == command.name)
            trigger = k;
    correlate(root, started.triggers.value(trigger).message, command.payload);
    receivePayload(node, trigger, root, command.payload);
    // An event behind an instantiating gateway: where all events must occur, the gateway waits for the others.
    const int source = started.incoming.isEmpty() ? -1 : m_definition.flow(started.incoming.first()).source;
    const bool waits = source >= 0 && m_definition.node(source).isParallelEvents
        && m_definition.node(source).isInstantiating;
    if (waits) {
        enterEventGateway(root, source, {});
        for (Id waitId : QList<Id>(activity(scope(root).members.first()).waits))
            if (m_state.waits.contains(waitId) && m_state.waits.find(waitId)->node == node)
                fire(waitId, command.payload);
    } else {
        passOn(root, node, {});
    }
    joinConversation(source >= 0 ? source : node);
}

// §13.5.1: where several starts share a conversation, the first makes the instance, and what comes later is routed to it:
// of each gateway one event must still come, start events may.
void Execution::joinConversation(int begun)
{
    const Id root = m_state.root;
    QList<int> starts;
    for (int index : bodyOf(root).nodes) {
        const Node &node = m_definition.node(index);
        const bool listens = node.kind == Kind::StartEvent || (node.isInstantiating && node.incoming.isEmpty());
        if (listens && (isShared(index) || index == begun))
            starts.append(index);
    }
    if (starts.size() < 2)
        return;
    for (int index : starts) {
        if (m_definition.node(index).kind != Kind::EventBasedGateway) {
            if (const std::optional<Fault> fault = isShared(index) ? openWaits(root, index) : std::nullopt)
                raise(0, *fault);
        } else if (index != begun) {
            enterEventGateway(root, index, {});
        }
    }
}

// Whether the start belongs to the conversation that the instance is in by now.
bool Execution::isShared(int index)
{
    const Node &node = m_definition.node(index);
    const auto isKnown = [&](const Trigger &trigger) {
        return trigger.type == Trigger::Type::Message && !correlationFor(m_state.root, trigger).isEmpty();
    };
    if (node.kind != Kind::EventBasedGateway)
        return !node.triggers.isEmpty() && std::all_of(node.triggers.begin(), node.triggers.end(), isKnown);
    for (int flow : node.outgoing) {
        const QList<Trigger> &triggers = m_definition.node(m_definition.flow(flow).target).triggers;
        if (!triggers.isEmpty() && std::all_of(triggers.begin(), triggers.end(), isKnown))
            return true;
    }
    return false;
}

} // namespace naru::bpmn
