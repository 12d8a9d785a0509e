// The files of scans: of every kind of pixels, of many pages, cut, hostile, or larger than any paper.
#include "support/scanned_page.h"

#include "run/formats.h"

#include <QGuiApplication>
#include <QTest>
#include <QtEndian>

#include <tiffio.h>

#include <QTemporaryDir>

using namespace naru;
using namespace naru::test;

namespace {

const Format *scans()
{
    static const Formats formats;
    return formats.byId(u"scan"_s);
}

enum class Ink { Bits, Grey, Colour, Cmyk, Alpha };

// A TIFF whose pages have a black bar at their top quarter.
QByteArray tiffFile(int pages, Ink ink, int width = 400, int height = 600, float dpi = 150)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"scan.tif"_s);
    TIFF *file = TIFFOpen(path.toLocal8Bit().constData(), "w");
    const int samples = ink == Ink::Colour ? 3 : ink == Ink::Cmyk || ink == Ink::Alpha ? 4 : 1;
    for (int page = 0; page < pages; ++page) {
        TIFFSetField(file, TIFFTAG_IMAGEWIDTH, uint32_t(width));
        TIFFSetField(file, TIFFTAG_IMAGELENGTH, uint32_t(height));
        TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, ink == Ink::Bits ? 1 : 8);
        TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, samples);
        TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 16);
        TIFFSetField(file, TIFFTAG_COMPRESSION, ink == Ink::Bits ? COMPRESSION_CCITTFAX4 : COMPRESSION_LZW);
        TIFFSetField(file, TIFFTAG_PHOTOMETRIC,
                     ink == Ink::Bits       ? PHOTOMETRIC_MINISWHITE
                         : ink == Ink::Grey ? PHOTOMETRIC_MINISBLACK
                         : ink == Ink::Cmyk ? PHOTOMETRIC_SEPARATED
                                            : PHOTOMETRIC_RGB);
        const uint16_t extra = EXTRASAMPLE_ASSOCALPHA;
        if (ink == Ink::Alpha)
            TIFFSetField(file, TIFFTAG_EXTRASAMPLES, 1, &extra);
        TIFFSetField(file, TIFFTAG_XRESOLUTION, dpi);
        TIFFSetField(file, TIFFTAG_YRESOLUTION, dpi);
        TIFFSetField(file, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
        for (int y = 0; y < height; ++y) {
            const bool isBar = y < height / 4;
            QByteArray row(ink == Ink::Bits ? (width + 7) / 8 : width * samples, '\0');
            if (ink == Ink::Bits || ink == Ink::Cmyk)
                row.fill(isBar ? char(0xFF) : char(0));
            else
                row.fill(isBar ? char(0) : char(0xFF));
            if (ink == Ink::Alpha)
                for (int x = 0; x < width; ++x) // black where it is opaque, nothing elsewhere
                    for (int i = 0; i < 4; ++i)
                        row[x * 4 + i] = i == 3 && isBar ? char(0xFF) : char(0);
            TIFFWriteScanline(file, row.data(), uint32_t(y), 0);
        }
        TIFFWriteDirectory(file);
    }
    TIFFClose(file);
    QFile written(path);
    return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
}

// The head of a picture says how large it is; what follows is small.
QByteArray jpegOfSize(quint16 width, quint16 height)
{
    QByteArray bytes = packed(QImage(16, 16, QImage::Format_Grayscale8), "JPEG");
    const qsizetype frame = bytes.indexOf("\xff\xc0");
    qToBigEndian(height, bytes.data() + frame + 5);
    qToBigEndian(width, bytes.data() + frame + 7);
    return bytes;
}

} // namespace

class TestOcrFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(scans(), "the plugin is not built"); }
    void readsEveryKindOfTiff_data();
    void readsEveryKindOfTiff();
    void countsThePagesOfATiff();
    void saysThatATiffIsCut();
    void refusesMorePagesThanTheLimit();
    void makesLargePagesSmaller();
    void takesPicturesWithoutAResolutionForSheets();
    void refusesPicturesThatNobodyCanHold_data();
    void refusesPicturesThatNobodyCanHold();
    void refusesPagesThatAreNotThere();
};

void TestOcrFiles::readsEveryKindOfTiff_data()
{
    QTest::addColumn<int>("ink");
    QTest::newRow("one bit") << int(Ink::Bits);
    QTest::newRow("grey") << int(Ink::Grey);
    QTest::newRow("colour") << int(Ink::Colour);
    QTest::newRow("CMYK") << int(Ink::Cmyk);
    QTest::newRow("alpha") << int(Ink::Alpha);
}

void TestOcrFiles::readsEveryKindOfTiff()
{
    QFETCH(const int, ink);
    const QByteArray bytes = tiffFile(1, Ink(ink));
    QVERIFY(scans()->recognises(bytes));

    const Result<QImage> picture = scans()->render(bytes, 1, 150);

    QVERIFY(picture);
    QCOMPARE(picture->size(), QSize(400, 600));
    QVERIFY(qGray(picture->pixel(200, 20)) < 60);
    QVERIFY(qGray(picture->pixel(200, 500)) > 230);
}

void TestOcrFiles::countsThePagesOfATiff()
{
    const Result<Document> document = scans()->read(tiffFile(3, Ink::Bits), {});

    QVERIFY(document);
    QCOMPARE(document->format, u"scan"_s);
    QCOMPARE(document->pages.size(), 3);
    QCOMPARE(document->pages.last().number, 3);
    QCOMPARE(document->pages.last().dpi, 150.0);
    QCOMPARE(document->pages.last().size, QSizeF(192, 288));
}

void TestOcrFiles::saysThatATiffIsCut()
{
    QByteArray bytes = tiffFile(2, Ink::Grey);
    bytes.chop(60); // the directory of the last page is at the end

    const Result<Document> document = scans()->read(bytes, {});

    QVERIFY(!document || document->pages.size() == 1 || document->diagnostics.first().code == u"truncated"_s);
    if (document)
        QVERIFY(scans()->render(bytes, 1, 150));
}

void TestOcrFiles::refusesMorePagesThanTheLimit()
{
    ReadLimits limits;
    limits.pages = 2;

    const Result<Document> document = scans()->read(tiffFile(4, Ink::Bits), limits);

    QVERIFY(!document);
    QCOMPARE(document.error().code, u"limit.pages"_s);
}

void TestOcrFiles::makesLargePagesSmaller()
{
    const QByteArray bytes = tiffFile(1, Ink::Bits, 9600, 6400, 600);

    const Result<QImage> picture = scans()->render(bytes, 1, 150);

    QVERIFY(picture);
    QCOMPARE(picture->size(), QSize(2400, 1600));
}

void TestOcrFiles::takesPicturesWithoutAResolutionForSheets()
{
    QImage photo(3000, 4000, QImage::Format_RGB32);
    photo.fill(Qt::white);
    photo.setDotsPerMeterX(2835); // 72 dpi, as cameras say
    photo.setDotsPerMeterY(2835);

    const Result<Document> document = scans()->read(packed(photo, "JPEG"), {});

    QVERIFY(document);
    QVERIFY(std::abs(document->pages.first().size.height() - 842) < 2);
}

void TestOcrFiles::refusesPicturesThatNobodyCanHold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("a JPEG of four thousand million pixels") << jpegOfSize(65'000, 65'000) << u"limit.pixels"_s;
    QTest::newRow("a JPEG without pixels") << jpegOfSize(0, 0) << u"scan.damaged"_s;
    QTest::newRow("a head alone") << QByteArray("\x89PNG\r\n\x1a\n") << u"scan.damaged"_s;
    QTest::newRow("a JPEG of noise") << QByteArray("\xff\xd8\xff") + QByteArray(500, '\x5a') << u"scan.damaged"_s;
    QTest::newRow("a TIFF of noise") << QByteArray("II*\0", 4) + QByteArray(500, '\x5a') << u"scan.damaged"_s;
}

void TestOcrFiles::refusesPicturesThatNobodyCanHold()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);

    const Result<Document> document = scans()->read(bytes, {});

    QVERIFY(!document);
    QCOMPARE(document.error().kind, Error::Kind::Invalid);
    QCOMPARE(document.error().code, code);
}

void TestOcrFiles::refusesPagesThatAreNotThere()
{
    const QByteArray bytes = tiffFile(1, Ink::Bits);

    QVERIFY(!scans()->render(bytes, 2, 150));
    QVERIFY(!scans()->render(bytes, 0, 150));
    QVERIFY(!scans()->render(bytes, 1, 0));
}

QTEST_MAIN(TestOcrFiles)
#include "tst_ocr_files.moc"
