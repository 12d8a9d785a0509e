#include "ui/pages/schedule_editor.h"

#include "run/robots/values.h"
#include "ui/pages/panel.h"
#include "ui/pages/schedule_fields.h"
#include "ui/pages/task_form.h"
#include "ui/words.h"
#include "ui/works.h"

#include <QLabel>
#include <QLocale>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::ui {

namespace {

constexpr int timesShown = 12;
constexpr int pauseOfTyping = 200; // milliseconds
constexpr int leastWidthSideBySide = 760; // pixels at 100 %

QString languageHere() { return QLocale().language() == QLocale::Korean ? u"ko"_s : u"en"_s; }

// The rule and the times alone, for a look ahead: who runs, and under which number, makes no difference to them.
schedule::Schedule nameless(schedule::Schedule one)
{
    one.id = u"preview"_s;
    one.isEnabled = true;
    if (one.robot.isEmpty())
        one.robot = u"preview"_s;
    return one;
}

Error errorOf(const schedule::Problem &problem) { return {Error::Kind::Invalid, problem.text, problem.code}; }

} // namespace

ScheduleEditor::ScheduleEditor(Shell &shell, std::shared_ptr<run::RobotDesk> desk, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_desk(std::move(desk))
    , m_panel(new Panel({}, this))
    , m_parts(new QSplitter(this))
    , m_scroll(new QScrollArea(this))
    , m_form(new TaskForm(shell.theme(), this))
    , m_inputsTitle(new QLabel(tr("What the robot is given"), this))
    , m_inputs(new TaskForm(shell.theme(), this))
    , m_model(new CellModel(shell.theme(), {tr("When"), tr("Note")}, this))
    , m_table(new ListTable(shell.theme(), tr("The next times"), this))
    , m_note(new QLabel(this))
{
    m_table->setModel(m_model);
    m_table->setColumns({188, 0});
    layOut();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseOfTyping);
    connect(&m_pause, &QTimer::timeout, this, &ScheduleEditor::look);
    connect(m_form, &TaskForm::changed, &m_pause, qOverload<>(&QTimer::start));
}

void ScheduleEditor::layOut()
{
    auto *body = new QWidget(this);
    body->setObjectName(u"ScrollBody"_s);
    auto *fields = new QVBoxLayout(body);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(0);
    m_inputsTitle->setProperty("role", u"section"_s);
    m_inputsTitle->setContentsMargins(12, 8, 12, 0);
    fields->addWidget(m_form);
    fields->addWidget(m_inputsTitle);
    fields->addWidget(m_inputs);
    fields->addStretch(1);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumSize(1, 1);
    m_panel->body()->addWidget(m_scroll);
    auto *times = new Panel(tr("The next %1 times").arg(timesShown), this);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("role", u"padded"_s);
    m_note->setMinimumWidth(1);
    times->body()->addWidget(m_table, 1);
    times->body()->addWidget(m_note);
    m_parts->addWidget(m_panel);
    m_parts->addWidget(times);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_parts);
}

void ScheduleEditor::beginNew()
{
    m_base = {};
    m_panel->setTitle(tr("New schedule"));
    begin(freshFields({}, m_shell.today()), {}, {});
}

void ScheduleEditor::beginChange(const run::StoredSchedule &stored)
{
    m_base = stored.schedule;
    m_panel->setTitle(tr("Change the schedule"));
    const Result<feel::Context> inputs = run::contextFromJson(m_base.inputs);
    begin(fieldsOf(m_base, stored.record.title), inputs ? *inputs : feel::Context(), m_base.robot);
}

// The robots are read from their folders first.
void ScheduleEditor::begin(const feel::Context &fields, const feel::Context &inputs, const QString &robot)
{
    m_given = inputs;
    m_form->clear();
    m_inputs->clear();
    showTimes({}, {});
    m_shell.works().start(
        this, tr("Reading the robots"),
        [desk = m_desk, language = languageHere()](const Progress &) -> Result<QList<Choice>> {
            QList<Choice> out;
            for (const run::LoadedRobot &one : desk->robots())
                if (one.problems.isEmpty() && one.robot.hasProcess())
                    out.append({one.robot.id, one.robot.title(language), inputForm(one.robot)});
            return out;
        },
        [this, fields, robot](const QList<Choice> &robots) {
            m_robots = robots;
            QList<run::FormOption> options;
            for (const Choice &one : robots)
                options.append({one.id, one.title});
            feel::Context filled = fields;
            if (robot.isEmpty() && robots.size() == 1)
                filled.put(u"robot"_s, feel::Value(robots.first().id));
            m_form->setForm(scheduleForm(options), filled);
            showInputs();
            m_began = typed();
            m_form->focusFirst();
            look();
        });
}

QString ScheduleEditor::typed() const { return feel::toText(feel::Value(m_form->values())) + feel::toText(feel::Value(m_inputs->values())); }

void ScheduleEditor::showInputs()
{
    const feel::Value chosen = m_form->values().value(u"robot");
    const QString id = chosen.is(feel::Value::Kind::String) ? chosen.string() : QString();
    if (m_inputs->form().name == id)
        return; // what has been typed stays
    const auto at = std::find_if(m_robots.begin(), m_robots.end(), [&id](const Choice &one) { return one.id == id; });
    m_inputs->setForm(at == m_robots.end() ? run::Form() : at->inputs, id == m_base.robot ? m_given : feel::Context());
    m_inputsTitle->setVisible(at != m_robots.end() && !at->inputs.fields.isEmpty());
}

// ---- what follows

bool ScheduleEditor::complain(const QList<schedule::Problem> &problems)
{
    bool isSaid = false;
    for (const schedule::Problem &one : problems)
        isSaid = m_form->complain(fieldOf(one, m_form->values()), sentence(errorOf(one))) || isSaid;
    return isSaid;
}

void ScheduleEditor::look()
{
    showInputs();
    const int mine = ++m_asked;
    const bool isGood = m_form->checkTyped();
    const schedule::Schedule schedule = nameless(scheduleOf(m_form->values(), m_base));
    const QList<schedule::Problem> problems = isGood ? schedule::problemsOf(schedule) : QList<schedule::Problem>();
    if (!isGood || complain(problems)) {
        showTimes({}, {tr("The next times are shown once the fields make sense.")});
        return;
    }
    m_shell.works().start(
        this, tr("Looking ahead"),
        [desk = m_desk, schedule](const Progress &) {
            return timesLook(run::Schedules(*desk), schedule, QDateTime::currentDateTimeUtc(), timesShown);
        },
        [this, mine](const TimesLook &look) {
            if (mine == m_asked)
                showTimes(look.rows, look.notes);
        },
        [this, mine](const Error &error) {
            if (mine != m_asked)
                return;
            complain({{u"rule"_s, error.code, error.text}});
            showTimes({}, {sentence(error)});
        },
        true);
}

void ScheduleEditor::showTimes(const QList<CellRow> &rows, const QStringList &notes)
{
    m_model->setRows(rows);
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
}

QString ScheduleEditor::note() const { return m_note->text(); }

// ---- writing

// What the fields say, with what the robot is given. What it may go without is given as nothing.
Result<schedule::Schedule> ScheduleEditor::told() const
{
    schedule::Schedule out = scheduleOf(m_form->values(), m_base);
    feel::Context inputs = m_inputs->values();
    for (const run::FormField &field : m_inputs->form().fields)
        if (!inputs.contains(field.field.name))
            inputs.put(field.field.name, feel::Value());
    out.inputs = run::toJson(inputs);
    if (out.id.isEmpty())
        out.id = run::Schedules::freshId();
    const QList<schedule::Problem> problems = schedule::problemsOf(out);
    return problems.isEmpty() ? Result<schedule::Schedule>(out) : schedule::errorOf(problems);
}

void ScheduleEditor::save()
{
    const bool isGood = m_form->check();
    if (!isGood || !m_inputs->check()) {
        m_shell.say(Tone::Warning, tr("Something is missing or wrong: it is marked in the fields."));
        return;
    }
    const Result<schedule::Schedule> schedule = told();
    if (!schedule) {
        look();
        m_shell.say(Tone::Warning, sentence(schedule.error()));
        return;
    }
    const feel::Value named = m_form->values().value(u"title");
    QString title = named.is(feel::Value::Kind::String) ? named.string() : QString();
    for (const Choice &one : std::as_const(m_robots))
        if (title.isEmpty() && one.id == schedule->robot)
            title = one.title;
    m_shell.works().start(
        this, tr("Saving the schedule"),
        [desk = m_desk, schedule = *schedule, title, isFresh = isNew()](const Progress &) -> Status {
            run::Schedules schedules(*desk);
            if (!isFresh)
                return schedules.change(schedule, title);
            const Result<QString> added = schedules.add(schedule, title);
            return added ? Status() : Status(added.error());
        },
        [this, title] {
            m_began = typed();
            Q_EMIT saved(title);
        });
}

void ScheduleEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= m_shell.theme().px(leastWidthSideBySide);
    m_parts->setOrientation(isWide ? Qt::Horizontal : Qt::Vertical);
    const int whole = isWide ? width() : height();
    const int share = isWide ? 52 : 64; // of the fields, in hundredths
    m_parts->setSizes({whole * share / 100, whole * (100 - share) / 100});
}

} // namespace naru::ui
