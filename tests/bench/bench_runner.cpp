// Durable runs a second, with every fact on the disk (fsync, group commit): one task answered by a script, one task done in
// the world, one task for a person; and what a replay of a run costs. On the disk of the working folder.
#include "../run/robot_fixture.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace naru;
using namespace naru::run;

namespace {

// A world without a file: what is measured is the runner.
class Nothing final : public Connector {
public:
    QString id() const override { return u"world"_s; }
    QList<Operation> operations() const override { return {{u"write"_s, true, false}}; }
    Result<Outcome> plan(const Effect &) override { return Outcome{}; }
    Result<Outcome> perform(const Effect &) override { return Outcome{}; }
    Result<std::optional<Outcome>> find(const Effect &) override { return std::optional<Outcome>(); }
};

struct Measured {
    QTemporaryDir folder{QDir::currentPath() + u"/bench-runner-XXXXXX"_s};
    std::unique_ptr<store::Store> store;
    SystemClock clock;
    Connectors connectors;
    std::unique_ptr<Performer> port;
    std::unique_ptr<Runner> runner;
    QString package;

    explicit Measured(const QByteArray &model)
    {
        store = *store::Store::create(folder.filePath(u"office.naru"_s), {});
        connectors.add(std::make_unique<Nothing>());
        port = std::make_unique<Performer>(connectors, store->runs());
        runner = std::make_unique<Runner>(store->runs(), *port, clock, Runner::Options{u"bench"_s, 60'000, 32, 1024});
        QFile modelFile(folder.filePath(u"test.bpmn"_s));
        (void)modelFile.open(QIODevice::WriteOnly);
        modelFile.write(model);
        modelFile.close();
        QFile manifest(folder.filePath(u"robot.json"_s));
        (void)manifest.open(QIODevice::WriteOnly);
        manifest.write(R"({"robot":"test","title":{"ko":"시험"},"process":{"model":"test.bpmn","id":"P"},"operations":["world.write"]})");
        manifest.close();
        const LoadedRobot loaded = loadRobot(folder.path(), connectors.operations());
        if (!loaded.problems.isEmpty())
            qFatal("%s", qPrintable(loaded.problems.first().text));
        (void)bool(pin(store->runs(), loaded.robot));
        package = loaded.robot.digest;
    }

    void begin(int count)
    {
        QList<store::RunStart> starts;
        for (int i = 0; i < count; ++i)
            starts.append({u"r-"_s + QString::number(m_begun++), u"test"_s, package, u"시험"_s, {}, u"bench"_s, clock.now(), R"({"wish":"start","variables":{"number":7}})"});
        (void)bool(store->runs().start(starts));
    }

private:
    int m_begun = 0;
};

void measure(const char *name, const QByteArray &model, int count)
{
    Measured office(model);
    QElapsedTimer timer;
    timer.start();
    for (int begun = 0; begun < count; begun += 1000) {
        office.begin(1000);
        while (const auto taken = office.runner->advanceDue())
            if (*taken == 0)
                break;
    }
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    int ended = 0;
    const auto runs = office.store->runs().runs();
    for (const store::RunHead &one : *runs)
        ended += one.state == store::RunState::Completed ? 1 : 0;
    std::printf("%-34s %6d runs %7.2f s %8.0f a second (%d completed, %.1f of the goal of 1,000)\n", name, count, seconds, count / seconds, ended, count / seconds / 1000);
}

void measureReplay()
{
    Measured office(modelOf(ends + u"<exclusiveGateway id='g' default='g-end'/>"_s + serviceTask(u"a"_s, u"write"_s)
        + u"<scriptTask id='s' naru:result='number'><script>number + 1</script></scriptTask>"
          "<sequenceFlow id='f1' sourceRef='start' targetRef='a'/><sequenceFlow id='f2' sourceRef='a' targetRef='s'/><sequenceFlow id='f3' sourceRef='s' targetRef='g'/>"
          "<sequenceFlow id='g-end' sourceRef='g' targetRef='end'/>"
          "<sequenceFlow id='g-a' sourceRef='g' targetRef='a'><conditionExpression xsi:type='tFormalExpression'>number &lt; 1000</conditionExpression></sequenceFlow>"_s));
    office.begin(1);
    (void)bool(office.runner->advanceDue());
    const auto facts = office.store->runs().facts(u"r-0"_s);
    const auto robot = office.runner->robot(office.package);
    QElapsedTimer timer;
    timer.start();
    const auto data = fold((*robot)->definition, {}, 0, *facts);
    std::printf("%-34s %6lld facts %6.1f ms (%s)\n", "replay of a run from its facts", (long long)facts->size(), double(timer.nsecsElapsed()) / 1e6, data ? "folded" : "not folded");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    measure("one task, answered by a script", modelOf(ends + u"<scriptTask id='s' naru:result='twice'><script>number * 2</script></scriptTask>"_s + flowsOf({u"start"_s, u"s"_s, u"end"_s})), 10'000);
    measure("one task, done in the world", modelOf(ends + serviceTask(u"a"_s, u"write"_s) + flowsOf({u"start"_s, u"a"_s, u"end"_s})), 10'000);
    measureReplay();
    return 0;
}
