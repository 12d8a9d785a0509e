#include "ui/icon_engine.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace naru::ui {

IconEngine::IconEngine(const Theme &theme, QString name, Tone tone)
    : m_theme(theme)
    , m_name(std::move(name))
    , m_tone(tone)
{
    QFile file(u":/ui/icons/"_s + m_name + u".svg"_s);
    if (file.open(QIODevice::ReadOnly))
        m_svg = file.readAll();
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const Tone tone = mode == QIcon::Disabled ? Tone::Disabled : m_tone;
    QByteArray svg = m_svg;
    svg.replace("currentColor", m_theme.colour(tone).name().toLatin1());
    QSvgRenderer renderer(svg);
    const int side = std::min(rect.width(), rect.height());
    // In a rectangle wider than high the icon stands at the left: the rest is the gap to the words of a button.
    const double left = rect.width() > rect.height() ? 0 : (rect.width() - side) / 2.0;
    const QRectF square(rect.x() + left, rect.y() + (rect.height() - side) / 2.0, side, side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    renderer.render(painter, square);
    painter->restore();
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect({0, 0}, size), mode, state);
    return pixmap;
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal)
{
    return pixmap(size, mode, state);
}

QIconEngine *IconEngine::clone() const { return new IconEngine(m_theme, m_name, m_tone); }

} // namespace naru::ui
