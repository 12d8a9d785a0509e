// Reading and writing lose nothing: the reference models of the BPMN MIWG and every model of the execution suite.
#include "engine/bpmn/model.h"
#include "support/bpmn_samples.h"
#include "support/xml_facts.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace naru;
using namespace naru::bpmn;

namespace {

const QSet<QString> standardNamespaces{modelNamespace.toString(), diagramNamespace.toString(), diNamespace.toString(), dcNamespace.toString()};

QStringList factsOf(const QByteArray &bytes) { return test::xmlFacts(bytes, standardNamespaces); }

} // namespace

class tst_bpmn_miwg : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItRead_data();
    void writesWhatItRead();
    void writesTheSameAgain();
    void isValidAgainstTheSchema();
    void seesWhatIsLost_data();
    void seesWhatIsLost();
};

void tst_bpmn_miwg::writesWhatItRead_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = test::bpmnFiles(u"bpmn-miwg"_s) + test::bpmnFiles(u"bpmn-execution"_s);
    if (files.isEmpty())
        QSKIP("no shared conformance models here");
    for (const QString &file : files)
        QTest::newRow(qUtf8Printable(file.section(u'/', -2))) << file;
}

void tst_bpmn_miwg::writesWhatItRead()
{
    QFETCH(const QString, file);
    const QByteArray bytes = test::bytesOf(file);

    const Result<Model> model = readModel(bytes);

    QVERIFY2(model, model ? "" : qUtf8Printable(model.error().text));
    const QByteArray written = writeModel(*model);
    QVERIFY(written.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    const QString difference = test::firstDifference(factsOf(bytes), factsOf(written));
    QVERIFY2(difference.isEmpty(), qUtf8Printable(difference));
}

void tst_bpmn_miwg::writesTheSameAgain()
{
    const QStringList files = test::bpmnFiles(u"bpmn-miwg"_s);
    if (files.isEmpty())
        QSKIP("no shared conformance models here");
    for (const QString &file : files) {
        const QByteArray once = writeModel(*readModel(test::bytesOf(file)));
        QCOMPARE(writeModel(*readModel(once)), once);
    }
}

void tst_bpmn_miwg::isValidAgainstTheSchema()
{
    const QStringList files = test::bpmnFiles(u"bpmn-miwg"_s) + test::bpmnFiles(u"bpmn-execution/execute"_s);
    if (files.isEmpty())
        QSKIP("no shared conformance models here");
    if (QStandardPaths::findExecutable(u"xmllint"_s).isEmpty())
        QSKIP("no xmllint here");
    const QTemporaryDir folder;
    QStringList written;
    for (const QString &file : files) {
        written.append(folder.filePath(QString::number(written.size()) + u".bpmn"_s));
        QFile out(written.last());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(writeModel(*readModel(test::bytesOf(file))));
    }

    QProcess lint;
    lint.setProcessChannelMode(QProcess::MergedChannels);
    lint.start(u"xmllint"_s, QStringList{u"--noout"_s, u"--schema"_s, test::sharedFolder() + u"/conformance/bpmn-xsd/BPMN20.xsd"_s} + written);

    QVERIFY(lint.waitForFinished(120'000));
    QVERIFY2(lint.exitCode() == 0, lint.readAll().constData());
    qInfo("%lld models written, all valid", static_cast<long long>(written.size()));
}

void tst_bpmn_miwg::seesWhatIsLost_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("an attribute") << QByteArray(" name=\"A\"") << QByteArray();
    QTest::newRow("a foreign attribute") << QByteArray(" f:form=\"x &#10; y\"") << QByteArray();
    QTest::newRow("a foreign child") << QByteArray("<f:b/>") << QByteArray();
    QTest::newRow("the order of foreign children") << QByteArray("<f:a> 1 </f:a><f:b/>") << QByteArray("<f:b/><f:a> 1 </f:a>");
    QTest::newRow("blanks in a foreign text") << QByteArray("<f:a> 1 </f:a>") << QByteArray("<f:a>1</f:a>");
    QTest::newRow("blanks between foreign children") << QByteArray("<f:c> <f:d/>") << QByteArray("<f:c><f:d/>");
    QTest::newRow("a prefix") << QByteArray("<f:b/>") << QByteArray("<b xmlns=\"urn:foreign\"/>");
    QTest::newRow("blanks in a documentation") << QByteArray(" two\n lines ") << QByteArray("two\n lines");
    QTest::newRow("a waypoint") << QByteArray("<di:waypoint x=\"3\" y=\"4\"/>") << QByteArray();
}

void tst_bpmn_miwg::seesWhatIsLost()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const QByteArray bytes = test::bpmnDocument(
        "<process id=\"p\"><task id=\"t\" name=\"A\" f:form=\"x &#10; y\"><documentation> two\n lines </documentation>"
        "<extensionElements><f:a> 1 </f:a><f:b/><f:c> <f:d/></f:c></extensionElements></task></process>"
        "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane><bpmndi:BPMNEdge><di:waypoint x=\"1\" y=\"2\"/><di:waypoint x=\"3\" y=\"4\"/></bpmndi:BPMNEdge>"
        "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>");
    QVERIFY(bytes.contains(from));

    const QStringList kept = factsOf(writeModel(*readModel(bytes)));
    const QStringList lost = factsOf(writeModel(*readModel(QByteArray(bytes).replace(from, to))));

    QCOMPARE(test::firstDifference(factsOf(bytes), kept), QString());
    QVERIFY(kept != lost);
}

QTEST_APPLESS_MAIN(tst_bpmn_miwg)
#include "tst_bpmn_miwg.moc"
