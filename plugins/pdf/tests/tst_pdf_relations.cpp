// How much of a table comes back from a PDF that another program has made of it: adjacency F1 as of ICDAR 2013, printed for
// each document. The tables are known because they were made here.
#include "known_tables.h"

#include <QTest>

using namespace naru;
using namespace naru::known_tables;

class TestPdfRelations : public QObject {
    Q_OBJECT

private:
    static constexpr double gate = 0.98;
    QMap<QString, QByteArray> m_byLibreOffice;

    static QString fileName(const QString &name, const QString &family)
    {
        return QString(name + u'-' + family).replace(u' ', u'_');
    }

    static void verify(const Known &known, const QByteArray &pdf)
    {
        const Agreement result = agreement(known.table, pdf_sheets::tablesOf(pdf_sheets::read(pdf)));
        qInfo("%s: %d relations, read %d, F1 %.4f", qPrintable(QString::fromUtf8(QTest::currentDataTag())), result.known, result.read,
              result.f1());
        QVERIFY2(result.f1() >= gate, qPrintable(result.missing.join(u"\n"_s)));
    }

    static void addRows()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("family");
        const QList<Known> tables = all();
        for (const QString &family : {u"NanumMyeongjo"_s, u"NanumBarunGothic"_s})
            for (int i = 0; i < tables.size(); ++i)
                QTest::addRow("%s, %s", qPrintable(tables[i].name), qPrintable(family)) << i << family;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QMap<QString, QByteArray> files;
        for (const QString &family : {u"NanumMyeongjo"_s, u"NanumBarunGothic"_s})
            for (const Known &known : all())
                files.insert(fileName(known.name, family) + u".fodt"_s, flatText(known, family));
        QPluginLoader xlsx(qEnvironmentVariable("NARU_PLUGINS") + u"/xlsx.so"_s); // fits its sheets to the paper
        if (const Format *format = qobject_cast<Format *>(xlsx.instance()))
            for (const Known &known : all()) {
                Document document;
                document.body.append(std::make_shared<Table>(known.table));
                if (const Result<QByteArray> bytes = format->write(document))
                    files.insert(fileName(known.name, u"calc"_s) + u".xlsx"_s, *bytes);
            }
        m_byLibreOffice = pdfByLibreOffice(files);
    }

    void readsTablesThatQtHasWritten_data() { addRows(); }
    void readsTablesThatQtHasWritten()
    {
        QFETCH(const int, index);
        QFETCH(const QString, family);

        verify(all().at(index), pdfByQt(all().at(index), family));
    }

    void readsTablesOfLibreOfficeWriter_data() { addRows(); }
    void readsTablesOfLibreOfficeWriter()
    {
        QFETCH(const int, index);
        QFETCH(const QString, family);
        const QByteArray pdf = m_byLibreOffice.value(fileName(all().at(index).name, family));
        if (pdf.isEmpty())
            QSKIP("LibreOffice Writer is not installed");

        verify(all().at(index), pdf);
    }

    void readsSheetsOfLibreOfficeCalc_data()
    {
        QTest::addColumn<int>("index");
        const QList<Known> tables = all();
        for (int i = 0; i < tables.size(); ++i)
            QTest::addRow("%s, calc", qPrintable(tables[i].name)) << i;
    }

    void readsSheetsOfLibreOfficeCalc()
    {
        QFETCH(const int, index);
        const QByteArray pdf = m_byLibreOffice.value(fileName(all().at(index).name, u"calc"_s));
        if (pdf.isEmpty())
            QSKIP("LibreOffice Calc is not installed");

        verify(all().at(index), pdf);
    }
};

QTEST_MAIN(TestPdfRelations)
#include "tst_pdf_relations.moc"
