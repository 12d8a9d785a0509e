// Event definitions: what each must say, links that belong together, data that comes with them (BPMN 2.0.2 §10.5.5).
#include "engine/bpmn/check_inspection.h"

#include <QRegularExpression>

#include <algorithm>

namespace naru::bpmn {

namespace {

// The events that a definition belongs to: the one around it, or those that refer to it.
QList<const Element *> eventsOf(const Inspection &inspection, const Element &definition)
{
    if (definition.parent && definition.parent->is(Kind::Event))
        return {definition.parent};
    QList<const Element *> out;
    for (const Element *reference : inspection.model().all(Kind::EventDefinitionRef))
        if (inspection.target(*reference, reference->text()).element == &definition)
            out.append(reference->parent);
    return out;
}

// BPMN 2.0.2 Table 10.89, 10.98: for executable processes. An extension may say what the reference would.
void checkBinding(Inspection &inspection, const Element &event, const Element &definition)
{
    if (Inspection::isBoundByExtension(event) || Inspection::isBoundByExtension(definition))
        return;
    const auto want = [&](QStringView name, bool isGiven) {
        if (!isGiven)
            inspection.problem(event, u"10.5.5 "_s + nameOf(definition.kind).toString() + u'.' + name.toString(),
                               u"expected "_s + name.toString() + u" at the "_s + nameOf(definition.kind).toString()
                                   + u" of the executable "_s + called(event) + u" but there is none"_s);
    };
    if (definition.kind == Kind::MessageEventDefinition) {
        want(u"messageRef", !definition.attribute(u"messageRef").isEmpty());
        const Element *const message = inspection.referred(definition, u"messageRef");
        if (!message || !Inspection::isBoundByExtension(*message))
            want(u"operationRef", definition.child(Kind::OperationRef));
    }
    if (definition.kind == Kind::SignalEventDefinition)
        want(u"signalRef", !definition.attribute(u"signalRef").isEmpty());
    if (definition.kind == Kind::TimerEventDefinition)
        want(u"timeDate",
             definition.child(Kind::TimeDate) || definition.child(Kind::TimeCycle)
                 || definition.child(Kind::TimeDuration));
}

// BPMN 2.0.2 §8.4.3, §8.4.4: what is thrown has a code.
void checkCode(Inspection &inspection, const Element &event, const Element &definition)
{
    if (event.kind != Kind::EndEvent && event.kind != Kind::IntermediateThrowEvent)
        return;
    const bool isError = definition.kind == Kind::ErrorEventDefinition;
    const Element *const thrown = inspection.referred(definition, isError ? u"errorRef" : u"escalationRef");
    const QStringView code = isError ? u"errorCode" : u"escalationCode";
    if (definition.attribute(isError ? u"errorRef" : u"escalationRef").isEmpty()
        && !Inspection::isBoundByExtension(definition) && !Inspection::isBoundByExtension(event))
        inspection.problem(event, isError ? u"8.4.3 error.code" : u"8.4.4 escalation.code",
                           u"expected "_s + code.toString() + u" of what the executable "_s + called(event)
                               + u" throws but it refers to nothing"_s);
    if (thrown && thrown->attribute(code).isEmpty()
        && (thrown->kind == Kind::Error || thrown->kind == Kind::Escalation))
        inspection.problem(*thrown, isError ? u"8.4.3 error.code" : u"8.4.4 escalation.code",
                           u"expected "_s + code.toString() + u" of "_s + called(*thrown) + u", which the executable "_s
                               + called(event) + u" throws, but there is none"_s);
}

// Whether a text cannot be a time: neither a literal of ISO 8601 nor an expression. In XPath, a mere name or a row of
// words and numbers is none; of other languages nothing is known here.
bool isNoTime(const Element &time, const Model &model)
{
    static const QRegularExpression words(u"\\A(?:[A-Za-z0-9_ :.,+-]*|R[0-9]*/.*)\\z"_s);
    static const QString duration =
        u"P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:[.,][0-9]+)?S)?)?"_s;
    static const QString moment =
        u"-?[0-9]{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
        u"(?:[T ](?:[01][0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"_s;
    static const QString span = duration + u'|' + moment;
    static const QString cycle = u"R[0-9]*/(?:"_s + span + u")(?:/(?:"_s + span + u"))?"_s;
    static const QRegularExpression literal(u"\\A(?:"_s + span + u'|' + cycle + u")\\z"_s);
    QString language = time.attribute(u"language");
    if (language.isEmpty())
        language = model.definitions().attribute(u"expressionLanguage");
    const QString text = time.trimmedText();
    return language.contains(u"XPath", Qt::CaseInsensitive) && words.match(text).hasMatch()
        && !literal.match(text).hasMatch();
}

void checkTimer(Inspection &inspection, const Element &definition)
{
    for (const Kind kind : {Kind::TimeDate, Kind::TimeDuration, Kind::TimeCycle})
        if (const Element *time = definition.child(kind);
            time && !time->trimmedText().isEmpty() && isNoTime(*time, inspection.model()))
            inspection.problem(definition, u"10.5.5 timerEventDefinition."_s + nameOf(kind).toString(),
                               u"expected a time as in ISO 8601, or an expression, but found '"_s
                                   + time->trimmedText().left(80) + u'\'');
}

QList<const Element *> linksOf(const Inspection &inspection, const Element &container, Kind event)
{
    QList<const Element *> out;
    for (const Element *one : container.children(event))
        for (const Element *definition : inspection.eventDefinitions(*one))
            if (definition->kind == Kind::LinkEventDefinition)
                out.append(definition);
    return out;
}

bool belongTogether(const Inspection &inspection, const Element &source, const Element &target)
{
    for (const Element *reference : source.children(Kind::Target))
        if (inspection.target(*reference, reference->text()).element == &target)
            return true;
    for (const Element *reference : target.children(Kind::Source))
        if (inspection.target(*reference, reference->text()).element == &source)
            return true;
    return source.label() == target.label();
}

// BPMN 2.0.2 §10.5.5: links of the same process level; several sources, one target.
void checkLinks(Inspection &inspection, const Element &container)
{
    const QList<const Element *> sources = linksOf(inspection, container, Kind::IntermediateThrowEvent);
    const QList<const Element *> targets = linksOf(inspection, container, Kind::IntermediateCatchEvent);
    const auto partners = [&](const QList<const Element *> &all, const auto &belongs) {
        return std::count_if(all.begin(), all.end(), belongs);
    };
    for (const Element *source : sources) {
        const auto found =
            partners(targets, [&](const Element *one) { return belongTogether(inspection, *source, *one); });
        if (found != 1)
            inspection.problem(*source, u"10.5.5 linkEventDefinition.target",
                               u"expected one target of the link '"_s + source->label()
                                   + u"' in the same process level but found "_s + QString::number(found));
    }
    for (const Element *target : targets)
        if (partners(sources, [&](const Element *one) { return belongTogether(inspection, *one, *target); }) == 0)
            inspection.problem(*target, u"10.5.5 linkEventDefinition.source",
                               u"expected a source of the link '"_s + target->label()
                                   + u"' in the same process level but found none"_s);
}

// BPMN 2.0.2 §10.5.1: each definition that carries data has its data input or output, of the same item.
void checkEventData(Inspection &inspection, const Element &event)
{
    QList<const Element *> data = event.children(Kind::DataInput) + event.children(Kind::DataOutput);
    if (data.isEmpty())
        return;
    for (const Element *definition : inspection.eventDefinitions(event)) {
        const Element *item = nullptr;
        for (const QStringView reference : {u"messageRef", u"signalRef", u"errorRef", u"escalationRef"})
            if (const Element *carried = inspection.referred(*definition, reference))
                item = inspection.item(*carried);
        if (!item)
            continue;
        const auto at = std::find_if(data.begin(), data.end(), [&](const Element *one) {
            return inspection.sameItem(inspection.item(*one), item);
        });
        if (at != data.end())
            data.erase(at);
        else
            inspection.problem(event, u"10.5.1 event.data",
                               u"expected a data input or output of "_s + called(event) + u" for its "_s
                                   + nameOf(definition->kind).toString() + u", of the same item, but found none"_s);
    }
}

// BPMN 2.0.2 §10.5.5: what a thrown compensation names lies beside it, or beside the event sub-process around it, and
// has a handler of its own or within.
void checkCompensated(Inspection &inspection, const Element &definition)
{
    const Element *const event = definition.parent;
    const Element *const activity = inspection.model().referred(definition, u"activityRef");
    if (!activity || !activity->is(Kind::Activity) || !event || !event->is(Kind::ThrowEvent))
        return;
    const Element *const around = event->parent;
    const bool isVisible =
        activity->parent == around || (around->flag(u"triggeredByEvent", false) && activity->parent == around->parent);
    if (!isVisible)
        inspection.problem(*event, u"10.5.5 compensateEventDefinition.activityRef",
                           u"expected "_s + called(*activity) + u" beside "_s + called(*event)
                               + u", which compensates it, but it lies elsewhere"_s);
    const QList<const Element *> boundary = inspection.boundaryEvents(*activity);
    const bool hasHandler = activity->is(Kind::SubProcess) || activity->kind == Kind::CallActivity
        || std::any_of(boundary.begin(), boundary.end(), [&](const Element *one) {
                                return inspection.hasDefinition(*one, Kind::CompensateEventDefinition);
                            });
    if (!hasHandler)
        inspection.problem(*event, u"10.5.5 compensateEventDefinition.handler",
                           u"expected a compensation boundary event at "_s + called(*activity) + u", which "_s
                               + called(*event) + u" compensates, but there is none"_s);
}

void checkDefinition(Inspection &inspection, const Element &definition)
{
    for (const Element *event : eventsOf(inspection, definition)) {
        if (!Inspection::isExecutable(*event))
            continue;
        checkBinding(inspection, *event, definition);
        if (definition.kind == Kind::ErrorEventDefinition || definition.kind == Kind::EscalationEventDefinition)
            checkCode(inspection, *event, definition);
    }
    if (definition.kind == Kind::TimerEventDefinition)
        checkTimer(inspection, definition);
    if (definition.kind == Kind::CompensateEventDefinition)
        checkCompensated(inspection, definition);
}

} // namespace

void checkEventDefinitions(Inspection &inspection)
{
    for (const Element *definition : inspection.model().all(Kind::EventDefinition))
        checkDefinition(inspection, *definition);
    for (const Element *reference : inspection.model().all(Kind::EventDefinitionRef)) {
        const Element *const definition = inspection.target(*reference, reference->text()).element;
        if (definition && definition->parent && definition->parent->kind != Kind::Definitions)
            inspection.problem(*reference, u"10.5.1 event.eventDefinitionRef",
                               u"expected a reference to an event definition of the root but "_s + called(*definition)
                                   + u" belongs to an event"_s);
    }
    for (const Element *event : inspection.model().all(Kind::Event))
        checkEventData(inspection, *event);
    for (const Element *container : inspection.model().all(Kind::Process) + inspection.model().all(Kind::SubProcess))
        checkLinks(inspection, *container);
}

} // namespace naru::bpmn
