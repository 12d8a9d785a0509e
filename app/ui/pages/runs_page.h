// 로봇 실행: what ran and what runs, each run with its diagram, its story, and its decisions.
#pragma once

#include "ui/page.h"
#include "ui/pages/run_look.h"

#include <QTimer>

class QSplitter;

namespace naru::ui {

class FilteredList;
class ListTable;
class LiveField;
class RunAsk;
class RunPanel;
class TextFilter;

class RunsPage : public Page {
    Q_OBJECT
public:
    enum Column { TitleColumn, StateColumn, StartedColumn, WakeColumn, StarterColumn };

    explicit RunsPage(Shell &shell);

    QString subtitle() const override;
    QList<ShortcutHint> hints() const override;
    void refresh() override;
    void open(const RecordRef &record) override; // "run:r-…"
    QList<PrintChoice> printChoices() const override;

    ListTable *table() const { return m_table; }
    RunPanel *panel() const { return m_panel; }
    RunAsk *ask() const { return m_ask; }

    void retry();
    void skip();
    void correct(const QString &name, const QString &value, const QString &why); // FEEL
    void cancel(const QString &why);
    void verify(); // whether the record is as it was written, and gives the state that is kept when it is played again

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addActions();
    QAction *addPageAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act);
    void load(bool isQuiet);
    void take(const QList<store::RunHead> &runs);
    void showRun(const QString &id);
    void showActions();
    void openEvidence(const QString &key);
    void tell(const QString &title, std::function<Status(run::RobotDesk &, const QString &run)> word, const QString &done);
    void askCorrection();
    void askCancel();

    std::shared_ptr<run::RobotDesk> m_desk; // shared: see makeDesk
    CellModel *m_model;
    FilteredList *m_list;
    TextFilter *m_filter;
    ListTable *m_table;
    LiveField *m_search;
    RunPanel *m_panel;
    RunAsk *m_ask;
    QSplitter *m_parts;
    QAction *m_retry = nullptr;
    QAction *m_skip = nullptr;
    QAction *m_correct = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_verify = nullptr;
    QTimer m_clock; // runs go on by themselves
    QString m_wanted; // the run to be shown
    bool m_isRefilling = false;
};

} // namespace naru::ui
