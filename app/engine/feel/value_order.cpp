// Equality and order of values (DMN 1.5 §10.3.2.15, tables 52 to 54).
#include "engine/feel/function.h"
#include "engine/feel/value.h"

namespace naru::feel {

namespace {

constexpr qint64 billion = 1'000'000'000;

int signOf(bool less, bool greater)
{
    return less ? -1 : greater ? 1 : 0;
}

// The offset of a time without a day: that of its place on 1970-01-01.
int offsetOf(const Time &time)
{
    return DateTime{Date{}, time}.offset();
}

// Where one has no zone, it takes the offset of the other.
int orderOf(const Time &a, const Time &b)
{
    const bool isMixed = a.zone.isLocal() || b.zone.isLocal();
    const qint64 left = a.nanosecond - (isMixed ? 0 : offsetOf(a) * billion);
    const qint64 right = b.nanosecond - (isMixed ? 0 : offsetOf(b) * billion);
    return signOf(left<right, left> right);
}

int orderOf(const DateTime &a, const DateTime &b)
{
    const auto local = [](const DateTime &moment) {
        return moment.date.epochDay() * 86'400 + moment.time.nanosecond / billion;
    };
    const bool isMixed = a.time.zone.isLocal() || b.time.zone.isLocal();
    const qint64 left = isMixed ? local(a) : a.epochSecond();
    const qint64 right = isMixed ? local(b) : b.epochSecond();
    if (left != right)
        return left < right ? -1 : 1;
    return signOf(a.time.fraction() < b.time.fraction(), a.time.fraction() > b.time.fraction());
}

// By code points: UTF-16 orders those beyond the first plane before U+E000 to U+FFFF.
int orderOf(const QString &a, const QString &b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < shorter; ++i) {
        if (a[i] == b[i])
            continue;
        const auto rank = [](QChar c) { return c.isSurrogate() ? c.unicode() + 0x2000u : c.unicode() + 0u; };
        const auto fixed = [&](QChar c) { return c.unicode() >= 0xE000 ? c.unicode() - 0x800u : rank(c); };
        return signOf(fixed(a[i]) < fixed(b[i]), fixed(a[i]) > fixed(b[i]));
    }
    return signOf(a.size() < b.size(), a.size() > b.size());
}

Value bothOf(const Value &a, const Value &b)
{
    if (a.isFalse() || b.isFalse())
        return Value(false);
    return a.isTrue() && b.isTrue() ? Value(true) : Value();
}

Value equalLists(const QList<Value> &a, const QList<Value> &b)
{
    if (a.size() != b.size())
        return Value(false);
    Value all(true);
    for (qsizetype i = 0; i < a.size() && !all.isFalse(); ++i)
        all = bothOf(all, equal(a[i], b[i]));
    return all;
}

Value equalContexts(const Context &a, const Context &b)
{
    if (a.size() != b.size())
        return Value(false);
    Value all(true);
    for (const Context::Entry &one : a.entries()) {
        const Value *other = b.find(one.first);
        if (!other)
            return Value(false);
        all = bothOf(all, equal(one.second, *other));
        if (all.isFalse())
            return all;
    }
    return all;
}

Value equalRanges(const Range &a, const Range &b)
{
    const bool sameForm = (a.form == Range::Form::Unequal) == (b.form == Range::Form::Unequal);
    if (!sameForm || a.startIncluded != b.startIncluded || a.endIncluded != b.endIncluded)
        return Value(false);
    return bothOf(equal(a.start, b.start), equal(a.end, b.end));
}

Value equalFunctions(const Value &a, const Value &b)
{
    return Value(a.sharedFunction() == b.sharedFunction() || a.function().isSameAs(b.function()));
}

} // namespace

std::optional<int> order(const Value &a, const Value &b)
{
    if (a.kind() != b.kind())
        return {};
    switch (a.kind()) {
    case Value::Kind::Number: {
        const Decimal left = a.number();
        const Decimal right = b.number();
        return left < right ? -1 : right < left ? 1 : 0;
    }
    case Value::Kind::String:
        return orderOf(a.string(), b.string());
    case Value::Kind::Date: {
        const qint64 left = a.date().epochDay();
        const qint64 right = b.date().epochDay();
        return signOf(left<right, left> right);
    }
    case Value::Kind::Time:
        return orderOf(a.timeOfDay(), b.timeOfDay());
    case Value::Kind::DateTime:
        return orderOf(a.dateTime(), b.dateTime());
    case Value::Kind::DaysDuration:
        return signOf(a.daysDuration() < b.daysDuration(), b.daysDuration() < a.daysDuration());
    case Value::Kind::MonthsDuration:
        return signOf(a.monthsDuration() < b.monthsDuration(), b.monthsDuration() < a.monthsDuration());
    case Value::Kind::Null:
    case Value::Kind::Boolean:
    case Value::Kind::Range:
    case Value::Kind::List:
    case Value::Kind::Context:
    case Value::Kind::Function:
        break;
    }
    return {};
}

Value equal(const Value &a, const Value &b)
{
    if (a.isNull() || b.isNull())
        return Value(a.isNull() && b.isNull());
    if (a.kind() != b.kind())
        return {};
    switch (a.kind()) {
    case Value::Kind::Boolean:
        return Value(a.boolean() == b.boolean());
    case Value::Kind::Number:
        return Value(a.number() == b.number());
    case Value::Kind::String:
        return Value(a.string() == b.string());
    case Value::Kind::List:
        return equalLists(a.list(), b.list());
    case Value::Kind::Context:
        return equalContexts(a.context(), b.context());
    case Value::Kind::Range:
        return equalRanges(a.range(), b.range());
    case Value::Kind::Function:
        return equalFunctions(a, b);
    default:
        return Value(order(a, b) == 0);
    }
}

bool operator==(const Value &a, const Value &b)
{
    return equal(a, b).isTrue();
}

} // namespace naru::feel
