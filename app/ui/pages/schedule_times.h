// The next times of a schedule as a person checks them: each with its day, the holiday that moved it, and those that a
// holiday takes away.
#pragma once

#include "run/service/schedules.h"
#include "ui/pages/run_cells.h"

namespace naru::ui {

struct TimesLook {
    QList<CellRow> rows; // when, and what there is to say of it
    QStringList notes; // about all of them
};

// Fails as Schedules::preview does.
Result<TimesLook> timesLook(const run::Schedules &schedules, const schedule::Schedule &schedule, const QDateTime &now, int count);

// A time that came, and what became of it. The key is the moment, as the store has it.
CellRow pastRow(const store::Occurrence &occurrence);

} // namespace naru::ui
