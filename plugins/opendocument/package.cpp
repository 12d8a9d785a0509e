#include "package.h"

#include "core/safe_xml.h"

#include <algorithm>

namespace naru::opendocument {

namespace {

constexpr QByteArrayView templateEnding("-template");
constexpr qsizetype directoryTail = 1 << 20; // the directory of the zip stands at its end

bool isKind(QByteArrayView type, QByteArrayView kind)
{
    type = type.trimmed();
    return type == kind || (type.startsWith(kind) && type.sliced(kind.size()) == templateEnding);
}

Result<QByteArray> partOf(const ZipReader &zip, const QString &name)
{
    if (zip.contains(name))
        return zip.read(name);
    return Error{Error::Kind::Invalid, u"expected the part '"_s + name + u"' but the document does not hold it"_s,
                 u"opendocument.partMissing"_s};
}

// Whether some part is encrypted, which the manifest says of each.
Result<bool> isEncrypted(const ZipReader &zip)
{
    const QString name = u"META-INF/manifest.xml"_s;
    if (!zip.contains(name))
        return false;
    const Result<QByteArray> bytes = zip.read(name);
    if (!bytes)
        return bytes.error();
    SafeXml xml(*bytes);
    while (xml.next())
        if (xml.isStart(u"encryption-data"))
            return true;
    const Status status = xml.status();
    return status ? Result<bool>(false) : Result<bool>(status.error());
}

// The title of meta.xml; a document without one, or with a damaged one, is still read.
QString titleOf(const ZipReader &zip)
{
    const QString name = u"meta.xml"_s;
    const Result<QByteArray> bytes = zip.contains(name) ? zip.read(name) : Result<QByteArray>(QByteArray());
    QString title;
    if (!bytes)
        return title;
    SafeXml xml(*bytes);
    bool inTitle = false;
    while (xml.next()) {
        if (xml.isStart(u"title") || xml.isEnd(u"title"))
            inTitle = xml.isStart(u"title");
        else if (inTitle && xml.token() == QXmlStreamReader::Characters)
            title += xml.text();
    }
    return title.simplified();
}

} // namespace

bool isOfKind(const QByteArray &bytes, QByteArrayView kind)
{
    if (!bytes.startsWith("PK\x03\x04"))
        return false;
    const QByteArrayView all(bytes);
    constexpr qsizetype nameAt = 30;
    constexpr QByteArrayView name("mimetype");
    if (all.size() > nameAt + name.size() && all.sliced(nameAt, name.size()) == name) {
        const QByteArrayView type = all.sliced(nameAt + name.size());
        if (type.startsWith(kind)) {
            const QByteArrayView rest = type.sliced(kind.size());
            return rest.startsWith(templateEnding) || rest.startsWith("PK") || rest.isEmpty();
        }
    }
    // Some tools pack the media type, or put it elsewhere.
    if (!all.last(std::min(all.size(), directoryTail)).contains("content.xml"))
        return false;
    const Result<ZipReader> zip = ZipReader::open(bytes);
    if (!zip || !zip->contains(u"mimetype"_s))
        return false;
    const Result<QByteArray> type = zip->read(u"mimetype"_s);
    return type && isKind(*type, kind);
}

Result<Package> openPackage(const QByteArray &bytes, const ReadLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return Error{Error::Kind::Invalid, u"expected at most %1 bytes but there are more"_s.arg(limits.bytes),
                     u"limit.bytes"_s};
    Result<ZipReader> zip = ZipReader::open(bytes);
    if (!zip)
        return zip.error();
    const Result<bool> encrypted = isEncrypted(*zip);
    if (!encrypted)
        return encrypted.error();
    if (*encrypted)
        return Error{Error::Kind::Invalid, u"expected a readable document but it is encrypted with a password"_s,
                     u"opendocument.encrypted"_s};
    if (const QString content = u"content.xml"_s; !zip->contains(content))
        return partOf(*zip, content).error();
    QString title = titleOf(*zip);
    return Package{*std::move(zip), std::move(title)};
}

XmlLimits contentLimits(const ReadLimits &limits)
{
    XmlLimits xml;
    xml.bytes = ZipLimits().entryBytes;
    xml.elements = 50'000'000;
    xml.depth = std::min(xml.depth, limits.depth);
    return xml;
}

} // namespace naru::opendocument
