// Entries of the journal in a table, the newest first.
#pragma once

#include "core/journal.h"
#include "ui/pages/plan_lines.h"

#include <QAbstractTableModel>

namespace naru::ui {

// "changed" -> 변경
StateManner mannerOfEvent(const QString &event);

class JournalModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, MomentColumn, EventColumn, RecordColumn, WhatColumn, ActorColumn, ApproverColumn, PlanColumn,
                  Columns };
    enum Role { SortRole = Qt::UserRole, SearchRole };

    // The theme must outlive the model.
    explicit JournalModel(const Theme &theme, QObject *parent = nullptr);

    void setEntries(const QList<JournalEntry> &entries);
    const JournalEntry &entry(int row) const { return m_entries[row]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const JournalEntry &entry, int column) const;

    const Theme &m_theme;
    QList<JournalEntry> m_entries;
};

} // namespace naru::ui
