// The schedules of an office as people and pages meet them: listed, added, changed, removed, previewed, and what became of
// their times. Each change is a plan that the caller approves, journalled and revertible like any other.
#pragma once

#include "engine/schedule/planner.h"
#include "run/closing_days.h"
#include "run/robots/robot_desk.h"

namespace naru::run {

// A schedule as the office keeps it.
struct StoredSchedule {
    office::Schedule record;
    schedule::Schedule schedule; // id, robot, and whether it is switched on are the record's
    QList<schedule::Problem> problems; // of a definition that was changed outside, or by a newer program
};

class Schedules {
public:
    // REQUIRES: both outlive the object.
    explicit Schedules(RobotDesk &desk, const Clock &clock = RobotDesk::systemClock());

    Result<QList<StoredSchedule>> list() const;
    Result<StoredSchedule> find(const QString &id) const; // NotFound ("schedule.none")

    // The id of the new schedule. Invalid with everything that is wrong, also with the inputs of the robot; NotFound where
    // there is no such robot; Denied without the right to approve, as for all that follow.
    Result<QString> add(schedule::Schedule schedule, const QString &title);
    // From now on as given: what is before this moment was not missed.
    Status change(const schedule::Schedule &schedule, const QString &title);
    Status switchOn(const QString &id, bool isEnabled);
    Status remove(const QString &id);

    // What the schedule will do after the moment.
    Result<schedule::Preview> preview(const schedule::Schedule &schedule, const QDateTime &after, int count) const;
    // The times that came, the latest first.
    Result<QList<store::Occurrence>> past(const QString &id, int limit) const;
    // A person's word on a time that was missed and asks ("asked"): it is run now, or it is not. Conflict where nobody asks.
    Status decide(const QString &id, const QDateTime &at, bool isRun);

    // With the office's own closing days, as they were at the last look: when the object was made, or later. Those of the
    // law alone where they cannot be read; what depends on them fails then.
    const KoreanCalendar &calendar() const { return m_calendar; }
    ClosingDays closingDays() const { return ClosingDays(m_desk.session()); }
    // Looks at the closing days again. Whether they have changed.
    Result<bool> lookAtCalendar();

    static QString freshId(); // "s-" + 12 digits
    // The one name of a time of a schedule: "schedule:s-1@2026-08-05T00:00:00Z".
    static QString causeOf(const QString &schedule, const QDateTime &at);
    // How a time of the schedule begins its run.
    static Result<RobotDesk::Begin> beginOf(const StoredSchedule &schedule, const QDateTime &at);

private:
    Status check(const schedule::Schedule &schedule) const;
    Status write(const QString &title, const Change &change);
    office::Schedule recordOf(const schedule::Schedule &schedule, const QString &title) const;

    RobotDesk &m_desk;
    const Clock &m_clock;
    QList<Row> m_closing; // the days behind it
    KoreanCalendar m_calendar;
    Status m_known; // whether they could be read
};

// Reads what the record says. The problems are those of the definition's form and meaning.
StoredSchedule storedSchedule(const office::Schedule &record);

// Times that were not run, as the reason of one record of them says it: "coalesced 500 2026-08-01T00:00:00Z".
struct MissedTimes {
    QString word; // "skipped", "coalesced", "over-limit", "asked"
    int count = 0;
    bool isAtLeast = false;
    QDateTime first;
};
QString reasonOf(const schedule::Missed &missed);
// Nothing where the reason says something else.
std::optional<MissedTimes> missedTimes(const QString &reason);

// What is wrong with what a robot is to be given: names that it does not know, and required ones that are not there.
// `given` are those that come from elsewhere, such as the file of a folder.
Status checkInputs(const Robot &robot, const QJsonObject &inputs, const QStringList &given = {});

} // namespace naru::run
