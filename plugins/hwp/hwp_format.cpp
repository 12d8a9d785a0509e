#include "hwp_format.h"

#include "body_reader.h"
#include "document_parts.h"

namespace naru::hwp {

bool HwpFormat::recognises(const QByteArray &bytes) const
{
    return isOldDocument(bytes) || isCompoundDocument(bytes);
}

Result<Document> HwpFormat::read(const QByteArray &bytes, const ReadLimits &limits) const
{
    Result<DocumentParts> parts = openParts(bytes, limits);
    if (!parts)
        return parts.error();
    Document document;
    document.format = id();
    document.title = parts->title;
    document.diagnostics = parts->diagnostics;
    BodyReader reader(document, parts->styles, limits);
    for (const QString &section : parts->sections) {
        const Result<QByteArray> records = parts->read(section);
        if (!records)
            return records.error();
        if (const Status read = reader.readSection(section, *records); !read)
            return read.error();
    }
    return document;
}

} // namespace naru::hwp
