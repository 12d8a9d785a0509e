// Orders that were read from pixels: the directory and closed lists put right what one person can mean, and what nobody
// confirms is asked. The same texts from a typed document are left alone.
#include "office/order/proofreading.h"

#include "office/tiny_office.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

namespace {

const QString head = u"연번|소속|직급|성명|사번|발령사항|발령일"_s;

Document scannedTable(const QStringList &rows, Confidence confidence = 0.95)
{
    return tiny::scanned(tiny::table(rows), confidence);
}

} // namespace

class ScannedLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsRightWhatOnePersonCanMean_data();
    void putsRightWhatOnePersonCanMean();
    void asksWhatNobodyConfirms_data();
    void asksWhatNobodyConfirms();
    void keepsWhatWasRead();
    void leavesTypedTextAlone();
    void readsHeadsThatAreAlmostRight();
    void readsLinesOfRunningText_data();
    void readsLinesOfRunningText();
    void asksTheWholeRowWhereOneOrderIsDoubtful();
    void keepsALineWhoseNameIsGone();
    void keepsItsReadinessWhenItIsAnswered();
    void spellsDaysPlainly_data();
    void spellsDaysPlainly();
};

void ScannedLinesTest::putsRightWhatOnePersonCanMean_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("outcome");
    const QString ready = u"ready 전보 1001 A11"_s;
    QTest::newRow("as it is") << u"1|정보화담당관|지방행정주사|이민수|1001|총무과 근무를 명함|2026. 7. 29."_s << ready;
    // The paper may have it wrong: whom it means is said, and asked.
    const QString asked = u"question 전보 1001 A11"_s;
    QTest::newRow("name, by unit and grade") << u"1|정보화담당관|지방행정주사|이민주||총무과 근무를 명함|2026. 7. 29."_s << asked;
    QTest::newRow("name, by number") << u"1||지방행정주사|이민슈|1001|총무과 근무를 명함|2026. 7. 29."_s << asked;
    QTest::newRow("number, by name, unit, and grade") << u"1|정보화담당관|지방행정주사|이민수|1501|총무과 근무를 명함|2026. 7. 29."_s << asked;
    QTest::newRow("grade") << u"1|정보화담당관|지방행성주사|이민수||총무과 근무를 명함|2026. 7. 29."_s << ready;
    QTest::newRow("unit of today") << u"1|성보화담당관|지방행정주사|이민수||총무과 근무를 명함|2026. 7. 29."_s << ready;
    QTest::newRow("verb") << u"1|정보화담당관|지방행정주사|이민수||총무과 근무를 명합|2026. 7. 29."_s << ready;
    QTest::newRow("blanks") << u"1|정보화 담당관|지방 행정주 사|이 민수||총 무과 근 무를 명함|2026. 7. 29."_s << ready;
    QTest::newRow("day") << u"1|정보화담당관|지방행정주사|이민수||총무과 근무를 명함|2026.,7:29"_s << ready;
    QTest::newRow("Hanja") << u"1|정보화담당관|지방행정주사|이민수(순쓴9)||총무과 근무를 명함|2026. 7. 29."_s << ready;
    QTest::newRow("a stroke for nothing") << u"1|=|지방행정주사|이민수|1001|총무과 근무를 명함|2026. 7. 29."_s << ready;
}

void ScannedLinesTest::putsRightWhatOnePersonCanMean()
{
    QFETCH(const QString, row);
    QFETCH(const QString, outcome);

    const Result<Plan> plan = tiny::plan({scannedTable({head, row})}, tiny::office());

    QVERIFY(plan);
    QCOMPARE(tiny::outcomes(*plan), QStringList{outcome});
    QCOMPARE(plan->subject.value(u"lines"_s)[0][u"name"_s].toString(), u"이민수"_s);
}

void ScannedLinesTest::asksWhatNobodyConfirms_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<double>("confidence");
    QTest::addColumn<QString>("reason");
    QTest::newRow("two of that look") << u"1|||김하니||총무과 근무를 명함|2026. 7. 29."_s << 0.95 << u"person.unknown"_s;
    QTest::newRow("a unit to go to") << u"1|정보화담당관|지방행정주사|이민수|1001|총무괴 근무를 명함|2026. 7. 29."_s << 0.95
                                     << u"reading.unit"_s;
    QTest::newRow("a unit that was hard to read") << u"1|정보화담당관|지방행정주사|이민수|1001|총무과 근무를 명함|2026. 7. 29."_s << 0.91
                                                  << u"reading.unit"_s;
    QTest::newRow("a later day of no period") << u"1|정보화담당관|지방행정주사|이민수|1001|육아휴직, 2026. 7. 29. 까 2027. 1. 28.|2026. 7. 29."_s << 0.95
                                              << u"reading.period"_s;
    QTest::newRow("somebody new") << u"1|신규|지방행정서기보시보|한별|| 총무과 신규임용|2026. 7. 29."_s << 0.92
                                  << u"reading.newName"_s;
    QTest::newRow("a body that nobody knows")
        << u"1|정보화담당관|지방행정주사|이민수|1001|해람관광골사 파견을 명함(2026. 7. 29. ~ 2027. 7. 28.)|2026. 7. 29."_s << 0.92
        << u"reading.outside"_s;
    QTest::newRow("a day that was hard to read") << u"1|정보화담당관|지방행정주사|이민수|1001|총무과 근무를 명함|2026. 8. 3."_s
                                                 << 0.7 << u"reading.confidence"_s;
    QTest::newRow("figures that are no day")
        << u"1|정보화담당관|지방행정주사|이민수|1001|휴직을 명함(육아휴직, 2026. 이 1. ~ 2027. 2. 28.)|2026. 7. 29."_s << 0.95
        << u"reading.phrase"_s;
}

void ScannedLinesTest::asksWhatNobodyConfirms()
{
    QFETCH(const QString, row);
    QFETCH(const double, confidence);
    QFETCH(const QString, reason);

    const Result<Plan> plan = tiny::plan({scannedTable({head, row}, confidence)}, tiny::office());

    QVERIFY(plan);
    QVERIFY2(tiny::outcomes(*plan).value(0).startsWith(u"question"_s), qPrintable(tiny::outcomes(*plan).value(0)));
    QVERIFY2(tiny::reasonCodes(*plan, 1).contains(reason), qPrintable(tiny::reasonCodes(*plan, 1).join(u' ')));
}

void ScannedLinesTest::keepsWhatWasRead()
{
    const Document document = scannedTable({head, u"1|성보화담당관|지방행성주사|이민주||총무과 근무를 명함|2026. 7. 29."_s}, 0.8);

    const Result<Plan> plan = tiny::plan({document}, tiny::office());

    QVERIFY(plan);
    QVERIFY(plan->evidence.first().text.contains(u"성보화담당관 | 지방행성주사 | 이민주"_s));
    QCOMPARE(plan->evidence.first().place.confidence, 0.8);
}

void ScannedLinesTest::leavesTypedTextAlone()
{
    const Document typed = tiny::table({head, u"1|정보화담당관|지방행정주사|이민주||총무괴 근무를 명함|2026. 7. 29."_s});

    const Result<Plan> plan = tiny::plan({typed}, tiny::office());

    QVERIFY(plan);
    QCOMPARE(tiny::outcomes(*plan), QStringList{u"question 전보 - -"_s});
}

void ScannedLinesTest::readsHeadsThatAreAlmostRight()
{
    const QStringList rows{u"연번|소속|직굽|성명|사번|빌령사항|발령일"_s,
                           u"1|정보화담당관|지방행정주사|이민수|1001|총무과 근무를 명함|2026. 7. 29."_s};

    const Result<Plan> plan = tiny::plan({scannedTable(rows)}, tiny::office());

    QVERIFY(plan);
    QCOMPARE(tiny::outcomes(*plan), QStringList{u"ready 전보 1001 A11"_s});
}

void ScannedLinesTest::readsLinesOfRunningText_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("outcome");
    const QString ready = u"ready 전보 1001 A11"_s;
    QTest::newRow("blank lost behind the bullet") << u"-지방행정주사 이민수 → 총무과"_s << ready;
    QTest::newRow("arrow read as a wave") << u"- 지방행정주사 이민수 ~ 총무과"_s << ready;
    QTest::newRow("arrow read as a dash and a star") << u"-지방행정주사이민수-* 총무과"_s << ready;
    QTest::newRow("arrow read as a dash") << u"- 지방행정주사이민수-총무과"_s << ready;
    QTest::newRow("arrow lost") << u"- 지방행정주사 이민 수 총무과"_s << ready;
    QTest::newRow("blank lost before the name") << u"- 지방행정주사이민수 → 총무과"_s << ready;
    QTest::newRow("blank inside the name") << u"- 지방행정주사 이민 수 → 총무과"_s << ready;
    QTest::newRow("blank inside the grade") << u"- 지방행정주 사 이민수 → 총무과"_s << ready;
    QTest::newRow("grade misread, and no blank") << u"- 시방행정주사이민수 → 총무과"_s << ready;
    QTest::newRow("nobody") << u"- 지방행정주사 ## → 총무과"_s << u"question 전보 - A11"_s;
}

void ScannedLinesTest::readsLinesOfRunningText()
{
    QFETCH(const QString, line);
    QFETCH(const QString, outcome);

    const Result<Plan> plan = tiny::plan(
        {tiny::scanned(tiny::text({u"2026. 7. 29.자 인사발령 알림"_s, u"○ 전보(1명)"_s, line}), 0.95)}, tiny::office());

    QVERIFY(plan);
    QCOMPARE(tiny::outcomes(*plan).size(), 1);
    QVERIFY2(tiny::outcomes(*plan).first() == outcome || outcome.startsWith(u"question"_s),
             qPrintable(tiny::outcomes(*plan).first()));
    QCOMPARE(tiny::outcomes(*plan).first().section(u' ', 0, 0), outcome.section(u' ', 0, 0));
}

void ScannedLinesTest::asksTheWholeRowWhereOneOrderIsDoubtful()
{
    const Document document = scannedTable(
        {head, u"1|정보화담당관|지방행정주사|이민수|1001|파견근무 보귀틀 명함. 총무과 근무를 명함|2026. 7. 29."_s});

    const Result<Plan> plan = tiny::plan({document}, tiny::office());

    QVERIFY(plan);
    for (const QString &one : tiny::outcomes(*plan))
        QVERIFY2(one.startsWith(u"question"_s), qPrintable(one));
}

void ScannedLinesTest::keepsALineWhoseNameIsGone()
{
    const QStringList rows{u"연번|소속|직급|성명|발령부서|발령일"_s, u"1|정보화담당관|지방행정주사||총무과|2026. 7. 29."_s};

    const Result<Plan> plan = tiny::plan({scannedTable(rows)}, tiny::office());

    QVERIFY(plan);
    QCOMPARE(tiny::outcomes(*plan).size(), 1);
    QVERIFY(tiny::outcomes(*plan).first().startsWith(u"question"_s));
}

void ScannedLinesTest::keepsItsReadinessWhenItIsAnswered()
{
    const Document document = scannedTable({head, u"1|정보화담당관|지방행정주사|이민수|1001|총무과 근무를 명함|2026. 7. 29."_s,
                                            u"2|||김하나||총무과 근무를 명함|2026. 7. 29."_s},
                                           0.93);
    const Result<Plan> plan = tiny::plan({document}, tiny::office());
    QVERIFY(plan);

    const Directory directory(tiny::office());
    const Result<Plan> again =
        replanOrder(*plan, {QJsonObject{{u"line"_s, 2}, {u"emp_no"_s, u"1003"_s}}}, directory);

    QVERIFY(again);
    QCOMPARE(tiny::outcomes(*again), (QStringList{u"ready 전보 1001 A11"_s, u"ready 전보 1003 A11"_s}));
}

void ScannedLinesTest::spellsDaysPlainly_data()
{
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("plain");
    QTest::newRow("as it is") << u"2026. 7. 29."_s << u"2026. 7. 29."_s;
    QTest::newRow("commas") << u"2026,7,29"_s << u"2026. 7. 29."_s;
    QTest::newRow("period") << u"질병휴직, 2026. 7. 29.~.2027.1: 28,"_s << u"질병휴직, 2026. 7. 29. ~ 2027. 1. 28."_s;
    QTest::newRow("period whose dash is lost") << u"육아휴직, 2026. 8. 10. 2027. 2. 9."_s << u"육아휴직, 2026. 8. 10. ~ 2027. 2. 9."_s;
    QTest::newRow("in brackets") << u"(2026. 7. 29.자)"_s << u"(2026. 7. 29.자)"_s;
    QTest::newRow("a number of staff") << u"20040102"_s << u"20040102"_s;
    QTest::newRow("an amount") << u"1,234,567원"_s << u"1,234,567원"_s;
}

void ScannedLinesTest::spellsDaysPlainly()
{
    QFETCH(const QString, read);
    QFETCH(const QString, plain);

    QCOMPARE(withPlainDates(read), plain);
}

QTEST_APPLESS_MAIN(ScannedLinesTest)
#include "tst_scanned_lines.moc"
