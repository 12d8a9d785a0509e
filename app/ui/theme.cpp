#include "ui/theme.h"

#include "ui/icon_engine.h"
#include "ui/theme_style.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

// In the global namespace: the macro declares a function of it.
static void loadResources() { Q_INIT_RESOURCE(ui); }

namespace naru::ui {

namespace {

QColor rgb(QRgb value) { return QColor(value); }

Tokens lightTokens()
{
    return {.canvas = rgb(0xf4f5f6), .surface = rgb(0xffffff), .subtle = rgb(0xf4f5f6), .border = rgb(0xcdd1d5),
            .borderStrong = rgb(0x8a949e), .text = rgb(0x1e2124), .muted = rgb(0x58616a), .disabled = rgb(0x8a949e),
            .accent = rgb(0x0b50d0), .accentHover = rgb(0x083891), .onAccent = rgb(0xffffff),
            .accentSoft = rgb(0xecf2fe), .onAccentSoft = rgb(0x083891),
            .success = rgb(0x267337), .successSoft = rgb(0xeaf6ec), .warning = rgb(0x8a5c00),
            .warningSoft = rgb(0xfff3db), .danger = rgb(0xbd2c0f), .dangerSoft = rgb(0xfdefec),
            .information = rgb(0x096ab3), .informationSoft = rgb(0xe7f4fe), .marker = rgb(0xde3412),
            .focus = rgb(0x256ef4)};
}

// KRDS publishes no dark set: the same ramps, read from the other end.
Tokens darkTokens()
{
    return {.canvas = rgb(0x131416), .surface = rgb(0x1e2124), .subtle = rgb(0x282c30), .border = rgb(0x464c53),
            .borderStrong = rgb(0x8a949e), .text = rgb(0xf4f5f6), .muted = rgb(0xb1b8be), .disabled = rgb(0x6d7882),
            .accent = rgb(0x86aff9), .accentHover = rgb(0xb1cefb), .onAccent = rgb(0x052561),
            .accentSoft = rgb(0x1b2c4d), .onAccentSoft = rgb(0xd8e5fd),
            .success = rgb(0x7ec88e), .successSoft = rgb(0x1c3323), .warning = rgb(0xffc95c),
            .warningSoft = rgb(0x3a2f14), .danger = rgb(0xf7afa1), .dangerSoft = rgb(0x452019),
            .information = rgb(0x9ed2fa), .informationSoft = rgb(0x12314a), .marker = rgb(0xde3412),
            .focus = rgb(0x86aff9)};
}

Tokens highContrastTokens()
{
    return {.canvas = rgb(0xffffff), .surface = rgb(0xffffff), .subtle = rgb(0xffffff), .border = rgb(0x1e2124),
            .borderStrong = rgb(0x000000), .text = rgb(0x000000), .muted = rgb(0x1e2124), .disabled = rgb(0x58616a),
            .accent = rgb(0x052561), .accentHover = rgb(0x000000), .onAccent = rgb(0xffffff),
            .accentSoft = rgb(0xd8e5fd), .onAccentSoft = rgb(0x000000),
            .success = rgb(0x122b18), .successSoft = rgb(0xffffff), .warning = rgb(0x3d2800),
            .warningSoft = rgb(0xffffff), .danger = rgb(0x7a1f0c), .dangerSoft = rgb(0xffffff),
            .information = rgb(0x03314f), .informationSoft = rgb(0xffffff), .marker = rgb(0xbd2c0f),
            .focus = rgb(0xbd2c0f)};
}

double channel(double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

QHash<QString, QColor> byName(const Tokens &t)
{
    return {{u"canvas"_s, t.canvas}, {u"surface"_s, t.surface}, {u"subtle"_s, t.subtle}, {u"border"_s, t.border},
            {u"borderStrong"_s, t.borderStrong}, {u"text"_s, t.text}, {u"muted"_s, t.muted},
            {u"disabled"_s, t.disabled}, {u"accent"_s, t.accent}, {u"accentHover"_s, t.accentHover},
            {u"onAccent"_s, t.onAccent}, {u"accentSoft"_s, t.accentSoft}, {u"onAccentSoft"_s, t.onAccentSoft},
            {u"success"_s, t.success}, {u"successSoft"_s, t.successSoft}, {u"warning"_s, t.warning},
            {u"warningSoft"_s, t.warningSoft}, {u"danger"_s, t.danger}, {u"dangerSoft"_s, t.dangerSoft},
            {u"information"_s, t.information}, {u"informationSoft"_s, t.informationSoft}, {u"focus"_s, t.focus}};
}

} // namespace

const Tokens &tokens(ThemeName theme)
{
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    static const Tokens highContrast = highContrastTokens();
    return theme == ThemeName::Light ? light : theme == ThemeName::Dark ? dark : highContrast;
}

QList<TextPair> textPairs(const Tokens &t)
{
    QList<TextPair> pairs;
    const QList<std::pair<QString, QColor>> grounds{
        {u"canvas"_s, t.canvas}, {u"surface"_s, t.surface}, {u"subtle"_s, t.subtle}};
    const QList<std::pair<QString, QColor>> texts{
        {u"text"_s, t.text}, {u"muted"_s, t.muted}, {u"accent"_s, t.accent}, {u"success"_s, t.success},
        {u"warning"_s, t.warning}, {u"danger"_s, t.danger}, {u"information"_s, t.information}};
    for (const auto &[ground, groundColour] : grounds)
        for (const auto &[text, textColour] : texts)
            pairs.append({text + u" on "_s + ground, textColour, groundColour});
    // The chosen row keeps its status words and its muted second line.
    for (const auto &[text, textColour] : texts)
        pairs.append({text + u" on accentSoft"_s, textColour, t.accentSoft});
    pairs.append({u"onAccentSoft on accentSoft"_s, t.onAccentSoft, t.accentSoft});
    pairs.append({u"onAccent on accent"_s, t.onAccent, t.accent});
    pairs.append({u"onAccent on accentHover"_s, t.onAccent, t.accentHover});
    const QList<std::pair<QColor, QColor>> tones{{t.success, t.successSoft}, {t.warning, t.warningSoft},
                                                 {t.danger, t.dangerSoft}, {t.information, t.informationSoft}};
    for (const auto &[tone, soft] : tones) {
        pairs.append({tone.name() + u" on its soft ground"_s, tone, soft});
        pairs.append({u"text on the soft ground of "_s + tone.name(), t.text, soft});
    }
    return pairs;
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

ThemeName themeFromString(const QString &text, ThemeName otherwise)
{
    return text == u"light"_s ? ThemeName::Light
        : text == u"dark"_s ? ThemeName::Dark
        : text == u"contrast"_s ? ThemeName::HighContrast
                                : otherwise;
}

QString toString(ThemeName theme)
{
    return theme == ThemeName::Light ? u"light"_s : theme == ThemeName::Dark ? u"dark"_s : u"contrast"_s;
}

Density densityFromString(const QString &text, Density otherwise)
{
    return text == u"dense"_s ? Density::Dense
        : text == u"normal"_s ? Density::Normal
        : text == u"wide"_s ? Density::Wide
                            : otherwise;
}

QString toString(Density density)
{
    return density == Density::Dense ? u"dense"_s : density == Density::Normal ? u"normal"_s : u"wide"_s;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    loadResources();
}

QColor Theme::colour(Tone tone) const
{
    const Tokens &t = colours();
    switch (tone) {
    case Tone::Text: return t.text;
    case Tone::Muted: return t.muted;
    case Tone::Disabled: return t.disabled;
    case Tone::Accent: return t.accent;
    case Tone::Success: return t.success;
    case Tone::Warning: return t.warning;
    case Tone::Danger: return t.danger;
    case Tone::Information: return t.information;
    case Tone::OnAccent: return t.onAccent;
    }
    return t.text;
}

QColor Theme::soft(Tone tone) const
{
    const Tokens &t = colours();
    switch (tone) {
    case Tone::Accent: return t.accentSoft;
    case Tone::Success: return t.successSoft;
    case Tone::Warning: return t.warningSoft;
    case Tone::Danger: return t.dangerSoft;
    case Tone::Information: return t.informationSoft;
    default: return t.subtle;
    }
}

int Theme::rowHeight() const
{
    return px(m_look.density == Density::Dense ? 28 : m_look.density == Density::Normal ? 32 : 40);
}

QFont Theme::font(int pixels, int weight) const
{
    QFont font;
    // Nanum has no check mark and few symbols: DejaVu lends them.
    font.setFamilies({u"NanumBarunGothic"_s, u"NanumGothic"_s, u"Noto Sans CJK KR"_s, u"DejaVu Sans"_s});
    font.setPixelSize(px(pixels));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

QIcon Theme::icon(const QString &name, Tone tone) const { return QIcon(new IconEngine(*this, name, tone)); }

QPalette Theme::palette() const
{
    const Tokens &t = colours();
    QPalette p(t.text, t.surface, t.borderStrong, t.border, t.border, t.text, t.text, t.surface, t.canvas);
    p.setColor(QPalette::AlternateBase, t.subtle);
    p.setColor(QPalette::Highlight, t.accentSoft);
    p.setColor(QPalette::HighlightedText, t.onAccentSoft);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::ToolTipBase, t.text);
    p.setColor(QPalette::ToolTipText, t.surface);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.disabled);
    return p;
}

// The sheet is written at 100 %: `@name` is a token, `@row` the row height, and every length grows with the text size.
// One pixel stays one: a hairline is not text.
QString Theme::styleSheet() const
{
    QFile file(u":/ui/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    static const QRegularExpression length(u"\\b(\\d+)px"_s);
    QString out;
    qsizetype from = 0;
    for (auto it = length.globalMatch(sheet); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const int value = match.captured(1).toInt();
        out += sheet.mid(from, match.capturedStart() - from);
        out += QString::number(value <= 2 ? value : px(value)) + u"px"_s;
        from = match.capturedEnd();
    }
    out += sheet.mid(from);
    out.replace(u"@row"_s, QString::number(rowHeight()) + u"px"_s);
    const QHash<QString, QColor> names = byName(colours());
    static const QRegularExpression token(u"@(\\w+)"_s);
    QString result;
    from = 0;
    for (auto it = token.globalMatch(out); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += out.mid(from, match.capturedStart() - from) + names.value(match.captured(1)).name();
        from = match.capturedEnd();
    }
    return result + out.mid(from);
}

void Theme::setLook(const Look &look)
{
    Look wanted = look;
    wanted.scale = std::clamp(wanted.scale, 80, 200);
    if (wanted == m_look)
        return;
    m_look = wanted;
    Q_EMIT changed();
}

void Theme::apply(QApplication &application) const
{
    auto *style = application.findChild<ThemeStyle *>();
    if (!style) {
        style = new ThemeStyle;
        QApplication::setStyle(style); // which takes it over
    }
    style->setIconSide(px(18));
    application.setFont(font());
    application.setPalette(palette());
    application.setStyleSheet(styleSheet());
}

} // namespace naru::ui
