#include "workbook_reader.h"

#include "cell_value.h"
#include "compound_file.h"
#include "form_cells.h"
#include "open_workbook.h"
#include "sheet_table.h"

#include <QCryptographicHash>

#include <algorithm>

namespace naru {

namespace {

// Hidden sheets are not on the page; where all are hidden, there is no page that they could be missing from.
bool isLeftOut(const Sheet &sheet, const Workbook &workbook)
{
    return sheet.hidden
           && std::any_of(workbook.sheets.begin(), workbook.sheets.end(), [](const Sheet &one) { return !one.hidden; });
}

// Names of single cells are the fields of a form.
void addFields(const Workbook &workbook, const QList<QList<CellRange>> &merges, Document &document)
{
    const FormCells cells(workbook, merges);
    for (const NamedCell &name : cells.named()) {
        const QString &sheet = workbook.sheets[name.cell.sheet].name;
        FormField field;
        field.kind = FormField::Kind::DefinedName;
        field.name = name.name;
        field.place.address = cellAddress(sheet, name.cell.place.row, name.cell.place.column);
        for (const Block &block : document.body) {
            const auto *table = std::get_if<std::shared_ptr<Table>>(&block);
            if (!table || (*table)->caption != sheet)
                continue;
            for (const Cell &cell : (*table)->cells)
                if (cell.row == name.cell.place.row && cell.column == name.cell.place.column)
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
    QList<QList<CellRange>> merges; // by sheet
    for (const Sheet &sheet : open->workbook.sheets) {
        merges.append(QList<CellRange>());
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
        merges.last() = reader.notes().merges;
        left -= made->table.cells.size();
        document.diagnostics += made->diagnostics;
        document.body.append(std::make_shared<Table>(std::move(made->table)));
    }
    addFields(open->workbook, merges, document);
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
