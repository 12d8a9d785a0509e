#include "engine/feel/nodes.h"

#include <algorithm>

namespace naru::feel {

namespace {

class ListNode final : public Node {
public:
    explicit ListNode(Nodes items)
        : m_items(std::move(items))
    {
        std::optional<Type> element;
        for (const NodePtr &one : m_items)
            element = !element || element->conformsTo(one->type) ? one->type
                : one->type.conformsTo(*element)                 ? *element
                                                                 : Type();
        type = Type::listOf(element ? *element : Type());
    }
    Value evaluate(Frame &frame) const override
    {
        QList<Value> items;
        items.reserve(static_cast<qsizetype>(m_items.size()));
        for (const NodePtr &one : m_items)
            items.append(one->evaluate(frame));
        return frame.evaluation.made(Value(std::move(items)));
    }

private:
    Nodes m_items;
};

class RangeNode final : public Node {
public:
    RangeNode(Range::Form form, bool startIncluded, NodePtr start, NodePtr end, bool endIncluded)
        : m_form(form)
        , m_startIncluded(startIncluded)
        , m_endIncluded(endIncluded)
        , m_start(std::move(start))
        , m_end(std::move(end))
    {
        type = Type::rangeOf(m_start ? m_start->type : m_end->type);
    }
    Value evaluate(Frame &frame) const override
    {
        Range range{m_start ? m_start->evaluate(frame) : Value(), m_end ? m_end->evaluate(frame) : Value(),
                    m_startIncluded, m_endIncluded, m_form};
        if (m_form == Range::Form::Equal || m_form == Range::Form::Unequal)
            range.end = m_form == Range::Form::Equal ? range.start : Value();
        else if (m_form == Range::Form::Interval && !isInterval(range))
            return warn(frame, Warning::Kind::InvalidValue,
                        u"expected a range from a start to an end of its kind that is not before it but found "_s
                            + toText(range.start) + u".."_s + toText(range.end));
        return frame.evaluation.made(Value(std::move(range)));
    }

private:
    static bool isInterval(const Range &range)
    {
        if (range.start.isNull() != range.end.isNull())
            return range.start.isNull() ? order(range.end, range.end).has_value()
                                        : order(range.start, range.start).has_value();
        return !range.start.isNull() && isSoundRange(range);
    }

    Range::Form m_form;
    bool m_startIncluded;
    bool m_endIncluded;
    NodePtr m_start;
    NodePtr m_end;
};

class ContextNode final : public Node {
public:
    ContextNode(std::vector<ContextEntry> entries, NodePtr result)
        : m_entries(std::move(entries))
        , m_result(std::move(result))
    {
        QList<Type::Member> members;
        for (const ContextEntry &one : m_entries)
            members.append({one.key, one.value->type});
        type = m_result ? m_result->type : Type::contextOf(members);
    }
    Value evaluate(Frame &frame) const override
    {
        Context context;
        for (const ContextEntry &one : m_entries) {
            frame.locals[one.local] = one.value->evaluate(frame);
            if (m_result)
                continue;
            if (context.contains(one.key))
                return warn(frame, Warning::Kind::InvalidValue,
                            u"expected the key '"_s + one.key + u"' once but found it again"_s);
            context.append(one.key, frame.locals[one.local]);
        }
        return m_result ? m_result->evaluate(frame) : frame.evaluation.made(Value(std::move(context)));
    }

private:
    std::vector<ContextEntry> m_entries;
    NodePtr m_result;
};

class UnknownNameNode final : public Node {
public:
    explicit UnknownNameNode(const QString &name)
        : m_name(name)
    {
    }
    Value evaluate(Frame &frame) const override
    {
        return warn(frame, Warning::Kind::UnknownName, u"expected a known name but found '"_s + m_name + u'\'');
    }

private:
    QString m_name;
};

class KeptNode final : public Node {
public:
    KeptNode(const std::shared_ptr<const Origin> &origin, NodePtr node)
        : m_origin(origin)
        , m_node(std::move(node))
    {
        type = m_node->type;
    }
    Value evaluate(Frame &frame) const override { return m_node->evaluate(frame); }

private:
    std::shared_ptr<const Origin> m_origin; // shared with the bodies of functions inside
    NodePtr m_node;
};

} // namespace

NodePtr keptNode(const std::shared_ptr<const Origin> &origin, NodePtr node)
{
    if (node->constant())
        return node;
    const Place place = node->place;
    const int height = node->height;
    return placed(std::make_unique<KeptNode>(origin, std::move(node)), place, height);
}

NodePtr listNode(const Place &place, Nodes items)
{
    const int height = heightOf(items);
    return placed(std::make_unique<ListNode>(std::move(items)), place, height);
}

NodePtr rangeNode(const Place &place, Range::Form form, bool startIncluded, NodePtr start, NodePtr end,
                  bool endIncluded)
{
    const int height = heightOf({start.get(), end.get()});
    const bool known = (!start || start->constant()) && (!end || end->constant());
    auto node = placed(std::make_unique<RangeNode>(form, startIncluded, std::move(start), std::move(end), endIncluded),
                       place, height);
    if (!known)
        return node;
    Evaluation evaluation;
    Frame frame{evaluation, nullptr, 0, nullptr, nullptr};
    const Value value = node->evaluate(frame);
    if (!evaluation.warnings().isEmpty())
        return node;
    return placed(std::make_unique<ConstantNode>(value), place, 0);
}

NodePtr contextNode(const Place &place, std::vector<ContextEntry> entries, NodePtr result)
{
    int height = result ? result->height : 0;
    for (const ContextEntry &one : entries)
        height = std::max(height, one.value->height);
    return placed(std::make_unique<ContextNode>(std::move(entries), std::move(result)), place, height);
}

NodePtr unknownNameNode(const Place &place, const QString &name)
{
    return placed(std::make_unique<UnknownNameNode>(name), place, 0);
}

} // namespace naru::feel
