// The functions of the standard (DMN 1.5 §10.3.4): one table row each, in the file of their group.
#pragma once

#include "engine/feel/function.h"

#include <vector>

namespace naru::feel {

// A row: the signature says names, kinds, and what is optional, so that arguments are checked in one place.
//   "substring(string: string, start position: number, length: number?) -> string"
// `?` behind a kind admits null, and the parameter may then be left out; `any` admits everything; `|` separates kinds;
// `...` behind a name takes all further arguments, as one list. Absent arguments are null. Behind the arrow stands what
// the function gives where it gives anything: functions that call it are typed by that.
struct BuiltinRow {
    const char16_t *signature;
    Value (*call)(Evaluation &evaluation, const QList<Value> &arguments);
};

std::vector<BuiltinRow> numberFunctions();
std::vector<BuiltinRow> stringFunctions();
std::vector<BuiltinRow> listFunctions();
std::vector<BuiltinRow> statisticFunctions();
std::vector<BuiltinRow> temporalFunctions();
std::vector<BuiltinRow> conversionFunctions();
std::vector<BuiltinRow> contextFunctions();
std::vector<BuiltinRow> rangeFunctions();

struct NamedBuiltin {
    QStringList tokens; // of its name
    std::shared_ptr<const Function> function; // shared: it is a value like any other
};
// By name.
const std::vector<NamedBuiltin> &builtins();
const NamedBuiltin *builtinNamed(QStringView name);

// For rows: null with a warning.
Value outOfDomain(Evaluation &evaluation, const QString &text);

} // namespace naru::feel
