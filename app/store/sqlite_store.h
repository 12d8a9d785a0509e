// The store of one office in one SQLite file. Beside the office lie its seal (seal.h) and its write lock (write_lock.h).
#pragma once

#include "store/connections.h"
#include "store/journal_log.h"
#include "store/record_tables.h"
#include "store/search_index.h"
#include "store/sqlite_runs.h"
#include "store/store.h"

namespace naru::store {

class SqliteStore final : public Store {
public:
    static Result<std::unique_ptr<Store>> create(const QString &path, const QList<RecordTable> &tables);
    static Result<std::unique_ptr<Store>> open(const QString &path, const QList<RecordTable> &tables);

    Result<QString> setting(const QString &name) const override;
    Status setSetting(const QString &name, const QString &value, const QString &actor, const QDateTime &at) override;
    Result<QList<Row>> rows(const QString &kind, const Filter &filter) const override;
    Result<Row> row(const RecordRef &record) const override;
    Status savePlan(const Plan &plan) override;
    Result<Plan> plan(const QString &id) const override;
    Result<PlanSummary> planSummary(const QString &id) const override;
    Result<QList<PlanSummary>> plans() const override;
    Result<Receipt> apply(const QString &plan, const QString &digest, const QString &actor, const QString &approver,
                          const QDateTime &at, QDate today,
                          const std::function<bool(int done, int total)> &progress) override;
    Result<QList<Booking>> bookings() const override;
    Result<QList<Receipt>> applyDue(const QString &actor, const QDateTime &at, QDate today) override;
    Result<QList<JournalEntry>> journal(const JournalFilter &filter) const override;
    Result<JournalVerdict> verifyJournal() const override;
    Result<QList<SearchHit>> search(const QString &query, int limit) const override;
    Status indexTexts(const QList<IndexedText> &texts) override;
    Runs &runs() override { return m_runs; }
    Status backup(const QString &path) const override;
    Status check() const override;

private:
    SqliteStore(const QString &path, RecordTables tables);

    Result<Receipt> applyDueDay(const Plan &plan, QDate day, const QString &actor, const QDateTime &at);

    // Runs `read` on a connection. Several statements that must see one moment need a Snapshot.
    template <typename Read>
    auto reading(const Read &read) const -> decltype(read(std::declval<Connection &>()));
    // Runs `write` in a write transaction, alone; what it appended to the ledger is sealed with it.
    Status writing(const std::function<Status(Connection &, Ledger &)> &write);

    QString m_path;
    RecordTables m_tables;
    SearchIndex m_index;
    mutable Connections m_connections;
    SqliteRuns m_runs;
};

} // namespace naru::store
