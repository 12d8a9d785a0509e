// Lines of text from single glyphs: what stands on one height, read from left to right, with the spaces that the eye
// sees.
#pragma once

#include "page_content.h"

#include <QString>

namespace naru::pdf {

struct Line {
    QList<Glyph> glyphs; // from left to right
    Box box;
};

// Lines from top to bottom. Works for a page, a cell, or any part of one.
QList<Line> linesOf(const QList<Glyph> &glyphs);

QString textOf(const Line &line);

// The pieces of a line between gaps that are wider than `gap` times its height.
QList<Line> segmentsOf(const Line &line, double gap);

// A line of these glyphs. REQUIRES: at least one, from left to right.
Line lineOf(const QList<Glyph> &glyphs);

Box boxOf(const QList<Glyph> &glyphs);

} // namespace naru::pdf
