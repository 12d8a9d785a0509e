// naru: the command line and the unattended service. No window, no display.
#include "run/commands/context.h"
#include "run/language.h"

#include <QGuiApplication>

int main(int argc, char **argv)
{
    // Writing PDFs needs fonts, hence the application object; it never opens a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("QT_LOGGING_RULES", "qt.qpa.*=false");
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("naru"));
    naru::run::speak(application, naru::run::languageOf({}));
    naru::run::watchInterrupt();
    return naru::run::runCommandLine(argc, argv);
}
