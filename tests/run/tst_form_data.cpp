// What fills a form: JSON and NAME=VALUE, and the command that does it.
#include "support/program.h"

#include "run/documents.h"
#include "run/form_data.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace naru;
using namespace naru::test;

class TestFormData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsValuesAsTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("paragraphs");
        QTest::newRow("text") << QByteArray("\"가\"") << QStringList{u"가"_s};
        QTest::newRow("lines") << QByteArray("\"가\\n나\\r\\n다\"") << QStringList{u"가"_s, u"나"_s, u"다"_s};
        QTest::newRow("whole number") << QByteArray("12345678901234567890") << QStringList{u"12345678901234567890"_s};
        QTest::newRow("decimal with its zeros") << QByteArray("-1.10") << QStringList{u"-1.10"_s};
        QTest::newRow("exponent") << QByteArray("1E+2") << QStringList{u"1E+2"_s};
        QTest::newRow("digits in a text") << QByteArray("\"1.10 \\\" 2\"") << QStringList{u"1.10 \" 2"_s};
        QTest::newRow("boolean") << QByteArray("true") << QStringList{u"true"_s};
        QTest::newRow("null") << QByteArray("null") << QStringList{QString()};
        QTest::newRow("list") << QByteArray("[\"가\", 2.50, \"\"]") << QStringList{u"가"_s, u"2.50"_s, QString()};
    }

    void readsValuesAsTheyAreWritten()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QStringList, paragraphs);

        const Result<FormFilling> filling = formFillingFromJson("{\"칸\": " + json + "}");

        QVERIFY2(bool(filling), filling ? "" : qPrintable(filling.error().text));
        QCOMPARE(filling->entries.size(), 1);
        QCOMPARE(filling->entries.first().name, u"칸"_s);
        QCOMPARE(filling->entries.first().paragraphs, paragraphs);
    }

    void readsListsOfObjectsAsRows()
    {
        const Result<FormFilling> filling = formFillingFromJson(R"({"발령": [{"성명": "가", "연번": 1}, {"성명": "나"}], "없음": []})");

        QVERIFY(filling);
        QVERIFY(filling->entries.isEmpty());
        QCOMPARE(filling->repetitions.size(), 2);
        QCOMPARE(filling->repetitions[0].title, u"발령"_s);
        QCOMPARE(filling->repetitions[0].rows.size(), 2);
        QCOMPARE(filling->repetitions[0].rows[0].size(), 2);
        QVERIFY(filling->repetitions[1].rows.isEmpty());
    }

    void namesThePlaceOfWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("a list") << QByteArray("[]") << u"list"_s;
        QTest::newRow("not JSON") << QByteArray("{\n \"가\": 1,}") << u"line 2, column "_s;
        QTest::newRow("an object as value") << QByteArray(R"({"가": {"나": 1}})") << u"'가'"_s;
        QTest::newRow("a list in a list") << QByteArray(R"({"가": ["나", ["다"]]})") << u"'가[1]'"_s;
        QTest::newRow("a text among rows") << QByteArray(R"({"가": [{"나": 1}, "다"]})") << u"'가[1]'"_s;
        QTest::newRow("an object in a row") << QByteArray(R"({"가": [{"나": {}}]})") << u"'가[0].나'"_s;
    }

    void namesThePlaceOfWhatIsWrong()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, place);

        const Result<FormFilling> filling = formFillingFromJson(json);

        QVERIFY(!filling);
        QCOMPARE(filling.error().code, u"form.data"_s);
        QVERIFY2(filling.error().text.contains(place), qPrintable(filling.error().text));
    }

    void setsAnEntryInThePlaceOfItsNamesake()
    {
        FormFilling filling;

        QVERIFY(setEntry(filling, u"제목=가=나"_s));
        QVERIFY(setEntry(filling, u"제목=다\n라"_s));
        QCOMPARE(filling.entries.size(), 1);
        QCOMPARE(filling.entries.first().paragraphs, QStringList({u"다"_s, u"라"_s}));
        QCOMPARE(setEntry(filling, u"제목"_s).error().kind, Error::Kind::Usage);
        QCOMPARE(setEntry(filling, u"=값"_s).error().kind, Error::Kind::Usage);
    }

    void fillsAFormOfTheOfficeByItsName()
    {
        const QString out = m_folder.filePath(u"기안.hwpx"_s);
        const Ran filled = fill({u"일반기안문"_s, u"--set"_s, u"제목=계획 <알림> & 협조"_s, u"본문=1. 가\n2. 나.  끝."_s, u"--out"_s, out, u"--json"_s});

        QVERIFY2(filled.status == 0, qPrintable(filled.messages));
        QVERIFY(filled.json().value(u"changed"_s).toArray().contains(u"Contents/section0.xml"_s));
        QHash<QString, QString> values;
        const Ran shown = runNaru({u"document"_s, u"fields"_s, out, u"--json"_s}, environment());
        for (const QJsonValue &one : shown.list())
            values.insert(one[u"name"_s].toString(), one[u"value"_s].toString());
        QCOMPARE(values.size(), 23);
        QCOMPARE(values.value(u"제목"_s), u"계획 <알림> & 협조"_s);
        QCOMPARE(values.value(u"본문"_s), u"1. 가\n2. 나.  끝."_s);
        QVERIFY(values.value(u"수신자"_s).isEmpty());
    }

    void writesNothingWhereAnythingIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("no values") << QStringList{u"일반기안문"_s} << 2;
        QTest::newRow("no equals sign") << QStringList{u"일반기안문"_s, u"--set"_s, u"제목"_s} << 2;
        QTest::newRow("no such form") << QStringList{u"없는서식.hwpx"_s, u"--set"_s, u"제목=가"_s} << 3;
        QTest::newRow("no such field") << QStringList{u"일반기안문"_s, u"--set"_s, u"재목=가"_s} << 3;
        QTest::newRow("a control character") << QStringList{u"일반기안문"_s, u"--set"_s, u"제목=가\u0007"_s} << 3;
        QTest::newRow("no such data") << QStringList{u"일반기안문"_s, u"--data"_s, u"/nonexistent.json"_s} << 3;
        QTest::newRow("right and wrong together") << QStringList{u"일반기안문"_s, u"--set"_s, u"제목=가"_s, u"재목=나"_s} << 3;
    }

    void writesNothingWhereAnythingIsWrong()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, status);
        const QString out = m_folder.filePath(u"alt.hwpx"_s);
        QFile old(out);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();

        const Ran ran = fill(arguments + QStringList{u"--out"_s, out});

        QCOMPARE(ran.status, status);
        QVERIFY(!ran.messages.isEmpty() && ran.out.isEmpty());
        QVERIFY(old.open(QIODevice::ReadOnly) && old.readAll() == "old");
    }

    void leavesTheOldFileWhereTheDiskRefuses()
    {
        const QString out = m_folder.filePath(u"folder.hwpx"_s);
        QVERIFY(QDir().mkpath(out)); // a folder cannot be replaced by a file, whoever runs this

        const Ran ran = fill({u"일반기안문"_s, u"--set"_s, u"제목=가"_s, u"--out"_s, out});

        QVERIFY(ran.status == 1 || ran.status == 5);
        QVERIFY(QFileInfo(out).isDir());
        QCOMPARE(QDir(m_folder.path()).entryList({u"folder*"_s}).size(), 1); // and nothing half-written beside it
    }

    void refusesToFillWhatIsNoForm()
    {
        const QString text = m_folder.filePath(u"a.csv"_s);
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a,b\n1,2\n") > 0);
        file.close();

        const Ran ran = fill({text, u"--set"_s, u"a=1"_s, u"--out"_s, m_folder.filePath(u"b.csv"_s)});

        QCOMPARE(ran.status, 3);
        QVERIFY(!QFile::exists(m_folder.filePath(u"b.csv"_s)));
    }

private:
    static QStringList environment() { return {u"NARU_FORMS="_s + qEnvironmentVariable("NARU_SOURCE") + u"/forms"_s}; }
    static Ran fill(const QStringList &arguments) { return runNaru(QStringList{u"document"_s, u"fill"_s} + arguments, environment()); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestFormData)
#include "tst_form_data.moc"
