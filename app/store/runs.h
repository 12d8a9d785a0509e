// The runs of robots: their facts, who may advance them, what waits for people, messages, and the occurrences of schedules.
// What a fact means is not known here; that each is written once, in order, by the one who holds the lease, is. Part of the
// Store: the same threads, processes, and errors.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace naru::store {

// Incident: a person must decide before it goes on.
enum class RunState { Running, Incident, Completed, Failed, Cancelled };
QString toString(RunState state);
inline bool hasEnded(RunState state) { return state != RunState::Running && state != RunState::Incident; }

struct RunHead {
    QString id;
    QString robot;
    QString package; // digest of everything that the run is pinned to: definitions, rules, forms
    QString title;
    QString cause; // "schedule:s-1@2026-08-05T00:00:00Z", "file:inbox:<sha256>"; empty: a person's wish
    QString starter; // emp_no, "schedule:s-1", "trigger:inbox"
    RunState state = RunState::Running;
    qint64 facts = 0; // sequence of the last one
    QDateTime started;
    QDateTime ended;
    QDateTime wake; // when it goes on by itself; invalid: it waits for word from outside, or has ended
    int openWork = 0; // people's tasks that are not done
};

struct Fact {
    qint64 sequence = 0; // 1, 2, 3 … without a gap
    QDateTime at; // UTC
    QByteArray body; // JSON
};

// What somebody wants of a run: a message, a finished task, a decision on an incident, its cancellation.
struct Wish {
    qint64 number = 0;
    QString key; // each is told to a run once, however often it is said
    QDateTime at;
    QString actor;
    QByteArray body; // JSON
};

// What a run waits for.
struct Subscription {
    QString key;
    QString kind; // "message", "signal"
    QString name;
    QString correlation; // empty: any
    bool stays = false; // goes on when it has got one
};

// Who waits, where a message comes.
struct Waiting {
    QString run;
    QString package;
    Subscription subscription;
};
// Whether a message is meant for who waits, where the correlation alone does not say so. Asked while nobody else writes: it
// must not write.
using Meant = std::function<bool(const Waiting &waiting, const Subscription &what, const Wish &message)>;

// A run that is to begin. The first wish says with what.
struct RunStart {
    QString id;
    QString robot;
    QString package;
    QString title;
    QString cause; // a second start for the same cause is none; empty: no such guard
    QString starter;
    QDateTime at;
    QByteArray wish;
    QList<Subscription> subscriptions = {}; // that it will have once it has begun: what comes before is told to it
};

// The clock of leases: it never steps back, and an era (a boot of the machine) ends all leases of the one before.
struct LeaseTime {
    QString era;
    qint64 milliseconds = 0;
    LeaseTime plus(qint64 span) const { return {era, milliseconds + span}; }
};

// The right to advance a run, until it is renewed, given back, or over. Every write of the holder carries the fence; once
// somebody else has taken the run, those of the former holder are refused.
struct Lease {
    QString run;
    qint64 fence = 0;
};

// A run as its next holder finds it.
struct RunImage {
    RunHead head;
    QByteArray snapshot; // the state after the fact `snapshotAt`; empty: from the beginning
    qint64 snapshotAt = 0;
    QList<Fact> facts; // after the snapshot
    QList<Wish> wishes; // not taken yet, in order
};

// A task of a person.
struct WorkItem {
    QString key; // of the effect that asked for it
    QString run;
    QString robot;
    QString element; // of the model
    QString title;
    QString form; // its name in the package
    QString state; // "open", "claimed", "done", "withdrawn"
    QString holder; // emp_no of who claimed it
    QStringList candidates; // "person:20110234", "unit:A010300", "role:인사담당"
    QDateTime made;
    QDateTime due = {};
    QDateTime ended = {};
    int priority = 50;
    QByteArray body = {}; // JSON: what the form begins with, and what happened to the task
};

struct WorkFilter {
    QStringList candidates = {}; // any of these; with `holder` empty too: all
    QString holder = {}; // or held by
    QString run = {};
    QString key = {};
    bool ended = false; // also those that are done or withdrawn
};

// What the holder of a lease writes at once.
struct RunStep {
    Lease lease;
    qint64 after = 0; // sequence of the last fact that the holder knows
    QDateTime at;
    QList<QByteArray> facts;
    std::optional<QByteArray> snapshot; // the state after these facts
    RunState state = RunState::Running;
    QDateTime wake; // see RunHead
    QString title; // empty: as it was
    QList<WorkItem> work; // new or changed ones
    std::optional<QList<Subscription>> subscriptions; // all of them
    QList<qint64> taken; // wishes that these facts answer
    bool release = false; // gives the lease back
    Meant meant = {}; // of messages that were kept until somebody waits
};

// One time of a schedule, and what became of it.
struct Occurrence {
    QString schedule;
    QDateTime at; // when it was due, UTC
    QString outcome; // "run", "missed", "skipped", "queued", "asked"
    QString reason;
    QString run; // id
    std::optional<RunStart> start = {}; // begun in the same breath
};

struct RunFilter {
    QString robot = {};
    std::optional<RunState> state = {};
    QString cause = {}; // those whose cause begins so
    int limit = 0; // 0: all
};

class Runs {
public:
    virtual ~Runs() = default;

    // ---- what runs are pinned to: bytes by their digest (bare hex SHA-256). Written once, never changed.
    virtual Status keep(const QList<QByteArray> &bodies) = 0;
    virtual Result<QByteArray> kept(const QString &digest) const = 0; // NotFound; Invalid if it was changed outside

    // ---- beginning. True for each that began; false where its cause had begun one already.
    virtual Result<QList<bool>> start(const QList<RunStart> &starts) = 0;
    // Records what became of times of a schedule, and begins their runs; false where the time had been recorded before.
    virtual Result<QList<bool>> occur(const QList<Occurrence> &occurrences) = 0;
    virtual Result<QList<Occurrence>> occurrences(const QString &schedule, int limit) const = 0; // the latest first
    // The latest recorded time of a schedule; invalid where there is none.
    virtual Result<QDateTime> lastOccurrence(const QString &schedule) const = 0;
    virtual Status setOutcome(const QString &schedule, const QDateTime &at, const QString &outcome,
                              const QString &reason) = 0;

    // ---- advancing
    // Takes up to `limit` runs that are due at `now` and that nobody holds.
    virtual Result<QList<Lease>> claim(const QString &holder, const QDateTime &now, const LeaseTime &clock, qint64 span,
                                       int limit) = 0;
    // Takes this very run, due or not. Conflict where another holds it.
    virtual Result<Lease> claimRun(const QString &run, const QString &holder, const LeaseTime &clock, qint64 span) = 0;
    virtual Status renew(const QList<Lease> &leases, const LeaseTime &until) = 0; // those still held
    // Whether the lease stands: to be asked right before each side effect.
    virtual Result<bool> holds(const Lease &lease, const LeaseTime &clock) const = 0;
    virtual Result<RunImage> load(const QString &run) const = 0; // NotFound
    // Each step whole or not at all, all of them with one write to the disk. Per step: Conflict (code "run.fence" where
    // another has taken the run, "run.sequence" where the facts went on without the holder); the others are written.
    virtual Result<QList<Status>> commit(const QList<RunStep> &steps) = 0;
    // When the next run goes on by itself; invalid: none does.
    virtual Result<QDateTime> nextWake() const = 0;

    // ---- word from outside
    // Tells a run something, once per key. NotFound; Conflict where it has ended.
    virtual Status wish(const QString &run, const Wish &wish) = 0;
    // Delivers a message to the run that waits for it (the one that has waited longest), or a signal to all that do,
    // but to the run that is the wish's actor. A message that nobody waits for, and every signal, begins `starts`; a
    // message that begins nothing is kept until somebody waits. The runs that were told or begun; a repeated key tells
    // nobody. All of it at once, or nothing.
    virtual Result<QStringList> deliver(const Subscription &what, const Wish &wish, const Meant &meant = {},
                                        const QList<RunStart> &starts = {}) = 0;

    // ---- looking
    virtual Result<QList<RunHead>> runs(const RunFilter &filter = {}) const = 0; // newest first
    virtual Result<RunHead> run(const QString &id) const = 0;
    virtual Result<QList<Fact>> facts(const QString &run, qint64 after = 0) const = 0;
    // Ok where the facts are as they were written, in a row, and where the journal has the end of the run as it stands
    // here; else Invalid, naming the first bad fact.
    virtual Status verify(const QString &run) const = 0;
    virtual Result<QList<WorkItem>> work(const WorkFilter &filter) const = 0; // by due day, then age
    virtual Result<QList<Subscription>> subscriptions(const QString &run) const = 0;
};

} // namespace naru::store
