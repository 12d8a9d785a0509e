#include "ui/pages/journal_model.h"

#include "ui/pages/change_words.h"
#include "ui/pages/plan_model.h"
#include "ui/pages/run_look.h"
#include "ui/pages/task_list.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace naru::ui {

StateManner mannerOfEvent(const QString &event)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("naru::ui::JournalEvent", text); };
    if (event == u"changed"_s)
        return {say(QT_TRANSLATE_NOOP("naru::ui::JournalEvent", "Changed")), u"edit"_s, Tone::Text};
    if (event == u"booked"_s)
        return {say(QT_TRANSLATE_NOOP("naru::ui::JournalEvent", "Booked")), u"clock"_s, Tone::Information};
    if (event == u"unbooked"_s)
        return {say(QT_TRANSLATE_NOOP("naru::ui::JournalEvent", "Booking cancelled")), u"rejected"_s, Tone::Muted};
    if (event == u"approved"_s)
        return {say(QT_TRANSLATE_NOOP("naru::ui::JournalEvent", "Approved")), u"approve"_s, Tone::Success};
    if (event == u"planned"_s)
        return {say(QT_TRANSLATE_NOOP("naru::ui::JournalEvent", "Planned")), u"plan"_s, Tone::Muted};
    if (event == u"conflict"_s)
        return {say(QT_TRANSLATE_NOOP("naru::ui::JournalEvent", "Conflict")), u"warning"_s, Tone::Danger};
    if (event == u"run.started"_s)
        return {say(QT_TRANSLATE_NOOP("naru::ui::JournalEvent", "Run began")), u"robot"_s, Tone::Accent};
    if (event == u"run.ended"_s)
        return {say(QT_TRANSLATE_NOOP("naru::ui::JournalEvent", "Run ended")), u"robot"_s, Tone::Muted};
    return {event, u"info"_s, Tone::Muted};
}

Result<JournalLook> journalLook(run::Session &session, const store::JournalFilter &filter)
{
    const Result<QList<JournalEntry>> entries = session.journal(filter);
    if (!entries)
        return entries.error();
    JournalLook look{*entries, {}};
    for (const JournalEntry &entry : *entries) {
        if (!entry.plan.isEmpty() && !look.names.plans.contains(entry.plan)) {
            const Result<store::PlanSummary> plan = session.store().planSummary(entry.plan);
            look.names.plans.insert(entry.plan, plan ? plan->title : QString());
        }
        const RecordRef &record = entry.change.record;
        if (record.kind != u"run"_s || look.names.runs.contains(record.id))
            continue;
        const Result<store::RunHead> head = session.store().runs().run(record.id);
        look.names.runs.insert(record.id, head ? head->title : robotName(entry.change.reason));
    }
    if (const auto office = session.directory())
        look.names.office = *office;
    return look;
}

JournalModel::JournalModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void JournalModel::setLook(const JournalLook &look)
{
    beginResetModel();
    m_entries = look.entries;
    m_names = look.names;
    endResetModel();
}

QString JournalModel::actorName(const QString &actor) const { return m_names.office ? actorWords(actor, *m_names.office) : actor; }

QString JournalModel::recordWords(const JournalEntry &entry) const
{
    const RecordRef &record = entry.change.record;
    return record.kind.isEmpty() ? tr("Plan %1").arg(entry.plan) // what is about a plan as a whole
                                 : u"%1 %2"_s.arg(kindLabel(record.kind), record.id);
}

// "completed; facts 12; 9f…" of an end, "schedule:s-1@2026-08-05T00:00:00Z" of a beginning.
QString JournalModel::noteWords(const JournalEntry &entry) const
{
    if (entry.event == u"run.started"_s) {
        const QString kind = entry.note.section(u':', 0, 0);
        const QDateTime due = QDateTime::fromString(entry.note.section(u'@', -1), Qt::ISODate);
        return kind == u"schedule"_s ? tr("By a schedule, for %1").arg(momentText(due)) : entry.note.isEmpty() ? QString() : tr("By a trigger");
    }
    if (entry.event != u"run.ended"_s)
        return entry.note;
    using State = store::RunState;
    for (const State state : {State::Completed, State::Failed, State::Cancelled})
        if (entry.note.startsWith(store::toString(state) + u';'))
            return tr("%1 after %2 facts").arg(stateCell(state).text, entry.note.section(u';', 1, 1).trimmed().section(u' ', 1));
    return entry.note;
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Columns; }

QString JournalModel::text(const JournalEntry &entry, int column) const
{
    switch (column) {
    case NumberColumn: return QString::number(entry.sequence);
    case MomentColumn: return momentText(entry.at);
    case EventColumn: return mannerOfEvent(entry.event).word;
    case RecordColumn: return recordWords(entry);
    case WhatColumn:
        if (entry.change.record.kind == u"run"_s)
            return m_names.runs.value(entry.change.record.id);
        if (!entry.change.reason.isEmpty())
            return entry.change.reason;
        return entry.note.isEmpty() ? m_names.plans.value(entry.plan) : entry.note;
    case ActorColumn: return actorName(entry.actor);
    case ApproverColumn: return actorName(entry.approver);
    case PlanColumn: return entry.plan;
    default: return {};
    }
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JournalEntry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(entry, index.column());
    case Qt::ToolTipRole: return text(entry, index.column());
    case Qt::DecorationRole:
        if (index.column() == EventColumn)
            return m_theme.icon(mannerOfEvent(entry.event).icon, mannerOfEvent(entry.event).tone);
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == NumberColumn ? Qt::AlignRight | Qt::AlignVCenter
                                                                  : Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return index.column() == NumberColumn ? QVariant(entry.sequence)
            : index.column() == MomentColumn  ? QVariant(entry.at)
                                              : QVariant(text(entry, index.column()));
    case SearchRole:
        return QStringList{text(entry, RecordColumn), text(entry, WhatColumn), entry.actor, entry.approver, entry.plan, actorName(entry.actor),
                           text(entry, EventColumn)}.join(u' ');
    default: return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == NumberColumn)
        return QVariant::fromValue(Qt::AlignHCenter | Qt::AlignVCenter); // the sort mark stands at the right
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn: return tr("No.");
    case MomentColumn: return tr("When");
    case EventColumn: return tr("Event");
    case RecordColumn: return tr("Record");
    case WhatColumn: return tr("Why");
    case ActorColumn: return tr("Who");
    case ApproverColumn: return tr("On whose word");
    case PlanColumn: return tr("Plan");
    default: return {};
    }
}

} // namespace naru::ui
