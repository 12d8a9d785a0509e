// What the pages of robots share: the desk that they ask, and what follows a person's word.
#pragma once

#include "run/robots/robot_desk.h"

namespace naru::ui {

// REQUIRES: the session outlives it. Shared: a worker may outlive the page that asked.
std::shared_ptr<run::RobotDesk> makeDesk(run::Session &session);

// After a word to a run: who may approve lets it go on at once; for everybody else the service does, in its turn.
Status goOn(run::RobotDesk &desk, const QString &run);

// Whom the typed words mean: an employee number, or the name of exactly one person. Invalid ("task.delegate") otherwise.
Result<QString> personMeant(const office::Directory &directory, const QString &text);

} // namespace naru::ui
