// Numeric functions (DMN 1.5 table 76).
#include "engine/feel/arithmetic.h"
#include "engine/feel/builtins.h"
#include "engine/feel/precise.h"

namespace naru::feel {

namespace {

using Arguments = QList<Value>;
using Rounding = Decimal::Rounding;

Value rounded(Evaluation &evaluation, const Decimal &number, const Decimal &scale, Rounding rounding)
{
    const Result<qint64> places = scale.rounded(0, Rounding::Down).toWhole();
    if (!places || *places < -6111 || *places > 6176)
        return outOfDomain(evaluation, u"expected a scale from -6111 to 6176 but found "_s + scale.toString());
    const Decimal result = number.rounded(static_cast<int>(*places), rounding);
    // A number without room for more places has none to lose.
    if (result.isNaN())
        return Value(number);
    return Value(result.isZero() ? result.abs() : result);
}

template <Rounding rounding> Value toScale(Evaluation &evaluation, const Arguments &given)
{
    return rounded(evaluation, given[0].number(), given[1].number(), rounding);
}

template <Rounding rounding> Value toWhole(Evaluation &evaluation, const Arguments &given)
{
    return rounded(evaluation, given[0].number(), Decimal(0), rounding);
}

Value absolute(Evaluation &evaluation, const Arguments &given)
{
    const Value &value = given[0];
    if (value.is(Value::Kind::Number))
        return Value(value.number().abs());
    const bool isNegative =
        value.is(Value::Kind::DaysDuration) ? value.daysDuration().seconds < 0 : value.monthsDuration().months < 0;
    return isNegative ? negated(evaluation, value) : value;
}

Value modulo(Evaluation &evaluation, const Arguments &given)
{
    const Decimal dividend = given[0].number();
    const Decimal divisor = given[1].number();
    if (divisor.isZero())
        return evaluation.warn(Warning::Kind::DivisionByZero, u"expected a divisor but found 0"_s);
    const Decimal rest = dividend.remainder(divisor);
    if (rest.isNaN() || rest.isZero() || rest.isNegative() == divisor.isNegative())
        return checkedNumber(evaluation, rest.isZero() ? rest.abs() : rest);
    return checkedNumber(evaluation, rest + divisor);
}

Value squareRoot(Evaluation &evaluation, const Arguments &given)
{
    const Decimal number = given[0].number();
    if (number < Decimal(0))
        return outOfDomain(evaluation, u"expected a number from 0 for 'sqrt' but found "_s + number.toString());
    return checkedNumber(evaluation, number.sqrt());
}

Value naturalLogarithm(Evaluation &evaluation, const Arguments &given)
{
    const Decimal number = given[0].number();
    if (!(Decimal(0) < number))
        return outOfDomain(evaluation, u"expected a number above 0 for 'log' but found "_s + number.toString());
    return checkedNumber(evaluation, logarithm(number));
}

Value exponent(Evaluation &evaluation, const Arguments &given)
{
    return checkedNumber(evaluation, exponential(given[0].number()));
}

// The remainder by 2 without sign; 34 digits end before the units of a larger number do.
Decimal parity(const Decimal &number)
{
    static const Decimal beyond = *Decimal::fromString(u"1E+34");
    return number.abs() < beyond ? number.remainder(Decimal(2)).abs() : Decimal(0);
}

Value odd(Evaluation &, const Arguments &given)
{
    return Value(parity(given[0].number()) == Decimal(1));
}

Value even(Evaluation &, const Arguments &given)
{
    return Value(parity(given[0].number()).isZero());
}

} // namespace

std::vector<BuiltinRow> numberFunctions()
{
    return {
        {u"decimal(n: number, scale: number) -> number", toScale<Rounding::HalfEven>},
        {u"floor(n: number) -> number", toWhole<Rounding::Floor>},
        {u"floor(n: number, scale: number) -> number", toScale<Rounding::Floor>},
        {u"ceiling(n: number) -> number", toWhole<Rounding::Ceiling>},
        {u"ceiling(n: number, scale: number) -> number", toScale<Rounding::Ceiling>},
        {u"round up(n: number, scale: number) -> number", toScale<Rounding::Up>},
        {u"round down(n: number, scale: number) -> number", toScale<Rounding::Down>},
        {u"round half up(n: number, scale: number) -> number", toScale<Rounding::HalfAwayFromZero>},
        {u"round half down(n: number, scale: number) -> number", toScale<Rounding::HalfDown>},
        {u"abs(n: number) -> number", absolute},
        {u"abs(n: days and time duration) -> days and time duration", absolute},
        {u"abs(n: years and months duration) -> years and months duration", absolute},
        {u"modulo(dividend: number, divisor: number) -> number", modulo},
        {u"sqrt(number: number) -> number", squareRoot},
        {u"log(number: number) -> number", naturalLogarithm},
        {u"exp(number: number) -> number", exponent},
        {u"odd(number: number) -> boolean", odd},
        {u"even(number: number) -> boolean", even},
    };
}

} // namespace naru::feel
