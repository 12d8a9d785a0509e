// naru bpmn check and naru bpmn roundtrip, as an administrator runs them.
#include "support/bpmn_samples.h"
#include "support/program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace naru;
using namespace Qt::StringLiterals;

namespace {

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QList<QJsonObject> lines(const test::Ran &ran)
{
    QList<QJsonObject> out;
    for (const QString &line : ran.out.split(u'\n', Qt::SkipEmptyParts))
        out.append(QJsonDocument::fromJson(line.toUtf8()).object());
    return out;
}

const QByteArray sound = test::bpmnDocument("<process id=\"p\"><task id=\"t\" f:a=\"b\"/></process>");
const QByteArray unsound = test::bpmnDocument("<process id=\"p\"><task id=\"t\" startQuantity=\"0\"/></process>");

} // namespace

class tst_bpmn_commands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checksEachFileInOneLine();
    void looksForImportsBesideTheModel();
    void roundtripsAModel();
    void leavesTheTargetAloneWhenTheModelIsBad_data();
    void leavesTheTargetAloneWhenTheModelIsBad();
};

void tst_bpmn_commands::checksEachFileInOneLine()
{
    const QTemporaryDir folder;
    const QStringList files{written(folder, u"a.bpmn"_s, sound), written(folder, u"b.bpmn"_s, unsound),
                            written(folder, u"c.bpmn"_s, "%PDF"), folder.filePath(u"absent.bpmn"_s)};

    const test::Ran one = test::runNaru({u"bpmn"_s, u"check"_s, files[0]});
    const test::Ran all = test::runNaru(QStringList{u"bpmn"_s, u"check"_s} + files);

    QCOMPARE(one.status, 0);
    QCOMPARE(lines(one).size(), 1);
    QCOMPARE(lines(one).first()[u"ok"_s].toBool(), true);
    QCOMPARE(lines(one).first()[u"problems"_s].toArray(), QJsonArray());
    QCOMPARE(all.status, 3);
    QCOMPARE(lines(all).size(), 4);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(lines(all)[i][u"file"_s].toString(), files[i]);
        QCOMPARE(lines(all)[i][u"ok"_s].toBool(), i == 0);
    }
    const QJsonObject problem = lines(all)[1][u"problems"_s].toArray().first().toObject();
    QCOMPARE(problem[u"element"_s].toString(), u"t"_s);
    QCOMPARE(problem[u"rule"_s].toString(), u"10.3 activity.startQuantity"_s);
    QVERIFY(problem[u"text"_s].toString().startsWith(u"expected "));
}

void tst_bpmn_commands::looksForImportsBesideTheModel()
{
    const QTemporaryDir folder;
    const QByteArray importing = test::bpmnDocument(
        "<import namespace=\"urn:foreign\" location=\"there.bpmn\" importType=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>"
        "<message id=\"m\" itemRef=\"f:i\"/>");
    const QString file = written(folder, u"a.bpmn"_s, importing);

    const test::Ran without = test::runNaru({u"bpmn"_s, u"check"_s, file});
    QVERIFY(!written(folder, u"there.bpmn"_s,
                     test::bpmnDocument("<itemDefinition id=\"i\"/>").replace("targetNamespace=\"urn:test\"", "targetNamespace=\"urn:foreign\""))
                 .isEmpty());
    const test::Ran with = test::runNaru({u"bpmn"_s, u"check"_s, file});

    QCOMPARE(without.status, 3);
    QVERIFY2(with.status == 0, qUtf8Printable(with.out));
}

void tst_bpmn_commands::roundtripsAModel()
{
    const QTemporaryDir folder;
    const QString from = written(folder, u"a.bpmn"_s, sound);
    const QString to = folder.filePath(u"b.bpmn"_s);

    const test::Ran ran = test::runNaru({u"bpmn"_s, u"roundtrip"_s, from, to});

    QCOMPARE(ran.status, 0);
    QVERIFY(test::bytesOf(to).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    QVERIFY(test::bytesOf(to).contains("<task id=\"t\" f:a=\"b\"/>"));
}

void tst_bpmn_commands::leavesTheTargetAloneWhenTheModelIsBad_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no XML") << QByteArray("%PDF-1.7");
    QTest::newRow("no BPMN") << QByteArray("<html/>");
    QTest::newRow("a DTD") << "<!DOCTYPE a>" + sound;
    QTest::newRow("cut off") << sound.chopped(3);
    QTest::newRow("a million levels") << test::bpmnDocument(QByteArray("<f:a>").repeated(1'000'000));
}

void tst_bpmn_commands::leavesTheTargetAloneWhenTheModelIsBad()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    const QString from = written(folder, u"a.bpmn"_s, bytes);
    const QString to = written(folder, u"b.bpmn"_s, "before");

    const test::Ran ran = test::runNaru({u"bpmn"_s, u"roundtrip"_s, from, to});

    QCOMPARE(ran.status, 3);
    QVERIFY(!ran.messages.isEmpty());
    QCOMPARE(test::bytesOf(to), QByteArray("before"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
}

QTEST_APPLESS_MAIN(tst_bpmn_commands)
#include "tst_bpmn_commands.moc"
