#include "ui/pages/schedules_page.h"

#include "ui/pages/month_delegate.h"
#include "ui/pages/panel.h"
#include "ui/pages/run_ask.h"
#include "ui/pages/run_desk.h"
#include "ui/pages/schedule_editor.h"
#include "ui/works.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace naru::ui {

SchedulesPage::SchedulesPage(Shell &theShell)
    : Page(theShell)
    , m_desk(theShell.session() ? makeDesk(*theShell.session()) : nullptr)
    , m_shown(theShell.today().addDays(1 - theShell.today().day()))
    , m_monthPanel(new Panel({}, this))
    , m_weeks(new CellModel(theShell.theme(), weekHeads(), this))
    , m_month(new ListTable(theShell.theme(), tr("Month"), this))
    , m_days(new MonthDelegate(theShell.theme(), this))
    , m_list(new CellModel(theShell.theme(), {tr("Name"), tr("State"), tr("Next"), tr("Robot"), tr("Rule")}, this))
    , m_table(new ListTable(theShell.theme(), tr("Schedules"), this))
    , m_past(new CellModel(theShell.theme(), {tr("Due"), tr("What became of it")}, this))
    , m_pastTable(new ListTable(theShell.theme(), tr("Times that came"), this))
    , m_closing(new CellModel(theShell.theme(), {tr("Day"), tr("Closing day")}, this))
    , m_closingTable(new ListTable(theShell.theme(), tr("Closing days of the office"), this))
    , m_ask(new RunAsk(theShell.theme(), this))
    , m_sides(new QStackedWidget(this))
    , m_editor(new ScheduleEditor(theShell, m_desk, this))
{
    makeTables();
    layOut();
    addActions();
    setEditing(false);
    connectParts();
    fitWeeks();
}

void SchedulesPage::makeTables()
{
    m_month->setModel(m_weeks);
    m_month->setItemDelegate(m_days);
    m_month->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_month->setShowGrid(true);
    m_table->setModel(m_list);
    m_table->setColumns({0, 120, 112, 152, 200});
    m_table->setYielding({RuleColumn, RobotColumn, StateColumn});
    m_table->setEmptyWords(tr("Nothing is scheduled. Make a schedule with Ctrl+N."));
    m_pastTable->setModel(m_past);
    m_pastTable->setColumns({112, 0});
    m_pastTable->setEmptyWords(tr("None of its times has come yet."));
    m_closingTable->setModel(m_closing);
    m_closingTable->setColumns({120, 0});
    m_closingTable->setEmptyWords(tr("The office closes on holidays alone. Choose a day and close it with Ctrl+H."));
}

void SchedulesPage::connectParts()
{
    connect(m_table, &ListTable::rowChosen, this, [this] {
        showActions();
        showPast();
    });
    connect(m_table, &QTableView::activated, this, [this] { changeChosen(); });
    connect(m_pastTable, &ListTable::rowChosen, this, &SchedulesPage::showActions);
    connect(m_closingTable, &ListTable::rowChosen, this, &SchedulesPage::showActions);
    connect(m_month->selectionModel(), &QItemSelectionModel::currentChanged, this, &SchedulesPage::showActions);
    connect(m_editor, &ScheduleEditor::saved, this, [this](const QString &title) {
        setEditing(false);
        shell().say(Tone::Success, tr("‘%1’ is saved.").arg(title));
        shell().saved();
        refresh();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(&shell().theme(), &Theme::changed, this, &SchedulesPage::fitWeeks);
}

void SchedulesPage::layOut()
{
    m_monthPanel->body()->addWidget(m_month);
    auto *lists = new QSplitter(Qt::Vertical, this);
    const QList<std::pair<QString, ListTable *>> parts{
        {tr("Schedules"), m_table}, {tr("Times that came"), m_pastTable}, {tr("Closing days of the office"), m_closingTable}};
    for (const auto &[title, table] : parts) {
        auto *panel = new Panel(title, this);
        panel->body()->addWidget(table);
        panel->setMinimumWidth(1);
        lists->addWidget(panel);
    }
    m_parts = new QSplitter(Qt::Horizontal, this);
    m_parts->addWidget(m_monthPanel);
    m_parts->addWidget(lists);
    for (QSplitter *splitter : {lists, m_parts}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(8);
    }
    lists->setSizes({300, 300, 300}); // shares
    m_sides->addWidget(m_parts);
    m_sides->addWidget(m_editor);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_sides, 1);
    column->addWidget(m_ask);
}

void SchedulesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        m_parts->setSizes({width() * 66 / 100, width() * 34 / 100});
}

// After the table's own rows: the six weeks share the height, and scroll only where a day would be too low to be read.
void SchedulesPage::fitWeeks()
{
    m_month->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_month->verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_month->verticalHeader()->setMinimumSectionSize(shell().theme().px(36));
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
    QAction *save = addPageAction(tr("Save"), u"save"_s, QKeySequence::Save, [this] { m_editor->save(); });
    save->setProperty("primary", true);
    m_editActions = {save, addPageAction(tr("Do not save"), u"close"_s, QKeySequence(u"Esc"_s), [this] { leaveEditor(); })};
    // What does not fit in the header goes into its menu from the end.
    m_viewActions = {addPageAction(tr("New schedule …"), u"add"_s, QKeySequence::New, [this] { addNew(); }),
                     addPageAction(tr("Month before"), u"chevron-left"_s, QKeySequence(u"Alt+PgUp"_s), [this] { turn(-1); }),
                     addPageAction(tr("Next month"), u"chevron-right"_s, QKeySequence(u"Alt+PgDown"_s), [this] { turn(1); })};
    m_chosenActions = {addPageAction(tr("Change …"), u"edit"_s, QKeySequence(u"F2"_s), [this] { changeChosen(); })};
    m_viewActions.append(addPageAction(tr("Close the office on a day …"), u"calendar"_s, QKeySequence(u"Ctrl+H"_s), [this] { askClosing(); }));
    m_openDay = addPageAction(tr("Open the office on that day"), u"undo"_s, QKeySequence(u"Ctrl+Shift+H"_s), [this] { removeClosing(); });
    m_chosenActions.append(addPageAction(tr("Switch on or off"), u"clock"_s, {}, [this] { switchChosen(); }));
    m_chosenActions.append(addPageAction(tr("Remove the schedule"), u"close"_s, QKeySequence::Delete, [this] { removeChosen(); }));
    m_askedActions = {addPageAction(tr("Run what was missed"), u"apply"_s, {}, [this] { decideChosen(true); }),
                      addPageAction(tr("Do not run what was missed"), u"skip"_s, {}, [this] { decideChosen(false); })};
    m_viewActions.append(m_openDay);
    m_viewActions += m_chosenActions;
}

void SchedulesPage::showActions()
{
    for (QAction *action : std::as_const(m_chosenActions))
        action->setEnabled(chosen());
    m_openDay->setEnabled(!chosenClosing().isEmpty());
    const QModelIndex at = m_pastTable->currentIndex();
    const bool isAsked = at.isValid() && m_past->row(at.row()).cells.value(1).icon == u"question";
    for (QAction *action : std::as_const(m_askedActions))
        action->setVisible(isAsked && !isEditing());
}

bool SchedulesPage::isEditing() const { return m_sides->currentWidget() == m_editor; }

void SchedulesPage::setEditing(bool isEditing)
{
    m_sides->setCurrentIndex(isEditing ? 1 : 0);
    for (QAction *action : std::as_const(m_editActions))
        action->setVisible(isEditing);
    for (QAction *action : std::as_const(m_viewActions))
        action->setVisible(!isEditing);
    showActions();
    Q_EMIT subtitleChanged();
}

void SchedulesPage::leaveEditor()
{
    const bool isLost = m_editor->isTouched();
    setEditing(false);
    m_table->setFocus(Qt::OtherFocusReason);
    if (isLost)
        shell().offerUndo(tr("What you typed is not saved."), [this] { setEditing(true); });
}

// Before somebody fills in what would be refused.
bool SchedulesPage::mayChange(const QString &what)
{
    if (!m_desk)
        return false;
    const Status allowed = m_desk->session().mayDo(u"approve"_s);
    if (!allowed)
        shell().complain(allowed.error(), what);
    return bool(allowed);
}

void SchedulesPage::addNew()
{
    if (!mayChange(tr("New schedule")))
        return;
    m_editor->beginNew();
    setEditing(true);
}

void SchedulesPage::changeChosen()
{
    const ScheduleLook *look = chosen();
    if (!look || !mayChange(tr("Change the schedule")))
        return;
    m_editor->beginChange(look->stored);
    setEditing(true);
}

QString SchedulesPage::subtitle() const
{
    if (isEditing())
        return m_editor->isNew() ? tr("New schedule") : tr("Change the schedule");
    return tr("%1-%2").arg(m_shown.year()).arg(m_shown.month(), 2, 10, QChar(u'0'));
}

QList<ShortcutHint> SchedulesPage::hints() const
{
    if (isEditing())
        return {{u"Ctrl+S"_s, tr("save")}, {u"Esc"_s, tr("do not save")}};
    return {{u"Ctrl+N"_s, tr("new")}, {u"F2"_s, tr("change")}, {u"Alt+PgUp"_s, tr("month before")}, {u"Alt+PgDown"_s, tr("next month")},
            {u"Ctrl+H"_s, tr("close the office")}};
}

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
    const QDate day = chosenDay();
    const QList<DayLook> days = daysOf(look, shell().today());
    m_days->setDays(days);
    m_weeks->setRows(weekRows(days));
    chooseDay(day.isValid() ? day : shell().today());
    QList<CellRow> closing;
    for (const office::ClosingDay &one : look.closing)
        closing.append(closingRow(one));
    m_closing->setRows(closing);
    QList<CellRow> rows;
    for (const ScheduleLook &one : look.schedules)
        rows.append(scheduleRow(one));
    m_list->setRows(rows);
    m_table->setCurrentIndex(m_list->index(std::max(0, m_list->rowOf(key)), 0));
    showActions();
    showPast();
    Q_EMIT subtitleChanged();
}

void SchedulesPage::turn(int months)
{
    m_shown = m_shown.addMonths(months);
    refresh();
}

// A day that is not shown is none: the first of the month is chosen instead.
void SchedulesPage::chooseDay(QDate day)
{
    for (int row = 0; row < m_weeks->rowCount(); ++row) {
        const QDate monday = QDate::fromString(m_weeks->row(row).key, Qt::ISODate);
        const qint64 column = monday.daysTo(day);
        if (column >= 0 && column < 7 && day.month() == m_shown.month())
            return m_month->setCurrentIndex(m_weeks->index(row, int(column)));
    }
    if (day != m_shown)
        chooseDay(m_shown);
}

QDate SchedulesPage::chosenDay() const
{
    const QModelIndex at = m_month->currentIndex();
    return at.isValid() ? QDate::fromString(at.data(CellModel::KeyRole).toString(), Qt::ISODate).addDays(at.column()) : QDate();
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
    if (!look)
        return;
    const run::StoredSchedule stored = look->stored;
    shell().works().start(
        this, tr("Removing the schedule"),
        [desk = m_desk, id = stored.record.id](const Progress &) { return run::Schedules(*desk).remove(id); },
        [this, stored] {
            shell().saved();
            refresh();
            shell().offerUndo(tr("‘%1’ is removed.").arg(stored.record.title), [this, stored] {
                tell(tr("Bringing the schedule back"),
                     [stored](run::Schedules &schedules) -> Status {
                         const Result<QString> added = schedules.add(stored.schedule, stored.record.title);
                         return added ? Status() : Status(added.error());
                     },
                     tr("‘%1’ is there again.").arg(stored.record.title));
            });
        });
}

// ---- closing days

// The record that closes the day that is chosen: in the list where that has the focus, else in the month.
QString SchedulesPage::chosenClosing() const
{
    const QModelIndex listed = m_closingTable->currentIndex();
    if (m_closingTable->hasFocus() && listed.isValid())
        return listed.data(CellModel::KeyRole).toString();
    const QDate day = chosenDay();
    for (const QString &id : {day.toString(Qt::ISODate), day.toString(u"MM-dd"_s)})
        if (m_closing->rowOf(id) >= 0)
            return id;
    return listed.isValid() ? listed.data(CellModel::KeyRole).toString() : QString();
}

void SchedulesPage::askClosing()
{
    if (!mayChange(tr("Close the office on a day")))
        return;
    const QString day = chosenDay().toString(Qt::ISODate);
    m_ask->ask(tr("On which day is the office closed, and why? Without a year (07-01) it is closed on that day of every year."), tr("Close"),
               {{tr("Day"), day}, {tr("Name, such as the anniversary of its opening")}},
               [this](const QStringList &typed) { closeOffice({typed[0], typed[1], {}}); });
}

void SchedulesPage::closeOffice(const office::ClosingDay &day)
{
    shell().works().start(
        this, tr("Closing the office on a day"),
        [desk = m_desk, day](const Progress &) { return run::ClosingDays(desk->session()).add(day); },
        [this, name = day.name](const QString &id) {
            shell().saved();
            refresh();
            m_month->setFocus(Qt::OtherFocusReason);
            shell().offerUndo(tr("The office is closed: %1").arg(name), [this, id] { openOffice(id, tr("The office is open on that day again.")); });
        });
}

void SchedulesPage::removeClosing()
{
    const QString id = chosenClosing();
    const auto at = std::find_if(m_look.closing.begin(), m_look.closing.end(), [&id](const office::ClosingDay &one) { return one.id == id; });
    if (at != m_look.closing.end() && mayChange(tr("Open the office on that day")))
        openOffice(id, tr("‘%1’ is a working day again.").arg(at->name));
}

void SchedulesPage::openOffice(const QString &id, const QString &done)
{
    tell(tr("Opening the office on a day"), [id](run::Schedules &schedules) { return schedules.closingDays().remove(id); }, done);
}

// ---- times that came

void SchedulesPage::showPast()
{
    const ScheduleLook *look = chosen();
    if (!look) {
        m_past->setRows({});
        return;
    }
    constexpr int shown = 100;
    shell().works().start(
        this, tr("Reading the times that came"),
        [desk = m_desk, id = look->stored.record.id](const Progress &) { return run::Schedules(*desk).past(id, shown); },
        [this, id = look->stored.record.id](const QList<store::Occurrence> &past) {
            if (!chosen() || chosen()->stored.record.id != id)
                return; // another has been chosen meanwhile
            QList<CellRow> rows;
            for (const store::Occurrence &one : past)
                rows.append(pastRow(one));
            m_past->setRows(rows);
            showActions();
        },
        {}, true);
}

void SchedulesPage::decideChosen(bool isRun)
{
    const ScheduleLook *look = chosen();
    const QModelIndex at = m_pastTable->currentIndex();
    if (!look || !at.isValid())
        return;
    const QDateTime moment = m_past->row(at.row()).cells.first().sort.toDateTime();
    tell(tr("Deciding on what was missed"),
         [id = look->stored.record.id, moment, isRun](run::Schedules &schedules) { return schedules.decide(id, moment, isRun); },
         isRun ? tr("The robot runs now.") : tr("It is left out."));
}

QList<PrintChoice> SchedulesPage::printChoices() const
{
    return {{tr("Month"), [this] { return Printout{tr("Scheduled runs"), subtitle(), {m_month->printed()}}; }},
            {tr("Schedules"), [this] { return Printout{tr("Scheduled runs"), {}, {m_table->printed()}}; }}};
}

} // namespace naru::ui
