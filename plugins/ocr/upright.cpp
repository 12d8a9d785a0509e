#include "upright.h"

#include <algorithm>
#include <array>

namespace naru::ocr {

namespace {

constexpr int lowestText = 22; // pixels at 300 dpi: 6 points
constexpr int highestText = 130;
constexpr size_t mostSamples = 8;
constexpr double surelyText = 80;
constexpr double hardlyText = 45;

bool isWordLike(int along, int across)
{
    return across >= lowestText && across <= highestText && along >= 2 * across && along <= 14 * across;
}

struct Words {
    std::vector<Area> lying; // wider than high
    std::vector<Area> standing;
};

// Ink that a word's width of closing joins, without rulings: along which axis do words lie?
Words wordsOf(PIX *binary)
{
    constexpr int gap = 13; // between the letters of a word, less than between lines
    constexpr int insideLetter = 5;
    constexpr int shrink = 2;
    const Pixels half(pixReduceRankBinaryCascade(binary, 1, 0, 0, 0));
    const Pixels lines(pixOpenCompBrick(nullptr, half.get(), 72, 1));
    const Pixels posts(pixOpenCompBrick(nullptr, half.get(), 1, 72));
    const Pixels ruled(pixOr(nullptr, lines.get(), posts.get()));
    const Pixels mask(pixDilateBrick(nullptr, ruled.get(), 5, 5));
    const Pixels letters(pixSubtract(nullptr, half.get(), mask.get()));
    // Letters are joined along the line alone: the next line, in a narrow cell, is as near as the next letter.
    const auto boxesOf = [&](int across, int down) {
        const Pixels joined(pixCloseSafeBrick(nullptr, letters.get(), across / shrink | 1, down / shrink | 1));
        return piecesOf(joined.get());
    };
    const auto areaAt = [](const Boxes &boxes, int i) {
        const Area small = areaOf(boxes.get(), i);
        return Area{small.left * shrink, small.top * shrink, small.width * shrink, small.height * shrink};
    };
    const Boxes lying = boxesOf(gap, insideLetter);
    const Boxes standing = boxesOf(insideLetter, gap);
    Words words;
    for (int i = 0; i < boxaGetCount(lying.get()); ++i)
        if (const Area area = areaAt(lying, i); isWordLike(area.width, area.height))
            words.lying.push_back(area);
    for (int i = 0; i < boxaGetCount(standing.get()); ++i)
        if (const Area area = areaAt(standing, i); isWordLike(area.height, area.width))
            words.standing.push_back(area);
    return words;
}

// The longest words say most.
std::vector<Area> samplesOf(std::vector<Area> words)
{
    std::stable_sort(words.begin(), words.end(), [](const Area &a, const Area &b) {
        return std::max(a.width, a.height) > std::max(b.width, b.height);
    });
    const size_t skipped = words.size() > 4 * mostSamples ? words.size() / 8 : 0; // the very longest may be no words
    words.erase(words.begin(), words.begin() + std::ptrdiff_t(skipped));
    if (words.size() > mostSamples)
        words.resize(mostSamples);
    return words;
}

double sureness(PIX *binary, const std::vector<Area> &samples, int turn, Recogniser &recogniser)
{
    constexpr int margin = 6;
    constexpr int border = 20;
    double sum = 0;
    for (const Area &word : samples) {
        const Pixels part = cut(binary, {word.left - margin, word.top - margin, word.width + 2 * margin,
                                         word.height + 2 * margin});
        const Pixels turned(pixRotateOrth(part.get(), turn));
        const Pixels framed(pixAddBorder(turned.get(), border, 0));
        const Reading reading = recogniser.line(framed.get());
        sum += reading.text.size() >= 2 ? reading.confidence : 0;
    }
    return samples.empty() ? 0 : sum / double(samples.size());
}

} // namespace

int turnToUpright(PIX *binary, Recogniser &recogniser)
{
    const Words words = wordsOf(binary);
    const std::vector<Area> lying = samplesOf(words.lying);
    const std::vector<Area> standing = samplesOf(words.standing);
    constexpr double clearly = 6; // a page lies as it should unless another way reads better
    const bool lies = 3 * words.lying.size() >= words.standing.size();
    const std::array<int, 4> order = lies ? std::array{0, 2, 1, 3} : std::array{1, 3, 0, 2};
    int best = 0;
    double most = hardlyText; // what can be read in no direction stays as it is
    for (const int turn : order) {
        const double sure = sureness(binary, turn % 2 == 0 ? lying : standing, turn, recogniser);
        if (sure > most + (best == order.front() && most > hardlyText ? clearly : 0)) {
            most = sure;
            best = turn;
        }
        if (sure >= surelyText)
            break;
    }
    return best;
}

} // namespace naru::ocr
