// Scans from end to end, with the real reader processes: whatever the file is, it costs an answer that a person
// understands; a reading that is stopped keeps its pages.
#include "support/program.h"
#include "support/scan_file.h"
#include "support/scanned_page.h"

#include "run/documents.h"
#include "run/words.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <pty.h>
#include <sys/resource.h>
#include <tiffio.h>

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace naru;
using namespace naru::test;

namespace {

constexpr int a0Width = 19'866; // at 600 dpi
constexpr int a0Height = 28'087;

// A small page with three lines, fast to be drawn and read.
ScannedSheet notice(int number)
{
    QImage sheet = blankSheet(120, 60);
    QPainter painter(&sheet);
    painter.setFont(letters(u"NanumGothic"_s, 13));
    painter.drawText(QPointF(dots(30), dots(50)), u"제%1호 행정지원과 알림"_s.arg(number));
    painter.drawText(QPointF(dots(30), dots(80)), u"민원실 운영 시간을 알려 드립니다."_s);
    painter.end();
    const QImage scan = scanned(sheet, 150, cleanScan(), unsigned(number));
    return {packed(scan, "JPEG", 85), scan.size(), 150};
}

QByteArray notices(int pages)
{
    QList<int> order;
    for (int page = 0; page < pages; ++page)
        order.append(page % 2);
    return scannedPdf({notice(1), notice(2)}, order);
}

QByteArray whole(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Black and white, with the letters of `text` at its top left, as one strip.
QByteArray scannedTiff(int width, int height, float dpi, const QImage &text = {})
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"scan.tif"_s);
    TIFF *file = TIFFOpen(path.toLocal8Bit().constData(), "w");
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, uint32_t(width));
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, uint32_t(height));
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, uint32_t(height));
    TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(file, TIFFTAG_XRESOLUTION, dpi);
    TIFFSetField(file, TIFFTAG_YRESOLUTION, dpi);
    const QImage bits = text.convertToFormat(QImage::Format_Mono);
    for (int y = 0; y < height; ++y) {
        QByteArray line((width + 7) / 8, '\0');
        for (int x = 0; y < bits.height() && x < bits.width(); ++x)
            if (qGray(text.pixel(x, y)) < 128)
                line[x / 8] = char(uchar(line[x / 8]) | uchar(0x80 >> x % 8));
        TIFFWriteScanline(file, line.data(), uint32_t(y), 0);
    }
    TIFFClose(file);
    return whole(path);
}

// The rational number of the resolution, which libtiff itself would not write so.
QByteArray withResolution(QByteArray tiff, quint32 dots, quint32 inches)
{
    const QByteArray written("\x96\0\0\0\x01\0\0\0", 8); // 150/1
    QByteArray odd(8, '\0');
    qToLittleEndian(dots, odd.data());
    qToLittleEndian(inches, odd.data() + 4);
    return tiff.replace(written, odd);
}

QImage titleOfPlan()
{
    QImage sheet(4000, 1000, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.setFont(letters(u"NanumGothic"_s, 16));
    painter.drawText(QPointF(600, 700), u"도시계획 도면 제1호"_s);
    return sheet;
}

QByteArray whitePdf(int width, int height)
{
    QImage bits(width, height, QImage::Format_Mono);
    bits.fill(1);
    return pdfOfBits(bits, QSizeF(2384, 3370)); // A0
}

// The head of the JPEG says how large it is; what follows is small.
QByteArray jpegThatClaims(quint16 width, quint16 height)
{
    QByteArray bytes = packed(QImage(16, 16, QImage::Format_Grayscale8), "JPEG");
    const qsizetype frame = bytes.indexOf("\xff\xc0");
    qToBigEndian(height, bytes.data() + frame + 5);
    qToBigEndian(width, bytes.data() + frame + 7);
    return bytes;
}

QByteArray emptySheet(int dotsPerMeter)
{
    QImage sheet(1240, 1754, QImage::Format_Grayscale8);
    sheet.fill(250);
    sheet.setDotsPerMeterX(dotsPerMeter);
    sheet.setDotsPerMeterY(dotsPerMeter);
    return packed(sheet);
}

QByteArray endlessTiff()
{
    QByteArray bytes = scannedTiff(400, 600, 150);
    const quint32 directory = qFromLittleEndian<quint32>(bytes.constData() + 4);
    const quint16 entries = qFromLittleEndian<quint16>(bytes.constData() + directory);
    qToLittleEndian(directory, bytes.data() + directory + 2 + 12 * entries); // the next one is the same
    return bytes;
}

} // namespace

class TestScans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersWhateverTheFileIs_data();
    void answersWhateverTheFileIs();
    void readsAPlanInA0();
    void staysWithinItsMemory();
    void keepsThePagesThatAreReadWhenItIsStopped();
    void stopsBeforeItBegins();
    void showsItsProgressAndKeepsItsPagesOnCtrlC_data();
    void showsItsProgressAndKeepsItsPagesOnCtrlC();
    void namesRangesOfPages_data();
    void namesRangesOfPages();
};

void TestScans::answersWhateverTheFileIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error"); // its code; empty where the document is read
    QTest::addColumn<QString>("diagnostic"); // the code of one; empty where there is none
    const QByteArray page = scannedTiff(400, 600, 150);
    QVERIFY(page != withResolution(page, 300, 0));
    QTest::newRow("an empty page") << emptySheet(5906) << QString() << QString();
    QTest::newRow("no resolution") << emptySheet(0) << QString() << QString();
    QTest::newRow("one dot for each metre") << emptySheet(1) << QString() << QString();
    QTest::newRow("a million dots for each inch") << emptySheet(39'370'079) << QString() << QString();
    QTest::newRow("no dots for no inches") << withResolution(page, 0, 0) << QString() << QString();
    QTest::newRow("endless dots for each inch") << withResolution(page, 300, 0) << QString() << QString();
    QTest::newRow("A0 at 600 dpi in a PDF") << whitePdf(a0Width, a0Height) << QString() << u"limit.coarse"_s;
    QTest::newRow("a JPEG bomb") << jpegThatClaims(65'000, 65'000) << u"limit.pixels"_s << QString();
    QTest::newRow("a JPEG whose pixels are missing") << jpegThatClaims(6'000, 8'000) << QString() << u"?"_s;
    QTest::newRow("a TIFF without its end") << page.first(page.size() / 3) << u"scan.damaged"_s << QString();
    QTest::newRow("a TIFF without end") << endlessTiff() << QString() << u"?"_s;
    QTest::newRow("a PDF of ten thousand pictures") << scannedPdf({{packed(QImage(8, 8, QImage::Format_RGB32), "JPEG"), {8, 8}, 72}}, QList<int>(10'000, 0))
                                                    << u"limit.pages"_s << QString();
}

void TestScans::answersWhateverTheFileIs()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, error);
    QFETCH(const QString, diagnostic);

    const Result<Document> read = OpenDocument::fromBytes(bytes, {}).read();

    QCOMPARE(read ? QString() : read.error().code, error);
    if (!read) {
        QVERIFY(!run::sentence(read.error()).isEmpty());
        return;
    }
    QStringList codes;
    for (const Diagnostic &one : read->diagnostics)
        codes.append(one.code);
    if (diagnostic.isEmpty())
        QCOMPARE(codes, QStringList());
    else if (diagnostic != u"?"_s) // odd, but of no meaning that could be told beforehand
        QVERIFY2(codes.contains(diagnostic), qPrintable(codes.join(u' ')));
    QVERIFY(!read->pages.isEmpty());
}

void TestScans::readsAPlanInA0()
{
    const Result<Document> read = OpenDocument::fromBytes(scannedTiff(a0Width, a0Height, 600, titleOfPlan()), {}).read();

    QVERIFY2(bool(read), read ? "" : qPrintable(read.error().text));
    QVERIFY2(solid(plainText(*read)).contains(u"도시계획"_s), qPrintable(plainText(*read)));
    QCOMPARE(read->diagnostics.size(), 1);
    QCOMPARE(read->diagnostics.first().code, u"limit.coarse"_s);
    const Box box = *std::get<Paragraph>(read->body.first()).place.box;
    QVERIFY2(std::abs(box.left - 600 * 0.12) < 12, qPrintable(QString::number(box.left))); // points of the whole sheet
}

// The pages above are the largest that may be.
void TestScans::staysWithinItsMemory()
{
    rusage readers{};
    getrusage(RUSAGE_CHILDREN, &readers);

    qInfo() << "largest reader process:" << readers.ru_maxrss / 1024 << "MiB";
    QVERIFY(readers.ru_maxrss < 1024 * 1024);
}

void TestScans::keepsThePagesThatAreReadWhenItIsStopped()
{
    OpenDocument document = OpenDocument::fromBytes(notices(6), {});

    const Result<ReadSoFar> stopped = document.readWatched([](int done, int) { return done < 1; });

    QVERIFY2(bool(stopped), stopped ? "" : qPrintable(stopped.error().text));
    QVERIFY(!stopped->isWhole);
    QCOMPARE(stopped->document.pages.size(), 6);
    QVERIFY(solid(plainText(stopped->document)).contains(u"행정지원과"_s));
    const Diagnostic &missing = stopped->document.diagnostics.last();
    QCOMPARE(missing.code, u"unread.rest"_s);
    QVERIFY2(missing.text.endsWith(u'6'), qPrintable(missing.text));

    int first = -1;
    const Result<ReadSoFar> gone = document.readWatched([&first](int done, int) {
        first = first < 0 ? done : first;
        return true;
    });

    QVERIFY(gone && gone->isWhole);
    QVERIFY(first >= 1); // what was read is not read again
    QCOMPARE(gone->document.diagnostics.size(), 0);
    QCOMPARE(solid(plainText(gone->document)).count(u"행정지원과"_s), 6);
}

void TestScans::stopsBeforeItBegins()
{
    const Result<ReadSoFar> stopped = OpenDocument::fromBytes(notices(1), {}).readWatched([](int, int) { return false; });

    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
}

void TestScans::showsItsProgressAndKeepsItsPagesOnCtrlC_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("progress");
    QTest::addColumn<QString>("words");
    QTest::newRow("English") << u"en_US.UTF-8"_s << u"Reading "_s << u"Reading was stopped."_s;
    QTest::newRow("Korean") << u"ko_KR.UTF-8"_s << u"읽는 중 "_s << u"읽기를 멈추었습니다."_s;
}

void TestScans::showsItsProgressAndKeepsItsPagesOnCtrlC()
{
    QFETCH(const QString, language);
    QFETCH(const QString, progress);
    QFETCH(const QString, words);
    const QTemporaryDir folder;
    QFile scan(folder.filePath(u"scan.pdf"_s));
    QVERIFY(scan.open(QIODevice::WriteOnly) && scan.write(notices(40)) > 0);
    scan.close();
    int terminal = -1;
    int other = -1;
    QCOMPARE(openpty(&terminal, &other, nullptr, nullptr, nullptr), 0);
    QProcess naru;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, language);
    environment.insert(u"LANGUAGE"_s, QString());
    naru.setProcessEnvironment(environment);
    naru.setStandardErrorFile(QString::fromLocal8Bit(ttyname(other)));
    const QString out = folder.filePath(u"out.txt"_s);

    naru.start(qEnvironmentVariable("NARU_BIN") + u"/naru"_s, {u"document"_s, u"convert"_s, scan.fileName(), u"--out"_s, out});
    QByteArray said;
    const auto listen = [&](const auto &isEnough) {
        QElapsedTimer since;
        since.start();
        while (!isEnough() && since.elapsed() < 120'000) {
            pollfd ready{terminal, POLLIN, 0};
            std::array<char, 4096> some{};
            if (poll(&ready, 1, 100) > 0)
                if (const ssize_t count = ::read(terminal, some.data(), some.size()); count > 0)
                    said.append(some.data(), count);
            naru.waitForFinished(1);
        }
    };
    const QRegularExpression pages(QRegularExpression::escape(progress) + u"[1-9][0-9]*/40"_s);
    listen([&] { return pages.match(QString::fromUtf8(said)).hasMatch() || naru.state() == QProcess::NotRunning; });
    QVERIFY2(pages.match(QString::fromUtf8(said)).hasMatch(), said.constData());
    ::kill(pid_t(naru.processId()), SIGINT);
    listen([&] { return naru.state() == QProcess::NotRunning; });
    int looks = 0;
    listen([&looks] { return ++looks > 5; }); // what the terminal still holds
    ::close(terminal);
    ::close(other);

    QCOMPARE(naru.exitStatus(), QProcess::NormalExit);
    QCOMPARE(naru.exitCode(), 1);
    const QString messages = QString::fromUtf8(said);
    QVERIFY2(messages.contains(words) && messages.contains(u"–40"_s), qPrintable(messages));
    QVERIFY(!QFile::exists(out));
    QVERIFY(solid(QString::fromUtf8(whole(folder.filePath(u"out.part.txt"_s)))).contains(u"행정지원과"_s));
}

void TestScans::namesRangesOfPages_data()
{
    QTest::addColumn<QList<int>>("pages");
    QTest::addColumn<QString>("ranges");
    QTest::newRow("none") << QList<int>() << QString();
    QTest::newRow("one") << QList<int>{4} << u"4"_s;
    QTest::newRow("two in a row") << QList<int>{4, 5} << u"4–5"_s;
    QTest::newRow("some") << QList<int>{1, 3, 4, 5, 9} << u"1, 3–5, 9"_s;
}

void TestScans::namesRangesOfPages()
{
    QFETCH(const QList<int>, pages);
    QFETCH(const QString, ranges);

    QCOMPARE(rangesOf(pages), ranges);
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    TestScans test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scans.moc"
