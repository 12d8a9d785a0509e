// What becomes of a person's task as its day comes near and goes by: reminders, and then somebody else who may do it too.
#pragma once

#include "run/robots/task_settings.h"

#include <QDateTime>

namespace naru::run {

struct TaskStep {
    enum class Kind { Remind, Escalate };
    Kind kind = Kind::Remind;
    QDateTime at; // 09:00 in Seoul
};

// In order of time, those that lie after `made`. Working days of the Korean calendar are counted from the day on which the
// task is due; none where it is due never.
QList<TaskStep> stepsOf(const TaskSettings &settings, const QDateTime &made, const QDateTime &due);

} // namespace naru::run
