#include "run/foreign_content.h"

#include <array>

namespace naru {

using namespace Qt::StringLiterals;

namespace {

struct Magic {
    int offset;
    QByteArrayView bytes;
    QStringView what;
};

// "\0" inside the literals: QByteArrayView of an array counts them.
template <size_t N> constexpr QByteArrayView bytesOf(const char (&literal)[N])
{
    return QByteArrayView(literal, N - 1);
}

constexpr std::array magics{
    Magic{0, bytesOf("HWP Document File V"), u"a HWP 3 document or older: save it as HWPX"},
    Magic{0, bytesOf("\x89PNG\r\n\x1a\n"), u"a picture (PNG), whose text needs OCR"},
    Magic{0, bytesOf("\xff\xd8\xff"), u"a picture (JPEG), whose text needs OCR"},
    Magic{0, bytesOf("II*\0"), u"a picture (TIFF), whose text needs OCR"},
    Magic{0, bytesOf("MM\0*"), u"a picture (TIFF), whose text needs OCR"},
    Magic{0, bytesOf("GIF8"), u"a picture (GIF), whose text needs OCR"},
    Magic{0, bytesOf("BM"), u"a picture (BMP), whose text needs OCR"},
    Magic{8, bytesOf("WEBP"), u"a picture (WebP), whose text needs OCR"},
    Magic{4, bytesOf("jP  \r\n"), u"a picture (JPEG 2000), whose text needs OCR"},
    Magic{0, bytesOf("%PDF-"), u"a PDF document, for which no plugin is installed"},
    Magic{0, bytesOf("%!PS"), u"a PostScript document: save it as PDF"},
    Magic{0, bytesOf("{\\rtf"), u"an RTF document: save it as HWPX or PDF"},
    Magic{0, bytesOf("\x09\x08\x10\x00"), u"an old Excel sheet (BIFF): save it as XLSX"},
    Magic{0, bytesOf("\x1f\x8b"), u"a gzip archive: unpack it first"},
    Magic{0, bytesOf("7z\xbc\xaf\x27\x1c"), u"a 7z archive: unpack it first"},
    Magic{0, bytesOf("Rar!"), u"a RAR archive: unpack it first"},
    Magic{2, bytesOf("-lh"), u"an LZH archive: unpack it first"},
    Magic{0, bytesOf("ALZ\x01"), u"an ALZ archive: unpack it first"},
    Magic{0, bytesOf("EGGA"), u"an EGG archive: unpack it first"},
    Magic{0,
          bytesOf("\x7f"
                  "ELF"),
          u"a program"},
    Magic{0, bytesOf("MZ"), u"a program"},
};

// The directory of a compound file (OLE2) names its streams in UTF-16.
bool namesStream(const QByteArray &bytes, QLatin1StringView name)
{
    QByteArray wide;
    for (const char c : name)
        wide.append(c).append('\0');
    return bytes.contains(wide);
}

QString describeCompound(const QByteArray &bytes)
{
    if (bytes.contains("HWP Document File"))
        return u"a HWP 5.0 document, for which no plugin is installed"_s;
    if (namesStream(bytes, "EncryptedPackage"_L1))
        return u"an encrypted Office document: remove its password first"_s;
    if (namesStream(bytes, "Workbook"_L1) || namesStream(bytes, "Book"_L1))
        return u"an old Excel workbook (XLS): save it as XLSX"_s;
    if (namesStream(bytes, "WordDocument"_L1))
        return u"an old Word document (DOC): save it as HWPX or PDF"_s;
    if (namesStream(bytes, "PowerPoint Document"_L1))
        return u"an old PowerPoint presentation (PPT): save it as PDF"_s;
    return u"an OLE compound file of an unknown kind"_s;
}

QString describeZip(const QByteArray &bytes)
{
    if (bytes.contains("word/document.xml"))
        return u"a Word document (DOCX): save it as HWPX or PDF"_s;
    if (bytes.contains("ppt/presentation.xml"))
        return u"a PowerPoint presentation (PPTX): save it as PDF"_s;
    if (bytes.contains("xl/workbook.bin"))
        return u"a binary Excel workbook (XLSB): save it as XLSX"_s;
    if (bytes.contains("xl/workbook.xml"))
        return u"an Excel workbook (XLSX), for which no plugin is installed"_s;
    if (bytes.contains("Contents/content.hpf"))
        return u"a HWPX document, for which no plugin is installed"_s;
    if (bytes.contains("application/vnd.oasis.opendocument"))
        return u"an OpenDocument file, for which no plugin is installed"_s;
    return u"a zip archive: unpack it first"_s;
}

QString describeText(const QByteArray &bytes)
{
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 1024)).toLower();
    if (head.contains("<hwpml"))
        return u"a HWPML document (XML): save it as HWPX"_s;
    if (head.contains("<html") || head.contains("<!doctype html"))
        return u"a web page (HTML): save it as PDF"_s;
    if (head.contains("<?xml"))
        return u"XML of an unknown kind"_s;
    return head.contains('\0') ? u"bytes of an unknown kind"_s : u"text without a structure"_s;
}

} // namespace

QString describeForeign(const QByteArray &bytes)
{
    if (bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return describeCompound(bytes);
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        return describeZip(bytes);
    for (const Magic &magic : magics)
        if (bytes.size() > magic.offset && QByteArrayView(bytes).sliced(magic.offset).startsWith(magic.bytes))
            return magic.what.toString();
    return describeText(bytes);
}

} // namespace naru
