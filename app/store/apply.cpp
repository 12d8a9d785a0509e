#include "store/apply.h"

#include "store/canonical_bytes.h"

#include <QJsonDocument>

namespace naru::store {

namespace {

bool isApplied(PlanState state)
{
    return state == PlanState::Applied || state == PlanState::Booked || state == PlanState::PartlyBooked;
}

// The very plan has been applied: says so, and where the journal tells of it.
Result<Receipt> repeated(Connection &connection, const PlanSummary &plan)
{
    Result<Statement> statement = connection.prepare("SELECT min(sequence), max(sequence) FROM naru_journal WHERE plan = ?");
    if (!statement)
        return statement.error();
    const Result<bool> stepped = statement->with(plan.id).step();
    if (!stepped)
        return stepped.error();
    Receipt receipt{plan.id, plan.digest};
    receipt.repeated = true;
    receipt.firstEntry = statement->whole(0);
    receipt.lastEntry = statement->whole(1);
    return receipt;
}

Status mayApply(const PlanSummary &plan)
{
    if (plan.state != PlanState::Draft && plan.state != PlanState::Approved)
        return Error{Error::Kind::Conflict,
                     u"expected plan '"_s + plan.id + u"' to be a draft but it is "_s + toString(plan.state), u"plan.state"_s};
    if (plan.questions > 0)
        return Error{Error::Kind::NeedsPerson,
                     u"expected plan '"_s + plan.id + u"' to have no open question but it has "_s
                         + QString::number(plan.questions),
                     u"plan.questions"_s};
    return {};
}

// Cancels what waits of a plan that is taken back.
Status unbook(Connection &connection, Ledger &ledger, const QString &plan)
{
    const Result<PlanSummary> summary = planSummary(connection, plan);
    if (!summary)
        return summary.error();
    const Result<QList<WaitingChange>> waiting = waitingChanges(connection, plan);
    if (!waiting)
        return waiting.error();
    for (const WaitingChange &one : *waiting) {
        Status done = removeBooking(connection, one.number);
        if (done)
            done = ledger.append(u"unbooked"_s, changeFromJson(QJsonDocument::fromJson(one.change).object()), plan);
        if (!done)
            return done;
    }
    return setPlanState(connection, *summary, PlanState::Reverted);
}

// Writes the changes that are due and books the others.
class Application {
public:
    Application(Connection &connection, const RecordTables &tables, Ledger &ledger, const Approval &approval)
        : m_connection(connection)
        , m_ledger(ledger)
        , m_approval(approval)
        , m_writer(connection, tables, ledger, approval.at)
        , m_tables(tables)
    {
    }

    Status run(const Plan &plan, const std::function<bool(int done, int total)> &progress, Receipt &receipt)
    {
        constexpr int between = 256; // changes from one report of progress to the next
        const int total = static_cast<int>(plan.changes.size());
        for (int i = 0; i < total; ++i) {
            if (progress && i % between == 0 && !progress(i, total))
                return Error{Error::Kind::Cancelled, u"expected to apply '"_s + plan.id + u"' but it was cancelled"_s};
            const bool waits = plan.changes[i].effective.isValid() && plan.changes[i].effective > m_approval.today;
            const Status done = waits ? reserve(plan.id, i, plan.changes[i]) : m_writer.write(plan.changes[i]);
            if (!done)
                return done;
            ++(waits ? receipt.booked : receipt.written);
        }
        if (progress && !progress(total, total))
            return Error{Error::Kind::Cancelled, u"expected to apply '"_s + plan.id + u"' but it was cancelled"_s};
        return m_writer.finish();
    }

private:
    Status reserve(const QString &plan, int position, const Change &change)
    {
        Status done = m_tables.fits(change);
        if (done)
            done = book(m_connection, plan, position, m_approval.approver, change);
        return done ? m_ledger.append(u"booked"_s, change) : done;
    }

    Connection &m_connection;
    Ledger &m_ledger;
    const Approval &m_approval;
    ChangeWriter m_writer;
    const RecordTables &m_tables;
};

Status settleState(Connection &connection, PlanSummary plan, PlanState state)
{
    if (plan.state == PlanState::Draft) {
        const Status approved = setPlanState(connection, plan, PlanState::Approved);
        if (!approved)
            return approved;
        plan.state = PlanState::Approved;
    }
    return setPlanState(connection, plan, state);
}

JournalEntry frameOf(const Plan &plan, const QString &digest, const QString &actor, const QString &approver,
                     const QDateTime &at)
{
    JournalEntry frame;
    frame.at = at;
    frame.actor = actor;
    frame.approver = approver;
    frame.plan = plan.id;
    frame.digest = digest;
    return frame;
}

} // namespace

Result<Receipt> applyPlan(Connection &connection, const RecordTables &tables, Ledger &ledger, const Approval &approval,
                          const std::function<bool(int done, int total)> &progress)
{
    if (!approval.today.isValid())
        return Error{Error::Kind::Invalid, u"expected the day on which to apply but there is none"_s};
    const Result<PlanSummary> summary = planSummary(connection, approval.plan);
    if (!summary)
        return summary.error();
    if (summary->digest != approval.digest)
        return Error{Error::Kind::Conflict,
                     u"expected plan '"_s + approval.plan + u"' with digest "_s + approval.digest + u" but it has "_s
                         + summary->digest,
                     u"plan.digest"_s};
    if (isApplied(summary->state))
        return repeated(connection, *summary);
    Status done = mayApply(*summary);
    if (!done)
        return done.error();
    const Result<Plan> plan = readPlan(connection, approval.plan);
    if (!plan)
        return plan.error();

    Receipt receipt{approval.plan, approval.digest};
    receipt.firstEntry = ledger.seal().entries + 1;
    ledger.setFrame(frameOf(*plan, approval.digest, approval.actor, approval.approver, approval.at));
    done = ledger.append(u"approved"_s, {});
    if (done && !plan->reverts.isEmpty())
        done = unbook(connection, ledger, plan->reverts);
    if (done)
        done = Application(connection, tables, ledger, approval).run(*plan, progress, receipt);
    if (done)
        done = settleState(connection, *summary,
                           receipt.booked == 0        ? PlanState::Applied
                               : receipt.written == 0 ? PlanState::Booked
                                                      : PlanState::PartlyBooked);
    if (done)
        done = setPlanApplied(connection, plan->id, approval.approver, approval.at);
    if (!done)
        return done.error();
    receipt.lastEntry = ledger.seal().entries;
    return receipt;
}

Result<Receipt> applyDay(Connection &connection, const RecordTables &tables, Ledger &ledger, const Plan &plan, QDate day,
                         const QString &actor, const QDateTime &at)
{
    const Result<PlanSummary> summary = planSummary(connection, plan.id);
    if (!summary)
        return summary.error();
    const Result<QList<WaitingChange>> waiting = waitingChanges(connection, plan.id, day);
    if (!waiting)
        return waiting.error();
    Receipt receipt{plan.id, summary->digest};
    receipt.firstEntry = ledger.seal().entries + 1;
    ChangeWriter writer(connection, tables, ledger, at);
    for (const WaitingChange &one : *waiting) {
        const bool isApproved = one.position >= 0 && one.position < plan.changes.size()
            && bytesOf(plan.changes[one.position]) == one.change;
        if (!isApproved)
            return Error{Error::Kind::Invalid,
                         u"expected booking "_s + QString::number(one.number) + u" as plan '"_s + plan.id
                             + u"' was approved but it has been changed outside"_s,
                         u"store.damaged"_s};
        ledger.setFrame(frameOf(plan, summary->digest, actor, one.approver, at));
        Status done = writer.write(plan.changes[one.position], u"booked"_s);
        if (done)
            done = removeBooking(connection, one.number);
        if (!done)
            return done.error();
        ++receipt.written;
    }
    receipt.lastEntry = ledger.seal().entries;
    const Status indexed = writer.finish();
    if (!indexed)
        return indexed.error();
    if (waiting->isEmpty())
        return receipt;
    const Result<QList<WaitingChange>> left = waitingChanges(connection, plan.id);
    if (!left)
        return left.error();
    const Status settledState =
        setPlanState(connection, *summary, left->isEmpty() ? PlanState::Applied : PlanState::PartlyBooked);
    return settledState ? Result<Receipt>(receipt) : settledState.error();
}

} // namespace naru::store
