#include "workbook.h"

#include "core/safe_xml.h"

#include <QHash>
#include <QUrl>

namespace naru {

namespace {

struct Relationship {
    QString type;
    QString target; // the entry in the archive
};

Error missing(const QString &what)
{
    return Error{Error::Kind::Invalid, u"expected an Excel workbook but "_s + what + u" is missing"_s, u"xlsx.damaged"_s};
}

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

// The entry that a target means, seen from the part that names it: "/xl/a.xml", "worksheets/b.xml", "../c.xml".
QString resolved(const ZipReader &zip, const QString &from, const QString &target)
{
    const QString path = QUrl(u'/' + from).resolved(QUrl(target)).path(QUrl::FullyDecoded);
    return entryFor(zip, path.startsWith(u'/') ? path.sliced(1) : path);
}

// Relationships by id. None where the part has none.
Result<QHash<QString, Relationship>> relationshipsOf(const ZipReader &zip, const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    const QString entry = entryFor(zip, part.first(slash) + u"_rels/"_s + part.sliced(slash) + u".rels"_s);
    QHash<QString, Relationship> found;
    if (entry.isEmpty())
        return found;
    const Result<QByteArray> bytes = zip.read(entry);
    if (!bytes)
        return bytes.error();
    SafeXml xml(*bytes);
    while (xml.next())
        if (xml.isStart(u"Relationship") && xml.attribute(u"TargetMode") != u"External"_s)
            found.insert(xml.attribute(u"Id"),
                         {xml.attribute(u"Type"), resolved(zip, part, xml.attribute(u"Target"))});
    if (const Status status = xml.status(); !status)
        return status.error();
    return found;
}

// By the end of the type, which is the same in transitional and strict workbooks.
QString targetOf(const QHash<QString, Relationship> &relationships, QStringView type)
{
    for (const Relationship &one : relationships)
        if (one.type.endsWith(type) && !one.target.isEmpty())
            return one.target;
    return {};
}

bool isTrue(const QString &flag) { return flag == u"1"_s || flag == u"true"_s; }

Status readSheets(const ZipReader &zip, const QString &part, const QHash<QString, Relationship> &relationships,
                  Workbook &workbook)
{
    const Result<QByteArray> bytes = zip.read(part);
    if (!bytes)
        return bytes.error();
    SafeXml xml(*bytes);
    while (xml.next()) {
        if (xml.isStart(u"workbookPr")) {
            workbook.from1904 = isTrue(xml.attribute(u"date1904"));
        } else if (xml.isStart(u"sheet")) {
            const Relationship relationship = relationships.value(xml.attribute(u"id"));
            if (relationship.type.endsWith(u"/worksheet"_s) && !relationship.target.isEmpty())
                workbook.sheets.append({xml.attribute(u"name"), relationship.target,
                                        xml.attribute(u"state").endsWith(u"idden"_s)}); // "veryHidden" too
            else if (!relationship.type.endsWith(u"sheet"_s) || relationship.target.isEmpty())
                return missing(u"sheet '"_s + xml.attribute(u"name") + u"'"_s);
        } else if (xml.isStart(u"definedName")) {
            DefinedName name{xml.attribute(u"name"), {}};
            while (xml.next() && xml.token() == QXmlStreamReader::Characters)
                name.refersTo += xml.text();
            workbook.names.append(name);
        }
    }
    return xml.status();
}

Result<QList<NumberFormat>> readStyles(const ZipReader &zip, const QString &part)
{
    const Result<QByteArray> bytes = zip.read(part);
    if (!bytes)
        return bytes.error();
    QHash<int, QString> codes;
    QList<NumberFormat> styles;
    bool inCells = false;
    SafeXml xml(*bytes);
    while (xml.next()) {
        if (xml.isStart(u"numFmt"))
            codes.insert(xml.attribute(u"numFmtId").toInt(), xml.attribute(u"formatCode"));
        else if (xml.isStart(u"cellXfs") || xml.isEnd(u"cellXfs"))
            inCells = xml.isStart(u"cellXfs");
        else if (inCells && xml.isStart(u"xf")) {
            const int id = xml.attribute(u"numFmtId").toInt();
            styles.append(numberFormat(codes.contains(id) ? codes.value(id) : builtInFormat(id)));
        }
    }
    if (const Status status = xml.status(); !status)
        return status.error();
    return styles;
}

// The title in the properties; without one, or with damaged ones, there is no title.
QString readTitle(const ZipReader &zip, const QString &part)
{
    const Result<QByteArray> bytes = part.isEmpty() ? Result<QByteArray>(QByteArray()) : zip.read(part);
    if (!bytes)
        return {};
    SafeXml xml(*bytes);
    while (xml.next())
        if (xml.isStart(u"title"))
            return xml.next() && xml.token() == QXmlStreamReader::Characters ? xml.text().toString().trimmed() : QString();
    return {};
}

} // namespace

Result<Workbook> readWorkbookPart(const ZipReader &zip)
{
    const Result<QHash<QString, Relationship>> package = relationshipsOf(zip, {});
    if (!package)
        return package.error();
    const QString part = targetOf(*package, u"/officeDocument");
    if (part.isEmpty())
        return missing(u"its main part"_s);
    if (part.endsWith(u".bin"_s))
        return Error{Error::Kind::Invalid, u"expected an XLSX workbook but it is a binary one (XLSB)"_s, u"xlsx.binary"_s};
    const Result<QHash<QString, Relationship>> relationships = relationshipsOf(zip, part);
    if (!relationships)
        return relationships.error();

    Workbook workbook;
    if (const Status status = readSheets(zip, part, *relationships, workbook); !status)
        return status.error();
    if (workbook.sheets.isEmpty())
        return missing(u"every sheet"_s);
    if (const QString styles = targetOf(*relationships, u"/styles"); !styles.isEmpty()) {
        Result<QList<NumberFormat>> read = readStyles(zip, styles);
        if (!read)
            return read.error();
        workbook.styles = *std::move(read);
    }
    workbook.stringsPart = targetOf(*relationships, u"/sharedStrings");
    workbook.title = readTitle(zip, targetOf(*package, u"/core-properties"));
    return workbook;
}

} // namespace naru
