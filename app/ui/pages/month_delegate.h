// Draws a day of the month: its number, the holiday's name beside it, and below them what is scheduled, as much as there
// is room for.
#pragma once

#include "ui/pages/schedule_month.h"

#include <QStyledItemDelegate>

namespace naru::ui {

class MonthDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // The theme must outlive the delegate.
    explicit MonthDelegate(const Theme &theme, QObject *parent = nullptr);

    void setDays(const QList<DayLook> &days); // row by row

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool drawHead(QPainter &painter, const QRect &line, const DayLook &look) const; // whether the name found room in it
    void drawBelow(QPainter &painter, const QRect &below, const DayLook &look, bool isNamed) const;
    QColor colourOf(const DayLook &look) const;

    const Theme &m_theme;
    QList<DayLook> m_days;
};

} // namespace naru::ui
