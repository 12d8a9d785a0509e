// The plugin interface of formats whose files are forms: fields are listed by name and filled, and everything that was
// not filled stays byte for byte as it was. An object that is a Format may be a FormTemplate too; its manifest then says
// "fillsForms": true.
#pragma once

#include "core/format.h"

namespace naru {

// What goes into a form. Names are those of its fields (누름틀, 셀 필드, defined names, and addresses such as "Sheet1!C5").
struct FormFilling {
    struct Entry {
        QString name;
        QStringList paragraphs; // one for each line; {""} empties the field
    };
    using Row = QList<Entry>; // of one row, each with a name that stands in the row that is repeated

    // A table row of the form, found by the names of the entries, is written once for each of `rows`. No rows: it goes.
    struct Repetition {
        QString title; // what the data call it, for messages
        QList<Row> rows;
    };

    QList<Entry> entries;
    QList<Repetition> repetitions;
};

struct FilledForm {
    QByteArray bytes;
    QStringList changedParts; // names of the package's parts that differ from the template's
    QStringList untouchedParts; // byte for byte as they were, compressed bytes too
    QList<Diagnostic> diagnostics; // "fill.long": a value that is longer than its cell; "fill.stale": a preview that went
};

class FormTemplate {
public:
    virtual ~FormTemplate() = default;

    // The fields in reading order; a name may stand several times. Errors as of Format::read().
    virtual Result<QList<FormField>> fields(const QByteArray &bytes, const ReadLimits &limits) const = 0;

    // The form with the values in it: every field of an entry's name gets the value. Invalid: "fill.name" (no field has
    // this name; the text says which there are), "fill.value" (a control character, a number that the cell cannot hold),
    // "fill.row" (the names of a repetition do not stand in one row of one table). Nothing is ever filled in part.
    virtual Result<FilledForm> fill(const QByteArray &bytes, const FormFilling &filling, const ReadLimits &limits) const = 0;
};

} // namespace naru

Q_DECLARE_INTERFACE(naru::FormTemplate, "kr.naru.FormTemplate/1")
