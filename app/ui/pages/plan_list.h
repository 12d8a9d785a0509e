// A list of plans and, behind each, the plan at work: what the page of plans and the page of personnel orders share.
#pragma once

#include "ui/page.h"
#include "ui/pages/plan_model.h"

class QStackedWidget;
class QVBoxLayout;

namespace naru::ui {

class ListTable;
class LiveField;
class PlanDesk;
class TextFilter;

class PlanListPage : public Page {
    Q_OBJECT
public:
    // `robot`: only its plans; empty: all.
    PlanListPage(Shell &shell, const QString &robot, QWidget *parent = nullptr);

    QString subtitle() const override;
    QList<ShortcutHint> hints() const override;
    void refresh() override;
    void open(const RecordRef &record) override; // "plan:p-…"
    QList<PrintChoice> printChoices() const override;

    PlanDesk *desk() const { return m_desk; }
    ListTable *table() const { return m_table; }
    bool showsPlan() const;
    void backToList();

protected:
    QVBoxLayout *listColumn() const { return m_column; }
    // From now on files may be dropped anywhere on the page.
    void takeFiles(std::function<void(const QStringList &files)> take);
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showDesk();

private:
    void addTable();
    void showActions();
    void openRow(const QModelIndex &index);

    QString m_robot;
    QStackedWidget *m_stack;
    QVBoxLayout *m_column;
    LiveField *m_search;
    PlanModel *m_model;
    TextFilter *m_filter;
    ListTable *m_table;
    PlanDesk *m_desk;
    QAction *m_back;
    std::function<void(const QStringList &)> m_take;
};

} // namespace naru::ui
