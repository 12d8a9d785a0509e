// Gateways (BPMN 2.0.2 §10.6).
#include "engine/bpmn/check_inspection.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

void checkDirection(Inspection &inspection, const Element &gateway)
{
    const qsizetype in = inspection.incoming(gateway).size();
    const qsizetype out = inspection.outgoing(gateway).size();
    const QString direction = gateway.attribute(u"gatewayDirection");
    const QString found =
        u" but there are "_s + QString::number(in) + u" into and "_s + QString::number(out) + u" out of it"_s;
    const bool isBroken = (direction == u"Converging" && out > 1) || (direction == u"Diverging" && in > 1)
        || (direction == u"Mixed" && (in < 2 || out < 2));
    if (isBroken)
        inspection.problem(gateway, u"8.4.9 gateway.direction",
                           u"expected the flows of a "_s + direction.toLower() + u' ' + called(gateway) + found);
    if (in < 2 && out < 2)
        inspection.problem(gateway, u"8.4.9 gateway.flows",
                           u"expected several sequence flows into or out of "_s + called(gateway) + found);
}

// What an event-based gateway may lead to (BPMN 2.0.2 §10.6.6).
bool mayFollow(const Inspection &inspection, const Element &target)
{
    if (target.kind == Kind::ReceiveTask)
        return true;
    const QList<const Element *> definitions = inspection.eventDefinitions(target);
    return target.kind == Kind::IntermediateCatchEvent && !definitions.isEmpty()
        && std::all_of(definitions.begin(), definitions.end(), [](const Element *one) {
               return one->kind == Kind::MessageEventDefinition || one->kind == Kind::SignalEventDefinition
                   || one->kind == Kind::TimerEventDefinition || one->kind == Kind::ConditionalEventDefinition;
           });
}

void checkFollower(Inspection &inspection, const Element &gateway, const Element &target)
{
    // In a choreography a gateway leads to choreography tasks as well (§11.7.2).
    if (gateway.ancestor(Kind::Choreography) && target.is(Kind::ChoreographyActivity))
        return;
    if (!mayFollow(inspection, target))
        inspection.problem(target, u"10.6.6 eventBasedGateway.target",
                           u"expected a catching event or a receive task behind "_s + called(gateway) + u" but found "_s
                               + called(target));
    if (inspection.incoming(target).size() > 1)
        inspection.problem(target, u"10.6.6 eventBasedGateway.target.incoming",
                           u"expected no other sequence flow into "_s + called(target) + u" behind "_s + called(gateway)
                               + u" but there is one"_s);
    if (target.kind == Kind::ReceiveTask && !inspection.boundaryEvents(target).isEmpty())
        inspection.problem(target, u"10.6.6 eventBasedGateway.receiveTask",
                           u"expected no boundary event at "_s + called(target) + u" behind "_s + called(gateway)
                               + u" but there is one"_s);
}

void checkEventBased(Inspection &inspection, const Element &gateway)
{
    const QList<const Element *> flows = inspection.outgoing(gateway);
    if (flows.size() < 2)
        inspection.problem(gateway, u"10.6.6 eventBasedGateway.outgoing",
                           u"expected several sequence flows out of "_s + called(gateway) + u" but there are not"_s);
    bool hasReceiveTask = false;
    bool hasMessageEvent = false;
    for (const Element *flow : flows) {
        const Element *const target = inspection.model().referred(*flow, u"targetRef");
        if (!target || !target->is(Kind::FlowNode))
            continue;
        checkFollower(inspection, gateway, *target);
        hasReceiveTask |= target->kind == Kind::ReceiveTask;
        hasMessageEvent |= target->is(Kind::Event) && inspection.hasDefinition(*target, Kind::MessageEventDefinition);
    }
    if (hasReceiveTask && hasMessageEvent)
        inspection.problem(gateway, u"10.6.6 eventBasedGateway.mix",
                           u"expected message events or receive tasks behind "_s + called(gateway)
                               + u" but found both"_s);
    const bool instantiates = gateway.flag(u"instantiate", false);
    if (instantiates && !inspection.incoming(gateway).isEmpty())
        inspection.problem(gateway, u"10.6.6 eventBasedGateway.instantiate",
                           u"expected no sequence flow into "_s + called(gateway)
                               + u", which begins the process, but there is one"_s);
    if (!instantiates && gateway.attribute(u"eventGatewayType") == u"Parallel")
        inspection.problem(gateway, u"10.6.6 eventBasedGateway.parallel",
                           u"expected a parallel "_s + called(gateway) + u" to begin the process but it does not"_s);
}

} // namespace

void checkGateways(Inspection &inspection)
{
    for (const Element *gateway : inspection.model().all(Kind::Gateway)) {
        checkDirection(inspection, *gateway);
        if (gateway->kind == Kind::EventBasedGateway)
            checkEventBased(inspection, *gateway);
    }
}

} // namespace naru::bpmn
