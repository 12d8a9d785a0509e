// Old Excel workbooks (XLS) come in by way of LibreOffice, where it is installed, and are refused clearly where it
// makes nothing of them.
#include "run/documents.h"
#include "run/old_workbook.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace naru;

namespace {

// What LibreOffice writes of a small table with a formula, a day, and a text that is no number.
QByteArray oldWorkbook(const QTemporaryDir &folder)
{
    QFile csv(folder.filePath(u"order.csv"_s));
    const QByteArray text = "성명,사번,날짜,합\n이민수,영12,2026-07-29,=2+3\n";
    if (!csv.open(QIODevice::WriteOnly) || csv.write(text) != text.size())
        return {};
    csv.close();
    constexpr int restart = 81;
    for (int code = restart; code == restart;) {
        QProcess process;
        process.start(converterProgram(),
                      {u"-env:UserInstallation=file://"_s + folder.filePath(u"profile"_s), u"--headless"_s,
                       u"--infilter=CSV:44,34,76,1,,0,false,true,false,false"_s, u"--convert-to"_s,
                       u"xls:MS Excel 97"_s, u"--outdir"_s, folder.path(), csv.fileName()});
        if (!process.waitForFinished(90'000))
            return {};
        code = process.exitCode();
    }
    QFile xls(folder.filePath(u"order.xls"_s));
    return xls.open(QIODevice::ReadOnly) ? xls.readAll() : QByteArray();
}

} // namespace

class tst_OldWorkbook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWhatLibreOfficeConverts();
    void refusesWhatItCannotConvert();
    void stopsWhenItIsCancelled();
    void stopsWhenItTakesTooLong();

private:
    QTemporaryDir m_folder;
    QByteArray m_workbook;
};

void tst_OldWorkbook::initTestCase()
{
    if (converterProgram().isEmpty())
        QSKIP("LibreOffice is not here");
    m_workbook = oldWorkbook(m_folder);
    if (m_workbook.isEmpty())
        QSKIP("LibreOffice writes no old workbooks here");
    QVERIFY(m_workbook.startsWith("\xd0\xcf\x11\xe0"));
}

void tst_OldWorkbook::readsWhatLibreOfficeConverts()
{
    OpenDocument open = OpenDocument::fromBytes(m_workbook, u"order.xls"_s);
    const QString sha256 = open.sha256();

    const Result<Document> document = open.read();

    QVERIFY2(bool(document), document ? "" : qPrintable(document.error().text));
    const Table &table = *std::get<std::shared_ptr<Table>>(document->body.first());
    QStringList texts;
    for (const Cell &cell : table.cells)
        texts.append(cell.text);
    QCOMPARE(texts,
             (QStringList{u"성명"_s, u"사번"_s, u"날짜"_s, u"합"_s, u"이민수"_s, u"영12"_s, u"2026-07-29"_s, u"5"_s}));
    QCOMPARE(int(table.cells.at(6).value.kind), int(Value::Kind::Day));
    QCOMPARE(document->sha256, sha256); // of the file that came in
    QCOMPARE(document->diagnostics.size(), 1);
    QCOMPARE(document->diagnostics.first().code, u"xls.converted"_s);
}

void tst_OldWorkbook::refusesWhatItCannotConvert()
{
    const Result<Document> document = OpenDocument::fromBytes(m_workbook.first(1536), u"order.xls"_s).read();

    QVERIFY(!document);
    QCOMPARE(document.error().kind, Error::Kind::Invalid);
}

void tst_OldWorkbook::stopsWhenItIsCancelled()
{
    std::stop_source source;
    source.request_stop();

    const Result<QByteArray> converted = convertOldWorkbook(m_workbook, std::chrono::seconds(60), source.get_token());

    QVERIFY(!converted);
    QCOMPARE(converted.error().kind, Error::Kind::Cancelled);
}

void tst_OldWorkbook::stopsWhenItTakesTooLong()
{
    const Result<QByteArray> converted = convertOldWorkbook(m_workbook, std::chrono::milliseconds(1), {});

    QVERIFY(!converted);
    QCOMPARE(converted.error().code, u"reader.timeout"_s);
}

QTEST_GUILESS_MAIN(tst_OldWorkbook)
#include "tst_old_workbook.moc"
