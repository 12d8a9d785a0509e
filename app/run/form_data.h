// What people and robots give to fill a form with: NAME=VALUE pairs, JSON, and the names of the office's own forms.
#pragma once

#include "core/form_template.h"

namespace naru {

// An object: a string, number, or boolean is the value of a field, a list of them its paragraphs, null empties it; a list
// of objects repeats a row. Numbers stay as they are written ("1.10"). Invalid ("form.data") names the place.
Result<FormFilling> formFillingFromJson(const QByteArray &json);

// "NAME=VALUE" with a paragraph for each line; takes the place of an entry of the same name. Usage without "=".
Status setEntry(FormFilling &filling, const QString &assignment);

// The file of a form: the path itself where there is such a file, else "일반기안문" or "일반기안문.hwpx" in the folders of
// the forms. The name as it was given where there is none.
QString findForm(const QString &name, const QStringList &folders);

} // namespace naru
