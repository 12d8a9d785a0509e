// Leptonica's pictures with an owner, and rectangles of pixels.
#pragma once

#include <leptonica/allheaders.h>

#include <memory>

namespace naru::ocr {

struct PixDestroy {
    void operator()(PIX *pix) const { pixDestroy(&pix); }
};
using Pixels = std::unique_ptr<PIX, PixDestroy>;

struct BoxaDestroy {
    void operator()(BOXA *boxes) const { boxaDestroy(&boxes); }
};
using Boxes = std::unique_ptr<BOXA, BoxaDestroy>;

struct Area {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;

    int right() const { return left + width; }
    int bottom() const { return top + height; }
    bool isEmpty() const { return width <= 0 || height <= 0; }
};

// A copy of the part of the picture; null where the area misses it.
inline Pixels cut(PIX *pix, const Area &area)
{
    if (area.isEmpty())
        return nullptr;
    BOX *box = boxCreate(area.left, area.top, area.width, area.height);
    Pixels result(pixClipRectangle(pix, box, nullptr));
    boxDestroy(&box);
    return result;
}

inline Area areaOf(const BOXA *boxes, int index)
{
    Area area;
    boxaGetBoxGeometry(const_cast<BOXA *>(boxes), index, &area.left, &area.top, &area.width, &area.height);
    return area;
}

// The boxes of the connected ink.
inline Boxes piecesOf(PIX *binary)
{
    return Boxes(pixConnCompBB(binary, 8));
}

} // namespace naru::ocr
