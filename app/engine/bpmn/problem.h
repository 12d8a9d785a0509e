// What is wrong, or doubtful, in a model, said in full before anything runs.
#pragma once

#include <QString>

namespace naru::bpmn {

struct Problem {
    QString element; // id of the element, or of the nearest one around it that has one
    QString rule; // clause of BPMN 2.0.2 and name: "10.5.2 startEvent.outgoing"; of a definition "expression", "reference", …
    QString text; // "expected … but …"
    int line = 0; // of the file; 0: unknown
};

} // namespace naru::bpmn
