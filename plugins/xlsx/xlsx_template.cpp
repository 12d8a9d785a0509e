#include "xlsx_template.h"

#include "core/spreadsheet.h"

#include "form_cells.h"
#include "open_workbook.h"
#include "sheet_reader.h"
#include "workbook_filling.h"

namespace naru {

namespace {

constexpr int labelReach = 4; // how far from a field its label stands

// All cells that have a text, by row and column.
using SheetTexts = QMap<std::pair<int, int>, QString>;

struct ReadSheets {
    QList<SheetTexts> texts; // by sheet
    QList<QList<CellRange>> merges;
};

// All sheets, hidden ones too: fields may be there.
Result<ReadSheets> readSheets(const OpenWorkbook &open, const ReadLimits &limits)
{
    ReadSheets read;
    qint64 left = limits.cells;
    for (const Sheet &sheet : open.workbook.sheets) {
        SheetTexts texts;
        const SheetReader::Take take = [&texts](const StreamCell &cell) {
            texts.insert({cell.row, cell.column}, cell.text);
            return true;
        };
        SheetReader reader(open.workbook, open.strings, take, left);
        if (const Status status = reader.read(open.zip, sheet); !status)
            return status.error();
        left -= reader.cells();
        read.texts.append(texts);
        read.merges.append(reader.notes().merges);
    }
    return read;
}

// What stands beside a field: the nearest text to its left, else above it, that is no field itself.
QString labelOf(const NamedCell &field, const SheetTexts &texts, const QList<NamedCell> &fields)
{
    const auto label = [&](int row, int column) {
        const bool isField = std::any_of(fields.begin(), fields.end(), [&](const NamedCell &one) {
            return one.cell == FormCell{field.cell.sheet, {row, column}};
        });
        const QString text = isField ? QString() : texts.value({row, column}).simplified();
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }) ? text : QString();
    };
    const auto [row, column] = field.cell.place;
    for (int left = column - 1; left >= std::max(0, column - labelReach); --left)
        if (const QString text = label(row, left); !text.isEmpty())
            return text;
    for (int above = row - 1; above >= std::max(0, row - labelReach); --above)
        if (const QString text = label(above, column); !text.isEmpty())
            return text;
    return {};
}

} // namespace

Result<QList<FormField>> workbookFields(const QByteArray &bytes, const ReadLimits &limits)
{
    const Result<OpenWorkbook> open = openWorkbook(bytes, limits);
    if (!open)
        return open.error();
    const Result<ReadSheets> sheets = readSheets(*open, limits);
    if (!sheets)
        return sheets.error();
    const FormCells cells(open->workbook, sheets->merges);
    QList<FormField> fields;
    for (const NamedCell &one : cells.named()) {
        const SheetTexts &texts = sheets->texts[one.cell.sheet];
        FormField field;
        field.kind = FormField::Kind::DefinedName;
        field.name = one.name;
        field.prompt = labelOf(one, texts, cells.named());
        field.value = texts.value({one.cell.place.row, one.cell.place.column});
        field.filled = !field.value.isEmpty();
        field.place.address = cellAddress(open->workbook.sheets[one.cell.sheet].name, one.cell.place.row, one.cell.place.column);
        fields.append(field);
    }
    return fields;
}

Result<FilledForm> filledWorkbook(const QByteArray &bytes, const FormFilling &filling, const ReadLimits &limits)
{
    const Result<OpenWorkbook> open = openWorkbook(bytes, limits);
    if (!open)
        return open.error();
    const Result<ReadSheets> sheets = readSheets(*open, limits);
    if (!sheets)
        return sheets.error();
    const FormCells cells(open->workbook, sheets->merges);
    return WorkbookFilling(bytes, *open, cells).fill(filling);
}

} // namespace naru
