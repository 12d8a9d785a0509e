// Every text that a person reads has its Korean: those that lupdate finds in the sources, and the labels of the records.
#include "office/records.h"
#include "run/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace naru;

namespace {

struct Text {
    QString context;
    QString source;
    QString translation;
    bool isUnfinished = false;
};

QList<Text> textsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Text> out;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            out.append({context, xml.readElementText(), {}, false});
        else if (xml.name() == u"translation") {
            out.last().isUnfinished = xml.attributes().hasAttribute(u"type"_s);
            out.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return out;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextOfTheSourcesHasItsKorean()
    {
        const QString source = qEnvironmentVariable("NARU_SOURCE");
        const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s;
        if (source.isEmpty() || !QFile::exists(lupdate))
            QSKIP("needs NARU_SOURCE and lupdate");
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"naru_ko.ts"_s);
        QVERIFY(QFile::copy(source + u"/translations/naru_ko.ts"_s, copy));
        QProcess process;
        process.setWorkingDirectory(source);

        process.start(lupdate, {u"-silent"_s, u"-locations"_s, u"none"_s, u"-no-obsolete"_s, u"app"_s, u"plugins"_s, u"-ts"_s, copy});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);

        QStringList missing;
        const QList<Text> texts = textsOf(copy);
        QVERIFY(texts.size() > 100);
        for (const Text &text : texts)
            if (text.isUnfinished || text.translation.isEmpty())
                missing.append(text.context + u": "_s + text.source);
        QVERIFY2(missing.isEmpty(), qPrintable(u"without Korean (ninja update_translations, then translate):\n"_s
                                               + missing.join(u'\n')));
    }

    void placesForValuesAreKept()
    {
        const QString source = qEnvironmentVariable("NARU_SOURCE");
        if (source.isEmpty())
            QSKIP("NARU_SOURCE is not set");
        const QList<Text> texts = textsOf(source + u"/translations/naru_ko.ts"_s);
        for (const Text &text : texts)
            for (const QString &place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s, u"%n"_s})
                QVERIFY2(text.source.contains(place) == text.translation.contains(place), qPrintable(text.source));
    }

    void everyLabelOfTheRecordsHasItsKorean()
    {
        run::speak(*QCoreApplication::instance(), u"ko"_s);
        const QList<RecordTable> tables = office::tables();
        for (const RecordTable &table : tables) {
            QVERIFY2(run::recordLabel(table.label) != table.label, qPrintable(table.label));
            for (const Field &field : table.fields)
                QVERIFY2(run::fieldLabel(field.label) != field.label || field.label == u"SHA-256"_s,
                         qPrintable(table.kind + u'.' + field.label));
        }
    }

    void languageComesFromTheWishThenTheEnvironment_data()
    {
        QTest::addColumn<QString>("wish");
        QTest::addColumn<QByteArray>("lang");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("Korean by default") << QString() << QByteArray("C.UTF-8") << u"ko"_s;
        QTest::newRow("the environment asks for English") << QString() << QByteArray("en_GB.UTF-8") << u"en"_s;
        QTest::newRow("another language is Korean") << QString() << QByteArray("fr_FR.UTF-8") << u"ko"_s;
        QTest::newRow("the wish is stronger") << u"ko"_s << QByteArray("en_US.UTF-8") << u"ko"_s;
        QTest::newRow("an unknown wish is none") << u"xx"_s << QByteArray("en_US.UTF-8") << u"en"_s;
    }

    void languageComesFromTheWishThenTheEnvironment()
    {
        QFETCH(const QString, wish);
        QFETCH(const QByteArray, lang);
        QFETCH(const QString, spoken);
        const QByteArray before = qgetenv("LC_ALL");
        qputenv("LC_ALL", lang);

        const QString language = run::languageOf(wish);

        qputenv("LC_ALL", before);
        QCOMPARE(language, spoken);
    }

    void languageMayChangeWhileTheProgramRuns()
    {
        QCoreApplication &application = *QCoreApplication::instance();
        run::speak(application, u"ko"_s);
        QCOMPARE(QCoreApplication::translate("naru::ui::Pages", "Plans"), u"계획"_s);

        run::speak(application, u"en"_s);
        QCOMPARE(QCoreApplication::translate("naru::ui::Pages", "Plans"), u"Plans"_s);

        run::speak(application, u"ko"_s);
        QCOMPARE(run::fieldLabel(u"Employee number"_s), u"사번"_s);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
