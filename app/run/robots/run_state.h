// A run as it stands: its process, its people's tasks, what was begun and what waits for another try. Folded from facts; a
// value. The facts of the process are the engine's own; those of the run stand beside them, in the same row.
#pragma once

#include "engine/bpmn/execution.h"
#include "run/robots/robot.h"

#include <QJsonArray>

#include <functional>
#include <memory>
#include <variant>

namespace naru::run {

// A task of a person, from the moment it was asked for.
struct TaskMade {
    QString key; // of the effect
    QStringList candidates;
    QDateTime due;
};
struct TaskClaimed {
    QString key;
    QString by;
};
struct TaskReleased {
    QString key;
    QString by;
};
struct TaskDelegated {
    QString key;
    QString to; // candidate
    QString by;
};
// The day of the task comes near, or has gone by. `steps` are those that are done with, this one counted.
struct TaskReminded {
    QString key;
    int steps = 0;
};
// It was not done in time: these may do it too, and whoever had claimed it has not any more.
struct TaskEscalated {
    QString key;
    int steps = 0;
    QStringList to; // candidates
};
// The world is being asked now. Written before the deed where it must not be done twice.
struct EffectBegun {
    QString key;
};
// It could not be done now, and will be tried again.
struct EffectPostponed {
    QString key;
    QDateTime until;
    QString text;
};
// What the world answered; the process takes it with the facts behind this one.
struct OutcomeKnown {
    QString key;
    QStringList touched;
    int changes = 0;
};
// What a decision rested on: for each table the values of its inputs and the rules that fired,.
struct DecisionMade {
    QString key;
    QString decision;
    QJsonArray tables; // [{"table": place, "inputs": [FEEL …], "rules": [numbers from 1], "result": FEEL}]
    QStringList warnings;
};
// A wish that could not be granted, and why.
struct WishRefused {
    QString wish;
    QString text;
};
// Who did what: completed a task, resolved an incident, cancelled.
struct PersonActed {
    QString by;
    QString deed; // "complete", "retry", "skip", "cancel", "correct"
    QString about; // key of the task, number of the incident
    QString text;
};

struct RunData;
// A plan took the run to another version of its robot. This fact and those behind it are read with the new one.
struct RunMigrated {
    QString from; // digests of the packages
    QString to;
    std::shared_ptr<const RunData> data; // as the new version sees it; shared: facts are copied, and this one is big
};

using RunFact = std::variant<bpmn::Event, TaskMade, TaskClaimed, TaskReleased, TaskDelegated, EffectBegun, EffectPostponed,
                             OutcomeKnown, DecisionMade, WishRefused, PersonActed, RunMigrated, TaskReminded, TaskEscalated>;

QJsonObject toJson(const bpmn::Definition &definition, const RunFact &fact);
Result<RunFact> runFactFromJson(const bpmn::Definition &definition, const QJsonObject &json);

struct TaskState {
    QStringList candidates;
    QString holder;
    QDateTime made;
    QDateTime due;
    int steps = 0; // of its reminders and escalations, those that are done with
    QDateTime reminded; // last
    QDateTime escalated;
    friend bool operator==(const TaskState &, const TaskState &) = default;
};

struct TryState {
    int attempts = 0; // that failed for now
    QDateTime next; // not before
    bool isBegun = false;
    friend bool operator==(const TryState &, const TryState &) = default;
};

struct RunData {
    bpmn::State process;
    QMap<QString, TaskState> tasks; // open ones, by effect key
    QMap<QString, TryState> tries; // of open effects
    int outcomes = 0; // of effects, all told
    qint64 sequence = 0; // of the last fact
    friend bool operator==(const RunData &, const RunData &) = default;
};

void evolve(const bpmn::Definition &definition, RunData &data, const RunFact &fact, const QDateTime &at);

// The snapshot of a run, and what its next holder makes of one and of the facts behind it.
QByteArray toBytes(const bpmn::Definition &definition, const RunData &data);
Result<RunData> runDataFromBytes(const bpmn::Definition &definition, const QByteArray &bytes);
Result<RunData> fold(const bpmn::Definition &definition, const QByteArray &snapshot, qint64 snapshotAt,
                     const QList<store::Fact> &facts);
// The same from the first fact on, through every version that the run was pinned to; `robot` finds one by its digest.
using RobotByDigest = std::function<Result<std::shared_ptr<const Robot>>(const QString &digest)>;
Result<RunData> foldWhole(const RobotByDigest &robot, const QString &package, const QList<store::Fact> &facts);
// Where the run's present version begins: the sequence of its last migration, 0 where there was none.
qint64 migratedAt(const QList<store::Fact> &facts);

} // namespace naru::run
