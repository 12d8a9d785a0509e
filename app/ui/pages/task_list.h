// The tasks that robots have for people, as rows, as notices, and one of them with all that its form needs.
#pragma once

#include "run/robots/robot_desk.h"
#include "ui/pages/run_cells.h"
#include "ui/shell.h"

namespace naru::ui {

struct TaskEntry {
    store::WorkItem item;
    QString runTitle;
    QString holder; // by name, empty where nobody has taken it
    QStringList forWhom; // its candidates in words
    std::optional<int> daysLeft; // working days until it is due; below 0: since then. Nothing where it is never due
    QDateTime reminded; // last; invalid: never
    QDateTime escalated;
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
// Those of the actor's tasks that were reminded of or passed on: who, since when, what is due. What is done is not there.
Result<QList<Notice>> taskNotices(run::RobotDesk &desk);

// "근무일 2일 남음", "오늘까지", "근무일 1일 지남"; empty where it is never due.
QString dueWords(const TaskEntry &entry, QDate today);
// Who did something, as the journal and the facts of a run have it: by name, or "예약" and the like.
QString actorWords(const QString &actor, const office::Directory &office);
// "role:인사" as "인사 담당", "person:2011…" by name.
QString candidateWords(const QString &candidate, const office::Directory &office);

} // namespace naru::ui
