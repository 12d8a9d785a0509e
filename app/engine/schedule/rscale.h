// The calendars in which a recurrence rule may count (RFC 7529 RSCALE): the Gregorian, and lunisolar ones, 음력 among
// them, for the years that are known.
#pragma once

#include "engine/schedule/wall_time.h"

#include <QList>

#include <optional>

namespace naru::schedule {

enum class Rscale { Gregorian, Chinese, Dangi, Hebrew };

std::optional<Rscale> rscaleFromName(QStringView name);
QString nameOf(Rscale scale);

// The number is that of BYMONTH: a leap month (윤달) has the number of the month that it follows, "9L".
struct ScaleMonth {
    int number = 0;
    bool isLeap = false;
    DayNumber first = 0;
    int days = 0;
};

struct ScaleYear {
    qint64 number = 0; // only good for counting
    DayNumber first = 0;
    int days = 0;
    qint64 firstMonth = 0; // the running number of its first month
    int months = 0;
};

// The first and the last day that the calendar knows.
DayNumber firstDayOf(Rscale scale);
DayNumber lastDayOf(Rscale scale);

// REQUIRES: the day lies within firstDayOf … lastDayOf.
ScaleYear yearOf(Rscale scale, DayNumber day);
// Nothing outside of the years that the calendar knows.
std::optional<ScaleYear> yearNumbered(Rscale scale, qint64 number);

// Months have running numbers over all years. REQUIRES: the day lies within firstDayOf … lastDayOf.
qint64 monthOf(Rscale scale, DayNumber day);
std::optional<ScaleMonth> monthNumbered(Rscale scale, qint64 running);

} // namespace naru::schedule
