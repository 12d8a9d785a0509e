// From the picture of a page to its ink in grey: colour is used here and then gone.
#pragma once

#include "pixels.h"

#include <QImage>

namespace naru::ocr {

// Dark ink on light paper, 8 bits a pixel. Red seals are taken off the text that they cover; red text stays, and so does
// transparent paper as white. Null where memory is short.
Pixels inkOf(const QImage &picture, double dpi);

} // namespace naru::ocr
