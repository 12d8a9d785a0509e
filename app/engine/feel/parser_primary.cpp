#include "engine/feel/parser.h"

#include <algorithm>

namespace naru::feel {

namespace {

NodePtr constantNode(const Place &place, const Value &value, const QString &warning = {})
{
    return placed(std::make_unique<ConstantNode>(value, warning), place, 0);
}

} // namespace

NodePtr Parser::primary()
{
    if (m_begun)
        return std::move(m_begun);
    const Token &first = token();
    const Place place = here();
    switch (first.kind) {
    case Token::Kind::Number:
        return numberLiteral();
    case Token::Kind::String:
        ++m_at;
        return constantNode(place, Value(first.text));
    case Token::Kind::Symbol:
        if (first.is(u"("))
            return parenthesized();
        if (first.is(u"[") || first.is(u"]"))
            return bracketed();
        if (first.is(u"{"))
            return contextLiteral();
        if (first.is(u"@"))
            return atLiteral();
        if (first.is(u"<") || first.is(u"<=") || first.is(u">") || first.is(u">=") || first.is(u"=") || first.is(u"!="))
            return comparisonRange();
        return fail(u"an expression"_s);
    case Token::Kind::Word:
        return nameOrCall();
    case Token::Kind::End:
        break;
    }
    return fail(u"an expression"_s);
}

NodePtr Parser::numberLiteral()
{
    const Place place = here();
    const QString text = token().text;
    const int start = token().start;
    ++m_at;
    if (const Result<Decimal> exact = Decimal::fromString(text))
        return constantNode(place, Value(*exact));
    const Result<Decimal> rounded = Decimal::fromStringRounded(text);
    if (!rounded || rounded->isInfinite())
        return failAt(start, u"expected a number with an exponent to 6144 but found '"_s + text.left(40) + u'\'');
    return constantNode(place, Value(*rounded),
                        u"expected a number of at most 34 digits but found more: it was rounded"_s);
}

NodePtr Parser::atLiteral()
{
    const Place place = here();
    ++m_at;
    if (token().kind != Token::Kind::String)
        return fail(u"a string"_s);
    const QString text = token().text;
    ++m_at;
    if (const auto date = dateFromText(text))
        return constantNode(place, Value(*date));
    if (const auto dateTime = dateTimeFromText(text))
        return constantNode(place, Value(*dateTime));
    if (const auto time = timeFromText(text))
        return constantNode(place, Value(*time));
    if (const auto days = daysDurationFromText(text))
        return constantNode(place, Value(*days));
    if (const auto months = monthsDurationFromText(text))
        return constantNode(place, Value(*months));
    return constantNode(place, Value(),
                        u"expected a date, time, date and time, or duration but found '"_s + text + u'\'');
}

NodePtr Parser::parenthesized()
{
    const Place place = here();
    ++m_at;
    ++m_depth;
    NodePtr node = any();
    --m_depth;
    if (node && token().is(u".."))
        return intervalEnd(std::move(node), false, place);
    return node && expect(u")") ? std::move(node) : nullptr;
}

// A list, or an interval that begins with `[` or `]`.
NodePtr Parser::bracketed()
{
    const Place place = here();
    const bool included = token().is(u"[");
    ++m_at;
    Nodes items;
    ++m_depth;
    while (!token().is(u"]") || (items.empty() && !included)) {
        NodePtr item = any();
        if (item && items.empty() && token().is(u"..")) {
            --m_depth;
            return intervalEnd(std::move(item), included, place);
        }
        if (item && !included)
            item = fail(u"'..'"_s);
        if (!item || !separated(u"]")) {
            --m_depth;
            return {};
        }
        items.push_back(std::move(item));
    }
    --m_depth;
    ++m_at;
    return listNode(place, std::move(items));
}

NodePtr Parser::intervalEnd(NodePtr start, bool startIncluded, const Place &place)
{
    ++m_at;
    const int outer = m_intervalDepth;
    m_intervalDepth = m_depth;
    NodePtr end = any();
    m_intervalDepth = outer;
    if (!end)
        return {};
    const bool endIncluded = token().is(u"]");
    if (!endIncluded && !token().is(u")") && !token().is(u"["))
        return fail(u"']', ')', or '['"_s);
    ++m_at;
    return rangeNode(place, Range::Form::Interval, startIncluded, std::move(start), std::move(end), endIncluded);
}

NodePtr Parser::comparisonRange()
{
    const Place place = here();
    const QString op = token().text;
    ++m_at;
    if (m_level >= mostLevels)
        return failTooDeep();
    ++m_level;
    NodePtr end = additive();
    --m_level;
    if (!end)
        return {};
    if (op == u"=")
        return rangeNode(place, Range::Form::Equal, true, std::move(end), {}, true);
    if (op == u"!=")
        return rangeNode(place, Range::Form::Unequal, false, std::move(end), {}, false);
    const bool included = op.size() == 2;
    if (op.startsWith(u'<'))
        return rangeNode(place, Range::Form::Comparison, false, {}, std::move(end), included);
    return rangeNode(place, Range::Form::Comparison, included, std::move(end), {}, false);
}

NodePtr Parser::contextLiteral()
{
    const Place place = here();
    ++m_at;
    ++m_depth;
    const qsizetype mark = m_names->mark();
    std::vector<ContextEntry> entries;
    bool sound = true;
    while (sound && !token().is(u"}")) {
        ContextEntry entry;
        entry.key = token().kind == Token::Kind::String ? token().text : QString();
        if (token().kind == Token::Kind::String)
            ++m_at;
        else
            entry.key = nameUntil({u":"_s});
        sound = !m_error && expect(u":");
        if (!sound)
            break;
        if (const QStringList tokens = nameTokens(entry.key); tokens.size() > 1)
            m_keys.append(tokens);
        entry.value = token().isWord(u"function") && token(1).is(u"(") ? functionLiteral(entry.key) : any();
        sound = entry.value != nullptr && separated(u"}");
        if (!sound)
            break;
        entry.local = m_names->addLocal(entry.key, entry.value->type);
        entries.push_back(std::move(entry));
    }
    m_names->unwind(mark);
    --m_depth;
    if (!sound)
        return {};
    ++m_at;
    return contextNode(place, std::move(entries), {});
}

NodePtr Parser::functionLiteral(const QString &name)
{
    const Place place = here();
    const int start = token().start;
    ++m_at;
    QList<Parameter> formal;
    if (!parameters(formal))
        return {};
    if (skipWord(u"external")) {
        NodePtr mapping = any();
        return mapping ? externalFunctionNode(place, formal, std::move(mapping)) : nullptr;
    }
    NameScope inside(m_names);
    for (const Parameter &one : formal)
        inside.addLocal(one.name, one.type);
    if (!name.isEmpty()
        && std::none_of(formal.begin(), formal.end(), [&](const Parameter &one) { return one.name == name; }))
        inside.addSelf(name, {});
    NameScope *outer = std::exchange(m_names, &inside);
    NodePtr body = any();
    m_names = outer;
    if (!body)
        return {};
    auto made = std::make_shared<FunctionBody>();
    made->parameters = formal;
    made->body = std::move(body);
    made->locals = inside.locals();
    made->name = name;
    made->text = m_text.mid(start, m_tokens[m_at - 1].end - start).toString().replace(u'\n', u' ').replace(u'\r', u' ');
    made->isText = true;
    made->origin = m_origin;
    return functionNode(place, std::move(made), inside.takeCaptures());
}

bool Parser::parameters(QList<Parameter> &out)
{
    if (!expect(u"("))
        return false;
    while (!token().is(u")")) {
        Parameter one;
        one.name = nameUntil({u":"_s, u","_s, u")"_s});
        if (m_error)
            return false;
        if (skip(u":")) {
            QString written;
            const std::optional<Type> declared = type(written);
            if (!declared && !m_error)
                failAt(token().start, u"expected a type but found '"_s + written + u'\'');
            if (m_error)
                return false;
            one.type = *declared;
        }
        out.append(one);
        if (!separated(u")"))
            return false;
    }
    ++m_at;
    return true;
}

NodePtr Parser::ifExpression()
{
    const Place place = here();
    ++m_at;
    NodePtr condition = any();
    if (!condition || !expectWord(u"then"))
        return {};
    NodePtr then = any();
    if (!then || !expectWord(u"else"))
        return {};
    NodePtr otherwise = any();
    return otherwise ? conditionNode(place, std::move(condition), std::move(then), std::move(otherwise)) : nullptr;
}

Result<Iterator> Parser::iterationContext()
{
    Iterator iterator;
    if (!m_error)
        iterator.from = any();
    if (iterator.from && skip(u".."))
        iterator.to = any();
    if (!m_error && token().kind != Token::Kind::End)
        fail(u"the end of the expression"_s);
    if (m_error)
        return *m_error;
    iterator.type = iterator.to ? iterator.from->type : iterator.from->type.element();
    return iterator;
}

bool Parser::iterators(std::vector<Iterator> &out)
{
    do {
        const QString name = nameUntil({u"in"_s});
        if (m_error || !expectWord(u"in"))
            return false;
        Iterator iterator;
        iterator.from = any();
        if (!iterator.from)
            return false;
        if (skip(u"..")) {
            iterator.to = any();
            if (!iterator.to)
                return false;
        }
        const Type &from = iterator.from->type;
        const Type element = iterator.to ? from : from.element();
        iterator.local = m_names->addLocal(name, element);
        out.push_back(std::move(iterator));
    } while (skip(u","));
    return true;
}

NodePtr Parser::forExpression()
{
    const Place place = here();
    ++m_at;
    const qsizetype mark = m_names->mark();
    std::vector<Iterator> loops;
    const bool sound = iterators(loops) && expectWord(u"return");
    const int partial = m_names->addLocal(u"partial"_s, Type(Type::Kind::List));
    NodePtr body = sound ? any() : nullptr;
    m_names->unwind(mark);
    return body ? forNode(place, std::move(loops), partial, std::move(body)) : nullptr;
}

NodePtr Parser::quantified()
{
    const Place place = here();
    const bool every = token().text == u"every";
    ++m_at;
    const qsizetype mark = m_names->mark();
    std::vector<Iterator> loops;
    NodePtr condition = iterators(loops) && expectWord(u"satisfies") ? any() : nullptr;
    m_names->unwind(mark);
    return condition ? quantifierNode(place, every, std::move(loops), std::move(condition)) : nullptr;
}

} // namespace naru::feel
