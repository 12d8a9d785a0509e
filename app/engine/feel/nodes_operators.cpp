#include "engine/feel/nodes.h"

#include <algorithm>

namespace naru::feel {

int heightOf(const Nodes &nodes)
{
    int most = 0;
    for (const NodePtr &one : nodes)
        most = std::max(most, one->height);
    return most;
}

int heightOf(std::initializer_list<const Node *> nodes)
{
    int most = 0;
    for (const Node *one : nodes)
        most = std::max(most, one ? one->height : 0);
    return most;
}

namespace {

struct ArithmeticType {
    Type::Kind a;
    QStringView operators;
    Type::Kind b;
    Type::Kind result;
};

// DMN 1.5 tables 57 and 59. The first letter of an operator stands for it: `*` for `**`, too, which only numbers know.
const ArithmeticType arithmeticTypes[] = {
    {Type::Kind::Number, u"+-*/", Type::Kind::Number, Type::Kind::Number},
    {Type::Kind::String, u"+", Type::Kind::String, Type::Kind::String},
    {Type::Kind::Date, u"+-", Type::Kind::DaysDuration, Type::Kind::Date},
    {Type::Kind::Date, u"+-", Type::Kind::MonthsDuration, Type::Kind::Date},
    {Type::Kind::DateTime, u"+-", Type::Kind::DaysDuration, Type::Kind::DateTime},
    {Type::Kind::DateTime, u"+-", Type::Kind::MonthsDuration, Type::Kind::DateTime},
    {Type::Kind::Time, u"+-", Type::Kind::DaysDuration, Type::Kind::Time},
    {Type::Kind::DaysDuration, u"+", Type::Kind::Date, Type::Kind::Date},
    {Type::Kind::MonthsDuration, u"+", Type::Kind::Date, Type::Kind::Date},
    {Type::Kind::DaysDuration, u"+", Type::Kind::DateTime, Type::Kind::DateTime},
    {Type::Kind::MonthsDuration, u"+", Type::Kind::DateTime, Type::Kind::DateTime},
    {Type::Kind::DaysDuration, u"+", Type::Kind::Time, Type::Kind::Time},
    {Type::Kind::Date, u"-", Type::Kind::Date, Type::Kind::DaysDuration},
    {Type::Kind::Date, u"-", Type::Kind::DateTime, Type::Kind::DaysDuration},
    {Type::Kind::DateTime, u"-", Type::Kind::Date, Type::Kind::DaysDuration},
    {Type::Kind::DateTime, u"-", Type::Kind::DateTime, Type::Kind::DaysDuration},
    {Type::Kind::Time, u"-", Type::Kind::Time, Type::Kind::DaysDuration},
    {Type::Kind::DaysDuration, u"+-", Type::Kind::DaysDuration, Type::Kind::DaysDuration},
    {Type::Kind::DaysDuration, u"*/", Type::Kind::Number, Type::Kind::DaysDuration},
    {Type::Kind::Number, u"*", Type::Kind::DaysDuration, Type::Kind::DaysDuration},
    {Type::Kind::DaysDuration, u"/", Type::Kind::DaysDuration, Type::Kind::Number},
    {Type::Kind::MonthsDuration, u"+-", Type::Kind::MonthsDuration, Type::Kind::MonthsDuration},
    {Type::Kind::MonthsDuration, u"*/", Type::Kind::Number, Type::Kind::MonthsDuration},
    {Type::Kind::Number, u"*", Type::Kind::MonthsDuration, Type::Kind::MonthsDuration},
    {Type::Kind::MonthsDuration, u"/", Type::Kind::MonthsDuration, Type::Kind::Number},
};

// Any where the result depends on the values, or is null.
Type arithmeticType(Operator op, const Type &a, const Type &b)
{
    for (const ArithmeticType &one : arithmeticTypes)
        if (one.a == a.kind() && one.b == b.kind() && one.operators.contains(textOf(op).front()))
            return Type(one.result);
    return {};
}

class ArithmeticNode final : public Node {
public:
    ArithmeticNode(Operator op, NodePtr a, NodePtr b)
        : m_op(op)
        , m_a(std::move(a))
        , m_b(std::move(b))
    {
        type = arithmeticType(op, m_a->type, m_b->type);
    }
    Value evaluate(Frame &frame) const override
    {
        const Value a = m_a->evaluate(frame);
        const Value b = m_b->evaluate(frame);
        frame.evaluation.setPlace(place);
        return arithmetic(frame.evaluation, m_op, a, b);
    }

private:
    Operator m_op;
    NodePtr m_a;
    NodePtr m_b;
};

class ComparisonNode final : public Node {
public:
    ComparisonNode(Operator op, NodePtr a, NodePtr b)
        : m_op(op)
        , m_a(std::move(a))
        , m_b(std::move(b))
    {
        type = Type(Type::Kind::Boolean);
    }
    Value evaluate(Frame &frame) const override
    {
        const Value a = m_a->evaluate(frame);
        const Value b = m_b->evaluate(frame);
        frame.evaluation.setPlace(place);
        return compared(frame.evaluation, m_op, a, b);
    }

private:
    Operator m_op;
    NodePtr m_a;
    NodePtr m_b;
};

class NegationNode final : public Node {
public:
    explicit NegationNode(NodePtr a)
        : m_a(std::move(a))
    {
        type = m_a->type;
    }
    Value evaluate(Frame &frame) const override
    {
        const Value a = m_a->evaluate(frame);
        frame.evaluation.setPlace(place);
        return negated(frame.evaluation, a);
    }

private:
    NodePtr m_a;
};

class BothNode final : public Node {
public:
    BothNode(NodePtr a, NodePtr b)
        : m_a(std::move(a))
        , m_b(std::move(b))
    {
        type = Type(Type::Kind::Boolean);
    }
    Value evaluate(Frame &frame) const override
    {
        const Value a = m_a->evaluate(frame);
        return a.isFalse() ? a : both(a, m_b->evaluate(frame));
    }

private:
    NodePtr m_a;
    NodePtr m_b;
};

class EitherNode final : public Node {
public:
    EitherNode(NodePtr a, NodePtr b)
        : m_a(std::move(a))
        , m_b(std::move(b))
    {
        type = Type(Type::Kind::Boolean);
    }
    Value evaluate(Frame &frame) const override
    {
        const Value a = m_a->evaluate(frame);
        return a.isTrue() ? a : either(a, m_b->evaluate(frame));
    }

private:
    NodePtr m_a;
    NodePtr m_b;
};

class BetweenNode final : public Node {
public:
    BetweenNode(NodePtr value, NodePtr low, NodePtr high)
        : m_value(std::move(value))
        , m_low(std::move(low))
        , m_high(std::move(high))
    {
        type = Type(Type::Kind::Boolean);
    }
    Value evaluate(Frame &frame) const override
    {
        const Value value = m_value->evaluate(frame);
        const Value low = m_low->evaluate(frame);
        const Value high = m_high->evaluate(frame);
        frame.evaluation.setPlace(place);
        return both(compared(frame.evaluation, Operator::GreaterOrEqual, value, low),
                    compared(frame.evaluation, Operator::LessOrEqual, value, high));
    }

private:
    NodePtr m_value;
    NodePtr m_low;
    NodePtr m_high;
};

class ConditionNode final : public Node {
public:
    ConditionNode(NodePtr condition, NodePtr then, NodePtr otherwise, Conditions conditions)
        : m_condition(std::move(condition))
        , m_then(std::move(then))
        , m_otherwise(std::move(otherwise))
        , m_conditions(conditions)
    {
        type = m_then->type.conformsTo(m_otherwise->type) ? m_otherwise->type
            : m_otherwise->type.conformsTo(m_then->type)  ? m_then->type
                                                          : Type();
    }
    Value evaluate(Frame &frame) const override
    {
        const Value condition = m_condition->evaluate(frame);
        if (!condition.is(Value::Kind::Boolean))
            warn(frame, Warning::Kind::Condition,
                 u"expected true or false as the condition of 'if' but found "_s + nameOf(condition.kind()));
        if (m_conditions == Conditions::OfBoxes && !condition.is(Value::Kind::Boolean) && !condition.isNull())
            return {};
        return condition.isTrue() ? m_then->evaluate(frame) : m_otherwise->evaluate(frame);
    }

private:
    NodePtr m_condition;
    NodePtr m_then;
    NodePtr m_otherwise;
    Conditions m_conditions;
};

class InstanceNode final : public Node {
public:
    InstanceNode(NodePtr value, const std::optional<Type> &asked, const QString &name)
        : m_value(std::move(value))
        , m_asked(asked)
        , m_name(name)
    {
        type = Type(Type::Kind::Boolean);
    }
    Value evaluate(Frame &frame) const override
    {
        const Value value = m_value->evaluate(frame);
        if (!m_asked)
            return warn(frame, Warning::Kind::UnknownName, u"expected a type but found '"_s + m_name + u'\'');
        if (value.isNull())
            return Value(m_asked->kind() == Type::Kind::Null);
        return frame.evaluation.stepThrough(value, value) ? Value(m_asked->holds(value)) : Value();
    }

private:
    NodePtr m_value;
    std::optional<Type> m_asked;
    QString m_name;
};

class CoercionNode final : public Node {
public:
    CoercionNode(NodePtr value, const Type &target)
        : m_value(std::move(value))
    {
        type = target;
    }
    Value evaluate(Frame &frame) const override
    {
        const Value value = m_value->evaluate(frame);
        const std::optional<Value> fitting = coerced(value, type);
        if (fitting)
            return *fitting;
        return warn(frame, Warning::Kind::WrongType,
                    u"expected "_s + type.name() + u" but found "_s + typeOf(value).name());
    }

private:
    NodePtr m_value;
};

class UnaryTestsNode final : public Node {
public:
    UnaryTestsNode(std::vector<UnaryTest> tests, bool isNegated, int local)
        : m_tests(std::move(tests))
        , m_negated(isNegated)
        , m_local(local)
    {
        type = Type(Type::Kind::Boolean);
    }
    Value evaluate(Frame &frame) const override
    {
        Value any(false);
        for (const UnaryTest &one : m_tests) {
            any = either(any, answer(frame, one));
            if (any.isTrue())
                break;
        }
        return m_negated ? opposite(any) : any;
    }

private:
    Value answer(Frame &frame, const UnaryTest &test) const
    {
        const Value value = test.value->evaluate(frame);
        if (test.asksInput && (value.is(Value::Kind::Boolean) || value.isNull()))
            return value;
        frame.evaluation.setPlace(test.value->place);
        return satisfies(frame.evaluation, frame.locals[m_local], value);
    }

    std::vector<UnaryTest> m_tests;
    bool m_negated;
    int m_local;
};

class InNode final : public Node {
public:
    InNode(NodePtr value, NodePtr tests, int local)
        : m_value(std::move(value))
        , m_tests(std::move(tests))
        , m_local(local)
    {
        type = Type(Type::Kind::Boolean);
    }
    Value evaluate(Frame &frame) const override
    {
        frame.locals[m_local] = m_value->evaluate(frame);
        return m_tests->evaluate(frame);
    }

private:
    NodePtr m_value;
    NodePtr m_tests;
    int m_local;
};

// The node, or its value where all parts are known and nothing is to be warned of.
template <typename Made> NodePtr folded(std::unique_ptr<Made> node, std::initializer_list<bool> areConstant)
{
    if (!std::all_of(areConstant.begin(), areConstant.end(), [](bool one) { return one; }))
        return node;
    Evaluation evaluation;
    Frame frame{evaluation, nullptr, 0, nullptr, nullptr};
    const Value value = node->evaluate(frame);
    if (!evaluation.warnings().isEmpty() || evaluation.isStopped())
        return node;
    return placed(std::make_unique<ConstantNode>(value), node->place, 0);
}

} // namespace

NodePtr arithmeticNode(const Place &place, Operator op, NodePtr a, NodePtr b)
{
    const bool left = a->constant();
    const bool right = b->constant();
    const int height = heightOf({a.get(), b.get()});
    return folded(placed(std::make_unique<ArithmeticNode>(op, std::move(a), std::move(b)), place, height),
                  {left, right});
}

NodePtr comparisonNode(const Place &place, Operator op, NodePtr a, NodePtr b)
{
    const bool left = a->constant();
    const bool right = b->constant();
    const int height = heightOf({a.get(), b.get()});
    return folded(placed(std::make_unique<ComparisonNode>(op, std::move(a), std::move(b)), place, height),
                  {left, right});
}

NodePtr negationNode(const Place &place, NodePtr a)
{
    const bool known = a->constant();
    const int height = a->height;
    return folded(placed(std::make_unique<NegationNode>(std::move(a)), place, height), {known});
}

NodePtr bothNode(const Place &place, NodePtr a, NodePtr b)
{
    const int height = heightOf({a.get(), b.get()});
    return placed(std::make_unique<BothNode>(std::move(a), std::move(b)), place, height);
}

NodePtr eitherNode(const Place &place, NodePtr a, NodePtr b)
{
    const int height = heightOf({a.get(), b.get()});
    return placed(std::make_unique<EitherNode>(std::move(a), std::move(b)), place, height);
}

NodePtr betweenNode(const Place &place, NodePtr value, NodePtr low, NodePtr high)
{
    const int height = heightOf({value.get(), low.get(), high.get()});
    return placed(std::make_unique<BetweenNode>(std::move(value), std::move(low), std::move(high)), place, height);
}

NodePtr conditionNode(const Place &place, NodePtr condition, NodePtr then, NodePtr otherwise, Conditions conditions)
{
    const int height = heightOf({condition.get(), then.get(), otherwise.get()});
    return placed(
        std::make_unique<ConditionNode>(std::move(condition), std::move(then), std::move(otherwise), conditions), place,
        height);
}

NodePtr instanceNode(const Place &place, NodePtr value, const std::optional<Type> &type, const QString &typeName)
{
    const int height = value->height;
    return placed(std::make_unique<InstanceNode>(std::move(value), type, typeName), place, height);
}

NodePtr coercionNode(const Place &place, NodePtr value, const Type &type)
{
    const int height = value->height;
    return placed(std::make_unique<CoercionNode>(std::move(value), type), place, height);
}

NodePtr unaryTestsNode(const Place &place, std::vector<UnaryTest> tests, bool negated, int local)
{
    int height = 0;
    for (const UnaryTest &one : tests)
        height = std::max(height, one.value->height);
    return placed(std::make_unique<UnaryTestsNode>(std::move(tests), negated, local), place, height);
}

NodePtr inNode(const Place &place, NodePtr value, NodePtr tests, int local)
{
    const int height = heightOf({value.get(), tests.get()});
    return placed(std::make_unique<InNode>(std::move(value), std::move(tests), local), place, height);
}

} // namespace naru::feel
