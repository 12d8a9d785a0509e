// The rules of the robots that calculate: rows with their law, to the last won.
#include "run/robots/rules.h"
#include "run/robots/values.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace naru::run {

namespace {

QString source() { return qEnvironmentVariable("NARU_SOURCE"); }

struct Answers {
    int status = -1;
    QList<QJsonObject> lines;
};

Answers answersTo(const QString &file)
{
    QProcess process;
    process.start(qEnvironmentVariable("NARU_BIN") + u"/naru"_s, {u"robot"_s, u"golden"_s, file});
    if (!process.waitForFinished(60'000))
        return {};
    Answers out{process.exitCode(), {}};
    for (const QByteArray &line : process.readAllStandardOutput().split('\n'))
        if (!line.isEmpty())
            out.lines.append(QJsonDocument::fromJson(line).object());
    return out;
}

Answers answersToText(const QByteArray &rows)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"rows.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(rows) != rows.size())
        return {};
    file.close();
    return answersTo(file.fileName());
}

} // namespace

class tst_Golden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRowOfTheLawIsMetToTheWon();
    void everyRobotIsSound_data();
    void everyRobotIsSound();
    void exactness_data();
    void exactness();
    void whatCannotBeAnsweredIsSaid_data();
    void whatCannotBeAnsweredIsSaid();
};

void tst_Golden::initTestCase()
{
    if (source().isEmpty())
        QSKIP("NARU_SOURCE is not set");
    qputenv("NARU_ROBOTS", (source() + u"/robots"_s).toUtf8());
    qputenv("NARU_FORMS", (source() + u"/forms"_s).toUtf8());
}

void tst_Golden::everyRowOfTheLawIsMetToTheWon()
{
    const QString shared = qEnvironmentVariable("NARU_SHARED", source() + u"/../shared"_s);
    QFile file(shared + u"/domain/golden.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared rows (domain/golden.json) are not here");
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();

    const Answers answers = answersTo(file.fileName());

    QCOMPARE(answers.status, 0);
    QCOMPARE(answers.lines.size(), rows.size());
    QStringList wrong;
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (answers.lines[i].value(u"got"_s) != rows[i][u"expect"_s] || answers.lines[i].value(u"case"_s) != rows[i][u"case"_s])
            wrong.append(rows[i][u"robot"_s].toString() + u' ' + rows[i][u"case"_s].toString());
    QCOMPARE(wrong, QStringList());
    qInfo("%d rows", int(rows.size()));
}

void tst_Golden::everyRobotIsSound_data()
{
    QTest::addColumn<QString>("folder");
    for (const QString &name : QDir(source() + u"/robots"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (name != u"personnel-order") // has tests of its own
            QTest::newRow(qPrintable(name)) << source() + u"/robots/"_s + name;
}

void tst_Golden::everyRobotIsSound()
{
    QFETCH(const QString, folder);

    const LoadedRobot loaded = loadRobot(folder, {});

    for (const RobotProblem &one : loaded.problems)
        qWarning() << one.file << one.element << one.text;
    QVERIFY(loaded.problems.isEmpty());
    QVERIFY(!loaded.robot.decisions.isEmpty());
    QVERIFY(!loaded.robot.title(u"en"_s).isEmpty());
}

// Where rounding first, or a binary fraction, would give another won.
void tst_Golden::exactness_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("got");
    QTest::newRow("the month is floored after the sum")
        << QByteArray(R"({"robot": "시간외수당", "input": {"year": 2026, "grade": "9", "days": [["WD", 119], ["WD", 119], ["WD", 119]]}})")
        << QByteArray(R"({"minutes": 177, "hours": 2, "amount": 21898, "amount_10": 21890})");
    QTest::newRow("one hour is taken off before the cap of four")
        << QByteArray(R"({"robot": "시간외수당", "input": {"year": 2026, "grade": "7", "days": [["WD", 300]]}})")
        << QByteArray(R"({"minutes": 240, "hours": 4, "amount": 49472, "amount_10": 49470})");
    QTest::newRow("the eighth grade had 55 of 100 in 2025")
        << QByteArray(R"({"robot": "시간외수당", "input": {"year": 2025, "grade": "8", "days": [["HOL", 60]]}})")
        << QByteArray(R"({"minutes": 60, "hours": 1, "amount": 10729, "amount_10": 10720})");
    QTest::newRow("an area of 33.3333333333333333333 is no binary fraction")
        << QByteArray(R"({"robot": "공유재산 대부료", "input": {"price": 30000000000000000000, "area": 33.3333333333333333333, "rate": 1, "months": 12}})")
        << QByteArray(R"({"year": {"$feel": "9999999999999999990"}, "seven": {"$feel": "9999999999999999990"}})");
    QTest::newRow("four hours less a second") << QByteArray(R"({"robot": "관내여비", "input": {"trips": [[3.99999999999999999999, 0]]}})") << QByteArray(R"({"amount": 10000})");
    QTest::newRow("a month of the pension's old limit") << QByteArray(R"({"robot": "4대보험 본인부담", "input": {"pay": 6590000, "year": 2026, "month": 6}})")
        << QByteArray(R"({"pension": 302570, "health": 236910, "ltc": 31120, "employ": 59310, "total": 629910})");
    QTest::newRow("a share of two thirds is rounded once") << QByteArray(R"({"robot": "보조금 정산", "input": {"grant": 1000, "interest": 0, "spent": 999, "share": "2/3"}})")
        << QByteArray(R"({"confirmed": 666, "refund": 334})");
}

void tst_Golden::exactness()
{
    QFETCH(const QByteArray, row);
    QFETCH(const QByteArray, got);

    const Answers answers = answersToText("[" + row + "]");

    QCOMPARE(answers.lines.size(), 1);
    QCOMPARE(QJsonDocument(answers.lines.first().value(u"got"_s).toObject()).toJson(), QJsonDocument(QJsonDocument::fromJson(got).object()).toJson());
}

void tst_Golden::whatCannotBeAnsweredIsSaid_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("lines");
    QTest::newRow("no such robot") << QByteArray(R"([{"robot": "없음", "case": "1", "input": {}}])") << 1;
    QTest::newRow("a year without rates") << QByteArray(R"([{"robot": "4대보험 본인부담", "case": "1", "input": {"pay": 1, "year": 2040, "month": 1}}])") << 1;
    QTest::newRow("no input") << QByteArray(R"([{"robot": "변상금", "case": "1"}])") << 1;
    QTest::newRow("a text for a number") << QByteArray(R"([{"robot": "변상금", "case": "1", "input": {"year": "천"}}])") << 1;
    QTest::newRow("a number that is none") << QByteArray(R"([{"robot": "변상금", "case": "1", "input": {"year": 1.2.3}}])") << 1;
    QTest::newRow("no list") << QByteArray(R"({"robot": "변상금"})") << 0;
    QTest::newRow("no JSON") << QByteArray("rows") << 0;
    QTest::newRow("one of two") << QByteArray(R"([{"robot": "변상금", "case": "1", "input": {"year": 100}}, {"robot": "없음", "case": "2", "input": {}}])") << 2;
}

void tst_Golden::whatCannotBeAnsweredIsSaid()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const int, lines);

    const Answers answers = answersToText(rows);

    QCOMPARE(answers.status, 3);
    QCOMPARE(answers.lines.size(), lines);
    if (lines > 0) {
        QVERIFY(!answers.lines.last().value(u"errors"_s).toArray().isEmpty());
        QVERIFY(answers.lines.last().value(u"got"_s).isNull());
    }
}

} // namespace naru::run

QTEST_GUILESS_MAIN(naru::run::tst_Golden)
#include "tst_golden.moc"
