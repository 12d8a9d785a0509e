// Data of runs (BPMN 2.0.2 §10.4), timers, incidents, limits, and the move to another definition.
#include "bpmn_rows.h"

using namespace naru;
using namespace naru::test;

namespace {

QString input(const QString &activity, const QString &from, const QString &more = {})
{
    return u"<dataInputAssociation id=\"%1_in\"><sourceRef>%2</sourceRef><targetRef>%1_input</targetRef>%3</dataInputAssociation>"_s
        .arg(activity, from, more);
}
QString output(const QString &activity, const QString &to)
{
    return u"<dataOutputAssociation id=\"%1_out\"><sourceRef>%1_output</sourceRef><targetRef>%2</targetRef></dataOutputAssociation>"_s
        .arg(activity, to);
}
QString specification(const QString &activity)
{
    return u"<ioSpecification><dataInput id=\"%1_input\" name=\"given\"/><dataOutput id=\"%1_output\" name=\"made\"/>"
           "<inputSet><dataInputRefs>%1_input</dataInputRefs></inputSet>"
           "<outputSet><dataOutputRefs>%1_output</dataOutputRefs></outputSet></ioSpecification>"_s
        .arg(activity);
}
QString dataObject(const QString &id) { return u"<dataObject id=\"%1\"/>"_s.arg(id); }

feel::Value variable(const Run &run, const QString &name)
{
    const feel::Value *value = findVariable(run.state, run.state.root, name);
    return value ? *value : feel::Value();
}

qint64 momentOf(const QString &text) { return QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch(); }

} // namespace

class tst_BpmnExecutionData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dataGoInAndOut();
    void anActivityWaitsForItsData();
    void instancesShareOutACollection();
    void aCalledProcessSeesOnlyWhatItIsGiven();
    void incidentsWaitForAPerson_data();
    void incidentsWaitForAPerson() { playRow(); }
    void aProcessThatRunsInCirclesIsStopped();
    void theFirstCompleteSetServes_data();
    void theFirstCompleteSetServes();
    void endlessCallsAreStopped();
    void messagesFindTheirConversation();
    void timersFallWhereTheCalendarSays_data();
    void timersFallWhereTheCalendarSays();
    void malformedTimersAreRefused_data();
    void malformedTimersAreRefused();
    void missedOccurrencesFireOnce();
    void anInstanceMovesToANewDefinition();
    void anInstanceDoesNotMoveWhereItWouldLoseSomething();
    void theDigestIsOfWhatRuns();
};

void tst_BpmnExecutionData::dataGoInAndOut()
{
    const QString transformed = u"<transformation>order.amount + 1</transformation>"_s;
    Run run(compiled(model(dataObject(u"order"_s) + dataObject(u"result"_s) + start(u"s"_s)
                           + task(u"a"_s, specification(u"a"_s) + input(u"a"_s, u"order"_s, transformed) + output(u"a"_s, u"result"_s))
                           + task(u"b"_s) + flows(u"s-a a-b"_s))));
    QVERIFY(run.definition.isSound());

    played(run, u"{order:{amount:41.10}}"_s, {});
    const QList<bpmn::Effect> asked = bpmn::openEffects(run.state);
    takeStep(run, u"a{made:\"done\",other:5}"_s);

    QCOMPARE(feel::toText(asked.first().input), u"{given: 42.10}"_s);
    QCOMPARE(feel::toText(variable(run, u"result"_s)), u"\"done\""_s);
    QVERIFY(variable(run, u"other"_s).isNull()); // it is not declared
    QCOMPARE(run.faults, QStringList());
}

void tst_BpmnExecutionData::anActivityWaitsForItsData()
{
    Run run(compiled(model(dataObject(u"order"_s) + start(u"s"_s)
                           + task(u"a"_s, specification(u"a"_s) + input(u"a"_s, u"order"_s)) + task(u"b"_s)
                           + flows(u"s-a s-b"_s))));

    QCOMPARE(played(run, {}, u"b{order:7}"_s).join(u' '), u"+b +a"_s);

    QCOMPARE(feel::toText(bpmn::openEffects(run.state).first().input), u"{given: 7}"_s);
    QCOMPARE(run.faults, QStringList());
}

void tst_BpmnExecutionData::instancesShareOutACollection()
{
    const QString loop
        = u"<multiInstanceLoopCharacteristics><loopDataInputRef>people</loopDataInputRef>"
          "<loopDataOutputRef>answers</loopDataOutputRef><inputDataItem id=\"person\" name=\"person\"/>"
          "<outputDataItem id=\"answer\" name=\"answer\"/></multiInstanceLoopCharacteristics>"_s;
    Run run(compiled(model(dataObject(u"people"_s) + dataObject(u"answers"_s) + start(u"s"_s) + task(u"a"_s, loop)
                           + task(u"b"_s) + flows(u"s-a a-b"_s))));
    QVERIFY(run.definition.isSound());

    played(run, u"{people:[\"Kim\",\"Lee\"]}"_s, {});
    QStringList seen;
    for (const bpmn::Effect &effect : bpmn::openEffects(run.state))
        seen.append(findVariable(run.state, effect.activity, u"person"_s)->string());
    takeStep(run, u"a{answer:1}"_s);
    takeStep(run, u"a{answer:2}"_s);

    QCOMPARE(seen, (QStringList{u"Kim"_s, u"Lee"_s}));
    QCOMPARE(feel::toText(variable(run, u"answers"_s)), u"[1, 2]"_s);
    QCOMPARE(run.log.last(), u"+b"_s);
    QCOMPARE(run.faults, QStringList());
}

void tst_BpmnExecutionData::aCalledProcessSeesOnlyWhatItIsGiven()
{
    const QString called = u"<process id=\"Q\"><ioSpecification><dataInput id=\"qi\" name=\"given\"/>"
                           "<dataOutput id=\"qo\" name=\"made\"/><inputSet/><outputSet/></ioSpecification>"
                           "<startEvent id=\"qs\"/><userTask id=\"q\"/>"_s
        + flows(u"qs-q"_s) + u"</process>"_s;
    Run run(compiled(model(dataObject(u"order"_s) + dataObject(u"result"_s) + start(u"s"_s)
                               + element(u"callActivity"_s, u"c"_s, u"calledElement=\"Q\""_s,
                                         specification(u"c"_s) + input(u"c"_s, u"order"_s) + output(u"c"_s, u"result"_s))
                               + task(u"b"_s) + flows(u"s-c c-b"_s),
                           called)));
    QVERIFY(run.definition.isSound());

    played(run, u"{order:5,secret:6}"_s, {});
    const bpmn::Id inside = bpmn::openEffects(run.state).first().activity;
    const QString seen = feel::toText(feel::Value(bpmn::visibleVariables(run.state, inside)));
    takeStep(run, u"q{made:8}"_s);

    QCOMPARE(seen, u"{given: 5, made: null}"_s);
    QCOMPARE(feel::toText(variable(run, u"result"_s)), u"8"_s);
    QCOMPARE(run.faults, QStringList());
}

void tst_BpmnExecutionData::incidentsWaitForAPerson_data()
{
    addColumns();
    const QString two = start(u"s"_s) + task(u"a"_s) + task(u"b"_s) + flows(u"s-a a-b"_s);
    addRow("a failed effect is asked for again", two, {}, u"a~ a retry a b"_s, u"+a !failure refused +a +b =completed"_s);
    addRow("or left out, with what it would have found", two, {}, u"a~ skip{x:1} b"_s, u"+a !failure +b =completed"_s);
    addRow("a condition that is neither true nor false",
           start(u"s"_s) + element(u"exclusiveGateway"_s, u"g"_s) + task(u"a"_s) + task(u"b"_s) + flows(u"s-g g-a{x} g-b{true}"_s),
           {}, u"skip retry{x:true} a"_s, u"!expression refused +a =completed"_s);
    addRow("a cancelled instance closes its incidents", two, {}, u"a~ cancel"_s, u"+a !failure =cancelled"_s);
    addRow("an interrupted activity closes its incident",
           start(u"s"_s) + task(u"a"_s) + boundary(u"x"_s, u"a"_s, signal(u"S1"_s)) + task(u"b"_s) + flows(u"s-a x-b"_s), {},
           u"a~ ^S1 retry b"_s, u"+a !failure +b refused =completed"_s);
    addRow("a message that could not be sent", start(u"s"_s) + throwing(u"t"_s, message(u"M1"_s)) + task(u"a"_s)
               + flows(u"s-t t-a"_s),
           {}, u"t~ retry t a"_s, u"+t !failure +t +a =completed"_s);
}

void tst_BpmnExecutionData::aProcessThatRunsInCirclesIsStopped()
{
    Run run(compiled(model(start(u"s"_s) + element(u"exclusiveGateway"_s, u"j"_s) + element(u"task"_s, u"a"_s)
                           + element(u"exclusiveGateway"_s, u"g"_s, u"default=\"g-b\""_s) + task(u"b"_s)
                           + flows(u"s-j j-a a-g g-j{again} g-b"_s))));
    run.limits.steps = 500;

    QCOMPARE(played(run, u"{again:true}"_s, u"retry retry{again:false} b"_s).join(u' '),
             u"!limit !limit +b =completed"_s);

    QVERIFY(run.facts.size() < 5000);
    QCOMPARE(run.faults, QStringList());
}

// §13.3.2: the first input set that is complete serves, and the first output set.
void tst_BpmnExecutionData::theFirstCompleteSetServes_data()
{
    QTest::addColumn<QString>("variables");
    QTest::addColumn<QString>("asked"); // what the task is given; empty: it waits
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("given"); // x and y behind it
    QTest::newRow("the first") << u"{a:1}"_s << u"{one: 1}"_s << u"{m:5}"_s << u"5 null"_s;
    QTest::newRow("the second") << u"{b:2}"_s << u"{two: 2, more: null}"_s << u"{n:6}"_s << u"null 6"_s;
    QTest::newRow("the second with what it may have") << u"{b:2,c:3}"_s << u"{two: 2, more: 3}"_s << u"{n:6}"_s << u"null 6"_s;
    QTest::newRow("both: the first goes before") << u"{a:1,b:2,c:3}"_s << u"{one: 1}"_s << u"{m:5,n:6}"_s << u"5 null"_s;
    QTest::newRow("what may be there is not enough") << u"{c:3}"_s << QString() << QString() << u"null null"_s;
}

void tst_BpmnExecutionData::theFirstCompleteSetServes()
{
    QFETCH(const QString, variables);
    QFETCH(const QString, asked);
    QFETCH(const QString, result);
    QFETCH(const QString, given);
    const auto in = [](const QString &from, const QString &to) {
        return u"<dataInputAssociation><sourceRef>%1</sourceRef><targetRef>%2</targetRef></dataInputAssociation>"_s.arg(from, to);
    };
    const auto out = [](const QString &from, const QString &to) {
        return u"<dataOutputAssociation><sourceRef>%1</sourceRef><targetRef>%2</targetRef></dataOutputAssociation>"_s.arg(from, to);
    };
    const QString sets = u"<ioSpecification><dataInput id=\"i1\" name=\"one\"/><dataInput id=\"i2\" name=\"two\"/><dataInput id=\"i3\" name=\"more\"/>"
                         "<dataOutput id=\"o1\" name=\"m\"/><dataOutput id=\"o2\" name=\"n\"/><inputSet><dataInputRefs>i1</dataInputRefs></inputSet>"
                         "<inputSet><dataInputRefs>i2</dataInputRefs><dataInputRefs>i3</dataInputRefs><optionalInputRefs>i3</optionalInputRefs></inputSet>"
                         "<outputSet><dataOutputRefs>o1</dataOutputRefs></outputSet><outputSet><dataOutputRefs>o2</dataOutputRefs></outputSet></ioSpecification>"_s;
    QString data;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"x"_s, u"y"_s})
        data += dataObject(name);
    const QString text = data + start(u"s"_s) + task(u"t"_s, sets + in(u"a"_s, u"i1"_s) + in(u"b"_s, u"i2"_s) + in(u"c"_s, u"i3"_s) + out(u"o1"_s, u"x"_s) + out(u"o2"_s, u"y"_s))
        + task(u"z"_s) + u"<endEvent id=\"e\"/>"_s + flows(u"s-t t-z z-e"_s);
    Run run(compiled(model(text)));
    QVERIFY(run.definition.isSound());
    QStringList problems;
    for (const bpmn::Problem &one : bpmn::check(*bpmn::readModel(model(text))).problems)
        problems.append(one.element + u' ' + one.text);
    QCOMPARE(problems.join(u'\n'), QString());

    played(run, variables, {});
    const QList<bpmn::Effect> effects = bpmn::openEffects(run.state);
    QCOMPARE(effects.isEmpty() ? QString() : feel::toText(effects.first().input), asked);
    if (!asked.isEmpty())
        QVERIFY(takeStep(run, u"t"_s + result));

    QCOMPARE(feel::toText(variable(run, u"x"_s)) + u' ' + feel::toText(variable(run, u"y"_s)), given);
    QCOMPARE(run.faults, QStringList());
}

void tst_BpmnExecutionData::endlessCallsAreStopped()
{
    Run run(compiled(model(start(u"s"_s) + element(u"callActivity"_s, u"c"_s, u"calledElement=\"P\""_s) + flows(u"s-c"_s))));

    QCOMPARE(played(run, {}, u"cancel"_s).join(u' '), u"!call =cancelled"_s);

    QCOMPARE(run.faults, QStringList());
}

void tst_BpmnExecutionData::messagesFindTheirConversation()
{
    const QString roots
        = u"<correlationProperty id=\"number\"><correlationPropertyRetrievalExpression messageRef=\"M1\">"
          "<messagePath>order.number</messagePath></correlationPropertyRetrievalExpression></correlationProperty>"
          "<collaboration id=\"C\"><participant id=\"pool\" processRef=\"P\"/>"
          "<correlationKey id=\"key\"><correlationPropertyRef>number</correlationPropertyRef></correlationKey></collaboration>"_s;
    const QString subscription
        = u"<correlationSubscription id=\"cs\" correlationKeyRef=\"key\"><correlationPropertyBinding "
          "correlationPropertyRef=\"number\"><dataPath>mine</dataPath></correlationPropertyBinding></correlationSubscription>"_s;
    Run run(compiled(model(start(u"s"_s) + catching(u"c"_s, message(u"M1"_s)) + task(u"a"_s) + flows(u"s-c c-a"_s) + subscription,
                           roots)));
    QVERIFY(run.definition.isSound());

    QCOMPARE(played(run, u"{mine:7}"_s, u"*M1{order:{number:8}} *M1{order:{number:7}} a"_s).join(u' '),
             u"refused +a =completed"_s);

    QCOMPARE(run.faults, QStringList());
}

void tst_BpmnExecutionData::timersFallWhereTheCalendarSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QStringList>("due");
    const QString seoul = u"Asia/Seoul"_s;
    const QString newYork = u"America/New_York"_s;
    QTest::newRow("a period after now") << u"R3/PT10M"_s << u"2026-01-01T00:00:00Z"_s << seoul
                                        << QStringList{u"2026-01-01T00:10:00Z"_s, u"2026-01-01T00:20:00Z"_s,
                                                       u"2026-01-01T00:30:00Z"_s};
    QTest::newRow("from a start on") << u"R2/2026-05-01T09:00:00/P1D"_s << u"2026-01-01T00:00:00Z"_s << seoul
                                     << QStringList{u"2026-05-01T00:00:00Z"_s, u"2026-05-02T00:00:00Z"_s};
    QTest::newRow("the 31st, or the last of the month")
        << u"R4/2026-01-31T09:00:00/P1M"_s << u"2026-01-01T00:00:00Z"_s << seoul
        << QStringList{u"2026-01-31T00:00:00Z"_s, u"2026-02-28T00:00:00Z"_s, u"2026-03-31T00:00:00Z"_s,
                       u"2026-04-30T00:00:00Z"_s};
    QTest::newRow("29 February") << u"R2/2024-02-29T00:00:00Z/P1Y"_s << u"2024-01-01T00:00:00Z"_s << u"Etc/UTC"_s
                                 << QStringList{u"2024-02-29T00:00:00Z"_s, u"2025-02-28T00:00:00Z"_s};
    // 2026-03-08 02:30 does not exist in New York, 2026-11-01 01:30 exists twice.
    QTest::newRow("a gap puts the clock forward, for that day")
        << u"R3/2026-03-07T02:30:00/P1D"_s << u"2026-01-01T00:00:00Z"_s << newYork
        << QStringList{u"2026-03-07T07:30:00Z"_s, u"2026-03-08T07:30:00Z"_s, u"2026-03-09T06:30:00Z"_s};
    QTest::newRow("in an overlap the earlier one holds")
        << u"R3/2026-10-31T01:30:00/P1D"_s << u"2026-01-01T00:00:00Z"_s << newYork
        << QStringList{u"2026-10-31T05:30:00Z"_s, u"2026-11-01T05:30:00Z"_s, u"2026-11-02T06:30:00Z"_s};
    QTest::newRow("24 hours are no day") << u"R2/2026-03-07T12:00:00/PT24H"_s << u"2026-01-01T00:00:00Z"_s << newYork
                                         << QStringList{u"2026-03-07T17:00:00Z"_s, u"2026-03-08T17:00:00Z"_s};
}

void tst_BpmnExecutionData::timersFallWhereTheCalendarSays()
{
    QFETCH(const QString, text);
    QFETCH(const QString, now);
    QFETCH(const QString, zone);
    QFETCH(const QStringList, due);

    const Result<bpmn::TimerPlan> plan = bpmn::timerPlan(bpmn::TimerKind::Cycle, feel::Value(text), momentOf(now), zone);

    QVERIFY(plan);
    QCOMPARE(plan->times, due.size());
    for (int i = 0; i < due.size(); ++i)
        QCOMPARE(plan->occurrence(plan->first + i), momentOf(due[i]));
}

void tst_BpmnExecutionData::malformedTimersAreRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    const int duration = int(bpmn::TimerKind::Duration);
    for (const char *text : {"", "P", "PT", "10M", "P1S", "PT1D", "P1.5M", "PT1H30", "R3/PT1S", "PT99999999999999S"})
        QTest::addRow("duration %s", text) << duration << QString::fromLatin1(text);
    for (const char *text : {"", "R", "R3", "Rx/PT1S", "R3/PT0S", "R3/-PT1S", "R3/PT1S/PT1S/PT1S", "R3/soon", "soon"})
        QTest::addRow("cycle %s", text) << int(bpmn::TimerKind::Cycle) << QString::fromLatin1(text);
    for (const char *text : {"", "tomorrow", "2026-02-30", "2026-01-01T25:00:00"})
        QTest::addRow("date %s", text) << int(bpmn::TimerKind::Date) << QString::fromLatin1(text);
}

void tst_BpmnExecutionData::malformedTimersAreRefused()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);

    const Result<bpmn::TimerPlan> plan = bpmn::timerPlan(bpmn::TimerKind(kind), feel::Value(text), 0, u"Asia/Seoul"_s);

    QVERIFY(!plan);
    QVERIFY(plan.error().text.startsWith(u"expected "_s));
}

void tst_BpmnExecutionData::missedOccurrencesFireOnce()
{
    Run run(compiled(model(start(u"s"_s) + task(u"a"_s) + boundary(u"x"_s, u"a"_s, cycle(u"R/PT10S"_s), false) + task(u"h"_s)
                           + flows(u"s-a x-h"_s))));
    played(run, {}, {});
    run.now += 10LL * 365 * 86'400'000; // the clock jumps ten years

    QVERIFY(takeStep(run, u"@x"_s));

    QCOMPARE(run.log.join(u' '), u"+a +h"_s);
    const bpmn::Wait timer = bpmn::openTimers(run.state).first();
    QVERIFY(timer.due > run.now && timer.due <= run.now + 10'000);
    QVERIFY(!run.wish(bpmn::FireTimer{bpmn::waitKey(run.definition, run.state, timer)})); // not due yet
    QCOMPARE(run.faults, QStringList());
}

void tst_BpmnExecutionData::anInstanceMovesToANewDefinition()
{
    Run run(compiled(model(start(u"s"_s) + task(u"a"_s) + boundary(u"x"_s, u"a"_s, message(u"M1"_s)) + flows(u"s-a"_s))));
    played(run, u"{n:1}"_s, {});
    const bpmn::Definition next
        = compiled(model(task(u"new"_s) + start(u"s"_s) + task(u"task"_s) + boundary(u"x"_s, u"task"_s, message(u"M1"_s))
                         + flows(u"s-task task-new"_s)));

    const Result<bpmn::Decision> moved = bpmn::decideOn(
        run.definition, run.state, {run.moment(), bpmn::Migrate{next, {{u"a"_s, u"task"_s}}}});

    QVERIFY(moved);
    QCOMPARE(moved->state.definition, next.digest());
    QCOMPARE(next.node(bpmn::openEffects(moved->state).first().node).id, u"task"_s);
    const QJsonObject fact = bpmn::toJson(next, moved->facts.first());
    const Result<bpmn::Event> read = bpmn::eventFromJson(next, fact);
    QVERIFY(read);
    bpmn::State folded = run.state;
    bpmn::evolve(next, folded, *read);
    QVERIFY(folded == moved->state);
    run.definition = next;
    run.state = folded;
    takeStep(run, u"task"_s);
    QCOMPARE(run.log.last(), u"+new"_s);
}

void tst_BpmnExecutionData::anInstanceDoesNotMoveWhereItWouldLoseSomething()
{
    Run run(compiled(model(start(u"s"_s) + task(u"a"_s) + flows(u"s-a"_s))));
    played(run, {}, {});

    const bool isMoved
        = run.wish(bpmn::Migrate{compiled(model(start(u"s"_s) + task(u"b"_s) + flows(u"s-b"_s))), {}});

    QVERIFY(!isMoved);
    QVERIFY(run.lastError.contains(u"a"_s));
}

void tst_BpmnExecutionData::theDigestIsOfWhatRuns()
{
    const QByteArray one = model(start(u"s"_s) + task(u"a"_s) + flows(u"s-a"_s));
    QByteArray laidOut = one;
    laidOut.replace("<process", "\n\n  <process");
    QByteArray other = one;
    other.replace("userTask", "manualTask");

    QCOMPARE(compiled(laidOut).digest(), compiled(one).digest());
    QVERIFY(compiled(other).digest() != compiled(one).digest());
}

QTEST_GUILESS_MAIN(tst_BpmnExecutionData)
#include "tst_bpmn_execution_data.moc"
