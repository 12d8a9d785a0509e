// Repeats a row of a table for each row of the data: the copies have addresses, spans, and ids of their own.
#pragma once

#include "field_filler.h"

#include "core/form_template.h"

namespace naru::hwpx {

// Told of every value that is written, and where.
using Written = std::function<void(const QString &name, const QStringList &paragraphs, const FieldRoom &room)>;

// The section with the repetition in it, or nothing where none of its rows has all the names. A row that follows and has
// them too is a blank of the form and is used up; without data the row goes, but the last row of a table is emptied.
// A field "발령.성명" is "성명" of the repetition "발령". Invalid: "fill.row", and as of FieldFiller.
Result<std::optional<QByteArray>> withRows(const XmlOutline &section, const FormFilling::Repetition &repetition,
                                           const XmlLimits &limits, const Written &written);

} // namespace naru::hwpx
