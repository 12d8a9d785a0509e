// What a person reads on a scan takes the place of what the machine read, and both are kept as evidence.
#include "office/order/corrections.h"

#include "office/order/order_report.h"
#include "office/tiny_office.h"

#include <QTest>

using namespace naru;
using namespace naru::office;

namespace {

const QString head = u"연번|소속|직급|성명|발령사항|발령일"_s;
const QString misread = u"1|정보화담당관|지방행정주사|이뮨슝|총무과 근무를 명함|2026. 7. 29."_s;

QJsonObject reading(const QJsonObject &typed, int line = 1)
{
    return {{u"line"_s, line}, {u"read"_s, typed}, {u"by"_s, u"1002"_s}, {u"at"_s, u"2026-07-20T01:02:03.000Z"_s}};
}

const QJsonObject whole{{u"name"_s, u"이민수"_s},          {u"unit"_s, u"정보화담당관"_s}, {u"grade"_s, u"지방행정주사"_s},
                        {u"phrase"_s, u"총무과 근무를 명함"_s}, {u"date"_s, u"2026-07-29"_s}};

Result<Plan> planned(const QString &row, Confidence confidence, const QJsonArray &answers = {})
{
    return tiny::plan({tiny::scanned(tiny::table({head, row}), confidence)}, tiny::office(), answers);
}

} // namespace

class CorrectionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lineThatAPersonReadIsReady();
    void whatNobodyTypedStaysUnsure();
    void wordOfAPersonIsNotPutRight();
    void bothReadingsAreKept();
    void laterWordsStandOverEarlierOnes();
    void typedPhraseAndDayAreUnderstood_data();
    void typedPhraseAndDayAreUnderstood();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void reportNamesWhoReadWhat();
};

void CorrectionsTest::lineThatAPersonReadIsReady()
{
    const Result<Plan> asked = planned(misread, 0.5);
    const Result<Plan> typed = planned(misread, 0.5, {reading(whole)});

    QVERIFY(asked && typed);
    QVERIFY(tiny::outcomes(*asked)[0].startsWith(u"question"_s));
    QCOMPARE(tiny::outcomes(*typed)[0], u"ready 전보 1001 A11"_s);
    QVERIFY(asked->digest() != typed->digest());
    QCOMPARE(asked->evidence.first().text, typed->evidence.first().text);
    QCOMPARE(typed->evidence.first().place.confidence, 0.5);
}

void CorrectionsTest::whatNobodyTypedStaysUnsure()
{
    const Result<Plan> typed = planned(misread, 0.5, {reading({{u"name"_s, u"이민수"_s}})});

    QVERIFY(typed);
    QVERIFY(tiny::outcomes(*typed)[0].startsWith(u"question"_s));
    QVERIFY(tiny::reasonCodes(*typed, 1).contains(u"reading.confidence"_s));
}

void CorrectionsTest::wordOfAPersonIsNotPutRight()
{
    QJsonObject typed = whole;
    typed.insert(u"name"_s, u"이민주"_s); // nobody has this name; 이민수 looks like it

    const Result<Plan> plan = planned(misread, 0.95, {reading(typed)});

    QVERIFY(plan);
    QVERIFY(tiny::outcomes(*plan)[0].startsWith(u"question"_s));
    QCOMPARE(plan->subject.value(u"lines"_s)[0][u"name"_s].toString(), u"이민주"_s);
}

void CorrectionsTest::bothReadingsAreKept()
{
    const Result<Plan> plan = planned(misread, 0.5, {reading({{u"name"_s, u"이민수"_s}})});

    QVERIFY(plan);
    const QJsonValue kept = plan->subject.value(u"corrections"_s)[0];
    QCOMPARE(kept[u"line"_s].toInt(), 1);
    QCOMPARE(kept[u"field"_s].toString(), u"name"_s);
    QCOMPARE(kept[u"read"_s].toString(), u"이뮨슝"_s);
    QCOMPARE(kept[u"typed"_s].toString(), u"이민수"_s);
    QCOMPARE(kept[u"by"_s].toString(), u"1002"_s);
    QVERIFY(!kept[u"at"_s].toString().isEmpty());
    QCOMPARE(provenanceFromJson(kept.toObject()).confidence, 0.5);
}

void CorrectionsTest::laterWordsStandOverEarlierOnes()
{
    const OfficeState state = tiny::office();
    const Directory directory(state);
    const Result<Plan> first = planned(misread, 0.5, {reading({{u"name"_s, u"이민주"_s}})});
    QVERIFY(first);

    const Result<Plan> second = replanOrder(*first, {reading(whole)}, directory);

    QVERIFY(second);
    QCOMPARE(tiny::outcomes(*second)[0], u"ready 전보 1001 A11"_s);
    const QJsonArray kept = second->subject.value(u"corrections"_s).toArray();
    QCOMPARE(kept.size(), 6);
    for (const QJsonValue &one : kept)
        if (one[u"field"_s].toString() == u"name"_s)
            QCOMPARE(one[u"read"_s].toString(), u"이뮨슝"_s); // never what somebody typed before
}

void CorrectionsTest::typedPhraseAndDayAreUnderstood_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("got");
    QTest::newRow("another day") << u"date"_s << u"2026-08-01"_s << u"effective"_s << u"2026-08-01"_s;
    QTest::newRow("another order") << u"phrase"_s << u"휴직을 명함"_s << u"kind"_s << u"휴직"_s;
    QTest::newRow("another unit") << u"phrase"_s << u"정보화담당관 근무를 명함"_s << u"to_unit"_s << u"A13"_s;
}

void CorrectionsTest::typedPhraseAndDayAreUnderstood()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, key);
    QFETCH(const QString, got);
    QJsonObject typed = whole;
    typed.insert(field, text);

    const Result<Plan> plan = planned(misread, 0.5, {reading(typed)});

    QVERIFY(plan);
    QCOMPARE(plan->subject.value(u"lines"_s)[0][key].toString(), got);
}

void CorrectionsTest::nonsenseIsRefused_data()
{
    QTest::addColumn<QJsonObject>("typed");
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("a field that nobody knows") << QJsonObject{{u"nick"_s, u"가"_s}};
    QTest::newRow("blanks") << QJsonObject{{u"name"_s, u"  "_s}};
    QTest::newRow("a number") << QJsonObject{{u"name"_s, 5}};
    QTest::newRow("no day") << QJsonObject{{u"date"_s, u"2026-02-30"_s}};
    QTest::newRow("no kind") << QJsonObject{{u"kind"_s, u"이사"_s}};
    QTest::newRow("no grade") << QJsonObject{{u"grade"_s, u"대장"_s}};
}

void CorrectionsTest::nonsenseIsRefused()
{
    QFETCH(const QJsonObject, typed);

    const Result<Plan> plan = planned(misread, 0.5, {reading(typed)});

    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Usage);
    QCOMPARE(plan.error().code, u"answer.read"_s);
}

void CorrectionsTest::reportNamesWhoReadWhat()
{
    const Result<Plan> plan = planned(misread, 0.5, {reading(whole)});
    QVERIFY(plan);

    const QString report = plainText(reportOf(*plan, {}));

    QVERIFY2(report.contains(u"이뮨슝\t이민수\t50%\t1002"_s), qPrintable(report));
}

QTEST_APPLESS_MAIN(CorrectionsTest)
#include "tst_corrections.moc"
