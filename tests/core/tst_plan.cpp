#include "core/plan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace naru;

namespace {

// A plan that sets every field there is.
Plan full()
{
    Plan plan;
    plan.id = u"p-1"_s;
    plan.robot = u"personnel-order"_s;
    plan.title = u"2026. 7. 29.자 인사발령"_s;
    plan.maker = u"kim"_s;
    plan.made = QDateTime(QDate(2026, 7, 20), QTime(9, 30, 0, 125), Qt::UTC);
    plan.received = QDate(2026, 7, 20);
    plan.sources = {{u"order.pdf"_s, QString(64, u'b'), u"pdf"_s, 31, {{u"curves"_s, u"글자가 그림입니다"_s, 3}}}};
    plan.evidence = {{0, {3, Box{1, 2, 3, 4}, u"tbl[0]"_s, 0.5, Provenance::Method::Ocr}, u"이민수 재정관리담당관"_s},
                     {-1, {}, u"규칙"_s}};
    plan.changes = {
        {1,
         {u"assignment"_s, u"20110234-1"_s},
         Verb::Update,
         {{u"unit"_s, u"u-1"_s, u"u-2"_s}, {u"until"_s, QJsonValue(), u"2026-07-28"_s}},
         QDate(2026, 7, 29),
         u"전보: 소속 변경"_s},
        {0, {u"assignment"_s, u"20110234-2"_s}, Verb::Create, {{u"order"_s, QJsonValue(), 7}}, {}, {}},
        {2, {u"account"_s, u"a"_s}, Verb::Remove, {{u"open"_s, true, QJsonValue()}}, {}, u"퇴직"_s},
    };
    plan.questions = {
        {4, u"person.homonym"_s, u"김하나가 두 명입니다."_s, {{{{u"emp_no"_s, u"1"_s}}, u"총무과 김하나"_s}}}};
    plan.reverts = u"p-0"_s;
    plan.subject = {{u"lines"_s, QJsonArray{1, 2}}};
    return plan;
}

using Touch = std::function<void(Plan &)>;

} // namespace

class tst_Plan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesItsDigestWithWhatMatters_data();
    void changesItsDigestWithWhatMatters();
    void keepsItsDigestOtherwise_data();
    void keepsItsDigestOtherwise();
    void comesBackFromJson();
    void refusesWhatIsNoPlan_data();
    void refusesWhatIsNoPlan();
    void goesBackAndForth();
    void turnsEachChangeRound();
    void keepsChangesAsJson();
};

void tst_Plan::changesItsDigestWithWhatMatters_data()
{
    QTest::addColumn<Touch>("touch");
    const QList<std::pair<const char *, Touch>> rows{
        {"robot", [](Plan &plan) { plan.robot = u"import"_s; }},
        {"title", [](Plan &plan) { plan.title += u'x'; }},
        {"received", [](Plan &plan) { plan.received = plan.received.addDays(1); }},
        {"reverts", [](Plan &plan) { plan.reverts.clear(); }},
        {"subject", [](Plan &plan) { plan.subject.insert(u"lines"_s, 3); }},
        {"bytes of a source", [](Plan &plan) { plan.sources[0].sha256[0] = u'c'; }},
        {"format of a source", [](Plan &plan) { plan.sources[0].format = u"hwpx"_s; }},
        {"pages of a source", [](Plan &plan) { plan.sources[0].pages = 30; }},
        {"diagnostic of a source", [](Plan &plan) { plan.sources[0].diagnostics.clear(); }},
        {"a source more", [](Plan &plan) { plan.sources.append(plan.sources[0]); }},
        {"source of evidence", [](Plan &plan) { plan.evidence[0].source = 1; }},
        {"page of evidence", [](Plan &plan) { plan.evidence[0].place.page = 4; }},
        {"box of evidence", [](Plan &plan) { plan.evidence[0].place.box->left = 1.5; }},
        {"address of evidence", [](Plan &plan) { plan.evidence[0].place.address.clear(); }},
        {"confidence of evidence", [](Plan &plan) { plan.evidence[0].place.confidence = 0.51; }},
        {"method of evidence", [](Plan &plan) { plan.evidence[0].place.method = Provenance::Method::Native; }},
        {"text of evidence", [](Plan &plan) { plan.evidence[0].text += u'x'; }},
        {"line of a change", [](Plan &plan) { plan.changes[0].line = 2; }},
        {"kind of a record", [](Plan &plan) { plan.changes[0].record.kind = u"person"_s; }},
        {"record", [](Plan &plan) { plan.changes[0].record.id += u'x'; }},
        {"verb", [](Plan &plan) { plan.changes[0].verb = Verb::Create; }},
        {"field", [](Plan &plan) { plan.changes[0].fields[0].field = u"post"_s; }},
        {"before", [](Plan &plan) { plan.changes[0].fields[0].before = QJsonValue(); }},
        {"after", [](Plan &plan) { plan.changes[0].fields[0].after = u"u-3"_s; }},
        {"type of a value", [](Plan &plan) { plan.changes[1].fields[0].after = u"7"_s; }},
        {"a field less", [](Plan &plan) { plan.changes[0].fields.removeLast(); }},
        {"effective day", [](Plan &plan) { plan.changes[0].effective = QDate(2026, 7, 30); }},
        {"no effective day", [](Plan &plan) { plan.changes[0].effective = {}; }},
        {"reason", [](Plan &plan) { plan.changes[0].reason += u'x'; }},
        {"a change less", [](Plan &plan) { plan.changes.removeLast(); }},
        {"order of the changes", [](Plan &plan) { plan.changes.swapItemsAt(0, 1); }},
        {"a question less", [](Plan &plan) { plan.questions.clear(); }},
        {"line of a question", [](Plan &plan) { plan.questions[0].line = 5; }},
        {"code of a question", [](Plan &plan) { plan.questions[0].code += u'x'; }},
        {"text of a question", [](Plan &plan) { plan.questions[0].text += u'x'; }},
        {"candidate", [](Plan &plan) { plan.questions[0].candidates[0].text += u'x'; }},
        {"answer of a candidate", [](Plan &plan) { plan.questions[0].candidates[0].answer = {}; }},
    };
    for (const auto &row : rows)
        QTest::newRow(row.first) << row.second;
}

void tst_Plan::changesItsDigestWithWhatMatters()
{
    QFETCH(const Touch, touch);
    Plan other = full();

    touch(other);

    QVERIFY(other.digest() != full().digest());
    QVERIFY(planFromJson(toJson(other))->digest() == other.digest());
}

void tst_Plan::keepsItsDigestOtherwise_data()
{
    QTest::addColumn<Touch>("touch");
    const QList<std::pair<const char *, Touch>> rows{
        {"id", [](Plan &plan) { plan.id = u"p-2"_s; }},
        {"maker", [](Plan &plan) { plan.maker = u"lee"_s; }},
        {"moment", [](Plan &plan) { plan.made = plan.made.addDays(1); }},
        {"name of a file", [](Plan &plan) { plan.sources[0].file = u"발령.pdf"_s; }},
        {"order of the fields of a change", [](Plan &plan) { plan.changes[0].fields.swapItemsAt(0, 1); }},
    };
    for (const auto &row : rows)
        QTest::newRow(row.first) << row.second;
}

void tst_Plan::keepsItsDigestOtherwise()
{
    QFETCH(const Touch, touch);
    Plan other = full();

    touch(other);

    QCOMPARE(other.digest(), full().digest());
    QVERIFY(other.digest().startsWith(u"sha256:"_s) && other.digest().size() == 7 + 64);
}

void tst_Plan::comesBackFromJson()
{
    const Plan plan = full();
    const QByteArray json = QJsonDocument(toJson(plan)).toJson(QJsonDocument::Compact);

    const Result<Plan> back = planFromJson(QJsonDocument::fromJson(json).object());

    QVERIFY(back);
    QCOMPARE(QJsonDocument(toJson(*back)).toJson(QJsonDocument::Compact), json);
    QCOMPARE(back->id, plan.id);
    QCOMPARE(back->maker, plan.maker);
    QCOMPARE(back->made, plan.made);
    QCOMPARE(back->sources.at(0).file, u"order.pdf"_s);
    QCOMPARE(back->evidence.at(1).source, -1);
    QCOMPARE(back->changes.at(0).fields.size(), 2);
    QCOMPARE(back->digest(), plan.digest());
    QCOMPARE(planFromJson(toJson(*back))->digest(), plan.digest());
}

void tst_Plan::refusesWhatIsNoPlan_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("no changes") << QByteArray(R"({"robot": "x"})");
    QTest::newRow("no robot") << QByteArray(R"({"changes": []})");
    const auto change = [](const char *text) { return QByteArray(R"({"robot": "x", "changes": [)") + text + "]}"; };
    QTest::newRow("a number for a change") << change("1");
    QTest::newRow("a change of nothing") << change(R"({"verb": "update", "fields": {}})");
    QTest::newRow("a record without an id") << change(R"({"record": "person:", "verb": "update", "fields": {}})");
    QTest::newRow("no verb") << change(R"({"record": "person:1", "fields": {}})");
    QTest::newRow("another verb") << change(R"({"record": "person:1", "verb": "replace", "fields": {}})");
    QTest::newRow("no fields") << change(R"({"record": "person:1", "verb": "update"})");
    QTest::newRow("no before") << change(R"({"record": "person:1", "verb": "update", "fields": {"name": ["x"]}})");
    QTest::newRow("a day that does not exist")
        << change(R"({"record": "person:1", "verb": "update", "fields": {}, "effective": "2026-02-30"})");
    QTest::newRow("no effective day") << change(R"({"record": "person:1", "verb": "update", "fields": {}})");
}

void tst_Plan::refusesWhatIsNoPlan()
{
    QFETCH(const QByteArray, json);

    const Result<Plan> plan = planFromJson(QJsonDocument::fromJson(json).object());

    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Invalid);
    QVERIFY(plan.error().text.startsWith(u"expected "_s));
}

void tst_Plan::goesBackAndForth()
{
    Plan there = full();
    Plan again = full();

    again.changes = inverse(inverse(there.changes));

    QCOMPARE(again.digest(), there.digest());
}

void tst_Plan::turnsEachChangeRound()
{
    const QList<Change> back = inverse(full().changes);

    QCOMPARE(back.size(), 3);
    QVERIFY(back.at(0).verb == Verb::Create);
    QCOMPARE(back.at(0).record.toString(), u"account:a"_s);
    QCOMPARE(back.at(0).fields.at(0).before, QJsonValue());
    QCOMPARE(back.at(0).fields.at(0).after, QJsonValue(true));
    QVERIFY(back.at(1).verb == Verb::Remove);
    QCOMPARE(back.at(1).fields.at(0).before, QJsonValue(7));
    QVERIFY(back.at(2).verb == Verb::Update);
    QCOMPARE(back.at(2).fields.at(0).before, QJsonValue(u"u-2"_s));
    QCOMPARE(back.at(2).fields.at(0).after, QJsonValue(u"u-1"_s));
}

void tst_Plan::keepsChangesAsJson()
{
    for (const Change &change : full().changes)
        QCOMPARE(toJson(changeFromJson(toJson(change))), toJson(change));
}

QTEST_APPLESS_MAIN(tst_Plan)
#include "tst_plan.moc"
