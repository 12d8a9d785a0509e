// naru dmn: answers line by line, says everything that is wrong, leaves the right exit status.
#include "../support/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace naru::test;
using namespace Qt::StringLiterals;

class tst_DmnCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRequestGetsOneLine();
    void aRequestGives_data();
    void aRequestGives();
    void aModelThatCannotBeReadGivesNoLine_data();
    void aModelThatCannotBeReadGivesNoLine();
    void checkSaysEverything();
    void oneDecisionCanBeAskedByHand();

private:
    QString write(const QString &name, const QByteArray &content);
    Ran batch(const QString &model, const QByteArray &requests);

    QScopedPointer<QTemporaryDir> m_dir;
    QString m_model;
};

namespace {

const QByteArray head = R"(<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace=")";

const QByteArray rates = head + R"(urn:rates">
  <inputData id="base" name="Base"><variable name="Base" typeRef="number"/></inputData>
</definitions>)";

const QByteArray fees = head + R"(urn:fees">
  <import name="rates" namespace="urn:rates" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
  <inputData id="age" name="나이"><variable name="나이" typeRef="number"/></inputData>
  <decision id="fee" name="수수료"><variable name="수수료" typeRef="number"/>
    <informationRequirement><requiredInput href="#age"/></informationRequirement>
    <informationRequirement><requiredInput href="urn:rates#base"/></informationRequirement>
    <literalExpression><text>if 나이 &lt; 19 then 0 else rates.Base * 1.1</text></literalExpression></decision>
  <decision id="bad" name="Bad"><variable name="Bad"/><literalExpression><text>1 +</text></literalExpression></decision>
  <decision id="texts" name="Texts"><variable name="Texts"/><literalExpression><text>["a
b", "\"", date("2026-01-05"), 1/3]</text></literalExpression></decision>
  <decisionService id="s" name="Service"><variable name="Service"/><outputDecision href="#fee"/><inputData href="#age"/>
    <inputData href="urn:rates#base"/></decisionService>
</definitions>)";

} // namespace

void tst_DmnCommands::init()
{
    m_dir.reset(new QTemporaryDir);
    write(u"rates.dmn"_s, rates);
    write(u"broken.dmn"_s, "<definitions");
    m_model = write(u"fees.dmn"_s, fees);
}

QString tst_DmnCommands::write(const QString &name, const QByteArray &content)
{
    QFile file(m_dir->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

Ran tst_DmnCommands::batch(const QString &model, const QByteArray &requests)
{
    QProcess process;
    process.start(qEnvironmentVariable("NARU_BIN") + u"/naru"_s, {u"dmn"_s, u"evaluate"_s, model, u"--batch"_s});
    process.write(requests);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

void tst_DmnCommands::everyRequestGetsOneLine()
{
    const Ran ran = batch(m_model, R"({"id": "a", "decision": "수수료", "inputs": {"나이": "20", "Base": "1000"}}
{"id": 7, "decision": "Nobody"}
no json
{"id": "b", "decision": "Bad"}

{"id": "c", "decision": "수수료", "inputs": {"나이": "10"}})");

    QCOMPARE(ran.status, 0);
    const QStringList lines = ran.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], u"{\"errors\":[],\"id\":\"a\",\"value\":\"1100.0\"}"_s);
    QVERIFY(lines[1].contains(u"\"id\":7"_s) && lines[1].contains(u"\"value\":\"null\""_s));
    QVERIFY(lines[2].contains(u"\"id\":null"_s) && lines[2].contains(u"\"value\":\"null\""_s));
    QVERIFY(lines[3].contains(u"\"id\":\"b\""_s) && !lines[3].contains(u"\"errors\":[]"_s));
    QVERIFY(lines[4].contains(u"\"value\":\"0\""_s));
}

void tst_DmnCommands::aRequestGives_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("hasErrors");
    QTest::newRow("service") << QByteArray(R"({"service": "Service", "inputs": {"나이": "20", "Base": "0.1"}})")
                             << u"0.11"_s << false;
    QTest::newRow("values that FEEL reads again")
        << QByteArray(R"({"decision": "Texts"})")
        << u"[\"a\\nb\", \"\\\"\", date(\"2026-01-05\"), 0.3333333333333333333333333333333333]"_s << false;
    QTest::newRow("inputs that are no FEEL")
        << QByteArray(R"({"decision": "수수료", "inputs": {"나이": "2 +"}})") << u"null"_s << true;
    QTest::newRow("inputs that are no text")
        << QByteArray(R"({"decision": "수수료", "inputs": {"나이": 20}})") << u"null"_s << true;
    QTest::newRow("inputs of the wrong type")
        << QByteArray(R"({"decision": "수수료", "inputs": {"나이": "\"x\"", "Base": "1"}})") << u"1.1"_s << true;
    QTest::newRow("neither decision nor service") << QByteArray(R"({"inputs": {}})") << u"null"_s << true;
    QTest::newRow("missing inputs are null") << QByteArray(R"({"decision": "수수료"})") << u"null"_s << true;
    QTest::newRow("a given decision") << QByteArray(R"({"decision": "수수료", "inputs": {"수수료": "5"}})") << u"5"_s
                                      << false;
}

void tst_DmnCommands::aRequestGives()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QString, value);
    QFETCH(const bool, hasErrors);

    const Ran ran = batch(m_model, request + '\n');

    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.json().value(u"value"_s).toString(), value);
    QCOMPARE(!ran.json().value(u"errors"_s).toArray().isEmpty(), hasErrors);
}

void tst_DmnCommands::aModelThatCannotBeReadGivesNoLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut off") << fees.left(300);
    QTest::newRow("something else") << QByteArray("<html/>");
    QTest::newRow("a DTD") << QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]>") + rates;
    QTest::newRow("an import in a circle") << head
            + R"(urn:a"><import name="a" namespace="urn:a" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/></definitions>)";
}

void tst_DmnCommands::aModelThatCannotBeReadGivesNoLine()
{
    QFETCH(const QByteArray, content);

    const Ran ran = batch(write(u"hostile.dmn"_s, content), "{\"decision\": \"D\"}\n");

    QCOMPARE(ran.status, 3);
    QCOMPARE(ran.out, QString());
    QVERIFY(!ran.messages.isEmpty());
    QCOMPARE(batch(m_dir->filePath(u"missing.dmn"_s), {}).status, 3);
}

void tst_DmnCommands::checkSaysEverything()
{
    const QString sound = m_dir->filePath(u"rates.dmn"_s);

    const Ran good = runNaru({u"dmn"_s, u"check"_s, sound});
    const Ran bad = runNaru({u"dmn"_s, u"check"_s, m_model});
    const Ran unread = runNaru({u"dmn"_s, u"check"_s, m_dir->filePath(u"broken.dmn"_s)});
    const Ran all = runNaru({u"dmn"_s, u"check"_s, sound, m_model});

    QCOMPARE(good.status, 0);
    QCOMPARE(good.out, u"{\"file\":\"%1\",\"ok\":true,\"problems\":[]}\n"_s.arg(sound));
    QCOMPARE(bad.status, 3);
    QCOMPARE(bad.json().value(u"ok"_s).toBool(), false);
    QCOMPARE(bad.json().value(u"problems"_s).toArray().size(), 1);
    QCOMPARE(bad.json().value(u"problems"_s)[0][u"element"_s].toString(), u"bad/literalExpression[1]"_s);
    QCOMPARE(unread.status, 3);
    QCOMPARE(unread.json().value(u"problems"_s)[0][u"rule"_s].toString(), u"xml.malformed"_s);
    QCOMPARE(all.status, 3);
    QCOMPARE(all.out.count(u'\n'), 2);
}

void tst_DmnCommands::oneDecisionCanBeAskedByHand()
{
    const Ran ran = runNaru({u"dmn"_s, u"evaluate"_s, m_model, u"--decision"_s, u"수수료"_s, u"--input"_s, u"나이=20"_s,
                             u"--input"_s, u"Base = 10 "_s});

    QCOMPARE(ran.out, u"11.0\n"_s);
    QCOMPARE(runNaru({u"dmn"_s, u"evaluate"_s, m_model}).status, 2);
}

QTEST_GUILESS_MAIN(tst_DmnCommands)
#include "tst_dmn_commands.moc"
