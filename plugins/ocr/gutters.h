// Tables with lines between their rows alone: their columns are the white that runs through all rows.
#pragma once

#include "pixel_rulings.h"

namespace naru::ocr {

// The lines that would stand between the columns, and at both sides. None where rulings of the page stand there already.
QList<Ruling> guttersOf(const RuledPage &page);

} // namespace naru::ocr
