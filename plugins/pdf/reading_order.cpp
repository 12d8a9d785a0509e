#include "reading_order.h"

#include "white_space.h"

#include <algorithm>

namespace naru::pdf {

namespace {

constexpr qsizetype fewestLines = 5; // on either side of a gutter
constexpr qsizetype fewestItems = 3;
constexpr double gutterGap = 0.8; // of the height
constexpr double fullColumn = 0.6; // of the width of a column that its lines take up: running text, not a list

// Where a line has its gutter: the x of the gap nearest to the middle of the text, or nothing.
struct Gutter {
    double left = 0;
    double right = 0;
    bool isEmpty() const { return right <= left; }
};

Gutter gapOver(const Line &line, double middle)
{
    const QList<Line> pieces = segmentsOf(line, gutterGap);
    for (qsizetype i = 1; i < pieces.size(); ++i)
        if (pieces[i - 1].box.right < middle && pieces[i].box.left > middle)
            return {pieces[i - 1].box.right, pieces[i].box.left};
    return {};
}

// The pieces of lines on either side of the gutter, and the lines between first and last that have it.
struct Columns {
    QList<Line> left;
    QList<Line> right;
};

Columns split(const QList<Line> &lines, double gutter)
{
    QList<Glyph> left;
    QList<Glyph> right;
    for (const Line &line : lines)
        for (const Glyph &glyph : line.glyphs)
            (centreX(glyph.box) < gutter ? left : right).append(glyph);
    return {linesOf(left), linesOf(right)};
}

bool isRunningText(const QList<Line> &column)
{
    if (column.size() < fewestLines)
        return false;
    double left = column.first().box.left;
    double right = column.first().box.right;
    double ink = 0;
    for (const Line &line : column) {
        left = std::min(left, line.box.left);
        right = std::max(right, line.box.right);
        ink += widthOf(line.box);
    }
    return ink >= fullColumn * double(column.size()) * (right - left);
}

// A bulletin: lines that begin with a mark, or that say who goes where. Cells of a table do neither, line by line.
bool isList(const QList<Line> &column)
{
    static const QString marks = QStringLiteral("-–○●◇◆□■▲△▶▷ㆍ·•※*");
    static const QString arrows = QStringLiteral("→⇒➔▶►");
    const auto items = std::count_if(column.cbegin(), column.cend(), [](const Line &line) {
        const bool goes = std::any_of(line.glyphs.cbegin() + 1, line.glyphs.cend(), [](const Glyph &glyph) {
            return glyph.code < 0x10000 && arrows.contains(QChar(ushort(glyph.code)));
        });
        const uint first = uint(line.glyphs.first().code);
        return goes || (first < 0x10000 && marks.contains(QChar(ushort(first))));
    });
    return items >= fewestItems && 3 * items >= column.size();
}

bool standsOnOneSide(const Line &line, double gutter)
{
    return line.box.right < gutter || line.box.left > gutter;
}

} // namespace

QList<Line> linesInReadingOrder(const QList<Glyph> &glyphs)
{
    const QList<Line> lines = linesOf(glyphs);
    if (lines.size() < fewestLines)
        return lines;
    double left = lines.first().box.left;
    double right = lines.first().box.right;
    for (const Line &line : lines) {
        left = std::min(left, line.box.left);
        right = std::max(right, line.box.right);
    }
    // The gutter is the white that all lines with a gap near the middle share.
    const double middle = (left + right) / 2;
    Gutter shared{left, right};
    qsizetype with = 0;
    for (const Line &line : lines)
        if (const Gutter gap = gapOver(line, middle); !gap.isEmpty()) {
            shared = {std::max(shared.left, gap.left), std::min(shared.right, gap.right)};
            ++with;
        }
    if (with < fewestLines || shared.isEmpty())
        return lines;
    const double gutter = (shared.left + shared.right) / 2;
    QList<Line> result;
    QList<Line> block;
    const auto finish = [&] {
        const Columns columns = split(block, gutter);
        const bool isText = isRunningText(columns.left) && isRunningText(columns.right);
        result += isText || (isList(columns.left) && isList(columns.right)) ? columns.left + columns.right : block;
        block.clear();
    };
    for (const Line &line : lines) {
        if (!gapOver(line, gutter).isEmpty() || standsOnOneSide(line, gutter)) {
            block.append(line);
            continue;
        }
        finish();
        result.append(line);
    }
    finish();
    return result;
}

} // namespace naru::pdf
