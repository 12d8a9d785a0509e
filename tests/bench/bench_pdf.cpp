// Milliseconds per page and peak memory for an order of 1,531 lines that we write ourselves.
#include "core/format.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPluginLoader>

#include <cstdio>
#include <sys/resource.h>

using namespace naru;

namespace {

std::shared_ptr<Table> order(int lines)
{
    const QStringList units{u"정보화담당관"_s, u"총무과"_s, u"상수도사업본부 급수운영과"_s, u"민원여권과"_s,
                            u"재정관리담당관"_s};
    auto table = std::make_shared<Table>();
    const QStringList head{u"연번"_s, u"소속"_s, u"직급"_s, u"성명"_s, u"발령사항"_s, u"비고"_s};
    table->rows = lines + 1;
    table->columns = int(head.size());
    for (int row = 0; row <= lines; ++row) {
        const QStringList texts = row == 0 ? head
                                           : QStringList{QString::number(row),
                                                         units[row % 5],
                                                         u"지방행정주사보"_s,
                                                         u"이 지 혜"_s,
                                                         units[row * 3 % 5] + u" 근무를 명함"_s,
                                                         row % 7 ? QString() : u"승진"_s};
        for (int column = 0; column < table->columns; ++column) {
            Cell cell;
            cell.row = row;
            cell.column = column;
            cell.header = row == 0;
            cell.text = texts[column];
            table->cells.append(cell);
        }
    }
    return table;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QPluginLoader loader(qEnvironmentVariable("NARU_PLUGINS") + u"/pdf.so"_s);
    const Format *format = qobject_cast<Format *>(loader.instance());
    if (!format) {
        std::fprintf(stderr, "expected the plugin in NARU_PLUGINS but %s\n", qPrintable(loader.errorString()));
        return 1;
    }
    Document document;
    document.body.append(order(1531));
    QElapsedTimer timer;
    timer.start();
    const Result<QByteArray> bytes = format->write(document);
    const qint64 writing = timer.restart();
    const Result<Document> back = bytes ? format->read(*bytes, {}) : Result<Document>(bytes.error());
    const qint64 reading = timer.elapsed();
    if (!back) {
        std::fprintf(stderr, "%s\n", qPrintable(back.error().text));
        return 1;
    }
    const auto *table = back->body.isEmpty() ? nullptr : std::get_if<std::shared_ptr<Table>>(&back->body.first());
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("pdf: %lld KB, %lld pages, %d rows read back of 1532\n", (long long)bytes->size() / 1024,
                (long long)back->pages.size(), table ? (*table)->rows : 0);
    std::printf("pdf: written in %lld ms, read in %lld ms, %.1f ms a page (≤ 35)\n", (long long)writing,
                (long long)reading, double(reading) / double(back->pages.size()));
    std::printf("pdf: peak memory %ld MB (≤ 200)\n", usage.ru_maxrss / 1024);
    return table && (*table)->rows == 1532 ? 0 : 1;
}
