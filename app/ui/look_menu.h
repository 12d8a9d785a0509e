// The personal settings behind the name in the top bar: theme, density, text size, language.
#pragma once

#include "ui/theme.h"

#include <QMenu>

namespace naru::ui {

class LookMenu : public QMenu {
    Q_OBJECT
public:
    // The theme must outlive the menu. `language` is the one that is spoken: "ko" or "en".
    LookMenu(Theme &theme, const QString &language, QWidget *parent = nullptr);

    // Every action of the menu, for the palette.
    QList<QAction *> all() const { return m_all; }
    void setFollowsDesktop(bool follows);

Q_SIGNALS:
    void followDesktopChosen(); // the theme is the desktop's again
    void lookChosen(); // the look of the theme has been changed by the person
    void languageChosen(const QString &language);

private:
    QAction *addChoice(QMenu *menu, QActionGroup *group, const QString &text, const QString &icon);
    void addThemes();
    void addDensities();
    void addScales();
    void addLanguages(const QString &language);
    void change(const Look &look);
    void follow();

    Theme &m_theme;
    bool m_followsDesktop = true;
    QList<QAction *> m_all;
    QList<std::pair<ThemeName, QAction *>> m_themes;
    QList<std::pair<Density, QAction *>> m_densities;
    QAction *m_desktop = nullptr;
    QAction *m_size = nullptr;
};

} // namespace naru::ui
