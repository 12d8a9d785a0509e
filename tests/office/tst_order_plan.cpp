#include "office/order/order_plan.h"

#include "office/tiny_office.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

namespace {

const QString head = u"연번|소속|직급|성명|발령사항|발령일"_s;

Document homonyms()
{
    return tiny::table({head, u"1|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 29."_s,
                        u"2||지방행정주사보|김하나|정보화담당관 근무를 명함|2026. 7. 29."_s,
                        u"3|총무과||최윤|총무괴 근무를 명함|2026. 7. 29."_s});
}

} // namespace

class OrderPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheSameDigestForTheSameOrder();
    void takesAnswersIntoANewDigest();
    void readsAnswersWithoutTheDocument();
    void skipsALineThatAPersonSkips();
    void refusesAnswersForLinesThatAreNot();
    void refusesADocumentWithoutLines();
    void restsEveryChangeOnALine();
    void saysWhatFollowsFromALine();
    void draftsAHandOverForEachLine();
    void opensARecordForSomebodyNew();
    void asksAboutADayInThePast();
    void asksWhereTwoLinesContradict();
    void givesNoGradeThatStays();
    void sumsUpTheLines();
    void stopsWhenItIsCancelled();
};

void OrderPlanTest::hasTheSameDigestForTheSameOrder()
{
    const Result<Plan> first = tiny::plan({homonyms()}, tiny::office());
    const Result<Plan> second = tiny::plan({homonyms()}, tiny::office());

    QVERIFY(first && second);
    QCOMPARE(first->digest(), second->digest());
    QVERIFY(first->digest().startsWith(u"sha256:"_s));
    QCOMPARE(first->id, second->id);
}

void OrderPlanTest::takesAnswersIntoANewDigest()
{
    const QJsonArray answers{QJsonObject{{u"line"_s, 2}, {u"emp_no"_s, u"1003"_s}},
                             QJsonObject{{u"line"_s, 3}, {u"to_unit"_s, u"A11"_s}}};

    const Result<Plan> asked = tiny::plan({homonyms()}, tiny::office());
    const Result<Plan> answered = tiny::plan({homonyms()}, tiny::office(), answers);

    QVERIFY(asked && answered);
    QCOMPARE(tiny::outcomes(*asked)[1], u"question 전보 - A13"_s);
    QCOMPARE(tiny::outcomes(*answered)[1], u"ready 전보 1003 A13"_s);
    QVERIFY(tiny::outcomes(*answered)[2].endsWith(u" 1006 A11"_s));
    QVERIFY(asked->digest() != answered->digest());
}

void OrderPlanTest::readsAnswersWithoutTheDocument()
{
    const OfficeState state = tiny::office();
    const Directory directory(state);
    const QJsonArray answers{QJsonObject{{u"line"_s, 2}, {u"emp_no"_s, u"1003"_s}}};
    const Result<Plan> asked = tiny::plan({homonyms()}, state);
    QVERIFY(asked);

    const Result<Plan> replanned = replanOrder(*asked, answers, directory);
    const Result<Plan> answered = tiny::plan({homonyms()}, state, answers);

    QVERIFY(replanned && answered);
    QCOMPARE(tiny::outcomes(*replanned), tiny::outcomes(*answered));
    QCOMPARE(tiny::changes(*replanned), tiny::changes(*answered));
    QCOMPARE(replanned->id, asked->id);
}

void OrderPlanTest::skipsALineThatAPersonSkips()
{
    const Result<Plan> plan =
        tiny::plan({homonyms()}, tiny::office(), {QJsonObject{{u"line"_s, 1}, {u"skip"_s, true}}});

    QVERIFY(plan);
    QVERIFY(tiny::outcomes(*plan)[0].startsWith(u"rejected"_s));
    QCOMPARE(tiny::reasonCodes(*plan, 1), QStringList{u"skipped"_s});
    QVERIFY(tiny::changes(*plan).filter(u"assignment:1001"_s).isEmpty());
}

void OrderPlanTest::refusesAnswersForLinesThatAreNot()
{
    const Result<Plan> plan = tiny::plan({homonyms()}, tiny::office(), {QJsonObject{{u"line"_s, 4}, {u"skip"_s, true}}});

    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Usage);
}

void OrderPlanTest::refusesADocumentWithoutLines()
{
    const Result<Plan> plan = tiny::plan({tiny::text({u"회의 결과 보고"_s})}, tiny::office());

    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Invalid);
}

void OrderPlanTest::restsEveryChangeOnALine()
{
    const Result<Plan> plan = tiny::plan({homonyms()}, tiny::office());

    QVERIFY(plan);
    QCOMPARE(plan->evidence.size(), 3);
    QVERIFY(!plan->changes.isEmpty());
    for (const Change &change : plan->changes) {
        if (change.record.kind == u"order"_s)
            continue;
        QVERIFY2(change.line >= 1 && change.line <= plan->evidence.size(), qUtf8Printable(change.record.toString()));
        QVERIFY2(!change.reason.isEmpty(), qUtf8Printable(change.record.toString()));
    }
}

void OrderPlanTest::saysWhatFollowsFromALine()
{
    OfficeState state = tiny::office();
    state.tasks.append({u"T-1"_s, u"누리집 개편"_s, u"주요업무"_s, u"A13"_s, u"1001"_s, u"추진"_s, QDate(2026, 12, 1)});

    const Result<Plan> plan = tiny::plan({homonyms()}, state);

    QVERIFY(plan);
    QStringList effects;
    for (const QJsonValue &one : plan->subject.value(u"lines"_s)[0][u"effects"_s].toArray())
        effects.append(one.toString());
    QVERIFY2(!effects.filter(u"소속"_s).isEmpty(), qUtf8Printable(effects.join(u'\n')));
    QVERIFY(!effects.filter(u"과제"_s).isEmpty());
    QVERIFY(!effects.filter(u"인계서"_s).isEmpty());
    QVERIFY(!tiny::changes(*plan).filter(u"create handover:"_s).isEmpty());
}

// Two orders may move the same person on one day, one after the other: neither stands in the way of the other.
void OrderPlanTest::draftsAHandOverForEachLine()
{
    const auto handovers = [](const QStringList &rows) {
        const Result<Plan> plan = tiny::plan({tiny::table(QStringList{head} + rows)}, tiny::office());
        QStringList records;
        for (const Change &change : plan ? plan->changes : QList<Change>())
            if (change.record.kind == Handover::kind())
                records.append(change.record.id);
        return records;
    };
    const QString moved = u"|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 29."_s;
    const QStringList first = handovers({u"1"_s + moved});
    const QStringList second = handovers({u"1|총무과||아무개|시민봉사과 근무를 명함|2026. 7. 29."_s, u"2"_s + moved});
    QCOMPARE(first.size(), 1);
    QCOMPARE(second.size(), 1);
    QVERIFY(first != second);
}

void OrderPlanTest::opensARecordForSomebodyNew()
{
    const Result<Plan> plan = tiny::plan(
        {tiny::table({head, u"1|신규||강새봄|지방행정서기보시보에 임함. 총무과 근무를 명함|2026. 7. 29."_s})}, tiny::office());

    QVERIFY(plan);
    QCOMPARE(tiny::outcomes(*plan), QStringList{u"ready 신규임용 - A11"_s});
    QVERIFY(!tiny::changes(*plan).filter(u"create person:"_s).isEmpty());
    QVERIFY(!tiny::changes(*plan).filter(u"create account:"_s).isEmpty());
}

void OrderPlanTest::asksAboutADayInThePast()
{
    const Result<Plan> plan = tiny::plan(
        {tiny::table({head, u"1|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 29."_s})}, tiny::office(), {}, QDate(2026, 7, 30));

    QVERIFY(plan);
    QCOMPARE(tiny::reasonCodes(*plan, 1), QStringList{u"date.past"_s});
}

void OrderPlanTest::asksWhereTwoLinesContradict()
{
    const Result<Plan> plan = tiny::plan(
        {tiny::table({head, u"1|정보화담당관|지방행정주사|이민수|총무과 근무를 명함|2026. 7. 29."_s}),
         tiny::table({head, u"1|정보화담당관|지방행정주사|이민수|시민봉사과 근무를 명함|2026. 7. 29."_s})},
        tiny::office());

    QVERIFY(plan);
    QCOMPARE(tiny::outcomes(*plan), (QStringList{u"question 전보 1001 A11"_s, u"question 전보 1001 A12"_s}));
    QVERIFY(tiny::changes(*plan).filter(u"assignment"_s).isEmpty());
}

void OrderPlanTest::givesNoGradeThatStays()
{
    const Result<Plan> plan = tiny::plan(
        {tiny::table({u"구분|성명|현 직급|현 소속|발령 직급|발령 소속|발령일"_s, u"전보|이민수|지방행정주사|정보화담당관|지방행정주사|총무과|2026. 7. 29."_s,
                      u"전보|오세린|지방행정주사|총무과|지방행정사무관|시민봉사과|2026. 7. 29."_s})},
        tiny::office());

    QVERIFY(plan);
    QCOMPARE(tiny::outcomes(*plan), (QStringList{u"ready 전보 1001 A11"_s, u"question 전보 1009 A12"_s}));
    QVERIFY(plan->subject.value(u"lines"_s)[0][u"to_grade"_s].isNull());
    QCOMPARE(plan->questions.first().code, u"grade.kind"_s);
}

void OrderPlanTest::sumsUpTheLines()
{
    const Result<Plan> plan = tiny::plan({homonyms()}, tiny::office());

    QVERIFY(plan);
    const QJsonObject summary = plan->subject.value(u"summary"_s).toObject();
    QCOMPARE(summary, (QJsonObject{{u"ready"_s, 1}, {u"question"_s, 2}, {u"no_change"_s, 0}, {u"rejected"_s, 0}}));
    QVERIFY(plan->questions.size() >= 2);
}

void OrderPlanTest::stopsWhenItIsCancelled()
{
    const OfficeState state = tiny::office();
    const Directory directory(state);
    OrderRequest request;
    request.sources.append({Source{u"order"_s, QString(64, u'0'), u"xlsx"_s, 1, {}}, homonyms()});
    request.received = tiny::received;

    const Result<Plan> plan = planOrder(request, directory, [](int, int) { return false; });

    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Cancelled);
}

QTEST_APPLESS_MAIN(OrderPlanTest)
#include "tst_order_plan.moc"
