#include "pixel_rulings.h"

#include "page_picture.h"

#include <algorithm>
#include <vector>

namespace naru::ocr {

namespace {

constexpr int longStroke = int(workingDpi / 2); // longer than any stroke of a letter
constexpr int highStroke = int(workingDpi / 4);
constexpr int thickest = int(workingDpi / 28);
constexpr int broken = 5; // pixels that noise breaks out of a line

enum class Direction { Across, Down };

// What is too thick for a ruling: less so where it is much longer than a letter.
Pixels thickIn(PIX *strokes, Direction direction)
{
    constexpr int thickestLong = int(workingDpi / 16);
    const bool across = direction == Direction::Across;
    const auto thickerThan = [&](PIX *picture, int limit) {
        const Pixels thick(pixOpenBrick(nullptr, picture, across ? 1 : limit, across ? limit : 1));
        return Pixels(pixSeedfillBinary(nullptr, thick.get(), picture, 8));
    };
    const Pixels thick = thickerThan(strokes, thickest);
    int none = 0;
    pixZero(thick.get(), &none);
    if (none != 0)
        return nullptr;
    const int whole = 2 * longStroke;
    const Pixels seeds(pixOpenCompBrick(nullptr, thick.get(), across ? whole : 1, across ? 1 : whole));
    const Pixels extended(pixSeedfillBinary(nullptr, seeds.get(), thick.get(), 8));
    const Pixels solid = thickerThan(extended.get(), thickestLong);
    const Pixels rulings(pixSubtract(nullptr, extended.get(), solid.get()));
    return Pixels(pixSubtract(nullptr, thick.get(), rulings.get()));
}

// The long thin ink in one direction.
Pixels strokesOf(PIX *binary, Direction direction)
{
    const bool across = direction == Direction::Across;
    const Pixels closed(pixCloseSafeBrick(nullptr, binary, across ? broken : 1, across ? 1 : broken));
    Pixels strokes(pixOpenCompBrick(nullptr, closed.get(), across ? longStroke : 1, across ? 1 : highStroke));
    const Pixels thick = thickIn(strokes.get(), direction);
    return thick ? Pixels(pixSubtract(nullptr, strokes.get(), thick.get())) : std::move(strokes);
}

QList<Ruling> rulingsIn(PIX *strokes, Direction direction)
{
    const Boxes boxes = piecesOf(strokes);
    QList<Ruling> pieces;
    for (int i = 0; i < boxaGetCount(boxes.get()); ++i) {
        const Area area = areaOf(boxes.get(), i);
        const double x = area.left + area.width / 2.0;
        const double y = area.top + area.height / 2.0;
        pieces.append(direction == Direction::Across
                          ? Ruling{y / pixelsPerPoint, area.left / pixelsPerPoint, area.right() / pixelsPerPoint}
                          : Ruling{x / pixelsPerPoint, area.top / pixelsPerPoint, area.bottom() / pixelsPerPoint});
    }
    return mergedCollinear(pieces);
}

// How high most letters are, in pixels.
int letterHeightOf(PIX *letters)
{
    constexpr int lowest = 14;
    constexpr int highest = 160;
    const Boxes boxes = piecesOf(letters);
    std::vector<int> heights;
    for (int i = 0; i < boxaGetCount(boxes.get()); ++i)
        if (const Area area = areaOf(boxes.get(), i); area.height >= lowest && area.height <= highest)
            heights.push_back(area.height);
    if (heights.empty())
        return 36;
    const auto usual = heights.begin() + std::ptrdiff_t(heights.size() * 7 / 10);
    std::nth_element(heights.begin(), usual, heights.end());
    return *usual;
}

// Small spots that stand alone: a full stop stands by a letter.
Pixels withoutDust(PIX *letters, int letter)
{
    const int small = std::max(4, letter / 4);
    const int near = letter * 9 / 10 | 1;
    const Pixels large(pixSelectBySize(letters, small, small, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr));
    const Pixels around(pixDilateBrick(nullptr, large.get(), near, near));
    const Pixels spots(pixSubtract(nullptr, letters, large.get()));
    const Pixels seeds(pixAnd(nullptr, spots.get(), around.get()));
    const Pixels kept(pixSeedfillBinary(nullptr, seeds.get(), spots.get(), 8));
    return Pixels(pixOr(nullptr, large.get(), kept.get()));
}

} // namespace

RuledPage rulingsOf(PIX *binary, PIX *faint)
{
    const Pixels across = strokesOf(faint, Direction::Across);
    const Pixels down = strokesOf(faint, Direction::Down);
    RuledPage page;
    page.rulings = {rulingsIn(across.get(), Direction::Across), rulingsIn(down.get(), Direction::Down)};
    page.lines = Pixels(pixOr(nullptr, across.get(), down.get()));
    const Pixels broad(pixDilateBrick(nullptr, page.lines.get(), 3, 3));
    const Pixels rest(pixSubtract(nullptr, binary, broad.get()));
    page.letterHeight = letterHeightOf(rest.get());
    page.letters = withoutDust(rest.get(), page.letterHeight);
    return page;
}

} // namespace naru::ocr
