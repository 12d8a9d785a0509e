// naru: the command line and the unattended service. No window, no display.
#include "run/commands/context.h"
#include "run/language.h"

#include <QGuiApplication>

namespace {

QtMessageHandler before = nullptr;

// A robot at 3 a.m. has no session and needs none; Qt would say so at every start.
void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(QLatin1StringView("QStandardPaths: XDG_RUNTIME_DIR")))
        before(type, context, message);
}

} // namespace

int main(int argc, char **argv)
{
    before = qInstallMessageHandler(handleMessage);
    // Writing PDFs needs fonts, hence the application object; it never opens a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("naru"));
    naru::run::speak(application, naru::run::languageOf({}));
    naru::run::watchInterrupt();
    return naru::run::runCommandLine(argc, argv);
}
