// PDFs that are damaged, closed, endless, or without text: an answer, never a crash.
#include "pdf_sheets.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

using namespace naru;
using namespace naru::pdf_sheets;

class TestPdfBadInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsAPdfByItsContent_data();
    void knowsAPdfByItsContent();
    void refusesWhatIsNoPdf_data();
    void refusesWhatIsNoPdf();
    void refusesAPasswordAndOpensWithoutOne_data();
    void refusesAPasswordAndOpensWithoutOne();
    void survivesEveryCut_data();
    void survivesEveryCut();
    void survivesFlippedBytes();
    void refusesTwentyThousandPagesAtOnce();
    void refusesMoreThanTheLimits();
    void saysThatOutlinesNeedOcr();
    void saysThatAPictureNeedsOcr();
    void saysNothingOfAnEmptyPage();
    void saysThatFontsHaveNoMeaning();

private:
    static QByteArray order();
};

QByteArray TestPdfBadInput::order()
{
    Paper paper;
    drawTable(paper, Rules::All, 60, Texts{head} + orderRows(1, 30));
    paper.newPage();
    drawTable(paper, Rules::All, 60, Texts{head} + orderRows(31, 30));
    return paper.finish();
}

void TestPdfBadInput::knowsAPdfByItsContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isPdf");
    QTest::newRow("a PDF") << order() << true;
    QTest::newRow("with a mark before it") << QByteArray("\xEF\xBB\xBF") + order() << true;
    QTest::newRow("a zip") << QByteArray("PK\x03\x04 %PD") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("far down") << QByteArray(2000, ' ') + "%PDF-1.7" << false;
}

void TestPdfBadInput::knowsAPdfByItsContent()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isPdf);

    QCOMPARE(format().recognises(bytes), isPdf);
}

void TestPdfBadInput::refusesWhatIsNoPdf_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("소속,성명\n");
    QTest::newRow("a head alone") << QByteArray("%PDF-1.7\n%%EOF\n");
    QTest::newRow("a head and noise") << QByteArray("%PDF-1.4\n") + QByteArray(5000, '\x91');
}

void TestPdfBadInput::refusesWhatIsNoPdf()
{
    QFETCH(const QByteArray, bytes);

    const Result<Document> document = format().read(bytes, {});

    QVERIFY(!document);
    QCOMPARE(document.error().kind, Error::Kind::Invalid);
    QCOMPARE(document.error().code, u"pdf.damaged"_s);
}

void TestPdfBadInput::refusesAPasswordAndOpensWithoutOne_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("code");
    QTest::newRow("a password to open") << u"secret"_s << u"pdf.encrypted"_s;
    QTest::newRow("a password to change only") << QString() << QString();
}

void TestPdfBadInput::refusesAPasswordAndOpensWithoutOne()
{
    QFETCH(const QString, user);
    QFETCH(const QString, code);
    const QByteArray bytes = throughQpdf(order(), {u"--encrypt"_s, user, u"owner"_s, u"256"_s, u"--"_s});
    QVERIFY(!bytes.isEmpty());

    const Result<Document> document = format().read(bytes, {});

    QCOMPARE(document ? QString() : document.error().code, code);
    if (document)
        QCOMPARE(tablesOf(*document).size(), 1);
}

void TestPdfBadInput::survivesEveryCut_data()
{
    QTest::addColumn<int>("twentieths");
    for (int i = 1; i < 20; ++i)
        QTest::addRow("%d/20", i) << i;
}

void TestPdfBadInput::survivesEveryCut()
{
    QFETCH(const int, twentieths);
    const QByteArray whole = order();
    const QByteArray bytes = whole.first(whole.size() * twentieths / 20);

    const Result<Document> document = format().read(bytes, {});

    if (!document) {
        QCOMPARE(document.error().code, u"pdf.damaged"_s);
        return;
    }
    QVERIFY(!document->diagnostics.isEmpty());
    QCOMPARE(document->diagnostics.first().code, u"truncated"_s);
}

void TestPdfBadInput::survivesFlippedBytes()
{
    QLoggingCategory::setFilterRules(u"default.debug=false"_s); // poppler mentions every broken font
    const QByteArray whole = order();
    quint32 state = 1;
    for (int i = 0; i < 150; ++i) {
        QByteArray bytes = whole;
        for (int k = 0; k < 8; ++k) {
            state = state * 1664525 + 1013904223;
            bytes[qsizetype(state % quint32(bytes.size()))] = char(state >> 24);
        }

        const Result<Document> document = format().read(bytes, {});

        QVERIFY(document || !document.error().code.isEmpty());
    }
}

void TestPdfBadInput::refusesTwentyThousandPagesAtOnce()
{
    constexpr int pages = 20'000;
    QByteArray bytes = "%PDF-1.4\n";
    QByteArray table = "xref\n0 " + QByteArray::number(pages + 3) + "\n0000000000 65535 f \n";
    const auto add = [&bytes, &table](int number, const QByteArray &object) {
        table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
        bytes += QByteArray::number(number) + " 0 obj" + object + "endobj\n";
    };
    QByteArray kids;
    for (int i = 0; i < pages; ++i)
        kids += QByteArray::number(i + 3) + " 0 R ";
    add(1, "<</Type/Catalog/Pages 2 0 R>>");
    add(2, "<</Type/Pages/Count " + QByteArray::number(pages) + "/Kids[" + kids + "]>>");
    for (int i = 0; i < pages; ++i)
        add(i + 3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
    const QByteArray start = QByteArray::number(bytes.size());
    bytes +=
        table + "trailer<</Root 1 0 R/Size " + QByteArray::number(pages + 3) + ">>\nstartxref\n" + start + "\n%%EOF\n";
    QElapsedTimer timer;
    timer.start();

    const Result<Document> document = format().read(bytes, {});

    QVERIFY(!document);
    QCOMPARE(document.error().code, u"limit.pages"_s);
    QVERIFY(timer.elapsed() < 2000);
}

void TestPdfBadInput::refusesMoreThanTheLimits()
{
    ReadLimits cells;
    cells.cells = 200;
    ReadLimits bytes;
    bytes.bytes = 1000;

    const Result<Document> tooManyCells = format().read(order(), cells);
    const Result<Document> tooLarge = format().read(order(), bytes);

    QVERIFY(!tooManyCells && !tooLarge);
    QCOMPARE(tooManyCells.error().code, u"limit.cells"_s);
    QCOMPARE(tooLarge.error().code, u"limit.bytes"_s);
}

void TestPdfBadInput::saysThatOutlinesNeedOcr()
{
    Paper paper;
    paper.text(60, 100, u"첫 쪽은 글이다"_s);
    paper.newPage();
    QPainterPath path;
    QFont font(u"NanumMyeongjo"_s);
    font.setPixelSize(12);
    path.addText(60, 100, font, u"둘째 쪽은 글자의 외곽선이다"_s);
    paper.painter().fillPath(path, Qt::black);

    const Document document = read(paper.finish());

    QCOMPARE(paragraphsOf(document), QStringList{u"첫 쪽은 글이다"_s});
    QCOMPARE(document.diagnostics.size(), 1);
    QCOMPARE(document.diagnostics.first().code, u"curves"_s);
    QCOMPARE(document.diagnostics.first().page, 2);
}

void TestPdfBadInput::saysThatAPictureNeedsOcr()
{
    Paper paper;
    QImage scan(200, 300, QImage::Format_Grayscale8);
    scan.fill(Qt::lightGray);
    paper.painter().drawImage(QRectF(0, 0, 595, 842), scan);

    const Document document = read(paper.finish());

    QVERIFY(document.body.isEmpty());
    QCOMPARE(document.diagnostics.size(), 1);
    QCOMPARE(document.diagnostics.first().code, u"curves"_s);
}

void TestPdfBadInput::saysNothingOfAnEmptyPage()
{
    Paper paper;

    const Document document = read(paper.finish());

    QCOMPARE(document.pages.size(), 1);
    QVERIFY(document.body.isEmpty());
    QVERIFY(document.diagnostics.isEmpty());
}

void TestPdfBadInput::saysThatFontsHaveNoMeaning()
{
    // Without its ToUnicode table a subset font has only glyph numbers.
    const QByteArray plain = throughQpdf(order(), {u"--qdf"_s, u"--object-streams=disable"_s});
    QByteArray bytes = plain;
    bytes.replace("/ToUnicode", "/NoUnicode");
    QVERIFY(bytes != plain);

    const Document document = read(bytes);

    QVERIFY(!document.diagnostics.isEmpty());
    QCOMPARE(document.diagnostics.first().code, u"fonts"_s);
}

QTEST_MAIN(TestPdfBadInput)
#include "tst_pdf_bad_input.moc"
