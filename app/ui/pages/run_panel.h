// One run: its diagram as it stands, its story, its decisions, what it knows, its evidence, and what hinders it.
#pragma once

#include "ui/pages/panel.h"
#include "ui/pages/run_look.h"

#include <QWidget>

class QLabel;
class QTabWidget;
class QToolButton;

namespace naru::ui {

class DecisionView;
class DiagramView;

class RunPanel : public QWidget {
    Q_OBJECT
public:
    explicit RunPanel(const Theme &theme, QWidget *parent = nullptr);

    void showRun(const RunLook &look);
    void clear(const QString &why);
    const RunLook &look() const { return m_look; }
    DiagramView *diagram() const { return m_diagram; }
    DecisionView *decisions() const { return m_decisions; }
    ListTable *story() const { return m_story; }
    ListTable *variables() const { return m_variables; }
    ListTable *incidents() const { return m_incidents; }
    QString hindrance() const; // the chosen incident in full
    ListTable *evidence() const { return m_evidence; }
    // The chosen incident, or the first; null where there is none.
    const RunIncident *incident() const;
    QString chosenVariable() const;
    QList<PrintedTable> printed() const;

Q_SIGNALS:
    void evidenceWanted(const QString &key); // "plan:…" or the path of a file

private:
    struct List {
        CellModel *model;
        ListTable *table;
    };
    List addList(const QString &title, const QStringList &heads, const QList<int> &widths, const QString &emptyWords);
    void addTool(Panel &panel, const QString &icon, const QString &text, const QString &keys, std::function<void()> act);
    static void refill(const List &list, const QList<CellRow> &rows);
    void goTo(const QString &element);
    void addHindrance();
    void showHindrance();

    const Theme &m_theme;
    RunLook m_look;
    Panel *m_process;
    DiagramView *m_diagram;
    QTabWidget *m_tabs;
    DecisionView *m_decisions;
    List m_storyList;
    List m_variableList;
    List m_evidenceList;
    List m_incidentList;
    ListTable *m_story;
    ListTable *m_variables;
    ListTable *m_evidence;
    ListTable *m_incidents;
    QLabel *m_hindrance;
};

} // namespace naru::ui
