#include "workbook.h"

#include "core/safe_xml.h"

#include "relationships.h"

#include <QHash>

namespace naru {

namespace {

Error missing(const QString &what)
{
    return Error{Error::Kind::Invalid, u"expected an Excel workbook but "_s + what + u" is missing"_s, u"xlsx.damaged"_s};
}

bool isTrue(const QString &flag) { return flag == u"1"_s || flag == u"true"_s; }

Status readSheets(const ZipReader &zip, const QString &part, const Relationships &relationships,
                  Workbook &workbook)
{
    const Result<QByteArray> bytes = zip.read(part);
    if (!bytes)
        return bytes.error();
    int tab = 0;
    SafeXml xml(*bytes);
    while (xml.next()) {
        if (xml.isStart(u"workbookPr")) {
            workbook.from1904 = isTrue(xml.attribute(u"date1904"));
        } else if (xml.isStart(u"sheet")) {
            const Relationship relationship = relationships.value(xml.attribute(u"id"));
            if (relationship.type.endsWith(u"/worksheet"_s) && !relationship.target.isEmpty())
                workbook.sheets.append({xml.attribute(u"name"), relationship.target,
                                        xml.attribute(u"state").endsWith(u"idden"_s), tab}); // "veryHidden" too
            else if (!relationship.type.endsWith(u"sheet"_s) || relationship.target.isEmpty())
                return missing(u"sheet '"_s + xml.attribute(u"name") + u"'"_s);
            ++tab;
        } else if (xml.isStart(u"definedName")) {
            const QString scope = xml.attribute(u"localSheetId");
            DefinedName name{xml.attribute(u"name"), {}, scope.isEmpty() ? -1 : scope.toInt(), isTrue(xml.attribute(u"hidden"))};
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
    const Result<Relationships> package = relationshipsOf(zip, {});
    if (!package)
        return package.error();
    const QString part = targetOf(*package, u"/officeDocument");
    if (part.isEmpty())
        return missing(u"its main part"_s);
    if (part.endsWith(u".bin"_s))
        return Error{Error::Kind::Invalid, u"expected an XLSX workbook but it is a binary one (XLSB)"_s, u"xlsx.binary"_s};
    const Result<Relationships> relationships = relationshipsOf(zip, part);
    if (!relationships)
        return relationships.error();

    Workbook workbook;
    workbook.part = part;
    if (const Status status = readSheets(zip, part, *relationships, workbook); !status)
        return status.error();
    if (workbook.sheets.isEmpty())
        return missing(u"every sheet"_s);
    workbook.stylesPart = targetOf(*relationships, u"/styles");
    if (!workbook.stylesPart.isEmpty()) {
        Result<QList<NumberFormat>> read = readStyles(zip, workbook.stylesPart);
        if (!read)
            return read.error();
        workbook.styles = *std::move(read);
    }
    workbook.stringsPart = targetOf(*relationships, u"/sharedStrings");
    workbook.title = readTitle(zip, targetOf(*package, u"/core-properties"));
    return workbook;
}

} // namespace naru
