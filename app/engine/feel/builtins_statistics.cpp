// Functions of many numbers, values, or truths (DMN 1.5 table 75): of a list, or of their arguments.
#include "engine/feel/arithmetic.h"
#include "engine/feel/builtins.h"

#include <algorithm>

namespace naru::feel {

namespace {

using Arguments = QList<Value>;

// The numbers of a list; nothing, with a warning, where one is none.
std::optional<QList<Decimal>> numbersOf(Evaluation &evaluation, const Value &list)
{
    QList<Decimal> numbers;
    for (const Value &one : list.list()) {
        if (!evaluation.step())
            return {};
        if (!one.is(Value::Kind::Number)) {
            evaluation.warn(Warning::Kind::WrongType,
                            u"expected numbers but found "_s + nameOf(one.kind()) + u" among them"_s);
            return {};
        }
        numbers.append(one.number());
    }
    return numbers;
}

Decimal sumOf(const QList<Decimal> &numbers)
{
    Decimal sum = numbers.first();
    for (qsizetype i = 1; i < numbers.size(); ++i)
        sum = sum + numbers[i];
    return sum;
}

Value sum(Evaluation &evaluation, const Arguments &given)
{
    const auto numbers = numbersOf(evaluation, given[0]);
    return !numbers || numbers->isEmpty() ? Value() : checkedNumber(evaluation, sumOf(*numbers));
}

Value product(Evaluation &evaluation, const Arguments &given)
{
    const auto numbers = numbersOf(evaluation, given[0]);
    if (!numbers || numbers->isEmpty())
        return {};
    Decimal result = numbers->first();
    for (qsizetype i = 1; i < numbers->size(); ++i)
        result = result * numbers->at(i);
    return checkedNumber(evaluation, result);
}

Value mean(Evaluation &evaluation, const Arguments &given)
{
    const auto numbers = numbersOf(evaluation, given[0]);
    return !numbers || numbers->isEmpty()
        ? Value()
        : checkedNumber(evaluation, sumOf(*numbers) / Decimal(qint64(numbers->size())));
}

Value median(Evaluation &evaluation, const Arguments &given)
{
    auto numbers = numbersOf(evaluation, given[0]);
    if (!numbers || numbers->isEmpty())
        return {};
    std::sort(numbers->begin(), numbers->end());
    const qsizetype middle = numbers->size() / 2;
    if (numbers->size() % 2)
        return Value(numbers->at(middle));
    return checkedNumber(evaluation, (numbers->at(middle - 1) + numbers->at(middle)) / Decimal(2));
}

Value standardDeviation(Evaluation &evaluation, const Arguments &given)
{
    const auto numbers = numbersOf(evaluation, given[0]);
    if (!numbers || numbers->size() < 2)
        return {};
    const Decimal average = sumOf(*numbers) / Decimal(qint64(numbers->size()));
    Decimal squares(0);
    for (const Decimal &one : *numbers)
        squares = squares + (one - average) * (one - average);
    return checkedNumber(evaluation, (squares / Decimal(qint64(numbers->size() - 1))).sqrt());
}

Value mode(Evaluation &evaluation, const Arguments &given)
{
    auto numbers = numbersOf(evaluation, given[0]);
    if (!numbers)
        return {};
    std::sort(numbers->begin(), numbers->end());
    QList<Value> most;
    qsizetype longest = 0;
    for (qsizetype i = 0; i < numbers->size();) {
        qsizetype end = i;
        while (end < numbers->size() && numbers->at(end) == numbers->at(i))
            ++end;
        if (end - i > longest)
            most.clear();
        if (end - i >= longest)
            most.append(Value(numbers->at(i)));
        longest = std::max(longest, end - i);
        i = end;
    }
    return evaluation.made(Value(most));
}

// sign: -1 for the least, 1 for the greatest.
Value extreme(Evaluation &evaluation, const QList<Value> &list, int sign)
{
    if (list.isEmpty())
        return {};
    Value best = list.first();
    for (const Value &one : list) {
        const std::optional<int> found = order(one, best);
        if (!found || !evaluation.step())
            return evaluation.warn(Warning::Kind::WrongType,
                                   u"expected values of one kind to compare but found "_s + nameOf(one.kind())
                                       + u" and "_s + nameOf(best.kind()));
        if (*found == sign)
            best = one;
    }
    return best;
}

Value least(Evaluation &evaluation, const Arguments &given)
{
    return extreme(evaluation, given[0].list(), -1);
}

Value greatest(Evaluation &evaluation, const Arguments &given)
{
    return extreme(evaluation, given[0].list(), 1);
}

Value all(Evaluation &, const Arguments &given)
{
    Value result(true);
    for (const Value &one : given[0].list())
        result = both(result, one);
    return result;
}

Value any(Evaluation &, const Arguments &given)
{
    Value result(false);
    for (const Value &one : given[0].list())
        result = either(result, one);
    return result;
}

Value negation(Evaluation &, const Arguments &given)
{
    return opposite(given[0]);
}

} // namespace

std::vector<BuiltinRow> statisticFunctions()
{
    return {
        {u"min(list: list) -> any", least},
        {u"min(c...: any) -> any", least},
        {u"max(list: list) -> any", greatest},
        {u"max(c...: any) -> any", greatest},
        {u"sum(list: list) -> number", sum},
        {u"sum(n...: any) -> number", sum},
        {u"mean(list: list) -> number", mean},
        {u"mean(n...: any) -> number", mean},
        {u"all(list: list) -> boolean", all},
        {u"all(b...: any) -> boolean", all},
        {u"any(list: list) -> boolean", any},
        {u"any(b...: any) -> boolean", any},
        {u"product(list: list) -> number", product},
        {u"product(n...: any) -> number", product},
        {u"median(list: list) -> number", median},
        {u"median(n...: any) -> number", median},
        {u"stddev(list: list) -> number", standardDeviation},
        {u"stddev(n...: any) -> number", standardDeviation},
        {u"mode(list: list) -> list<number>", mode},
        {u"mode(n...: any) -> list<number>", mode},
        {u"not(negand: boolean|null) -> boolean", negation},
    };
}

} // namespace naru::feel
