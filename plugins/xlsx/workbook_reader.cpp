#include "workbook_reader.h"

#include "cell_value.h"
#include "compound_file.h"
#include "sheet_table.h"

#include <QCryptographicHash>

#include <algorithm>

namespace naru {

namespace {

struct OpenWorkbook {
    ZipReader zip;
    Workbook workbook;
    SharedStrings strings;
};

Result<OpenWorkbook> openWorkbook(const QByteArray &bytes, const ReadLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return Error{Error::Kind::Invalid,
                     u"expected at most "_s + QString::number(limits.bytes) + u" bytes but the file has "_s
                         + QString::number(bytes.size()),
                     u"limit.bytes"_s};
    switch (compoundFileIn(bytes)) {
    case CompoundFile::EncryptedWorkbook:
        return Error{Error::Kind::Invalid, u"expected a readable workbook but it is encrypted with a password"_s,
                     u"xlsx.encrypted"_s};
    case CompoundFile::OldWorkbook:
        return Error{Error::Kind::Invalid, u"expected an XLSX workbook but it is an old one (XLS): save it as XLSX"_s,
                     u"xls.unsupported"_s};
    case CompoundFile::None: break;
    }
    Result<ZipReader> zip = ZipReader::open(bytes);
    if (!zip)
        return zip.error();
    Result<Workbook> workbook = readWorkbookPart(*zip);
    if (!workbook)
        return workbook.error();
    Result<SharedStrings> strings = workbook->stringsPart.isEmpty() ? Result<SharedStrings>(SharedStrings())
                                                                    : SharedStrings::read(*zip, workbook->stringsPart);
    if (!strings)
        return strings.error();
    return OpenWorkbook{*std::move(zip), *std::move(workbook), *std::move(strings)};
}

// Hidden sheets are not on the page; where all are hidden, there is no page that they could be missing from.
bool isLeftOut(const Sheet &sheet, const Workbook &workbook)
{
    return sheet.hidden
           && std::any_of(workbook.sheets.begin(), workbook.sheets.end(), [](const Sheet &one) { return !one.hidden; });
}

// Names of single cells are the fields of a form.
void addFields(const Workbook &workbook, Document &document)
{
    for (const DefinedName &name : workbook.names) {
        const qsizetype mark = name.refersTo.lastIndexOf(u'!');
        const std::optional<CellPlace> place
            = mark < 0 ? std::nullopt : cellPlace(name.refersTo.sliced(mark + 1).remove(u'$').toLatin1());
        if (!place || name.name.startsWith(u"_xlnm."_s))
            continue;
        QString sheet = name.refersTo.first(mark);
        if (sheet.startsWith(u'\'') && sheet.endsWith(u'\'') && sheet.size() > 1)
            sheet = sheet.sliced(1, sheet.size() - 2).replace(u"''"_s, u"'"_s);
        FormField field;
        field.kind = FormField::Kind::DefinedName;
        field.name = name.name;
        field.place.address = cellAddress(sheet, place->row, place->column);
        for (const Block &block : document.body) {
            const auto *table = std::get_if<std::shared_ptr<Table>>(&block);
            if (!table || (*table)->caption != sheet)
                continue;
            for (const Cell &cell : (*table)->cells)
                if (cell.row == place->row && cell.column == place->column)
                    field.value = cell.text;
        }
        field.filled = !field.value.isEmpty();
        document.fields.append(field);
    }
}

} // namespace

Result<int> visitCells(const QByteArray &bytes, const ReadLimits &limits, const VisitCell &visit)
{
    const Result<OpenWorkbook> open = openWorkbook(bytes, limits);
    if (!open)
        return open.error();
    qint64 cells = 0;
    for (const Sheet &sheet : open->workbook.sheets) {
        if (isLeftOut(sheet, open->workbook))
            continue;
        const SheetReader::Take take = [&](const StreamCell &cell) { return visit(sheet.name, cell); };
        SheetReader reader(open->workbook, open->strings, take, limits.cells - cells);
        if (const Status status = reader.read(open->zip, sheet); !status)
            return status.error();
        cells += reader.cells();
        if (reader.wasStopped())
            break;
    }
    return int(cells);
}

Result<Document> readWorkbook(const QByteArray &bytes, const ReadLimits &limits)
{
    const Result<OpenWorkbook> open = openWorkbook(bytes, limits);
    if (!open)
        return open.error();
    Document document;
    document.format = u"xlsx"_s;
    document.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    document.title = open->workbook.title;
    qint64 left = limits.cells;
    for (const Sheet &sheet : open->workbook.sheets) {
        if (isLeftOut(sheet, open->workbook)) {
            document.diagnostics.append({u"xlsx.hiddenSheet"_s,
                                         u"expected visible sheets but '"_s + sheet.name + u"' is hidden; it was left out"_s, 0});
            continue;
        }
        QList<StreamCell> cells;
        const SheetReader::Take take = [&cells](const StreamCell &cell) {
            cells.append(cell);
            return true;
        };
        SheetReader reader(open->workbook, open->strings, take, left);
        if (const Status status = reader.read(open->zip, sheet); !status)
            return status.error();
        Result<SheetTable> made = tableOf(sheet.name, std::move(cells), reader.notes(), left);
        if (!made)
            return made.error();
        left -= made->table.cells.size();
        document.diagnostics += made->diagnostics;
        document.body.append(std::make_shared<Table>(std::move(made->table)));
    }
    addFields(open->workbook, document);
    return document;
}

bool isWorkbook(const QByteArray &bytes)
{
    if (compoundFileIn(bytes) != CompoundFile::None)
        return true;
    if (!bytes.startsWith("PK\3\4"))
        return false;
    const Result<ZipReader> zip = ZipReader::open(bytes);
    // A damaged workbook is still to be called one; other packages begin with their media type.
    if (!zip)
        return bytes.mid(30, 8) != "mimetype" && bytes.contains("xl/workbook.") && !bytes.contains("word/document.")
               && !bytes.contains("ppt/presentation.");
    const QStringList names = zip->names();
    return zip->contains(u"[Content_Types].xml"_s)
           && std::any_of(names.begin(), names.end(), [](const QString &name) {
                  const QString part = name.sliced(name.lastIndexOf(u'/') + 1);
                  return part.compare(u"workbook.xml"_s, Qt::CaseInsensitive) == 0
                         || part.compare(u"workbook.bin"_s, Qt::CaseInsensitive) == 0
                         || name.startsWith(u"xl/worksheets/"_s, Qt::CaseInsensitive);
              });
}

} // namespace naru
