// The shared strings of a workbook, kept end to end: a string object each would take three times the memory.
#pragma once

#include "core/zip_archive.h"

#include <QString>

#include <vector>

namespace naru {

class SharedStrings {
public:
    // Rich text joined, phonetic readings left out, "_x000D_" decoded. Invalid where the part is damaged or too large.
    static Result<SharedStrings> read(const ZipReader &zip, const QString &part);

    qsizetype size() const { return qsizetype(m_ends.size()); }
    // REQUIRES: 0 ≤ index < size().
    QString at(qsizetype index) const;

private:
    friend class SharedStringVisitor;
    QByteArray m_bytes;
    std::vector<quint32> m_ends;
};

} // namespace naru
