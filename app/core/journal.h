// The journal entry: what the audit reads, the timeline shows, and the undo uses. Append-only, hash-chained.
#pragma once

#include "core/plan.h"

namespace naru {

struct JournalEntry {
    qint64 sequence = 0; // 1, 2, 3 … without a gap
    QDateTime at; // when it was written, UTC
    QString actor; // who applied
    QString approver; // on whose word
    QString plan;
    QString digest; // of the plan as approved
    QString event; // "changed", "booked", "unbooked", "approved", "planned", "conflict"
    Change change; // empty record for events about the plan as a whole
    QString note;
    QString previous; // hash of the entry before, 64 zeros at first
    QString hash;
};

// The bytes that are hashed: compact JSON with sorted keys, without `hash`.
QByteArray canonical(const JournalEntry &entry);
// Bare hex SHA-256 of canonical(entry); entry.previous chains it.
QString hashOf(const JournalEntry &entry);

} // namespace naru
