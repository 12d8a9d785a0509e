// The lunisolar calendars as tables of their months.
#pragma once

#include "engine/schedule/rscale.h"

namespace naru::schedule {

struct LunisolarTable {
    QList<ScaleYear> years; // in order, without a gap
    QList<ScaleMonth> months; // likewise; a year's firstMonth is an index
};

// Dangi 1900 … 2049, Chinese 1901 … 2099, Hebrew 5661 … 5860 (1900 … 2100); empty for Rscale::Gregorian. Constant;
// thread-safe.
const LunisolarTable &lunisolarTable(Rscale scale);

} // namespace naru::schedule
