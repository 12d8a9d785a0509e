// How long the order of a whole city takes as HWPX: written, read in this process, and read through the reader process;
// and a form of 1.9 MB: its fields read, and some of them filled.
// Prints processor time, the reader's included, one line for each figure; ends with 1 where one is above its bound.
// NARU_HWPX may name files to read too.
#include "run/document_stream.h"
#include "run/documents.h"

#include "core/zip_archive.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>

using namespace naru;

namespace {

constexpr int rows = 1531;
constexpr int rounds = 7;
bool isFast = true;

// Of this process and of the readers that have ended, in milliseconds.
double spent()
{
    double sum = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage used{};
        getrusage(who, &used);
        sum += double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3;
        sum += double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
    }
    return sum;
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
    std::printf("%-44s %8.1f ms (bound %.0f)\n", name, best, boundMs);
}

Document order()
{
    const QStringList head{u"연번"_s,     u"사번"_s,     u"성명"_s,     u"현소속"_s,   u"현직위"_s, u"현직급"_s,
                           u"발령소속"_s, u"발령직위"_s, u"발령직급"_s, u"발령사항"_s, u"비고"_s};
    auto table = std::make_shared<Table>();
    table->rows = rows + 1;
    table->columns = int(head.size());
    for (int row = 0; row <= rows; ++row)
        for (int column = 0; column < table->columns; ++column) {
            Cell cell;
            cell.row = row;
            cell.column = column;
            cell.header = row == 0;
            cell.text = row == 0               ? head[column]
                : column == 0                  ? QString::number(row)
                : column == 1                  ? QString::number(20'110'000 + row * 37)
                : column == 2                  ? QString(QChar(0xAC00 + row * 7 % 11172)) + u"민수"_s
                : column == table->columns - 1 ? QString()
                                               : head[column] + QString::number(row * column % 97);
            table->cells.append(cell);
        }
    Document document;
    document.title = u"인사발령 통지"_s;
    document.body = {Paragraph{document.title, u"title"_s, {}}, table};
    return document;
}

// A form whose section has 1.9 MB of XML: a table with a named cell in every row.
Document bigForm()
{
    Document document = order();
    auto table = std::make_shared<Table>(*std::get<std::shared_ptr<Table>>(document.body.last()));
    table->rows = 296;
    table->cells.removeIf([&](const Cell &cell) { return cell.row >= table->rows; });
    for (Cell &cell : table->cells)
        if (cell.column == 2)
            cell.fieldName = u"성명%1"_s.arg(cell.row);
    document.body.last() = table;
    return document;
}

void measureForm(const Formats &formats, const Format &format)
{
    const Result<QByteArray> form = format.write(bigForm());
    const FormTemplate *filler = form ? formats.formTemplate(*form) : nullptr;
    const Result<ZipReader> zip = form ? ZipReader::open(*form) : Result<ZipReader>(form.error());
    const Result<QByteArray> section = zip ? zip->read(u"Contents/section0.xml"_s) : Result<QByteArray>(zip.error());
    if (!filler || !section) {
        std::printf("expected a form but it could not be made\n");
        isFast = false;
        return;
    }
    std::printf("form of %lld KB, %lld KB packed\n", section->size() / 1024, form->size() / 1024);
    FormFilling filling;
    for (int i = 1; i <= 20; ++i)
        filling.entries.append({u"성명%1"_s.arg(i * 10), {u"이민수"_s}});
    measure("fields of the form", 50, [&] { return bool(filler->fields(*form, {})); });
    measure("fill twenty of them", 50, [&] { return bool(filler->fill(*form, filling, {})); });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Formats formats;
    const Format *format = formats.byId(u"hwpx"_s);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"order.hwpx"_s);
    const Document document = order();
    if (!format || !writeDocument(document, path, formats)) {
        std::printf("expected the plugin hwpx but it could not write\n");
        return 1;
    }
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QByteArray carried = toBytes(document);
    std::printf("%d rows, %lld cells, %lld KB packed, %lld KB between the processes\n", rows,
                std::get<std::shared_ptr<Table>>(document.body.last())->cells.size(), bytes.size() / 1024,
                carried.size() / 1024);
    measure("write", 250, [&] { return bool(format->write(document)); });
    measure("read, in this process", 350, [&] { return bool(format->read(bytes, {})); });
    measure("carry to the other process", 40, [&] { return bool(documentFromBytes(toBytes(document))); });
    measure("read, through the reader process", 450, [&] { return bool(readDocument(path)); });
    measure("start the reader and refuse", 60, [&] { return !OpenDocument::fromBytes("II*", u"x"_s).read(); });
    measureForm(formats, *format);
    for (const QString &name : qEnvironmentVariable("NARU_HWPX").split(u':', Qt::SkipEmptyParts)) {
        QFile sample(name);
        const QByteArray content = sample.open(QIODevice::ReadOnly) ? sample.readAll() : QByteArray();
        measure(qPrintable(name.section(u'/', -1)), 50, [&] { return bool(format->read(content, {})); });
    }
    return isFast ? 0 : 1;
}
