#include "page_picture.h"

#include "ink.h"
#include "local_threshold.h"
#include "solid_fills.h"
#include "upright.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace naru::ocr {

namespace {

constexpr double mostPixels = 60e6; // at the working resolution
constexpr double shrunkPixels = 36e6; // of a page that has more
constexpr int smallest = 16; // pixels

// Shadows and grey paper become white paper.
Pixels evenPaper(PIX *grey)
{
    constexpr int tile = 32;
    constexpr int ink = 60;
    constexpr int fewest = 100;
    constexpr int white = 245;
    Pixels even(pixBackgroundNorm(grey, nullptr, nullptr, tile, tile, ink, fewest, white, 2, 2));
    return even ? std::move(even) : Pixels(pixClone(grey));
}

Pixels atWorkingDpi(PIX *grey, double dpi)
{
    const auto scale = float(workingDpi / dpi);
    if (scale < 0.9F)
        return Pixels(pixScaleAreaMap(grey, scale, scale));
    if (scale > 1.07F)
        return Pixels(pixScaleGrayLI(grey, scale, scale));
    return Pixels(pixClone(grey));
}

// How much the paper glitters: the usual difference of neighbouring pixels where there is no ink.
int grainOf(PIX *grey)
{
    constexpr int paper = 200;
    constexpr int step = 7; // a sample says enough
    std::array<int, 256> differences{};
    int count = 0;
    for (int y = 0; y < pixGetHeight(grey); y += step) {
        l_uint32 *line = pixGetData(grey) + size_t(y) * size_t(pixGetWpl(grey));
        for (int x = 1; x < pixGetWidth(grey); x += step) {
            const int left = GET_DATA_BYTE(line, x - 1);
            const int right = GET_DATA_BYTE(line, x);
            if (left < paper || right < paper)
                continue;
            ++differences[size_t(std::abs(left - right))];
            ++count;
        }
    }
    int grain = 0;
    for (int below = differences[0]; below < count / 2; below += differences[size_t(++grain)]) { }
    return grain;
}

// Smooths what glitters. A coarse scan has no detail to spare: it is made finer first, and left alone where it is clean.
Pixels smoothAtWorkingDpi(PIX *grey, double dpi)
{
    constexpr double coarse = 250;
    constexpr int clean = 4;
    if (dpi >= coarse)
        return atWorkingDpi(Pixels(pixBlockconv(grey, 1, 1)).get(), dpi);
    const bool glitters = grainOf(grey) > clean;
    Pixels fine = atWorkingDpi(grey, dpi);
    return glitters ? Pixels(pixBlockconv(fine.get(), 1, 1)) : std::move(fine);
}

} // namespace

Result<PagePicture> PagePicture::prepare(const QImage &picture, double dpi, Recogniser &recogniser)
{
    const double area = double(picture.width()) * picture.height();
    if (picture.width() < smallest || picture.height() < smallest || area > mostPixels || !(dpi > 0))
        return Error{Error::Kind::Invalid,
                     u"expected the picture of a page but it is %1 × %2 pixels at %3 dpi"_s.arg(picture.width())
                         .arg(picture.height())
                         .arg(dpi),
                     u"limit.pixels"_s};
    PagePicture page;
    page.m_shown = QSizeF(picture.width(), picture.height()) * 72 / dpi;
    // What has more paper than fits is read as if it were smaller: a plan in A0 as one in A2, with letters half as high.
    const double finer = workingDpi / dpi;
    if (area * finer * finer > mostPixels)
        page.m_shrunk = std::max(1.0, std::sqrt(area / shrunkPixels) * finer);
    dpi *= page.m_shrunk;
    const Pixels ink = inkOf(picture, dpi);
    if (!ink)
        return Error{Error::Kind::Invalid, u"expected a picture that fits into memory but it does not"_s,
                     u"limit.pixels"_s};
    turnSolidFills(ink.get(), dpi);
    const Pixels even = evenPaper(ink.get());
    page.m_grey = smoothAtWorkingDpi(even.get(), dpi);
    constexpr int middle = 195; // good enough to see how the page lies
    page.m_binary = Pixels(pixThresholdToBinary(page.m_grey.get(), middle));
    if (page.isBlank())
        return page;
    page.m_turn = turnToUpright(page.m_binary.get(), recogniser);
    if (page.m_turn != 0) {
        page.m_grey = Pixels(pixRotateOrth(page.m_grey.get(), page.m_turn));
        page.m_binary = Pixels(pixRotateOrth(page.m_binary.get(), page.m_turn));
    }
    page.straighten();
    page.binarise();
    return page;
}

void PagePicture::binarise()
{
    constexpr int window = int(workingDpi / 12);
    constexpr float ofLetters = 0.15F;
    constexpr float ofHairlines = 0.07F;
    constexpr int middle = 160;
    PIX *grey = m_grey.get();
    const int fits = std::min(pixGetWidth(grey), pixGetHeight(grey)) / 2 - 2;
    auto [letters, hairlines] = localThresholds(grey, std::clamp(window, 2, std::max(2, fits)), {ofLetters, ofHairlines});
    m_binary = letters ? std::move(letters) : Pixels(pixThresholdToBinary(grey, middle));
    m_faint = hairlines ? std::move(hairlines) : Pixels(pixClone(m_binary.get()));
}

void PagePicture::straighten()
{
    constexpr float surest = 3;
    constexpr float smallestAngle = 0.03F; // degrees
    float angle = 0;
    float confidence = 0;
    if (pixFindSkewSweepAndSearch(m_binary.get(), &angle, &confidence, 4, 2, 7, 1, 0.01F) != 0
        || confidence < surest || std::abs(angle) < smallestAngle)
        return;
    m_angle = double(angle) * std::numbers::pi / 180;
    m_grey = Pixels(pixRotate(m_grey.get(), float(m_angle), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
}

QSizeF PagePicture::size() const
{
    return QSizeF(pixGetWidth(m_grey.get()), pixGetHeight(m_grey.get())) / pixelsPerPoint;
}

bool PagePicture::isBlank() const
{
    constexpr int fewest = 150; // pixels: a full stop has 20
    int above = 0;
    pixThresholdPixelSum(m_binary.get(), fewest, &above, nullptr);
    return above == 0;
}

Box PagePicture::placed(const Box &box) const
{
    // The middle turns with the page; the sides stay level, so that the box of a line is no higher than the line.
    const double halfWidth = (box.right - box.left) / 2;
    const double halfHeight = (box.bottom - box.top) / 2;
    const QSizeF read = size();
    const double x = box.left + halfWidth - read.width() / 2;
    const double y = box.top + halfHeight - read.height() / 2;
    const double back = -m_angle;
    double atX = x * std::cos(back) - y * std::sin(back);
    double atY = x * std::sin(back) + y * std::cos(back);
    atX *= m_shrunk;
    atY *= m_shrunk;
    for (int i = 0; i < m_turn; ++i) // each a quarter turn anticlockwise about the middle
        std::tie(atX, atY) = std::pair(atY, -atX);
    atX += m_shown.width() / 2;
    atY += m_shown.height() / 2;
    const bool isSideways = m_turn % 2 == 1;
    const double across = m_shrunk * (isSideways ? halfHeight : halfWidth);
    const double down = m_shrunk * (isSideways ? halfWidth : halfHeight);
    return {atX - across, atY - down, atX + across, atY + down};
}

} // namespace naru::ocr
