// naru feel, as an administrator's script uses it: values on stdout, what went wrong on stderr, exit status 3 for what
// cannot be parsed, and a batch that answers line by line.
#include "../support/program.h"

#include <QFileInfo>
#include <QTest>

using namespace naru::test;
using namespace Qt::StringLiterals;

namespace {

QString program()
{
    return qEnvironmentVariable("NARU_BIN") + u"/naru"_s;
}

} // namespace

class tst_FeelCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void printsTheValue_data();
    void printsTheValue();
    void answersEveryLineOfABatchAtOnce();
    void answersWhatIsNoRequestToo();
};

void tst_FeelCommand::initTestCase()
{
    if (!QFileInfo::exists(program()))
        QSKIP("expected the program naru in NARU_BIN but it is not built");
}

void tst_FeelCommand::printsTheValue_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("out");
    QTest::addColumn<int>("status");
    QTest::newRow("number") << QStringList{u"--"_s, u"1/3"_s} << u"0.3333333333333333333333333333333333\n"_s << 0;
    QTest::newRow("negative") << QStringList{u"--"_s, u"-1"_s} << u"-1\n"_s << 0;
    QTest::newRow("context") << QStringList{u"--context"_s, u"{Full Name: \"Hana\", n: 2}"_s, u"--"_s,
                                            u"Full Name + string(n)"_s}
                             << u"\"Hana2\"\n"_s << 0;
    QTest::newRow("null with a warning") << QStringList{u"--"_s, u"1/0"_s} << u"null\n"_s << 0;
    QTest::newRow("one line") << QStringList{u"--"_s, u"\"a\nb\""_s} << u"\"a\\nb\"\n"_s << 0;
    QTest::newRow("no expression") << QStringList{u"--"_s, u"1 +"_s} << QString() << 3;
    QTest::newRow("no context") << QStringList{u"--context"_s, u"{a"_s, u"--"_s, u"1"_s} << QString() << 3;
    QTest::newRow("a context that is none") << QStringList{u"--context"_s, u"5"_s, u"--"_s, u"1"_s} << QString() << 3;
    QTest::newRow("nothing") << QStringList{} << QString() << 2;
    QTest::newRow("both") << QStringList{u"--batch"_s, u"--"_s, u"1"_s} << QString() << 2;
}

void tst_FeelCommand::printsTheValue()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, out);
    QFETCH(const int, status);

    const Ran ran = runNaru(QStringList{u"feel"_s} + arguments);

    QCOMPARE(ran.out, out);
    QCOMPARE(ran.status, status);
    QCOMPARE(ran.messages.isEmpty(), status == 0 && out != u"null\n");
}

void tst_FeelCommand::answersEveryLineOfABatchAtOnce()
{
    QProcess process;
    process.start(program(), {u"feel"_s, u"--batch"_s});
    const auto ask = [&process](const QJsonObject &request) {
        process.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
        while (!process.canReadLine() && process.waitForReadyRead(60'000)) { }
        return QJsonDocument::fromJson(process.readLine()).object();
    };

    const QJsonObject first = ask({{u"id"_s, u"7"_s}, {u"expr"_s, u"a * 2"_s}, {u"context"_s, u"{a: 21}"_s}});
    const QJsonObject second = ask({{u"id"_s, 8}, {u"expr"_s, u"1 +"_s}});
    const QJsonObject third = ask({{u"id"_s, u"9"_s}, {u"expr"_s, u"[1, \"x\"]"_s}, {u"context"_s, u""_s}});
    process.closeWriteChannel();

    QCOMPARE(first, (QJsonObject{{u"id"_s, u"7"_s}, {u"value"_s, u"42"_s}, {u"errors"_s, QJsonArray{}}}));
    QCOMPARE(second.value(u"id"_s).toInt(), 8);
    QCOMPARE(second.value(u"value"_s).toString(), u"null"_s);
    QCOMPARE(second.value(u"errors"_s).toArray().size(), 1);
    QCOMPARE(third.value(u"value"_s).toString(), u"[1, \"x\"]"_s);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
}

void tst_FeelCommand::answersWhatIsNoRequestToo()
{
    QProcess process;
    process.start(program(), {u"feel"_s, u"--batch"_s});
    process.write(
        "nonsense\n{\"id\": 1}\n{\"id\": 2, \"expr\": \"1\", \"context\": \"{\"}\n{\"id\": 3, \"expr\": \"3\"}\n");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(60'000));

    const QByteArrayList lines = process.readAllStandardOutput().trimmed().split('\n');

    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(lines.size(), 4);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(QJsonDocument::fromJson(lines[i]).object().value(u"errors"_s).toArray().size(), 1);
    QCOMPARE(QJsonDocument::fromJson(lines[3]).object().value(u"value"_s).toString(), u"3"_s);
}

QTEST_GUILESS_MAIN(tst_FeelCommand)
#include "tst_feel_command.moc"
