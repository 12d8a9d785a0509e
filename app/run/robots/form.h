// A form: fields, rules in FEEL, and hints for the layout, from forms/*.json. The window renders it; the service checks
// what comes back by the same description.
//
//   {"form": "order-review", "title": {"ko": "…", "en": "…"},
//    "fields": [{"name": "decision", "kind": "choice", "label": {…}, "required": true, "default": "\"approve\"",
//                "options": [{"value": "approve", "label": {…}}], "visible": "questions = 0", "check": "…",
//                "message": {…}, "readOnly": false, "width": "half"}]}
#pragma once

#include "core/record.h"
#include "engine/feel/expression.h"

#include <QJsonObject>

namespace naru::run {

struct FormOption {
    QString value;
    QString label;
};

struct FormField {
    Field field; // name, kind, label, required
    QList<FormOption> options; // of a choice
    QString initial; // FEEL; empty: what the input of that name is
    QString visible; // FEEL; empty: always
    QString check; // FEEL that must be true; empty: no more than the kind
    QString message; // said where `check` fails
    bool isReadOnly = false;
    bool isHalf = false; // two such fields stand side by side
};

struct FormProblem {
    QString field; // empty: the form as a whole
    QString text;
};

struct Form {
    QString name;
    QJsonObject title;
    QList<FormField> fields;

    QString titleIn(const QString &language) const;
};

// Reads a form; problems name the field. Labels in `language`, else in Korean.
struct ReadForm {
    Form form;
    QList<FormProblem> problems;
};
ReadForm readForm(const QByteArray &json, const QString &language = u"ko"_s);

// What the fields begin with for this input.
feel::Context initialValues(const Form &form, const feel::Context &input);
// The fields that are shown for these values.
QStringList visibleFields(const Form &form, const feel::Context &input, const feel::Context &values);
// What is wrong with the values that a person gave: empty where the form may be sent. Hidden fields are not asked.
QList<FormProblem> checkValues(const Form &form, const feel::Context &input, const feel::Context &values);

} // namespace naru::run
