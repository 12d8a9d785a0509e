// Search over the searched fields of the records and over the texts of documents.
#pragma once

#include "store/record_tables.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace naru::store {

class SearchIndex {
public:
    // REQUIRES: the tables outlive the index.
    explicit SearchIndex(const RecordTables &tables)
        : m_tables(&tables)
    {
    }

    // Both REQUIRE a write transaction. The row as it is now; null where the record is gone.
    Status putRecord(Connection &connection, const RecordRef &record, const Row *row) const;
    Status putText(Connection &connection, const RecordRef &record, const QString &title, const QString &text) const;
    // Indexes all records anew; the texts of documents stay. REQUIRES: a write transaction.
    Status rebuild(Connection &connection) const;
    // Whether a change of these fields can change what search finds.
    bool isTouched(const RecordTable &table, const QList<FieldChange> &fields) const;

    // The hits: those that have the query in their title first, then the newest. All of them where `limit` is 0.
    Result<QList<SearchHit>> search(Connection &connection, const QString &query, int limit) const;

private:
    const RecordTables *m_tables;
};

} // namespace naru::store
