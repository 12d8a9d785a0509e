// Ids, what references name, and what is imported.
#include "engine/bpmn/check_inspection.h"

#include <QSet>

#include <algorithm>

namespace naru::bpmn {

namespace {

// REQUIRES: the rule refers to an element.
void checkReference(Inspection &inspection, const Element &element, QStringView name, const ValueRule &rule,
                    const QString &value)
{
    if (value.trimmed().isEmpty())
        return; // the schema wants a name
    const Inspection::Target target = inspection.target(element, value);
    const QString reference = u'\'' + name.toString() + u"' of "_s + called(element);
    const bool isHere = target.element && target.element == inspection.model().refer(element, value);
    if (!target.element && target.isOutOfSight) {
        inspection.warning(element, u"8.2.2 reference.outOfSight",
                           u"expected "_s + reference + u" to be readable but '"_s + value
                               + u"' is in a file that is not"_s);
    } else if (!target.element && namespaceOf(element.kind) != modelNamespace) {
        inspection.warning(element, u"12.2 diagram.reference",
                           u"expected "_s + reference + u" to name an element but there is no '"_s + value + u'\'');
    } else if (!target.element || (rule.type == ValueType::IdRef && !isHere)) {
        inspection.problem(element, u"8.3.1 reference.unresolved",
                           u"expected "_s + reference + u" to name an element but there is no '"_s + value + u'\'');
    } else if (!derives(target.element->kind, rule.target)) {
        inspection.problem(element, u"8.3.1 reference.type",
                           u"expected "_s + reference + u" to name a "_s + nameOf(rule.target).toString() + u" but '"_s
                               + value + u"' is a "_s + nameOf(target.element->kind).toString());
    }
}

void checkReferencesOf(Inspection &inspection, const Element &element)
{
    if (const TypeRule *type = typeOf(element.kind)) {
        for (const AttributeRule &rule : type->attributes)
            if (const QString value = element.attribute(rule.name); rule.value.refersToElement() && !value.isNull())
                checkReference(inspection, element, rule.name, rule.value, value);
        return;
    }
    const TypeRule *const around = element.parent ? typeOf(element.parent->kind) : nullptr;
    const int place = around && element.kind != Kind::Foreign ? around->placeOf(element.kind) : -1;
    if (place >= 0 && around->particles[place].value.refersToElement())
        checkReference(inspection, *element.parent, nameOf(element.kind), around->particles[place].value,
                       element.text());
}

void checkIds(Inspection &inspection)
{
    QSet<QString> seen;
    for (const Element *one : inspection.model().elements()) {
        const TypeRule *const type = typeOf(one->kind);
        const QString id = type && type->attribute(u"id") ? one->id().trimmed() : QString();
        if (!id.isEmpty() && seen.contains(id))
            inspection.problem(*one, u"8.3.1 baseElement.id",
                               u"expected the id '"_s + id + u"' once but "_s + called(*one) + u" has it too"_s);
        seen.insert(id);
        // An id is required where something refers to the element, as its sequence flows must.
        const bool isConnected = one->is(Kind::FlowNode) && (one->child(Kind::Incoming) || one->child(Kind::Outgoing));
        if (id.isEmpty() && (isConnected || one->kind == Kind::SequenceFlow))
            inspection.problem(*one, u"8.3.1 baseElement.id",
                               u"expected an id of "_s + called(*one) + u", to which others refer, but it has none"_s);
    }
}

void checkImports(Inspection &inspection)
{
    const QList<const Element *> elements = inspection.model().definitions().children(Kind::Import);
    for (qsizetype i = 0; i < std::min(elements.size(), inspection.imports().size()); ++i) {
        const Imported &imported = inspection.imports()[i];
        const Element &element = *elements[i];
        const bool isBpmn = element.attribute(u"importType") == modelNamespace;
        if (!imported.error.isEmpty())
            inspection.problem(element, u"8.2.2 import.location",
                               u"expected '"_s + imported.location + u"' to be readable but "_s + imported.error);
        else if (imported.isMissing || (isBpmn && !imported.model))
            inspection.warning(element, u"8.2.2 import.location",
                               u"expected '"_s + imported.location + u"' beside the model but it is not there"_s);
        if (!imported.model)
            continue;
        if (imported.model->targetNamespace() != imported.namespaceUri)
            inspection.problem(element, u"8.2.2 import.namespace",
                               u"expected '"_s + imported.location + u"' to define '"_s + imported.namespaceUri
                                   + u"' but it defines '"_s + imported.model->targetNamespace() + u'\'');
        if (imported.namespaceUri != inspection.model().targetNamespace())
            continue;
        for (const Element *one : inspection.model().all(Kind::BaseElement))
            if (const QString id = one->id(); !id.isEmpty() && imported.model->find(id))
                inspection.problem(*one, u"8.3.1 baseElement.id",
                                   u"expected the id '"_s + id + u"' once in the namespace but '"_s + imported.location
                                       + u"' has it too"_s);
    }
}

} // namespace

void checkReferences(Inspection &inspection)
{
    checkIds(inspection);
    checkImports(inspection);
    for (const Element *one : inspection.model().elements())
        checkReferencesOf(inspection, *one);
}

} // namespace naru::bpmn
