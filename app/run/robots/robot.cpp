#include "run/robots/robot.h"

#include "engine/bpmn/check.h"
#include "run/robots/task_settings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace naru::run {

namespace {

constexpr qint64 largestFile = 16LL << 20;
const QString manifestFile = u"robot.json"_s;
const QString formFolder = u"forms/"_s; // of a form's name in a package
const QString callsFolder = u"calls/"_s; // of a called robot's name in a package
const QString modelEnding = u".bpmn"_s;
constexpr int deepestCall = 8; // a robot that calls robots that call robots …

QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

// The list of a package's files with their digests; its own digest stands for all of them.
QByteArray listOf(const QMap<QString, QByteArray> &files)
{
    QJsonObject list;
    for (auto at = files.constBegin(); at != files.constEnd(); ++at)
        list.insert(at.key(), digestOf(at.value()));
    return QJsonDocument(QJsonObject{{u"files"_s, list}}).toJson(QJsonDocument::Compact);
}

QStringList foldersFrom(const char *variable, const QString &name)
{
    const QString set = qEnvironmentVariable(variable);
    if (!set.isEmpty())
        return set.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const QString here = QCoreApplication::applicationDirPath();
    return {here + u"/../"_s + name, here + u"/../share/naru/"_s + name};
}

QString textIn(const QJsonValue &value, const QString &language)
{
    const QJsonObject texts = value.toObject();
    return value.isString() ? value.toString() : texts.value(texts.contains(language) ? language : u"ko"_s).toString();
}

QString moduleOf(const QString &file) { return file.endsWith(modelEnding) ? file.chopped(modelEnding.size()) : file; }

// A name inside the folder, and nothing that leads out of it.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && !name.contains(u'/') && !name.contains(u'\\') && !name.startsWith(u'.');
}

// The models that this one imports, those that they import, and so on; those that are among the files are read.
QStringList importsIn(const QMap<QString, QByteArray> &files, const QString &model)
{
    QStringList open{model};
    QStringList out;
    while (!open.isEmpty()) {
        const Result<bpmn::Model> read = bpmn::readModel(files.value(open.takeFirst()));
        if (!read)
            continue; // reading it says why
        for (const bpmn::Element *one : read->definitions().children(bpmn::Kind::Import)) {
            const QString name = one->attribute(u"location");
            if (one->attribute(u"importType") != bpmn::modelNamespace || name == model || out.contains(name))
                continue;
            out.append(name);
            open.append(name);
        }
    }
    return out;
}

// Gathers a robot from named files, and everything that is wrong with it.
class Loading {
public:
    explicit Loading(QStringList operations)
        : m_operations(std::move(operations))
    {
    }

    void problem(const QString &file, const QString &element, const QString &rule, const QString &text)
    {
        m_out.problems.append({file, element, rule, text});
    }

    // Adds what stands in a file; a file that is not there, or too large, is a problem.
    bool take(const QString &name, const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            problem(name, {}, u"robot.file"_s, u"expected a file '"_s + path + u"' but "_s + file.errorString());
            return false;
        }
        if (file.size() > largestFile) {
            problem(name, {}, u"robot.size"_s, u"expected at most 16 MiB but '"_s + path + u"' is larger"_s);
            return false;
        }
        m_out.robot.files.insert(name, file.readAll());
        return true;
    }

    void readManifest()
    {
        QJsonParseError error;
        const QJsonObject json = QJsonDocument::fromJson(m_out.robot.files.value(manifestFile), &error).object();
        if (error.error != QJsonParseError::NoError)
            return problem(manifestFile, {}, u"robot.json"_s,
                           u"expected JSON but at "_s + QString::number(error.offset) + u": "_s + error.errorString());
        Robot &robot = m_out.robot;
        robot.manifest = json;
        robot.id = json.value(u"robot"_s).toString();
        robot.model = json.value(u"process"_s)[u"model"_s].toString();
        robot.process = json.value(u"process"_s)[u"id"_s].toString();
        robot.effectLimit = json.value(u"limits"_s)[u"effects"_s].toInt(robot.effectLimit);
        for (const QJsonValue &one : json.value(u"operations"_s).toArray())
            robot.operations.append(one.toString());
        for (const QJsonValue &one : json.value(u"inputs"_s).toArray())
            robot.inputs.append({one[u"name"_s].toString(), one[u"kind"_s].toString(),
                                 textIn(one[u"label"_s], u"ko"_s), one[u"required"_s].toBool()});
        const auto demand = [this](bool there, const QString &what) {
            if (!there)
                problem(manifestFile, {}, u"robot.json"_s, u"expected "_s + what + u" but found none"_s);
        };
        demand(!robot.id.isEmpty(), u"the robot's name in \"robot\""_s);
        const bool isRules = !json.contains(u"process"_s) && !listed(u"decisions"_s).isEmpty();
        demand(isRules || !robot.model.isEmpty(), u"the file of the process in \"process\".\"model\""_s);
        demand(isRules || !robot.process.isEmpty(), u"the id of the process in \"process\".\"id\""_s);
        demand(!robot.title(u"ko"_s).isEmpty(), u"a Korean title in \"title\".\"ko\""_s);
        for (const QString &one : std::as_const(robot.operations))
            if (!m_operations.contains(one))
                problem(manifestFile, {}, u"robot.operation"_s,
                        u"expected an operation that a connector offers but found '"_s + one + u'\'');
    }

    QStringList listed(const QString &key) const
    {
        QStringList out;
        for (const QJsonValue &one : m_out.robot.manifest.value(key).toArray())
            out.append(one.toString());
        return out;
    }

    // Another robot, whole: its files under its name, its problems, and what it can call.
    void addCalled(const QString &id, const LoadedRobot &loaded)
    {
        const QString place = callsFolder + id + u'/';
        for (auto at = loaded.robot.files.constBegin(); at != loaded.robot.files.constEnd(); ++at)
            m_out.robot.files.insert(place + at.key(), at.value());
        for (const RobotProblem &one : loaded.problems)
            m_out.problems.append({place + one.file, one.element, one.rule, one.text});
        m_out.robot.called.insert(id, std::make_shared<const Robot>(loaded.robot));
    }

    void readModel()
    {
        Robot &robot = m_out.robot;
        const std::shared_ptr<const bpmn::Model> model = readOne(robot.model, {});
        if (!model)
            return;
        for (const QString &name : importsIn(robot.files, robot.model))
            readOne(name, moduleOf(name));
        for (const bpmn::Definition::Import &one : std::as_const(robot.modules))
            for (const bpmn::Problem &wrong : bpmn::check(*one.model, importsOf(*one.model)).problems)
                problem(fileOf(one.module), wrong.element, wrong.rule, wrong.text);
        for (auto at = robot.called.constBegin(); at != robot.called.constEnd(); ++at)
            addModules(at.key(), **at);
        bpmn::Definition::Options options;
        options.imports = robot.modules.mid(1);
        robot.definition = bpmn::Definition::compile(model, options);
        for (const bpmn::Problem &one : robot.definition.problems())
            if (!one.element.contains(u':') || !robot.called.contains(one.element.section(u':', 0, 0))) // a called one has said so itself
                problem(robot.model, one.element, u"bpmn."_s + one.rule, one.text);
        const int body = robot.definition.bodyOf(robot.process);
        if (body < 0 || robot.definition.body(body).kind != bpmn::Kind::Process)
            return problem(robot.model, robot.process, u"robot.process"_s,
                           u"expected a process '"_s + robot.process + u"' but the model has none"_s);
        for (const bpmn::Node &node : robot.definition.nodes())
            if (&robot.ownerOf(node) == &robot)
                checkNode(node);
    }

    void readDecisions()
    {
        QList<dmn::ModelSource> sources;
        for (const QString &name : listed(u"decisions"_s))
            if (m_out.robot.files.contains(name))
                sources.append({name, m_out.robot.files.value(name)});
        for (const dmn::ModelSource &source : std::as_const(sources)) {
            const Result<dmn::DecisionModel> model = dmn::DecisionModel::load(source, sources);
            if (!model) {
                problem(source.file, {}, model.error().code, model.error().text);
                continue;
            }
            for (const dmn::Problem &one : model->problems())
                problem(source.file, one.element, u"dmn."_s + one.rule, one.text);
            m_out.robot.decisions.insert(source.file, *model);
        }
    }

    void readForms()
    {
        for (const QString &name : listed(u"forms"_s)) {
            const QString file = formFolder + name;
            if (!m_out.robot.files.contains(file))
                continue;
            const ReadForm read = readForm(m_out.robot.files.value(file));
            for (const FormProblem &one : read.problems)
                problem(file, one.field, u"robot.form"_s, one.text);
            if (read.form.name != name)
                problem(file, {}, u"robot.form"_s, u"expected form '"_s + name + u"' but it calls itself '"_s + read.form.name + u'\'');
            m_out.robot.forms.insert(name, read.form);
        }
    }

    LoadedRobot finish()
    {
        m_out.robot.digest = digestOf(listOf(m_out.robot.files));
        return std::move(m_out);
    }

    Robot &robot() { return m_out.robot; }

private:
    std::shared_ptr<const bpmn::Model> readOne(const QString &name, const QString &module)
    {
        Robot &robot = m_out.robot;
        if (!robot.files.contains(name))
            return {};
        const bool isTaken = robot.called.contains(module)
            || std::any_of(robot.modules.cbegin(), robot.modules.cend(), [&module](const auto &one) { return one.module == module; });
        if (!module.isEmpty() && (isTaken || module.contains(u':'))) {
            problem(name, {}, u"robot.import"_s, u"expected a name that no called robot and no other model has but found '"_s + name + u'\'');
            return {};
        }
        Result<bpmn::Model> read = bpmn::readModel(robot.files.value(name));
        if (!read) {
            problem(name, {}, read.error().code, read.error().text);
            return {};
        }
        const auto model = std::make_shared<const bpmn::Model>(std::move(*read)); // shared with the definition
        robot.modules.append({module, model});
        return model;
    }

    QString fileOf(const QString &module) const
    {
        const Robot &robot = m_out.robot;
        return module.isEmpty() ? robot.model : robot.files.contains(module) ? module : module + modelEnding;
    }

    // What the model's references may name: models in the folder, and, by its name as prefix, a called robot's.
    QList<bpmn::Imported> importsOf(const bpmn::Model &model) const
    {
        const Robot &robot = m_out.robot;
        QList<bpmn::Imported> out = bpmn::importsOf(model);
        for (bpmn::Imported &one : out) {
            for (const bpmn::Definition::Import &other : robot.modules)
                if (fileOf(other.module) == one.location)
                    one.model = other.model.get();
            one.isMissing = !one.model && !robot.files.contains(one.location);
        }
        for (auto at = robot.called.constBegin(); at != robot.called.constEnd(); ++at) {
            if ((*at)->modules.isEmpty())
                continue;
            const bpmn::Model &theirs = *(*at)->modules.first().model;
            const QString bound = model.definitions().namespaceOf(at.key());
            out.append({callsFolder + at.key(), bound.isEmpty() ? theirs.targetNamespace() : bound, &theirs, false, {}});
        }
        return out;
    }

    void addModules(const QString &id, const Robot &called)
    {
        for (const bpmn::Definition::Import &one : called.modules) {
            const QString inside = id + u':';
            if (one.module.isEmpty())
                m_out.robot.modules.append({id, one.model, {}, inside});
            else
                m_out.robot.modules.append({inside + one.module, one.model, inside + one.seenFrom, inside + one.sees});
        }
    }

    // What a task needs of the robot: an operation that it may ask for, a decision, a form that is there.
    void checkNode(const bpmn::Node &node)
    {
        const Robot &robot = m_out.robot;
        const TaskSettings settings = settingsOf(node);
        const auto wrong = [&](const QString &rule, const QString &text) { problem(fileOf(node.module), node.id, rule, text); };
        if (node.work.type == bpmn::Work::Type::Service && !robot.operations.contains(settings.operation))
            wrong(u"robot.operation"_s,
                  u"expected an operation that robot.json permits but found '"_s + settings.operation + u'\'');
        if (node.work.type == bpmn::Work::Type::Rule && !robot.decisionModel(settings.decision))
            wrong(u"robot.decision"_s, u"expected a decision of the robot but found '"_s + settings.decision + u'\'');
        if (node.work.type == bpmn::Work::Type::User && !settings.form.isEmpty() && !robot.forms.contains(settings.form))
            wrong(u"robot.form"_s, u"expected a form of the robot but found '"_s + settings.form + u'\'');
        if (node.work.type == bpmn::Work::Type::User && settings.candidates.isEmpty())
            wrong(u"robot.candidates"_s, u"expected who may do the task (potentialOwner) but found nobody"_s);
        if (node.work.type == bpmn::Work::Type::Call)
            wrong(u"robot.call"_s, u"expected a called process of this model, of one that it imports, or of a robot in \"calls\" but found '"_s + node.work.called + u'\'');
        if (node.work.type == bpmn::Work::Type::Script && !node.work.format.isEmpty() && !bpmn::isFeel(node.work.format))
            wrong(u"robot.script"_s, u"expected a script in FEEL but found '"_s + node.work.format + u'\'');
        for (const QString &text : settings.problems)
            wrong(u"robot.setting"_s, text);
    }

    QStringList m_operations;
    LoadedRobot m_out;
};

// Decisions and forms come before the model, whose tasks name them.
LoadedRobot finished(Loading &loading)
{
    loading.readDecisions();
    loading.readForms();
    loading.readModel();
    return loading.finish();
}

QString formPath(const QString &robotFolder, const QString &name)
{
    const QString own = robotFolder + u'/' + name + u".json"_s;
    if (QFile::exists(own))
        return own;
    for (const QString &folder : formFolders())
        if (QFile::exists(folder + u'/' + name + u".json"_s))
            return folder + u'/' + name + u".json"_s;
    return own;
}

LoadedRobot loadIn(const QString &folder, const QStringList &operations, const QStringList &callers);

// Beside the robot, else where robots lie.
QString folderOfRobot(const QString &beside, const QString &id)
{
    QStringList places{QFileInfo(QDir::cleanPath(beside)).absolutePath()};
    places += robotFolders();
    for (const QString &place : std::as_const(places))
        if (QFile::exists(place + u'/' + id + u'/' + manifestFile))
            return place + u'/' + id;
    return {};
}

void takeImports(Loading &loading, const QString &folder)
{
    const QString model = loading.robot().model;
    QStringList tried;
    for (bool isMore = true; isMore;) {
        isMore = false; // what was read may import more
        for (const QString &name : importsIn(loading.robot().files, model)) {
            if (tried.contains(name))
                continue;
            tried.append(name);
            isMore = true;
            if (!isPlainName(name))
                loading.problem(model, {}, u"robot.import"_s, u"expected a file of the robot's folder but found '"_s + name + u'\'');
            else if (!loading.robot().files.contains(name))
                (void)loading.take(name, folder + u'/' + name); // what fails is named
        }
    }
}

// `callers` are the folders from the robot that calls first to this one.
void takeCalled(Loading &loading, const QString &folder, const QStringList &operations, const QStringList &callers)
{
    for (const QString &id : loading.listed(u"calls"_s)) {
        const auto wrong = [&](const QString &text) { loading.problem(manifestFile, id, u"robot.call"_s, text); };
        // Names of elements say by a colon whose they are.
        const QString place = isPlainName(id) && !id.contains(u':') ? folderOfRobot(folder, id) : QString();
        if (place.isEmpty())
            wrong(u"expected a robot '"_s + id + u"' to call but there is none"_s);
        else if (callers.contains(QFileInfo(place).canonicalFilePath()))
            wrong(u"expected a robot that does not call this one but '"_s + id + u"' does"_s);
        else if (callers.size() > deepestCall)
            wrong(u"expected calls at most "_s + QString::number(deepestCall) + u" robots deep but '"_s + id + u"' is deeper"_s);
        else if (!loading.robot().called.contains(id))
            loading.addCalled(id, loadIn(place, operations, callers));
    }
}

LoadedRobot loadIn(const QString &folder, const QStringList &operations, const QStringList &callers)
{
    Loading loading(operations);
    if (!loading.take(manifestFile, folder + u'/' + manifestFile))
        return loading.finish();
    loading.readManifest();
    QStringList names = loading.listed(u"decisions"_s);
    if (!loading.robot().model.isEmpty())
        names.append(loading.robot().model);
    for (const QString &name : std::as_const(names)) {
        if (isPlainName(name))
            loading.take(name, folder + u'/' + name);
        else
            loading.problem(manifestFile, {}, u"robot.file"_s, u"expected a file of the robot's folder but found '"_s + name + u'\'');
    }
    for (const QString &name : loading.listed(u"forms"_s)) {
        if (isPlainName(name))
            loading.take(formFolder + name, formPath(folder, name));
        else
            loading.problem(manifestFile, {}, u"robot.form"_s, u"expected the name of a form but found '"_s + name + u'\'');
    }
    takeImports(loading, folder);
    takeCalled(loading, folder, operations, callers + QStringList{QFileInfo(folder).canonicalFilePath()});
    return finished(loading);
}

// From a package: the files of called robots lie in it.
LoadedRobot robotOf(const QMap<QString, QByteArray> &files)
{
    Loading loading({});
    loading.robot().files = files;
    loading.readManifest();
    for (const QString &id : loading.listed(u"calls"_s)) {
        const QString place = callsFolder + id + u'/';
        QMap<QString, QByteArray> own;
        for (auto at = files.lowerBound(place); at != files.constEnd() && at.key().startsWith(place); ++at)
            own.insert(at.key().mid(place.size()), at.value());
        if (!own.isEmpty())
            loading.addCalled(id, robotOf(own));
    }
    return finished(loading);
}

} // namespace

QString Robot::title(const QString &language) const { return textIn(manifest.value(u"title"_s), language); }

QString Robot::description(const QString &language) const { return textIn(manifest.value(u"description"_s), language); }

const dmn::DecisionModel *Robot::decisionModel(const QString &decision) const
{
    for (const dmn::DecisionModel &one : decisions)
        if (one.decisions().contains(decision))
            return &one;
    return nullptr;
}

const Robot &Robot::ownerOf(const QString &module) const
{
    const auto callee = called.constFind(module.section(u':', 0, 0));
    return callee == called.constEnd() ? *this : (*callee)->ownerOf(module.section(u':', 1));
}

QStringList robotFolders() { return foldersFrom("NARU_ROBOTS", u"robots"_s); }
QStringList formFolders() { return foldersFrom("NARU_FORMS", u"forms"_s); }

LoadedRobot loadRobot(const QString &folder, const QStringList &operations) { return loadIn(folder, operations, {}); }

Result<Robot> pinnedRobot(const store::Runs &runs, const QString &digest)
{
    const Result<QByteArray> list = runs.kept(digest);
    if (!list)
        return list.error();
    QMap<QString, QByteArray> bodies;
    const QJsonObject files = QJsonDocument::fromJson(*list).object().value(u"files"_s).toObject();
    for (auto at = files.constBegin(); at != files.constEnd(); ++at) {
        const Result<QByteArray> body = runs.kept(at.value().toString());
        if (!body)
            return body.error();
        bodies.insert(at.key(), *body);
    }
    return robotOf(bodies).robot;
}

Status pin(store::Runs &runs, const Robot &robot)
{
    return runs.keep(robot.files.values() << listOf(robot.files));
}

QList<LoadedRobot> installedRobots(const QStringList &operations)
{
    QMap<QString, LoadedRobot> byId;
    for (const QString &folder : robotFolders())
        for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            if (!QFile::exists(folder + u'/' + name + u'/' + manifestFile))
                continue;
            LoadedRobot loaded = loadRobot(folder + u'/' + name, operations);
            if (loaded.robot.id.isEmpty())
                loaded.robot.id = name;
            if (!byId.contains(loaded.robot.id))
                byId.insert(loaded.robot.id, std::move(loaded));
        }
    return byId.values();
}

Result<Robot> findRobot(const QString &id, const QStringList &operations)
{
    for (LoadedRobot &loaded : installedRobots(operations)) {
        if (loaded.robot.id != id)
            continue;
        if (loaded.problems.isEmpty())
            return std::move(loaded.robot);
        const RobotProblem &first = loaded.problems.first();
        return Error{Error::Kind::Invalid,
                     u"expected robot '"_s + id + u"' to be sound but "_s + first.file + u": "_s + first.text,
                     u"robot.unsound"_s};
    }
    return Error{Error::Kind::NotFound, u"expected a robot '"_s + id + u"' but there is none"_s, u"robot.none"_s};
}

} // namespace naru::run
