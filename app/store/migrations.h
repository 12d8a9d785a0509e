// The shape of the database, version by version. A migration never changes once it is released; a new one is a new row of
// the table. The tables of the records follow the field tables instead (record_tables.h).
#pragma once

#include "store/record_tables.h"

namespace naru::store {

constexpr int applicationId = 0x4E617275; // "Naru"

int newestVersion();
// Brings the database up to a version, each step in one transaction of its own; then the tables of the records and, where
// their searched fields have changed, the search index. Invalid where a newer program made it or it is no office.
// REQUIRES: the write lock. `upTo` below the newest version is for tests of old databases.
Status migrate(Connection &connection, const RecordTables &tables, int upTo = newestVersion());
// Whether migrate() has nothing to do. Fails as migrate() does.
Result<bool> isCurrent(Connection &connection, const RecordTables &tables);

} // namespace naru::store
