// A schedule in plain fields: every Monday, the 5th of the month, its last day. What the fields cannot say is typed as a
// rule.
#pragma once

#include "engine/schedule/schedule.h"
#include "run/robots/robot.h"

namespace naru::ui {

// The fields of a schedule; `robots` are those to choose from.
run::Form scheduleForm(const QList<run::FormOption> &robots);
// What the robot is given each time.
run::Form inputForm(const run::Robot &robot);

// What stands in the fields for a schedule: its rule in plain fields where they can say it, else as it is.
feel::Context fieldsOf(const schedule::Schedule &schedule, const QString &title);
// A new schedule as it is offered: every working day at nine, from the day on.
feel::Context freshFields(const QString &robot, QDate today);
// What the fields mean. What they do not speak of, such as the id and the days that are left out, is that of `base`.
schedule::Schedule scheduleOf(const feel::Context &fields, const schedule::Schedule &base);

// "Every month on day 5 at 09:00"; a rule that the plain fields cannot say stands as it is.
QString ruleWords(const schedule::Schedule &schedule);

// The field that a problem is about.
QString fieldOf(const schedule::Problem &problem, const feel::Context &fields);

} // namespace naru::ui
