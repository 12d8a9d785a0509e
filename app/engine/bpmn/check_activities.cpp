// Activities: quantities, loops, sub-processes, calls (BPMN 2.0.2 §10.3).
#include "engine/bpmn/check_inspection.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace naru::bpmn {

namespace {

void checkQuantities(Inspection &inspection, const Element &activity)
{
    for (const QStringView name : {u"startQuantity", u"completionQuantity"}) {
        bool isNumber = false;
        const qlonglong quantity = activity.attribute(name).trimmed().toLongLong(&isNumber);
        if (isNumber && quantity < 1)
            inspection.problem(activity, u"10.3 activity."_s + name.toString(),
                               u"expected "_s + name.toString() + u" of 1 or more at "_s + called(activity)
                                   + u" but it is "_s + QString::number(quantity));
    }
}

void checkStandardLoop(Inspection &inspection, const Element &loop)
{
    bool isNumber = false;
    const qlonglong most = loop.attribute(u"loopMaximum").trimmed().toLongLong(&isNumber);
    if (isNumber && most < 0)
        inspection.problem(loop, u"10.3.8 standardLoopCharacteristics.loopMaximum",
                           u"expected a loopMaximum of 0 or more but it is "_s + QString::number(most));
}

// A number that stands there as such, not the result of an expression.
std::optional<qlonglong> literal(const Element *expression)
{
    bool isNumber = false;
    const qlonglong value = expression ? expression->trimmedText().toLongLong(&isNumber) : 0;
    return isNumber ? std::optional(value) : std::nullopt;
}

// A number or a text as such.
bool isNeverBoolean(const Element &expression)
{
    static const QRegularExpression pattern(u"\\A(?:[+-]?[0-9]+(?:\\.[0-9]+)?|\"[^\"]*\"|'[^']*')\\z"_s);
    return pattern.match(expression.trimmedText()).hasMatch();
}

// A fraction or a text as such, or a truth.
bool isNeverWhole(const Element &expression)
{
    static const QRegularExpression pattern(
        u"\\A(?:[+-]?[0-9]*\\.[0-9]*[1-9][0-9]*|\"[^\"]*\"|'[^']*'|true|false|true\\(\\)|false\\(\\))\\z"_s);
    return pattern.match(expression.trimmedText()).hasMatch();
}

// The collection that a multi-instance activity goes through, or fills: of a task, its own data (§10.3.8).
void checkLoopData(Inspection &inspection, const Element &loop, Kind reference, Kind itemKind, Kind own)
{
    const Element *const child = loop.child(reference);
    const Element *const data = child ? inspection.target(*child, child->text()).element : nullptr;
    if (!data)
        return;
    const QString name = nameOf(reference).toString();
    static const QList<Kind> itemAware{Kind::DataInput,           Kind::DataOutput, Kind::DataObject,
                                       Kind::DataObjectReference, Kind::Property,   Kind::DataStore,
                                       Kind::DataStoreReference};
    const Element *const specification = data->parent;
    const bool isTask = loop.parent->is(Kind::Task);
    const bool isOwn =
        data->kind == own && specification->kind == Kind::IoSpecification && specification->parent == loop.parent;
    if (isTask ? !isOwn : !itemAware.contains(data->kind))
        inspection.problem(loop, u"10.3.8 multiInstance."_s + name,
                           u"expected "_s + name
                               + (isTask ? u" to name a "_s + nameOf(own).toString() + u" of "_s + called(*loop.parent)
                                         : u" to name data"_s)
                               + u" but it names "_s + called(*data));
    const Element *const item = loop.child(itemKind);
    const Element *const one = item ? inspection.item(*item) : nullptr;
    const Element *const all = inspection.item(*data);
    if (one && all && !inspection.sameItem(one, all))
        inspection.problem(loop, u"10.3.8 multiInstance."_s + nameOf(itemKind).toString(),
                           u"expected "_s + called(*item) + u" of the same item as "_s + called(*data)
                               + u" but it is of another"_s);
}

void checkMultiInstance(Inspection &inspection, const Element &loop)
{
    if (!loop.child(Kind::LoopCardinality) && !loop.child(Kind::LoopDataInputRef))
        inspection.problem(loop, u"10.3.8 multiInstance.count",
                           u"expected loopCardinality or loopDataInputRef of "_s + called(*loop.parent)
                               + u" but found neither"_s);
    if (const auto count = literal(loop.child(Kind::LoopCardinality)); count && *count < 0)
        inspection.problem(loop, u"10.3.8 multiInstance.loopCardinality",
                           u"expected a loopCardinality of 0 or more but it is "_s + QString::number(*count));
    if (const Element *count = loop.child(Kind::LoopCardinality); count && isNeverWhole(*count))
        inspection.problem(loop, u"10.3.8 multiInstance.loopCardinality",
                           u"expected a loopCardinality that is an integer but it is "_s + count->trimmedText());
    const Element *const completion = loop.child(Kind::CompletionCondition);
    if (completion && isNeverBoolean(*completion))
        inspection.problem(loop, u"10.3.8 multiInstance.completionCondition",
                           u"expected a completionCondition that is true or false but it is "_s
                               + completion->trimmedText());
    checkLoopData(inspection, loop, Kind::LoopDataInputRef, Kind::InputDataItem, Kind::DataInput);
    checkLoopData(inspection, loop, Kind::LoopDataOutputRef, Kind::OutputDataItem, Kind::DataOutput);
    const QString behavior = loop.attribute(u"behavior");
    const bool lacks = (behavior == u"None" && loop.attribute(u"noneBehaviorEventRef").isEmpty())
        || (behavior == u"One" && loop.attribute(u"oneBehaviorEventRef").isEmpty())
        || (behavior == u"Complex" && !loop.child(Kind::ComplexBehaviorDefinition));
    if (lacks)
        inspection.problem(loop, u"10.3.8 multiInstance.behavior",
                           u"expected what the behavior '"_s + behavior + u"' of "_s + called(*loop.parent)
                               + u" throws but found nothing"_s);
}

void checkSubProcess(Inspection &inspection, const Element &process)
{
    const qsizetype starts = process.children(Kind::StartEvent).size();
    if (process.flag(u"triggeredByEvent", false) && starts != 1)
        inspection.problem(process, u"10.3.5 eventSubProcess.start",
                           u"expected one start event in the event sub-process of "_s + called(process)
                               + u" but found "_s + QString::number(starts));
    if (process.child(Kind::IoSpecification) && !process.child(Kind::MultiInstanceLoopCharacteristics))
        inspection.problem(process, u"10.4.1 subProcess.ioSpecification",
                           u"expected no data inputs and outputs at "_s + called(process)
                               + u", unless it is multi-instance, but found some"_s);
}

void checkAdHoc(Inspection &inspection, const Element &process)
{
    if (!process.child(Kind::Activity))
        inspection.problem(process, u"10.3.5 adHocSubProcess.activity",
                           u"expected an activity in "_s + called(process) + u" but there is none"_s);
    for (const Kind kind : {Kind::StartEvent, Kind::EndEvent})
        if (const Element *event = process.child(kind))
            inspection.problem(*event, u"10.3.5 adHocSubProcess.event",
                               u"expected neither start nor end event in "_s + called(process) + u" but found "_s
                                   + called(*event));
}

// The data of one side, each to be met once by the other side.
bool sameData(const Inspection &inspection, const QList<const Element *> &mine, QList<const Element *> theirs)
{
    if (mine.size() != theirs.size())
        return false;
    for (const Element *one : mine) {
        const auto at = std::find_if(theirs.begin(), theirs.end(), [&](const Element *other) {
            return inspection.sameItem(inspection.item(*one), inspection.item(*other));
        });
        if (at == theirs.end())
            return false;
        theirs.erase(at);
    }
    return true;
}

// BPMN 2.0.2 §10.3.6: the data of a call are exactly those of what it calls.
void checkCall(Inspection &inspection, const Element &call)
{
    const Element *const callee = inspection.referred(call, u"calledElement");
    if (!callee || !callee->is(Kind::CallableElement))
        return;
    const Element *const mine = call.child(Kind::IoSpecification);
    const Element *const theirs = callee->child(Kind::IoSpecification);
    for (const Kind kind : {Kind::DataInput, Kind::DataOutput}) {
        const auto data = [&](const Element *specification) {
            return specification ? specification->children(kind) : QList<const Element *>();
        };
        if ((mine || theirs) && !sameData(inspection, data(mine), data(theirs)))
            inspection.problem(call, u"10.3.6 callActivity."_s + nameOf(kind).toString(),
                               u"expected the "_s + nameOf(kind).toString() + u"s of "_s + called(call)
                                   + u" to be those of "_s + called(*callee) + u" but they are not"_s);
    }
    for (const Kind kind : {Kind::InputSet, Kind::OutputSet})
        if (mine && theirs && mine->children(kind).size() != theirs->children(kind).size())
            inspection.problem(call, u"10.3.6 callActivity."_s + nameOf(kind).toString(),
                               u"expected as many "_s + nameOf(kind).toString() + u"s of "_s + called(call)
                                   + u" as of "_s + called(*callee) + u" but they differ"_s);
    const QList<const Element *> starts = callee->children(Kind::StartEvent);
    const bool hasNone = std::any_of(starts.begin(), starts.end(), [](const Element *one) {
        return !one->child(Kind::EventDefinition) && !one->child(Kind::EventDefinitionRef);
    });
    if (callee->kind == Kind::Process && !starts.isEmpty() && !hasNone)
        inspection.problem(call, u"10.5.2 startEvent.called",
                           u"expected a start event without trigger in "_s + called(*callee) + u", which "_s
                               + called(call) + u" calls, but there is none"_s);
}

void checkPlace(Inspection &inspection, const Element &activity)
{
    if (activity.ancestor(Kind::Choreography))
        inspection.problem(activity, u"11.5 choreography.activity",
                           u"expected choreography activities in a choreography but found "_s + called(activity));
}

} // namespace

void checkActivities(Inspection &inspection)
{
    const Model &model = inspection.model();
    for (const Element *activity : model.all(Kind::Activity)) {
        checkQuantities(inspection, *activity);
        checkPlace(inspection, *activity);
        if (activity->is(Kind::SubProcess))
            checkSubProcess(inspection, *activity);
        if (activity->kind == Kind::AdHocSubProcess)
            checkAdHoc(inspection, *activity);
        if (activity->kind == Kind::CallActivity)
            checkCall(inspection, *activity);
    }
    for (const Element *loop : model.all(Kind::StandardLoopCharacteristics))
        checkStandardLoop(inspection, *loop);
    for (const Element *loop : model.all(Kind::MultiInstanceLoopCharacteristics))
        checkMultiInstance(inspection, *loop);
}

} // namespace naru::bpmn
