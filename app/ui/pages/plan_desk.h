// One plan at work: shown in its three parts, decided line by line, approved, applied, taken back, reported.
#pragma once

#include "run/session.h"
#include "ui/shell.h"

#include <QWidget>

class QAction;

namespace naru::ui {

class ApprovalBar;
class PlanView;

class PlanDesk : public QWidget {
    Q_OBJECT
public:
    explicit PlanDesk(Shell &shell, QWidget *parent = nullptr);

    // Asks the office for the plan and shows it.
    void open(const QString &id);
    bool isEmpty() const { return m_summary.id.isEmpty(); }
    const store::PlanSummary &summary() const { return m_summary; }
    PlanView *view() const { return m_view; }
    ApprovalBar *approval() const { return m_approval; }
    QList<QAction *> planActions() const { return m_actions; }
    QString subtitle() const;

    void answer(const QJsonObject &answer);
    void askApproval(); // or goes to the first question while one is open
    void apply(const QString &approver);
    void planRevert();
    void writeReport(const QString &path);

Q_SIGNALS:
    void shown(); // another plan or another state of it
    void written(); // the office has changed

private:
    struct Loaded {
        Plan plan;
        store::PlanSummary summary;
        std::shared_ptr<const office::Directory> directory; // the session's, shared until the next write
    };
    static Result<Loaded> load(run::Session &session, const QString &id);
    QAction *addPlanAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act);
    void take(const Loaded &loaded);
    void showState();
    void applied(const store::Receipt &receipt);
    void undo(const QString &plan);
    void chooseReport(const QString &ending);

    Shell &m_shell;
    PlanView *m_view;
    ApprovalBar *m_approval;
    store::PlanSummary m_summary;
    QList<QAction *> m_actions;
    QAction *m_approve;
    QAction *m_next;
    QAction *m_revert;
    QAction *m_report;
};

} // namespace naru::ui
