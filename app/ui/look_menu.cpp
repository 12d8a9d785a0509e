#include "ui/look_menu.h"

#include <QActionGroup>

namespace naru::ui {

LookMenu::LookMenu(Theme &theme, const QString &language, QWidget *parent)
    : QMenu(parent)
    , m_theme(theme)
{
    addThemes();
    addDensities();
    addScales();
    addLanguages(language);
    connect(&theme, &Theme::changed, this, &LookMenu::follow);
    follow();
}

QAction *LookMenu::addChoice(QMenu *menu, QActionGroup *group, const QString &text, const QString &icon)
{
    QAction *action = menu->addAction(text);
    action->setProperty("iconName", icon);
    if (group) {
        action->setCheckable(true);
        group->addAction(action);
    }
    m_all.append(action);
    return action;
}

void LookMenu::addThemes()
{
    QMenu *menu = addMenu(m_theme.icon(u"theme"_s), tr("Theme"));
    auto *group = new QActionGroup(this);
    m_desktop = addChoice(menu, group, tr("Theme: as the desktop"), u"theme"_s);
    connect(m_desktop, &QAction::triggered, this, [this] {
        m_followsDesktop = true;
        Q_EMIT followDesktopChosen();
        follow();
    });
    const QList<std::pair<ThemeName, QString>> themes{{ThemeName::Light, tr("Theme: light")},
                                                      {ThemeName::Dark, tr("Theme: dark")},
                                                      {ThemeName::HighContrast, tr("Theme: high contrast")}};
    for (const auto &[name, text] : themes) {
        QAction *action = addChoice(menu, group, text, u"theme"_s);
        m_themes.append({name, action});
        connect(action, &QAction::triggered, this, [this, chosen = name] {
            m_followsDesktop = false;
            Look look = m_theme.look();
            look.theme = chosen;
            change(look);
        });
    }
}

void LookMenu::addDensities()
{
    QMenu *menu = addMenu(m_theme.icon(u"density"_s), tr("Density"));
    auto *group = new QActionGroup(this);
    const QList<std::pair<Density, QString>> densities{{Density::Dense, tr("Density: dense")},
                                                       {Density::Normal, tr("Density: normal")},
                                                       {Density::Wide, tr("Density: wide")}};
    for (const auto &[density, text] : densities) {
        QAction *action = addChoice(menu, group, text, u"density"_s);
        m_densities.append({density, action});
        connect(action, &QAction::triggered, this, [this, chosen = density] {
            Look look = m_theme.look();
            look.density = chosen;
            change(look);
        });
    }
}

void LookMenu::addScales()
{
    QMenu *menu = addMenu(m_theme.icon(u"text-size"_s), tr("Text size"));
    m_size = menu->menuAction();
    const auto add = [this, menu](const QString &text, const QKeySequence &keys, auto scale) {
        QAction *action = addChoice(menu, nullptr, text, u"text-size"_s);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, [this, scale] {
            Look look = m_theme.look();
            look.scale = scale(look.scale);
            change(look);
        });
    };
    add(tr("Larger text"), QKeySequence(u"Ctrl+="_s), [](int scale) { return scale + 10; });
    add(tr("Smaller text"), QKeySequence(u"Ctrl+-"_s), [](int scale) { return scale - 10; });
    add(tr("Text size 100 %"), QKeySequence(u"Ctrl+0"_s), [](int) { return 100; });
    add(tr("Text size 150 %"), {}, [](int) { return 150; });
    add(tr("Text size 200 %"), {}, [](int) { return 200; });
}

void LookMenu::addLanguages(const QString &language)
{
    QMenu *menu = addMenu(m_theme.icon(u"language"_s), tr("Language"));
    auto *group = new QActionGroup(this);
    // A language is called by its own name.
    const QList<std::pair<QString, QString>> languages{{u"ko"_s, u"한국어"_s}, {u"en"_s, u"English"_s}};
    for (const auto &[code, text] : languages) {
        QAction *action = addChoice(menu, group, text, u"language"_s);
        action->setChecked(code == language);
        connect(action, &QAction::triggered, this, [this, chosen = code] { Q_EMIT languageChosen(chosen); });
    }
}

void LookMenu::setFollowsDesktop(bool follows)
{
    m_followsDesktop = follows;
    follow();
}

void LookMenu::change(const Look &look)
{
    m_theme.setLook(look);
    follow();
    Q_EMIT lookChosen();
}

void LookMenu::follow()
{
    m_desktop->setChecked(m_followsDesktop);
    for (const auto &[name, action] : std::as_const(m_themes))
        if (!m_followsDesktop)
            action->setChecked(name == m_theme.look().theme);
    for (const auto &[density, action] : std::as_const(m_densities))
        action->setChecked(density == m_theme.look().density);
    m_size->setText(tr("Text size: %1 %").arg(m_theme.look().scale));
}

} // namespace naru::ui
