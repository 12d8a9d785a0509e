// Everything that is wrong with a model is said at once, each thing with its element and rule.
#include "dmn_models.h"

using namespace naru;
using namespace naru::test;

class tst_DmnCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aProblemIsFound_data();
    void aProblemIsFound();
    void everythingIsSaidAtOnce();
    void aSoundModelHasNoProblem();
};

namespace {

QString item(const QString &name, const QString &content)
{
    return u"<itemDefinition name=\"%1\">%2</itemDefinition>"_s.arg(name, content);
}

QString strings(const dmn::DecisionModel &model, bool warnings)
{
    QStringList found;
    const QList<dmn::Problem> problems = dmn::check(model);
    for (const dmn::Problem &one : problems)
        if (one.isWarning == warnings)
            found.append(one.rule + u' ' + one.element);
    return found.join(u", "_s);
}

} // namespace

void tst_DmnCheck::aProblemIsFound_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("problems");
    QTest::addColumn<QString>("warnings");
    const QString ok = decision(u"D"_s, literal(u"1"_s));
    const auto row = [](const char *name, const QString &body, const QString &problems, const QString &warnings = {}) {
        QTest::newRow(name) << body << problems << warnings;
    };
    row("a reference to nothing", decision(u"D"_s, literal(u"1"_s), {u"d:Nobody"_s, u"Gone"_s}),
        u"dmn.reference D/informationRequirement[1], dmn.reference D/informationRequirement[2]"_s);
    row("a reference into a model that is not imported", decision(u"D"_s, literal(u"1"_s), {u"d:urn:x#E"_s}),
        u"dmn.reference D/informationRequirement[1]"_s);
    row("the same id again", ok + QString(ok).replace(u"name=\"D\""_s, u"name=\"E\""_s), u"dmn.id D"_s);
    row("the same name again", ok + QString(ok).replace(u"id=\"D\""_s, u"id=\"E\""_s), u"dmn.name E"_s);
    row("no name", u"<decision id=\"D\"/>"_s, u"dmn.name D"_s);
    row("an unknown type", inputData(u"I"_s, u"tNobody"_s), u"dmn.type I"_s);
    row("an unknown type of a type", item(u"t"_s, u"<typeRef>tNobody</typeRef>"_s), u"dmn.type m/itemDefinition[1]"_s);
    row("a type that contains itself",
        item(u"a"_s, u"<typeRef>b</typeRef>"_s) + item(u"b"_s, u"<typeRef>a</typeRef>"_s),
        u"dmn.type-cycle m/itemDefinition[2]"_s);
    row("allowed values that cannot be parsed",
        item(u"t"_s, u"<typeRef>number</typeRef><allowedValues id=\"v\"><text>[1..</text></allowedValues>"_s),
        u"feel.syntax v"_s);
    row("FEEL that cannot be parsed, twice",
        decision(u"D"_s, u"<list>"_s + literal(u"1 +"_s) + literal(u"2"_s) + literal(u"(3"_s) + u"</list>"_s),
        u"feel.syntax D/list[1]/literalExpression[1], feel.syntax D/list[1]/literalExpression[3]"_s);
    row("another language",
        decision(u"D"_s,
                 u"<literalExpression id=\"l\" expressionLanguage=\"urn:python\"><text>1</text></literalExpression>"_s),
        u"dmn.language l"_s);
    row("requirements in a circle",
        decision(u"A"_s, literal(u"B"_s), {u"d:B"_s}) + decision(u"B"_s, literal(u"A"_s), {u"d:A"_s}),
        u"dmn.cycle A, dmn.cycle B"_s);
    row("a missing import", u"<import id=\"i\" name=\"x\" namespace=\"urn:x\" importType=\"%1\"/>"_s.arg(dmn15),
        u"dmn.import i"_s);
    row("an import of something else",
        u"<import id=\"i\" name=\"x\" namespace=\"urn:x\" importType=\"http://www.dmg.org/PMML-4_2\"/>"_s, {},
        u"dmn.import i"_s);
    row("an unknown hit policy", decision(u"D"_s, table(u"hitPolicy=\"LAST\""_s, {u"1"_s}, {u"o"_s}, u"1 | 1"_s)),
        u"dmn.hit-policy table"_s);
    row("rules with too many and too few cells",
        decision(u"D"_s, table({}, {u"1"_s}, {u"o"_s}, u"1 | 1\n1 | 1 | 1\n1"_s)),
        u"dmn.cells table/rule[2], dmn.cells table/rule[3]"_s);
    row("a row with too few cells",
        decision(u"D"_s,
                 u"<relation><column name=\"a\"/><column name=\"b\"/><row id=\"r\">"_s + literal(u"1"_s)
                     + u"</row></relation>"_s),
        u"dmn.cells r"_s);
    row("a sum of several outputs",
        decision(u"D"_s,
                 table(u"hitPolicy=\"COLLECT\" aggregation=\"SUM\""_s, {u"1"_s}, {u"o"_s, u"p"_s}, u"1 | 1 | 1"_s)),
        u"dmn.aggregation table"_s);
    row("outputs of the same name",
        decision(u"D"_s, table(u"hitPolicy=\"FIRST\""_s, {u"1"_s}, {u"o"_s, u"o"_s}, u"- | 1 | 1"_s)),
        u"dmn.name table/output[2]"_s);
    row("rules that overlap", decision(u"D"_s, table({}, {u"1"_s}, {u"o"_s}, u"< 5 | 1\n>= 5 | 2\n[4..4] | 3"_s)), {},
        u"dmn.overlap table/rule[3]"_s);
    row("rules that only seem to overlap",
        decision(u"D"_s, table({}, {u"1"_s, u"2"_s}, {u"o"_s}, u"< 5 | true | 1\n>= 5 | true | 2\n- | false | 3"_s)),
        {});
    row("days with none between",
        decision(u"D"_s, table({}, {u"1"_s}, {u"o"_s}, u"<= @\"2026-01-31\" | 1\n>= @\"2026-02-01\" | 2"_s)), {});
    row("a gap", decision(u"D"_s, table({}, {u"1"_s}, {u"o"_s}, u"< 5 | 1\n> 5 | 2"_s)), {}, u"dmn.gap table"_s);
    row("a gap that FEEL alone can see", decision(u"D"_s, table({}, {u"1"_s}, {u"o"_s}, u"< 5 | 1\n? > 5 | 2"_s)), {});
    row("a priority without order",
        decision(u"D"_s, table(u"hitPolicy=\"PRIORITY\""_s, {u"1"_s}, {u"o"_s}, u"- | 1"_s)), {},
        u"dmn.output-values table"_s);
    row("a service without an output", u"<decisionService id=\"S\" name=\"S\"/>"_s, u"dmn.service S"_s);
    row("a variable of another name", QString(ok).replace(u"variable name=\"D\""_s, u"variable name=\"X\""_s), {},
        u"dmn.variable D"_s);
    row("a function of an unknown kind",
        knowledge(u"K"_s, {}, literal(u"1"_s))
            .replace(u"<encapsulatedLogic>"_s, u"<encapsulatedLogic id=\"e\" kind=\"Ruby\">"_s),
        u"dmn.function-kind e"_s);
    row("entries of the same name",
        decision(u"D"_s,
                 u"<context><contextEntry><variable name=\"a\"/>"_s + literal(u"1"_s)
                     + u"</contextEntry><contextEntry><variable id=\"v\" name=\"a\"/>"_s + literal(u"2"_s)
                     + u"</contextEntry></context>"_s),
        u"dmn.name v"_s);
}

void tst_DmnCheck::aProblemIsFound()
{
    QFETCH(const QString, body);
    QFETCH(const QString, problems);
    QFETCH(const QString, warnings);

    const dmn::DecisionModel model = loaded(modelOf(body));

    QCOMPARE(strings(model, false), problems);
    QCOMPARE(strings(model, true), warnings);
}

void tst_DmnCheck::everythingIsSaidAtOnce()
{
    const dmn::DecisionModel model = loaded(
        modelOf(inputData(u"I"_s, u"tNobody"_s) + decision(u"D"_s, literal(u"1 +"_s), {u"d:Gone"_s}, u"tNeither"_s)
                + knowledge(u"K"_s, {}, table(u"hitPolicy=\"X\""_s, {u"1"_s}, {u"o"_s}, u"(( | 1"_s))));

    QCOMPARE(strings(model, false),
             u"dmn.type I, dmn.type D, dmn.reference D/informationRequirement[1], dmn.hit-policy table, "
             "feel.syntax table/rule[1]/inputEntry[1], feel.syntax D/literalExpression[1]"_s);
}

void tst_DmnCheck::aSoundModelHasNoProblem()
{
    const dmn::DecisionModel model = loaded(modelOf(
        item(u"t"_s, u"<typeRef>string</typeRef><allowedValues><text>\"A\", \"B\"</text></allowedValues>"_s)
        + inputData(u"I"_s, u"t"_s)
        + decision(
            u"D"_s,
            u"<decisionTable><input><inputExpression typeRef=\"t\"><text>I</text></inputExpression><inputValues><text>"
            "\"A\", \"B\"</text></inputValues></input><output/><rule><inputEntry><text>\"A\"</text></inputEntry>"
            "<outputEntry><text>1</text></outputEntry></rule><rule><inputEntry><text>not(\"A\")</text></inputEntry>"
            "<outputEntry><text>2</text></outputEntry></rule></decisionTable>"_s,
            {u"I"_s})));

    QCOMPARE(strings(model, false), QString());
    QCOMPARE(strings(model, true), QString());
}

QTEST_APPLESS_MAIN(tst_DmnCheck)
#include "tst_dmn_check.moc"
