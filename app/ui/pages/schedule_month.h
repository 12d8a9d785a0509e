// A month of the calendar with what is scheduled and which days are off, and the schedules behind it.
#pragma once

#include "run/closing_days.h"
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
    QList<ScheduledTime> times; // of the six weeks that show the month, in order
    QList<ScheduleLook> schedules;
    KoreanCalendar calendar = KoreanCalendar::national(); // with the office's closing days
    QList<office::ClosingDay> closing;
};

// One day as the calendar draws it.
struct DayLook {
    QDate day;
    QString name; // of the holiday or the closing day
    bool isOff = false; // nobody works, for whatever reason but Saturday
    bool isToday = false;
    bool isOther = false; // of the month before or the next
    QStringList times; // "09:00 매월 5일"
};

// What is to be shown of a month; a schedule that cannot be previewed has no times.
Result<MonthLook> monthLook(run::Schedules &schedules, QDate month, const QDateTime &now);

// Six weeks from Monday on.
QList<DayLook> daysOf(const MonthLook &look, QDate today);
// The same as a table; the key of a row is its first day.
QList<CellRow> weekRows(const QList<DayLook> &days);
QStringList weekHeads();
CellRow scheduleRow(const ScheduleLook &look);
// "매년 7. 1.", "2026. 12. 31."; the key is the record's id.
CellRow closingRow(const office::ClosingDay &day);

} // namespace naru::ui
