#include "ui/pages/run_panel.h"

#include "ui/diagram_node.h"
#include "ui/diagram_view.h"
#include "ui/pages/decision_view.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace naru::ui {

RunPanel::RunPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_process(new Panel(tr("Process"), this))
    , m_diagram(new DiagramView(theme, this))
    , m_tabs(new QTabWidget(this))
    , m_decisions(new DecisionView(theme, this))
{
    addTool(*m_process, u"zoom-out"_s, tr("Smaller"), u"Alt+-"_s, [this] { m_diagram->zoomOut(); });
    addTool(*m_process, u"zoom-in"_s, tr("Larger"), u"Alt+="_s, [this] { m_diagram->zoomIn(); });
    addTool(*m_process, u"zoom-fit"_s, tr("Whole process"), u"Alt+0"_s, [this] { m_diagram->fit(); });
    m_process->body()->addWidget(m_diagram);
    m_storyList = addList(tr("What happened"), {tr("When"), tr("What"), tr("Who")}, {160, 0, 104}, tr("Nothing has happened yet."));
    m_tabs->addTab(m_decisions, tr("Decisions"));
    m_variableList = addList(tr("What it knows"), {tr("Name"), tr("Value"), tr("Since")}, {144, 0, 160}, tr("It knows nothing yet."));
    m_evidenceList = addList(tr("Evidence"), {tr("Kind"), tr("Where")}, {112, 0}, tr("No document and no plan."));
    m_incidentList = addList(tr("Problems"), {tr("No."), tr("Where"), tr("What")}, {72, 160, 0}, tr("Nothing hinders it."));
    m_story = m_storyList.table;
    m_variables = m_variableList.table;
    m_evidence = m_evidenceList.table;
    m_incidents = m_incidentList.table;
    addHindrance();
    m_story->setYielding({2});
    m_variables->setYielding({2});
    m_tabs->setMinimumSize(1, 1);
    m_tabs->setFocusPolicy(Qt::NoFocus); // its bar has the focus, under its own name
    m_tabs->tabBar()->setFocusPolicy(Qt::StrongFocus);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the run"));
    auto *parts = new QSplitter(Qt::Vertical, this);
    auto *below = new Panel(tr("The run"), this);
    below->body()->addWidget(m_tabs);
    parts->addWidget(m_process);
    parts->addWidget(below);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(8);
    parts->setSizes({400, 400});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(parts);
    connect(m_evidence, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT evidenceWanted(index.data(CellModel::KeyRole).toString());
    });
    connect(m_incidents, &QTableView::activated, this, [this] {
        if (const RunIncident *one = incident())
            goTo(one->element);
    });
}

// What hinders is read in full below its list: what happened, what to do, and the reason of the log.
void RunPanel::addHindrance()
{
    auto *page = new QWidget(m_tabs);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const int tab = m_tabs->indexOf(m_incidents);
    const QString title = m_tabs->tabText(tab);
    m_hindrance = new QLabel(page);
    m_hindrance->setAccessibleName(tr("The chosen problem"));
    m_hindrance->setWordWrap(true);
    m_hindrance->setTextFormat(Qt::PlainText);
    m_hindrance->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_hindrance->setProperty("role", u"padded"_s);
    m_hindrance->setMinimumWidth(1);
    m_hindrance->hide();
    m_tabs->removeTab(tab);
    column->addWidget(m_incidents, 1);
    column->addWidget(m_hindrance);
    m_incidents->show();
    m_tabs->insertTab(tab, page, title);
    connect(m_incidents, &ListTable::rowChosen, this, &RunPanel::showHindrance);
}

void RunPanel::showHindrance()
{
    const RunIncident *one = incident();
    m_hindrance->setVisible(one);
    m_hindrance->setText(one ? tr("%1\nReason: %2").arg(one->text, one->reason) : QString());
    m_hindrance->setAccessibleDescription(m_hindrance->text());
}

QString RunPanel::hindrance() const { return m_hindrance->text(); }

RunPanel::List RunPanel::addList(const QString &title, const QStringList &heads, const QList<int> &widths, const QString &emptyWords)
{
    List list{new CellModel(m_theme, heads, this), new ListTable(m_theme, title, this)};
    list.table->setModel(list.model);
    list.table->setColumns(widths);
    list.table->setEmptyWords(emptyWords);
    m_tabs->addTab(list.table, title);
    return list;
}

void RunPanel::addTool(Panel &panel, const QString &icon, const QString &text, const QString &keys, std::function<void()> act)
{
    auto *action = new QAction(m_theme.icon(icon), text, this);
    action->setShortcut(QKeySequence(keys));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(act));
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("role", u"tool"_s);
    button->setAccessibleName(text);
    button->setToolTip(u"%1 (%2)"_s.arg(text, keys));
    panel.head()->addWidget(button);
    addAction(action);
}

// The row that was chosen stays chosen.
void RunPanel::refill(const List &list, const QList<CellRow> &rows)
{
    const QString key = list.table->currentIndex().data(CellModel::KeyRole).toString();
    list.model->setRows(rows);
    if (const int row = list.model->rowOf(key); !key.isEmpty() && row >= 0)
        list.table->setCurrentIndex(list.model->index(row, 0));
}

void RunPanel::showRun(const RunLook &look)
{
    const bool isSame = m_look.head.id == look.head.id;
    if (!isSame || m_look.diagram.shapes.size() != look.diagram.shapes.size())
        m_diagram->setDiagram(look.diagram);
    m_look = look;
    m_process->setTitle(u"%1 · %2"_s.arg(look.head.title, stateCell(look.head.state).text));
    m_diagram->setMarks(look.marks);
    m_decisions->setDecisions(look.decisions);
    refill(m_storyList, look.story);
    refill(m_variableList, look.variables);
    refill(m_evidenceList, look.evidence);
    QList<CellRow> incidents;
    for (const RunIncident &one : look.incidents)
        incidents.append({QString::number(one.number), {{QString::number(one.number), u"warning"_s, Tone::Danger}, {one.where}, {one.text}}});
    refill(m_incidentList, incidents);
    showHindrance();
    if (!isSame && !look.incidents.isEmpty())
        m_tabs->setCurrentWidget(m_incidents->parentWidget());
    else if (!isSame)
        m_tabs->setCurrentWidget(m_story);
}

void RunPanel::clear(const QString &why)
{
    m_look = {};
    m_process->setTitle(why);
    m_diagram->setDiagram({});
    m_decisions->setDecisions({});
    for (const List &list : {m_storyList, m_variableList, m_evidenceList, m_incidentList})
        list.model->setRows({});
    showHindrance();
}

const RunIncident *RunPanel::incident() const
{
    const int row = std::max(0, m_incidents->currentRow());
    return row < m_look.incidents.size() ? &m_look.incidents[row] : nullptr;
}

QString RunPanel::chosenVariable() const { return m_variables->currentIndex().data(CellModel::KeyRole).toString(); }

void RunPanel::goTo(const QString &element)
{
    if (DiagramNode *node = m_diagram->node(element))
        node->setFocus(Qt::OtherFocusReason);
}

QList<PrintedTable> RunPanel::printed() const
{
    return {m_story->printed(tr("What happened")), m_decisions->printed(), m_variables->printed(tr("What it knows")),
            m_evidence->printed(tr("Evidence")), m_incidents->printed(tr("Problems"))};
}

} // namespace naru::ui
