// How well and how fast scans are read: cells exactly right and the letters wrong in running text, by font, quality, and
// resolution; processor time for a page of 200 cells and a page of text; how much two processes gain with sixty pages.
#include "support/scanned_page.h"

#include "core/page_reader.h"
#include "run/documents.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPluginLoader>

#include <cstdio>
#include <sys/resource.h>

using namespace naru;
using namespace naru::test;

namespace {

struct Tally {
    int cells = 0;
    int right = 0;
    int doubted = 0;
    int wrongDoubted = 0;
    int wrong() const { return cells - right; }
    void add(const Tally &other)
    {
        cells += other.cells;
        right += other.right;
        doubted += other.doubted;
        wrongDoubted += other.wrongDoubted;
    }
};

double processorSeconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
        + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

const Table *tableIn(const Document &document)
{
    for (const Block &block : document.body)
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&block))
            return table->get();
    return nullptr;
}

Tally tally(const DrawnTable &drawn, const Document &document, bool tell)
{
    Tally sum;
    const Table *table = tableIn(document);
    for (int row = 0; row < drawn.texts.size(); ++row)
        for (int column = 0; column < drawn.texts[row].size(); ++column) {
            if (column == 6 && row > 8 && row < 12)
                continue;
            ++sum.cells;
            const Cell *cell = nullptr;
            if (table && table->rows == drawn.texts.size() && table->columns == 7)
                for (const Cell &one : table->cells)
                    if (one.row == row && one.column == column)
                        cell = &one;
            const bool isRight = cell && solid(cell->text) == solid(drawn.texts[row][column]);
            const bool isDoubted = cell && cell->place.confidence < 0.9;
            sum.right += isRight;
            sum.doubted += isDoubted;
            sum.wrongDoubted += isDoubted && !isRight;
            if (!isRight && tell && cell)
                std::printf("      %.1f  '%s' read as '%s'\n", 100 * cell->place.confidence,
                            qPrintable(drawn.texts[row][column]), qPrintable(cell->text));
        }
    if (tell && (!table || table->rows != drawn.texts.size() || table->columns != 7))
        std::printf("      grid %d x %d\n", table ? table->rows : 0, table ? table->columns : 0);
    return sum;
}

void measureTables(const PageReader &reader, unsigned seed, bool tell)
{
    Tally all;
    for (const int dpi : {300, 200, 150}) {
        Tally atDpi;
        const double start = processorSeconds();
        double drawing = 0;
        int pages = 0;
        for (const QString &font : scanFonts().mid(0, 3))
            for (const Quality &quality : {cleanScan(), officeScan(), poorScan()}) {
                const double before = processorSeconds();
                const DrawnTable drawn = tableSheet(font, seed + unsigned(pages));
                const QImage scan = scanned(drawn.sheet, dpi, quality, ++seed);
                drawing += processorSeconds() - before;
                const Result<Document> read = reader.readPicture(scan, {1, double(dpi), 1});
                const Tally one = read ? tally(drawn, *read, tell) : Tally{200, 0, 0, 0};
                std::printf("  table %d dpi %-6s %-18s %3d of %3d cells\n", dpi, quality.name, qPrintable(font), one.right,
                            one.cells);
                std::fflush(stdout);
                atDpi.add(one);
                ++pages;
            }
        std::printf("ocr: %d dpi: %.2f %% of %d cells, %.2f s CPU a page (≤ 3)\n", dpi,
                    100.0 * atDpi.right / atDpi.cells, atDpi.cells, (processorSeconds() - start - drawing) / pages);
        all.add(atDpi);
    }
    std::printf("ocr: below 90: %d of %d cells, with %d of the %d wrong ones (at least half)\n", all.doubted, all.cells,
                all.wrongDoubted, all.wrong());
}

void measureText(const PageReader &reader, unsigned seed, bool tell)
{
    for (const int dpi : {300, 200, 150})
        for (const Quality &quality : {cleanScan(), officeScan(), poorScan()})
            for (const QString &font : scanFonts().mid(0, 3)) {
                const DrawnText drawn = textSheet(font, ++seed);
                const QImage scan = scanned(drawn.sheet, dpi, quality, seed);
                const double start = processorSeconds();
                const Result<Document> read = reader.readPicture(scan, {1, double(dpi), 1});
                const double used = processorSeconds() - start;
                const QString want = solid(drawn.lines.join(QString()));
                const QString got = read ? solid(plainText(*read)) : QString();
                std::printf("ocr: text %d dpi %-6s %-18s CER %.2f %%, %.2f s CPU (≤ 2)\n", dpi, quality.name,
                            qPrintable(font), 100.0 * double(editDistance(want, got)) / double(want.size()), used);
                if (tell && read)
                    std::printf("%s\n", qPrintable(plainText(*read)));
                std::fflush(stdout);
            }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("OMP_THREAD_LIMIT", "1");
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const PageReader *reader = Formats().pageReader();
    if (!reader) {
        std::fprintf(stderr, "expected the plugin ocr in NARU_PLUGINS but it is not there\n");
        return 1;
    }
    const bool tell = arguments.contains(u"--tell"_s);
    if (!arguments.contains(u"text"_s))
        measureTables(*reader, 71'000, tell);
    if (!arguments.contains(u"tables"_s))
        measureText(*reader, 72'000, tell);
    return 0;
}
