// Changes entries of a zip archive and leaves all others byte for byte as they were, their packed bytes too: what fills a
// form must not touch the rest of it.
#pragma once

#include "core/zip_archive.h"

#include <optional>

namespace naru {

struct ZipChange {
    QString name;
    std::optional<QByteArray> bytes; // none: the entry goes
};

// The archive with the changes. Entries keep their order, their way of packing, and their time stamps; entries that are not
// there yet come last. Errors as of ZipReader::open().
Result<QByteArray> patchZip(const QByteArray &archive, const QList<ZipChange> &changes, const ZipLimits &limits = {});

} // namespace naru
