// Names, calls, and types: what needs the scope to be told apart.
#include "engine/feel/parser.h"

namespace naru::feel {

namespace {

// A number, or `of`, behind a word can only be a part of its name: `of` as such stands behind `instance`.
bool continuesName(const Token &token)
{
    return (token.kind == Token::Kind::Word && (!isKeyword(token.text) || token.isWord(u"of")))
        || (token.kind == Token::Kind::Number && !token.text.contains(u'.'));
}

} // namespace

NodePtr Parser::nameOrCall()
{
    const Place place = here();
    const QString word = token().text;
    const NameScope::Match match = m_names->longest(m_tokens, m_at);
    if (match.tokens <= 1) {
        if (word == u"true" || word == u"false" || word == u"null") {
            ++m_at;
            return placed(std::make_unique<ConstantNode>(word == u"null" ? Value() : Value(word == u"true")), place, 0);
        }
        if (word == u"if")
            return ifExpression();
        if (word == u"for")
            return forExpression();
        if (word == u"some" || word == u"every")
            return quantified();
        if (word == u"function" && token(1).is(u"("))
            return functionLiteral({});
        if (isKeyword(word))
            return fail(u"an expression"_s);
    }
    if (match.tokens == 0) {
        // An unknown name, or an entry of a filtered element whose entries are not declared.
        const int first = m_at++;
        while (continuesName(token()))
            ++m_at;
        const QString name = sliced(first, m_at - 1);
        NodePtr node = m_names->resolve(name, place);
        return node ? std::move(node) : unknownNameNode(place, name);
    }
    m_at += match.tokens;
    const NamedBuiltin *builtin = token().is(u"(") ? builtinNamed(match.name) : nullptr;
    const std::optional<Type> declared = m_names->typeOf(match.name);
    const bool isShadowed = declared && (declared->isAny() || declared->kind() == Type::Kind::Function);
    if (builtin && !isShadowed)
        return builtinCall(*builtin, place);
    return m_names->resolve(match.name, place);
}

NodePtr Parser::builtinCall(const NamedBuiltin &builtin, const Place &place)
{
    Nodes values;
    Names names;
    if (!arguments(values, names))
        return {};
    if (names.isEmpty())
        return checkedHeight(builtinNode(place, builtin.function.get(), std::move(values)));
    NodePtr function = placed(std::make_unique<ConstantNode>(Value(builtin.function)), place, 0);
    return checkedHeight(namedCallNode(place, std::move(function), names, std::move(values)));
}

bool Parser::arguments(Nodes &values, Names &names)
{
    if (!expect(u"("))
        return false;
    ++m_depth;
    bool sound = true;
    while (sound && !token().is(u")")) {
        // "start position: 1": words and operators up to a colon are a parameter's name.
        int ahead = 0;
        while (token(ahead).kind == Token::Kind::Word || token(ahead).kind == Token::Kind::Number
               || token(ahead).is(u"-") || token(ahead).is(u"+") || token(ahead).is(u"/") || token(ahead).is(u"*")
               || token(ahead).is(u"'"))
            ++ahead;
        const bool isNamed = ahead > 0 && token().kind == Token::Kind::Word && token(ahead).is(u":");
        if (isNamed != !names.isEmpty() && !values.empty()) {
            fail(u"all arguments with names or none"_s);
            sound = false;
        }
        if (sound && isNamed) {
            names.append(sliced(m_at, m_at + ahead - 1));
            m_at += ahead + 1;
        }
        NodePtr value = sound ? any() : nullptr;
        sound = value && separated(u")");
        if (sound)
            values.push_back(std::move(value));
    }
    --m_depth;
    return sound && expect(u")");
}

QString Parser::nameUntil(const QStringList &stops)
{
    const int first = m_at;
    if (token().kind != Token::Kind::Word) {
        fail(u"a name"_s);
        return {};
    }
    // The first word is the name's, whatever it says: `in` may begin a name, but hardly ends one.
    do
        ++m_at;
    while (token().kind != Token::Kind::End && token().kind != Token::Kind::String && !stops.contains(token().text));
    if (token().kind == Token::Kind::End || token().kind == Token::Kind::String) {
        fail(u'\'' + stops.first() + u'\'');
        return {};
    }
    return sliced(first, m_at - 1);
}

void Parser::knowKeys(const Type &type, int depth)
{
    if (depth > 8 || m_keys.size() > 10'000)
        return;
    knowMembers(type, depth);
    if (type.kind() == Type::Kind::List)
        knowKeys(type.element(), depth + 1);
    if (type.kind() == Type::Kind::Function)
        knowKeys(type.result(), depth + 1);
}

void Parser::knowMembers(const Type &type, int depth)
{
    for (const Type::Member &one : type.members()) {
        if (const QStringList tokens = nameTokens(one.first); tokens.size() > 1)
            m_keys.append(tokens);
        knowKeys(one.second, depth + 1);
    }
}

int Parser::memberTokens(const Type &type, QString &name)
{
    static const QList<QStringList> properties{
        {u"time"_s, u"offset"_s}, {u"start"_s, u"included"_s}, {u"end"_s, u"included"_s}};
    const auto fits = [&](const QStringList &tokens) {
        for (qsizetype i = 0; i < tokens.size(); ++i)
            if (token(int(i)).kind == Token::Kind::String || token(int(i)).text != tokens[i])
                return false;
        return true;
    };
    const Type *element = &type;
    while (element->kind() == Type::Kind::List)
        element = &element->element();
    int count = 0;
    for (const Type::Member &one : element->members()) {
        const QStringList tokens = nameTokens(one.first);
        if (tokens.size() > count && fits(tokens)) {
            count = static_cast<int>(tokens.size());
            name = one.first;
        }
    }
    if (count > 0)
        return count;
    if (!std::exchange(m_knowsScope, true))
        for (const Type &one : m_names->types())
            knowKeys(one, 0);
    for (const QList<QStringList> &known : {properties, m_keys})
        for (const QStringList &tokens : known)
            if (tokens.size() > count && fits(tokens))
                count = static_cast<int>(tokens.size());
    if (count == 0)
        for (count = 1; continuesName(token(count));)
            ++count;
    name = sliced(m_at, m_at + count - 1);
    return count;
}

std::optional<Type> Parser::type(QString &written)
{
    if (m_level >= mostLevels) {
        failTooDeep();
        return {};
    }
    ++m_level;
    std::optional<Type> found = typeOfLevel(written);
    --m_level;
    return found;
}

std::optional<Type> Parser::typeOfLevel(QString &written)
{
    const int first = m_at;
    NameScope::Match match;
    static const QStringList builtIn{u"years and months duration"_s, u"days and time duration"_s, u"date and time"_s};
    const auto consider = [&](const QString &name) {
        const QStringList tokens = nameTokens(name);
        qsizetype i = 0;
        while (i < tokens.size() && token(int(i)).text == tokens[i])
            ++i;
        if (i == tokens.size() && i > match.tokens)
            match = {name, static_cast<int>(i)};
    };
    for (auto at = m_types.constBegin(); at != m_types.constEnd(); ++at)
        consider(at.key());
    for (const QString &one : builtIn)
        consider(one);
    if (token().kind != Token::Kind::Word) {
        fail(u"a type"_s);
        return {};
    }
    m_at += std::max(match.tokens, 1);
    written = sliced(first, m_at - 1);
    static const QStringList generics{u"list"_s, u"range"_s, u"context"_s, u"function"_s};
    if (match.tokens > 0 && m_types.contains(match.name))
        return m_types.value(match.name);
    if (generics.contains(written))
        return token().is(u"<") ? typeParameters(written) : std::nullopt;
    while (skip(u".") && token().kind == Token::Kind::Word)
        ++m_at;
    written = sliced(first, m_at - 1);
    return Type::named(written);
}

std::optional<Type> Parser::typeParameters(const QString &generic)
{
    ++m_at;
    QList<Type> types;
    QList<Type::Member> members;
    bool known = true;
    while (!token().is(u">") && !m_error) {
        QString name;
        if (generic == u"context") {
            name = nameUntil({u":"_s});
            if (m_error || !expect(u":"))
                return {};
        }
        QString written;
        const std::optional<Type> one = type(written);
        known = known && one;
        types.append(one ? *one : Type());
        members.append({name, types.last()});
        if (!separated(u">"))
            return {};
    }
    ++m_at;
    if (generic == u"context")
        return known ? std::optional(Type::contextOf(members)) : std::nullopt;
    if (generic != u"function")
        return known && types.size() == 1
            ? std::optional(generic == u"list" ? Type::listOf(types[0]) : Type::rangeOf(types[0]))
            : std::nullopt;
    if (!expect(u"-") || !expect(u">"))
        return {};
    QString written;
    const std::optional<Type> result = type(written);
    return known && result ? std::optional(Type::functionOf(types, *result)) : std::nullopt;
}

Result<Type> Parser::typeExpression()
{
    if (m_error)
        return *m_error;
    QString written;
    const std::optional<Type> found = type(written);
    if (m_error)
        return *m_error;
    if (!found || token().kind != Token::Kind::End)
        return syntaxError(m_text, token().start,
                           u"expected a type but found '"_s + m_text.left(80).toString() + u'\'');
    return *found;
}

} // namespace naru::feel
