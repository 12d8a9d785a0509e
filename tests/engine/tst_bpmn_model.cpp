// The written model: what it answers, what it reads in which encoding, what it refuses.
#include "engine/bpmn/model.h"
#include "engine/bpmn/model_schema.h"
#include "support/bpmn_samples.h"
#include "support/xml_facts.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTest>

using namespace naru;
using namespace naru::bpmn;

namespace {

// "가나" in a name and in a documentation, declared in an encoding.
QString koreanModel(const QString &encoding)
{
    const QString document = QString::fromUtf8(test::bpmnDocument("<process id=\"p\" name=\"가나\"><documentation>다라</documentation></process>"));
    return encoding.isEmpty() ? document : u"<?xml version=\"1.0\" encoding=\""_s + encoding + u"\" standalone='yes'?>\n"_s + document;
}

QByteArray encoded(const QString &text, const char *codec, const QByteArray &mark = {}) { return mark + QByteArray(QStringEncoder(codec)(text)); }

} // namespace

class tst_bpmn_model : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEncodings_data();
    void readsEncodings();
    void refuses_data();
    void refuses();
    void refusesAMillionLevelsAtOnce();
    void findsElements();
    void resolvesReferences_data();
    void resolvesReferences();
    void knowsWhatDerives();
    void writesChildrenInTheOrderOfTheSchema();
    void keepsWhatIsForeignAnywhere_data();
    void keepsWhatIsForeignAnywhere();
    void writesWhatWasBuilt();
};

void tst_bpmn_model::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8, undeclared") << koreanModel({}).toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + koreanModel(u"UTF-8"_s).toUtf8();
    QTest::newRow("UTF-16 little, with a mark") << encoded(koreanModel(u"UTF-16"_s), "UTF-16LE", "\xff\xfe");
    QTest::newRow("UTF-16 big, with a mark") << encoded(koreanModel(u"UTF-16"_s), "UTF-16BE", "\xfe\xff");
    QTest::newRow("UTF-16 little, without") << encoded(koreanModel(u"UTF-16"_s), "UTF-16LE");
    QTest::newRow("UTF-32 big, with a mark") << encoded(koreanModel(u"UTF-32"_s), "UTF-32BE", QByteArray("\0\0\xfe\xff", 4));
    QTest::newRow("EUC-KR") << encoded(koreanModel(u"EUC-KR"_s), "windows-949");
    QTest::newRow("Windows-949") << encoded(koreanModel(u"windows-949"_s), "windows-949");
    QTest::newRow("ISO-8859-1, by references") << koreanModel(u"ISO-8859-1"_s).replace(u"가나"_s, u"&#xAC00;&#xB098;"_s).replace(u"다라"_s, u"&#xB2E4;&#xB77C;"_s).toLatin1();
}

void tst_bpmn_model::readsEncodings()
{
    QFETCH(const QByteArray, bytes);

    const Result<Model> model = readModel(bytes);

    QVERIFY2(model, model ? "" : qUtf8Printable(model.error().text));
    QCOMPARE(model->find(u"p")->label(), u"가나"_s);
    QCOMPARE(model->find(u"p")->child(Kind::Documentation)->text(), u"다라"_s);
    const QByteArray written = writeModel(*model);
    QVERIFY(written.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    QVERIFY(written.contains("가나"));
    const QString difference = test::firstDifference(test::xmlFacts(koreanModel({}).toUtf8(), {modelNamespace.toString()}),
                                                     test::xmlFacts(written, {modelNamespace.toString()}));
    QVERIFY2(difference.isEmpty(), qUtf8Printable(difference));
}

void tst_bpmn_model::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray document = test::bpmnDocument("<process id=\"p\"/>");
    QTest::newRow("nothing") << QByteArray() << u"xml.malformed"_s;
    QTest::newRow("no XML") << QByteArray("%PDF-1.7") << u"xml.malformed"_s;
    QTest::newRow("cut off") << document.chopped(5) << u"xml.malformed"_s;
    QTest::newRow("two roots") << document + document << u"xml.malformed"_s;
    QTest::newRow("an undeclared prefix") << QByteArray(document).replace("<process", "<q:process") << u"xml.malformed"_s;
    QTest::newRow("an attribute twice") << QByteArray(document).replace("id=\"p\"", "id=\"p\" id=\"q\"") << u"xml.malformed"_s;
    QTest::newRow("a DTD") << "<!DOCTYPE definitions [<!ENTITY a \"b\">]>" + document << u"xml.dtd"_s;
    QTest::newRow("257 levels") << test::bpmnDocument(QByteArray("<f:a>").repeated(256) + QByteArray("</f:a>").repeated(256)) << u"xml.limit"_s;
    QTest::newRow("an attribute of 2 MiB") << test::bpmnDocument("<process id=\"p\" name=\"" + QByteArray(2 << 20, 'x') + "\"/>") << u"xml.limit"_s;
    QTest::newRow("not UTF-8") << test::bpmnDocument("<process id=\"p\" name=\"\xb0\xa1\"/>") << u"xml.malformed"_s;
    QTest::newRow("UTF-16 declared, but bytes") << "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + document << u"xml.malformed"_s;
    QTest::newRow("not in the declared encoding") << "<?xml version=\"1.0\" encoding=\"EUC-KR\"?>" + test::bpmnDocument("<process id=\"p\" name=\"\xff\xff\"/>") << u"xml.encoding"_s;
    QTest::newRow("an unknown encoding") << "<?xml version=\"1.0\" encoding=\"EBCDIC-NARU\"?>" + document << u"xml.encoding"_s;
    QTest::newRow("another root") << QByteArray("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/>") << u"bpmn.root"_s;
}

void tst_bpmn_model::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);

    const Result<Model> model = readModel(bytes);

    QVERIFY(!model);
    QCOMPARE(model.error().kind, Error::Kind::Invalid);
    QCOMPARE(model.error().code, code);
    QVERIFY(model.error().text.startsWith(u"expected "));
}

void tst_bpmn_model::refusesAMillionLevelsAtOnce()
{
    const QByteArray bytes = test::bpmnDocument(QByteArray("<f:a>").repeated(1'000'000));
    QElapsedTimer timer;
    timer.start();

    const Result<Model> model = readModel(bytes);

    QVERIFY(!model);
    QCOMPARE(model.error().code, u"xml.limit"_s);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void tst_bpmn_model::findsElements()
{
    const Result<Model> model = readModel(test::bpmnDocument(
        "<process id=\"p\" isExecutable=\" true \"><userTask id=\"t\" name=\"\" f:name=\"other\"><incoming> s </incoming><incoming>r</incoming>"
        "<extensionElements/></userTask><startEvent id=\"e\"><documentation><f:x id=\"q\"/></documentation></startEvent></process>"));
    QVERIFY(model);

    const Element *const process = model->find(u"p");
    const Element *const task = model->find(u"t");

    QCOMPARE(model->targetNamespace(), u"urn:test"_s);
    QCOMPARE(process->kind, Kind::Process);
    QVERIFY(process->flag(u"isExecutable", false));
    QVERIFY(process->flag(u"isClosed", true));
    QCOMPARE(process->children(Kind::FlowNode).size(), 2);
    QCOMPARE(process->children(Kind::Task), QList<const Element *>{task});
    QCOMPARE(model->all(Kind::FlowNode).size(), 2);
    QCOMPARE(task->childTexts(Kind::Incoming), (QStringList{u"s"_s, u"r"_s}));
    QVERIFY(task->label().isEmpty() && !task->label().isNull());
    QVERIFY(task->attribute(u"default").isNull());
    QCOMPARE(task->ancestor(Kind::CallableElement), process);
    QCOMPARE(task->namespaceOf(u"f"), u"urn:foreign"_s);
    QCOMPARE(model->find(u"q"), nullptr); // foreign
    QCOMPARE(model->find(u"e")->child(Kind::Documentation)->children().first()->kind, Kind::Foreign);
}

void tst_bpmn_model::resolvesReferences_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("found");
    QTest::newRow("without prefix") << u"t"_s << u"t"_s;
    QTest::newRow("with blanks around") << u" t\n"_s << u"t"_s;
    QTest::newRow("with the prefix of the target namespace") << u"tns:t"_s << u"t"_s;
    QTest::newRow("of another namespace") << u"f:t"_s << QString();
    QTest::newRow("with an unknown prefix") << u"nobody:t"_s << QString();
    QTest::newRow("to nothing") << u"u"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void tst_bpmn_model::resolvesReferences()
{
    QFETCH(const QString, reference);
    QFETCH(const QString, found);
    const Result<Model> model = readModel(test::bpmnDocument("<process id=\"p\"><task id=\"t\"/></process>"));

    const Element *const element = model->refer(*model->find(u"p"), reference);

    QCOMPARE(element ? element->id() : QString(), found);
}

void tst_bpmn_model::knowsWhatDerives()
{
    QVERIFY(derives(Kind::UserTask, Kind::Task));
    QVERIFY(derives(Kind::UserTask, Kind::FlowElement));
    QVERIFY(derives(Kind::Transaction, Kind::SubProcess));
    QVERIFY(derives(Kind::TimerEventDefinition, Kind::RootElement));
    QVERIFY(derives(Kind::ConditionExpression, Kind::Expression));
    QVERIFY(derives(Kind::Condition, Kind::Expression));
    QVERIFY(!derives(Kind::Condition, Kind::FormalExpression));
    QVERIFY(!derives(Kind::Task, Kind::UserTask));
    QVERIFY(!derives(Kind::Incoming, Kind::BaseElement));
    QVERIFY(!derives(Kind::Foreign, Kind::BaseElement));
    for (int kind = 1; kind < kindCount; ++kind)
        QCOMPARE(kindOf(namespaceOf(Kind(kind)), nameOf(Kind(kind))), Kind(kind));
}

void tst_bpmn_model::writesChildrenInTheOrderOfTheSchema()
{
    const Result<Model> model = readModel(test::bpmnDocument(
        "<process id=\"p\"><task id=\"t\"><outgoing>b</outgoing><!-- of c --><incoming>c</incoming><f:x/><extensionElements/><incoming>a</incoming>"
        "<documentation>d</documentation></task></process>"));

    const QByteArray written = writeModel(*model);

    const QByteArray expected = "    <task id=\"t\">\n      <documentation>d</documentation>\n      <extensionElements/>\n      <!-- of c -->\n"
                                "      <incoming>c</incoming>\n      <f:x/>\n      <incoming>a</incoming>\n      <outgoing>b</outgoing>\n    </task>\n";
    QVERIFY2(written.contains(expected), written.constData());
}

void tst_bpmn_model::keepsWhatIsForeignAnywhere_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *name, const QByteArray &content) { QTest::newRow(name) << content; };
    row("in extensionElements", "<process id=\"p\"><extensionElements>\n <f:a> x <f:b/>\t</f:a>\n <f:a/></extensionElements></process>");
    row("between elements", "<process id=\"p\"><f:a> </f:a><task id=\"t\"/><f:b/></process>");
    row("attributes, escaped", "<process id=\"p\" f:a=\"&lt;&amp;&quot;&#10;&#9;&#13;'&gt;\"/>");
    row("CDATA and a carriage return", "<process id=\"p\"><extensionElements><f:a><![CDATA[<x> ]]]]><![CDATA[> & ]]>&#13;\r\n</f:a></extensionElements></process>");
    row("standard names within", "<process id=\"p\"><extensionElements><f:a><task id=\"t\"> <outgoing/> </task></f:a></extensionElements></process>");
    row("its own default namespace", "<process id=\"p\"><extensionElements><a xmlns=\"urn:a\" b=\"c\"><b xmlns=\"\"/></a></extensionElements></process>");
    row("unknown names of the standard", "<process id=\"p\"><robotTask id=\"r\"> <x/> </robotTask></process>");
    row("comments and instructions", "<process id=\"p\"><!-- a --><?naru b c?><extensionElements><f:a><!-- d --></f:a></extensionElements></process>");
    row("markup in a documentation", "<process id=\"p\"><documentation> x <b xmlns=\"http://www.w3.org/1999/xhtml\"> y </b> z</documentation></process>");
    row("beyond the first plane", "<process id=\"p\"><extensionElements><f:a>\xf0\x9f\x9b\xb6</f:a></extensionElements></process>");
}

void tst_bpmn_model::keepsWhatIsForeignAnywhere()
{
    QFETCH(const QByteArray, content);
    const QByteArray bytes = "<!-- before -->" + test::bpmnDocument(content) + "<?behind it?>";

    const Result<Model> model = readModel(bytes);

    QVERIFY2(model, model ? "" : qUtf8Printable(model.error().text));
    const QSet<QString> standard{modelNamespace.toString()};
    const QString difference = test::firstDifference(test::xmlFacts(bytes, standard), test::xmlFacts(writeModel(*model), standard));
    QVERIFY2(difference.isEmpty(), qUtf8Printable(difference));
}

void tst_bpmn_model::writesWhatWasBuilt()
{
    Model model;
    Element *const definitions = model.append(nullptr, {u"bpmn"_s, u"definitions"_s, modelNamespace.toString()}, Kind::Definitions);
    definitions->namespaces.append({u"bpmn"_s, modelNamespace.toString()});
    definitions->attributes.append({{{}, u"targetNamespace"_s, {}}, u"urn:built"_s});
    Element *const process = model.append(definitions, {u"bpmn"_s, u"process"_s, modelNamespace.toString()}, Kind::Process);
    process->attributes.append({{{}, u"id"_s, {}}, u"p"_s});
    model.index();

    const Result<Model> again = readModel(writeModel(model));

    QVERIFY(again);
    QCOMPARE(again->targetNamespace(), u"urn:built"_s);
    QCOMPARE(again->find(u"p")->kind, Kind::Process);
}

QTEST_APPLESS_MAIN(tst_bpmn_model)
#include "tst_bpmn_model.moc"
