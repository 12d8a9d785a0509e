// Word between runs, and people's work, in the database. What writes REQUIRES a write transaction.
#pragma once

#include "store/runs.h"
#include "store/sqlite.h"

namespace naru::store {

// Replaces what a run waits for, and gives it the messages that were kept for it.
Status replaceSubscriptions(Connection &connection, const QString &run, const QList<Subscription> &subscriptions,
                            const QDateTime &at);
Result<QList<Subscription>> readSubscriptions(Connection &connection, const QString &run);
// As Runs::deliver.
Result<QStringList> deliverWish(Connection &connection, const Subscription &what, const Wish &wish);

Status putWork(Connection &connection, const QList<WorkItem> &items);
Result<QList<WorkItem>> readWork(Connection &connection, const WorkFilter &filter);

} // namespace naru::store
