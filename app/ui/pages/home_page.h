// 홈: what is to be done, which plans wait for a decision, what is booked, and what was done last.
#pragma once

#include "ui/page.h"
#include "ui/pages/plan_model.h"
#include "ui/pages/task_list.h"

class QBoxLayout;
class QGridLayout;

namespace naru::ui {

class CellModel;
class JournalModel;
class ListTable;
class Panel;

class HomePage : public Page {
    Q_OBJECT
public:
    explicit HomePage(Shell &shell);

    void refresh() override;
    QList<PrintChoice> printChoices() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ListTable *addPlans(QBoxLayout &column, const QString &title, PlanModel *model, Panel *&panel);
    void addStarts(QGridLayout &grid);
    void addTasks(QGridLayout &grid);
    void showTasks(const QList<TaskEntry> &tasks);
    void showPlans(const QList<store::PlanSummary> &plans);

    QBoxLayout *m_starts = nullptr;
    CellModel *m_tasks;
    Panel *m_tasksPanel = nullptr;
    ListTable *m_tasksTable = nullptr;
    PlanModel *m_waiting;
    PlanModel *m_booked;
    Panel *m_waitingPanel = nullptr;
    Panel *m_bookedPanel = nullptr;
    JournalModel *m_journal;
    ListTable *m_waitingTable = nullptr;
    ListTable *m_bookedTable = nullptr;
    ListTable *m_entries = nullptr;
};

} // namespace naru::ui
