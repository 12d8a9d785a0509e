// Ink from grey by the light around it (Sauvola), for several factors in one pass over the page.
#pragma once

#include "pixels.h"

#include <array>

namespace naru::ocr {

// One binary for each factor: the smaller it is, the fainter the ink that counts. The window reaches so many pixels to
// each side; beyond the edge the page is mirrored. The same bits as Leptonica's pixSauvolaBinarize(), in a fraction of
// its time and without its hundred megabytes of sums. Null where the page is smaller than the window.
std::array<Pixels, 2> localThresholds(PIX *grey, int reach, const std::array<float, 2> &factors);

} // namespace naru::ocr
