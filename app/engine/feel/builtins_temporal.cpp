// Functions of moments (DMN 1.5 tables 77, 79, 82).
#include "engine/feel/builtins.h"

namespace naru::feel {

namespace {

using Arguments = QList<Value>;

Date dateOf(const Value &value)
{
    return value.is(Value::Kind::Date) ? value.date() : value.dateTime().date;
}

Value dayOfYear(Evaluation &, const Arguments &given)
{
    return Value(dateOf(given[0]).dayOfYear());
}

Value dayOfWeek(Evaluation &, const Arguments &given)
{
    static const QString names[] = {u"Monday"_s, u"Tuesday"_s,  u"Wednesday"_s, u"Thursday"_s,
                                    u"Friday"_s, u"Saturday"_s, u"Sunday"_s};
    return Value(names[dateOf(given[0]).dayOfWeek() - 1]);
}

Value monthOfYear(Evaluation &, const Arguments &given)
{
    static const QString names[] = {u"January"_s,   u"February"_s, u"March"_s,    u"April"_s,
                                    u"May"_s,       u"June"_s,     u"July"_s,     u"August"_s,
                                    u"September"_s, u"October"_s,  u"November"_s, u"December"_s};
    return Value(names[dateOf(given[0]).month - 1]);
}

Value weekOfYear(Evaluation &, const Arguments &given)
{
    return Value(dateOf(given[0]).weekOfYear());
}

Value withoutClock(Evaluation &evaluation)
{
    return evaluation.warn(Warning::Kind::InvalidValue, u"expected a clock with the evaluation but it has none"_s);
}

Value now(Evaluation &evaluation, const Arguments &)
{
    return evaluation.now() ? Value(*evaluation.now()) : withoutClock(evaluation);
}

Value today(Evaluation &evaluation, const Arguments &)
{
    return evaluation.now() ? Value(evaluation.now()->date) : withoutClock(evaluation);
}

// The same element of the domain: with its zone, where equality compares instants.
bool areSame(const Value &a, const Value &b)
{
    if (a.kind() != b.kind())
        return false;
    if (a.is(Value::Kind::Time))
        return a.timeOfDay() == b.timeOfDay();
    if (a.is(Value::Kind::DateTime))
        return a.dateTime() == b.dateTime();
    if (a.is(Value::Kind::List)) {
        bool same = a.list().size() == b.list().size();
        for (qsizetype i = 0; same && i < a.list().size(); ++i)
            same = areSame(a.list()[i], b.list()[i]);
        return same;
    }
    if (a.is(Value::Kind::Context)) {
        bool same = a.context().size() == b.context().size();
        for (const Context::Entry &one : a.context().entries()) {
            const Value *other = b.context().find(one.first);
            same = same && other && areSame(one.second, *other);
        }
        return same;
    }
    return equal(a, b).isTrue();
}

Value is(Evaluation &, const Arguments &given)
{
    return Value(areSame(given[0], given[1]));
}

} // namespace

std::vector<BuiltinRow> temporalFunctions()
{
    return {
        {u"day of year(date: date|date and time) -> number", dayOfYear},
        {u"day of week(date: date|date and time) -> string", dayOfWeek},
        {u"month of year(date: date|date and time) -> string", monthOfYear},
        {u"week of year(date: date|date and time) -> number", weekOfYear},
        {u"now() -> date and time", now},
        {u"today() -> date", today},
        {u"is(value1: any, value2: any) -> boolean", is},
    };
}

} // namespace naru::feel
