#include "ui/screenshot_tour.h"

#include "ui/main_window.h"
#include "ui/works.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

namespace naru::ui {

ScreenshotTour::ScreenshotTour(QApplication &application, Theme &theme, MainWindow &window, QString folder,
                               const QList<Stop> &stops)
    : m_application(application)
    , m_theme(theme)
    , m_window(window)
    , m_folder(std::move(folder))
{
    for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast})
        for (const Stop &stop : stops)
            m_stops.append({name, stop});
    m_rest.setInterval(200);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &ScreenshotTour::take);
    connect(&window.works(), &Works::changed, &m_rest, qOverload<>(&QTimer::start));
}

void ScreenshotTour::start()
{
    m_complete = QDir().mkpath(m_folder);
    m_window.show();
    go();
}

void ScreenshotTour::go()
{
    if (m_stops.isEmpty()) {
        Q_EMIT finished(m_complete);
        return;
    }
    Look look = m_theme.look();
    look.theme = m_stops.first().first;
    m_theme.setLook(look);
    m_theme.apply(m_application);
    m_window.openPage(m_stops.first().second.page, m_stops.first().second.record);
    m_rest.start();
}

void ScreenshotTour::take()
{
    if (!m_window.works().isIdle())
        return; // the timer starts again when the work has ended
    const auto [theme, stop] = m_stops.takeFirst();
    const QString file = m_folder + u'/' + stop.name + u'-' + toString(theme) + u".png"_s;
    m_complete = m_window.grab().save(file) && m_complete;
    go();
}

} // namespace naru::ui
