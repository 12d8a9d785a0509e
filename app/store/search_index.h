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

    // Both REQUIRE a write transaction, and are best called once for many and as the last: FTS5 writes out what it has
    // gathered whenever another statement with a trigger begins.
    // Indexes the records as they are now, or takes them out where they are gone.
    Status putRecords(Connection &connection, const QList<RecordRef> &records) const;
    Status putTexts(Connection &connection, const QList<IndexedText> &texts) const;
    // Indexes all records anew; the texts of documents stay. REQUIRES: a write transaction.
    Status rebuild(Connection &connection) const;
    // Whether a change of these fields can change what search finds.
    bool isTouched(const RecordTable &table, const QList<FieldChange> &fields) const;

    // As Store::search.
    Result<QList<SearchHit>> search(Connection &connection, const QString &query, int limit) const;

private:
    const RecordTables *m_tables;
};

} // namespace naru::store
