#include "ui/pages/home_page.h"

#include "ui/pages/journal_model.h"
#include "ui/pages/panel.h"
#include "ui/words.h"
#include "ui/works.h"

#include <QGridLayout>
#include <QBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace naru::ui {

namespace {

constexpr int latestEntries = 50;

} // namespace

HomePage::HomePage(Shell &theShell)
    : Page(theShell)
    , m_tasks(new CellModel(theShell.theme(), taskHeads(), this))
    , m_waiting(new PlanModel(theShell.theme(), this))
    , m_booked(new PlanModel(theShell.theme(), this))
    , m_journal(new JournalModel(theShell.theme(), this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    addStarts(*grid);
    addTasks(*grid);
    auto *plans = new QVBoxLayout;
    plans->setSpacing(12);
    grid->addLayout(plans, 1, 1);
    m_waitingTable = addPlans(*plans, tr("Waits for a decision"), m_waiting, m_waitingPanel);
    m_bookedTable = addPlans(*plans, tr("Booked"), m_booked, m_bookedPanel);
    m_entries = new ListTable(theShell.theme(), tr("Done last"), this);
    m_entries->setModel(m_journal);
    m_entries->setColumns({72, 164, 112, 200, 0, 152, 152, 128});
    m_entries->setColumnHidden(JournalModel::NumberColumn, true);
    m_entries->setColumnHidden(JournalModel::PlanColumn, true);
    m_entries->setYielding({JournalModel::ApproverColumn, JournalModel::ActorColumn, JournalModel::EventColumn,
                            JournalModel::MomentColumn});
    auto *panel = new Panel(tr("Done last"), this);
    panel->body()->addWidget(m_entries);
    m_entries->setEmptyWords(tr("Nothing has been done yet."));
    grid->addWidget(panel, 2, 0, 1, 2);
    grid->setRowStretch(1, 1);
    grid->setRowStretch(2, 1);
    for (int column = 0; column < 2; ++column)
        grid->setColumnStretch(column, 1);
    connect(m_entries, &QTableView::activated, this, [this](const QModelIndex &index) {
        shell().openPage(u"journal"_s, m_journal->entry(index.row()).change.record);
    });
}

void HomePage::addStarts(QGridLayout &grid)
{
    auto *holder = new QWidget(this);
    holder->setMinimumWidth(1); // the row gives way: see resizeEvent
    m_starts = new QBoxLayout(QBoxLayout::LeftToRight, holder);
    m_starts->setContentsMargins(0, 0, 0, 0);
    m_starts->setSpacing(8);
    const QList<std::tuple<QString, QString, QString>> starts{
        {u"personnel-order"_s, u"order"_s, tr("Work a personnel order in")},
        {u"people"_s, u"people"_s, tr("Look up people and units")},
        {u"journal"_s, u"journal"_s, tr("See what has changed")}};
    for (const auto &[page, icon, text] : starts) {
        auto *button = new QToolButton(this);
        button->setProperty("role", u"action"_s);
        button->setIcon(shell().theme().icon(icon, Tone::Accent));
        button->setText(text);
        button->setAccessibleName(text);
        button->setIconSize({shell().theme().px(22), shell().theme().px(18)});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, id = page] { shell().openPage(id); });
        m_starts->addWidget(button);
    }
    m_starts->addStretch(1);
    grid.addWidget(holder, 0, 0, 1, 2);
}

void HomePage::addTasks(QGridLayout &grid)
{
    m_tasksTable = new ListTable(shell().theme(), tr("To do"), this);
    m_tasksTable->setModel(m_tasks);
    m_tasksTable->setColumns({176, 128, 0, 100, 100});
    m_tasksTable->setTextElideMode(Qt::ElideMiddle); // a robot at the one end, a document at the other
    for (const int hidden : {TaskStateColumn, TaskMadeColumn})
        m_tasksTable->setColumnHidden(hidden, true);
    m_tasksTable->setEmptyWords(tr("None."));
    m_tasksPanel = new Panel(tr("To do"), this);
    m_tasksPanel->setMinimumWidth(1);
    m_tasksPanel->body()->addWidget(m_tasksTable);
    grid.addWidget(m_tasksPanel, 1, 0);
    connect(m_tasksTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        shell().openPage(u"work"_s, {u"work"_s, index.data(CellModel::KeyRole).toString()});
    });
}

void HomePage::showTasks(const QList<TaskEntry> &tasks)
{
    QList<CellRow> rows;
    for (const TaskEntry &task : tasks)
        rows.append(taskRow(task, shell().session()->actor(), shell().today()));
    std::stable_sort(rows.begin(), rows.end(), [](const CellRow &a, const CellRow &b) {
        return a.cells[DueColumn].sort.toDateTime() < b.cells[DueColumn].sort.toDateTime();
    });
    m_tasks->setRows(rows);
    m_tasksPanel->setTitle(tr("To do %1").arg(rows.size()));
}

ListTable *HomePage::addPlans(QBoxLayout &column, const QString &title, PlanModel *model, Panel *&panel)
{
    auto *table = new ListTable(shell().theme(), title, this);
    table->setModel(model);
    table->setColumns({112, 0, 100, 80, 80, 136, 100, 100, 136});
    for (const int hidden : {PlanModel::RobotColumn, PlanModel::MakerColumn, PlanModel::ApproverColumn, PlanModel::AppliedColumn,
                             PlanModel::MadeColumn})
        table->setColumnHidden(hidden, true);
    table->setYielding({PlanModel::ChangesColumn, PlanModel::QuestionsColumn});
    table->setEmptyWords(tr("None."));
    panel = new Panel(title, this);
    panel->setMinimumWidth(1);
    panel->body()->addWidget(table);
    column.addWidget(panel, 1);
    connect(table, &QTableView::activated, this, [this, model](const QModelIndex &index) {
        const store::PlanSummary plan = model->plan(index.row());
        shell().openPage(plan.robot == u"personnel-order"_s ? plan.robot : u"plans"_s, {u"plan"_s, plan.id});
    });
    return table;
}

void HomePage::showPlans(const QList<store::PlanSummary> &plans)
{
    QList<store::PlanSummary> waiting;
    QList<store::PlanSummary> booked;
    for (const store::PlanSummary &plan : plans) {
        if (plan.state == store::PlanState::Draft)
            waiting.append(plan);
        else if (plan.state == store::PlanState::Booked || plan.state == store::PlanState::PartlyBooked)
            booked.append(plan);
    }
    m_waiting->setPlans(waiting);
    m_booked->setPlans(booked);
    m_waitingPanel->setTitle(tr("Waits for a decision %1").arg(waiting.size()));
    m_bookedPanel->setTitle(tr("Booked %1").arg(booked.size()));
}

void HomePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    int needed = 0;
    for (int i = 0; i < m_starts->count(); ++i)
        needed += m_starts->itemAt(i)->sizeHint().width() + m_starts->spacing();
    m_starts->setDirection(needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QList<PrintChoice> HomePage::printChoices() const
{
    return {{tr("Overview"), [this] {
                 return Printout{tr("Overview"), {},
                                 {m_tasksTable->printed(tr("To do")), m_waitingTable->printed(tr("Waits for a decision")), m_bookedTable->printed(tr("Booked")),
                                  m_entries->printed(tr("Done last"))}};
             }}};
}

void HomePage::refresh()
{
    run::Session *session = shell().session();
    if (!session)
        return;
    shell().works().start(
        this, tr("Reading the plans"), [session](const Progress &) { return session->plans(); },
        [this](const QList<store::PlanSummary> &plans) { showPlans(plans); });
    shell().works().start(
        this, tr("Reading the tasks"),
        [session](const Progress &) {
            run::RobotDesk desk(*session);
            return openTasks(desk);
        },
        [this](const QList<TaskEntry> &tasks) { showTasks(tasks); });
    store::JournalFilter filter;
    filter.limit = latestEntries;
    filter.latestFirst = true;
    shell().works().start(
        this, tr("Reading the journal"), [session, filter](const Progress &) { return journalLook(*session, filter); },
        [this](const JournalLook &look) { m_journal->setLook(look); });
}

} // namespace naru::ui
