// Making, copying, and putting back whole databases.
#pragma once

#include "store/record_tables.h"
#include "store/sqlite.h"

namespace naru::store {

// Unavailable where the path lies on a network file system: SQLite's locks and shared memory do not hold there.
Status refuseNetworkFile(const QString &path);
// Makes a new, empty office at the path, whole or not at all. Conflict where there is something.
Status makeOffice(const QString &path, const RecordTables &tables);
// A consistent copy of the office, with its seal, whole or not at all. Conflict where the target exists.
Status backupOffice(Connection &connection, const QString &office, const QString &target);
Status restoreOffice(const QString &backup, const QString &office);
// Invalid where the pages, the indexes, or the references between tables are damaged.
Status checkIntegrity(Connection &connection);

} // namespace naru::store
