// The report of a plan for the file: what changed, for whom, on which line of which document, approved by whom, and what
// was left open (PORTAL §4.3 6).
#pragma once

#include "core/document.h"
#include "core/plan.h"

namespace naru::office {

struct ReportFacts {
    QString state; // of the plan, in Korean: 시행됨, 예약됨 …
    QString digest;
    QString approver; // "김하나 (20110234)"
    QDateTime applied; // UTC; invalid: not yet
    int written = 0;
    int booked = 0;
    QDate today;
};

Document reportOf(const Plan &plan, const ReportFacts &facts);

} // namespace naru::office
