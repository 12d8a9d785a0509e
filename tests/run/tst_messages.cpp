// Word between robots, with the real office and the real robots' folder: a message reaches who waits for it or begins who starts
// at it, once, whatever is killed; and a preview tells nobody.
#include "../store/child.h"
#include "run/service/triggers.h"
#include "service_fixture.h"

#include <QRandomGenerator>

namespace naru::run {

namespace {

using store::startChild;
using store::tell;
using store::toldBy;

const int kills = qEnvironmentVariable("NARU_MESSAGE_KILLS", u"40"_s).toInt();
const QString property = u"<correlationProperty id='which'><correlationPropertyRetrievalExpression messageRef='ask'><messagePath>number</messagePath></correlationPropertyRetrievalExpression>"
                         "<correlationPropertyRetrievalExpression messageRef='answer'><messagePath>number</messagePath></correlationPropertyRetrievalExpression>"
                         "<correlationPropertyRetrievalExpression messageRef='more'><messagePath>number</messagePath></correlationPropertyRetrievalExpression></correlationProperty>"
                         "<collaboration id='c'><participant id='pool' processRef='P'/><correlationKey id='key'><correlationPropertyRef>which</correlationPropertyRef></correlationKey></collaboration>"_s;

// A robot whose process has this body; its messages carry a number, by which conversations are told apart.
void writeTalker(const QString &folder, const QString &id, const QString &body)
{
    writeRobot(folder, id, u"<manualTask id='n'/>"_s);
    const QJsonObject manifest{{u"robot"_s, id}, {u"title"_s, QJsonObject{{u"ko"_s, u"시험 "_s + id}}},
                               {u"process"_s, QJsonObject{{u"model"_s, u"m.bpmn"_s}, {u"id"_s, u"P"_s}}},
                               {u"inputs"_s, QJsonArray{QJsonObject{{u"name"_s, u"number"_s}, {u"kind"_s, u"number"_s}}}}};
    writeFile(folder + u'/' + id + u"/robot.json"_s, QJsonDocument(manifest).toJson());
    writeFile(folder + u'/' + id + u"/m.bpmn"_s,
              (u"<?xml version='1.0'?><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:naru='urn:naru:bpmn' id='d' targetNamespace='urn:t'>"
               "<message id='ask' name='문의'/><message id='answer' name='답변'/><message id='more' name='추가'/><signal id='bell' name='종'/>"
               "<interface id='talk' name='talk'><operation id='talk.ask' name='ask'><inMessageRef>ask</inMessageRef></operation>"
               "<operation id='talk.more' name='more'><inMessageRef>more</inMessageRef></operation></interface>"_s
               + property + u"<process id='P' isExecutable='true'>"_s + body + u"<correlationSubscription id='cs' correlationKeyRef='key'/></process></definitions>"_s).toUtf8());
}

QString flow(const QString &from, const QString &to) { return u"<sequenceFlow id='%1-%2' sourceRef='%1' targetRef='%2'/>"_s.arg(from, to); }

QString begunBy(const QString &id, const QString &message)
{
    return u"<startEvent id='%1'><messageEventDefinition messageRef='%2'><operationRef>talk.%2</operationRef></messageEventDefinition></startEvent>"_s.arg(id, message);
}

QString sends(const QString &id, const QString &message)
{
    return u"<sendTask id='%1' messageRef='%2'><ioSpecification><dataInput id='%1-in' name='number'/><inputSet><dataInputRefs>%1-in</dataInputRefs></inputSet><outputSet/>"
           "</ioSpecification><dataInputAssociation><sourceRef>number</sourceRef><targetRef>%1-in</targetRef></dataInputAssociation></sendTask>"_s.arg(id, message);
}

// "asks" asks by its number and waits for the answer to this number; "answers" begins at each question and answers it.
void writeTalkers(const QString &folder)
{
    writeTalker(folder, u"asks"_s, u"<dataObject id='number'/><startEvent id='start'/><receiveTask id='wait' messageRef='answer'/><endEvent id='end'/>"_s + sends(u"ask1"_s, u"ask"_s)
                    + flow(u"start"_s, u"ask1"_s) + flow(u"ask1"_s, u"wait"_s) + flow(u"wait"_s, u"end"_s));
    writeTalker(folder, u"answers"_s, u"<dataObject id='number'/>"_s + begunBy(u"start"_s, u"ask"_s) + sends(u"answer1"_s, u"answer"_s)
                    + u"<scriptTask id='think' naru:result='twice'><script>number * 2</script></scriptTask><endEvent id='end'/>"_s
                    + flow(u"start"_s, u"think"_s) + flow(u"think"_s, u"answer1"_s) + flow(u"answer1"_s, u"end"_s));
}

// Asks, answers, and sends again what may have been sent already, until it is killed.
int talk(const QStringList &arguments)
{
    auto session = Session::open({arguments.value(0), {}, {}});
    if (!session)
        return 2;
    const SystemClock clock;
    RobotDesk desk(**session, clock, {arguments.value(1), 300, 3, 8});
    tell(u"ready"_s);
    for (int i = 0;; ++i) {
        const QString name = arguments.value(1) + u'.' + QString::number(i);
        const int number = arguments.value(2).toInt() * 1'000'000 + i;
        const auto run = desk.begin({u"asks"_s, {{u"number"_s, feel::Value(number)}}, name, u"file:"_s + name});
        if (!run)
            return 3;
        tell(u"begun "_s + *run);
        if (i % 2 == 1 && !desk.runner().advanceDue())
            return 4;
    }
}

} // namespace

class tst_Messages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMessageBeginsTheRobotsThatStartAtIt();
    void aMessageReachesItsConversation();
    void aMessageThatCameFirstIsKept();
    void aTriggerAndItsRobotBeginOneRun();
    void aSignalBeginsRobotsToo();
    void aPreviewTellsNobody();
    void laterStartsJoinTheRun_data();
    void laterStartsJoinTheRun();
    void whatARunDidNotTakeIsKeptForAnother();
    void eachMessageIsOneHoweverOftenItComes();
    void eachQuestionHasOneAnswerWhateverIsKilled();
};

namespace {

struct Talk : Night {
    Talk()
    {
        writeTalkers(robots);
        restart();
    }
    Result<QStringList> say(const QString &message, int number, const QString &key)
    {
        return triggers().tell(message, {}, {{u"number"_s, feel::Value(number)}}, key);
    }
    QString begin(int number)
    {
        const auto run = service->desk().begin({u"asks"_s, {{u"number"_s, feel::Value(number)}}, {}, {}});
        if (!run)
            qFatal("%s", qPrintable(run.error().text));
        return *run;
    }
    QList<store::RunHead> of(const QString &robot) { return *runs().runs({robot, {}, {}, 0}); }
    QString stateOf(const QString &run) { return store::toString(runs().run(run)->state); }
    QString valueOf(const QString &run, const QString &name)
    {
        const auto whole = service->desk().whole(run);
        return whole ? feel::toText(whole->data.process.isRunning() ? *bpmn::findVariable(whole->data.process, whole->data.process.root, name) : feel::Value(u"ended"_s))
                     : whole.error().text;
    }
};

} // namespace

void tst_Messages::aMessageBeginsTheRobotsThatStartAtIt()
{
    Talk talk;
    const QString run = talk.begin(7);

    talk.service->pass();

    QCOMPARE(talk.stateOf(run), u"completed"_s);
    const QList<store::RunHead> begun = talk.of(u"answers"_s);
    QCOMPARE(begun.size(), 1);
    QVERIFY(begun.first().cause.startsWith(u"message:answers:"_s + run + u"/ask1/"_s)); // the key of the effect that sent it
    QCOMPARE(begun.first().starter, u"message:문의"_s);
    QCOMPARE(begun.first().package, (*talk.service->desk().robot(u"answers"_s))->digest);
    QVERIFY(talk.service->desk().verify(begun.first().id));
}

void tst_Messages::aMessageReachesItsConversation()
{
    Talk talk;
    writeTalker(talk.robots, u"answers"_s, u"<startEvent id='start'/><endEvent id='end'/>"_s + flow(u"start"_s, u"end"_s)); // nobody answers by itself
    const QString seven = talk.begin(7);
    const QString eight = talk.begin(8);
    talk.service->pass();

    QCOMPARE(*talk.say(u"답변"_s, 9, u"k-9"_s), QStringList());
    QCOMPARE(*talk.say(u"답변"_s, 8, u"k-8"_s), QStringList{eight}); // not to who waits longest
    talk.service->pass();

    QCOMPARE(talk.stateOf(eight), u"completed"_s);
    QCOMPARE(talk.stateOf(seven), u"running"_s);
}

void tst_Messages::aMessageThatCameFirstIsKept()
{
    Talk talk;
    writeTalker(talk.robots, u"answers"_s, u"<startEvent id='start'/><endEvent id='end'/>"_s + flow(u"start"_s, u"end"_s));
    QCOMPARE(*talk.say(u"답변"_s, 8, u"k-8"_s), QStringList());
    QCOMPARE(*talk.say(u"답변"_s, 7, u"k-7"_s), QStringList());

    const QString seven = talk.begin(7);
    talk.service->pass();

    QCOMPARE(talk.stateOf(seven), u"completed"_s);
    QCOMPARE(*talk.say(u"답변"_s, 7, u"k-7"_s), QStringList()); // it has had it
}

void tst_Messages::aTriggerAndItsRobotBeginOneRun()
{
    Talk talk;
    talk.addTrigger(u"answers"_s, messageTrigger(), u"문의"_s);

    const auto told = talk.say(u"문의"_s, 7, u"k-1"_s);

    QVERIFY2(told, told ? "" : qPrintable(told.error().text));
    QCOMPARE(told->size(), 1);
    QCOMPARE(talk.runs().run(told->first())->cause, u"message:t-1:k-1"_s);
    talk.service->pass();
    QCOMPARE(talk.stateOf(told->first()), u"completed"_s); // it began at its start event, and knows the number
}

void tst_Messages::aSignalBeginsRobotsToo()
{
    Talk talk;
    writeTalker(talk.robots, u"rings"_s, u"<startEvent id='start'/><endEvent id='end'><signalEventDefinition signalRef='bell'/></endEvent>"_s + flow(u"start"_s, u"end"_s));
    writeTalker(talk.robots, u"hears"_s, u"<startEvent id='start'><signalEventDefinition signalRef='bell'/></startEvent><endEvent id='end'/>"_s + flow(u"start"_s, u"end"_s));

    QVERIFY(talk.service->desk().begin({u"rings"_s, {}, {}, {}}));
    talk.service->pass();

    QCOMPARE(talk.of(u"hears"_s).size(), 1);
    QVERIFY(talk.of(u"hears"_s).first().state == store::RunState::Completed);
}

void tst_Messages::aPreviewTellsNobody()
{
    Talk talk;

    const auto seen = talk.service->desk().preview(u"asks"_s, {{u"number"_s, feel::Value(7)}});
    talk.service->pass();

    QVERIFY(seen);
    QCOMPARE(seen->effects.size(), 1);
    QCOMPARE(seen->effects.first().operation, u"message:문의"_s);
    QVERIFY(seen->end == Preview::End::Waits);
    QVERIFY(talk.runs().runs()->isEmpty());
    QCOMPARE(talk.say(u"문의"_s, 7, u"k"_s)->size(), 1); // nothing was taken, nothing is known
}

void tst_Messages::laterStartsJoinTheRun_data()
{
    QTest::addColumn<bool>("isAdvanced");
    QTest::newRow("the first has begun to work") << true;
    QTest::newRow("nobody has touched it yet") << false;
}

void tst_Messages::laterStartsJoinTheRun()
{
    QFETCH(const bool, isAdvanced);
    Talk talk;
    writeTalker(talk.robots, u"both"_s, begunBy(u"s1"_s, u"more"_s) + begunBy(u"s2"_s, u"ask"_s)
                    + u"<receiveTask id='a' messageRef='answer'/><scriptTask id='b' naru:result='seen'><script>number</script></scriptTask><endEvent id='end'/>"_s
                    + flow(u"s1"_s, u"a"_s) + flow(u"s2"_s, u"b"_s) + flow(u"a"_s, u"end"_s) + flow(u"b"_s, u"end"_s));
    QDir(talk.robots + u"/answers"_s).removeRecursively();
    const auto robot = talk.service->desk().robot(u"both"_s);
    QVERIFY2(robot, robot ? "" : qPrintable(robot.error().text));

    const QStringList first = *talk.say(u"추가"_s, 7, u"k-1"_s);
    if (isAdvanced)
        talk.service->pass();
    const QStringList other = *talk.say(u"문의"_s, 8, u"k-2"_s); // another conversation
    const QStringList second = *talk.say(u"문의"_s, 7, u"k-3"_s);
    const QStringList third = *talk.say(u"문의"_s, 7, u"k-4"_s);
    talk.service->pass();

    QCOMPARE(first.size(), 1);
    QCOMPARE(second, first);
    QCOMPARE(third, first);
    QVERIFY(other.size() == 1 && other != first);
    QCOMPARE(talk.of(u"both"_s).size(), 2);
    QCOMPARE(talk.valueOf(first.first(), u"seen"_s), u"7"_s);
    QCOMPARE(*talk.say(u"답변"_s, 7, u"k-5"_s), first);
    talk.service->pass();
    QCOMPARE(talk.stateOf(first.first()), u"completed"_s);
    QVERIFY(talk.service->desk().verify(first.first()));
    const QStringList anew = *talk.say(u"문의"_s, 7, u"k-6"_s); // that conversation is over
    QVERIFY(anew.size() == 1 && anew != first);
}

void tst_Messages::whatARunDidNotTakeIsKeptForAnother()
{
    Talk talk;
    writeTalker(talk.robots, u"answers"_s, u"<startEvent id='start'/><endEvent id='end'/>"_s + flow(u"start"_s, u"end"_s));
    const QString first = talk.begin(7);
    talk.service->pass();
    const auto lease = talk.runs().claimRun(first, u"test"_s, talk.clock.lease(), 60'000);
    const auto image = talk.runs().load(first); // before the message
    QCOMPARE(*talk.say(u"답변"_s, 7, u"k-1"_s), QStringList{first});
    store::RunStep end;
    end.lease = *lease;
    end.after = image->head.facts;
    end.at = talk.clock.now();
    end.state = store::RunState::Cancelled;
    QVERIFY(talk.runs().commit({end})->first());

    const QString second = talk.begin(7);
    talk.service->pass();

    QCOMPARE(talk.stateOf(second), u"completed"_s);
}

// T-DUP over messages that begin runs, and those that wake them: one to five times, in any order.
void tst_Messages::eachMessageIsOneHoweverOftenItComes()
{
    Talk talk;
    constexpr int count = 40;
    QRandomGenerator random(20261123);
    QList<int> questions;
    for (int i = 0; i < count; ++i)
        for (int times = random.bounded(1, 6); times > 0; --times)
            questions.insert(random.bounded(int(questions.size()) + 1), i);

    for (const int i : std::as_const(questions)) {
        QVERIFY(talk.say(u"문의"_s, i, u"q-"_s + QString::number(i)));
        if (i % 7 == 0)
            talk.service->pass();
    }
    talk.service->pass();

    qInfo() << count << "messages told" << questions.size() << "times:" << talk.of(u"answers"_s).size() << "runs";
    QCOMPARE(talk.of(u"answers"_s).size(), count);
    for (const store::RunHead &head : talk.of(u"answers"_s))
        QVERIFY(head.state == store::RunState::Completed);
}

void tst_Messages::eachQuestionHasOneAnswerWhateverIsKilled()
{
    Talk talk;
    QRandomGenerator random(20261123);
    QStringList told;
    for (int kill = 0; kill < kills; ++kill) {
        const auto process = startChild({talk.path, u"talker-"_s + QString::number(kill), QString::number(kill)});
        QVERIFY(process->waitForReadyRead(30'000));
        QTest::qSleep(random.bounded(250)); // the moment of the kill is what is tested
        process->kill();
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitStatus(), QProcess::CrashExit);
        told += toldBy(*process);
    }
    const SystemClock clock;
    RobotDesk last(*talk.session, clock, {u"last"_s, 300, 3, 8});
    const auto isAnyRunning = [&] { return !talk.runs().runs({{}, store::RunState::Running})->isEmpty(); };
    for (int round = 0; round < 500 && isAnyRunning(); ++round) {
        QVERIFY(last.runner().advanceDue());
        QTest::qSleep(10); // the leases of the killed end by themselves
    }

    const QList<store::RunHead> asked = talk.of(u"asks"_s);
    const QList<store::RunHead> answered = talk.of(u"answers"_s);
    qInfo() << kills << "kills," << asked.size() << "questions," << answered.size() << "runs begun by them";
    QVERIFY(asked.size() > kills);
    QCOMPARE(answered.size(), asked.size());
    for (const store::RunHead &head : asked + answered) {
        QVERIFY2(head.state == store::RunState::Completed, qPrintable(head.id + u' ' + store::toString(head.state)));
        QVERIFY(last.verify(head.id));
    }
    for (const QString &line : std::as_const(told))
        if (line.startsWith(u"begun "))
            QVERIFY2(talk.runs().run(line.mid(6)), qPrintable(line));
    QCOMPARE(talk.session->store().verifyJournal()->problem, QString());
}

} // namespace naru::run

int main(int argc, char **argv) { return naru::store::runTestOrChild<naru::run::tst_Messages>(argc, argv, naru::run::talk); }
#include "tst_messages.moc"
