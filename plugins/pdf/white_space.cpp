#include "white_space.h"

#include <algorithm>
#include <cmath>

namespace naru::pdf {

namespace {

constexpr double binsPerPoint = 2;
constexpr double letterSpacing = 1.3; // of the height: single letters closer than this are one spaced word
constexpr double rowGap = 0.22; // of the height: white space between rows, where rows have several lines

struct Band {
    double left = 0;
    double right = 0;
    double middle() const { return (left + right) / 2; }
};

using Pieces = QList<QList<Line>>; // of every line

// White bands that at most `crossings` lines cross.
QList<Band> whiteBands(const Pieces &lines, double left, double right, double gap, qsizetype crossings)
{
    const int bins = std::max(0, int((right - left) * binsPerPoint));
    QList<int> ink(bins, 0);
    QList<int> lastLine(bins, -1);
    for (int i = 0; i < lines.size(); ++i)
        for (const Line &piece : lines[i]) {
            const int from = std::max(0, int((piece.box.left - left) * binsPerPoint));
            const int to = std::min(bins, int(std::ceil((piece.box.right - left) * binsPerPoint)));
            for (int bin = from; bin < to; ++bin)
                if (lastLine[bin] != i) {
                    lastLine[bin] = i;
                    ++ink[bin];
                }
        }
    QList<Band> bands;
    int begin = -1; // of the white band; -1 before the first ink
    for (int bin = 0; bin < bins; ++bin) {
        if (ink[bin] <= crossings)
            continue;
        if (begin >= 0 && bin - begin >= gap * binsPerPoint)
            bands.append(Band{left + begin / binsPerPoint, left + bin / binsPerPoint});
        begin = bin + 1;
    }
    return bands;
}

bool bridges(const QList<Line> &pieces, const QList<Band> &bands)
{
    return std::any_of(pieces.cbegin(), pieces.cend(), [&bands](const Line &piece) {
        return std::any_of(bands.cbegin(), bands.cend(), [&piece](const Band &band) {
            return piece.box.left < band.left && piece.box.right > band.right;
        });
    });
}

// "이 지 혜" below "김 하 나" is one column: single letters on either side of a narrow band.
bool isInsideSpacedWord(const Band &band, double before, double after, const Pieces &lines, double height)
{
    if (band.right - band.left > letterSpacing * height)
        return false;
    qsizetype single = 0;
    qsizetype all = 0;
    for (const QList<Line> &line : lines) {
        int leftLetters = 0;
        int rightLetters = 0;
        for (const Line &piece : line)
            for (const Glyph &glyph : piece.glyphs) {
                const double x = centreX(glyph.box);
                const int letters = QChar::isLetter(glyph.code) ? 1 : 2; // a digit is a column, not a part of a name
                leftLetters += x > before && x < band.middle() ? letters : 0;
                rightLetters += x > band.middle() && x < after ? letters : 0;
            }
        all += leftLetters + rightLetters > 0 ? 1 : 0;
        single += leftLetters + rightLetters > 0 && leftLetters <= 1 && rightLetters <= 1 ? 1 : 0;
    }
    return 10 * single >= 6 * all;
}

double gapFor(qsizetype lines)
{
    return lines >= 8 ? 0.3 : lines >= 4 ? 0.6 : columnGap;
}

// Rows between the white bands that run across.
QList<QList<Line>> blocksOf(const QList<Line> &lines, double gap)
{
    QList<QList<Line>> blocks;
    double bottom = 0;
    for (const Line &line : lines) {
        if (blocks.isEmpty() || line.box.top - bottom > gap)
            blocks.append(QList<Line>());
        blocks.last().append(line);
        bottom = std::max(blocks.last().size() == 1 ? line.box.bottom : bottom, line.box.bottom);
    }
    return blocks;
}

bool fillsFirst(const Line &line, const QList<double> &breaks)
{
    return !byColumn(line, breaks).first().isEmpty();
}

// Whether the white space across tells the rows: nearly every block has a text in its first column, and only one line
// there. Without blocks of several lines there is nothing to tell.
bool areRows(const QList<QList<Line>> &blocks, const QList<double> &breaks)
{
    qsizetype good = 0;
    bool several = false;
    for (const QList<Line> &block : blocks) {
        const auto firsts = std::count_if(block.cbegin(), block.cend(),
                                          [&breaks](const Line &line) { return fillsFirst(line, breaks); });
        good += firsts == 1 || (firsts > 1 && block.size() <= 2 * firsts && blocks.size() > 2) ? 1 : 0;
        several = several || block.size() > 1;
    }
    return several && blocks.size() >= 2 && 10 * good >= 8 * blocks.size();
}

QList<QList<Line>> blocksByFirstColumn(const QList<Line> &lines, const QList<double> &breaks)
{
    QList<QList<Line>> blocks;
    for (const Line &line : lines) {
        const QList<QList<Glyph>> texts = byColumn(line, breaks);
        const auto filled =
            std::count_if(texts.cbegin(), texts.cend(), [](const QList<Glyph> &one) { return !one.isEmpty(); });
        if (blocks.isEmpty() || (!texts.first().isEmpty() && 2 * filled > texts.size()))
            blocks.append(QList<Line>());
        blocks.last().append(line);
    }
    return blocks;
}

} // namespace

double usualHeight(const QList<Line> &lines)
{
    QList<double> heights;
    for (const Line &line : lines)
        heights.append(heightOf(line.box));
    std::sort(heights.begin(), heights.end());
    return heights.isEmpty() ? 0 : heights[heights.size() / 2];
}

qsizetype columnAt(const QList<double> &breaks, double x)
{
    return std::lower_bound(breaks.cbegin(), breaks.cend(), x) - breaks.cbegin();
}

QList<QList<Glyph>> byColumn(const Line &line, const QList<double> &breaks)
{
    QList<QList<Glyph>> texts(breaks.size() + 1);
    for (const Glyph &glyph : line.glyphs)
        texts[columnAt(breaks, centreX(glyph.box))].append(glyph);
    return texts;
}

QList<double> columnBreaks(const QList<Line> &lines, double left, double right)
{
    const double height = usualHeight(lines);
    const double gap = gapFor(lines.size());
    Pieces pieces;
    for (const Line &line : lines)
        pieces.append(segmentsOf(line, 0.9 * gap));
    const QList<Band> lenient =
        whiteBands(pieces, left, right, gap * height, lines.size() >= 8 ? lines.size() / 12 : 0);
    if (lines.size() >= 4)
        pieces.removeIf([&lenient](const QList<Line> &line) { return bridges(line, lenient); });
    const QList<Band> bands = whiteBands(pieces, left, right, gap * height, 0);
    QList<double> breaks;
    for (qsizetype i = 0; i < bands.size(); ++i) {
        const double before = i > 0 ? bands[i - 1].middle() : left;
        const double after = i + 1 < bands.size() ? bands[i + 1].middle() : right;
        if (!isInsideSpacedWord(bands[i], before, after, pieces, height))
            breaks.append(bands[i].middle());
    }
    return breaks;
}

QList<Row> rowsOf(const QList<Line> &lines, const QList<double> &breaks, double top, double bottom)
{
    QList<QList<Line>> blocks = blocksOf(lines, rowGap * usualHeight(lines));
    if (!areRows(blocks, breaks))
        blocks = blocksByFirstColumn(lines, breaks);
    QList<Row> rows;
    for (const QList<Line> &block : std::as_const(blocks)) {
        Row row{top, bottom, block};
        if (!rows.isEmpty()) {
            double above = 0;
            for (const Line &line : std::as_const(rows.last().lines))
                above = std::max(above, line.box.bottom);
            row.top = (above + block.first().box.top) / 2;
            rows.last().bottom = row.top;
        }
        rows.append(row);
    }
    return rows;
}

} // namespace naru::pdf
