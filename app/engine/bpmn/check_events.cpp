// Events: which definitions each kind may carry, and how it stands in the flow (BPMN 2.0.2 §10.5).
#include "engine/bpmn/check_inspection.h"

namespace naru::bpmn {

namespace {

// What may trigger an event of some kind at some place (BPMN 2.0.2 Table 10.93).
struct Permission {
    QStringView place;
    QStringView rule;
    bool mayBeNone;
    quint32 definitions;
};

constexpr quint32 message = 1 << 0, timer = 1 << 1, conditional = 1 << 2, signal = 1 << 3, escalation = 1 << 4,
                  error = 1 << 5, compensation = 1 << 6, cancel = 1 << 7, link = 1 << 8, terminate = 1 << 9;
constexpr quint32 waiting = message | timer | conditional | signal;

constexpr Permission processStart{u"a start event of a process", u"10.5.2 startEvent.definition", true, waiting};
constexpr Permission subProcessStart{u"a start event of a sub-process", u"10.5.2 startEvent.subProcess", true, 0};
constexpr Permission choreographyStart{u"a start event of a choreography", u"11.6.1 startEvent.definition", true,
                                       timer | conditional | signal};
constexpr Permission interruptingStart{u"an interrupting start event of an event sub-process",
                                       u"10.3.5 eventSubProcess.definition", false,
                                       waiting | escalation | error | compensation};
constexpr Permission parallelStart{u"a start event of an event sub-process that does not interrupt",
                                   u"10.3.5 eventSubProcess.definition", false, waiting | escalation};
constexpr Permission interruptingBoundary{u"an interrupting boundary event", u"10.5.4 boundaryEvent.definition", false,
                                          waiting | escalation | error | cancel | compensation};
constexpr Permission parallelBoundary{u"a boundary event that does not interrupt", u"10.5.4 boundaryEvent.definition",
                                      false, waiting | escalation};
constexpr Permission catching{u"an intermediate catch event", u"10.5.4 intermediateCatchEvent.definition", false,
                              waiting | link};
constexpr Permission throwing{u"an intermediate throw event", u"10.5.4 intermediateThrowEvent.definition", true,
                              message | escalation | compensation | link | signal};
constexpr Permission choreographyEnd{u"an end event of a choreography", u"11.6.3 endEvent.definition", true, terminate};
constexpr Permission ending{u"an end event", u"10.5.3 endEvent.definition", true,
                            message | error | escalation | cancel | compensation | signal | terminate};

quint32 bitOf(Kind definition)
{
    switch (definition) {
    case Kind::MessageEventDefinition:
        return message;
    case Kind::TimerEventDefinition:
        return timer;
    case Kind::ConditionalEventDefinition:
        return conditional;
    case Kind::SignalEventDefinition:
        return signal;
    case Kind::EscalationEventDefinition:
        return escalation;
    case Kind::ErrorEventDefinition:
        return error;
    case Kind::CompensateEventDefinition:
        return compensation;
    case Kind::CancelEventDefinition:
        return cancel;
    case Kind::LinkEventDefinition:
        return link;
    default:
        return terminate;
    }
}

const Permission &startPermission(const Element &event)
{
    const Element &container = *event.parent;
    if (container.is(Kind::SubProcess) && container.flag(u"triggeredByEvent", false))
        return event.flag(u"isInterrupting", true) ? interruptingStart : parallelStart;
    if (container.is(Kind::Choreography) || container.kind == Kind::SubChoreography)
        return choreographyStart;
    return container.is(Kind::SubProcess) ? subProcessStart : processStart;
}

const Permission &permission(const Element &event)
{
    switch (event.kind) {
    case Kind::StartEvent:
        return startPermission(event);
    case Kind::BoundaryEvent:
        return event.flag(u"cancelActivity", true) ? interruptingBoundary : parallelBoundary;
    case Kind::IntermediateCatchEvent:
        return catching;
    case Kind::EndEvent:
        return event.ancestor(Kind::Choreography) ? choreographyEnd : ending;
    default:
        return throwing;
    }
}

void checkDefinitions(Inspection &inspection, const Element &event)
{
    const Permission &allowed = permission(event);
    const QList<const Element *> definitions = inspection.eventDefinitions(event);
    const bool hasAny = !definitions.isEmpty() || event.child(Kind::EventDefinitionRef);
    if (!hasAny && !allowed.mayBeNone)
        inspection.problem(event, allowed.rule,
                           u"expected an event definition for "_s + allowed.place.toString() + u" but "_s
                               + called(event) + u" has none"_s);
    for (const Element *one : definitions)
        if (!(allowed.definitions & bitOf(one->kind)))
            inspection.problem(event, allowed.rule,
                               u"expected a definition that "_s + allowed.place.toString() + u" may have but "_s
                                   + called(event) + u" has a "_s + nameOf(one->kind).toString());
}

void checkCancel(Inspection &inspection, const Element &event)
{
    if (!inspection.hasDefinition(event, Kind::CancelEventDefinition))
        return;
    if (event.kind == Kind::EndEvent && !event.ancestor(Kind::Transaction))
        inspection.problem(event, u"10.5.3 endEvent.cancel",
                           u"expected a cancel end event in a transaction but "_s + called(event) + u" is in none"_s);
    const Element *const activity =
        event.kind == Kind::BoundaryEvent ? inspection.model().referred(event, u"attachedToRef") : nullptr;
    if (activity && activity->kind != Kind::Transaction)
        inspection.problem(event, u"10.5.4 boundaryEvent.cancel",
                           u"expected a cancel boundary event at a transaction but "_s + called(event) + u" is at "_s
                               + called(*activity));
}

// BPMN 2.0.2 §10.5.4: exactly one activity in the same scope, no flow in, and out of it unless it compensates.
void checkBoundary(Inspection &inspection, const Element &event)
{
    if (const Element *activity = inspection.model().referred(event, u"attachedToRef");
        activity && activity->is(Kind::Activity))
        if (activity->parent != event.parent)
            inspection.problem(event, u"10.5.4 boundaryEvent.attachedToRef",
                               u"expected "_s + called(event) + u" in the same process or sub-process as "_s
                                   + called(*activity) + u" but it is not"_s);
    const bool compensates = inspection.hasDefinition(event, Kind::CompensateEventDefinition);
    const qsizetype flows = inspection.outgoing(event).size();
    if (compensates && flows > 0)
        inspection.problem(event, u"10.7 compensation.flow",
                           u"expected an association out of the compensation "_s + called(event)
                               + u" but found a sequence flow"_s);
    if (!compensates && flows == 0)
        inspection.problem(event, u"10.5.4 boundaryEvent.outgoing",
                           u"expected a sequence flow out of "_s + called(event) + u" but there is none"_s);
}

// BPMN 2.0.2 §10.7.2: the association leads to the activity that compensates.
void checkCompensationHandler(Inspection &inspection, const Element &event)
{
    if (!inspection.hasDefinition(event, Kind::CompensateEventDefinition))
        return;
    QList<const Element *> handlers;
    for (const Element *association : inspection.associations(event))
        for (const QStringView end : {u"sourceRef", u"targetRef"})
            if (const Element *element = inspection.model().referred(*association, end);
                element && element->is(Kind::Activity))
                handlers.append(element);
    if (handlers.isEmpty())
        inspection.problem(event, u"10.7.2 compensation.handler",
                           u"expected an association from "_s + called(event) + u" to an activity but there is none"_s);
    for (const Element *handler : handlers)
        if (!handler->flag(u"isForCompensation", false))
            inspection.problem(*handler, u"10.7.2 compensation.isForCompensation",
                               u"expected "_s + called(*handler) + u" to be for compensation, as "_s + called(event)
                                   + u" leads to it, but it is not"_s);
}

void checkIntermediateFlow(Inspection &inspection, const Element &event)
{
    const bool isCatch = event.kind == Kind::IntermediateCatchEvent;
    const bool isLink = inspection.hasDefinition(event, Kind::LinkEventDefinition);
    const bool wantsIn = !(isLink && isCatch);
    const bool wantsOut = !(isLink && !isCatch);
    const bool hasIn = !inspection.incoming(event).isEmpty();
    const bool hasOut = !inspection.outgoing(event).isEmpty();
    if (wantsIn != hasIn && !event.parent->is(Kind::AdHocSubProcess))
        inspection.problem(
            event, u"10.5.4 intermediateEvent.incoming",
            (wantsIn ? u"expected a sequence flow into "_s + called(event) + u" but there is none"_s
                     : u"expected no sequence flow into the link "_s + called(event) + u" but there is one"_s));
    if (wantsOut != hasOut && !event.parent->is(Kind::AdHocSubProcess))
        inspection.problem(
            event, u"10.5.4 intermediateEvent.outgoing",
            (wantsOut ? u"expected a sequence flow out of "_s + called(event) + u" but there is none"_s
                      : u"expected no sequence flow out of the link "_s + called(event) + u" but there is one"_s));
}

void checkStartAndEndFlow(Inspection &inspection, const Element &event)
{
    if (event.kind == Kind::StartEvent && inspection.outgoing(event).isEmpty())
        inspection.problem(event, u"10.5.2 startEvent.outgoing",
                           u"expected a sequence flow out of "_s + called(event) + u" but there is none"_s);
    if (event.kind == Kind::EndEvent && inspection.incoming(event).isEmpty())
        inspection.problem(event, u"10.5.3 endEvent.incoming",
                           u"expected a sequence flow into "_s + called(event) + u" but there is none"_s);
}

} // namespace

void checkEvents(Inspection &inspection)
{
    for (const Element *event : inspection.model().all(Kind::Event)) {
        if (event->kind == Kind::Event || event->kind == Kind::ImplicitThrowEvent)
            continue; // thrown by a multi-instance activity, outside the flow
        checkDefinitions(inspection, *event);
        checkCancel(inspection, *event);
        checkStartAndEndFlow(inspection, *event);
        if (event->kind == Kind::BoundaryEvent) {
            checkBoundary(inspection, *event);
            checkCompensationHandler(inspection, *event);
        }
        if (event->kind == Kind::IntermediateCatchEvent || event->kind == Kind::IntermediateThrowEvent)
            checkIntermediateFlow(inspection, *event);
    }
}

} // namespace naru::bpmn
