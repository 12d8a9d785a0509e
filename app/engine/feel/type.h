// The types of FEEL (DMN 1.5 §10.3.2.9 to .10): conformance, instance of, coercion. Immutable, cheap to copy.
#pragma once

#include "engine/feel/value.h"

#include <functional>
#include <memory>

namespace naru::feel {

class Type {
public:
    enum class Kind : quint8 {
        Any,
        Null,
        Boolean,
        Number,
        String,
        Date,
        Time,
        DateTime,
        DaysDuration,
        MonthsDuration,
        Range, // of element()
        List, // of element()
        Context, // of members()
        Function, // parameters() → result()
    };
    using Member = std::pair<QString, Type>;
    // A further condition on the values: the allowed values of an item definition. Called from any thread.
    using Constraint = std::function<bool(const Value &)>;

    Type() = default; // Any
    explicit Type(Kind kind)
        : m_kind(kind)
    {
    }
    static Type listOf(const Type &element);
    static Type rangeOf(const Type &element);
    static Type contextOf(const QList<Member> &members);
    static Type functionOf(const QList<Type> &parameters, const Type &result);
    // The built-in type of that name ("number", "date and time", "days and time duration", "Any", "list" …; also the
    // spellings of older standards: "dateTime", "dayTimeDuration", "yearMonthDuration").
    static std::optional<Type> named(QStringView name);
    // The same type, for values that also satisfy the constraint. A type keeps the constraint of its base.
    Type constrained(const Constraint &constraint) const;

    Kind kind() const { return m_kind; }
    bool isAny() const { return m_kind == Kind::Any; }
    const Type &element() const; // Any for what is no list and no range
    const QList<Member> &members() const;
    const Type *member(QStringView name) const; // null where there is none
    QList<Type> parameters() const;
    const Type &result() const;
    bool isConstrained() const;

    // Whether the value is an instance of the type (`instance of`, with constraints); null is one of Any and Null only.
    bool holds(const Value &value) const;
    bool conformsTo(const Type &other) const;
    QString name() const; // "list<number>"

private:
    struct Parts;
    static Type madeOf(Kind kind, const QList<Type> &types, const QList<Member> &members);

    Kind m_kind = Kind::Any;
    std::shared_ptr<const Parts> m_parts; // shared: types are copied with every variable
};

// The implicit conversions of §10.3.2.9.4: to and from singleton lists, date to date and time, conforms-to; nothing
// where the value does not conform (FEEL then has null). Null conforms to every type.
std::optional<Value> coerced(const Value &value, const Type &type);
// The type that the value shows: list<number> for [1, 2].
Type typeOf(const Value &value);

} // namespace naru::feel
