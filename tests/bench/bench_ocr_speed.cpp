// How fast scans are read, from the file to the Document: processor time for a table page of 200 cells and for a page of
// running text, what two cores gain with sixty pages, memory with three hundred pages and with a sheet in A0. The machine
// may be busy, and a processor that is shared is slower: Tesseract's own program reads the same text page for comparison.
//
//   bench_ocr_speed [pages] [sixty] [many] [a0]      (all of them where none is named)
#include "support/scan_file.h"
#include "support/scanned_page.h"

#include "core/page_reader.h"
#include "run/documents.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <limits>
#include <sys/resource.h>
#include <unistd.h>

using namespace naru;
using namespace naru::test;

namespace {

constexpr double dpi = 300;

double processorSeconds(int whose)
{
    rusage used{};
    getrusage(whose, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
        + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

// MiB of the largest process so far.
double peak(int whose)
{
    rusage used{};
    getrusage(whose, &used);
    return double(used.ru_maxrss) / 1024;
}

void print(const char *what, double measured, const char *unit, double goal)
{
    std::printf("ocr: %-58s %8.2f %-6s goal ≤ %6.2f  ratio %.2f\n", what, measured, unit, goal, measured / goal);
    std::fflush(stdout);
}

void printLoad()
{
    double load = 0;
    getloadavg(&load, 1);
    std::printf("ocr: load of the machine %.1f\n", load);
}

ScannedSheet sheetOf(const QImage &scan)
{
    return {packed(scan, "JPEG", 60), scan.size(), dpi};
}

QImage tablePage(unsigned seed, const Quality &quality = officeScan())
{
    return scanned(tableSheet(scanFonts().value(0), seed).sheet, dpi, quality, seed);
}

QImage textPage(unsigned seed, const Quality &quality = officeScan())
{
    return scanned(textSheet(scanFonts().value(0), seed).sheet, dpi, quality, seed);
}

double bestOfThree(const PageReader &reader, const QImage &scan)
{
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < 3; ++i) {
        const double before = processorSeconds(RUSAGE_SELF);
        if (!reader.readPicture(scan, {1, dpi, 1}))
            return 0;
        best = std::min(best, processorSeconds(RUSAGE_SELF) - before);
    }
    return best;
}

// The engine's program reads the same page as one block, with no more than that.
double engineAlone(const QImage &scan)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"page.jpg"_s);
    scan.save(path, "JPEG", 90);
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < 3; ++i) {
        const double before = processorSeconds(RUSAGE_CHILDREN);
        if (QProcess::execute(u"tesseract"_s, {path, folder.filePath(u"out"_s), u"-l"_s, u"kor"_s, u"--psm"_s, u"6"_s, u"quiet"_s}) != 0)
            return 0;
        best = std::min(best, processorSeconds(RUSAGE_CHILDREN) - before);
    }
    return best;
}

void measurePages(const PageReader &reader)
{
    const QImage text = textPage(9001);
    print("table page, 200 cells, 300 dpi: processor time", bestOfThree(reader, tablePage(9000)), "s", 3);
    const double own = bestOfThree(reader, text);
    print("page of running text, 300 dpi: processor time", own, "s", 2);
    if (const double engine = engineAlone(text); engine > 0)
        std::printf("ocr: tesseract --psm 6 alone on that text page: %.2f s; ours takes %.2f of that (on an idle machine "
                    "it takes 1.4–2.1 s)\n", engine, own / engine);
    printLoad();
}

struct Reading {
    double wall = 0;
    double processor = 0;
    qsizetype letters = 0;
};

Reading read(const QByteArray &file, int cores)
{
    ReadOptions options;
    options.cores = cores;
    const double before = processorSeconds(RUSAGE_CHILDREN);
    QElapsedTimer clock;
    clock.start();
    const Result<Document> document = OpenDocument::fromBytes(file, {}, options).read();
    const double wall = double(clock.elapsed()) / 1000;
    if (!document) {
        std::printf("ocr: not read: %s\n", qPrintable(document.error().text));
        return {};
    }
    for (const Diagnostic &one : document->diagnostics)
        std::printf("ocr: page %d: %s\n", one.page, qPrintable(one.text));
    return {wall, processorSeconds(RUSAGE_CHILDREN) - before, plainText(*document).size()};
}

QByteArray scanOf(int pages, const Quality &quality)
{
    QList<ScannedSheet> sheets;
    for (unsigned seed = 0; seed < 2; ++seed)
        sheets += {sheetOf(tablePage(9100 + seed, quality)), sheetOf(textPage(9200 + seed, quality))};
    QList<int> order;
    for (int page = 0; page < pages; ++page)
        order.append(page % int(sheets.size()));
    return scannedPdf(sheets, order);
}

void measureSixty()
{
    const QByteArray file = scanOf(60, officeScan());
    printLoad();
    const Reading one = read(file, 1);
    const Reading two = read(file, 2);
    printLoad();
    std::printf("ocr: 60 pages (%.0f MB): one core %.1f s, two cores %.1f s, %.2f and %.2f s CPU a page, %s text\n",
                double(file.size()) / 1e6, one.wall, two.wall, one.processor / 60, two.processor / 60,
                one.letters == two.letters ? "the same" : "ANOTHER");
    std::printf("ocr: speed-up with two cores %.2f (goal ≥ 1.7)\n", one.wall / std::max(0.01, two.wall));
}

void measureMany()
{
    const QByteArray file = scanOf(300, cleanScan()); // grain would make the file larger than may be read
    const Reading all = read(file, 2);
    std::printf("ocr: 300 pages (%.0f MB): %.0f s, %.2f s CPU a page\n", double(file.size()) / 1e6, all.wall, all.processor / 300);
    print("300 pages: largest reader process", peak(RUSAGE_CHILDREN), "MiB", 400);
    print("300 pages: this program, which holds the file", peak(RUSAGE_SELF), "MiB", 400);
    printLoad();
}

void measureA0()
{
    QImage bits(19'866, 28'087, QImage::Format_Mono);
    bits.fill(1);
    QPainter painter(&bits);
    painter.setFont(letters(scanFonts().value(1), 20));
    for (int line = 0; line < 40; ++line)
        painter.drawText(QPointF(1500, 2000 + 600 * line), u"도시계획 시설 결정 도면 제%1호 행정지원과"_s.arg(line));
    painter.end();
    const QByteArray file = pdfOfBits(bits, QSizeF(2384, 3370));
    const Reading a0 = read(file, 2);
    print("A0 at 600 dpi: processor time", a0.processor, "s", 60);
    print("A0 at 600 dpi: largest reader process", peak(RUSAGE_CHILDREN), "MiB", 1024);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // OpenMP looks at it before main() begins.
    if (qgetenv("OMP_THREAD_LIMIT") != "1" && qputenv("OMP_THREAD_LIMIT", "1"))
        execv("/proc/self/exe", argv);
    QGuiApplication application(argc, argv);
    const QStringList named = QGuiApplication::arguments().mid(1);
    const Formats formats;
    const PageReader *reader = formats.pageReader();
    if (!reader) {
        std::fprintf(stderr, "expected the plugin ocr in NARU_PLUGINS but it is not there\n");
        return 1;
    }
    const auto isWanted = [&named](const QString &part) { return named.isEmpty() || named.contains(part); };
    if (isWanted(u"pages"_s))
        measurePages(*reader);
    if (isWanted(u"sixty"_s))
        measureSixty();
    if (isWanted(u"many"_s))
        measureMany();
    if (isWanted(u"a0"_s))
        measureA0();
    return 0;
}
