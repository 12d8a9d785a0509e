// When a robot runs: the rule, what holidays do to it, and what becomes of runs that were missed or that overlap. A
// plain value; its JSON form is what files and the store keep.
#pragma once

#include "engine/schedule/wall_time.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace naru::schedule {

enum class RuleKind {
    Rrule, // RFC 5545; DTSTART is the schedule's start
    Cron,
    Once,
};

// What becomes of an occurrence on a day that is no working day. Moved occurrences that meet at one moment are one run.
enum class HolidayPolicy { AsIs, Skip, Previous, Next };

// What becomes of occurrences that nobody ran in time, as after a long stop.
enum class MisfirePolicy {
    Once, // the latest runs for all
    Skip, // none runs
    All, // the latest `misfireLimit` run, in order
    Ask, // a person decides
};

// What becomes of an occurrence while an earlier run of the same schedule goes on.
enum class OverlapPolicy { Skip, QueueOne, QueueAll, CancelOther, Allow };

struct Schedule {
    QString id;
    QString robot;
    QJsonObject inputs; // for the robot
    RuleKind kind = RuleKind::Cron;
    QString rule; // "FREQ=MONTHLY;BYMONTHDAY=5", "0 9 5 * *", "2026-12-05T09:00:00"
    QList<WallSecond> added; // RDATE, with a rrule
    QList<WallSecond> excluded; // EXDATE, with a rrule
    QList<DayNumber> excludedDays; // EXDATE of whole days
    QString zone = u"Asia/Seoul"_s;
    // Nothing runs before the start or after the end, and nothing that the rule has outside of them is moved in.
    std::optional<WallSecond> start;
    std::optional<WallSecond> end;
    HolidayPolicy holidays = HolidayPolicy::AsIs;
    MisfirePolicy misfire = MisfirePolicy::Once;
    int misfireLimit = 1; // of MisfirePolicy::All
    int misfireThreshold = 60; // seconds: what is later than this was missed
    OverlapPolicy overlap = OverlapPolicy::Skip;
    int jitter = 0; // seconds: starts are spread over so long, always the same for the same occurrence
    bool isEnabled = true;
};

constexpr int largestMisfireLimit = 1000;
constexpr int largestMisfireThreshold = 3600;
constexpr int largestJitter = 3600;

// "2026-12-05T09:00", with or without seconds, never with a zone.
std::optional<WallSecond> wallFromText(const QString &text);

// The words of the JSON form: "next", "queue-one".
QString wordOf(HolidayPolicy policy);
QString wordOf(MisfirePolicy policy);
QString wordOf(OverlapPolicy policy);

QJsonObject toJson(const Schedule &schedule);

struct ParsedSchedule {
    Schedule schedule; // good only where there is no problem
    QList<Problem> problems; // all of the form; problemsOf has those of the meaning
};

// Names that are not known are problems: a misspelt policy must not become the default.
ParsedSchedule scheduleFromJson(const QJsonObject &json);

// Everything that is wrong with the schedule's values and rule. Whether it ever comes to pass says Timetable::make.
QList<Problem> problemsOf(const Schedule &schedule);

// A part of what a schedule says in words, for a page to put into a sentence of its language: {"every.month", {"1"}},
// {"on.month-day", {"5"}}, {"at", {"09:00"}}, {"holidays.next"}.
struct Phrase {
    QString code;
    QStringList arguments = {};
    friend bool operator==(const Phrase &, const Phrase &) = default;
};

// The schedule in phrases, from the rule to the end. Empty for a schedule with problems.
QList<Phrase> phrasesOf(const Schedule &schedule);

} // namespace naru::schedule
