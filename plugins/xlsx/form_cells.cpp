#include "form_cells.h"

#include "formula_references.h"

#include <algorithm>
#include <tuple>

namespace naru {

namespace {

constexpr qsizetype namesToSay = 12;

QString folded(const QString &name) { return name.normalized(QString::NormalizationForm_C).toCaseFolded(); }

bool contains(const CellRange &range, CellPlace place)
{
    return place.row >= range.top && place.row <= range.bottom && place.column >= range.left && place.column <= range.right;
}

} // namespace

FormCells::FormCells(const Workbook &workbook, const QList<QList<CellRange>> &merges)
    : m_workbook(workbook)
    , m_merges(merges)
{
    for (const DefinedName &name : workbook.names) {
        const std::optional<FormCell> cell = fieldOf(name.refersTo);
        if (cell && !name.hidden && !name.name.startsWith(u"_xlnm."_s))
            m_named.append({name.name, *cell});
    }
    std::stable_sort(m_named.begin(), m_named.end(), [](const NamedCell &a, const NamedCell &b) {
        return std::tie(a.cell.sheet, a.cell.place.row, a.cell.place.column)
               < std::tie(b.cell.sheet, b.cell.place.row, b.cell.place.column);
    });
}

std::optional<FormCell> FormCells::fieldOf(const QString &reference) const
{
    const std::optional<Range> found = rangeOf(reference);
    if (!found)
        return {};
    const CellPlace first{found->cells.top, found->cells.left};
    const CellRange merged = extent(found->sheet, first);
    const bool isOne = found->cells.top == found->cells.bottom && found->cells.left == found->cells.right;
    if (!isOne && (merged.bottom != found->cells.bottom || merged.right != found->cells.right))
        return {};
    return FormCell{found->sheet, anchor(found->sheet, first)};
}

int FormCells::sheetNamed(const QString &name) const
{
    for (int i = 0; i < m_workbook.sheets.size(); ++i)
        if (folded(m_workbook.sheets[i].name) == folded(name))
            return i;
    return -1;
}

std::optional<FormCells::Range> FormCells::rangeOf(const QString &reference) const
{
    const QList<FormulaReference> found = namesIn(reference).references;
    if (found.size() != 1 || found[0].end != reference.size() || found[0].isElsewhere || found[0].isAcross
        || found[0].sheet.isNull() || found[0].first.row < 0 || found[0].first.column < 0)
        return {};
    const int sheet = sheetNamed(found[0].sheet);
    const auto [firstRow, lastRow] = std::minmax(found[0].first.row, found[0].last.row);
    const auto [firstColumn, lastColumn] = std::minmax(found[0].first.column, found[0].last.column);
    return sheet < 0 ? std::nullopt : std::optional(Range{sheet, {firstRow, firstColumn, lastRow, lastColumn}});
}

Result<QList<FormCell>> FormCells::find(const QString &name) const
{
    QList<FormCell> found;
    const qsizetype mark = name.lastIndexOf(u'!');
    for (const NamedCell &one : m_named) {
        const bool isOfSheet = mark > 0 && folded(m_workbook.sheets[one.cell.sheet].name) == folded(name.first(mark));
        if (folded(one.name) == folded(isOfSheet ? name.sliced(mark + 1) : name) && !found.contains(one.cell))
            found.append(one.cell);
    }
    if (!found.isEmpty())
        return found;
    // People write the name of a sheet without the quotes that it needs in a formula.
    const int sheet = mark < 0 ? 0 : sheetNamed(name.first(mark));
    const QString address
        = sheet < 0 ? name : cellAddress(m_workbook.sheets[sheet].name, 0, 0).chopped(2) + name.sliced(mark + 1);
    if (const std::optional<Range> range = rangeOf(address);
        range && range->cells.top == range->cells.bottom && range->cells.left == range->cells.right)
        return QList<FormCell>{{range->sheet, anchor(range->sheet, {range->cells.top, range->cells.left})}};
    QStringList names;
    for (const NamedCell &one : m_named)
        if (!names.contains(one.name))
            names.append(one.name);
    const qsizetype more = names.size() - namesToSay;
    const QString there = names.isEmpty() ? u"the workbook names no cell"_s
                                          : u"there are "_s + names.mid(0, namesToSay).join(u", "_s)
                                                + (more > 0 ? u" and "_s + QString::number(more) + u" more"_s : QString());
    return Error{Error::Kind::Invalid,
                 u"expected a field or a cell '"_s + name + u"' but "_s + there, u"fill.name"_s};
}

std::optional<std::pair<int, CellRange>> FormCells::range(const QString &name) const
{
    for (const DefinedName &one : m_workbook.names)
        if (folded(one.name) == folded(name))
            if (const std::optional<Range> found = rangeOf(one.refersTo))
                return std::pair(found->sheet, found->cells);
    return {};
}

CellPlace FormCells::anchor(int sheet, CellPlace place) const
{
    for (const CellRange &merge : m_merges[sheet])
        if (contains(merge, place))
            return {merge.top, merge.left};
    return place;
}

CellRange FormCells::extent(int sheet, CellPlace place) const
{
    for (const CellRange &merge : m_merges[sheet])
        if (merge.top == place.row && merge.left == place.column)
            return merge;
    return {place.row, place.column, place.row, place.column};
}

} // namespace naru
