// naru feel: an expression, or a batch of them. Needs no office.
#include "run/commands/command.h"

#include "engine/feel/expression.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <iostream>

namespace naru::run {

namespace {

// The machine's clock as Seoul reads it: what a rule calls today does not depend on where the server stands.
std::optional<feel::DateTime> clock()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const std::optional<feel::Zone> zone = feel::Zone::ofPlace(u"Asia/Seoul"_s);
    return zone ? feel::DateTime::fromEpoch(now / 1000, static_cast<int>(now % 1000) * 1'000'000, *zone) : std::nullopt;
}

struct Answer {
    QString value;
    QStringList errors;
};

QString sentenceOf(const feel::Warning &warning)
{
    const QString place =
        warning.line > 0 ? QString::number(warning.line) + u':' + QString::number(warning.column) + u": "_s : QString();
    return place + warning.text + u" ("_s + nameOf(warning.kind) + u')';
}

// The variables and their values that a context in FEEL holds; none for an empty text.
Result<feel::Context> variablesOf(const QString &text)
{
    if (text.trimmed().isEmpty())
        return feel::Context();
    const Result<feel::Value> value = feel::fromText(text);
    if (!value)
        return Error{value.error().kind, u"context "_s + value.error().text, value.error().code};
    if (value->isNull())
        return feel::Context();
    if (!value->is(feel::Value::Kind::Context))
        return Error{Error::Kind::Invalid, u"expected a context but found "_s + feel::nameOf(value->kind()),
                     u"feel.context"_s};
    return value->context();
}

// An error where the text or the context cannot be parsed; what goes wrong later is in the answer.
Result<Answer> answerTo(const QString &text, const QString &context)
{
    const Result<feel::Context> variables = variablesOf(context);
    if (!variables)
        return variables.error();
    feel::Scope scope;
    QList<feel::Value> values;
    for (const feel::Context::Entry &one : variables->entries()) {
        scope.variables.append({one.first, feel::typeOf(one.second)});
        values.append(one.second);
    }
    const Result<feel::Expression> expression = feel::Expression::parse(text, scope);
    if (!expression)
        return expression.error();
    feel::Evaluation evaluation(clock());
    Answer answer;
    answer.value = feel::toText(expression->evaluate(evaluation, values));
    for (const feel::Warning &one : evaluation.warnings())
        answer.errors.append(sentenceOf(one));
    return answer;
}

QJsonObject replyTo(const QByteArray &line)
{
    QJsonParseError fault{};
    const QJsonObject request = QJsonDocument::fromJson(line, &fault).object();
    Answer answer{u"null"_s, {}};
    if (fault.error != QJsonParseError::NoError || !request.value(u"expr"_s).isString()) {
        answer.errors.append(u"expected a JSON object with id, expr, and context but found '"_s
                             + QString::fromUtf8(line.left(80)) + u'\'');
    } else {
        const Result<Answer> found =
            answerTo(request.value(u"expr"_s).toString(), request.value(u"context"_s).toString());
        if (found)
            answer = *found;
        else
            answer.errors.append(found.error().text);
    }
    return {{u"id"_s, request.value(u"id"_s)},
            {u"value"_s, answer.value},
            {u"errors"_s, QJsonArray::fromStringList(answer.errors)}};
}

// One flushed line for each line, in order; what is wrong with one stops no other.
void answerBatch(Context &context)
{
    std::string line;
    while (!isInterrupted() && std::getline(std::cin, line)) {
        const QByteArray bytes = QByteArray::fromStdString(line).trimmed();
        if (!bytes.isEmpty())
            context.printJson(replyTo(bytes));
    }
}

void answerOne(Context &context, const QString &text, const QString &variables)
{
    const Result<Answer> answer = answerTo(text, variables);
    if (!answer) {
        context.fail(answer.error());
        return;
    }
    if (context.json)
        context.printJson(
            QJsonObject{{u"value"_s, answer->value}, {u"errors"_s, QJsonArray::fromStringList(answer->errors)}});
    context.print(answer->value);
    for (const QString &one : answer->errors)
        context.tell(one);
}

} // namespace

void addFeelCommands(CLI::App &app, Context &context)
{
    struct Values {
        std::string text, variables;
        bool batch = false;
    };
    auto values = std::make_shared<Values>(); // shared: the callbacks outlive this function
    CLI::App *feel = app.add_subcommand("feel", said(QT_TRANSLATE_NOOP("Command", "Evaluate a FEEL expression")));
    CLI::Option *text =
        feel->add_option("EXPR", values->text, said(QT_TRANSLATE_NOOP("Command", "The expression, behind --")));
    feel->add_option("--context", values->variables,
                     said(QT_TRANSLATE_NOOP("Command", "The names it may use: a context in FEEL")));
    CLI::Option *batch =
        feel->add_flag("--batch", values->batch,
                       said(QT_TRANSLATE_NOOP("Command", "Read requests from stdin, one JSON object a line")));
    batch->excludes(text);
    feel->callback([&context, values, text] {
        if (values->batch)
            answerBatch(context);
        else if (text->count() == 0)
            context.fail({Error::Kind::Usage, u"expected an expression or --batch but found neither"_s});
        else
            answerOne(context, run::text(values->text), run::text(values->variables));
    });
}

} // namespace naru::run
