// Change, Plan, Evidence: nothing is written that was not first a plan. A plan is a list of changes and of the questions
// that only a person can answer. It has a digest; approval is of that digest, and applying does exactly that, or nothing.
#pragma once

#include "core/document.h"
#include "core/record.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace naru {

// A file that a plan was made from. `sha256` is bare hex of the bytes that were read.
struct Source {
    QString file; // as the user gave it
    QString sha256;
    QString format; // the id of the Format that read it: "pdf"
    int pages = 0;
    QList<Diagnostic> diagnostics;
};

// On what a change rests: the words of a document, and where they stand.
struct Evidence {
    int source = -1; // index into Plan::sources, -1 where a person or a rule is the evidence
    Provenance place;
    QString text; // registration numbers are masked
};

struct FieldChange {
    QString field;
    QJsonValue before; // null where the record or the field did not exist
    QJsonValue after;
};

enum class Verb { Create, Update, Remove };

// One record changes: these fields, before -> after, from this day on, because of this rule, on this evidence.
struct Change {
    int line = 0; // 1-based index into Plan::evidence, 0 for none
    RecordRef record;
    Verb verb = Verb::Update;
    QList<FieldChange> fields; // each field once; their order means nothing
    QDate effective; // takes effect at 00:00 Asia/Seoul; invalid: when applied
    QString reason; // the rule in a few words, Korean, with its source: "전보: 소속 변경(지방공무원법 5조)"
};

// A choice that a question offers. `value` is what an answer carries back: {"emp_no": "…"} or {"to_unit": "…"}.
struct Candidate {
    QJsonObject answer;
    QString text; // "정보화담당관 지방행정주사 이민수 (20110234)"
};

// What only a person can decide. The plan cannot be applied while one is open.
struct Question {
    int line = 0;
    QString code; // "person.homonym"
    QString text; // Korean, a full sentence
    QList<Candidate> candidates;
};

struct Plan {
    QString id; // "p-…", stable over its revisions
    QString robot; // who made it: "personnel-order", "import", "revert"
    QString title;
    QString maker; // the actor
    QDateTime made; // UTC
    QDate received;
    QList<Source> sources;
    QList<Evidence> evidence;
    QList<Change> changes;
    QList<Question> questions;
    QString reverts; // the id of the plan that this one takes back: its waiting bookings are cancelled with it
    QJsonObject subject; // what the robot adds for its page and its report; part of the digest

    // "sha256:…" over everything that matters to the person who approves: not over id, maker, and the moment.
    QString digest() const;
};

QString toString(Verb verb);
QJsonObject toJson(const Change &change);
Change changeFromJson(const QJsonObject &json);
QJsonObject toJson(const Plan &plan);
// Invalid if the object is not a plan, or one of its changes is none: nothing is read into what is missing.
Result<Plan> planFromJson(const QJsonObject &json);

// The way back: creations removed, removals created, updates turned round, in reverse order.
QList<Change> inverse(const QList<Change> &changes);

} // namespace naru
