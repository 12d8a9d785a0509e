// Plans, their revisions, and the bookings, in the database.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace naru::store {

// Which state may follow which.
bool mayBecome(PlanState from, PlanState to);

Status savePlan(Connection &connection, const Plan &plan); // REQUIRES: a write transaction
Result<PlanSummary> planSummary(Connection &connection, const QString &id);
Result<QList<PlanSummary>> planSummaries(Connection &connection);
// The latest revision. Invalid where it no longer has the digest that it was saved under.
Result<Plan> readPlan(Connection &connection, const QString &id);

// REQUIRE: a write transaction.
Status setPlanState(Connection &connection, const PlanSummary &plan, PlanState state);
Status setPlanApplied(Connection &connection, const QString &id, const QString &approver, const QDateTime &at);

// ---- bookings; those that write REQUIRE a write transaction
struct WaitingChange {
    qint64 number = 0;
    int position = 0; // in the plan, from 0
    QString approver;
    QByteArray change; // compact JSON
};
Status book(Connection &connection, const QString &plan, int position, const QString &approver, const Change &change);
Result<QList<Booking>> readBookings(Connection &connection);
// Those of one plan, all or of one day, in the order of the plan.
Result<QList<WaitingChange>> waitingChanges(Connection &connection, const QString &plan, QDate day = {});
Status removeBooking(Connection &connection, qint64 number);

// A plan and a day on which changes of it become due.
struct DueDay {
    QString plan;
    QDate day;
};
// Up to and with today, by day, then in the order of booking.
Result<QList<DueDay>> dueDays(Connection &connection, QDate today);

} // namespace naru::store
