// The people of a unit, or of the whole office, on a day.
#pragma once

#include "run/session.h"
#include "ui/pages/plan_lines.h"

#include <QAbstractTableModel>

namespace naru::ui {

// How a standing is shown: 재직, 휴직, 파견, 퇴직 …
StateManner mannerOfStanding(const QString &standing);

class PersonModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, PostColumn, GradeColumn, UnitColumn, StandingColumn, NumberColumn, Columns };
    enum Role { SortRole = Qt::UserRole, SearchRole };

    // The theme must outlive the model.
    explicit PersonModel(const Theme &theme, QObject *parent = nullptr);

    void setPeople(const QList<run::PersonRow> &people);
    const run::PersonRow &person(int row) const { return m_people[row]; }
    int rowOf(const QString &empNo) const; // -1: not among them
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const run::PersonRow &person, int column) const;

    const Theme &m_theme;
    QList<run::PersonRow> m_people;
};

} // namespace naru::ui
