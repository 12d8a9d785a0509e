// Whether the journal is what was written, and whether the records are what the journal says.
#pragma once

#include "store/journal_log.h"

namespace naru::store {

// Walks the chain and compares both seals. `outer` is the seal beside the office, read before the snapshot began.
Result<JournalVerdict> verifyChain(Connection &connection, const Result<Seal> &outer);
// Folds the changes of the journal and compares the records with the result. Constant memory.
Result<JournalVerdict> verifyRecords(Connection &connection, const RecordTables &tables);
// Compares the changes that wait for their day with those that the journal says are booked.
Result<JournalVerdict> verifyBookings(Connection &connection);

} // namespace naru::store
