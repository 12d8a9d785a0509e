// Cron expressions: five fields (minute hour day-of-month month day-of-week) or six (seconds first), names, lists,
// ranges, steps, @daily and friends, and the well-known extensions L, L-3, 15W, LW, 5L, 5#2, ?.
//
// As Vixie cron has it: where day-of-month and day-of-week are both given, a day that is either of them counts; where
// one begins with *, both must hold. 0 and 7 are Sunday. A range goes upwards. W is the nearest of Monday to Friday in
// the same month and knows no holidays (the holiday policy of the schedule does). a/n is a to the end by n. @reboot is
// refused: a schedule knows no boot.
#pragma once

#include "engine/schedule/wall_time.h"

#include <array>
#include <cstdint>
#include <optional>

namespace naru::schedule {

// Sets of small numbers are bits: bit 5 of `hours` is 5 o'clock.
struct CronExpression {
    std::uint64_t seconds = 1;
    std::uint64_t minutes = 0;
    std::uint32_t hours = 0;
    std::uint32_t monthDays = 0;
    std::uint32_t months = 0;
    std::uint32_t weekdays = 0; // bit 0 is Sunday
    std::uint32_t fromLastDay = 0; // bit 3 is L-3
    std::uint32_t nearestWeekdays = 0; // bit 15 is 15W
    bool lastWeekday = false; // LW
    std::uint32_t lastOfWeekday = 0; // bit 5 is 5L
    std::array<std::uint32_t, 6> nthOfWeekday{}; // [2], bit 5 is 5#2
    bool everyMonthDay = false; // the field begins with *
    bool everyWeekday = false;
    bool everyHourOrMinute = false; // likewise: the job follows the clock, as Vixie cron's wildcard jobs do

    // The first moment at or after `from`; nothing after the year 9999. Invalid "cron.never" for what no calendar has
    // (February 30).
    Result<std::optional<WallSecond>> atOrAfter(WallSecond from) const;
    bool followsClock() const { return everyHourOrMinute; }
};

struct ParsedCron {
    CronExpression expression; // good only where there is no problem
    QList<Problem> problems; // all of them, each with its field
};

ParsedCron cronFromText(QStringView text);

} // namespace naru::schedule
