// Opens every page in the three themes and saves a picture of each: the command that makes the README's pictures.
#pragma once

#include "ui/theme.h"

#include <QStringList>
#include <QTimer>

class QApplication;

namespace naru::ui {

class MainWindow;

class ScreenshotTour : public QObject {
    Q_OBJECT
public:
    // The folder is made where there is none. The window and the theme must outlive the tour.
    ScreenshotTour(QApplication &application, Theme &theme, MainWindow &window, QString folder);

    void start();

Q_SIGNALS:
    void finished(bool complete);

private:
    struct Stop {
        ThemeName theme;
        QString page;
    };
    void go();
    void take();

    QApplication &m_application;
    Theme &m_theme;
    MainWindow &m_window;
    QString m_folder;
    QList<Stop> m_stops;
    QTimer m_rest; // the page has been at rest for so long
    bool m_complete = true;
};

} // namespace naru::ui
