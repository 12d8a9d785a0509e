// External functions of the form {java: {class, method signature}} without a Java machine: the methods that models
// call, emulated on exact numbers (DMN 1.5 §10.3.2.13.3).
#pragma once

#include "engine/feel/function.h"

namespace naru::feel {

// The function that the mapping names; null with a warning where there is none.
Value externalFunction(Evaluation &evaluation, const QList<Parameter> &parameters, const Value &mapping);

} // namespace naru::feel
