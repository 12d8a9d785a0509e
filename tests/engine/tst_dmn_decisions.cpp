// Decisions, knowledge, services, and boxed expressions in execution.
#include "dmn_models.h"

#include <QThread>

using namespace naru;
using namespace naru::test;

class tst_DmnDecisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBoxedExpressionGives_data();
    void aBoxedExpressionGives();
    void anInputOfTheWrongTypeIsNullAndSaidSo_data();
    void anInputOfTheWrongTypeIsNullAndSaidSo();
    void aResultIsFittedToItsType_data();
    void aResultIsFittedToItsType();
    void valuesBeyondTheAllowedOnesAreNull_data();
    void valuesBeyondTheAllowedOnesAreNull();
    void oneDecisionThatCannotBeParsedStopsNoOther();
    void aGivenDecisionReplacesItsLogic();
    void surplusInputsArePassedOver();
    void anUnknownDecisionGivesNullAndAMessage();
    void membersWithBlanksAreKnownFromTheLogicBelow();
    void aDecisionWithoutLogicIsNull();
    void aDecisionSeesOnlyWhatItRequires();
    void requirementsInACircleAreNullAndTheRestIsNot();
    void aChainOfRequirementsMayBeLong();
    void knowledgeIsCalled_data();
    void knowledgeIsCalled();
    void knowledgeMayCallItself();
    void endlessKnowledgeIsStopped();
    void knowledgeOutlivesItsModel();
    void aTableAloneHasItsInputsAsParameters();
    void externalJavaFunctionsAreKnown();
    void aServiceIsEvaluated_data();
    void aServiceIsEvaluated();
    void aServiceIsAFunctionOfItsInputs_data();
    void aServiceIsAFunctionOfItsInputs();
    void limitsMakeTheWholeNull();
    void threadsShareAModel();
    void theInputsBelowADecisionAreNamed();
};

void tst_DmnDecisions::aBoxedExpressionGives_data()
{
    QTest::addColumn<QString>("logic");
    QTest::addColumn<QString>("expected");
    const QString two = literal(u"2"_s);
    const auto entry = [](const QString &name, const QString &value) {
        const QString variable = name.isEmpty() ? QString() : u"<variable name=\"%1\"/>"_s.arg(name);
        return u"<contextEntry>"_s + variable + value + u"</contextEntry>"_s;
    };
    const auto in = [](const QString &tag, const QString &feel) {
        return u"<%1>"_s.arg(tag) + literal(feel) + u"</%1>"_s.arg(tag);
    };
    QTest::newRow("literal") << two << u"2"_s;
    QTest::newRow("an empty literal") << literal(u" "_s) << u"null"_s;
    QTest::newRow("context") << u"<context>"_s + entry(u"a b"_s, two) + entry(u"c"_s, literal(u"a b + 1"_s))
            + u"</context>"_s << u"{\"a b\": 2, c: 3}"_s;
    QTest::newRow("context with a result")
        << u"<context>"_s + entry(u"a b"_s, two) + entry({}, literal(u"a b * 5"_s)) + u"</context>"_s << u"10"_s;
    QTest::newRow("list") << u"<list>"_s + two + literal(u"\"x\""_s) + u"<list/></list>"_s << u"[2, \"x\", []]"_s;
    QTest::newRow("relation") << u"<relation><column name=\"a b\"/><column name=\"c\"/><row>"_s + two + two
            + u"</row><row>"_s + literal(u"3"_s) + literal(u"null"_s) + u"</row></relation>"_s
                              << u"[{\"a b\": 2, c: 2}, {\"a b\": 3, c: null}]"_s;
    const QString arms = in(u"then"_s, u"\"yes\""_s) + in(u"else"_s, u"\"no\""_s) + u"</conditional>"_s;
    QTest::newRow("conditional") << u"<conditional>"_s + in(u"if"_s, u"1 < 2"_s) + arms << u"\"yes\""_s;
    QTest::newRow("conditional, false") << u"<conditional>"_s + in(u"if"_s, u"1 > 2"_s) + arms << u"\"no\""_s;
    QTest::newRow("conditional, null") << u"<conditional>"_s + in(u"if"_s, u"null"_s) + arms << u"\"no\""_s;
    QTest::newRow("filter") << u"<filter>"_s + in(u"in"_s, u"[1, 2, 3]"_s) + in(u"match"_s, u"item > 1"_s)
            + u"</filter>"_s << u"[2, 3]"_s;
    QTest::newRow("filter of contexts") << u"<filter>"_s + in(u"in"_s, u"[{a: 1}, {a: 2}]"_s)
            + in(u"match"_s, u"a = 2"_s)
            + u"</filter>"_s << u"[{a: 2}]"_s;
    QTest::newRow("for") << u"<for iteratorVariable=\"a b\">"_s + in(u"in"_s, u"[1, 2]"_s)
            + in(u"return"_s, u"a b * 2"_s)
            + u"</for>"_s << u"[2, 4]"_s;
    QTest::newRow("for with what came before") << u"<for iteratorVariable=\"i\">"_s + in(u"in"_s, u"[1, 2, 3]"_s)
            + in(u"return"_s, u"i + count(partial)"_s)
            + u"</for>"_s << u"[1, 3, 5]"_s;
    QTest::newRow("some") << u"<some iteratorVariable=\"i\">"_s + in(u"in"_s, u"[1, 2]"_s)
            + in(u"satisfies"_s, u"i > 1"_s)
            + u"</some>"_s << u"true"_s;
    QTest::newRow("every") << u"<every iteratorVariable=\"i\">"_s + in(u"in"_s, u"[1, 2]"_s)
            + in(u"satisfies"_s, u"i > 1"_s)
            + u"</every>"_s << u"false"_s;
    const QString function = u"<functionDefinition>"_s + parameter(u"x y"_s, u"number"_s) + literal(u"x y + 1"_s)
        + u"</functionDefinition>"_s;
    QTest::newRow("function") << u"<context>"_s + entry(u"f"_s, function) + entry({}, literal(u"f(4)"_s))
            + u"</context>"_s << u"5"_s;
    QTest::newRow("invocation") << u"<context>"_s + entry(u"f"_s, function)
            + entry({},
                    u"<invocation>"_s + literal(u"f"_s) + u"<binding><parameter name=\"x y\"/>"_s + two
                        + u"</binding></invocation>"_s)
            + u"</context>"_s << u"3"_s;
    QTest::newRow("invocation, unknown parameter") << u"<context>"_s + entry(u"f"_s, function)
            + entry({},
                    u"<invocation>"_s + literal(u"f"_s) + u"<binding><parameter name=\"z\"/>"_s + two
                        + u"</binding></invocation>"_s)
            + u"</context>"_s << u"null"_s;
    QTest::newRow("invocation of a built-in function") << u"<invocation>"_s + literal(u"abs"_s)
            + u"<binding><parameter name=\"n\"/>"_s + literal(u"-3"_s)
            + u"</binding></invocation>"_s << u"3"_s;
    QTest::newRow("a table inside a list inside a context") << u"<context>"_s
            + entry(u"a"_s,
                    u"<list>"_s + table({}, {u"1 + 1"_s}, {u"o"_s}, u"2 | \"two\"\n3 | \"three\""_s) + u"</list>"_s)
            + u"</context>"_s << u"{a: [\"two\"]}"_s;
}

void tst_DmnDecisions::aBoxedExpressionGives()
{
    QFETCH(const QString, logic);
    QFETCH(const QString, expected);

    const dmn::DecisionModel model = loaded(modelOf(decision(u"D"_s, logic)));

    const dmn::Outcome outcome = model.evaluateDecision(u"D"_s);
    QVERIFY2(outcome.value == feelValue(expected), qUtf8Printable(feel::toText(outcome.value) + said(outcome)));
    QCOMPARE(model.problems().size(), 0);
}

void tst_DmnDecisions::anInputOfTheWrongTypeIsNullAndSaidSo_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("seen");
    QTest::newRow("text for a number") << u"number"_s << u"\"21\""_s << u"null"_s;
    QTest::newRow("number for a text") << u"string"_s << u"21"_s << u"null"_s;
    QTest::newRow("a list of one") << u"number"_s << u"[21]"_s << u"21"_s;
    QTest::newRow("a list of two") << u"number"_s << u"[21, 22]"_s << u"null"_s;
    QTest::newRow("a date for a date and time")
        << u"date and time"_s << u"date(\"2026-01-02\")"_s << u"date and time(\"2026-01-02T00:00:00Z\")"_s;
    QTest::newRow("a context that lacks a member") << u"tPair"_s << u"{a: 1}"_s << u"null"_s;
    QTest::newRow("a context with more members")
        << u"tPair"_s << u"{a: 1, b: \"x\", c: 0}"_s << u"{a: 1, b: \"x\", c: 0}"_s;
    QTest::newRow("a member of the wrong type") << u"tPair"_s << u"{a: \"1\", b: \"x\"}"_s << u"null"_s;
    QTest::newRow("an item of the wrong type") << u"tNumbers"_s << u"[1, \"2\"]"_s << u"null"_s;
    QTest::newRow("nothing") << u"number"_s << u"null"_s << u"null"_s;
}

void tst_DmnDecisions::anInputOfTheWrongTypeIsNullAndSaidSo()
{
    QFETCH(const QString, type);
    QFETCH(const QString, value);
    QFETCH(const QString, seen);
    const QString types =
        u"<itemDefinition name=\"tPair\"><itemComponent name=\"a\"><typeRef>number</typeRef></itemComponent>"
        "<itemComponent name=\"b\"><typeRef>string</typeRef></itemComponent></itemDefinition>"
        "<itemDefinition name=\"tNumbers\" isCollection=\"true\"><typeRef>number</typeRef></itemDefinition>"_s;

    const dmn::DecisionModel model =
        loaded(modelOf(types + inputData(u"I"_s, type) + decision(u"D"_s, literal(u"[I]"_s), {u"I"_s})));
    const dmn::Outcome outcome = model.evaluateDecision(u"D"_s, asking(u"{I: "_s + value + u'}'));

    COMPARE_VALUES(outcome.value, feelValue(u'[' + seen + u']'));
    QCOMPARE(outcome.messages.isEmpty(), seen != u"null" || value == u"null");
    if (!outcome.messages.isEmpty())
        QCOMPARE(outcome.messages.first().place, u"I"_s);
}

void tst_DmnDecisions::aResultIsFittedToItsType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("logic");
    QTest::addColumn<QString>("expected");
    QTest::newRow("as it is") << u"number"_s << u"1 + 1"_s << u"2"_s;
    QTest::newRow("the only item") << u"number"_s << u"[2]"_s << u"2"_s;
    QTest::newRow("another kind") << u"string"_s << u"1 + 1"_s << u"null"_s;
    QTest::newRow("another kind in a list") << u"tNumbers"_s << u"[1, \"x\"]"_s << u"null"_s;
    QTest::newRow("null in a list") << u"tNumbers"_s << u"[1, null]"_s << u"[1, null]"_s;
    QTest::newRow("Any") << u"Any"_s << u"[1, \"x\"]"_s << u"[1, \"x\"]"_s;
    QTest::newRow("a type that nobody knows") << u"tNobody"_s << u"1"_s << u"1"_s;
}

void tst_DmnDecisions::aResultIsFittedToItsType()
{
    QFETCH(const QString, type);
    QFETCH(const QString, logic);
    QFETCH(const QString, expected);
    const QString types =
        u"<itemDefinition name=\"tNumbers\" isCollection=\"true\"><typeRef>number</typeRef></itemDefinition>"_s;

    const dmn::Outcome outcome =
        loaded(modelOf(types + decision(u"D"_s, literal(logic), {}, type))).evaluateDecision(u"D"_s);

    COMPARE_VALUES(outcome.value, feelValue(expected));
    QCOMPARE(outcome.messages.isEmpty(), !outcome.value.isNull());
}

void tst_DmnDecisions::valuesBeyondTheAllowedOnesAreNull_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isAllowed");
    const QString grade = u"<typeRef>string</typeRef><allowedValues><text>\"A\", \"B\"</text></allowedValues>"_s;
    const QString plain = u"<itemDefinition name=\"t\">%1</itemDefinition>"_s;
    QTest::newRow("one of them") << plain.arg(grade) << u"\"B\""_s << true;
    QTest::newRow("none of them") << plain.arg(grade) << u"\"C\""_s << false;
    QTest::newRow("null") << plain.arg(grade) << u"null"_s << true;
    const QString range = u"<typeRef>number</typeRef><allowedValues><text>[1..5)</text></allowedValues>"_s;
    QTest::newRow("in a range") << plain.arg(range) << u"4.99"_s << true;
    QTest::newRow("out of a range") << plain.arg(range) << u"5"_s << false;
    const QString expression =
        u"<typeRef>string</typeRef><allowedValues><text>string length(?) = 3</text></allowedValues>"_s;
    QTest::newRow("an expression that holds") << plain.arg(expression) << u"\"abc\""_s << true;
    QTest::newRow("an expression that does not") << plain.arg(expression) << u"\"ab\""_s << false;
    const QString many = u"<itemDefinition name=\"t\" isCollection=\"true\">%1</itemDefinition>"_s;
    QTest::newRow("every item is one") << many.arg(grade) << u"[\"A\", \"B\", \"A\"]"_s << true;
    QTest::newRow("an item is none") << many.arg(grade) << u"[\"A\", \"X\"]"_s << false;
    const QString whole = u"<typeRef>number</typeRef><typeConstraint><text>count(?) &lt; 3</text></typeConstraint>"_s;
    QTest::newRow("the whole list may be so") << many.arg(whole) << u"[1, 2]"_s << true;
    QTest::newRow("the whole list may not") << many.arg(whole) << u"[1, 2, 3]"_s << false;
    const QString member =
        u"<itemDefinition name=\"t\"><itemComponent name=\"g\">%1</itemComponent></itemDefinition>"_s;
    QTest::newRow("a member is one") << member.arg(grade) << u"{g: \"A\"}"_s << true;
    QTest::newRow("a member is none") << member.arg(grade) << u"{g: \"X\"}"_s << false;
    const QString derived =
        u"<itemDefinition name=\"t\"><typeRef>base</typeRef></itemDefinition><itemDefinition name=\"base\">%1</itemDefinition>"_s;
    QTest::newRow("one of the base") << derived.arg(grade) << u"\"A\""_s << true;
    QTest::newRow("none of the base") << derived.arg(grade) << u"\"X\""_s << false;
}

void tst_DmnDecisions::valuesBeyondTheAllowedOnesAreNull()
{
    QFETCH(const QString, definition);
    QFETCH(const QString, value);
    QFETCH(const bool, isAllowed);
    const dmn::DecisionModel model =
        loaded(modelOf(definition + inputData(u"I"_s, u"t"_s) + decision(u"D"_s, literal(u"[I]"_s), {u"I"_s})));

    const dmn::Outcome outcome = model.evaluateDecision(u"D"_s, asking(u"{I: "_s + value + u'}'));

    QCOMPARE(model.problems().size(), 0);
    COMPARE_VALUES(outcome.value, feelValue(u'[' + (isAllowed ? value : u"null"_s) + u']'));
    QCOMPARE(outcome.messages.isEmpty(), isAllowed);
}

void tst_DmnDecisions::oneDecisionThatCannotBeParsedStopsNoOther()
{
    const dmn::DecisionModel model = loaded(
        modelOf(decision(u"Bad"_s, literal(u"1 + (2"_s)) + decision(u"Good"_s, literal(u"1 + 2"_s))
                + decision(u"Above"_s, literal(u"if Bad = null then Good else 0"_s), {u"d:Bad"_s, u"d:Good"_s})));

    const dmn::Outcome bad = model.evaluateDecision(u"Bad"_s);

    QVERIFY(bad.value.isNull());
    QCOMPARE(bad.messages.size(), 1);
    QCOMPARE(bad.messages.first().place, u"Bad"_s);
    COMPARE_VALUES(model.evaluateDecision(u"Good"_s).value, feelValue(u"3"_s));
    COMPARE_VALUES(model.evaluateDecision(u"Above"_s).value, feelValue(u"3"_s));
    QCOMPARE(model.problems().size(), 1);
    QCOMPARE(model.problems().first().rule, u"feel.syntax"_s);
}

void tst_DmnDecisions::aGivenDecisionReplacesItsLogic()
{
    const dmn::DecisionModel model = loaded(modelOf(decision(u"A"_s, literal(u"1"_s), {}, u"number"_s)
                                                    + decision(u"B"_s, literal(u"A + 1"_s), {u"d:A"_s})));

    COMPARE_VALUES(model.evaluateDecision(u"B"_s).value, feelValue(u"2"_s));
    COMPARE_VALUES(model.evaluateDecision(u"B"_s, asking(u"{A: 10}"_s)).value, feelValue(u"11"_s));
    COMPARE_VALUES(model.evaluateDecision(u"A"_s, asking(u"{A: 10}"_s)).value, feelValue(u"10"_s));
    QVERIFY(!model.evaluateDecision(u"B"_s, asking(u"{A: \"x\"}"_s)).messages.isEmpty());
}

void tst_DmnDecisions::surplusInputsArePassedOver()
{
    const dmn::DecisionModel model =
        loaded(modelOf(inputData(u"Other"_s, u"number"_s) + decision(u"D"_s, literal(u"1"_s))));

    const dmn::Outcome outcome = model.evaluateDecision(u"D"_s, asking(u"{Nobody: 1, Other: \"no number\"}"_s));

    COMPARE_VALUES(outcome.value, feelValue(u"1"_s));
    QCOMPARE(outcome.messages.size(), 0);
}

void tst_DmnDecisions::anUnknownDecisionGivesNullAndAMessage()
{
    const dmn::DecisionModel model = loaded(modelOf(decision(u"D"_s, literal(u"1"_s))));

    for (const dmn::Outcome &outcome : {model.evaluateDecision(u"E"_s), model.evaluateService(u"D"_s)}) {
        QVERIFY(outcome.value.isNull());
        QCOMPARE(outcome.messages.size(), 1);
        QCOMPARE(outcome.messages.first().kind, feel::Warning::Kind::UnknownName);
    }
}

void tst_DmnDecisions::membersWithBlanksAreKnownFromTheLogicBelow()
{
    const QString context =
        u"<context><contextEntry><variable name=\"monthly fee\"/>"_s + literal(u"7"_s) + u"</contextEntry></context>"_s;

    const dmn::DecisionModel model =
        loaded(modelOf(decision(u"The Loan"_s, context).replace(u"id=\"The Loan\""_s, u"id=\"l\""_s)
                       + decision(u"D"_s, literal(u"The Loan.monthly fee + 1"_s), {u"d:l"_s})));

    COMPARE_VALUES(model.evaluateDecision(u"D"_s).value, feelValue(u"8"_s));
}

void tst_DmnDecisions::aDecisionWithoutLogicIsNull()
{
    const dmn::DecisionModel model = loaded(modelOf(decision(u"D"_s, {})));

    QVERIFY(model.evaluateDecision(u"D"_s).value.isNull());
    COMPARE_VALUES(model.evaluateDecision(u"D"_s, asking(u"{D: 5}"_s)).value, feelValue(u"5"_s));
}

void tst_DmnDecisions::aDecisionSeesOnlyWhatItRequires()
{
    const dmn::DecisionModel model = loaded(
        modelOf(inputData(u"I"_s) + decision(u"D"_s, literal(u"I"_s)) + decision(u"E"_s, literal(u"I"_s), {u"I"_s})));

    QVERIFY(model.evaluateDecision(u"D"_s, asking(u"{I: 1}"_s)).value.isNull());
    COMPARE_VALUES(model.evaluateDecision(u"E"_s, asking(u"{I: 1}"_s)).value, feelValue(u"1"_s));
}

void tst_DmnDecisions::requirementsInACircleAreNullAndTheRestIsNot()
{
    const dmn::DecisionModel model = loaded(
        modelOf(decision(u"A"_s, literal(u"B"_s), {u"d:B"_s}) + decision(u"B"_s, literal(u"C"_s), {u"d:C"_s})
                + decision(u"C"_s, literal(u"A"_s), {u"d:A"_s}) + decision(u"D"_s, literal(u"[A, 1]"_s), {u"d:A"_s})
                + decision(u"Self"_s, literal(u"Self"_s), {u"d:Self"_s})));

    QVERIFY(model.evaluateDecision(u"B"_s).value.isNull());
    QVERIFY(said(model.evaluateDecision(u"B"_s)).contains(u"without a cycle"_s));
    QVERIFY(model.evaluateDecision(u"Self"_s).value.isNull());
    COMPARE_VALUES(model.evaluateDecision(u"D"_s).value, feelValue(u"[null, 1]"_s));
    QCOMPARE(model.evaluateDecision(u"B"_s, asking(u"{A: 3}"_s)).value.isNull(), true);
}

void tst_DmnDecisions::aChainOfRequirementsMayBeLong()
{
    QString body = decision(u"d0"_s, literal(u"1"_s));
    for (int i = 1; i <= 20'000; ++i)
        body += decision(u"d%1"_s.arg(i), literal(u"d%1 + 1"_s.arg(i - 1)), {u"d:d%1"_s.arg(i - 1)});

    const dmn::DecisionModel model = loaded(modelOf(body));

    COMPARE_VALUES(model.evaluateDecision(u"d20000"_s).value, feelValue(u"20001"_s));
}

void tst_DmnDecisions::knowledgeIsCalled_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("expected");
    QTest::newRow("by position") << u"twice it(4)"_s << u"8"_s;
    QTest::newRow("by name") << u"twice it(the n: 4)"_s << u"8"_s;
    QTest::newRow("a list of one") << u"twice it([4])"_s << u"8"_s;
    QTest::newRow("of another kind") << u"twice it(\"4\")"_s << u"null"_s;
    QTest::newRow("with too many") << u"twice it(1, 2)"_s << u"null"_s;
    QTest::newRow("with too few") << u"twice it()"_s << u"null"_s;
    QTest::newRow("through another") << u"more(1)"_s << u"4"_s;
    QTest::newRow("with a result of another kind") << u"wrong(1)"_s << u"null"_s;
    QTest::newRow("that cannot be parsed") << u"broken(1)"_s << u"null"_s;
    QTest::newRow("that does not say that it calls itself") << u"sum to(4)"_s << u"10"_s;
    QTest::newRow("whose parameter hides what it requires") << u"hiding(4)"_s << u"8"_s;
    QTest::newRow("as a value") << u"(for f in [twice it, more] return f(5))"_s << u"[10, 12]"_s;
}

void tst_DmnDecisions::knowledgeIsCalled()
{
    QFETCH(const QString, call);
    QFETCH(const QString, expected);
    const QString n = parameter(u"the n"_s, u"number"_s);
    const QString body = knowledge(u"twice it"_s, n, literal(u"the n * 2"_s), {}, u"number"_s)
                             .replace(u"id=\"twice it\""_s, u"id=\"t\""_s)
        + knowledge(u"more"_s, n, literal(u"twice it(the n + 1)"_s), {u"k:t"_s})
        + knowledge(u"wrong"_s, n, literal(u"\"x\""_s), {}, u"number"_s) + knowledge(u"broken"_s, n, literal(u"1 +"_s))
        + knowledge(u"sum to"_s, n, literal(u"if the n < 1 then 0 else the n + sum to(the n - 1)"_s))
              .replace(u"id=\"sum to\""_s, u"id=\"s\""_s)
        + knowledge(u"hiding"_s, parameter(u"twice it"_s), literal(u"twice it + 4"_s), {u"k:t"_s})
        + decision(u"D"_s, literal(call),
                   {u"k:t"_s, u"k:more"_s, u"k:wrong"_s, u"k:broken"_s, u"k:s"_s, u"k:hiding"_s});

    const dmn::Outcome outcome = loaded(modelOf(body)).evaluateDecision(u"D"_s);

    QVERIFY2(outcome.value == feelValue(expected), qUtf8Printable(said(outcome)));
    QCOMPARE(outcome.messages.isEmpty(), !outcome.value.isNull());
}

void tst_DmnDecisions::knowledgeMayCallItself()
{
    const QString body =
        knowledge(u"f"_s, parameter(u"n"_s, u"number"_s), literal(u"if n < 2 then 1 else n * f(n - 1)"_s), {u"k:f"_s})
        + decision(u"D"_s, literal(u"f(20)"_s), {u"k:f"_s});

    const dmn::DecisionModel model = loaded(modelOf(body));

    QCOMPARE(model.problems().size(), 0);
    COMPARE_VALUES(model.evaluateDecision(u"D"_s).value, feelValue(u"2432902008176640000"_s));
}

void tst_DmnDecisions::endlessKnowledgeIsStopped()
{
    const QString body = knowledge(u"f"_s, parameter(u"n"_s), literal(u"g(n) + 1"_s), {u"k:g"_s})
        + knowledge(u"g"_s, parameter(u"n"_s), literal(u"f(n) + 1"_s), {u"k:f"_s})
        + decision(u"D"_s, literal(u"f(1)"_s), {u"k:f"_s});

    const dmn::Outcome outcome = loaded(modelOf(body)).evaluateDecision(u"D"_s);

    QVERIFY(outcome.value.isNull());
    QVERIFY(!outcome.messages.isEmpty());
    QCOMPARE(outcome.messages.last().kind, feel::Warning::Kind::Limit);
}

void tst_DmnDecisions::knowledgeOutlivesItsModel()
{
    feel::Value function;
    {
        const dmn::DecisionModel model = loaded(modelOf(knowledge(u"f"_s, parameter(u"n"_s), literal(u"n + 1"_s))
                                                        + decision(u"D"_s, literal(u"f"_s), {u"k:f"_s})));
        function = model.evaluateDecision(u"D"_s).value;
    }

    feel::Evaluation evaluation;
    COMPARE_VALUES(function.function().invoke(evaluation, {feelValue(u"1"_s)}), feelValue(u"2"_s));
}

void tst_DmnDecisions::aTableAloneHasItsInputsAsParameters()
{
    const QString body = knowledge(u"f"_s, {}, table({}, {u"a"_s, u"b"_s}, {u"o"_s}, u"1 | 2 | \"hit\"\n- | 3 | a"_s))
        + decision(u"D"_s, literal(u"[f(1, 2), f(b: 3, a: 7)]"_s), {u"k:f"_s});

    COMPARE_VALUES(loaded(modelOf(body)).evaluateDecision(u"D"_s).value, feelValue(u"[\"hit\", 7]"_s));
}

void tst_DmnDecisions::externalJavaFunctionsAreKnown()
{
    const QString java = u"<context><contextEntry><variable name=\"class\"/>"_s + literal(u"\"java.lang.Math\""_s)
        + u"</contextEntry><contextEntry><variable name=\"method signature\"/>"_s
        + literal(u"\"max(double, double)\""_s) + u"</contextEntry></context>"_s;
    QString body = knowledge(u"biggest"_s, parameter(u"a"_s, u"number"_s) + parameter(u"b"_s, u"number"_s), java)
        + decision(u"D"_s, literal(u"biggest(3, 9)"_s), {u"k:biggest"_s});
    body.replace(u"<encapsulatedLogic>"_s, u"<encapsulatedLogic kind=\"Java\">"_s);

    const dmn::Outcome outcome = loaded(modelOf(body)).evaluateDecision(u"D"_s);

    QVERIFY2(outcome.value == feelValue(u"9"_s), qUtf8Printable(said(outcome)));
}

namespace {

// In1 and In2 feed Mid; Mid and Given feed Out1; Out2 needs In1 alone.
QByteArray serviceModel()
{
    const auto reference = [](const QString &tag, const QString &id) { return u"<%1 href=\"#%2\"/>"_s.arg(tag, id); };
    const auto service = [](const QString &name, const QString &variable, const QString &parts) {
        return u"<decisionService id=\"%1\" name=\"%1\"><variable name=\"%1\"%2/>"_s.arg(name, variable) + parts
            + u"</decisionService>"_s;
    };
    const QString mid = reference(u"encapsulatedDecision"_s, u"Mid"_s);
    const QString given = reference(u"inputDecision"_s, u"Given"_s);
    const QString data = reference(u"inputData"_s, u"In1"_s) + reference(u"inputData"_s, u"In2"_s);
    const QString out1 = reference(u"outputDecision"_s, u"Out1"_s);
    const QString out2 = reference(u"outputDecision"_s, u"Out2"_s);
    return modelOf(inputData(u"In1"_s, u"number"_s) + inputData(u"In2"_s, u"number"_s)
                   + decision(u"Mid"_s, literal(u"In1 * 10 + In2"_s), {u"In1"_s, u"In2"_s})
                   + decision(u"Given"_s, literal(u"5000"_s), {}, u"number"_s)
                   + decision(u"Out1"_s, literal(u"[Mid, Given]"_s), {u"d:Mid"_s, u"d:Given"_s})
                   + decision(u"Out2"_s, literal(u"In1 + 1"_s), {u"In1"_s})
                   + service(u"one"_s, {}, out1 + mid + given + data)
                   + service(u"two"_s, {}, out1 + out2 + mid + given + data) + service(u"bare"_s, {}, out1)
                   + service(u"typed"_s, u" typeRef=\"string\""_s, out2 + data) + service(u"none"_s, {}, mid)
                   + decision(u"ByPosition"_s, literal(u"one(1, 2, 3)"_s), {u"k:one"_s})
                   + decision(u"ByName"_s, literal(u"one(Given: 3, In2: 2, In1: 1)"_s), {u"k:one"_s})
                   + decision(u"Several"_s, literal(u"two(1, 2, 3).Out2"_s), {u"k:two"_s})
                   + decision(u"Result"_s, literal(u"two(1, 2, 3) instance of context<Out2: number>"_s), {u"k:two"_s})
                   + decision(u"Wrong"_s, literal(u"one(\"x\", 2, 3)"_s), {u"k:one"_s})
                   + decision(u"TooFew"_s, literal(u"one(1)"_s), {u"k:one"_s})
                   + decision(u"Mapped"_s, literal(u"for i in [1, 2] return one(i, 0, 0)"_s), {u"k:one"_s}));
}

} // namespace

void tst_DmnDecisions::aServiceIsEvaluated_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("inputs");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one output") << u"one"_s << u"{In1: 1, In2: 2, Given: 3}"_s << u"[12, 3]"_s;
    QTest::newRow("an input decision is not computed") << u"one"_s << u"{In1: 1, In2: 2}"_s << u"[12, null]"_s;
    QTest::newRow("an encapsulated decision cannot be given")
        << u"one"_s << u"{In1: 1, In2: 2, Given: 3, Mid: 0}"_s << u"[12, 3]"_s;
    QTest::newRow("several outputs") << u"two"_s << u"{In1: 1, In2: 2, Given: 3}"_s << u"{Out1: [12, 3], Out2: 2}"_s;
    QTest::newRow("inputs that are not listed are found") << u"bare"_s << u"{In1: 1, In2: 2}"_s << u"[12, 5000]"_s;
    QTest::newRow("an input of the wrong type") << u"one"_s << u"{In1: \"1\", In2: 2, Given: 3}"_s << u"[null, 3]"_s;
    QTest::newRow("a result of the wrong type") << u"typed"_s << u"{In1: 1}"_s << u"null"_s;
    QTest::newRow("without an output") << u"none"_s << u"{In1: 1}"_s << u"null"_s;
}

void tst_DmnDecisions::aServiceIsEvaluated()
{
    QFETCH(const QString, service);
    QFETCH(const QString, inputs);
    QFETCH(const QString, expected);

    const dmn::Outcome outcome = loaded(serviceModel()).evaluateService(service, asking(inputs));

    QVERIFY2(outcome.value == feelValue(expected), qUtf8Printable(feel::toText(outcome.value) + said(outcome)));
    QVERIFY(!outcome.value.isNull() || !outcome.messages.isEmpty());
}

void tst_DmnDecisions::aServiceIsAFunctionOfItsInputs_data()
{
    QTest::addColumn<QString>("decision");
    QTest::addColumn<QString>("expected");
    QTest::newRow("input data before input decisions") << u"ByPosition"_s << u"[12, 3]"_s;
    QTest::newRow("by name") << u"ByName"_s << u"[12, 3]"_s;
    QTest::newRow("several outputs are a context") << u"Several"_s << u"2"_s;
    QTest::newRow("the context has their types") << u"Result"_s << u"true"_s;
    QTest::newRow("an argument of the wrong type") << u"Wrong"_s << u"null"_s;
    QTest::newRow("too few") << u"TooFew"_s << u"null"_s;
    QTest::newRow("again and again") << u"Mapped"_s << u"[[10, 0], [20, 0]]"_s;
}

void tst_DmnDecisions::aServiceIsAFunctionOfItsInputs()
{
    QFETCH(const QString, decision);
    QFETCH(const QString, expected);

    // What is given to the decision does not leak into the service.
    const dmn::Outcome outcome = loaded(serviceModel()).evaluateDecision(decision, asking(u"{Mid: 0, In1: 77}"_s));

    QVERIFY2(outcome.value == feelValue(expected), qUtf8Printable(feel::toText(outcome.value) + said(outcome)));
}

void tst_DmnDecisions::limitsMakeTheWholeNull()
{
    const dmn::DecisionModel model =
        loaded(modelOf(decision(u"A"_s, literal(u"count(for i in 1..100000 return i)"_s))
                       + decision(u"D"_s, literal(u"if A = null then 1 else 2"_s), {u"d:A"_s})));
    dmn::Request request;
    request.limits.steps = 1000;

    const dmn::Outcome outcome = model.evaluateDecision(u"D"_s, request);

    QVERIFY(outcome.value.isNull());
    QCOMPARE(outcome.messages.last().kind, feel::Warning::Kind::Limit);
    COMPARE_VALUES(model.evaluateDecision(u"D"_s).value, feelValue(u"2"_s));
}

void tst_DmnDecisions::threadsShareAModel()
{
    const dmn::DecisionModel model = loaded(serviceModel());
    QList<QThread *> threads;
    std::atomic_int right = 0;

    for (int i = 0; i < 4; ++i)
        threads.append(QThread::create([&model, &right, i] {
            for (int n = 0; n < 500; ++n) {
                const dmn::Outcome outcome =
                    model.evaluateService(u"one"_s, asking(u"{In1: %1, In2: 2, Given: 3}"_s.arg(i)));
                right += outcome.value == feelValue(u"[%1, 3]"_s.arg(i * 10 + 2)) ? 1 : 0;
            }
        }));
    for (QThread *one : std::as_const(threads))
        one->start();
    for (QThread *one : std::as_const(threads))
        one->wait();
    qDeleteAll(threads);

    QCOMPARE(right.load(), 2000);
}

void tst_DmnDecisions::theInputsBelowADecisionAreNamed()
{
    const dmn::DecisionModel model = loaded(serviceModel());

    QStringList names;
    const QList<feel::Parameter> inputs = model.inputsOf(u"Out1"_s);
    for (const feel::Parameter &one : inputs)
        names.append(one.name + u": "_s + one.type.name());

    QCOMPARE(names, (QStringList{u"In1: number"_s, u"In2: number"_s}));
    QCOMPARE(model.inputsOf(u"Nobody"_s).size(), 0);
}

QTEST_APPLESS_MAIN(tst_DmnDecisions)
#include "tst_dmn_decisions.moc"
