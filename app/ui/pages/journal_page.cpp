#include "ui/pages/journal_page.h"

#include "run/session.h"
#include "ui/live_field.h"
#include "ui/pages/change_words.h"
#include "ui/pages/changes_panel.h"
#include "ui/pages/journal_model.h"
#include "ui/pages/panel.h"
#include "ui/pages/text_filter.h"
#include "ui/words.h"
#include "ui/works.h"

#include <QAction>
#include <QLocale>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

constexpr int more = 1000;

} // namespace

JournalPage::JournalPage(Shell &theShell)
    : Page(theShell)
    , m_model(new JournalModel(theShell.theme(), this))
    , m_filter(new TextFilter(JournalModel::SortRole, JournalModel::SearchRole, this))
    , m_table(new ListTable(theShell.theme(), tr("Journal"), this))
    , m_search(new LiveField(this))
    , m_detail(new ChangesPanel(theShell.theme(), this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
    , m_limit(more)
{
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(JournalModel::NumberColumn, Qt::DescendingOrder);
    m_table->setColumns({72, 156, 104, 184, 0, 152, 152, 128});
    m_table->setColumnHidden(JournalModel::PlanColumn, true); // it stands in the detail, and the filter knows it
    m_table->setYielding({JournalModel::ApproverColumn, JournalModel::ActorColumn, JournalModel::NumberColumn,
                          JournalModel::EventColumn, JournalModel::MomentColumn});
    m_search->setMinimumWidth(1);
    m_detail->setTitle(tr("Entry"));
    m_search->setAccessibleName(tr("Filter the journal"));
    m_search->setPlaceholderText(tr("Record, person, plan, reason"));
    m_search->addAction(theShell.theme().icon(u"filter"_s, Tone::Muted), QLineEdit::LeadingPosition);
    auto *panel = new Panel(tr("Entries"), this);
    panel->head()->addWidget(m_search, 2);
    panel->body()->addWidget(m_table);
    m_parts->addWidget(panel);
    m_parts->addWidget(m_detail);
    for (QWidget *part : {static_cast<QWidget *>(panel), static_cast<QWidget *>(m_detail)})
        part->setMinimumWidth(1); // large letters do not widen the window
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_parts);
    addActions();
    connect(m_table, &ListTable::rowChosen, this, &JournalPage::showEntry);
    connect(m_search, &LiveField::searched, m_filter, &TextFilter::setText);
    connect(m_search, &LiveField::left, m_search, &QLineEdit::clear);
}

void JournalPage::addPageAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act)
{
    auto *action = new QAction(shell().theme().icon(icon), text, this);
    action->setProperty("iconName", icon);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
}

void JournalPage::addActions()
{
    addPageAction(tr("Verify the chain"), u"verify"_s, {}, [this] { verify(); });
    addPageAction(tr("Older entries"), u"chevron-down"_s, {}, [this] {
        m_limit += more;
        refresh();
    });
    addPageAction(tr("Whole journal"), u"close"_s, {}, [this] {
        m_record = {};
        refresh();
    });
    m_all = actions().last();
    m_all->setEnabled(false);
    addPageAction(tr("Filter the journal"), u"filter"_s, QKeySequence::Find,
                  [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    actions().last()->setProperty("hidden", true);
}

QString JournalPage::subtitle() const { return m_record.id.isEmpty() ? QString() : kindLabel(m_record.kind) + u' ' + m_record.id; }

QList<ShortcutHint> JournalPage::hints() const { return {{u"↑↓"_s, tr("row")}, {u"Ctrl+F"_s, tr("filter")}}; }

void JournalPage::refresh()
{
    run::Session *session = shell().session();
    m_all->setEnabled(!m_record.id.isEmpty());
    if (!session)
        return;
    store::JournalFilter filter;
    filter.limit = m_limit;
    filter.latestFirst = true;
    if (m_record.kind == u"plan"_s)
        filter.plan = m_record.id;
    else if (!m_record.id.isEmpty())
        filter.record = m_record.toString();
    shell().works().start(
        this, tr("Reading the journal"), [session, filter](const Progress &) { return journalLook(*session, filter); },
        [this](const JournalLook &look) {
            m_model->setLook(look);
            m_table->setCurrentIndex(m_filter->index(0, 0));
            Q_EMIT subtitleChanged();
        });
}

void JournalPage::open(const RecordRef &record)
{
    m_record = record;
    refresh();
}

void JournalPage::showEntry(int row)
{
    if (row < 0) {
        m_detail->showLine({}, {}, nullptr);
        return;
    }
    const JournalEntry &entry = m_model->entry(m_filter->mapToSource(m_filter->index(row, 0)).row());
    PlanLine line;
    line.number = static_cast<int>(entry.sequence);
    line.name = tr("Entry %1").arg(entry.sequence);
    line.kind = mannerOfEvent(entry.event).word;
    line.effective = entry.change.effective;
    line.effects = {tr("When: %1").arg(momentText(entry.at)), tr("Who: %1").arg(m_model->actorName(entry.actor))};
    if (!entry.approver.isEmpty())
        line.effects.append(tr("On whose word: %1").arg(m_model->actorName(entry.approver)));
    if (!entry.plan.isEmpty())
        line.effects.append(tr("Plan: %1").arg(entry.plan));
    if (const QString note = m_model->noteWords(entry); !note.isEmpty())
        line.effects.append(note);
    line.effects.append(tr("Fingerprint: %1").arg(entry.hash.left(16)));
    if (entry.change.record.kind == u"run"_s)
        line.effects.prepend(m_filter->index(row, JournalModel::WhatColumn).data().toString());
    // A run is no record whose fields change: what it did has entries of its own.
    const bool hasChange = !entry.change.record.kind.isEmpty() && entry.change.record.kind != u"run"_s;
    m_detail->showLine(line, !hasChange ? QList<Change>() : QList<Change>{entry.change}, m_model->office());
}

void JournalPage::verify()
{
    run::Session *session = shell().session();
    if (!session)
        return;
    shell().works().start(
        this, tr("Verifying the journal"), [session](const Progress &) { return session->verifyJournal(); },
        [this](const store::JournalVerdict &verdict) {
            const QString count = QLocale().toString(verdict.entries);
            if (verdict.firstBad == 0)
                shell().say(Tone::Success, tr("The journal is whole: %1 entries, each chained to the one before.").arg(count));
            else
                shell().complain({Error::Kind::Conflict, verdict.problem, u"journal.broken"_s},
                                 tr("The journal has been tampered with from entry %1").arg(verdict.firstBad));
        });
}

QList<PrintChoice> JournalPage::printChoices() const
{
    return {{tr("List of entries"), [this] { return Printout{tr("Journal"), subtitle(), {m_table->printed()}}; }},
            {tr("Entry"), [this] { return Printout{tr("Journal"), subtitle(), {m_detail->printed()}}; }}};
}

void JournalPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        m_parts->setSizes({width() * 70 / 100, width() * 30 / 100});
}

} // namespace naru::ui
