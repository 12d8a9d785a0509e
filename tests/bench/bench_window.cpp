// From opening the sample city of 6,500 people to a window that can be used: the first page without work under way, then
// the organisation with its people. Prints figures; nothing is asserted. Draws offscreen unless told otherwise.
#include "run/language.h"
#include "run/session.h"
#include "ui/main_window.h"
#include "ui/works.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThreadPool>

#include <cstdio>

using namespace naru;

namespace {

// Until nothing is under way and what came of it is painted. Returns milliseconds of the clock.
qint64 settle(ui::MainWindow &window, const QElapsedTimer &clock)
{
    do {
        QCoreApplication::sendPostedEvents();
        QApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents);
    } while (!window.works().isIdle());
    window.repaint();
    return clock.elapsed();
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    run::speak(application, QStringLiteral("ko"));
    const QTemporaryDir folder;
    const QString office = folder.filePath(QStringLiteral("city.naru"));
    QProcess::execute(QCoreApplication::applicationDirPath() + QStringLiteral("/naru"),
                      {QStringLiteral("office"), QStringLiteral("create"), office, QStringLiteral("--sample"), QStringLiteral("--quiet")});

    QElapsedTimer clock;
    clock.start();
    const auto session = run::Session::open({office, {}, {}});
    if (!session) {
        std::printf("no sample city: %s\n", qPrintable(session.error().text));
        return 1;
    }
    ui::Theme theme;
    theme.apply(application);
    {
        ui::WindowStart start;
        start.session = session->get();
        start.today = start.asOf = (*session)->today();
        ui::MainWindow window(theme, start);
        window.show();
        std::printf("window shown           %5lld ms\n", static_cast<long long>(clock.elapsed()));
        std::printf("first page usable      %5lld ms (goal 1500 ms)\n", static_cast<long long>(settle(window, clock)));
        window.openPage(QStringLiteral("people"));
        std::printf("organisation and people %4lld ms (all from the start)\n", static_cast<long long>(settle(window, clock)));
    }
    QThreadPool::globalInstance()->waitForDone();
    return 0;
}
