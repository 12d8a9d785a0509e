// Which files are DMN models: versions, imports, and what is refused.
#include "dmn_models.h"

#include <QElapsedTimer>

using namespace naru;
using namespace naru::test;

class tst_DmnModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyVersionIsRead_data();
    void everyVersionIsRead();
    void aHostileOrForeignFileIsRefused_data();
    void aHostileOrForeignFileIsRefused();
    void elementsOfOtherNamespacesArePassedOver();
    void anImportedModelIsFoundByItsNamespace();
    void anImportIsReachedThroughTwoWays();
    void anImportWithoutANameAddsItsNames();
    void typesOfAnImportAreKnownByItsName();
    void anInputDecisionOfAnImportIsGivenByItsName_data();
    void anInputDecisionOfAnImportIsGivenByItsName();
    void aCycleOfImportsIsRefused();
    void aMissingImportHindersOnlyWhatNeedsIt();
    void theDigestIsThatOfAllModels();
};

void tst_DmnModel::everyVersionIsRead_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("1.1") << u"http://www.omg.org/spec/DMN/20151101/dmn.xsd"_s;
    QTest::newRow("1.2") << u"http://www.omg.org/spec/DMN/20180521/MODEL/"_s;
    QTest::newRow("1.3") << u"https://www.omg.org/spec/DMN/20191111/MODEL/"_s;
    QTest::newRow("1.4") << u"https://www.omg.org/spec/DMN/20211108/MODEL/"_s;
    QTest::newRow("1.5") << dmn15;
    QTest::newRow("1.6") << u"https://www.omg.org/spec/DMN/20240513/MODEL/"_s;
}

void tst_DmnModel::everyVersionIsRead()
{
    QFETCH(const QString, language);
    const QString body = inputData(u"Age"_s, u"feel:number"_s) + decision(u"Next"_s, literal(u"Age + 1"_s), {u"Age"_s});

    const dmn::DecisionModel model = loaded(modelOf(body, u"urn:a"_s, language));

    QCOMPARE(model.problems().size(), 0);
    COMPARE_VALUES(model.evaluateDecision(u"Next"_s, asking(u"{Age: 20}"_s)).value, feelValue(u"21"_s));
}

void tst_DmnModel::aHostileOrForeignFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray good = modelOf(decision(u"D"_s, literal(u"1"_s)));
    QTest::newRow("empty") << QByteArray() << u"xml.malformed"_s;
    QTest::newRow("no XML") << QByteArray("PK\x03\x04") << u"xml.malformed"_s;
    QTest::newRow("cut off") << good.left(good.size() / 2) << u"xml.malformed"_s;
    QTest::newRow("a DTD") << QByteArray("<!DOCTYPE definitions [<!ENTITY a \"b\">]>") + good << u"xml.dtd"_s;
    QTest::newRow("too deep") << QByteArray(good).replace("<literalExpression>",
                                                          QByteArray("<list>").repeated(300) + "<literalExpression>")
                              << u"xml.limit"_s;
    QTest::newRow("too large") << QByteArray(good).replace("<text>", "<text>" + QByteArray(17 << 20, ' '))
                               << u"xml.limit"_s;
    QTest::newRow("another root") << QByteArray("<process xmlns=\"urn:x\"/>") << u"dmn.language"_s;
    QTest::newRow("another namespace") << modelOf({}, u"urn:a"_s, u"urn:not-dmn"_s) << u"dmn.language"_s;
}

void tst_DmnModel::aHostileOrForeignFileIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);
    QElapsedTimer clock;
    clock.start();

    const Result<dmn::DecisionModel> model = dmn::DecisionModel::load({u"a.dmn"_s, bytes});

    QVERIFY(!model);
    QCOMPARE(model.error().kind, Error::Kind::Invalid);
    QCOMPARE(model.error().code, code);
    QVERIFY(clock.elapsed() < 5000);
}

void tst_DmnModel::elementsOfOtherNamespacesArePassedOver()
{
    const QString foreign = u"<x:decision xmlns:x=\"urn:x\" id=\"D2\"><literalExpression/></x:decision>"_s;
    const QString extended =
        QString(decision(u"D"_s, literal(u"1"_s)))
            .replace(u"<literalExpression>"_s,
                     u"<extensionElements>"_s + foreign + u"</extensionElements><literalExpression>"_s);

    const dmn::DecisionModel model = loaded(modelOf(foreign + extended));

    QCOMPARE(model.decisions(), QStringList{u"D"_s});
    COMPARE_VALUES(model.evaluateDecision(u"D"_s).value, feelValue(u"1"_s));
}

namespace {

QString import(const QString &name, const QString &space)
{
    return u"<import name=\"%1\" namespace=\"%2\" importType=\"%3\"/>"_s.arg(name, space, dmn15);
}

QByteArray rates()
{
    return modelOf(u"<itemDefinition name=\"tRate\"><itemComponent name=\"of year\"><typeRef>number</typeRef>"
                   "</itemComponent></itemDefinition>"_s
                       + inputData(u"Base"_s, u"number"_s)
                       + decision(u"Twice"_s, literal(u"Base * 2"_s), {u"Base"_s}, u"number"_s)
                       + knowledge(u"plus"_s, parameter(u"x"_s, u"number"_s), literal(u"x + 1"_s)),
                   u"urn:rates"_s);
}

} // namespace

void tst_DmnModel::anImportedModelIsFoundByItsNamespace()
{
    const QByteArray main = modelOf(import(u"the rates"_s, u"urn:rates"_s)
                                    + decision(u"D"_s, literal(u"the rates.plus(the rates.Twice) + the rates.Base"_s),
                                               {u"d:urn:rates#Twice"_s, u"urn:rates#Base"_s, u"k:urn:rates#plus"_s}));
    const dmn::DecisionModel model =
        loaded(main, {{u"other.dmn"_s, modelOf({}, u"urn:other"_s)}, {u"rates.dmn"_s, rates()}});

    const auto value = [&](const QString &inputs) { return model.evaluateDecision(u"D"_s, asking(inputs)).value; };

    QCOMPARE(model.problems().size(), 0);
    COMPARE_VALUES(value(u"{Base: 10}"_s), feelValue(u"31"_s));
    COMPARE_VALUES(value(u"{\"the rates.Base\": 10}"_s), feelValue(u"31"_s));
    COMPARE_VALUES(value(u"{the rates: {Base: 10}}"_s), feelValue(u"31"_s));
    COMPARE_VALUES(value(u"{the rates: {Base: 10}, Base: 99}"_s), feelValue(u"31"_s));
    COMPARE_VALUES(value(u"{\"the rates.Twice\": 5, Base: 1}"_s), feelValue(u"7"_s));
    COMPARE_VALUES(model.evaluateDecision(u"the rates.Twice"_s, asking(u"{Base: 4}"_s)).value, feelValue(u"8"_s));
}

void tst_DmnModel::anImportIsReachedThroughTwoWays()
{
    const auto between = [](const QString &space) {
        return modelOf(import(u"r"_s, u"urn:rates"_s)
                           + decision(u"E"_s, literal(u"r.Twice + 1"_s), {u"d:urn:rates#Twice"_s}),
                       space);
    };
    const QByteArray main = modelOf(import(u"b"_s, u"urn:b"_s) + import(u"c"_s, u"urn:c"_s)
                                    + decision(u"D"_s, literal(u"[b.E, c.E]"_s), {u"d:urn:b#E"_s, u"d:urn:c#E"_s}));

    const dmn::DecisionModel model =
        loaded(main, {{u"b.dmn"_s, between(u"urn:b"_s)}, {u"c.dmn"_s, between(u"urn:c"_s)}, {u"rates.dmn"_s, rates()}});

    COMPARE_VALUES(model.evaluateDecision(u"D"_s, asking(u"{Base: 3}"_s)).value, feelValue(u"[7, 7]"_s));
}

void tst_DmnModel::anImportWithoutANameAddsItsNames()
{
    const QByteArray main = modelOf(import({}, u"urn:rates"_s)
                                    + decision(u"D"_s, literal(u"Twice + 1"_s), {u"d:urn:rates#Twice"_s}, u"number"_s));

    const dmn::DecisionModel model = loaded(main, {{u"rates.dmn"_s, rates()}});

    COMPARE_VALUES(model.evaluateDecision(u"D"_s, asking(u"{Base: 3}"_s)).value, feelValue(u"7"_s));
}

void tst_DmnModel::typesOfAnImportAreKnownByItsName()
{
    const QByteArray main = modelOf(import(u"the rates"_s, u"urn:rates"_s) + inputData(u"R"_s, u"the rates.tRate"_s)
                                    + decision(u"D"_s, literal(u"R.of year"_s), {u"R"_s}));

    const dmn::DecisionModel model = loaded(main, {{u"rates.dmn"_s, rates()}});

    QCOMPARE(model.problems().size(), 0);
    COMPARE_VALUES(model.evaluateDecision(u"D"_s, asking(u"{R: {\"of year\": 3}}"_s)).value, feelValue(u"3"_s));
    QVERIFY(model.evaluateDecision(u"D"_s, asking(u"{R: {\"of year\": \"x\"}}"_s)).value.isNull());
}

void tst_DmnModel::anInputDecisionOfAnImportIsGivenByItsName_data()
{
    QTest::addColumn<QString>("inputs");
    QTest::newRow("bare") << u"{Twice: 5}"_s;
    QTest::newRow("behind the name of the import") << u"{\"the rates.Twice\": 5}"_s;
    QTest::newRow("in a context") << u"{the rates: {Twice: 5}}"_s;
}

void tst_DmnModel::anInputDecisionOfAnImportIsGivenByItsName()
{
    QFETCH(const QString, inputs);
    const QByteArray main =
        modelOf(import(u"the rates"_s, u"urn:rates"_s)
                + decision(u"D"_s, literal(u"the rates.Twice + 1"_s), {u"d:urn:rates#Twice"_s})
                + u"<decisionService id=\"S\" name=\"S\"><variable name=\"S\"/><outputDecision href=\"#D\"/>"
                  "<inputDecision href=\"urn:rates#Twice\"/></decisionService>"_s);

    const dmn::DecisionModel model = loaded(main, {{u"rates.dmn"_s, rates()}});

    COMPARE_VALUES(model.evaluateService(u"S"_s, asking(inputs)).value, feelValue(u"6"_s));
    QVERIFY(model.evaluateDecision(u"D"_s, asking(u"{Twice: 5}"_s)).value.isNull());
}

void tst_DmnModel::aCycleOfImportsIsRefused()
{
    const QByteArray a = modelOf(import(u"b"_s, u"urn:b"_s), u"urn:a"_s);
    const QByteArray b = modelOf(import(u"c"_s, u"urn:c"_s), u"urn:b"_s);
    const QByteArray c = modelOf(import(u"a"_s, u"urn:a"_s), u"urn:c"_s);
    const QByteArray self = modelOf(import(u"self"_s, u"urn:self"_s), u"urn:self"_s);

    const Result<dmn::DecisionModel> ring =
        dmn::DecisionModel::load({u"a.dmn"_s, a}, {{u"a.dmn"_s, a}, {u"b.dmn"_s, b}, {u"c.dmn"_s, c}});
    const Result<dmn::DecisionModel> alone = dmn::DecisionModel::load({u"self.dmn"_s, self});

    QVERIFY(!ring);
    QCOMPARE(ring.error().code, u"dmn.import-cycle"_s);
    QVERIFY(!alone);
    QCOMPARE(alone.error().code, u"dmn.import-cycle"_s);
}

void tst_DmnModel::aMissingImportHindersOnlyWhatNeedsIt()
{
    const QByteArray main = modelOf(import(u"r"_s, u"urn:rates"_s) + decision(u"D"_s, literal(u"1"_s))
                                    + decision(u"E"_s, literal(u"r.Twice"_s), {u"d:urn:rates#Twice"_s}));

    const dmn::DecisionModel model = loaded(main, {{u"broken.dmn"_s, "<definitions"}});

    COMPARE_VALUES(model.evaluateDecision(u"D"_s).value, feelValue(u"1"_s));
    QVERIFY(model.evaluateDecision(u"E"_s).value.isNull());
    QStringList rules;
    for (const dmn::Problem &one : model.problems())
        rules.append(one.rule);
    QCOMPARE(rules, (QStringList{u"dmn.import"_s, u"dmn.reference"_s}));
}

void tst_DmnModel::theDigestIsThatOfAllModels()
{
    const QByteArray main = modelOf(import(u"r"_s, u"urn:rates"_s));

    const QString digest = loaded(main, {{u"rates.dmn"_s, rates()}}).digest();

    QCOMPARE(digest.size(), 64);
    QCOMPARE(loaded(main, {{u"x.dmn"_s, modelOf({}, u"urn:x"_s)}, {u"renamed.dmn"_s, rates()}}).digest(), digest);
    QVERIFY(loaded(main, {{u"rates.dmn"_s, rates() + ' '}}).digest() != digest);
    QVERIFY(loaded(main + ' ', {{u"rates.dmn"_s, rates()}}).digest() != digest);
}

QTEST_APPLESS_MAIN(tst_DmnModel)
#include "tst_dmn_model.moc"
