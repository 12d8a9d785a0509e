// Sequence flows: what they connect, what the nodes say of them, and which nodes need them.
#include "engine/bpmn/check_inspection.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

bool isEventSubProcess(const Element &element)
{
    return element.is(Kind::SubProcess) && element.flag(u"triggeredByEvent", false);
}

// Where flow elements live: a process, a sub-process, a choreography.
QList<const Element *> containers(const Inspection &inspection)
{
    return inspection.model().all(Kind::Process) + inspection.model().all(Kind::SubProcess)
        + inspection.model().all(Kind::Choreography) + inspection.model().all(Kind::SubChoreography);
}

void checkSequenceFlow(Inspection &inspection, const Element &flow)
{
    const Element *const from = inspection.model().referred(flow, u"sourceRef");
    const Element *const to = inspection.model().referred(flow, u"targetRef");
    if (!from || !to || !from->is(Kind::FlowNode) || !to->is(Kind::FlowNode))
        return; // reported as references
    if (from->parent != to->parent)
        inspection.problem(flow, u"8.4.13 sequenceFlow.border",
                           u"expected "_s + called(flow)
                               + u" to stay in one process or sub-process but it leads from "_s + called(*from)
                               + u" to "_s + called(*to));
    const bool intoEvent = to->kind == Kind::StartEvent || to->kind == Kind::BoundaryEvent;
    if (intoEvent)
        inspection.problem(flow, u"10.5 event.incoming",
                           u"expected no sequence flow into "_s + called(*to) + u" but "_s + called(flow)
                               + u" leads there"_s);
    if (from->is(Kind::EndEvent))
        inspection.problem(flow, u"10.5.3 endEvent.outgoing",
                           u"expected no sequence flow out of "_s + called(*from) + u" but "_s + called(flow)
                               + u" begins there"_s);
    for (const Element *end : {from, to}) {
        if (isEventSubProcess(*end))
            inspection.problem(flow, u"10.3.5 eventSubProcess.flow",
                               u"expected no sequence flow at the event sub-process of "_s + called(*end) + u" but "_s
                                   + called(flow) + u" is"_s);
        if (end->is(Kind::Activity) && end->flag(u"isForCompensation", false))
            inspection.problem(flow, u"10.7 compensation.flow",
                               u"expected no sequence flow at the compensation "_s + called(*end) + u" but "_s
                                   + called(flow) + u" is"_s);
    }
    if (!flow.flag(u"isImmediate", true) && Inspection::isExecutable(flow))
        inspection.problem(flow, u"8.4.13 sequenceFlow.isImmediate",
                           u"expected an immediate sequence flow in an executable process but "_s + called(flow)
                               + u" is none"_s);
}

void checkCondition(Inspection &inspection, const Element &flow)
{
    const Element *const from = inspection.model().referred(flow, u"sourceRef");
    if (!from || !flow.child(Kind::ConditionExpression))
        return;
    if (from->is(Kind::StartEvent))
        inspection.problem(flow, u"10.5.2 startEvent.condition",
                           u"expected no condition at a sequence flow out of "_s + called(*from) + u" but found one"_s);
    if (from->is(Kind::EventBasedGateway))
        inspection.problem(flow, u"8.4.13 eventBasedGateway.condition",
                           u"expected no condition at a sequence flow out of "_s + called(*from) + u" but found one"_s);
    if (from->is(Kind::Activity) && inspection.outgoing(*from).size() < 2)
        inspection.problem(flow, u"8.4.13 sequenceFlow.condition",
                           u"expected another sequence flow out of "_s + called(*from)
                               + u" beside the conditional one but there is none"_s);
    if (from->is(Kind::ParallelGateway)) {
        const QString text = u"expected no condition at a sequence flow out of "_s + called(*from)
            + u", where it is not asked, but found one"_s;
        if (inspection.namesLanguage())
            inspection.problem(flow, u"8.4.13 parallelGateway.condition", text);
        else
            inspection.warning(flow, u"8.4.13 parallelGateway.condition", text);
    }
    if (inspection.model().referred(*from, u"default") == &flow)
        inspection.warning(flow, u"10.3 default.condition",
                           u"expected no condition at the default flow of "_s + called(*from)
                               + u", where it is not asked"_s);
}

void checkDefault(Inspection &inspection, const Element &node)
{
    const Element *const flow = inspection.model().referred(node, u"default");
    if (flow && flow->kind == Kind::SequenceFlow && !inspection.outgoing(node).contains(flow))
        inspection.problem(node, u"10.6 default.source",
                           u"expected the default flow of "_s + called(node) + u" to begin there but "_s + called(*flow)
                               + u" does not"_s);
}

// A flow and a node name each other, or no node of the model names any flow: the lists are derived from the flows, and
// a model may leave them out altogether.
void checkLists(Inspection &inspection)
{
    const Model &model = inspection.model();
    if (model.all(Kind::Incoming).isEmpty() && model.all(Kind::Outgoing).isEmpty())
        return;
    struct Side {
        Kind list;
        QStringView end;
    };
    for (const Side side : {Side{Kind::Incoming, u"targetRef"}, Side{Kind::Outgoing, u"sourceRef"}}) {
        for (const Element *entry : model.all(side.list)) {
            const Element *const flow = model.refer(*entry, entry->text());
            if (flow && flow->kind == Kind::SequenceFlow && model.referred(*flow, side.end) != entry->parent)
                inspection.problem(*entry->parent, u"8.4.13 flowNode."_s + nameOf(side.list).toString(),
                                   u"expected "_s + called(*flow) + u" to name "_s + called(*entry->parent)
                                       + u" but it names '"_s + flow->attribute(side.end) + u'\'');
        }
        for (const Element *flow : model.all(Kind::SequenceFlow)) {
            const Element *const node = model.referred(*flow, side.end);
            if (!node || !node->is(Kind::FlowNode))
                continue;
            const QList<const Element *> listed = node->children(side.list);
            if (std::none_of(listed.begin(), listed.end(),
                             [&](const Element *one) { return model.refer(*one, one->text()) == flow; }))
                inspection.problem(*node, u"8.4.13 flowNode."_s + nameOf(side.list).toString(),
                                   u"expected "_s + called(*node) + u" to list "_s + called(*flow)
                                       + u" but it does not"_s);
        }
    }
}

// Nodes that stand outside the flow: they are reached, or left, in another way.
bool standsApart(const Inspection &inspection, const Element &node)
{
    if (node.kind == Kind::BoundaryEvent || isEventSubProcess(node))
        return true;
    if (node.is(Kind::Activity) && node.flag(u"isForCompensation", false))
        return true;
    return node.kind == Kind::IntermediateCatchEvent && inspection.hasDefinition(node, Kind::LinkEventDefinition);
}

bool beginsByItself(const Element &node)
{
    return node.kind == Kind::StartEvent
        || ((node.kind == Kind::ReceiveTask || node.kind == Kind::EventBasedGateway)
            && node.flag(u"instantiate", false));
}

// BPMN 2.0.2 §10.5.2, §10.5.3: a start event asks for an end event, and the other way round; with them every node is
// reached and left by a sequence flow.
void checkStartAndEnd(Inspection &inspection, const Element &container)
{
    const bool hasStart = container.child(Kind::StartEvent);
    const bool hasEnd = container.child(Kind::EndEvent);
    const QList<const Element *> nodes = container.children(Kind::FlowNode);
    const bool begins =
        std::any_of(nodes.begin(), nodes.end(), [](const Element *node) { return beginsByItself(*node); });
    if (hasStart && !hasEnd)
        inspection.problem(container, u"10.5.2 startEvent.end",
                           u"expected an end event beside the start event of "_s + called(container)
                               + u" but there is none"_s);
    if (hasEnd && !begins)
        inspection.problem(container, u"10.5.3 endEvent.start",
                           u"expected a start event beside the end event of "_s + called(container)
                               + u" but there is none"_s);
    if (container.kind == Kind::AdHocSubProcess)
        return; // may not have either
    for (const Element *node : nodes) {
        const bool isApart = standsApart(inspection, *node);
        if (hasStart && !isApart && !beginsByItself(*node) && inspection.incoming(*node).isEmpty())
            inspection.problem(*node, u"10.5.2 flowNode.reached",
                               u"expected a sequence flow into "_s + called(*node)
                                   + u", as there is a start event, but there is none"_s);
        const bool isLinkSource =
            node->kind == Kind::IntermediateThrowEvent && inspection.hasDefinition(*node, Kind::LinkEventDefinition);
        const bool isLeft = !inspection.outgoing(*node).isEmpty() || node->kind == Kind::EndEvent || isLinkSource;
        const bool mayEnd = isApart && node->kind != Kind::IntermediateCatchEvent;
        if (hasEnd && !mayEnd && !isLeft)
            inspection.problem(*node, u"10.5.3 flowNode.left",
                               u"expected a sequence flow out of "_s + called(*node)
                                   + u", as there is an end event, but there is none"_s);
    }
}

} // namespace

void checkFlow(Inspection &inspection)
{
    for (const Element *flow : inspection.model().all(Kind::SequenceFlow)) {
        checkSequenceFlow(inspection, *flow);
        checkCondition(inspection, *flow);
    }
    for (const Element *node : inspection.model().all(Kind::FlowNode))
        checkDefault(inspection, *node);
    checkLists(inspection);
    for (const Element *container : containers(inspection))
        checkStartAndEnd(inspection, *container);
}

} // namespace naru::bpmn
