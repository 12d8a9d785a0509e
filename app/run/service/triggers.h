// What else makes a robot run: a file that arrives in a folder, a message, the day on which a plan takes effect. Kept as
// records; each change is a plan that the caller approves.
#pragma once

#include "run/robots/robot_desk.h"

namespace naru::run {

// The kinds of triggers, as the records name them.
inline QString folderTrigger() { return u"폴더"_s; }
inline QString messageTrigger() { return u"메시지"_s; }
inline QString effectTrigger() { return u"시행일"_s; }

class Triggers {
public:
    // REQUIRES: both outlive the object.
    explicit Triggers(RobotDesk &desk, const Clock &clock = RobotDesk::systemClock())
        : m_desk(desk)
        , m_clock(clock)
    {
    }

    Result<QList<office::Trigger>> list() const;
    Result<office::Trigger> find(const QString &id) const; // NotFound ("trigger.none")

    // The id of the new trigger; its moment is now, and an empty id or title is made up. Invalid where the folder is none,
    // the message has no name, or the robot cannot be started so; NotFound where there is no such robot; Denied without
    // the right to approve, as for all that follow.
    Result<QString> add(office::Trigger trigger);
    Status switchOn(const QString &id, bool isEnabled);
    Status remove(const QString &id);

    // Tells what has happened outside, once per key: the run that waits for it, else every robot that the message begins, by its
    // process or by a trigger. The runs that were told or begun; a repeated key tells nobody.
    Result<QStringList> tell(const QString &name, const QString &correlation, const feel::Context &payload, const QString &key);

    // How a file or a day begins the robot of its trigger. `what` names the case for ever (the hash of the file), `given` comes
    // on top of the inputs of the record, `title` behind its title.
    static Result<RobotDesk::Begin> beginOf(const office::Trigger &trigger, const QString &what, const feel::Context &given,
                                            const QString &title);
    // "file:t-1:…", "plan:t-1:…"
    static QString causeOf(const office::Trigger &trigger, const QString &what);

private:
    Status check(const office::Trigger &trigger) const;
    Status write(const QString &title, const Change &change);

    RobotDesk &m_desk;
    const Clock &m_clock;
};

// The input that takes the files of a folder; empty where the robot takes none.
QString filesInput(const Robot &robot);

} // namespace naru::run
