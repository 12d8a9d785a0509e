#include "picture_file.h"

#include "pixels.h"
#include "tiff_pages.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

namespace naru::ocr {

namespace {

constexpr double mostPixels = 800e6; // A0 at 600 dpi has 558 million
constexpr int memoryForPicture = 480; // MB
constexpr double coarsest = 95; // dpi that a scan may have; less is a camera's or a screen's word
constexpr double finest = 2400;

Error damaged(const QString &what)
{
    return {Error::Kind::Invalid, u"expected the picture of a page but "_s + what, u"scan.damaged"_s};
}

// A picture that does not say how large it was on paper was a sheet of A4, or a cutting of a screen where it is small.
double dpiOf(QSize pixels, double said)
{
    constexpr double longSideOfA4 = 11.69; // inches
    constexpr double ofScreen = 96;
    if (said >= coarsest && said <= finest && std::abs(said - ofScreen) > 1)
        return said;
    return std::max(ofScreen, std::max(pixels.width(), pixels.height()) / longSideOfA4);
}

double saidDpi(const QByteArray &bytes, PictureKind kind)
{
    const std::unique_ptr<FILE, int (*)(FILE *)> file(
        fmemopen(const_cast<char *>(bytes.constData()), size_t(bytes.size()), "rb"), fclose);
    int across = 0;
    int down = 0;
    if (!file || (kind == PictureKind::Png ? fgetPngResolution : fgetJpegResolution)(file.get(), &across, &down) != 0)
        return 0;
    return std::max(across, down);
}

Page pageOf(int number, QSize pixels, double said)
{
    const double dpi = dpiOf(pixels, said);
    return Page{number, QSizeF(pixels) * 72 / dpi, dpi};
}

} // namespace

PictureKind kindOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return PictureKind::Png;
    if (bytes.startsWith("\xff\xd8\xff"))
        return PictureKind::Jpeg;
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 4));
    for (const QByteArrayView magic : {QByteArrayView("II*\0", 4), QByteArrayView("MM\0*", 4), QByteArrayView("II+\0", 4),
                                       QByteArrayView("MM\0+", 4)})
        if (head == magic)
            return PictureKind::Tiff;
    return PictureKind::None;
}

Result<PictureFile> PictureFile::open(const QByteArray &bytes, int mostPages)
{
    PictureFile file;
    file.m_bytes = bytes;
    file.m_kind = kindOf(bytes);
    if (file.m_kind == PictureKind::Tiff) {
        const TiffPages tiff = tiffPages(bytes, mostPages);
        file.m_isCut = tiff.isCut;
        for (const TiffPage &page : tiff.pages)
            file.m_pages.append(pageOf(int(file.m_pages.size()) + 1, page.pixels, page.dpi));
    } else {
        QBuffer buffer(const_cast<QByteArray *>(&bytes));
        QImageReader reader(&buffer, file.m_kind == PictureKind::Png ? "png" : "jpeg");
        const QSize pixels = reader.size();
        if (pixels.isValid())
            file.m_pages.append(pageOf(1, pixels, saidDpi(bytes, file.m_kind)));
    }
    if (file.m_pages.size() > mostPages)
        return Error{Error::Kind::Invalid, u"expected at most %1 pages but there are more"_s.arg(mostPages),
                     u"limit.pages"_s};
    if (file.m_pages.isEmpty())
        return damaged(u"the file says nothing of its size"_s);
    for (const Page &page : std::as_const(file.m_pages)) {
        const QSizeF pixels = page.size * page.dpi / 72;
        if (pixels.width() < 1 || pixels.height() < 1)
            return damaged(u"page %1 has no pixels"_s.arg(page.number));
        if (pixels.width() * pixels.height() > mostPixels)
            return Error{Error::Kind::Invalid,
                         u"expected a page that fits on paper but it has %1 × %2 pixels"_s.arg(pixels.width(), 0, 'f', 0)
                             .arg(pixels.height(), 0, 'f', 0),
                         u"limit.pixels"_s};
    }
    return file;
}

Result<QImage> PictureFile::picture(int page, double dpi) const
{
    if (page < 1 || page > m_pages.size())
        return Error{Error::Kind::Invalid, u"expected a page from 1 to %1 but got %2"_s.arg(m_pages.size()).arg(page),
                     u"scan.page"_s};
    if (!(dpi > 0))
        return Error{Error::Kind::Invalid, u"expected a resolution but got %1 dpi"_s.arg(dpi), u"limit.pixels"_s};
    const Page &one = m_pages[page - 1];
    const QSizeF wanted = one.size * dpi / 72;
    QImage picture;
    if (m_kind == PictureKind::Tiff) {
        picture = tiffPicture(m_bytes, page - 1, std::max(1, int(std::floor(one.dpi / dpi + 0.01))));
    } else {
        QBuffer buffer(const_cast<QByteArray *>(&m_bytes));
        QImageReader reader(&buffer, m_kind == PictureKind::Png ? "png" : "jpeg");
        reader.setAutoTransform(false); // the page is turned by what stands on it
        QImageReader::setAllocationLimit(memoryForPicture);
        if (dpi < one.dpi * 0.95)
            reader.setScaledSize(wanted.toSize().expandedTo({1, 1}));
        picture = reader.read();
    }
    const QSizeF whole = one.size * one.dpi / 72;
    constexpr double ofPixel = 4; // bytes
    if (picture.isNull() && whole.width() * whole.height() * ofPixel > memoryForPicture * 1e6)
        return Error{Error::Kind::Invalid,
                     u"expected a page that fits into memory but page %1 has %2 million pixels: a coarser scan can be read"_s
                         .arg(page)
                         .arg(whole.width() * whole.height() / 1e6, 0, 'f', 0),
                     u"limit.pixels"_s};
    if (picture.isNull())
        return damaged(u"the pixels of page %1 cannot be read"_s.arg(page));
    if (std::abs(picture.width() - wanted.width()) > 0.05 * wanted.width())
        picture = picture.scaled(wanted.toSize().expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return picture;
}

} // namespace naru::ocr
