// Draws one SVG of the project's family in a token's colour, at any size, and again when the theme has changed.
#pragma once

#include "ui/theme.h"

#include <QIconEngine>

namespace naru::ui {

class IconEngine : public QIconEngine {
public:
    // The theme must outlive the icon.
    IconEngine(const Theme &theme, QString name, Tone tone);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;

private:
    const Theme &m_theme;
    QString m_name;
    Tone m_tone;
    QByteArray m_svg;
};

} // namespace naru::ui
