#include "ui/pages/plan_view.h"

#include "ui/live_field.h"
#include "ui/pages/changes_panel.h"
#include "ui/pages/decision_panel.h"
#include "ui/pages/evidence_view.h"
#include "ui/pages/panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace naru::ui {

PlanView::PlanView(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_model(new LineModel(shell.theme(), this))
    , m_filter(new LineFilter(this))
    , m_table(new ListTable(shell.theme(), tr("Lines of the plan"), this))
    , m_search(new LiveField(this))
    , m_chipRow(new QHBoxLayout)
    , m_evidence(new EvidenceView(shell, this))
    , m_decision(new DecisionPanel(shell, this))
    , m_changes(new ChangesPanel(shell.theme(), this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
    , m_outer(new QSplitter(Qt::Vertical, this))
    , m_inner(new QSplitter(Qt::Horizontal, this))
    , m_tabs(new QTabWidget(this))
{
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(LineModel::StateColumn, Qt::AscendingOrder);
    m_table->setColumns({112, 56, 76, 96, 0, 112});
    m_table->setYielding({LineModel::NumberColumn});
    m_table->setColumnHidden(LineModel::DayColumn, true); // mostly one day for all; it stands in the third part
    m_table->installEventFilter(this);
    m_search->setMinimumWidth(1); // the counts are more important
    m_search->setAccessibleName(tr("Filter the lines"));
    m_search->setPlaceholderText(tr("Name, number, unit, initial consonants"));
    m_search->addAction(shell.theme().icon(u"filter"_s, Tone::Muted), QLineEdit::LeadingPosition);
    layOut();
    addChips();
    connect(m_table, &ListTable::rowChosen, this, &PlanView::showCurrent);
    connect(m_search, &LiveField::searched, this, [this](const QString &text) {
        m_filter->setText(text);
        showCurrent();
    });
    connect(m_search, &LiveField::left, m_search, &QLineEdit::clear);
    connect(m_decision, &DecisionPanel::decided, this, [this](QJsonObject answer) {
        if (const PlanLine *line = currentLine()) {
            answer.insert(u"line"_s, line->number);
            Q_EMIT answered(answer);
        }
    });
    connect(m_decision, &DecisionPanel::fieldChosen, m_evidence, &EvidenceView::showField);
    connect(&shell.theme(), &Theme::changed, this, &PlanView::showCurrent);
}

void PlanView::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_chipRow->setSpacing(8);
    column->addLayout(m_chipRow);
    column->addWidget(m_parts, 1);
    auto *lines = new Panel(tr("Lines"), this);
    lines->body()->addWidget(m_table);
    m_parts->addWidget(lines);
    m_parts->addWidget(m_outer);
    m_parts->addWidget(m_tabs);
    m_tabs->setAccessibleName(tr("Parts of the plan"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the plan"));
    arrange();
    for (QSplitter *splitter : {m_parts, m_outer, m_inner}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(8);
    }
}

void PlanView::addChips()
{
    const QList<std::optional<LineState>> states{LineState::Question, LineState::Rejected, LineState::Ready,
                                                 LineState::NoChange, std::nullopt};
    for (const std::optional<LineState> &state : states) {
        auto *chip = new QToolButton(this);
        chip->setProperty("role", u"chip"_s);
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::StrongFocus);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        if (state)
            chip->setIcon(m_shell.theme().icon(mannerOf(*state).icon, mannerOf(*state).tone));
        connect(chip, &QToolButton::clicked, this, [this, state] { filterBy(state); });
        m_chipRow->addWidget(chip);
        m_chips.append({state, chip});
    }
    m_chips.last().second->setChecked(true);
    showCounts();
    m_chipRow->addStretch(1);
    m_chipRow->addWidget(m_search, 2);
}

void PlanView::filterBy(std::optional<LineState> state)
{
    for (const auto &[own, chip] : std::as_const(m_chips))
        chip->setChecked(own == state);
    m_filter->setState(state);
    showCurrent();
}

void PlanView::showCounts()
{
    const QLocale locale;
    for (const auto &[state, chip] : std::as_const(m_chips)) {
        const int count = state ? m_model->count(*state) : m_model->rowCount();
        chip->setText(u"%1 %2"_s.arg(state ? mannerOf(*state).word : tr("All"), locale.toString(count)));
        chip->setAccessibleName(chip->text());
        chip->setVisible(!state || count > 0);
    }
}

int PlanView::questions() const { return m_model->count(LineState::Question); }

const PlanLine *PlanView::currentLine() const
{
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    return index.isValid() ? &m_model->line(index.row()) : nullptr;
}

QList<PrintChoice> PlanView::printChoices(const QString &title) const
{
    QList<PrintChoice> choices{{tr("Lines"), [this, title] { return Printout{title, tr("Lines"), {m_table->printed()}}; }},
                               {tr("This line"), [this, title] {
                                    const PlanLine *line = currentLine();
                                    return Printout{title, line ? tr("Line %1").arg(line->number) : QString(), {m_changes->printed()}};
                                }}};
    if (questions() > 0)
        choices.insert(1, {tr("To decide"), [this, title] { return Printout{title, tr("To decide"), {printedQuestions()}}; }});
    return choices;
}

PrintedText PlanView::printedQuestions() const
{
    PrintedText out;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const PlanLine &line = m_model->line(row);
        if (line.state != LineState::Question)
            continue;
        out.append({u"%1 · %2"_s.arg(line.number).arg(line.name), true});
        out.append({line.text, false});
        for (const LineReason &reason : line.reasons) {
            out.append({reason.text, false});
            for (const Candidate &candidate : reason.candidates)
                out.append({u"    ○ "_s + candidate.text, false});
        }
    }
    return out;
}

void PlanView::setPlan(const Plan &plan, bool mayDecide)
{
    const bool isRevision = plan.id == m_plan.id;
    const PlanLine *before = currentLine();
    const int line = isRevision && before ? before->number : 0;
    m_plan = plan;
    m_mayDecide = mayDecide;
    m_evidence->setSources(plan.sources);
    m_model->setLines(linesOf(plan));
    m_table->setColumnHidden(LineModel::KindColumn, hasLines()); // there it is part of the words
    if (m_room != Room::Tight)
        m_decision->setVisible(hasLines());
    showCounts();
    if (!isRevision)
        filterBy(std::nullopt);
    if (line > 0)
        choose(line);
    if (!currentLine())
        m_table->setCurrentIndex(m_filter->index(0, 0));
    const PlanLine *now = currentLine();
    if (isRevision && now && now->state != LineState::Question)
        goToNextQuestion();
    showCurrent();
}

void PlanView::choose(int line)
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->line(row).number == line)
            m_table->setCurrentIndex(m_filter->mapFromSource(m_model->index(row, 0)));
}

void PlanView::goToNextQuestion()
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->line(row).state == LineState::Question) {
            const QModelIndex index = m_filter->mapFromSource(m_model->index(row, 0));
            if (!index.isValid())
                filterBy(std::nullopt);
            m_table->setCurrentIndex(m_filter->mapFromSource(m_model->index(row, 0)));
            m_table->setFocus(Qt::OtherFocusReason);
            return;
        }
}

void PlanView::setDirectory(const std::shared_ptr<const office::Directory> &directory)
{
    m_directory = directory;
    showCurrent();
}

void PlanView::showCurrent()
{
    const PlanLine *line = currentLine();
    const PlanLine shown = line ? *line : PlanLine();
    m_evidence->showLine(shown);
    m_decision->setLine(shown, m_mayDecide);
    m_changes->showLine(shown, line ? changesOf(m_plan, shown) : QList<Change>(), m_directory.get());
}

// Where there is room: lines | evidence over decision | changes. Else the evidence, which must be readable, gets the whole
// width beside the lines, and decision and changes stand below it. On the smallest windows one part at a time is shown.
void PlanView::arrange()
{
    const bool isWide = m_room == Room::Wide;
    m_outer->setOrientation(isWide ? Qt::Horizontal : Qt::Vertical);
    m_inner->setOrientation(isWide ? Qt::Vertical : Qt::Horizontal);
    if (m_room == Room::Tight) {
        m_tabs->addTab(m_evidence, tr("Evidence"));
        m_tabs->addTab(m_decision, tr("Decision"));
        m_tabs->addTab(m_changes, tr("What changes"));
    } else if (isWide) {
        m_inner->insertWidget(0, m_evidence);
        m_inner->insertWidget(1, m_decision);
        m_outer->insertWidget(0, m_inner);
        m_outer->insertWidget(1, m_changes);
    } else {
        m_outer->insertWidget(0, m_evidence);
        m_inner->insertWidget(0, m_decision);
        m_inner->insertWidget(1, m_changes);
        m_outer->insertWidget(1, m_inner);
    }
    m_tabs->setVisible(m_room == Room::Tight);
    m_outer->setVisible(m_room != Room::Tight);
    for (QWidget *part : QList<QWidget *>{m_evidence, m_decision, m_changes})
        part->setVisible(m_room != Room::Tight || part == m_tabs->currentWidget());
}

void PlanView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Theme &theme = m_shell.theme();
    const Room room = width() < theme.px(760) || height() < theme.px(420) ? Room::Tight
        : width() >= theme.px(1300)                                       ? Room::Wide
                                                                          : Room::Normal;
    if (room != m_room) {
        m_room = room;
        arrange();
        m_decision->setVisible(m_room != Room::Tight && hasLines());
    } else if (event->oldSize().width() == event->size().width()) {
        return;
    }
    const int left = width() * (room == Room::Wide ? 36 : 42) / 100;
    m_parts->setSizes({left, width() - left, width() - left});
    m_outer->setSizes(room == Room::Wide ? QList<int>{660, 340} : QList<int>{560, 440});
    m_inner->setSizes(room == Room::Wide ? QList<int>{620, 380} : QList<int>{540, 460});
}

bool PlanView::hasLines() const { return m_plan.subject.contains(u"lines"_s); }

bool PlanView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            if (m_room == Room::Tight)
                m_tabs->setCurrentWidget(m_decision);
            m_decision->focusChoice();
            return true;
        }
        if (key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_S) {
            m_decision->skip();
            return true;
        }
        if (key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_E) {
            if (m_room == Room::Tight)
                m_tabs->setCurrentWidget(m_decision);
            m_decision->correct();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace naru::ui
