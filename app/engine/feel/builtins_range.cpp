// Range functions (DMN 1.5 table 78).
#include "engine/feel/builtins.h"

namespace naru::feel {

namespace {

using Arguments = QList<Value>;

// An end of a range: without a value it lies at infinity.
struct Edge {
    Value value;
    bool included = false;
    int infinite = 0; // -1 or 1
};

struct Ends {
    Edge start;
    Edge end;
};

Edge pointOf(const Value &value)
{
    return {value, true, 0};
}

Ends endsOf(const Value &value)
{
    const Range &range = value.range();
    return {{range.start, range.startIncluded, range.start.isNull() ? -1 : 0},
            {range.end, range.endIncluded, range.end.isNull() ? 1 : 0}};
}

// Compares edges; remembers where two values have no order: the answer is then null.
class Comparison {
public:
    bool less(const Edge &a, const Edge &b) { return sign(a, b) < 0; }
    bool same(const Edge &a, const Edge &b) { return sign(a, b) == 0 && m_sound && !a.infinite; }
    bool lessOrTouching(const Edge &a, const Edge &b) { return less(a, b) || (same(a, b) && a.included && b.included); }
    // Two ranges that both go on for ever end together.
    bool sameEnd(const Edge &a, const Edge &b) { return same(a, b) || (a.infinite && a.infinite == b.infinite); }

    Value answer(Evaluation &evaluation, bool value) const
    {
        if (m_sound)
            return Value(value);
        return evaluation.warn(Warning::Kind::WrongType, u"expected points and ranges of one kind but found others"_s);
    }

private:
    int sign(const Edge &a, const Edge &b)
    {
        if (a.infinite || b.infinite)
            return a.infinite - b.infinite;
        const std::optional<int> found = order(a.value, b.value);
        m_sound = m_sound && found;
        return found ? *found : 1;
    }

    bool m_sound = true;
};

using Relation = bool (*)(Comparison &, const Ends &, const Ends &);

Ends pointEnds(const Value &value)
{
    return value.is(Value::Kind::Range) ? endsOf(value) : Ends{pointOf(value), pointOf(value)};
}

template <Relation relation> Value related(Evaluation &evaluation, const Arguments &given)
{
    Comparison comparison;
    const bool value = relation(comparison, pointEnds(given[0]), pointEnds(given[1]));
    return comparison.answer(evaluation, value);
}

template <Relation relation> Value inverse(Evaluation &evaluation, const Arguments &given)
{
    return related<relation>(evaluation, {given[1], given[0]});
}

// A point counts as the range of itself alone: with that every row of the table is one of these.
bool before(Comparison &c, const Ends &a, const Ends &b)
{
    return c.less(a.end, b.start) || (c.same(a.end, b.start) && (!a.end.included || !b.start.included));
}

bool meets(Comparison &c, const Ends &a, const Ends &b)
{
    return c.same(a.end, b.start) && a.end.included && b.start.included;
}

bool overlaps(Comparison &c, const Ends &a, const Ends &b)
{
    const bool one = c.lessOrTouching(b.start, a.end);
    const bool two = c.lessOrTouching(a.start, b.end);
    return one && two;
}

bool overlapsBefore(Comparison &c, const Ends &a, const Ends &b)
{
    const bool starts = c.less(a.start, b.start) || (c.same(a.start, b.start) && a.start.included && !b.start.included);
    const bool reaches = c.lessOrTouching(b.start, a.end);
    const bool ends = c.less(a.end, b.end) || (c.sameEnd(a.end, b.end) && (!a.end.included || b.end.included));
    return starts && reaches && ends;
}

bool overlapsAfter(Comparison &c, const Ends &a, const Ends &b)
{
    const bool starts = c.less(b.start, a.start) || (c.same(b.start, a.start) && b.start.included && !a.start.included);
    const bool reaches = c.lessOrTouching(a.start, b.end);
    const bool ends = c.less(b.end, a.end) || (c.sameEnd(b.end, a.end) && (!b.end.included || a.end.included));
    return starts && reaches && ends;
}

// a lies at the end of b, and does not begin before it.
bool finishes(Comparison &c, const Ends &a, const Ends &b)
{
    const bool ends = a.end.included == b.end.included && c.sameEnd(a.end, b.end);
    const bool starts =
        c.less(b.start, a.start) || (c.sameEnd(a.start, b.start) && (!a.start.included || b.start.included));
    return ends && starts;
}

bool pointFinishes(Comparison &c, const Ends &a, const Ends &b)
{
    return c.same(a.end, b.end) && b.end.included;
}

bool starts(Comparison &c, const Ends &a, const Ends &b)
{
    const bool starting = a.start.included == b.start.included && c.sameEnd(a.start, b.start);
    const bool ends = c.less(a.end, b.end) || (c.sameEnd(a.end, b.end) && (!a.end.included || b.end.included));
    return starting && ends;
}

bool pointStarts(Comparison &c, const Ends &a, const Ends &b)
{
    return c.same(a.start, b.start) && b.start.included;
}

bool includes(Comparison &c, const Ends &a, const Ends &b)
{
    const bool starts =
        c.less(a.start, b.start) || (c.sameEnd(a.start, b.start) && (a.start.included || !b.start.included));
    const bool ends = c.less(b.end, a.end) || (c.sameEnd(a.end, b.end) && (a.end.included || !b.end.included));
    return starts && ends;
}

bool coincides(Comparison &c, const Ends &a, const Ends &b)
{
    const bool starts = c.sameEnd(a.start, b.start);
    const bool ends = c.sameEnd(a.end, b.end);
    return starts && ends && a.start.included == b.start.included && a.end.included == b.end.included;
}

// Points may be of any kind that has an order; equality asks less.
Value pointsCoincide(Evaluation &evaluation, const Arguments &given)
{
    const Value same = equal(given[0], given[1]);
    if (!same.isNull())
        return same;
    return evaluation.warn(Warning::Kind::WrongType,
                           u"expected points of one kind but found "_s + nameOf(given[0].kind()) + u" and "_s
                               + nameOf(given[1].kind()));
}

} // namespace

std::vector<BuiltinRow> rangeFunctions()
{
    return {
        {u"before(point1: point, point2: point) -> boolean", related<before>},
        {u"before(point: point, range: range) -> boolean", related<before>},
        {u"before(range: range, point: point) -> boolean", related<before>},
        {u"before(range1: range, range2: range) -> boolean", related<before>},
        {u"after(point1: point, point2: point) -> boolean", inverse<before>},
        {u"after(point: point, range: range) -> boolean", inverse<before>},
        {u"after(range: range, point: point) -> boolean", inverse<before>},
        {u"after(range1: range, range2: range) -> boolean", inverse<before>},
        {u"meets(range1: range, range2: range) -> boolean", related<meets>},
        {u"met by(range1: range, range2: range) -> boolean", inverse<meets>},
        {u"overlaps(range1: range, range2: range) -> boolean", related<overlaps>},
        {u"overlaps before(range1: range, range2: range) -> boolean", related<overlapsBefore>},
        {u"overlaps after(range1: range, range2: range) -> boolean", related<overlapsAfter>},
        {u"finishes(point: point, range: range) -> boolean", related<pointFinishes>},
        {u"finishes(range1: range, range2: range) -> boolean", related<finishes>},
        {u"finished by(range: range, point: point) -> boolean", inverse<pointFinishes>},
        {u"finished by(range1: range, range2: range) -> boolean", inverse<finishes>},
        {u"includes(range: range, point: point) -> boolean", related<includes>},
        {u"includes(range1: range, range2: range) -> boolean", related<includes>},
        {u"during(point: point, range: range) -> boolean", inverse<includes>},
        {u"during(range1: range, range2: range) -> boolean", inverse<includes>},
        {u"starts(point: point, range: range) -> boolean", related<pointStarts>},
        {u"starts(range1: range, range2: range) -> boolean", related<starts>},
        {u"started by(range: range, point: point) -> boolean", inverse<pointStarts>},
        {u"started by(range1: range, range2: range) -> boolean", inverse<starts>},
        {u"coincides(point1: point, point2: point) -> boolean", pointsCoincide},
        {u"coincides(range1: range, range2: range) -> boolean", related<coincides>},
    };
}

} // namespace naru::feel
