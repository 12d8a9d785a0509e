// The tables that a run decided by: each rule, what was asked, which rules fired and why the others did not.
#pragma once

#include "ui/pages/panel.h"
#include "ui/pages/run_look.h"

class QLabel;
class QToolButton;

namespace naru::ui {

class DecisionView : public QWidget {
    Q_OBJECT
public:
    explicit DecisionView(const Theme &theme, QWidget *parent = nullptr);

    void setDecisions(const QList<DecisionLook> &decisions);
    ListTable *table() const { return m_table; }
    void turn(int by); // to another decision
    PrintedTable printed() const;
    QString about() const; // what is decided, by how many rules, on what law
    QString why() const; // of the chosen rule

private:
    QToolButton *tool(const QString &icon, const QString &text, int by);
    void showDecision(int number);
    void showWhy(int row);
    QLabel *words(const QString &name);

    const Theme &m_theme;
    QList<DecisionLook> m_decisions;
    int m_shown = -1;
    QWidget *m_bar; // which of several decisions
    QLabel *m_title;
    QLabel *m_about;
    QLabel *m_why;
    CellModel *m_model;
    ListTable *m_table;
};

} // namespace naru::ui
