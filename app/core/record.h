// Records and their field tables. A record is a plain struct with one table of fields; the store's columns, the diff, the
// search index, the exports, the lists, and the access log all read that table.
#pragma once

#include "core/decimal.h"
#include "core/result.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace naru {

enum class FieldKind {
    Text,
    LongText,
    Whole, // qint64
    Won, // whole won, qint64
    Exact, // Decimal, kept as text
    Day, // a date without a zone, "2026-11-22"
    Moment, // a point in time, kept in UTC with milliseconds
    Flag,
    Choice, // one of Field::choices
    Reference, // the id of a record of the kind Field::refers
    References, // several of them, in order
    Texts, // several texts, in order
};

enum class Secrecy {
    Open,
    Personal, // personal data: shown by right, counted in the access log
    Secret, // never printed, exported, or logged
};

// What is known of a field. `name` is the column, the JSON key, and the column head of an export; `label` is the English
// source text of the word on the screen (context "Field").
struct Field {
    QString name;
    FieldKind kind = FieldKind::Text;
    QString label;
    bool required = false;
    QString refers = {};
    QStringList choices = {};
    Secrecy secrecy = Secrecy::Open;
    bool searched = false;
};

// What is known of a kind of record. The first field is always "id", the key.
struct RecordTable {
    QString kind; // "assignment"
    QString label; // English source text (context "Record")
    QList<Field> fields;

    const Field *field(const QString &name) const
    {
        for (const Field &one : fields)
            if (one.name == name)
                return &one;
        return nullptr;
    }
};

// Names one record for ever: "assignment:20110234-1".
struct RecordRef {
    QString kind;
    QString id;

    QString toString() const { return kind + u':' + id; }
    static RecordRef fromString(QStringView text)
    {
        const qsizetype colon = text.indexOf(u':');
        return colon < 0 ? RecordRef{} : RecordRef{text.left(colon).toString(), text.mid(colon + 1).toString()};
    }
    friend bool operator==(const RecordRef &, const RecordRef &) = default;
};

// A record as the store, a change, and the journal hold it: field name -> value. An empty text, an invalid date, and an
// empty list are null, and null fields may be absent.
using Row = QJsonObject;

inline QJsonValue toValue(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }
inline QJsonValue toValue(QDate day) { return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue(); }
inline QJsonValue toValue(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}
inline QJsonValue toValue(qint64 number) { return QJsonValue(number); }
inline QJsonValue toValue(bool flag) { return QJsonValue(flag); }
inline QJsonValue toValue(const Decimal &number) { return QJsonValue(number.toString()); }
inline QJsonValue toValue(const QStringList &texts)
{
    return texts.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray::fromStringList(texts));
}

inline void fromValue(const QJsonValue &value, QString &text) { text = value.toString(); }
inline void fromValue(const QJsonValue &value, QDate &day) { day = QDate::fromString(value.toString(), Qt::ISODate); }
inline void fromValue(const QJsonValue &value, QDateTime &moment)
{
    moment = QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}
inline void fromValue(const QJsonValue &value, qint64 &number) { number = value.toInteger(); }
inline void fromValue(const QJsonValue &value, bool &flag) { flag = value.toBool(); }
// A damaged number is no number: it must not pass for 0.
inline void fromValue(const QJsonValue &value, Decimal &number)
{
    const Result<Decimal> parsed = Decimal::fromString(value.toString());
    number = parsed ? *parsed : value.isNull() || value.isUndefined() ? Decimal() : Decimal::notANumber();
}
inline void fromValue(const QJsonValue &value, QStringList &texts)
{
    texts.clear();
    const QJsonArray list = value.toArray();
    for (const QJsonValue &one : list)
        texts.append(one.toString());
}

// One field of the struct T with the way to its member.
template <typename T>
struct FieldOf {
    Field field;
    QJsonValue (*read)(const T &);
    void (*write)(T &, const QJsonValue &);
};

template <typename M>
struct MemberOf;
template <typename T, typename V>
struct MemberOf<V T::*> {
    using Struct = T;
};

// A row of a field table: `fieldOf<&Person::name>({u"name"_s, FieldKind::Text, u"Name"_s, true})`.
template <auto Member>
auto fieldOf(Field field)
{
    using T = typename MemberOf<decltype(Member)>::Struct;
    return FieldOf<T>{std::move(field), [](const T &record) { return toValue(record.*Member); },
                      [](T &record, const QJsonValue &value) { fromValue(value, record.*Member); }};
}

// T has: QString id; static QString kind(), label(); static const QList<FieldOf<T>> &fields().
template <typename T>
RecordTable tableOf()
{
    RecordTable table{T::kind(), T::label(), {}};
    for (const FieldOf<T> &one : T::fields())
        table.fields.append(one.field);
    return table;
}

template <typename T>
Row toRow(const T &record)
{
    Row row;
    for (const FieldOf<T> &one : T::fields()) {
        const QJsonValue value = one.read(record);
        if (!value.isNull())
            row.insert(one.field.name, value);
    }
    return row;
}

template <typename T>
T fromRow(const Row &row)
{
    T record;
    for (const FieldOf<T> &one : T::fields()) {
        const auto at = row.constFind(one.field.name);
        if (at != row.constEnd())
            one.write(record, at.value());
    }
    return record;
}

template <typename T>
RecordRef refOf(const T &record)
{
    return {T::kind(), record.id};
}

} // namespace naru
