// Heads of tables that are printed light on a dark fill.
#pragma once

#include "pixels.h"

namespace naru::ocr {

// Turns dark fills with light letters into light ones with dark letters, rulings included. What is dark without letters, a
// picture or a shadow, stays as it is.
void turnSolidFills(PIX *grey, double dpi);

} // namespace naru::ocr
