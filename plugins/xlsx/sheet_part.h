// Streams a part of the package through the scanner: sheets and shared strings are far larger than other XML, so their
// limits are those of the container; the policy is the same.
#pragma once

#include "core/xml_scanner.h"
#include "core/zip_archive.h"

namespace naru {

XmlLimits partLimits();
// Feeds the part to the scanner until its end or until the scanner has been stopped.
Status scanPart(const ZipReader &zip, const QString &part, XmlScanner &scanner);

} // namespace naru
