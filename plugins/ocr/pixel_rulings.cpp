#include "pixel_rulings.h"

#include "page_picture.h"

#include <algorithm>

namespace naru::ocr {

namespace {

constexpr int longStroke = int(workingDpi / 2); // longer than any stroke of a letter
constexpr int highStroke = int(workingDpi / 4);
constexpr int thickest = int(workingDpi / 28);
constexpr int broken = 5; // pixels that noise breaks out of a line

enum class Direction { Across, Down };

// The long thin ink in one direction.
Pixels strokesOf(PIX *binary, Direction direction)
{
    const bool across = direction == Direction::Across;
    const Pixels closed(pixCloseSafeBrick(nullptr, binary, across ? broken : 1, across ? 1 : broken));
    Pixels strokes(pixOpenBrick(nullptr, closed.get(), across ? longStroke : 1, across ? 1 : highStroke));
    const Pixels thick(pixOpenBrick(nullptr, strokes.get(), across ? 1 : thickest, across ? thickest : 1));
    int any = 0;
    pixZero(thick.get(), &any);
    if (any != 0) // nothing thick
        return strokes;
    const Pixels whole(pixSeedfillBinary(nullptr, thick.get(), strokes.get(), 8));
    return Pixels(pixSubtract(nullptr, strokes.get(), whole.get()));
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

} // namespace

RuledPage rulingsOf(PIX *binary)
{
    const Pixels across = strokesOf(binary, Direction::Across);
    const Pixels down = strokesOf(binary, Direction::Down);
    RuledPage page;
    page.rulings = {rulingsIn(across.get(), Direction::Across), rulingsIn(down.get(), Direction::Down)};
    page.lines = Pixels(pixOr(nullptr, across.get(), down.get()));
    const Pixels broad(pixDilateBrick(nullptr, page.lines.get(), 3, 3));
    page.letters = Pixels(pixSubtract(nullptr, binary, broad.get()));
    return page;
}

} // namespace naru::ocr
