#include "engine/feel/parser.h"

namespace naru::feel {

namespace {

std::optional<Operator> comparisonOperator(const Token &token)
{
    static const QMap<QString, Operator> table{
        {u"="_s, Operator::Equal},        {u"!="_s, Operator::Unequal}, {u"<"_s, Operator::Less},
        {u"<="_s, Operator::LessOrEqual}, {u">"_s, Operator::Greater},  {u">="_s, Operator::GreaterOrEqual},
    };
    const auto found = token.kind == Token::Kind::Symbol ? table.constFind(token.text) : table.constEnd();
    return found == table.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

Parser::Parser(QStringView text, NameScope &names, const QMap<QString, Type> &types,
               const std::shared_ptr<const Origin> &origin)
    : m_text(text)
    , m_lines(text)
    , m_names(&names)
    , m_types(types)
    , m_origin(origin)
{
    Result<QList<Token>> tokens = tokensOf(text);
    if (tokens)
        m_tokens = *std::move(tokens);
    else
        m_error = tokens.error();
}

Result<NodePtr> Parser::expression()
{
    if (m_error)
        return *m_error;
    NodePtr node = any();
    if (node && token().kind != Token::Kind::End)
        node = fail(u"the end of the expression"_s);
    if (!node)
        return *m_error;
    return node;
}

Result<NodePtr> Parser::unaryTests(int input)
{
    if (m_error)
        return *m_error;
    const Place place = here();
    if (token().is(u"-") && token(1).kind == Token::Kind::End)
        return NodePtr(placed(std::make_unique<ConstantNode>(Value(true)), place, 0));
    std::vector<UnaryTest> tests;
    const int start = m_at;
    // `not(…)` negates the whole; `not(a) and b` is an expression.
    if (token().isWord(u"not") && token(1).is(u"(")) {
        m_at += 2;
        if (positiveTests(tests, u")") && skip(u")") && token().kind == Token::Kind::End)
            return unaryTestsNode(place, std::move(tests), true, input);
        m_at = start;
        m_error.reset();
        tests.clear();
    }
    if (!positiveTests(tests, u"") || token().kind != Token::Kind::End) {
        if (!m_error)
            fail(u"the end of the tests"_s);
        return *m_error;
    }
    return unaryTestsNode(place, std::move(tests), false, input);
}

bool Parser::positiveTests(std::vector<UnaryTest> &tests, QStringView closing)
{
    if (!closing.isEmpty() && token().is(closing)) {
        fail(u"a test"_s);
        return false;
    }
    do {
        if (!positiveTest(tests))
            return false;
    } while (skip(u","));
    return true;
}

bool Parser::positiveTest(std::vector<UnaryTest> &tests)
{
    static const QString input = u"?"_s;
    const int before = m_names->usesOf(input);
    UnaryTest test;
    test.value = any();
    if (!test.value)
        return false;
    test.asksInput = m_names->usesOf(input) != before;
    tests.push_back(std::move(test));
    return true;
}

NodePtr Parser::any()
{
    if (m_level >= mostLevels)
        return failTooDeep();
    ++m_level;
    NodePtr node = disjunction();
    --m_level;
    return node;
}

std::nullptr_t Parser::failTooDeep()
{
    return failAt(token().start,
                  u"expected at most "_s + QString::number(mostLevels) + u" levels of nesting but found more"_s);
}

NodePtr Parser::checkedHeight(NodePtr node)
{
    if (node && node->height > mostHeight)
        return failAt(token().start,
                      u"expected at most "_s + QString::number(mostHeight) + u" chained operators but found more"_s);
    return node;
}

NodePtr Parser::disjunction()
{
    NodePtr left = conjunction();
    while (left && token().isWord(u"or")) {
        const Place place = here();
        ++m_at;
        NodePtr right = conjunction();
        left = right ? checkedHeight(eitherNode(place, std::move(left), std::move(right))) : nullptr;
    }
    return left;
}

NodePtr Parser::conjunction()
{
    NodePtr left = comparison();
    while (left && token().isWord(u"and")) {
        const Place place = here();
        ++m_at;
        NodePtr right = comparison();
        left = right ? checkedHeight(bothNode(place, std::move(left), std::move(right))) : nullptr;
    }
    return left;
}

NodePtr Parser::comparison()
{
    NodePtr left = additive();
    while (left) {
        const Place place = here();
        if (const std::optional<Operator> op = comparisonOperator(token())) {
            ++m_at;
            NodePtr right = additive();
            left = right ? checkedHeight(comparisonNode(place, *op, std::move(left), std::move(right))) : nullptr;
        } else if (skipWord(u"between")) {
            left = between(std::move(left), place);
        } else if (token().isWord(u"in")) {
            ++m_at;
            left = inTests(std::move(left), place);
        } else {
            break;
        }
    }
    return left;
}

NodePtr Parser::between(NodePtr value, const Place &place)
{
    NodePtr low = additive();
    if (!low || !expectWord(u"and"))
        return {};
    NodePtr high = additive();
    return high ? betweenNode(place, std::move(value), std::move(low), std::move(high)) : nullptr;
}

// `in (a, b)` has several tests; `in (1..2]` is an interval; `in x` is one test.
NodePtr Parser::inTests(NodePtr value, const Place &place)
{
    const qsizetype mark = m_names->mark();
    const int local = m_names->addLocal(u"?"_s, value->type);
    std::vector<UnaryTest> tests;
    const bool done = token().is(u"(") ? bracketedTests(tests) : boundTest(tests, {});
    m_names->unwind(mark);
    if (!done)
        return {};
    return inNode(place, std::move(value), unaryTestsNode(place, std::move(tests), false, local), local);
}

// What stands in the brackets is read once, whatever it turns out to be: a text that is read again at every level takes
// twice as long for each.
bool Parser::bracketedTests(std::vector<UnaryTest> &tests)
{
    const Place place = here();
    ++m_at;
    ++m_depth;
    const bool sound = positiveTests(tests, u")");
    --m_depth;
    if (!sound)
        return false;
    const bool isOne = tests.size() == 1;
    if (isOne && token().is(u".."))
        return boundTest(tests, intervalEnd(std::move(tests.front().value), false, place));
    if (!expect(u")"))
        return false;
    return !isOne || (!token().is(u".") && !token().is(u"[")) || boundTest(tests, std::move(tests.front().value));
}

// One test without brackets around it; `begun` is what has been read of it.
bool Parser::boundTest(std::vector<UnaryTest> &tests, NodePtr begun)
{
    static const QString input = u"?"_s;
    if (m_error)
        return false;
    UnaryTest test;
    test.asksInput = !tests.empty() && tests.front().asksInput;
    const int before = m_names->usesOf(input);
    m_begun = std::move(begun);
    test.value = additive();
    test.asksInput = test.asksInput || m_names->usesOf(input) != before;
    tests.clear();
    tests.push_back(std::move(test));
    return tests.front().value != nullptr;
}

NodePtr Parser::additive()
{
    NodePtr left = multiplicative();
    while (left && (token().is(u"+") || token().is(u"-"))) {
        const Place place = here();
        const Operator op = token().is(u"+") ? Operator::Add : Operator::Subtract;
        ++m_at;
        NodePtr right = multiplicative();
        left = right ? checkedHeight(arithmeticNode(place, op, std::move(left), std::move(right))) : nullptr;
    }
    return left;
}

NodePtr Parser::multiplicative()
{
    NodePtr left = exponentiation();
    while (left && (token().is(u"*") || token().is(u"/"))) {
        const Place place = here();
        const Operator op = token().is(u"*") ? Operator::Multiply : Operator::Divide;
        ++m_at;
        NodePtr right = exponentiation();
        left = right ? checkedHeight(arithmeticNode(place, op, std::move(left), std::move(right))) : nullptr;
    }
    return left;
}

NodePtr Parser::exponentiation()
{
    NodePtr left = unary();
    while (left && token().is(u"**")) {
        const Place place = here();
        ++m_at;
        NodePtr right = unary();
        left =
            right ? checkedHeight(arithmeticNode(place, Operator::Power, std::move(left), std::move(right))) : nullptr;
    }
    return left;
}

NodePtr Parser::unary()
{
    int signs = 0;
    const Place place = here();
    while (!m_begun && skip(u"-"))
        ++signs;
    NodePtr node = postfix();
    for (; node && signs > 0; --signs)
        node = checkedHeight(negationNode(place, std::move(node)));
    return node;
}

NodePtr Parser::postfix()
{
    NodePtr node = primary();
    while (node) {
        if (token().is(u"."))
            node = checkedHeight(path(std::move(node)));
        else if (token().is(u"[") && !endsInterval())
            node = checkedHeight(filter(std::move(node)));
        else if (token().is(u"("))
            node = checkedHeight(call(std::move(node)));
        else if (token().isWord(u"instance") && token(1).isWord(u"of"))
            node = checkedHeight(instanceOf(std::move(node), here()));
        else
            break;
    }
    return node;
}

NodePtr Parser::path(NodePtr value)
{
    const Place place = here();
    ++m_at;
    if (token().kind != Token::Kind::Word)
        return fail(u"a name"_s);
    QString name;
    m_at += memberTokens(value->type, name);
    return pathNode(place, std::move(value), name);
}

NodePtr Parser::filter(NodePtr value)
{
    const Place place = here();
    ++m_at;
    ++m_depth;
    const qsizetype mark = m_names->mark();
    const int local = m_names->addElement(value->type);
    NodePtr condition = any();
    const bool asksElement = m_names->uses(mark) > 0;
    m_names->unwind(mark);
    --m_depth;
    if (!condition || !expect(u"]"))
        return {};
    return filterNode(place, std::move(value), std::move(condition), local, asksElement);
}

NodePtr Parser::call(NodePtr function)
{
    const Place place = here();
    Nodes values;
    Names names;
    if (!arguments(values, names))
        return {};
    return namedCallNode(place, std::move(function), names, std::move(values));
}

NodePtr Parser::instanceOf(NodePtr value, const Place &place)
{
    m_at += 2;
    QString written;
    const std::optional<Type> asked = type(written);
    if (m_error)
        return {};
    return instanceNode(place, std::move(value), asked, written);
}

bool Parser::skip(QStringView symbol)
{
    const bool fits = token().is(symbol);
    m_at += fits ? 1 : 0;
    return fits;
}

bool Parser::skipWord(QStringView word)
{
    const bool fits = token().isWord(word);
    m_at += fits ? 1 : 0;
    return fits;
}

bool Parser::expect(QStringView symbol)
{
    return skip(symbol) || nullptr != fail(u'\'' + symbol.toString() + u'\'');
}

// Behind an element: at its end, or past a comma that another element follows.
bool Parser::separated(QStringView closing)
{
    if (token().is(closing))
        return true;
    return expect(u",") && (!token().is(closing) || nullptr != fail(u"an element behind ','"_s));
}

bool Parser::expectWord(QStringView word)
{
    return skipWord(word) || nullptr != fail(u'\'' + word.toString() + u'\'');
}

Place Parser::here() const
{
    const LineColumn at = m_lines.at(token().start);
    return {at.line, at.column, &m_origin->source};
}

std::nullptr_t Parser::fail(const QString &expected)
{
    const Token &found = token();
    const QString text = found.kind == Token::Kind::End
        ? u"the text ends"_s
        : u"found '"_s + m_text.mid(found.start, std::min(found.end - found.start, 40)).toString() + u'\'';
    return failAt(found.start, u"expected "_s + expected + u" but "_s + text);
}

std::nullptr_t Parser::failAt(int offset, const QString &message)
{
    if (!m_error)
        m_error = syntaxError(m_text, offset, message);
    return nullptr;
}

QString Parser::sliced(int first, int last) const
{
    return m_text.mid(m_tokens[first].start, m_tokens[last].end - m_tokens[first].start).toString().simplified();
}

// `[1..x[` ends an interval where an expression cannot begin behind the bracket.
bool Parser::endsInterval() const
{
    if (m_intervalDepth != m_depth)
        return false;
    const Token &next = token(1);
    static const QStringList closing{u")"_s,  u"]"_s, u"}"_s,  u","_s, u"."_s, u"="_s, u"!="_s, u"<"_s,
                                     u"<="_s, u">"_s, u">="_s, u"+"_s, u"*"_s, u"/"_s, u".."_s, u":"_s};
    static const QStringList words{u"and"_s,       u"or"_s, u"then"_s,    u"else"_s,    u"return"_s,
                                   u"satisfies"_s, u"in"_s, u"between"_s, u"instance"_s};
    return next.kind == Token::Kind::End || (next.kind == Token::Kind::Symbol && closing.contains(next.text))
        || (next.kind == Token::Kind::Word && words.contains(next.text));
}

} // namespace naru::feel
