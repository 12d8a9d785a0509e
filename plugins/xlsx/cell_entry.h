// What stands in a cell after a person's or a robot's text was put into it: a number, a day, or a flag only where the cell
// says so and the text is exactly one; text in every other case, and never a formula.
#pragma once

#include "core/result.h"

#include "number_format.h"

#include <QByteArray>

namespace naru {

struct CellEntry {
    QByteArray type; // the attribute "t"; empty for a number or nothing
    QByteArray content; // of the element <v>, or of the <t> of an inline text, escaped
    bool isNumber = false;
    bool isText() const { return type == "inlineStr"; }
    bool isEmpty() const { return type.isEmpty() && content.isEmpty(); }
};

// Invalid ("fill.value") for control characters, for text longer than a cell holds, and for a number of more digits than a
// cell keeps. `name` is the field's, for the message.
Result<CellEntry> cellEntry(const QString &name, const QString &text, const NumberFormat &format, bool holdsFlag, bool from1904);

// Whether the text is a number as a person would compute with it: "1,234.50", not "0012".
bool isNumberText(const QString &text);

} // namespace naru
