#include "ui/still_combo.h"

#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace naru::ui {

StillCombo::StillCombo(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon); // long words do not widen the page
    setMinimumContentsLength(6);
}

// The arrow, in the colour and the size of the text.
void StillCombo::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = fontMetrics().xHeight() * 0.6; // half of its width
    painter.setPen(QPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::Text), std::max(1.5, side / 4), Qt::SolidLine, Qt::RoundCap));
    const QPointF tip(width() - 3 * side, height() / 2.0 + side / 2);
    painter.drawPolyline(QList<QPointF>{tip + QPointF(-side, -side), tip, tip + QPointF(side, -side)});
}

void StillCombo::wheelEvent(QWheelEvent *event) { event->ignore(); }

} // namespace naru::ui
