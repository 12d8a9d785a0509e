// naru bpmn trace: runs processes in memory, on a virtual clock, and prints which scripts ran.
#include "run/bpmn_trace.h"
#include "run/commands/command.h"

#include "engine/bpmn/check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

namespace naru::run {

namespace {

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, u"expected a file at '"_s + path + u"' but "_s + file.errorString()};
    return file.readAll();
}

Result<QJsonArray> casesOf(const QString &path)
{
    const Result<QByteArray> bytes = bytesOf(path);
    if (!bytes)
        return bytes.error();
    const QJsonValue cases = QJsonDocument::fromJson(*bytes).object().value(u"cases"_s);
    if (!cases.isArray())
        return Error{Error::Kind::Invalid, u"expected a list of cases in '"_s + path + u"' but there is none"_s};
    return cases.toArray();
}

TraceCase caseOf(const QJsonObject &json)
{
    TraceCase one;
    const QJsonValue input = json.value(u"input"_s);
    one.input = input.isString() ? u""_s + input.toString() : QString();
    one.integer = json.value(u"int"_s).toInteger();
    one.delay = json.value(u"delay"_s).toInteger();
    one.isParallel = json.value(u"par"_s).toBool();
    return one;
}

Status traceModel(const Context &context, const QString &file, const QString &process, const QString &casesFile)
{
    const Result<QJsonArray> cases = casesOf(casesFile);
    const Result<QByteArray> bytes = bytesOf(file);
    if (!cases || !bytes)
        return !cases ? cases.error() : bytes.error();
    Result<bpmn::Model> model = bpmn::readModel(*bytes);
    bool isRefused = !model || !bpmn::check(*model).isSound();
    bpmn::Definition definition;
    if (!isRefused) {
        definition
            = bpmn::Definition::compile(std::make_shared<const bpmn::Model>(*std::move(model)), {suiteLanguage()});
        isRefused = !definition.isSound();
    }
    for (qsizetype i = 0; i < cases->size(); ++i) {
        const QStringList lines = isRefused ? QStringList{u"ERROR_deployment"_s}
                                            : trace(definition, process, caseOf(cases->at(i).toObject()));
        context.printJson(QJsonObject{{u"case"_s, i}, {u"trace"_s, QJsonArray::fromStringList(lines)}});
    }
    return {};
}

} // namespace

void addBpmnTraceCommand(CLI::App &app, Context &context)
{
    struct Values {
        std::string model;
        std::string process;
        std::string cases;
    };
    auto values = std::make_shared<Values>(); // shared: the callback outlives this function
    CLI::App *command = app.get_subcommand("bpmn")->add_subcommand(
        "trace", said(QT_TRANSLATE_NOOP("Command", "Run a process in memory and print which scripts ran")));
    command->add_option("MODEL", values->model, said(QT_TRANSLATE_NOOP("Command", "The model to run")))->required();
    command->add_option("--process", values->process, said(QT_TRANSLATE_NOOP("Command", "The id of the process")))->required();
    command->add_option("--cases", values->cases, said(QT_TRANSLATE_NOOP("Command", "The cases to run it with: JSON")))->required();
    command->callback([&context, values] {
        const Status status
            = traceModel(context, text(values->model), text(values->process), text(values->cases));
        if (!status)
            context.fail(status.error());
    });
}

} // namespace naru::run
