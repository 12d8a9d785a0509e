// The signs between figures – points, commas, colons – as the ink shows them: the model of letters guesses them.
#pragma once

#include "recogniser.h"

namespace naru::ocr {

// Puts the signs of the line's numbers, days, and times right. The line's places are in pixels of the page; `letters` is
// the ink of the page without rulings. Where the ink does not say it clearly, the text stays.
void putSignsRight(Reading &line, PIX *letters);

} // namespace naru::ocr
