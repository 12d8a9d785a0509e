#include "ui/pages/tasks_page.h"

#include "ui/live_field.h"
#include "ui/pages/filtered_list.h"
#include "ui/pages/panel.h"
#include "ui/pages/run_desk.h"
#include "ui/pages/task_form.h"
#include "ui/pages/task_panel.h"
#include "ui/pages/text_filter.h"
#include "ui/works.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

constexpr int secondsBetweenLooks = 5;

Status claimWord(run::RobotDesk &desk, const QString &key) { return desk.claim(key); }
Status releaseWord(run::RobotDesk &desk, const QString &key) { return desk.release(key); }

} // namespace

TasksPage::TasksPage(Shell &theShell)
    : Page(theShell)
    , m_desk(theShell.session() ? makeDesk(*theShell.session()) : nullptr)
    , m_model(new CellModel(theShell.theme(), taskHeads(), this))
    , m_list(new FilteredList(theShell.theme(), m_model,
                              {tr("Tasks for me"), tr("Things to do"), tr("Filter the tasks"),
                               tr("Task, robot, initial consonants"), tr("No robot waits for you.")},
                              this))
    , m_filter(m_list->filter())
    , m_table(m_list->table())
    , m_search(m_list->search())
    , m_panel(new TaskPanel(theShell.theme(), this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
{
    m_table->sortByColumn(DueColumn, Qt::AscendingOrder);
    m_table->setColumns({178, 0, 124, 112, 136});
    m_table->setTextElideMode(Qt::ElideMiddle); // a robot at the one end, a document at the other
    m_table->setYielding({TaskMadeColumn, TaskRunColumn, TaskStateColumn});
    m_parts->addWidget(m_list);
    m_parts->addWidget(m_panel);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_parts);
    addActions();
    showActions();
    m_clock.setInterval(secondsBetweenLooks * 1000);
    connect(&m_clock, &QTimer::timeout, this, [this] { load(true); });
    connect(m_table, &ListTable::rowChosen, this, [this](int row) {
        if (!m_isRefilling)
            showTask(m_filter->index(row, 0).data(CellModel::KeyRole).toString());
    });
    connect(m_table, &QTableView::activated, this, [this] { m_panel->form()->focusFirst(); });
    connect(m_panel, &TaskPanel::planWanted, this, [this](const QString &plan) { shell().openPage(u"plans"_s, {u"plan"_s, plan}); });
    connect(m_panel, &TaskPanel::runWanted, this, [this](const QString &run) { shell().openPage(u"runs"_s, {u"run"_s, run}); });
    connect(m_panel, &TaskPanel::handedOn, this, &TasksPage::handOn);
    connect(m_panel, &TaskPanel::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
}

QAction *TasksPage::addPageAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act)
{
    auto *action = new QAction(shell().theme().icon(icon), text, this);
    action->setProperty("iconName", icon);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    return action;
}

void TasksPage::addActions()
{
    m_complete = addPageAction(tr("Done"), u"approve"_s, QKeySequence(u"Ctrl+Return"_s), [this] { complete(); });
    m_complete->setProperty("primary", true);
    m_claim = addPageAction(tr("Take it"), u"person"_s, QKeySequence(u"F3"_s), [this] { claim(); });
    m_release = addPageAction(tr("Give it back"), u"undo"_s, QKeySequence(u"Shift+F3"_s), [this] { release(); });
    m_handOn = addPageAction(tr("Hand on …"), u"handover"_s, QKeySequence(u"F4"_s), [this] { m_panel->askPerson(); });
    addPageAction(tr("Filter the tasks"), u"filter"_s, QKeySequence::Find, [this] { m_search->setFocus(Qt::ShortcutFocusReason); })
        ->setProperty("hidden", true);
}

void TasksPage::showActions()
{
    const store::WorkItem &item = m_panel->item();
    const bool isOpen = !item.key.isEmpty() && !item.ended.isValid();
    m_complete->setEnabled(isOpen);
    m_claim->setEnabled(isOpen && item.holder.isEmpty());
    m_release->setEnabled(isOpen && !item.holder.isEmpty());
    m_handOn->setEnabled(isOpen);
}

QString TasksPage::subtitle() const
{
    const int count = m_model->rowCount();
    return count > 0 ? tr("%1 to do").arg(QLocale().toString(count)) : QString();
}

QList<ShortcutHint> TasksPage::hints() const
{
    return {{u"↑↓"_s, tr("row")}, {u"Enter"_s, tr("fill in")}, {u"Ctrl+Enter"_s, tr("done")}, {u"F3"_s, tr("take")},
            {u"F4"_s, tr("hand on")}, {u"Esc"_s, tr("back to the list")}, {u"Ctrl+F"_s, tr("filter")}};
}

void TasksPage::refresh() { load(false); }

void TasksPage::open(const RecordRef &record)
{
    m_wanted = record.id;
    load(false);
}

void TasksPage::load(bool isQuiet)
{
    if (!m_desk)
        return;
    shell().works().start(
        this, tr("Reading the tasks"), [desk = m_desk](const Progress &) { return openTasks(*desk); },
        [this](const QList<TaskEntry> &tasks) { take(tasks); },
        isQuiet ? [](const Error &) {} : std::function<void(const Error &)>(), isQuiet);
}

void TasksPage::take(const QList<TaskEntry> &tasks)
{
    QList<CellRow> rows;
    for (const TaskEntry &task : tasks)
        rows.append(taskRow(task, shell().session()->actor(), shell().today()));
    QString key = m_wanted.isEmpty() ? m_table->currentIndex().data(CellModel::KeyRole).toString() : m_wanted;
    {
        const QScopedValueRollback<bool> refilling(m_isRefilling, true);
        m_model->setRows(rows);
        if (m_model->rowOf(key) < 0)
            key = m_filter->index(0, 0).data(CellModel::KeyRole).toString();
        m_table->setCurrentIndex(m_filter->mapFromSource(m_model->index(m_model->rowOf(key), 0)));
    }
    m_wanted.clear();
    Q_EMIT subtitleChanged();
    showTask(key);
}

void TasksPage::showTask(const QString &key)
{
    if (key.isEmpty()) {
        m_panel->clear(tr("Nothing is to be done."));
        showActions();
        return;
    }
    shell().works().start(
        this, tr("Opening the task"), [desk = m_desk, key](const Progress &) { return openedTask(*desk, key); },
        [this, key](const OpenedTask &task) {
            const QString current = m_table->currentIndex().siblingAtColumn(0).data(CellModel::KeyRole).toString();
            if (current != key)
                return; // another has been chosen meanwhile
            m_panel->showTask(task, shell().today());
            showActions();
        },
        {}, true);
}

// A word to the run that the task belongs to, and what is said when it has been heard: a line, or the offer to take it back.
void TasksPage::tell(const QString &title, const QString &key, Word word, const QString &done, Word undo)
{
    if (!m_desk || key.isEmpty())
        return;
    shell().works().start(
        this, title,
        [desk = m_desk, key, word](const Progress &) -> Status {
            const Result<store::WorkItem> item = desk->workItem(key);
            if (!item)
                return item.error();
            if (const Status told = word(*desk, key); !told)
                return told;
            return goOn(*desk, item->run);
        },
        [this, title, key, done, undo] {
            if (undo)
                shell().offerUndo(done, [this, title, key, undo] { tell(title, key, undo, tr("It is as it was before.")); });
            else
                shell().say(Tone::Success, done);
            shell().saved();
            load(true);
        });
}

void TasksPage::claim()
{
    tell(tr("Taking the task"), m_panel->item().key, claimWord, tr("The task is yours."), releaseWord);
}

void TasksPage::release()
{
    tell(tr("Giving the task back"), m_panel->item().key, releaseWord, tr("Others may take the task now."), claimWord);
}

void TasksPage::handOn(const QString &person)
{
    tell(
        tr("Handing the task on"), m_panel->item().key,
        [person](run::RobotDesk &desk, const QString &key) -> Status {
            const auto directory = desk.session().directory();
            if (!directory)
                return directory.error();
            const Result<QString> meant = personMeant(**directory, person);
            return meant ? desk.delegate(key, *meant) : Status(meant.error());
        },
        tr("Handed on to %1.").arg(person));
}

void TasksPage::complete()
{
    if (!m_complete->isEnabled())
        return;
    if (!m_panel->form()->check()) {
        shell().say(Tone::Warning, tr("Something is missing in the form."));
        return;
    }
    const feel::Context values = m_panel->form()->values();
    tell(tr("Completing the task"), m_panel->item().key, [values](run::RobotDesk &desk, const QString &key) { return desk.complete(key, values); },
         tr("Done. The robot goes on."));
}

QList<PrintChoice> TasksPage::printChoices() const
{
    return {{tr("List of tasks"), [this] { return Printout{tr("Things to do"), {}, {m_table->printed()}}; }},
            {tr("Task"), [this] { return Printout{tr("Task"), {}, {m_panel->printed()}}; }}};
}

void TasksPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        m_parts->setSizes({width() * 55 / 100, width() * 45 / 100});
}

void TasksPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_clock.start();
}

void TasksPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_clock.stop();
}

} // namespace naru::ui
