// What a task of a model tells the runner, beyond what BPMN itself says: attributes of the namespace "urn:naru:bpmn", and
// the standard's own operation and resources.
#pragma once

#include "engine/bpmn/definition.h"

namespace naru::run {

inline constexpr QStringView settingsNamespace = u"urn:naru:bpmn";

struct TaskSettings {
    QString operation; // service task: "office.planPersonnelOrder", of operationRef's interface and operation
    QString decision; // naru:decision
    QString result; // naru:result: the variable that takes the value of a decision or script; the decision's name
    QString form; // naru:form
    QStringList candidates; // FEEL of each potentialOwner: "\"role:인사\"", or a list
    QString due; // naru:due: an ISO 8601 duration, "PT8H"
    int dueWorkingDays = 0; // naru:dueWorkingDays
    QList<int> remind; // naru:remind: working days after the day it is due, before it for negative ones: "-1 0 2"
    int escalateAfter = 0; // naru:escalateAfter: working days after that day; 0: never
    QString escalateTo; // naru:escalateTo: "head", "deputy" (of each candidate), or FEEL of candidates; "head"
    int priority = 50; // naru:priority
    QStringList problems; // values that make no sense
};

TaskSettings settingsOf(const bpmn::Node &node);

} // namespace naru::run
