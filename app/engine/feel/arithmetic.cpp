#include "engine/feel/arithmetic.h"

#include "engine/feel/precise.h"

namespace naru::feel {

namespace {

using Kind = Value::Kind;

Value mismatch(Evaluation &evaluation, Operator op, const Value &a, const Value &b)
{
    return evaluation.warn(Warning::Kind::WrongType,
                           u"expected operands that fit '"_s + textOf(op) + u"' but found "_s + nameOf(a.kind())
                               + u" and "_s + nameOf(b.kind()));
}

Value divisionByZero(Evaluation &evaluation)
{
    return evaluation.warn(Warning::Kind::DivisionByZero, u"expected a divisor but found 0"_s);
}

template <typename Span> Value checked(Evaluation &evaluation, const std::optional<Span> &value)
{
    if (value)
        return evaluation.made(Value(*value));
    return evaluation.warn(Warning::Kind::InvalidValue,
                           u"expected a result within the years to 999,999,999 but it is beyond"_s);
}

Value numeric(Evaluation &evaluation, Operator op, const Decimal &a, const Decimal &b)
{
    switch (op) {
    case Operator::Add:
        return checkedNumber(evaluation, a + b);
    case Operator::Subtract:
        return checkedNumber(evaluation, a - b);
    case Operator::Multiply:
        return checkedNumber(evaluation, a * b);
    case Operator::Divide:
        return b.isZero() ? divisionByZero(evaluation) : checkedNumber(evaluation, a / b);
    default:
        return checkedNumber(evaluation, power(a, b));
    }
}

// Whole months of a product or a quotient, towards zero.
std::optional<MonthsDuration> wholeMonths(const Decimal &months)
{
    const Result<qint64> whole = months.rounded(0, Decimal::Rounding::Down).toWhole();
    return whole ? std::optional(MonthsDuration{*whole}) : std::nullopt;
}

std::optional<MonthsDuration> sum(const MonthsDuration &a, const MonthsDuration &b, bool minus)
{
    qint64 months = 0;
    const bool beyond = minus ? __builtin_sub_overflow(a.months, b.months, &months)
                              : __builtin_add_overflow(a.months, b.months, &months);
    return beyond ? std::nullopt : std::optional(MonthsDuration{months});
}

std::optional<DaysDuration> sum(const DaysDuration &a, const DaysDuration &b, bool minus)
{
    const DaysDuration other = minus ? -b : b;
    qint64 seconds = 0;
    if (__builtin_add_overflow(a.seconds, other.seconds, &seconds))
        return {};
    return DaysDuration::of(seconds, qint64(a.nanoseconds) + other.nanoseconds);
}

// Of a number and a duration.
Value scaled(Evaluation &evaluation, Operator op, const Value &span, const Decimal &factor)
{
    if (op == Operator::Divide && factor.isZero())
        return divisionByZero(evaluation);
    const Decimal whole =
        span.is(Kind::DaysDuration) ? span.daysDuration().inSeconds() : Decimal(span.monthsDuration().months);
    const Decimal result = op == Operator::Divide ? whole / factor : whole * factor;
    if (span.is(Kind::DaysDuration))
        return checked(evaluation, DaysDuration::fromSeconds(result));
    return checked(evaluation, wholeMonths(result));
}

Value ratio(Evaluation &evaluation, const Value &a, const Value &b)
{
    const bool days = a.is(Kind::DaysDuration);
    const Decimal left = days ? a.daysDuration().inSeconds() : Decimal(a.monthsDuration().months);
    const Decimal right = days ? b.daysDuration().inSeconds() : Decimal(b.monthsDuration().months);
    return right.isZero() ? divisionByZero(evaluation) : checkedNumber(evaluation, left / right);
}

bool isSpan(const Value &value)
{
    return value.is(Kind::DaysDuration) || value.is(Kind::MonthsDuration);
}

// A time wraps around midnight; a date stays a date.
Value shifted(Evaluation &evaluation, const Value &moment, const Value &span, bool minus)
{
    const DaysDuration days =
        span.is(Kind::DaysDuration) ? (minus ? -span.daysDuration() : span.daysDuration()) : DaysDuration();
    if (moment.is(Kind::Time)) {
        constexpr qint64 day = 86'400'000'000'000;
        const qint64 shift = days.seconds % 86'400 * 1'000'000'000 + days.nanoseconds;
        const qint64 nanosecond = ((moment.timeOfDay().nanosecond + shift) % day + day) % day;
        return evaluation.made(Value(Time{nanosecond, moment.timeOfDay().zone}));
    }
    const DateTime from = moment.is(Kind::Date) ? DateTime{moment.date(), {}} : moment.dateTime();
    std::optional<DateTime> to;
    if (span.is(Kind::DaysDuration))
        to = from.plus(days);
    else if (span.monthsDuration().months != std::numeric_limits<qint64>::min())
        to = from.plus(MonthsDuration{minus ? -span.monthsDuration().months : span.monthsDuration().months});
    if (to && moment.is(Kind::Date))
        return Value(to->date);
    return checked(evaluation, to);
}

// A date counts as midnight UTC. Both have a zone or neither.
Value difference(Evaluation &evaluation, const Value &a, const Value &b)
{
    const auto momentOf = [](const Value &value) {
        return value.is(Kind::Date) ? DateTime{value.date(), Time{0, *Zone::ofOffset(0)}} : value.dateTime();
    };
    const DateTime left = momentOf(a);
    const DateTime right = momentOf(b);
    if (left.time.zone.isLocal() != right.time.zone.isLocal())
        return evaluation.warn(Warning::Kind::WrongType,
                               u"expected a time zone on both sides of '-' or on none but found one"_s);
    return evaluation.made(Value(left.since(right)));
}

Value timeDifference(Evaluation &evaluation, const Time &a, const Time &b)
{
    if (a.zone.isLocal() != b.zone.isLocal())
        return evaluation.warn(Warning::Kind::WrongType,
                               u"expected a time zone on both sides of '-' or on none but found one"_s);
    const DateTime left{Date{}, a};
    const DateTime right{Date{}, b};
    return evaluation.made(Value(left.since(right)));
}

Value sumOrDifference(Evaluation &evaluation, Operator op, const Value &a, const Value &b)
{
    const bool minus = op == Operator::Subtract;
    const auto isDay = [](const Value &one) { return one.is(Kind::Date) || one.is(Kind::DateTime); };
    if (a.is(Kind::String) && b.is(Kind::String) && !minus) {
        const qint64 bytes = 2 * (a.string().size() + b.string().size());
        return evaluation.allocate(bytes) ? Value(a.string() + b.string()) : Value();
    }
    if (a.is(Kind::DaysDuration) && b.is(Kind::DaysDuration))
        return checked(evaluation, sum(a.daysDuration(), b.daysDuration(), minus));
    if (a.is(Kind::MonthsDuration) && b.is(Kind::MonthsDuration))
        return checked(evaluation, sum(a.monthsDuration(), b.monthsDuration(), minus));
    if ((isDay(a) && isSpan(b)) || (a.is(Kind::Time) && b.is(Kind::DaysDuration)))
        return shifted(evaluation, a, b, minus);
    if (!minus && ((isDay(b) && isSpan(a)) || (b.is(Kind::Time) && a.is(Kind::DaysDuration))))
        return shifted(evaluation, b, a, false);
    if (minus && isDay(a) && isDay(b))
        return difference(evaluation, a, b);
    if (minus && a.is(Kind::Time) && b.is(Kind::Time))
        return timeDifference(evaluation, a.timeOfDay(), b.timeOfDay());
    return mismatch(evaluation, op, a, b);
}

} // namespace

QString textOf(Operator op)
{
    static const QString texts[] = {u"+"_s,  u"-"_s, u"*"_s,  u"/"_s, u"**"_s, u"="_s,
                                    u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s};
    return texts[static_cast<int>(op)];
}

Value checkedNumber(Evaluation &evaluation, const Decimal &number)
{
    if (number.isNaN() || number.isInfinite())
        return evaluation.warn(Warning::Kind::NotANumber,
                               u"expected a number of 34 digits and an exponent to 6144 but the result is none"_s);
    return Value(number);
}

Value arithmetic(Evaluation &evaluation, Operator op, const Value &a, const Value &b)
{
    if (a.is(Kind::Number) && b.is(Kind::Number))
        return numeric(evaluation, op, a.number(), b.number());
    if (op == Operator::Add || op == Operator::Subtract)
        return sumOrDifference(evaluation, op, a, b);
    if (op == Operator::Power)
        return mismatch(evaluation, op, a, b);
    if (isSpan(a) && b.is(Kind::Number))
        return scaled(evaluation, op, a, b.number());
    if (op == Operator::Multiply && a.is(Kind::Number) && isSpan(b))
        return scaled(evaluation, op, b, a.number());
    if (op == Operator::Divide && isSpan(a) && a.kind() == b.kind())
        return ratio(evaluation, a, b);
    return mismatch(evaluation, op, a, b);
}

Value negated(Evaluation &evaluation, const Value &value)
{
    if (value.is(Kind::Number))
        return Value(-value.number());
    if (value.is(Kind::DaysDuration))
        return Value(-value.daysDuration());
    if (value.is(Kind::MonthsDuration))
        return Value(MonthsDuration{-value.monthsDuration().months});
    return evaluation.warn(Warning::Kind::WrongType,
                           u"expected a number or a duration behind '-' but found "_s + nameOf(value.kind()));
}

Value compared(Evaluation &evaluation, Operator op, const Value &a, const Value &b)
{
    if (!evaluation.stepThrough(a, b))
        return {};
    if (op == Operator::Equal || op == Operator::Unequal) {
        const Value same = equal(a, b);
        if (same.isNull())
            return mismatch(evaluation, op, a, b);
        return op == Operator::Equal ? same : Value(!same.boolean());
    }
    const std::optional<int> sign = order(a, b);
    if (!sign)
        return mismatch(evaluation, op, a, b);
    switch (op) {
    case Operator::Less:
        return Value(*sign < 0);
    case Operator::LessOrEqual:
        return Value(*sign <= 0);
    case Operator::Greater:
        return Value(*sign > 0);
    default:
        return Value(*sign >= 0);
    }
}

Value both(const Value &a, const Value &b)
{
    if (a.isFalse() || b.isFalse())
        return Value(false);
    return a.isTrue() && b.isTrue() ? Value(true) : Value();
}

Value either(const Value &a, const Value &b)
{
    if (a.isTrue() || b.isTrue())
        return Value(true);
    return a.isFalse() && b.isFalse() ? Value(false) : Value();
}

Value opposite(const Value &a)
{
    return a.is(Kind::Boolean) ? Value(!a.boolean()) : Value();
}

Value isWithin(Evaluation &evaluation, const Value &value, const Range &range)
{
    if (range.form == Range::Form::Unequal)
        return compared(evaluation, Operator::Unequal, value, range.start);
    if (range.form == Range::Form::Equal)
        return compared(evaluation, Operator::Equal, value, range.start);
    const bool isOpen = range.form == Range::Form::Comparison;
    if (isOpen && range.start.isNull() && range.end.isNull())
        return compared(evaluation, Operator::Less, value, Value());
    const Value above = isOpen && range.start.isNull()
        ? Value(true)
        : compared(evaluation, range.startIncluded ? Operator::GreaterOrEqual : Operator::Greater, value, range.start);
    if (above.isFalse())
        return above;
    const Value below = isOpen && range.end.isNull()
        ? Value(true)
        : compared(evaluation, range.endIncluded ? Operator::LessOrEqual : Operator::Less, value, range.end);
    return both(above, below);
}

Value satisfies(Evaluation &evaluation, const Value &value, const Value &test)
{
    if (test.is(Kind::Range) && !value.is(Kind::Range))
        return isWithin(evaluation, value, test.range());
    if (!test.is(Kind::List))
        return compared(evaluation, Operator::Equal, value, test);
    if (!evaluation.stepThrough(value, test))
        return {};
    if (value.is(Kind::List) && equal(value, test).isTrue())
        return Value(true);
    for (const Value &one : test.list()) {
        if (!evaluation.step() || !evaluation.stepThrough(value, one))
            return {};
        const bool hit = one.is(Kind::Range) && one.kind() != value.kind()
            ? order(value, one.range().start.isNull() ? one.range().end : one.range().start)
                && isWithin(evaluation, value, one.range()).isTrue()
            : equal(value, one).isTrue();
        if (hit)
            return Value(true);
    }
    return Value(false);
}

bool isSoundRange(const Range &range)
{
    if (range.start.isNull() || range.end.isNull())
        return true;
    const std::optional<int> sign = order(range.start, range.end);
    return sign && *sign <= 0;
}

} // namespace naru::feel
