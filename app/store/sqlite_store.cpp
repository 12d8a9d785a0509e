#include "store/sqlite_store.h"

#include "store/apply.h"
#include "store/care.h"
#include "store/journal_check.h"
#include "store/migrations.h"
#include "store/transaction.h"
#include "store/write_lock.h"

#include <QFileInfo>
#include <QSet>

#include <future>

namespace naru::store {

Result<std::unique_ptr<Store>> SqliteStore::create(const QString &path, const QList<RecordTable> &tables)
{
    const Result<RecordTables> records = RecordTables::of(tables);
    if (!records)
        return records.error();
    Status made = refuseNetworkFile(path);
    if (made)
        made = makeOffice(path, *records);
    if (!made)
        return made.error();
    return open(path, tables);
}

Result<std::unique_ptr<Store>> SqliteStore::open(const QString &path, const QList<RecordTable> &tables)
{
    Result<RecordTables> records = RecordTables::of(tables);
    if (!records)
        return records.error();
    if (!QFileInfo(path).isFile())
        return Error{Error::Kind::NotFound, u"expected an office at '"_s + path + u"' but there is none"_s, u"store.noFile"_s};
    const Status local = refuseNetworkFile(path);
    if (!local)
        return local.error();
    std::unique_ptr<SqliteStore> store(new SqliteStore(path, std::move(*records)));
    const Result<Connections::Lease> lease = store->m_connections.borrow();
    if (!lease)
        return lease.error();
    Result<bool> current = isCurrent(**lease, store->m_tables);
    if (!current)
        return current.error();
    if (!*current) {
        const Result<WriteLock> lock = WriteLock::take(path);
        const Status migrated = lock ? migrate(**lease, store->m_tables) : lock.error();
        if (!migrated)
            return migrated.error();
    }
    return std::unique_ptr<Store>(std::move(store));
}

template <typename Read>
auto SqliteStore::reading(const Read &read) const -> decltype(read(std::declval<Connection &>()))
{
    const Result<Connections::Lease> lease = m_connections.borrow();
    if (!lease)
        return lease.error();
    return read(**lease);
}

SqliteStore::SqliteStore(const QString &path, RecordTables tables)
    : m_path(path)
    , m_tables(std::move(tables))
    , m_index(m_tables)
    , m_connections(path)
    , m_runs(
          [this](const std::function<Status(Connection &)> &read) {
              return reading([&read](Connection &connection) -> Status {
                  const Result<Snapshot> snapshot = Snapshot::begin(connection);
                  return snapshot ? read(connection) : snapshot.error();
              });
          },
          [this](const std::function<Status(Connection &, Ledger &)> &write) { return writing(write); })
{
}

Status SqliteStore::writing(const std::function<Status(Connection &, Ledger &)> &write)
{
    const Result<WriteLock> lock = WriteLock::take(m_path);
    if (!lock)
        return lock.error();
    const Result<Connections::Lease> lease = m_connections.borrow();
    if (!lease)
        return lease.error();
    Connection &connection = **lease;
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    Result<Ledger> ledger = Ledger::open(connection);
    if (!ledger)
        return ledger.error();
    const qint64 before = ledger->seal().entries;
    Status done = write(connection, *ledger);
    const bool hasGrown = ledger->seal().entries > before;
    if (done && hasGrown)
        done = ledger->close();
    if (done)
        done = transaction->commit();
    if (done && hasGrown)
        renewSealFile(connection, m_path, ledger->seal());
    return done;
}

Result<QString> SqliteStore::setting(const QString &name) const
{
    const Result<Row> found = row({u"setting"_s, name});
    if (!found)
        return found.error();
    return found->value(u"value"_s).toString();
}

Status SqliteStore::setSetting(const QString &name, const QString &value, const QString &actor, const QDateTime &at)
{
    return writing([&](Connection &connection, Ledger &ledger) -> Status {
        const RecordRef record{u"setting"_s, name};
        const Result<std::optional<Row>> old = m_tables.row(connection, record);
        if (!old)
            return old.error();
        const QJsonValue before = old->value_or(Row()).value(u"value"_s);
        if (*old && isSame(before, value))
            return {};
        Change change;
        change.record = record;
        change.verb = *old ? Verb::Update : Verb::Create;
        change.fields = {{u"value"_s, settled(before), settled(value)}};
        JournalEntry frame;
        frame.at = at;
        frame.actor = actor;
        frame.approver = actor;
        ledger.setFrame(frame);
        ChangeWriter writer(connection, m_tables, ledger, at);
        const Status written = writer.write(change);
        return written ? writer.finish() : written;
    });
}

Result<QList<Row>> SqliteStore::rows(const QString &kind, const Filter &filter) const
{
    return reading([&](Connection &connection) { return m_tables.rows(connection, kind, filter); });
}

Result<Row> SqliteStore::row(const RecordRef &record) const
{
    return reading([&](Connection &connection) -> Result<Row> {
        const Result<std::optional<Row>> found = m_tables.row(connection, record);
        if (!found)
            return found.error();
        if (!*found)
            return Error{Error::Kind::NotFound, u"expected "_s + record.toString() + u" but there is none"_s, u"record.unknown"_s};
        return **found;
    });
}

Status SqliteStore::savePlan(const Plan &plan)
{
    return writing([&](Connection &connection, Ledger &) { return store::savePlan(connection, plan); });
}

Result<Plan> SqliteStore::plan(const QString &id) const
{
    return reading([&](Connection &connection) { return readPlan(connection, id); });
}

Result<PlanSummary> SqliteStore::planSummary(const QString &id) const
{
    return reading([&](Connection &connection) { return store::planSummary(connection, id); });
}

Result<QList<PlanSummary>> SqliteStore::plans() const
{
    return reading([](Connection &connection) { return planSummaries(connection); });
}

Result<Receipt> SqliteStore::apply(const QString &plan, const QString &digest, const QString &actor, const QString &approver,
                                   const QDateTime &at, QDate today,
                                   const std::function<bool(int done, int total)> &progress)
{
    Receipt receipt;
    const Status written = writing([&](Connection &connection, Ledger &ledger) -> Status {
        const Result<Receipt> applied =
            applyPlan(connection, m_tables, ledger, {plan, digest, actor, approver, at, today}, progress);
        if (!applied)
            return applied.error();
        receipt = *applied;
        return {};
    });
    return written ? Result<Receipt>(receipt) : written.error();
}

Result<QList<Booking>> SqliteStore::bookings() const
{
    return reading([](Connection &connection) { return readBookings(connection); });
}

Result<Receipt> SqliteStore::applyDueDay(const Plan &plan, QDate day, const QString &actor, const QDateTime &at)
{
    Receipt receipt;
    const Status written = writing([&](Connection &connection, Ledger &ledger) -> Status {
        const Result<Receipt> applied = applyDay(connection, m_tables, ledger, plan, day, actor, at);
        if (!applied)
            return applied.error();
        receipt = *applied;
        return {};
    });
    return written ? Result<Receipt>(receipt) : written.error();
}

Result<QList<Receipt>> SqliteStore::applyDue(const QString &actor, const QDateTime &at, QDate today)
{
    const Result<QList<DueDay>> due = reading([&](Connection &connection) { return dueDays(connection, today); });
    if (!due)
        return due.error();
    QHash<QString, Plan> plans; // an applied plan has no more revisions
    QList<Receipt> receipts;
    QStringList problems;
    QSet<QString> held; // plans with a day that could not be written: their later days wait too
    for (const DueDay &one : *due) {
        if (held.contains(one.plan))
            continue;
        Result<Plan> known = plans.contains(one.plan) ? Result<Plan>(plans.value(one.plan)) : plan(one.plan);
        if (known)
            plans.insert(one.plan, *known);
        const Result<Receipt> applied = known ? applyDueDay(*known, one.day, actor, at) : known.error();
        if (applied && applied->written > 0)
            receipts.append(*applied);
        if (applied)
            continue;
        if (applied.error().kind != Error::Kind::Conflict && applied.error().kind != Error::Kind::Invalid)
            return applied.error();
        held.insert(one.plan);
        problems.append(u"plan '"_s + one.plan + u"' of "_s + one.day.toString(Qt::ISODate) + u": "_s + applied.error().text);
    }
    if (!problems.isEmpty())
        return Error{Error::Kind::Conflict, problems.join(u"; "_s), u"plan.conflict"_s};
    return receipts;
}

Result<QList<JournalEntry>> SqliteStore::journal(const JournalFilter &filter) const
{
    return reading([&](Connection &connection) { return readJournal(connection, filter); });
}

Result<JournalVerdict> SqliteStore::verifyJournal() const
{
    // The chain and the records are walked at the same time, each in a moment of its own: both must hold at any moment.
    std::future<Result<JournalVerdict>> records = std::async(std::launch::async, [this] {
        return reading([this](Connection &connection) -> Result<JournalVerdict> {
            const Result<Snapshot> snapshot = Snapshot::begin(connection);
            const Result<JournalVerdict> folded = snapshot ? verifyRecords(connection, m_tables) : snapshot.error();
            return folded && folded->firstBad == 0 ? verifyBookings(connection) : folded;
        });
    });
    const Result<Seal> outer = readSealFile(m_path);
    const Result<JournalVerdict> chain = reading([&outer](Connection &connection) -> Result<JournalVerdict> {
        const Result<Snapshot> snapshot = Snapshot::begin(connection);
        return snapshot ? verifyChain(connection, outer) : snapshot.error();
    });
    const Result<JournalVerdict> folded = records.get();
    if (!chain || chain->firstBad != 0)
        return chain;
    return folded && folded->firstBad == 0 ? chain : folded;
}

Result<QList<SearchHit>> SqliteStore::search(const QString &query, int limit) const
{
    return reading([&](Connection &connection) -> Result<QList<SearchHit>> {
        const Result<Snapshot> snapshot = Snapshot::begin(connection);
        return snapshot ? m_index.search(connection, query, limit) : snapshot.error();
    });
}

Status SqliteStore::indexTexts(const QList<IndexedText> &texts)
{
    return writing([&](Connection &connection, Ledger &) { return m_index.putTexts(connection, texts); });
}

Status SqliteStore::backup(const QString &path) const
{
    return reading([&](Connection &connection) { return backupOffice(connection, m_path, path); });
}

Status SqliteStore::check() const
{
    return reading([](Connection &connection) { return checkIntegrity(connection); });
}

} // namespace naru::store
