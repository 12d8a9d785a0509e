// The tables of the records. Their columns follow the field tables: a new kind brings a table, a new field a column, and
// nothing is ever dropped. Values are the JSON values of core/record.h.
#pragma once

#include "core/record.h"
#include "store/sqlite.h"
#include "store/store.h"

#include <optional>

namespace naru::store {

// An empty text and an empty list are null.
QJsonValue settled(const QJsonValue &value);
// Whether two values of a field are the same thing.
bool isSame(const QJsonValue &a, const QJsonValue &b);
// A value as an error text shows it: secret fields and registration numbers are not.
QString quoted(const Field &field, const QJsonValue &value);

// Thread-safe: nothing in it changes.
class RecordTables {
public:
    // Invalid where a name is no plain identifier (a-z, 0-9, _) or is reserved. The kind "setting" is added.
    static Result<RecordTables> of(const QList<RecordTable> &tables);

    // Brings the database to these tables. REQUIRES: a write transaction.
    Status follow(Connection &connection) const;
    const QList<RecordTable> &tables() const { return m_tables; }
    // Invalid where there is no such kind.
    Result<const RecordTable *> table(const QString &kind) const;

    Result<QList<Row>> rows(Connection &connection, const QString &kind, const Filter &filter) const;
    Result<std::optional<Row>> row(Connection &connection, const RecordRef &record) const;
    // All rows of a kind in order of id (bytes of UTF-8), one by one, until `visit` fails.
    template <typename Visit>
    Status each(Connection &connection, const RecordTable &table, const Visit &visit) const
    {
        Result<Statement> rows = connection.prepare(selection(table) + " ORDER BY \"id\"");
        if (!rows)
            return rows.error();
        for (;;) {
            const Result<bool> stepped = rows->step();
            if (!stepped)
                return stepped.error();
            if (!*stepped)
                return {};
            const Status visited = visit(rowAt(*rows, table));
            if (!visited)
                return visited;
        }
    }

    // REQUIRES: a write transaction, and values that fit (see fits()).
    Status insert(Connection &connection, const RecordRef &record, const QList<FieldChange> &fields) const;
    Status update(Connection &connection, const RecordRef &record, const QList<FieldChange> &fields) const;
    Status remove(Connection &connection, const RecordRef &record) const;

    // Invalid where the change names an unknown kind or field, or a value is not of its field's kind.
    Status fits(const Change &change) const;

private:
    static QByteArray selection(const RecordTable &table);
    static Row rowAt(const Statement &statement, const RecordTable &table);

    QList<RecordTable> m_tables;
    QHash<QString, qsizetype> m_places;
};

} // namespace naru::store
