// How fast, and in how much memory, a workbook of 100,000 rows and ten columns streams by. The reader runs in a process of
// its own, so that the figures are of the reader alone.
#include "core/format.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPluginLoader>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <xlsxwriter.h>

#include <sys/resource.h>

using namespace naru;

namespace {

constexpr int rows = 100'000;

// Days, times, names, numbers, numbers as text, flags, formulas, and two thirds of a column left empty.
void writeRow(lxw_worksheet *sheet, lxw_row_t row, lxw_format *day)
{
    const QByteArray number = QByteArray::number(20'000'000 + int(row));
    lxw_datetime date = {2026, int(row % 12) + 1, int(row % 28) + 1, 0, 0, 0};
    worksheet_write_string(sheet, row, 0, number.constData(), nullptr);
    worksheet_write_string(sheet, row, 1, u"홍길동%1"_s.arg(row % 5000).toUtf8().constData(), nullptr);
    worksheet_write_string(sheet, row, 2, row % 2 ? "정보화담당관" : "재정관리담당관", nullptr);
    worksheet_write_datetime(sheet, row, 3, &date, day);
    worksheet_write_number(sheet, row, 4, row * 1000, nullptr);
    worksheet_write_number(sheet, row, 5, row / 7.0, nullptr);
    worksheet_write_boolean(sheet, row, 6, row % 3 == 0, nullptr);
    worksheet_write_formula_num(sheet, row, 7, "=E1*2", nullptr, row * 2000);
    worksheet_write_string(sheet, row, 8, "0012", nullptr);
    if (row % 3 == 0)
        worksheet_write_string(sheet, row, 9, "이하 여백", nullptr);
}

void writeWorkbook(const QString &path, bool constantMemory)
{
    lxw_workbook_options options = {};
    options.constant_memory = constantMemory;
    lxw_workbook *workbook = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    lxw_format *day = workbook_add_format(workbook);
    format_set_num_format(day, "yyyy-mm-dd");
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Sheet1");
    for (int row = 0; row < rows; ++row)
        writeRow(sheet, lxw_row_t(row), day);
    workbook_close(workbook);
}

int readAlone(const QString &path)
{
    QPluginLoader loader(qEnvironmentVariable("NARU_PLUGINS", u"."_s) + u"/xlsx.so"_s);
    const auto *format = qobject_cast<Format *>(loader.instance());
    QFile file(path);
    if (!format || !file.open(QIODevice::ReadOnly))
        return 1;
    rusage before;
    getrusage(RUSAGE_SELF, &before);
    const QByteArray bytes = file.readAll();
    qint64 length = 0;
    const Result<int> cells = format->readCells(bytes, {}, [&length](const QString &, const StreamCell &cell) {
        length += cell.text.size();
        return true;
    });
    rusage after;
    getrusage(RUSAGE_SELF, &after);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    QTextStream(stdout) << (cells ? *cells : -1) << " cells, " << length << " characters, "
                        << QString::number(seconds(after.ru_utime) + seconds(after.ru_stime) - seconds(before.ru_utime)
                                               - seconds(before.ru_stime), 'f', 3)
                        << " s CPU, peak " << double(after.ru_maxrss) / 1024 << " MB (of these "
                        << double(before.ru_maxrss) / 1024 << " MB before reading, " << double(bytes.size()) / (1 << 20)
                        << " MB the file)\n";
    return cells ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"read"_s)
        return readAlone(arguments.value(2));
    if (arguments.value(1) == u"inline"_s || arguments.value(1) == u"shared"_s) {
        writeWorkbook(arguments.value(2), arguments.value(1) == u"inline"_s);
        return 0;
    }
    // Writing has a process of its own too: the peak of a process counts from the one that started it.
    const QTemporaryDir folder;
    bool good = folder.isValid();
    for (const QString &strings : {u"inline"_s, u"shared"_s}) {
        const QString path = folder.filePath(strings + u".xlsx"_s);
        QTextStream(stdout) << strings << " strings: " << Qt::flush;
        good = good && QProcess::execute(QCoreApplication::applicationFilePath(), {strings, path}) == 0
               && QProcess::execute(QCoreApplication::applicationFilePath(), {u"read"_s, path}) == 0;
    }
    return good ? 0 : 1;
}
