#include "ui/as_of_button.h"

#include "ui/words.h"

#include <QAbstractItemView>
#include <QCalendarWidget>
#include <QFrame>
#include <QPushButton>
#include <QStyle>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace naru::ui {

AsOfButton::AsOfButton(const Theme &theme, QDate today, QDate asOf, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_today(today)
    , m_day(asOf)
    , m_popup(new QFrame(this, Qt::Popup))
    , m_calendar(new QCalendarWidget(m_popup))
{
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_popup->setObjectName(u"Popup"_s);
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_calendar);
    auto *todayButton = new QPushButton(tr("Today"), m_popup);
    column->addWidget(todayButton);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setFirstDayOfWeek(Qt::Sunday);
    m_calendar->setAccessibleName(tr("Day of the question"));
    if (auto *days = m_calendar->findChild<QAbstractItemView *>())
        days->setAccessibleName(m_calendar->accessibleName()); // it is what has the focus
    dressCalendar();
    connect(&theme, &Theme::changed, this, [this] {
        dressCalendar();
        present();
    });
    connect(this, &QToolButton::clicked, this, &AsOfButton::openCalendar);
    const auto choose = [this](QDate day) {
        m_popup->hide();
        setFocus(Qt::OtherFocusReason);
        setDay(day);
        Q_EMIT dayChosen(day);
    };
    connect(m_calendar, &QCalendarWidget::activated, this, choose);
    connect(m_calendar, &QCalendarWidget::clicked, this, choose);
    connect(todayButton, &QPushButton::clicked, this, [this, choose] { choose(m_today); });
    present();
}

void AsOfButton::dressCalendar()
{
    QTextCharFormat sunday;
    sunday.setForeground(m_theme.colour(Tone::Danger));
    QTextCharFormat saturday;
    saturday.setForeground(m_theme.colour(Tone::Information));
    QTextCharFormat weekday;
    weekday.setForeground(m_theme.colour(Tone::Text));
    QTextCharFormat head;
    head.setForeground(m_theme.colour(Tone::Muted));
    head.setBackground(m_theme.soft(Tone::Text));
    m_calendar->setHeaderTextFormat(head);
    for (int day = Qt::Monday; day <= Qt::Friday; ++day)
        m_calendar->setWeekdayTextFormat(static_cast<Qt::DayOfWeek>(day), weekday);
    m_calendar->setWeekdayTextFormat(Qt::Saturday, saturday);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, sunday);
    m_calendar->setMinimumSize(m_theme.px(300), m_theme.px(260));
}

void AsOfButton::setDay(QDate day)
{
    m_day = day;
    present();
}

void AsOfButton::present()
{
    const bool isToday = m_day == m_today;
    setIcon(m_theme.icon(isToday ? u"calendar"_s : u"clock"_s, isToday ? Tone::Muted : Tone::Warning));
    setText(isToday ? dayText(m_day) : tr("As of %1").arg(dayText(m_day)));
    setToolTip(isToday ? tr("Everything is shown as of today. Choose another day (Ctrl+D).")
                       : tr("Everything is shown as of this day, not today (Ctrl+D)."));
    setAccessibleName(tr("As of %1").arg(dayText(m_day)));
    setProperty("role", isToday ? QString() : u"marked"_s);
    style()->unpolish(this);
    style()->polish(this);
}

void AsOfButton::openCalendar()
{
    m_calendar->setSelectedDate(m_day);
    m_popup->adjustSize();
    const QPoint corner = mapToGlobal(QPoint(width() - m_popup->width(), height() + m_theme.px(4)));
    m_popup->move(corner);
    m_popup->show();
    m_calendar->setFocus(Qt::PopupFocusReason);
}

} // namespace naru::ui
