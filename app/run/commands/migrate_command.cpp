// naru robot migrate: runs under way, to another version of their robot.
#include "run/commands/command.h"
#include "run/commands/plan_output.h"
#include "run/commands/robot_parts.h"

#include "run/robots/migration.h"
#include "run/robots/office_connector.h"
#include "run/robots/robot_desk.h"

#include <QFileInfo>

namespace naru::run {

namespace {

struct Values {
    std::vector<std::string> runs, map;
    std::string to;
};

// A folder with robot.json, or the name of an installed robot.
Result<Robot> robotNamed(const QString &name)
{
    if (!QFileInfo::exists(name + u"/robot.json"_s))
        return findRobot(name, OfficeConnector::operationNames());
    LoadedRobot loaded = loadRobot(name, OfficeConnector::operationNames());
    if (loaded.problems.isEmpty())
        return std::move(loaded.robot);
    const RobotProblem &first = loaded.problems.first();
    return Error{Error::Kind::Invalid, u"expected robot '"_s + name + u"' to be sound but "_s + first.file + u": "_s + first.text,
                 u"robot.unsound"_s};
}

Result<ElementMap> elementsOf(const QStringList &pairs)
{
    ElementMap out;
    for (const QString &pair : pairs) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals <= 0 || equals + 1 == pair.size())
            return Error{Error::Kind::Usage, u"expected --map old=new but got '"_s + pair + u'\''};
        out.insert(pair.left(equals), pair.mid(equals + 1));
    }
    return out;
}

// All runs of the robot that have not ended and are not at this version.
Result<QStringList> runsToMove(Session &session, const Robot &to)
{
    store::RunFilter filter;
    filter.robot = to.id;
    const Result<QList<store::RunHead>> heads = session.store().runs().runs(filter);
    if (!heads)
        return heads.error();
    QStringList out;
    for (const store::RunHead &one : *heads)
        if (!store::hasEnded(one.state) && one.package != to.digest)
            out.append(one.id);
    if (out.isEmpty())
        return Error{Error::Kind::NotFound, u"expected runs of '"_s + to.id + u"' under way at another version but there are none"_s, u"migration.none"_s};
    return out;
}

Status migrate(Context &context, Session &session, const Values &values)
{
    const Result<ElementMap> elements = elementsOf(texts(values.map));
    if (!elements)
        return elements.error();
    const Result<Robot> to = robotNamed(text(values.to));
    if (!to)
        return to.error();
    const Result<QStringList> runs = values.runs.empty() ? runsToMove(session, *to) : Result<QStringList>(texts(values.runs));
    if (!runs)
        return runs.error();
    const Result<Plan> plan = planMigration(session, *runs, *to, *elements);
    if (!plan)
        return plan.error();
    Context shown = context;
    shown.verbose = true; // each run and where it would go is what is approved
    printPlan(shown, *plan);
    if (!plan->questions.isEmpty())
        context.status = static_cast<int>(Exit::NeedsPerson);
    return {};
}

} // namespace

void addMigrateCommand(CLI::App &robot, Context &context)
{
    const auto values = std::make_shared<Values>(); // shared: the callback runs after this function
    CLI::App *command = robot.add_subcommand(
        "migrate", said(QT_TRANSLATE_NOOP("Command", "Plan to take runs under way to another version of their robot; apply that plan to do it")));
    command->add_option("RUN", values->runs, said(QT_TRANSLATE_NOOP("Command", "The runs, r-… (default: all of the robot that are under way)")));
    command->add_option("--to", values->to, said(QT_TRANSLATE_NOOP("Command", "The new version: a robot's folder, or the name of an installed robot")))->required();
    command->add_option("--map", values->map, said(QT_TRANSLATE_NOOP("Command", "An element that is called otherwise there, as old=new; several times for several")));
    command->callback([&context, values] { withSession(context, [&](Session &session) { return migrate(context, session, *values); }); });
}

} // namespace naru::run
