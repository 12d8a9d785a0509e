// A libFuzzer target: any bytes must come back as a document or as an Invalid error, within the limits, and what was
// read must be sound: cells inside of their grid. Where the format is a form's, the form is filled too, and what was
// filled must still be read. With NARU_SEEDS=FOLDER the target writes seeds there, made by the product's own writer.
#include FUZZ_HEADER

#include "core/form_template.h"
#include "core/zip_archive.h"
#include "support/hwp_writer.h"

#include <QDir>
#include <QFile>

#include <cstdint>
#include <cstdlib>
#include <type_traits>

using namespace naru;

namespace {

// The parts around the one that is fuzzed: mutating a zip seldom gets behind its checksums.
QByteArray wrapped(const QByteArray &part)
{
#if defined(FUZZ_hwp)
    return made::hwp(part, 0);
#else
    ZipWriter zip;
#if defined(FUZZ_hwpx)
    zip.add(u"mimetype"_s, "application/hwp+zip", ZipWriter::Packing::Stored);
    zip.add(u"Contents/content.hpf"_s,
            "<p><manifest><item id=\"s\" href=\"Contents/section0.xml\"/></manifest>"
            "<spine><itemref idref=\"s\"/></spine></p>");
    zip.add(u"Contents/section0.xml"_s, part);
#elif defined(FUZZ_xlsx)
    zip.add(u"[Content_Types].xml"_s, "<Types/>");
    zip.add(u"_rels/.rels"_s, "<R><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></R>");
    zip.add(u"xl/_rels/workbook.xml.rels"_s,
            "<R><Relationship Id='r' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
            "<Relationship Id='s' Type='x/styles' Target='styles.xml'/></R>");
    zip.add(u"xl/workbook.xml"_s,
            "<w xmlns:r='r'><sheets><sheet name='S' r:id='r'/></sheets><definedNames><definedName name='a'>S!$A$2</definedName>"
            "<definedName name='b'>S!$B$2</definedName><definedName name='row'>S!$A$2:$B$2</definedName></definedNames></w>");
    zip.add(u"xl/styles.xml"_s,
            "<s><cellXfs><xf numFmtId='0'/><xf numFmtId='3'/><xf numFmtId='14'/><xf numFmtId='20'/></cellXfs></s>");
    zip.add(u"xl/worksheets/sheet1.xml"_s, part);
#elif defined(FUZZ_odt)
    zip.add(u"mimetype"_s, "application/vnd.oasis.opendocument.text", ZipWriter::Packing::Stored);
    zip.add(u"content.xml"_s, part);
#else
    zip.add(u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet", ZipWriter::Packing::Stored);
    zip.add(u"content.xml"_s, part);
#endif
    const Result<QByteArray> bytes = zip.finish();
    return bytes ? *bytes : QByteArray();
#endif
}

void check(bool holds)
{
    if (!holds)
        std::abort();
}

void checkBlocks(const QList<Block> &blocks)
{
    for (const Block &block : blocks) {
        const auto *table = std::get_if<std::shared_ptr<Table>>(&block);
        if (!table)
            continue;
        for (const Cell &cell : (*table)->cells) {
            check(cell.row >= 0 && cell.column >= 0 && cell.rowSpan > 0 && cell.columnSpan > 0);
            check(cell.row + cell.rowSpan <= (*table)->rows && cell.column + cell.columnSpan <= (*table)->columns);
            checkBlocks(cell.blocks);
        }
    }
}

ReadLimits fuzzLimits()
{
    ReadLimits limits;
    limits.bytes = 16 << 20;
    limits.cells = 20'000;
    return limits;
}

// Every field gets a text, and the first ones stand in a row that is written as often as the input says.
[[maybe_unused]] FormFilling fillingFor(const QList<FormField> &fields, int copies)
{
    FormFilling filling;
    FormFilling::Row row;
    for (const FormField &field : fields.first(std::min<qsizetype>(fields.size(), 2)))
        row.append({field.name, {u"1,234"_s}});
    if (copies < 4)
        filling.repetitions.append({u"row"_s, QList<FormFilling::Row>(copies, row)});
    for (const FormField &field : fields.mid(copies < 4 ? 2 : 0))
        filling.entries.append({field.name, {u"2026-07-29"_s, u"<가>"_s}});
#if defined(FUZZ_xlsx)
    filling.entries.append({u"C3"_s, {u"=1"_s}});
#endif
    return filling;
}

template <typename Form>
void fillOnce(const Form &form, const QByteArray &bytes)
{
    const Result<QList<FormField>> fields = form.fields(bytes, fuzzLimits());
    if (!fields)
        return check(!fields.error().text.isEmpty());
    for (int copies = 0; copies < 5; copies += 2) { // none, two, and a form without repetition
        const Result<FilledForm> filled = form.fill(bytes, fillingFor(*fields, copies), fuzzLimits());
        if (!filled)
            check(!filled.error().text.isEmpty() && !filled.error().code.isEmpty());
        else if (const Result<Document> again = form.read(filled->bytes, fuzzLimits()); !again)
            check(again.error().code.startsWith(u"limit."_s) || again.error().code.endsWith(u".limit"_s));
    }
}

void readOnce(const QByteArray &bytes)
{
    static const FUZZ_CLASS format;
    static_cast<void>(format.recognises(bytes));
    const Result<Document> document = format.read(bytes, fuzzLimits());
    if (!document)
        return check(document.error().kind == Error::Kind::Invalid && !document.error().text.isEmpty());
    checkBlocks(document->body);
    const QString text = plainText(*document);
    static_cast<void>(text);
    if constexpr (std::is_base_of_v<FormTemplate, FUZZ_CLASS>)
        fillOnce(format, bytes);
}

Cell seedCell(int row, int column, const Value &value)
{
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.text = value.text;
    cell.value = value;
    return cell;
}

// A little of everything that a writer can say.
Document seedDocument()
{
    auto table = std::make_shared<Table>();
    table->rows = 3;
    table->columns = 3;
    table->caption = u"표 1"_s;
    table->cells = {seedCell(0, 0, {Value::Kind::Text, u"성명 <&>"_s, {}, {}}), seedCell(1, 0, {Value::Kind::Text, u"김하나"_s, {}, {}}),
                    seedCell(1, 1, {Value::Kind::Number, u"1234.50"_s, {}, u"#,##0"_s}),
                    seedCell(1, 2, {Value::Kind::Day, u"2026-07-29"_s, {}, {}}), seedCell(2, 0, {Value::Kind::Flag, u"true"_s, {}, {}}),
                    seedCell(2, 1, {Value::Kind::TimeOfDay, u"09:30:00"_s, {}, {}}), seedCell(2, 2, {Value::Kind::Text, u"첫째\n둘째"_s, {}, {}})};
    table->cells[0].columnSpan = 3;
    table->cells[0].header = true;
    table->cells[1].fieldName = u"성명"_s;
    Document document;
    document.title = u"제목"_s;
    document.body = {Paragraph{u"  앞 문단\t탭"_s, {}, {}}, table, Paragraph{u"끝."_s, {}, {}}};
    return document;
}

void save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    check(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

// The whole file, and each of its parts, which are then mutated inside of a whole one.
void writeSeeds(const QString &folder)
{
    static const FUZZ_CLASS format;
    const QDir seeds(folder);
    check(seeds.mkpath(u"."_s));
    const Result<QByteArray> bytes = format.write(seedDocument());
    if (!bytes)
        return; // a format that is only read
    save(seeds.filePath(u"whole"_s), *bytes);
    const Result<ZipReader> zip = ZipReader::open(*bytes);
    check(bool(zip));
    for (const QString &name : zip->names())
        if (const Result<QByteArray> part = zip->read(name); part && name.endsWith(u".xml"_s))
            save(seeds.filePath(QString(name).replace(u'/', u'_')), *part);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    if (const QString folder = qEnvironmentVariable("NARU_SEEDS"); !folder.isEmpty())
        writeSeeds(folder);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const bool isWhole = bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xd0\xcf\x11\xe0");
    readOnce(isWhole ? bytes : wrapped(bytes));
    return 0;
}
