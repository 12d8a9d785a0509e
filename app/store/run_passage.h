// Taking a run to another package: what a change of "run:<id>" in a plan does. Its fields are `package` and `facts`, as the
// plan found them and as they will be, and `step`, the digest of the kept bytes that are written.
#pragma once

#include "core/plan.h"
#include "store/runs.h"

#include <QMap>

namespace naru::store {

class Connection;

inline const QString runRecord = u"run"_s; // RecordRef::kind

// What is written of the run, all of it worked out when the plan was made.
struct RunPassage {
    QByteArray fact; // JSON
    QByteArray snapshot; // the state after it
    RunState state = RunState::Running;
    QList<WorkItem> work; // all open tasks
    QList<Subscription> subscriptions;
    QMap<QString, QString> keys; // of tasks that are called otherwise from here on, old → new
};
QByteArray toBytes(const RunPassage &passage);
Result<RunPassage> passageFromBytes(const QByteArray &bytes);

// Moves the run; whoever holds it is refused from here on, and it is due at once. Conflict ("plan.conflict") where it is not
// as the plan found it; NotFound where the run or the step is not. REQUIRES: a write transaction.
Status moveRun(Connection &connection, const Change &change, const QDateTime &at);

} // namespace naru::store
