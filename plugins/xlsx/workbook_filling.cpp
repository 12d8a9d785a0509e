#include "workbook_filling.h"

#include "core/spreadsheet.h"

#include "cell_look.h"
#include "formula_references.h"
#include "moved_references.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace naru {

namespace {

Error badRow(const QString &title, const QString &what)
{
    return Error{Error::Kind::Invalid, u"expected one row of cells for '"_s + title + u"' but "_s + what, u"fill.row"_s};
}

Result<XmlOutline> outlineOf(const ZipReader &zip, const QString &part)
{
    const Result<QByteArray> bytes = zip.read(part);
    if (!bytes)
        return bytes.error();
    Result<XmlOutline> outline = XmlOutline::of(*bytes);
    if (outline)
        return outline;
    Error error = outline.error();
    error.text += u" of "_s + part;
    return error;
}

bool holdsFormulas(const QByteArray &sheet) { return sheet.contains("<f") || sheet.contains(":f"); }

} // namespace

WorkbookFilling::WorkbookFilling(const QByteArray &bytes, const OpenWorkbook &open, const FormCells &cells)
    : m_bytes(bytes)
    , m_open(open)
    , m_cells(cells)
    , m_wishes(open.workbook.sheets.size())
{
}

Result<FilledForm> WorkbookFilling::fill(const FormFilling &filling)
{
    if (const Status status = wish(filling); !status)
        return status.error();
    Status changed = change();
    // A row that something else names cannot go: it stays, empty.
    if (!changed && changed.error().code == rowIsNamed && keepRows())
        changed = change();
    if (!changed) {
        Error error = changed.error();
        error.code = error.code == rowIsNamed ? u"fill.row"_s : error.code;
        return error;
    }
    return finished();
}

Status WorkbookFilling::wish(const FormFilling &filling)
{
    for (const QString &name : m_open.zip.names())
        if (name.startsWith(u"_xmlsignatures/"_s, Qt::CaseInsensitive))
            return Error{Error::Kind::Invalid, u"expected a form that may be changed but it is signed"_s, u"fill.value"_s};
    for (const FormFilling::Repetition &repetition : filling.repetitions)
        if (const Status status = repetition.rows.isEmpty() ? takeOut(repetition) : wishRows(repetition); !status)
            return status;
    for (const FormFilling::Entry &entry : filling.entries)
        if (const Status status = wishEntry(entry); !status)
            return status;
    return {};
}

Status WorkbookFilling::wishEntry(const FormFilling::Entry &entry)
{
    const Result<QList<FormCell>> cells = m_cells.find(entry.name);
    if (!cells)
        return cells.error();
    for (const FormCell &cell : *cells) {
        SheetWishes &wishes = m_wishes[cell.sheet];
        for (const RowWishes &copy : wishes.copies.value(cell.place.row))
            if (copy.contains(cell.place.column))
                return badRow(entry.name, u"it stands among the repeated ones too"_s);
        const CellWish fresh{entry.name, entry.paragraphs.join(u'\n'), false};
        const RowWishes before = wishes.rows.value(cell.place.row);
        if (before.contains(cell.place.column) && before.value(cell.place.column).text != fresh.text)
            return Error{Error::Kind::Invalid,
                         u"expected one value for "_s
                             + cellAddress(m_open.workbook.sheets[cell.sheet].name, cell.place.row, cell.place.column)
                             + u" but '"_s + entry.name + u"' gives another"_s,
                         u"fill.value"_s};
        wishes.rows[cell.place.row].insert(cell.place.column, fresh);
    }
    return {};
}

Result<FormCell> WorkbookFilling::cellInRow(const FormFilling::Entry &entry, const QString &title) const
{
    const Result<QList<FormCell>> cells = m_cells.find(entry.name);
    if (!cells)
        return cells.error();
    if (cells->size() != 1)
        return badRow(title, u"'"_s + entry.name + u"' stands in several"_s);
    return cells->first();
}

Status WorkbookFilling::wishRows(const FormFilling::Repetition &repetition)
{
    std::optional<FormCell> row;
    QMap<int, QString> names; // of all columns that any row fills
    QList<RowWishes> copies;
    for (const FormFilling::Row &entries : repetition.rows) {
        RowWishes copy;
        for (const FormFilling::Entry &entry : entries) {
            const Result<FormCell> cell = cellInRow(entry, repetition.title);
            if (!cell)
                return cell.error();
            if (row && (row->sheet != cell->sheet || row->place.row != cell->place.row))
                return badRow(repetition.title, u"'"_s + entry.name + u"' stands in another"_s);
            if (copy.contains(cell->place.column))
                return badRow(repetition.title, u"'"_s + entry.name + u"' is given twice"_s);
            row = *cell;
            names.insert(cell->place.column, entry.name);
            copy.insert(cell->place.column, {entry.name, entry.paragraphs.join(u'\n'), false});
        }
        copies.append(copy);
    }
    if (!row)
        return badRow(repetition.title, u"its rows name none"_s);
    for (RowWishes &copy : copies) // what a row leaves out is empty in it, not a left-over of the template
        for (auto at = names.begin(); at != names.end(); ++at)
            if (!copy.contains(at.key()))
                copy.insert(at.key(), {*at, {}, false});
    SheetWishes &wishes = m_wishes[row->sheet];
    if (wishes.copies.contains(row->place.row))
        return badRow(repetition.title, u"it is repeated already"_s);
    wishes.copies.insert(row->place.row, copies);
    return {};
}

// No rows name no cells, so the title has to: a defined name of one row, or of a cell in it.
Status WorkbookFilling::takeOut(const FormFilling::Repetition &repetition)
{
    const auto range = m_cells.range(repetition.title);
    if (!range || range->second.top != range->second.bottom)
        return badRow(repetition.title, u"there are no values, and no defined name '"_s + repetition.title + u"' of one row"_s);
    SheetWishes &wishes = m_wishes[range->first];
    if (wishes.copies.contains(range->second.top))
        return badRow(repetition.title, u"it is repeated already"_s);
    wishes.copies.insert(range->second.top, {});
    m_taken.append({range->first, range->second.top});
    return {};
}

// Rows that were to go are kept with their fields empty. False if there are none.
bool WorkbookFilling::keepRows()
{
    for (const auto &[sheet, row] : m_taken) {
        RowWishes empty;
        for (const NamedCell &field : m_cells.named())
            if (field.cell.sheet == sheet && field.cell.place.row == row)
                empty.insert(field.cell.place.column, {field.name, {}, true});
        m_wishes[sheet].copies.insert(row, {empty});
        m_kept.append({u"fill.row"_s,
                              u"expected to take out row "_s + QString::number(row + 1) + u" of '"_s
                                  + m_open.workbook.sheets[sheet].name + u"' but something names it; it stays, empty"_s,
                              0});
    }
    return !std::exchange(m_taken, {}).isEmpty();
}

RowShifts WorkbookFilling::shifts() const
{
    RowShifts shifts;
    for (int i = 0; i < m_wishes.size(); ++i)
        for (auto at = m_wishes[i].copies.begin(); at != m_wishes[i].copies.end(); ++at)
            shifts[m_open.workbook.sheets[i].name.toCaseFolded()].repeat(at.key(), int(at->size()));
    return shifts;
}

Status WorkbookFilling::change()
{
    m_patches.clear();
    m_diagnostics.clear();
    m_shifts = shifts();
    if (const Status status = readSheets(); !status)
        return status;
    findAffected();
    if (const Status status = fillSheets(); !status)
        return status;
    const bool moves = std::any_of(m_shifts.begin(), m_shifts.end(), [](const RowShift &one) { return !one.movesNothing(); });
    if (moves)
        if (const Status status = moveParts(); !status)
            return status;
    if (const Status status = fillWorkbook(); !status)
        return status;
    if (const Status status = dropChain(); !status)
        return status;
    return dropPreview();
}

Status WorkbookFilling::readSheets()
{
    m_sheets.clear();
    for (const Sheet &sheet : m_open.workbook.sheets) {
        const Result<QByteArray> bytes = m_open.zip.read(sheet.part);
        if (!bytes)
            return bytes.error();
        ReadSheet read;
        const qsizetype index = m_sheets.size();
        const bool isMeant = !m_wishes[index].rows.isEmpty() || !m_wishes[index].copies.isEmpty();
        if (isMeant || !m_shifts.isEmpty() || holdsFormulas(*bytes)) {
            const Result<XmlOutline> outline = outlineOf(m_open.zip, sheet.part);
            if (!outline)
                return outline.error();
            read.outline = *outline;
            read.formulas = formulasIn(*outline);
        }
        m_sheets.append(read);
    }
    return {};
}

// Sheets that are filled, and those whose formulas may see them.
void WorkbookFilling::findAffected()
{
    m_affected.fill(false, m_sheets.size());
    for (int i = 0; i < m_wishes.size(); ++i)
        m_affected[i] = !m_wishes[i].rows.isEmpty() || !m_wishes[i].copies.isEmpty();
    const auto sees = [this](const QString &formula) {
        const FormulaNames names = namesIn(formula);
        return names.isOpen || std::any_of(names.references.begin(), names.references.end(), [this](const FormulaReference &one) {
                   for (int i = 0; i < m_affected.size(); ++i)
                       if (m_affected[i] && one.sheet.compare(m_open.workbook.sheets[i].name, Qt::CaseInsensitive) == 0)
                           return true;
                   return one.isAcross;
               });
    };
    for (bool grows = m_affected.contains(true); grows;) {
        grows = false;
        for (int i = 0; i < m_sheets.size(); ++i)
            if (!m_affected[i] && std::any_of(m_sheets[i].formulas.begin(), m_sheets[i].formulas.end(), sees))
                grows = m_affected[i] = true;
    }
}

Status WorkbookFilling::fillSheets()
{
    const QList<CellLook> looks = readCellLooks(m_open.zip, m_open.workbook.stylesPart);
    const FillingContext context{m_open.workbook, looks, m_shifts};
    for (int i = 0; i < m_sheets.size(); ++i) {
        const Sheet &sheet = m_open.workbook.sheets[i];
        if (!m_sheets[i].outline)
            continue;
        const XmlOutline &outline = *m_sheets[i].outline;
        if (!m_affected[i]) {
            const Result<QList<XmlSplice>> splices = movedReferences(outline, sheet.name, m_shifts, outline.child(0, "sheetData"));
            if (!splices)
                return splices.error();
            if (const Status status = put(sheet.part, outline.xml(), *splices); !status)
                return status;
            continue;
        }
        const Result<FilledSheet> filled = filledSheet(outline, sheet.name, m_wishes[i], context);
        if (!filled)
            return filled.error();
        m_diagnostics += filled->diagnostics;
        if (filled->xml != outline.xml())
            m_patches.append({sheet.part, filled->xml});
    }
    return {};
}

// Drawings, comments, tables, and charts, wherever they hang.
Status WorkbookFilling::moveParts()
{
    struct Part {
        QString name;
        QString sheet; // that it hangs on
    };
    QList<Part> waiting{{m_open.workbook.part, {}}};
    QSet<QString> seen;
    while (!waiting.isEmpty()) {
        const Part part = waiting.takeLast();
        const Result<Relationships> relationships = relationshipsOf(m_open.zip, part.name);
        if (!relationships)
            return relationships.error();
        for (const Relationship &one : *relationships) {
            if (one.target.isEmpty() || seen.contains(one.target))
                continue;
            seen.insert(one.target);
            QString owner = part.sheet;
            for (const Sheet &sheet : m_open.workbook.sheets)
                owner = sheet.part == one.target ? sheet.name : owner;
            if (const Status status = movePart(one, owner); !status)
                return status;
            waiting.append({one.target, owner});
        }
    }
    return {};
}

Status WorkbookFilling::movePart(const Relationship &part, const QString &sheet)
{
    static const QStringList moving{u"/drawing"_s, u"/vmlDrawing"_s, u"/comments"_s, u"/threadedComment"_s, u"/table"_s,
                                    u"/pivotTable"_s, u"/ctrlProp"_s, u"/chart"_s, u"/chartEx"_s, u"/pivotCacheDefinition"_s,
                                    u"/tableSingleCells"_s};
    if (std::none_of(moving.begin(), moving.end(), [&](const QString &type) { return part.type.endsWith(type); }))
        return {};
    const Result<XmlOutline> outline = outlineOf(m_open.zip, part.target);
    if (!outline)
        return outline.error();
    const Result<QList<XmlSplice>> splices = movedReferences(*outline, sheet, m_shifts);
    return splices ? put(part.target, outline->xml(), *splices) : Status(splices.error());
}

Status WorkbookFilling::fillWorkbook()
{
    const Result<XmlOutline> workbook = outlineOf(m_open.zip, m_open.workbook.part);
    if (!workbook)
        return workbook.error();
    QList<XmlSplice> splices;
    if (const Status status = moveNames(*workbook, splices); !status)
        return status;
    const bool computes = std::any_of(m_sheets.begin(), m_sheets.end(), [](const ReadSheet &one) { return !one.formulas.isEmpty(); });
    if (computes && !m_patches.isEmpty())
        computeOnLoad(*workbook, splices);
    return put(m_open.workbook.part, workbook->xml(), splices);
}

// A name of a field stays with the first copy of its row; any other range grows.
Status WorkbookFilling::moveNames(const XmlOutline &workbook, QList<XmlSplice> &splices) const
{
    for (const int i : workbook.inside(0, "definedName")) {
        const QString text = workbook.textOf(i);
        if (!namesMoved(text, {}, m_shifts))
            continue;
        QString to = movedFormula(text, {}, m_shifts).text;
        // A merged field in the repeated row would grow over all copies.
        if (const auto field = m_cells.fieldOf(text)) {
            RowShifts first = m_shifts;
            RowShift &shift = first[m_open.workbook.sheets[field->sheet].name.toCaseFolded()];
            if (shift.copies(field->place.row) > 1)
                shift.repeat(field->place.row, 1);
            to = movedFormula(text, {}, first).text;
        }
        splices.append({workbook.at(i).contentBegin, workbook.at(i).contentEnd, to.toHtmlEscaped().toUtf8()});
    }
    return {};
}

// CT_Workbook (18.2.27) says what comes before calcPr.
void WorkbookFilling::computeOnLoad(const XmlOutline &workbook, QList<XmlSplice> &splices) const
{
    if (const int calc = workbook.child(0, "calcPr"); calc >= 0) {
        const XmlSpan flag = workbook.valueOf(calc, "fullCalcOnLoad");
        const qsizetype behindName = workbook.at(calc).begin + 1 + workbook.at(calc).name.size();
        if (flag.begin)
            splices.append({flag.begin, flag.end, "1"});
        else
            splices.append({behindName, behindName, " fullCalcOnLoad=\"1\""});
        return;
    }
    for (const char *before : {"definedNames", "externalReferences", "functionGroups", "sheets"})
        if (const int at = workbook.child(0, before); at >= 0) {
            const QByteArray prefix = workbook.at(0).name.chopped(workbook.at(0).localName.size()).toByteArray();
            splices.append({workbook.at(at).end, workbook.at(at).end, '<' + prefix + "calcPr fullCalcOnLoad=\"1\"/>"});
            return;
        }
}

// The order of computing names cells that may be elsewhere now; Excel makes it anew.
Status WorkbookFilling::dropChain()
{
    const Result<Relationships> relationships = relationshipsOf(m_open.zip, m_open.workbook.part);
    if (!relationships)
        return relationships.error();
    const QString chain = targetOf(*relationships, u"/calcChain");
    if (chain.isEmpty() || m_patches.isEmpty())
        return {};
    m_patches.append({chain, {}});
    if (const Status status = dropElement(relationshipsEntry(m_open.zip, m_open.workbook.part), "Relationship", "Type", u"/calcChain"_s);
        !status)
        return status;
    return dropElement(entryFor(m_open.zip, u"[Content_Types].xml"_s), "Override", "PartName", u'/' + chain);
}

// The picture of the first page shows what the template said.
Status WorkbookFilling::dropPreview()
{
    const Result<Relationships> package = relationshipsOf(m_open.zip, {});
    if (!package)
        return package.error();
    const QString picture = targetOf(*package, u"/thumbnail");
    if (picture.isEmpty() || m_patches.isEmpty())
        return {};
    m_patches.append({picture, {}});
    m_diagnostics.append({u"fill.stale"_s, u"expected a preview of the filled form but it shows the template; it was taken out"_s, 0});
    if (const Status status = dropElement(relationshipsEntry(m_open.zip, {}), "Relationship", "Type", u"/thumbnail"_s); !status)
        return status;
    return dropElement(entryFor(m_open.zip, u"[Content_Types].xml"_s), "Override", "PartName", u'/' + picture);
}

// Takes the elements out of the part whose attribute ends so.
Status WorkbookFilling::dropElement(const QString &part, QByteArrayView element, QByteArrayView attribute, const QString &ending)
{
    if (part.isEmpty())
        return {};
    const auto earlier = std::find_if(m_patches.begin(), m_patches.end(), [&](const ZipPatch &one) { return one.name == part; });
    const Result<XmlOutline> outline = earlier != m_patches.end() ? XmlOutline::of(*earlier->bytes) : outlineOf(m_open.zip, part);
    if (!outline)
        return outline.error();
    QList<XmlSplice> splices;
    for (const int i : outline->inside(0, element))
        if (outline->attribute(i, attribute).endsWith(ending, Qt::CaseInsensitive))
            splices.append({outline->at(i).begin, outline->at(i).end, {}});
    if (earlier != m_patches.end() && !splices.isEmpty())
        m_patches.erase(earlier);
    return put(part, outline->xml(), splices);
}

Status WorkbookFilling::put(const QString &part, const QByteArray &bytes, const QList<XmlSplice> &splices)
{
    if (splices.isEmpty())
        return {};
    const Result<QByteArray> changed = spliced(bytes, splices);
    if (!changed)
        return changed.error();
    m_patches.append({part, *changed});
    return {};
}

Result<FilledForm> WorkbookFilling::finished() const
{
    const Result<QByteArray> bytes = patchedZip(m_bytes, m_patches);
    if (!bytes)
        return bytes.error();
    FilledForm form{*bytes, {}, {}, m_kept + m_diagnostics};
    for (const QString &name : m_open.zip.names()) {
        const bool changed = std::any_of(m_patches.begin(), m_patches.end(), [&](const ZipPatch &one) { return one.name == name; });
        (changed ? form.changedParts : form.untouchedParts).append(name);
    }
    return form;
}

} // namespace naru
