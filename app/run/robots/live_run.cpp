#include "run/robots/live_run.h"

#include "core/calendar.h"
#include "run/robots/messages.h"
#include "run/robots/rules.h"
#include "run/robots/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace naru::run {

namespace {

constexpr int mostAnswers = 10'000; // decisions and scripts that one step answers before others have their turn
constexpr qint64 factsBetweenSnapshots = 200;
const QTime endOfWork(18, 0);

// How long to wait before the n-th new try, from 0; after the last a person must look.
constexpr std::array<int, 5> minutesBetweenTries{1, 5, 15, 60, 240};

const QTimeZone &seoul()
{
    static const QTimeZone zone("Asia/Seoul");
    return zone;
}

bool isForTheWorld(bpmn::Work::Type kind)
{
    return kind == bpmn::Work::Type::Service || kind == bpmn::Work::Type::Send || kind == bpmn::Work::Type::Signal;
}

// An expression over what a task was given.
Result<feel::Value> evaluated(const QString &text, const feel::Context &input, const QDateTime &now, const QString &source)
{
    feel::Scope scope;
    scope.source = source;
    QList<feel::Value> values;
    for (const auto &[name, value] : input.entries()) {
        scope.variables.append({name});
        values.append(value);
    }
    const Result<feel::Expression> expression = feel::Expression::parse(text, scope);
    if (!expression)
        return expression.error();
    feel::Evaluation evaluation(feelTime(now));
    const feel::Value value = expression->evaluate(evaluation, values);
    if (!evaluation.warnings().isEmpty() && value.isNull())
        return Error{Error::Kind::Invalid, evaluation.warnings().first().text, u"feel."_s + nameOf(evaluation.warnings().first().kind)};
    return value;
}

feel::Context contextOf(const feel::Value &value)
{
    return value.is(feel::Value::Kind::Context) ? value.context() : feel::Context();
}

QStringList textsOf(const feel::Value &value)
{
    if (value.is(feel::Value::Kind::String))
        return {value.string()};
    QStringList out;
    if (value.is(feel::Value::Kind::List))
        for (const feel::Value &one : value.list())
            if (one.is(feel::Value::Kind::String))
                out.append(one.string());
    return out;
}

QDateTime dueOf(const TaskSettings &settings, const QDateTime &now, const KoreanCalendar &calendar)
{
    if (settings.dueWorkingDays > 0) {
        const QDate today = now.toTimeZone(seoul()).date();
        const Result<QDate> day = calendar.addWorkingDays(today, settings.dueWorkingDays);
        return day ? QDateTime(*day, endOfWork, seoul()).toUTC() : QDateTime();
    }
    if (settings.due.isEmpty())
        return {};
    const Result<bpmn::TimerPlan> plan =
        bpmn::timerPlan(bpmn::TimerKind::Duration, feel::Value(settings.due), now.toMSecsSinceEpoch(), u"Asia/Seoul"_s);
    const std::optional<qint64> due = plan ? plan->occurrence(plan->first) : std::nullopt;
    return due ? QDateTime::fromMSecsSinceEpoch(*due, Qt::UTC) : QDateTime();
}

Error notOpen(const QString &key)
{
    return {Error::Kind::Conflict, u"expected an open task '"_s + key + u"' but it is none (any more)"_s, u"task.notOpen"_s};
}

} // namespace

LiveRun::LiveRun(std::shared_ptr<const Robot> robot, const store::RunHead &head, RunData data, const KoreanCalendar &calendar)
    : m_robot(std::move(robot))
    , m_head(head)
    , m_data(std::move(data))
    , m_calendar(calendar)
    , m_written(m_data)
    , m_snapshotAt(m_data.sequence)
{
    for (const bpmn::Effect &one : bpmn::openEffects(m_data.process))
        m_askedBefore.append(bpmn::effectKey(m_robot->definition, m_data.process, one));
}

void LiveRun::add(const RunFact &fact, const QDateTime &now)
{
    m_facts.append(QJsonDocument(toJson(m_robot->definition, fact)).toJson(QJsonDocument::Compact));
    evolve(m_robot->definition, m_data, fact, now);
}

Status LiveRun::decide(const bpmn::Command &command)
{
    const Result<QList<bpmn::Event>> events = bpmn::decide(m_robot->definition, m_data.process, command);
    if (!events)
        return events.error();
    for (const bpmn::Event &event : *events)
        add(event, command.at);
    return {};
}

// ---- wishes

void LiveRun::refuse(const store::Wish &wish, const Error &error, const QDateTime &now)
{
    add(WishRefused{wish.key, error.text}, now);
}

void LiveRun::take(const store::Wish &wish, const QDateTime &now)
{
    m_taken.append(wish.number);
    const Status granted = grant(QJsonDocument::fromJson(wish.body).object(), wish, now);
    if (!granted)
        refuse(wish, granted.error(), now);
}

Status LiveRun::grant(const QJsonObject &body, const store::Wish &wish, const QDateTime &now)
{
    const QString kind = body.value(u"wish"_s).toString();
    const Result<feel::Context> variables = contextFromJson(body.value(u"variables"_s).toObject());
    const Result<feel::Value> payload = valueFromJson(body.value(u"payload"_s));
    if (!variables || !payload)
        return !variables ? variables.error() : payload.error();
    const QString name = body.value(u"name"_s).toString();
    if (kind == u"start")
        return decide({now, bpmn::StartInstance{m_head.id, m_robot->process, body.value(u"element"_s).toString(), u"Asia/Seoul"_s,
                                                *variables, *payload, name}});
    if (kind == u"message")
        return decide({now, bpmn::DeliverMessage{name, body.value(u"correlation"_s).toString(), *payload, {}}});
    if (kind == u"signal")
        return decide({now, bpmn::DeliverSignal{name, *payload}});
    if (kind == u"correct") {
        QStringList names;
        for (const auto &[variable, value] : variables->entries())
            names.append(variable);
        add(PersonActed{wish.actor, kind, names.join(u", "_s), body.value(u"text"_s).toString()}, now);
        return decide({now, bpmn::SetVariables{0, *variables}});
    }
    if (kind == u"cancel") {
        const QString text = body.value(u"text"_s).toString();
        add(PersonActed{wish.actor, kind, {}, text}, now);
        return decide({now, bpmn::CancelInstance{text}});
    }
    if (kind == u"retry" || kind == u"skip")
        return resolve(kind, body, wish, now);
    return grantTask(kind, body, wish, now);
}

Status LiveRun::resolve(const QString &kind, const QJsonObject &body, const store::Wish &wish, const QDateTime &now)
{
    const Result<feel::Context> variables = contextFromJson(body.value(u"variables"_s).toObject());
    if (!variables)
        return variables.error();
    const qint64 incident = body.value(u"incident"_s).toInteger();
    const auto how = kind == u"retry" ? bpmn::ResolveIncident::How::Retry : bpmn::ResolveIncident::How::Skip;
    const Status done = decide({now, bpmn::ResolveIncident{bpmn::Id(incident), how, *variables}});
    if (done)
        add(PersonActed{wish.actor, kind, QString::number(incident), {}}, now);
    return done;
}

Status LiveRun::grantTask(const QString &kind, const QJsonObject &body, const store::Wish &wish, const QDateTime &now)
{
    const QString key = body.value(u"key"_s).toString();
    const auto task = m_data.tasks.constFind(key);
    if (task == m_data.tasks.constEnd())
        return notOpen(key);
    if (kind == u"claim") {
        if (!task->holder.isEmpty() && task->holder != wish.actor)
            return Error{Error::Kind::Conflict, u"expected a free task but '"_s + task->holder + u"' has claimed it"_s, u"task.held"_s};
        add(TaskClaimed{key, wish.actor}, now);
        return {};
    }
    if (kind == u"release") {
        add(TaskReleased{key, wish.actor}, now);
        return {};
    }
    if (kind == u"delegate") {
        add(TaskDelegated{key, body.value(u"to"_s).toString(), wish.actor}, now);
        return {};
    }
    if (kind == u"complete")
        return complete(key, body, wish, now);
    return Error{Error::Kind::Invalid, u"expected a wish but found '"_s + kind + u'\'', u"run.wish"_s};
}

Status LiveRun::complete(const QString &key, const QJsonObject &body, const store::Wish &wish, const QDateTime &now)
{
    const bpmn::Effect *effect = bpmn::findEffect(m_robot->definition, m_data.process, key);
    if (!effect)
        return notOpen(key);
    Result<feel::Context> values = contextFromJson(body.value(u"values"_s).toObject());
    if (!values)
        return values.error();
    const bpmn::Node &node = m_robot->definition.node(effect->node);
    const QMap<QString, Form> &forms = m_robot->ownerOf(node).forms;
    if (const auto form = forms.constFind(settingsOf(node).form); form != forms.constEnd()) {
        const QList<FormProblem> problems = checkValues(*form, contextOf(effect->input), *values);
        if (!problems.isEmpty())
            return Error{Error::Kind::Invalid, problems.first().field + u": "_s + problems.first().text, u"form.invalid"_s};
    }
    add(PersonActed{wish.actor, u"complete"_s, key, {}}, now);
    m_completed.append(key);
    values->put(u"completedBy"_s, feel::Value(wish.actor));
    return decide({now, bpmn::CompleteEffect{key, *values}});
}

// ---- time

void LiveRun::fireTimers(const QDateTime &now)
{
    // A timer that repeats may be due again after it has fired.
    for (int fired = 0; fired < mostAnswers; ++fired) {
        const QList<bpmn::Wait> timers = bpmn::openTimers(m_data.process);
        if (timers.isEmpty() || timers.first().due > now.toMSecsSinceEpoch())
            return;
        const QString key = bpmn::waitKey(m_robot->definition, m_data.process, timers.first());
        if (!decide({now, bpmn::FireTimer{key}}))
            return;
    }
}

QList<TaskStep> LiveRun::taskSteps(const QString &key) const
{
    const bpmn::Effect *effect = bpmn::findEffect(m_robot->definition, m_data.process, key);
    const TaskState task = m_data.tasks.value(key);
    return effect ? stepsOf(settingsOf(m_robot->definition.node(effect->node)), task.due, m_calendar) : QList<TaskStep>();
}

QStringList LiveRun::escalatedTo(const QString &key, const TaskSettings &settings, const QDateTime &now) const
{
    QStringList to;
    const bool isNamed = settings.escalateTo != u"head" && settings.escalateTo != u"deputy";
    if (isNamed) {
        const bpmn::Effect *effect = bpmn::findEffect(m_robot->definition, m_data.process, key);
        const Result<feel::Value> value = evaluated(settings.escalateTo, contextOf(effect->input), now, key);
        to = value ? textsOf(*value) : QStringList();
    }
    // Where nobody is found the heads are told: a late task must not stay unseen.
    const QString prefix = (settings.escalateTo == u"deputy" ? u"deputy:"_s : u"head:"_s);
    if (to.isEmpty())
        for (const QString &candidate : m_data.tasks.value(key).candidates)
            to.append(prefix + candidate);
    return to;
}

void LiveRun::watchTasks(const QDateTime &now)
{
    const QStringList keys = m_data.tasks.keys();
    for (const QString &key : keys) {
        const QList<TaskStep> steps = taskSteps(key);
        const QDateTime made = m_data.tasks.value(key).made;
        const auto isDue = [&now](const TaskStep &one) { return one.at <= now; };
        const auto isNews = [&made](const TaskStep &one) { return one.at > made; };
        const int done = m_data.tasks.value(key).steps;
        const int due = int(std::count_if(steps.begin(), steps.end(), isDue));
        if (due <= done || std::none_of(steps.begin() + done, steps.begin() + due, isNews))
            continue;
        const bpmn::Node &node = m_robot->definition.node(bpmn::findEffect(m_robot->definition, m_data.process, key)->node);
        const bool isEscalated = std::any_of(steps.begin() + done, steps.begin() + due,
                                             [](const TaskStep &one) { return one.kind == TaskStep::Kind::Escalate; });
        if (isEscalated)
            add(TaskEscalated{key, due, escalatedTo(key, settingsOf(node), now)}, now);
        else
            add(TaskReminded{key, due}, now);
        m_notices.append({key, node.name.isEmpty() ? node.id : node.name, isEscalated});
    }
}

// ---- what is answered at once

void LiveRun::settle(const QDateTime &now)
{
    for (int answered = 0; answered < mostAnswers; ++answered) {
        const QList<bpmn::Effect> effects = bpmn::openEffects(m_data.process);
        const bool wasOne = std::any_of(effects.begin(), effects.end(), [&](const bpmn::Effect &one) { return answerOne(one, now); });
        if (!wasOne)
            return;
    }
}

bool LiveRun::answerOne(const bpmn::Effect &effect, const QDateTime &now)
{
    const QString key = bpmn::effectKey(m_robot->definition, m_data.process, effect);
    switch (effect.kind) {
    case bpmn::Work::Type::Rule:
        answerRule(effect, key, now);
        return true;
    case bpmn::Work::Type::Script:
        answerScript(effect, key, now);
        return true;
    case bpmn::Work::Type::User:
        if (m_data.tasks.contains(key))
            return false;
        makeTask(effect, key, now);
        return true;
    case bpmn::Work::Type::Call:
        (void)bool(decide({now, bpmn::FailEffect{key, u"expected a process of this model but found '"_s + effect.name + u'\''}}));
        return true;
    default:
        return false;
    }
}

void LiveRun::answerRule(const bpmn::Effect &effect, const QString &key, const QDateTime &now)
{
    const bpmn::Node &node = m_robot->definition.node(effect.node);
    const TaskSettings settings = settingsOf(node);
    const dmn::DecisionModel *model = m_robot->ownerOf(node).decisionModel(settings.decision);
    if (!model) {
        (void)bool(decide({now, bpmn::FailEffect{key, u"expected a decision '"_s + settings.decision + u"' but the robot has none"_s}}));
        return;
    }
    const dmn::Outcome outcome = decideBy(*model, settings.decision, contextOf(effect.input), now);
    DecisionMade made{key, settings.decision, {}, {}};
    for (const dmn::TableRun &run : outcome.tables) {
        QJsonArray inputs;
        for (const feel::Value &one : run.inputs)
            inputs.append(feel::toText(one));
        QJsonArray rules;
        for (const int rule : run.hits)
            rules.append(rule + 1);
        made.tables.append(QJsonObject{{u"table"_s, run.place}, {u"inputs"_s, inputs}, {u"rules"_s, rules}, {u"result"_s, feel::toText(run.result)}});
    }
    for (const dmn::Message &one : outcome.messages)
        made.warnings.append(one.place + u": "_s + one.text);
    add(made, now);
    // A decision that gives nothing must not pass for a decision.
    if (outcome.value.isNull())
        (void)bool(decide({now, bpmn::FailEffect{key, made.warnings.isEmpty() ? u"expected '"_s + settings.decision + u"' to decide but no rule matches"_s
                                                                          : made.warnings.first()}}));
    else
        (void)bool(decide({now, bpmn::CompleteEffect{key, feel::Context{{settings.result, outcome.value}}}}));
}

void LiveRun::answerScript(const bpmn::Effect &effect, const QString &key, const QDateTime &now)
{
    const bpmn::Node &node = m_robot->definition.node(effect.node);
    const Result<feel::Value> value = evaluated(node.work.script, contextOf(effect.input), now, node.id);
    if (!value) {
        (void)bool(decide({now, bpmn::FailEffect{key, value.error().text}}));
        return;
    }
    const QString name = settingsOf(node).result;
    feel::Context result = name.isEmpty() ? contextOf(*value) : feel::Context{{name, *value}};
    (void)bool(decide({now, bpmn::CompleteEffect{key, result}}));
}

void LiveRun::makeTask(const bpmn::Effect &effect, const QString &key, const QDateTime &now)
{
    const bpmn::Node &node = m_robot->definition.node(effect.node);
    const TaskSettings settings = settingsOf(node);
    QStringList candidates;
    QString problem;
    for (const QString &text : settings.candidates) {
        const Result<feel::Value> value = evaluated(text, contextOf(effect.input), now, node.id);
        if (value)
            candidates += textsOf(*value);
        else
            problem = value.error().text;
    }
    candidates.removeDuplicates();
    if (candidates.isEmpty()) {
        // Nobody would ever see the task.
        (void)bool(decide({now, bpmn::FailEffect{key, u"expected somebody who may do '"_s + node.name + u"' but found nobody "_s + problem}}));
        return;
    }
    add(TaskMade{key, candidates, dueOf(settings, now, m_calendar)}, now);
}

// ---- the world

QJsonObject LiveRun::Ask::word() const
{
    return {{u"wish"_s, message.kind}, {u"name"_s, message.name}, {u"correlation"_s, message.correlation}, {u"payload"_s, effect.input}};
}

QList<LiveRun::Ask> LiveRun::asked(const QDateTime &now) const
{
    QList<Ask> out;
    for (const bpmn::Effect &one : bpmn::openEffects(m_data.process)) {
        const QString key = bpmn::effectKey(m_robot->definition, m_data.process, one);
        const TryState state = m_data.tries.value(key);
        if (!isForTheWorld(one.kind) || (state.next.isValid() && state.next > now))
            continue;
        const bpmn::Node &node = m_robot->definition.node(one.node);
        const QJsonObject input = toJson(contextOf(one.input));
        Ask ask{{key, settingsOf(node).operation, input}, one.kind, {}, node.id, true, state.isBegun};
        ask.isPermitted = one.kind != bpmn::Work::Type::Service || m_robot->ownerOf(node).operations.contains(ask.effect.operation);
        if (one.kind == bpmn::Work::Type::Send)
            ask.message = {key, u"message"_s, one.name, input.value(u"correlation"_s).toString()};
        if (one.kind == bpmn::Work::Type::Signal)
            ask.message = {key, u"signal"_s, one.name, {}};
        out.append(ask);
    }
    return out;
}

void LiveRun::begin(const QString &key, const QDateTime &now) { add(EffectBegun{key}, now); }

void LiveRun::answer(const QString &key, const Result<Outcome> &outcome, const QDateTime &now)
{
    const int failed = m_data.tries.value(key).attempts;
    if (!outcome && outcome.error().kind == Error::Kind::Unavailable && failed < int(minutesBetweenTries.size())) {
        add(EffectPostponed{key, now.addSecs(60LL * minutesBetweenTries.at(failed)), outcome.error().text}, now);
        return;
    }
    if (!outcome) {
        (void)bool(decide({now, bpmn::FailEffect{key, outcome.error().text}}));
        return;
    }
    add(OutcomeKnown{key, outcome->touched, int(outcome->changes.size())}, now);
    const Result<feel::Context> result = contextFromJson(outcome->result);
    if (!result)
        (void)bool(decide({now, bpmn::FailEffect{key, result.error().text}}));
    else if (!outcome->error.isEmpty())
        (void)bool(decide({now, bpmn::ThrowError{key, outcome->error, feel::Value(*result)}}));
    else
        (void)bool(decide({now, bpmn::CompleteEffect{key, *result}}));
}

// ---- what to write

store::RunState LiveRun::state() const
{
    using Outcome = bpmn::State::Outcome;
    switch (m_data.process.outcome) {
    case Outcome::Completed:
    case Outcome::Terminated:
        return store::RunState::Completed;
    case Outcome::Failed:
        return store::RunState::Failed;
    case Outcome::Cancelled:
        return store::RunState::Cancelled;
    case Outcome::None: // its start was refused
        return m_data.sequence > 0 ? store::RunState::Failed : store::RunState::Running;
    default:
        return bpmn::openIncidents(m_data.process).isEmpty() ? store::RunState::Running : store::RunState::Incident;
    }
}

// When the task is to be reminded of or passed on; nothing when all of that is done.
std::optional<QDateTime> LiveRun::nextStep(const QString &key) const
{
    const QList<TaskStep> steps = taskSteps(key);
    const TaskState task = m_data.tasks.value(key);
    for (qsizetype i = task.steps; i < steps.size(); ++i)
        if (steps.at(i).at > task.made)
            return steps.at(i).at;
    return {};
}

QDateTime LiveRun::wake() const
{
    QDateTime next;
    const auto earlier = [&next](const QDateTime &moment) { next = !next.isValid() || moment < next ? moment : next; };
    const QList<bpmn::Wait> timers = bpmn::openTimers(m_data.process);
    if (!timers.isEmpty())
        earlier(QDateTime::fromMSecsSinceEpoch(timers.first().due, Qt::UTC));
    for (auto at = m_data.tasks.constBegin(); at != m_data.tasks.constEnd(); ++at)
        if (const std::optional<QDateTime> step = nextStep(at.key()))
            earlier(*step);
    for (const bpmn::Effect &one : bpmn::openEffects(m_data.process))
        if (isForTheWorld(one.kind)) {
            const TryState state = m_data.tries.value(bpmn::effectKey(m_robot->definition, m_data.process, one));
            earlier(state.next.isValid() ? state.next : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
        }
    return next;
}

store::WorkItem LiveRun::workItem(const QString &key, const bpmn::Effect &effect, const TaskState &task) const
{
    const bpmn::Node &node = m_robot->definition.node(effect.node);
    const TaskSettings settings = settingsOf(node);
    store::WorkItem item;
    item.key = key;
    item.run = m_head.id;
    item.robot = m_robot->id;
    item.element = node.id;
    item.title = node.name.isEmpty() ? node.id : node.name;
    item.form = settings.form;
    item.state = task.holder.isEmpty() ? u"open"_s : u"claimed"_s;
    item.holder = task.holder;
    item.candidates = task.candidates;
    item.made = task.made;
    item.due = task.due;
    item.priority = settings.priority;
    const QJsonObject body{{u"input"_s, toJson(contextOf(effect.input))}, {u"reminded"_s, toValue(task.reminded)}, {u"escalated"_s, toValue(task.escalated)}};
    item.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return item;
}

QList<store::WorkItem> LiveRun::changedWork(const QDateTime &now) const
{
    QList<store::WorkItem> out;
    for (auto at = m_data.tasks.constBegin(); at != m_data.tasks.constEnd(); ++at) {
        const bpmn::Effect *effect = bpmn::findEffect(m_robot->definition, m_data.process, at.key());
        if (effect && (!m_written.tasks.contains(at.key()) || !(m_written.tasks.value(at.key()) == at.value())))
            out.append(workItem(at.key(), *effect, at.value()));
    }
    for (auto at = m_written.tasks.constBegin(); at != m_written.tasks.constEnd(); ++at) {
        const bpmn::Effect *effect = bpmn::findEffect(m_robot->definition, m_written.process, at.key());
        if (!effect || m_data.tasks.contains(at.key()))
            continue;
        store::WorkItem item = workItem(at.key(), *effect, at.value());
        item.state = m_completed.contains(at.key()) ? u"done"_s : u"withdrawn"_s;
        item.ended = now;
        out.append(item);
    }
    return out;
}

QList<store::Subscription> LiveRun::subscriptions() const
{
    QList<store::Subscription> out;
    const auto append = [&](const bpmn::Wait &wait, const QString &kind) {
        out.append({bpmn::waitKey(m_robot->definition, m_data.process, wait), kind, wait.name, wait.correlation,
                    bpmn::staysOpen(m_robot->definition, wait)});
    };
    for (const bpmn::Wait &wait : bpmn::openMessages(m_data.process))
        append(wait, u"message"_s);
    for (const bpmn::Wait &wait : bpmn::openSignals(m_data.process))
        append(wait, u"signal"_s);
    return out;
}

store::RunStep LiveRun::step(const store::Lease &lease, const QDateTime &now)
{
    store::RunStep step;
    step.lease = lease;
    step.after = m_written.sequence;
    step.at = now;
    step.facts = std::exchange(m_facts, {});
    step.taken = std::exchange(m_taken, {});
    step.state = state();
    step.wake = wake();
    step.work = changedWork(now);
    step.subscriptions = subscriptions();
    const auto isParticular = [](const store::Subscription &one) { return !one.correlation.isEmpty(); };
    if (std::any_of(step.subscriptions->begin(), step.subscriptions->end(), isParticular))
        step.meant = [robot = m_robot](const store::Waiting &waiting, const store::Subscription &what, const store::Wish &message) {
            return isMeant(*robot, waiting, what, message);
        };
    if (m_data.sequence - m_snapshotAt >= factsBetweenSnapshots) {
        step.snapshot = toBytes(m_robot->definition, m_data);
        m_snapshotAt = m_data.sequence;
    }
    m_written = m_data;
    m_completed.clear();
    return step;
}

store::RunPassage LiveRun::arrival(const RunMigrated &fact, const QDateTime &now) const
{
    RunData after = m_data;
    evolve(m_robot->definition, after, fact, now);
    store::RunPassage out;
    out.fact = QJsonDocument(toJson(m_robot->definition, fact)).toJson(QJsonDocument::Compact);
    out.snapshot = toBytes(m_robot->definition, after);
    out.state = state();
    out.subscriptions = subscriptions();
    for (auto at = m_data.tasks.constBegin(); at != m_data.tasks.constEnd(); ++at)
        if (const bpmn::Effect *effect = bpmn::findEffect(m_robot->definition, m_data.process, at.key()))
            out.work.append(workItem(at.key(), *effect, at.value()));
    return out;
}

} // namespace naru::run
