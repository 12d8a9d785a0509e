// The memory of one office: records, plans, bookings, the journal, and search, in one database. The interface says nothing
// of SQLite; the PostgreSQL store will be a second implementation of it. A Store may be used by several threads at once,
// and several processes may have the same office open.
#pragma once

#include "core/journal.h"
#include "core/plan.h"
#include "core/record.h"
#include "store/runs.h"

#include <functional>
#include <memory>

namespace naru::store {

// Which rows: each pair is a field that must equal the value (null: is null). Empty: all rows. Rows come in order of id.
using Filter = QList<std::pair<QString, QJsonValue>>;

enum class PlanState { Draft, Approved, Applied, Booked, PartlyBooked, Reverted, Superseded, Cancelled };
QString toString(PlanState state);

struct PlanSummary {
    QString id;
    QString digest; // of the latest revision
    int revision = 1;
    QString robot;
    QString title;
    QString maker;
    QDateTime made;
    PlanState state = PlanState::Draft;
    QString approver;
    QDateTime applied;
    int changes = 0;
    int questions = 0;
};

// What an apply did.
struct Receipt {
    QString plan;
    QString digest;
    int written = 0; // changes written now
    int booked = 0; // changes that wait for their day
    bool repeated = false; // the very plan had been applied before; nothing was done
    qint64 firstEntry = 0; // journal sequence numbers
    qint64 lastEntry = 0;
};

// A change that waits for its day.
struct Booking {
    qint64 number = 0;
    QString plan;
    QString digest;
    QString approver;
    Change change;
};

struct JournalFilter {
    QString record = {}; // "person:20110234", empty: all
    QString plan = {};
    qint64 after = 0; // sequence
    int limit = 0; // 0: all; the newest entries first when latestFirst
    bool latestFirst = false;
};

// The state of the hash chain, and of the records against it. `firstBad` is 0 where all is well, else the first entry that
// is not as it was written; for a record that was changed outside, the last entry about it; entries + 1 for what the
// journal does not know at all.
struct JournalVerdict {
    qint64 entries = 0;
    qint64 firstBad = 0;
    // "entry 41: hash does not match its content", "entries after 118 are missing (the seal says 120)",
    // "record person:20110234 differs from the journal in 'name'"
    QString problem;
};

struct SearchHit {
    RecordRef record;
    QString title;
    QString snippet; // the match marked with U+0002 … U+0003
};

// The text of a document, to be found by search.
struct IndexedText {
    RecordRef record;
    QString title;
    QString text;
};

class Store {
public:
    virtual ~Store() = default;

    // Opens or creates by location: a path (SQLite) or "postgresql://…" (not yet: Unavailable). `tables` are the field
    // tables of all record kinds; the columns follow them. Conflict where create() finds something at the path;
    // NotFound where open() finds nothing; Invalid where it is no office, or a newer program made it; Unavailable where
    // another process holds it too long, the disk is full, or the file system is a network one.
    static Result<std::unique_ptr<Store>> create(const QString &location, const QList<RecordTable> &tables);
    static Result<std::unique_ptr<Store>> open(const QString &location, const QList<RecordTable> &tables);

    // ---- settings of the office ("administrator", "title"); written with the journal like everything else
    virtual Result<QString> setting(const QString &name) const = 0; // NotFound where it was never set
    virtual Status setSetting(const QString &name, const QString &value, const QString &actor, const QDateTime &at) = 0;

    // ---- records
    virtual Result<QList<Row>> rows(const QString &kind, const Filter &filter = {}) const = 0;
    virtual Result<Row> row(const RecordRef &record) const = 0; // NotFound
    template <typename T>
    Result<QList<T>> all(const Filter &filter = {}) const
    {
        Result<QList<Row>> found = rows(T::kind(), filter);
        if (!found)
            return found.error();
        QList<T> out;
        out.reserve(found->size());
        for (const Row &one : std::as_const(*found))
            out.append(fromRow<T>(one));
        return out;
    }

    // ---- plans
    // Saves a plan, or a new revision of it (other digest, same id). Conflict where the plan has been applied with another
    // digest; with the same one there is nothing to do.
    virtual Status savePlan(const Plan &plan) = 0;
    virtual Result<Plan> plan(const QString &id) const = 0; // the latest revision; Invalid if it was changed outside
    virtual Result<PlanSummary> planSummary(const QString &id) const = 0;
    virtual Result<QList<PlanSummary>> plans() const = 0; // newest first

    // ---- the only writer of records
    // Applies exactly the plan with this digest: one transaction, compare-and-swap on every `before`. Changes whose
    // effective day is after `today` are booked. A removal must name every field that has a value. Twice is once. Where
    // Plan::reverts names a plan, that one's waiting bookings are cancelled in the same transaction (journal event
    // "unbooked", one a change) and its state becomes Reverted. Errors, with nothing written: NotFound; Conflict (the
    // digest is not that of the latest revision, the plan or the one it reverts is reverted; or a `before` no longer
    // holds: the text names record, field, expected and found value, code "plan.conflict"); NeedsPerson (the plan has open
    // questions); Invalid (no such kind or field, a value that is not of its kind); Unavailable (busy, disk full);
    // Cancelled. `progress` (may be empty) is told done/total now and then; returns false to cancel.
    virtual Result<Receipt> apply(const QString &plan, const QString &digest, const QString &actor,
                                  const QString &approver, const QDateTime &at, QDate today,
                                  const std::function<bool(int done, int total)> &progress = {}) = 0;

    // ---- bookings
    virtual Result<QList<Booking>> bookings() const = 0; // those that wait, by effective day, then number
    // Writes the bookings whose day has come, day by day, in the order of booking, each plan's day in one transaction. A
    // plan whose `before` no longer holds stays booked, with its later days, and is named in the Conflict; the others are
    // written all the same. Unavailable: what was written stays; the rest is done the next time.
    virtual Result<QList<Receipt>> applyDue(const QString &actor, const QDateTime &at, QDate today) = 0;

    // ---- journal
    virtual Result<QList<JournalEntry>> journal(const JournalFilter &filter = {}) const = 0;
    // Walks the whole chain, compares the seals, and compares the records and bookings with what the journal says of them.
    virtual Result<JournalVerdict> verifyJournal() const = 0;

    // ---- search: what a LIKE scan over the searched fields finds, for any number of syllables and for initial
    // consonants, all words of the query; best first: those that begin with it, those that have it in their title, then the
    // newest. All of them where `limit` is 0. Whoever shows them looks at who may see what.
    virtual Result<QList<SearchHit>> search(const QString &query, int limit) const = 0;
    // Adds or replaces the texts of documents, all or none.
    virtual Status indexTexts(const QList<IndexedText> &texts) = 0;
    Status indexText(const RecordRef &record, const QString &title, const QString &text)
    {
        return indexTexts({{record, title, text}});
    }

    // ---- the runs of robots, with their leases, wishes, and people's work
    virtual Runs &runs() = 0;

    // ---- care
    // A consistent copy while others work; Conflict where the target exists.
    virtual Status backup(const QString &path) const = 0;
    // Whether the database is whole. Reads all of it: for the service's daily round, not for every start.
    virtual Status check() const = 0;
};

// Replaces the office at `location` by the backup, all or nothing, after checking its integrity and its journal. Others
// may have the office open: they go on with the restored one. A damaged office is set aside. NotFound where there is no
// backup, Invalid where it is not a sound office; Unavailable as for open().
Status restore(const QString &backup, const QString &location);

} // namespace naru::store
