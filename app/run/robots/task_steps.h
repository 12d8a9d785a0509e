// What becomes of a person's task as its day comes near and goes by: reminders, and then somebody else who may do it too.
#pragma once

#include "core/calendar.h"
#include "run/robots/task_settings.h"

#include <QDateTime>

namespace naru::run {

struct TaskStep {
    enum class Kind { Remind, Escalate };
    Kind kind = Kind::Remind;
    QDateTime at; // 09:00 in Seoul
};

// In order of time; none where the task is due never. Working days are counted from the day on which it is due. Their
// number and order stay the same when the office's closing days change: a step is known by its place.
QList<TaskStep> stepsOf(const TaskSettings &settings, const QDateTime &due, const KoreanCalendar &calendar);

} // namespace naru::run
