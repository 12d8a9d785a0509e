// Word between runs, and people's work, in the database. What writes REQUIRES a write transaction.
#pragma once

#include "store/runs.h"
#include "store/sqlite.h"

namespace naru::store {

// Replaces what a run waits for, and gives it the messages that were kept for it.
Status replaceSubscriptions(Connection &connection, const QString &run, const QList<Subscription> &subscriptions,
                            const QDateTime &at, const Meant &meant = {});
// Messages that the run was told, and did not take before it ended, are kept for another.
Status keepUntaken(Connection &connection, const QString &run);
Result<QList<Subscription>> readSubscriptions(Connection &connection, const QString &run);
// As Runs::deliver.
using BeginRun = std::function<Result<bool>(const RunStart &start)>;
Result<QStringList> deliverWish(Connection &connection, const Subscription &what, const Wish &wish, const Meant &meant,
                                const QList<RunStart> &starts, const BeginRun &begin);

Status putWork(Connection &connection, const QList<WorkItem> &items);
Result<QList<WorkItem>> readWork(Connection &connection, const WorkFilter &filter);

} // namespace naru::store
