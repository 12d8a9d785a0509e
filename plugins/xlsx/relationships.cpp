#include "relationships.h"

#include "core/safe_xml.h"

#include <QUrl>

namespace naru {

// Names of parts are equal whatever their case (ECMA-376 part 2, 6.2.2).
QString entryFor(const ZipReader &zip, const QString &part)
{
    if (zip.contains(part))
        return part;
    for (const QString &name : zip.names())
        if (name.compare(part, Qt::CaseInsensitive) == 0)
            return name;
    return {};
}

QString relationshipsEntry(const ZipReader &zip, const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    return entryFor(zip, part.first(slash) + u"_rels/"_s + part.sliced(slash) + u".rels"_s);
}

QString resolvedTarget(const ZipReader &zip, const QString &from, const QString &target)
{
    const QString path = QUrl(u'/' + from).resolved(QUrl(target)).path(QUrl::FullyDecoded);
    return entryFor(zip, path.startsWith(u'/') ? path.sliced(1) : path);
}

Result<Relationships> relationshipsOf(const ZipReader &zip, const QString &part)
{
    const QString entry = relationshipsEntry(zip, part);
    Relationships found;
    if (entry.isEmpty())
        return found;
    const Result<QByteArray> bytes = zip.read(entry);
    if (!bytes)
        return bytes.error();
    SafeXml xml(*bytes);
    while (xml.next())
        if (xml.isStart(u"Relationship") && xml.attribute(u"TargetMode") != u"External"_s)
            found.insert(xml.attribute(u"Id"),
                         {xml.attribute(u"Type"), resolvedTarget(zip, part, xml.attribute(u"Target"))});
    if (const Status status = xml.status(); !status)
        return status.error();
    return found;
}

QString targetOf(const Relationships &relationships, QStringView type)
{
    for (const Relationship &one : relationships)
        if (one.type.endsWith(type) && !one.target.isEmpty())
            return one.target;
    return {};
}

} // namespace naru
