// What events do (BPMN 2.0.2 §13.5), case by case: boundary events, event sub-processes, throwing and catching, and
// compensation.
#include "bpmn_rows.h"

using namespace naru;
using namespace naru::test;

namespace {

// p with the task a inside, then b behind it.
QString guarded(const QString &more, const QString &moreFlows = {}, const QString &inside = {}, const QString &flowsInside = {})
{
    return start(u"s"_s) + sub(u"p"_s, start(u"i"_s) + task(u"a"_s) + inside, u"i-a "_s + flowsInside) + task(u"b"_s)
        + task(u"h"_s) + more + flows(u"s-p p-b "_s + moreFlows);
}

// An event sub-process with the task n behind its start.
QString eventSub(const QString &trigger, bool interrupts, const QString &more = {}, const QString &moreFlows = {})
{
    const QString stated = u"isInterrupting=\"%1\""_s.arg(interrupts ? u"true"_s : u"false"_s);
    return sub(u"v"_s, start(u"vs"_s, trigger, stated) + task(u"n"_s) + more, u"vs-n "_s + moreFlows,
               u"triggeredByEvent=\"true\""_s);
}

} // namespace

class tst_BpmnExecutionEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsAreCaught_data();
    void eventsAreCaught() { playRow(); }
    void boundaryEventsAct_data();
    void boundaryEventsAct() { playRow(); }
    void eventSubProcessesAct_data();
    void eventSubProcessesAct() { playRow(); }
    void completedWorkIsCompensated_data();
    void completedWorkIsCompensated() { playRow(); }
};

void tst_BpmnExecutionEvents::eventsAreCaught_data()
{
    addColumns();
    const auto behind = [](const QString &event, const QString &more = {}) {
        return start(u"s"_s) + catching(u"c"_s, event, more) + task(u"a"_s) + flows(u"s-c c-a"_s);
    };
    addRow("a message", behind(message(u"M1"_s)), {}, u"*M2 *M1 a"_s, u"refused +a =completed"_s);
    addRow("a signal", behind(signal(u"S1"_s)), {}, u"^S2 ^S1 a"_s, u"+a =completed"_s);
    addRow("a condition that holds already", behind(when(u"x > 1"_s)), u"{x:2}"_s, u"a"_s, u"+a =completed"_s);
    addRow("a condition that comes to hold", behind(when(u"x > 1"_s)), u"{x:1}"_s, u"$x=1 $x=5 a"_s, u"+a =completed"_s);
    addRow("a timer", behind(duration(u"PT1H"_s)), {}, u"@c a"_s, u"+a =completed"_s);
    addRow("a time that is past already", behind(date(u"2020-01-01T00:00:00Z"_s)), {}, u"@c a"_s, u"+a =completed"_s);
    addRow("a timer from a variable", behind(duration(u"wait"_s)), u"{wait:duration(\"P1D\")}"_s, u"@c a"_s,
           u"+a =completed"_s);
    addRow("a timer that says no time", behind(duration(u"wait"_s)), u"{wait:5}"_s, u"retry{wait:\"PT5S\"} @c a"_s,
           u"!timer +a =completed"_s);
    addRow("a cycle fires again and again", behind(cycle(u"R3/PT1S"_s)), {}, u"@c @c @c @c a a a"_s,
           u"+a +a +a refused =completed"_s);
    addRow("§10.5.1: one of several", behind(message(u"M1"_s) + signal(u"S1"_s)), {}, u"^S1 *M1 a"_s,
           u"+a refused =completed"_s);
    addRow("§10.5.1: all of several", behind(message(u"M1"_s) + signal(u"S1"_s), u"parallelMultiple=\"true\""_s), {},
           u"^S1 ^S1 *M1 a"_s, u"+a =completed"_s);
    addRow("a link leads on", start(u"s"_s) + throwing(u"t"_s, u"<linkEventDefinition id=\"l1\" name=\"L\"/>"_s)
               + catching(u"c"_s, u"<linkEventDefinition id=\"l2\" name=\"L\"/>"_s) + task(u"a"_s) + flows(u"s-t c-a"_s),
           {}, u"a"_s, u"+a =completed"_s);
    addRow("a signal reaches who waits in the same instance",
           start(u"s"_s) + throwing(u"t"_s, signal(u"S1"_s)) + catching(u"c"_s, signal(u"S1"_s)) + task(u"a"_s)
               + flows(u"s-t s-c c-a"_s),
           {}, u"t a"_s, u"+t +a =completed"_s);
    addRow("a thrown message is sent before the token goes on",
           start(u"s"_s) + throwing(u"t"_s, message(u"M1"_s)) + task(u"a"_s) + flows(u"s-t t-a"_s), {}, u"t a"_s,
           u"+t +a =completed"_s);
    addRow("an end event throws all it has", start(u"s"_s) + end(u"t"_s, message(u"M1"_s) + message(u"M2"_s)) + flows(u"s-t"_s),
           {}, u"t t"_s, u"+t +t =completed"_s);
    addRow("an error that nobody catches ends the process",
           start(u"s"_s) + task(u"a"_s) + end(u"t"_s, error(u"E1"_s)) + flows(u"s-a s-t"_s), {}, {},
           u"+a -a =failed:E1"_s);
}

void tst_BpmnExecutionEvents::boundaryEventsAct_data()
{
    addColumns();
    addRow("interrupting: the activity ends", guarded(boundary(u"x"_s, u"p"_s, signal(u"S1"_s)), u"x-h"_s), {}, u"^S1 a h"_s,
           u"+a -a +h refused =completed"_s);
    addRow("not interrupting: it goes on, and more may come",
           guarded(boundary(u"x"_s, u"p"_s, signal(u"S1"_s), false), u"x-h"_s), {}, u"^S1 ^S1 a ^S1 h h b"_s,
           u"+a +h +h +b =completed"_s);
    addRow("a timer that interrupts", guarded(boundary(u"x"_s, u"p"_s, duration(u"PT1H"_s)), u"x-h"_s), {}, u"@x h"_s,
           u"+a -a +h =completed"_s);
    addRow("a timer that does not fires once",
           guarded(boundary(u"x"_s, u"p"_s, duration(u"PT1H"_s), false), u"x-h"_s), {}, u"@x @x a h b"_s,
           u"+a +h refused +b =completed"_s);
    addRow("a cycle fires as often as it says", guarded(boundary(u"x"_s, u"p"_s, cycle(u"R2/PT1H"_s), false), u"x-h"_s), {},
           u"@x @x @x a h h b"_s, u"+a +h +h refused +b =completed"_s);
    addRow("a condition fires each time that it comes to hold",
           guarded(boundary(u"x"_s, u"p"_s, when(u"n > 1"_s), false), u"x-h"_s), u"{n:0}"_s, u"$n=2 $n=3 $n=0 $n=2 a h h b"_s,
           u"+a +h +h +b =completed"_s);
    addRow("what a task found out interrupts before its token goes on",
           guarded(boundary(u"x"_s, u"p"_s, when(u"n > 1"_s)), u"x-h"_s), u"{n:0}"_s, u"a{n:5} h"_s, u"+a +h =completed"_s);
    addRow("an error of a task", start(u"s"_s) + task(u"a"_s) + task(u"b"_s) + task(u"h"_s)
               + boundary(u"x"_s, u"a"_s, error(u"E1"_s)) + flows(u"s-a a-b x-h"_s),
           {}, u"a!E1 h"_s, u"+a +h =completed"_s);
    addRow("the one that names the error comes first",
           guarded(boundary(u"y"_s, u"p"_s, error()) + boundary(u"x"_s, u"p"_s, error(u"E1"_s)), u"x-h y-b"_s), {}, u"a!E1 h"_s,
           u"+a +h =completed"_s);
    addRow("another error is caught by who catches all",
           guarded(boundary(u"y"_s, u"p"_s, error()) + boundary(u"x"_s, u"p"_s, error(u"E1"_s)), u"x-b y-h"_s), {}, u"a!E2 h"_s,
           u"+a +h =completed"_s);
    addRow("an error that nobody catches waits for a person", guarded({}), {}, u"a!E1 retry a b"_s,
           u"+a !uncaught error +a +b =completed"_s);
    addRow("an error that is thrown inside", guarded(boundary(u"x"_s, u"p"_s, error(u"E1"_s)), u"x-h"_s,
                                                     end(u"t"_s, error(u"E1"_s)), u"i-t"_s),
           {}, u"h"_s, u"+a -a +h =completed"_s);
    addRow("an escalation lets the activity go on",
           guarded(boundary(u"x"_s, u"p"_s, escalation(u"X1"_s), false), u"x-h"_s, throwing(u"t"_s, escalation(u"X1"_s)), u"a-t"_s),
           {}, u"a h b"_s, u"+a +h +b =completed"_s);
    addRow("an escalation that interrupts", guarded(boundary(u"x"_s, u"p"_s, escalation(u"X1"_s)), u"x-h"_s), {}, u"a?X1 h"_s,
           u"+a -a +h =completed"_s);
    addRow("an escalation that nobody catches is no matter", guarded({}, {}, throwing(u"t"_s, escalation(u"X1"_s)), u"a-t"_s), {},
           u"a b"_s, u"+a +b =completed"_s);
    addRow("an error leaves a called process",
           start(u"s"_s) + element(u"callActivity"_s, u"c"_s, u"calledElement=\"Q\""_s) + task(u"h"_s)
               + boundary(u"x"_s, u"c"_s, error(u"E1"_s)) + flows(u"s-c x-h"_s),
           {}, u"q!E1 h"_s, u"+q +h =completed"_s,
           u"<process id=\"Q\"><startEvent id=\"qs\"/><userTask id=\"q\"/>"_s + flows(u"qs-q"_s) + u"</process>"_s);
    addRow("a message for the boundary", guarded(boundary(u"x"_s, u"p"_s, message(u"M1"_s)), u"x-h"_s), {}, u"*M1 *M1 h"_s,
           u"+a -a +h refused =completed"_s);
}

void tst_BpmnExecutionEvents::eventSubProcessesAct_data()
{
    addColumns();
    addRow("interrupting: takes its scope over", guarded({}, {}, eventSub(signal(u"S1"_s), true)), {}, u"^S1 ^S1 n b"_s,
           u"+a -a +n +b =completed"_s);
    addRow("not interrupting: runs beside, as often as it is triggered", guarded({}, {}, eventSub(signal(u"S1"_s), false)), {},
           u"^S1 ^S1 a n n b"_s, u"+a +n +n +b =completed"_s);
    addRow("an error takes the scope over", guarded({}, {}, eventSub(error(u"E1"_s), true)), {}, u"a!E1 n b"_s,
           u"+a +n +b =completed"_s);
    addRow("an error in the handler goes further out",
           guarded(boundary(u"x"_s, u"p"_s, error()), u"x-h"_s, eventSub(error(), true)), {}, u"a!E1 n!E2 h"_s,
           u"+a +n +h =completed"_s);
    addRow("an escalation need not interrupt", guarded({}, {}, eventSub(escalation(u"X1"_s), false)), {}, u"a?X1 n a b"_s,
           u"+a +n +b =completed"_s);
    addRow("a condition that holds from the start", guarded({}, {}, eventSub(when(u"x"_s), true)), u"{x:true}"_s, u"n b"_s,
           u"+n +b =completed"_s);
    addRow("a timer", guarded({}, {}, eventSub(duration(u"PT1H"_s), true)), {}, u"@vs n b"_s, u"+a -a +n +b =completed"_s);
    addRow("of the process itself", start(u"s"_s) + task(u"a"_s) + eventSub(message(u"M1"_s), true) + flows(u"s-a"_s), {},
           u"*M1 n"_s, u"+a -a +n =completed"_s);
    addRow("its waits end with the scope", guarded({}, {}, eventSub(message(u"M1"_s), false)), {}, u"a *M1 b"_s,
           u"+a +b refused =completed"_s);
}

void tst_BpmnExecutionEvents::completedWorkIsCompensated_data()
{
    addColumns();
    const QString ab = start(u"s"_s) + task(u"a"_s) + undoneBy(u"a"_s, u"ua"_s) + task(u"b"_s) + undoneBy(u"b"_s, u"ub"_s)
        + task(u"c"_s);
    addRow("§13.5.5: the latest first", ab + throwing(u"t"_s, compensation()) + flows(u"s-a a-b b-t t-c"_s), {},
           u"a b ub ua c"_s, u"+a +b +ub +ua +c =completed"_s);
    addRow("one activity only", ab + throwing(u"t"_s, compensation(u"a"_s)) + flows(u"s-a a-b b-t t-c"_s), {}, u"a b ua c"_s,
           u"+a +b +ua +c =completed"_s);
    addRow("what was not completed is not undone", ab + throwing(u"t"_s, compensation()) + flows(u"s-a s-b a-t t-c"_s), {},
           u"a ua b c"_s, u"+a +b +ua +c =completed"_s);
    addRow("nothing to undo", ab + throwing(u"t"_s, compensation()) + flows(u"s-t t-c"_s), {}, u"c"_s, u"+c =completed"_s);
    addRow("without waiting", ab + throwing(u"t"_s, compensation(u"a"_s, false)) + flows(u"s-a a-t t-c"_s), {}, u"a c ua"_s,
           u"+a +ua +c =completed"_s);
    addRow("nothing is undone twice",
           ab + throwing(u"t"_s, compensation()) + throwing(u"r"_s, compensation()) + flows(u"s-a a-t t-r r-c"_s), {},
           u"a ua c"_s, u"+a +ua +c =completed"_s);
    addRow("each instance of a loop is undone",
           start(u"s"_s)
               + task(u"a"_s, u"<multiInstanceLoopCharacteristics>"_s + condition(u"loopCardinality"_s, u"2"_s)
                          + u"</multiInstanceLoopCharacteristics>"_s)
               + undoneBy(u"a"_s, u"ua"_s) + throwing(u"t"_s, compensation()) + task(u"c"_s) + flows(u"s-a a-t t-c"_s),
           {}, u"a a ua ua c"_s, u"+a +a +ua +ua +c =completed"_s);

    const QString inner = start(u"i"_s) + task(u"a"_s) + undoneBy(u"a"_s, u"ua"_s) + task(u"b"_s) + undoneBy(u"b"_s, u"ub"_s);
    const auto around = [&](const QString &inside, const QString &more) {
        return start(u"s"_s) + sub(u"p"_s, inner + inside, u"i-a a-b"_s) + more + throwing(u"t"_s, compensation())
            + task(u"c"_s) + flows(u"s-p p-t t-c"_s);
    };
    addRow("a sub-process is undone by what was done in it", around({}, {}), {}, u"a b ub ua c"_s,
           u"+a +b +ub +ua +c =completed"_s);
    addRow("its own handler comes instead", around({}, undoneBy(u"p"_s, u"up"_s)), {}, u"a b up c"_s,
           u"+a +b +up +c =completed"_s);
    addRow("a compensation event sub-process sees to it",
           around(eventSub(compensation(), true, throwing(u"vt"_s, compensation(u"b"_s)), u"n-vt"_s), {}), {}, u"a b n ub c"_s,
           u"+a +b +n +ub +c =completed"_s);

    const auto called = [&](const QString &inside, const QString &insideFlows = {}) {
        return u"<process id=\"Q\"><startEvent id=\"qs\"/>"_s
            + artifactsLast(task(u"q"_s) + undoneBy(u"q"_s, u"uq"_s) + inside + flows(u"qs-q "_s + insideFlows)) + u"</process>"_s;
    };
    const QString calls = start(u"s"_s) + element(u"callActivity"_s, u"p"_s, u"calledElement=\"Q\""_s) + throwing(u"t"_s, compensation())
        + task(u"c"_s) + flows(u"s-p p-t t-c"_s);
    addRow("a called process is undone by what was done in it", calls, {}, u"q uq c"_s, u"+q +uq +c =completed"_s, called({}));
    addRow("a called process has a compensation event sub-process", calls, {}, u"q n c"_s, u"+q +n +c =completed"_s,
           called(eventSub(compensation(), true)));
    addRow("a call that has a handler is undone by it", calls + undoneBy(u"p"_s, u"up"_s), {}, u"q up c"_s, u"+q +up +c =completed"_s, called({}));
    addRow("what was undone in a called process is not undone twice",
           start(u"s"_s) + element(u"callActivity"_s, u"p"_s, u"calledElement=\"Q\""_s) + throwing(u"t"_s, compensation()) + throwing(u"r"_s, compensation())
               + task(u"c"_s) + flows(u"s-p p-t t-r r-c"_s),
           {}, u"q uq c"_s, u"+q +uq +c =completed"_s, called({}));

    const auto transaction = [&](const QString &more) {
        return start(u"s"_s)
            + sub(u"p"_s, inner + end(u"x"_s, u"<cancelEventDefinition/>"_s) + task(u"d"_s), u"i-a a-b b-x i-d"_s, {},
                  u"transaction"_s)
            + task(u"c"_s) + task(u"h"_s) + more + flows(u"s-p p-c"_s);
    };
    addRow("§10.7: a cancelled transaction is undone, then left by its cancel event",
           transaction(boundary(u"y"_s, u"p"_s, u"<cancelEventDefinition/>"_s) + flows(u"y-h"_s)), {}, u"a b ub ua h"_s,
           u"+a +d +b -d +ub +ua +h =completed"_s);
    addRow("an error in a transaction undoes nothing",
           transaction(boundary(u"y"_s, u"p"_s, error()) + flows(u"y-h"_s)), {}, u"a d!E1 h"_s, u"+a +d +b -b +h =completed"_s);
}

QTEST_GUILESS_MAIN(tst_BpmnExecutionEvents)
#include "tst_bpmn_execution_events.moc"
