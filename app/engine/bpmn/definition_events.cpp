// What triggers events and what they throw, what they are attached to, and how a process is started.
#include "engine/bpmn/definition_builder.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

Trigger::Type typeOfDefinition(Kind kind)
{
    switch (kind) {
    case Kind::MessageEventDefinition:
        return Trigger::Type::Message;
    case Kind::SignalEventDefinition:
        return Trigger::Type::Signal;
    case Kind::TimerEventDefinition:
        return Trigger::Type::Timer;
    case Kind::ConditionalEventDefinition:
        return Trigger::Type::Conditional;
    case Kind::ErrorEventDefinition:
        return Trigger::Type::Error;
    case Kind::EscalationEventDefinition:
        return Trigger::Type::Escalation;
    case Kind::CompensateEventDefinition:
        return Trigger::Type::Compensation;
    case Kind::CancelEventDefinition:
        return Trigger::Type::Cancel;
    case Kind::LinkEventDefinition:
        return Trigger::Type::Link;
    case Kind::TerminateEventDefinition:
        return Trigger::Type::Terminate;
    default:
        return Trigger::Type::None;
    }
}

// "ERR-1", else the name, else the id: what throwers and catchers have in common.
QString codeOf(const Element *element, QStringView attribute)
{
    if (!element)
        return {};
    const QString code = element->attribute(attribute);
    return !code.isEmpty() ? code : !element->label().isEmpty() ? element->label() : element->id();
}

} // namespace

void DefinitionBuilder::readEvents()
{
    for (Node &node : m_parts.nodes)
        if (node.isEvent())
            readEvent(node);
    attachBoundaries();
    attachHandlers();
    connectLinks();
}

void DefinitionBuilder::readEvent(Node &node)
{
    const Element &element = *node.element;
    node.triggers = triggersOf(element);
    node.isParallelMultiple = element.flag(u"parallelMultiple", false) && node.triggers.size() > 1;
    const QString stated = element.attribute(node.kind == Kind::BoundaryEvent ? u"cancelActivity" : u"isInterrupting");
    node.isInterruptionStated = !stated.isNull();
    node.interrupts = element.flag(node.kind == Kind::BoundaryEvent ? u"cancelActivity" : u"isInterrupting", true);
    // What ends the scope comes last: nothing can be thrown after it.
    if (!node.isCatching())
        std::stable_partition(node.triggers.begin(), node.triggers.end(), [](const Trigger &one) {
            return one.type != Trigger::Type::Error && one.type != Trigger::Type::Cancel
                && one.type != Trigger::Type::Terminate;
        });
    for (const Trigger &trigger : node.triggers) // §10.5.4: an error interrupts always
        node.interrupts |= trigger.type == Trigger::Type::Error || trigger.type == Trigger::Type::Cancel;
}

QList<Trigger> DefinitionBuilder::triggersOf(const Element &event)
{
    QList<Trigger> triggers;
    for (const Element *child : event.children()) {
        if (child->is(Kind::EventDefinition))
            triggers.append(triggerOf(*child));
        if (child->kind != Kind::EventDefinitionRef)
            continue;
        const Element *named = refer(*child, child->trimmedText());
        if (named && named->is(Kind::EventDefinition))
            triggers.append(triggerOf(*named));
        else
            problem(event, u"reference"_s,
                    u"expected an event definition '"_s + child->trimmedText() + u"' but there is none"_s);
    }
    return triggers;
}

Trigger DefinitionBuilder::triggerOf(const Element &definition)
{
    Trigger trigger;
    trigger.type = typeOfDefinition(definition.kind);
    trigger.element = &definition;
    switch (trigger.type) {
    case Trigger::Type::Message:
        nameMessage(trigger, definition);
        break;
    case Trigger::Type::Signal:
        trigger.name = codeOf(referred(definition, u"signalRef"), u"name");
        break;
    case Trigger::Type::Error:
        trigger.name = codeOf(referred(definition, u"errorRef"), u"errorCode");
        break;
    case Trigger::Type::Escalation:
        trigger.name = codeOf(referred(definition, u"escalationRef"), u"escalationCode");
        break;
    case Trigger::Type::Link:
        trigger.name = definition.label();
        break;
    case Trigger::Type::Timer:
        readTimer(trigger, definition);
        break;
    case Trigger::Type::Conditional:
        trigger.expression = expressionOf(definition.child(Kind::Condition));
        if (!trigger.expression)
            problem(definition, u"expression"_s, u"expected a condition but there is none"_s);
        break;
    case Trigger::Type::Compensation: {
        const QString reference = definition.attribute(u"activityRef");
        trigger.waits = definition.flag(u"waitForCompletion", true);
        trigger.activity = m_nodes.value(referred(definition, u"activityRef"), -1);
        if (!reference.isEmpty() && trigger.activity < 0)
            problem(definition, u"reference"_s,
                    u"expected an activity '"_s + reference + u"' to compensate but there is none"_s);
        break;
    }
    default:
        break;
    }
    return trigger;
}

void DefinitionBuilder::readTimer(Trigger &trigger, const Element &definition)
{
    const std::pair<Kind, TimerKind> kinds[] = {{Kind::TimeDate, TimerKind::Date},
                                                {Kind::TimeDuration, TimerKind::Duration},
                                                {Kind::TimeCycle, TimerKind::Cycle}};
    for (const auto &[kind, timer] : kinds) {
        const Element *stated = definition.child(kind);
        if (!stated)
            continue;
        trigger.timer = timer;
        const QString text = stated->trimmedText();
        // A text that is ISO 8601 already is that; anything else is an expression that gives one.
        if (timerPlan(timer, feel::Value(text), 0, u"UTC"_s))
            trigger.text = text;
        else
            trigger.expression = expressionOf(stated);
    }
    if (trigger.text.isEmpty() && !trigger.expression)
        problem(definition, u"timer"_s, u"expected a date, a duration, or a cycle but there is none"_s);
}

void DefinitionBuilder::nameMessage(Trigger &trigger, const Element &refersToMessage)
{
    const Element *message = referred(refersToMessage, u"messageRef");
    const Element *operation = referred(refersToMessage, u"operationRef");
    if (const Element *reference = refersToMessage.child(Kind::OperationRef))
        operation = refer(*reference, reference->trimmedText());
    if (operation) {
        trigger.operation = idOf(*operation);
        const Element *in = operation->child(Kind::InMessageRef);
        if (!message && in)
            message = refer(*in, in->trimmedText());
    }
    if (!message)
        return;
    trigger.message = idOf(*message);
    trigger.name = message->label().isEmpty() ? trigger.message : message->label();
}

void DefinitionBuilder::attachBoundaries()
{
    for (int i = 0; i < m_parts.nodes.size(); ++i) {
        Node &node = m_parts.nodes[i];
        if (node.kind != Kind::BoundaryEvent)
            continue;
        node.attachedTo = m_nodes.value(referred(*node.element, u"attachedToRef"), -1);
        if (node.attachedTo < 0 || !m_parts.nodes[node.attachedTo].isActivity()
            || m_parts.nodes[node.attachedTo].body != node.body) {
            problem(*node.element, u"reference"_s, u"expected a boundary event on an activity beside it but there is none"_s);
            node.attachedTo = -1;
            continue;
        }
        m_parts.nodes[node.attachedTo].boundary.append(i);
    }
}

// Compensation handlers hang on an association behind the boundary event (§10.7); an event sub-process that starts with
// compensation is the handler of the sub-process around it.
void DefinitionBuilder::attachHandlers()
{
    for (const Element *association : all(Kind::Association)) {
        const int source = m_nodes.value(referred(*association, u"sourceRef"), -1);
        const int target = m_nodes.value(referred(*association, u"targetRef"), -1);
        if (source < 0 || target < 0 || m_parts.nodes[source].attachedTo < 0 || !m_parts.nodes[target].isActivity())
            continue;
        for (const Trigger &trigger : m_parts.nodes[source].triggers)
            if (trigger.type == Trigger::Type::Compensation)
                m_parts.nodes[m_parts.nodes[source].attachedTo].compensation = target;
    }
    for (Body &body : m_parts.bodies) {
        for (int event : body.eventSubProcesses)
            for (int start : m_parts.bodies[m_parts.nodes[event].inner].nodes)
                for (const Trigger &trigger : m_parts.nodes[start].triggers)
                    if (m_parts.nodes[start].kind == Kind::StartEvent && trigger.type == Trigger::Type::Compensation)
                        body.handler = event;
    }
    // From the inside out: a body is worth keeping if anything in it, at any depth, can be compensated.
    for (qsizetype i = m_parts.bodies.size() - 1; i >= 0; --i) {
        Body &body = m_parts.bodies[i];
        body.mayCompensate |= body.handler >= 0;
        for (int index : body.nodes) {
            const Node &node = m_parts.nodes[index];
            body.mayCompensate |= node.compensation >= 0
                || (node.inner > i && !node.isEventSubProcess && m_parts.bodies[node.inner].mayCompensate);
        }
    }
}

void DefinitionBuilder::connectLinks()
{
    const auto isLink = [](const Node &node) {
        return !node.triggers.isEmpty() && node.triggers.first().type == Trigger::Type::Link;
    };
    for (Node &node : m_parts.nodes) {
        if (node.kind != Kind::IntermediateThrowEvent || !isLink(node))
            continue;
        const Element *link = node.triggers.first().element;
        const Element *target = link->child(Kind::Target);
        const Element *named = target ? refer(*target, target->trimmedText()) : nullptr;
        for (int other : m_parts.bodies[node.body].nodes) {
            const Node &candidate = m_parts.nodes[other];
            if (candidate.kind != Kind::IntermediateCatchEvent || !isLink(candidate))
                continue;
            const Trigger &end = candidate.triggers.first();
            if (named ? end.element == named : end.name == node.triggers.first().name)
                node.linkTarget = other;
        }
        if (node.linkTarget < 0)
            problem(*node.element, u"link"_s, u"expected a link event to go on at but there is none"_s);
    }
}

void DefinitionBuilder::addStarts()
{
    for (int i = 0; i < m_parts.bodies.size(); ++i) {
        if (m_parts.bodies[i].node >= 0)
            continue;
        const qsizetype before = m_parts.starts.size();
        for (int index : m_parts.bodies[i].nodes)
            addStart(index, i);
        if (m_parts.starts.size() == before)
            m_parts.starts.append({i, -1, -1, {}});
    }
}

void DefinitionBuilder::addStart(int index, int body)
{
    const Node &node = m_parts.nodes[index];
    const auto add = [&](int started) {
        const QList<Trigger> &triggers = m_parts.nodes[started].triggers;
        for (int k = 0; k < triggers.size(); ++k)
            m_parts.starts.append({body, started, k, triggers[k]});
    };
    if (node.kind == Kind::StartEvent && node.triggers.isEmpty())
        m_parts.starts.append({body, index, -1, {}});
    else if (node.kind == Kind::StartEvent || (node.kind == Kind::ReceiveTask && node.isInstantiating))
        add(index);
    else if (node.kind == Kind::EventBasedGateway && node.isInstantiating)
        for (int flow : node.outgoing)
            add(m_parts.flows[flow].target);
}

void DefinitionBuilder::addCorrelations()
{
    m_parts.correlations.resize(m_parts.bodies.size());
    for (int i = 0; i < m_bodyElements.size(); ++i)
        for (const Element *subscription : m_bodyElements[i]->children(Kind::CorrelationSubscription))
            if (const Element *key = referred(*subscription, u"correlationKeyRef"))
                m_parts.correlations[i].append(correlationOf(*key, *subscription));
}

CorrelationKey DefinitionBuilder::correlationOf(const Element &key, const Element &subscription)
{
    CorrelationKey result;
    result.id = idOf(key);
    for (const Element *reference : key.children(Kind::CorrelationPropertyRef)) {
        const Element *property = refer(*reference, reference->trimmedText());
        if (!property)
            continue;
        CorrelationKey::Property one;
        one.id = idOf(*property);
        for (const Element *retrieval : property->children(Kind::CorrelationPropertyRetrievalExpression))
            if (const Element *message = referred(*retrieval, u"messageRef"))
                one.retrievals.insert(idOf(*message), expressionOf(retrieval->child(Kind::MessagePath)));
        for (const Element *binding : subscription.children(Kind::CorrelationPropertyBinding))
            if (referred(*binding, u"correlationPropertyRef") == property)
                one.binding = expressionOf(binding->child(Kind::DataPath));
        result.properties.append(one);
    }
    return result;
}

} // namespace naru::bpmn
