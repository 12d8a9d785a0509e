// The lines of text in the cells of scanned tables, and what they say.
#pragma once

#include "page_picture.h"
#include "pixel_rulings.h"

#include <vector>

namespace naru::ocr {

// One line of text, to be read; the area is in pixels of the page.
struct TextLine {
    Area area;
    bool isInverted = false; // light on dark
};

// The lines of one cell from top to bottom. `letterHeight` is the usual one of the page, 0 where nobody knows.
std::vector<TextLine> linesInCell(PIX *letters, const Area &cell, int letterHeight);
// The usual height of a line of these.
int usualHeight(const std::vector<std::vector<TextLine>> &cells);

// Reads a line twice, as black and white and as grey where the first is not sure, and keeps the surer reading.
Reading readLine(const PagePicture &page, const RuledPage &ruled, const TextLine &line, Recogniser &recogniser);

// The lines of a cell by what is read at once: letters that stand one below the other are one line, and a letter alone
// belongs to the line above, where the cell was too narrow for it.
std::vector<std::vector<TextLine>> readingUnits(const std::vector<TextLine> &lines, int letterHeight);
// Reads what belongs together side by side, as the model knows lines.
Reading readTogether(const PagePicture &page, const RuledPage &ruled, const std::vector<TextLine> &lines,
                     Recogniser &recogniser);

// The line as it was read in its block of text, read a second time alone where that was not sure.
Reading readAgain(const Reading &line, const RuledPage &ruled, Recogniser &recogniser);

} // namespace naru::ocr
