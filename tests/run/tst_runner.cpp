// Runs that survive: facts before deeds, once and only once, incidents where nobody can know, and previews that keep their
// word.
#include "robot_fixture.h"

#include <stdexcept>

namespace naru::run {

class tst_Runner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesToItsEnd();
    void doesWhatThePreviewSays();
    void refusesWhatWasNotApproved();
    void tellsWhichRulesFired();
    void asksARuleAnewEachTime();
    void stopsWhereNoRuleMatches();
    void makesTasksForPeople();
    void refusesValuesThatTheFormDoesNotAllow();
    void takesATaskOnce();
    void withdrawsATaskThatIsInterrupted();
    void waitsForItsTimers();
    void turnsAFailureIntoAnIncident();
    void skipsWhatAPersonSkips();
    void triesAgainWhatIsUnavailable();
    void catchesAnErrorOfTheBusiness();
    void findsOutAfterAStop_data();
    void findsOutAfterAStop();
    void keepsOutTheFormerHolder();
    void doesNothingOnceTheLeaseIsLost();
    void aLongDeedKeepsItsLease();
    void sendsMessagesToOtherRuns();
    void takesAMessageOnce();
    void keepsToItsVersion();
    void goesOnFromSnapshots();
    void limitsTheEffectsOfARun();
    void refusesAnOperationThatTheRobotMayNot();
    void drainsWhenItIsTold();
    void cancelsARun();
};

void tst_Runner::goesToItsEnd()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"write"_s) + serviceTask(u"b"_s, u"once"_s)
        + u"<scriptTask id='c' scriptFormat='https://www.omg.org/spec/DMN/20230324/FEEL/' naru:result='twice'><script>number * 2</script></scriptTask>"_s
        + flowsOf({u"start"_s, u"a"_s, u"b"_s, u"c"_s, u"end"_s}))), {{u"number"_s, 20}});

    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(works.world->deeds().size(), 2);
    QVERIFY(works.world->deeds().first().startsWith(u"write r-1/a/"));
    QCOMPARE(works.valueOf(run, u"twice"_s), u"44"_s);
    QCOMPARE(works.factsOf(run, u"effectBegun"_s).size(), 1); // only what must not be done twice
    const Status sound = works.runs().verify(run);
    QVERIFY2(sound, sound ? "" : qPrintable(sound.error().text));
}

void tst_Runner::doesWhatThePreviewSays()
{
    Works works;
    const LoadedRobot loaded = works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"write"_s) + serviceTask(u"b"_s, u"write"_s) + serviceTask(u"c"_s, u"findable"_s)
        + u"<exclusiveGateway id='g' default='g-c'/><sequenceFlow id='start-a' sourceRef='start' targetRef='a'/><sequenceFlow id='a-g' sourceRef='a' targetRef='g'/>"
          "<sequenceFlow id='g-b' sourceRef='g' targetRef='b'><conditionExpression xsi:type='tFormalExpression'>number &lt; 5</conditionExpression></sequenceFlow>"
          "<sequenceFlow id='g-c' sourceRef='g' targetRef='c'/><sequenceFlow id='b-g' sourceRef='b' targetRef='g'/><sequenceFlow id='c-end' sourceRef='c' targetRef='end'/>"_s));
    const auto robot = std::make_shared<const Robot>(loaded.robot);
    const feel::Context variables{{u"number"_s, feel::Value(1)}};

    const auto seen = preview(robot, variables, works.connectors, works.clock);
    QVERIFY(seen);
    QVERIFY(works.world->deeds().isEmpty()); // a preview does nothing
    QVERIFY(seen->end == Preview::End::Done);
    Approved approved(*works.port, seen->effects); // refuses anything else
    Runner runner(works.runs(), approved, works.clock, {});
    const QString run = works.begin(loaded, {{u"number"_s, 1}});
    QVERIFY(runner.advance(run));

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(seen->effects.size(), 5); // a, b three times, c
    QStringList done;
    for (const QString &line : works.world->deeds())
        done.append(line.section(u' ', 0, 0));
    QStringList planned;
    for (const PlannedEffect &one : seen->effects)
        planned.append(one.operation.section(u'.', 1));
    QCOMPARE(done, planned);
    QCOMPARE(seen->digest(), preview(robot, variables, works.connectors, works.clock)->digest());
    QVERIFY(seen->digest() != preview(robot, {{u"number"_s, feel::Value(2)}}, works.connectors, works.clock)->digest());
}

void tst_Runner::refusesWhatWasNotApproved()
{
    Works works;
    const LoadedRobot loaded = works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"write"_s) + flowsOf({u"start"_s, u"a"_s, u"end"_s})));
    const auto seen = preview(std::make_shared<const Robot>(loaded.robot), {{u"number"_s, feel::Value(1)}}, works.connectors, works.clock);
    Approved approved(*works.port, seen->effects);
    Runner runner(works.runs(), approved, works.clock, {});
    const QString run = works.begin(loaded, {{u"number"_s, 7}}); // another input than the one that was approved

    QVERIFY(runner.advance(run));

    QCOMPARE(works.stateOf(run), u"incident"_s);
    QVERIFY(works.world->deeds().isEmpty());
}

const QByteArray decisionModel = R"(<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' id='m' name='m' namespace='urn:m'>
 <inputData id='number' name='number'><variable name='number' typeRef='number'/></inputData>
 <decision id='size' name='size'><variable name='size' typeRef='string'/><informationRequirement id='r'><requiredInput href='#number'/></informationRequirement>
 <decisionTable id='t' hitPolicy='UNIQUE'><input id='i'><inputExpression id='e' typeRef='number'><text>number</text></inputExpression></input><output id='o' name='size' typeRef='string'/>
 <rule id='r1'><inputEntry id='r1i'><text>[0..10)</text></inputEntry><outputEntry id='r1o'><text>"small"</text></outputEntry></rule>
 <rule id='r2'><inputEntry id='r2i'><text>[10..20]</text></inputEntry><outputEntry id='r2o'><text>"big"</text></outputEntry></rule>
 </decisionTable></decision></definitions>)";

QByteArray ruleModel()
{
    return modelOf(ends + u"<businessRuleTask id='rule' name='크기' naru:decision='size'/>"_s + flowsOf({u"start"_s, u"rule"_s, u"end"_s}));
}

void tst_Runner::asksARuleAnewEachTime()
{
    Works works;
    const QString again = u"<businessRuleTask id='rule' naru:decision='size'/><businessRuleTask id='again' naru:decision='size'/>"_s;
    const QByteArray model = modelOf(ends + again + serviceTask(u"a"_s, u"write"_s) + flowsOf({u"start"_s, u"rule"_s, u"a"_s, u"again"_s, u"end"_s}));

    const QString run = works.begin(works.robotOf(model, {{u"m.dmn"_s, decisionModel}}, {{u"decisions"_s, QJsonArray{u"m.dmn"_s}}}), {{u"number"_s, 9}});
    works.advanceAll();

    QCOMPARE(works.valueOf(run, u"size"_s), u"\"big\""_s); // the deed made 10 of the number
}

void tst_Runner::tellsWhichRulesFired()
{
    Works works;
    const QString run = works.begin(works.robotOf(ruleModel(), {{u"m.dmn"_s, decisionModel}}, {{u"decisions"_s, QJsonArray{u"m.dmn"_s}}}), {{u"number"_s, 12}});

    works.advanceAll();

    QCOMPARE(works.valueOf(run, u"size"_s), u"\"big\""_s);
    const QList<QJsonObject> made = works.factsOf(run, u"decisionMade"_s);
    QCOMPARE(made.size(), 1);
    const QJsonObject table = made.first().value(u"tables"_s).toArray().first().toObject();
    QCOMPARE(table.value(u"rules"_s).toArray(), QJsonArray{2});
    QCOMPARE(table.value(u"inputs"_s).toArray(), QJsonArray{u"12"_s});
}

void tst_Runner::stopsWhereNoRuleMatches()
{
    Works works;
    const QString run = works.begin(works.robotOf(ruleModel(), {{u"m.dmn"_s, decisionModel}}, {{u"decisions"_s, QJsonArray{u"m.dmn"_s}}}), {{u"number"_s, 99}});

    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"incident"_s);
    works.tell(run, u"i"_s, {{u"wish"_s, u"retry"_s}, {u"incident"_s, qint64(bpmn::openIncidents(works.dataOf(run).process).value(0).id)},
                             {u"variables"_s, QJsonObject{{u"number"_s, 3}}}});
    works.advanceAll();
    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(works.valueOf(run, u"size"_s), u"\"small\""_s);
}

const QByteArray formJson = R"({"form": "f", "title": {"ko": "검토"}, "fields": [
 {"name": "decision", "kind": "choice", "label": {"ko": "결정"}, "required": true, "options": [{"value": "yes", "label": {"ko": "예"}}, {"value": "no", "label": {"ko": "아니오"}}]},
 {"name": "reason", "kind": "text", "label": {"ko": "사유"}, "required": true, "visible": "decision = \"no\"", "check": "string length(reason) > 1", "message": {"ko": "더 적으십시오."}}]})";

LoadedRobot reviewRobot(Works &works, const QString &attributes = {})
{
    return works.robotOf(modelOf(ends + userTask(u"review"_s, u"[\"role:인사\", \"person:\" + chief]"_s, u"naru:form='f' naru:dueWorkingDays='1' "_s + attributes)
                             + flowsOf({u"start"_s, u"review"_s, u"end"_s})),
                         {{u"f.json"_s, formJson}}, {{u"forms"_s, QJsonArray{u"f"_s}}});
}

void tst_Runner::makesTasksForPeople()
{
    Works works;
    const QString run = works.begin(reviewRobot(works), {{u"chief"_s, u"20050011"_s}});
    works.advanceAll();

    const auto items = works.runs().work({});
    QCOMPARE(items->size(), 1);
    const store::WorkItem item = items->first();
    QCOMPARE(item.title, u"할 일 review"_s);
    QCOMPARE(item.candidates, (QStringList{u"role:인사"_s, u"person:20050011"_s}));
    QCOMPARE(item.due, QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)); // Monday 18:00 in Seoul
    QCOMPARE(works.stateOf(run), u"running"_s);

    works.tell(run, u"1"_s, {{u"wish"_s, u"claim"_s}, {u"key"_s, item.key}}, u"20110234"_s);
    works.tell(run, u"2"_s, {{u"wish"_s, u"claim"_s}, {u"key"_s, item.key}}, u"20119999"_s); // too late
    works.advanceAll();
    QCOMPARE(works.runs().work({})->first().holder, u"20110234"_s);
    works.tell(run, u"3"_s, {{u"wish"_s, u"delegate"_s}, {u"key"_s, item.key}, {u"to"_s, u"person:7"_s}});
    works.advanceAll();
    QCOMPARE(works.runs().work({{u"person:7"_s}})->size(), 1);
    works.tell(run, u"4"_s, {{u"wish"_s, u"complete"_s}, {u"key"_s, item.key}, {u"values"_s, QJsonObject{{u"decision"_s, u"yes"_s}}}}, u"7"_s);
    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(works.valueOf(run, u"decision"_s), u"\"yes\""_s);
    QCOMPARE(works.valueOf(run, u"completedBy"_s), u"\"7\""_s);
    store::WorkFilter all;
    all.ended = true;
    QCOMPARE(works.runs().work(all)->first().state, u"done"_s);
    QCOMPARE(works.factsOf(run, u"wishRefused"_s).size(), 1);
}

void tst_Runner::refusesValuesThatTheFormDoesNotAllow()
{
    Works works;
    const QString run = works.begin(reviewRobot(works), {{u"chief"_s, u"1"_s}});
    works.advanceAll();
    const QString key = works.runs().work({})->first().key;
    const QList<QJsonObject> wrong{{}, {{u"decision"_s, u"maybe"_s}}, {{u"decision"_s, u"no"_s}}, {{u"decision"_s, u"no"_s}, {u"reason"_s, u"x"_s}},
                                   {{u"decision"_s, u"yes"_s}, {u"else"_s, 1}}};

    for (int i = 0; i < wrong.size(); ++i)
        works.tell(run, QString::number(i), {{u"wish"_s, u"complete"_s}, {u"key"_s, key}, {u"values"_s, wrong[i]}});
    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"running"_s);
    QCOMPARE(works.factsOf(run, u"wishRefused"_s).size(), wrong.size());
    works.tell(run, u"right"_s, {{u"wish"_s, u"complete"_s}, {u"key"_s, key}, {u"values"_s, QJsonObject{{u"decision"_s, u"no"_s}, {u"reason"_s, u"중복 발령"_s}}}});
    works.advanceAll();
    QCOMPARE(works.stateOf(run), u"completed"_s);
}

void tst_Runner::takesATaskOnce()
{
    Works works;
    const QString run = works.begin(reviewRobot(works), {{u"chief"_s, u"1"_s}});
    works.advanceAll();
    const QString key = works.runs().work({})->first().key;
    for (int i = 0; i < 3; ++i)
        works.tell(run, u"complete:"_s + QString::number(i), {{u"wish"_s, u"complete"_s}, {u"key"_s, key}, {u"values"_s, QJsonObject{{u"decision"_s, u"yes"_s}}}});

    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(works.factsOf(run, u"personActed"_s).size(), 1);
}

void tst_Runner::withdrawsATaskThatIsInterrupted()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + userTask(u"review"_s, u"\"person:1\""_s)
        + u"<boundaryEvent id='late' attachedToRef='review'><timerEventDefinition id='t'><timeDuration xsi:type='tFormalExpression'>PT1H</timeDuration></timerEventDefinition></boundaryEvent>"
          "<sequenceFlow id='late-end' sourceRef='late' targetRef='end'/>"_s + flowsOf({u"start"_s, u"review"_s, u"end"_s}))));
    works.advanceAll();
    QCOMPARE(works.runs().work({})->size(), 1);

    works.clock.pass(3600);
    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    store::WorkFilter all;
    all.ended = true;
    QCOMPARE(works.runs().work(all)->first().state, u"withdrawn"_s);
}

void tst_Runner::waitsForItsTimers()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends
        + u"<intermediateCatchEvent id='wait'><timerEventDefinition id='t'><timeDuration xsi:type='tFormalExpression'>PT10M</timeDuration></timerEventDefinition></intermediateCatchEvent>"_s
        + serviceTask(u"a"_s, u"write"_s) + flowsOf({u"start"_s, u"wait"_s, u"a"_s, u"end"_s}))));
    works.advanceAll();
    QCOMPARE(*works.runs().nextWake(), works.clock.now().addSecs(600));

    works.clock.pass(599);
    works.advanceAll();
    QVERIFY(works.world->deeds().isEmpty());
    works.clock.pass(1);
    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(works.world->deeds().size(), 1);
}

void tst_Runner::turnsAFailureIntoAnIncident()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"fail"_s) + flowsOf({u"start"_s, u"a"_s, u"end"_s}))));
    works.advanceAll();
    QCOMPARE(works.stateOf(run), u"incident"_s);
    const QList<bpmn::Incident> incidents = bpmn::openIncidents(works.dataOf(run).process);
    QCOMPARE(incidents.size(), 1);
    QVERIFY(incidents.first().text.contains(u"stand still"));

    works.world->isBroken = false;
    works.tell(run, u"i"_s, {{u"wish"_s, u"retry"_s}, {u"incident"_s, qint64(incidents.first().id)}});
    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(works.world->deeds().size(), 1);
}

void tst_Runner::skipsWhatAPersonSkips()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"fail"_s) + flowsOf({u"start"_s, u"a"_s, u"end"_s}))));
    works.advanceAll();

    works.tell(run, u"i"_s, {{u"wish"_s, u"skip"_s}, {u"incident"_s, qint64(bpmn::openIncidents(works.dataOf(run).process).value(0).id)}});
    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QVERIFY(works.world->deeds().isEmpty());
    QCOMPARE(works.factsOf(run, u"personActed"_s).first().value(u"deed"_s).toString(), u"skip"_s);
}

void tst_Runner::triesAgainWhatIsUnavailable()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"busy"_s) + flowsOf({u"start"_s, u"a"_s, u"end"_s}))));
    works.advanceAll();
    QCOMPARE(works.stateOf(run), u"running"_s);
    QCOMPARE(*works.runs().nextWake(), works.clock.now().addSecs(60));
    works.clock.pass(60);
    works.advanceAll();
    QCOMPARE(*works.runs().nextWake(), works.clock.now().addSecs(300));

    for (int i = 0; i < 4; ++i) {
        works.clock.pass(4 * 3600);
        works.advanceAll();
    }
    QCOMPARE(works.stateOf(run), u"incident"_s); // a person must look
    QCOMPARE(works.factsOf(run, u"effectPostponed"_s).size(), 5);
}

void tst_Runner::catchesAnErrorOfTheBusiness()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"refuse"_s) + serviceTask(u"b"_s, u"write"_s)
        + u"<boundaryEvent id='no' attachedToRef='a'><errorEventDefinition id='e'/></boundaryEvent><sequenceFlow id='no-b' sourceRef='no' targetRef='b'/>"
          "<sequenceFlow id='b-end' sourceRef='b' targetRef='end'/>"_s + flowsOf({u"start"_s, u"a"_s, u"end"_s}))));
    works.advanceAll();
    QCOMPARE(works.stateOf(run), u"completed"_s);
    QVERIFY(works.world->deeds().last().startsWith(u"write"));
}

// The process stops right after a deed, before its outcome is written; another goes on.
void tst_Runner::findsOutAfterAStop_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("deeds");
    QTest::newRow("repeatable: done again") << u"write"_s << u"completed"_s << 2;
    QTest::newRow("findable: its outcome is found") << u"findable"_s << u"completed"_s << 1;
    QTest::newRow("neither: a person must look") << u"once"_s << u"incident"_s << 1;
}

void tst_Runner::findsOutAfterAStop()
{
    QFETCH(const QString, operation);
    QFETCH(const QString, state);
    QFETCH(const int, deeds);
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, operation) + flowsOf({u"start"_s, u"a"_s, u"end"_s}))));
    // The lease is taken away while the deed is done: what the first runner then writes is refused, as if it had died.
    works.world->after = [&](const Effect &) {
        works.world->after = {};
        works.clock.pass(120);
        (void)bool(works.runs().claimRun(run, u"other"_s, works.clock.lease(), 1));
    };
    works.advanceAll();
    works.clock.pass(120);

    works.advanceAll();

    QCOMPARE(works.stateOf(run), state);
    QCOMPARE(works.world->deeds().size(), deeds);
}

void tst_Runner::keepsOutTheFormerHolder()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"write"_s) + serviceTask(u"b"_s, u"once"_s) + flowsOf({u"start"_s, u"a"_s, u"b"_s, u"end"_s}))));
    Connectors connectors; // of the other process
    connectors.add(std::make_unique<World>(works.folder.filePath(u"world"_s)));
    Performer port(connectors, works.runs());
    Runner second(works.runs(), port, works.clock, {u"second"_s});
    // While the first does its deed it is stopped for longer than its lease; the second takes the run and ends it.
    works.world->before = [&](const Effect &) {
        works.world->before = {};
        works.clock.pass(120);
        const Status done = second.advance(run);
        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
    };

    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QStringList once = works.world->deeds();
    once.removeIf([](const QString &line) { return !line.startsWith(u"once"); });
    QCOMPARE(once.size(), 1);
    QVERIFY(works.runs().verify(run));
}

// The lease is lost between the last write and the deed: the deed must not be done.
void tst_Runner::doesNothingOnceTheLeaseIsLost()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"findable"_s) + flowsOf({u"start"_s, u"a"_s, u"end"_s}))));
    works.world->before = [&](const Effect &) { throw std::runtime_error("stopped"); }; // begun, and not done
    try {
        (void)bool(works.runner->advance(run));
    } catch (const std::runtime_error &) {
    }
    works.world->before = {};
    works.clock.pass(120);
    works.world->asked = [&](const Effect &) {
        works.world->asked = {};
        works.clock.pass(120);
        (void)bool(works.runs().claimRun(run, u"other"_s, works.clock.lease(), 60'000));
    };

    const Status refused = works.runner->advance(run);

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"run.fence"_s);
    QVERIFY(works.world->deeds().isEmpty());
}

// The deed takes longer than the lease: it is renewed meanwhile, and nobody else takes the run.
void tst_Runner::aLongDeedKeepsItsLease()
{
    Works works({u"first"_s, 1500});
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"write"_s) + flowsOf({u"start"_s, u"a"_s, u"end"_s}))));
    bool isRenewed = false;
    bool isRefused = false;
    works.world->before = [&](const Effect &) {
        works.clock.pass(1);
        const store::LeaseTime later = works.clock.lease().plus(1000); // when it is over, unless it is renewed
        isRenewed = QTest::qWaitFor([&] { return *works.runs().holds({run, 1}, later); }, 20'000);
        works.clock.pass(1);
        isRefused = !works.runs().claimRun(run, u"other"_s, works.clock.lease(), 1000);
    };

    const Status done = works.runner->advance(run);

    QVERIFY(isRenewed);
    QVERIFY(isRefused);
    QVERIFY2(done, done ? "" : qPrintable(done.error().text));
    QCOMPARE(works.stateOf(run), u"completed"_s);
}

QByteArray waitingModel()
{
    return modelOf(ends + u"<receiveTask id='wait' name='답변' messageRef='answer'/>"_s + serviceTask(u"a"_s, u"write"_s) + flowsOf({u"start"_s, u"wait"_s, u"a"_s, u"end"_s}),
                   u"<message id='answer' name='답변'/>"_s);
}

void tst_Runner::sendsMessagesToOtherRuns()
{
    Works works;
    const QString waiting = works.begin(works.robotOf(waitingModel()));
    works.advanceAll();
    const QString sender = works.begin(works.robotOf(modelOf(ends + u"<sendTask id='send' messageRef='answer'/>"_s + flowsOf({u"start"_s, u"send"_s, u"end"_s}), u"<message id='answer' name='답변'/>"_s)));

    works.advanceAll();

    QCOMPARE(works.stateOf(sender), u"completed"_s);
    QCOMPARE(works.stateOf(waiting), u"completed"_s);
}

// T-DUP: every message one to five times, in any order; the state is that of a single delivery.
void tst_Runner::takesAMessageOnce()
{
    Works works;
    constexpr int count = 40;
    const LoadedRobot robot = works.robotOf(waitingModel());
    for (int i = 0; i < 3 * count; ++i) // more than there are messages: one that comes twice would find somebody
        works.begin(robot);
    works.advanceAll();
    QList<int> deliveries;
    QRandomGenerator random(20261122);
    for (int i = 0; i < count; ++i)
        for (int times = random.bounded(1, 6); times > 0; --times)
            deliveries.insert(random.bounded(int(deliveries.size()) + 1), i);
    for (const int message : std::as_const(deliveries))
        QVERIFY(works.runs().deliver({{}, u"message"_s, u"답변"_s, {}}, {0, u"m-"_s + QString::number(message), works.clock.now(), {},
                                     R"({"wish":"message","name":"답변","payload":{}})"}));

    works.advanceAll();

    qInfo() << count << "messages delivered" << deliveries.size() << "times:" << works.world->deeds().size() << "deeds";
    QCOMPARE(works.world->deeds().size(), count);
}

void tst_Runner::keepsToItsVersion()
{
    Works works;
    const QString old = works.begin(works.robotOf(waitingModel()));
    works.advanceAll();
    const QString fresh = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"once"_s) + flowsOf({u"start"_s, u"a"_s, u"end"_s}))));
    works.runner.reset(); // as after a restart: nothing is remembered but what the store has
    works.runner = std::make_unique<Runner>(works.runs(), *works.port, works.clock, Runner::Options());
    QVERIFY(works.runs().deliver({{}, u"message"_s, u"답변"_s, {}}, {0, u"m"_s, works.clock.now(), {}, R"({"wish":"message","name":"답변","payload":{}})"}));

    works.advanceAll();

    QCOMPARE(works.stateOf(old), u"completed"_s);
    QCOMPARE(works.stateOf(fresh), u"completed"_s);
    QVERIFY(works.runs().run(old)->package != works.runs().run(fresh)->package);
    QCOMPARE(works.world->deeds().size(), 2);
}

void tst_Runner::goesOnFromSnapshots()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + u"<exclusiveGateway id='g' default='g-end'/>"_s + serviceTask(u"a"_s, u"write"_s)
        + u"<sequenceFlow id='start-a' sourceRef='start' targetRef='a'/><sequenceFlow id='a-g' sourceRef='a' targetRef='g'/><sequenceFlow id='g-end' sourceRef='g' targetRef='end'/>"
          "<sequenceFlow id='g-a' sourceRef='g' targetRef='a'><conditionExpression xsi:type='tFormalExpression'>number &lt; 100</conditionExpression></sequenceFlow>"_s)), {{u"number"_s, 0}});

    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    const auto image = works.runs().load(run);
    QVERIFY(image->snapshotAt > 0);
    const auto robot = works.runner->robot(image->head.package);
    const auto whole = fold((*robot)->definition, {}, 0, *works.runs().facts(run));
    const auto rest = fold((*robot)->definition, image->snapshot, image->snapshotAt, image->facts);
    QVERIFY(whole && rest);
    QCOMPARE(toBytes((*robot)->definition, *whole), toBytes((*robot)->definition, *rest));
    QVERIFY(*whole == *rest);
}

void tst_Runner::limitsTheEffectsOfARun()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"write"_s) + u"<exclusiveGateway id='g' default='g-a'/>"
        "<sequenceFlow id='start-a' sourceRef='start' targetRef='a'/><sequenceFlow id='a-g' sourceRef='a' targetRef='g'/><sequenceFlow id='g-a' sourceRef='g' targetRef='a'/>"
        "<sequenceFlow id='g-end' sourceRef='g' targetRef='end'><conditionExpression xsi:type='tFormalExpression'>false</conditionExpression></sequenceFlow>"_s), {}, {{u"limits"_s, QJsonObject{{u"effects"_s, 7}}}}));

    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"incident"_s);
    QCOMPARE(works.world->deeds().size(), 7);
}

void tst_Runner::refusesAnOperationThatTheRobotMayNot()
{
    Works works;
    const LoadedRobot loaded = works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"write"_s) + flowsOf({u"start"_s, u"a"_s, u"end"_s})), {}, {{u"operations"_s, QJsonArray{u"world.once"_s}}});
    QCOMPARE(loaded.problems.size(), 1);
    QCOMPARE(loaded.problems.first().rule, u"robot.operation"_s);
    LoadedRobot forced = loaded;
    forced.problems.clear();
    const QString run = works.begin(forced);

    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"incident"_s);
    QVERIFY(works.world->deeds().isEmpty());
}

void tst_Runner::drainsWhenItIsTold()
{
    Works works;
    const QString run = works.begin(works.robotOf(modelOf(ends + serviceTask(u"a"_s, u"once"_s) + serviceTask(u"b"_s, u"once"_s) + flowsOf({u"start"_s, u"a"_s, u"b"_s, u"end"_s}))));
    works.world->before = [&](const Effect &) { works.runner->drain(); };

    works.advanceAll();

    QCOMPARE(works.world->deeds().size(), 1); // finished, and nothing begun
    works.world->before = {};
    works.runner = std::make_unique<Runner>(works.runs(), *works.port, works.clock, Runner::Options());
    works.advanceAll();
    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(works.world->deeds().size(), 2);
}

void tst_Runner::cancelsARun()
{
    Works works;
    const QString run = works.begin(works.robotOf(waitingModel()));
    works.advanceAll();

    works.tell(run, u"cancel"_s, {{u"wish"_s, u"cancel"_s}, {u"text"_s, u"잘못 올린 문서"_s}});
    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"cancelled"_s);
    QCOMPARE(works.runs().subscriptions(run)->size(), 0);
    QCOMPARE(works.factsOf(run, u"personActed"_s).first().value(u"text"_s).toString(), u"잘못 올린 문서"_s);
}

} // namespace naru::run

QTEST_GUILESS_MAIN(naru::run::tst_Runner)
#include "tst_runner.moc"
