// What follows from ready order lines: the changes of everything that must move with a person (PORTAL §4.5): assignments,
// account, roles, approval lines, deputies, tasks, directives, open approval steps, and a hand-over draft.
#pragma once

#include "office/order/matching.h"

namespace naru::office {

struct OrderIdentity {
    QString id; // of the Order record
    QString number;
    QString title;
    QDate date;
    QString sha256;
    QString file;
};

struct Consequences {
    QList<Change> changes;
    QList<QStringList> effects; // by line (index = number - 1), Korean, in words
};

// `orders` by source. Lines that are not ready have no consequences.
Consequences consequencesOf(const QList<MatchedLine> &lines, const QList<OrderIdentity> &orders,
                            const Directory &directory);

} // namespace naru::office
