// The file of a scan: how many pages it has, how large each is, and its pixels at the resolution that is wanted.
#pragma once

#include "core/document.h"

#include <QByteArray>
#include <QImage>

namespace naru::ocr {

enum class PictureKind { None, Png, Jpeg, Tiff };

// By magic numbers.
PictureKind kindOf(const QByteArray &bytes);

class PictureFile {
public:
    // Reads what the file says of its pages, at most so many. Invalid: "scan.damaged" where it says nothing of use,
    // "limit.pixels" where a page is larger than any paper, "limit.pages".
    static Result<PictureFile> open(const QByteArray &bytes, int mostPages);

    // Their dpi is what the file says, or what fits a sheet of A4 where it says nothing or nonsense.
    const QList<Page> &pages() const { return m_pages; }
    bool isCut() const { return m_isCut; } // a page is announced that is not there

    // The page (1-based) at the wanted resolution, or at its own where that is nearly the same. Invalid ("scan.damaged") where
    // its pixels cannot be read.
    Result<QImage> picture(int page, double dpi) const;

private:
    QByteArray m_bytes;
    PictureKind m_kind = PictureKind::None;
    QList<Page> m_pages;
    bool m_isCut = false;
};

} // namespace naru::ocr
