// Call activities that lead out of the model: into a model beside it, and into other robots, all pinned with the run that calls.
#include "robot_fixture.h"

namespace naru::run {

namespace {

const QString sumModel = u"<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' id='m' name='m' namespace='urn:m'>"
                         "<inputData id='number' name='number'><variable name='number' typeRef='number'/></inputData>"
                         "<decision id='size' name='size'><variable name='size' typeRef='number'/><informationRequirement id='r'><requiredInput href='#number'/></informationRequirement>"
                         "<literalExpression id='l'><text>%1</text></literalExpression></decision></definitions>"_s;

// The model of a robot, or one beside it, in a namespace of its own; all of them use the same ids.
QByteArray modelIn(const QString &uri, const QString &body, const QString &around = {})
{
    QString text = QString::fromUtf8(modelOf(body, {}));
    text.replace(u"targetNamespace='urn:test'>"_s, u"targetNamespace='%1' xmlns:s='urn:sub' xmlns:other='urn:other' xmlns:third='urn:third' xmlns:tns='%1'>%2"_s.arg(uri, around));
    return text.toUtf8();
}

QByteArray named(QByteArray model, const QByteArray &process) { return model.replace("<process id='P'", "<process id='" + process + "'"); }

QString call(const QString &called) { return u"<callActivity id='a' name='부름' calledElement='%1'/>"_s.arg(called); }

const QString import = u"<import importType='http://www.omg.org/spec/BPMN/20100524/MODEL' location='sub.bpmn' namespace='urn:sub'/>"_s;
const QString line = flowsOf({u"start"_s, u"a"_s, u"end"_s});
const QString rule = u"<businessRuleTask id='rule' naru:decision='size'/>"_s;

// A robot beside those that the works make.
void writeBeside(Works &works, const QString &id, const QByteArray &model, const QMap<QString, QByteArray> &files = {}, const QJsonObject &more = {})
{
    const QString place = works.folder.filePath(id);
    QDir().mkpath(place);
    QJsonObject manifest{{u"robot"_s, id}, {u"title"_s, QJsonObject{{u"ko"_s, id}}}, {u"process"_s, QJsonObject{{u"model"_s, u"test.bpmn"_s}, {u"id"_s, u"P"_s}}},
                         {u"operations"_s, QJsonArray{u"world.write"_s}}};
    for (auto at = more.constBegin(); at != more.constEnd(); ++at)
        manifest.insert(at.key(), at.value());
    QMap<QString, QByteArray> all = files;
    all.insert(u"test.bpmn"_s, model);
    all.insert(u"robot.json"_s, QJsonDocument(manifest).toJson());
    for (auto at = all.constBegin(); at != all.constEnd(); ++at) {
        QFile file(place + u'/' + at.key());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(at.value());
    }
}

const QJsonObject callsOther{{u"calls"_s, QJsonArray{u"other"_s}}};
const QJsonObject callsOtherAndRules{{u"calls"_s, QJsonArray{u"other"_s}}, {u"decisions"_s, QJsonArray{u"m.dmn"_s}}};

} // namespace

class tst_CalledRobots : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aModelBesideItIsCalled_data();
    void aModelBesideItIsCalled();
    void anotherRobotIsCalledWithItsOwnRules();
    void aCalledRobotCallsOn();
    void aRunIsPinnedToWhatItCalls();
    void itIsPreviewedAsOne();
    void whatIsMissingIsNamed_data();
    void whatIsMissingIsNamed();
    void allThatIsMissingIsNamedOnce();
};

void tst_CalledRobots::aModelBesideItIsCalled_data()
{
    QTest::addColumn<QString>("called");
    QTest::addColumn<QString>("uri");
    QTest::newRow("by its namespace") << u"s:Inner"_s << u"urn:sub"_s;
    QTest::newRow("in the same namespace") << u"Inner"_s << u"urn:test"_s;
    QTest::newRow("in the same namespace, with a prefix") << u"tns:Inner"_s << u"urn:test"_s;
}

void tst_CalledRobots::aModelBesideItIsCalled()
{
    QFETCH(const QString, called);
    QFETCH(const QString, uri);
    Works works;
    const QString inner = u"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:naru='urn:naru:bpmn' id='other' targetNamespace='%1'>"
                          "<process id='Inner' isExecutable='true'><startEvent id='in'/><sequenceFlow id='in-b' sourceRef='in' targetRef='b'/>"
                          "<scriptTask id='b' naru:result='said'><script>1 + 1</script></scriptTask><sequenceFlow id='b-out' sourceRef='b' targetRef='out'/>"
                          "<endEvent id='out'/></process></definitions>"_s.arg(uri);
    const QString here = QString(import).replace(u"urn:sub"_s, uri);
    const LoadedRobot robot = works.robotOf(modelIn(u"urn:test"_s, ends + call(called) + line, here), {{u"sub.bpmn"_s, inner.toUtf8()}});

    const QString run = works.begin(robot);
    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(works.valueOf(run, u"said"_s), u"2"_s);
    QVERIFY(robot.robot.definition.nodeOf(u"sub:b"_s) >= 0);
}

void tst_CalledRobots::anotherRobotIsCalledWithItsOwnRules()
{
    Works works;
    // Both have a decision of the same name; each decides by its own.
    writeBeside(works, u"other"_s, modelIn(u"urn:other"_s, ends + rule + serviceTask(u"a"_s, u"write"_s) + flowsOf({u"start"_s, u"rule"_s, u"a"_s, u"end"_s})),
                {{u"m.dmn"_s, sumModel.arg(u"number + 100"_s).toUtf8()}}, {{u"decisions"_s, QJsonArray{u"m.dmn"_s}}});
    QJsonObject more = callsOtherAndRules;
    more.insert(u"operations"_s, QJsonArray()); // what the other may, it may itself
    const LoadedRobot robot = works.robotOf(modelIn(u"urn:test"_s, ends + call(u"other:P"_s) + u"<scriptTask id='keep' naru:result='theirs'><script>size</script></scriptTask>"_s + rule
                                                        + flowsOf({u"start"_s, u"a"_s, u"keep"_s, u"rule"_s, u"end"_s})),
                                            {{u"m.dmn"_s, sumModel.arg(u"number + 1"_s).toUtf8()}}, more);

    const QString run = works.begin(robot, {{u"number"_s, 5}});
    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(works.valueOf(run, u"theirs"_s), u"105"_s);
    QCOMPARE(works.valueOf(run, u"size"_s), u"7"_s); // the deed made 6 of the number
    QCOMPARE(works.world->deeds().size(), 1);
}

void tst_CalledRobots::aCalledRobotCallsOn()
{
    Works works;
    writeBeside(works, u"third"_s, modelIn(u"urn:third"_s, ends + serviceTask(u"a"_s, u"write"_s) + line));
    const QByteArray between = named(modelIn(u"urn:sub"_s, ends + call(u"third:P"_s) + line), "Inner");
    writeBeside(works, u"other"_s, modelIn(u"urn:other"_s, ends + call(u"s:Inner"_s) + line, import), {{u"sub.bpmn"_s, between}}, {{u"calls"_s, QJsonArray{u"third"_s}}});
    const LoadedRobot robot = works.robotOf(modelIn(u"urn:test"_s, ends + call(u"other:P"_s) + line), {}, callsOther);

    const QString run = works.begin(robot);
    works.advanceAll();

    QCOMPARE(works.stateOf(run), u"completed"_s);
    QVERIFY2(works.world->deeds().value(0).startsWith(u"write r-1/other:third:a/"_s), qPrintable(works.world->deeds().value(0)));
}

void tst_CalledRobots::aRunIsPinnedToWhatItCalls()
{
    Works works;
    const QString wait = u"<receiveTask id='wait' messageRef='m'/>"_s;
    writeBeside(works, u"other"_s, modelIn(u"urn:other"_s, ends + wait + serviceTask(u"a"_s, u"write"_s) + flowsOf({u"start"_s, u"wait"_s, u"a"_s, u"end"_s})));
    const QByteArray model = modelIn(u"urn:test"_s, ends + call(u"other:P"_s) + line);
    const LoadedRobot before = works.robotOf(model, {}, callsOther);
    const QString run = works.begin(before);
    works.advanceAll();

    writeBeside(works, u"other"_s, modelIn(u"urn:other"_s, ends + wait + flowsOf({u"start"_s, u"wait"_s, u"end"_s}))); // a new version
    const LoadedRobot after = works.robotOf(model, {}, callsOther);
    works.runner.reset(); // as after a restart: nothing is remembered but what the store has
    works.runner = std::make_unique<Runner>(works.runs(), *works.port, works.clock, Runner::Options());
    QVERIFY(works.runs().deliver({{}, u"message"_s, u"m"_s, {}}, {0, u"m-1"_s, works.clock.now(), {}, R"({"wish":"message","name":"m","payload":{}})"}));
    works.advanceAll();

    QVERIFY(before.robot.digest != after.robot.digest);
    QCOMPARE(works.stateOf(run), u"completed"_s);
    QCOMPARE(works.world->deeds().size(), 1); // as the version that it began with
}

void tst_CalledRobots::itIsPreviewedAsOne()
{
    Works works;
    writeBeside(works, u"other"_s, modelIn(u"urn:other"_s, ends + serviceTask(u"a"_s, u"write"_s) + line));
    const LoadedRobot robot = works.robotOf(modelIn(u"urn:test"_s, ends + call(u"other:P"_s) + line), {}, callsOther);
    QVERIFY2(robot.problems.isEmpty(), robot.problems.isEmpty() ? "" : qPrintable(robot.problems.first().text));

    const auto seen = preview(std::make_shared<const Robot>(robot.robot), {}, works.connectors, works.clock);

    QVERIFY(seen && seen->end == Preview::End::Done);
    QCOMPARE(seen->effects.size(), 1);
    QCOMPARE(seen->effects.first().operation, u"world.write"_s);
    QVERIFY(works.world->deeds().isEmpty());
}

void tst_CalledRobots::whatIsMissingIsNamed_data()
{
    QTest::addColumn<QString>("called");
    QTest::addColumn<QString>("around");
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("named");
    QTest::newRow("no model of this name") << u"s:Inner"_s << import << QJsonObject() << u"robot.file"_s << u"sub.bpmn"_s;
    QTest::newRow("no such robot") << u"nobody:P"_s << QString() << QJsonObject{{u"calls"_s, QJsonArray{u"nobody"_s}}} << u"robot.call"_s << u"'nobody'"_s;
    QTest::newRow("a robot that is not in \"calls\"") << u"other:P"_s << QString() << QJsonObject() << u"robot.call"_s << u"}P'"_s;
    QTest::newRow("no such process in it") << u"other:Q"_s << QString() << callsOther << u"robot.call"_s << u"}Q'"_s;
    QTest::newRow("a way out of the folder") << u"s:Inner"_s << QString(import).replace(u"sub.bpmn"_s, u"../sub.bpmn"_s) << QJsonObject() << u"robot.import"_s << u"../sub.bpmn"_s;
    QTest::newRow("a name that is no name") << u"other:P"_s << QString() << QJsonObject{{u"calls"_s, QJsonArray{u"../other"_s}}} << u"robot.call"_s << u"'../other'"_s;
    QTest::newRow("a name with a colon") << u"other:P"_s << QString() << QJsonObject{{u"calls"_s, QJsonArray{u"a:b"_s}}} << u"robot.call"_s << u"'a:b'"_s;
    QTest::newRow("a circle") << u"round:P"_s << QString() << QJsonObject{{u"calls"_s, QJsonArray{u"round"_s}}} << u"robot.call"_s << u"that does not call this one but 'round'"_s;
    QTest::newRow("a circle of robots that call themselves otherwise") << u"alias:P"_s << QString() << QJsonObject{{u"calls"_s, QJsonArray{u"alias"_s}}} << u"robot.call"_s << u"that does not call this one but 'alias'"_s;
    QTest::newRow("calls that are too deep") << u"deep0:P"_s << QString() << QJsonObject{{u"calls"_s, QJsonArray{u"deep0"_s}}} << u"robot.call"_s << u"'deep8' is deeper"_s;
    QTest::newRow("a called robot that is unsound") << u"broken:P"_s << QString() << QJsonObject{{u"calls"_s, QJsonArray{u"broken"_s}}} << u"robot.operation"_s << u"world.once"_s;
}

void tst_CalledRobots::whatIsMissingIsNamed()
{
    QFETCH(const QString, called);
    QFETCH(const QString, around);
    QFETCH(const QJsonObject, more);
    QFETCH(const QString, rule);
    QFETCH(const QString, named);
    Works works;
    writeBeside(works, u"other"_s, modelIn(u"urn:other"_s, ends + serviceTask(u"a"_s, u"write"_s) + line));
    writeBeside(works, u"round"_s, modelIn(u"urn:round"_s, ends + call(u"round:P"_s) + line), {}, {{u"calls"_s, QJsonArray{u"round"_s}}});
    writeBeside(works, u"alias"_s, modelIn(u"urn:alias"_s, ends + call(u"alias:P"_s) + line), {}, {{u"robot"_s, u"it"_s}, {u"calls"_s, QJsonArray{u"alias"_s}}});
    for (int i = 0; i < 10; ++i) {
        const QString next = u"deep"_s + QString::number(i + 1);
        writeBeside(works, u"deep"_s + QString::number(i), modelIn(u"urn:deep"_s, ends + call(next + u":P"_s) + line), {}, {{u"calls"_s, QJsonArray{next}}});
    }
    writeBeside(works, u"broken"_s, modelIn(u"urn:broken"_s, ends + serviceTask(u"a"_s, u"once"_s) + line)); // not among what it may

    const LoadedRobot robot = works.robotOf(modelIn(u"urn:test"_s, ends + call(called) + line, around), {}, more);

    QStringList all;
    for (const RobotProblem &one : robot.problems)
        all.append(one.rule + u' ' + one.text);
    const bool isNamed = std::any_of(all.begin(), all.end(), [&](const QString &one) { return one.startsWith(rule + u' ') && one.contains(named); });
    QVERIFY2(isNamed, qPrintable(all.join(u'\n')));
}

void tst_CalledRobots::allThatIsMissingIsNamedOnce()
{
    Works works;
    const auto importOf = [](const QString &file) { return QString(import).replace(u"sub.bpmn"_s, file); };
    const QString imports = importOf(u"../out.bpmn"_s) + importOf(u"gone.bpmn"_s) + importOf(u"sub.bpmn"_s) + importOf(u"sub"_s) + importOf(u"lost.bpmn"_s);
    const QByteArray inner = named(modelIn(u"urn:sub"_s, ends + serviceTask(u"a"_s, u"write"_s) + line), "Inner");

    const LoadedRobot robot = works.robotOf(modelIn(u"urn:test"_s, ends + call(u"s:Inner"_s) + line, imports), {{u"sub.bpmn"_s, inner}, {u"sub"_s, inner}});

    QStringList all;
    for (const RobotProblem &one : robot.problems)
        all.append(one.rule + u' ' + one.file);
    all.sort();
    const QStringList wanted{u"robot.file gone.bpmn"_s, u"robot.file lost.bpmn"_s, u"robot.import sub"_s, u"robot.import test.bpmn"_s};
    QCOMPARE(all, wanted);
}

} // namespace naru::run

QTEST_GUILESS_MAIN(naru::run::tst_CalledRobots)
#include "tst_called_robots.moc"
