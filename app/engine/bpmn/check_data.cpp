// Items and data: collections, sets, associations (BPMN 2.0.2 §10.4).
#include "engine/bpmn/check_inspection.h"

#include <QRegularExpression>

#include <algorithm>

namespace naru::bpmn {

namespace {

void checkCollection(Inspection &inspection, const Element &data)
{
    const Element *const item = inspection.referred(data, u"itemSubjectRef");
    if (item && item->kind == Kind::ItemDefinition
        && item->flag(u"isCollection", false) != data.flag(u"isCollection", false))
        inspection.problem(data, u"8.4.10 itemDefinition.isCollection",
                           u"expected isCollection of "_s + called(data) + u" as "_s + called(*item)
                               + u" has it but they differ"_s);
}

// BPMN 2.0.2 §10.4.1: "Data Object Name [State]", where a reference shows its state in its name.
void checkReferenceName(Inspection &inspection, const Element &reference)
{
    static const QRegularExpression shown(u"\\A(.*?)\\s*\\[\\s*(.*?)\\s*\\]\\z"_s);
    const Element *const state = reference.child(Kind::DataState);
    const Element *const object = inspection.model().referred(reference, u"dataObjectRef");
    const auto match = shown.match(reference.label().trimmed());
    if (!state || !object || !match.hasMatch())
        return;
    if (match.captured(1) != object->label().trimmed() || match.captured(2) != state->label().trimmed())
        inspection.problem(reference, u"10.4.1 dataObjectReference.name",
                           u"expected the name '"_s + object->label() + u" ["_s + state->label() + u"]' but found '"_s
                               + reference.label() + u'\'');
}

// The ids that the children of a set name.
QStringList named(const Element &set, Kind references)
{
    return set.childTexts(references);
}

struct SetRules {
    Kind set;
    Kind data;
    Kind all;
    Kind optional;
    Kind whileExecuting;
    Kind otherSets;
    Kind back; // how the other sets name this one
};

constexpr SetRules inputs{
    Kind::InputSet,      Kind::DataInput,   Kind::DataInputRefs, Kind::OptionalInputRefs, Kind::WhileExecutingInputRefs,
    Kind::OutputSetRefs, Kind::InputSetRefs};
constexpr SetRules outputs{Kind::OutputSet,
                           Kind::DataOutput,
                           Kind::DataOutputRefs,
                           Kind::OptionalOutputRefs,
                           Kind::WhileExecutingOutputRefs,
                           Kind::InputSetRefs,
                           Kind::OutputSetRefs};

void checkSet(Inspection &inspection, const Element &set, const SetRules &rules)
{
    const QStringList all = named(set, rules.all);
    for (const Kind subset : {rules.optional, rules.whileExecuting})
        for (const QString &one : named(set, subset))
            if (!all.contains(one))
                inspection.problem(set, u"10.4.1 "_s + nameOf(rules.set).toString() + u'.' + nameOf(subset).toString(),
                                   u"expected '"_s + one + u"' among the "_s + nameOf(rules.all).toString() + u" of "_s
                                       + called(set) + u" but it is not"_s);
    for (const QString &name : all)
        if (const Element *data = inspection.model().find(name);
            data && data->kind == rules.data && data->parent != set.parent)
            inspection.problem(set, u"10.4.1 "_s + nameOf(rules.set).toString() + u'.' + nameOf(rules.all).toString(),
                               u"expected data of the same element in "_s + called(set) + u" but "_s + called(*data)
                                   + u" belongs to another"_s);
    for (const QString &name : named(set, rules.otherSets)) {
        const Element *const other = inspection.model().find(name);
        if (other && (other->is(Kind::InputSet) || other->is(Kind::OutputSet))
            && !named(*other, rules.back).contains(set.id()))
            inspection.problem(set,
                               u"10.4.1 "_s + nameOf(rules.set).toString() + u'.' + nameOf(rules.otherSets).toString(),
                               u"expected "_s + called(*other) + u" to name "_s + called(set)
                                   + u", which names it, but it does not"_s);
    }
}

void checkSpecification(Inspection &inspection, const Element &specification)
{
    for (const SetRules &rules : {inputs, outputs}) {
        QStringList used;
        for (const Element *set : specification.children(rules.set)) {
            checkSet(inspection, *set, rules);
            used += named(*set, rules.all);
        }
        for (const Element *data : specification.children(rules.data))
            if (!used.contains(data->id()))
                inspection.problem(*data,
                                   u"10.4.1 "_s + nameOf(rules.data).toString() + u'.' + nameOf(rules.set).toString(),
                                   u"expected "_s + called(*data) + u" in one "_s + nameOf(rules.set).toString()
                                       + u" at least but it is in none"_s);
    }
}

bool isItemAware(const Element &element)
{
    static const QList<Kind> kinds{Kind::DataInput,           Kind::DataOutput, Kind::DataObject,
                                   Kind::DataObjectReference, Kind::Property,   Kind::DataStore,
                                   Kind::DataStoreReference};
    return kinds.contains(element.kind) || element.is(Kind::DataInput) || element.is(Kind::DataOutput);
}

// What a process, or global task, takes in or gives out is filled, or read, by its caller.
void checkProcessData(Inspection &inspection, const Element &association, const Element &data, Kind kind)
{
    const Element *const specification = data.parent;
    if (data.kind == kind && specification->kind == Kind::IoSpecification
        && specification->parent->is(Kind::CallableElement))
        inspection.problem(association,
                           kind == Kind::DataInput ? u"10.4.1 dataInput.association" : u"10.4.1 dataOutput.association",
                           u"expected no data association "_s + (kind == Kind::DataInput ? u"into "_s : u"out of "_s)
                               + called(data) + u" of "_s + called(*specification->parent) + u" but found one"_s);
}

bool isAround(const Element &outer, const Element *inner)
{
    while (inner && inner != &outer)
        inner = inner->parent;
    return inner;
}

// Whose data it is: what may refer to it lies there, or within.
const Element *ownerOf(const Element &data)
{
    const Element *const parent = data.parent;
    const bool isWrapped =
        parent && (parent->kind == Kind::IoSpecification || parent->is(Kind::MultiInstanceLoopCharacteristics));
    return isWrapped ? parent->parent : parent;
}

// BPMN 2.0.2 §10.4.1, §10.4.2: an association fills inputs, or reads outputs, of the activity or event that it belongs
// to; all other data it must be able to see.
void checkVisibility(Inspection &inspection, const Element &association, const Element &data, Kind end)
{
    const Element *const owner = ownerOf(data);
    if (!owner || owner->kind == Kind::Definitions)
        return;
    const bool fills = association.kind == Kind::DataInputAssociation && end == Kind::TargetRef;
    const bool reads = association.kind == Kind::DataOutputAssociation && end == Kind::SourceRef;
    const bool isOwned = (fills && data.is(Kind::DataInput)) || (reads && data.is(Kind::DataOutput));
    if (isOwned ? owner != association.parent : !isAround(*owner, association.parent))
        inspection.problem(association, u"10.4.2 dataAssociation.visibility",
                           u"expected data "_s + (isOwned ? u"of "_s : u"that are visible to "_s)
                               + called(*association.parent) + u" at the end of its "_s + called(association)
                               + u" but found "_s + called(data) + u" of "_s + called(*owner));
}

void checkAssociation(Inspection &inspection, const Element &association)
{
    QList<const Element *> ends;
    QList<const Element *> sources;
    for (const Kind kind : {Kind::SourceRef, Kind::TargetRef})
        for (const QString &id : association.childTexts(kind)) {
            const Element *const data = inspection.model().find(id);
            if (!data)
                continue;
            if (!isItemAware(*data)) {
                inspection.problem(association, u"10.4.1 dataAssociation.ends",
                                   u"expected data at the ends of "_s + called(association) + u" but found "_s
                                       + called(*data));
                continue;
            }
            checkVisibility(inspection, association, *data, kind);
            checkProcessData(inspection, association, *data,
                             kind == Kind::TargetRef ? Kind::DataInput : Kind::DataOutput);
            (kind == Kind::SourceRef ? sources : ends).append(data);
        }
    if (association.child(Kind::Transformation))
        return;
    if (association.children(Kind::SourceRef).size() > 1 && !association.child(Kind::Assignment))
        inspection.problem(association, u"10.4.1 dataAssociation.sourceRef",
                           u"expected one source of "_s + called(association)
                               + u" without transformation but found several"_s);
    if (sources.size() != 1 || ends.size() != 1 || association.child(Kind::Assignment))
        return;
    const Element *const from = inspection.item(*sources.first());
    const Element *const to = inspection.item(*ends.first());
    if (from && to && !inspection.sameItem(from, to))
        inspection.problem(association, u"10.4.1 dataAssociation.item",
                           u"expected the same item at both ends of "_s + called(association)
                               + u" without transformation but they differ"_s);
}

// BPMN 2.0.2 §8.4.3, §10.3: what is offered as a service binds its inputs and outputs to operations of its interfaces.
void checkService(Inspection &inspection, const Element &callable)
{
    const QStringList names = callable.childTexts(Kind::SupportedInterfaceRef);
    const QList<const Element *> bindings = callable.children(Kind::IoBinding);
    if (!names.isEmpty() && bindings.isEmpty())
        inspection.problem(callable, u"10.3 callableElement.ioBinding",
                           u"expected an ioBinding of "_s + called(callable)
                               + u", as it supports an interface, but there is none"_s);
    QList<const Element *> interfaces;
    for (const QString &name : names)
        interfaces.append(inspection.target(callable, name).element);
    const Element *const data = callable.child(Kind::IoSpecification);
    for (const Element *binding : bindings) {
        const Element *const operation = inspection.referred(*binding, u"operationRef");
        if (operation && !interfaces.contains(operation->parent))
            inspection.problem(*binding, u"10.4.1 inputOutputBinding.operationRef",
                               u"expected an operation of an interface that "_s + called(callable)
                                   + u" supports but found "_s + called(*operation));
        for (const QStringView side : {u"inputDataRef", u"outputDataRef"})
            if (const Element *set = inspection.model().referred(*binding, side); set && set->parent != data)
                inspection.problem(*binding, u"10.4.1 inputOutputBinding."_s + side.toString(),
                                   u"expected a set of "_s + called(callable) + u" but found "_s + called(*set));
    }
}

} // namespace

void checkData(Inspection &inspection)
{
    const Model &model = inspection.model();
    for (const Element *callable : model.all(Kind::CallableElement))
        checkService(inspection, *callable);
    for (const Kind kind : {Kind::DataInput, Kind::DataOutput, Kind::DataObject})
        for (const Element *data : model.all(kind))
            checkCollection(inspection, *data);
    for (const Element *reference : model.all(Kind::DataObjectReference))
        checkReferenceName(inspection, *reference);
    for (const Element *specification : model.all(Kind::IoSpecification))
        checkSpecification(inspection, *specification);
    for (const Element *association : model.all(Kind::DataAssociation))
        checkAssociation(inspection, *association);
}

} // namespace naru::bpmn
