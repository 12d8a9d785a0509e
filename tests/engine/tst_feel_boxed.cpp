// Boxed expressions, host expressions, and functions of the host: what DMN builds on.
#include "engine/feel/expression.h"

#include <QTest>

using namespace naru;
using namespace naru::feel;

namespace {

Boxed literal(const QString &text, const Type &type = {})
{
    Boxed boxed;
    boxed.text = text;
    boxed.type = type;
    return boxed;
}

Boxed box(Boxed::Kind kind, const QList<Boxed> &parts, const QString &text = {})
{
    Boxed boxed;
    boxed.kind = kind;
    boxed.parts = parts;
    boxed.text = text;
    return boxed;
}

Boxed context(const QList<std::pair<Parameter, Boxed>> &entries)
{
    Boxed boxed;
    boxed.kind = Boxed::Kind::Context;
    boxed.entries = entries;
    return boxed;
}

Boxed function(const QList<Parameter> &parameters, const Boxed &body)
{
    Boxed boxed = box(Boxed::Kind::Function, {body});
    boxed.parameters = parameters;
    return boxed;
}

Boxed invocation(const QString &called, const QList<std::pair<Parameter, Boxed>> &arguments)
{
    Boxed boxed = box(Boxed::Kind::Invocation, {literal(called)});
    boxed.entries = arguments;
    return boxed;
}

Boxed relation(const QStringList &columns, const QList<Boxed> &cells)
{
    Boxed boxed = box(Boxed::Kind::Relation, cells);
    boxed.names = columns;
    return boxed;
}

// Of a table with two rules: parts are input, test, output, test, output.
class TwoRules final : public HostExpression {
public:
    Value evaluate(HostCall &call) const override
    {
        const Value input = call.part(0);
        for (const int rule : {1, 3})
            if (call.test(rule, input).isTrue())
                return call.part(rule + 1);
        return call.evaluation().warn(Warning::Kind::InvalidValue, u"expected a rule but found none"_s);
    }
};

} // namespace

class tst_FeelBoxed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEvaluatedAsItsText_data();
    void isEvaluatedAsItsText();
    void namesTheSourceOfWhatGoesWrong();
    void refusesPartsThatCannotBeParsed();
    void callsFunctionsOfTheHost();
    void checksTheTypesOfFunctionsOfTheHost();
};

void tst_FeelBoxed::isEvaluatedAsItsText_data()
{
    QTest::addColumn<Boxed>("boxed");
    QTest::addColumn<QString>("expected");
    const Type number(Type::Kind::Number);
    QTest::newRow("literal") << literal(u"a + 1"_s) << u"6"_s;
    QTest::newRow("coerced") << literal(u"[a]"_s, number) << u"5"_s;
    QTest::newRow("not coercible") << literal(u"\"x\""_s, number) << u"null"_s;
    QTest::newRow("context") << context({{{u"x y"_s}, literal(u"a"_s)}, {{u"z"_s}, literal(u"x y * 2"_s)}})
                             << u"{\"x y\": 5, z: 10}"_s;
    QTest::newRow("context with a result")
        << context({{{u"x"_s}, literal(u"a"_s)}, {{}, literal(u"x + 1"_s)}}) << u"6"_s;
    QTest::newRow("entry of a type") << context({{{u"x"_s, number}, literal(u"\"a\""_s)}}) << u"{x: null}"_s;
    QTest::newRow("function in a context")
        << context({{{u"f"_s}, function({{u"n"_s, number}}, literal(u"if n = 0 then 0 else a + f(n - 1)"_s))},
                    {{}, literal(u"f(3)"_s)}})
        << u"15"_s;
    QTest::newRow("invocation") << context(
        {{{u"f"_s}, function({{u"p q"_s}, {u"r"_s}}, literal(u"p q - r"_s))},
         {{}, invocation(u"f"_s, {{{u"r"_s}, literal(u"1"_s)}, {{u"p q"_s}, literal(u"a"_s)}})}})
                                << u"4"_s;
    QTest::newRow("list") << box(Boxed::Kind::List, {literal(u"1"_s), literal(u"a"_s)}) << u"[1, 5]"_s;
    QTest::newRow("relation") << relation({u"x"_s, u"y"_s},
                                          {literal(u"1"_s), literal(u"a"_s), literal(u"2"_s), literal(u"3"_s)})
                              << u"[{x: 1, y: 5}, {x: 2, y: 3}]"_s;
    QTest::newRow("conditional") << box(Boxed::Kind::Conditional,
                                        {literal(u"a > 1"_s), literal(u"\"big\""_s), literal(u"\"small\""_s)})
                                 << u"\"big\""_s;
    QTest::newRow("filter") << box(Boxed::Kind::Filter, {literal(u"[1, 5, 9]"_s), literal(u"item >= a"_s)})
                            << u"[5, 9]"_s;
    QTest::newRow("for") << box(Boxed::Kind::For, {literal(u"1..3"_s), literal(u"i + count(partial)"_s)}, u"i"_s)
                         << u"[1, 3, 5]"_s;
    QTest::newRow("some") << box(Boxed::Kind::Some, {literal(u"[1, 5]"_s), literal(u"i = a"_s)}, u"i"_s) << u"true"_s;
    QTest::newRow("every") << box(
        Boxed::Kind::Every, {box(Boxed::Kind::List, {literal(u"1"_s), literal(u"5"_s)}), literal(u"i = a"_s)}, u"i"_s)
                           << u"false"_s;
    const auto test = [](const QString &text) { return box(Boxed::Kind::UnaryTests, {}, text); };
    Boxed table = box(Boxed::Kind::Host,
                      {literal(u"a"_s), test(u"< 3"_s), literal(u"\"low\""_s), test(u"-"_s), literal(u"a * 100"_s)});
    table.host = std::make_shared<const TwoRules>();
    QTest::newRow("host") << table << u"500"_s;
    QTest::newRow("host in a function") << context(
        {{{u"f"_s}, function({{u"a"_s}}, table)}, {{}, literal(u"[f(1), f(4)]"_s)}})
                                        << u"[\"low\", 400]"_s;
}

void tst_FeelBoxed::isEvaluatedAsItsText()
{
    QFETCH(const Boxed, boxed);
    QFETCH(const QString, expected);

    const Result<Expression> expression = Expression::build(boxed, {{{u"a"_s, Type(Type::Kind::Number)}}});

    QVERIFY2(expression, expression ? "" : qUtf8Printable(expression.error().text));
    Evaluation evaluation;
    QCOMPARE(toText(expression->evaluate(evaluation, {Value(5)})), expected);
}

void tst_FeelBoxed::namesTheSourceOfWhatGoesWrong()
{
    Boxed part = literal(u"1 / 0"_s);
    part.source = u"entry x"_s;
    const Result<Expression> expression =
        Expression::build(context({{{u"x"_s}, part}, {{u"y"_s}, literal(u"null + 1"_s)}}), {{}, {}, u"Decision"_s});
    QVERIFY(expression);

    Evaluation evaluation;
    expression->evaluate(evaluation);

    QCOMPARE(evaluation.warnings().size(), 2);
    QCOMPARE(evaluation.warnings()[0].source, u"entry x"_s);
    QCOMPARE(evaluation.warnings()[1].source, u"Decision"_s);
}

void tst_FeelBoxed::refusesPartsThatCannotBeParsed()
{
    Boxed part = literal(u"1 +"_s);
    part.source = u"entry x"_s;

    const Result<Expression> expression = Expression::build(context({{{u"x"_s}, part}}));

    QVERIFY(!expression);
    QVERIFY2(expression.error().text.startsWith(u"entry x: 1:4: expected"), qUtf8Printable(expression.error().text));
}

void tst_FeelBoxed::callsFunctionsOfTheHost()
{
    const Value twice =
        hostFunction(u"twice"_s, {{u"n"_s, Type(Type::Kind::Number)}}, Type(Type::Kind::Number),
                     [](Evaluation &, const QList<Value> &given) { return Value(given[0].number() * Decimal(2)); });
    const Result<Expression> expression = Expression::parse(u"[twice(4), twice(n: [5]), model.twice(6)]",
                                                            {{{u"twice"_s, twice.function().type()}, {u"model"_s}}});
    QVERIFY(expression);

    Evaluation evaluation;
    const Value value = expression->evaluate(evaluation, {twice, Value(Context{{u"twice"_s, twice}})});

    QCOMPARE(toText(value), u"[8, 10, 12]"_s);
}

void tst_FeelBoxed::checksTheTypesOfFunctionsOfTheHost()
{
    const Value wrong = hostFunction(u"wrong"_s, {{u"n"_s, Type(Type::Kind::Number)}}, Type(Type::Kind::Number),
                                     [](Evaluation &, const QList<Value> &) { return Value(u"text"_s); });
    const Result<Expression> expression =
        Expression::parse(u"[wrong(1), wrong(\"a\"), wrong(), wrong(m: 1)]", {{{u"wrong"_s}}});
    QVERIFY(expression);

    Evaluation evaluation;
    const Value value = expression->evaluate(evaluation, {wrong});

    QCOMPARE(toText(value), u"[null, null, null, null]"_s);
    QCOMPARE(evaluation.warnings().size(), 4);
}

QTEST_APPLESS_MAIN(tst_FeelBoxed)
#include "tst_feel_boxed.moc"
