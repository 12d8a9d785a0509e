// A workbook as a form: its named cells are listed and filled, rows are repeated, and every part that none of this concerns
// stays byte for byte as it was.
#pragma once

#include "core/form_template.h"

namespace naru {

Result<QList<FormField>> workbookFields(const QByteArray &bytes, const ReadLimits &limits);

// Cells that formulas fill are refused. Values that formulas had before are forgotten wherever they could depend on what was
// filled, and Excel computes them when it opens the workbook.
Result<FilledForm> filledWorkbook(const QByteArray &bytes, const FormFilling &filling, const ReadLimits &limits);

} // namespace naru
