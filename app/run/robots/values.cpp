#include "run/robots/values.h"

#include "engine/feel/expression.h"

#include <QJsonArray>

#include <limits>

namespace naru::run {

namespace {

constexpr qint64 exactInJson = 1LL << 53;

QJsonValue exact(const feel::Value &value) { return QJsonObject{{u"$feel"_s, feel::toText(value)}}; }

} // namespace

QJsonValue toJson(const feel::Value &value)
{
    using Kind = feel::Value::Kind;
    switch (value.kind()) {
    case Kind::Null:
        return QJsonValue::Null;
    case Kind::Boolean:
        return value.boolean();
    case Kind::String:
        return value.string();
    case Kind::Number: {
        const Result<qint64> whole = value.number().toWhole();
        const bool fits = whole && *whole < exactInJson && *whole > -exactInJson;
        return fits && feel::toText(value) == QString::number(*whole) ? QJsonValue(*whole) : exact(value);
    }
    case Kind::List: {
        QJsonArray out;
        for (const feel::Value &one : value.list())
            out.append(toJson(one));
        return out;
    }
    case Kind::Context:
        return toJson(value.context());
    default:
        return exact(value);
    }
}

QJsonObject toJson(const feel::Context &context)
{
    QJsonObject out;
    for (const auto &[key, value] : context.entries())
        out.insert(key, toJson(value));
    return out;
}

Result<feel::Value> valueFromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return feel::Value(json.toBool());
    case QJsonValue::String:
        return feel::Value(json.toString());
    case QJsonValue::Double: {
        const qint64 whole = json.toInteger(std::numeric_limits<qint64>::min());
        if (whole == std::numeric_limits<qint64>::min())
            return Error{Error::Kind::Invalid,
                         u"expected a whole number or {\"$feel\": \"…\"} but found a binary fraction"_s, u"value.fraction"_s};
        return feel::Value(whole);
    }
    case QJsonValue::Array: {
        QList<feel::Value> list;
        for (const QJsonValue &one : json.toArray()) {
            const Result<feel::Value> value = valueFromJson(one);
            if (!value)
                return value;
            list.append(*value);
        }
        return feel::Value(list);
    }
    case QJsonValue::Object: {
        const QJsonObject object = json.toObject();
        if (object.size() == 1 && object.contains(u"$feel"_s))
            return feel::fromText(object.value(u"$feel"_s).toString());
        const Result<feel::Context> context = contextFromJson(object);
        return context ? Result<feel::Value>(feel::Value(*context)) : context.error();
    }
    default:
        return feel::Value();
    }
}

Result<feel::Context> contextFromJson(const QJsonObject &json)
{
    feel::Context context;
    for (auto at = json.constBegin(); at != json.constEnd(); ++at) {
        const Result<feel::Value> value = valueFromJson(at.value());
        if (!value)
            return value.error();
        context.append(at.key(), *value);
    }
    return context;
}

} // namespace naru::run
