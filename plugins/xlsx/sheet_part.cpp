#include "sheet_part.h"

namespace naru {

XmlLimits partLimits()
{
    XmlLimits limits;
    limits.bytes = ZipLimits().entryBytes;
    limits.elements = 50'000'000;
    return limits;
}

Status scanPart(const ZipReader &zip, const QString &part, XmlScanner &scanner)
{
    const Status unpacked = zip.stream(part, [&scanner](QByteArrayView block) { return scanner.feed(block); });
    if (!unpacked)
        return unpacked;
    const Status scanned = scanner.finish();
    if (scanned)
        return {};
    Error error = scanned.error();
    error.text += u" of "_s + part;
    return error;
}

} // namespace naru
