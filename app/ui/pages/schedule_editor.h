// A schedule being made or changed: its fields on one side, the next times that follow from them on the other, live.
#pragma once

#include "run/service/schedules.h"
#include "ui/pages/schedule_times.h"
#include "ui/shell.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QScrollArea;
class QSplitter;

namespace naru::ui {

class ListTable;
class Panel;
class TaskForm;

class ScheduleEditor : public QWidget {
    Q_OBJECT
public:
    // REQUIRES: the shell outlives it. The desk may be null, where there is no office.
    ScheduleEditor(Shell &shell, std::shared_ptr<run::RobotDesk> desk, QWidget *parent = nullptr);

    void beginNew();
    void beginChange(const run::StoredSchedule &stored);
    // Says what is wrong, or writes it.
    void save();
    bool isNew() const { return m_base.id.isEmpty(); }
    // Whether something was typed that is not saved.
    bool isTouched() const { return typed() != m_began; }

    TaskForm *form() const { return m_form; }
    TaskForm *inputs() const { return m_inputs; }
    ListTable *times() const { return m_table; }
    QString note() const;

Q_SIGNALS:
    void saved(const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Choice {
        QString id;
        QString title;
        run::Form inputs;
    };
    void layOut();
    void begin(const feel::Context &fields, const feel::Context &inputs, const QString &robot);
    QString typed() const;
    void showInputs();
    void look(); // what follows from the fields
    bool complain(const QList<schedule::Problem> &problems);
    void showTimes(const QList<CellRow> &rows, const QStringList &notes);
    Result<schedule::Schedule> told() const;

    Shell &m_shell;
    std::shared_ptr<run::RobotDesk> m_desk; // shared: see makeDesk
    schedule::Schedule m_base;
    QList<Choice> m_robots;
    feel::Context m_given; // what the robot of m_base is given
    Panel *m_panel;
    QSplitter *m_parts;
    QScrollArea *m_scroll;
    TaskForm *m_form;
    QLabel *m_inputsTitle;
    TaskForm *m_inputs;
    CellModel *m_model;
    ListTable *m_table;
    QLabel *m_note;
    QTimer m_pause; // of typing
    int m_asked = 0;
    QString m_began; // what stood in the fields at first
};

} // namespace naru::ui
