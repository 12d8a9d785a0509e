#include "symbols.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace naru::ocr {

namespace {

int inkIn(PIX *letters, const Area &area)
{
    const Pixels part = cut(letters, area);
    int count = 0;
    if (part)
        pixCountPixels(part.get(), &count, nullptr);
    return count;
}

// White on the left and on the right: a letter has its other strokes there.
bool standsAlone(PIX *letters, const Area &area, int room)
{
    return inkIn(letters, {area.left - room, area.top, room - 1, area.height}) == 0
        && inkIn(letters, {area.right() + 1, area.top, room - 1, area.height}) == 0
        && inkIn(letters, {area.left, area.top - room / 2, area.width, room / 2 - 1}) == 0
        && inkIn(letters, {area.left, area.bottom() + 1, area.width, room / 2 - 1}) == 0;
}

std::optional<QChar> frameIn(PIX *letters, const Area &area)
{
    const Pixels part = cut(letters, area);
    const Pixels framed(pixAddBorder(part.get(), 1, 0));
    const Pixels holes(pixHolesByFilling(framed.get(), 4));
    int ink = 0;
    int inside = 0;
    pixCountPixels(part.get(), &ink, nullptr);
    pixCountPixels(holes.get(), &inside, nullptr);
    const double whole = double(area.width) * area.height;
    const double filled = (ink + inside) / whole;
    if (inside < 0.35 * whole)
        return {};
    if (filled > 0.92)
        return u'□';
    return filled > 0.68 && filled < 0.88 ? std::optional<QChar>(u'○') : std::nullopt;
}

// A shaft all along, and a head at the right that is higher than the rest.
bool isArrow(PIX *letters, const Area &area, int letterHeight)
{
    const Pixels part = cut(letters, area);
    int longest = 0;
    for (int y = area.height / 3; y < area.height - area.height / 3; ++y)
        longest = std::max(longest, inkIn(part.get(), {0, y, area.width, 1}));
    const auto highest = [&](int from, int to) {
        const Pixels slice = cut(part.get(), {from, 0, to - from, area.height});
        BOX *box = nullptr;
        int height = 0;
        if (slice && pixClipToForeground(slice.get(), nullptr, &box) == 0 && box)
            boxGetGeometry(box, nullptr, nullptr, nullptr, &height);
        boxDestroy(&box);
        return height;
    };
    const int shaft = highest(0, area.width / 2);
    return longest >= 0.85 * area.width && shaft <= std::max(4, letterHeight / 5) && area.height >= 2 * shaft
        && highest(area.width / 2, area.width) >= 0.8 * area.height;
}

// In the room that a sign leaves the model sees a blank to be filled in, or a point.
QString withoutBlanks(const QString &text)
{
    static const QString blanks = u" _.'`\"‘’“”"_s;
    qsizetype first = 0;
    qsizetype last = text.size();
    while (first < last && blanks.contains(text[first]))
        ++first;
    while (last > first && blanks.contains(text[last - 1]))
        --last;
    return text.mid(first, last - first);
}

} // namespace

std::vector<Symbol> symbolsOf(PIX *letters, int letterHeight)
{
    const auto within = [letterHeight](int size, double least, double most) {
        return size >= least * letterHeight && size <= most * letterHeight;
    };
    const Boxes boxes = piecesOf(letters);
    std::vector<Symbol> symbols;
    for (int i = 0; i < boxaGetCount(boxes.get()); ++i) {
        const Area area = areaOf(boxes.get(), i);
        const bool isSquare = 100 * std::abs(area.width - area.height) <= 15 * std::max(area.width, area.height);
        // The ㅁ of a wide 민 stands alone, too, but is smaller than any sign.
        if (isSquare && within(area.height, 0.66, 1.3) && standsAlone(letters, area, letterHeight / 4)) {
            if (const std::optional<QChar> sign = frameIn(letters, area))
                symbols.push_back({area, *sign});
        } else if (within(area.width, 0.5, 1.4) && within(area.height, 0.2, 0.8) && area.width * 10 >= area.height * 13
                   && standsAlone(letters, area, letterHeight / 3) && isArrow(letters, area, letterHeight)) {
            symbols.push_back({area, u'→'});
        }
    }
    return symbols;
}

void erase(const std::vector<Symbol> &symbols, PIX *letters, PIX *grey)
{
    constexpr int halo = 5;
    constexpr l_uint32 white = 245;
    for (const Symbol &symbol : symbols) {
        BOX *box = boxCreate(std::max(0, symbol.area.left - halo), std::max(0, symbol.area.top - halo),
                             symbol.area.width + 2 * halo, symbol.area.height + 2 * halo);
        pixClearInRect(letters, box);
        pixSetInRectArbitrary(grey, box, white);
        boxDestroy(&box);
    }
}

void insertSymbols(Reading &line, const std::vector<Symbol> &symbols)
{
    std::vector<Symbol> here;
    for (const Symbol &symbol : symbols) {
        const int middle = symbol.area.top + symbol.area.height / 2;
        const bool isNear = symbol.area.right() > line.area.left - 3 * line.area.height
            && symbol.area.left < line.area.right() + 2 * line.area.height;
        if (middle > line.area.top && middle < line.area.bottom() && isNear)
            here.push_back(symbol);
    }
    std::sort(here.begin(), here.end(), [](const Symbol &a, const Symbol &b) { return a.area.left > b.area.left; });
    for (const Symbol &symbol : here) {
        const auto next = std::find_if(line.words.cbegin(), line.words.cend(), [&symbol](const WordPlace &word) {
            return word.left > symbol.area.left;
        });
        const qsizetype at = next == line.words.cend() ? line.text.size() : next->at;
        line.text = withoutBlanks(line.text.left(at)) + u' ' + symbol.sign + u' ' + withoutBlanks(line.text.mid(at));
        line.area.left = std::min(line.area.left, symbol.area.left);
    }
    line.text = line.text.trimmed();
}

} // namespace naru::ocr
