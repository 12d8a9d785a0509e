// The plan of a personnel order: from the lines that were read to the changes of everything that must move with each
// person (PORTAL §4.3–4.5), each with its evidence and its reason, and the questions that only a person can answer.
//
// Plan::evidence[i] belongs to line i + 1. Plan::subject holds
//   "lines":   [{line, source, page, box, address, text, kind, name, emp_no, grade, to_grade, from_unit, to_unit, to_post,
//                effective, until, outside, status, reasons: [{code, text, candidates}], confidence,
//                effects: ["소속 정보화담당관 → 재정관리담당관", "과제 3건 → 인계", …]}]    (status: ready question no_change rejected)
//   "summary": {ready, question, no_change, rejected}
//   "orders":  [{source, id, number, title, date}]
//   "answers": [{line, emp_no | to_unit | skip | read: {name, unit, …}, by, at}]   what a person has decided so far
//   "corrections": [{line, field, read, typed, by, at, source, page, box, confidence}]   what a person read otherwise
#pragma once

#include "core/plan.h"
#include "office/directory.h"
#include "office/order/reader.h"

#include <QJsonArray>

#include <functional>

namespace naru::office {

// One document of an order, read.
struct OrderSource {
    Source source;
    Document document;
};

struct OrderRequest {
    QList<OrderSource> sources;
    QDate received; // a line of an earlier day is a question
    QString maker;
    QDateTime made;
    QJsonArray answers;
};

// Makes the plan against the directory, which holds the office with all its bookings. Pure. Invalid ("order.none") where no
// source has an order line; Usage where an answer names a line that does not exist. `progress` may be empty; returns false
// to cancel (Cancelled).
Result<Plan> planOrder(const OrderRequest &request, const Directory &directory,
                       const std::function<bool(int done, int total)> &progress = {});

// The same from lines that are kept in an earlier revision's subject "read": answers are added without the documents.
Result<Plan> replanOrder(const Plan &earlier, const QJsonArray &answers, const Directory &directory);

// Names and units of the directory, for the reader.
Words wordsOf(const Directory &directory);

} // namespace naru::office
