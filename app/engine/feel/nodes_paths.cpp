#include "engine/feel/nodes.h"

namespace naru::feel {

namespace {

// DMN 1.5 tables 65 to 67.
Type propertyType(const QString &name)
{
    static const QStringList numbers{u"year"_s,   u"month"_s,   u"day"_s,    u"weekday"_s, u"hour"_s,
                                     u"minute"_s, u"second"_s,  u"years"_s,  u"months"_s,  u"days"_s,
                                     u"hours"_s,  u"minutes"_s, u"seconds"_s};
    if (numbers.contains(name))
        return Type(Type::Kind::Number);
    if (name == u"timezone")
        return Type(Type::Kind::String);
    if (name == u"time offset")
        return Type(Type::Kind::DaysDuration);
    return name.endsWith(u" included") ? Type(Type::Kind::Boolean) : Type();
}

// What a member of the type is, over lists: list<T>.
Type memberType(const Type &type, const QString &name)
{
    if (type.kind() == Type::Kind::List)
        return Type::listOf(memberType(type.element(), name));
    if (type.kind() == Type::Kind::Context) {
        const Type *member = type.member(name);
        return member ? *member : Type();
    }
    if (type.kind() == Type::Kind::Range && (name == u"start" || name == u"end"))
        return type.element();
    return type.isAny() ? Type() : propertyType(name);
}

class PathNode final : public Node {
public:
    PathNode(NodePtr value, const QString &name)
        : m_value(std::move(value))
        , m_name(name)
    {
        type = memberType(m_value->type, name);
    }
    Value evaluate(Frame &frame) const override
    {
        const Value value = m_value->evaluate(frame);
        frame.evaluation.setPlace(place);
        return memberOf(frame.evaluation, value, m_name);
    }

private:
    NodePtr m_value;
    QString m_name;
};

class FilterNode final : public Node {
public:
    FilterNode(NodePtr value, NodePtr condition, int local, bool asksElement, Conditions conditions)
        : m_value(std::move(value))
        , m_condition(std::move(condition))
        , m_local(local)
        , m_asksElement(asksElement)
        , m_conditions(conditions)
    {
        const bool isList = m_value->type.kind() == Type::Kind::List;
        const Type element = isList ? m_value->type.element() : m_value->type;
        const Type::Kind kind = m_condition->type.kind();
        type = kind == Type::Kind::Number ? element : kind == Type::Kind::Boolean ? Type::listOf(element) : Type();
    }

    Value evaluate(Frame &frame) const override
    {
        const Value value = m_value->evaluate(frame);
        if (value.isNull())
            return {};
        const QList<Value> list = value.is(Value::Kind::List) ? value.list() : QList<Value>{value};
        if (m_asksElement && !list.isEmpty())
            return filtered(frame, list);
        frame.locals[m_local] = Value();
        const Value condition = m_condition->evaluate(frame);
        if (condition.is(Value::Kind::Number) && m_conditions == Conditions::OfText)
            return at(frame, list, condition.number());
        if (m_asksElement || condition.isFalse())
            return Value(QList<Value>());
        if (condition.isTrue())
            return value.is(Value::Kind::List) ? value : frame.evaluation.made(Value(list));
        warnOfCondition(frame, condition);
        return condition.isNull() ? Value(QList<Value>()) : Value();
    }

private:
    Value at(Frame &frame, const QList<Value> &list, const Decimal &index) const
    {
        const Result<qint64> whole = index.toWhole();
        const qint64 position = whole ? *whole : 0;
        const qint64 size = list.size();
        if (position >= 1 && position <= size)
            return list[position - 1];
        if (position <= -1 && position >= -size)
            return list[size + position];
        return warn(frame, Warning::Kind::InvalidValue,
                    u"expected an index from 1 to "_s + QString::number(size) + u" or from the end but found "_s
                        + index.toString());
    }

    Value filtered(Frame &frame, const QList<Value> &list) const
    {
        QList<Value> out;
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (!frame.evaluation.step())
                return {};
            frame.locals[m_local] = list[i];
            const Value condition = m_condition->evaluate(frame);
            if (condition.isTrue())
                out.append(list[i]);
            else if (m_conditions == Conditions::OfBoxes && !condition.isNull() && !condition.isFalse())
                return warnOfCondition(frame, condition);
            else if (i == 0 && condition.is(Value::Kind::Number))
                return at(frame, list, condition.number());
            else if (!condition.isFalse())
                warnOfCondition(frame, condition);
        }
        return frame.evaluation.made(Value(std::move(out)));
    }

    Value warnOfCondition(Frame &frame, const Value &condition) const
    {
        return warn(frame, Warning::Kind::Condition,
                    u"expected true, false, or an index in the filter but found "_s + nameOf(condition.kind()));
    }

    NodePtr m_value;
    NodePtr m_condition;
    int m_local;
    bool m_asksElement;
    Conditions m_conditions;
};

class ElementNameNode final : public Node {
public:
    ElementNameNode(const QString &name, const QList<int> &locals, NodePtr fallback)
        : m_name(name)
        , m_locals(locals)
        , m_fallback(std::move(fallback))
    {
    }
    Value evaluate(Frame &frame) const override
    {
        for (const int local : m_locals) {
            const Value &element = frame.locals[local];
            if (!element.is(Value::Kind::Context))
                continue;
            if (const Value *found = element.context().find(m_name))
                return *found;
        }
        return m_fallback->evaluate(frame);
    }

private:
    QString m_name;
    QList<int> m_locals;
    NodePtr m_fallback;
};

class ItemNode final : public Node {
public:
    explicit ItemNode(int local)
        : m_local(local)
    {
    }
    Value evaluate(Frame &frame) const override
    {
        const Value &element = frame.locals[m_local];
        const Value *found = element.is(Value::Kind::Context) ? element.context().find(u"item") : nullptr;
        return found ? *found : element;
    }

private:
    int m_local;
};

} // namespace

NodePtr pathNode(const Place &place, NodePtr value, const QString &name)
{
    const int height = value->height;
    return placed(std::make_unique<PathNode>(std::move(value), name), place, height);
}

NodePtr filterNode(const Place &place, NodePtr value, NodePtr condition, int local, bool asksElement,
                   Conditions conditions)
{
    const int height = heightOf({value.get(), condition.get()});
    return placed(std::make_unique<FilterNode>(std::move(value), std::move(condition), local, asksElement, conditions),
                  place, height);
}

NodePtr elementNameNode(const Place &place, const QString &name, const Type &type, const QList<int> &locals,
                        NodePtr fallback)
{
    const int height = fallback->height;
    auto node = placed(std::make_unique<ElementNameNode>(name, locals, std::move(fallback)), place, height);
    node->type = type;
    return node;
}

NodePtr itemNode(const Place &place, int local)
{
    return placed(std::make_unique<ItemNode>(local), place, 0);
}

} // namespace naru::feel
