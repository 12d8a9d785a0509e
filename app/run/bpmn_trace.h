// Runs the processes of a model in memory, on a clock of its own, and says which scripts ran: what `naru bpmn trace` and the
// tests of the execution semantics have in common. The scripts and conditions are the tokens of the execution suite.
#pragma once

#include "engine/bpmn/definition.h"

#include <QStringList>

namespace naru::run {

// One case of the suite.
struct TraceCase {
    QString input; // variable `test`, null: not set
    qint64 integer = 0; // variable `integerVariable`
    qint64 delay = 0; // milliseconds after the start at which the trace is read
    bool isParallel = false; // the process ParallelProcess starts first
};

// Conditions that the suite uses where a model declares no language: test.contains("a"), integerVariable<2, ${…}.
bpmn::ExpressionLanguage suiteLanguage();

// The scripts of every instance that came to life, as they ended; ERROR_runtime, ERROR_thrownErrorEvent.
// REQUIRES: a sound definition, compiled with suiteLanguage().
QStringList trace(const bpmn::Definition &definition, const QString &process, const TraceCase &one);

} // namespace naru::run
