// How long a HWP document of 600 paragraphs and 4,500 cells takes to read, and what comes beside it: the same as ODS.
// Prints processor time, one line for each figure; ends with 1 where one is above its bound. NARU_HWP may name files to
// read too.
#include "support/hwp_writer.h"

#include "run/formats.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>

using namespace naru;
using namespace naru::made;

namespace {

constexpr int paragraphs = 600;
constexpr int tables = 45;
constexpr int rows = 20;
constexpr int columns = 5;
constexpr int rounds = 9;
bool isFast = true;

double spent()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3
        + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

// The best of some rounds: what else runs on the machine is not measured.
template <typename Work> void measure(const char *name, double boundMs, Work work)
{
    double best = 1e9;
    for (int i = 0; i < rounds; ++i) {
        const double before = spent();
        if (!work()) {
            std::printf("%-44s failed\n", name);
            isFast = false;
            return;
        }
        best = std::min(best, spent() - before);
    }
    isFast = isFast && best <= boundMs;
    std::printf("%-44s %8.2f ms (bound %.0f)\n", name, best, boundMs);
}

// Tables of staff between paragraphs of text, a quarter of their cells of two lines.
QByteArray specimen()
{
    QByteArray section;
    int written = 0;
    for (int table = 0; table < tables; ++table) {
        for (; written < paragraphs * (table + 1) / tables; ++written)
            section += p(
                0,
                u"제%1조 이 규정은 지방공무원의 임용에 관한 사항을 정함을 목적으로 하며, 달리 정한 바가 없으면 이에 따른다."_s
                    .arg(written));
        QByteArray cells;
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                QByteArray text = p(2, u"정보화담당관 %1"_s.arg(row * columns + column));
                if (column == 0)
                    text += p(2, u"(겸임)"_s);
                cells += cell(2, row, column, text);
            }
        section += tableParagraph(0, rows, columns, cells);
    }
    return hwp(section);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Formats formats;
    const Format *format = formats.byId(u"hwp"_s);
    const Format *ods = formats.byId(u"ods"_s);
    const QByteArray bytes = specimen();
    const Result<Document> document = format ? format->read(bytes, {}) : Result<Document>(Error{});
    const Result<QByteArray> sheets = document && ods ? ods->write(*document) : Result<QByteArray>(Error{});
    if (!sheets) {
        std::printf("expected the plugins hwp and ods but one could not do its work\n");
        return 1;
    }
    std::printf("%d paragraphs, %d cells, %lld KB packed\n", paragraphs, tables * rows * columns, bytes.size() / 1024);
    measure("read HWP", 10, [&] { return bool(format->read(bytes, {})); });
    measure("write ODS", 60, [&] { return bool(ods->write(*document)); });
    measure("read ODS", 60, [&] { return bool(ods->read(*sheets, {})); });
    for (const QString &name : qEnvironmentVariable("NARU_HWP").split(u':', Qt::SkipEmptyParts)) {
        QFile sample(name);
        const QByteArray content = sample.open(QIODevice::ReadOnly) ? sample.readAll() : QByteArray();
        measure(qPrintable(name.section(u'/', -1)), 10, [&] { return bool(format->read(content, {})); });
    }
    return isFast ? 0 : 1;
}
