// naru robots, robot check, run, runs, show run, resume, cancel, work: robots and what they did.
#include "run/commands/command.h"
#include "run/commands/robot_parts.h"

#include "run/robots/office_connector.h"
#include "run/robots/robot_desk.h"
#include "run/robots/values.h"
#include "run/service/service.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace naru::run {

namespace {

QJsonArray problemsJson(const QList<RobotProblem> &problems)
{
    QJsonArray out;
    for (const RobotProblem &one : problems)
        out.append(QJsonObject{{u"file"_s, one.file}, {u"element"_s, one.element}, {u"rule"_s, one.rule}, {u"text"_s, one.text}});
    return out;
}

QJsonObject headJson(const store::RunHead &head)
{
    return {{u"run"_s, head.id},
            {u"robot"_s, head.robot},
            {u"package"_s, head.package},
            {u"title"_s, head.title},
            {u"cause"_s, head.cause},
            {u"starter"_s, head.starter},
            {u"state"_s, store::toString(head.state)},
            {u"facts"_s, head.facts},
            {u"started"_s, toValue(head.started)},
            {u"ended"_s, toValue(head.ended)},
            {u"wake"_s, toValue(head.wake)},
            {u"work"_s, head.openWork}};
}

QString stateWord(store::RunState state)
{
    switch (state) {
    case store::RunState::Running:
        return told(QT_TRANSLATE_NOOP("Command", "running"));
    case store::RunState::Incident:
        return told(QT_TRANSLATE_NOOP("Command", "needs a decision"));
    case store::RunState::Completed:
        return told(QT_TRANSLATE_NOOP("Command", "completed"));
    case store::RunState::Failed:
        return told(QT_TRANSLATE_NOOP("Command", "failed"));
    case store::RunState::Cancelled:
        return told(QT_TRANSLATE_NOOP("Command", "cancelled"));
    }
    return {};
}

QString local(const QDateTime &moment)
{
    return moment.isValid() ? moment.toTimeZone(QTimeZone("Asia/Seoul")).toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"-"_s;
}

// "name=value" pairs as they were typed.
Result<QList<std::pair<QString, QString>>> pairsOf(const QStringList &texts)
{
    QList<std::pair<QString, QString>> out;
    for (const QString &text : texts) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals <= 0)
            return Error{Error::Kind::Usage, u"expected name=value but got '"_s + text + u'\''};
        out.append({text.left(equals), text.mid(equals + 1)});
    }
    return out;
}

// Values of a form: FEEL where it can be read, else the text itself.
Result<feel::Context> valuesOf(const QStringList &texts)
{
    const auto pairs = pairsOf(texts);
    if (!pairs)
        return pairs.error();
    feel::Context out;
    for (const auto &[name, text] : *pairs) {
        const Result<feel::Value> value = feel::fromText(text);
        out.put(name, value && !value->isNull() ? *value : feel::Value(text));
    }
    return out;
}

// ---- robots

Status listRobots(Context &context, RobotDesk &desk)
{
    QJsonArray list;
    for (const LoadedRobot &one : desk.robots()) {
        QJsonArray inputs;
        for (const RobotInput &input : one.robot.inputs)
            inputs.append(QJsonObject{{u"name"_s, input.name}, {u"kind"_s, input.kind}, {u"label"_s, input.label}, {u"required"_s, input.required}});
        list.append(QJsonObject{{u"robot"_s, one.robot.id},
                                {u"title"_s, one.robot.title(u"ko"_s)},
                                {u"description"_s, one.robot.description(u"ko"_s)},
                                {u"digest"_s, one.robot.digest},
                                {u"inputs"_s, inputs},
                                {u"operations"_s, QJsonArray::fromStringList(one.robot.operations)},
                                {u"ok"_s, one.problems.isEmpty()}});
        context.print(one.robot.id + u"  "_s + one.robot.title(u"ko"_s)
                      + (one.problems.isEmpty() ? QString() : u"  ("_s + told(QT_TRANSLATE_NOOP("Command", "unsound: see naru robot check")) + u')'));
    }
    if (context.json)
        context.printJson(list);
    else if (list.isEmpty())
        context.tell(told(QT_TRANSLATE_NOOP("Command", "There are no robots.")));
    return {};
}

// Needs no office: the operations are those that every office has.
void checkRobot(Context &context, const QString &folder)
{
    const LoadedRobot loaded = loadRobot(folder, OfficeConnector::operationNames());
    context.printJson(QJsonObject{{u"file"_s, folder}, {u"ok"_s, loaded.problems.isEmpty()}, {u"problems"_s, problemsJson(loaded.problems)}});
    if (!loaded.problems.isEmpty())
        context.status = static_cast<int>(Exit::BadInput);
}

// ---- one run

void tellState(Context &context, const store::RunHead &head)
{
    context.print(head.id + u"  "_s + stateWord(head.state) + u"  "_s + head.title);
    const bool needsPerson = head.state == store::RunState::Incident || head.openWork > 0;
    if (needsPerson)
        context.status = static_cast<int>(Exit::NeedsPerson);
    else if (head.state == store::RunState::Failed)
        context.status = static_cast<int>(Exit::Failed);
}

Status printRun(Context &context, RobotDesk &desk, const QString &id)
{
    const Result<store::RunHead> head = desk.runs().run(id);
    if (!head)
        return head.error();
    if (context.json)
        context.printJson(headJson(*head));
    tellState(context, *head);
    return {};
}

// Word was left for the run: whoever works on it takes it. That may be the service.
Status advance(RobotDesk &desk, const QString &id)
{
    const Status done = desk.advance(id);
    return done || done.error().code == u"run.held" ? Status() : done;
}

Status previewRun(Context &context, RobotDesk &desk, const QString &robot, const feel::Context &inputs)
{
    const Result<Preview> seen = desk.preview(robot, inputs);
    if (!seen)
        return seen.error();
    static const QStringList ends{u"done"_s, u"person"_s, u"waits"_s, u"incident"_s};
    const QString end = ends.at(static_cast<int>(seen->end));
    QJsonArray effects;
    for (const PlannedEffect &one : seen->effects) {
        effects.append(toJson(one));
        context.print(one.operation + u"  "_s + told(QT_TRANSLATE_NOOP("Command", "changes: %1")).arg(one.outcome.changes.size())
                      + (one.outcome.touched.isEmpty() ? QString() : u"  "_s + one.outcome.touched.join(u", "_s)));
    }
    context.print(seen->digest() + u"  "_s + end + (seen->text.isEmpty() ? QString() : u": "_s + seen->text));
    if (context.json)
        context.printJson(QJsonObject{{u"robot"_s, robot}, {u"digest"_s, seen->digest()}, {u"end"_s, end}, {u"text"_s, seen->text}, {u"effects"_s, effects}});
    if (seen->end == Preview::End::Person || seen->end == Preview::End::Incident)
        context.status = static_cast<int>(Exit::NeedsPerson);
    return {};
}

Status runRobot(Context &context, RobotDesk &desk, const QString &robot, const QStringList &inputs, bool planOnly, const QString &approved)
{
    const Result<std::shared_ptr<const Robot>> known = desk.robot(robot);
    if (!known)
        return known.error();
    const auto pairs = pairsOf(inputs);
    if (!pairs)
        return pairs.error();
    const Result<feel::Context> values = RobotDesk::inputsOf(**known, *pairs);
    if (!values)
        return values.error();
    if (planOnly)
        return previewRun(context, desk, robot, *values);
    const RobotDesk::Begin begin{robot, *values, {}};
    const Result<QString> id = approved.isEmpty() ? desk.begin(begin) : desk.beginApproved(begin, approved);
    if (!id)
        return id.error();
    if (const Status done = approved.isEmpty() ? advance(desk, *id) : Status(); !done)
        return done;
    return printRun(context, desk, *id);
}

// ---- looking

Status listRuns(Context &context, RobotDesk &desk, const QString &robot, int limit)
{
    store::RunFilter filter;
    filter.robot = robot;
    filter.limit = limit;
    const Result<QList<store::RunHead>> runs = desk.runs().runs(filter);
    if (!runs)
        return runs.error();
    QJsonArray list;
    for (const store::RunHead &head : *runs) {
        list.append(headJson(head));
        context.print(head.id + u"  "_s + local(head.started) + u"  "_s + stateWord(head.state) + u"  "_s + head.title);
    }
    if (context.json)
        context.printJson(list);
    const Result<QString> checked = desk.session().store().setting(Service::checkSetting());
    if (checked && !checked->endsWith(u" ok"))
        context.tell(told(QT_TRANSLATE_NOOP("Command", "The daily check of the office found damage: %1")).arg(*checked));
    const Result<QString> copied = desk.session().store().setting(Backups::resultSetting());
    if (copied && !copied->isEmpty() && copied->mid(11, 3) != u"ok ")
        context.tell(told(QT_TRANSLATE_NOOP("Command", "The daily backup of the office failed: %1")).arg(*copied));
    return {};
}

QJsonArray incidentsJson(const RobotDesk::Whole &run)
{
    QJsonArray out;
    for (const bpmn::Incident &one : bpmn::openIncidents(run.data.process)) {
        const bpmn::Activity *activity = run.data.process.activities.find(one.activity);
        const QString element = activity ? run.robot->definition.node(activity->node).id : QString();
        out.append(QJsonObject{{u"incident"_s, qint64(one.id)}, {u"element"_s, element}, {u"kind"_s, bpmn::toString(one.kind)}, {u"text"_s, one.text}});
    }
    return out;
}

Status showRun(Context &context, RobotDesk &desk, const QString &id)
{
    const Result<RobotDesk::Whole> run = desk.whole(id);
    if (!run)
        return run.error();
    if (const Status sound = desk.verify(id); !sound)
        return sound.error();
    const Result<QList<store::Fact>> facts = desk.runs().facts(id);
    store::WorkFilter filter;
    filter.run = id;
    filter.ended = true;
    const Result<QList<store::WorkItem>> work = desk.runs().work(filter);
    if (!facts || !work)
        return !facts ? facts.error() : work.error();
    QJsonObject json = headJson(run->head);
    QJsonArray told;
    for (const store::Fact &one : *facts) {
        QJsonObject fact = QJsonDocument::fromJson(one.body).object();
        context.print(QString::number(one.sequence) + u"  "_s + local(one.at) + u"  "_s + QString::fromUtf8(one.body));
        fact.insert(u"sequence"_s, one.sequence);
        fact.insert(u"at"_s, toValue(one.at));
        told.append(fact);
    }
    json.insert(u"incidents"_s, incidentsJson(*run));
    json.insert(u"facts_told"_s, told);
    if (context.json)
        context.printJson(json);
    for (const QJsonValue &one : incidentsJson(*run))
        context.print(u"! "_s + one[u"element"_s].toString() + u": "_s + one[u"text"_s].toString());
    tellState(context, run->head);
    return {};
}

// ---- deciding

Status resumeRun(Context &context, RobotDesk &desk, const QString &id, bool skip, const QStringList &set)
{
    const Result<RobotDesk::Whole> run = desk.whole(id);
    const Result<feel::Context> values = valuesOf(set);
    if (!run || !values)
        return !run ? run.error() : values.error();
    for (const bpmn::Incident &one : bpmn::openIncidents(run->data.process)) {
        const Status done = skip ? desk.skip(id, one.id, *values) : desk.retry(id, one.id, *values);
        if (!done)
            return done;
    }
    if (const Status done = advance(desk, id); !done)
        return done;
    return printRun(context, desk, id);
}

Status cancelRun(Context &context, RobotDesk &desk, const QString &id, const QString &why)
{
    if (const Status done = desk.cancel(id, why); !done)
        return done;
    if (const Status done = advance(desk, id); !done)
        return done;
    return printRun(context, desk, id);
}

// ---- people's tasks

Status listWork(Context &context, RobotDesk &desk, bool all)
{
    const Result<QList<store::WorkItem>> items = all ? desk.allWork() : desk.work();
    if (!items)
        return items.error();
    QJsonArray list;
    for (const store::WorkItem &one : *items) {
        list.append(QJsonObject{{u"key"_s, one.key},
                                {u"run"_s, one.run},
                                {u"title"_s, one.title},
                                {u"form"_s, one.form},
                                {u"state"_s, one.state},
                                {u"holder"_s, one.holder},
                                {u"candidates"_s, QJsonArray::fromStringList(one.candidates)},
                                {u"made"_s, toValue(one.made)},
                                {u"due"_s, toValue(one.due)},
                                {u"reminded"_s, QJsonDocument::fromJson(one.body).object().value(u"reminded"_s)},
                                {u"escalated"_s, QJsonDocument::fromJson(one.body).object().value(u"escalated"_s)},
                                {u"input"_s, toJson(RobotDesk::inputOf(one))}});
        context.print(one.key + u"  "_s + one.title + u"  "_s + local(one.due) + u"  "_s + (one.holder.isEmpty() ? one.candidates.join(u", "_s) : one.holder));
    }
    if (context.json)
        context.printJson(list);
    return {};
}

Status doWork(Context &context, RobotDesk &desk, const QString &deed, const QString &key, const QStringList &set, const QString &to)
{
    const Result<store::WorkItem> item = desk.workItem(key);
    const Result<feel::Context> values = valuesOf(set);
    if (!item || !values)
        return !item ? item.error() : values.error();
    const Status done = deed == u"claim" ? desk.claim(key)
        : deed == u"release"             ? desk.release(key)
        : deed == u"delegate"            ? desk.delegate(key, to)
                                         : desk.complete(key, *values);
    if (!done)
        return done;
    if (const Status advanced = advance(desk, item->run); !advanced)
        return advanced;
    return printRun(context, desk, item->run);
}

// Runs the function at the desk of the opened office.
template <typename Function>
void withDesk(Context &context, const Function &run)
{
    withSession(context, [&](Session &session) {
        RobotDesk desk(session);
        return run(desk);
    });
}

// What the options of these commands are bound to, as long as the program parses.
struct Values {
    std::string robot, folder, run, why, key, to, approved;
    std::vector<std::string> inputs, set;
    bool planOnly = false, skip = false, all = false;
    int limit = 50;
};

void addRunCommands(CLI::App &app, Context &context, const std::shared_ptr<Values> &values)
{
    CLI::App *run = app.add_subcommand("run", said(QT_TRANSLATE_NOOP("Command", "Run a robot once, now")));
    run->add_option("ROBOT", values->robot, said(QT_TRANSLATE_NOOP("Command", "The robot, see naru robots")))->required();
    run->add_option("--input", values->inputs, said(QT_TRANSLATE_NOOP("Command", "What it takes, as name=value; several times for several")));
    run->add_flag("--plan-only", values->planOnly, said(QT_TRANSLATE_NOOP("Command", "Tell what it would do, and do nothing")));
    run->add_option("--approved", values->approved, said(QT_TRANSLATE_NOOP("Command", "Do exactly what the preview with this digest says")));
    run->callback([&context, values] {
        withDesk(context, [&](RobotDesk &desk) {
            return runRobot(context, desk, text(values->robot), texts(values->inputs), values->planOnly, text(values->approved));
        });
    });
    CLI::App *runs = app.add_subcommand("runs", said(QT_TRANSLATE_NOOP("Command", "What ran, the newest first")));
    runs->add_option("--robot", values->robot, said(QT_TRANSLATE_NOOP("Command", "Only this robot")));
    runs->add_option("--limit", values->limit, said(QT_TRANSLATE_NOOP("Command", "How many; 0 for all")));
    runs->callback([&context, values] {
        withDesk(context, [&](RobotDesk &desk) { return listRuns(context, desk, text(values->robot), values->limit); });
    });
    CLI::App *show = app.get_subcommand("show")->add_subcommand("run", said(QT_TRANSLATE_NOOP("Command", "A run: its facts, verified")));
    show->add_option("ID", values->run, said(QT_TRANSLATE_NOOP("Command", "The run, r-…")))->required();
    show->callback([&context, values] { withDesk(context, [&](RobotDesk &desk) { return showRun(context, desk, text(values->run)); }); });
    CLI::App *resume = app.add_subcommand("resume", said(QT_TRANSLATE_NOOP("Command", "Go on with a run: try again what failed")));
    resume->add_option("ID", values->run, said(QT_TRANSLATE_NOOP("Command", "The run, r-…")))->required();
    resume->add_flag("--skip", values->skip, said(QT_TRANSLATE_NOOP("Command", "Go on as if it had been done")));
    resume->add_option("--set", values->set, said(QT_TRANSLATE_NOOP("Command", "A value, as name=FEEL; several times for several")));
    resume->callback([&context, values] {
        withDesk(context, [&](RobotDesk &desk) { return resumeRun(context, desk, text(values->run), values->skip, texts(values->set)); });
    });
    CLI::App *cancel = app.add_subcommand("cancel", said(QT_TRANSLATE_NOOP("Command", "End a run where it stands")));
    cancel->add_option("ID", values->run, said(QT_TRANSLATE_NOOP("Command", "The run, r-…")))->required();
    cancel->add_option("--why", values->why, said(QT_TRANSLATE_NOOP("Command", "The reason, for the record")));
    cancel->callback([&context, values] {
        withDesk(context, [&](RobotDesk &desk) { return cancelRun(context, desk, text(values->run), text(values->why)); });
    });
}

void addWorkCommands(CLI::App &app, Context &context, const std::shared_ptr<Values> &values)
{
    CLI::App *work = app.add_subcommand("work", said(QT_TRANSLATE_NOOP("Command", "The tasks that robots have for people")));
    work->require_subcommand(1);
    CLI::App *list = work->add_subcommand("list", said(QT_TRANSLATE_NOOP("Command", "Those of the person who acts")));
    list->add_flag("--all", values->all, said(QT_TRANSLATE_NOOP("Command", "Everybody's")));
    list->callback([&context, values] { withDesk(context, [&](RobotDesk &desk) { return listWork(context, desk, values->all); }); });
    const std::vector<std::pair<const char *, const char *>> deeds{
        {"claim", QT_TRANSLATE_NOOP("Command", "Take a task, so that nobody else does it")},
        {"release", QT_TRANSLATE_NOOP("Command", "Give a task back")},
        {"delegate", QT_TRANSLATE_NOOP("Command", "Hand a task to another person")},
        {"complete", QT_TRANSLATE_NOOP("Command", "Do a task, with the values of its form")}};
    for (const auto &[name, description] : deeds) {
        CLI::App *deed = work->add_subcommand(name, said(description));
        deed->add_option("KEY", values->key, said(QT_TRANSLATE_NOOP("Command", "The task, see naru work list")))->required();
        if (std::string_view(name) == "delegate")
            deed->add_option("--to", values->to, said(QT_TRANSLATE_NOOP("Command", "Employee number")))->required();
        if (std::string_view(name) == "complete")
            deed->add_option("--set", values->set, said(QT_TRANSLATE_NOOP("Command", "A value, as name=FEEL; several times for several")));
        const QString kind = QString::fromLatin1(name);
        deed->callback([&context, values, kind] {
            withDesk(context, [&](RobotDesk &desk) { return doWork(context, desk, kind, text(values->key), texts(values->set), text(values->to)); });
        });
    }
}

} // namespace

void addRobotCommands(CLI::App &app, Context &context)
{
    const auto values = std::make_shared<Values>(); // shared: the callbacks run after this function
    CLI::App *robots = app.add_subcommand("robots", said(QT_TRANSLATE_NOOP("Command", "The robots that are installed")));
    robots->callback([&context] { withDesk(context, [&](RobotDesk &desk) { return listRobots(context, desk); }); });
    CLI::App *robot = app.add_subcommand("robot", said(QT_TRANSLATE_NOOP("Command", "One robot")));
    robot->require_subcommand(1);
    CLI::App *check = robot->add_subcommand("check", said(QT_TRANSLATE_NOOP("Command", "Everything that is wrong with a robot's folder, at once")));
    check->add_option("DIR", values->folder, said(QT_TRANSLATE_NOOP("Command", "The folder with robot.json")))->required();
    check->callback([&context, values] { checkRobot(context, text(values->folder)); });
    addMigrateCommand(*robot, context);
    addGoldenCommand(*robot, context);
    addRunCommands(app, context, values);
    addWorkCommands(app, context, values);
}

} // namespace naru::run
