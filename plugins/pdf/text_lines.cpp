#include "text_lines.h"

#include <algorithm>
#include <cmath>

namespace naru::pdf {

namespace {

constexpr double wordGap = 0.12; // of the height of the letters
constexpr double scriptGap = 0.2; // between Hangul and digits, where word processors add a little air of their own
constexpr double sameHeight = 0.5; // of the smaller height, between the middles of two runs of one line

// Neighbouring glyphs of one word.
struct Run {
    QList<Glyph> glyphs;
    Box box;
};

QList<Run> runsOf(const QList<Glyph> &glyphs)
{
    QList<Run> runs;
    for (const Glyph &glyph : glyphs) {
        if (runs.isEmpty() || runs.last().glyphs.last().word != glyph.word)
            runs.append(Run{{}, glyph.box});
        runs.last().glyphs.append(glyph);
        runs.last().box = runs.last().box.united(glyph.box);
    }
    return runs;
}

bool isHangul(char32_t code)
{
    return code >= 0xAC00 && code <= 0xD7A3;
}

bool isLatinOrDigit(char32_t code)
{
    return code < 0x250 && QChar::isLetterOrNumber(code);
}

bool changesScript(char32_t a, char32_t b)
{
    return (isHangul(a) && isLatinOrDigit(b)) || (isLatinOrDigit(a) && isHangul(b));
}

bool spaceBetween(const Glyph &a, const Glyph &b)
{
    if (a.word == b.word)
        return a.spaceAfter;
    const double gap = b.box.left - a.box.right;
    const double height = std::min(heightOf(a.box), heightOf(b.box));
    return gap > height * (changesScript(a.code, b.code) ? scriptGap : wordGap);
}

} // namespace

Box boxOf(const QList<Glyph> &glyphs)
{
    Box box = glyphs.isEmpty() ? Box() : glyphs.first().box;
    for (const Glyph &glyph : glyphs)
        box = box.united(glyph.box);
    return box;
}

Line lineOf(const QList<Glyph> &glyphs)
{
    return Line{glyphs, boxOf(glyphs)};
}

QList<Line> linesOf(const QList<Glyph> &glyphs)
{
    QList<Run> runs = runsOf(glyphs);
    std::stable_sort(runs.begin(), runs.end(),
                     [](const Run &a, const Run &b) { return centreY(a.box) < centreY(b.box); });
    QList<QList<Run>> rows;
    Box row;
    for (const Run &run : std::as_const(runs)) {
        const double tolerance = sameHeight * std::min(heightOf(run.box), heightOf(row));
        if (rows.isEmpty() || std::abs(centreY(run.box) - centreY(row)) > tolerance) {
            rows.append(QList<Run>());
            row = run.box;
        }
        rows.last().append(run);
    }
    QList<Line> lines;
    for (QList<Run> &parts : rows) {
        std::stable_sort(parts.begin(), parts.end(),
                         [](const Run &a, const Run &b) { return a.box.left < b.box.left; });
        Line line{{}, parts.first().box};
        for (const Run &part : std::as_const(parts)) {
            line.glyphs += part.glyphs;
            line.box = line.box.united(part.box);
        }
        lines.append(line);
    }
    return lines;
}

QString textOf(const Line &line)
{
    QString text;
    for (qsizetype i = 0; i < line.glyphs.size(); ++i) {
        if (i > 0 && spaceBetween(line.glyphs[i - 1], line.glyphs[i]))
            text += u' ';
        text += QChar::fromUcs4(line.glyphs[i].code);
    }
    return text;
}

QList<Line> segmentsOf(const Line &line, double gap)
{
    QList<QList<Glyph>> pieces;
    for (const Glyph &glyph : line.glyphs) {
        const bool apart = pieces.isEmpty()
            || glyph.box.left - pieces.last().last().box.right
                > gap * std::min(heightOf(glyph.box), heightOf(pieces.last().last().box));
        if (apart)
            pieces.append(QList<Glyph>());
        pieces.last().append(glyph);
    }
    QList<Line> segments;
    for (const QList<Glyph> &piece : std::as_const(pieces))
        segments.append(lineOf(piece));
    return segments;
}

} // namespace naru::pdf
