// naru-desk: the window.
#include "run/language.h"
#include "run/session.h"
#include "run/words.h"
#include "ui/desktop_appearance.h"
#include "ui/look_menu.h"
#include "ui/main_window.h"
#include "ui/pages/welcome_page.h"
#include "ui/screenshot_tour.h"
#include "ui/works.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QSettings>
#include <QThreadPool>
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

    ~Desk() override
    {
        m_window.reset();
        QThreadPool::globalInstance()->waitForDone(); // workers use the session until they notice
    }

    ui::MainWindow &window() { return *m_window; }
    ui::Theme &theme() { return m_theme; }

    // Every page, the person who works here, the personnel order with the most to decide, and its document.
    QList<ui::ScreenshotTour::Stop> sights()
    {
        QList<ui::ScreenshotTour::Stop> stops;
        for (const ui::PageKind &kind : ui::pageKinds())
            if (kind.make && m_session)
                stops.append({kind.id,
                              kind.id == u"people"_s          ? RecordRef{u"person"_s, m_session->actor()}
                                  : kind.id == u"documents"_s ? RecordRef{u"list"_s, u"last"_s} // it was open in the theme before
                                                              : RecordRef(),
                              kind.id});
        const auto plans = m_session ? m_session->plans() : Result<QList<store::PlanSummary>>(QList<store::PlanSummary>());
        const store::PlanSummary *most = nullptr;
        if (plans)
            for (const store::PlanSummary &plan : *plans)
                if (plan.robot == u"personnel-order"_s && (!most || plan.questions > most->questions))
                    most = &plan;
        if (most)
            stops.append({most->robot, {u"plan"_s, most->id}, most->robot + u"-plan"_s});
        const auto plan = most ? m_session->plan(most->id) : Result<Plan>(Plan());
        if (plan && !plan->sources.isEmpty())
            stops.append({u"documents"_s, {u"file"_s, plan->sources.first().file}, u"documents-open"_s});
        if (stops.isEmpty())
            stops.append({m_window->currentPage(), {}, m_window->currentPage()});
        return stops;
    }

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
        m_language = run::languageOf(m_wishes.language.isEmpty() ? m_settings.value(u"language"_s).toString()
                                                                 : m_wishes.language);
        run::speak(m_application, m_language);
        Result<std::unique_ptr<run::Session>> opened = run::Session::open({m_wishes.office, m_wishes.actor, {}});
        m_window.reset(); // it borrows the session, and so do its workers
        QThreadPool::globalInstance()->waitForDone();
        m_session = opened ? std::move(*opened) : nullptr;
        m_window = std::make_unique<ui::MainWindow>(m_theme, startOf(opened ? QString() : run::sentence(opened.error())));
        connectWindow();
        if (m_session)
            nameUser();
    }

    ui::WindowStart startOf(const QString &why)
    {
        ui::WindowStart start;
        start.session = m_session.get();
        start.language = m_language;
        start.today = m_session ? m_session->today() : todayInSeoul();
        start.asOf = m_wishes.asOf.isValid() ? m_wishes.asOf : start.today;
        if (m_session) {
            start.user = m_session->actor();
            start.search = [session = m_session.get()](const QString &query, int limit) { return found(*session, query, limit); };
            return start;
        }
        const QString location = m_wishes.office.isEmpty() ? run::Session::defaultLocation() : m_wishes.office;
        start.pages = {{u"welcome"_s, QT_TRANSLATE_NOOP("naru::ui::Pages", "Welcome"), u"naru"_s, nullptr,
                        [this, why, location](ui::Shell &shell) -> ui::Page * {
                            return new ui::WelcomePage(shell, why, location, [this](const QString &office) { reopen(office); });
                        }}};
        return start;
    }

    static Result<QList<ui::SearchFound>> found(run::Session &session, const QString &query, int limit)
    {
        const auto hits = session.search(query, limit);
        if (!hits)
            return hits.error();
        const auto directory = session.directory();
        if (!directory)
            return directory.error();
        QList<ui::SearchFound> out;
        for (const auto &hit : *hits)
            out.append({hit.record.kind, hit.title, detailOf(hit, **directory, session.today()), hit.record.toString()});
        return out;
    }

    // What tells hits of one name apart: where a person works, what a unit belongs to, else the words that were found.
    static QString detailOf(const store::SearchHit &hit, const office::Directory &directory, QDate today)
    {
        if (hit.record.kind == u"person"_s) {
            const office::Assignment *post = directory.mainPost(hit.record.id, today);
            return post ? directory.path(post->unit) + u' ' + post->post : hit.record.id;
        }
        if (hit.record.kind == u"unit"_s)
            return directory.path(hit.record.id);
        QString snippet = hit.snippet;
        snippet.remove(QChar(2)).remove(QChar(3));
        return snippet == hit.title ? hit.record.id : snippet;
    }

    // "정보화담당관 · 김하나", once the directory has been read.
    void nameUser()
    {
        m_window->works().start(
            m_window.get(), {},
            [session = m_session.get()](const ui::Progress &) { return session->person(session->actor(), session->today()); },
            [this](const run::PersonDetail &person) {
                m_window->setUser(QStringList{person.row.unitName.section(u' ', -1), person.row.name}.join(u" · "_s));
            },
            [](const Error &) {}, true); // the built-in administrator is nobody in the directory
    }

    void reopen(const QString &office)
    {
        m_wishes.office = office;
        QMetaObject::invokeMethod(
            this,
            [this] {
                open();
                m_window->show();
            },
            Qt::QueuedConnection); // the page that asks goes with its window
    }

    void connectWindow()
    {
        ui::LookMenu *look = m_window->look();
        look->setFollowsDesktop(m_followsDesktop);
        connect(look, &ui::LookMenu::lookChosen, this, &Desk::keepLook);
        connect(look, &ui::LookMenu::followDesktopChosen, this, [this] {
            m_followsDesktop = true;
            m_settings.remove(u"theme"_s);
            followDesktop();
        });
        // The texts of a window are made with it: another language is another window.
        connect(look, &ui::LookMenu::languageChosen, this, [this](const QString &chosen) {
            m_settings.setValue(u"language"_s, chosen);
            m_wishes.language = chosen;
            reopen(m_wishes.office);
        });
    }

    QApplication &m_application;
    Wishes m_wishes;
    QSettings m_settings;
    ui::Theme m_theme;
    ui::DesktopAppearance m_desktop;
    bool m_followsDesktop = true;
    QString m_language;
    std::unique_ptr<run::Session> m_session;
    std::unique_ptr<ui::MainWindow> m_window; // borrows the session
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
    ui::ScreenshotTour tour(application, desk.theme(), desk.window(), wishes->screenshots, desk.sights());
    QObject::connect(&tour, &ui::ScreenshotTour::finished, &application,
                     [](bool complete) { QApplication::exit(complete ? 0 : 1); }, Qt::QueuedConnection);
    tour.start();
    return QApplication::exec();
}
