// Taking runs to another version of their robot: a plan like any other. Each run is one change; where something lives in an
// element, and where it would go, is its evidence; what has no place to go to is a question. Applied, all of them have moved
// at one moment, or none has.
#pragma once

#include "run/robots/run_state.h"
#include "run/session.h"

namespace naru::run {

inline const QString migrationRobot = u"migration"_s; // Plan::robot

// From old to new element, where they differ.
using ElementMap = QMap<QString, QString>;

// Saves the plan; a run that is pinned to the robot already changes nothing. NotFound as Runs::load; Invalid where a run is
// of another robot; Conflict where it has ended; Denied without the right to plan.
Result<Plan> planMigration(Session &session, const QStringList &runs, const Robot &to, const ElementMap &elements);
// The way back of an applied one, as a plan of its own: what the runs did since then stays done.
Result<Plan> planMigrationBack(Session &session, const Plan &applied);

} // namespace naru::run
