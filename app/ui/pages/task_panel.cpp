#include "ui/pages/task_panel.h"

#include "run/particles.h"
#include "ui/live_field.h"
#include "ui/pages/task_field.h"
#include "ui/pages/task_form.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace naru::ui {

TaskPanel::TaskPanel(const Theme &theme, QWidget *parent)
    : Panel(tr("Task"), parent)
    , m_theme(theme)
    , m_about(new QLabel(this))
    , m_warning(new QFrame(this))
    , m_warningIcon(new QLabel(m_warning))
    , m_warningText(new QLabel(m_warning))
    , m_plan(new QPushButton(theme.icon(u"plan"_s), tr("Open the plan"), this))
    , m_run(new QPushButton(theme.icon(u"robot"_s), tr("Open the run"), this))
    , m_links(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_form(new TaskForm(theme, this))
    , m_scroll(new QScrollArea(this))
    , m_handOn(new QFrame(this))
    , m_person(new LiveField(m_handOn))
{
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setProperty("role", u"padded"_s);
    m_about->setMinimumWidth(1);
    m_form->setObjectName(u"ScrollBody"_s);
    m_scroll->setWidget(m_form);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumSize(1, 1);
    body()->addWidget(m_about);
    makeWarning();
    makeLinks();
    body()->addWidget(m_scroll, 1);
    makeHandOn();
    clear({});
}

void TaskPanel::makeWarning()
{
    m_warning->setObjectName(u"MessageBar"_s);
    auto *row = new QHBoxLayout(m_warning);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_warningIcon, 0, Qt::AlignTop);
    row->addWidget(m_warningText, 1);
    m_warningText->setWordWrap(true);
    m_warningText->setTextFormat(Qt::PlainText);
    m_warningText->setMinimumWidth(1);
    auto *margin = new QHBoxLayout;
    margin->setContentsMargins(12, 4, 12, 4);
    margin->addWidget(m_warning);
    body()->addLayout(margin);
}

void TaskPanel::makeLinks()
{
    m_links->setContentsMargins(12, 4, 12, 8);
    m_links->setSpacing(8);
    for (QPushButton *button : {m_plan, m_run}) {
        button->setMinimumWidth(1);
        m_links->addWidget(button);
    }
    m_links->addStretch(1);
    body()->addLayout(m_links);
    connect(m_plan, &QPushButton::clicked, this, [this] { Q_EMIT planWanted(m_planId); });
    connect(m_run, &QPushButton::clicked, this, [this] { Q_EMIT runWanted(item().run); });
}

void TaskPanel::makeHandOn()
{
    m_handOn->setObjectName(u"MessageBar"_s);
    m_handOn->setProperty("tone", u"information"_s);
    auto *row = new QHBoxLayout(m_handOn);
    row->setContentsMargins(12, 8, 8, 8);
    m_person->setAccessibleName(tr("Name or employee number of who takes it over"));
    m_person->setPlaceholderText(tr("Name or employee number"));
    m_person->setMinimumWidth(1);
    auto *give = new QPushButton(tr("Hand on"), m_handOn);
    auto *stop = new QPushButton(tr("Not now"), m_handOn);
    row->addWidget(m_person, 1);
    row->addWidget(give);
    row->addWidget(stop);
    for (QPushButton *button : {give, stop})
        button->setAutoDefault(true);
    const auto act = [this] {
        m_person->commitComposition();
        if (m_person->text().trimmed().isEmpty())
            return;
        m_handOn->hide();
        Q_EMIT handedOn(m_person->text().trimmed());
    };
    connect(give, &QPushButton::clicked, this, act);
    connect(m_person, &LiveField::chosen, this, act);
    const auto leave = [this] {
        m_handOn->hide();
        Q_EMIT left();
    };
    connect(m_person, &LiveField::left, this, leave);
    connect(stop, &QPushButton::clicked, this, leave);
    body()->addWidget(m_handOn);
    m_handOn->hide();
}

QString TaskPanel::about() const
{
    const TaskEntry &entry = m_task.entry;
    const store::WorkItem &task = item();
    QStringList lines{u"%1 · %2"_s.arg(task.title, entry.runTitle), tr("For: %1").arg(entry.forWhom.join(u", "_s)),
                      tr("Came: %1").arg(momentText(task.made))};
    lines.append(task.due.isValid() ? tr("Due: %1 (%2)").arg(momentText(task.due), dueWords(entry, m_today)) : tr("No day set"));
    lines.append(entry.holder.isEmpty() ? tr("Nobody has taken it yet.") : tr("Taken by: %1").arg(entry.holder));
    if (m_task.form.fields.isEmpty())
        lines.append(tr("There is nothing to fill in: say that it is done."));
    return lines.join(u'\n');
}

// Stands until the task is done: who was told when, and that it is late.
QString TaskPanel::warning() const
{
    const TaskEntry &entry = m_task.entry;
    if (entry.escalated.isValid())
        return tr("It was not done in time: since %1 it is for %2 too.").arg(momentText(entry.escalated), entry.forWhom.mid(1).join(u", "_s));
    if (entry.reminded.isValid())
        return tr("You were reminded of it on %1: %2.").arg(momentText(entry.reminded), dueWords(entry, m_today));
    return {};
}

void TaskPanel::showWarning()
{
    const bool isLate = m_task.entry.escalated.isValid() || m_task.entry.daysLeft.value_or(0) < 0;
    const int side = m_theme.px(18);
    m_warningIcon->setPixmap(m_theme.icon(isLate ? u"warning"_s : u"bell"_s, isLate ? Tone::Danger : Tone::Warning).pixmap(side, side));
    m_warningText->setText(run::withParticles(warning()));
    m_warning->setProperty("tone", isLate ? u"danger"_s : u"warning"_s);
    m_warning->style()->unpolish(m_warning);
    m_warning->style()->polish(m_warning);
    m_warning->setVisible(!warning().isEmpty());
}

void TaskPanel::showTask(const OpenedTask &task, QDate today)
{
    const bool isSame = item().key == task.entry.item.key;
    m_task = task;
    m_today = today;
    const feel::Value plan = task.input.value(u"plan"_s);
    m_planId = plan.is(feel::Value::Kind::String) ? plan.string() : QString();
    m_about->setText(about());
    showWarning();
    m_plan->setVisible(!m_planId.isEmpty());
    m_run->setVisible(true);
    if (isSame)
        return; // what has been typed stays
    m_handOn->hide();
    m_person->clear();
    m_form->setForm(task.form, task.input);
}

void TaskPanel::clear(const QString &why)
{
    m_task = {};
    m_planId.clear();
    m_about->setText(why);
    m_warning->hide();
    m_plan->hide();
    m_run->hide();
    m_handOn->hide();
    m_form->clear();
}

void TaskPanel::askPerson()
{
    m_handOn->show();
    m_person->setFocus(Qt::OtherFocusReason);
}

PrintedText TaskPanel::printed() const
{
    PrintedText out{{item().title, true}};
    for (const QString &line : m_about->text().split(u'\n'))
        out.append({line, false});
    for (const run::FormField &field : m_task.form.fields)
        if (m_form->shownFields().contains(field.field.name)) {
            const feel::Value value = field.isReadOnly ? m_task.input.value(field.field.name)
                                                       : m_form->field(field.field.name)->value().value_or(feel::Value());
            out.append({u"%1: %2"_s.arg(field.field.label, wordsOf(value)), false});
        }
    return out;
}

// One below the other where both beside each other would be cut.
void TaskPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    constexpr int margins = 40;
    const bool isNarrow = m_plan->sizeHint().width() + m_run->sizeHint().width() + margins > width();
    m_links->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void TaskPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return Panel::keyPressEvent(event);
    m_handOn->hide();
    Q_EMIT left();
}

} // namespace naru::ui
