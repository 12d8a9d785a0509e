#include "engine/bpmn/check_inspection.h"

#include <algorithm>

namespace naru::bpmn {

QString called(const Element &element)
{
    const QString id = element.id();
    return nameOf(element.kind).toString() + (id.isEmpty() ? QString() : u" '"_s + id + u'\'');
}

Inspection::Inspection(const Model &model, const QList<Imported> &imports)
    : m_model(model)
    , m_imports(imports)
{
    collectFlows();
    for (const Element *participant : model.all(Kind::Participant))
        if (const Element *process = referred(*participant, u"processRef"); process && !m_pools.contains(process))
            m_pools.insert(process, participant);
}

void Inspection::collectFlows()
{
    for (const Element *flow : m_model.all(Kind::SequenceFlow)) {
        if (const Element *from = m_model.referred(*flow, u"sourceRef"))
            m_outgoing[from].append(flow);
        if (const Element *to = m_model.referred(*flow, u"targetRef"))
            m_incoming[to].append(flow);
    }
    for (const Element *event : m_model.all(Kind::BoundaryEvent))
        if (const Element *activity = m_model.referred(*event, u"attachedToRef"))
            m_boundary[activity].append(event);
    for (const Element *association : m_model.all(Kind::Association))
        for (const QStringView end : {u"sourceRef", u"targetRef"})
            if (const Element *element = m_model.referred(*association, end))
                m_associations[element].append(association);
}

Problem Inspection::finding(const Element &at, QStringView rule, const QString &text) const
{
    const Element *named = &at;
    while (named->parent && (named->kind == Kind::Foreign || named->id().isEmpty()))
        named = named->parent;
    return {named->id(), rule.toString(), text, at.line};
}

void Inspection::problem(const Element &at, QStringView rule, const QString &text)
{
    m_findings.problems.append(finding(at, rule, text));
}
void Inspection::warning(const Element &at, QStringView rule, const QString &text)
{
    m_findings.warnings.append(finding(at, rule, text));
}

Inspection::Target Inspection::target(const Element &from, QStringView reference) const
{
    const QStringView name = reference.trimmed();
    if (name.isEmpty())
        return {};
    if (const Element *here = m_model.refer(from, name))
        return {here, false};
    const qsizetype colon = name.indexOf(u':');
    const QString uri = colon < 0 ? QString() : from.namespaceOf(name.first(colon));
    Target found;
    for (const Imported &one : m_imports) {
        // A name without prefix is looked for in every import: tools write them so.
        if (colon >= 0 && one.namespaceUri != uri)
            continue;
        if (!one.model)
            found.isOutOfSight = found.isOutOfSight || colon < 0 || !one.isMissing;
        else if (const Element *there = one.model->find(name.sliced(colon + 1)))
            return {there, false};
    }
    return found;
}

QList<const Element *> Inspection::eventDefinitions(const Element &event) const
{
    QList<const Element *> out = event.children(Kind::EventDefinition);
    for (const Element *reference : event.children(Kind::EventDefinitionRef))
        if (const Element *definition = target(*reference, reference->text()).element;
            definition && definition->is(Kind::EventDefinition))
            out.append(definition);
    return out;
}

bool Inspection::hasDefinition(const Element &event, Kind of) const
{
    const QList<const Element *> all = eventDefinitions(event);
    return std::any_of(all.begin(), all.end(), [of](const Element *one) { return one->kind == of; });
}

bool Inspection::isExecutable(const Element &element)
{
    const Element *const process = element.kind == Kind::Process ? &element : element.ancestor(Kind::Process);
    return process && process->flag(u"isExecutable", false);
}

bool Inspection::isBoundByExtension(const Element &element)
{
    // Engines that bind messages and the like in their own way; other extensions hold styles and notes.
    static const QStringList engines{u"http://camunda.org/schema/zeebe/1.0"_s, u"http://camunda.org/schema/1.0/bpmn"_s,
                                     u"http://activiti.org/bpmn"_s, u"http://flowable.org/bpmn"_s,
                                     u"http://www.jboss.org/drools"_s};
    for (const Attribute &one : element.attributes)
        if (engines.contains(one.name.uri))
            return true;
    const Element *const extension = element.child(Kind::ExtensionElements);
    const QList<const Element *> parts = extension ? extension->children() : QList<const Element *>();
    return std::any_of(parts.begin(), parts.end(), [](const Element *one) { return engines.contains(one->name.uri); });
}

const Element *Inspection::item(const Element &itemAware) const
{
    for (const QStringView attribute : {u"itemSubjectRef", u"itemRef", u"structureRef"})
        if (const Element *found = referred(itemAware, attribute); found && found->kind == Kind::ItemDefinition)
            return found;
    for (const QStringView attribute : {u"dataObjectRef", u"dataStoreRef"})
        if (const Element *data = referred(itemAware, attribute);
            data && (data->kind == Kind::DataObject || data->kind == Kind::DataStore))
            return referred(*data, u"itemSubjectRef");
    return nullptr;
}

bool Inspection::sameItem(const Element *one, const Element *other) const
{
    if (one == other)
        return true;
    return one && other && !one->attribute(u"structureRef").isEmpty()
        && one->attribute(u"structureRef") == other->attribute(u"structureRef");
}

const Element *Inspection::pool(const Element &element) const
{
    if (element.kind == Kind::Participant)
        return &element;
    const Element *const process = element.kind == Kind::Process ? &element : element.ancestor(Kind::Process);
    return m_pools.value(process, process);
}

} // namespace naru::bpmn
