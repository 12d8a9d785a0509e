// The pages of a TIFF file, from memory.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QImage>
#include <QList>

namespace naru::ocr {

struct TiffPage {
    QSize pixels;
    double dpi = 0; // 0 where the file does not say
};

struct TiffPages {
    QList<TiffPage> pages;
    bool isCut = false;
};

// At most so many pages and one more, so that the caller sees that there are more.
TiffPages tiffPages(const QByteArray &bytes, int mostPages);

// A page (0-based), each `reduction` × `reduction` pixels averaged to one as they are read. What is missing at the end is
// white. Null where nothing can be read.
QImage tiffPicture(const QByteArray &bytes, int page, int reduction);

} // namespace naru::ocr
