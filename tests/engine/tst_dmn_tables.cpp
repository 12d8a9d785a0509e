// Decision tables: hit policies, aggregations, defaults, allowed values, and that cells of constants mean what FEEL
// says.
#include "dmn_models.h"

using namespace naru;
using namespace naru::test;

class tst_DmnTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHitPolicyGives_data();
    void aHitPolicyGives();
    void noMatchGivesTheDefault_data();
    void noMatchGivesTheDefault();
    void aTableThatCannotDecideSaysWhy_data();
    void aTableThatCannotDecideSaysWhy();
    void severalOutputsAreOneContext();
    void thePriorityOfSeveralOutputsGoesByTheFirst();
    void theOrderOfATypeIsThatOfItsAllowedValues();
    void inputsMustBeAllowed_data();
    void inputsMustBeAllowed();
    void outputsMustBeAllowed();
    void aTableTellsWhichRulesFiredAndWhy();
    void aCellOfConstantsIsRead_data();
    void aCellOfConstantsIsRead();
    void compiledCellsMeanWhatFeelSays();
    void aLargeTableIsFast();
};

namespace {

const QString ordered =
    u"<output name=\"o\"><outputValues><text>\"high\", \"low\", \"none\"</text></outputValues></output>"_s;

dmn::Outcome decided(const QString &logic, const QString &inputs, const QString &types = {})
{
    return loaded(modelOf(types + inputData(u"a"_s) + inputData(u"b"_s) + decision(u"D"_s, logic, {u"a"_s, u"b"_s})))
        .evaluateDecision(u"D"_s, asking(inputs));
}

} // namespace

void tst_DmnTables::aHitPolicyGives_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("expected");
    const QString words = u"> 5 | \"low\"\n> 0 | \"high\"\n> 7 | \"none\"\n> 90 | \"high\""_s;
    const QString numbers = u"> 0 | 3\n> 5 | a - 3\n> 90 | 100"_s;
    const auto row = [](const char *name, const QString &policy, const QString &outputs, const QString &rules,
                        const QString &expected) { QTest::newRow(name) << policy << outputs << rules << expected; };
    row("unique", u"hitPolicy=\"UNIQUE\""_s, u"o"_s, u"< 5 | 1\n>= 5 | 2"_s, u"2"_s);
    row("unique is what nothing means", {}, u"o"_s, u"< 5 | 1\n>= 5 | 2"_s, u"2"_s);
    row("unique, two matches", {}, u"o"_s, u"> 5 | 1\n> 6 | 1"_s, u"null"_s);
    row("any, equal", u"hitPolicy=\"ANY\""_s, u"o"_s, u"> 5 | 1.0\n> 6 | 1"_s, u"1"_s);
    row("any, different", u"hitPolicy=\"ANY\""_s, u"o"_s, u"> 5 | 1\n> 6 | 2"_s, u"null"_s);
    row("first", u"hitPolicy=\"FIRST\""_s, u"o"_s, words, u"\"low\""_s);
    row("priority", u"hitPolicy=\"PRIORITY\""_s, ordered, words, u"\"high\""_s);
    row("rule order", u"hitPolicy=\"RULE ORDER\""_s, u"o"_s, words, u"[\"low\", \"high\", \"none\"]"_s);
    row("output order", u"hitPolicy=\"OUTPUT ORDER\""_s, ordered, words, u"[\"high\", \"low\", \"none\"]"_s);
    row("collect", u"hitPolicy=\"COLLECT\""_s, u"o"_s, numbers, u"[3, 5]"_s);
    row("sum", u"hitPolicy=\"COLLECT\" aggregation=\"SUM\""_s, u"o"_s, numbers, u"8"_s);
    row("least", u"hitPolicy=\"COLLECT\" aggregation=\"MIN\""_s, u"o"_s, numbers, u"3"_s);
    row("greatest", u"hitPolicy=\"COLLECT\" aggregation=\"MAX\""_s, u"o"_s, numbers, u"5"_s);
    row("count", u"hitPolicy=\"COLLECT\" aggregation=\"COUNT\""_s, u"o"_s, numbers, u"2"_s);
    row("count of equal outputs", u"hitPolicy=\"COLLECT\" aggregation=\"COUNT\""_s, u"o"_s, u"> 0 | 1\n> 1 | 1"_s,
        u"2"_s);
    row("least of texts", u"hitPolicy=\"COLLECT\" aggregation=\"MIN\""_s, u"o"_s, words, u"\"high\""_s);
    row("sum of one", u"hitPolicy=\"COLLECT\" aggregation=\"SUM\""_s, u"o"_s, u"> 5 | 0.10"_s, u"0.1"_s);
    row("an output of an expression", {}, u"o"_s, u"> 5 | a * 2 + b"_s, u"17"_s);
    row("an empty output", {}, u"o"_s, u"> 5 | "_s, u"null"_s);
    row("an empty cell takes all", {}, u"o"_s, u" | 4"_s, u"4"_s);
}

void tst_DmnTables::aHitPolicyGives()
{
    QFETCH(const QString, policy);
    QFETCH(const QString, outputs);
    QFETCH(const QString, rules);
    QFETCH(const QString, expected);

    const dmn::Outcome outcome = decided(table(policy, {u"a"_s}, {outputs}, rules), u"{a: 8, b: 1}"_s);

    QVERIFY2(outcome.value == feelValue(expected), qUtf8Printable(feel::toText(outcome.value) + said(outcome)));
}

void tst_DmnTables::noMatchGivesTheDefault_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("expected");
    for (const QString &policy : {u"UNIQUE"_s, u"ANY"_s, u"FIRST"_s, u"PRIORITY"_s, u"RULE ORDER"_s, u"OUTPUT ORDER"_s,
                                  u"COLLECT"_s, u"COLLECT\" aggregation=\"SUM"_s, u"COLLECT\" aggregation=\"COUNT"_s}) {
        QTest::newRow(qUtf8Printable(policy)) << policy << QString() << u"null"_s;
        QTest::newRow(qUtf8Printable(policy + u", default"_s))
            << policy << u"<defaultOutputEntry><text>b + 1</text></defaultOutputEntry>"_s << u"2"_s;
    }
}

void tst_DmnTables::noMatchGivesTheDefault()
{
    QFETCH(const QString, policy);
    QFETCH(const QString, entry);
    QFETCH(const QString, expected);
    const QString output = u"<output name=\"o\">%1</output>"_s.arg(entry);

    const dmn::Outcome outcome =
        decided(table(u"hitPolicy=\"%1\""_s.arg(policy), {u"a"_s}, {output}, u"1 | 1"_s), u"{a: 8, b: 1}"_s);

    COMPARE_VALUES(outcome.value, feelValue(expected));
    QCOMPARE(outcome.messages.isEmpty(), !outcome.value.isNull());
}

void tst_DmnTables::aTableThatCannotDecideSaysWhy_data()
{
    QTest::addColumn<QString>("logic");
    QTest::addColumn<QString>("words");
    const auto one = [](const QString &policy, const QString &rules) {
        return table(u"hitPolicy=\"%1\""_s.arg(policy), {u"a"_s}, {u"o"_s}, rules);
    };
    QTest::newRow("two where one is allowed")
        << one(u"UNIQUE"_s, u"> 1 | 1\n> 2 | 1\n< 0 | 1"_s) << u"rules 1, 2 match"_s;
    QTest::newRow("several where equal ones are") << one(u"ANY"_s, u"> 1 | 1\n> 2 | 2"_s) << u"rules 1, 2 match"_s;
    QTest::newRow("none") << one(u"FIRST"_s, u"< 1 | 1"_s) << u"expected a matching rule"_s;
    QTest::newRow("an unknown hit policy")
        << one(u"LAST"_s, u"> 1 | 1"_s) << u"expected a hit policy but found 'LAST"_s;
    QTest::newRow("a rule that is too short") << table({}, {u"a"_s, u"b"_s}, {u"o"_s}, u"1 | 2 | 3\n1 | 2"_s)
                                              << u"expected 2 input and 1 output entries but found 2 and 0"_s;
    QTest::newRow("a rule that is too long") << table({}, {u"a"_s}, {u"o"_s}, u"1 | 2 | 3"_s)
                                             << u"expected 1 input and 1 output entries but found 1 and 2"_s;
    QTest::newRow("a cell that cannot be parsed")
        << one(u"FIRST"_s, u"> 1 | 1\n[1.. | 2"_s) << u"rule[2]/inputEntry[1]"_s;
    QTest::newRow("a sum of texts") << one(u"COLLECT\" aggregation=\"SUM"_s, u"> 1 | \"x\"\n> 2 | 1"_s) << u"number"_s;
}

void tst_DmnTables::aTableThatCannotDecideSaysWhy()
{
    QFETCH(const QString, logic);
    QFETCH(const QString, words);

    const dmn::Outcome outcome = decided(logic, u"{a: 8, b: 1}"_s);

    QVERIFY(outcome.value.isNull());
    QVERIFY2(said(outcome).contains(words), qUtf8Printable(said(outcome)));
    QVERIFY(outcome.messages.first().place == u"table"_s || outcome.messages.first().place == u"D"_s);
}

void tst_DmnTables::severalOutputsAreOneContext()
{
    const QString rules = u"> 1 | 1 | \"x\"\n> 2 | 2 | \"y\""_s;
    const QStringList outputs{u"the number"_s, u"text"_s};

    COMPARE_VALUES(decided(table(u"hitPolicy=\"FIRST\""_s, {u"a"_s}, outputs, rules), u"{a: 8}"_s).value,
                   feelValue(u"{\"the number\": 1, text: \"x\"}"_s));
    COMPARE_VALUES(decided(table(u"hitPolicy=\"COLLECT\""_s, {u"a"_s}, outputs, rules), u"{a: 8}"_s).value,
                   feelValue(u"[{\"the number\": 1, text: \"x\"}, {\"the number\": 2, text: \"y\"}]"_s));
}

void tst_DmnTables::thePriorityOfSeveralOutputsGoesByTheFirst()
{
    const QStringList outputs{
        u"<output name=\"p\"><outputValues><text>3, 2, 1</text></outputValues></output>"_s,
        u"<output name=\"q\"><outputValues><text>\"a, b\", [1..2], \"c\"</text></outputValues></output>"_s};
    const QString rules = u"> 1 | 1 | \"a, b\"\n> 1 | 2 | \"c\"\n> 1 | 2 | 1.5\n> 1 | 2 | \"c\""_s;

    COMPARE_VALUES(decided(table(u"hitPolicy=\"PRIORITY\""_s, {u"a"_s}, outputs, rules), u"{a: 8}"_s).value,
                   feelValue(u"{p: 2, q: 1.5}"_s));
}

void tst_DmnTables::theOrderOfATypeIsThatOfItsAllowedValues()
{
    const QString types =
        u"<itemDefinition name=\"tLevel\"><typeRef>string</typeRef><allowedValues><text>\"z\", \"y\", \"x\""
        "</text></allowedValues></itemDefinition>"_s;
    const QString rules = u"> 1 | \"x\"\n> 1 | \"z\""_s;

    COMPARE_VALUES(
        decided(table(u"hitPolicy=\"PRIORITY\""_s, {u"a"_s}, {u"<output name=\"o\" typeRef=\"tLevel\"/>"_s}, rules),
                u"{a: 8}"_s, types)
            .value,
        feelValue(u"\"z\""_s));
}

void tst_DmnTables::inputsMustBeAllowed_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("inputs");
    QTest::addColumn<QString>("expected");
    const QString values =
        u"<input><inputExpression><text>a</text></inputExpression><inputValues><text>\"A\", \"B\"</text>"
        "</inputValues></input>"_s;
    const QString typed = u"<input><inputExpression typeRef=\"number\"><text>a</text></inputExpression></input>"_s;
    QTest::newRow("allowed") << values << u"{a: \"A\"}"_s << u"1"_s;
    QTest::newRow("not allowed") << values << u"{a: \"C\"}"_s << u"null"_s;
    QTest::newRow("null") << values << u"{a: null}"_s << u"null"_s;
    QTest::newRow("of the type") << typed << u"{a: 7}"_s << u"1"_s;
    QTest::newRow("not of the type") << typed << u"{a: \"7\"}"_s << u"null"_s;
    QTest::newRow("the only item") << typed << u"{a: [7]}"_s << u"1"_s;
}

void tst_DmnTables::inputsMustBeAllowed()
{
    QFETCH(const QString, input);
    QFETCH(const QString, inputs);
    QFETCH(const QString, expected);
    const QString logic = u"<decisionTable id=\"table\">"_s + input
        + u"<output/><rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable>"_s;

    const dmn::Outcome outcome = decided(logic, inputs);

    COMPARE_VALUES(outcome.value, feelValue(expected));
    QCOMPARE(outcome.messages.isEmpty(), !outcome.value.isNull());
}

void tst_DmnTables::outputsMustBeAllowed()
{
    const dmn::Outcome outcome = decided(table({}, {u"a"_s}, {ordered}, u"> 1 | \"other\""_s), u"{a: 8}"_s);

    QVERIFY(outcome.value.isNull());
    QVERIFY(said(outcome).contains(u"allowed output values"_s));
}

void tst_DmnTables::aTableTellsWhichRulesFiredAndWhy()
{
    const dmn::Outcome outcome = decided(table(u"hitPolicy=\"PRIORITY\""_s, {u"a"_s, u"b"_s}, {ordered},
                                               u"> 1 | - | \"low\"\n> 100 | - | \"none\"\n> 2 | \"x\" | \"high\""_s),
                                         u"{a: 8, b: \"x\"}"_s);

    QCOMPARE(outcome.tables.size(), 1);
    const dmn::TableRun &run = outcome.tables.first();
    QCOMPARE(run.place, u"table"_s);
    COMPARE_VALUES(feel::Value(run.inputs), feelValue(u"[8, \"x\"]"_s));
    QCOMPARE(run.matched, (QList<int>{0, 2}));
    QCOMPARE(run.hits, QList<int>{2});
    COMPARE_VALUES(run.result, feelValue(u"\"high\""_s));
}

void tst_DmnTables::aCellOfConstantsIsRead_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("isRead");
    for (const QString &cell :
         {u"-"_s, u""_s, u"5"_s, u" -5.50 "_s, u"\"a, b\""_s, u"true"_s, u"< 5"_s, u">=-1"_s, u"[1..2]"_s, u"(1..2)"_s,
          u"]1 .. 2["_s, u"1, 2,[3..4]"_s, u"not(1)"_s, u"not( \"a\" , \"b\" )"_s, u"date(\"2026-01-02\")"_s,
          u"<= @\"P1D\""_s, u"[date(\"2026-01-02\")..date(\"2026-02-02\")]"_s})
        QTest::newRow(qUtf8Printable(u"read: "_s + cell)) << cell << true;
    for (const QString &cell : {u"a"_s,
                                u"? > 5"_s,
                                u"5 + 1"_s,
                                u"1, \"a\""_s,
                                u"[2..1]"_s,
                                u"(1..1)"_s,
                                u"not(1), 2"_s,
                                u"null"_s,
                                u"5a"_s,
                                u"\"a"_s,
                                u"[1..a]"_s,
                                u"(5)"_s,
                                u"5,"_s,
                                u", 5"_s,
                                u"< true"_s,
                                u"[\"a\", \"b\"]"_s,
                                u"date(\"no day\")"_s,
                                u"time(\"10:00:00\")"_s,
                                u"not(null)"_s,
                                u"not()"_s,
                                u"1e3"_s,
                                u"5 6"_s,
                                u"// 5"_s,
                                u"-a"_s})
        QTest::newRow(qUtf8Printable(u"left to FEEL: "_s + cell)) << cell << false;
}

void tst_DmnTables::aCellOfConstantsIsRead()
{
    QFETCH(const QString, cell);
    QFETCH(const bool, isRead);

    QCOMPARE(dmn::constantTest(cell).has_value(), isRead);
}

namespace {

// Numbers that only look random: the same in every run.
class Dice {
public:
    int roll(int sides)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return int((m_state >> 33) % quint64(sides));
    }
    template <typename List> QString pick(const List &list) { return list[roll(int(list.size()))]; }

private:
    quint64 m_state = 20261122;
};

const QStringList constants[] = {
    {u"-3"_s, u"0"_s, u"0.0"_s, u"1"_s, u"1.00"_s, u"2.5"_s, u"12345678901234567890.5"_s},
    {u"\"\""_s, u"\"a\""_s, u"\"A\""_s, u"\"가\""_s, u"\"a, b\""_s, u"\"\\\"\""_s},
    {u"true"_s, u"false"_s},
    {u"date(\"2026-01-02\")"_s, u"@\"2026-01-03\""_s, u"date(\"2027-12-31\")"_s},
    {u"duration(\"P1D\")"_s, u"@\"PT36H\""_s, u"@\"-P1D\""_s},
    {u"@\"P1M\""_s, u"duration(\"P1Y\")"_s},
};

QString randomCell(Dice &dice, const QStringList &values)
{
    const auto one = [&] { return dice.pick(values); };
    switch (dice.roll(9)) {
    case 0:
        return u"-"_s;
    case 1:
        return dice.pick(QStringList{u"<"_s, u"<= "_s, u">"_s, u" >= "_s}) + one();
    case 2:
        return dice.pick(QStringList{u"["_s, u"("_s, u"]"_s}) + one() + u".."_s + one()
            + dice.pick(QStringList{u"]"_s, u")"_s, u"["_s});
    case 3:
        return u"not("_s + one() + u')';
    case 4:
        return u"not("_s + one() + u", "_s + one() + u", ["_s + one() + u".."_s + one() + u"])"_s;
    case 5:
        return one() + u',' + one();
    case 6:
        return u"? = "_s + one();
    default:
        return one();
    }
}

} // namespace

// Random tables of every kind of constant, asked with values of every kind: with and without the compiled cells.
void tst_DmnTables::compiledCellsMeanWhatFeelSays()
{
    Dice dice;
    QStringList asked{u"null"_s,
                      u"[1]"_s,
                      u"[]"_s,
                      u"{a: 1}"_s,
                      u"time(\"10:00:00\")"_s,
                      u"2"_s,
                      u"\"b\""_s,
                      u"date and time(\"2026-01-02T00:00:00\")"_s,
                      u"@\"2026-06-01\""_s,
                      u"@\"PT1S\""_s,
                      u"@\"P2M\""_s};
    for (const QStringList &values : constants)
        asked += values;
    int compared = 0;
    int matched = 0;
    for (int round = 0; round < 60; ++round) {
        const QStringList &first = constants[dice.roll(6)];
        const QStringList &second = constants[dice.roll(6)];
        QString rules;
        for (int rule = 0; rule < 20; ++rule)
            rules += randomCell(dice, first) + u" | "_s + randomCell(dice, second) + u" | %1\n"_s.arg(rule);
        const QByteArray bytes =
            modelOf(inputData(u"a"_s) + inputData(u"b"_s)
                    + decision(u"D"_s, table(u"hitPolicy=\"RULE ORDER\""_s, {u"a"_s, u"b"_s}, {u"o"_s}, rules),
                               {u"a"_s, u"b"_s}));
        const auto compiled = dmn::DecisionModel::load({u"c"_s, bytes}, {}, dmn::TableLogic::Matching::Compiled);
        const auto interpreted = dmn::DecisionModel::load({u"i"_s, bytes}, {}, dmn::TableLogic::Matching::Interpreted);
        QVERIFY2(compiled->problems().isEmpty(), qUtf8Printable(rules));
        for (int n = 0; n < 60; ++n) {
            dmn::Request request = asking(u"{a: "_s + (n % 3 ? dice.pick(first) : dice.pick(asked)) + u", b: "_s
                                          + (n % 3 ? dice.pick(second) : dice.pick(asked)) + u'}');
            const dmn::Outcome a = compiled->evaluateDecision(u"D"_s, request);
            const dmn::Outcome b = interpreted->evaluateDecision(u"D"_s, request);
            QVERIFY2(a.value == b.value,
                     qUtf8Printable(rules + feel::toText(feel::Value(request.inputs)) + feel::toText(a.value)
                                    + u" but "_s + feel::toText(b.value)));
            QCOMPARE(said(a), said(b));
            ++compared;
            matched += a.value.isNull() ? 0 : 1;
        }
    }
    qInfo("%d evaluations compared, %d with matches", compared, matched);
    QVERIFY(matched > compared / 4);
}

void tst_DmnTables::aLargeTableIsFast()
{
    QString rules;
    for (int i = 0; i < 2000; ++i)
        rules += u"[%1..%2) | \"k%3\" | %4\n"_s.arg(i).arg(i + 1).arg(i % 7).arg(i);
    const dmn::DecisionModel model =
        loaded(modelOf(inputData(u"a"_s) + inputData(u"b"_s)
                       + decision(u"D"_s, table({}, {u"a"_s, u"b"_s}, {u"o"_s}, rules), {u"a"_s, u"b"_s})));

    COMPARE_VALUES(model.evaluateDecision(u"D"_s, asking(u"{a: 1500.5, b: \"k2\"}"_s)).value, feelValue(u"1500"_s));
    QVERIFY(model.evaluateDecision(u"D"_s, asking(u"{a: 1500.5, b: \"k3\"}"_s)).value.isNull());
}

QTEST_APPLESS_MAIN(tst_DmnTables)
#include "tst_dmn_tables.moc"
