#include "engine/bpmn/check.h"

#include "engine/bpmn/check_inspection.h"

namespace naru::bpmn {

Findings check(const Model &model, const QList<Imported> &imports)
{
    Inspection inspection(model, imports);
    for (const auto rules : {checkSchema, checkReferences, checkFlow, checkGateways, checkEvents, checkEventDefinitions,
                             checkActivities, checkTasks, checkData, checkExpressions, checkCollaboration})
        rules(inspection);
    return inspection.findings();
}

QList<Imported> importsOf(const Model &model)
{
    QList<Imported> out;
    for (const Element *one : model.definitions().children(Kind::Import))
        out.append({one->attribute(u"location"), one->attribute(u"namespace"), nullptr, false, {}});
    return out;
}

} // namespace naru::bpmn
