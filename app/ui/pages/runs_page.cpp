#include "ui/pages/runs_page.h"

#include "ui/live_field.h"
#include "ui/pages/day_words.h"
#include "ui/pages/filtered_list.h"
#include "ui/pages/panel.h"
#include "ui/pages/run_ask.h"
#include "ui/pages/run_desk.h"
#include "ui/pages/run_panel.h"
#include "ui/pages/text_filter.h"
#include "ui/words.h"
#include "ui/works.h"

#include <QAction>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

constexpr int secondsBetweenLooks = 3;
constexpr int mostRuns = 500;

} // namespace

RunsPage::RunsPage(Shell &theShell)
    : Page(theShell)
    , m_desk(theShell.session() ? makeDesk(*theShell.session()) : nullptr)
    , m_model(new CellModel(theShell.theme(), {tr("Robot"), tr("State"), tr("Began"), tr("Goes on"), tr("By")}, this))
    , m_list(new FilteredList(theShell.theme(), m_model,
                              {tr("Runs"), tr("Robot runs"), tr("Filter the runs"),
                               tr("Robot, state, initial consonants"), tr("No robot has run yet.")},
                              this))
    , m_filter(m_list->filter())
    , m_table(m_list->table())
    , m_search(m_list->search())
    , m_panel(new RunPanel(theShell.theme(), this))
    , m_ask(new RunAsk(theShell.theme(), this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
{
    m_table->sortByColumn(StartedColumn, Qt::DescendingOrder);
    m_table->setColumns({0, 136, 112, 128, 112});
    m_table->setTextElideMode(Qt::ElideMiddle); // a robot at the one end, a document at the other
    m_table->setYielding({StarterColumn, WakeColumn, StartedColumn});
    m_parts->addWidget(m_list);
    m_parts->addWidget(m_panel);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_parts, 1);
    column->addWidget(m_ask);
    addActions();
    showActions();
    m_clock.setInterval(secondsBetweenLooks * 1000);
    connect(&m_clock, &QTimer::timeout, this, [this] { load(true); });
    connect(m_table, &ListTable::rowChosen, this, [this](int row) {
        if (!m_isRefilling)
            showRun(m_filter->index(row, 0).data(CellModel::KeyRole).toString());
    });
    connect(m_panel, &RunPanel::evidenceWanted, this, &RunsPage::openEvidence);
}

QAction *RunsPage::addPageAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act)
{
    auto *action = new QAction(shell().theme().icon(icon), text, this);
    action->setProperty("iconName", icon);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    return action;
}

void RunsPage::addActions()
{
    m_retry = addPageAction(tr("Try again"), u"refresh"_s, {}, [this] { retry(); });
    m_skip = addPageAction(tr("Pass over"), u"skip"_s, {}, [this] { skip(); });
    m_correct = addPageAction(tr("Correct a value …"), u"edit"_s, {}, [this] { askCorrection(); });
    m_cancel = addPageAction(tr("Cancel the run …"), u"close"_s, {}, [this] { askCancel(); });
    m_verify = addPageAction(tr("Check the record"), u"verify"_s, {}, [this] { verify(); });
    addPageAction(tr("Filter the runs"), u"filter"_s, QKeySequence::Find, [this] { m_search->setFocus(Qt::ShortcutFocusReason); })
        ->setProperty("hidden", true);
}

void RunsPage::showActions()
{
    const store::RunHead &head = m_panel->look().head;
    const bool isLive = !head.id.isEmpty() && !store::hasEnded(head.state);
    const bool isStopped = isLive && m_panel->incident();
    m_retry->setEnabled(isStopped);
    m_skip->setEnabled(isStopped);
    m_correct->setEnabled(isLive);
    m_cancel->setEnabled(isLive);
    m_verify->setEnabled(!head.id.isEmpty());
}

QString RunsPage::subtitle() const
{
    const store::RunHead &head = m_panel->look().head;
    return head.id.isEmpty() ? QString() : u"%1 · %2"_s.arg(head.title, stateCell(head.state).text);
}

QList<ShortcutHint> RunsPage::hints() const
{
    return {{u"↑↓"_s, tr("row")}, {u"←→"_s, tr("along the process")}, {u"Alt+0"_s, tr("whole process")}, {u"Ctrl+F"_s, tr("filter")}};
}

void RunsPage::refresh() { load(false); }

void RunsPage::open(const RecordRef &record)
{
    m_wanted = record.id;
    load(false);
}

void RunsPage::load(bool isQuiet)
{
    if (!m_desk)
        return;
    shell().works().start(
        this, tr("Reading the runs"),
        [desk = m_desk](const Progress &) {
            store::RunFilter filter;
            filter.limit = mostRuns;
            return desk->runs().runs(filter);
        },
        [this](const QList<store::RunHead> &runs) { take(runs); },
        isQuiet ? [](const Error &) {} : std::function<void(const Error &)>(), isQuiet);
}

void RunsPage::take(const QList<store::RunHead> &runs)
{
    QList<CellRow> rows;
    for (const store::RunHead &head : runs) {
        // While somebody has work of it, it wakes only to remind.
        const bool goesOn = head.wake.isValid() && !store::hasEnded(head.state) && head.openWork == 0;
        const QString wake = store::hasEnded(head.state) ? QString() : goesOn ? shortMomentWords(head.wake)
            : head.openWork > 0                                         ? tr("waits for a person")
                                                                        : tr("waits for word");
        rows.append({head.id, {{head.title}, stateCell(head.state), {shortMomentWords(head.started), {}, Tone::Text, head.started},
                               {wake, {}, Tone::Text, head.wake}, {head.starter}},
                     head.title + u'\n' + momentText(head.started)});
    }
    QString id = m_wanted.isEmpty() ? m_table->currentIndex().data(CellModel::KeyRole).toString() : m_wanted;
    {
        const QScopedValueRollback<bool> refilling(m_isRefilling, true);
        m_model->setRows(rows);
        if (m_model->rowOf(id) < 0)
            id = m_filter->index(0, 0).data(CellModel::KeyRole).toString();
        m_table->setCurrentIndex(m_filter->mapFromSource(m_model->index(m_model->rowOf(id), 0)));
    }
    m_wanted.clear();
    showRun(id);
}

void RunsPage::showRun(const QString &id)
{
    if (id.isEmpty()) {
        m_panel->clear(tr("Process"));
        showActions();
        return;
    }
    shell().works().start(
        this, tr("Opening the run"), [desk = m_desk, id](const Progress &) { return lookAt(*desk, id); },
        [this, id](const RunLook &look) {
            if (m_table->currentIndex().siblingAtColumn(0).data(CellModel::KeyRole).toString() != id)
                return; // another has been chosen meanwhile
            m_panel->showRun(look);
            showActions();
            Q_EMIT subtitleChanged();
        },
        {}, true);
}

void RunsPage::openEvidence(const QString &key)
{
    if (key.startsWith(u"plan:"))
        shell().openPage(u"plans"_s, RecordRef::fromString(key));
    else
        QDesktopServices::openUrl(QUrl::fromLocalFile(key));
}

// A word to the run, and what is said when it has been heard.
void RunsPage::tell(const QString &title, std::function<Status(run::RobotDesk &, const QString &)> word, const QString &done)
{
    const QString id = m_panel->look().head.id;
    if (!m_desk || id.isEmpty())
        return;
    shell().works().start(
        this, title,
        [desk = m_desk, id, word](const Progress &) -> Status {
            const qsizetype before = factCount(*desk, id);
            if (const Status told = word(*desk, id); !told)
                return told;
            if (const Status gone = goOn(*desk, id); !gone)
                return gone;
            return answerOf(*desk, id, before);
        },
        [this, done] {
            shell().say(Tone::Success, done);
            shell().saved();
            load(true);
        },
        [this, title](const Error &error) {
            shell().complain(error, title);
            load(true);
        });
}

void RunsPage::retry()
{
    if (const RunIncident *one = m_panel->incident())
        tell(tr("Trying again"), [number = one->number](run::RobotDesk &desk, const QString &id) { return desk.retry(id, number); },
             tr("The robot tries it again."));
}

void RunsPage::skip()
{
    if (const RunIncident *one = m_panel->incident())
        tell(tr("Passing over"), [number = one->number](run::RobotDesk &desk, const QString &id) { return desk.skip(id, number); },
             tr("The robot goes on behind it."));
}

void RunsPage::correct(const QString &name, const QString &value, const QString &why)
{
    Result<feel::Value> parsed = feel::fromText(value);
    if (parsed && parsed->isNull() && value.trimmed() != u"null") // a word that FEEL does not know is no value
        parsed = Error{Error::Kind::Usage, u"expected 12, \"text\", or date(\"2026-07-29\") but found '"_s + value + u'\''};
    if (!parsed) {
        shell().complain(parsed.error(), tr("This value cannot be read"));
        return;
    }
    tell(tr("Correcting a value"),
         [name, value = *parsed, why](run::RobotDesk &desk, const QString &id) { return desk.correct(id, feel::Context{{name, value}}, why); },
         tr("‘%1’ is corrected.").arg(name));
}

void RunsPage::cancel(const QString &why)
{
    tell(tr("Cancelling the run"), [why](run::RobotDesk &desk, const QString &id) { return desk.cancel(id, why); },
         tr("The run is cancelled."));
}

void RunsPage::verify()
{
    const QString id = m_panel->look().head.id;
    if (!m_desk || id.isEmpty())
        return;
    shell().works().start(
        this, tr("Checking the record"),
        [desk = m_desk, id](const Progress &) -> Result<qsizetype> {
            const Status sound = desk->verify(id);
            return sound ? Result<qsizetype>(factCount(*desk, id)) : sound.error();
        },
        [this](qsizetype facts) {
            shell().say(Tone::Success, tr("The record is as it was written: %1 facts, played again from the first, give the state that is kept.").arg(facts));
        });
}

void RunsPage::askCorrection()
{
    const QString name = m_panel->chosenVariable();
    QString value;
    for (const CellRow &row : m_panel->look().variables)
        if (row.key == name)
            value = row.tip;
    m_ask->ask(tr("Correct which value, and why? Texts stand in quotes. Who and why is kept."), tr("Correct"),
               {{tr("Name"), name}, {tr("New value"), value}, {tr("Reason")}},
               [this](const QStringList &typed) { correct(typed[0], typed[1], typed[2]); });
}

void RunsPage::askCancel()
{
    m_ask->ask(tr("The run ends here, and what it has done stays. Why?"), tr("Cancel the run"), {{tr("Reason")}},
               [this](const QStringList &typed) { cancel(typed.first()); });
}

QList<PrintChoice> RunsPage::printChoices() const
{
    return {{tr("List of runs"), [this] { return Printout{tr("Robot runs"), {}, {m_table->printed()}}; }},
            {tr("The run"), [this] {
                 Printout out{tr("Robot run"), subtitle(), {}};
                 for (const PrintedTable &table : m_panel->printed())
                     if (!table.columns.isEmpty())
                         out.parts.append(table);
                 return out;
             }}};
}

void RunsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        m_parts->setSizes({width() * 41 / 100, width() * 59 / 100});
}

void RunsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_clock.start();
}

void RunsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_clock.stop();
}

} // namespace naru::ui
