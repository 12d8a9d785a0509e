// Puts values into the cells of one sheet and writes rows several times, by splices: what is not meant stays byte for byte.
#pragma once

#include "core/document.h"
#include "core/xml_outline.h"

#include "cell_look.h"
#include "row_shift.h"
#include "workbook.h"

namespace naru {

struct CellWish {
    QString name; // of the field, for messages
    QString text;
    bool sparesFormulas = false; // a cell that is computed stays as it is, without an error
};
using RowWishes = QMap<int, CellWish>; // by column

struct SheetWishes {
    QMap<int, RowWishes> rows; // by row of the template
    QMap<int, QList<RowWishes>> copies; // of repeated rows; each writes the row once
};

// What the sheets of a workbook share while it is filled.
struct FillingContext {
    const Workbook &workbook;
    const QList<CellLook> &looks;
    const RowShifts &shifts;
};

struct FilledSheet {
    QByteArray xml;
    QList<Diagnostic> diagnostics;
};

// Formulas follow the rows, and lose the values that were computed before. Invalid: "fill.value", "fill.row".
Result<FilledSheet> filledSheet(const XmlOutline &sheet, const QString &name, const SheetWishes &wishes,
                                const FillingContext &context);

// The formulas of the sheet, those of shared ones once.
QStringList formulasIn(const XmlOutline &sheet);

} // namespace naru
