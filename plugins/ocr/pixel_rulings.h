// The straight lines of a scanned page, and the page without them.
#pragma once

#include "pixels.h"

#include "core/ruling.h"

namespace naru::ocr {

struct RuledPage {
    Rulings rulings; // in points, merged
    Pixels letters; // the ink that is no ruling
    Pixels lines; // the ink that is
    int letterHeight = 0; // of most letters, pixels
};

// Both are straight and at the working resolution; hairlines are looked for in the faint one.
RuledPage rulingsOf(PIX *binary, PIX *faint);

} // namespace naru::ocr
