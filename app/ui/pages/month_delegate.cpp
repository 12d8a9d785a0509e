#include "ui/pages/month_delegate.h"

#include <QPainter>

namespace naru::ui {

MonthDelegate::MonthDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void MonthDelegate::setDays(const QList<DayLook> &days) { m_days = days; }

QColor MonthDelegate::colourOf(const DayLook &look) const
{
    return m_theme.colour(look.isOther ? Tone::Muted : look.isOff ? Tone::Danger : Tone::Text);
}

void MonthDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int place = index.row() * 7 + index.column();
    if (place >= m_days.size())
        return;
    const DayLook &look = m_days[place];
    const Tokens &t = m_theme.colours();
    const bool isChosen = option.state & QStyle::State_Selected;
    painter->save();
    painter->setClipRect(option.rect);
    const QColor ground = isChosen ? t.accentSoft : look.isOff || look.isOther ? t.subtle : t.surface;
    painter->fillRect(option.rect, ground);
    const int edge = m_theme.px(6);
    const QRect inside = option.rect.adjusted(edge, m_theme.px(4), -edge, -m_theme.px(2));
    painter->setFont(m_theme.font(15));
    const QRect head(inside.topLeft(), QSize(inside.width(), painter->fontMetrics().height() + m_theme.px(2)));
    const bool isNamed = drawHead(*painter, head, look);
    drawBelow(*painter, QRect(QPoint(inside.left(), head.bottom() + 1), inside.bottomRight()), look, isNamed);
    if (isChosen && option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(t.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

bool MonthDelegate::drawHead(QPainter &painter, const QRect &line, const DayLook &look) const
{
    const Tokens &t = m_theme.colours();
    const QString number = QString::number(look.day.day());
    painter.setFont(m_theme.font(15, look.isToday ? QFont::Bold : QFont::Normal));
    const int width = painter.fontMetrics().horizontalAdvance(number);
    QRect place(line.topLeft(), QSize(width, line.height()));
    painter.setPen(colourOf(look));
    if (look.isToday) {
        place.setWidth(width + 2 * m_theme.px(5));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(t.accent);
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(place, m_theme.px(10), m_theme.px(10));
        painter.setPen(t.onAccent);
    }
    painter.drawText(place, Qt::AlignCenter, number);
    painter.setPen(colourOf(look));
    painter.setFont(m_theme.font(13));
    const QRect rest = line.adjusted(place.width() + m_theme.px(6), 0, 0, 0);
    const bool fits = painter.fontMetrics().horizontalAdvance(look.name) <= rest.width();
    if (fits)
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, look.name);
    return fits;
}

// Each on as many lines as it needs, two at most; what finds no room is counted on the last line.
void MonthDelegate::drawBelow(QPainter &painter, const QRect &below, const DayLook &look, bool isNamed) const
{
    painter.setFont(m_theme.font(13));
    const QFontMetrics metrics = painter.fontMetrics();
    const int height = metrics.height();
    const auto linesOf = [&](const QString &text) { return metrics.horizontalAdvance(text) > below.width() ? 2 : 1; };
    int room = below.height() / std::max(1, height);
    QRect place(below.topLeft(), QSize(below.width(), height));
    const auto draw = [&](const QString &text, int lines) {
        place.setHeight(lines * height);
        // The second line takes what is left of the words, cut where even that is too much.
        const QString shown = lines > 1 ? metrics.elidedText(text, Qt::ElideRight, below.width() * 2 - metrics.horizontalAdvance(u'M') * 2)
                                        : metrics.elidedText(text, Qt::ElideRight, below.width());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere, shown);
        place.moveTop(place.top() + lines * height);
        room -= lines;
    };
    painter.setPen(colourOf(look));
    if (!isNamed && room > 0)
        draw(look.name, std::min(linesOf(look.name), room));
    painter.setPen(m_theme.colour(look.isOther ? Tone::Muted : Tone::Information));
    for (qsizetype i = 0; i < look.times.size() && room > 0; ++i) {
        const qsizetype left = look.times.size() - i;
        if (left > 1 && room == 1) {
            draw(tr("and %1 more").arg(left), 1);
            return;
        }
        draw(look.times[i], std::min(linesOf(look.times[i]), left > 1 ? room - 1 : room));
    }
}

} // namespace naru::ui
