// T-REPLAY: random processes on random ways. After each wish the facts folded from the start give the state, the state
// survives its bytes, and decides as before. NARU_REPLAY="500 10" sets how many processes and ways; NARU_REPLAY_SEED the
// first seed.
#include "engine/bpmn/check.h"
#include "support/random_process.h"

#include <QTest>

using namespace naru;
using namespace naru::test;

class tst_BpmnReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunFoldedFromItsFactsIsTheSameRun();
    void theGeneratorMakesLegalModels();
};

void tst_BpmnReplay::aRunFoldedFromItsFactsIsTheSameRun()
{
    const QStringList numbers = qEnvironmentVariable("NARU_REPLAY", u"20 5"_s).split(u' ');
    const int processes = numbers.value(0).toInt();
    const int ways = numbers.value(1).toInt();
    const quint64 first = qEnvironmentVariable("NARU_REPLAY_SEED", u"1"_s).toULongLong();
    qint64 wishes = 0;
    qint64 facts = 0;
    int ended = 0;
    QSet<QString> kinds;
    for (quint64 seed = first; seed < first + quint64(processes); ++seed) {
        const bpmn::Definition definition = compiled(RandomProcess(seed).xml());
        QVERIFY2(definition.isSound(), qPrintable(u"seed %1"_s.arg(seed)));
        for (int way = 0; way < ways; ++way) {
            const QByteArray told = u"process seed %1, way %2"_s.arg(seed).arg(way).toUtf8();
            Dice dice(seed * 1000 + quint64(way));
            Run run(definition);
            run.limits.steps = 100; // some run in circles
            bpmn::StartInstance started;
            started.instance = u"i"_s;
            started.process = u"P"_s;
            started.variables = {{u"n"_s, feel::Value(dice.below(4))}};
            QVERIFY2(run.wish(started), told);
            // Some multiply their tokens on each way round: what was seen by then is enough.
            for (int step = 0; step < 60 && run.state.isRunning() && run.facts.size() < 1000; ++step, ++wishes) {
                takeRandomStep(run, dice);
                QVERIFY2(run.faults.isEmpty(), told + ": " + run.faults.join(u'\n').toUtf8());
            }
            if (run.state.isRunning())
                QVERIFY2(run.wish(bpmn::CancelInstance{}), told);
            else
                ++ended;
            QVERIFY2(run.replayed() == run.state, told);
            // What has ended leaves nothing behind but broadcasts that nobody waits for.
            QVERIFY2(run.state.activities.isEmpty() && run.state.scopes.isEmpty() && run.state.waits.isEmpty()
                         && run.state.records.isEmpty() && run.state.compensations.isEmpty()
                         && run.state.incidents.isEmpty() && run.state.conditions.isEmpty() && run.state.entering.isEmpty(),
                     told + ": something is left");
            for (const bpmn::Event &fact : std::as_const(run.facts))
                kinds.insert(bpmn::nameOf(fact));
            facts += run.facts.size();
        }
    }
    qInfo("%d processes from seed %llu, %d ways each: %lld wishes, %lld facts of %d kinds, %d ended by themselves", processes,
          first, ways, wishes, facts, int(kinds.size()), ended);
    QVERIFY(kinds.size() >= 25);
}

void tst_BpmnReplay::theGeneratorMakesLegalModels()
{
    for (quint64 seed = 1; seed <= 50; ++seed) {
        QByteArray xml = RandomProcess(seed).xml();
        // What executable processes need beside (operations of messages) decides nothing here.
        xml.replace("isExecutable=\"true\"", "isExecutable=\"false\"");
        const Result<bpmn::Model> model = bpmn::readModel(xml);
        QVERIFY(model);
        const bpmn::Findings findings = bpmn::check(*model);
        const QString fault = findings.isSound() ? QString() : findings.problems.first().text;
        QVERIFY2(findings.isSound(), qPrintable(u"seed %1: "_s.arg(seed) + fault));
    }
}

QTEST_GUILESS_MAIN(tst_BpmnReplay)
#include "tst_bpmn_replay.moc"
