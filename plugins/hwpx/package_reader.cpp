#include "package_reader.h"

#include "markup.h"

#include "core/safe_xml.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace naru::hwpx {

namespace {

Error missing(const QString &part)
{
    return {Error::Kind::Invalid, u"expected the part '"_s + part + u"' but the document does not hold it"_s,
            u"hwpx.partMissing"_s};
}

struct Manifest {
    QString title;
    QHash<QString, QString> hrefs; // by id
    QStringList spine; // ids
};

XmlLimits xmlLimits(const ReadLimits &limits)
{
    XmlLimits xml;
    xml.depth = std::min(xml.depth, limits.depth);
    return xml;
}

Status readManifest(const QByteArray &bytes, const ReadLimits &limits, Manifest &manifest)
{
    SafeXml xml(bytes, xmlLimits(limits));
    bool inTitle = false;
    while (xml.next()) {
        if (xml.isStart(u"item"))
            manifest.hrefs.insert(xml.attribute(u"id"), xml.attribute(u"href"));
        else if (xml.isStart(u"itemref"))
            manifest.spine.append(xml.attribute(u"idref"));
        else if (xml.isStart(u"title") || xml.isEnd(u"title"))
            inTitle = xml.isStart(u"title");
        else if (inTitle && xml.token() == QXmlStreamReader::Characters)
            manifest.title += xml.text();
    }
    manifest.title = manifest.title.simplified();
    return xml.status();
}

// Encrypted parts are listed in META-INF/manifest.xml, which is empty or absent in every other document.
Result<bool> isEncrypted(const ZipReader &zip, const ReadLimits &limits)
{
    const QString name = u"META-INF/manifest.xml"_s;
    if (!zip.contains(name))
        return false;
    const Result<QByteArray> bytes = zip.read(name);
    if (!bytes)
        return bytes.error();
    SafeXml xml(*bytes, xmlLimits(limits));
    while (xml.next())
        if (xml.isStart(u"encryption-data"))
            return true;
    if (const Status status = xml.status(); !status)
        return status.error();
    return false;
}

// Where the package document stands: as container.xml says, else where Hancom puts it.
Result<QString> rootFile(const ZipReader &zip, const ReadLimits &limits)
{
    const QString usual = u"Contents/content.hpf"_s;
    const QString name = u"META-INF/container.xml"_s;
    if (zip.contains(name)) {
        const Result<QByteArray> bytes = zip.read(name);
        if (!bytes)
            return bytes.error();
        SafeXml xml(*bytes, xmlLimits(limits));
        while (xml.next()) {
            const QString path = xml.isStart(u"rootfile") ? xml.attribute(u"full-path") : QString();
            if (path.endsWith(u".hpf"_s) && zip.contains(path))
                return path;
        }
        if (const Status status = xml.status(); !status)
            return status.error();
    }
    if (!zip.contains(usual))
        return missing(usual);
    return usual;
}

// Hancom's hrefs start at the root, those of other tools at the package document; both may be percent-encoded.
QString resolve(const ZipReader &zip, const QString &rootfile, QString href)
{
    while (href.startsWith(u"./"_s) || href.startsWith(u'/'))
        href = href.mid(href.indexOf(u'/') + 1);
    const QString folder = rootfile.left(rootfile.lastIndexOf(u'/') + 1);
    const QString plain = QUrl::fromPercentEncoding(href.toUtf8());
    for (const QString &name : {href, folder + href, plain, folder + plain})
        if (zip.contains(name))
            return name;
    return {};
}

bool isSection(QStringView href)
{
    const QStringView name = href.mid(href.lastIndexOf(u'/') + 1);
    return name.startsWith(u"section", Qt::CaseInsensitive) && name.endsWith(u".xml", Qt::CaseInsensitive);
}

// Without a spine the numbers in the names are the order.
QStringList sectionsByName(const ZipReader &zip)
{
    QStringList sections;
    for (const QString &name : zip.names())
        if (isSection(name))
            sections.append(name);
    static const QRegularExpression digits(u"(\\d+)\\.xml$"_s);
    std::stable_sort(sections.begin(), sections.end(), [](const QString &a, const QString &b) {
        return digits.match(a).captured(1).toInt() < digits.match(b).captured(1).toInt();
    });
    return sections;
}

// The words of our own writer for its styles; other documents keep the name that their author saw.
QString styleName(const QString &name, const QString &english)
{
    const QString word = english.toLower();
    for (const Style &ours : styles)
        if (word == ours.word && name == ours.korean)
            return word;
    return name;
}

Status readStyles(Package &package, const QString &header, const ReadLimits &limits)
{
    const Result<QByteArray> bytes = package.zip.read(header);
    if (!bytes)
        return bytes.error();
    SafeXml xml(*bytes, xmlLimits(limits));
    while (xml.next()) {
        const QString id = xml.isStart(u"style") ? xml.attribute(u"id") : QString();
        if (!id.isEmpty() && id != u"0"_s) // 0 is 바탕글, the default
            package.styles.insert(id, styleName(xml.attribute(u"name"), xml.attribute(u"engName")));
    }
    return xml.status();
}

Status findSections(Package &package, const QString &rootfile, const Manifest &manifest)
{
    for (const QString &id : manifest.spine) {
        const QString href = manifest.hrefs.value(id);
        if (!isSection(href))
            continue;
        const QString name = resolve(package.zip, rootfile, href);
        if (name.isEmpty())
            return missing(href);
        package.sections.append(name);
    }
    if (package.sections.isEmpty())
        package.sections = sectionsByName(package.zip);
    return package.sections.isEmpty() ? Status(missing(u"Contents/section0.xml"_s)) : Status();
}

Status findHeader(Package &package, const QString &rootfile, const Manifest &manifest, const ReadLimits &limits)
{
    QString header;
    for (auto it = manifest.hrefs.cbegin(); it != manifest.hrefs.cend() && header.isEmpty(); ++it)
        if (it.value().endsWith(u"header.xml"_s))
            header = resolve(package.zip, rootfile, it.value());
    if (header.isEmpty() && package.zip.contains(u"Contents/header.xml"_s))
        header = u"Contents/header.xml"_s;
    package.header = header;
    if (!header.isEmpty())
        return readStyles(package, header, limits);
    // The text is all there, though Hancom Office would call the file damaged.
    package.diagnostics.append({u"hwpx.headerMissing"_s, u"expected the part 'header.xml' but there is none"_s, 0});
    return {};
}

} // namespace

Result<Package> openPackage(const QByteArray &bytes, const ReadLimits &limits)
{
    Result<ZipReader> zip = ZipReader::open(bytes);
    if (!zip)
        return zip.error();
    const Result<bool> encrypted = isEncrypted(*zip, limits);
    if (!encrypted)
        return encrypted.error();
    if (*encrypted)
        return Error{Error::Kind::Invalid, u"expected a readable document but it is encrypted with a password"_s,
                     u"hwpx.encrypted"_s};
    const Result<QString> rootfile = rootFile(*zip, limits);
    if (!rootfile)
        return rootfile.error();
    const Result<QByteArray> root = zip->read(*rootfile);
    if (!root)
        return root.error();
    Manifest manifest;
    if (const Status read = readManifest(*root, limits, manifest); !read)
        return read.error();
    Package package{std::move(*zip), manifest.title, *rootfile, {}, {}, {}, {}};
    if (const Status found = findSections(package, *rootfile, manifest); !found)
        return found.error();
    if (const Status found = findHeader(package, *rootfile, manifest, limits); !found)
        return found.error();
    return package;
}

} // namespace naru::hwpx
