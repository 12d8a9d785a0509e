// naru document fields, fill.
#include "run/commands/command.h"

#include "run/form_data.h"
#include "run/robots/robot.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace naru::run {

namespace {

constexpr qint64 mostData = 64LL << 20;

QString kindWord(naru::FormField::Kind kind)
{
    switch (kind) {
    case naru::FormField::Kind::ClickHere:
        return told(QT_TRANSLATE_NOOP("Command", "click-here field"));
    case naru::FormField::Kind::NamedCell:
        return told(QT_TRANSLATE_NOOP("Command", "cell"));
    case naru::FormField::Kind::DefinedName:
        return told(QT_TRANSLATE_NOOP("Command", "defined name"));
    case naru::FormField::Kind::Checkbox:
        return told(QT_TRANSLATE_NOOP("Command", "check box"));
    case naru::FormField::Kind::AcroForm:
        break;
    }
    return told(QT_TRANSLATE_NOOP("Command", "form field"));
}

Status showFields(Context &context, const QString &name)
{
    Result<OpenDocument> form = OpenDocument::open(findForm(name, formFolders()));
    if (!form)
        return form.error();
    const Result<QList<naru::FormField>> fields = form->fields();
    if (!fields)
        return fields.error();
    if (context.json) {
        Document document; // says how a field is said
        document.fields = *fields;
        context.printJson(toJson(document).value(u"fields"_s).toArray());
        return {};
    }
    for (const naru::FormField &one : *fields)
        context.print(one.name + u'\t' + kindWord(one.kind) + u'\t'
                      + (one.filled ? one.value.simplified()
                                    : u'(' + (one.prompt.isEmpty() ? told(QT_TRANSLATE_NOOP("Command", "empty")) : one.prompt) + u')'));
    if (fields->isEmpty())
        context.tell(told(QT_TRANSLATE_NOOP("Command", "This document has no fields.")));
    return {};
}

Result<FormFilling> fillingOf(const QString &data, const QStringList &assignments)
{
    FormFilling filling;
    if (!data.isEmpty()) {
        QFile file(data);
        if (!file.open(QIODevice::ReadOnly))
            return Error{Error::Kind::NotFound, u"expected data at '"_s + data + u"' but "_s + file.errorString(), u"form.data"_s};
        if (file.size() > mostData)
            return Error{Error::Kind::Invalid, u"expected data of at most %1 bytes but '%2' has more"_s.arg(mostData).arg(data),
                         u"limit.bytes"_s};
        Result<FormFilling> read = formFillingFromJson(file.readAll());
        if (!read)
            return Error{read.error().kind, data + u": "_s + read.error().text, read.error().code};
        filling = *read;
    }
    for (const QString &one : assignments)
        if (const Status set = setEntry(filling, one); !set)
            return set.error();
    if (filling.entries.isEmpty() && filling.repetitions.isEmpty())
        return Error{Error::Kind::Usage, u"expected values by --set NAME=VALUE or --data FILE but there are none"_s,
                     u"form.noValues"_s};
    return filling;
}

Status fillForm(Context &context, const QString &name, const FormFilling &filling, const QString &out)
{
    const QString path = findForm(name, formFolders());
    const QString ending = QFileInfo(path).suffix();
    if (QFileInfo(out).suffix().compare(ending, Qt::CaseInsensitive) != 0)
        return Error{Error::Kind::Usage, u"expected the ending '.%1' of the form but found '%2'"_s.arg(ending, out),
                     u"format.unwritable"_s};
    Result<OpenDocument> form = OpenDocument::open(path);
    if (!form)
        return form.error();
    const Result<FilledForm> filled = form->fill(filling);
    if (!filled)
        return filled.error();
    if (const Status written = writeFile(out, filled->bytes); !written)
        return written;
    QJsonArray diagnostics;
    for (const Diagnostic &one : filled->diagnostics) {
        diagnostics.append(toJson(one));
        if (one.code != u"fill.stale")
            context.tell(out + u": "_s + one.text);
    }
    if (context.json)
        context.printJson(QJsonObject{{u"file"_s, out},
                                      {u"changed"_s, QJsonArray::fromStringList(filled->changedParts)},
                                      {u"untouched"_s, QJsonArray::fromStringList(filled->untouchedParts)},
                                      {u"diagnostics"_s, diagnostics}});
    return {};
}

} // namespace

void addFormCommands(CLI::App &app, Context &context)
{
    struct Values {
        std::string form, data, out;
        std::vector<std::string> assignments;
    };
    auto values = std::make_shared<Values>(); // shared: the callbacks outlive this function
    CLI::App *document = app.get_subcommand("document");
    CLI::App *fields = document->add_subcommand("fields", said(QT_TRANSLATE_NOOP("Command", "The fields of a form: name, kind, value or (prompt)")));
    fields->add_option("FILE", values->form, said(QT_TRANSLATE_NOOP("Command", "The form: a file, or the name of one of the office's forms")))->required();
    fields->callback([&context, values] {
        if (const Status status = showFields(context, text(values->form)); !status)
            context.fail(status.error());
    });
    CLI::App *fill = document->add_subcommand("fill", said(QT_TRANSLATE_NOOP("Command", "Fill a form, HWPX or XLSX, by the names of its fields")));
    fill->add_option("TEMPLATE", values->form, said(QT_TRANSLATE_NOOP("Command", "The form: a file, or the name of one of the office's forms")))->required();
    fill->add_option("--set", values->assignments, said(QT_TRANSLATE_NOOP("Command", "NAME=VALUE; each line of the value is a paragraph")));
    fill->add_option("--data", values->data, said(QT_TRANSLATE_NOOP("Command", "JSON: {name: value, or list of paragraphs, or list of rows}")));
    fill->add_option("--out", values->out, said(QT_TRANSLATE_NOOP("Command", "The filled form; replaced in one step")))->required();
    fill->callback([&context, values] {
        const Result<FormFilling> filling = fillingOf(text(values->data), texts(values->assignments));
        const Status status = filling ? fillForm(context, text(values->form), *filling, text(values->out)) : Status(filling.error());
        if (!status)
            context.fail(status.error());
    });
}

} // namespace naru::run
