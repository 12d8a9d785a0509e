// naru bpmn: models of processes, checked, and read and written without losing a fact.
#include "run/commands/command.h"

#include "engine/bpmn/check.h"
#include "engine/bpmn/model.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>

#include <memory>
#include <vector>

namespace naru::run {

namespace {

constexpr qint64 largestModel = 64LL << 20;

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, u"expected a model at '"_s + path + u"' but "_s + file.errorString()};
    QByteArray bytes = file.read(largestModel + 1);
    if (bytes.size() > largestModel)
        return Error{Error::Kind::Invalid,
                     u"expected a model of 64 MiB at most at '"_s + path + u"' but it is larger"_s, u"xml.limit"_s};
    return bytes;
}

Result<bpmn::Model> modelOf(const QString &path)
{
    Result<QByteArray> bytes = bytesOf(path);
    return bytes ? bpmn::readModel(*bytes) : Result<bpmn::Model>(bytes.error());
}

// Reads the BPMN models that a model imports into `models`; of others it says whether they are there. What lies in the
// network is not fetched.
QList<bpmn::Imported> readImports(const bpmn::Model &model, const QDir &beside,
                                  std::vector<std::unique_ptr<bpmn::Model>> &models)
{
    QList<bpmn::Imported> imports = bpmn::importsOf(model);
    const QList<const bpmn::Element *> elements = model.definitions().children(bpmn::Kind::Import);
    for (qsizetype i = 0; i < imports.size(); ++i) {
        bpmn::Imported &one = imports[i];
        if (one.location.contains(u"://"))
            continue;
        const QString path = beside.filePath(one.location);
        one.isMissing = one.location.isEmpty() || !QFileInfo(path).isFile();
        if (one.isMissing || elements[i]->attribute(u"importType") != bpmn::modelNamespace)
            continue;
        Result<bpmn::Model> imported = modelOf(path);
        if (!imported) {
            one.error = imported.error().text;
            continue;
        }
        models.push_back(std::make_unique<bpmn::Model>(std::move(*imported)));
        one.model = models.back().get();
    }
    return imports;
}

QJsonArray linesOf(const QList<bpmn::Problem> &problems)
{
    QJsonArray out;
    for (const bpmn::Problem &one : problems) {
        QJsonObject line{{u"element"_s, one.element}, {u"rule"_s, one.rule}, {u"text"_s, one.text}};
        if (one.line > 0)
            line.insert(u"line"_s, one.line);
        out.append(line);
    }
    return out;
}

// One file's findings; a file that cannot be read is a finding too.
bpmn::Findings findingsOf(const QString &path)
{
    const Result<bpmn::Model> model = modelOf(path);
    if (!model) {
        const QString rule = model.error().code.isEmpty() ? u"file"_s : model.error().code;
        return {{{{}, rule, model.error().text, 0}}, {}};
    }
    std::vector<std::unique_ptr<bpmn::Model>> models;
    const QList<bpmn::Imported> imports = readImports(*model, QFileInfo(path).absoluteDir(), models);
    return bpmn::check(*model, imports);
}

// Prints one line for each file; true if all are sound.
bool checkAll(const Context &context, const QStringList &files)
{
    bool isSound = true;
    for (const QString &file : files) {
        const bpmn::Findings found = findingsOf(file);
        isSound = isSound && found.isSound();
        context.printJson(QJsonObject{{u"file"_s, file},
                                      {u"ok"_s, found.isSound()},
                                      {u"problems"_s, linesOf(found.problems)},
                                      {u"warnings"_s, linesOf(found.warnings)}});
    }
    return isSound;
}

Status roundtrip(const QString &from, const QString &to)
{
    const Result<bpmn::Model> model = modelOf(from);
    if (!model)
        return model.error();
    QSaveFile file(to);
    const QByteArray bytes = bpmn::writeModel(*model);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{Error::Kind::Failed, u"expected to write '"_s + to + u"' but "_s + file.errorString()};
    return {};
}

void addCheck(CLI::App &bpmn, Context &context)
{
    auto files = std::make_shared<std::vector<std::string>>(); // shared: the callback outlives this function
    CLI::App *check = bpmn.add_subcommand(
        "check", said(QT_TRANSLATE_NOOP("Command", "Say whether models keep the rules of BPMN 2.0.2")));
    check->add_option("FILE", *files, said(QT_TRANSLATE_NOOP("Command", "The models: .bpmn")))->required();
    check->callback([&context, files] {
        if (!checkAll(context, texts(*files)))
            context.status = static_cast<int>(Exit::BadInput);
    });
}

void addRoundtrip(CLI::App &bpmn, Context &context)
{
    struct Values {
        std::string from;
        std::string to;
    };
    auto values = std::make_shared<Values>(); // shared: the callback outlives this function
    CLI::App *command = bpmn.add_subcommand(
        "roundtrip", said(QT_TRANSLATE_NOOP("Command", "Read a model and write it again, with nothing lost")));
    command->add_option("IN", values->from, said(QT_TRANSLATE_NOOP("Command", "The model to read")))->required();
    command->add_option("OUT", values->to, said(QT_TRANSLATE_NOOP("Command", "The file to write")))->required();
    command->callback([&context, values] {
        if (const Status status = roundtrip(text(values->from), text(values->to)); !status)
            context.fail(status.error());
    });
}

} // namespace

void addBpmnCommands(CLI::App &app, Context &context)
{
    CLI::App *bpmn = app.add_subcommand("bpmn", said(QT_TRANSLATE_NOOP("Command", "Models of processes (BPMN 2.0)")));
    bpmn->require_subcommand(1);
    addCheck(*bpmn, context);
    addRoundtrip(*bpmn, context);
}

} // namespace naru::run
