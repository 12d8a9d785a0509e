// Taking runs to another version of their robot: a plan that is reviewed, applied whole or not at all, journaled, and taken
// back like any other; people's tasks, timers, and messages go on.
#include "run/robots/migration.h"
#include "service_fixture.h"

#include <QtTest>

namespace naru::run {

namespace {

QString userTask(const QString &id, const QString &name)
{
    return u"<userTask id='%1' name='%2'><potentialOwner id='%1o'><resourceAssignmentExpression><formalExpression>\"role:인사\""
           "</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>"_s.arg(id, name);
}

QString flows(const QStringList &pairs)
{
    QString out;
    for (const QString &pair : pairs)
        out += u"<sequenceFlow id='%1-%2' sourceRef='%1' targetRef='%2'/>"_s.arg(pair.section(u'>', 0, 0), pair.section(u'>', 1));
    return out;
}

// A robot "moves" with this inside.
void writeMoves(const QString &folder, const QString &inside)
{
    writeRobot(folder, u"moves"_s, {});
    writeFile(folder + u"/moves/m.bpmn"_s,
              (u"<?xml version='1.0'?><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:naru='urn:naru:bpmn' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' id='d' targetNamespace='urn:t'>"
               "<message id='M' name='doc'/><interface id='i' name='i'><operation id='op' name='op'><inMessageRef>M</inMessageRef></operation></interface><process id='P' isExecutable='true'><startEvent id='start'/><endEvent id='end'/>"_s + inside + u"</process></definitions>"_s).toUtf8());
}

const QString oldInside = userTask(u"a"_s, u"처음 확인"_s) + flows({u"start>a"_s, u"a>end"_s});
const QString newInside = userTask(u"check"_s, u"새 확인"_s) + userTask(u"b"_s, u"둘째"_s) + flows({u"start>check"_s, u"check>b"_s, u"b>end"_s});

struct Moving : Night {
    Moving() { writeMoves(robots, oldInside); }
    QString begin()
    {
        const auto id = service->desk().begin({u"moves"_s, {}, {}});
        if (!id)
            qFatal("%s", qPrintable(id.error().text));
        service->pass();
        return *id;
    }
    Robot version(const QString &inside)
    {
        writeMoves(robots, inside);
        const auto robot = service->desk().robot(u"moves"_s);
        if (!robot)
            qFatal("%s", qPrintable(robot.error().text));
        return **robot;
    }
    QStringList work()
    {
        QStringList out;
        const auto items = runs().work({});
        for (const store::WorkItem &one : *items)
            out.append(one.key.section(u'/', 1, 1) + u' ' + one.title + u' ' + one.state + u' ' + one.holder);
        out.sort();
        return out;
    }
};

} // namespace

class tst_RunMigration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClaimedTaskGoesOnInTheNewVersion();
    void runsMoveTogetherOrNotAtAll();
    void whatHasNoPlaceIsAQuestion();
    void theWayBackIsAPlan();
    void timersAndMessagesGoOn();
    void aFormerHolderIsRefused();
    void strangersAreRefused_data();
    void strangersAreRefused();
};

void tst_RunMigration::aClaimedTaskGoesOnInTheNewVersion()
{
    Moving night;
    const QString run = night.begin();
    const QString key = night.runs().work({})->first().key;
    QVERIFY(night.service->desk().claim(key));
    night.service->pass();
    const Robot next = night.version(newInside);

    const auto plan = planMigration(*night.session, {run}, next, {{u"a"_s, u"check"_s}});
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().text));
    QCOMPARE(plan->questions.size(), 0);
    QVERIFY(plan->evidence.first().text.contains(u"a → check"_s));
    QCOMPARE(night.work(), QStringList{u"a 처음 확인 claimed "_s + night.session->actor()}); // a plan alone changes nothing
    const auto receipt = night.session->applyPlan(plan->id, plan->digest(), {});

    QVERIFY2(receipt, qPrintable(receipt ? QString() : receipt.error().text));
    QCOMPARE(receipt->written, 1);
    QCOMPARE(night.runs().run(run)->package, next.digest);
    QCOMPARE(night.work(), QStringList{u"check 새 확인 claimed "_s + night.session->actor()});
    night.service->pass();
    QCOMPARE(night.work(), QStringList{u"check 새 확인 claimed "_s + night.session->actor()});
    QVERIFY(night.service->desk().verify(run));
    QVERIFY(night.service->desk().complete(night.runs().work({})->first().key, {}));
    night.service->pass();
    QCOMPARE(night.work(), QStringList{u"b 둘째 open "_s});
    QVERIFY(night.service->desk().complete(night.runs().work({})->first().key, {}));
    night.service->pass();
    QVERIFY(night.runs().run(run)->state == store::RunState::Completed);
    const Status sound = night.service->desk().verify(run);
    QVERIFY2(sound, qPrintable(sound ? QString() : sound.error().text));
    const auto verdict = night.session->verifyJournal();
    QVERIFY(verdict);
    QCOMPARE(verdict->problem, QString());
    // Twice is once.
    QVERIFY(night.session->applyPlan(plan->id, plan->digest(), {})->repeated);
}

void tst_RunMigration::runsMoveTogetherOrNotAtAll()
{
    Moving night;
    const QString one = night.begin();
    const QString two = night.begin();
    const QString old = night.runs().run(one)->package;
    const auto plan = planMigration(*night.session, {one, two}, night.version(newInside), {{u"a"_s, u"check"_s}});
    QVERIFY(plan);
    QCOMPARE(plan->changes.size(), 2);

    // The second goes on before the plan is approved.
    QVERIFY(night.service->desk().claim(two + u"/a/"_s + night.runs().work({})->first().key.section(u'/', -1)));
    night.service->pass();
    const auto receipt = night.session->applyPlan(plan->id, plan->digest(), {});

    QVERIFY(!receipt);
    QCOMPARE(receipt.error().kind, Error::Kind::Conflict);
    QVERIFY2(receipt.error().text.contains(u"run:"_s + two) && receipt.error().text.contains(u"facts"_s), qPrintable(receipt.error().text));
    QCOMPARE(night.runs().run(one)->package, old);
    QCOMPARE(night.runs().run(two)->package, old);
    QVERIFY(night.service->desk().verify(one));
}

void tst_RunMigration::whatHasNoPlaceIsAQuestion()
{
    Moving night;
    const QString run = night.begin();

    const auto plan = planMigration(*night.session, {run}, night.version(newInside), {});

    QVERIFY(plan);
    QCOMPARE(plan->questions.size(), 1);
    QCOMPARE(plan->questions.first().code, u"migration.noPlace"_s);
    QStringList maps;
    for (const Candidate &one : plan->questions.first().candidates)
        maps.append(one.answer.value(u"map"_s).toString());
    QCOMPARE(maps, (QStringList{u"a=check"_s, u"a=b"_s}));
    const auto receipt = night.session->applyPlan(plan->id, plan->digest(), {});
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().kind, Error::Kind::NeedsPerson);
}

void tst_RunMigration::theWayBackIsAPlan()
{
    Moving night;
    const QString run = night.begin();
    const QString old = night.runs().run(run)->package;
    const auto plan = planMigration(*night.session, {run}, night.version(newInside), {{u"a"_s, u"check"_s}});
    QVERIFY(plan && night.session->applyPlan(plan->id, plan->digest(), {}));
    night.service->pass();

    const auto back = night.session->planRevert(plan->id);
    QVERIFY2(back, qPrintable(back ? QString() : back.error().text));
    const auto receipt = night.session->applyPlan(back->id, back->digest(), {});

    QVERIFY2(receipt, qPrintable(receipt ? QString() : receipt.error().text));
    night.service->pass();
    QCOMPARE(night.runs().run(run)->package, old);
    QCOMPARE(night.work(), QStringList{u"a 처음 확인 open "_s});
    QVERIFY(night.session->store().planSummary(plan->id)->state == store::PlanState::Reverted);
    QVERIFY(night.service->desk().verify(run));
    QVERIFY(night.service->desk().complete(night.runs().work({})->first().key, {}));
    night.service->pass();
    QVERIFY(night.runs().run(run)->state == store::RunState::Completed);
    QVERIFY(night.service->desk().verify(run));
}

void tst_RunMigration::timersAndMessagesGoOn()
{
    Moving night;
    const QString waits = u"<parallelGateway id='fork'/><parallelGateway id='join'/><intermediateCatchEvent id='t'><timerEventDefinition id='td'><timeDuration xsi:type='tFormalExpression'>PT1H</timeDuration>"
                          "</timerEventDefinition></intermediateCatchEvent><intermediateCatchEvent id='m'><messageEventDefinition id='md' messageRef='M'><operationRef>op</operationRef></messageEventDefinition></intermediateCatchEvent>"_s
        + flows({u"start>fork"_s, u"fork>t"_s, u"fork>m"_s, u"t>join"_s, u"m>join"_s});
    night.version(waits + flows({u"join>end"_s}));
    const QString run = night.begin();
    const auto plan = planMigration(*night.session, {run}, night.version(waits + userTask(u"last"_s, u"끝 확인"_s) + flows({u"join>last"_s, u"last>end"_s})), {});
    QVERIFY(plan);
    QCOMPARE(plan->questions.size(), 0);
    QVERIFY(night.session->applyPlan(plan->id, plan->digest(), {}));

    night.clock.pass(3601);
    night.service->pass();
    QVERIFY(night.triggers().tell(u"doc"_s, {}, {}, u"k-1"_s));
    night.service->pass();

    QCOMPARE(night.work(), QStringList{u"last 끝 확인 open "_s});
    QVERIFY(night.service->desk().verify(run));
}

void tst_RunMigration::aFormerHolderIsRefused()
{
    Moving night;
    const QString run = night.begin();
    const auto lease = night.runs().claimRun(run, u"other"_s, night.clock.lease(), 60'000);
    QVERIFY(lease);
    const qint64 facts = night.runs().run(run)->facts;
    const auto plan = planMigration(*night.session, {run}, night.version(newInside), {{u"a"_s, u"check"_s}});
    QVERIFY(plan && night.session->applyPlan(plan->id, plan->digest(), {}));

    store::RunStep step;
    step.lease = *lease;
    step.after = facts;
    step.at = night.clock.now();
    const auto written = night.runs().commit({step});

    QVERIFY(written);
    QVERIFY(!written->first());
    QCOMPARE(written->first().error().code, u"run.fence"_s);
}

void tst_RunMigration::strangersAreRefused_data()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<int>("kind");
    QTest::newRow("no such run") << u"r-none"_s << int(Error::Kind::NotFound);
    QTest::newRow("of another robot") << u"other"_s << int(Error::Kind::Invalid);
    QTest::newRow("ended") << u"ended"_s << int(Error::Kind::Conflict);
}

void tst_RunMigration::strangersAreRefused()
{
    QFETCH(const QString, run);
    QFETCH(const int, kind);
    Moving night;
    const QString ended = night.begin();
    QVERIFY(night.service->desk().cancel(ended, u"시험"_s));
    const auto other = night.service->desk().begin({u"waits"_s, {}, {}});
    night.service->pass();

    const auto plan = planMigration(*night.session, {run == u"other" ? *other : run == u"ended" ? ended : run}, night.version(newInside), {});

    QVERIFY(!plan);
    QCOMPARE(int(plan.error().kind), kind);
    QVERIFY(night.session->plans()->isEmpty());
}

} // namespace naru::run

QTEST_GUILESS_MAIN(naru::run::tst_RunMigration)
#include "tst_run_migration.moc"
