// The compact JSON of changes and journal entries, byte for byte as core writes it (toJson, canonical), without the way
// through QJsonObject: what is hashed, stored, and hashed again a million times.
#pragma once

#include "core/journal.h"

namespace naru::store {

// The columns of an entry as they lie in the database: UTF-8, the change as compact JSON. The hash is made from these very
// bytes, so nothing is lost between what is hashed and what is stored.
struct EntryBytes {
    qint64 sequence = 0;
    QByteArrayView at, actor, approver, plan, digest, event, change, note;
    QByteArrayView previous; // 32 bytes
};

// As canonical(entry).
QByteArray canonicalBytes(const EntryBytes &entry);
// SHA-256 of canonicalBytes(): 32 bytes.
QByteArray hashOf(const EntryBytes &entry);
// As QJsonDocument(toJson(change)).toJson(QJsonDocument::Compact). REQUIRES: no field twice.
QByteArray bytesOf(const Change &change);
// Whether the compact JSON of a change is about this record ("person:20110234").
bool isAbout(QByteArrayView change, QByteArrayView record);

} // namespace naru::store
