// Writes changes to the records, each with its journal entry and its place in the search index. REQUIRES: a write
// transaction around all of it.
#pragma once

#include "store/journal_log.h"
#include "store/record_tables.h"
#include "store/search_index.h"

#include <QSet>

namespace naru::store {

class ChangeWriter {
public:
    // REQUIRES: all of them outlive the writer.
    ChangeWriter(Connection &connection, const RecordTables &tables, Ledger &ledger, const QDateTime &at)
        : m_connection(connection)
        , m_tables(tables)
        , m_ledger(ledger)
        , m_at(at)
        , m_index(tables)
    {
    }

    // Conflict where a `before` does not hold: the text names record, field, expected and found value. A removal must
    // give every field that has a value, so that it can be taken back.
    Status write(const Change &change, const QString &note = {});
    // Brings the search index up to date, after the last change.
    Status finish() { return m_index.putRecords(m_connection, m_touched); }

private:
    Status create(const Change &change, const std::optional<Row> &old);
    Status update(const Change &change, const std::optional<Row> &old);
    Status remove(const Change &change, const std::optional<Row> &old);
    void touch(const Change &change);

    Connection &m_connection;
    const RecordTables &m_tables;
    Ledger &m_ledger;
    QDateTime m_at;
    SearchIndex m_index;
    QList<RecordRef> m_touched; // each record once, whose searched fields have changed
    QSet<QString> m_touchedNames;
};

} // namespace naru::store
