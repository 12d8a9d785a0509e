#include "ui/pages/run_look.h"

#include "ui/pages/task_field.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace naru::ui {

namespace {

QString say(const char *text) { return QCoreApplication::translate("naru::ui::RunLook", text); }

void markNode(DiagramMarks &marks, const QString &element, NodeState state)
{
    NodeMark &mark = marks.nodes[element];
    mark.state = std::max(mark.state, state);
}

// Whether the activity waits for somebody or something rather than for the robot itself.
bool isWaiting(const bpmn::State &state, const bpmn::Activity &activity)
{
    const bpmn::Effect *effect = activity.effect ? state.effects.find(activity.effect) : nullptr;
    return effect ? effect->kind == bpmn::Work::Type::User : !activity.waits.isEmpty();
}

void markState(DiagramMarks &marks, const bpmn::Definition &definition, const bpmn::State &state)
{
    for (NodeMark &mark : marks.nodes)
        mark.state = mark.passes > 0 ? NodeState::Done : NodeState::Idle;
    if (!state.isRunning())
        return;
    state.activities.each([&](const bpmn::Activity &activity) {
        if (activity.node >= 0)
            markNode(marks, definition.node(activity.node).id, isWaiting(state, activity) ? NodeState::Waiting : NodeState::Active);
    });
    state.scopes.each([&](const bpmn::Scope &scope) {
        for (const bpmn::Tokens &tokens : scope.tokens)
            if (tokens.flow >= 0)
                marks.nodes[definition.node(definition.flow(tokens.flow).target).id].tokens += tokens.count;
    });
}

QList<RunIncident> incidentsOf(DiagramMarks &marks, const bpmn::Definition &definition, const bpmn::State &state)
{
    QList<RunIncident> out;
    for (const bpmn::Incident &incident : bpmn::openIncidents(state)) {
        const bpmn::Activity *activity = state.activities.find(incident.activity);
        RunIncident one{qint64(incident.id), {}, say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "the whole run")), incidentWords(incident.kind), incident.text};
        if (activity && activity->node >= 0) {
            const bpmn::Node &node = definition.node(activity->node);
            one.element = node.id;
            one.where = node.name.isEmpty() ? node.id : node.name;
            markNode(marks, node.id, NodeState::Incident);
        }
        out.append(one);
    }
    return out;
}

void addFiles(QList<CellRow> &rows, const feel::Value &value)
{
    if (value.is(feel::Value::Kind::List)) {
        for (const feel::Value &one : value.list())
            addFiles(rows, one);
        return;
    }
    const bool isPath = value.is(feel::Value::Kind::String) && value.string().startsWith(u'/') && QFileInfo(value.string()).isFile();
    if (isPath)
        rows.append({value.string(), {{say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "Document")), u"document"_s}, {value.string()}}});
}

QList<CellRow> evidenceOf(const QMap<QString, std::pair<feel::Value, QDateTime>> &variables)
{
    QList<CellRow> rows;
    const feel::Value plan = variables.value(u"plan"_s).first;
    if (plan.is(feel::Value::Kind::String) && !plan.string().isEmpty())
        rows.append({u"plan:"_s + plan.string(), {{say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "Plan")), u"plan"_s, Tone::Accent}, {plan.string()}}});
    for (auto at = variables.constBegin(); at != variables.constEnd(); ++at)
        addFiles(rows, at->first);
    return rows;
}

QList<CellRow> variableRows(const QMap<QString, std::pair<feel::Value, QDateTime>> &variables)
{
    QList<CellRow> rows;
    for (auto at = variables.constBegin(); at != variables.constEnd(); ++at)
        rows.append({at.key(), {{at.key()}, {wordsOf(at->first).simplified()}, {momentText(at->second), {}, Tone::Text, at->second}}, feel::toText(at->first).left(2000)});
    return rows;
}

} // namespace

QString incidentWords(bpmn::Incident::Kind kind)
{
    using Kind = bpmn::Incident::Kind;
    switch (kind) {
    case Kind::Expression: return say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "An expression gave no value. Correct the value that it asks, then try again."));
    case Kind::NoPath: return say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "No condition holds, so there is no way on. Correct the value that it asks, then try again."));
    case Kind::Failure: return say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "The step could not be done. Remove what hinders it and try again, or pass over it if it is done by hand."));
    case Kind::UncaughtError: return say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "The step reported an error that the process does not expect. Correct the value and try again, or pass over it."));
    case Kind::Limit: return say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "It took too many steps at once: the process may go round in a circle. Cancel the run and have the robot looked at."));
    case Kind::Data: return say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "A value is not of the kind that the process wants. Correct it, then try again."));
    case Kind::Timer: return say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "The time to wait for cannot be told. Correct the value that it asks, then try again."));
    case Kind::Call: return say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "Processes call one another too deeply. Cancel the run and have the robot looked at."));
    }
    return {};
}

Cell stateCell(store::RunState state)
{
    switch (state) {
    case store::RunState::Running: return {say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "Under way")), u"run"_s, Tone::Accent};
    case store::RunState::Incident: return {say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "Stopped by a problem")), u"warning"_s, Tone::Danger};
    case store::RunState::Completed: return {say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "Done")), u"done"_s, Tone::Success};
    case store::RunState::Failed: return {say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "Failed")), u"rejected"_s, Tone::Danger};
    case store::RunState::Cancelled: return {say(QT_TRANSLATE_NOOP("naru::ui::RunLook", "Cancelled")), u"close"_s, Tone::Muted};
    }
    return {};
}

Result<RunLook> lookAt(run::RobotDesk &desk, const QString &id)
{
    const Result<run::RobotDesk::Whole> whole = desk.whole(id);
    if (!whole)
        return whole.error();
    const Result<QList<store::Fact>> facts = desk.runs().facts(id);
    const Result<std::shared_ptr<const office::Directory>> office = desk.session().directory();
    if (!facts || !office)
        return !facts ? facts.error() : office.error();
    const bpmn::Definition &definition = whole->robot->definition;
    RunStory story(definition, **office);
    const qint64 migrated = run::migratedAt(*facts);
    for (const store::Fact &one : *facts) {
        const Result<run::RunFact> fact = run::runFactFromJson(definition, QJsonDocument::fromJson(one.body).object());
        // An older version may have had elements that this one lacks.
        if (!fact && one.sequence < migrated)
            continue;
        if (!fact)
            return fact.error();
        story.take(*fact, one.at);
    }
    RunLook look;
    look.head = whole->head;
    look.diagram = readDiagram(definition.model());
    look.marks = story.marks();
    markState(look.marks, definition, whole->data.process);
    look.incidents = incidentsOf(look.marks, definition, whole->data.process);
    look.story = story.rows();
    look.variables = variableRows(story.variables());
    look.evidence = evidenceOf(story.variables());
    for (const run::DecisionMade &made : story.decisions())
        look.decisions += decisionLooks(*whole->robot, made);
    return look;
}

} // namespace naru::ui
