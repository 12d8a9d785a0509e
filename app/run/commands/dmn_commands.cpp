// naru dmn.
#include "run/commands/command.h"

#include "engine/dmn/check.h"
#include "engine/dmn/decision_model.h"
#include "engine/feel/expression.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <memory>

namespace naru::run {

namespace {

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, u"expected a model at '"_s + path + u"' but "_s + file.errorString()};
    return file.readAll();
}

// The model with all that lies beside it: what it imports is found there by namespace.
Result<dmn::DecisionModel> loadModel(const QString &path)
{
    const Result<QByteArray> bytes = bytesOf(path);
    if (!bytes)
        return bytes.error();
    const QFileInfo file(path);
    QList<dmn::ModelSource> beside;
    const QFileInfoList others = file.absoluteDir().entryInfoList({u"*.dmn"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &other : others)
        if (other.canonicalFilePath() != file.canonicalFilePath())
            if (const Result<QByteArray> content = bytesOf(other.filePath()))
                beside.append({other.fileName(), *content});
    return dmn::DecisionModel::load({file.fileName(), *bytes}, beside);
}

std::optional<feel::DateTime> now()
{
    const qint64 moment = QDateTime::currentMSecsSinceEpoch();
    const auto zone = feel::Zone::ofPlace(u"Asia/Seoul"_s);
    return zone ? feel::DateTime::fromEpoch(moment / 1000, int(moment % 1000) * 1'000'000, *zone) : std::nullopt;
}

QString textOf(const dmn::Message &message)
{
    QString place = message.place;
    if (message.line > 0)
        place += u" %1:%2"_s.arg(message.line).arg(message.column);
    return place.isEmpty() ? message.text : place + u": "_s + message.text;
}

// {"id", "decision"|"service", "inputs": {name: FEEL text}}
Result<dmn::Outcome> answer(const dmn::DecisionModel &model, const QJsonObject &request)
{
    dmn::Request asked;
    asked.now = now();
    const QJsonObject inputs = request.value(u"inputs"_s).toObject();
    for (auto at = inputs.begin(); at != inputs.end(); ++at) {
        const Result<feel::Value> value = feel::fromText(at.value().toString());
        if (!at.value().isString() || !value)
            return Error{Error::Kind::Invalid,
                         u"expected FEEL text as input '"_s + at.key() + u"' but "_s
                             + (at.value().isString() ? value.error().text : u"found something else"_s)};
        asked.inputs.put(at.key(), *value);
    }
    const QString service = request.value(u"service"_s).toString();
    const QString decision = request.value(u"decision"_s).toString();
    if (service.isEmpty() == decision.isEmpty())
        return Error{Error::Kind::Invalid, u"expected a decision or a service but found neither or both"_s};
    return service.isEmpty() ? model.evaluateDecision(decision, asked) : model.evaluateService(service, asked);
}

// One line for one request, whatever the request is.
QJsonObject reply(const dmn::DecisionModel &model, const QByteArray &line)
{
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(line, &wrong);
    const QJsonObject request = document.object();
    const Result<dmn::Outcome> outcome = document.isObject()
        ? answer(model, request)
        : Result<dmn::Outcome>(Error{Error::Kind::Invalid, u"expected a JSON object but "_s + wrong.errorString()});
    const feel::Value value = outcome ? outcome->value : feel::Value();
    // What was not what it should be; the rest are warnings where the value stands all the same.
    QJsonArray errors, warnings;
    if (!outcome)
        errors.append(outcome.error().text);
    else
        for (const dmn::Message &one : outcome->messages)
            (value.isNull() || one.isOfInput ? errors : warnings).append(textOf(one));
    QJsonObject said{{u"id"_s, request.value(u"id"_s).isUndefined() ? QJsonValue() : request.value(u"id"_s)},
                     {u"value"_s, feel::toText(value)},
                     {u"errors"_s, errors}};
    if (!warnings.isEmpty())
        said.insert(u"warnings"_s, warnings);
    return said;
}

Status evaluateBatch(Context &context, const QString &path)
{
    const Result<dmn::DecisionModel> model = loadModel(path);
    if (!model)
        return model.error();
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{Error::Kind::Failed, u"expected requests on the standard input but "_s + input.errorString()};
    while (!isInterrupted()) {
        const QByteArray line = input.readLine();
        if (line.isEmpty())
            break;
        if (!line.trimmed().isEmpty())
            context.printJson(reply(*model, line));
    }
    return {};
}

Status evaluateOne(Context &context, const QString &path, const QString &decision, const QStringList &inputs)
{
    const Result<dmn::DecisionModel> model = loadModel(path);
    if (!model)
        return model.error();
    QJsonObject given;
    for (const QString &one : inputs)
        given.insert(one.section(u'=', 0, 0).trimmed(), one.section(u'=', 1));
    const Result<dmn::Outcome> outcome = answer(*model, {{u"decision"_s, decision}, {u"inputs"_s, given}});
    if (!outcome)
        return outcome.error();
    context.print(feel::toText(outcome->value));
    if (context.json)
        context.printJson(QJsonObject{{u"value"_s, feel::toText(outcome->value)}});
    for (const dmn::Message &one : outcome->messages)
        context.tell(textOf(one));
    return {};
}

QJsonObject toJson(const dmn::Problem &problem)
{
    return {{u"element"_s, problem.element}, {u"rule"_s, problem.rule}, {u"text"_s, problem.text}};
}

// One line for one file; false where something is wrong with it.
bool checkFile(const Context &context, const QString &path)
{
    QJsonArray problems, warnings;
    const Result<dmn::DecisionModel> model = loadModel(path);
    if (!model) {
        const QString rule = model.error().code.isEmpty() ? u"file"_s : model.error().code;
        problems.append(toJson({{}, rule, model.error().text}));
    } else {
        const QList<dmn::Problem> found = dmn::check(*model);
        for (const dmn::Problem &one : found)
            (one.isWarning ? warnings : problems).append(toJson(one));
    }
    QJsonObject said{{u"file"_s, path}, {u"ok"_s, problems.isEmpty()}, {u"problems"_s, problems}};
    if (!warnings.isEmpty())
        said.insert(u"warnings"_s, warnings);
    context.printJson(said);
    return problems.isEmpty();
}

} // namespace

void addDmnCommands(CLI::App &app, Context &context)
{
    struct Values {
        std::string model, decision;
        std::vector<std::string> files, inputs;
        bool isBatch = false;
    };
    auto values = std::make_shared<Values>(); // shared: the callbacks outlive this function
    CLI::App *dmn =
        app.add_subcommand("dmn", said(QT_TRANSLATE_NOOP("Command", "Decision models (DMN): evaluated, checked")));
    dmn->require_subcommand(1);
    CLI::App *evaluate =
        dmn->add_subcommand("evaluate", said(QT_TRANSLATE_NOOP("Command", "What the decisions of a model give")));
    evaluate
        ->add_option("MODEL", values->model,
                     said(QT_TRANSLATE_NOOP("Command", "The model; those that it imports lie beside it")))
        ->required();
    CLI::Option *batch = evaluate->add_flag(
        "--batch", values->isBatch, said(QT_TRANSLATE_NOOP("Command", "Answer JSON lines from the standard input")));
    CLI::Option *decision =
        evaluate->add_option("--decision", values->decision, said(QT_TRANSLATE_NOOP("Command", "The decision")));
    evaluate->add_option("--input", values->inputs, said(QT_TRANSLATE_NOOP("Command", "An input as NAME=FEEL")))
        ->needs(decision);
    decision->excludes(batch);
    evaluate->callback([&context, values] {
        const Status status = values->isBatch ? evaluateBatch(context, text(values->model))
            : values->decision.empty()
            ? Status(Error{Error::Kind::Usage, u"expected --batch or --decision but found neither"_s})
            : evaluateOne(context, text(values->model), text(values->decision), texts(values->inputs));
        if (!status)
            context.fail(status.error());
    });
    CLI::App *check = dmn->add_subcommand(
        "check", said(QT_TRANSLATE_NOOP("Command", "Everything that is wrong with a model, at once")));
    check->add_option("MODEL", values->files, said(QT_TRANSLATE_NOOP("Command", "The models")))->required();
    check->callback([&context, values] {
        for (const std::string &one : values->files)
            if (!checkFile(context, text(one)))
                context.status = static_cast<int>(Exit::BadInput);
    });
}

} // namespace naru::run
