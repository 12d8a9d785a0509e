// Signs that the Korean model does not know, told by their shape: ○ and □ that begin lines, → between texts.
#pragma once

#include "pixels.h"
#include "recogniser.h"

#include <vector>

namespace naru::ocr {

struct Symbol {
    Area area; // pixels of the page
    QChar sign;
};

// Finds the signs among the letters of the page, which are about so high.
std::vector<Symbol> symbolsOf(PIX *letters, int letterHeight);

// Takes the signs off the page, so that nobody reads letters into them.
void erase(const std::vector<Symbol> &symbols, PIX *letters, PIX *grey);

// Puts the signs that stand in a line at their places in its text. Places are pixels of the page.
void insertSymbols(Reading &line, const std::vector<Symbol> &symbols);

} // namespace naru::ocr
