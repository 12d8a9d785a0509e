#include "engine/feel/nodes.h"

#include <algorithm>
#include <functional>

namespace naru::feel {

namespace {

using Kind = Value::Kind;

// Walks through the cross product of the iterators and calls the body for each; both give false to stop.
class Walk {
public:
    Walk(const Node &node, const std::vector<Iterator> &iterators, Frame &frame, const std::function<bool()> &body)
        : m_node(node)
        , m_iterators(iterators)
        , m_frame(frame)
        , m_body(body)
    {
    }

    // False where an iterator is neither list nor range: the result is null.
    bool run()
    {
        walk(0);
        return m_sound;
    }

private:
    bool walk(std::size_t depth)
    {
        if (depth == m_iterators.size())
            return m_body();
        const Iterator &iterator = m_iterators[depth];
        const Value from = iterator.from->evaluate(m_frame);
        if (iterator.to)
            return walkRange(depth, Range{from, iterator.to->evaluate(m_frame), true, true, {}}, true);
        if (from.is(Kind::Range))
            return walkRange(depth, from.range(), false);
        if (!from.is(Kind::List))
            return refuse(u"expected a list or a range to iterate over but found "_s + nameOf(from.kind()));
        const QList<Value> list = from.list();
        return std::all_of(list.begin(), list.end(), [&](const Value &one) { return visit(depth, one); });
    }

    bool visit(std::size_t depth, const Value &value)
    {
        if (!m_frame.evaluation.step())
            return false;
        m_frame.locals[m_iterators[depth].local] = value;
        return walk(depth + 1);
    }

    // Numbers and dates, by one. Only what is written with `..` alone may count downwards.
    bool walkRange(std::size_t depth, const Range &range, bool mayDescend)
    {
        const bool numbers = range.start.is(Kind::Number) && range.end.is(Kind::Number);
        const bool dates = range.start.is(Kind::Date) && range.end.is(Kind::Date);
        const auto position = [numbers](const Value &value) {
            return numbers ? value.number().toWhole() : Result<qint64>(value.date().epochDay());
        };
        if (!numbers && !dates)
            return refuse(u"expected a range of whole numbers or dates to iterate over but found "_s
                          + nameOf(range.start.kind()) + u" to "_s + nameOf(range.end.kind()));
        const Result<qint64> first = position(range.start);
        const Result<qint64> last = position(range.end);
        constexpr qint64 most = 1'000'000'000'000'000'000;
        if (!first || !last || std::abs(*first) > most || std::abs(*last) > most)
            return refuse(u"expected a range of whole numbers to iterate over but found "_s + toText(range.start)
                          + u".."_s + toText(range.end));
        const qint64 start = *first + (range.startIncluded ? 0 : 1);
        const qint64 end = *last - (range.endIncluded ? 0 : 1);
        const qint64 by = start <= end || !mayDescend ? 1 : -1;
        for (qint64 at = start; by > 0 ? at <= end : at >= end; at += by)
            if (!visit(depth, numbers ? Value(at) : Value(*Date::fromEpochDay(at))))
                return false;
        return true;
    }

    bool refuse(const QString &text)
    {
        m_frame.evaluation.setPlace(m_node.place);
        m_frame.evaluation.warn(Warning::Kind::WrongType, text);
        m_sound = false;
        return false;
    }

    const Node &m_node;
    const std::vector<Iterator> &m_iterators;
    Frame &m_frame;
    const std::function<bool()> &m_body;
    bool m_sound = true;
};

class ForNode final : public Node {
public:
    ForNode(std::vector<Iterator> iterators, int partial, NodePtr body)
        : m_iterators(std::move(iterators))
        , m_partial(partial)
        , m_body(std::move(body))
    {
        type = Type::listOf(m_body->type);
    }
    Value evaluate(Frame &frame) const override
    {
        // The list so far is its own variable: appending in place needs nobody else to hold it.
        frame.locals[m_partial] = Value(QList<Value>());
        const std::function<bool()> body = [&] {
            const Value item = m_body->evaluate(frame);
            frame.locals[m_partial].append(item);
            return frame.evaluation.allocate(qint64(sizeof(Value))) && frame.evaluation.fits(frame.locals[m_partial]);
        };
        const bool sound = Walk(*this, m_iterators, frame, body).run();
        const Value list = std::exchange(frame.locals[m_partial], Value());
        return sound && !frame.evaluation.isStopped() ? list : Value();
    }

private:
    std::vector<Iterator> m_iterators;
    int m_partial;
    NodePtr m_body;
};

class QuantifierNode final : public Node {
public:
    QuantifierNode(bool every, std::vector<Iterator> iterators, NodePtr condition, Conditions conditions)
        : m_every(every)
        , m_iterators(std::move(iterators))
        , m_condition(std::move(condition))
        , m_conditions(conditions)
    {
        type = Type(Type::Kind::Boolean);
    }
    Value evaluate(Frame &frame) const override
    {
        Value result(m_every);
        const std::function<bool()> body = [&] {
            const Value one = m_condition->evaluate(frame);
            if (m_conditions == Conditions::OfBoxes && !one.is(Value::Kind::Boolean) && !one.isNull()) {
                result =
                    warn(frame, Warning::Kind::Condition, u"expected true or false but found "_s + nameOf(one.kind()));
                return false;
            }
            result = m_every ? both(result, one) : either(result, one);
            return m_conditions == Conditions::OfBoxes || (m_every ? !result.isFalse() : !result.isTrue());
        };
        const bool sound = Walk(*this, m_iterators, frame, body).run();
        return sound && !frame.evaluation.isStopped() ? result : Value();
    }

private:
    bool m_every;
    std::vector<Iterator> m_iterators;
    NodePtr m_condition;
    Conditions m_conditions;
};

int heightOf(const std::vector<Iterator> &iterators)
{
    int most = 0;
    for (const Iterator &one : iterators)
        most = std::max(most, feel::heightOf({one.from.get(), one.to.get()}));
    return most + static_cast<int>(iterators.size());
}

} // namespace

NodePtr forNode(const Place &place, std::vector<Iterator> iterators, int partial, NodePtr body)
{
    const int height = heightOf(iterators) + body->height;
    return placed(std::make_unique<ForNode>(std::move(iterators), partial, std::move(body)), place, height);
}

NodePtr quantifierNode(const Place &place, bool every, std::vector<Iterator> iterators, NodePtr condition,
                       Conditions conditions)
{
    const int height = heightOf(iterators) + condition->height;
    return placed(std::make_unique<QuantifierNode>(every, std::move(iterators), std::move(condition), conditions),
                  place, height);
}

} // namespace naru::feel
