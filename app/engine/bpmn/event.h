// The facts of a run: everything that changes the state of an instance, small, in the past tense. They are journaled; the
// state is folded from them. Never renamed, never removed.
#pragma once

#include "engine/bpmn/state.h"

#include <variant>

namespace naru::bpmn {

struct InstanceStarted {
    QString instance;
    QString definition; // digest
    int body = -1;
    qint64 at = 0; // milliseconds UTC
    QString zone;
};

struct ScopeOpened {
    Id id = 0;
    int body = -1;
    Id parent = 0;
    Id activity = 0;
};

// Completed, but its data are kept: something in it can be compensated.
struct ScopeKept {
    Id id = 0;
};

// A kept scope is entered again, to be compensated by the activity.
struct ScopeReopened {
    Id id = 0;
    Id activity = 0;
};

struct ScopeClosed {
    Id id = 0;
};

// An interrupting event sub-process took the scope over.
struct ScopeInterrupted {
    Id id = 0;
    int node = -1; // its start event
};

// A transaction is being undone.
struct ScopeCancelled {
    Id id = 0;
};

struct AdHocSatisfied {
    Id scope = 0;
};

struct VariableSet {
    Id owner = 0; // scope or activity
    QString name;
    feel::Value value;
};

// A node that needs no time: tokens are taken from flows and put on others.
struct NodePassed {
    Id scope = 0;
    int node = -1;
    QList<int> from; // once per token
    QList<int> to;
};

struct NodeEntered {
    Id id = 0;
    Id scope = 0;
    int node = -1;
    QList<int> from;
    Id loop = 0;
    int counter = 0;
};

// It was waiting to begin, and has.
struct NodeBegun {
    Id id = 0;
};

// It was asked to begin, but cannot yet: its data are not there, or an incident stands in the way.
struct NodeHeld {
    Id id = 0;
    Activity::Phase phase = Activity::Phase::Entering;
};

// It put tokens on flows, and goes on: a timer that repeats, a complex gateway that waits for the rest.
struct TokensSent {
    Id activity = 0;
    QList<int> to;
};

struct NodeLeft {
    Id id = 0;
    QList<int> from; // what a complex gateway takes when it is reset
    QList<int> to;
};

struct NodeCancelled {
    Id id = 0;
};

// How many instances a loop makes.
struct LoopPlanned {
    Id activity = 0;
    int total = 0;
};

struct EffectAsked {
    Id id = 0;
    Id activity = 0;
    int node = -1;
    Work::Type kind = Work::Type::None;
    QString name;
    feel::Value input;
};

struct EffectEnded {
    enum class How : quint8 { Done, Error, Failed, Withdrawn };
    Id id = 0;
    How how = How::Done;
    QString text; // code of the error, reason of the failure
};

struct WaitOpened {
    Id id = 0;
    Id owner = 0;
    int node = -1;
    int trigger = 0;
    Trigger::Type type = Trigger::Type::None;
    QString name;
    QString correlation;
    bool holds = false;
    TimerPlan plan; // of a timer
    qint64 index = 0;
    qint64 due = 0;
};

// One of several that must all occur.
struct WaitFired {
    Id id = 0;
};

// A timer fired, and will again.
struct TimerMoved {
    Id id = 0;
    qint64 index = 0;
    qint64 due = 0;
    qint64 missed = 0; // occurrences that were past already, and are left out
};

struct ConditionChanged {
    Id id = 0;
    bool holds = false;
};

struct WaitClosed {
    Id id = 0;
};

// For the history: what was thrown, whether or not somebody caught it.
struct EventThrown {
    Id scope = 0;
    int node = -1;
    Trigger::Type type = Trigger::Type::None;
    QString name;
    int catcher = -1; // node of the event that caught it
};

// A throwing event has done with one of its triggers.
struct TriggerThrown {
    Id activity = 0;
};

struct IncidentRaised {
    Id id = 0;
    Id activity = 0;
    Incident::Kind kind = Incident::Kind::Failure;
    QString code;
    QString text;
};

struct IncidentClosed {
    enum class How : quint8 { Retried, Skipped, Withdrawn };
    Id id = 0;
    How how = How::Retried;
};

struct CompensationRecorded {
    Id id = 0;
    Id scope = 0;
    int node = -1;
    Id kept = 0;
};

struct CompensationStarted {
    Id id = 0;
    Id scope = 0;
    Id thrower = 0;
    QList<Id> records;
};

// The record is undone by the activity from here on.
struct RecordTaken {
    Id record = 0;
    Id compensation = 0; // 0: dropped, nobody can ask for it any more
    Id handler = 0;
};

struct CompensationEnded {
    Id id = 0;
};

struct Correlated {
    QString key;
    QString value;
};

// The whole state as the new definition sees it. This fact and those behind it are read, and evolved, with the new one.
struct InstanceMigrated {
    std::shared_ptr<const State> state; // shared: a fact is copied often, and this one is big
};

struct InstanceEnded {
    State::Outcome outcome = State::Outcome::Completed;
    QString code;
    qint64 at = 0;
};

using Event = std::variant<InstanceStarted, ScopeOpened, ScopeKept, ScopeReopened, ScopeClosed, ScopeInterrupted,
                           ScopeCancelled, AdHocSatisfied, VariableSet, NodePassed, NodeEntered, NodeBegun, NodeHeld,
                           TokensSent, NodeLeft, NodeCancelled, LoopPlanned, EffectAsked, EffectEnded, WaitOpened,
                           WaitFired, TimerMoved, ConditionChanged, WaitClosed, EventThrown, TriggerThrown,
                           IncidentRaised, IncidentClosed, CompensationRecorded, CompensationStarted, RecordTaken, CompensationEnded,
                           Correlated, InstanceMigrated, InstanceEnded>;

QString nameOf(const Event &event); // "NodePassed"
// Elements are named by their ids. Absent fields have their default.
QJsonObject toJson(const Definition &definition, const Event &event);
Result<Event> eventFromJson(const Definition &definition, const QJsonObject &json);

} // namespace naru::bpmn
