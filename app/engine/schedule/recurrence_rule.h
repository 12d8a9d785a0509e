// A recurrence rule (RFC 5545 §3.3.10 with RFC 7529) as read, before anything is computed from it.
#pragma once

#include "engine/schedule/rscale.h"

#include <QList>

#include <optional>

namespace naru::schedule {

// In the order from the longest to the shortest.
enum class Frequency { Yearly, Monthly, Weekly, Daily, Hourly, Minutely, Secondly };

// What becomes of an invalid date such as February 30 (RFC 7529 §4.1).
enum class Skip { Omit, Backward, Forward };

struct ByDay {
    int ordinal = 0; // 0: every; -1: the last
    int weekday = 1; // 1 is Monday
};

struct ByMonth {
    int number = 1;
    bool isLeap = false;
    friend bool operator==(const ByMonth &, const ByMonth &) = default;
};

struct Until {
    WallSecond at = 0; // a bare date is the last second of that day
    bool isUtc = false;
};

struct RecurrenceRule {
    Frequency frequency = Frequency::Daily;
    qint64 interval = 1;
    std::optional<int> count;
    std::optional<Until> until;
    QList<int> bySecond;
    QList<int> byMinute;
    QList<int> byHour;
    QList<ByDay> byDay;
    QList<int> byMonthDay;
    QList<int> byYearDay;
    QList<int> byWeekNo;
    QList<ByMonth> byMonth;
    QList<int> bySetPos;
    int weekStart = 1;
    Rscale scale = Rscale::Gregorian;
    Skip skip = Skip::Omit;
};

struct ParsedRule {
    RecurrenceRule rule; // good only where there is no problem
    QList<Problem> problems; // all of them
};

// More than a rule needs: what is longer is no rule.
constexpr qsizetype longestRule = 16'384;
constexpr int largestCount = 100'000;

// Reads "FREQ=MONTHLY;BYMONTHDAY=5". The order of the parts means nothing; one semicolon may stand at the end, as some
// calendars write it.
ParsedRule recurrenceRuleFromText(QStringView text);

} // namespace naru::schedule
