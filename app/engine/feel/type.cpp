#include "engine/feel/type.h"

#include "engine/feel/function.h"

#include <algorithm>

namespace naru::feel {

struct Type::Parts {
    QList<Type> types; // the element; or the parameters and, behind them, the result
    QList<Member> members;
    Constraint constraint;
    qint64 extent = 1; // the types in it, a shared one as often as it stands
};

namespace {

const Type any;

// Types of types share their parts, so that forty short lines can name more than anybody could compare: of such a one
// only the kind is known.
constexpr qint64 mostExtent = 100'000;

Type::Kind kindOf(Value::Kind kind)
{
    switch (kind) {
    case Value::Kind::Null:
        return Type::Kind::Null;
    case Value::Kind::Boolean:
        return Type::Kind::Boolean;
    case Value::Kind::Number:
        return Type::Kind::Number;
    case Value::Kind::Date:
        return Type::Kind::Date;
    case Value::Kind::DaysDuration:
        return Type::Kind::DaysDuration;
    case Value::Kind::MonthsDuration:
        return Type::Kind::MonthsDuration;
    case Value::Kind::String:
        return Type::Kind::String;
    case Value::Kind::Time:
        return Type::Kind::Time;
    case Value::Kind::DateTime:
        return Type::Kind::DateTime;
    case Value::Kind::Range:
        return Type::Kind::Range;
    case Value::Kind::List:
        return Type::Kind::List;
    case Value::Kind::Context:
        return Type::Kind::Context;
    case Value::Kind::Function:
        return Type::Kind::Function;
    }
    return Type::Kind::Any;
}

struct Name {
    QStringView name;
    Type::Kind kind;
};

// The first name of a kind is the standard's.
const Name names[] = {
    {u"Any", Type::Kind::Any},
    {u"Null", Type::Kind::Null},
    {u"boolean", Type::Kind::Boolean},
    {u"number", Type::Kind::Number},
    {u"string", Type::Kind::String},
    {u"date", Type::Kind::Date},
    {u"time", Type::Kind::Time},
    {u"date and time", Type::Kind::DateTime},
    {u"days and time duration", Type::Kind::DaysDuration},
    {u"years and months duration", Type::Kind::MonthsDuration},
    {u"range", Type::Kind::Range},
    {u"list", Type::Kind::List},
    {u"context", Type::Kind::Context},
    {u"function", Type::Kind::Function},
    {u"dateTime", Type::Kind::DateTime},
    {u"dayTimeDuration", Type::Kind::DaysDuration},
    {u"yearMonthDuration", Type::Kind::MonthsDuration},
    {u"any", Type::Kind::Any},
};

bool allHold(const QList<Value> &list, const Type &element)
{
    return std::all_of(list.begin(), list.end(), [&](const Value &one) { return one.isNull() || element.holds(one); });
}

bool membersHold(const Context &context, const Type &type)
{
    for (const Type::Member &one : type.members()) {
        const Value *value = context.find(one.first);
        if (!value || (!value->isNull() && !one.second.holds(*value)))
            return false;
    }
    return true;
}

bool rangeHolds(const Range &range, const Type &element)
{
    return (range.start.isNull() || element.holds(range.start)) && (range.end.isNull() || element.holds(range.end));
}

} // namespace

Type Type::madeOf(Kind kind, const QList<Type> &types, const QList<Member> &members)
{
    Parts parts{types, members, {}};
    for (const Type &one : types)
        parts.extent += one.m_parts ? one.m_parts->extent : 1;
    for (const Member &one : members)
        parts.extent += one.second.m_parts ? one.second.m_parts->extent : 1;
    Type type(kind);
    if (parts.extent <= mostExtent)
        type.m_parts = std::make_shared<const Parts>(std::move(parts));
    return type;
}

Type Type::listOf(const Type &element)
{
    return madeOf(Kind::List, {element}, {});
}

Type Type::rangeOf(const Type &element)
{
    return madeOf(Kind::Range, {element}, {});
}

Type Type::contextOf(const QList<Member> &members)
{
    return madeOf(Kind::Context, {}, members);
}

Type Type::functionOf(const QList<Type> &parameters, const Type &result)
{
    return madeOf(Kind::Function, parameters + QList<Type>{result}, {});
}

std::optional<Type> Type::named(QStringView name)
{
    const QString plain = name.toString().simplified();
    for (const Name &one : names)
        if (one.name == plain)
            return Type(one.kind);
    return {};
}

Type Type::constrained(const Constraint &constraint) const
{
    Type type = *this;
    Parts parts = m_parts ? *m_parts : Parts();
    const Constraint base = parts.constraint;
    parts.constraint =
        base ? [base, constraint](const Value &value) { return base(value) && constraint(value); } : constraint;
    type.m_parts = std::make_shared<const Parts>(std::move(parts));
    return type;
}

const Type &Type::element() const
{
    const bool has = (m_kind == Kind::List || m_kind == Kind::Range) && m_parts && !m_parts->types.isEmpty();
    return has ? m_parts->types.first() : any;
}

const QList<Type::Member> &Type::members() const
{
    static const QList<Member> none;
    return m_parts ? m_parts->members : none;
}

const Type *Type::member(QStringView name) const
{
    for (const Member &one : members())
        if (one.first == name)
            return &one.second;
    return nullptr;
}

QList<Type> Type::parameters() const
{
    return m_kind == Kind::Function && m_parts && !m_parts->types.isEmpty()
        ? m_parts->types.first(m_parts->types.size() - 1)
        : QList<Type>();
}

const Type &Type::result() const
{
    return m_kind == Kind::Function && m_parts && !m_parts->types.isEmpty() ? m_parts->types.last() : any;
}

bool Type::isConstrained() const
{
    return m_parts && m_parts->constraint;
}

bool Type::holds(const Value &value) const
{
    if (m_kind == Kind::Any && !isConstrained())
        return true;
    if (m_kind != Kind::Any && kindOf(value.kind()) != m_kind)
        return false;
    const bool fits = m_kind == Kind::List ? allHold(value.list(), element())
        : m_kind == Kind::Context          ? membersHold(value.context(), *this)
        : m_kind == Kind::Range            ? rangeHolds(value.range(), element())
        : m_kind == Kind::Function ? !m_parts || m_parts->types.isEmpty() || value.function().type().conformsTo(*this)
                                   : true;
    return fits && (!isConstrained() || m_parts->constraint(value));
}

bool Type::conformsTo(const Type &other) const
{
    if (other.m_kind == Kind::Any || m_kind == Kind::Null)
        return true;
    if (m_kind != other.m_kind)
        return false;
    switch (m_kind) {
    case Kind::List:
    case Kind::Range:
        return element().conformsTo(other.element());
    case Kind::Context:
        return std::all_of(other.members().begin(), other.members().end(), [&](const Member &one) {
            const Type *mine = member(one.first);
            return mine && mine->conformsTo(one.second);
        });
    case Kind::Function: {
        const QList<Type> mine = parameters();
        const QList<Type> theirs = other.parameters();
        if (!other.m_parts)
            return true;
        if (mine.size() != theirs.size() || !result().conformsTo(other.result()))
            return false;
        for (qsizetype i = 0; i < mine.size(); ++i)
            if (!theirs[i].conformsTo(mine[i]))
                return false;
        return true;
    }
    default:
        return true;
    }
}

QString Type::name() const
{
    QStringList parts;
    switch (m_kind) {
    case Kind::List:
        return u"list<"_s + element().name() + u'>';
    case Kind::Range:
        return u"range<"_s + element().name() + u'>';
    case Kind::Context:
        for (const Member &one : members())
            parts.append(one.first + u": "_s + one.second.name());
        return parts.isEmpty() ? u"context"_s : u"context<"_s + parts.join(u", "_s) + u'>';
    case Kind::Function:
        for (const Type &one : parameters())
            parts.append(one.name());
        return u"function<"_s + parts.join(u", "_s) + u">->"_s + result().name();
    default:
        break;
    }
    for (const Name &one : names)
        if (one.kind == m_kind)
            return one.name.toString();
    return {};
}

std::optional<Value> coerced(const Value &value, const Type &type)
{
    if (value.isNull() || type.holds(value))
        return value;
    if (type.kind() != Type::Kind::List && value.is(Value::Kind::List)) {
        if (value.list().size() != 1)
            return {};
        const Value &only = value.list().first();
        return only.isNull() || type.holds(only) ? std::optional(only) : std::nullopt;
    }
    if (type.kind() == Type::Kind::List && !value.is(Value::Kind::List)) {
        const Value wrapped(QList<Value>{value});
        return type.holds(wrapped) ? std::optional(wrapped) : std::nullopt;
    }
    if (type.kind() == Type::Kind::DateTime && value.is(Value::Kind::Date)) {
        const Value midnight(DateTime{value.date(), Time{0, *Zone::ofOffset(0)}});
        return type.holds(midnight) ? std::optional(midnight) : std::nullopt;
    }
    return {};
}

Type typeOf(const Value &value)
{
    const Type::Kind kind = kindOf(value.kind());
    const auto common = [](const Type &a, const Type &b) { return a.conformsTo(b) ? b : b.conformsTo(a) ? a : Type(); };
    if (kind == Type::Kind::List) {
        std::optional<Type> element;
        for (const Value &one : value.list())
            element = element ? common(*element, typeOf(one)) : typeOf(one);
        return Type::listOf(element ? *element : Type(Type::Kind::Null));
    }
    if (kind == Type::Kind::Range) {
        const Type end = typeOf(value.range().end);
        const bool isTest = value.range().form == Range::Form::Equal || value.range().form == Range::Form::Unequal;
        return Type::rangeOf(isTest ? end : common(typeOf(value.range().start), end)); // both ends of `= x` are x
    }
    if (kind == Type::Kind::Function)
        return value.function().type();
    if (kind != Type::Kind::Context)
        return Type(kind);
    QList<Type::Member> members;
    for (const Context::Entry &one : value.context().entries())
        members.append({one.first, typeOf(one.second)});
    return Type::contextOf(members);
}

} // namespace naru::feel
