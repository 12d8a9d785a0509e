// The container of an OpenDocument file (ISO/IEC 26300 part 3): a zip with its media type as the first entry.
#pragma once

#include "core/format.h"
#include "core/xml_scanner.h"
#include "core/zip_archive.h"

namespace naru::opendocument {

inline constexpr QByteArrayView spreadsheetType("application/vnd.oasis.opendocument.spreadsheet");
inline constexpr QByteArrayView textType("application/vnd.oasis.opendocument.text");

// Whether the file says that it is of this kind, or a template of it.
bool isOfKind(const QByteArray &bytes, QByteArrayView kind);

struct Package {
    ZipReader zip;
    QString title;
};

// Invalid: "limit.bytes", "opendocument.encrypted", "opendocument.partMissing", and what ZipReader and SafeXml say.
Result<Package> openPackage(const QByteArray &bytes, const ReadLimits &limits);

// What content.xml may have: a table of a whole city's staff is one part.
XmlLimits contentLimits(const ReadLimits &limits);

} // namespace naru::opendocument
