// The journal in the database: append-only, hash-chained, sealed.
#pragma once

#include "core/journal.h"
#include "store/record_tables.h"
#include "store/seal.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace naru::store {

// Appends to the journal. REQUIRES: a write transaction; after the last append(), close().
class Ledger {
public:
    static Result<Ledger> open(Connection &connection);
    // What the entries to come have in common; `sequence`, `change`, `previous`, `hash` of it are ignored.
    void setFrame(const JournalEntry &frame);
    Status append(const QString &event, const Change &change, const QString &note = {});
    // Writes the inner seal.
    Status close();
    const Seal &seal() const { return m_seal; }

private:
    Ledger(Connection &connection, Seal seal)
        : m_connection(&connection)
        , m_seal(std::move(seal))
    {
    }
    Connection *m_connection;
    Seal m_seal;
    QByteArray m_at, m_actor, m_approver, m_plan, m_digest;
};

Result<Seal> innerSeal(Connection &connection);
Result<QList<JournalEntry>> readJournal(Connection &connection, const JournalFilter &filter);
// Writes the outer seal after a commit, unless the one that stands there contradicts the journal: that is evidence, and
// stays until an administrator restores the office. REQUIRES: the write lock. Failing is no harm: the outer seal may lag.
void renewSealFile(Connection &connection, const QString &office, const Seal &seal);

} // namespace naru::store
