// A run in the hands of whoever may advance it: wishes and due timers become facts, decisions and scripts are answered at
// once, tasks are made for people, and what the world must do is listed. In memory; the holder writes the steps.
#pragma once

#include "core/effect.h"
#include "run/robots/run_state.h"
#include "run/robots/task_steps.h"
#include "store/run_passage.h"

namespace naru::run {

// What somebody wants of a run, as the body of a store::Wish:
//   {"wish": "start", "variables": {…}}, and where a message or signal begins it "element", "name", and "payload"
//   {"wish": "claim" | "release", "key": task}   {"wish": "delegate", "key": task, "to": candidate}
//   {"wish": "complete", "key": task, "values": {…}}
//   {"wish": "message", "name": …, "correlation": …, "payload": …}   {"wish": "signal", "name": …, "payload": …}
//   {"wish": "retry" | "skip", "incident": number, "variables": {…}}   {"wish": "correct", "variables": {…}}
//   {"wish": "cancel", "text": why}
class LiveRun {
public:
    // REQUIRES: the robot is sound. Working days are those of the calendar.
    LiveRun(std::shared_ptr<const Robot> robot, const store::RunHead &head, RunData data, // shared with other runs of it
            const KoreanCalendar &calendar = KoreanCalendar::national());

    // Each changes the run as of `now`. A wish that cannot be granted is a fact too.
    void take(const store::Wish &wish, const QDateTime &now);
    void fireTimers(const QDateTime &now);
    // Reminds of people's tasks, and passes on those that are late, each step once. What lay in a stop is one step.
    void watchTasks(const QDateTime &now);
    // Answers decisions and scripts, and makes tasks, until only people and the world can go on.
    void settle(const QDateTime &now);

    // ---- the world
    struct Ask {
        Effect effect;
        bpmn::Work::Type kind = bpmn::Work::Type::Service; // Service, Send, Signal
        store::Subscription message; // of Send and Signal
        QString element;
        QJsonObject word() const; // what the message or signal tells a run: a wish
        bool isPermitted = true; // the robot whose task it is may ask for it
        bool isBegun = false; // somebody has begun it, and nobody knows its outcome
    };
    QList<Ask> asked(const QDateTime &now) const; // what may be done now
    // Whether the effect stood open in the facts that this holder read.
    bool wasAskedBefore(const QString &key) const { return m_askedBefore.contains(key); }
    void begin(const QString &key, const QDateTime &now);
    void answer(const QString &key, const Result<Outcome> &outcome, const QDateTime &now);

    // ---- what to write
    // Tasks that were reminded of, or passed on, since the last step.
    struct TaskNotice {
        QString key;
        QString title;
        bool isEscalated = false;
    };
    QList<TaskNotice> takeNotices() { return std::exchange(m_notices, {}); }
    bool hasNews() const { return !m_facts.isEmpty() || !m_taken.isEmpty(); }
    // The facts since the last step, and what follows from them for the store.
    store::RunStep step(const store::Lease &lease, const QDateTime &now);

    // What is written of a run that comes here from another version, with the fact that says so.
    store::RunPassage arrival(const RunMigrated &fact, const QDateTime &now) const;

    QList<store::Subscription> subscriptions() const;

    const RunData &data() const { return m_data; }
    const Robot &robot() const { return *m_robot; }
    store::RunState state() const;

private:
    Status decide(const bpmn::Command &command);
    void add(const RunFact &fact, const QDateTime &now);
    void refuse(const store::Wish &wish, const Error &error, const QDateTime &now);
    Status grant(const QJsonObject &body, const store::Wish &wish, const QDateTime &now);
    Status grantTask(const QString &kind, const QJsonObject &body, const store::Wish &wish, const QDateTime &now);
    Status complete(const QString &key, const QJsonObject &body, const store::Wish &wish, const QDateTime &now);
    Status resolve(const QString &kind, const QJsonObject &body, const store::Wish &wish, const QDateTime &now);
    bool answerOne(const bpmn::Effect &effect, const QDateTime &now);
    void answerRule(const bpmn::Effect &effect, const QString &key, const QDateTime &now);
    void answerScript(const bpmn::Effect &effect, const QString &key, const QDateTime &now);
    void makeTask(const bpmn::Effect &effect, const QString &key, const QDateTime &now);
    QStringList escalatedTo(const QString &key, const TaskSettings &settings, const QDateTime &now) const;
    QList<TaskStep> taskSteps(const QString &key) const;
    std::optional<QDateTime> nextStep(const QString &key) const;
    store::WorkItem workItem(const QString &key, const bpmn::Effect &effect, const TaskState &task) const;
    QList<store::WorkItem> changedWork(const QDateTime &now) const;
    QDateTime wake() const;

    std::shared_ptr<const Robot> m_robot;
    store::RunHead m_head;
    RunData m_data;
    KoreanCalendar m_calendar;
    QStringList m_askedBefore;
    RunData m_written; // as of the last step
    QList<QByteArray> m_facts;
    QList<qint64> m_taken;
    QList<TaskNotice> m_notices;
    QStringList m_completed; // tasks that a person completed since
    qint64 m_snapshotAt = 0;
};

} // namespace naru::run
