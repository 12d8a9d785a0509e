#include "ui/pages/plan_list.h"

#include "ui/live_field.h"
#include "ui/pages/drop_zone.h"
#include "ui/pages/panel.h"
#include "ui/pages/plan_desk.h"
#include "ui/pages/plan_view.h"
#include "ui/pages/text_filter.h"
#include "ui/works.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace naru::ui {

PlanListPage::PlanListPage(Shell &theShell, const QString &robot, QWidget *parent)
    : Page(theShell, parent)
    , m_robot(robot)
    , m_stack(new QStackedWidget(this))
    , m_search(new LiveField(this))
    , m_model(new PlanModel(theShell.theme(), this))
    , m_filter(new TextFilter(PlanModel::SortRole, PlanModel::SearchRole, this))
    , m_table(new ListTable(theShell.theme(), tr("Plans"), this))
    , m_desk(new PlanDesk(theShell, this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    auto *list = new QWidget(this);
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    m_stack->addWidget(list);
    m_stack->addWidget(m_desk);
    addTable();
    m_back = new QAction(theShell.theme().icon(u"chevron-left"_s), tr("To the list"), this);
    m_back->setProperty("iconName", u"chevron-left"_s);
    m_back->setShortcut(QKeySequence(u"Ctrl+W"_s));
    connect(m_back, &QAction::triggered, this, &PlanListPage::backToList);
    addActions(m_desk->planActions());
    addAction(m_back);
    showActions();
    connect(m_desk, &PlanDesk::shown, this, [this] {
        showDesk();
        Q_EMIT subtitleChanged();
    });
    connect(m_desk, &PlanDesk::written, this, [this] {
        if (!showsPlan())
            refresh();
    });
}

void PlanListPage::addTable()
{
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(PlanModel::MadeColumn, Qt::DescendingOrder);
    m_table->setColumns({112, 0, 104, 96, 88, 160, 104, 104, 160});
    m_table->setColumnHidden(PlanModel::RobotColumn, !m_robot.isEmpty());
    m_table->setColumnHidden(PlanModel::MakerColumn, true);
    m_table->setYielding({PlanModel::AppliedColumn, PlanModel::ApproverColumn, PlanModel::ChangesColumn,
                          PlanModel::MadeColumn});
    m_table->setEmptyWords(tr("No plan yet."));
    m_search->setAccessibleName(tr("Filter the plans"));
    m_search->setPlaceholderText(tr("Title, person, initial consonants"));
    m_search->addAction(shell().theme().icon(u"filter"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(1);
    m_search->setMaximumWidth(shell().theme().px(360));
    auto *panel = new Panel(m_robot.isEmpty() ? tr("All plans") : tr("Plans so far"), this);
    panel->head()->addWidget(m_search, 2);
    panel->body()->addWidget(m_table);
    m_column->addWidget(panel, 1);
    connect(m_search, &LiveField::searched, m_filter, &TextFilter::setText);
    connect(m_search, &LiveField::left, m_search, &QLineEdit::clear);
    connect(m_table, &QTableView::activated, this, &PlanListPage::openRow);
}

void PlanListPage::takeFiles(std::function<void(const QStringList &)> take)
{
    m_take = std::move(take);
    setAcceptDrops(true);
}

void PlanListPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_take && !localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PlanListPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_take(localFiles(*event->mimeData()));
}

bool PlanListPage::showsPlan() const { return m_stack->currentWidget() == m_desk; }

QString PlanListPage::subtitle() const { return showsPlan() ? m_desk->subtitle() : QString(); }

QList<ShortcutHint> PlanListPage::hints() const
{
    if (!showsPlan())
        return {{u"↑↓"_s, tr("row")}, {u"Enter"_s, tr("open")}};
    return {{u"↑↓"_s, tr("line")}, {u"Enter"_s, tr("choose")}, {u"S"_s, tr("skip")}, {u"E"_s, tr("put right")}, {u"F8"_s, tr("next question")},
            {u"Ctrl+Enter"_s, tr("approve and apply")}, {u"Ctrl+W"_s, tr("list")}};
}

void PlanListPage::refresh()
{
    run::Session *session = shell().session();
    if (!session)
        return;
    shell().works().start(
        this, tr("Reading the plans"), [session](const Progress &) { return session->plans(); },
        [this](const QList<store::PlanSummary> &plans) {
            QList<store::PlanSummary> shown;
            for (const store::PlanSummary &plan : plans)
                if (m_robot.isEmpty() || plan.robot == m_robot)
                    shown.append(plan);
            m_model->setPlans(shown);
            if (m_table->currentRow() < 0)
                m_table->setCurrentIndex(m_filter->index(0, 0));
        });
}

void PlanListPage::open(const RecordRef &record)
{
    if (record.kind == u"plan"_s)
        m_desk->open(record.id);
}

QList<PrintChoice> PlanListPage::printChoices() const
{
    if (showsPlan())
        return m_desk->view()->printChoices(subtitle());
    return {{tr("List of plans"), [this] { return Printout{tr("Plans"), {}, {m_table->printed()}}; }}};
}

void PlanListPage::openRow(const QModelIndex &index)
{
    const QModelIndex source = m_filter->mapToSource(index);
    if (source.isValid())
        m_desk->open(m_model->plan(source.row()).id);
}

void PlanListPage::showActions()
{
    const QList<QAction *> own = m_desk->planActions();
    for (QAction *action : own)
        action->setVisible(showsPlan());
    m_back->setVisible(showsPlan());
}

void PlanListPage::showDesk()
{
    const bool isNew = !showsPlan();
    m_stack->setCurrentWidget(m_desk);
    showActions();
    if (isNew)
        m_desk->view()->table()->setFocus(Qt::OtherFocusReason);
}

void PlanListPage::backToList()
{
    m_stack->setCurrentIndex(0);
    showActions();
    m_table->setFocus(Qt::OtherFocusReason);
    refresh();
    Q_EMIT subtitleChanged();
}

} // namespace naru::ui
