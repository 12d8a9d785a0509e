#include "odt_format.h"

#include "package.h"
#include "text_reader.h"

namespace naru::opendocument {

bool OdtFormat::recognises(const QByteArray &bytes) const
{
    return isOfKind(bytes, textType);
}

Result<Document> OdtFormat::read(const QByteArray &bytes, const ReadLimits &limits) const
{
    const Result<Package> package = openPackage(bytes, limits);
    if (!package)
        return package.error();
    const Result<QByteArray> content = package->zip.read(u"content.xml"_s);
    if (!content)
        return content.error();
    Document document;
    document.format = id();
    document.title = package->title;
    TextReader reader(document, limits);
    if (const Status read = reader.readContent(*content); !read)
        return read.error();
    if (!package->zip.contains(u"styles.xml"_s))
        return document;
    const Result<QByteArray> styles = package->zip.read(u"styles.xml"_s);
    if (!styles)
        return styles.error();
    if (const Status read = reader.readPageStyles(*styles); !read)
        return read.error();
    return document;
}

} // namespace naru::opendocument
