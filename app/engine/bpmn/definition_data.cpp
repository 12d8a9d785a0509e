// Data of a definition: which variables there are, what activities take and give, and loops over them.
#include "engine/bpmn/definition_builder.h"

namespace naru::bpmn {

namespace {

// What holds a value in a body or at a node, in the order of the file.
QList<const Element *> itemsOf(const Element &owner)
{
    QList<const Element *> items;
    for (const Element *child : owner.children()) {
        switch (child->kind) {
        case Kind::DataObject:
        case Kind::DataStoreReference:
        case Kind::Property:
        case Kind::DataInput:
        case Kind::DataOutput:
        case Kind::InputDataItem:
        case Kind::OutputDataItem:
            items.append(child);
            break;
        case Kind::IoSpecification:
        case Kind::MultiInstanceLoopCharacteristics:
            items += itemsOf(*child);
            break;
        default:
            break;
        }
    }
    return items;
}

} // namespace

void DefinitionBuilder::declareData()
{
    // Editors write the name on the reference, and leave the data object bare.
    QHash<const Element *, QString> labels; // asked, never walked through
    for (const Element *reference : all(Kind::DataObjectReference)) {
        const Element *object = referred(*reference, u"dataObjectRef");
        if (object && !labels.contains(object) && !reference->label().isEmpty())
            labels.insert(object, reference->label());
    }
    const auto declareAll = [&](const Element &owner, QStringList &into) {
        for (const Element *item : itemsOf(owner)) {
            QString name = item->label().isEmpty() ? labels.value(item) : item->label();
            // An input and an output of one name are one variable.
            const bool isPlain = item->kind == Kind::DataObject || item->kind == Kind::Property;
            if (name.isEmpty() || (isPlain && into.contains(name)))
                name = idOf(*item);
            m_variables.insert(item, name);
            into.append(name);
        }
    };
    for (int i = 0; i < m_bodyElements.size(); ++i) {
        declareAll(*m_bodyElements[i], m_parts.bodies[i].variables);
        m_parts.bodies[i].variables.removeDuplicates();
        m_parts.bodies[i].data = interfaceOf(*m_bodyElements[i]);
    }
    for (Node &node : m_parts.nodes) {
        if (node.inner >= 0 && !node.isCall)
            continue; // a sub-process: its body has them
        QStringList all;
        declareAll(*node.element, all);
        for (const Element *property : node.element->children(Kind::Property))
            node.properties.append(m_variables.value(property));
    }
}

QStringList DefinitionBuilder::declaredAt(const Element &place) const
{
    QStringList names;
    for (const Element *at = &place; at; at = at->parent)
        for (const Element *item : itemsOf(*at))
            names.append(m_variables.value(item));
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

// The variable that a reference to an item names: a data object may be meant by its reference.
QString DefinitionBuilder::variableOf(const Element &from, const QString &reference) const
{
    const Element *item = refer(from, reference);
    if (item && item->kind == Kind::DataObjectReference)
        item = referred(*item, u"dataObjectRef");
    return m_variables.value(item);
}

void DefinitionBuilder::readData(Node &node)
{
    if (node.inner >= 0 && !node.isCall)
        node.data = m_parts.bodies[node.inner].data;
    else
        node.data = interfaceOf(*node.element);
    for (const Element *association : node.element->children(Kind::DataInputAssociation))
        node.data.inward.append(associationOf(*association, *node.element));
    for (const Element *association : node.element->children(Kind::DataOutputAssociation))
        node.data.outward.append(associationOf(*association, *node.element));
}

DataInterface DefinitionBuilder::interfaceOf(const Element &owner)
{
    DataInterface data;
    const Element *specification = owner.child(Kind::IoSpecification);
    // Events hold their inputs and outputs themselves (§10.5.1).
    const Element &holder = specification ? *specification : owner;
    const auto read = [&](Kind kind, QList<DataItem> &items) {
        for (const Element *item : holder.children(kind))
            items.append({idOf(*item), m_variables.value(item), item->flag(u"isCollection", false)});
    };
    read(Kind::DataInput, data.inputs);
    read(Kind::DataOutput, data.outputs);
    data.isDeclared = specification || !data.inputs.isEmpty() || !data.outputs.isEmpty();
    if (specification)
        readSets(data, *specification);
    return data;
}

// §10.4.1: what is optional, or may come while the activity runs, need not be there.
void DefinitionBuilder::readSets(DataInterface &data, const Element &specification)
{
    const auto setOf = [this](const Element &set, Kind of, QList<Kind> notNeeded) {
        DataInterface::Set out;
        QStringList optional;
        for (const Kind kind : notNeeded)
            optional += set.childTexts(kind);
        for (const QString &name : set.childTexts(of) + optional) {
            const QString variable = variableOf(set, name);
            if (variable.isEmpty() || out.all.contains(variable))
                continue;
            out.all.append(variable);
            if (!optional.contains(name))
                out.required.append(variable);
        }
        return out;
    };
    for (const Element *set : specification.children(Kind::InputSet))
        data.inputSets.append(setOf(*set, Kind::DataInputRefs, {Kind::OptionalInputRefs, Kind::WhileExecutingInputRefs}));
    for (const Element *set : specification.children(Kind::OutputSet))
        data.outputSets.append(setOf(*set, Kind::DataOutputRefs, {Kind::OptionalOutputRefs, Kind::WhileExecutingOutputRefs}));
}

DataAssociation DefinitionBuilder::associationOf(const Element &association, const Element &owner)
{
    DataAssociation result;
    QStringList sources = association.childTexts(Kind::SourceRef);
    for (const QString &source : sources) {
        const QString variable = variableOf(association, source);
        if (variable.isEmpty())
            problem(owner, u"reference"_s, u"expected data '"_s + source + u"' to read but there are none"_s);
        else
            result.sources.append(variable);
    }
    if (const Element *target = association.child(Kind::TargetRef))
        result.target = variableOf(association, target->trimmedText());
    if (result.target.isEmpty())
        problem(owner, u"reference"_s, u"expected data to write but there are none"_s);
    result.transformation = expressionOf(association.child(Kind::Transformation));
    for (const Element *assignment : association.children(Kind::Assignment)) {
        const Element *to = assignment->child(Kind::To);
        QStringList path = to ? to->trimmedText().split(u'.') : QStringList();
        for (QString &step : path)
            step = step.trimmed();
        if (path.isEmpty() || path.contains(QString())) {
            problem(owner, u"assignment"_s, u"expected a name to assign to but there is none"_s);
            continue;
        }
        const QString variable = variableOf(association, path.first());
        if (!variable.isEmpty())
            path.first() = variable;
        result.assignments.append({expressionOf(assignment->child(Kind::From)), path});
    }
    return result;
}

void DefinitionBuilder::readLoop(Node &node)
{
    const Element *loop = node.element->child(Kind::LoopCharacteristics);
    if (!loop)
        return;
    const QStringList own{u"loopCounter"_s};
    if (loop->kind == Kind::MultiInstanceLoopCharacteristics) {
        readMultiInstance(node, *loop);
        return;
    }
    node.loop.type = Loop::Type::Standard;
    node.loop.testsBefore = loop->flag(u"testBefore", false);
    node.loop.condition = expressionOf(loop->child(Kind::LoopCondition), own);
    const QString maximum = loop->attribute(u"loopMaximum");
    bool isWhole = true;
    if (!maximum.isNull())
        node.loop.maximum = maximum.trimmed().toLongLong(&isWhole);
    if (!isWhole || (!maximum.isNull() && node.loop.maximum < 0))
        problem(*node.element, u"loop"_s,
                u"expected loopMaximum to be 0 or more but it is '"_s + maximum + u'\'');
    if (!node.loop.condition && maximum.isNull())
        problem(*node.element, u"loop"_s, u"expected a loop condition or a maximum but there is neither"_s);
}

void DefinitionBuilder::readMultiInstance(Node &node, const Element &loop)
{
    const auto variable = [&](Kind kind) {
        const Element *reference = loop.child(kind);
        return reference ? variableOf(*reference, reference->trimmedText()) : QString();
    };
    Loop &read = node.loop;
    read.type = loop.flag(u"isSequential", false) ? Loop::Type::Sequential : Loop::Type::Parallel;
    read.cardinality = expressionOf(loop.child(Kind::LoopCardinality));
    read.condition = expressionOf(loop.child(Kind::CompletionCondition));
    read.collection = variable(Kind::LoopDataInputRef);
    read.collected = variable(Kind::LoopDataOutputRef);
    if (const Element *item = loop.child(Kind::InputDataItem))
        read.item = m_variables.value(item);
    if (const Element *item = loop.child(Kind::OutputDataItem))
        read.output = m_variables.value(item);
    if (!read.cardinality && read.collection.isEmpty())
        problem(*node.element, u"loop"_s, u"expected a cardinality or a collection but there is neither"_s);

    const QString behavior = loop.attribute(u"behavior");
    const auto throwsAt = [&](QStringView attribute) {
        if (const Element *event = referred(loop, attribute))
            read.thrown.append({{}, triggerOf(*event)});
    };
    if (behavior == u"None"_s) {
        read.behavior = Loop::Behavior::None;
        throwsAt(u"noneBehaviorEventRef");
    } else if (behavior == u"One"_s) {
        read.behavior = Loop::Behavior::One;
        throwsAt(u"oneBehaviorEventRef");
    } else if (behavior == u"Complex"_s) {
        read.behavior = Loop::Behavior::Complex;
        for (const Element *one : loop.children(Kind::ComplexBehaviorDefinition)) {
            const ExpressionPointer condition = expressionOf(one->child(Kind::Condition));
            const Element *event = one->child(Kind::Event);
            for (const Trigger &trigger : event ? triggersOf(*event) : QList<Trigger>())
                read.thrown.append({condition, trigger});
        }
    }
}

} // namespace naru::bpmn
