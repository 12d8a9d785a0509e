// Which way is up on a page.
#pragma once

#include "recogniser.h"

namespace naru::ocr {

// How many quarter turns clockwise make the text of the page upright, 0–3. Tries a few words each way.
int turnToUpright(PIX *binary, Recogniser &recogniser);

} // namespace naru::ocr
