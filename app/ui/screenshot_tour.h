// Opens every page in the three themes and saves a picture of each: the command that makes the README's pictures.
#pragma once

#include "core/record.h"
#include "ui/theme.h"

#include <QStringList>
#include <QTimer>

class QApplication;

namespace naru::ui {

class MainWindow;

class ScreenshotTour : public QObject {
    Q_OBJECT
public:
    struct Stop {
        QString page;
        RecordRef record; // empty: the page as it opens
        QString name; // of the picture
    };

    // The folder is made where there is none. The window and the theme must outlive the tour.
    ScreenshotTour(QApplication &application, Theme &theme, MainWindow &window, QString folder, const QList<Stop> &stops);

    void start();

Q_SIGNALS:
    void finished(bool complete);

private:
    void go();
    void take();

    QApplication &m_application;
    Theme &m_theme;
    MainWindow &m_window;
    QString m_folder;
    QList<std::pair<ThemeName, Stop>> m_stops;
    QTimer m_rest; // the page has been at rest for so long
    bool m_complete = true;
};

} // namespace naru::ui
