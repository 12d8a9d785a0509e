// Tables that are ruled between rows only, or not at all: their columns are where white space runs down.
#pragma once

#include "text_lines.h"

namespace naru::pdf {

// The places between columns: white bands at least `gap` points wide that hardly any of the lines crosses, inside
// (left, right).
QList<double> columnBreaks(const QList<Line> &lines, double left, double right, double gap);

// From horizontal rulings that touch no vertical one: groups that rule a table, completed with the vertical rulings that
// its white space stands for.
QList<Rulings> openTables(const QList<Ruling> &horizontal, const QList<Glyph> &glyphs);

// Tables without any ruling: three or more rows of three or more columns that stand exactly below one another. Returned
// as the rulings that their white space stands for.
QList<Rulings> unruledTables(const QList<Line> &lines);

} // namespace naru::pdf
