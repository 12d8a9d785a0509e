// Entries of the journal in a table, the newest first.
#pragma once

#include "core/journal.h"
#include "run/session.h"
#include "ui/pages/plan_lines.h"

#include <QAbstractTableModel>
#include <QHash>

namespace naru::ui {

// What the entries name by number alone.
struct JournalNames {
    QHash<QString, QString> runs; // id -> title; asked, never walked through
    QHash<QString, QString> plans; // the same
    std::shared_ptr<const office::Directory> office; // shared: see Session::directory; null where it is not known
};

struct JournalLook {
    QList<JournalEntry> entries;
    JournalNames names;
};

// The entries and the names that they need. Fails as Session::journal does.
Result<JournalLook> journalLook(run::Session &session, const store::JournalFilter &filter);

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

    void setLook(const JournalLook &look);
    const JournalEntry &entry(int row) const { return m_entries[row]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // What is said of an entry beside its change: by what a run began, how it ended.
    QString noteWords(const JournalEntry &entry) const;
    QString actorName(const QString &actor) const;
    const office::Directory *office() const { return m_names.office.get(); } // null where it is not known
    QString recordWords(const JournalEntry &entry) const;

private:
    QString text(const JournalEntry &entry, int column) const;

    const Theme &m_theme;
    QList<JournalEntry> m_entries;
    JournalNames m_names;
};

} // namespace naru::ui
