// A fictional city to try everything on: units before and after a reorganisation, people with homonyms, their
// assignments, accounts, roles, and the work that hangs on them. The same seed gives the same city, to the byte.
#pragma once

#include "core/plan.h"
#include "office/sample/structure.h"

namespace naru::office::sample {

struct SampleOffice {
    QString title; // 해람광역시
    QString mayor; // name of the 시장, who signs the orders
    QString administrator; // emp_no of the 관리자
    QDate today; // the day that the sample is made for: all that it holds is known by then
    Structure structure;
    QList<Unit> units; // those of the structure
    QList<Post> posts;
    QList<Person> people;
    QList<Order> orders; // an earlier order, so that there is one to correct and to cancel
    QList<OrderLine> orderLines;
    QList<Assignment> assignments; // by person, then by beginning
    QList<Account> accounts;
    QList<RoleGrant> roles;
    QList<Deputy> deputies;
    QList<ApprovalLine> approvalLines;
    QList<Task> tasks;
    QList<Directive> directives;
    QList<ApprovalStep> approvalSteps;
};

SampleOffice makeOffice(quint64 seed, Size size);

// The plan's changes that make the office: one creation for each record, in the order in which references resolve.
QList<Change> asChanges(const SampleOffice &office);

} // namespace naru::office::sample
