// The seal of the journal: how many entries there are, and the hash of the last one. It stands twice: in the database,
// written in the transaction that adds the entries, and in a small file beside the office, written after the commit. A
// tail that is cut together with the inner seal still contradicts the outer one.
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace naru::store {

struct Seal {
    qint64 entries = 0;
    QByteArray head = QByteArray(32, '\0'); // 32 bytes; zeros before the first entry
    friend bool operator==(const Seal &, const Seal &) = default;
};

QString sealFileOf(const QString &office);
// NotFound where there is none, Invalid where it cannot be read as a seal.
Result<Seal> readSealFile(const QString &office);
// Replaces the file at once, synced to the disk, with mode 0600.
Status writeSealFile(const QString &office, const Seal &seal);

} // namespace naru::store
