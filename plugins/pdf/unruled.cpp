#include "unruled.h"

#include "white_space.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace naru::pdf {

namespace {

constexpr double sameEnd = 4; // rulings of one table begin and end together
constexpr double doubleLine = 4;
constexpr double sameEdge = 0.6; // of the height: texts of a column begin, end, or centre at one place
constexpr double wordsApart = 0.25; // of the height: text with smaller gaps runs through
constexpr int firstLines = 4; // a table that goes on begins among these
constexpr double nextRow = 2; // of the height: rows of a table without rulings are not farther apart
constexpr double otherSize = 1.35; // a line that much higher is a heading

Rulings rulingsFor(const QList<Row> &rows, const QList<double> &breaks, double left, double right)
{
    Rulings result;
    for (const Row &row : rows) {
        result.horizontal.append(Ruling{row.top, left, right});
        for (const double x : breaks) {
            const bool crossed = std::any_of(row.lines.cbegin(), row.lines.cend(), [x](const Line &line) {
                const QList<Line> pieces = segmentsOf(line, columnGap);
                return std::any_of(pieces.cbegin(), pieces.cend(), [x](const Line &piece) {
                    return piece.box.left < x - 3 && piece.box.right > x + 3
                        && std::any_of(piece.glyphs.cbegin(), piece.glyphs.cend(),
                                       [x](const Glyph &glyph) { return glyph.box.left < x && glyph.box.right > x; });
                });
            });
            if (!crossed)
                result.vertical.append(Ruling{x, row.top, row.bottom});
        }
    }
    result.horizontal.append(Ruling{rows.last().bottom, left, right});
    for (const double x : {left, right})
        result.vertical.append(Ruling{x, rows.first().top, rows.last().bottom});
    return result;
}

QList<Row> bandsBetween(const QList<Ruling> &rulings, const QList<Glyph> &glyphs)
{
    QList<Row> bands;
    for (qsizetype i = 1; i < rulings.size(); ++i) {
        Row band{rulings[i - 1].at, rulings[i].at, {}};
        if (band.bottom - band.top <= doubleLine)
            continue;
        const Box box{rulings[i].from - sameEnd, band.top, rulings[i].to + sameEnd, band.bottom};
        QList<Glyph> inside;
        for (const Glyph &glyph : glyphs)
            if (contains(box, centreX(glyph.box), centreY(glyph.box)))
                inside.append(glyph);
        band.lines = linesOf(inside);
        bands.append(band);
    }
    return bands;
}

bool runsThrough(const Line &line, double x)
{
    for (qsizetype i = 1; i < line.glyphs.size(); ++i) {
        const Box &left = line.glyphs[i - 1].box;
        const Box &right = line.glyphs[i].box;
        if (centreX(left) < x && centreX(right) > x)
            return right.left - left.right < wordsApart * heightOf(left);
    }
    return false;
}

// Whether the columns of the page before are the columns of these lines too.
bool fit(const QList<double> &before, const QList<Line> &lines, double left, double right)
{
    if (before.isEmpty() || before.first() <= left || before.last() >= right)
        return false;
    qsizetype through = 0;
    for (const Line &line : lines)
        for (const double x : before)
            through += runsThrough(line, x) ? 1 : 0;
    return 20 * through <= lines.size() * before.size();
}

QList<double> breaksOf(const QList<Line> &lines, double left, double right, const QList<double> &before)
{
    const QList<double> own = columnBreaks(lines, left, right);
    return fit(before, lines, left, right) && (before.size() >= own.size() || lines.size() < 8) ? before : own;
}

std::optional<Rulings> openTable(const QList<Ruling> &rulings, const QList<Glyph> &glyphs, const QList<double> &before)
{
    const QList<Row> bands = bandsBetween(rulings, glyphs);
    QList<Line> lines;
    for (const Row &band : bands)
        lines += band.lines;
    if (bands.size() < 2 || lines.size() < 2)
        return std::nullopt;
    const double left = rulings.first().from;
    const double right = rulings.first().to;
    const QList<double> breaks = breaksOf(lines, left, right, before);
    if (breaks.isEmpty())
        return std::nullopt;
    QList<Row> rows;
    for (const Row &band : bands) {
        // A band with many lines is a table of records that only a rule above and below holds together.
        const bool holdsRecords = band.lines.size() >= 3 && (bands.size() <= 3 || band.lines.size() >= 6);
        if (holdsRecords || (band.lines.size() == 2 && bands.size() == 2))
            rows += rowsOf(band.lines, breaks, band.top, band.bottom);
        else
            rows.append(band);
    }
    return rulingsFor(rows, breaks, left, right);
}

bool isTabular(const Line &line)
{
    return segmentsOf(line, columnGap).size() >= 2;
}

bool goesOn(const Line &line, const Line &next)
{
    const double one = heightOf(line.glyphs.first().box);
    const double other = heightOf(next.glyphs.first().box);
    const double height = std::min(one, other);
    const double ratio = std::max(one, other) / std::max(height, 0.1);
    return next.box.top - line.box.bottom < nextRow * height && ratio < otherSize;
}

// Whether the texts of every column stand exactly below one another: left, right, or centred.
bool isAligned(const QList<Row> &rows, const QList<double> &breaks, double height)
{
    QList<QList<Box>> columns(breaks.size() + 1);
    for (const Row &row : rows)
        for (const Line &line : row.lines) {
            const QList<QList<Glyph>> texts = byColumn(line, breaks);
            for (qsizetype i = 0; i < texts.size(); ++i)
                if (!texts[i].isEmpty())
                    columns[i].append(boxOf(texts[i]));
        }
    const auto together = [height](const QList<Box> &boxes, double (*place)(const Box &)) {
        QList<double> places;
        for (const Box &box : boxes)
            places.append(place(box));
        std::sort(places.begin(), places.end());
        const double middle = places[places.size() / 2];
        const auto near = std::count_if(places.cbegin(), places.cend(), [middle, height](double one) {
            return std::abs(one - middle) < sameEdge * height;
        });
        return 10 * near >= 7 * places.size();
    };
    return std::all_of(columns.cbegin(), columns.cend(), [&together](const QList<Box> &boxes) {
        return boxes.isEmpty() || together(boxes, [](const Box &box) { return box.left; }) || together(boxes, centreX)
            || together(boxes, [](const Box &box) { return box.right; });
    });
}

qsizetype columnsFilled(const Row &row, const QList<double> &breaks)
{
    QList<bool> filled(breaks.size() + 1, false);
    for (const Line &line : row.lines)
        for (const Glyph &glyph : line.glyphs)
            filled[columnAt(breaks, centreX(glyph.box))] = true;
    return filled.count(true);
}

// Most rows fill most columns, and hardly any text runs through.
bool isFilled(const QList<Row> &rows, const QList<double> &breaks)
{
    qsizetype filled = 0;
    for (const Row &row : rows)
        filled += columnsFilled(row, breaks);
    return 10 * filled >= 6 * rows.size() * (breaks.size() + 1);
}

// REQUIRES: before is empty unless the lines stand where a table would go on.
std::optional<Rulings> unruledTable(QList<Line> lines, const QList<double> &before)
{
    while (!lines.isEmpty() && !isTabular(lines.last()) && !isTabular(lines.value(lines.size() - 2)))
        lines.removeLast();
    if (lines.isEmpty())
        return std::nullopt;
    double left = lines.first().box.left;
    double right = lines.first().box.right;
    for (const Line &line : std::as_const(lines)) {
        left = std::min(left, line.box.left);
        right = std::max(right, line.box.right);
    }
    const QList<double> breaks = breaksOf(lines, left, right, before);
    if (breaks.size() < 2)
        return std::nullopt;
    QList<Row> rows = rowsOf(lines, breaks, lines.first().box.top - 1, lines.last().box.bottom + 1);
    while (rows.size() > 1 && columnsFilled(rows.last(), breaks) == 1) // "끝." and the like stand below the table
        rows.removeLast();
    const bool isClear = rows.size() >= 3 && std::count_if(lines.cbegin(), lines.cend(), isTabular) >= 3;
    if (!(isClear || breaks == before) || !isFilled(rows, breaks) || !isAligned(rows, breaks, usualHeight(lines)))
        return std::nullopt;
    return rulingsFor(rows, breaks, left - 2, right + 2);
}

} // namespace

QList<Rulings> openTables(const QList<Ruling> &horizontal, const QList<Glyph> &glyphs, const QList<double> &before)
{
    QList<Ruling> rest = horizontal;
    std::sort(rest.begin(), rest.end(), [](const Ruling &a, const Ruling &b) { return a.at < b.at; });
    QList<Rulings> result;
    while (!rest.isEmpty()) {
        const Ruling first = rest.first();
        const auto belongs = [&first](const Ruling &one) {
            return std::abs(one.from - first.from) <= sameEnd && std::abs(one.to - first.to) <= sameEnd;
        };
        QList<Ruling> together;
        std::copy_if(rest.cbegin(), rest.cend(), std::back_inserter(together), belongs);
        rest.removeIf(belongs);
        if (together.size() < 3)
            continue;
        if (const std::optional<Rulings> table = openTable(together, glyphs, before))
            result.append(*table);
    }
    return result;
}

QList<Rulings> unruledTables(const QList<Line> &lines, const QList<double> &before)
{
    QList<Rulings> result;
    QList<Line> run;
    qsizetype begin = 0;
    const auto finish = [&] {
        if (const std::optional<Rulings> table = unruledTable(run, begin < firstLines ? before : QList<double>()))
            result.append(*table);
        run.clear();
    };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!run.isEmpty() && !goesOn(run.last(), lines[i]))
            finish();
        if (run.isEmpty())
            begin = i;
        if (!run.isEmpty() || isTabular(lines[i]))
            run.append(lines[i]);
    }
    finish();
    return result;
}

} // namespace naru::pdf
