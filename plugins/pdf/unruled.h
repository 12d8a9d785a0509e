// Tables that are ruled between rows only, or not at all.
#pragma once

#include "text_lines.h"

namespace naru::pdf {

// Both return tables as the rulings that their white space stands for. `before` are the inner column lines of the table
// that ended the page before, if its columns are white space too: where they fit, the table goes on, however short it
// is.

// From horizontal rulings that touch no vertical one.
QList<Rulings> openTables(const QList<Ruling> &horizontal, const QList<Glyph> &glyphs, const QList<double> &before);

// Without any ruling: three or more rows of three or more columns that stand exactly below one another.
QList<Rulings> unruledTables(const QList<Line> &lines, const QList<double> &before);

} // namespace naru::pdf
