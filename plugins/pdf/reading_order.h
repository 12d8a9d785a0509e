// The order in which lines of running text are read: from top to bottom, and where the text stands in two columns, the
// left one first.
#pragma once

#include "text_lines.h"

namespace naru::pdf {

// The lines of the glyphs, in columns cut at the gutter. The boxes tell where they stand; order is theirs.
QList<Line> linesInReadingOrder(const QList<Glyph> &glyphs);

} // namespace naru::pdf
