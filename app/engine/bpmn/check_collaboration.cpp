// Pools and message flows, conversations, choreographies, and processes as their parts (BPMN 2.0.2 §9, §11).
#include "engine/bpmn/check_inspection.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

void checkMultiplicity(Inspection &inspection, const Element &multiplicity)
{
    const auto number = [&](QStringView name, int otherwise) {
        bool isNumber = false;
        const int value = multiplicity.attribute(name).trimmed().toInt(&isNumber);
        return isNumber ? value : otherwise;
    };
    const int least = number(u"minimum", 0);
    const int most = number(u"maximum", std::max(least, 1));
    if (least < 0)
        inspection.problem(multiplicity, u"9.3 participantMultiplicity.minimum",
                           u"expected a minimum of 0 or more but it is "_s + QString::number(least));
    if (most < 1 || most < least)
        inspection.problem(multiplicity, u"9.3 participantMultiplicity.maximum",
                           u"expected a maximum of 1 or more, and no less than the minimum, but it is "_s
                               + QString::number(most));
}

// An activity, event, or pool sends; so does a conversation's partner. Nothing else is an interaction node (§9.4).
bool isInteractionNode(const Element &element)
{
    return element.kind == Kind::Participant || element.is(Kind::Activity) || element.is(Kind::Event);
}

// BPMN 2.0.2 §10.5.2–§10.5.4: who catches messages may get them, who throws them may send them.
void checkMessageEvent(Inspection &inspection, const Element &flow, const Element &event, bool isSource)
{
    if (!event.is(Kind::Event))
        return;
    const bool catches = event.is(Kind::CatchEvent);
    if (isSource == catches)
        inspection.problem(flow, u"10.5 event.messageFlow",
                           u"expected no message flow "_s + (isSource ? u"out of "_s : u"into "_s) + called(event)
                               + u" but "_s + called(flow) + u" is one"_s);
    else if (!inspection.hasDefinition(event, Kind::MessageEventDefinition))
        inspection.problem(flow, u"10.5 event.messageDefinition",
                           u"expected a messageEventDefinition of "_s + called(event) + u", where "_s + called(flow)
                               + u" ends, but there is none"_s);
}

void checkMessageFlow(Inspection &inspection, const Element &flow)
{
    const Element *const from = inspection.referred(flow, u"sourceRef");
    const Element *const to = inspection.referred(flow, u"targetRef");
    if (!from || !to)
        return; // reported as references
    for (const Element *end : {from, to})
        if (!isInteractionNode(*end))
            inspection.problem(flow, u"9.4 messageFlow.ends",
                               u"expected a pool, activity, or event at the end of "_s + called(flow) + u" but found "_s
                                   + called(*end));
    if (inspection.pool(*from) && inspection.pool(*from) == inspection.pool(*to))
        inspection.problem(flow, u"9.4 messageFlow.pools",
                           u"expected "_s + called(flow) + u" to connect two pools but both ends are in one"_s);
    checkMessageEvent(inspection, flow, *from, true);
    checkMessageEvent(inspection, flow, *to, false);
}

void checkCollaborationParts(Inspection &inspection, const Element &collaboration)
{
    const bool isGlobal = collaboration.kind == Kind::GlobalConversation;
    if (collaboration.child(Kind::ChoreographyRef) && collaboration.kind != Kind::Collaboration)
        inspection.problem(collaboration, u"9.2 collaboration.choreographyRef",
                           u"expected no choreographyRef at "_s + called(collaboration) + u" but found one"_s);
    if (!isGlobal)
        return;
    for (const Kind kind : {Kind::ConversationNode, Kind::Artifact, Kind::ConversationAssociation,
                            Kind::ParticipantAssociation, Kind::MessageFlowAssociation, Kind::ConversationLink})
        if (const Element *part = collaboration.child(kind))
            inspection.problem(*part, u"9.5.6 globalConversation.parts",
                               u"expected participants, message flows, and correlation keys in "_s
                                   + called(collaboration) + u" but found "_s + called(*part));
}

// BPMN 2.0.2 §9.5: a link leads from a conversation to one of its partners.
void checkConversationLink(Inspection &inspection, const Element &link)
{
    const Element *const from = inspection.referred(link, u"sourceRef");
    const Element *const to = inspection.referred(link, u"targetRef");
    if (from && to && from->is(Kind::ConversationNode) == to->is(Kind::ConversationNode))
        inspection.problem(link, u"9.5.5 conversationLink.ends",
                           u"expected a conversation at one end of "_s + called(link) + u" but found "_s
                               + (from->is(Kind::ConversationNode) ? u"two"_s : u"none"_s));
    for (const Element *end : {from, to})
        if (end && !end->is(Kind::ConversationNode) && !isInteractionNode(*end))
            inspection.problem(link, u"9.5.5 conversationLink.ends",
                               u"expected a pool, activity, or event as partner of "_s + called(link) + u" but found "_s
                                   + called(*end));
}

// BPMN 2.0.2 §11.5: who begins was there before; nobody else knows that it is time.
void checkPrevious(Inspection &inspection, const Element &activity, const QStringList &participants)
{
    for (const Element *flow : inspection.outgoing(activity)) {
        const Element *const next = inspection.model().referred(*flow, u"targetRef");
        if (!next || !next->is(Kind::ChoreographyActivity))
            continue;
        const QString initiator = next->attribute(u"initiatingParticipantRef").trimmed();
        if (!initiator.isEmpty() && !participants.contains(initiator))
            inspection.problem(*next, u"11.5 choreographyActivity.sequence",
                               u"expected the initiator of "_s + called(*next) + u" among the participants of "_s
                                   + called(activity) + u" before it but '"_s + initiator + u"' is not"_s);
    }
}

void checkChoreographyActivity(Inspection &inspection, const Element &activity)
{
    if (!activity.ancestor(Kind::Choreography))
        inspection.problem(activity, u"10.3 process.choreographyActivity",
                           u"expected no choreography activity in a process but found "_s + called(activity));
    const QStringList participants = activity.childTexts(Kind::ParticipantRef);
    if (const QString initiator = activity.attribute(u"initiatingParticipantRef").trimmed();
        !initiator.isEmpty() && !participants.contains(initiator))
        inspection.problem(activity, u"11.5 choreographyActivity.initiatingParticipantRef",
                           u"expected the initiator of "_s + called(activity) + u" among its participants but '"_s
                               + initiator + u"' is not"_s);
    checkPrevious(inspection, activity, participants);
    if (activity.kind != Kind::ChoreographyTask)
        return;
    if (participants.size() > 2)
        inspection.problem(activity, u"11.5.1 choreographyTask.participantRef",
                           u"expected two participants of "_s + called(activity) + u" but found "_s
                               + QString::number(participants.size()));
    for (const QString &name : activity.childTexts(Kind::MessageFlowRef)) {
        const Element *const flow = inspection.target(activity, name).element;
        if (!flow || flow->kind != Kind::MessageFlow)
            continue;
        for (const QStringView end : {u"sourceRef", u"targetRef"})
            if (const Element *partner = inspection.referred(*flow, end);
                partner && partner->kind == Kind::Participant && !participants.contains(partner->id()))
                inspection.problem(activity, u"11.5.1 choreographyTask.messageFlowRef",
                                   u"expected the ends of "_s + called(*flow) + u" among the participants of "_s
                                       + called(activity) + u" but "_s + called(*partner) + u" is not"_s);
    }
}

void checkProcess(Inspection &inspection, const Element &process)
{
    if (process.attribute(u"processType") == u"Public" && process.flag(u"isExecutable", false))
        inspection.problem(process, u"10.2 process.isExecutable",
                           u"expected a public process that is not executable but "_s + called(process) + u" is"_s);
    for (const Element *lane : inspection.model().all(Kind::Lane))
        if (lane->ancestor(Kind::Process) == &process)
            for (const QString &name : lane->childTexts(Kind::FlowNodeRef))
                if (const Element *node = inspection.model().find(name);
                    node && node->is(Kind::FlowNode) && node->ancestor(Kind::Process) != &process)
                    inspection.problem(*lane, u"10.8 lane.flowNodeRef",
                                       u"expected nodes of the same process in "_s + called(*lane) + u" but "_s
                                           + called(*node) + u" is not"_s);
}

void checkGlobalTask(Inspection &inspection, const Element &task)
{
    const Element *const initiator = inspection.referred(task, u"initiatingParticipantRef");
    if (initiator && initiator->parent != &task)
        inspection.problem(task, u"11.5.4 globalChoreographyTask.initiatingParticipantRef",
                           u"expected a participant of "_s + called(task) + u" as its initiator but found "_s
                               + called(*initiator));
}

} // namespace

void checkCollaboration(Inspection &inspection)
{
    const Model &model = inspection.model();
    for (const Element *task : model.all(Kind::GlobalChoreographyTask))
        checkGlobalTask(inspection, *task);
    for (const Element *one : model.all(Kind::ParticipantMultiplicity))
        checkMultiplicity(inspection, *one);
    for (const Element *flow : model.all(Kind::MessageFlow))
        checkMessageFlow(inspection, *flow);
    for (const Element *one : model.all(Kind::Collaboration))
        checkCollaborationParts(inspection, *one);
    for (const Element *link : model.all(Kind::ConversationLink))
        checkConversationLink(inspection, *link);
    for (const Element *activity : model.all(Kind::ChoreographyActivity))
        checkChoreographyActivity(inspection, *activity);
    for (const Element *process : model.all(Kind::Process))
        checkProcess(inspection, *process);
    for (const Element *call : model.all(Kind::CallConversation))
        if (const Element *callee = inspection.referred(*call, u"calledCollaborationRef");
            callee && callee->is(Kind::Choreography))
            inspection.problem(*call, u"9.5.4 callConversation.calledCollaborationRef",
                               u"expected a collaboration called by "_s + called(*call) + u" but "_s + called(*callee)
                                   + u" is a choreography"_s);
}

} // namespace naru::bpmn
