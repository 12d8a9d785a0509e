// Where people meet robots: what robots there are, what they would do, what they did, and what waits for whom. One for the
// window, the command line, and the service alike.
#pragma once

#include "run/robots/message_starts.h"
#include "run/robots/preview.h"
#include "run/robots/runner.h"
#include "run/session.h"

namespace naru::run {

class RobotDesk {
public:
    // REQUIRES: both outlive the desk.
    explicit RobotDesk(Session &session, const Clock &clock = systemClock(), const Runner::Options &options = {});

    static const Clock &systemClock();
    Session &session() { return m_session; }
    const Connectors &connectors() const { return m_connectors; }
    store::Runs &runs() { return m_session.store().runs(); }
    Runner &runner() { return m_runner; }

    // ---- robots
    QList<LoadedRobot> robots() const { return installedRobots(m_connectors.operations()); }
    // One that can be run. NotFound, Invalid as findRobot; Invalid ("robot.noProcess") where it has rules alone.
    Result<std::shared_ptr<const Robot>> robot(const QString &id) const;
    // What the robot takes, from texts ("files=a.pdf", "received=2026-07-20"): files become absolute paths; a text that
    // is FEEL of the input's kind becomes its value. Usage names what is missing, unknown, or of another kind.
    static Result<feel::Context> inputsOf(const Robot &robot, const QList<std::pair<QString, QString>> &texts);
    // What a run would do; nothing is written. Denied without the right to plan.
    Result<Preview> preview(const QString &robot, const feel::Context &inputs, const QMap<QString, feel::Context> &answers = {});

    // ---- runs
    struct Begin {
        QString robot;
        feel::Context inputs;
        QString title; // empty: the robot's
        QString cause = {}; // see store::RunStart
        QString starter = {}; // empty: the actor
        struct Event { // that begins it
            QString element;
            QString name;
            feel::Value payload;
        };
        Event event = {};
    };
    // The id of the new run, or of the one that the cause had begun before. Denied without the right to plan.
    Result<QString> begin(const Begin &begin);
    // The same for the store's Runs::occur, with the robot's files already kept.
    Result<store::RunStart> startOf(const Begin &begin);
    // Says that something has happened, once per key: see Runs::deliver and MessageStarts.
    Result<QStringList> deliver(const store::Subscription &what, const store::Wish &wish) { return m_performer.messages().deliver(what, wish); }
    // Advances the run until it waits or ends. Conflict where another works on it.
    Status advance(const QString &run) { return m_runner.advance(run); }
    // Does exactly what the approved preview says: Conflict ("run.notApproved") where the preview would now be another.
    Result<QString> beginApproved(const Begin &begin, const QString &digest);
    // The state of a run, folded from its facts.
    struct Whole {
        store::RunHead head;
        std::shared_ptr<const Robot> robot; // shared with other runs of it
        RunData data;
    };
    Result<Whole> whole(const QString &run);
    // Whether the facts are as they were written and give the state that is kept. Invalid names what is not.
    Status verify(const QString &run);

    // ---- what a person decides of a run; Denied without the right to approve
    Status cancel(const QString &run, const QString &why);
    Status retry(const QString &run, qint64 incident, const feel::Context &corrected = {});
    Status skip(const QString &run, qint64 incident, const feel::Context &results = {});
    Status correct(const QString &run, const feel::Context &variables, const QString &why = {});

    // ---- people's tasks
    // Those that the actor may do today, by role, unit, name, or as a deputy, and those that the actor holds. All of them
    // for the administrator.
    Result<QList<store::WorkItem>> work();
    // Everybody's. Denied without the right to approve.
    Result<QList<store::WorkItem>> allWork(bool ended = false);
    Result<store::WorkItem> workItem(const QString &key); // NotFound
    Result<Form> formOf(const store::WorkItem &item); // a form without fields where the task has none
    static feel::Context inputOf(const store::WorkItem &item);
    // Each: NotFound; Denied where the actor may not do the task; Conflict where it is done or held by another; Invalid
    // ("form.invalid") with the field where the values are not what the form asks for.
    Status claim(const QString &key);
    Status release(const QString &key);
    Status delegate(const QString &key, const QString &empNo); // Invalid: nobody of the office on this day
    Status complete(const QString &key, const feel::Context &values);

private:
    Status tell(const QString &run, const QString &key, const QJsonObject &body);
    Result<store::WorkItem> mine(const QString &key);
    QString freshKey(const QString &kind) const;

    Session &m_session;
    const Clock &m_clock;
    Connectors m_connectors;
    MessageStarts m_starts;
    Performer m_performer;
    Runner m_runner;
};

} // namespace naru::run
