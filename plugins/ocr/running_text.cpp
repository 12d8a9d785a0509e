#include "running_text.h"

#include "cell_lines.h"
#include "figures.h"

#include <algorithm>

namespace naru::ocr {

namespace {

void clear(PIX *binary, const Area &area)
{
    BOX *box = boxCreate(std::max(0, area.left), std::max(0, area.top), area.width, area.height);
    pixClearInRect(binary, box);
    boxDestroy(&box);
}

// The ink outside the tables, and the bounds of what there is of it between two heights.
Area inkBetween(PIX *ink, int top, int bottom)
{
    const Pixels strip = cut(ink, {0, top, pixGetWidth(ink), bottom - top});
    BOX *box = nullptr;
    if (!strip || pixClipToForeground(strip.get(), nullptr, &box) != 0 || !box)
        return {};
    Area area;
    boxGetGeometry(box, &area.left, &area.top, &area.width, &area.height);
    boxDestroy(&box);
    area.top += top;
    return area;
}

// The grey page around the ink alone: rulings, tables, and dust are paper.
Pixels paperWith(PIX *grey, PIX *ink, const Area &area)
{
    constexpr int halo = 7;
    constexpr int border = 30;
    constexpr l_uint32 white = 245;
    const Pixels part = cut(grey, area);
    const Pixels letters = cut(ink, area);
    const Pixels kept(pixDilateBrick(nullptr, letters.get(), halo, halo));
    pixInvert(kept.get(), kept.get());
    pixSetMasked(part.get(), kept.get(), white);
    return Pixels(pixAddBorder(part.get(), border, white));
}

std::vector<Reading> readBlock(const Area &area, const PagePicture &page, const RuledPage &ruled, PIX *ink,
                               Recogniser &recogniser)
{
    constexpr int border = 30;
    const Pixels picture = paperWith(page.grey(), ink, area);
    std::vector<Reading> lines = recogniser.block(picture.get());
    std::erase_if(lines, [](const Reading &line) { return line.text.isEmpty(); });
    for (Reading &line : lines) {
        line.move(area.left - border, area.top - border);
        putSignsRight(line, ruled.letters.get());
        line = readAgain(line, ruled, recogniser);
    }
    return lines;
}

} // namespace

std::vector<std::vector<Reading>> textAround(const std::vector<Area> &tables, const PagePicture &page,
                                             const RuledPage &ruled, Workers &workers)
{
    constexpr int speck = 4;
    const Pixels ink(
        pixSelectBySize(ruled.letters.get(), speck, speck, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr));
    for (const Area &table : tables)
        clear(ink.get(), table);
    std::vector<std::vector<Reading>> parts(tables.size() + 1);
    workers.each(parts.size(), [&](size_t index, Recogniser &recogniser) {
        const int top = index == 0 ? 0 : tables[index - 1].top;
        const int bottom = index < tables.size() ? tables[index].top : pixGetHeight(ink.get());
        const Area area = inkBetween(ink.get(), top, bottom);
        if (!area.isEmpty())
            parts[index] = readBlock(area, page, ruled, ink.get(), recogniser);
    });
    return parts;
}

} // namespace naru::ocr
