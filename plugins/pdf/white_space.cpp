#include "white_space.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace naru::pdf {

namespace {

constexpr double columnGap = 0.8; // of the height of a line: white space between columns, not between words
constexpr double sameEnd = 4; // rulings of one table begin and end together
constexpr double doubleLine = 4;
constexpr double sameEdge = 0.6; // of the height: texts of a column begin, end, or centre at one place
constexpr double nextRow = 2; // of the height: rows of a table without rulings are not farther apart
constexpr double binsPerPoint = 2;

bool crosses(const Line &piece, double x)
{
    return piece.box.left < x - 1 && piece.box.right > x + 1;
}

double usualHeight(const QList<Line> &lines)
{
    QList<double> heights;
    for (const Line &line : lines)
        heights.append(heightOf(line.box));
    std::sort(heights.begin(), heights.end());
    return heights.isEmpty() ? 0 : heights[heights.size() / 2];
}

// White bands that at most `crossings` of the lines cross; their middles.
QList<double> whiteBands(const QList<Line> &lines, double left, double right, double gap, int crossings)
{
    const int bins = std::max(0, int((right - left) * binsPerPoint));
    QList<int> ink(bins, 0);
    QList<int> lastLine(bins, -1);
    for (qsizetype i = 0; i < lines.size(); ++i)
        for (const Line &piece : segmentsOf(lines[i], columnGap)) {
            const int from = std::max(0, int((piece.box.left - left) * binsPerPoint));
            const int to = std::min(bins, int(std::ceil((piece.box.right - left) * binsPerPoint)));
            for (int bin = from; bin < to; ++bin)
                if (lastLine[bin] != i) {
                    lastLine[bin] = int(i);
                    ++ink[bin];
                }
        }
    QList<double> middles;
    int begin = -1; // of the white band; -1 before the first ink
    for (int bin = 0; bin < bins; ++bin) {
        if (ink[bin] <= crossings)
            continue;
        if (begin >= 0 && bin - begin >= gap * binsPerPoint)
            middles.append(left + (begin + bin) / 2.0 / binsPerPoint);
        begin = bin + 1;
    }
    return middles;
}

// The lines with most columns; heads over several columns and notes have fewer.
QList<Line> fullLines(const QList<Line> &lines, qsizetype &columns)
{
    columns = 0;
    for (const Line &line : lines)
        columns = std::max(columns, segmentsOf(line, columnGap).size());
    QList<Line> full;
    for (const Line &line : lines)
        if (5 * segmentsOf(line, columnGap).size() >= 3 * columns)
            full.append(line);
    return full;
}

struct Row {
    double top = 0;
    double bottom = 0;
    QList<Line> lines;
};

int columnsFilled(const Line &line, const QList<double> &breaks, bool &first)
{
    QList<bool> filled(breaks.size() + 1, false);
    for (const Glyph &glyph : line.glyphs)
        filled[std::lower_bound(breaks.cbegin(), breaks.cend(), centreX(glyph.box)) - breaks.cbegin()] = true;
    first = filled.first();
    return int(filled.count(true));
}

// A line begins a row of its own where it fills the first column and most others; else it goes on with the row above.
QList<Row> rowsOf(const Row &band, const QList<double> &breaks)
{
    QList<Row> rows;
    for (const Line &line : band.lines) {
        bool first = false;
        const int filled = columnsFilled(line, breaks, first);
        if (rows.isEmpty() || (first && 2 * filled > breaks.size() + 1))
            rows.append(Row{0, 0, {}});
        rows.last().lines.append(line);
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const double above = i == 0 ? 0 : rows[i - 1].lines.last().box.bottom;
        rows[i].top = i == 0 ? band.top : (above + rows[i].lines.first().box.top) / 2;
        if (i > 0)
            rows[i - 1].bottom = rows[i].top;
    }
    if (!rows.isEmpty())
        rows.last().bottom = band.bottom;
    return rows;
}

Rulings rulingsFor(const QList<Row> &rows, const QList<double> &breaks, double left, double right)
{
    Rulings result;
    for (const Row &row : rows) {
        result.horizontal.append(Ruling{row.top, left, right});
        for (const double x : breaks) {
            const bool crossed = std::any_of(row.lines.cbegin(), row.lines.cend(), [x](const Line &line) {
                const QList<Line> pieces = segmentsOf(line, columnGap);
                return std::any_of(pieces.cbegin(), pieces.cend(), [x](const Line &piece) { return crosses(piece, x); });
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
        QList<Glyph> inside;
        for (const Glyph &glyph : glyphs)
            if (contains(Box{rulings[i].from - sameEnd, band.top, rulings[i].to + sameEnd, band.bottom}, centreX(glyph.box),
                         centreY(glyph.box)))
                inside.append(glyph);
        band.lines = linesOf(inside);
        bands.append(band);
    }
    return bands;
}

std::optional<Rulings> openTable(const QList<Ruling> &rulings, const QList<Glyph> &glyphs)
{
    const QList<Row> bands = bandsBetween(rulings, glyphs);
    QList<Line> lines;
    for (const Row &band : bands)
        lines += band.lines;
    if (bands.size() < 2 || lines.size() < 2)
        return std::nullopt;
    const double left = rulings.first().from;
    const double right = rulings.first().to;
    const QList<double> breaks = columnBreaks(lines, left, right, columnGap * usualHeight(lines));
    if (breaks.isEmpty())
        return std::nullopt;
    QList<Row> rows;
    for (const Row &band : bands) {
        const bool holdsRecords = band.lines.size() >= 3 || (band.lines.size() > 1 && bands.size() <= 3);
        if (holdsRecords)
            rows += rowsOf(band, breaks);
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
    const double height = std::min(heightOf(line.box), heightOf(next.box));
    const double ratio = std::max(heightOf(line.box), heightOf(next.box)) / std::max(height, 0.1);
    return next.box.top - line.box.bottom < nextRow * height && ratio < 1.35;
}

// Whether the texts of every column stand exactly below one another: left, right, or centred.
bool isAligned(const QList<Line> &lines, const QList<double> &breaks, double height)
{
    QList<QList<Box>> columns(breaks.size() + 1);
    for (const Line &line : lines) {
        QList<QList<Glyph>> texts(breaks.size() + 1);
        for (const Glyph &glyph : line.glyphs)
            texts[std::lower_bound(breaks.cbegin(), breaks.cend(), centreX(glyph.box)) - breaks.cbegin()].append(glyph);
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
        return boxes.size() >= 2
            && (together(boxes, [](const Box &box) { return box.left; }) || together(boxes, centreX)
                || together(boxes, [](const Box &box) { return box.right; }));
    });
}

std::optional<Rulings> unruledTable(QList<Line> lines)
{
    while (!lines.isEmpty() && !isTabular(lines.last()))
        lines.removeLast();
    const auto tabular = std::count_if(lines.cbegin(), lines.cend(), isTabular);
    if (tabular < 3)
        return std::nullopt;
    double left = lines.first().box.left;
    double right = lines.first().box.right;
    for (const Line &line : std::as_const(lines)) {
        left = std::min(left, line.box.left);
        right = std::max(right, line.box.right);
    }
    const double height = usualHeight(lines);
    const QList<double> breaks = columnBreaks(lines, left, right, columnGap * height);
    int filled = 0;
    bool first = false;
    for (const Line &line : std::as_const(lines))
        filled += isTabular(line) ? columnsFilled(line, breaks, first) : 0;
    const qsizetype columns = breaks.size() + 1;
    if (columns < 3 || 10 * filled < 6 * columns * tabular || !isAligned(lines, breaks, height))
        return std::nullopt;
    const QList<Row> rows = rowsOf(Row{lines.first().box.top - 1, lines.last().box.bottom + 1, lines}, breaks);
    if (rows.size() < 3)
        return std::nullopt;
    return rulingsFor(rows, breaks, left - 2, right + 2);
}

} // namespace

QList<double> columnBreaks(const QList<Line> &lines, double left, double right, double gap)
{
    qsizetype columns = 0;
    const QList<Line> full = fullLines(lines, columns);
    const QList<double> strict = whiteBands(full, left, right, gap, 0);
    if (strict.size() + 1 >= columns || full.size() < 8)
        return strict;
    const QList<double> lenient = whiteBands(full, left, right, gap, int(full.size() / 20) + 1);
    return lenient.size() > strict.size() ? lenient : strict;
}

QList<Rulings> openTables(const QList<Ruling> &horizontal, const QList<Glyph> &glyphs)
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
        if (const std::optional<Rulings> table = openTable(together, glyphs))
            result.append(*table);
    }
    return result;
}

QList<Rulings> unruledTables(const QList<Line> &lines)
{
    QList<Rulings> result;
    QList<Line> run;
    const auto finish = [&result, &run] {
        if (const std::optional<Rulings> table = unruledTable(run))
            result.append(*table);
        run.clear();
    };
    for (const Line &line : lines) {
        if (!run.isEmpty() && !goesOn(run.last(), line))
            finish();
        if (!run.isEmpty() || isTabular(line))
            run.append(line);
    }
    finish();
    return result;
}

} // namespace naru::pdf
