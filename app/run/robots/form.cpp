#include "run/robots/form.h"

#include "run/robots/values.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace naru::run {

namespace {

const QList<std::pair<QString, FieldKind>> &kinds()
{
    static const QList<std::pair<QString, FieldKind>> all{
        {u"text"_s, FieldKind::Text},   {u"long text"_s, FieldKind::LongText}, {u"whole"_s, FieldKind::Whole},
        {u"won"_s, FieldKind::Won},     {u"number"_s, FieldKind::Exact},       {u"day"_s, FieldKind::Day},
        {u"flag"_s, FieldKind::Flag},   {u"choice"_s, FieldKind::Choice},      {u"reference"_s, FieldKind::Reference},
        {u"texts"_s, FieldKind::Texts},
    };
    return all;
}

// {"ko": "…", "en": "…"}, or a plain text.
QString textIn(const QJsonValue &value, const QString &language)
{
    if (value.isString())
        return value.toString();
    const QJsonObject texts = value.toObject();
    return texts.value(texts.contains(language) ? language : u"ko"_s).toString();
}

// The scope in which a form's rules stand: what the task brought, then the fields.
feel::Scope scopeOf(const Form &form, const feel::Context &input, QList<feel::Value> &values, const feel::Context &given)
{
    feel::Scope scope;
    scope.source = form.name;
    for (const auto &[name, value] : input.entries()) {
        scope.variables.append({name});
        values.append(value);
    }
    for (const FormField &field : form.fields) {
        scope.variables.append({field.field.name});
        values.append(given.value(field.field.name));
    }
    return scope;
}

feel::Value evaluated(const Form &form, const QString &text, const feel::Context &input, const feel::Context &given)
{
    QList<feel::Value> values;
    const feel::Scope scope = scopeOf(form, input, values, given);
    const Result<feel::Expression> expression = feel::Expression::parse(text, scope);
    if (!expression)
        return {};
    feel::Evaluation evaluation;
    return expression->evaluate(evaluation, values);
}

bool isOfKind(const FormField &field, const feel::Value &value)
{
    using Kind = feel::Value::Kind;
    switch (field.field.kind) {
    case FieldKind::Whole:
    case FieldKind::Won:
        return value.is(Kind::Number) && value.number().toWhole();
    case FieldKind::Exact:
        return value.is(Kind::Number);
    case FieldKind::Day:
        return value.is(Kind::Date);
    case FieldKind::Flag:
        return value.is(Kind::Boolean);
    case FieldKind::Choice:
        return value.is(Kind::String)
            && std::any_of(field.options.begin(), field.options.end(),
                           [&](const FormOption &one) { return one.value == value.string(); });
    case FieldKind::Texts:
    case FieldKind::References:
        return value.is(Kind::List);
    default:
        return value.is(Kind::String);
    }
}

bool isEmpty(const feel::Value &value)
{
    return value.isNull() || (value.is(feel::Value::Kind::String) && value.string().trimmed().isEmpty());
}

// Reads one field; what is wrong goes into `problems`.
FormField readField(const QJsonObject &json, const QString &language, QList<FormProblem> &problems)
{
    FormField out;
    out.field.name = json.value(u"name"_s).toString();
    out.field.label = textIn(json.value(u"label"_s), language);
    out.field.required = json.value(u"required"_s).toBool();
    out.field.refers = json.value(u"refers"_s).toString();
    out.initial = json.value(u"default"_s).toString();
    out.visible = json.value(u"visible"_s).toString();
    out.check = json.value(u"check"_s).toString();
    out.message = textIn(json.value(u"message"_s), language);
    out.isReadOnly = json.value(u"readOnly"_s).toBool();
    out.isHalf = json.value(u"width"_s).toString() == u"half";
    for (const QJsonValue &one : json.value(u"options"_s).toArray())
        out.options.append({one[u"value"_s].toString(), textIn(one[u"label"_s], language)});
    const QString kind = json.value(u"kind"_s).toString();
    const auto known = std::find_if(kinds().begin(), kinds().end(), [&](const auto &one) { return one.first == kind; });
    if (known != kinds().end())
        out.field.kind = known->second;
    else
        problems.append({out.field.name, u"expected a kind of field but found '"_s + kind + u'\''});
    if (out.field.name.isEmpty())
        problems.append({{}, u"expected every field to have a name but one has none"_s});
    if (out.field.label.isEmpty())
        problems.append({out.field.name, u"expected a label but found none"_s});
    if (out.field.kind == FieldKind::Choice && out.options.isEmpty())
        problems.append({out.field.name, u"expected options to choose from but found none"_s});
    return out;
}

// Rules may name what the task brings, which is not known here; only what cannot be read at all is wrong.
void checkRules(const Form &form, QList<FormProblem> &problems)
{
    QList<feel::Value> values;
    const feel::Scope scope = scopeOf(form, {}, values, {});
    for (const FormField &field : form.fields)
        for (const QString &text : {field.initial, field.visible, field.check}) {
            if (text.isEmpty())
                continue;
            const Result<feel::Expression> parsed = feel::Expression::parse(text, scope);
            if (!parsed)
                problems.append({field.field.name, parsed.error().text});
        }
    for (const FormField &field : form.fields)
        if (!field.check.isEmpty() && field.message.isEmpty())
            problems.append({field.field.name, u"expected a message beside the check but found none"_s});
}

} // namespace

QString Form::titleIn(const QString &language) const { return textIn(title, language); }

ReadForm readForm(const QByteArray &json, const QString &language)
{
    ReadForm out;
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError) {
        out.problems.append({{}, u"expected JSON but at "_s + QString::number(error.offset) + u": "_s + error.errorString()});
        return out;
    }
    out.form.name = object.value(u"form"_s).toString();
    out.form.title = object.value(u"title"_s).toObject();
    if (out.form.name.isEmpty())
        out.problems.append({{}, u"expected the name of the form in \"form\" but found none"_s});
    QStringList names;
    for (const QJsonValue &one : object.value(u"fields"_s).toArray()) {
        out.form.fields.append(readField(one.toObject(), language, out.problems));
        const QString name = out.form.fields.last().field.name;
        if (names.contains(name))
            out.problems.append({name, u"expected each field once but found it again"_s});
        names.append(name);
    }
    if (out.form.fields.isEmpty())
        out.problems.append({{}, u"expected fields but found none"_s});
    checkRules(out.form, out.problems);
    return out;
}

feel::Context initialValues(const Form &form, const feel::Context &input)
{
    feel::Context values;
    for (const FormField &field : form.fields)
        values.put(field.field.name, field.initial.isEmpty() ? input.value(field.field.name)
                                                             : evaluated(form, field.initial, input, values));
    return values;
}

QStringList visibleFields(const Form &form, const feel::Context &input, const feel::Context &values)
{
    QStringList out;
    for (const FormField &field : form.fields)
        if (field.visible.isEmpty() || evaluated(form, field.visible, input, values).isTrue())
            out.append(field.field.name);
    return out;
}

QList<FormProblem> checkValues(const Form &form, const feel::Context &input, const feel::Context &values)
{
    QList<FormProblem> problems;
    const QStringList shown = visibleFields(form, input, values);
    for (const FormField &field : form.fields) {
        const feel::Value value = values.value(field.field.name);
        if (!shown.contains(field.field.name) || field.isReadOnly)
            continue;
        if (isEmpty(value)) {
            if (field.field.required)
                problems.append({field.field.name, u"expected a value but found none"_s});
            continue;
        }
        if (!isOfKind(field, value))
            problems.append({field.field.name, u"expected another kind of value but found "_s + feel::toText(value)});
        else if (!field.check.isEmpty() && !evaluated(form, field.check, input, values).isTrue())
            problems.append({field.field.name, field.message});
    }
    for (const auto &[name, value] : values.entries())
        if (std::none_of(form.fields.begin(), form.fields.end(),
                         [&](const FormField &one) { return one.field.name == name; }))
            problems.append({name, u"expected a field of the form but it has none of this name"_s});
    return problems;
}

} // namespace naru::run
