// One task of a person: what it is about, its form, and whom it is handed on to.
#pragma once

#include "ui/pages/panel.h"
#include "ui/pages/task_list.h"

class QBoxLayout;
class QPushButton;
class QScrollArea;

namespace naru::ui {

class LiveField;
class TaskForm;

class TaskPanel : public Panel {
    Q_OBJECT
public:
    explicit TaskPanel(const Theme &theme, QWidget *parent = nullptr);

    void showTask(const OpenedTask &task, QDate today);
    void clear(const QString &why);
    const store::WorkItem &item() const { return m_task.entry.item; } // an empty key: none
    TaskForm *form() const { return m_form; }
    LiveField *person() const { return m_person; }
    QString warning() const; // that it was reminded of, or is late; empty for neither
    QPushButton *planLink() const { return m_plan; }
    QPushButton *runLink() const { return m_run; }
    void askPerson(); // opens the line that asks whom to hand it on to
    PrintedText printed() const;

Q_SIGNALS:
    void planWanted(const QString &plan);
    void runWanted(const QString &run);
    void handedOn(const QString &person); // as typed
    void left(); // Escape: back to the list

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeLinks();
    void makeHandOn();
    void makeWarning();
    QString about() const;
    void showWarning();

    const Theme &m_theme;
    OpenedTask m_task;
    QDate m_today;
    QString m_planId;
    QLabel *m_about;
    QFrame *m_warning;
    QLabel *m_warningIcon;
    QLabel *m_warningText;
    QPushButton *m_plan;
    QPushButton *m_run;
    QBoxLayout *m_links; // to both
    TaskForm *m_form;
    QScrollArea *m_scroll;
    QFrame *m_handOn;
    LiveField *m_person;
};

} // namespace naru::ui
