// What the pages of robots share: the desk that they ask, and what follows a person's word.
#pragma once

#include "run/robots/robot_desk.h"

namespace naru::ui {

// REQUIRES: the session outlives it. Shared: a worker may outlive the page that asked.
std::shared_ptr<run::RobotDesk> makeDesk(run::Session &session);

// After a word to a run: who may approve lets it go on at once; for everybody else the service does, in its turn.
Status goOn(run::RobotDesk &desk, const QString &run);

// How many facts the run has; and whether one of those behind the first `before` says that a word was refused: Conflict
// ("run.refused"), or that the run has stopped: NeedsPerson ("run.stopped").
qsizetype factCount(run::RobotDesk &desk, const QString &run);
Status answerOf(run::RobotDesk &desk, const QString &run, qsizetype before);

// Whom the typed words mean: an employee number, or the name of exactly one person. Invalid ("task.delegate") otherwise.
Result<QString> personMeant(const office::Directory &directory, const QString &text);

} // namespace naru::ui
