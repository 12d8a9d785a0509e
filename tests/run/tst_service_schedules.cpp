// Schedules come to pass: in time, once, whatever the clock does and whoever was stopped, and what was missed is recorded.
#include "service_fixture.h"

#include <QtTest>

namespace naru::run {

class tst_ServiceSchedules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsInTimeAndOnce();
    void doesWhatThePreviewShows();
    void recordsWhatWasMissed_data();
    void recordsWhatWasMissed();
    void bearsAClockThatSteps_data();
    void bearsAClockThatSteps();
    void aMachineThatSleptCatchesUpOnce();
    void letsRunsOverlapAsItSays_data();
    void letsRunsOverlapAsItSays();
    void beginsWhatWaitedWhenTheOtherEnds();
    void beginsAQueuedRunOnceAfterAStop();
    void runsWhatAPersonDecides();
    void countsFromTheMomentOfAChange();
    void recordsARobotThatCannotRun();
    void twoServicesBeginNoRunTwice();
    void isJournalledAndRevertible();
    void saysEverythingThatIsWrong();
    void plansTakeEffectAtMidnightInSeoul();
    void aMessageBeginsARobotOnce();
};

void tst_ServiceSchedules::runsInTimeAndOnce()
{
    Night night;
    night.add(u"quick"_s, u"0 * * * *"_s);

    night.clock.pass(1799);
    QCOMPARE(night.service->pass(), 0);
    night.clock.pass(1);
    QVERIFY(night.service->pass() > 0);
    night.service->pass();
    night.restart();

    const auto runs = night.runsOf(u"schedule:s-1@"_s);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.first().cause, u"schedule:s-1@2026-11-20T01:00:00Z"_s);
    QCOMPARE(runs.first().starter, u"schedule:s-1"_s);
    QCOMPARE(store::toString(runs.first().state), u"completed"_s);
    QCOMPARE(night.outcomes(), QStringList{u"run 20T01"_s});
}

void tst_ServiceSchedules::doesWhatThePreviewShows()
{
    Night night;
    night.add(u"quick"_s, u"0 9 5 * *"_s, {{u"holidays"_s, u"next"_s}});
    const auto stored = night.schedules().find(u"s-1"_s);
    const auto preview = night.schedules().preview(stored->schedule, night.clock.now(), 24);
    QVERIFY(preview);
    QCOMPARE(preview->occurrences.size(), 24);

    QList<QDateTime> expected;
    for (const schedule::Occurrence &one : preview->occurrences) {
        expected.append(one.scheduledAt);
        night.clock.passTo(one.startsAt);
        night.service->pass();
    }

    QList<QDateTime> happened;
    for (const store::RunHead &one : night.runsOf(u"schedule:s-1@"_s))
        happened.prepend(QDateTime::fromString(one.cause.section(u'@', 1), Qt::ISODate));
    QCOMPARE(happened, expected);
    QVERIFY(std::any_of(preview->occurrences.begin(), preview->occurrences.end(), [](const auto &one) { return one.isMoved; }));
}

void tst_ServiceSchedules::recordsWhatWasMissed_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("runs");
    for (const int hours : {0, 1, 500}) {
        QTest::addRow("once over %d", hours) << u"once"_s << hours << std::min(hours, 1);
        QTest::addRow("skip over %d", hours) << u"skip"_s << hours << 0;
        QTest::addRow("all up to 3 over %d", hours) << u"all"_s << hours << std::min(hours, 3);
        QTest::addRow("ask over %d", hours) << u"ask"_s << hours << 0;
    }
}

void tst_ServiceSchedules::recordsWhatWasMissed()
{
    QFETCH(const QString, policy);
    QFETCH(const int, hours);
    QFETCH(const int, runs);
    Night night;
    night.add(u"quick"_s, u"0 * * * *"_s, {{u"misfire"_s, QJsonObject{{u"policy"_s, policy}, {u"limit"_s, 3}}}, {u"overlap"_s, u"allow"_s}});

    night.stop();
    night.clock.pass(hours * 3600);
    night.restart();
    night.restart();

    qInfo() << hours << "times gone by," << policy << ':' << night.runsOf(u"schedule:"_s).size() << "run," << night.missed() << "recorded as missed";
    QCOMPARE(night.runsOf(u"schedule:"_s).size(), runs);
    QCOMPARE(night.missed(), hours - runs);
    QCOMPARE(night.outcomes().filter(u"asked"_s).size(), policy == u"ask" && hours > 0 ? 1 : 0);
    night.clock.pass(1800); // and it goes on
    night.service->pass();
    QCOMPARE(night.runsOf(u"schedule:"_s).size(), runs + 1);
}

void tst_ServiceSchedules::bearsAClockThatSteps_data()
{
    QTest::addColumn<qint64>("step");
    QTest::addColumn<bool>("isStopped"); // while it steps
    for (const bool isStopped : {false, true}) {
        const char *how = isStopped ? "while it is stopped" : "while it runs";
        QTest::addRow("two minutes back, %s", how) << qint64(-120) << isStopped;
        QTest::addRow("an hour ahead, %s", how) << qint64(3600) << isStopped;
        QTest::addRow("a day back, %s", how) << qint64(-86'400) << isStopped;
        QTest::addRow("ten years ahead, %s", how) << qint64(315'576'000) << isStopped;
    }
}

void tst_ServiceSchedules::bearsAClockThatSteps()
{
    QFETCH(const qint64, step);
    QFETCH(const bool, isStopped);
    Night night;
    night.add(u"quick"_s, u"0 * * * *"_s);
    night.hours(3);

    // The clock is wrong for a while, is put right, and a day goes by.
    for (const qint64 by : {step, -step}) {
        if (isStopped)
            night.stop();
        night.clock.step(by);
        if (isStopped)
            night.restart();
        night.service->pass();
        night.service->pass();
    }
    const QDateTime right = night.clock.now();
    night.hours(24);

    QStringList causes;
    for (const store::RunHead &one : night.runsOf(u"schedule:"_s))
        causes.append(one.cause);
    qInfo() << causes.size() << "runs, each of a time of its own," << night.missed() << "recorded as missed";
    QCOMPARE(QSet<QString>(causes.begin(), causes.end()).size(), causes.size());
    for (int i = 1; i <= 24; ++i) {
        const QString cause = Schedules::causeOf(u"s-1"_s, right.addSecs(i * 3600 - 1800));
        const bool isOnRecord = night.outcomes().contains(u"run "_s + right.addSecs(i * 3600 - 1800).toString(u"ddTHH"_s));
        QVERIFY2(causes.contains(cause) || isOnRecord, qPrintable(cause));
    }
    QVERIFY(causes.size() <= 3 + 24 + 1); // what was far ahead ran once, for all
}

// The machine is suspended for a night while the service lives: nobody looks, and then the clock is eight hours on.
void tst_ServiceSchedules::aMachineThatSleptCatchesUpOnce()
{
    Night night;
    night.add(u"quick"_s, u"0 * * * *"_s);
    night.hours(3);

    night.clock.pass(8 * 3600);
    night.service->pass();
    night.service->pass();

    QCOMPARE(night.runsOf(u"schedule:"_s).size(), 4);
    QCOMPARE(night.missed(), 7);
    night.hours(1);
    QCOMPARE(night.runsOf(u"schedule:"_s).size(), 5);
}

void tst_ServiceSchedules::letsRunsOverlapAsItSays_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QStringList>("outcomes");
    QTest::addColumn<int>("going");
    const QString first = u"run 20T01"_s;
    QTest::newRow("skip") << u"skip"_s << QStringList{first, u"skipped 20T02"_s, u"skipped 20T03"_s} << 1;
    QTest::newRow("queue one") << u"queue-one"_s << QStringList{first, u"queued 20T02"_s, u"skipped 20T03"_s} << 1;
    QTest::newRow("queue all") << u"queue-all"_s << QStringList{first, u"queued 20T02"_s, u"queued 20T03"_s} << 1;
    QTest::newRow("cancel the other") << u"cancel-other"_s << QStringList{first, u"run 20T02"_s, u"run 20T03"_s} << 1;
    QTest::newRow("allow") << u"allow"_s << QStringList{first, u"run 20T02"_s, u"run 20T03"_s} << 3;
}

void tst_ServiceSchedules::letsRunsOverlapAsItSays()
{
    QFETCH(const QString, policy);
    Night night;
    night.add(u"waits"_s, u"0 * * * *"_s, {{u"overlap"_s, policy}});

    night.hours(2);
    night.restart(); // what goes on is known to the next service too
    night.hours(1);

    QTEST(night.outcomes(), "outcomes");
    QTEST(night.going(), "going");
}

void tst_ServiceSchedules::beginsWhatWaitedWhenTheOtherEnds()
{
    Night night;
    night.add(u"waits"_s, u"0 * * * *"_s, {{u"overlap"_s, u"queue-all"_s}});
    night.hours(3);

    for (int i = 0; i < 2; ++i) {
        const auto going = night.runs().runs({{}, store::RunState::Running, u"schedule:"_s});
        QCOMPARE(going->size(), 1);
        QVERIFY(night.service->desk().cancel(going->first().id, u"시험"_s));
        night.service->pass();
        night.service->pass();
    }

    QCOMPARE(night.outcomes(), (QStringList{u"run 20T01"_s, u"run 20T02"_s, u"run 20T03"_s}));
    QCOMPARE(night.going(), 1);
    QCOMPARE(night.runsOf(u"schedule:s-1@2026-11-20T03"_s).size(), 1);
}

void tst_ServiceSchedules::beginsAQueuedRunOnceAfterAStop()
{
    Night night;
    night.add(u"waits"_s, u"0 * * * *"_s, {{u"overlap"_s, u"queue-one"_s}});
    night.hours(2);
    const QString first = night.runsOf(u"schedule:s-1@2026-11-20T01"_s).first().id;
    // The former service began the run that waited, and was killed before it could say so.
    const auto stored = night.schedules().find(u"s-1"_s);
    const auto begin = Schedules::beginOf(*stored, QDateTime(QDate(2026, 11, 20), QTime(2, 0), Qt::UTC));
    QVERIFY(night.service->desk().begin(*begin));
    QVERIFY(night.service->desk().cancel(first, u"시험"_s));

    night.restart();
    night.service->pass();

    QCOMPARE(night.runsOf(u"schedule:s-1@"_s).size(), 2);
    QCOMPARE(night.outcomes(), (QStringList{u"run 20T01"_s, u"run 20T02"_s}));
}

void tst_ServiceSchedules::runsWhatAPersonDecides()
{
    Night night;
    night.add(u"quick"_s, u"0 * * * *"_s, {{u"misfire"_s, u"ask"_s}});
    night.stop();
    night.clock.pass(5 * 3600);
    night.restart();
    QCOMPARE(night.outcomes(), QStringList{u"asked 20T05"_s});
    const QDateTime at(QDate(2026, 11, 20), QTime(5, 0), Qt::UTC);

    QVERIFY(night.schedules().decide(u"s-1"_s, at, true));
    const Status again = night.schedules().decide(u"s-1"_s, at, true);

    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::Conflict);
    QCOMPARE(night.runsOf(u"schedule:"_s).size(), 1);
    QCOMPARE(night.outcomes(), QStringList{u"run 20T05"_s});
}

void tst_ServiceSchedules::countsFromTheMomentOfAChange()
{
    Night night;
    night.add(u"quick"_s, u"0 * * * *"_s);
    QVERIFY(night.schedules().switchOn(u"s-1"_s, false));
    night.hours(5);
    QVERIFY(night.runsOf(u"schedule:"_s).isEmpty());

    QVERIFY(night.schedules().switchOn(u"s-1"_s, true));
    night.service->pass();
    night.restart();

    QVERIFY(night.runsOf(u"schedule:"_s).isEmpty());
    QVERIFY(night.outcomes().isEmpty());
    night.hours(1);
    QCOMPARE(night.outcomes(), QStringList{u"run 20T06"_s});
}

void tst_ServiceSchedules::recordsARobotThatCannotRun()
{
    Night night;
    night.add(u"quick"_s, u"0 * * * *"_s);
    QFile::rename(night.robots + u"/quick/m.bpmn"_s, night.robots + u"/quick/away"_s);
    night.hours(1);
    QFile::rename(night.robots + u"/quick/away"_s, night.robots + u"/quick/m.bpmn"_s);
    night.hours(1);

    QCOMPARE(night.outcomes(), (QStringList{u"missed 20T01"_s, u"run 20T02"_s}));
    QVERIFY(night.runs().occurrences(u"s-1"_s, 0)->last().reason.startsWith(u"robot: "));
    QCOMPARE(night.told.filter(u"schedule.missed s-1"_s).size(), 1);
}

void tst_ServiceSchedules::twoServicesBeginNoRunTwice()
{
    Night night;
    night.add(u"quick"_s, u"0 * * * *"_s, {{u"overlap"_s, u"allow"_s}});
    const auto other = night.open();
    const auto second = night.serviceOf(*other);
    second->pass();

    night.clock.pass(7 * 3600); // both have slept
    night.service->pass();
    const qsizetype afterFirst = night.runsOf(u"schedule:"_s).size();
    second->pass(); // what the first has recorded for all is no new misfire
    night.hours(3);
    for (int i = 0; i < 3; ++i) {
        night.clock.pass(3600);
        second->pass();
        night.service->pass();
    }

    QCOMPARE(afterFirst, 1);
    QCOMPARE(night.runsOf(u"schedule:"_s).size(), 1 + 6);
    QCOMPARE(night.missed(), 6);
}

void tst_ServiceSchedules::isJournalledAndRevertible()
{
    Night night;
    night.add(u"quick"_s, u"0 * * * *"_s);
    QVERIFY(night.schedules().remove(u"s-1"_s));
    const auto plans = night.session->plans();
    QCOMPARE(plans->size(), 2);
    QCOMPARE(plans->first().robot, u"schedule"_s);
    QVERIFY(!night.schedules().find(u"s-1"_s));

    const auto back = night.session->planRevert(plans->first().id);
    QVERIFY(back);
    QVERIFY(night.session->applyPlan(back->id, back->digest(), {}));

    QVERIFY(night.schedules().find(u"s-1"_s));
    night.hours(1);
    QCOMPARE(night.outcomes(), QStringList{u"run 20T01"_s});
    QCOMPARE(night.session->verifyJournal()->problem, QString());
}

void tst_ServiceSchedules::saysEverythingThatIsWrong()
{
    Night night;
    schedule::Schedule wrong;
    wrong.id = u"s-2"_s;
    wrong.robot = u"quick"_s;
    wrong.rule = u"0 25 * * *"_s;
    wrong.zone = u"Asia/Nowhere"_s;

    const auto added = night.schedules().add(wrong, {});
    wrong.rule = u"0 5 * * *"_s;
    wrong.zone = u"Asia/Seoul"_s;
    wrong.inputs = {{u"other"_s, u"x"_s}};
    const auto input = night.schedules().add(wrong, {});
    wrong.robot = u"nobody"_s;
    const auto robot = night.schedules().add(wrong, {});

    QVERIFY(!added && !input && !robot);
    QVERIFY2(added.error().text.contains(u"25") && added.error().text.contains(u"Asia/Nowhere"), qPrintable(added.error().text));
    QVERIFY2(input.error().text.contains(u"'other'"), qPrintable(input.error().text));
    QCOMPARE(robot.error().kind, Error::Kind::NotFound);
}

void tst_ServiceSchedules::plansTakeEffectAtMidnightInSeoul()
{
    Night night;
    night.addTrigger(u"quick"_s, effectTrigger(), {});
    Plan plan;
    plan.id = u"p-test"_s;
    plan.robot = u"test"_s;
    plan.changes = {{0, {u"unit"_s, u"A1"_s}, Verb::Create,
                     {{u"name"_s, {}, u"행정국"_s}, {u"kind"_s, {}, u"본청"_s}, {u"level"_s, {}, u"실국"_s}, {u"valid_from"_s, {}, u"2026-11-21"_s}},
                     QDate(2026, 11, 21), u"시험"_s}};
    store::Store &office = night.session->store();
    QVERIFY(office.savePlan(plan));
    QVERIFY(office.apply(plan.id, plan.digest(), u"admin"_s, u"admin"_s, night.clock.now(), QDate(2026, 11, 20)));

    night.clock.passTo(QDateTime(QDate(2026, 11, 20), QTime(14, 59, 59), Qt::UTC));
    night.service->pass();
    const bool isEarly = bool(office.row({u"unit"_s, u"A1"_s}));
    night.clock.pass(1);
    night.service->pass();
    const bool isThere = bool(office.row({u"unit"_s, u"A1"_s}));
    night.restart();

    QVERIFY(!isEarly);
    QVERIFY(isThere);
    QCOMPARE(night.runsOf(u"plan:t-1:p-test:2026-11-21"_s).size(), 1);
}

void tst_ServiceSchedules::aMessageBeginsARobotOnce()
{
    Night night;
    night.addTrigger(u"quick"_s, messageTrigger(), u"민원 접수"_s);

    const auto first = night.triggers().tell(u"민원 접수"_s, {}, {{u"note"_s, feel::Value(u"긴급"_s)}}, u"k-1"_s);
    const auto again = night.triggers().tell(u"민원 접수"_s, {}, {}, u"k-1"_s);
    const auto other = night.triggers().tell(u"다른 말"_s, {}, {}, u"k-2"_s);
    night.service->pass();

    QVERIFY(first && again && other);
    QCOMPARE(first->size(), 1);
    QVERIFY(again->isEmpty());
    QVERIFY(other->isEmpty());
    QCOMPARE(night.runsOf(u"message:t-1:k-1"_s).size(), 1);
}

} // namespace naru::run

QTEST_GUILESS_MAIN(naru::run::tst_ServiceSchedules)
#include "tst_service_schedules.moc"
