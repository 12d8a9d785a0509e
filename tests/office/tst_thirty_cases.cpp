// The thirty ambiguous and exceptional cases of personnel orders, each with the least office and order that shows it.
#include "office/tiny_office.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace naru;
using namespace naru::office;

Q_DECLARE_METATYPE(naru::office::OfficeState)

namespace {

const QString head = u"연번|소속|직급|성명|발령사항|발령일"_s;

// An order line that the office knows: applied on 2026-07-01, when the person came from `before`.
void addKnownOrder(OfficeState &state, const QString &empNo, const QString &kind, const QString &unit,
                   const QString &before)
{
    const QDate day(2026, 7, 1);
    state.orders.append({u"o-1"_s, u"제2026-1호"_s, u"인사발령"_s, day, {}, {}});
    OrderLine line;
    line.id = u"o-1/"_s + empNo;
    line.order = u"o-1"_s;
    line.person = empNo;
    line.nature = kind;
    line.unit = unit;
    line.effective = day;
    line.state = u"시행"_s;
    state.orderLines.append(line);
    for (Assignment &one : state.assignments)
        if (one.person == empNo) {
            Assignment next = one;
            next.id = empNo + u"-2"_s;
            next.unit = unit;
            next.validFrom = day;
            next.orderLine = line.id;
            one.unit = before;
            one.validTo = day.addDays(-1);
            state.assignments.append(next);
            return;
        }
}

} // namespace

class ThirtyCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plansWhatTheCaseAsks_data();
    void plansWhatTheCaseAsks();
};

void ThirtyCasesTest::plansWhatTheCaseAsks_data()
{
    QTest::addColumn<OfficeState>("state");
    QTest::addColumn<QStringList>("rows"); // below the head
    QTest::addColumn<QStringList>("outcomes"); // of each line
    QTest::addColumn<QStringList>("present"); // changes that the plan holds
    QTest::addColumn<QStringList>("absent"); // beginnings that no change has

    const OfficeState office = tiny::office();
    const auto add = [](const char *name, const OfficeState &state, const QStringList &rows, const QStringList &outcomes,
                        const QStringList &present = {}, const QStringList &absent = {}) {
        QTest::newRow(name) << state << rows << outcomes << present << absent;
    };

    add("1 homonyms of one grade", office, {u"1||지방행정주사보|김하나|정보화담당관 근무를 명함|2026. 7. 29."_s},
        {u"question 전보 - A13"_s}, {}, {u"create assignment"_s});
    add("1 homonyms told apart by the unit", office,
        {u"1|시민봉사과|지방행정주사보|김하나|정보화담당관 근무를 명함|2026. 7. 29."_s}, {u"ready 전보 1003 A13"_s});
    add("2 homonyms in one unit told apart by the grade", office,
        {u"1|시민봉사과|지방행정서기보|박서준|총무과 근무를 명함|2026. 7. 29."_s}, {u"ready 전보 1005 A11"_s});
    add("2 homonyms in one unit without a grade", office,
        {u"1|시민봉사과||박서준|총무과 근무를 명함|2026. 7. 29."_s}, {u"question 전보 - A11"_s});
    add("3 spaced name with Hanja", office,
        {u"1|정보화담당관|지방행정주사|이 민 수(李珉秀)|총무과 근무를 명함|2026. 7. 29."_s}, {u"ready 전보 1001 A11"_s});
    add("4 renamed unit", office, {u"1|정보화담당관|지방행정주사|이민수|교통국 대중교통과 근무를 명함|2026. 7. 29."_s},
        {u"ready 전보 1001 B21"_s}, {u"create assignment:1001-2 2026-07-29 unit=B21"_s}, {u"update unit"_s});
    add("5 split unit without its team", office,
        {u"1|정보화담당관|지방행정주사|이민수|도로철도과 근무를 명함|2026. 7. 29."_s}, {u"question 전보 1001 -"_s});
    add("5 split unit with its team", office,
        {u"1|정보화담당관|지방행정주사|이민수|도로철도과 철도팀 근무를 명함|2026. 7. 29."_s}, {u"ready 전보 1001 B231"_s});
    add("6 merged unit", office, {u"1|정보화담당관|지방행정주사|이민수|관광과 근무를 명함|2026. 7. 29."_s},
        {u"ready 전보 1001 B31"_s});
    add("6 abolished unit without heir", office,
        {u"1|정보화담당관|지방행정주사|이민수|혁신추진단 근무를 명함|2026. 7. 29."_s}, {u"question 전보 1001 -"_s});
    add("7 name that 본청 has, too", office, {u"1|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 29."_s},
        {u"ready 전보 1001 A11"_s});
    add("7 name within an institution", office,
        {u"1|정보화담당관|지방행정주사|이민수|상수도사업본부 총무과 근무를 명함|2026. 7. 29."_s},
        {u"ready 전보 1001 S11"_s});
    add("7 name that only several institutions have", office,
        {u"1|정보화담당관|지방행정주사|이민수|시설과 근무를 명함|2026. 7. 29."_s}, {u"question 전보 1001 -"_s});
    add("8 old name of the present unit", office,
        {u"1|대중교통과|지방세무서기|정가온|총무과 근무를 명함|2026. 7. 29."_s}, {u"ready 전보 1007 A11"_s});
    add("9 acting head keeps the place", office,
        {u"1|정보화담당관|지방행정주사|이민수|총무과장 직무대리를 명함|2026. 7. 29."_s}, {u"ready 직무대리 1001 A11"_s},
        {u"create assignment:1001-2 2026-07-29 kind=직무대리"_s, u"create assignment:1001-2 2026-07-29 unit=A11"_s},
        {u"update assignment:1001-1"_s});
    add("10 second post beside the first", office,
        {u"1|정보화담당관|지방행정주사|이민수|총무과 인사팀장 겸임을 명함|2026. 7. 29."_s}, {u"ready 겸임 1001 A111"_s},
        {u"create assignment:1001-2 2026-07-29 kind=겸임"_s}, {u"update assignment:1001-1"_s});
    add("11 secondment keeps the place", office,
        {u"1|정보화담당관|지방행정주사|이민수|행정안전부 파견근무를 명함(2026.7.29.~2027.7.28.)|2026. 7. 29."_s},
        {u"ready 파견 1001 -"_s},
        {u"create assignment:1001-2 2026-07-29 outside=행정안전부"_s,
         u"create assignment:1001-2 2026-07-29 expected=2027-07-28"_s},
        {u"update assignment:1001-1"_s});

    OfficeState away = office;
    tiny::addSecond(away, u"1001"_s, u"파견"_s, {}, {}, u"행정안전부"_s);
    add("12 return, then transfer", away,
        {u"1|정보화담당관|지방행정주사|이민수|파견근무 복귀를 명함|2026. 7. 29."_s,
         u"2|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 29."_s},
        {u"ready 파견복귀 1001 -"_s, u"ready 전보 1001 A11"_s},
        {u"update assignment:1001-2 2026-07-29 valid_to=2026-07-28"_s,
         u"update assignment:1001-1 2026-07-29 valid_to=2026-07-28"_s,
         u"create assignment:1001-3 2026-07-29 unit=A11"_s});
    add("13 leave suspends the account", office,
        {u"1|정보화담당관|지방행정주사|이민수|육아휴직을 명함(1년)|2026. 7. 29."_s}, {u"ready 휴직 1001 -"_s},
        {u"update account:u1001 2026-07-29 state=정지"_s, u"create assignment:1001-2 2026-07-29 expected=2027-07-28"_s});
    OfficeState onLeave = office;
    tiny::addSecond(onLeave, u"1001"_s, u"휴직"_s, {});
    onLeave.accounts[0].state = u"정지"_s;
    add("14 back from leave to another unit", onLeave,
        {u"1|정보화담당관|지방행정주사|이민수|복직을 명함. 총무과 근무를 명함|2026. 7. 29."_s},
        {u"ready 복직 1001 A11"_s},
        {u"update account:u1001 2026-07-29 state=사용"_s, u"update assignment:1001-2 2026-07-29 valid_to=2026-07-28"_s,
         u"create assignment:1001-3 2026-07-29 unit=A11"_s});
    add("15 future day", office, {u"1|정보화담당관|지방행정주사|이민수|미래전략담당관 근무를 명함|2026. 8. 3."_s},
        {u"ready 전보 1001 F1"_s}, {u"create assignment:1001-2 2026-08-03 unit=F1"_s});
    add("16 day in the past", office, {u"1|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 1."_s},
        {u"question 전보 1001 A11"_s}, {}, {u"create assignment"_s});

    OfficeState moved = office;
    addKnownOrder(moved, u"1001"_s, u"전보"_s, u"A11"_s, u"A13"_s);
    add("17 cancellation goes back", moved,
        {u"1|총무과|지방행정주사|이민수|2026. 7. 1.자 총무과 근무 발령을 취소함|2026. 7. 29."_s},
        {u"ready 취소 1001 A13"_s},
        {u"update order_line:o-1/1001 2026-07-01 state=취소"_s, u"update assignment:1001-1 2026-07-01 valid_to="_s});
    add("17 cancellation of an unknown order", office,
        {u"1|정보화담당관|지방행정주사|이민수|2026. 7. 1.자 총무과 근무 발령을 취소함|2026. 7. 29."_s},
        {u"question 취소 1001 -"_s}, {}, {u"remove"_s});
    add("18 correction of the unit", moved,
        {u"1|총무과|지방행정주사|이민수|2026. 7. 1.자 발령 중 총무과를 시민봉사과로 정정함|2026. 7. 29."_s},
        {u"ready 정정 1001 A12"_s},
        {u"update order_line:o-1/1001 2026-07-01 state=정정"_s, u"update assignment:1001-2 2026-07-01 unit=A12"_s});
    add("19 two lines for one person are applied as one", office,
        {u"1|정보화담당관|지방행정주사|이민수|지방행정사무관에 임함|2026. 7. 29."_s,
         u"2|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 29."_s},
        {u"ready 승진 1001 -"_s, u"ready 전보 1001 A11"_s},
        {u"create assignment:1001-2 2026-07-29 grade=지방행정사무관"_s, u"update assignment:1001-2 2026-07-29 unit=A11"_s},
        {u"create assignment:1001-3"_s});
    add("20 the same order twice", office,
        {u"1|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 29."_s,
         u"2|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 29."_s},
        {u"ready 전보 1001 A11"_s, u"no_change 전보 1001 A11"_s}, {}, {u"create assignment:1001-3"_s});
    add("21 misspelt unit", office, {u"1|정보화담당관|지방행정주사|이민수|총무괴 근무를 명함|2026. 7. 29."_s},
        {u"question 전보 1001 -"_s}, {}, {u"create assignment"_s});

    OfficeState working = office;
    working.approvalLines.append({u"L1"_s, u"1004"_s, u"보통"_s, u"A12"_s, {u"검토:1001"_s, u"결재:1006"_s}});
    working.approvalSteps.append(
        {u"D-1/2"_s, u"D-1"_s, u"계획 보고"_s, u"1001"_s, u"검토"_s, u"A13"_s, u"담당"_s, u"진행"_s});
    add("22 somebody leaves who stands in an approval line", working,
        {u"1|정보화담당관|지방행정주사|이민수|의원면직|2026. 7. 29."_s}, {u"ready 퇴직 1001 -"_s},
        {u"update account:u1001 2026-07-29 state=회수"_s, u"update assignment:1001-1 2026-07-29 valid_to=2026-07-28"_s});
    add("23 open approval stays with the mover", working,
        {u"1|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 29."_s}, {u"ready 전보 1001 A11"_s}, {},
        {u"update approval_step:D-1/2"_s});
    add("24 acting before the promotion", office,
        {u"1|총무과 서무팀|지방행정주사|오세린|시민봉사과장 직무대리를 명함|2026. 7. 29."_s},
        {u"ready 직무대리 1009 A12"_s}, {}, {u"update assignment:1009-1"_s});
    add("25 reorganisation is no move", office,
        {u"1|대중교통과|지방세무서기|정가온|대중교통정책과 근무를 명함(보직 재발령)|2026. 7. 29."_s},
        {u"no_change 보직재발령 1007 B21"_s}, {}, {u"create assignment"_s});
    add("26 end of probation", office, {u"1|시민봉사과|지방행정서기보시보|한지우|지방행정서기보에 임함|2026. 7. 29."_s},
        {u"ready 시보해제 1008 -"_s}, {u"create assignment:1008-2 2026-07-29 grade=지방행정서기보"_s},
        {u"create assignment:1008-2 2026-07-29 unit=A11"_s});
    add("27 term appointment keeps its grade", office,
        {u"1|상수도사업본부 시설과|지방공업주사보(일반임기제)|윤도현|총무과 근무를 명함|2026. 7. 29."_s},
        {u"ready 전보 1010 A11"_s},
        {u"create assignment:1010-2 2026-07-29 grade=지방공업주사보(일반임기제)"_s});
    OfficeState twoAccounts = office;
    twoAccounts.accounts.append({u"test1001"_s, u"1001"_s, u"사용"_s, {}});
    add("28 both accounts of one person", twoAccounts,
        {u"1|정보화담당관|지방행정주사|이민수|의원면직|2026. 7. 29."_s}, {u"ready 퇴직 1001 -"_s},
        {u"update account:u1001 2026-07-29 state=회수"_s, u"update account:test1001 2026-07-29 state=회수"_s});
    add("29 cancelled and ordered anew on one day", moved,
        {u"1|총무과|지방행정주사|이민수|2026. 7. 1.자 총무과 근무 발령을 취소함|2026. 7. 29."_s,
         u"2|총무과|지방행정주사|이민수|시민봉사과 근무를 명함|2026. 7. 29."_s},
        {u"ready 취소 1001 A13"_s, u"ready 전보 1001 A12"_s}, {u"create assignment:1001-2 2026-07-29 unit=A12"_s});
    add("30 registration number is masked", office,
        {u"1|정보화담당관|지방행정주사|이민수 900101-1234567|총무과 근무를 명함(900101-1234567)|2026. 7. 29."_s}, {}, {},
        {});
}

void ThirtyCasesTest::plansWhatTheCaseAsks()
{
    QFETCH(const OfficeState, state);
    QFETCH(const QStringList, rows);
    QFETCH(const QStringList, outcomes);
    QFETCH(const QStringList, present);
    QFETCH(const QStringList, absent);

    const Result<Plan> plan = tiny::plan({tiny::table(QStringList{head} + rows)}, state);

    QVERIFY(plan);
    if (!outcomes.isEmpty())
        QCOMPARE(tiny::outcomes(*plan), outcomes);
    const QStringList changes = tiny::changes(*plan);
    for (const QString &one : present)
        QVERIFY2(changes.contains(one), qUtf8Printable(one + u" not in\n"_s + changes.join(u'\n')));
    for (const QString &one : absent)
        QVERIFY2(changes.filter(QRegularExpression(u'^' + QRegularExpression::escape(one))).isEmpty(),
                 qUtf8Printable(one + u" in\n"_s + changes.join(u'\n')));
    const QByteArray all = QJsonDocument(toJson(*plan)).toJson();
    QVERIFY(!all.contains("1234567"));
}

QTEST_APPLESS_MAIN(ThirtyCasesTest)
#include "tst_thirty_cases.moc"
