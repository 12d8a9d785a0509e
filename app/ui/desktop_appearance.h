// What the desktop asks for: light, dark, or high contrast, by the portal org.freedesktop.appearance.
#pragma once

#include "ui/theme.h"

class QDBusVariant;

namespace naru::ui {

class DesktopAppearance : public QObject {
    Q_OBJECT
public:
    // Asks at once and answers later; silent where there is no desktop bus.
    explicit DesktopAppearance(QObject *parent = nullptr);

    ThemeName theme() const;

Q_SIGNALS:
    void themeChanged(naru::ui::ThemeName theme);

private Q_SLOTS:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void take(const QString &key, uint value);

    uint m_colours = 0; // 1: dark
    uint m_contrast = 0; // 1: high
};

} // namespace naru::ui
