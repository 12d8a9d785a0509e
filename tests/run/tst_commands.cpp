// The command line as administrators script it: exit status, output, and what the office holds afterwards.
#include "support/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace naru::test;
using namespace Qt::StringLiterals;

namespace {

const char units[] = "code,name,kind,level,parent,valid_from,valid_to,predecessors\n"
                     "A000000,가람시,본청,기관,,2020-01-01,,\n"
                     "A010000,행정국,본청,실국,A000000,2020-01-01,,\n"
                     "A010100,총무과,본청,과,A010000,2020-01-01,,\n"
                     "A010200,인사과,본청,과,A010000,2020-01-01,,\n"
                     "A020000,교통국,본청,실국,A000000,2020-01-01,2026-06-30,\n"
                     "A030000,교통정책국,본청,실국,A000000,2026-07-01,,A020000\n"
                     "A030100,버스과,본청,과,A030000,2020-01-01,,\n";
const char people[] = "emp_no,name,hanja,grade,series,unit,post,account,valid_from\n"
                      "20110001,이민수,李民秀,지방행정주사,행정,A010100,담당,minsu,2024-01-01\n"
                      "20110002,김하나,,지방행정주사보,행정,A010100,담당,hana,2024-01-01\n"
                      "20110003,김하나,,지방행정주사보,행정,A010200,담당,hana2,2024-01-01\n"
                      "20050001,박과장,,지방서기관,행정,A010100,과장,,2024-01-01\n";

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_office = path(u"office.naru"_s);
        write(u"units.csv"_s, units);
        write(u"people.csv"_s, people);
        QCOMPARE(runNaru({u"office"_s, u"create"_s, m_office}).status, 0);
        QCOMPARE(naru({u"import"_s, u"units"_s, path(u"units.csv"_s)}).status, 0);
        QCOMPARE(naru({u"import"_s, u"people"_s, path(u"people.csv"_s)}).status, 0);
    }

    void saysTheExitStatusOfTheContract_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("help") << QStringList{u"--help"_s} << 0;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0;
        QTest::newRow("no command") << QStringList{} << 2;
        QTest::newRow("unknown command") << QStringList{u"fly"_s} << 2;
        QTest::newRow("unknown option") << QStringList{u"plan"_s, u"list"_s, u"--fast"_s} << 2;
        QTest::newRow("day that is none") << QStringList{u"show"_s, u"person"_s, u"20110001"_s, u"--as-of"_s, u"2026-02-30"_s} << 2;
        QTest::newRow("file that is not there") << QStringList{u"plan"_s, u"personnel-order"_s, u"/nonexistent.pdf"_s} << 3;
        QTest::newRow("person that is not there") << QStringList{u"show"_s, u"person"_s, u"99999999"_s} << 3;
        QTest::newRow("plan that is not there") << QStringList{u"apply"_s, u"p-000000000000"_s} << 3;
        QTest::newRow("actor without a right") << QStringList{u"--actor"_s, u"20110001"_s, u"import"_s, u"units"_s, u"units.csv"_s} << 5;
        QTest::newRow("actor who is nobody") << QStringList{u"--actor"_s, u"1"_s, u"plan"_s, u"list"_s} << 5;
    }

    void saysTheExitStatusOfTheContract()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, status);

        QCOMPARE(naru(arguments).status, status);
    }

    void refusesToMakeAnOfficeOverAnother()
    {
        QCOMPARE(runNaru({u"office"_s, u"create"_s, m_office}).status, 6);
    }

    void importsTheSameFileTwiceWithoutAChange()
    {
        const Ran again = naru({u"import"_s, u"people"_s, path(u"people.csv"_s), u"--json"_s});

        QCOMPARE(again.status, 0);
        QCOMPARE(again.json().value(u"changed"_s).toInt(), 0);
    }

    void namesTheBadRowAndImportsNothing()
    {
        QByteArray many = "emp_no,name,hanja,grade,series,unit,post,account,valid_from\n";
        for (int row = 2; row <= 5000; ++row)
            many += QByteArray::number(30000000 + row) + ",홍길동,,지방행정서기,행정," + (row == 4812 ? "Z999" : "A010100")
                + ",담당,,2024-01-01\n";
        write(u"many.csv"_s, many);

        const Ran ran = naru({u"import"_s, u"people"_s, path(u"many.csv"_s)});

        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.messages.contains(u"4812"_s), qPrintable(ran.messages));
        QVERIFY(ran.messages.contains(u"'unit'"_s));
        QVERIFY(ran.messages.contains(u"Z999"_s));
        QCOMPARE(naru({u"show"_s, u"person"_s, u"30000002"_s}).status, 3);
    }

    void movesAPersonAndFindsTheWayBack()
    {
        const Ran plan = planOf("연번,소속,직급,성명,발령사항,발령일\n1,총무과,지방행정주사,이민수,인사과 근무를 명함,2026-07-29\n");
        QCOMPARE(plan.status, 0);
        const QString id = plan.json().value(u"plan"_s).toString();
        const Ran before = naru({u"show"_s, u"person"_s, u"20110001"_s, u"--json"_s});

        QCOMPARE(naru({u"apply"_s, id}).status, 0);

        QCOMPARE(unitOf(u"20110001"_s, u"2026-07-28"_s), u"A010100"_s);
        QCOMPARE(unitOf(u"20110001"_s, u"2026-07-29"_s), u"A010200"_s);
        const Ran back = naru({u"revert"_s, id, u"--json"_s});
        QCOMPARE(back.status, 0);
        QCOMPARE(naru({u"apply"_s, back.json().value(u"plan"_s).toString()}).status, 0);
        QCOMPARE(naru({u"show"_s, u"person"_s, u"20110001"_s, u"--json"_s}).out, before.out);
        QCOMPARE(naru({u"journal"_s, u"verify"_s}).status, 0);
    }

    void appliesTwiceAsOnce()
    {
        const Ran plan = planOf("연번,소속,직급,성명,발령사항,발령일\n1,총무과,지방행정주사,이민수,인사과 근무를 명함,2026-07-29\n");
        const QString id = plan.json().value(u"plan"_s).toString();

        QCOMPARE(naru({u"apply"_s, id}).status, 0);
        const Ran again = naru({u"apply"_s, id, u"--json"_s});

        QCOMPARE(again.status, 0);
        QCOMPARE(again.json().value(u"repeated"_s).toBool(), true);
    }

    void keepsARepeatedOrderFromMovingAgain()
    {
        const char order[] = "연번,소속,직급,성명,발령사항,발령일\n1,총무과,지방행정주사,이민수,인사과 근무를 명함,2026-07-29\n";
        QCOMPARE(naru({u"apply"_s, planOf(order).json().value(u"plan"_s).toString()}).status, 0);

        const Ran again = planOf(order);

        QCOMPARE(again.status, 0);
        QCOMPARE(again.json().value(u"lines"_s).toArray().first().toObject().value(u"status"_s).toString(), u"no_change"_s);
    }

    void booksAFutureDay()
    {
        const Ran plan = planOf("연번,소속,직급,성명,발령사항,발령일\n1,총무과,지방행정주사,이민수,인사과 근무를 명함,2099-01-04\n");

        const Ran applied = naru({u"apply"_s, plan.json().value(u"plan"_s).toString(), u"--json"_s});

        QCOMPARE(applied.status, 0);
        QVERIFY(applied.json().value(u"booked"_s).toInt() > 0);
        QCOMPARE(unitOf(u"20110001"_s, u"2099-01-03"_s), u"A010100"_s);
        QCOMPARE(unitOf(u"20110001"_s, u"2099-01-04"_s), u"A010200"_s);
        QCOMPARE(naru({u"apply"_s, u"--due"_s, u"--json"_s}).list().size(), 0);
        const Ran back = naru({u"revert"_s, plan.json().value(u"plan"_s).toString(), u"--json"_s});
        QCOMPARE(naru({u"apply"_s, back.json().value(u"plan"_s).toString()}).status, 0);
        QCOMPARE(unitOf(u"20110001"_s, u"2099-01-04"_s), u"A010100"_s);
        QCOMPARE(naru({u"bookings"_s, u"--json"_s}).list().size(), 0);
    }

    void asksAboutHomonymsAndTakesTheAnswer()
    {
        const Ran plan = planOf("연번,직급,성명,발령사항,발령일\n1,지방행정주사보,김하나,버스과 근무를 명함,2026-07-29\n");
        QCOMPARE(plan.status, 4);
        const QString id = plan.json().value(u"plan"_s).toString();
        QCOMPARE(naru({u"apply"_s, id}).status, 4);
        QCOMPARE(unitOf(u"20110002"_s, u"2026-07-29"_s), u"A010100"_s);
        write(u"answers.json"_s, "[{\"line\": 1, \"emp_no\": \"20110003\"}]");

        const Ran applied = naru({u"apply"_s, id, u"--answers"_s, path(u"answers.json"_s), u"--json"_s});

        QCOMPARE(applied.status, 0);
        QVERIFY(applied.json().value(u"digest"_s).toString() != plan.json().value(u"digest"_s).toString());
        QCOMPARE(unitOf(u"20110003"_s, u"2026-07-29"_s), u"A030100"_s);
        QCOMPARE(unitOf(u"20110002"_s, u"2026-07-29"_s), u"A010100"_s);
    }

    void namesTheConflictWhenTheOfficeHasMoved()
    {
        const Ran first = planOf("연번,소속,직급,성명,발령사항,발령일\n1,총무과,지방행정주사,이민수,인사과 근무를 명함,2026-07-29\n");
        const Ran second = planOf("연번,소속,직급,성명,발령사항,발령일\n1,총무과,지방행정주사,이민수,버스과 근무를 명함,2026-08-03\n");
        QCOMPARE(naru({u"apply"_s, first.json().value(u"plan"_s).toString()}).status, 0);

        const Ran late = naru({u"apply"_s, second.json().value(u"plan"_s).toString()});

        QCOMPARE(late.status, 6);
        QVERIFY2(late.messages.contains(u"assignment:20110001-1"_s), qPrintable(late.messages));
        QCOMPARE(unitOf(u"20110001"_s, u"2026-08-03"_s), u"A010200"_s);
    }

    void neverPrintsARegistrationNumber()
    {
        const Ran plan = planOf("연번,소속,직급,성명,주민등록번호,발령사항,발령일\n1,총무과,지방행정주사,이민수,800101-1234567,인사과 근무를 명함,2026-07-29\n");

        QVERIFY(!plan.out.contains(u"1234567"_s));
        QVERIFY(plan.out.contains(u"800101-1******"_s));
        QFile database(m_office);
        QVERIFY(database.open(QIODevice::ReadOnly));
        QVERIFY(!database.readAll().contains("800101-1234567"));
    }

    void saysInKoreanWhatIsWrongWithTheWords_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown option") << QStringList{u"plan"_s, u"list"_s, u"--fast"_s} << u"모르는 말이 더 있습니다: --fast"_s;
        QTest::newRow("missing file") << QStringList{u"document"_s, u"show"_s} << u"빠진 것이 있습니다: FILE"_s;
        QTest::newRow("missing command") << QStringList{u"office"_s} << u"'naru office' 뒤에 명령이 있어야 합니다"_s;
        QTest::newRow("not a number") << QStringList{u"search"_s, u"도로"_s, u"--limit"_s, u"x"_s} << u"값이 맞지 않습니다: --limit = x"_s;
    }
    void saysInKoreanWhatIsWrongWithTheWords()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, words);
        const Ran run = runNaru(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.messages.contains(words), qPrintable(run.messages));
    }

    void helpsInKorean_data()
    {
        QTest::addColumn<QStringList>("command");
        for (const char *one : {"", "plan personnel-order", "apply", "trigger add", "schedule add", "document convert", "office create"})
            QTest::newRow(one) << QString::fromLatin1(one).split(u' ', Qt::SkipEmptyParts);
    }
    void helpsInKorean()
    {
        QFETCH(const QStringList, command);
        const Ran run = runNaru(command + QStringList{u"--help"_s});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.out.contains(u"쓰는 법: naru"_s), qPrintable(run.out));
        static const QRegularExpression english(u"\\b(Usage|Options|Positionals|Subcommands|REQUIRED|TEXT|Print|following)\\b"_s);
        QVERIFY2(!run.out.contains(english), qPrintable(run.out));
    }

    void writesAManPageForEveryCommand()
    {
        QCOMPARE(naru({u"manual"_s, u"pages"_s, path(u"man"_s)}).status, 0);
        for (const char *page : {"naru.1", "naru-plan-personnel-order.1", "naru-apply.1", "naru-document-show.1"})
            QVERIFY2(QFile::exists(path(u"man/"_s + QLatin1StringView(page))), page);
        QFile apply(path(u"man/naru-apply.1"_s));
        QVERIFY(apply.open(QIODevice::ReadOnly));
        QVERIFY(apply.readAll().contains("\\-\\-approve\\-as"));
        QVERIFY(naru({u"manual"_s, u"completion"_s}).out.contains(u"--approve-as"_s));
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    Ran naru(const QStringList &arguments) const { return runNaru(QStringList{u"--office"_s, m_office} + arguments); }

    Ran planOf(const QByteArray &csv) const
    {
        write(u"order.csv"_s, csv);
        return naru({u"plan"_s, u"personnel-order"_s, path(u"order.csv"_s), u"--received"_s, u"2026-07-20"_s, u"--json"_s});
    }

    QString unitOf(const QString &empNo, const QString &day) const
    {
        return naru({u"show"_s, u"person"_s, empNo, u"--as-of"_s, day, u"--json"_s}).json().value(u"unit"_s).toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_office;
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
