// Applying plans and due bookings: the only way in which records change.
#pragma once

#include "store/change_writer.h"
#include "store/plan_table.h"

namespace naru::store {

// Who applies what, on whose word, and when.
struct Approval {
    QString plan;
    QString digest;
    QString actor;
    QString approver;
    QDateTime at;
    QDate today;
};

// As Store::apply. REQUIRES: a write transaction, to be rolled back where this fails.
Result<Receipt> applyPlan(Connection &connection, const RecordTables &tables, Ledger &ledger, const Approval &approval,
                          const std::function<bool(int done, int total)> &progress);

// Writes what is due of a plan on a day, and takes it off the bookings; a receipt of nothing where nothing waits any more.
// The bookings must equal the changes of the plan. REQUIRES: a write transaction.
Result<Receipt> applyDay(Connection &connection, const RecordTables &tables, Ledger &ledger, const Plan &plan, QDate day,
                         const QString &actor, const QDateTime &at);

} // namespace naru::store
