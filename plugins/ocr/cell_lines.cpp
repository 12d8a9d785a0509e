#include "cell_lines.h"

#include "figure_texts.h"
#include "figures.h"

#include <algorithm>
#include <cmath>

namespace naru::ocr {

namespace {

constexpr int fewestInk = 10; // pixels of a line: less is dust
constexpr int lowest = 4; // rows of a line
constexpr double mostInDispute = 89; // confidence of what has to be asked

struct Band {
    int top = 0;
    int bottom = 0;
    int ink = 0;

    int height() const { return bottom - top; }
};

std::vector<int> counts(NUMA *numbers)
{
    std::vector<int> result;
    for (int i = 0; i < numaGetCount(numbers); ++i) {
        int value = 0;
        numaGetIValue(numbers, i, &value);
        result.push_back(value);
    }
    numaDestroy(&numbers);
    return result;
}

std::vector<Band> bandsOf(const std::vector<int> &rows)
{
    std::vector<Band> bands;
    bool open = false;
    for (int y = 0; y < int(rows.size()); ++y) {
        const int ink = rows[size_t(y)];
        if (ink > 0 && !open)
            bands.push_back({y, y, 0});
        open = ink > 0;
        if (open) {
            bands.back().bottom = y + 1;
            bands.back().ink += ink;
        }
    }
    return bands;
}

// A letter has white in it (호, =): bands that make no more than one letter together are one line.
std::vector<Band> linesFrom(const std::vector<Band> &bands, int letterHeight)
{
    constexpr double wholeLetter = 1.25;
    constexpr int nearest = 5; // no two lines are so close
    std::vector<Band> lines;
    for (const Band &band : bands) {
        const bool isOne = !lines.empty()
            && (band.bottom - lines.back().top <= wholeLetter * letterHeight || band.top - lines.back().bottom <= nearest);
        if (isOne) {
            lines.back().bottom = band.bottom;
            lines.back().ink += band.ink;
        } else {
            lines.push_back(band);
        }
    }
    std::erase_if(lines, [](const Band &line) { return line.ink < fewestInk || line.height() < lowest; });
    return lines;
}

// Dust is what is no larger than a speck of noise.
Pixels withoutDust(PIX *letters)
{
    constexpr int speck = 3;
    return Pixels(pixSelectBySize(letters, speck, speck, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr));
}

// Paper of the grey picture: what most of its light pixels are.
int paperOf(PIX *grey)
{
    float value = 255;
    pixGetRankValueMasked(grey, nullptr, 0, 0, 1, 0.6F, &value, nullptr);
    return int(value);
}

Reading readBinary(const RuledPage &ruled, const TextLine &line, Recogniser &recogniser)
{
    constexpr int border = int(workingDpi / 15);
    const Pixels part = cut(ruled.letters.get(), line.area);
    const Pixels clean = withoutDust(part.get());
    if (line.isInverted)
        pixInvert(clean.get(), clean.get());
    const Pixels framed(pixAddBorder(clean.get(), border, 0));
    Reading reading = recogniser.line(framed.get());
    if (reading.text.isEmpty() && line.area.width < 2 * line.area.height)
        reading = recogniser.letter(framed.get());
    reading.move(line.area.left - border, line.area.top - border);
    return reading;
}

Reading readGrey(const PagePicture &page, const TextLine &line, Recogniser &recogniser)
{
    constexpr int border = int(workingDpi / 15);
    const Pixels part = cut(page.grey(), line.area);
    if (line.isInverted)
        pixInvert(part.get(), part.get());
    const Pixels framed(pixAddBorder(part.get(), border, l_uint32(paperOf(part.get()))));
    Reading reading = recogniser.line(framed.get());
    reading.move(line.area.left - border, line.area.top - border);
    return reading;
}

// Dust at the ends of a line is read as points and quotes, which no text begins with.
Reading withoutDust(Reading line)
{
    const QString &text = line.text;
    static const QString before = u".,'\"`ㆍ·:;‘’“”*^~ "_s;
    static const QString after = u"'\"`ㆍ·‘’“”^ "_s;
    qsizetype first = 0;
    qsizetype last = text.size();
    while (first < last && before.contains(text[first]))
        ++first;
    while (last > first && after.contains(text[last - 1]))
        --last;
    line.text = text.mid(first, last - first);
    for (WordPlace &word : line.words)
        word.at = std::clamp<qsizetype>(word.at - first, 0, line.text.size());
    return line;
}

// Two readings that agree are surer than each; where they differ, one of them is wrong.
Reading weighed(const Reading &one, const Reading &other)
{
    constexpr double agreement = 0.4; // not all of the doubt: both may err in the same way
    const auto letters = [](QString text) { return text.remove(u' '); };
    const Reading &surer = one.confidence >= other.confidence ? one : other;
    Reading result = surer;
    const auto words = [&letters](QString text) { return letters(text.remove(u'.').remove(u',')); };
    if (letters(one.text) != letters(other.text) && words(one.text) == words(other.text)) {
        // One pass lost a point: a point is sooner lost than invented.
        const bool isOneLonger = letters(one.text).size() > letters(other.text).size();
        result = isOneLonger ? one : other;
        result.confidence = std::min(one.confidence, other.confidence);
    } else if (letters(one.text) == letters(other.text)) {
        result.confidence = surer.confidence + agreement * (100 - surer.confidence);
    } else {
        result.confidence = std::min(surer.confidence, mostInDispute);
    }
    return result;
}

// One flat stroke alone says that there is nothing: the model, which wants letters, sees anything in it.
bool isDash(const RuledPage &ruled, const TextLine &line)
{
    constexpr int widest = 70; // of letters of 16 points
    const Pixels part = cut(ruled.letters.get(), line.area);
    BOX *box = nullptr;
    if (line.isInverted || pixClipToForeground(part.get(), nullptr, &box) != 0 || !box)
        return false;
    Area ink;
    boxGetGeometry(box, &ink.left, &ink.top, &ink.width, &ink.height);
    boxDestroy(&box);
    const int letter = std::max(ruled.letterHeight, 20);
    return ink.height <= letter / 4 && ink.width <= widest && ink.width >= letter / 5 && ink.width >= 2 * ink.height;
}

} // namespace

std::vector<TextLine> linesInCell(PIX *letters, const Area &cell, int letterHeight)
{
    constexpr double darkCell = 0.55;
    constexpr int margin = 4;
    Pixels part = cut(letters, cell);
    if (!part)
        return {};
    float share = 0;
    pixForegroundFraction(part.get(), &share);
    const bool isInverted = double(share) > darkCell;
    if (isInverted)
        pixInvert(part.get(), part.get());
    part = withoutDust(part.get());
    const int usual = letterHeight > 0 ? letterHeight : int(workingDpi / 8);
    std::vector<TextLine> lines;
    for (const Band &band : linesFrom(bandsOf(counts(pixCountPixelsByRow(part.get(), nullptr))), usual)) {
        const Pixels strip = cut(part.get(), {0, band.top, cell.width, band.height()});
        const std::vector<int> columns = counts(pixCountPixelsByColumn(strip.get()));
        const auto isInk = [](int count) { return count > 0; };
        const int first = int(std::find_if(columns.begin(), columns.end(), isInk) - columns.begin());
        const int last = int(columns.rend() - std::find_if(columns.rbegin(), columns.rend(), isInk));
        const int left = std::max(0, first - margin);
        const int top = std::max(0, band.top - margin);
        lines.push_back({{cell.left + left, cell.top + top, std::min(cell.width, last + margin) - left,
                          std::min(cell.height, band.bottom + margin) - top},
                         isInverted});
    }
    return lines;
}

int usualHeight(const std::vector<std::vector<TextLine>> &cells)
{
    constexpr int lowestLetters = 18; // pixels: 4 points
    std::vector<int> heights;
    for (const std::vector<TextLine> &cell : cells)
        for (const TextLine &line : cell)
            if (line.area.height >= lowestLetters)
                heights.push_back(line.area.height - 8);
    if (heights.empty())
        return 0;
    const auto middle = heights.begin() + std::ptrdiff_t(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

Reading readLine(const PagePicture &page, const RuledPage &ruled, const TextLine &line, Recogniser &recogniser)
{
    constexpr double sure = 96;
    if (isDash(ruled, line))
        return {u"-"_s, 100, line.area, {}, {}};
    const auto settled = [&](Reading reading) {
        reading.area = line.area;
        if (!line.isInverted)
            putSignsRight(reading, ruled.letters.get());
        return withoutDust(std::move(reading));
    };
    Reading first = settled(readBinary(ruled, line, recogniser));
    if (first.confidence < sure)
        first = weighed(first, settled(readGrey(page, line, recogniser)));
    if (isThousandsOrThousandths(first.text))
        first.confidence = std::min(first.confidence, mostInDispute);
    first.area = line.area;
    return first;
}

std::vector<std::vector<TextLine>> readingUnits(const std::vector<TextLine> &lines, int letterHeight)
{
    constexpr int margins = 8;
    const auto isLetter = [letterHeight](const TextLine &line) {
        return letterHeight > 0 && !line.isInverted && line.area.width - margins <= 1.25 * letterHeight
            && line.area.height - margins >= 0.5 * letterHeight;
    };
    if (lines.size() >= 2 && std::all_of(lines.begin(), lines.end(), isLetter))
        return {lines};
    std::vector<std::vector<TextLine>> units;
    for (const TextLine &line : lines) {
        if (units.empty() || !isLetter(line) || line.isInverted != units.back().back().isInverted)
            units.push_back({});
        units.back().push_back(line);
    }
    return units;
}

// The parts of the picture side by side, in the middle of a frame of this value.
static Pixels sideBySide(PIX *picture, const std::vector<TextLine> &lines, l_uint32 paper)
{
    constexpr int border = int(workingDpi / 15);
    int width = 0;
    int height = 0;
    for (const TextLine &line : lines) {
        width += line.area.width;
        height = std::max(height, line.area.height);
    }
    Pixels row(pixCreate(width + 2 * border, height + 2 * border, pixGetDepth(picture)));
    pixSetAllArbitrary(row.get(), paper);
    int left = border;
    for (const TextLine &line : lines) {
        pixRasterop(row.get(), left, border + (height - line.area.height) / 2, line.area.width, line.area.height, PIX_SRC,
                    picture, line.area.left, line.area.top);
        left += line.area.width;
    }
    return row;
}

Reading readTogether(const PagePicture &page, const RuledPage &ruled, const std::vector<TextLine> &lines,
                     Recogniser &recogniser)
{
    if (lines.size() == 1)
        return readLine(page, ruled, lines.front(), recogniser);
    const Pixels first = cut(page.grey(), lines.front().area);
    const Pixels binary = sideBySide(ruled.letters.get(), lines, 0);
    const Pixels grey = sideBySide(page.grey(), lines, l_uint32(paperOf(first.get())));
    Reading reading = weighed(withoutDust(recogniser.line(binary.get())), withoutDust(recogniser.line(grey.get())));
    if (lines.front().area.width <= 2 * lines.front().area.height)
        reading.text.remove(u' '); // letters that stand
    reading.words.clear();
    reading.area = lines.front().area;
    reading.area.height = lines.back().area.bottom() - reading.area.top;
    return reading;
}

Reading readAgain(const Reading &line, const RuledPage &ruled, Recogniser &recogniser)
{
    constexpr double sure = 92;
    constexpr int margin = 4;
    if (line.confidence >= sure || line.area.isEmpty())
        return line;
    const Area around{std::max(0, line.area.left - margin), std::max(0, line.area.top - margin),
                      line.area.width + 2 * margin, line.area.height + 2 * margin};
    const Pixels part = cut(ruled.letters.get(), around);
    if (!part)
        return line;
    Reading again = readBinary(ruled, {around}, recogniser);
    again.area = around;
    putSignsRight(again, ruled.letters.get());
    Reading result = weighed(line, withoutDust(std::move(again)));
    result.area = line.area;
    return result;
}

} // namespace naru::ocr
