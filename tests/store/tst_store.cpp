#include "office_fixture.h"
#include "store/sqlite.h"
#include "store/write_lock.h"

#include <QFileInfo>

#include <atomic>
#include <optional>
#include <thread>

namespace naru::store {

class tst_Store : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsValuesOfEveryKind_data();
    void keepsValuesOfEveryKind();
    void refusesValuesThatDoNotFit_data();
    void refusesValuesThatDoNotFit();
    void findsRowsByField();
    void appliesExactlyTheDigest();
    void refusesWhatHasMoved_data();
    void refusesWhatHasMoved();
    void laterChangesSeeEarlierOnes();
    void aConflictWritesNothing();
    void twiceIsOnce();
    void doesNotApplyOpenQuestions();
    void aCancelledApplyWritesNothing();
    void newRevisionsReplaceDrafts();
    void booksWhatIsNotDue();
    void appliesDueDaysInOrder();
    void aDueDayInConflictWaits();
    void revertingCancelsBookings();
    void aRevertedPlanIsNotAppliedAgain();
    void refusesABookingThatWasChangedOutside();
    void findsBookingsThatTheJournalDoesNotKnow_data();
    void findsBookingsThatTheJournalDoesNotKnow();
    void waitsForTheOneWhoWrites();
    void settingsAreJournaled();
    void refusesWhatIsNoOffice();
    void filesAreOnlyForTheirOwner();
    void threadsShareAStore();
};

void tst_Store::keepsValuesOfEveryKind_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("text") << u"title"_s << QJsonValue(u"민원 'quoted\" \\ 漢字 \U0001F600"_s);
    QTest::newRow("text with a zero") << u"title"_s << QJsonValue(u"a\0b"_s);
    QTest::newRow("long text") << u"text"_s << QJsonValue(u"줄\n줄\t끝"_s);
    QTest::newRow("whole") << u"count"_s << QJsonValue(qint64(42));
    QTest::newRow("largest whole") << u"count"_s << QJsonValue(std::numeric_limits<qint64>::max());
    QTest::newRow("smallest whole") << u"count"_s << QJsonValue(std::numeric_limits<qint64>::min());
    QTest::newRow("won beyond doubles") << u"amount"_s << QJsonValue(qint64(9'007'199'254'740'993));
    QTest::newRow("exact keeps its zeros") << u"rate"_s << QJsonValue(u"1.10"_s);
    QTest::newRow("moment") << u"at"_s << QJsonValue(u"2026-11-22T06:20:00.123Z"_s);
    QTest::newRow("flag off") << u"flag"_s << QJsonValue(false);
    QTest::newRow("flag on") << u"flag"_s << QJsonValue(true);
    QTest::newRow("choice") << u"choice"_s << QJsonValue(u"공약"_s);
    QTest::newRow("references") << u"persons"_s << QJsonValue(QJsonArray{u"2"_s, u"1"_s});
    QTest::newRow("texts") << u"steps"_s << QJsonValue(QJsonArray{u"검토:1"_s, u""_s});
    QTest::newRow("a word of SQL as a field") << u"group"_s << QJsonValue(u"order"_s);
}

void tst_Store::keepsValuesOfEveryKind()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    Office office;

    const auto applied = office.apply(planOf(u"p-1"_s, {change(Verb::Create, u"order:o-1"_s, {{field, {}, value}})}));

    QVERIFY2(applied, why(applied));
    QVERIFY(office.reopen());
    const Row expected{{u"id"_s, u"o-1"_s}, {field, value}};
    QCOMPARE(*office.store->row({u"order"_s, u"o-1"_s}), expected);
    QCOMPARE(office.store->rows(u"order"_s, {{field, value}})->value(0), expected);
    QCOMPARE(office.verdict(), QString());
}

void tst_Store::refusesValuesThatDoNotFit_data()
{
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown kind") << u"robot:1"_s << u"name"_s << QJsonValue(u"x"_s);
    QTest::newRow("unknown field") << u"order:1"_s << u"name\" TEXT; DROP TABLE person; --"_s << QJsonValue(u"x"_s);
    QTest::newRow("no id") << u"order:"_s << u"title"_s << QJsonValue(u"x"_s);
    QTest::newRow("another id") << u"order:1"_s << u"id"_s << QJsonValue(u"2"_s);
    QTest::newRow("text for a number") << u"order:1"_s << u"count"_s << QJsonValue(u"1"_s);
    QTest::newRow("half a won") << u"order:1"_s << u"amount"_s << QJsonValue(1.5);
    QTest::newRow("number for a text") << u"order:1"_s << u"title"_s << QJsonValue(1);
    QTest::newRow("no decimal") << u"order:1"_s << u"rate"_s << QJsonValue(u"1,5"_s);
    QTest::newRow("no day") << u"person:1"_s << u"valid_from"_s << QJsonValue(u"2026-02-30"_s);
    QTest::newRow("no moment") << u"order:1"_s << u"at"_s << QJsonValue(u"yesterday"_s);
    QTest::newRow("text for a flag") << u"order:1"_s << u"flag"_s << QJsonValue(u"true"_s);
    QTest::newRow("text for a list") << u"order:1"_s << u"steps"_s << QJsonValue(u"a"_s);
    QTest::newRow("half a surrogate") << u"order:1"_s << u"title"_s << QJsonValue(QString(QChar(0xD800)));
}

void tst_Store::refusesValuesThatDoNotFit()
{
    QFETCH(const QString, record);
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    Office office;

    const auto applied = office.apply(planOf(u"p-1"_s, {change(Verb::Create, record, {{field, {}, value}})}));

    QVERIFY(!applied);
    QVERIFY(failsAs(applied, Error::Kind::Invalid));
    QCOMPARE(office.events(), QStringList());
}

void tst_Store::findsRowsByField()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, {hire(u"3"_s, u"박"_s), hire(u"1"_s, u"김"_s, u"B"_s), hire(u"2"_s, u"이"_s, QString())})));
    const auto ids = [&](const Filter &filter) {
        QStringList out;
        const auto rows = office.store->rows(u"person"_s, filter);
        for (const Row &one : *rows)
            out.append(one.value(u"id"_s).toString());
        return out;
    };

    QCOMPARE(ids({}), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(ids({{u"unit"_s, u"B"_s}}), QStringList{u"1"_s});
    QCOMPARE(ids({{u"unit"_s, QJsonValue()}}), QStringList{u"2"_s});
    QCOMPARE(ids({{u"unit"_s, u"A1"_s}, {u"name"_s, u"박"_s}}), QStringList{u"3"_s});
    QVERIFY(failsAs(office.store->rows(u"person"_s, {{u"no such"_s, {}}}), Error::Kind::Invalid));
    QVERIFY(failsAs(office.store->row({u"person"_s, u"9"_s}), Error::Kind::NotFound));
}

void tst_Store::appliesExactlyTheDigest()
{
    Office office;
    const Plan plan = planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s)});
    QVERIFY(office.store->savePlan(plan));

    const auto other = office.store->apply(u"p-1"_s, u"sha256:0"_s, u"a"_s, u"b"_s, noon, today);
    const auto unknown = office.store->apply(u"p-2"_s, plan.digest(), u"a"_s, u"b"_s, noon, today);
    const auto right = office.store->apply(u"p-1"_s, plan.digest(), u"a"_s, u"b"_s, noon, today);

    QVERIFY(failsAs(other, Error::Kind::Conflict));
    QVERIFY(failsAs(unknown, Error::Kind::NotFound));
    QVERIFY2(right, why(right));
    QCOMPARE(right->written, 1);
    QCOMPARE(right->firstEntry, 1);
    QCOMPARE(right->lastEntry, 2);
    QVERIFY(failsAs(office.store->apply(u"p-1"_s, plan.digest(), u"a"_s, u"b"_s, noon, {}), Error::Kind::Invalid));
    const auto entries = *office.store->journal({u"person:1"_s});
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].actor, u"a"_s);
    QCOMPARE(entries[0].approver, u"b"_s);
    QCOMPARE(entries[0].digest, plan.digest());
    QCOMPARE(entries[0].at, noon);
    QCOMPARE(entries[0].change.reason, u"시험"_s);
    QCOMPARE(hashOf(entries[0]), entries[0].hash);
    QCOMPARE(office.state(u"p-1"_s), toString(PlanState::Applied));
    QCOMPARE(office.store->planSummary(u"p-1"_s)->approver, u"b"_s);
}

void tst_Store::refusesWhatHasMoved_data()
{
    QTest::addColumn<Change>("wish");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("create what exists") << hire(u"1"_s, u"김"_s) << QStringList{u"person:1"_s};
    QTest::newRow("update what is gone") << move(u"9"_s, u"A1"_s, u"B"_s) << QStringList{u"person:9"_s};
    QTest::newRow("update from another value")
        << move(u"1"_s, u"C"_s, u"B"_s) << QStringList{u"person:1"_s, u"unit"_s, u"'C'"_s, u"'A1'"_s};
    QTest::newRow("update from nothing")
        << move(u"1"_s, QString(), u"B"_s) << QStringList{u"unit"_s, u"nothing"_s, u"'A1'"_s};
    QTest::newRow("remove what is gone")
        << change(Verb::Remove, u"person:9"_s, {{u"name"_s, u"김"_s, {}}}) << QStringList{u"person:9"_s};
    QTest::newRow("remove with another value")
        << change(Verb::Remove, u"person:1"_s, {{u"name"_s, u"이"_s, {}}, {u"unit"_s, u"A1"_s, {}}})
        << QStringList{u"name"_s, u"'이'"_s, u"'김하나'"_s};
    QTest::newRow("remove more than was shown")
        << change(Verb::Remove, u"person:1"_s, {{u"name"_s, u"김하나"_s, {}}}) << QStringList{u"unit"_s, u"nothing"_s, u"'A1'"_s};
    QTest::newRow("secret values stay secret")
        << change(Verb::Update, u"person:1"_s, {{u"secret"_s, u"guess"_s, u"x"_s}}) << QStringList{u"secret"_s, u"a secret value"_s};
    QTest::newRow("registration numbers are masked")
        << move(u"1"_s, u"900101-1234567"_s, u"B"_s) << QStringList{u"900101-1******"_s};
}

void tst_Store::refusesWhatHasMoved()
{
    QFETCH(const Change, wish);
    QFETCH(const QStringList, words);
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s)})));

    const auto applied = office.apply(planOf(u"p-2"_s, {wish}));

    QVERIFY(!applied);
    QVERIFY(failsAs(applied, Error::Kind::Conflict));
    for (const QString &word : words)
        QVERIFY2(applied.error().text.contains(word), qPrintable(applied.error().text));
    QVERIFY(!applied.error().text.contains(u"guess"));
    QCOMPARE(office.state(u"p-2"_s), toString(PlanState::Draft));
    QCOMPARE(office.verdict(), QString());
}

void tst_Store::laterChangesSeeEarlierOnes()
{
    Office office;

    const auto applied = office.apply(planOf(
        u"p-1"_s, {hire(u"1"_s, u"김하나"_s), move(u"1"_s, u"A1"_s, u"B"_s), move(u"1"_s, u"B"_s, u"C"_s),
                   hire(u"2"_s, u"이"_s), change(Verb::Remove, u"person:2"_s, {{u"name"_s, u"이"_s, {}}, {u"unit"_s, u"A1"_s, {}}})}));

    QVERIFY2(applied, why(applied));
    QCOMPARE(office.field(u"person:1"_s, u"unit"_s), u"C"_s);
    QCOMPARE(office.field(u"person:2"_s, u"unit"_s), u"no record"_s);
    QCOMPARE(office.verdict(), QString());
}

void tst_Store::aConflictWritesNothing()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s)})));

    const auto applied = office.apply(planOf(u"p-2"_s, {hire(u"2"_s, u"이"_s), move(u"1"_s, u"A1"_s, u"B"_s), hire(u"2"_s, u"이"_s)}));

    QVERIFY(!applied);
    QCOMPARE(office.store->rows(u"person"_s)->size(), 1);
    QCOMPARE(office.field(u"person:1"_s, u"unit"_s), u"A1"_s);
    QCOMPARE(office.events(), (QStringList{u"approved"_s, u"changed"_s}));
    QCOMPARE(office.store->search(u"이"_s, 10)->size(), 0);
}

void tst_Store::twiceIsOnce()
{
    Office office;
    const Plan plan = planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s), move(u"1"_s, u"A1"_s, u"B"_s, today.addDays(1))});
    const auto first = office.apply(plan);
    QVERIFY2(first, why(first));

    const auto second = office.apply(plan);

    QVERIFY2(second, why(second));
    QVERIFY(!first->repeated);
    QVERIFY(second->repeated);
    QCOMPARE(second->written, 0);
    QCOMPARE(second->booked, 0);
    QCOMPARE(second->firstEntry, first->firstEntry);
    QCOMPARE(second->lastEntry, first->lastEntry);
    QCOMPARE(office.events().size(), 3);
    QCOMPARE(office.store->bookings()->size(), 1);
}

void tst_Store::doesNotApplyOpenQuestions()
{
    Office office;
    Plan plan = planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s)});
    plan.questions = {{1, u"person.homonym"_s, u"누구입니까?"_s, {}}};

    const auto applied = office.apply(plan);

    QVERIFY(failsAs(applied, Error::Kind::NeedsPerson));
    QCOMPARE(office.events(), QStringList());
}

void tst_Store::aCancelledApplyWritesNothing()
{
    Office office;
    QList<Change> changes;
    for (int i = 0; i < 1000; ++i)
        changes.append(hire(QString::number(i), u"사람"_s));
    const Plan plan = planOf(u"p-1"_s, changes);
    QVERIFY(office.store->savePlan(plan));
    QList<int> told;

    const auto applied = office.store->apply(plan.id, plan.digest(), u"a"_s, u"b"_s, noon, today, [&told](int done, int total) {
        told.append(done);
        return total == 1000 && done < 500;
    });

    QVERIFY(failsAs(applied, Error::Kind::Cancelled));
    QVERIFY(told.size() > 1);
    QCOMPARE(office.store->rows(u"person"_s)->size(), 0);
    QVERIFY(office.store->apply(plan.id, plan.digest(), u"a"_s, u"b"_s, noon, today));
}

void tst_Store::newRevisionsReplaceDrafts()
{
    Office office;
    const Plan first = planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s)});
    const Plan second = planOf(u"p-1"_s, {hire(u"1"_s, u"김두리"_s), hire(u"2"_s, u"이"_s)});
    QVERIFY(office.store->savePlan(first));
    QVERIFY(office.store->savePlan(second));

    QCOMPARE(office.store->planSummary(u"p-1"_s)->revision, 2);
    QCOMPARE(office.store->planSummary(u"p-1"_s)->changes, 2);
    QCOMPARE(office.store->plans()->size(), 1);
    QCOMPARE(toJson(*office.store->plan(u"p-1"_s)), toJson(second));
    QVERIFY(failsAs(office.store->apply(u"p-1"_s, first.digest(), u"a"_s, u"b"_s, noon, today), Error::Kind::Conflict));
    QVERIFY(office.store->apply(u"p-1"_s, second.digest(), u"a"_s, u"b"_s, noon, today));
    QVERIFY(failsAs(office.store->savePlan(first), Error::Kind::Conflict));
    QVERIFY(office.store->savePlan(second));
    QVERIFY(failsAs(office.store->plan(u"p-9"_s), Error::Kind::NotFound));
}

void tst_Store::booksWhatIsNotDue()
{
    Office office;
    const auto applied = office.apply(planOf(
        u"p-1"_s, {hire(u"1"_s, u"김하나"_s), move(u"1"_s, u"B"_s, u"C"_s, today.addDays(2)), move(u"1"_s, u"A1"_s, u"B"_s, today.addDays(1))}));

    QVERIFY2(applied, why(applied));
    QCOMPARE(applied->written, 1);
    QCOMPARE(applied->booked, 2);
    QCOMPARE(office.events(), (QStringList{u"approved"_s, u"changed"_s, u"booked"_s, u"booked"_s}));
    QCOMPARE(office.field(u"person:1"_s, u"unit"_s), u"A1"_s);
    QCOMPARE(office.state(u"p-1"_s), toString(PlanState::PartlyBooked));
    const auto waiting = *office.store->bookings();
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(waiting[0].change.effective, today.addDays(1));
    QCOMPARE(waiting[0].approver, u"approver"_s);
    QCOMPARE(waiting[0].digest, applied->digest);
    QCOMPARE(office.verdict(), QString());
}

void tst_Store::appliesDueDaysInOrder()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-0"_s, {hire(u"1"_s, u"김하나"_s)})));
    QVERIFY(office.apply(planOf(u"p-1"_s, {move(u"1"_s, u"C"_s, u"D"_s, today.addDays(3)), move(u"1"_s, u"A1"_s, u"B"_s, today.addDays(1))})));
    QVERIFY(office.apply(planOf(u"p-2"_s, {move(u"1"_s, u"B"_s, u"C"_s, today.addDays(2))})));
    QCOMPARE(office.state(u"p-1"_s), toString(PlanState::Booked));

    QCOMPARE(office.store->applyDue(u"night"_s, noon, today)->size(), 0);
    const auto first = office.store->applyDue(u"night"_s, noon, today.addDays(2));
    const QString between = office.state(u"p-1"_s);
    const auto second = office.store->applyDue(u"night"_s, noon, today.addDays(3));

    QVERIFY2(first, why(first));
    QCOMPARE(first->size(), 2);
    QCOMPARE(between, toString(PlanState::PartlyBooked));
    QCOMPARE(second->size(), 1);
    QCOMPARE(second->value(0).written, 1);
    QCOMPARE(office.field(u"person:1"_s, u"unit"_s), u"D"_s);
    QCOMPARE(office.state(u"p-1"_s), toString(PlanState::Applied));
    QCOMPARE(office.state(u"p-2"_s), toString(PlanState::Applied));
    QCOMPARE(office.store->bookings()->size(), 0);
    QCOMPARE(office.store->applyDue(u"night"_s, noon, today.addDays(9))->size(), 0);
    const auto last = office.store->journal({{}, u"p-1"_s, 0, 1, true});
    QCOMPARE(last->value(0).actor, u"night"_s);
    QCOMPARE(last->value(0).approver, u"approver"_s);
    QCOMPARE(last->value(0).event, u"changed"_s);
    QCOMPARE(office.verdict(), QString());
}

void tst_Store::aDueDayInConflictWaits()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-0"_s, {hire(u"1"_s, u"김하나"_s), hire(u"2"_s, u"이두리"_s)})));
    QVERIFY(office.apply(planOf(u"p-1"_s, {move(u"1"_s, u"A1"_s, u"B"_s, today.addDays(1)), move(u"2"_s, u"A1"_s, u"B"_s, today.addDays(2))})));
    QVERIFY(office.apply(planOf(u"p-2"_s, {move(u"2"_s, u"A1"_s, u"C"_s, today.addDays(1))})));
    QVERIFY(office.apply(planOf(u"p-3"_s, {move(u"1"_s, u"A1"_s, u"X"_s)})));

    const auto due = office.store->applyDue(u"night"_s, noon, today.addDays(5));

    QVERIFY(failsAs(due, Error::Kind::Conflict));
    QVERIFY2(due.error().text.contains(u"p-1") && due.error().text.contains(u"person:1"), why(due));
    QVERIFY(!due.error().text.contains(u"p-2"));
    QCOMPARE(office.field(u"person:2"_s, u"unit"_s), u"C"_s);
    QCOMPARE(office.state(u"p-1"_s), toString(PlanState::Booked));
    QCOMPARE(office.state(u"p-2"_s), toString(PlanState::Applied));
    QCOMPARE(office.store->bookings()->size(), 2);
}

void tst_Store::revertingCancelsBookings()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-0"_s, {hire(u"1"_s, u"김하나"_s)})));
    const Change now = move(u"1"_s, u"A1"_s, u"B"_s);
    QVERIFY(office.apply(planOf(u"p-1"_s, {now, move(u"1"_s, u"B"_s, u"C"_s, today.addDays(1))})));

    const auto back = office.apply(planOf(u"p-2"_s, inverse({now}), u"p-1"_s));

    QVERIFY2(back, why(back));
    QCOMPARE(office.field(u"person:1"_s, u"unit"_s), u"A1"_s);
    QCOMPARE(office.store->bookings()->size(), 0);
    QCOMPARE(office.state(u"p-1"_s), toString(PlanState::Reverted));
    QCOMPARE(office.events().mid(5), (QStringList{u"approved"_s, u"unbooked"_s, u"changed"_s}));
    QCOMPARE(office.store->applyDue(u"night"_s, noon, today.addDays(5))->size(), 0);
    QCOMPARE(office.verdict(), QString());
}

void tst_Store::aRevertedPlanIsNotAppliedAgain()
{
    Office office;
    const Plan plan = planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s)});
    QVERIFY(office.apply(plan));
    QVERIFY(office.apply(planOf(u"p-2"_s, inverse(plan.changes), u"p-1"_s)));

    QVERIFY(failsAs(office.apply(plan), Error::Kind::Conflict));
    QVERIFY(failsAs(office.apply(planOf(u"p-3"_s, {hire(u"2"_s, u"이"_s)}, u"p-1"_s)), Error::Kind::Conflict));
    QVERIFY(failsAs(office.apply(planOf(u"p-4"_s, {hire(u"2"_s, u"이"_s)}, u"p-9"_s)), Error::Kind::NotFound));
    QCOMPARE(office.store->rows(u"person"_s)->size(), 0);
}

void tst_Store::refusesABookingThatWasChangedOutside()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-0"_s, {hire(u"1"_s, u"김하나"_s)})));
    QVERIFY(office.apply(planOf(u"p-1"_s, {move(u"1"_s, u"A1"_s, u"B"_s, today.addDays(1))})));
    const auto opened = Connection::open(office.path, Connection::Mode::ReadWrite);
    QVERIFY((*opened)->run("UPDATE naru_booking SET change = replace(change, '\"B\"', '\"Z\"')"));

    const auto due = office.store->applyDue(u"night"_s, noon, today.addDays(1));

    QVERIFY(!due);
    QVERIFY2(due.error().text.contains(u"changed outside"), why(due));
    QCOMPARE(office.field(u"person:1"_s, u"unit"_s), u"A1"_s);
}

void tst_Store::findsBookingsThatTheJournalDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qint64>("bad");
    QTest::addColumn<QString>("word");
    QTest::newRow("as it was") << QByteArray("SELECT 1") << qint64(0) << QString();
    QTest::newRow("deleted") << QByteArray("DELETE FROM naru_booking WHERE position = 0") << qint64(4) << u"does not wait"_s;
    QTest::newRow("changed") << QByteArray("UPDATE naru_booking SET change = replace(change, '\"B\"', '\"Z\"') WHERE position = 0")
                             << qint64(4) << u"does not wait"_s;
    QTest::newRow("given to another plan") << QByteArray("UPDATE naru_booking SET plan = 'p-0' WHERE position = 1") << qint64(5) << u"p-1"_s;
    QTest::newRow("added") << QByteArray("INSERT INTO naru_booking(plan, position, approver, effective, change)"
                                         " SELECT plan, 9, approver, effective, replace(change, '\"C\"', '\"Z\"') FROM naru_booking"
                                         " WHERE position = 1") << qint64(6) << u"not booked in the journal"_s;
}

void tst_Store::findsBookingsThatTheJournalDoesNotKnow()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const qint64, bad);
    QFETCH(const QString, word);
    Office office;
    QVERIFY(office.apply(planOf(u"p-0"_s, {hire(u"1"_s, u"김하나"_s)})));
    QVERIFY(office.apply(planOf(u"p-1"_s, {move(u"1"_s, u"A1"_s, u"B"_s, today.addDays(1)), move(u"1"_s, u"B"_s, u"C"_s, today.addDays(2))})));
    const auto opened = Connection::open(office.path, Connection::Mode::ReadWrite);
    QVERIFY((*opened)->run(sql));

    const auto verdict = office.store->verifyJournal();

    QVERIFY2(verdict, why(verdict));
    QCOMPARE(verdict->firstBad, bad);
    QVERIFY2(verdict->problem.contains(word), qPrintable(verdict->problem));
}

// Two writers: the second waits until the first has given the lock back, and then does its work.
void tst_Store::waitsForTheOneWhoWrites()
{
    Office office;
    std::optional<Result<WriteLock>> lock(WriteLock::take(office.path));
    QVERIFY(*lock);
    std::atomic<bool> written = false;
    std::thread second([&] {
        if (office.apply(planOf(u"p-0"_s, {hire(u"1"_s, u"김하나"_s)})))
            written = true;
    });

    QTest::qWait(150); // time enough for a write that does not wait
    const bool early = written;
    const qsizetype meanwhile = office.store->rows(u"person"_s)->size(); // whoever reads does not wait
    lock.reset();
    second.join();

    QVERIFY(!early);
    QCOMPARE(meanwhile, 0);
    QVERIFY(written);
    QCOMPARE(office.store->rows(u"person"_s)->size(), 1);
}

void tst_Store::settingsAreJournaled()
{
    Office office;
    QVERIFY(failsAs(office.store->setting(u"title"_s), Error::Kind::NotFound));

    QVERIFY(office.store->setSetting(u"title"_s, u"가람시"_s, u"admin"_s, noon));
    QVERIFY(office.store->setSetting(u"title"_s, u"나루시"_s, u"admin"_s, noon));
    QVERIFY(office.store->setSetting(u"title"_s, u"나루시"_s, u"admin"_s, noon));

    QCOMPARE(*office.store->setting(u"title"_s), u"나루시"_s);
    const auto entries = *office.store->journal({u"setting:title"_s});
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[1].change.fields.value(0).before, QJsonValue(u"가람시"_s));
    QCOMPARE(office.verdict(), QString());
}

void tst_Store::refusesWhatIsNoOffice()
{
    const QTemporaryDir folder;
    const QString text = folder.filePath(u"text"_s);
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    const QString other = folder.filePath(u"other.db"_s);
    {
        const auto made = Connection::open(other, Connection::Mode::Create);
        QVERIFY((*made)->run("CREATE TABLE t(x); PRAGMA user_version = 3"));
    }

    QVERIFY(failsAs(Store::open(folder.filePath(u"nothing"_s), fixtureTables()), Error::Kind::NotFound));
    QVERIFY(failsAs(Store::open(text, fixtureTables()), Error::Kind::Invalid));
    QVERIFY(failsAs(Store::open(other, fixtureTables()), Error::Kind::Invalid));
    QVERIFY(failsAs(Store::create(text, fixtureTables()), Error::Kind::Conflict));
    QVERIFY(failsAs(Store::open(u"postgresql://city"_s, fixtureTables()), Error::Kind::Unavailable));
    QVERIFY(failsAs(Store::create(u"/proc/none/office"_s, fixtureTables()), Error::Kind::NotFound));
    // The other program's database has not been touched.
    QVERIFY(!QFileInfo::exists(other + u"-wal"_s));
}

void tst_Store::filesAreOnlyForTheirOwner()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s)})));

    const QFileInfoList files = QDir(office.folder.path()).entryInfoList(QDir::Files | QDir::Hidden);
    QVERIFY(files.size() >= 5); // the office, its log and the index of it, its seal and its lock
    for (const QFileInfo &file : files)
        QCOMPARE(file.permissions() & 0x0077, QFile::Permissions());
}

void tst_Store::threadsShareAStore()
{
    Office office;
    constexpr int threads = 4;
    constexpr int each = 20;
    std::vector<std::thread> workers;
    std::atomic<int> failed = 0;
    for (int t = 0; t < threads; ++t) {
        workers.emplace_back([&, t] {
            for (int i = 0; i < each; ++i) {
                const QString id = u"%1-%2"_s.arg(t).arg(i);
                if (!office.apply(planOf(u"p-"_s + id, {hire(id, u"김하나"_s)})) || !office.store->rows(u"person"_s)
                    || !office.store->search(u"하나"_s, 5))
                    ++failed;
            }
        });
    }
    for (std::thread &one : workers)
        one.join();

    QCOMPARE(failed, 0);
    QCOMPARE(office.store->rows(u"person"_s)->size(), threads * each);
    QCOMPARE(office.verdict(), QString());
}

} // namespace naru::store

QTEST_GUILESS_MAIN(naru::store::tst_Store)
#include "tst_store.moc"
