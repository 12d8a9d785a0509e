// The tasks that robots have for people, as rows, and one of them with all that its form needs.
#pragma once

#include "run/robots/robot_desk.h"
#include "ui/pages/run_cells.h"

namespace naru::ui {

struct TaskEntry {
    store::WorkItem item;
    QString runTitle;
};

struct OpenedTask {
    TaskEntry entry;
    run::Form form;
    feel::Context input;
};

enum TaskColumn { DueColumn, TaskTitleColumn, TaskRunColumn, TaskStateColumn, TaskMadeColumn };

QStringList taskHeads();
CellRow taskRow(const TaskEntry &entry, const QString &actor, QDate today);
Result<QList<TaskEntry>> openTasks(run::RobotDesk &desk);
Result<OpenedTask> openedTask(run::RobotDesk &desk, const QString &key);
// "role:인사" as "인사 담당", "person:2011…" by name.
QString candidateWords(const QString &candidate);

} // namespace naru::ui
