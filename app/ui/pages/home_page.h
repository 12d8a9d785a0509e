// 홈: what waits for a decision, what is booked, and what was done last.
#pragma once

#include "ui/page.h"
#include "ui/pages/plan_model.h"

class QBoxLayout;
class QGridLayout;

namespace naru::ui {

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
    ListTable *addPlans(QGridLayout &grid, int column, const QString &title, PlanModel *model, Panel *&panel);
    void addStarts(QGridLayout &grid);
    void showPlans(const QList<store::PlanSummary> &plans);

    QBoxLayout *m_starts = nullptr;
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
