// The language of FEEL, clause by clause of DMN 1.5 §10.3.1 and §10.3.2: each row is an expression and the FEEL text of
// its value.
#include "engine/feel/expression.h"

#include <QTest>

using namespace naru;
using namespace naru::feel;

namespace {

struct Row {
    const char *expression;
    const char *expected;
};

QString valueOf(const QString &text)
{
    const Result<Expression> expression = Expression::parse(text);
    if (!expression)
        return expression.error().text;
    Evaluation evaluation(DateTime{Date{2026, 11, 22}, Time{0, *Zone::ofOffset(0)}});
    return toText(expression->evaluate(evaluation));
}

template <std::size_t Count> void addRows(const Row (&rows)[Count])
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("expected");
    for (const Row &one : rows)
        QTest::newRow(one.expression) << QString::fromUtf8(one.expression) << QString::fromUtf8(one.expected);
}

void compareRow()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, expected);
    QCOMPARE(valueOf(expression), expected);
}

const Row arithmeticRows[] = {
    {"decimal(1, 2)", "1.00"},
    {".25 + .2", "0.45"},
    {".10 * 30.00", "3.0000"},
    {"1 + 3/2*2 - 2**3", "-4.0"},
    {"1/3", "0.3333333333333333333333333333333333"},
    {"1.01/2", "0.505"},
    {"1.0*10**3", "1000.0"},
    {"-2**2", "4"},
    {"2**3**2", "64"},
    {"10--5", "15"},
    {"2 ** -2", "0.25"},
    {"0 ** 0", "1"},
    {"(-8) ** 3", "-512"},
    {"(-8) ** 0.5", "null"},
    {"1 / 0", "null"},
    {"0.0 / 0.0", "null"},
    {"9e6144 * 10", "null"},
    {"\"a\" + \"b\"", "\"ab\""},
    {"\"a\" - \"b\"", "null"},
    {"1 + \"1\"", "null"},
    {"null + 1", "null"},
    {"[10] * 2", "null"},
    {"-\"x\"", "null"},
    {"1234567890123456789012345678901234 + 1", "1234567890123456789012345678901235"},
    {"12345678901234567890123456789012345", "12345678901234567890123456789012340"},
};

const Row logicRows[] = {
    {"true and null", "null"},
    {"not([true])", "false"},
    {"not(1)", "null"},
    {"false and null", "false"},
    {"null or true", "true"},
    {"false or null", "null"},
    {"1 or 2", "null"},
    {"not(null)", "null"},
    {"not(false)", "true"},
    {"1 = 1.000", "true"},
    {"1 = \"1\"", "null"},
    {"null = null", "true"},
    {"1 = null", "false"},
    {"1 != null", "true"},
    {"null < 1", "null"},
    {"\"a\" < \"b\"", "true"},
    {"\"b\" < \"ab\"", "false"},
    {"[1, 2] = [1, 2.0]", "true"},
    {"[1] = [2]", "false"},
    {"[1] = [1, 2]", "false"},
    {"{a: 1, b: 2} = {b: 2, a: 1}", "true"},
    {"{a: 1} = {b: 1}", "false"},
    {"[1..3] = [1..3]", "true"},
    {"[1..3] = [1..3)", "false"},
    {"1 between 0 and 2", "true"},
    {"3 between 1 and 2", "false"},
    {"null between 1 and 2", "null"},
    {"5 in (<=5)", "true"},
    {"5 in ((5..10])", "false"},
    {"5 in ([5..10])", "true"},
    {"5 in (4, 5, 6)", "true"},
    {"5 in (<5, >5)", "false"},
    {"5 in [4, 5]", "true"},
    {"5 in ]4..5]", "true"},
    {"5 in [4..5[", "false"},
    {"5 in > 4", "true"},
    {"1 in [[2..4], [1..3]]", "true"},
    {"5 in (= 5)", "true"},
    {"5 in (!= 5)", "false"},
    {"5 in (? > 3)", "true"},
    {"5 in (< null)", "null"},
    {"null in (< null)", "null"},
    {"(function(a) a) = (function(a) a)", "true"},
    {"(function(a) a) = (function(b) b)", "false"},
    {"[1, 2] in ([1, 2], [3])", "true"},
};

const Row compoundRows[] = {
    {"if true then 1 else 2", "1"},
    {"if null then 1 else 2", "2"},
    {"if 1 > 2 then \"a\" else if 2 > 1 then \"b\" else \"c\"", "\"b\""},
    {"1 + if true then 2 else 3", "3"},
    {"for i in [1, 2] return i * 2", "[2, 4]"},
    {"for i in 1..3, j in [10, 20] return i * j", "[10, 20, 20, 40, 30, 60]"},
    {"for i in 3..1 return i", "[3, 2, 1]"},
    {"for i in [3..1] return i", "null"},
    {"for i in (1..4) return i", "[2, 3]"},
    {"for x in [[1, 2], [3]], y in x return y", "[1, 2, 3]"},
    {"for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]"},
    {"for i in @\"1980-01-01\"..@\"1980-01-02\" return i", "[date(\"1980-01-01\"), date(\"1980-01-02\")]"},
    {"for i in \"a\"..\"z\" return i", "null"},
    {"for i in 1.5..3 return i", "null"},
    {"for i in null return i", "null"},
    {"some x in [1, 2], y in [2, 3] satisfies x = y", "true"},
    {"some x in [] satisfies x", "false"},
    {"every x in [] satisfies x", "true"},
    {"every x in [1, null] satisfies x > 0", "null"},
    {"[1, 2, 3, 4][item > 2]", "[3, 4]"},
    {"[{x: 1, y: 2}, {x: 2, y: 3}][x = 1]", "[{x: 1, y: 2}]"},
    {"[{x: 1, y: 2}, {x: null, y: 3}][x < 2]", "[{x: 1, y: 2}]"},
    {"[{x: 1, y: 2}, {x: 2, y: 3}].y", "[2, 3]"},
    {"[{b: [1]}, {b: [2.1, 2.2]}].b", "[[1], [2.1, 2.2]]"},
    {"[{item: 1}, {item: 5}][item > 2]", "[{item: 5}]"},
    {"[1, 2, 3][-1]", "3"},
    {"[1, 2, 3][4]", "null"},
    {"[1, 2, 3][1.5]", "null"},
    {"[[1, 2], [3]][1][2]", "2"},
    {"100[1]", "100"},
    {"100[item > 5]", "[100]"},
    {"null[1]", "null"},
    {"{i: 2, r: [5, 6, 7][i]}.r", "6"},
    {"[{a: [{b: 1}, {b: 2}]}][count(a[b > 1]) = 1]", "[{a: [{b: 1}, {b: 2}]}]"},
    {"{a: 1, b: a + 1, c: b * 2}.c", "4"},
    {"{\"a b\": 1}.a b", "1"},
    {"{a+b: 3, a: 1, b: 1, r: a+b}.r", "3"},
    {"{a+b: 3, a: 1, b: 1, r: (a)+(b)}.r", "2"},
    {"{Phone Number: 7, r: Phone   Number}.r", "7"},
    {"{a: 1, a: 2}", "null"},
    {"{a: {b: {c: 1}}}.a.b.c", "1"},
    {"{a: 1}.b", "null"},
    {"{}", "{}"},
    {"[]", "[]"},
};

const Row functionRows[] = {
    {"(function(a, b) a - b)(5, 3)", "2"},
    {"(function(a, b) a - b)(b: 5, a: 3)", "-2"},
    {"(function(a, b) a - b)(5)", "null"},
    {"(function(a: number) a + 1)(\"x\")", "null"},
    {"(function(a: number) a + 1)([1])", "2"},
    {"{f: function(x) x * 2, r: f(21)}.r", "42"},
    {"{k: 10, f: function(x) x * k, r: f(2)}.r", "20"},
    {"{adder: function(n) function(x) x + n, r: adder(3)(4)}.r", "7"},
    {"{fact: function(n) if n <= 1 then 1 else n * fact(n - 1), r: fact(20)}.r", "2432902008176640000"},
    {"for f in [function(x) x + 1, function(x) x * 2] return f(10)", "[11, 20]"},
    {"{f: function(x) for i in 1..2 return x + i, r: f(1) }.r", "[2, 3]"},
    {"5(1)", "null"},
    {"unknown(1)", "null"},
    {"{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"max(int, int)\"}}}.f(1)", "null"},
    {"{f: function(x, y) external {java: {class: \"java.lang.Math\", method signature: \"max(int, int)\"}}}.f(1, 2)",
     "2"},
    {"{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"cos(double)\"}}}.f(0)", "1"},
    {"{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"cos(int)\"}}}.f(0)", "null"},
    {"{f: function(x, y) external {java: {class: \"java.lang.Math\", method signature: \"max(int, double)\"}}}.f(1, 2)",
     "null"},
    {"{f: function(x, y) external {java: {class: \"java.lang.Math\", method signature: \"max(java.lang.Long, "
     "java.lang.Long)\"}}}.f(1, 2)",
     "null"},
    {"{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}}.f(\"a\")", "null"},
    {"{f: function(x) external {java: {class: \"java.lang.Runtime\", method signature: "
     "\"exec(java.lang.String)\"}}}.f(\"a\")",
     "null"},
    {"{f: function(p, v) external {java: {class: \"java.lang.String\", method signature: \"format(java.lang.String, "
     "[Ljava.lang.Object;)\"}}}.f(\"%05.2f %-4s|%,d %x\", [3.14159, \"x\", 1234567, 255])",
     "\"03.14 x   |1,234,567 ff\""},
};

const Row typeRows[] = {
    {"123 instance of number", "true"},
    {"\"abc\" instance of string", "true"},
    {"null instance of Null", "true"},
    {"null instance of number", "false"},
    {"null instance of Any", "false"},
    {"1 instance of Any", "true"},
    {"[123] instance of list<number>", "true"},
    {"[1, \"a\"] instance of list<number>", "false"},
    {"[1, \"a\"] instance of list<Any>", "true"},
    {"123 instance of list", "null"},
    {"123 instance of tUnknown", "null"},
    {"{name: \"a\", age: 1} instance of context<name: string>", "true"},
    {"{name: 1} instance of context<name: string>", "false"},
    {"[1..2] instance of range<number>", "true"},
    {"[\"a\"..\"b\"] instance of range<number>", "false"},
    {"(function(a: number) a) instance of function<number>->Any", "true"},
    {"(function(a: number) a + 1) instance of function<number>->number", "true"},
    {"(function() \"a\") instance of function<>->string", "true"},
    {"(function() \"a\") instance of function<>->number", "false"},
    {"date(\"2020-01-01\") instance of date", "true"},
    {"@\"P1D\" instance of days and time duration", "true"},
    {"@\"P1Y\" instance of years and months duration", "true"},
    {"@\"2020-01-01T00:00:00\" instance of date and time", "true"},
    {"abs instance of function<number>->number", "true"},
    {"(function(a: string) upper case(a)) instance of function<string>->string", "true"},
    {"(function(a: list<number>) sum(a)) instance of function<list<number>>->number", "true"},
    {"(function(a: number) abs(a)) instance of function<number>->number", "true"},
    {"(function(a: number) abs(a)) instance of function<number>->string", "false"},
    {"(function(a) abs(a)) instance of function<Any>->number", "false"},
    {"(function(a: date) a + @\"P1D\") instance of function<date>->date", "true"},
    {"(function(a: date, b: date) a - b) instance of function<date, date>->days and time duration", "true"},
    {"(function(a: time) a * 2) instance of function<time>->time", "false"},
    {"(function(a: date) a.year) instance of function<date>->number", "true"},
    {"(function(a: range<date>) a.end) instance of function<range<date>>->date", "true"},
    {"(function(a: range<date>) a.end included) instance of function<range<date>>->boolean", "true"},
};

const Row textRows[] = {
    {"[1,]", "1:4: expected an element behind ',' but found ']'"},
    {"{a: 1,}", "1:7: expected an element behind ',' but found '}'"},
    {"sum(1,)", "1:7: expected an element behind ',' but found ')'"},
    {"(function(a,) a)(1)", "1:13: expected an element behind ',' but found ')'"},
    {"context([{key: \"Out 2\", value: 1}]).Out 2 + 1", "2"},
    {"context([{key: \"date of birth\", value: 1}]).date of birth + 1", "2"},
    {"context([{key: \"date\", value: 1}]).date instance of number", "true"},
    {"/* first */ 1 + // end of line\n 1", "2"},
    {"\"\\u0041\\U01F40E\"", "\"A🐎\""},
    {"\"a\\nb\\t\\\"\\\\\"", "\"a\\nb\\t\\\"\\\\\""},
    {"\"\\d\"", "\"\\\\d\""},
    {"{🐎: 1}.🐎", "1"},
    {"{나이: 3, r: 나이 + 1}.r", "4"},
    {"@\"2021-02-30\"", "null"},
    {"[1..10]", "[1..10]"},
    {"]1..10[", "(1..10)"},
    {"(<10)", "(<10)"},
    {"(>=10).start included", "true"},
    {"[1..10].end", "10"},
    {"[10..1]", "null"},
    {"[1..\"b\"]", "null"},
    {"function(x) x + 1", "function(x) x + 1"},
};

} // namespace

class tst_FeelLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void computesWithNumbers_data() { addRows(arithmeticRows); }
    void computesWithNumbers() { compareRow(); }
    void decidesInThreeValues_data() { addRows(logicRows); }
    void decidesInThreeValues() { compareRow(); }
    void buildsAndWalksListsAndContexts_data() { addRows(compoundRows); }
    void buildsAndWalksListsAndContexts() { compareRow(); }
    void callsFunctions_data() { addRows(functionRows); }
    void callsFunctions() { compareRow(); }
    void checksTypes_data() { addRows(typeRows); }
    void checksTypes() { compareRow(); }
    void readsAndWritesText_data() { addRows(textRows); }
    void readsAndWritesText() { compareRow(); }
    void refusesWhatIsNoExpression_data();
    void refusesWhatIsNoExpression();
    void saysWhatWentWrongAndWhere_data();
    void saysWhatWentWrongAndWhere();
    void knowsNamesByTheTypesOfTheScope_data();
    void knowsNamesByTheTypesOfTheScope();
    void testsInputsByUnaryTests_data();
    void testsInputsByUnaryTests();
    void namesTheVariablesThatItUses();
};

void tst_FeelLanguage::refusesWhatIsNoExpression_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("nothing") << u""_s << u"1:1: "_s;
    QTest::newRow("half an operation") << u"1 +"_s << u"1:4: "_s;
    QTest::newRow("open list") << u"[1, 2"_s << u"1:6: "_s;
    QTest::newRow("open string") << u"\n \"abc"_s << u"2:2: "_s;
    QTest::newRow("open comment") << u"1 /* 2"_s << u"1:3: "_s;
    QTest::newRow("two expressions") << u"1 2"_s << u"1:3: "_s;
    QTest::newRow("then without else") << u"if true then 1"_s << u"1:15: "_s;
    QTest::newRow("strange sign") << u"1 # 2"_s << u"1:3: "_s;
    QTest::newRow("keyword as value") << u"1 + then"_s << u"1:5: "_s;
    QTest::newRow("key without value") << u"{a}"_s << u"1:4: "_s;
    QTest::newRow("half named arguments") << u"substring(string: \"a\", 1)"_s << u"1:24: "_s;
    QTest::newRow("too large an exponent") << u"1e7000"_s << u"1:1: "_s;
    QTest::newRow("too deep") << QString(400, u'(') + u'1' + QString(400, u')') << u"1:"_s;
    QTest::newRow("too long a chain") << u"a"_s + u"+a"_s.repeated(3000) << u"1:"_s;
}

void tst_FeelLanguage::refusesWhatIsNoExpression()
{
    QFETCH(const QString, text);
    QFETCH(const QString, where);

    const Result<Expression> expression = Expression::parse(text);

    QVERIFY(!expression);
    QCOMPARE(expression.error().kind, Error::Kind::Invalid);
    QVERIFY2(expression.error().text.startsWith(where), qUtf8Printable(expression.error().text));
    QVERIFY2(expression.error().text.contains(u"expected"), qUtf8Printable(expression.error().text));
}

void tst_FeelLanguage::saysWhatWentWrongAndWhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("column");
    QTest::newRow("name") << u"1 + foo"_s << u"unknown name"_s << 5;
    QTest::newRow("type") << u"1 + \"a\""_s << u"wrong type"_s << 3;
    QTest::newRow("zero") << u"10 / 0"_s << u"division by zero"_s << 4;
    QTest::newRow("entry") << u"{a: 1}.b"_s << u"no such entry"_s << 7;
    QTest::newRow("arguments") << u"substring(\"a\")"_s << u"wrong arguments"_s << 1;
    QTest::newRow("text of a date") << u"date(\"2021-02-30\")"_s << u"invalid value"_s << 1;
    QTest::newRow("condition") << u"if 1 then 2 else 3"_s << u"condition"_s << 1;
    QTest::newRow("overflow") << u"10 ** 7000"_s << u"not a number"_s << 4;
    QTest::newRow("index") << u"[1][2]"_s << u"invalid value"_s << 4;
    QTest::newRow("lost digits") << u"12345678901234567890123456789012345"_s << u"invalid value"_s << 1;
}

void tst_FeelLanguage::saysWhatWentWrongAndWhere()
{
    QFETCH(const QString, text);
    QFETCH(const QString, kind);
    QFETCH(const int, column);
    const Result<Expression> expression = Expression::parse(text, {{}, {}, u"Rule 7"_s});
    QVERIFY(expression);

    Evaluation evaluation;
    expression->evaluate(evaluation);

    QVERIFY(!evaluation.warnings().isEmpty());
    const Warning &first = evaluation.warnings().first();
    QCOMPARE(nameOf(first.kind), kind);
    QCOMPARE(first.line, 1);
    QCOMPARE(first.column, column);
    QCOMPARE(first.source, u"Rule 7"_s);
    QVERIFY2(first.text.startsWith(u"expected"), qUtf8Printable(first.text));
}

void tst_FeelLanguage::knowsNamesByTheTypesOfTheScope_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("blank") << u"Monthly Fee * 12"_s << u"1200"_s;
    QTest::newRow("the longest") << u"Monthly Fee+Tax"_s << u"7"_s;
    QTest::newRow("parts in brackets") << u"(Monthly Fee)+(Tax)"_s << u"110"_s;
    QTest::newRow("member") << u"person.first name"_s << u"\"Hana\""_s;
    QTest::newRow("member with an operator") << u"person.a-b + 1"_s << u"6"_s;
    QTest::newRow("members of a list") << u"people[first name = \"Hana\"].a-b"_s << u"[5]"_s;
    QTest::newRow("in a loop") << u"for p in people return p.first name"_s << u"[\"Hana\"]"_s;
    QTest::newRow("hides a function") << u"count + 1"_s << u"4"_s;
    QTest::newRow("not where it is called") << u"count([1, 2])"_s << u"2"_s;
    QTest::newRow("keywords inside") << u"profit and loss + 1"_s << u"3"_s;
    QTest::newRow("apostrophe") << u"applicant's age"_s << u"9"_s;
}

void tst_FeelLanguage::knowsNamesByTheTypesOfTheScope()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const Context person{{u"first name"_s, Value(u"Hana"_s)}, {u"a-b"_s, Value(5)}};
    const Type personType =
        Type::contextOf({{u"first name"_s, Type(Type::Kind::String)}, {u"a-b"_s, Type(Type::Kind::Number)}});
    const Type number(Type::Kind::Number);
    const Scope scope{{{u"Monthly Fee"_s, number},
                       {u"Tax"_s, number},
                       {u"Monthly Fee+Tax"_s, number},
                       {u"person"_s, personType},
                       {u"people"_s, Type::listOf(personType)},
                       {u"count"_s, number},
                       {u"profit and loss"_s, number},
                       {u"applicant's age"_s, number}}};
    const QList<Value> values{Value(100), Value(10), Value(7), Value(person), Value(QList<Value>{Value(person)}),
                              Value(3),   Value(2),  Value(9)};

    const Result<Expression> expression = Expression::parse(text, scope);

    QVERIFY2(expression, expression ? "" : qUtf8Printable(expression.error().text));
    Evaluation evaluation;
    QCOMPARE(toText(expression->evaluate(evaluation, values)), expected);
}

void tst_FeelLanguage::testsInputsByUnaryTests_data()
{
    QTest::addColumn<QString>("tests");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *tests, const char *input, const char *expected) {
        QTest::newRow(qPrintable(QString::fromUtf8(tests) + u" of "_s + QString::fromUtf8(input)))
            << QString::fromUtf8(tests) << QString::fromUtf8(input) << QString::fromUtf8(expected);
    };
    row("-", "null", "true");
    row("5", "5", "true");
    row("< 5, > 10", "11", "true");
    row("< 5, > 10", "7", "false");
    row("[1..5]", "5", "true");
    row("(1..5)", "5", "false");
    row("not(1, 2)", "3", "true");
    row("not(1, 2)", "2", "false");
    row("not(1)", "null", "true");
    row("\"a\", \"b\"", "\"b\"", "true");
    row("null", "null", "true");
    row("? > 3 and ? < 5", "4", "true");
    row("contains(?, \"x\")", "\"axb\"", "true");
    row("limit", "10", "true");
    row("< limit", "9", "true");
    row("[1, 2, 3]", "2", "true");
    row("true", "false", "false");
    row("< 5", "\"a\"", "null");
    row("some x in [1, 2] satisfies x = ?", "2", "true");
    row("date(\"2020-01-01\")", "date(\"2020-01-01\")", "true");
    row(">= @\"2020-01-01\"", "date(\"2020-01-02\")", "true");
}

void tst_FeelLanguage::testsInputsByUnaryTests()
{
    QFETCH(const QString, tests);
    QFETCH(const QString, input);
    QFETCH(const QString, expected);
    const Result<Expression> expression =
        Expression::parseUnaryTests(tests, {{{u"limit"_s, Type(Type::Kind::Number)}}});
    QVERIFY2(expression, expression ? "" : qUtf8Printable(expression.error().text));

    Evaluation evaluation;
    const Value answer = expression->test(evaluation, *fromText(input), {Value(10)});

    QCOMPARE(toText(answer), expected);
}

void tst_FeelLanguage::namesTheVariablesThatItUses()
{
    const Scope scope{{{u"a"_s}, {u"b"_s}, {u"c"_s}}};

    const Result<Expression> expression = Expression::parse(u"for x in c return (function(y) y + a)(x)", scope);

    QVERIFY(expression);
    QCOMPARE(expression->names(), (QStringList{u"a"_s, u"c"_s}));
}

QTEST_APPLESS_MAIN(tst_FeelLanguage)
#include "tst_feel_language.moc"
