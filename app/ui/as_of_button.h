// The day of the question, in the top bar: today, or, marked, any other day that the pages are shown for.
#pragma once

#include "ui/theme.h"

#include <QDate>
#include <QToolButton>

class QCalendarWidget;
class QFrame;

namespace naru::ui {

class AsOfButton : public QToolButton {
    Q_OBJECT
public:
    AsOfButton(const Theme &theme, QDate today, QDate asOf, QWidget *parent = nullptr);

    QDate day() const { return m_day; }
    void setDay(QDate day);
    void openCalendar();

Q_SIGNALS:
    void dayChosen(QDate day);

private:
    void present();
    void dressCalendar();

    const Theme &m_theme;
    QDate m_today;
    QDate m_day;
    QFrame *m_popup;
    QCalendarWidget *m_calendar;
};

} // namespace naru::ui
