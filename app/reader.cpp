// naru-reader: parses untrusted documents for the programs, locked in. Standard input is the socket to the program;
// the arguments are the memory it may use and the folders of the plugins. Nobody starts it by hand.
#include "run/confinement.h"
#include "run/reader_service.h"

#include <QGuiApplication>

#include <new>
#include <unistd.h>

int main(int argc, char **argv)
{
    using namespace naru;
    constexpr int outOfMemory = 3; // ReaderProcess knows it

    // Some formats paint (rulings of a PDF), and that wants an application, though no window.
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const qint64 memory = arguments.value(1).toLongLong();
    if (memory <= 0)
        return 2;
    std::set_new_handler([] { _exit(outOfMemory); });
    if (!confine({memory, 64}))
        return 1;
    const Formats formats(arguments.mid(2));
    try {
        serveReader(STDIN_FILENO, formats);
    } catch (const std::bad_alloc &) { // Qt's containers do not ask the handler
        return outOfMemory;
    }
    return 0;
}
