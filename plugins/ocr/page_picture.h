// A page made ready to be read: upright, straight, at 300 dpi, dark ink on even light paper.
#pragma once

#include "pixels.h"
#include "recogniser.h"

#include "core/document.h"

#include <QImage>

namespace naru::ocr {

constexpr double workingDpi = 300;
constexpr double pixelsPerPoint = workingDpi / 72;

class PagePicture {
public:
    // Invalid ("limit.pixels") where the picture is too large or too small to be a page. The recogniser tells which way
    // is up.
    static Result<PagePicture> prepare(const QImage &picture, double dpi, Recogniser &recogniser);

    PIX *grey() const { return m_grey.get(); } // 8 bits, paper white
    PIX *binary() const { return m_binary.get(); } // ink is one
    PIX *faint() const { return m_faint.get(); } // the same, with hairlines that are hardly there, and more noise
    QSizeF size() const; // points, as it is read
    bool isBlank() const;

    // From points of this page to points of the page as the picture showed it.
    Box placed(const Box &box) const;
    int turn() const { return m_turn; } // quarter turns clockwise that made it upright

private:
    void straighten();
    void binarise();

    Pixels m_grey;
    Pixels m_binary;
    Pixels m_faint;
    QSizeF m_shown; // points, of the page as the picture showed it
    int m_turn = 0;
    double m_shrunk = 1; // how much larger the page is than it is taken for
    double m_angle = 0; // radians clockwise, that straightened it
};

} // namespace naru::ocr
