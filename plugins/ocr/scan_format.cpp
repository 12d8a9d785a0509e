#include "scan_format.h"

#include "picture_file.h"
#include "picture_reader.h"

#include <QCryptographicHash>

namespace naru::ocr {

QString ScanFormat::id() const
{
    return u"scan"_s;
}

QStringList ScanFormat::extensions() const
{
    return {u"png"_s, u"jpg"_s, u"jpeg"_s, u"tif"_s, u"tiff"_s};
}

bool ScanFormat::recognises(const QByteArray &bytes) const
{
    return kindOf(bytes) != PictureKind::None;
}

Result<Document> ScanFormat::read(const QByteArray &bytes, const ReadLimits &limits) const
{
    if (bytes.size() > limits.bytes)
        return Error{Error::Kind::Invalid,
                     u"expected at most %1 bytes but the file has %2"_s.arg(limits.bytes).arg(bytes.size()),
                     u"limit.bytes"_s};
    const Result<PictureFile> file = PictureFile::open(bytes, limits.pages);
    if (!file)
        return file.error();
    Document document;
    document.format = id();
    document.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    document.pages = file->pages();
    if (file->isCut())
        document.diagnostics.append(
            {u"truncated"_s, u"the file ends before its last page does: something may be missing"_s});
    for (const Page &page : document.pages)
        document.diagnostics.append({u"curves"_s, u"the page is a picture: it needs OCR"_s, page.number});
    return document;
}

Result<QImage> ScanFormat::render(const QByteArray &bytes, int page, double dpi) const
{
    const Result<PictureFile> file = PictureFile::open(bytes, ReadLimits().pages);
    return file ? file->picture(page, dpi) : Result<QImage>(file.error());
}

Result<Document> ScanFormat::readPicture(const QImage &picture, const Request &request) const
{
    return ocr::readPicture(picture, request);
}

} // namespace naru::ocr
