// List functions (DMN 1.5 table 75) and sort (table 80).
#include "engine/feel/builtins.h"

#include <algorithm>

namespace naru::feel {

namespace {

using Arguments = QList<Value>;

Value made(Evaluation &evaluation, QList<Value> list)
{
    return evaluation.step(list.size()) ? evaluation.made(Value(std::move(list))) : Value();
}

// The index from 0; -1 where the position, from 1 or from the end, is outside. Fractions are cut off.
qint64 indexOf(const Value &position, qint64 size)
{
    const Result<qint64> whole = position.number().rounded(0, Decimal::Rounding::Down).toWhole();
    if (!whole || *whole == 0 || *whole > size || *whole < -size)
        return -1;
    return *whole > 0 ? *whole - 1 : size + *whole;
}

Value outside(Evaluation &evaluation, const Value &position, qint64 size)
{
    return outOfDomain(evaluation,
                       u"expected a position within the "_s + QString::number(size) + u" elements but found "_s
                           + toText(position));
}

bool holds(Evaluation &evaluation, const QList<Value> &list, const Value &element)
{
    for (const Value &one : list) {
        if (!evaluation.step() || !evaluation.stepThrough(one, element))
            return false;
        if (equal(one, element).isTrue())
            return true;
    }
    return false;
}

Value listContains(Evaluation &evaluation, const Arguments &given)
{
    return Value(holds(evaluation, given[0].list(), given[1]));
}

Value count(Evaluation &, const Arguments &given)
{
    return Value(qint64(given[0].list().size()));
}

Value sublist(Evaluation &evaluation, const Arguments &given)
{
    const QList<Value> &list = given[0].list();
    const qint64 first = indexOf(given[1], list.size());
    if (first < 0)
        return outside(evaluation, given[1], list.size());
    if (given[2].isNull())
        return made(evaluation, list.mid(first));
    const Result<qint64> length = given[2].number().rounded(0, Decimal::Rounding::Down).toWhole();
    if (!length || *length < 1 || *length > list.size() - first)
        return outOfDomain(evaluation,
                           u"expected a length from 1 to "_s + QString::number(list.size() - first) + u" but found "_s
                               + toText(given[2]));
    return made(evaluation, list.mid(first, *length));
}

Value append(Evaluation &evaluation, const Arguments &given)
{
    return made(evaluation, given[0].list() + given[1].list());
}

Value concatenate(Evaluation &evaluation, const Arguments &given)
{
    QList<Value> all;
    for (const Value &one : given[0].list()) {
        if (!evaluation.allocate(qint64(sizeof(Value)) * one.list().size()))
            return {};
        all += one.list();
    }
    return made(evaluation, all);
}

Value insertBefore(Evaluation &evaluation, const Arguments &given)
{
    QList<Value> list = given[0].list();
    const qint64 at = indexOf(given[1], list.size());
    if (at < 0)
        return outside(evaluation, given[1], list.size());
    list.insert(at, given[2]);
    return made(evaluation, list);
}

Value remove(Evaluation &evaluation, const Arguments &given)
{
    QList<Value> list = given[0].list();
    const qint64 at = indexOf(given[1], list.size());
    if (at < 0)
        return outside(evaluation, given[1], list.size());
    list.removeAt(at);
    return made(evaluation, list);
}

Value reverse(Evaluation &evaluation, const Arguments &given)
{
    QList<Value> list = given[0].list();
    std::reverse(list.begin(), list.end());
    return made(evaluation, list);
}

Value positionsOf(Evaluation &evaluation, const Arguments &given)
{
    QList<Value> positions;
    const QList<Value> &list = given[0].list();
    for (qsizetype i = 0; i < list.size() && evaluation.step() && evaluation.stepThrough(list[i], given[1]); ++i)
        if (equal(list[i], given[1]).isTrue())
            positions.append(Value(qint64(i + 1)));
    return made(evaluation, positions);
}

Value distinct(Evaluation &evaluation, const QList<Value> &list)
{
    QList<Value> seen;
    for (const Value &one : list) {
        if (!evaluation.step())
            return {};
        if (!holds(evaluation, seen, one))
            seen.append(one);
    }
    return made(evaluation, seen);
}

Value distinctValues(Evaluation &evaluation, const Arguments &given)
{
    return distinct(evaluation, given[0].list());
}

Value unite(Evaluation &evaluation, const Arguments &given)
{
    const Value all = concatenate(evaluation, given);
    return all.is(Value::Kind::List) ? distinct(evaluation, all.list()) : Value();
}

bool flattenInto(Evaluation &evaluation, QList<Value> &out, const QList<Value> &list)
{
    for (const Value &one : list) {
        if (!evaluation.step())
            return false;
        if (!one.is(Value::Kind::List))
            out.append(one);
        else if (!flattenInto(evaluation, out, one.list()))
            return false;
    }
    return true;
}

Value flatten(Evaluation &evaluation, const Arguments &given)
{
    QList<Value> out;
    return flattenInto(evaluation, out, given[0].list()) ? made(evaluation, out) : Value();
}

Value replaceAt(Evaluation &evaluation, const Arguments &given)
{
    QList<Value> list = given[0].list();
    const qint64 at = indexOf(given[1], list.size());
    if (at < 0)
        return outside(evaluation, given[1], list.size());
    list[at] = given[2];
    return made(evaluation, list);
}

// Asks a function of two; nothing where the answer is no truth.
std::optional<bool> asked(Evaluation &evaluation, const Function &function, const Value &a, const Value &b)
{
    if (!evaluation.step())
        return {};
    const Value answer = function.invoke(evaluation, {a, b});
    if (answer.is(Value::Kind::Boolean))
        return answer.boolean();
    evaluation.warn(Warning::Kind::WrongType,
                    u"expected true or false from the function but found "_s + nameOf(answer.kind()));
    return {};
}

Value replaceMatching(Evaluation &evaluation, const Arguments &given)
{
    QList<Value> list = given[0].list();
    for (Value &one : list) {
        const std::optional<bool> fits = asked(evaluation, given[1].function(), one, given[2]);
        if (!fits)
            return {};
        if (*fits)
            one = given[2];
    }
    return made(evaluation, list);
}

// A merge: however the function answers, it ends, and equal elements keep their order.
bool mergeSort(Evaluation &evaluation, const Function &precedes, QList<Value> &list)
{
    if (list.size() < 2)
        return true;
    QList<Value> left = list.mid(0, list.size() / 2);
    QList<Value> right = list.mid(list.size() / 2);
    if (!mergeSort(evaluation, precedes, left) || !mergeSort(evaluation, precedes, right))
        return false;
    list.clear();
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < left.size() && j < right.size()) {
        const std::optional<bool> isRight = asked(evaluation, precedes, right[j], left[i]);
        if (!isRight)
            return false;
        list.append(*isRight ? right[j++] : left[i++]);
    }
    list += left.mid(i) + right.mid(j);
    return true;
}

Value sort(Evaluation &evaluation, const Arguments &given)
{
    QList<Value> list = given[0].list();
    return mergeSort(evaluation, given[1].function(), list) ? made(evaluation, list) : Value();
}

} // namespace

std::vector<BuiltinRow> listFunctions()
{
    return {
        {u"list contains(list: list, element: any) -> boolean", listContains},
        {u"count(list: list) -> number", count},
        {u"sublist(list: list, start position: number, length: number?) -> list", sublist},
        {u"append(list: list, item...: any) -> list", append},
        {u"concatenate(list...: list) -> list", concatenate},
        {u"insert before(list: list, position: number, newItem: any) -> list", insertBefore},
        {u"remove(list: list, position: number) -> list", remove},
        {u"reverse(list: list) -> list", reverse},
        {u"index of(list: list, match: any) -> list<number>", positionsOf},
        {u"union(list...: list) -> list", unite},
        {u"distinct values(list: list) -> list", distinctValues},
        {u"flatten(list: list) -> list", flatten},
        {u"list replace(list: list, position: number, newItem: any) -> list", replaceAt},
        {u"list replace(list: list, match: function, newItem: any) -> list", replaceMatching},
        {u"sort(list: list, precedes: function) -> list", sort},
    };
}

} // namespace naru::feel
