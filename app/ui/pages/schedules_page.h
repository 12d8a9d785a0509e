// 예약 실행: when robots run by themselves: the month with its holidays, and every schedule with its next times.
#pragma once

#include "ui/page.h"
#include "ui/pages/schedule_month.h"

class QSplitter;

namespace naru::ui {

class ListTable;
class Panel;

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
    void switchChosen(); // on or off
    void removeChosen();

private:
    void addActions();
    QAction *addPageAction(const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> act);
    void take(const MonthLook &look);
    void tell(const QString &title, std::function<Status(run::Schedules &)> word, const QString &done);
    void fitWeeks();
    const ScheduleLook *chosen() const;

    std::shared_ptr<run::RobotDesk> m_desk; // shared: see makeDesk
    KoreanCalendar m_calendar;
    MonthLook m_look;
    QDate m_shown; // the first day of the month
    Panel *m_monthPanel;
    CellModel *m_weeks;
    ListTable *m_month;
    CellModel *m_list;
    ListTable *m_table;
    QAction *m_switch = nullptr;
    QAction *m_remove = nullptr;
};

} // namespace naru::ui
