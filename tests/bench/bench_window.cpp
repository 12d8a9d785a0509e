// From opening the sample city of 6,500 people to a window that can be used: the first page without work under way, the
// organisation with its people, and an order of 1,531 lines; and how long the window's thread was away from its events at
// most meanwhile. Prints figures; nothing is asserted. Draws offscreen unless told otherwise.
#include "run/language.h"
#include "run/session.h"
#include "ui/main_window.h"
#include "ui/pages/order_page.h"
#include "ui/pages/panel.h"
#include "ui/pages/people_page.h"
#include "ui/pages/plan_desk.h"
#include "ui/pages/plan_view.h"
#include "ui/pages/unit_tree.h"
#include "ui/print_preview.h"
#include "ui/works.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThreadPool>

#include <cstdio>

using namespace naru;

namespace {

// Measures every event that the window's thread works on, the nested ones within the outermost.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || thread() != QThread::currentThread())
            return QApplication::notify(receiver, event);
        const QByteArray name = receiver->metaObject()->className(); // it may be gone afterwards
        const int type = event->type();
        QElapsedTimer clock;
        clock.start();
        ++m_depth;
        const bool answer = QApplication::notify(receiver, event);
        --m_depth;
        const double spent = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        if (spent > m_longest) {
            m_longest = spent;
            m_where = name + " event " + QByteArray::number(type);
        }
        return answer;
    }

    // The longest since the last question.
    void report(const char *what)
    {
        std::printf("  longest event        %7.1f ms (goal 100 ms) %s: %s\n", m_longest, what, m_where.constData());
        m_longest = 0;
    }

private:
    int m_depth = 0;
    double m_longest = 0;
    QByteArray m_where;
};

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

void openOrder(ui::MainWindow &window, TimedApplication &application, const QString &folder, const QString &ending)
{
    const QStringList files = QDir(folder).entryList({QStringLiteral("*명단_1531명.") + ending});
    if (files.isEmpty())
        return;
    window.openPage(QStringLiteral("personnel-order"));
    auto *orders = static_cast<ui::OrderPage *>(window.page(QStringLiteral("personnel-order")));
    QElapsedTimer clock;
    clock.start();
    orders->read({folder + QLatin1Char('/') + files.first()});
    const qint64 read = settle(window, clock);
    std::printf("order of %d lines (%s)   %5lld ms from the file to the lines\n", orders->desk()->view()->table()->model()->rowCount(),
                qPrintable(ending), static_cast<long long>(read));
    application.report("reading and showing it");
    clock.restart();
    for (int row = 0; row < 20; ++row) {
        orders->desk()->view()->table()->setCurrentIndex(orders->desk()->view()->table()->model()->index(row * 50, 0));
        settle(window, clock);
    }
    std::printf("line to line           %7.1f ms each, with its page\n", static_cast<double>(clock.elapsed()) / 20);
    application.report("walking through the lines");
}

void printPreview(ui::MainWindow &window, TimedApplication &application)
{
    QElapsedTimer clock;
    clock.start();
    ui::PrintPreview preview(window, window.page(window.currentPage())->printChoices());
    const qint64 gathered = clock.elapsed();
    const qint64 shown = settle(window, clock);
    std::printf("print preview          %5lld ms for %d pages, %lld ms of them in the window's thread\n", static_cast<long long>(shown),
                preview.pageCount(), static_cast<long long>(gathered));
    application.report("the preview");
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
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
        application.report("the first page");
        clock.restart();
        window.openPage(QStringLiteral("people"));
        std::printf("organisation and people %4lld ms\n", static_cast<long long>(settle(window, clock)));
        application.report("the organisation");
        printPreview(window, application);
        openOrder(window, application, folder.filePath(QStringLiteral("city.samples")), QStringLiteral("pdf"));
        printPreview(window, application);
        openOrder(window, application, folder.filePath(QStringLiteral("city.samples")), QStringLiteral("xlsx"));
    }
    QThreadPool::globalInstance()->waitForDone();
    return 0;
}
