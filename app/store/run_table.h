// Runs, their facts, snapshots, wishes, and leases in the database. What writes REQUIRES a write transaction.
#pragma once

#include "store/runs.h"
#include "store/sqlite.h"

#include <functional>

namespace naru::store {

// Runs `take` on each row; an error of either ends it.
template <typename Take>
Status eachRow(Statement &rows, const Take &take)
{
    for (;;) {
        const Result<bool> stepped = rows.step();
        if (!stepped)
            return stepped.error();
        if (!*stepped)
            return {};
        take(rows);
    }
}

// Moments are kept as milliseconds since 1970 in UTC; NULL where there is none.
void bindMoment(Statement &statement, int index, const QDateTime &moment);
QDateTime momentAt(const Statement &row, int column);

// False where the cause has begun a run before.
Result<bool> insertRun(Connection &connection, const RunStart &start);
Result<RunHead> readHead(Connection &connection, const QString &run); // NotFound
Result<QList<RunHead>> readHeads(Connection &connection, const RunFilter &filter);
Result<QList<Fact>> readFacts(Connection &connection, const QString &run, qint64 after);
// What is kept is named by the SHA-256 of its bytes.
QString digestOfKept(const QByteArray &body);
Result<QByteArray> readKept(Connection &connection, const QString &digest); // NotFound; Invalid if it was changed outside
Result<RunImage> readImage(Connection &connection, const QString &run);

// Facts, snapshot, state, wake of one step, and the wishes that it takes. Conflict as Runs::commit.
Status writeStep(Connection &connection, const RunStep &step);
// The hash of the last fact: 32 bytes.
Result<QByteArray> headHash(Connection &connection, const QString &run);
// What is wrong with the chain of facts, or Ok.
Status verifyFacts(Connection &connection, const QString &run);

Result<bool> isAnyDue(Connection &connection, const QDateTime &now, const LeaseTime &clock);
Result<QList<Lease>> takeDue(Connection &connection, const QString &holder, const QDateTime &now, const LeaseTime &clock,
                             qint64 span, int limit);
Result<Lease> takeRun(Connection &connection, const QString &run, const QString &holder, const LeaseTime &clock,
                      qint64 span);
Status renewLeases(Connection &connection, const QList<Lease> &leases, const LeaseTime &until);
Result<bool> isHeld(Connection &connection, const Lease &lease, const LeaseTime &clock);

// Adds a wish and wakes the run. False where the key is known.
Result<bool> insertWish(Connection &connection, const QString &run, const Wish &wish);

} // namespace naru::store
