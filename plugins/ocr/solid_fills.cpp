#include "solid_fills.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace naru::ocr {

namespace {

constexpr double coarseDpi = 100; // fills are looked for in a smaller picture
constexpr int contrast = 60; // of letters and their fill

using Histogram = std::array<int, 256>;

int valueAt(PIX *grey, int x, int y)
{
    return GET_DATA_BYTE(pixGetData(grey) + size_t(y) * size_t(pixGetWpl(grey)), x);
}

int rankOf(const Histogram &values, double share)
{
    int count = 0;
    for (const int one : values)
        count += one;
    int rank = 0;
    for (int below = values[0]; below < share * count && rank < 255;)
        below += values[size_t(++rank)];
    return rank;
}

Histogram valuesOf(PIX *grey)
{
    Histogram values{};
    for (int y = 0; y < pixGetHeight(grey); ++y)
        for (int x = 0; x < pixGetWidth(grey); ++x)
            ++values[size_t(valueAt(grey, x, y))];
    return values;
}

// The dark areas of a small picture: bands that no stroke of a letter is, joined over the letters and the rulings between them.
Pixels darkAreas(PIX *small)
{
    constexpr double dark = 0.62; // of the paper
    constexpr int longest = 20; // 5 mm
    constexpr int broadest = 3;
    constexpr int letter = 19; // 14 points
    constexpr int ruling = 5; // light ones part the cells of a dark head
    const int paper = rankOf(valuesOf(small), 0.8);
    const Pixels ink(pixThresholdToBinary(small, std::max(2, int(dark * paper))));
    const Pixels bands(pixOpenBrick(nullptr, ink.get(), longest, broadest));
    return Pixels(pixCloseSafeBrick(nullptr, bands.get(), ruling, letter));
}

// Whether the area is a fill that holds letters; then its value is given, otherwise -1.
int fillOf(PIX *grey, PIX *mask, const Area &area)
{
    constexpr double fewest = 0.01; // of the area: letters
    constexpr double most = 0.45;
    Histogram values{};
    int count = 0;
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x) {
            l_uint32 isInside = 0;
            pixGetPixel(mask, x, y, &isInside);
            if (isInside == 0)
                continue;
            ++values[size_t(valueAt(grey, area.left + x, area.top + y))];
            ++count;
        }
    if (count == 0)
        return -1;
    const int fill = rankOf(values, 0.4);
    int light = 0;
    for (size_t value = size_t(std::min(255, fill + contrast)); value < values.size(); ++value)
        light += values[value];
    return light >= fewest * count && light <= most * count ? fill : -1;
}

void turn(PIX *grey, PIX *mask, const Area &area, int fill, int paper)
{
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x) {
            l_uint32 isInside = 0;
            pixGetPixel(mask, x, y, &isInside);
            if (isInside == 0)
                continue;
            // Rulings are darker than the fill, letters lighter: both are ink.
            const int ink = std::abs(valueAt(grey, area.left + x, area.top + y) - fill);
            l_uint32 *line = pixGetData(grey) + size_t(area.top + y) * size_t(pixGetWpl(grey));
            SET_DATA_BYTE(line, area.left + x, std::max(0, paper - ink));
        }
}

} // namespace

void turnSolidFills(PIX *grey, double dpi)
{
    constexpr int lowest = 12; // 3 mm
    constexpr int narrowest = 20;
    const auto scale = float(coarseDpi / dpi);
    if (scale > 1)
        return;
    const Pixels small(pixScaleAreaMap(grey, scale, scale));
    if (!small)
        return;
    const int paper = rankOf(valuesOf(small.get()), 0.8);
    const Pixels areas = darkAreas(small.get());
    PIXA *pieces = nullptr;
    const Boxes boxes(pixConnComp(areas.get(), &pieces, 8));
    for (int i = 0; i < boxaGetCount(boxes.get()); ++i) {
        const Area coarse = areaOf(boxes.get(), i);
        if (coarse.height < lowest || coarse.width < narrowest)
            continue;
        const Pixels shape(pixaGetPix(pieces, i, L_CLONE));
        const Area area{int(std::lround(coarse.left / scale)), int(std::lround(coarse.top / scale)),
                        int(coarse.width / scale), int(coarse.height / scale)};
        const Area inside{area.left, area.top, std::min(area.width, pixGetWidth(grey) - area.left),
                          std::min(area.height, pixGetHeight(grey) - area.top)};
        const Pixels mask(pixScaleBySampling(shape.get(), 1 / scale, 1 / scale));
        if (const int fill = fillOf(grey, mask.get(), inside); fill >= 0)
            turn(grey, mask.get(), inside, fill, paper);
    }
    pixaDestroy(&pieces);
}

} // namespace naru::ocr
