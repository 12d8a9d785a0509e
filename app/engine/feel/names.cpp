#include "engine/feel/names.h"

namespace naru::feel {

namespace {

const Type &elementOf(const Type &type)
{
    return type.kind() == Type::Kind::List ? type.element() : type;
}

bool mayHaveEntries(const Type &type)
{
    return type.isAny() || type.kind() == Type::Kind::Context;
}

NodePtr typed(std::unique_ptr<Node> node, const Type &type, const Place &place)
{
    node->type = type;
    node->place = place;
    return node;
}

} // namespace

void NameScope::add(Binding::Kind kind, const QString &name, const Type &type, int index)
{
    Binding binding;
    binding.kind = kind;
    binding.name = name;
    binding.tokens = nameTokens(name);
    binding.type = type;
    binding.index = index;
    m_bindings.append(binding);
}

void NameScope::addGiven(const QString &name, const Type &type)
{
    add(Binding::Kind::Given, name, type, static_cast<int>(m_bindings.size()));
}

int NameScope::addLocal(const QString &name, const Type &type)
{
    add(Binding::Kind::Local, name, type, m_locals);
    return m_locals++;
}

int NameScope::addElement(const Type &type)
{
    add(Binding::Kind::Element, {}, elementOf(type), m_locals);
    return m_locals++;
}

void NameScope::addSelf(const QString &name, const Type &type)
{
    add(Binding::Kind::Self, name, type, 0);
}

void NameScope::consider(Match &best, const QString &name, const QStringList &nameTokens, const QList<Token> &tokens,
                         int at)
{
    const qsizetype count = nameTokens.size();
    if (count <= best.tokens || count == 0 || at + count >= tokens.size())
        return;
    for (qsizetype i = 0; i < count; ++i) {
        const Token &token = tokens[at + i];
        if (token.kind == Token::Kind::String || token.text != nameTokens[i])
            return;
    }
    best = {name, static_cast<int>(count)};
}

NameScope::Match NameScope::longest(const QList<Token> &tokens, int at) const
{
    static const QString item = u"item"_s;
    Match best;
    for (const NameScope *scope = this; scope; scope = scope->m_outer)
        for (qsizetype i = scope->m_bindings.size() - 1; i >= 0; --i) {
            const Binding &one = scope->m_bindings[i];
            if (one.kind != Binding::Kind::Element) {
                consider(best, one.name, one.tokens, tokens, at);
                continue;
            }
            consider(best, item, {item}, tokens, at);
            for (const Type::Member &member : one.type.members())
                consider(best, member.first, nameTokens(member.first), tokens, at);
        }
    for (const NamedBuiltin &one : builtins())
        consider(best, one.function->name(), one.tokens, tokens, at);
    return best;
}

NodePtr NameScope::captured(const QString &name, const Place &place)
{
    if (!m_outer)
        return {};
    const qsizetype known = m_captureNames.indexOf(name);
    if (known >= 0)
        return typed(std::make_unique<GivenNode>(static_cast<int>(known)),
                     m_captures[static_cast<std::size_t>(known)]->type, place);
    NodePtr outer = m_outer->resolve(name, place);
    if (!outer)
        return {};
    const Type type = outer->type;
    m_captureNames.append(name);
    m_captures.push_back(std::move(outer));
    return typed(std::make_unique<GivenNode>(static_cast<int>(m_captureNames.size() - 1)), type, place);
}

NodePtr NameScope::resolve(const QString &name, const Place &place)
{
    QList<int> elements;
    NodePtr found;
    Type type;
    for (qsizetype i = m_bindings.size() - 1; i >= 0 && !found; --i) {
        Binding &one = m_bindings[i];
        if (one.kind == Binding::Kind::Element) {
            ++one.uses;
            if (name == u"item") {
                found = itemNode(place, one.index);
            } else if (mayHaveEntries(one.type)) {
                elements.append(one.index);
                if (const Type *member = one.type.member(name); member && type.isAny())
                    type = *member;
            } else {
                --one.uses;
            }
        } else if (one.name == name) {
            ++one.uses;
            found = one.kind == Binding::Kind::Self ? selfNode(place)
                : one.kind == Binding::Kind::Given  ? typed(std::make_unique<GivenNode>(one.index), one.type, place)
                                                    : typed(std::make_unique<LocalNode>(one.index), one.type, place);
        }
    }
    if (!found)
        found = captured(name, place);
    if (!found)
        if (const NamedBuiltin *builtin = builtinNamed(name))
            found = placed(std::make_unique<ConstantNode>(Value(builtin->function)), place, 0);
    if (elements.isEmpty())
        return found;
    if (!found)
        found = unknownNameNode(place, name);
    return elementNameNode(place, name, type, elements, std::move(found));
}

std::optional<Type> NameScope::typeOf(const QString &name) const
{
    for (const NameScope *scope = this; scope; scope = scope->m_outer)
        for (qsizetype i = scope->m_bindings.size() - 1; i >= 0; --i)
            if (scope->m_bindings[i].kind != Binding::Kind::Element && scope->m_bindings[i].name == name)
                return scope->m_bindings[i].type;
    return {};
}

int NameScope::usesOf(const QString &name) const
{
    for (const NameScope *scope = this; scope; scope = scope->m_outer)
        for (qsizetype i = scope->m_bindings.size() - 1; i >= 0; --i)
            if (scope->m_bindings[i].name == name)
                return scope->m_bindings[i].uses;
    return 0;
}

QList<Type> NameScope::types() const
{
    QList<Type> all;
    for (const NameScope *scope = this; scope; scope = scope->m_outer)
        for (const Binding &one : scope->m_bindings)
            all.append(one.type);
    return all;
}

} // namespace naru::feel
