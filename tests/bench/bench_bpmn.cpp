// Nodes of processes in memory, a second: processes of 1, 10, and 100 tasks one after another, and one instance with 10,000
// tokens. Prints one line for each.
#include "engine/bpmn/execution.h"
#include "support/bpmn_process.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace naru;
using namespace naru::test;

namespace {

QByteArray chain(int tasks)
{
    QString nodes = start(u"s"_s);
    QString text = u"s-t0"_s;
    for (int i = 0; i < tasks; ++i) {
        nodes += element(u"scriptTask"_s, u"t%1"_s.arg(i));
        text += i + 1 < tasks ? u" t%1-t%2"_s.arg(i).arg(i + 1) : u" t%1-e"_s.arg(i);
    }
    return model(nodes + end(u"e"_s) + flows(text));
}

bpmn::StartInstance started()
{
    bpmn::StartInstance command;
    command.instance = u"i"_s;
    command.process = u"P"_s;
    return command;
}

// Decides and, apart from it, evolves, as a runner does that writes the facts in between.
bpmn::Id apply(const bpmn::Definition &definition, bpmn::State &state, const bpmn::Command &command)
{
    const Result<QList<bpmn::Event>> facts = bpmn::decide(definition, state, command);
    if (!facts)
        qFatal("%s", qUtf8Printable(facts.error().text));
    bpmn::Id asked = 0;
    for (const bpmn::Event &fact : *facts) {
        bpmn::evolve(definition, state, fact);
        if (const auto *effect = std::get_if<bpmn::EffectAsked>(&fact))
            asked = effect->id;
    }
    return asked;
}

void measureChain(int tasks)
{
    const bpmn::Definition definition = compiled(chain(tasks));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    qint64 nodes = 0;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1000) {
        bpmn::State state;
        bpmn::Id asked = apply(definition, state, {now, started()});
        while (asked != 0) {
            const QString key = bpmn::effectKey(definition, state, *state.effects.find(asked));
            asked = apply(definition, state, {now, bpmn::CompleteEffect{key, {}}});
        }
        nodes += tasks + 2;
    }
    std::printf("bpmn, %3d tasks: %lld nodes/s\n", tasks, static_cast<long long>(nodes * 1000 / timer.elapsed()));
}

void measureWide(int tokens)
{
    const bpmn::Definition definition = compiled(
        model(start(u"s"_s)
              + task(u"a"_s, u"<multiInstanceLoopCharacteristics>"_s + condition(u"loopCardinality"_s, QString::number(tokens))
                         + u"</multiInstanceLoopCharacteristics>"_s)
              + flows(u"s-a"_s)));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    bpmn::State state;
    QElapsedTimer timer;
    timer.start();
    apply(definition, state, {now, started()});
    const qint64 began = timer.elapsed();
    const QList<bpmn::Effect> effects = bpmn::openEffects(state);
    timer.restart();
    int done = 0;
    for (; done < effects.size() / 2; ++done)
        apply(definition, state, {now, bpmn::CompleteEffect{bpmn::effectKey(definition, state, effects[done]), {}}});
    std::printf("bpmn, %d tokens: begun in %lld ms, then %lld us a command\n", tokens, static_cast<long long>(began),
                static_cast<long long>(timer.nsecsElapsed() / 1000 / qMax(1, done)));
}

} // namespace

int main()
{
    for (int tasks : {1, 10, 100})
        measureChain(tasks);
    measureWide(10'000);
}
