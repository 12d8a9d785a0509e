// The text of a page outside its tables.
#pragma once

#include "page_picture.h"
#include "pixel_rulings.h"
#include "workers.h"

namespace naru::ocr {

// The lines above the first of the tables, between them, and below the last: one list more than there are tables.
// `tables` are in pixels of the page, from top to bottom.
std::vector<std::vector<Reading>> textAround(const std::vector<Area> &tables, const PagePicture &page,
                                             const RuledPage &ruled, Workers &workers);

} // namespace naru::ocr
