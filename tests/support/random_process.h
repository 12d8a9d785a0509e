// Well-formed processes and ways through them, made from a seed: the same seed makes the same ones for ever.
#pragma once

#include "support/bpmn_process.h"

namespace naru::test {

// A small generator of our own: the standard ones differ between libraries.
class Dice {
public:
    explicit Dice(quint64 seed)
        : m_state(seed * 6364136223846793005ULL + 1442695040888963407ULL)
    {
    }
    int below(int bound)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return int((m_state >> 33) % quint64(bound));
    }
    bool isOneIn(int n) { return below(n) == 0; }

private:
    quint64 m_state;
};

// Blocks in sequence, nested up to a depth. Each block has one node to come in by and one to leave by, so every process
// is well formed; what happens in it is not always sound (dead ends, terminations, errors that nobody catches).
class RandomProcess {
public:
    explicit RandomProcess(quint64 seed)
        : m_dice(seed)
    {
    }

    QByteArray xml()
    {
        const QString inside = body(3) + (m_dice.isOneIn(2) ? eventSubProcess() : QString());
        return model(inside, m_called);
    }

private:
    struct Block {
        QString nodes;
        QString flowText;
        QString first;
        QString last;
    };

    QString fresh(const QString &letter) { return letter + QString::number(++m_count); }

    // Start, blocks, end: the inside of a process or sub-process.
    QString body(int depth)
    {
        const QString first = fresh(u"s"_s);
        const QString last = fresh(u"e"_s);
        const Block blocks = sequence(depth);
        return start(first) + blocks.nodes + ending(last)
            + flows(blocks.flowText + u' ' + first + u'-' + blocks.first + u' ' + blocks.last + u'-' + last);
    }

    QString ending(const QString &id)
    {
        switch (m_dice.below(14)) {
        case 0:
            return end(id, signal(u"S1"_s));
        case 1:
            return end(id, escalation(u"X1"_s));
        case 2:
            return end(id, error(u"E1"_s));
        case 3:
            return end(id, u"<terminateEventDefinition/>"_s);
        case 4:
            return end(id, message(u"M1"_s));
        case 5:
            return end(id, compensation());
        default:
            return end(id);
        }
    }

    Block sequence(int depth)
    {
        Block all = block(depth);
        for (int more = m_dice.below(3); more > 0; --more) {
            const Block next = block(depth);
            all.nodes += next.nodes;
            all.flowText += u' ' + next.flowText + u' ' + all.last + u'-' + next.first;
            all.last = next.last;
        }
        return all;
    }

    Block block(int depth)
    {
        if (depth == 0)
            return leaf();
        switch (m_dice.below(9)) {
        case 0:
            return split(u"exclusive"_s, depth, true);
        case 1:
            return split(u"parallel"_s, depth, false);
        case 2:
            return split(u"inclusive"_s, depth, true);
        case 3:
            return circle(depth);
        case 4:
        case 5:
            return subProcess(depth);
        case 6:
            return race();
        case 7:
            return call(depth);
        default:
            return leaf();
        }
    }

    Block leaf()
    {
        const QString id = fresh(u"t"_s);
        switch (m_dice.below(9)) {
        case 0:
            return {catching(id, message(u"M1"_s)), {}, id, id};
        case 1:
            return {catching(id, duration(u"PT10M"_s)), {}, id, id};
        case 2:
            return {throwing(id, m_dice.isOneIn(2) ? signal(u"S1"_s) : compensation()), {}, id, id};
        case 3:
            return {catching(id, when(u"n > 1"_s)), {}, id, id};
        case 4:
            return {task(id, multiple()), {}, id, id};
        case 5:
            return {task(id) + undoneBy(id, id + u"_handler"_s), {}, id, id};
        default:
            return {element(u"scriptTask"_s, id), {}, id, id};
        }
    }

    QString multiple()
    {
        return u"<multiInstanceLoopCharacteristics isSequential=\"%1\">"_s.arg(m_dice.isOneIn(2) ? u"true"_s : u"false"_s)
            + condition(u"loopCardinality"_s, QString::number(m_dice.below(4)))
            + (m_dice.isOneIn(3) ? condition(u"completionCondition"_s, u"n > 2"_s) : QString())
            + u"</multiInstanceLoopCharacteristics>"_s;
    }

    Block split(const QString &kind, int depth, bool hasConditions)
    {
        const QString fork = fresh(u"g"_s);
        const QString join = fresh(u"g"_s);
        Block all;
        QString first;
        for (int branch = 0, count = 2 + m_dice.below(2); branch < count; ++branch) {
            const Block inner = sequence(depth - 1);
            const QString text = hasConditions && branch > 0 ? u"{n=%1}"_s.arg(m_dice.below(4)) : QString();
            all.nodes += inner.nodes;
            all.flowText += u' ' + inner.flowText + u' ' + fork + u'-' + inner.first + text + u' ' + inner.last + u'-' + join;
            if (first.isEmpty())
                first = inner.first;
        }
        const QString byDefault = hasConditions ? u"default=\"%1-%2\""_s.arg(fork, first) : QString();
        all.nodes += element(kind + u"Gateway"_s, fork, byDefault) + element(kind + u"Gateway"_s, join);
        all.first = fork;
        all.last = join;
        return all;
    }

    // Back to the beginning while n is 3.
    Block circle(int depth)
    {
        const QString in = fresh(u"g"_s);
        const QString out = fresh(u"g"_s);
        const Block inner = sequence(depth - 1);
        const QString after = fresh(u"t"_s);
        return {inner.nodes + element(u"exclusiveGateway"_s, in)
                    + element(u"exclusiveGateway"_s, out, u"default=\"%1-%2\""_s.arg(out, after))
                    + element(u"scriptTask"_s, after),
                inner.flowText + u" %1-%2 %3-%4 %4-%1{n=3} %4-%5"_s.arg(in, inner.first, inner.last, out, after), in, after};
    }

    Block subProcess(int depth)
    {
        const QString id = fresh(u"p"_s);
        const bool isTransaction = m_dice.isOneIn(4);
        QString inside = m_dice.isOneIn(5) ? multiple() : QString();
        inside += body(depth - 1) + (m_dice.isOneIn(3) ? eventSubProcess() : QString());
        Block all{element(isTransaction ? u"transaction"_s : u"subProcess"_s, id, {}, artifactsLast(inside)), {}, id, id};
        if (m_dice.isOneIn(2)) {
            const QString event = fresh(u"x"_s);
            const QString handler = fresh(u"t"_s);
            const bool isError = m_dice.isOneIn(2);
            const QString triggers[] = {duration(u"PT1H"_s), signal(u"S1"_s), escalation(u"X1"_s), when(u"n=4"_s),
                                        cycle(u"R3/PT1M"_s)};
            all.nodes += boundary(event, id, isError ? error() : triggers[m_dice.below(5)], isError || m_dice.isOneIn(2))
                + element(u"scriptTask"_s, handler) + end(handler + u"_end"_s);
            all.flowText = u"%1-%2 %2-%2_end"_s.arg(event, handler);
        }
        return all;
    }

    QString eventSubProcess()
    {
        const QString id = fresh(u"v"_s);
        const bool isError = m_dice.isOneIn(3);
        const QString triggers[] = {signal(u"S1"_s), message(u"M2"_s), duration(u"PT2H"_s), escalation(u"X1"_s)};
        const QString in = fresh(u"s"_s);
        const QString inside = fresh(u"t"_s);
        return sub(id,
                   start(in, isError ? error() : triggers[m_dice.below(4)],
                         u"isInterrupting=\"%1\""_s.arg(isError || m_dice.isOneIn(2) ? u"true"_s : u"false"_s))
                       + element(u"scriptTask"_s, inside) + end(inside + u"_end"_s),
                   u"%1-%2 %2-%2_end"_s.arg(in, inside), u"triggeredByEvent=\"true\""_s);
    }

    Block race()
    {
        const QString fork = fresh(u"g"_s);
        const QString join = fresh(u"g"_s);
        const QString one = fresh(u"c"_s);
        const QString other = fresh(u"c"_s);
        return {element(u"eventBasedGateway"_s, fork) + element(u"exclusiveGateway"_s, join) + catching(one, message(u"M1"_s))
                    + catching(other, duration(u"PT5M"_s)),
                u"%1-%2 %1-%3 %2-%4 %3-%4"_s.arg(fork, one, other, join), fork, join};
    }

    Block call(int depth)
    {
        const QString id = fresh(u"k"_s);
        const QString process = fresh(u"Q"_s);
        const QString inside = artifactsLast(body(depth - 1));
        m_called += u"<process id=\"%1\">%2</process>"_s.arg(process, inside);
        return {element(u"callActivity"_s, id, u"calledElement=\"%1\""_s.arg(process)), {}, id, id};
    }

    Dice m_dice;
    int m_count = 0;
    QString m_called;
};

// Takes one of the ways that are open. False where nothing is.
inline bool takeRandomStep(Run &run, Dice &dice)
{
    using namespace bpmn;
    const QList<Effect> effects = openEffects(run.state);
    const QList<Wait> timers = openTimers(run.state);
    const QList<Incident> incidents = openIncidents(run.state);
    const feel::Context found{{u"n"_s, feel::Value(dice.below(6))}};
    const int way = dice.below(12);
    if (way < 7 && !effects.isEmpty()) {
        const QString key = effectKey(run.definition, run.state, effects[dice.below(int(effects.size()))]);
        if (way == 0 && dice.isOneIn(3))
            return run.wish(ThrowError{key, dice.isOneIn(2) ? u"E1"_s : u"E2"_s, {}});
        if (way == 1 && dice.isOneIn(3))
            return run.wish(FailEffect{key, u"no answer"_s});
        if (way == 2 && dice.isOneIn(2))
            run.wish(Escalate{key, u"X1"_s, {}});
        else
            run.wish(CompleteEffect{key, found});
        return true;
    }
    if (way == 7 && !timers.isEmpty()) {
        run.now = qMax(run.now, timers.first().due);
        run.wish(FireTimer{waitKey(run.definition, run.state, timers.first())});
    } else if (way == 8) {
        run.wish(DeliverMessage{dice.isOneIn(3) ? u"M2"_s : u"M1"_s, {}, feel::Value(found), {}});
    } else if (way == 9) {
        run.wish(DeliverSignal{u"S1"_s, {}});
    } else if (way == 10) {
        run.wish(SetVariables{0, found});
    } else if (!incidents.isEmpty()) {
        const bool isSkip = dice.isOneIn(3);
        run.wish(ResolveIncident{incidents.first().id,
                                 isSkip ? ResolveIncident::How::Skip : ResolveIncident::How::Retry, found});
    }
    return true;
}

} // namespace naru::test
