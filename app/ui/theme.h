// The look of the window: design tokens (KRDS values), three themes, text size, and density. Every colour and every
// length on the screen comes from here; a page that needs a colour asks for the tone that says what it means.
#pragma once

#include "core/result.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QList>
#include <QObject>
#include <QPalette>

class QApplication;

namespace naru::ui {

enum class ThemeName { Light, Dark, HighContrast }; // 밝게, 어둡게, 선명하게
enum class Density { Dense, Normal, Wide }; // 촘촘, 보통, 넓게

// What a colour means. Colour never says it alone: an icon or a word stands beside it.
enum class Tone { Text, Muted, Disabled, Accent, Success, Warning, Danger, Information, OnAccent };

struct Tokens {
    QColor canvas; // behind the panels
    QColor surface; // lists, panels, fields
    QColor subtle; // heads, hovered rows
    QColor border;
    QColor borderStrong; // around fields and buttons: 3:1 against the surface
    QColor text;
    QColor muted;
    QColor disabled;
    QColor accent;
    QColor accentHover;
    QColor onAccent;
    QColor accentSoft; // the chosen row
    QColor onAccentSoft;
    QColor success, successSoft;
    QColor warning, warningSoft;
    QColor danger, dangerSoft;
    QColor information, informationSoft;
    QColor marker; // over a page picture: the line that is spoken of
    QColor focus;
};

struct Look {
    ThemeName theme = ThemeName::Light;
    Density density = Density::Normal;
    int scale = 100; // per cent, 80–200
    friend bool operator==(const Look &, const Look &) = default;
};

// A text colour and the ground on which the window draws it.
struct TextPair {
    QString name;
    QColor text;
    QColor ground;
};

const Tokens &tokens(ThemeName theme);
QList<TextPair> textPairs(const Tokens &tokens);
// The contrast ratio of WCAG 2.2, 1 to 21.
double contrast(const QColor &a, const QColor &b);

ThemeName themeFromString(const QString &text, ThemeName otherwise);
QString toString(ThemeName theme);
Density densityFromString(const QString &text, Density otherwise);
QString toString(Density density);

class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);

    const Look &look() const { return m_look; }
    const Tokens &colours() const { return tokens(m_look.theme); }
    QColor colour(Tone tone) const;
    QColor soft(Tone tone) const; // the ground of a tone
    // A length of the 4 px grid, at the present text size.
    int px(int length) const { return (length * m_look.scale + 50) / 100; }
    int rowHeight() const;
    QFont font(int pixels = 15, int weight = QFont::Normal) const;

    // An icon of the project's family, drawn in the tone at any size. Follows the theme. The theme must outlive it.
    QIcon icon(const QString &name, Tone tone = Tone::Text) const;

    QPalette palette() const;
    QString styleSheet() const;

    void setLook(const Look &look); // scale is kept within 80–200
    void apply(QApplication &application) const;

Q_SIGNALS:
    void changed();

private:
    Look m_look;
};

} // namespace naru::ui
