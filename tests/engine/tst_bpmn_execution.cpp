// What activities and gateways do (BPMN 2.0.2 §13.2 to §13.4), case by case.
#include "bpmn_rows.h"

using namespace naru;
using namespace naru::test;

namespace {

const QString ends = end(u"e"_s);

QString gateway(const QString &kind, const QString &id, const QString &more = {}, const QString &inside = {})
{
    return element(kind + u"Gateway"_s, id, more, inside);
}

QString loop(const QString &attributes, const QString &inside)
{
    return u"<standardLoopCharacteristics %1>%2</standardLoopCharacteristics>"_s.arg(attributes, inside);
}

QString multi(const QString &attributes, const QString &inside)
{
    return u"<multiInstanceLoopCharacteristics %1>%2</multiInstanceLoopCharacteristics>"_s.arg(attributes, inside);
}

} // namespace

class tst_BpmnExecution : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokensFlow_data();
    void tokensFlow() { playRow(); }
    void gatewaysSplitAndJoin_data();
    void gatewaysSplitAndJoin() { playRow(); }
    void activitiesLoop_data();
    void activitiesLoop() { playRow(); }
    void subProcessesRun_data();
    void subProcessesRun() { playRow(); }
};

void tst_BpmnExecution::tokensFlow_data()
{
    addColumns();
    addRow("one task", start(u"s"_s) + task(u"a"_s) + ends + flows(u"s-a a-e"_s), {}, u"a"_s, u"+a =completed"_s);
    addRow("§13.2: without a start event all that nothing leads to begins", task(u"a"_s) + task(u"b"_s), {}, u"b a"_s,
           u"+a +b =completed"_s);
    addRow("§10.3.1: every flow without a condition gets a token",
           start(u"s"_s) + task(u"a"_s) + task(u"b"_s) + task(u"c"_s) + flows(u"s-a a-b a-c"_s), {}, u"a c b"_s,
           u"+a +b +c =completed"_s);
    addRow("§10.3.1: a conditional flow beside one without", start(u"s"_s) + task(u"a"_s) + task(u"b"_s) + task(u"c"_s)
               + flows(u"s-a a-b{x>1} a-c"_s),
           u"{x:1}"_s, u"a c"_s, u"+a +c =completed"_s);
    addRow("§10.3.1: the default flow where no condition holds",
           start(u"s"_s) + task(u"a"_s, {}, u"default=\"a-c\""_s) + task(u"b"_s) + task(u"c"_s)
               + flows(u"s-a a-b{x>1} a-c"_s),
           u"{x:1}"_s, u"a c"_s, u"+a +c =completed"_s);
    addRow("§10.3.1: no default flow where one holds",
           start(u"s"_s) + task(u"a"_s, {}, u"default=\"a-c\""_s) + task(u"b"_s) + task(u"c"_s)
               + flows(u"s-a a-b{x>1} a-c"_s),
           u"{x:2}"_s, u"a b"_s, u"+a +b =completed"_s);
    addRow("startQuantity waits for so many tokens",
           start(u"s"_s) + task(u"a"_s) + task(u"b"_s) + task(u"c"_s, {}, u"startQuantity=\"2\""_s)
               + flows(u"s-a s-b a-c b-c"_s),
           {}, u"a b c"_s, u"+a +b +c =completed"_s);
    addRow("startQuantity waits for ever",
           start(u"s"_s) + task(u"c"_s, {}, u"startQuantity=\"2\""_s) + flows(u"s-c"_s), {}, {}, {});
    addRow("completionQuantity sends so many tokens",
           start(u"s"_s) + task(u"a"_s, {}, u"completionQuantity=\"3\""_s) + task(u"b"_s) + flows(u"s-a a-b"_s), {},
           u"a b b b"_s, u"+a +b +b +b =completed"_s);
    addRow("§13.3.3: abstract and manual tasks take no time",
           start(u"s"_s) + element(u"task"_s, u"a"_s) + element(u"manualTask"_s, u"b"_s) + task(u"c"_s)
               + flows(u"s-a a-b b-c"_s),
           {}, u"c"_s, u"+c =completed"_s);
    addRow("every kind of work is asked for",
           start(u"s"_s) + element(u"serviceTask"_s, u"a"_s) + element(u"scriptTask"_s, u"b"_s)
               + element(u"businessRuleTask"_s, u"c"_s) + element(u"sendTask"_s, u"d"_s, u"messageRef=\"M1\""_s)
               + flows(u"s-a a-b b-c c-d"_s),
           {}, u"a b c d"_s, u"+a +b +c +d =completed"_s);
    addRow("a receive task waits for its message", start(u"s"_s) + element(u"receiveTask"_s, u"a"_s, u"messageRef=\"M1\""_s)
               + task(u"b"_s) + flows(u"s-a a-b"_s),
           {}, u"*M2 *M1 b"_s, u"refused +b =completed"_s);
    addRow("a cancelled instance takes its tasks back", start(u"s"_s) + task(u"a"_s) + task(u"b"_s) + flows(u"s-a s-b"_s), {},
           u"cancel a"_s, u"+a +b -a -b =cancelled refused"_s);
    addRow("an unknown effect is refused", start(u"s"_s) + task(u"a"_s) + flows(u"s-a"_s), {}, u"b a a"_s,
           u"+a refused =completed refused"_s);
}

void tst_BpmnExecution::gatewaysSplitAndJoin_data()
{
    addColumns();
    const QString abc = start(u"s"_s) + task(u"a"_s) + task(u"b"_s) + task(u"c"_s);
    addRow("§13.4.2: exclusive takes the first that holds", abc + gateway(u"exclusive"_s, u"g"_s)
               + flows(u"s-g g-a{x>1} g-b{x>0} g-c{true}"_s),
           u"{x:1}"_s, u"b"_s, u"+b =completed"_s);
    addRow("§13.4.2: exclusive takes the default", abc + gateway(u"exclusive"_s, u"g"_s, u"default=\"g-c\""_s)
               + flows(u"s-g g-c g-a{x>1} g-b{x>2}"_s),
           u"{x:1}"_s, u"c"_s, u"+c =completed"_s);
    addRow("§13.4.2: exclusive without a way stops", abc + gateway(u"exclusive"_s, u"g"_s) + flows(u"s-g g-a{x>1}"_s),
           u"{x:1}"_s, u"retry{x:5} a"_s, u"!no_path +a =completed"_s.replace(u'_', u' '));
    addRow("§13.4.2: exclusive lets every token through",
           abc + gateway(u"exclusive"_s, u"g"_s) + flows(u"s-a s-b a-g b-g g-c"_s), {}, u"a c b c"_s,
           u"+a +b +c +c =completed"_s);
    addRow("§13.4.1: parallel waits for one token of each",
           abc + gateway(u"parallel"_s, u"g"_s) + flows(u"s-a s-b a-g b-g g-c"_s), {}, u"a b c"_s,
           u"+a +b +c =completed"_s);
    addRow("§13.4.1: parallel ignores conditions", abc + gateway(u"parallel"_s, u"g"_s) + flows(u"s-g g-a{false} g-b"_s), {},
           u"a b"_s, u"+a +b =completed"_s);
    addRow("§13.4.1: parallel joins by flow, not by number",
           abc + gateway(u"parallel"_s, u"g"_s) + task(u"d"_s, {}, u"completionQuantity=\"2\""_s)
               + flows(u"s-d d-g s-b b-g g-c"_s),
           {}, u"d b c"_s, u"+d +b +c"_s);
    addRow("§13.4.3: inclusive waits for what can still come",
           abc + gateway(u"inclusive"_s, u"g"_s) + gateway(u"inclusive"_s, u"j"_s)
               + flows(u"s-g g-a{x>0} g-b{x>1} g-c{x>2} a-j b-j c-j j-d"_s) + task(u"d"_s),
           u"{x:2}"_s, u"a b d"_s, u"+a +b +d =completed"_s);
    addRow("§13.4.3: inclusive waits for nothing that cannot come",
           abc + gateway(u"inclusive"_s, u"g"_s) + gateway(u"inclusive"_s, u"j"_s)
               + flows(u"s-g g-a{x>0} g-b{x>5} a-j b-j j-c"_s),
           u"{x:2}"_s, u"a c"_s, u"+a +c =completed"_s);
    // A token before a choice that can lead to the join, or past it.
    addRow("§13.4.3: a token that goes elsewhere frees the join",
           start(u"s"_s) + task(u"a"_s) + task(u"b"_s) + task(u"c"_s) + task(u"d"_s) + gateway(u"exclusive"_s, u"x"_s)
               + gateway(u"inclusive"_s, u"j"_s) + flows(u"s-a s-b a-j b-x x-j{v} x-c{true} j-d"_s),
           u"{v:false}"_s, u"a b d c"_s, u"+a +b +c +d =completed"_s);
    // (iv) to (vi): the token in the loop can come to the full flow too, and then need not be waited for.
    addRow("§13.4.3: inclusive in a loop does not wait for itself",
           start(u"s"_s) + gateway(u"inclusive"_s, u"j"_s) + task(u"a"_s) + gateway(u"exclusive"_s, u"x"_s) + task(u"b"_s)
               + flows(u"s-j j-a a-x x-j{again} x-b{true}"_s),
           u"{again:true}"_s, u"a a{again:false} b"_s, u"+a +a +b =completed"_s);
    addRow("§13.4.3: a boundary event can still send a token to the join",
           abc + boundary(u"t"_s, u"a"_s, signal(u"S1"_s), false) + gateway(u"inclusive"_s, u"j"_s)
               + flows(u"s-a s-b b-j t-j j-c a-e"_s) + ends,
           {}, u"b ^S1 a c"_s, u"+a +b +c =completed"_s);
    addRow("§13.4.5: complex fires once, and swallows the rest",
           abc + gateway(u"complex"_s, u"g"_s, {}, condition(u"activationCondition"_s, u"activationCount >= 2"_s))
               + task(u"d"_s) + flows(u"s-a s-b s-c a-g b-g c-g g-d"_s),
           {}, u"a b c d"_s, u"+a +b +c +d =completed"_s);
    addRow("§13.4.5: complex is ready again after its reset",
           start(u"s"_s) + task(u"a"_s, {}, u"completionQuantity=\"2\""_s) + task(u"b"_s, {}, u"completionQuantity=\"2\""_s)
               + gateway(u"complex"_s, u"g"_s, {}, condition(u"activationCondition"_s, u"activationCount >= 1"_s))
               + task(u"d"_s) + flows(u"s-a s-b a-g b-g g-d"_s),
           {}, u"a b d d"_s, u"+a +b +d +d =completed"_s);
    addRow("§13.4.5: complex sends tokens on reset where a condition says so",
           abc + gateway(u"complex"_s, u"g"_s, {}, condition(u"activationCondition"_s, u"activationCount >= 1"_s))
               + task(u"d"_s) + task(u"f"_s) + flows(u"s-a s-b a-g b-g g-d{waitingForStart} g-f{not(waitingForStart)}"_s),
           {}, u"a b d f"_s, u"+a +b +d +f =completed"_s);
    addRow("§13.4.4: the first event takes the token",
           start(u"s"_s) + gateway(u"eventBased"_s, u"g"_s) + catching(u"m"_s, message(u"M1"_s))
               + catching(u"t"_s, duration(u"PT1H"_s)) + task(u"a"_s) + task(u"b"_s) + flows(u"s-g g-m g-t m-a t-b"_s),
           {}, u"@t *M1 b"_s, u"+b refused =completed"_s);
    addRow("§13.4.4: a receive task behind the gateway",
           start(u"s"_s) + gateway(u"eventBased"_s, u"g"_s) + element(u"receiveTask"_s, u"m"_s, u"messageRef=\"M1\""_s)
               + catching(u"t"_s, duration(u"PT1H"_s)) + task(u"a"_s) + task(u"b"_s) + flows(u"s-g g-m g-t m-a t-b"_s),
           {}, u"*M1 @t a"_s, u"+a refused =completed"_s);
}

void tst_BpmnExecution::activitiesLoop_data()
{
    addColumns();
    const auto looping = [](const QString &characteristics) {
        return start(u"s"_s) + task(u"a"_s, characteristics) + task(u"b"_s) + flows(u"s-a a-b"_s);
    };
    const QString less = condition(u"loopCondition"_s, u"n < 2"_s);
    addRow("§13.3.6: a loop tests afterwards", looping(loop({}, less)), u"{n:5}"_s, u"a b"_s, u"+a +b =completed"_s);
    addRow("§13.3.6: a loop tests before", looping(loop(u"testBefore=\"true\""_s, less)), u"{n:5}"_s, u"b"_s,
           u"+b =completed"_s);
    addRow("§13.3.6: while the condition holds", looping(loop({}, less)), u"{n:0}"_s, u"a{n:1} a{n:2} b"_s,
           u"+a +a +b =completed"_s);
    addRow("§13.3.6: at most so often", looping(loop(u"loopMaximum=\"2\""_s, condition(u"loopCondition"_s, u"true"_s))), {},
           u"a a b"_s, u"+a +a +b =completed"_s);
    addRow("§13.3.6: a maximum alone", looping(loop(u"loopMaximum=\"3\""_s, {})), {}, u"a a a b"_s,
           u"+a +a +a +b =completed"_s);
    addRow("§13.3.6: loopCounter counts", looping(loop({}, condition(u"loopCondition"_s, u"loopCounter < 2"_s))), {},
           u"a a b"_s, u"+a +a +b =completed"_s);

    const QString three = condition(u"loopCardinality"_s, u"3"_s);
    addRow("§13.3.7: one after another", looping(multi(u"isSequential=\"true\""_s, three)), {}, u"a a a b"_s,
           u"+a +a +a +b =completed"_s);
    addRow("§13.3.7: all at once", looping(multi({}, three)), {}, u"a a a b"_s, u"+a +a +a +b =completed"_s);
    addRow("§13.3.7: none at all", looping(multi({}, condition(u"loopCardinality"_s, u"n"_s))), u"{n:0}"_s, u"b"_s,
           u"+b =completed"_s);
    addRow("§13.3.7: less than none is an incident", looping(multi({}, condition(u"loopCardinality"_s, u"n"_s))), u"{n:-1}"_s,
           u"retry{n:1} a b"_s, u"!data +a +b =completed"_s);
    addRow("§13.3.7: the completion condition takes the rest back",
           looping(multi({}, three + condition(u"completionCondition"_s, u"numberOfCompletedInstances >= 2"_s))), {},
           u"a a b"_s, u"+a +a +a -a +b =completed"_s);
    addRow("§13.3.7: the completion condition of a sequence",
           looping(multi(u"isSequential=\"true\""_s, three + condition(u"completionCondition"_s, u"done"_s))),
           u"{done:false}"_s, u"a a{done:true} b"_s, u"+a +a +b =completed"_s);

    const auto throwing = [&](const QString &attributes, bool interrupts) {
        return looping(multi(attributes, three))
            + boundary(u"x"_s, u"a"_s, signal(u"S1"_s), interrupts) + task(u"c"_s) + flows(u"x-c"_s);
    };
    const QString defined = u"<signalEventDefinition id=\"D\" signalRef=\"S1\"/>"_s;
    addRow("§10.3.8: behaviour None throws for each", throwing(u"behavior=\"None\" noneBehaviorEventRef=\"D\""_s, false), {},
           u"a a a b c c c"_s, u"+a +a +a +c +c +c +b =completed"_s, defined);
    addRow("§10.3.8: behaviour One throws for the first", throwing(u"behavior=\"One\" oneBehaviorEventRef=\"D\""_s, false), {},
           u"a a a b c"_s, u"+a +a +a +c +b =completed"_s, defined);
    addRow("§10.3.8: an event that is said to cancel does", throwing(u"behavior=\"One\" oneBehaviorEventRef=\"D\""_s, true),
           {}, u"a c"_s, u"+a +a +a -a -a +c =completed"_s, defined);
    addRow("§10.3.8: behaviour Complex asks its conditions",
           looping(multi(u"behavior=\"Complex\""_s,
                         three + u"<complexBehaviorDefinition>"_s
                             + condition(u"condition"_s, u"numberOfCompletedInstances = 2"_s)
                             + u"<event id=\"thrown\">"_s + signal(u"S1"_s) + u"</event></complexBehaviorDefinition>"_s))
               + boundary(u"x"_s, u"a"_s, signal(u"S1"_s), false) + task(u"c"_s) + flows(u"x-c"_s),
           {}, u"a a c a b"_s, u"+a +a +a +c +b =completed"_s);
}

void tst_BpmnExecution::subProcessesRun_data()
{
    addColumns();
    const QString inner = start(u"i"_s) + task(u"a"_s) + end(u"f"_s);
    addRow("§13.3.4: a sub-process ends with its last token",
           start(u"s"_s) + sub(u"p"_s, inner + task(u"c"_s), u"i-a i-c a-f"_s) + task(u"b"_s) + flows(u"s-p p-b"_s), {},
           u"a c b"_s, u"+a +c +b =completed"_s);
    addRow("§13.5.6: terminate ends its own scope only",
           start(u"s"_s) + sub(u"p"_s, inner + task(u"c"_s) + end(u"x"_s, u"<terminateEventDefinition/>"_s), u"i-a i-c a-x"_s)
               + task(u"b"_s) + flows(u"s-p p-b"_s),
           {}, u"a b"_s, u"+a +c -c +b =completed"_s);
    addRow("§13.5.6: terminate ends the process",
           start(u"s"_s) + task(u"a"_s) + task(u"b"_s) + end(u"x"_s, u"<terminateEventDefinition/>"_s)
               + flows(u"s-a s-b a-x"_s),
           {}, u"a"_s, u"+a +b -b =terminated"_s);
    addRow("an empty sub-process is over at once",
           start(u"s"_s) + sub(u"p"_s, {}, {}) + task(u"b"_s) + flows(u"s-p p-b"_s), {}, u"b"_s, u"+b =completed"_s);
    addRow("several sub-processes at a time",
           start(u"s"_s)
               + sub(u"p"_s, multi({}, condition(u"loopCardinality"_s, u"2"_s)) + inner, u"i-a a-f"_s) + task(u"b"_s)
               + flows(u"s-p p-b"_s),
           {}, u"a a b"_s, u"+a +a +b =completed"_s);

    const QString called = u"<process id=\"Q\"><startEvent id=\"qs\"/><userTask id=\"q\"/>"_s + flows(u"qs-q"_s)
        + u"</process>"_s;
    const QString calls = start(u"s"_s) + element(u"callActivity"_s, u"c"_s, u"calledElement=\"Q\""_s) + task(u"b"_s)
        + flows(u"s-c c-b"_s);
    addRow("§13.3.4: a process of the model is called", calls, {}, u"q b"_s, u"+q +b =completed"_s, called);
    addRow("a global task is called", calls, {}, u"c b"_s, u"+c +b =completed"_s, u"<globalUserTask id=\"Q\"/>"_s);
    addRow("what the model lacks is asked for", start(u"s"_s) + element(u"callActivity"_s, u"c"_s, u"calledElement=\"other\""_s)
               + task(u"b"_s) + flows(u"s-c c-b"_s),
           {}, u"c b"_s, u"+c +b =completed"_s);
    addRow("a process calls itself until it need not",
           start(u"s"_s) + element(u"exclusiveGateway"_s, u"g"_s, u"default=\"g-b\""_s) + task(u"n"_s)
               + element(u"callActivity"_s, u"c"_s, u"calledElement=\"P\""_s) + task(u"b"_s)
               + flows(u"s-n n-g g-c{x>0} g-b c-b"_s),
           u"{x:1}"_s, u"n{x:1} n{x:0} b b"_s, u"+n +n +b +b =completed"_s);

    const auto adHoc = [](const QString &attributes, const QString &inside) {
        return start(u"s"_s)
            + sub(u"p"_s, task(u"a"_s) + task(u"b"_s) + inside, {}, attributes, u"adHocSubProcess"_s) + task(u"c"_s)
            + flows(u"s-p p-c"_s);
    };
    const QString isDone = condition(u"completionCondition"_s, u"done"_s);
    addRow("§13.3.5: ad hoc, in parallel", adHoc(u"ordering=\"Parallel\""_s, {}), {}, u"b a c"_s, u"+a +b +c =completed"_s);
    addRow("§13.3.5: ad hoc, one by one", adHoc(u"ordering=\"Sequential\""_s, {}), {}, u"a b c"_s, u"+a +b +c =completed"_s);
    addRow("§13.3.5: the completion condition takes the rest back", adHoc({}, isDone), u"{done:false}"_s, u"a{done:true} c"_s,
           u"+a +b -b +c =completed"_s);
    addRow("§13.3.5: or waits for it", adHoc(u"cancelRemainingInstances=\"false\""_s, isDone), u"{done:false}"_s,
           u"a{done:true} b c"_s, u"+a +b +c =completed"_s);
    addRow("§13.3.5: nothing further begins once it holds", adHoc(u"ordering=\"Sequential\""_s, isDone), u"{done:false}"_s,
           u"a{done:true} c"_s, u"+a +c =completed"_s);
    addRow("§13.3.5: a person begins more until it holds", adHoc({}, isDone), u"{done:false}"_s, u"a b #a a{done:true} c"_s,
           u"+a +b +a +c =completed"_s);
    addRow("§13.3.5: or sets what it asks for", adHoc({}, isDone), u"{done:false}"_s, u"a b $done=true c"_s,
           u"+a +b +c =completed"_s);
}

QTEST_GUILESS_MAIN(tst_BpmnExecution)
#include "tst_bpmn_execution.moc"
