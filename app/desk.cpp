// naru-desk: the window.
#include "run/language.h"
#include "ui/desktop_appearance.h"
#include "ui/look_menu.h"
#include "ui/main_window.h"
#include "ui/screenshot_tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QSettings>
#include <QTimeZone>

#include <memory>

using namespace naru;
using namespace Qt::StringLiterals;

namespace {

struct Wishes {
    QString office;
    QString actor;
    QDate asOf;
    QString theme;
    int scale = 0;
    QString language;
    QString screenshots;
};

QDate todayInSeoul() { return QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("Asia/Seoul")).date(); }

// Texts of the command line come before the language is known: they are asked for by the parser alone.
std::optional<Wishes> parse(const QStringList &arguments)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Desk", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP("Desk", "The desktop of a city office.")));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption office(u"office"_s, say(QT_TRANSLATE_NOOP("Desk", "The office to open.")), u"PATH"_s);
    const QCommandLineOption actor(u"actor"_s, say(QT_TRANSLATE_NOOP("Desk", "Who acts.")), u"EMPNO"_s);
    const QCommandLineOption asOf(u"as-of"_s, say(QT_TRANSLATE_NOOP("Desk", "The day of the question.")), u"YYYY-MM-DD"_s);
    const QCommandLineOption theme(u"theme"_s, say(QT_TRANSLATE_NOOP("Desk", "light, dark, or contrast.")), u"NAME"_s);
    const QCommandLineOption scale(u"scale"_s, say(QT_TRANSLATE_NOOP("Desk", "Text size in per cent, 80 to 200.")), u"N"_s);
    const QCommandLineOption language(u"language"_s, say(QT_TRANSLATE_NOOP("Desk", "ko or en.")), u"CODE"_s);
    const QCommandLineOption screenshots(
        u"screenshots"_s, say(QT_TRANSLATE_NOOP("Desk", "Saves a picture of every page in every theme, and quits.")), u"DIR"_s);
    parser.addOptions({office, actor, asOf, theme, scale, language, screenshots});
    parser.process(arguments);
    Wishes wishes{parser.value(office), parser.value(actor), {}, parser.value(theme), parser.value(scale).toInt(),
                  parser.value(language), parser.value(screenshots)};
    if (parser.isSet(asOf)) {
        wishes.asOf = QDate::fromString(parser.value(asOf), Qt::ISODate);
        if (!wishes.asOf.isValid()) {
            qCritical("expected a day like 2026-11-22 but --as-of says otherwise");
            return std::nullopt;
        }
    }
    return wishes;
}

// The program: one theme, one window, the person's settings.
class Desk : public QObject {
public:
    Desk(QApplication &application, Wishes wishes)
        : m_application(application)
        , m_wishes(std::move(wishes))
    {
        readLook();
        connect(&m_theme, &ui::Theme::changed, this, [this] { m_theme.apply(m_application); });
        connect(&m_desktop, &ui::DesktopAppearance::themeChanged, this, &Desk::followDesktop);
        m_theme.apply(m_application);
        open();
    }

    ui::MainWindow &window() { return *m_window; }
    ui::Theme &theme() { return m_theme; }

private:
    void readLook()
    {
        ui::Look look;
        const QString name = !m_wishes.theme.isEmpty() ? m_wishes.theme
            : qEnvironmentVariableIsSet("NARU_THEME")  ? qEnvironmentVariable("NARU_THEME")
                                                       : m_settings.value(u"theme"_s).toString();
        m_followsDesktop = name.isEmpty();
        look.theme = ui::themeFromString(name, m_desktop.theme());
        look.density = ui::densityFromString(m_settings.value(u"density"_s).toString(), ui::Density::Normal);
        look.scale = m_wishes.scale ? m_wishes.scale : m_settings.value(u"scale"_s, 100).toInt();
        m_theme.setLook(look);
    }

    void followDesktop()
    {
        if (!m_followsDesktop)
            return;
        ui::Look look = m_theme.look();
        look.theme = m_desktop.theme();
        m_theme.setLook(look);
    }

    void keepLook()
    {
        m_followsDesktop = false;
        m_settings.setValue(u"theme"_s, ui::toString(m_theme.look().theme));
        m_settings.setValue(u"density"_s, ui::toString(m_theme.look().density));
        m_settings.setValue(u"scale"_s, m_theme.look().scale);
    }

    void open()
    {
        const QString language = run::languageOf(m_wishes.language.isEmpty() ? m_settings.value(u"language"_s).toString()
                                                                             : m_wishes.language);
        run::speak(m_application, language);
        ui::WindowStart start;
        start.language = language;
        start.today = todayInSeoul();
        start.asOf = m_wishes.asOf.isValid() ? m_wishes.asOf : start.today;
        start.user = m_wishes.actor;
        m_window = std::make_unique<ui::MainWindow>(m_theme, start);
        m_window->look()->setFollowsDesktop(m_followsDesktop);
        connect(m_window->look(), &ui::LookMenu::lookChosen, this, &Desk::keepLook);
        connect(m_window->look(), &ui::LookMenu::followDesktopChosen, this, [this] {
            m_followsDesktop = true;
            m_settings.remove(u"theme"_s);
            followDesktop();
        });
        // The texts of a window are made with it: another language is another window, after this event is done.
        connect(
            m_window->look(), &ui::LookMenu::languageChosen, this,
            [this](const QString &chosen) {
                m_settings.setValue(u"language"_s, chosen);
                m_wishes.language = chosen;
                open();
                m_window->show();
            },
            Qt::QueuedConnection);
    }

    QApplication &m_application;
    Wishes m_wishes;
    QSettings m_settings;
    ui::Theme m_theme;
    ui::DesktopAppearance m_desktop;
    bool m_followsDesktop = true;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace

int main(int argc, char *argv[])
{
    // Pictures need no display.
    for (int i = 1; i < argc; ++i)
        if (qstrcmp(argv[i], "--screenshots") == 0 && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"naru"_s);
    QApplication::setApplicationName(u"naru-desk"_s);
    QApplication::setApplicationVersion(u"0.1.0"_s);
    QApplication::setStyle(u"Fusion"_s);
    run::speak(application, run::languageOf({}));
    const std::optional<Wishes> wishes = parse(application.arguments());
    if (!wishes)
        return 2;
    Desk desk(application, *wishes);
    if (wishes->screenshots.isEmpty()) {
        desk.window().show();
        return QApplication::exec();
    }
    ui::ScreenshotTour tour(application, desk.theme(), desk.window(), wishes->screenshots);
    QObject::connect(&tour, &ui::ScreenshotTour::finished, &application,
                     [](bool complete) { QApplication::exit(complete ? 0 : 1); }, Qt::QueuedConnection);
    tour.start();
    return QApplication::exec();
}
