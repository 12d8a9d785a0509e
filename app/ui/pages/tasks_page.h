// 할 일: what robots wait for a person for, each with its form.
#pragma once

#include "ui/page.h"
#include "ui/pages/task_list.h"

#include <QTimer>

class QSplitter;

namespace naru::ui {

class FilteredList;
class ListTable;
class LiveField;
class TaskPanel;
class TextFilter;

class TasksPage : public Page {
    Q_OBJECT
public:
    explicit TasksPage(Shell &shell);

    QString subtitle() const override;
    QList<ShortcutHint> hints() const override;
    void refresh() override;
    void open(const RecordRef &record) override; // "work:<key>"
    QList<PrintChoice> printChoices() const override;

    ListTable *table() const { return m_table; }
    TaskPanel *panel() const { return m_panel; }
    run::RobotDesk *desk() const { return m_desk.get(); } // null without an office

    void claim();
    void release();
    void handOn(const QString &person);
    void complete();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addActions();
    QAction *addPageAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act);
    void load(bool isQuiet);
    void take(const QList<TaskEntry> &tasks);
    void showTask(const QString &key);
    void showActions();
    using Word = std::function<Status(run::RobotDesk &, const QString &key)>;
    void tell(const QString &title, const QString &key, Word word, const QString &done, Word undo = {});

    std::shared_ptr<run::RobotDesk> m_desk; // shared: see makeDesk
    CellModel *m_model;
    FilteredList *m_list;
    TextFilter *m_filter;
    ListTable *m_table;
    LiveField *m_search;
    TaskPanel *m_panel;
    QSplitter *m_parts;
    QAction *m_complete = nullptr;
    QAction *m_claim = nullptr;
    QAction *m_release = nullptr;
    QAction *m_handOn = nullptr;
    QTimer m_clock; // others work on the same tasks
    QString m_wanted; // key of the task to be shown
    bool m_isRefilling = false;
};

} // namespace naru::ui
