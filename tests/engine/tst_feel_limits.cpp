// What FEEL may not do to its host: run for ever, recurse without end, eat the memory, nest without bound. Each limit
// stops the whole evaluation with null and one warning that names it.
#include "engine/feel/expression.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>

using namespace naru;
using namespace naru::feel;

class tst_FeelLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stopWhatExplodes_data();
    void stopWhatExplodes();
    void readHostileTextsInTime_data();
    void readHostileTextsInTime();
    void leaveTheRestAlone_data();
    void leaveTheRestAlone();
    void holdOverAllExpressionsOfAnEvaluation();
    void stopPatternsThatBacktrackForEver();
    void sayTheSameThingOnce();
    void letThreadsShareAnExpression();
};

void tst_FeelLimits::stopWhatExplodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("endless loop") << u"count(for i in 1..1000000000 return null)"_s << u"memory|steps"_s;
    QTest::newRow("cross product") << u"some a in 1..10000, b in 1..10000, c in 1..10000 satisfies a + b + c < 0"_s
                                   << u"steps"_s;
    QTest::newRow("endless recursion") << u"{f: function(n) f(n + 1), r: f(1)}.r"_s << u"depth"_s;
    QTest::newRow("two that call each other") << u"{f: function(g, n) g(g, n), r: f(f, 1)}.r"_s << u"depth"_s;
    QTest::newRow("doubled text")
        << u"(for i in 1..60 return if i = 1 then \"abcdefgh\" else partial[-1] + partial[-1])[-1]"_s << u"memory"_s;
    QTest::newRow("doubled list")
        << u"(for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1]))[-1]"_s
        << u"memory|steps"_s;
    QTest::newRow("lists in lists")
        << u"for i in 1..100000 return [if i = 1 then 1 else partial[-1]]"_s << u"nesting"_s;
    QTest::newRow("lists of all before") << u"for i in 1..100000 return partial"_s << u"memory"_s;
    QTest::newRow("contexts in contexts")
        << u"for i in 1..100000 return {a: if i = 1 then 1 else partial[-1]}"_s << u"nesting"_s;
    QTest::newRow("functions in functions")
        << u"for i in 1..100000 return {p: if i = 1 then 1 else partial[-1], f: function(x) p}.f"_s << u"nesting"_s;
    QTest::newRow("lists that share their parts")
        << u"(for i in 1..40 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1]"_s << u"memory"_s;
    QTest::newRow("contexts that share their parts")
        << u"(for i in 1..40 return if i = 1 then {a: 1} else {a: partial[-1], b: partial[-1]})[-1]"_s << u"memory"_s;
    QTest::newRow("comparing large shared lists again and again")
        << u"{a: for i in 1..100000 return i, b: for i in 1..100000 return i, r: count(for i in 1..100000 return a = b)}.r"_s
        << u"steps"_s;
    QTest::newRow("sort that calls")
        << u"sort(for i in 1..100000 return i, function(x, y) (some z in 1..100000 satisfies z < 0))"_s << u"steps"_s;
}

void tst_FeelLimits::stopWhatExplodes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, named);
    const Result<Expression> expression = Expression::parse(text);
    QVERIFY2(expression, expression ? "" : qUtf8Printable(expression.error().text));
    Limits limits;
    limits.steps = 2'000'000;

    Evaluation evaluation({}, limits);
    const Value value = expression->evaluate(evaluation);

    QVERIFY(value.isNull());
    QVERIFY(evaluation.isStopped());
    const QList<Warning> warnings = evaluation.warnings();
    const auto isLimit = [](const Warning &one) { return one.kind == Warning::Kind::Limit; };
    QCOMPARE(std::count_if(warnings.begin(), warnings.end(), isLimit), 1);
    const auto limit = std::find_if(warnings.begin(), warnings.end(), isLimit);
    QVERIFY2(limit->text.contains(QRegularExpression(named)), qUtf8Printable(limit->text));
}

void tst_FeelLimits::readHostileTextsInTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("told"); // a part of the error; empty where it can be read
    const auto times = [](qsizetype count, const QString &text) { return text.repeated(count); };
    QTest::newRow("tests in tests") << times(200, u"1 in ("_s) + u'1' + times(200, u")"_s) << QString();
    QTest::newRow("tests in tests, too deep") << times(10'000, u"1 in ("_s) << u"250 levels"_s;
    QTest::newRow("tests in tests, broken") << times(100, u"1 in ("_s) + u'+' << u"expected an expression"_s;
    QTest::newRow("tests in tests, filtered") << times(60, u"1 in ("_s) + u'1' + times(60, u")[1]"_s) << QString();
    QTest::newRow("intervals in tests") << times(60, u"1 in ("_s) + u'1' + times(60, u"..2]"_s) << QString();
    QTest::newRow("equal to equal to") << times(60, u"= "_s) + u'1' << QString();
    QString shared = u"{aa: {p: 1, q: 1}"_s;
    for (char16_t c = u'a'; c < u'z'; ++c)
        shared += u", %2%2: {p: %1%1, q: %1%1}"_s.arg(QChar(c), QChar(char16_t(c + 1)));
    shared += u"}.zz"_s;
    QTest::newRow("types that share their parts") << u'[' + shared + u", "_s + shared + u']' << QString();
    QTest::newRow("above above") << times(8'000, u"> != "_s) << u"250 levels"_s;
    QTest::newRow("a long sum") << u'1' + times(300'000, u"+1"_s) << QString();
    QTest::newRow("a long list") << u"[1"_s + times(300'000, u", 1"_s) + u']' << QString();
    QTest::newRow("types in types") << u"1 instance of "_s + times(100'000, u"list<"_s) + u"number"_s << u"250 levels"_s;
    QTest::newRow("functions of functions")
        << u"1 instance of "_s + times(50'000, u"function<number>->"_s) + u"number"_s << u"250 levels"_s;
}

// Each takes a moment, or for ever where something is read again at every level.
void tst_FeelLimits::readHostileTextsInTime()
{
    QFETCH(const QString, text);
    QFETCH(const QString, told);
    const Result<Expression> expression = Expression::parse(text);
    QCOMPARE(bool(expression), told.isEmpty());
    if (!told.isEmpty())
        QVERIFY2(expression.error().text.contains(told), qUtf8Printable(expression.error().text.left(200)));
}

void tst_FeelLimits::leaveTheRestAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a long loop") << u"sum(for i in 1..100000 return i)"_s << u"5000050000"_s;
    QTest::newRow("a deep recursion") << u"{f: function(n) if n = 0 then 0 else 1 + f(n - 1), r: f(500)}.r"_s
                                      << u"500"_s;
    QTest::newRow("a list that looks back")
        << u"(for i in 1..20000 return if i = 1 then 1 else partial[-1] + 1)[-1]"_s << u"20000"_s;
    QTest::newRow("a quadratic one") << u"count(distinct values(for i in 1..1000 return i))"_s << u"1000"_s;
}

void tst_FeelLimits::leaveTheRestAlone()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const Result<Expression> expression = Expression::parse(text);
    QVERIFY(expression);

    Evaluation evaluation;
    const Value value = expression->evaluate(evaluation);

    QCOMPARE(toText(value), expected);
    QVERIFY(evaluation.warnings().isEmpty());
}

void tst_FeelLimits::holdOverAllExpressionsOfAnEvaluation()
{
    const Result<Expression> expression = Expression::parse(u"count(for i in 1..1000 return i)");
    QVERIFY(expression);
    Limits limits;
    limits.steps = 2500;
    Evaluation evaluation({}, limits);

    QVERIFY(!expression->evaluate(evaluation).isNull());
    QVERIFY(!expression->evaluate(evaluation).isNull());
    QVERIFY(expression->evaluate(evaluation).isNull());
    QVERIFY(expression->evaluate(evaluation).isNull());
    QCOMPARE(evaluation.warnings().size(), 1);
}

void tst_FeelLimits::stopPatternsThatBacktrackForEver()
{
    const Result<Expression> expression =
        Expression::parse(u"matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^(a+)+$\")");
    QVERIFY(expression);

    Evaluation evaluation;
    const Value value = expression->evaluate(evaluation);

    QVERIFY(value.isNull());
    QCOMPARE(evaluation.warnings().size(), 1);
    QCOMPARE(evaluation.warnings().first().kind, Warning::Kind::Limit);
}

void tst_FeelLimits::sayTheSameThingOnce()
{
    const Result<Expression> expression = Expression::parse(u"for i in 1..5000 return i / 0");
    QVERIFY(expression);

    Evaluation evaluation;
    expression->evaluate(evaluation);

    QCOMPARE(evaluation.warnings().size(), 1);
}

void tst_FeelLimits::letThreadsShareAnExpression()
{
    const Result<Expression> expression =
        Expression::parse(u"sum(for p in people return if p.name = \"b\" then p.age else 1)", {{{u"people"_s}}});
    QVERIFY(expression);
    const Value people = *fromText(u"[{name: \"a\", age: 5}, {name: \"b\", age: 7}]");

    std::atomic_int right = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int round = 0; round < 2000; ++round) {
                Evaluation evaluation;
                right += toText(expression->evaluate(evaluation, {people})) == u"8" ? 1 : 0;
            }
        });
    for (std::thread &one : threads)
        one.join();

    QCOMPARE(right.load(), 8000);
}

QTEST_APPLESS_MAIN(tst_FeelLimits)
#include "tst_feel_limits.moc"
