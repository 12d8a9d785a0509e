#include "office/order/phrases.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

class PhrasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOneActFromAPhrase_data();
    void readsOneActFromAPhrase();
    void readsPeriodsFromAPhrase_data();
    void readsPeriodsFromAPhrase();
    void keepsActsApartThatAreTwo();
    void keepsAPlaceApartFromWhatMovesNobody_data();
    void keepsAPlaceApartFromWhatMovesNobody();
    void doubtsWordsThatNobodyReads_data();
    void doubtsWordsThatNobodyReads();
    void readsTheKindOfAHeading_data();
    void readsTheKindOfAHeading();
    void knowsWhatEveryKindDoes();
};

void PhrasesTest::readsOneActFromAPhrase_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("grade");
    QTest::addColumn<QString>("outside");

    const auto add = [](const char16_t *phrase, const char16_t *kind, const char16_t *target, const char16_t *grade = u"",
                        const char16_t *outside = u"") {
        QTest::newRow(qUtf8Printable(QString::fromUtf16(phrase)))
            << QString::fromUtf16(phrase) << QString::fromUtf16(kind) << QString::fromUtf16(target)
            << QString::fromUtf16(grade) << QString::fromUtf16(outside);
    };
    // 전보
    add(u"총무과 근무를 명함", u"", u"총무과");
    add(u"총무과 근무를 명한다.", u"", u"총무과");
    add(u"총무과 근무를 명합니다.", u"", u"총무과");
    add(u"총무과 근무를 명(命)함", u"", u"총무과");
    add(u"총무과 근무\n를 명함", u"", u"총무과");
    add(u"총무과 인사팀 근무를 명함", u"", u"총무과 인사팀");
    add(u"총무과로 전보를 명함", u"전보", u"총무과");
    add(u"총무과 전보", u"전보", u"총무과");
    add(u"총무과 근무", u"", u"총무과");
    add(u"총무과로 발령함", u"", u"총무과");
    add(u"총무과 배치", u"", u"총무과");
    add(u"총무과장에 보함", u"", u"총무과장");
    add(u"총무과장에 보한다", u"", u"총무과장");
    add(u"총무과장 보임", u"", u"총무과장");
    add(u"보 총무과장", u"", u"총무과장");
    add(u"命 총무과 勤務", u"", u"총무과");
    add(u"문화유산과장 지방서기관", u"", u"문화유산과장", u"지방서기관");
    add(u"문화유산과장 지방서기 관", u"", u"문화유산과장", u"지방서기관");
    add(u"지방서기관 문화유산과장", u"", u"문화유산과장", u"지방서기관");
    add(u"문화유산과장(지방서기관)", u"", u"문화유산과장", u"지방서기관");
    add(u"도로과 근무를 명함(보직 재발령)", u"보직재발령", u"도로과");
    // 승진 전직 강임 시보해제 신규임용
    add(u"지방행정사무관에 임함", u"", u"", u"지방행정사무관");
    add(u"임 지방서기관", u"", u"", u"지방서기관");
    add(u"지방행정주사보(7급)에 임함", u"", u"", u"지방행정주사보");
    add(u"겸 총무과장에 보함", u"겸임", u"총무과장");
    add(u"인천광역시 서구로의 전출을 명함", u"전출", u"", u"", u"인천광역시 서구");
    add(u"2026. 7. 6.자 인사발령 '총무과'을(를) '재정과'(으)로 정정", u"정정", u"재정과");
    add(u"지방행정사무관에 임함. 총무과장에 보함", u"", u"총무과장", u"지방행정사무관");
    add(u"지방행정주사에 임하고 총무과 근무를 명함", u"", u"총무과", u"지방행정주사");
    add(u"지방행정주사로 승진", u"승진", u"", u"지방행정주사");
    add(u"지방행정주사로 승진 임용함", u"승진", u"", u"지방행정주사");
    add(u"지방행정주사로 승진 임용하고 총무과 근무를 명함", u"승진", u"총무과", u"지방행정주사");
    add(u"지방사회복지주사에 임함(직렬 변경)", u"전직", u"", u"지방사회복지주사");
    add(u"지방행정주사보로 강임함", u"강임", u"", u"지방행정주사보");
    add(u"정규 지방행정서기보에 임함", u"시보해제", u"", u"지방행정서기보");
    add(u"지방행정서기보에 임함(시보해제)", u"시보해제", u"", u"지방행정서기보");
    add(u"시보를 해제함", u"시보해제", u"");
    add(u"지방행정서기보시보에 임함. 총무과 근무를 명함", u"", u"총무과", u"지방행정서기보시보");
    add(u"신규임용. 총무과 근무를 명함", u"신규임용", u"총무과");
    // 전출 전입 파견
    add(u"해온구로 전출을 명함", u"전출", u"", u"", u"해온구");
    add(u"전출을 명함(해온구)", u"전출", u"", u"", u"해온구");
    add(u"해온구에서 전입, 총무과 근무를 명함", u"전입", u"총무과", u"", u"해온구");
    add(u"행정안전부 파견근무를 명함", u"파견", u"", u"", u"행정안전부");
    add(u"(세종)행정안전부 파견을 명함", u"파견", u"", u"", u"행정안전부");
    add(u"파견근무 복귀를 명함", u"파견복귀", u"");
    add(u"파견복귀를 명함. 총무과 근무를 명함", u"파견복귀", u"총무과");
    // 겸임 직무대리
    add(u"총무과장 겸임을 명함", u"겸임", u"총무과장");
    add(u"총무과장을 겸함", u"겸임", u"총무과장");
    add(u"총무과장 겸임을 해제함", u"겸임해제", u"총무과장");
    add(u"총무과장 직무대리를 명함", u"직무대리", u"총무과장");
    add(u"총무과장 직 무대리 지정", u"직무대리", u"총무과장");
    add(u"총무과장 직무대리를 면함", u"직무대리해제", u"총무과장");
    // 휴직 복직 처분 퇴직
    add(u"육아휴직을 명함", u"휴직", u"");
    add(u"휴직을 명함(육아휴직, 1년)", u"휴직", u"");
    add(u"복직을 명함", u"복직", u"");
    add(u"복직을 명하고 총무과 근무를 명함", u"복직", u"총무과");
    add(u"직위를 해제함", u"직위해제", u"");
    add(u"대기를 명함(3개월)", u"대기", u"");
    add(u"정직 3월에 처함", u"정직", u"");
    add(u"감봉 1월에 처함", u"감봉", u"");
    add(u"견책에 처함", u"견책", u"");
    add(u"원에 의하여 그 직을 면함", u"퇴직", u"");
    add(u"명예퇴직을 명함", u"퇴직", u"");
    add(u"해임에 처함", u"퇴직", u"");
    add(u"2026. 7. 1.자 총무과 근무 발령을 취소함", u"취소", u"");
}

void PhrasesTest::readsOneActFromAPhrase()
{
    QFETCH(const QString, phrase);

    const QList<Act> acts = readPhrase(phrase);

    QCOMPARE(acts.size(), 1);
    QTEST(acts.first().kind, "kind");
    QTEST(acts.first().target, "target");
    QTEST(acts.first().grade, "grade");
    QTEST(acts.first().outside, "outside");
    QVERIFY(acts.first().isUnderstood);
}

void PhrasesTest::readsPeriodsFromAPhrase_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<int>("months");

    QTest::newRow("wave") << u"육아휴직을 명함(2026. 1. 1. ~ 2026. 12. 31.)"_s << QDate(2026, 12, 31) << 0;
    QTest::newRow("words") << u"휴직을 명함(가사)(2026.7.29.부터 2027.7.28.까지)"_s << QDate(2027, 7, 28) << 0;
    QTest::newRow("behind a break") << u"행정안전부 파견을 명함\n(기간: '26.7.29.~'27.7.28.)"_s << QDate(2027, 7, 28) << 0;
    QTest::newRow("in the middle of brackets")
        << u"휴직을 명함(질병휴직, 2026.7.29.~2027.1.28.)"_s << QDate(2027, 1, 28) << 0;
    QTest::newRow("years of two figures") << u"육아휴직(26.7.29~27.7.28)"_s << QDate(2027, 7, 28) << 0;
    QTest::newRow("brackets that are a sentence of their own")
        << u"휴직을 명함.\n(육아휴직, 2026. 7. 29.부터 2027. 7. 28.까지)"_s << QDate(2027, 7, 28) << 0;
    QTest::newRow("months") << u"대기를 명함(3개월)"_s << QDate() << 3;
    QTest::newRow("months broken by a cell") << u"행정안전부 파견근무를 명함(6개\n월)"_s << QDate() << 6;
    QTest::newRow("penalty") << u"정직 3월에 처함"_s << QDate() << 3;
}

void PhrasesTest::readsPeriodsFromAPhrase()
{
    QFETCH(const QString, phrase);

    const QList<Act> acts = readPhrase(phrase);

    QCOMPARE(acts.size(), 1);
    QTEST(acts.first().until, "until");
    QTEST(acts.first().months, "months");
    QVERIFY(acts.first().isUnderstood);
}

void PhrasesTest::keepsActsApartThatAreTwo()
{
    const QList<Act> acts = readPhrase(u"총무과 근무를 명함. 인사과장 겸임을 명함"_s);

    QCOMPARE(acts.size(), 2);
    QCOMPARE(acts[0].target, u"총무과"_s);
    QCOMPARE(acts[1].kind, u"겸임"_s);
    QCOMPARE(acts[1].target, u"인사과장"_s);
}

void PhrasesTest::keepsAPlaceApartFromWhatMovesNobody_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("kind");
    QTest::newRow("an end") << u"직무대리를 해제함. 총무과장에 보함"_s << u"직무대리해제"_s;
    QTest::newRow("a grade before the end") << u"지방서기관에 임함. 명예퇴직을 명함"_s << QString();
    QTest::newRow("a bracket between") << u"지방서기관에 임함(특별승진). 명예퇴직을 명함"_s << u"승진"_s;
    QTest::newRow("a penalty") << u"견책에 처함. 총무과 근무를 명함"_s << u"견책"_s;
}

void PhrasesTest::keepsAPlaceApartFromWhatMovesNobody()
{
    QFETCH(const QString, phrase);

    const QList<Act> acts = readPhrase(phrase);

    QCOMPARE(acts.size(), 2);
    QTEST(acts[0].kind, "kind");
    QVERIFY(acts[0].target.isEmpty());
    QVERIFY(acts[1].grade.isEmpty());
}

void PhrasesTest::doubtsWordsThatNobodyReads_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::newRow("a place behind the act") << u"지방행정주사로 승진 그리고 재정과"_s;
    QTest::newRow("figures in brackets") << u"행정안전부 파견을 명함(6 ㅐ월)"_s;
    QTest::newRow("somebody else before the act") << u"총무과 - 시민봉사과 지방행정주사보 박서준 : 질병휴직"_s;
    QTest::newRow("a grade before the end") << u"지방서기관에 임용 및 명예퇴직을 명함"_s;
    QTest::newRow("a condition") << u"총무과 근무를 명함 다만 인사과장의 결정에 따름"_s;
}

void PhrasesTest::doubtsWordsThatNobodyReads()
{
    QFETCH(const QString, phrase);

    const QList<Act> acts = readPhrase(phrase);

    QVERIFY(std::any_of(acts.begin(), acts.end(), [](const Act &act) { return !act.isUnderstood || act.isBare; }));
}

void PhrasesTest::readsTheKindOfAHeading_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("kind");

    QTest::newRow("counted") << u"□ 승진(5명)"_s << u"승진"_s;
    QTest::newRow("with a colon") << u"○ 전보 : 12명"_s << u"전보"_s;
    QTest::newRow("class") << u"5급 이하 전보"_s << u"전보"_s;
    QTest::newRow("two words") << u"파견 복귀"_s << u"파견복귀"_s;
    QTest::newRow("spaced") << u"보직 재발 령"_s << u"보직재발령"_s;
    QTest::newRow("the longer word") << u"직무대리 해제"_s << u"직무대리해제"_s;
    QTest::newRow("a way to retire") << u"의원면직"_s << u"퇴직"_s;
    QTest::newRow("a unit named like a kind") << u"○ 대기보전과"_s << QString();
    QTest::newRow("the rest of such a unit") << u"전과 대기정책팀"_s << QString();
    QTest::newRow("two kinds, joined") << u"승진과 전보"_s << QString();
    QTest::newRow("two kinds") << u"승진 및 전보"_s << QString();
    QTest::newRow("none") << u"붙임"_s << QString();
}

void PhrasesTest::readsTheKindOfAHeading()
{
    QFETCH(const QString, heading);

    QTEST(kindOfHeading(heading), "kind");
}

void PhrasesTest::knowsWhatEveryKindDoes()
{
    for (const QString &kind : orderKinds())
        QVERIFY2(traitsOf(kind), qUtf8Printable(kind));
    QVERIFY(!traitsOf(u"소풍"_s));
}

QTEST_APPLESS_MAIN(PhrasesTest)
#include "tst_phrases.moc"
