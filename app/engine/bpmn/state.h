// The state of one root process instance with all that lives in it: scopes, tokens, activities, data, what it waits for,
// what it asked of the world, what went wrong, what can be compensated. A value: copies share what they do not change.
#pragma once

#include "engine/bpmn/definition.h"
#include "engine/bpmn/shared_map.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QMap>

namespace naru::bpmn {

using Id = quint32; // numbers whatever lives in an instance, in the order of its birth; 0: none
using Variables = QMap<QString, feel::Value>;

// Tokens that wait on a sequence flow.
struct Tokens {
    int flow = -1;
    int count = 0;
    friend bool operator==(const Tokens &, const Tokens &) = default;
};

// An instance of a body: of a process, a sub-process, a called process.
struct Scope {
    Id id = 0;
    int body = -1;
    Id parent = 0; // scope whose data it sees; 0: none
    Id activity = 0; // whose inside it is; 0: the root
    Variables variables;
    QList<Tokens> tokens; // by flow
    QList<Id> members; // activities directly in it, instances of a loop not counted; ascending
    QList<Id> waits; // of the start events of its event sub-processes
    QList<Id> records; // of completed activities that can be compensated, in the order of completion
    bool isInterrupted = false; // an interrupting event sub-process has taken it over
    bool isKept = false; // completed, its data kept for compensation
    bool isCancelling = false; // a transaction that is being undone
    QList<int> pending; // ad hoc: nodes that were not yet begun
    bool mayBeginMore = true; // ad hoc: false once the completion condition holds
    friend bool operator==(const Scope &, const Scope &) = default;
};

// A node that is being executed.
struct Activity {
    enum class Phase : quint8 {
        Entering, // could not begin: an incident tells why, or its data are not there yet
        Active,
        Leaving, // done, but could not go on: an incident tells why
    };
    Id id = 0;
    Id scope = 0;
    int node = -1;
    Id loop = 0; // the activity that it is one instance of, 0: none
    int counter = 0; // which instance, from 1
    Phase phase = Phase::Active;
    Id inner = 0; // scope inside
    Id effect = 0; // open
    Id incident = 0;
    Id compensation = 0; // that it is a handler in
    QList<Id> waits; // its own and those of its boundary events
    QList<Id> members; // of a loop: its instances
    int total = -1; // of a loop: instances to make, -1: not known before
    int begun = 0; // of a loop: instances; of a throwing event: triggers done
    int completed = 0;
    int terminated = 0;
    QList<int> consumed; // complex gateway waiting for reset: the flows it took a token from
    Variables variables;
    friend bool operator==(const Activity &, const Activity &) = default;
};

// A subscription or a timer, of one trigger of an event.
struct Wait {
    Id id = 0;
    Id owner = 0; // an activity, or the scope of an event sub-process
    int node = -1; // the event, or the receive task
    int trigger = 0;
    Trigger::Type type = Trigger::Type::None;
    QString name; // of the message or signal
    QString correlation; // what a message must carry; empty: nothing
    bool isFired = false; // one of several that must all occur
    bool holds = false; // the condition was true when last looked at
    TimerPlan plan;
    qint64 index = 0; // the occurrence that is next
    qint64 due = 0; // milliseconds UTC
    friend bool operator==(const Wait &, const Wait &) = default;
};

// What was asked of the world and has no outcome yet.
struct Effect {
    Id id = 0;
    Id activity = 0; // that waits for the outcome, 0: nobody does
    int node = -1;
    Work::Type kind = Work::Type::None;
    QString name; // of the message, signal, or callable element
    feel::Value input; // a context
    friend bool operator==(const Effect &, const Effect &) = default;
};

// What only a person can put right.
struct Incident {
    enum class Kind : quint8 {
        Expression, // gave no value, or none of the kind that is needed
        NoPath, // no condition of a gateway holds, and there is no default
        Failure, // of an effect
        UncaughtError, // of an effect
        Limit, // of the steps of one command
        Data, // a value is not as the model says
        Timer,
        Call, // too deep
    };
    Id id = 0;
    Id activity = 0; // 0: the whole instance
    Kind kind = Kind::Failure;
    QString code; // of an error
    QString text;
    friend bool operator==(const Incident &, const Incident &) = default;
};
QString toString(Incident::Kind kind); // "no path"

// A completed activity that can be compensated.
struct CompensationRecord {
    Id id = 0;
    Id scope = 0;
    int node = -1;
    Id kept = 0; // scope with its data, 0: none
    friend bool operator==(const CompensationRecord &, const CompensationRecord &) = default;
};

// Compensation in progress: records are undone one by one, the latest first.
struct Compensation {
    Id id = 0;
    Id scope = 0; // whose records
    Id thrower = 0; // activity that goes on afterwards; 0: nobody waits
    QList<Id> records; // still to undo, the next one last
    Id handler = 0; // activity that undoes now
    friend bool operator==(const Compensation &, const Compensation &) = default;
};

struct State {
    enum class Outcome : quint8 {
        None, // not started
        Running,
        Completed,
        Terminated, // by a terminate end event
        Failed, // an error end event that nobody caught
        Cancelled, // by a person
    };

    QString instance;
    QString definition; // digest
    Outcome outcome = Outcome::None;
    QString code; // of the error that it failed with
    qint64 started = 0; // milliseconds UTC
    qint64 ended = 0;
    QString zone; // IANA: its calendar
    Id root = 0; // scope
    Id last = 0; // the last number given
    qint64 facts = 0; // folded so far
    SharedMap<Scope> scopes;
    SharedMap<Activity> activities;
    SharedMap<Wait> waits;
    SharedMap<Effect> effects;
    SharedMap<Incident> incidents;
    SharedMap<CompensationRecord> records;
    SharedMap<Compensation> compensations;
    QMap<QString, QString> correlations; // "scope key property" → value, set by the first message
    QList<Id> conditions; // the waits for conditions, ascending
    QList<Id> entering; // activities that have not begun yet

    bool isRunning() const { return outcome == Outcome::Running; }
    friend bool operator==(const State &, const State &) = default;
};
QString toString(State::Outcome outcome);

// "instance/element/number": for ever the same. What a person asks for again is another effect with another key.
QString effectKey(const Definition &definition, const State &state, const Effect &effect);
// The open effect, null if there is none.
const Effect *findEffect(const Definition &definition, const State &state, const QString &key);
// "instance/element/number", for timers.
QString waitKey(const Definition &definition, const State &state, const Wait &wait);

const Wait *findWait(const Definition &definition, const State &state, const QString &key);

// What the runner performs, waits for, and routes; each in the order of birth.
QList<Effect> openEffects(const State &state);
QList<Wait> openTimers(const State &state); // by due moment
QList<Wait> openMessages(const State &state); // and receive tasks
QList<Wait> openSignals(const State &state);
QList<Incident> openIncidents(const State &state);

// A variable as the activity or scope sees it, null where it sees none of this name.
const feel::Value *findVariable(const State &state, Id owner, const QString &name);
// The activity or scope whose variable that is, 0 if it sees none of this name.
Id ownerOfVariable(const State &state, Id owner, const QString &name);
// All that the activity or scope sees.
feel::Context visibleVariables(const State &state, Id owner);

// Elements are named by their ids. Invalid if it is no state of the definition.
QJsonObject toJson(const Definition &definition, const State &state);
Result<State> stateFromJson(const Definition &definition, const QJsonObject &json);
// Canonical: equal states have equal bytes.
QByteArray toBytes(const Definition &definition, const State &state);
Result<State> stateFromBytes(const Definition &definition, const QByteArray &bytes);

} // namespace naru::bpmn
