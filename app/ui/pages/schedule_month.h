// A month of the calendar with what is scheduled and which days are off, and the schedules behind it.
#pragma once

#include "run/service/schedules.h"
#include "ui/pages/run_cells.h"

namespace naru::ui {

struct ScheduledTime {
    QDateTime at;
    QString title;
    bool isMoved = false; // for a holiday
};

struct ScheduleLook {
    run::StoredSchedule stored;
    QList<QDateTime> next; // the next times
};

struct MonthLook {
    QDate month; // its first day
    QList<ScheduledTime> times; // of the month, in order
    QList<ScheduleLook> schedules;
};

// What is to be shown of a month; a schedule that cannot be previewed has no times.
Result<MonthLook> monthLook(run::Schedules &schedules, QDate month, const QDateTime &now);

// Six weeks from Monday on; the key of a row is its first day.
QList<CellRow> weekRows(const MonthLook &look, const KoreanCalendar &calendar, QDate today);
QStringList weekHeads();
CellRow scheduleRow(const ScheduleLook &look);

} // namespace naru::ui
