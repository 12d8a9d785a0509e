// Lets what a part of a workbook says of cells follow the rows that were added or taken out: merged ranges, conditional
// formats, validations, filters, drawings, comments, tables, charts. The cells themselves are not touched.
#pragma once

#include "core/xml_outline.h"

#include "row_shift.h"

namespace naru {

// The code of an error that says: something names only a row that is taken out, so that the row must stay.
inline constexpr QStringView rowIsNamed = u"row.named";

// Changes of the part, which belongs to `sheet`, outside of the element `skipped`. Invalid ("fill.row") for what cannot
// follow.
Result<QList<XmlSplice>> movedReferences(const XmlOutline &part, const QString &sheet, const RowShifts &shifts,
                                         int skipped = -1);

// The formula escaped for XML. Invalid as above, with `where` in the message.
Result<QByteArray> movedFormulaBytes(const QString &formula, const QString &sheet, const RowShifts &shifts,
                                     const QString &where);

} // namespace naru
