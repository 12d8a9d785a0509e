// The three parts of every plan, whoever made it: what changes, line by line; on what evidence; what follows.
#pragma once

#include "ui/pages/line_model.h"
#include "ui/printout.h"
#include "ui/shell.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace naru::office {
class Directory;
}

namespace naru::ui {

class ChangesPanel;
class DecisionPanel;
class EvidenceView;
class ListTable;
class LiveField;

class PlanView : public QWidget {
    Q_OBJECT
public:
    explicit PlanView(Shell &shell, QWidget *parent = nullptr);

    // `mayDecide`: the plan is a draft. Another revision of the plan that is shown keeps the line, or goes on to the next
    // question where the line has been settled.
    void setPlan(const Plan &plan, bool mayDecide);
    void setDirectory(const std::shared_ptr<const office::Directory> &directory); // shared with the session
    const Plan &plan() const { return m_plan; }
    int questions() const;
    void goToNextQuestion();
    ListTable *table() const { return m_table; }
    DecisionPanel *decision() const { return m_decision; }
    EvidenceView *evidence() const { return m_evidence; }
    ChangesPanel *changes() const { return m_changes; }
    const PlanLine *currentLine() const;
    // The lines, the questions with their candidates, and the line that is shown. `title`: of the plan.
    QList<PrintChoice> printChoices(const QString &title) const;

Q_SIGNALS:
    void answered(const QJsonObject &answer); // with its "line"

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void arrange();
    bool hasLines() const;
    void addChips();
    void showCounts();
    void filterBy(std::optional<LineState> state);
    void showCurrent();
    void choose(int line);
    PrintedText printedQuestions() const;

    Shell &m_shell;
    LineModel *m_model;
    LineFilter *m_filter;
    ListTable *m_table;
    LiveField *m_search;
    QHBoxLayout *m_chipRow;
    QList<std::pair<std::optional<LineState>, QToolButton *>> m_chips;
    EvidenceView *m_evidence;
    DecisionPanel *m_decision;
    ChangesPanel *m_changes;
    QSplitter *m_parts; // lines | the rest
    QSplitter *m_outer; // the rest, by the room that there is: see arrange()
    QSplitter *m_inner;
    QTabWidget *m_tabs;
    enum class Room { Wide, Normal, Tight };
    Room m_room = Room::Normal;
    Plan m_plan;
    bool m_mayDecide = false;
    std::shared_ptr<const office::Directory> m_directory;
};

} // namespace naru::ui
