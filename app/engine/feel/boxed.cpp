#include "engine/feel/boxed.h"

#include "engine/feel/parser.h"

namespace naru::feel {

Error BoxedBuilder::failed(const QString &text) const
{
    const QString source = m_origin->source.isEmpty() ? QString() : m_origin->source + u": "_s;
    return {Error::Kind::Invalid, source + text, u"feel.boxed"_s};
}

Result<NodePtr> BoxedBuilder::build(const Boxed &boxed)
{
    constexpr int mostLevels = 100;
    if (m_level >= mostLevels)
        return failed(u"expected at most "_s + QString::number(mostLevels) + u" boxes in boxes but found more"_s);
    const std::shared_ptr<const Origin> outer = m_origin;
    if (!boxed.source.isEmpty())
        m_origin = std::make_shared<const Origin>(Origin{boxed.source});
    ++m_level;
    Result<NodePtr> node = unchecked(boxed);
    --m_level;
    const bool isChecked = boxed.kind != Boxed::Kind::UnaryTests && boxed.kind != Boxed::Kind::Function
        && boxed.kind != Boxed::Kind::External && (!boxed.type.isAny() || boxed.type.isConstrained());
    if (node && isChecked)
        node = coercionNode(place(), *std::move(node), boxed.type);
    if (node && m_origin != outer)
        node = keptNode(m_origin, *std::move(node));
    m_origin = outer;
    return node;
}

Result<NodePtr> BoxedBuilder::unchecked(const Boxed &boxed)
{
    switch (boxed.kind) {
    case Boxed::Kind::Literal:
    case Boxed::Kind::UnaryTests:
        return literal(boxed);
    case Boxed::Kind::Context:
        return context(boxed);
    case Boxed::Kind::Invocation:
        return invocation(boxed);
    case Boxed::Kind::Function:
    case Boxed::Kind::External:
        return function(boxed, {});
    case Boxed::Kind::Relation:
        return relation(boxed);
    case Boxed::Kind::Filter:
        return filter(boxed);
    case Boxed::Kind::For:
    case Boxed::Kind::Some:
    case Boxed::Kind::Every:
        return loop(boxed);
    case Boxed::Kind::Host:
        return host(boxed);
    case Boxed::Kind::List: {
        Result<Nodes> items = parts(boxed);
        return items ? Result<NodePtr>(listNode(place(), *std::move(items))) : items.error();
    }
    case Boxed::Kind::Conditional:
        break;
    }
    Result<Nodes> three = parts(boxed, 3);
    if (!three)
        return three.error();
    Nodes &nodes = *three;
    return conditionNode(place(), std::move(nodes[0]), std::move(nodes[1]), std::move(nodes[2]), Conditions::OfBoxes);
}

Result<Nodes> BoxedBuilder::parts(const Boxed &boxed, qsizetype expected)
{
    if (expected >= 0 && boxed.parts.size() != expected)
        return failed(u"expected "_s + QString::number(expected) + u" parts but found "_s
                      + QString::number(boxed.parts.size()));
    Nodes nodes;
    for (const Boxed &one : boxed.parts) {
        Result<NodePtr> node = build(one);
        if (!node)
            return node.error();
        nodes.push_back(*std::move(node));
    }
    return nodes;
}

Result<NodePtr> BoxedBuilder::literal(const Boxed &boxed)
{
    Result<NodePtr> node = Parser(boxed.text, *m_names, m_types, m_origin).expression();
    return node ? std::move(node) : Result<NodePtr>(failed(node.error().text));
}

Result<NodePtr> BoxedBuilder::context(const Boxed &boxed)
{
    const qsizetype mark = m_names->mark();
    std::vector<ContextEntry> entries;
    NodePtr result;
    for (const auto &one : boxed.entries) {
        const Parameter &variable = one.first;
        const bool isFunction = one.second.kind == Boxed::Kind::Function || one.second.kind == Boxed::Kind::External;
        Result<NodePtr> node = isFunction ? function(one.second, variable.name) : build(one.second);
        if (!node)
            return node.error();
        const bool isChecked = !variable.type.isAny() || variable.type.isConstrained();
        NodePtr value =
            isChecked && !isFunction ? coercionNode(place(), *std::move(node), variable.type) : *std::move(node);
        if (variable.name.isEmpty()) {
            result = std::move(value);
            break;
        }
        ContextEntry entry;
        entry.key = variable.name;
        entry.local = m_names->addLocal(variable.name, value->type);
        entry.value = std::move(value);
        entries.push_back(std::move(entry));
    }
    m_names->unwind(mark);
    return contextNode(place(), std::move(entries), std::move(result));
}

Result<NodePtr> BoxedBuilder::invocation(const Boxed &boxed)
{
    if (boxed.parts.size() != 1)
        return failed(u"expected one function to invoke but found "_s + QString::number(boxed.parts.size()));
    Result<NodePtr> called = build(boxed.parts.first());
    if (!called)
        return called.error();
    QStringList names;
    Nodes values;
    for (const auto &one : boxed.entries) {
        Result<NodePtr> value = build(one.second);
        if (!value)
            return value.error();
        names.append(one.first.name);
        values.push_back(*std::move(value));
    }
    return namedCallNode(place(), *std::move(called), names, std::move(values));
}

Result<NodePtr> BoxedBuilder::function(const Boxed &boxed, const QString &name)
{
    if (boxed.parts.size() != 1)
        return failed(u"expected one body of a function but found "_s + QString::number(boxed.parts.size()));
    if (boxed.kind == Boxed::Kind::External) {
        Result<NodePtr> mapping = build(boxed.parts.first());
        return mapping ? Result<NodePtr>(externalFunctionNode(place(), boxed.parameters, *std::move(mapping)))
                       : mapping.error();
    }
    NameScope inside(m_names);
    QStringList names;
    for (const Parameter &one : boxed.parameters) {
        inside.addLocal(one.name, one.type);
        names.append(one.name);
    }
    if (!name.isEmpty() && !names.contains(name))
        inside.addSelf(name, {});
    NameScope *outer = std::exchange(m_names, &inside);
    Result<NodePtr> body = build(boxed.parts.first());
    m_names = outer;
    if (!body)
        return body.error();
    auto made = std::make_shared<FunctionBody>();
    made->parameters = boxed.parameters;
    made->body = boxed.type.isAny() && !boxed.type.isConstrained()
        ? *std::move(body)
        : coercionNode(place(), *std::move(body), boxed.type);
    made->locals = inside.locals();
    made->name = name;
    made->text = u"function("_s + names.join(u", "_s) + u')';
    made->origin = m_origin;
    return functionNode(place(), std::move(made), inside.takeCaptures());
}

Result<NodePtr> BoxedBuilder::relation(const Boxed &boxed)
{
    const qsizetype columns = boxed.names.size();
    if (columns == 0 || boxed.parts.size() % columns != 0)
        return failed(u"expected rows of "_s + QString::number(columns) + u" cells but found "_s
                      + QString::number(boxed.parts.size()) + u" cells"_s);
    Nodes rows;
    for (qsizetype row = 0; row < boxed.parts.size(); row += columns) {
        std::vector<ContextEntry> entries;
        for (qsizetype column = 0; column < columns; ++column) {
            Result<NodePtr> cell = build(boxed.parts[row + column]);
            if (!cell)
                return cell.error();
            entries.push_back({boxed.names[column], m_names->addHidden(), *std::move(cell)});
        }
        rows.push_back(contextNode(place(), std::move(entries), {}));
    }
    return listNode(place(), std::move(rows));
}

Result<NodePtr> BoxedBuilder::filter(const Boxed &boxed)
{
    if (boxed.parts.size() != 2)
        return failed(u"expected a list and a match but found "_s + QString::number(boxed.parts.size()) + u" parts"_s);
    Result<NodePtr> list = build(boxed.parts[0]);
    if (!list)
        return list.error();
    const qsizetype mark = m_names->mark();
    const int local = m_names->addElement((*list)->type);
    Result<NodePtr> match = build(boxed.parts[1]);
    const bool asksElement = m_names->uses(mark) > 0;
    m_names->unwind(mark);
    if (!match)
        return match.error();
    return filterNode(place(), *std::move(list), *std::move(match), local, asksElement, Conditions::OfBoxes);
}

Result<Iterator> BoxedBuilder::iterator(const Boxed &boxed)
{
    if (boxed.parts.size() != 2)
        return failed(u"expected a list and a body but found "_s + QString::number(boxed.parts.size()) + u" parts"_s);
    const Boxed &from = boxed.parts[0];
    if (from.kind == Boxed::Kind::Literal) {
        Result<Iterator> made = Parser(from.text, *m_names, m_types, m_origin).iterationContext();
        if (!made)
            return failed(made.error().text);
        Iterator iterator = *std::move(made);
        iterator.local = m_names->addLocal(boxed.text, iterator.type);
        return iterator;
    }
    Result<NodePtr> list = build(from);
    if (!list)
        return list.error();
    Iterator iterator;
    iterator.from = *std::move(list);
    iterator.type = iterator.from->type.element();
    iterator.local = m_names->addLocal(boxed.text, iterator.type);
    return iterator;
}

Result<NodePtr> BoxedBuilder::loop(const Boxed &boxed)
{
    const qsizetype mark = m_names->mark();
    Result<Iterator> one = iterator(boxed);
    if (!one)
        return one.error();
    std::vector<Iterator> iterators;
    iterators.push_back(*std::move(one));
    const bool isFor = boxed.kind == Boxed::Kind::For;
    const int partial = isFor ? m_names->addLocal(u"partial"_s, Type(Type::Kind::List)) : 0;
    Result<NodePtr> body = build(boxed.parts[1]);
    m_names->unwind(mark);
    if (!body)
        return body.error();
    if (isFor)
        return forNode(place(), std::move(iterators), partial, *std::move(body));
    return quantifierNode(place(), boxed.kind == Boxed::Kind::Every, std::move(iterators), *std::move(body),
                          Conditions::OfBoxes);
}

Result<NodePtr> BoxedBuilder::host(const Boxed &boxed)
{
    if (!boxed.host)
        return failed(u"expected a host expression but found none"_s);
    Nodes nodes;
    std::vector<int> inputs;
    const qsizetype mark = m_names->mark();
    for (const Boxed &one : boxed.parts) {
        const bool isTest = one.kind == Boxed::Kind::UnaryTests;
        inputs.push_back(isTest ? m_names->addLocal(u"?"_s, one.type) : -1);
        Result<NodePtr> node =
            isTest ? Parser(one.text, *m_names, m_types, m_origin).unaryTests(inputs.back()) : build(one);
        m_names->unwind(mark);
        if (!node)
            return isTest ? failed((one.source.isEmpty() ? QString() : one.source + u": "_s) + node.error().text)
                          : node.error();
        nodes.push_back(*std::move(node));
    }
    return hostNode(place(), boxed.host, std::move(nodes), inputs);
}

} // namespace naru::feel
