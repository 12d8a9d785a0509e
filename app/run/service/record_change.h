// The change that makes one state of a record of another, field by field.
#pragma once

#include "core/plan.h"

namespace naru::run {

// An empty row is a record that is not there. The id is no field of a change.
Change changeBetween(const Row &before, const Row &after, const RecordRef &record);

} // namespace naru::run
