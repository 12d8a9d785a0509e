// Columns and rows where nothing is drawn between them: white space runs down between columns, and across between rows.
#pragma once

#include "text_lines.h"

namespace naru::pdf {

constexpr double columnGap = 0.8; // of the height of a line: certainly between columns, not between words

// The x of white bands that no line crosses, save the heads over several columns. The more lines there are, the
// narrower a band may be.
QList<double> columnBreaks(const QList<Line> &lines, double left, double right);

// The index of the column at x.
qsizetype columnAt(const QList<double> &breaks, double x);
// The texts of a line by column; empty where it has none.
QList<QList<Glyph>> byColumn(const Line &line, const QList<double> &breaks);

struct Row {
    double top = 0;
    double bottom = 0;
    QList<Line> lines;
};
// Divides lines into rows from `top` to `bottom`. A row may have several lines: then more white space is between rows
// than within them, or the lines that go on leave the first column empty.
QList<Row> rowsOf(const QList<Line> &lines, const QList<double> &breaks, double top, double bottom);

double usualHeight(const QList<Line> &lines);

} // namespace naru::pdf
