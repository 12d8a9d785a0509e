// 예약 실행: when robots run by themselves: the month with its holidays, every schedule with its next times and what became
// of those that came, and a place to make and change them.
#pragma once

#include "ui/page.h"
#include "ui/pages/schedule_month.h"

class QSplitter;
class QStackedWidget;

namespace naru::ui {

class ListTable;
class MonthDelegate;
class Panel;
class RunAsk;
class ScheduleEditor;

class SchedulesPage : public Page {
    Q_OBJECT
public:
    enum Column { TitleColumn, StateColumn, NextColumn, RobotColumn, RuleColumn };

    explicit SchedulesPage(Shell &shell);

    QString subtitle() const override;
    QList<ShortcutHint> hints() const override;
    void refresh() override;
    QList<PrintChoice> printChoices() const override;

    ListTable *month() const { return m_month; }
    ListTable *table() const { return m_table; }
    void turn(int months);
    ListTable *past() const { return m_pastTable; }
    ListTable *closing() const { return m_closingTable; }
    RunAsk *ask() const { return m_ask; }
    QDate chosenDay() const; // of the month; invalid where none is chosen
    void askClosing(); // which day the office closes on, and what it is called
    void removeClosing();
    ScheduleEditor *editor() const { return m_editor; }
    bool isEditing() const;
    void addNew();
    void changeChosen();
    void switchChosen(); // on or off
    void removeChosen(); // with ten seconds for a second thought
    void decideChosen(bool isRun); // on the missed time that asks

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    void makeTables();
    void closeOffice(const office::ClosingDay &day); // the office, with ten seconds for a second thought
    void openOffice(const QString &id, const QString &done);
    QString chosenClosing() const;
    void chooseDay(QDate day);
    void layOut();
    void addActions();
    void showActions();
    void showPast();
    bool mayChange(const QString &what);
    void setEditing(bool isEditing);
    void leaveEditor(); // with ten seconds for a second thought
    QAction *addPageAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act);
    void take(const MonthLook &look);
    void tell(const QString &title, std::function<Status(run::Schedules &)> word, const QString &done);
    void fitWeeks();
    const ScheduleLook *chosen() const;

    std::shared_ptr<run::RobotDesk> m_desk; // shared: see makeDesk
    MonthLook m_look;
    QDate m_shown; // the first day of the month
    Panel *m_monthPanel;
    CellModel *m_weeks;
    ListTable *m_month;
    MonthDelegate *m_days;
    CellModel *m_list;
    ListTable *m_table;
    CellModel *m_past;
    ListTable *m_pastTable;
    CellModel *m_closing;
    ListTable *m_closingTable;
    QSplitter *m_parts = nullptr; // the month, and the lists beside it
    RunAsk *m_ask;
    QStackedWidget *m_sides; // the calendar, or a schedule being changed
    ScheduleEditor *m_editor;
    QList<QAction *> m_viewActions;
    QList<QAction *> m_editActions;
    QList<QAction *> m_chosenActions; // about the chosen schedule
    QAction *m_openDay = nullptr; // on the chosen closing day
    QList<QAction *> m_askedActions; // about a missed time that asks
};

} // namespace naru::ui
