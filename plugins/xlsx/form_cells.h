// The cells of a workbook that are the fields of a form: those that a defined name points to, and any by its address.
#pragma once

#include "cell_value.h"
#include "sheet_reader.h"
#include "workbook.h"

namespace naru {

struct FormCell {
    int sheet = 0; // of Workbook::sheets
    CellPlace place;

    friend bool operator==(const FormCell &a, const FormCell &b)
    {
        return a.sheet == b.sheet && a.place.row == b.place.row && a.place.column == b.place.column;
    }
};

struct NamedCell {
    QString name;
    FormCell cell;
};

class FormCells {
public:
    // `merges` by sheet. REQUIRES: the workbook outlives it.
    FormCells(const Workbook &workbook, const QList<QList<CellRange>> &merges);

    // Names of one cell or one merged range, by sheet, row, and column.
    const QList<NamedCell> &named() const { return m_named; }
    // Every cell of that name: "성명", "Sheet1!성명", "Sheet1!C5", or "C5" of the first sheet. Invalid ("fill.name")
    // where there is none; the text says which names there are.
    Result<QList<FormCell>> find(const QString &name) const;
    // The range that a defined name points to, whatever its size.
    std::optional<std::pair<int, CellRange>> range(const QString &name) const;
    // The cell that a reference of a defined name means, if it is one cell or one merged range.
    std::optional<FormCell> fieldOf(const QString &reference) const;
    // The first cell of the merged range that the cell is in, or the cell.
    CellPlace anchor(int sheet, CellPlace place) const;

private:
    struct Range {
        int sheet = 0;
        CellRange cells;
    };
    std::optional<Range> rangeOf(const QString &reference) const;
    // The merged range that begins there, or the cell alone.
    CellRange extent(int sheet, CellPlace place) const;
    int sheetNamed(const QString &name) const;

    const Workbook &m_workbook;
    const QList<QList<CellRange>> &m_merges;
    QList<NamedCell> m_named;
};

} // namespace naru
