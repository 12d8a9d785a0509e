// All plans in a table, newest first, with their state in words.
#pragma once

#include "run/session.h"
#include "ui/pages/plan_lines.h"

#include <QAbstractTableModel>

namespace naru::ui {

StateManner mannerOf(store::PlanState state);
QString robotName(const QString &robot); // "personnel-order" -> 인사발령

class PlanModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { StateColumn, TitleColumn, RobotColumn, QuestionsColumn, ChangesColumn, MadeColumn, MakerColumn,
                  ApproverColumn, AppliedColumn, Columns };
    enum Role { SortRole = Qt::UserRole, SearchRole };

    // The theme must outlive the model.
    explicit PlanModel(const Theme &theme, QObject *parent = nullptr);

    void setPlans(const QList<store::PlanSummary> &plans);
    const store::PlanSummary &plan(int row) const { return m_plans[row]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const store::PlanSummary &plan, int column) const;
    QVariant sortKey(const store::PlanSummary &plan, int column) const;

    const Theme &m_theme;
    QList<store::PlanSummary> m_plans;
};

} // namespace naru::ui
