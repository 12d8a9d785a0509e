// Tasks that call, send, and receive, scripts, and who performs them (BPMN 2.0.2 §10.3.1, §10.3.3).
#include "engine/bpmn/check_inspection.h"

#include <algorithm>

namespace naru::bpmn {

namespace {

// One set and one data element at most on the side that a message fills or is filled from, of the message's item.
void checkMessageData(Inspection &inspection, const Element &task, Kind set, Kind data, const Element *message)
{
    const Element *const specification = task.child(Kind::IoSpecification);
    if (!specification)
        return;
    const QList<const Element *> all = specification->children(data);
    const QString rule = u"10.3.3 "_s + nameOf(task.kind).toString() + u'.';
    if (specification->children(set).size() > 1)
        inspection.problem(task, rule + nameOf(set).toString(),
                           u"expected one "_s + nameOf(set).toString() + u" of "_s + called(task)
                               + u" but found several"_s);
    if (all.size() > 1)
        inspection.problem(task, rule + nameOf(data).toString(),
                           u"expected one "_s + nameOf(data).toString() + u" of "_s + called(task)
                               + u" but found several"_s);
    if (message && all.size() == 1 && !inspection.sameItem(inspection.item(*all.first()), inspection.item(*message)))
        inspection.problem(task, rule + nameOf(data).toString(),
                           u"expected "_s + called(*all.first()) + u" of the same item as "_s + called(*message)
                               + u" but it is of another"_s);
}

void checkServiceTask(Inspection &inspection, const Element &task)
{
    const Element *const operation = inspection.referred(task, u"operationRef");
    if (!operation || operation->kind != Kind::Operation)
        return; // an extension says what is called, and with which data
    const auto message = [&](Kind reference) {
        const Element *const child = operation->child(reference);
        return child ? inspection.target(*child, child->text()).element : nullptr;
    };
    checkMessageData(inspection, task, Kind::InputSet, Kind::DataInput, message(Kind::InMessageRef));
    checkMessageData(inspection, task, Kind::OutputSet, Kind::DataOutput, message(Kind::OutMessageRef));
}

// BPMN 2.0.2 §10.3.3: a receive task begins a process if nothing flows into it, or what flows there comes from start
// events.
void checkInstantiation(Inspection &inspection, const Element &task)
{
    if (!task.flag(u"instantiate", false))
        return;
    const QList<const Element *> incoming = inspection.incoming(task);
    const bool isFirst = std::all_of(incoming.begin(), incoming.end(), [&](const Element *flow) {
        const Element *const from = inspection.model().referred(*flow, u"sourceRef");
        return from && from->kind == Kind::StartEvent;
    });
    if (!isFirst || (incoming.isEmpty() && task.parent->child(Kind::StartEvent)))
        inspection.problem(task, u"10.3.3 receiveTask.instantiate",
                           u"expected nothing before "_s + called(task)
                               + u", which begins the process, but there is"_s);
}

// BPMN 2.0.2 Table 10.11.
void checkScript(Inspection &inspection, const Element &task)
{
    const Element *const script = task.child(Kind::Script);
    const QStringView format = task.kind == Kind::ScriptTask ? u"scriptFormat" : u"scriptLanguage";
    if (!script || !task.attribute(format).isEmpty())
        return;
    const QString text =
        u"expected "_s + format.toString() + u" of "_s + called(task) + u", as it has a script, but there is none"_s;
    if (inspection.namesLanguage())
        inspection.problem(task, u"10.3.3 scriptTask.scriptFormat", text);
    else
        inspection.warning(task, u"10.3.3 scriptTask.scriptFormat", text);
}

void checkResourceRole(Inspection &inspection, const Element &role)
{
    const Element *const resourceRef = role.child(Kind::ResourceRef);
    const Element *const resource =
        resourceRef ? inspection.target(*resourceRef, resourceRef->text()).element : nullptr;
    for (const Element *binding : role.children(Kind::ResourceParameterBinding))
        if (const Element *parameter = inspection.referred(*binding, u"parameterRef");
            parameter && resource && parameter->parent != resource)
            inspection.problem(*binding, u"10.3.1 resourceParameterBinding.parameterRef",
                               u"expected a parameter of "_s + called(*resource) + u" but found "_s
                                   + called(*parameter));
}

} // namespace

void checkTasks(Inspection &inspection)
{
    const Model &model = inspection.model();
    for (const Element *task : model.all(Kind::ServiceTask))
        checkServiceTask(inspection, *task);
    for (const Element *task : model.all(Kind::SendTask))
        checkMessageData(inspection, *task, Kind::InputSet, Kind::DataInput, inspection.referred(*task, u"messageRef"));
    for (const Element *task : model.all(Kind::ReceiveTask)) {
        checkMessageData(inspection, *task, Kind::OutputSet, Kind::DataOutput,
                         inspection.referred(*task, u"messageRef"));
        checkInstantiation(inspection, *task);
    }
    for (const Element *task : model.all(Kind::ScriptTask) + model.all(Kind::GlobalScriptTask))
        checkScript(inspection, *task);
    for (const Element *role : model.all(Kind::ResourceRole))
        checkResourceRole(inspection, *role);
}

} // namespace naru::bpmn
