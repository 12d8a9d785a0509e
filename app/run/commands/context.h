// What every command shares: the global options, the output, and the way to the office.
#pragma once

#include "run/session.h"

#include <QJsonValue>

#include <CLI/App.hpp>

namespace naru::run {

// Exit status (the command-line contract, "General").
enum class Exit { Done = 0, Failed = 1, Usage = 2, BadInput = 3, NeedsPerson = 4, Denied = 5, Conflict = 6, Unavailable = 7 };
Exit exitOf(const Error &error);

class Context {
public:
    QString office;
    QString actor;
    QString asOf;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    int status = 0; // what the command leaves for the shell

    Result<std::unique_ptr<Session>> open() const;
    // The day of --as-of, else of the session.
    Result<QDate> day(const Session &session) const;

    // stdout: one line of text, or one JSON value with a line end. Never both in one run.
    void print(const QString &text) const;
    void printJson(const QJsonValue &value) const;
    // stderr, unless --quiet.
    void tell(const QString &text) const;
    // stderr always: what happened, why, what to do; sets the exit status.
    void fail(const Error &error);
    // A progress line on stderr for what takes longer than a second; Ctrl+C cancels.
    Progress progress(const QString &what) const;
};

// Ctrl+C asks the work to stop; nothing is half-written. Install once.
void watchInterrupt();
bool isInterrupted();

// Each adds its commands to the program. The descriptions feed --help, the man pages, and the completion alike.
void addOfficeCommands(CLI::App &app, Context &context);
void addOrderCommands(CLI::App &app, Context &context);
void addDocumentCommands(CLI::App &app, Context &context);
void addFormCommands(CLI::App &app, Context &context); // below `document`
void addBpmnCommands(CLI::App &app, Context &context);
void addBpmnTraceCommand(CLI::App &app, Context &context); // below `bpmn`
void addFeelCommands(CLI::App &app, Context &context);
void addDmnCommands(CLI::App &app, Context &context);
void addCalendarCommands(CLI::App &app, Context &context);
void addServiceCommands(CLI::App &app, Context &context);
void addRobotCommands(CLI::App &app, Context &context); // after addOfficeCommands, whose `show` it adds to
void addManualCommands(CLI::App &app, Context &context);

// All commands together. REQUIRES: the application object exists and the language is set.
int runCommandLine(int argc, char **argv);

} // namespace naru::run
