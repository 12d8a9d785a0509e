// The cells that a formula names (ECMA-376 part 1, 18.17.2.3), found without computing it, so that they can follow when rows
// are added.
#pragma once

#include "row_shift.h"

#include <QList>

namespace naru {

struct FormulaReference {
    struct Corner {
        int row = -1; // -1 in "A:C"
        int column = -1; // -1 in "1:3"
        bool rowFixed = false; // "$"
        bool columnFixed = false;

        friend bool operator==(const Corner &, const Corner &) = default;
    };
    qsizetype begin = 0; // in the formula, behind the sheet
    qsizetype end = 0;
    QString sheet; // null: the formula's own
    bool isElsewhere = false; // in another workbook
    bool isAcross = false; // over several sheets
    bool isRange = false;
    Corner first;
    Corner last; // the same as `first` where it is one cell
};

struct FormulaNames {
    QList<FormulaReference> references;
    bool isOpen = false; // it may name other cells too: by names, tables, INDIRECT, OFFSET
    QStringList spelled; // texts in it that look like references: INDIRECT("A5")
};

FormulaNames namesIn(const QString &formula);

struct MovedFormula {
    QString text;
    bool lost = false; // a reference whose rows were all taken out
    bool cannot = false; // a reference over several sheets or one in a text, which cannot follow
};

// Whether it names cells of a sheet whose rows move.
bool namesMoved(const QString &formula, const QString &sheet, const RowShifts &shifts);
// The formula on `sheet` after the rows have moved.
MovedFormula movedFormula(const QString &formula, const QString &sheet, const RowShifts &shifts);
// The formula of a cell in the repeated `row` for the copy of that number. What names its own row or the row above without
// "$" goes along, as when a person fills it down; all else means the same cells as before.
MovedFormula copiedFormula(const QString &formula, const QString &sheet, const RowShifts &shifts, int row, int copy);
// The formula as it stands in another cell of a shared one.
QString offsetFormula(const QString &formula, int rows, int columns);

} // namespace naru
