// SIGKILL and SIGSTOP at any moment: no run is lost, no deed is done twice, and what nobody can know is an incident.
#include "../store/child.h"
#include "robot_fixture.h"

#include <csignal>

namespace naru::run {

namespace {

using store::startChild;
using store::tell;
using store::toldBy;

const int kills = qEnvironmentVariable("NARU_KILLS", u"200"_s).toInt();
constexpr int killsOfAnOffice = 20;
constexpr qint64 leaseSpan = 300; // milliseconds: another takes over soon

// Two deeds in a row that can be asked, two side by side that may be repeated, a decision by a script, and in every eighth
// run one that nobody can ask.
QByteArray loadModel()
{
    return modelOf(ends + serviceTask(u"a"_s, u"findable"_s) + serviceTask(u"b"_s, u"findable"_s) + serviceTask(u"c"_s, u"write"_s)
        + serviceTask(u"d"_s, u"write"_s) + serviceTask(u"e"_s, u"once"_s)
        + u"<scriptTask id='s' naru:result='odd'><script>modulo(number, 8) = 1</script></scriptTask><parallelGateway id='fork'/><parallelGateway id='join'/><exclusiveGateway id='g' default='g-end'/>"
          "<sequenceFlow id='f1' sourceRef='start' targetRef='a'/><sequenceFlow id='f2' sourceRef='a' targetRef='s'/><sequenceFlow id='f3' sourceRef='s' targetRef='fork'/>"
          "<sequenceFlow id='f4' sourceRef='fork' targetRef='b'/><sequenceFlow id='f5' sourceRef='fork' targetRef='c'/><sequenceFlow id='f6' sourceRef='fork' targetRef='d'/>"
          "<sequenceFlow id='f7' sourceRef='b' targetRef='join'/><sequenceFlow id='f8' sourceRef='c' targetRef='join'/><sequenceFlow id='f9' sourceRef='d' targetRef='join'/>"
          "<sequenceFlow id='f10' sourceRef='join' targetRef='g'/><sequenceFlow id='g-end' sourceRef='g' targetRef='end'/>"
          "<sequenceFlow id='g-e' sourceRef='g' targetRef='e'><conditionExpression xsi:type='tFormalExpression'>odd</conditionExpression></sequenceFlow><sequenceFlow id='e-end' sourceRef='e' targetRef='end'/>"_s);
}

// An office that stands in a folder of somebody else.
struct Shared {
    std::unique_ptr<store::Store> store;
    SystemClock clock;
    Connectors connectors;
    World *world = nullptr; // owned by the connectors
    std::unique_ptr<Performer> port;
    std::unique_ptr<Runner> runner;

    explicit Shared(const QString &folder, const QString &holder)
    {
        auto opened = store::Store::open(folder + u"/office.naru"_s, {});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        store = std::move(*opened);
        auto owned = std::make_unique<World>(folder + u"/world"_s);
        world = owned.get();
        connectors.add(std::move(owned));
        port = std::make_unique<Performer>(connectors, store->runs());
        runner = std::make_unique<Runner>(store->runs(), *port, clock, Runner::Options{holder, leaseSpan, 3, 8});
    }
};

// Begins runs and advances whatever is due, for ever.
int load(const QStringList &arguments)
{
    Shared shared(arguments.value(0), arguments.value(1));
    const QString package = arguments.value(2);
    tell(u"ready"_s);
    for (int i = 0;; ++i) {
        const QString id = u"r-"_s + arguments.value(1) + u'-' + QString::number(i);
        const QByteArray wish = "{\"wish\":\"start\",\"variables\":{\"number\":" + QByteArray::number(i) + "}}";
        if (!shared.store->runs().start({{id, u"test"_s, package, id, u"file:"_s + id, u"tester"_s, shared.clock.now(), wish}}))
            return 2;
        tell(u"begun "_s + id);
        if (i % 3 == 2 && !shared.runner->advanceDue())
            return 3;
    }
}

// Advances one run, and says when it is about to do its deed.
int hold(const QStringList &arguments)
{
    Shared shared(arguments.value(0), u"first"_s);
    shared.world->before = [](const Effect &effect) {
        if (!effect.key.contains(u"/b/"))
            return;
        tell(u"about to"_s);
        QThread::msleep(400); // stopped in here, for longer than the lease
    };
    tell(shared.runner->advance(arguments.value(1)) ? u"done"_s : u"refused"_s);
    return 0;
}

int child(const QStringList &arguments)
{
    return arguments.value(0) == u"hold" ? hold(arguments.mid(1)) : load(arguments);
}

// How often each deed was done.
QMap<QString, int> counted(const World &world, const QString &operation)
{
    QMap<QString, int> out;
    for (const QString &line : world.deeds())
        if (line.startsWith(operation + u' '))
            ++out[line.section(u' ', 1)];
    return out;
}

} // namespace

class tst_RunnerKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOrDoneTwice();
    void aStoppedHolderDoesNothingMore();

private:
    struct Totals {
        int begun = 0;
        int completed = 0;
        int unknown = 0;
        int repeated = 0;
    };
    void settle(Works &works, const QStringList &told, Totals &totals);
};

// Lets all runs end, and looks at what was done.
void tst_RunnerKill::settle(Works &works, const QStringList &told, Totals &totals)
{
    Shared last(works.folder.path(), u"last"_s);
    const auto isAnyRunning = [&] { return !works.runs().runs({{}, store::RunState::Running})->isEmpty(); };
    for (int round = 0; round < 500 && isAnyRunning(); ++round) {
        QVERIFY(last.runner->advanceDue());
        QTest::qSleep(10); // the leases of the killed end by themselves
    }
    for (const auto &operation : {u"findable"_s, u"once"_s}) {
        const QMap<QString, int> deeds = counted(*works.world, operation);
        for (auto at = deeds.constBegin(); at != deeds.constEnd(); ++at)
            QVERIFY2(at.value() == 1, qPrintable(at.key()));
    }
    const QMap<QString, int> writes = counted(*works.world, u"write"_s);
    for (const int times : writes)
        totals.repeated += times - 1;
    const auto runs = works.runs().runs();
    for (const store::RunHead &head : *runs) {
        const bool isUnknown = head.state == store::RunState::Incident;
        QVERIFY2(isUnknown || head.state == store::RunState::Completed, qPrintable(head.id + u' ' + store::toString(head.state)));
        totals.completed += isUnknown ? 0 : 1;
        totals.unknown += isUnknown ? 1 : 0;
        if (isUnknown) // the one deed that nobody can ask
            QVERIFY(bpmn::openIncidents(works.dataOf(head.id).process).value(0).text.contains(u"nobody can tell"));
        const Status sound = works.runs().verify(head.id);
        QVERIFY2(sound, sound ? "" : qPrintable(sound.error().text));
    }
    for (const QString &line : told)
        if (line.startsWith(u"begun "))
            QVERIFY2(works.runs().run(line.mid(6)), qPrintable(line));
    totals.begun += int(runs->size());
    QCOMPARE(works.store->verifyJournal()->problem, QString());
    QVERIFY(works.store->check());
}

void tst_RunnerKill::nothingIsLostOrDoneTwice()
{
    QRandomGenerator random(20261122);
    Totals totals;
    for (int office = 0; office < kills / killsOfAnOffice; ++office) {
        Works works;
        const LoadedRobot loaded = works.robotOf(loadModel());
        QVERIFY2(loaded.problems.isEmpty(), loaded.problems.isEmpty() ? "" : qPrintable(loaded.problems.first().text));
        QVERIFY(pin(works.runs(), loaded.robot));
        QStringList told;
        for (int kill = 0; kill < killsOfAnOffice; ++kill) {
            const auto process = startChild({works.folder.path(), QString::number(office) + u'.' + QString::number(kill), loaded.robot.digest});
            QVERIFY(process->waitForReadyRead(30'000));
            QTest::qSleep(random.bounded(200)); // the moment of the kill is what is tested
            process->kill();
            QVERIFY(process->waitForFinished());
            QCOMPARE(process->exitStatus(), QProcess::CrashExit);
            told += toldBy(*process);
        }
        settle(works, told, totals);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo() << kills << "kills," << totals.begun << "runs:" << totals.completed << "completed," << totals.unknown
            << "asked a person, 0 lost, 0 done twice (" << totals.repeated << "repeatable deeds repeated)";
    QVERIFY(totals.begun > kills);
}

void tst_RunnerKill::aStoppedHolderDoesNothingMore()
{
    constexpr int rounds = 10;
    int refused = 0;
    for (int round = 0; round < rounds; ++round) {
        Works works;
        const LoadedRobot loaded = works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"write"_s) + serviceTask(u"b"_s, u"write"_s) + serviceTask(u"c"_s, u"findable"_s)
            + flowsOf({u"start"_s, u"a"_s, u"b"_s, u"c"_s, u"end"_s})));
        const QString run = works.begin(loaded, {{u"number"_s, 1}});
        const auto first = startChild({u"hold"_s, works.folder.path(), run});
        QVERIFY(first->waitForReadyRead(30'000));
        ::kill(pid_t(first->processId()), SIGSTOP);
        QTest::qSleep(int(leaseSpan) + 100); // its lease runs out while it is stopped
        Shared second(works.folder.path(), u"second"_s);
        const Status taken = second.runner->advance(run);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().text));
        ::kill(pid_t(first->processId()), SIGCONT);
        QVERIFY(first->waitForFinished(30'000));

        refused += toldBy(*first).contains(u"refused"_s) ? 1 : 0;
        QCOMPARE(counted(*second.world, u"findable"_s).size(), 1);
        QCOMPARE(works.stateOf(run), u"completed"_s);
        QVERIFY(works.runs().verify(run));
    }
    qInfo() << rounds << "holders stopped past their lease," << refused << "refused afterwards";
    QCOMPARE(refused, rounds);
}

} // namespace naru::run

int main(int argc, char **argv) { return naru::store::runTestOrChild<naru::run::tst_RunnerKill>(argc, argv, naru::run::child); }
#include "tst_runner_kill.moc"
