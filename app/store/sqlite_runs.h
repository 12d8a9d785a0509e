// The runs of an office in SQLite, beside its records: the same file, lock, and transactions.
#pragma once

#include "store/journal_log.h"
#include "store/runs.h"

#include <functional>

namespace naru::store {

class SqliteRuns final : public Runs {
public:
    // How the store reads and writes: on one of its connections, in one transaction.
    using Reading = std::function<Status(const std::function<Status(Connection &)> &)>;
    using Writing = std::function<Status(const std::function<Status(Connection &, Ledger &)> &)>;
    SqliteRuns(Reading reading, Writing writing)
        : m_reading(std::move(reading))
        , m_writing(std::move(writing))
    {
    }

    Status keep(const QList<QByteArray> &bodies) override;
    Result<QByteArray> kept(const QString &digest) const override;
    Result<QList<bool>> start(const QList<RunStart> &starts) override;
    Result<QList<bool>> occur(const QList<Occurrence> &occurrences) override;
    Result<QList<Occurrence>> occurrences(const QString &schedule, int limit) const override;
    Result<QDateTime> lastOccurrence(const QString &schedule) const override;
    Status setOutcome(const QString &schedule, const QDateTime &at, const QString &outcome, const QString &reason) override;
    Result<QList<Lease>> claim(const QString &holder, const QDateTime &now, const LeaseTime &clock, qint64 span,
                               int limit) override;
    Result<Lease> claimRun(const QString &run, const QString &holder, const LeaseTime &clock, qint64 span) override;
    Status renew(const QList<Lease> &leases, const LeaseTime &until) override;
    Result<bool> holds(const Lease &lease, const LeaseTime &clock) const override;
    Result<RunImage> load(const QString &run) const override;
    Result<QList<Status>> commit(const QList<RunStep> &steps) override;
    Result<QDateTime> nextWake() const override;
    Status wish(const QString &run, const Wish &wish) override;
    Result<QStringList> deliver(const Subscription &what, const Wish &wish, const Meant &meant,
                                const QList<RunStart> &starts) override;
    Result<QList<RunHead>> runs(const RunFilter &filter) const override;
    Result<RunHead> run(const QString &id) const override;
    Result<QList<Fact>> facts(const QString &run, qint64 after) const override;
    Status verify(const QString &run) const override;
    Result<QList<WorkItem>> work(const WorkFilter &filter) const override;
    Result<QList<Subscription>> subscriptions(const QString &run) const override;

private:
    template <typename T>
    Result<T> reading(const std::function<Result<T>(Connection &)> &read) const;
    template <typename T>
    Result<T> writing(const std::function<Result<T>(Connection &, Ledger &)> &write);

    Reading m_reading;
    Writing m_writing;
};

} // namespace naru::store
