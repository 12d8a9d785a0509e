// Conversations (BPMN 2.0.2 §8.4.2, §13.5.1): which start events make an instance, and which messages join the one that there
// is already.
#include "support/bpmn_steps.h"

#include <QTest>

using namespace naru;
using namespace naru::test;

namespace {

// Both messages carry a number, and the process takes part in conversations by it.
const QString roots = u"<correlationProperty id=\"number\"><correlationPropertyRetrievalExpression messageRef=\"M1\"><messagePath>number</messagePath>"
                      "</correlationPropertyRetrievalExpression><correlationPropertyRetrievalExpression messageRef=\"M2\"><messagePath>order.number</messagePath>"
                      "</correlationPropertyRetrievalExpression></correlationProperty>"
                      "<collaboration id=\"C\"><participant id=\"pool\" processRef=\"P\"/>"
                      "<correlationKey id=\"key\"><correlationPropertyRef>number</correlationPropertyRef></correlationKey></collaboration>"_s;
const QString subscription = u"<correlationSubscription id=\"cs\" correlationKeyRef=\"key\"/>"_s;

QString gateway(const QString &id, const QString &type = u"Exclusive"_s)
{
    return element(u"eventBasedGateway"_s, id, u"instantiate=\"true\" eventGatewayType=\"%1\""_s.arg(type));
}

Run begun(const QString &content, const QString &by, const QString &name, const QString &payload)
{
    Run run(compiled(model(content + subscription, roots)));
    for (const bpmn::Problem &problem : run.definition.problems())
        qWarning("%s: %s", qUtf8Printable(problem.element), qUtf8Printable(problem.text));
    bpmn::StartInstance command;
    command.instance = u"i"_s;
    command.process = u"P"_s;
    command.element = by;
    command.name = name;
    command.payload = feel::Value(contextOf(payload));
    if (!run.wish(command))
        run.log.append(u"refused:"_s + run.lastError);
    return run;
}

} // namespace

class tst_BpmnConversation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void laterMessagesJoinTheInstance_data();
    void laterMessagesJoinTheInstance();
    void whoeverIsOnTheWayGoesFirst();
    void aSentMessageBeginsTheConversation();
    void messagesAreMeantForTheirConversation_data();
    void messagesAreMeantForTheirConversation();
};

void tst_BpmnConversation::laterMessagesJoinTheInstance_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("log");
    const QString twoStarts = start(u"s1"_s, message(u"M1"_s)) + start(u"s2"_s, message(u"M2"_s)) + task(u"a"_s) + task(u"b"_s) + flows(u"s1-a s2-b"_s);
    QTest::newRow("the other start event") << twoStarts << u"s1"_s << u"*M2{order:{number:7}} a b"_s << u"+a +b =completed"_s;
    QTest::newRow("not of another conversation") << twoStarts << u"s1"_s << u"*M2{order:{number:8}} a"_s << u"+a refused =completed"_s;
    QTest::newRow("once more by the same start event") << twoStarts << u"s1"_s << u"*M1{number:7} a a"_s << u"+a +a =completed"_s;
    QTest::newRow("each time that it comes") << twoStarts << u"s1"_s << u"*M2{order:{number:7}} *M2{order:{number:7}} a b b"_s << u"+a +b +b =completed"_s;
    QTest::newRow("start events need not come") << twoStarts << u"s1"_s << u"a *M2{order:{number:7}}"_s << u"+a =completed refused"_s;
    QTest::newRow("a start event alone makes a new instance each time")
        << start(u"s1"_s, message(u"M1"_s)) + task(u"a"_s) + flows(u"s1-a"_s) << u"s1"_s << u"*M1{number:7} a"_s << u"+a refused =completed"_s;
    QTest::newRow("a receive task that begins")
        << element(u"receiveTask"_s, u"s1"_s, u"instantiate=\"true\" messageRef=\"M1\""_s) + element(u"receiveTask"_s, u"s2"_s, u"instantiate=\"true\" messageRef=\"M2\""_s)
            + task(u"a"_s) + task(u"b"_s) + flows(u"s1-a s2-b"_s)
        << u"s1"_s << u"*M2{order:{number:7}} a b"_s << u"+a +b =completed"_s;
    const QString ends = catching(u"c1"_s, message(u"M1"_s)) + catching(u"c2"_s, message(u"M2"_s)) + task(u"a"_s) + task(u"b"_s) + flows(u"c1-a c2-b"_s);
    QTest::newRow("one gateway, exclusive: the other event is not waited for")
        << gateway(u"g"_s) + ends + flows(u"g-c1 g-c2"_s) << u"c1"_s << u"*M2{order:{number:7}} a"_s << u"+a refused =completed"_s;
    QTest::newRow("one gateway, parallel: all events must come")
        << gateway(u"g"_s, u"Parallel"_s) + ends + flows(u"g-c1 g-c2"_s) << u"c1"_s << u"a *M2{order:{number:8}} *M2{order:{number:7}} b"_s
        << u"+a refused +b =completed"_s;
    QTest::newRow("two gateways: one event of each must come")
        << gateway(u"g"_s) + gateway(u"h"_s) + ends + flows(u"g-c1 h-c2"_s) << u"c1"_s << u"a *M2{order:{number:8}} *M2{order:{number:7}} b"_s
        << u"+a refused +b =completed"_s;
}

void tst_BpmnConversation::laterMessagesJoinTheInstance()
{
    QFETCH(const QString, content);
    QFETCH(const QString, by);
    QFETCH(const QString, steps);
    QFETCH(const QString, log);

    Run run = begun(content, by, u"M1"_s, u"{number:7}"_s);
    for (const QString &step : steps.split(u' ', Qt::SkipEmptyParts))
        if (!takeStep(run, step))
            run.log.append(u"refused"_s);

    QCOMPARE(run.log.join(u' '), log);
    QCOMPARE(run.faults, QStringList());
    QVERIFY(run.replayed() == run.state);
}

void tst_BpmnConversation::whoeverIsOnTheWayGoesFirst()
{
    Run run = begun(start(u"s1"_s, message(u"M1"_s)) + start(u"s2"_s, message(u"M2"_s)) + catching(u"c"_s, message(u"M2"_s)) + task(u"a"_s) + task(u"b"_s)
                        + flows(u"s1-c c-a s2-b"_s),
                    u"s1"_s, u"M1"_s, u"{number:7}"_s);

    QVERIFY(takeStep(run, u"*M2{order:{number:7}}"_s));
    QCOMPARE(run.log.join(u' '), u"+a"_s);
    QVERIFY(takeStep(run, u"*M2{order:{number:7}}"_s));
    QCOMPARE(run.log.join(u' '), u"+a +b"_s);
}

void tst_BpmnConversation::aSentMessageBeginsTheConversation()
{
    const QString data = u"<ioSpecification><dataInput id=\"in\" name=\"number\"/><inputSet><dataInputRefs>in</dataInputRefs></inputSet><outputSet/></ioSpecification>"
                         "<dataInputAssociation><sourceRef>mine</sourceRef><targetRef>in</targetRef></dataInputAssociation>"_s;
    Run run(compiled(model(element(u"dataObject"_s, u"mine"_s) + start(u"s"_s) + element(u"sendTask"_s, u"t"_s, u"messageRef=\"M1\""_s, data) + catching(u"c"_s, message(u"M2"_s)) + task(u"a"_s) + flows(u"s-t t-c c-a"_s)
                               + subscription,
                           roots)));

    const QStringList log = played(run, u"{mine:7}"_s, u"t *M2{order:{number:8}} *M2{order:{number:7}} a"_s);

    QCOMPARE(log.join(u' '), u"+t refused +a =completed"_s);
    QCOMPARE(run.faults, QStringList());
    QVERIFY(run.replayed() == run.state);
}

void tst_BpmnConversation::messagesAreMeantForTheirConversation_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("payload");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("isMeant");
    QTest::newRow("nothing is wanted") << u"M2"_s << u"{}"_s << QString() << true;
    QTest::newRow("it carries the number") << u"M2"_s << u"{order:{number:7}}"_s << u"number=7"_s << true;
    QTest::newRow("it carries another") << u"M2"_s << u"{order:{number:8}}"_s << u"number=7"_s << false;
    QTest::newRow("it carries a longer one") << u"M2"_s << u"{order:{number:77}}"_s << u"number=7"_s << false;
    QTest::newRow("it carries none") << u"M2"_s << u"{}"_s << u"number=7"_s << false;
    QTest::newRow("more is wanted than it carries") << u"M2"_s << u"{order:{number:7}}"_s << u"number=7;place=\"A\""_s << false;
    QTest::newRow("it says so itself") << u"M2"_s << u"{}"_s << u"number=5"_s << true; // its correlation is "number=5"
    QTest::newRow("another message") << u"M1"_s << u"{order:{number:7}}"_s << u"number=7"_s << false;
}

void tst_BpmnConversation::messagesAreMeantForTheirConversation()
{
    QFETCH(const QString, name);
    QFETCH(const QString, payload);
    QFETCH(const QString, wanted);
    QFETCH(const bool, isMeant);
    const bpmn::Definition definition = compiled(model(start(u"s"_s) + catching(u"c"_s, message(u"M2"_s)) + flows(u"s-c"_s) + subscription, roots));

    QCOMPARE(bpmn::carries(definition, u"c"_s, {name, u"number=5"_s, feel::Value(contextOf(payload)), {}}, wanted), isMeant);
}

QTEST_GUILESS_MAIN(tst_BpmnConversation)
#include "tst_bpmn_conversation.moc"
