// The straight lines of a scanned page, and the page without them.
#pragma once

#include "pixels.h"

#include "core/ruling.h"

namespace naru::ocr {

struct RuledPage {
    Rulings rulings; // in points, merged
    Pixels letters; // the ink that is no ruling
    Pixels lines; // the ink that is
};

// `binary` is straight and at the working resolution.
RuledPage rulingsOf(PIX *binary);

} // namespace naru::ocr
