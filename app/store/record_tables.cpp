#include "store/record_tables.h"

#include "core/hangul.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace naru::store {

namespace {

enum class Storage { Text, Whole, Flag, List };

Storage storageOf(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Whole:
    case FieldKind::Won:
        return Storage::Whole;
    case FieldKind::Flag:
        return Storage::Flag;
    case FieldKind::References:
    case FieldKind::Texts:
        return Storage::List;
    default:
        return Storage::Text;
    }
}

QByteArray name(const QString &identifier) { return '"' + identifier.toLatin1() + '"'; }

QByteArray columnOf(const Field &field)
{
    const Storage storage = storageOf(field.kind);
    return name(field.name) + (storage == Storage::Whole || storage == Storage::Flag ? " INTEGER" : " TEXT");
}

void bindValue(Statement &statement, int index, const Field &field, const QJsonValue &value)
{
    const QJsonValue settledValue = settled(value);
    if (settledValue.isNull()) {
        statement.bindNull(index);
        return;
    }
    switch (storageOf(field.kind)) {
    case Storage::Text:
        statement.bind(index, settledValue.toString());
        return;
    case Storage::Whole:
        statement.bind(index, settledValue.toInteger());
        return;
    case Storage::Flag:
        statement.bind(index, settledValue.toBool() ? 1 : 0);
        return;
    case Storage::List:
        statement.bindText(index, QJsonDocument(settledValue.toArray()).toJson(QJsonDocument::Compact));
        return;
    }
}

QJsonValue valueAt(const Statement &statement, int column, const Field &field)
{
    switch (storageOf(field.kind)) {
    case Storage::Text:
        return statement.text(column);
    case Storage::Whole:
        return statement.whole(column);
    case Storage::Flag:
        return statement.whole(column) != 0;
    case Storage::List:
        break;
    }
    return QJsonDocument::fromJson(statement.bytes(column)).array();
}

// A whole number: not 1.5, and not so large that a double has lost its last digits.
bool isWhole(const QJsonValue &value)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    return value.isDouble() && (value.toInteger(none) != none || value.toInteger(0) != 0);
}

bool isTexts(const QJsonValue &value)
{
    if (!value.isArray())
        return false;
    const QJsonArray texts = value.toArray();
    for (const QJsonValue &one : texts)
        if (!one.isString() || !one.toString().isValidUtf16())
            return false;
    return true;
}

bool fitsField(const Field &field, const QJsonValue &value)
{
    switch (field.kind) {
    case FieldKind::Whole:
    case FieldKind::Won:
        return isWhole(value);
    case FieldKind::Flag:
        return value.isBool();
    case FieldKind::References:
    case FieldKind::Texts:
        return isTexts(value);
    case FieldKind::Day:
        return value.isString() && QDate::fromString(value.toString(), Qt::ISODate).isValid();
    case FieldKind::Moment:
        return value.isString() && QDateTime::fromString(value.toString(), Qt::ISODateWithMs).isValid();
    case FieldKind::Exact:
        return value.isString() && Decimal::fromString(value.toString());
    default:
        return value.isString() && value.toString().isValidUtf16();
    }
}

// The settings of the office are records like all others, so that the journal tells of them too.
RecordTable settingTable()
{
    return {u"setting"_s, u"Setting"_s, {{u"id"_s, FieldKind::Text, u"Name"_s, true}, {u"value"_s, FieldKind::Text, u"Value"_s}}};
}

bool isSoundId(const QString &id)
{
    return !id.isEmpty() && id.isValidUtf16()
        && std::none_of(id.begin(), id.end(), [](QChar c) { return c.unicode() < 0x20; });
}

// SQLite's own names, and ours.
bool isReserved(const QString &kind) { return kind.startsWith(u"sqlite_") || kind.startsWith(u"naru_"); }

Status soundTable(const RecordTable &table)
{
    static const QRegularExpression plain(u"^[a-z][a-z0-9_]{0,62}$"_s);
    if (!plain.match(table.kind).hasMatch() || isReserved(table.kind))
        return Error{Error::Kind::Invalid, u"expected a plain name of a record kind but found '"_s + table.kind + u'\''};
    if (table.fields.isEmpty() || table.fields.first().name != u"id")
        return Error{Error::Kind::Invalid, u"expected 'id' as the first field of '"_s + table.kind + u"' but it is not"_s};
    QSet<QString> seen;
    for (const Field &field : table.fields) {
        if (!plain.match(field.name).hasMatch() || seen.contains(field.name))
            return Error{Error::Kind::Invalid,
                         u"expected plain, different field names in '"_s + table.kind + u"' but found '"_s + field.name + u'\''};
        seen.insert(field.name);
    }
    return {};
}

Result<QSet<QString>> columnsIn(Connection &connection, const QString &kind)
{
    Result<Statement> columns = connection.prepare("SELECT name FROM pragma_table_info(?)");
    if (!columns)
        return columns.error();
    columns->with(kind);
    QSet<QString> names;
    for (;;) {
        const Result<bool> stepped = columns->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            return names;
        names.insert(columns->text(0));
    }
}

Status followTable(Connection &connection, const RecordTable &table)
{
    const QByteArray kind = name(table.kind);
    Status done = connection.run("CREATE TABLE IF NOT EXISTS " + kind + " (\"id\" TEXT NOT NULL PRIMARY KEY)");
    if (!done)
        return done;
    const Result<QSet<QString>> present = columnsIn(connection, table.kind);
    if (!present)
        return present.error();
    for (const Field &field : table.fields) {
        if (!present->contains(field.name))
            done = connection.run("ALTER TABLE " + kind + " ADD COLUMN " + columnOf(field));
        if (done && field.kind == FieldKind::Reference)
            done = connection.run("CREATE INDEX IF NOT EXISTS " + name(u"naru_of_"_s + table.kind + u'.' + field.name) + " ON "
                                  + kind + " (" + name(field.name) + ')');
        if (!done)
            return done;
    }
    return {};
}

} // namespace

QJsonValue settled(const QJsonValue &value)
{
    const bool isEmpty = value.isUndefined() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty());
    return isEmpty ? QJsonValue() : value;
}

bool isSame(const QJsonValue &a, const QJsonValue &b) { return settled(a) == settled(b); }

QString quoted(const Field &field, const QJsonValue &value)
{
    const QJsonValue shown = settled(value);
    if (shown.isNull())
        return u"nothing"_s;
    if (field.secrecy == Secrecy::Secret)
        return u"a secret value"_s;
    if (shown.isString())
        return u'\'' + maskRegistrationNumbers(shown.toString()) + u'\'';
    const QByteArray list = QJsonDocument(QJsonArray{shown}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

Result<RecordTables> RecordTables::of(const QList<RecordTable> &tables)
{
    RecordTables out;
    out.m_tables = QList<RecordTable>{settingTable()} + tables;
    for (qsizetype i = 0; i < out.m_tables.size(); ++i) {
        const RecordTable &table = out.m_tables[i];
        const Status sound = soundTable(table);
        if (!sound)
            return sound.error();
        if (out.m_places.contains(table.kind))
            return Error{Error::Kind::Invalid, u"expected one table of '"_s + table.kind + u"' but there are two"_s};
        out.m_places.insert(table.kind, i);
    }
    return out;
}

Status RecordTables::follow(Connection &connection) const
{
    for (const RecordTable &table : m_tables) {
        const Status followed = followTable(connection, table);
        if (!followed)
            return followed;
    }
    return {};
}

Result<const RecordTable *> RecordTables::table(const QString &kind) const
{
    const auto at = m_places.constFind(kind);
    if (at == m_places.constEnd())
        return Error{Error::Kind::Invalid, u"expected a kind of record but there is no '"_s + kind + u'\''};
    return &m_tables[at.value()];
}

QByteArray RecordTables::selection(const RecordTable &table)
{
    QByteArrayList columns;
    for (const Field &field : table.fields)
        columns.append(name(field.name));
    return "SELECT " + columns.join(", ") + " FROM " + name(table.kind);
}

Row RecordTables::rowAt(const Statement &statement, const RecordTable &table)
{
    Row row;
    for (int i = 0; i < table.fields.size(); ++i)
        if (!statement.isNull(i))
            row.insert(table.fields[i].name, valueAt(statement, i, table.fields[i]));
    return row;
}

Result<QList<Row>> RecordTables::rows(Connection &connection, const QString &kind, const Filter &filter) const
{
    const Result<const RecordTable *> found = table(kind);
    if (!found)
        return found.error();
    QByteArray sql = selection(**found);
    for (qsizetype i = 0; i < filter.size(); ++i) {
        if (!(*found)->field(filter[i].first))
            return Error{Error::Kind::Invalid,
                         u"expected a field of '"_s + kind + u"' but there is no '"_s + filter[i].first + u'\''};
        sql += (i ? " AND " : " WHERE ") + name(filter[i].first) + " IS ?";
    }
    Result<Statement> statement = connection.prepare(sql + " ORDER BY \"id\"");
    if (!statement)
        return statement.error();
    for (int i = 0; i < filter.size(); ++i)
        bindValue(*statement, i, *(*found)->field(filter[i].first), filter[i].second);
    QList<Row> out;
    for (;;) {
        const Result<bool> stepped = statement->step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            return out;
        out.append(rowAt(*statement, **found));
    }
}

Result<std::optional<Row>> RecordTables::row(Connection &connection, const RecordRef &record) const
{
    const Result<const RecordTable *> found = table(record.kind);
    if (!found)
        return found.error();
    Result<Statement> statement = connection.prepare(selection(**found) + " WHERE \"id\" = ?");
    if (!statement)
        return statement.error();
    const Result<bool> stepped = statement->with(record.id).step();
    if (!stepped)
        return stepped.error();
    return *stepped ? std::optional(rowAt(*statement, **found)) : std::nullopt;
}

Status RecordTables::insert(Connection &connection, const RecordRef &record, const QList<FieldChange> &fields) const
{
    const Result<const RecordTable *> found = table(record.kind);
    if (!found)
        return found.error();
    QByteArrayList columns{"\"id\""};
    QByteArrayList values{"?"};
    for (const FieldChange &one : fields) {
        if (one.field != u"id") {
            columns.append(name(one.field));
            values.append("?");
        }
    }
    Result<Statement> statement = connection.prepare("INSERT INTO " + name(record.kind) + " (" + columns.join(", ")
                                                     + ") VALUES (" + values.join(", ") + ')');
    if (!statement)
        return statement.error();
    statement->with(record.id);
    int index = 1;
    for (const FieldChange &one : fields)
        if (one.field != u"id")
            bindValue(*statement, index++, *(*found)->field(one.field), one.after);
    return statement->run();
}

Status RecordTables::update(Connection &connection, const RecordRef &record, const QList<FieldChange> &fields) const
{
    const Result<const RecordTable *> found = table(record.kind);
    if (!found)
        return found.error();
    QByteArrayList columns;
    for (const FieldChange &one : fields)
        columns.append(name(one.field) + " = ?");
    Result<Statement> statement =
        connection.prepare("UPDATE " + name(record.kind) + " SET " + columns.join(", ") + " WHERE \"id\" = ?");
    if (!statement)
        return statement.error();
    int index = 0;
    for (const FieldChange &one : fields)
        bindValue(*statement, index++, *(*found)->field(one.field), one.after);
    statement->bind(index, record.id);
    return statement->run();
}

Status RecordTables::remove(Connection &connection, const RecordRef &record) const
{
    Result<Statement> statement = connection.prepare("DELETE FROM " + name(record.kind) + " WHERE \"id\" = ?");
    if (!statement)
        return statement.error();
    statement->with(record.id);
    return statement->run();
}

Status RecordTables::fits(const Change &change) const
{
    const Result<const RecordTable *> found = table(change.record.kind);
    if (!found)
        return found.error();
    const QString where = change.record.toString();
    if (!isSoundId(change.record.id))
        return Error{Error::Kind::Invalid, u"expected a record but '"_s + where + u"' has no sound id"_s};
    if (change.verb == Verb::Update && change.fields.isEmpty())
        return Error{Error::Kind::Invalid, u"expected fields to change in '"_s + where + u"' but there are none"_s};
    QSet<QString> seen;
    for (const FieldChange &one : change.fields) {
        const Field *field = (*found)->field(one.field);
        if (!field)
            return Error{Error::Kind::Invalid, u"expected a field of '"_s + where + u"' but there is no '"_s + one.field + u'\''};
        if (seen.contains(one.field))
            return Error{Error::Kind::Invalid, u"expected '"_s + one.field + u"' once in '"_s + where + u"' but it is there twice"_s};
        seen.insert(one.field);
        const QJsonValue after = settled(one.after);
        if (!after.isNull() && !fitsField(*field, after))
            return Error{Error::Kind::Invalid,
                         u"expected '"_s + where + u"' to have a value of its kind in '"_s + one.field + u"' but found "_s
                             + quoted(*field, after)};
        const QJsonValue &key = change.verb == Verb::Remove ? one.before : one.after;
        if (one.field == u"id" && key.toString() != change.record.id)
            return Error{Error::Kind::Invalid, u"expected '"_s + where + u"' to keep its id but it changes"_s};
    }
    return {};
}

} // namespace naru::store
