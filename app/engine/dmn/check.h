// Everything that is wrong or doubtful in a model, at once.
#pragma once

#include "engine/dmn/decision_model.h"

namespace naru::dmn {

// The problems of loading, those of the elements as written (names, ids, references that decide nothing), and warnings
// about the tables.
QList<Problem> check(const DecisionModel &model);

// Rules of one table that can match together where only one may, and inputs that no rule takes. Only what constants
// show.
QList<Problem> checkTable(const Expression &expression);

} // namespace naru::dmn
