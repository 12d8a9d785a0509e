// People's tasks as their day comes near and goes by: reminders and escalation by working days, once each, whatever
// happens to the service.
#include "robot_fixture.h"
#include "run/robots/task_steps.h"

namespace naru::run {

namespace {

QString local(const QDateTime &moment) { return moment.toOffsetFromUtc(9 * 3600).toString(u"MM-dd HH:mm"_s); }

// A task for the people in charge of personnel, due in two working days, with these settings.
LoadedRobot robotWith(Works &works, const QString &settings)
{
    return works.robotOf(modelOf(ends + userTask(u"u"_s, u"\"role:인사\""_s, u"naru:dueWorkingDays='2' "_s + settings) + flowsOf({u"start"_s, u"u"_s, u"end"_s})));
}

// Hour by hour, each time by another service: the one before was killed.
QStringList stepsSeen(Works &works, const QString &run, int hours, int stride = 1)
{
    QStringList seen;
    qsizetype known = 0;
    for (int i = 0; i < hours; i += stride) {
        works.clock.pass(3600LL * stride);
        works.runner = std::make_unique<Runner>(works.runs(), *works.port, works.clock, Runner::Options{u"service-"_s + QString::number(i), 60'000, 1, 8});
        works.advanceAll();
        QList<QJsonObject> facts = works.factsOf(run, {});
        for (; known < facts.size(); ++known)
            if (const QString kind = facts[known].value(u"run"_s).toString(); kind == u"taskReminded" || kind == u"taskEscalated")
                seen.append(local(works.clock.now()) + u' ' + kind);
    }
    return seen;
}

} // namespace

class tst_TaskDeadlines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStepComesOnceAtItsHour_data();
    void eachStepComesOnceAtItsHour();
    void whatLayInAStopIsOneStep();
    void lateTasksGoToOthersToo_data();
    void lateTasksGoToOthersToo();
    void aDoneTaskIsNotRemindedOf();
    void settingsThatMakeNoSenseAreProblems_data();
    void settingsThatMakeNoSenseAreProblems();
    void whoeverWatchesIsToldAfterItIsWritten();
    void closingDaysOfTheOfficeAreNoWorkingDays();
    void aDayThatClosesLaterTakesNoStepAway();
};

// The clock of the tests begins on Friday, 2026-11-20, 10:00: two working days on is Tuesday, the 24th.
void tst_TaskDeadlines::eachStepComesOnceAtItsHour_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QStringList>("steps");
    QTest::newRow("none") << QString() << QStringList();
    QTest::newRow("the day before, over a weekend") << u"naru:remind='-1'"_s << QStringList{u"11-23 09:00 taskReminded"_s};
    QTest::newRow("on the day, and after") << u"naru:remind='0 1'"_s << QStringList{u"11-24 09:00 taskReminded"_s, u"11-25 09:00 taskReminded"_s};
    QTest::newRow("three days before is past already") << u"naru:remind='-3'"_s << QStringList();
    QTest::newRow("all together") << u"naru:remind='1 -1' naru:escalateAfter='2'"_s
                                  << QStringList{u"11-23 09:00 taskReminded"_s, u"11-25 09:00 taskReminded"_s, u"11-26 09:00 taskEscalated"_s};
}

void tst_TaskDeadlines::eachStepComesOnceAtItsHour()
{
    QFETCH(const QString, settings);
    QFETCH(const QStringList, steps);
    Works works;
    const QString run = works.begin(robotWith(works, settings));
    works.advanceAll();

    QCOMPARE(stepsSeen(works, run, 24 * 8), steps);

    const auto image = works.runs().load(run);
    const auto robot = works.runner->robot(image->head.package);
    QCOMPARE(toBytes((*robot)->definition, works.dataOf(run)), toBytes((*robot)->definition, *fold((*robot)->definition, {}, 0, *works.runs().facts(run))));
}

void tst_TaskDeadlines::whatLayInAStopIsOneStep()
{
    Works works;
    const QString run = works.begin(robotWith(works, u"naru:remind='-1 0 1' naru:escalateAfter='2'"_s));
    works.advanceAll();

    QCOMPARE(stepsSeen(works, run, 24 * 20, 24 * 10), QStringList{u"11-30 10:00 taskEscalated"_s});
}

void tst_TaskDeadlines::lateTasksGoToOthersToo_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("candidates");
    QTest::newRow("the heads by default") << QString() << QStringList{u"role:인사"_s, u"head:role:인사"_s};
    QTest::newRow("deputies") << u"naru:escalateTo='deputy'"_s << QStringList{u"role:인사"_s, u"deputy:role:인사"_s};
    QTest::newRow("named by an expression") << u"naru:escalateTo='[&quot;unit:A01&quot;, &quot;person:7&quot;]'"_s
                                            << QStringList{u"role:인사"_s, u"unit:A01"_s, u"person:7"_s};
    QTest::newRow("the heads where the expression finds nobody") << u"naru:escalateTo='null'"_s << QStringList{u"role:인사"_s, u"head:role:인사"_s};
}

void tst_TaskDeadlines::lateTasksGoToOthersToo()
{
    QFETCH(const QString, to);
    QFETCH(const QStringList, candidates);
    Works works;
    const QString run = works.begin(robotWith(works, u"naru:escalateAfter='1' "_s + to));
    works.advanceAll();
    const QString key = works.runs().work({})->first().key;
    works.tell(run, u"claim"_s, {{u"wish"_s, u"claim"_s}, {u"key"_s, key}});
    works.advanceAll();
    QCOMPARE(works.runs().work({})->first().holder, u"20110234"_s);

    QCOMPARE(stepsSeen(works, run, 24 * 8).size(), 1);

    const store::WorkItem item = works.runs().work({})->first();
    QCOMPARE(item.candidates, candidates);
    QCOMPARE(item.holder, QString()); // whoever held it did not do it
    QVERIFY(QJsonDocument::fromJson(item.body).object().value(u"escalated"_s).isString());
    QCOMPARE(works.runs().work({{candidates.last()}, {}})->size(), 1);
}

void tst_TaskDeadlines::aDoneTaskIsNotRemindedOf()
{
    Works works;
    const QString run = works.begin(robotWith(works, u"naru:remind='-1 0 1' naru:escalateAfter='2'"_s));
    works.advanceAll();
    works.tell(run, u"done"_s, {{u"wish"_s, u"complete"_s}, {u"key"_s, works.runs().work({})->first().key}});
    works.advanceAll();

    QCOMPARE(stepsSeen(works, run, 24 * 8), QStringList());
    QCOMPARE(works.stateOf(run), u"completed"_s);
}

void tst_TaskDeadlines::settingsThatMakeNoSenseAreProblems_data()
{
    QTest::addColumn<QString>("settings");
    QTest::newRow("a reminder of words") << u"naru:dueWorkingDays='2' naru:remind='soon'"_s;
    QTest::newRow("an escalation of nothing") << u"naru:dueWorkingDays='2' naru:escalateAfter='0'"_s;
    QTest::newRow("a reminder without a day") << u"naru:remind='1'"_s;
    QTest::newRow("an escalation without a day") << u"naru:escalateAfter='1'"_s;
}

void tst_TaskDeadlines::settingsThatMakeNoSenseAreProblems()
{
    QFETCH(const QString, settings);
    Works works;

    const LoadedRobot loaded = works.robotOf(modelOf(ends + userTask(u"u"_s, u"\"role:인사\""_s, settings) + flowsOf({u"start"_s, u"u"_s, u"end"_s})));

    QCOMPARE(loaded.problems.size(), 1);
    QCOMPARE(loaded.problems.first().rule, u"robot.setting"_s);
    QCOMPARE(loaded.problems.first().element, u"u"_s);
}

void tst_TaskDeadlines::whoeverWatchesIsToldAfterItIsWritten()
{
    Works works;
    const QString run = works.begin(robotWith(works, u"naru:remind='1'"_s));
    works.advanceAll();
    QStringList told;
    Runner::Options options;
    options.tellTask = [&](const LiveRun::TaskNotice &one) { told.append(one.title + QString::number(works.factsOf(run, u"taskReminded"_s).size())); };
    Runner runner(works.runs(), *works.port, works.clock, options);

    works.clock.pass(24 * 3600 * 6);
    QVERIFY(runner.advanceDue());
    QVERIFY(runner.advanceDue());

    QCOMPARE(told, QStringList{u"할 일 u1"_s});
}

// Monday, the 23rd, is closed: two working days on is Wednesday, the 25th.
void tst_TaskDeadlines::closingDaysOfTheOfficeAreNoWorkingDays()
{
    Works works;
    const KoreanCalendar closed = *KoreanCalendar::national().withOfficeDays(R"({"closed": [{"date": "2026-11-23", "name": "개원기념일"}]})");
    Runner::Options options;
    options.calendar = [&closed] { return closed; };
    works.runner = std::make_unique<Runner>(works.runs(), *works.port, works.clock, options);

    works.begin(robotWith(works, u"naru:remind='0'"_s));
    works.advanceAll();

    QCOMPARE(local(works.runs().work({})->first().due), u"11-25 18:00"_s);
}

// Due on Tuesday, the 24th, reminded of on Monday: once Monday is closed, that reminder lies before the task was made.
void tst_TaskDeadlines::aDayThatClosesLaterTakesNoStepAway()
{
    Works works;
    const QString run = works.begin(robotWith(works, u"naru:remind='-1' naru:escalateAfter='1'"_s));
    works.advanceAll();
    works.clock.pass(3 * 24 * 3600); // Monday, 10:00
    works.advanceAll();
    QCOMPARE(works.factsOf(run, u"taskReminded"_s).size(), 1);
    const KoreanCalendar closed = *KoreanCalendar::national().withOfficeDays(R"({"closed": [{"date": "2026-11-23", "name": "개원기념일"}]})");
    Runner::Options options;
    options.calendar = [&closed] { return closed; };
    Runner later(works.runs(), *works.port, works.clock, options);

    works.clock.pass(2 * 24 * 3600); // Wednesday, 10:00
    QVERIFY(later.advanceDue());

    QCOMPARE(works.factsOf(run, u"taskEscalated"_s).size(), 1);
}

} // namespace naru::run

QTEST_GUILESS_MAIN(naru::run::tst_TaskDeadlines)
#include "tst_task_deadlines.moc"
