#include "ui/pages/schedules_page.h"

#include "ui/pages/panel.h"
#include "ui/pages/run_desk.h"
#include "ui/works.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

namespace naru::ui {

SchedulesPage::SchedulesPage(Shell &theShell)
    : Page(theShell)
    , m_desk(theShell.session() ? makeDesk(*theShell.session()) : nullptr)
    , m_calendar(KoreanCalendar::national())
    , m_shown(theShell.today().addDays(1 - theShell.today().day()))
    , m_monthPanel(new Panel({}, this))
    , m_weeks(new CellModel(theShell.theme(), weekHeads(), this))
    , m_month(new ListTable(theShell.theme(), tr("Month"), this))
    , m_list(new CellModel(theShell.theme(), {tr("Name"), tr("State"), tr("Next"), tr("Robot"), tr("Rule")}, this))
    , m_table(new ListTable(theShell.theme(), tr("Schedules"), this))
{
    m_month->setModel(m_weeks);
    m_month->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_month->setWordWrap(true);
    m_month->setShowGrid(true);
    m_table->setModel(m_list);
    m_table->setColumns({0, 120, 160, 152, 200});
    m_table->setYielding({RuleColumn, RobotColumn, StateColumn});
    m_table->setEmptyWords(tr("Nothing is scheduled."));
    m_monthPanel->body()->addWidget(m_month);
    auto *list = new Panel(tr("Schedules"), this);
    list->body()->addWidget(m_table);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_monthPanel);
    parts->addWidget(list);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(8);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(parts);
    addActions();
    connect(m_table, &ListTable::rowChosen, this, [this] {
        m_switch->setEnabled(chosen());
        m_remove->setEnabled(chosen());
    });
    connect(&theShell.theme(), &Theme::changed, this, &SchedulesPage::fitWeeks);
    fitWeeks();
}

// After the table's own rows: a week is as high as it needs to be for its times.
void SchedulesPage::fitWeeks()
{
    m_month->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_month->verticalHeader()->setDefaultSectionSize(shell().theme().px(76));
}

QAction *SchedulesPage::addPageAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act)
{
    auto *action = new QAction(shell().theme().icon(icon), text, this);
    action->setProperty("iconName", icon);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    return action;
}

void SchedulesPage::addActions()
{
    addPageAction(tr("Month before"), u"chevron-left"_s, QKeySequence(u"Alt+PgUp"_s), [this] { turn(-1); });
    addPageAction(tr("Next month"), u"chevron-right"_s, QKeySequence(u"Alt+PgDown"_s), [this] { turn(1); });
    m_switch = addPageAction(tr("Switch on or off"), u"clock"_s, {}, [this] { switchChosen(); });
    m_remove = addPageAction(tr("Remove the schedule"), u"close"_s, {}, [this] { removeChosen(); });
    m_switch->setEnabled(false);
    m_remove->setEnabled(false);
}

QString SchedulesPage::subtitle() const { return tr("%1-%2").arg(m_shown.year()).arg(m_shown.month(), 2, 10, QChar(u'0')); }

QList<ShortcutHint> SchedulesPage::hints() const { return {{u"Alt+PgUp"_s, tr("month before")}, {u"Alt+PgDown"_s, tr("next month")}}; }

void SchedulesPage::refresh()
{
    if (!m_desk)
        return;
    shell().works().start(
        this, tr("Reading the schedules"),
        [desk = m_desk, month = m_shown](const Progress &) {
            run::Schedules schedules(*desk);
            return monthLook(schedules, month, QDateTime::currentDateTimeUtc());
        },
        [this](const MonthLook &look) { take(look); });
}

void SchedulesPage::take(const MonthLook &look)
{
    const QString key = m_table->currentIndex().data(CellModel::KeyRole).toString();
    m_look = look;
    m_monthPanel->setTitle(subtitle());
    m_weeks->setRows(weekRows(look, m_calendar, shell().today()));
    QList<CellRow> rows;
    for (const ScheduleLook &one : look.schedules)
        rows.append(scheduleRow(one));
    m_list->setRows(rows);
    m_table->setCurrentIndex(m_list->index(std::max(0, m_list->rowOf(key)), 0));
    m_switch->setEnabled(chosen());
    m_remove->setEnabled(chosen());
    Q_EMIT subtitleChanged();
}

void SchedulesPage::turn(int months)
{
    m_shown = m_shown.addMonths(months);
    refresh();
}

const ScheduleLook *SchedulesPage::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_look.schedules.size() ? &m_look.schedules[row] : nullptr;
}

void SchedulesPage::tell(const QString &title, std::function<Status(run::Schedules &)> word, const QString &done)
{
    shell().works().start(
        this, title,
        [desk = m_desk, word](const Progress &) {
            run::Schedules schedules(*desk);
            return word(schedules);
        },
        [this, done] {
            shell().say(Tone::Success, done);
            shell().saved();
            refresh();
        });
}

void SchedulesPage::switchChosen()
{
    const ScheduleLook *look = chosen();
    if (!look)
        return;
    const bool isOn = !look->stored.record.isEnabled;
    tell(tr("Switching the schedule"),
         [id = look->stored.record.id, isOn](run::Schedules &schedules) { return schedules.switchOn(id, isOn); },
         isOn ? tr("‘%1’ is on.").arg(look->stored.record.title) : tr("‘%1’ is off.").arg(look->stored.record.title));
}

void SchedulesPage::removeChosen()
{
    const ScheduleLook *look = chosen();
    if (look)
        tell(tr("Removing the schedule"), [id = look->stored.record.id](run::Schedules &schedules) { return schedules.remove(id); },
             tr("‘%1’ is removed.").arg(look->stored.record.title));
}

QList<PrintChoice> SchedulesPage::printChoices() const
{
    return {{tr("Month"), [this] { return Printout{tr("Scheduled runs"), subtitle(), {m_month->printed()}}; }},
            {tr("Schedules"), [this] { return Printout{tr("Scheduled runs"), {}, {m_table->printed()}}; }}};
}

} // namespace naru::ui
