#include "ui/pages/journal_model.h"

#include "ui/pages/change_words.h"
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
    return {event, u"info"_s, Tone::Muted};
}

JournalModel::JournalModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void JournalModel::setEntries(const QList<JournalEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
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
    case RecordColumn:
        return entry.change.record.kind.isEmpty() ? entry.plan // what is about a plan as a whole
                                                  : u"%1 %2"_s.arg(kindLabel(entry.change.record.kind), entry.change.record.id);
    case WhatColumn: return !entry.change.reason.isEmpty() ? entry.change.reason : entry.note;
    case ActorColumn: return entry.actor;
    case ApproverColumn: return entry.approver;
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
    case Qt::ToolTipRole: return index.column() == WhatColumn ? QVariant(text(entry, WhatColumn)) : QVariant();
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
        return QStringList{text(entry, RecordColumn), text(entry, WhatColumn), entry.actor, entry.approver, entry.plan,
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
