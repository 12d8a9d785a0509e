// A libFuzzer target: any bytes must come back as a document or as an Invalid error, within the limits, and what was
// read must be sound: cells inside of their grid, JSON that gives the same document back.
#include FUZZ_HEADER

#include "core/zip_archive.h"
#include "support/hwp_writer.h"

#include <cstdint>
#include <cstdlib>

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
            "<R><Relationship Id='r' Type='x/worksheet' Target='worksheets/sheet1.xml'/></R>");
    zip.add(u"xl/workbook.xml"_s, "<w xmlns:r='r'><sheets><sheet name='S' r:id='r'/></sheets></w>");
    zip.add(u"xl/worksheets/sheet1.xml"_s, part);
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

void readOnce(const QByteArray &bytes)
{
    static const FUZZ_CLASS format;
    ReadLimits limits;
    limits.bytes = 16 << 20;
    limits.cells = 20'000;
    static_cast<void>(format.recognises(bytes));
    const Result<Document> document = format.read(bytes, limits);
    if (!document)
        return check(document.error().kind == Error::Kind::Invalid && !document.error().text.isEmpty());
    checkBlocks(document->body);
    const QString text = plainText(*document);
    static_cast<void>(text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const bool isWhole = bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xd0\xcf\x11\xe0");
    readOnce(isWhole ? bytes : wrapped(bytes));
    return 0;
}
