#include "run/commands/context.h"

#include "core/hangul.h"
#include "run/commands/command.h"
#include "run/commands/help.h"
#include "run/language.h"
#include "run/words.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace naru::run {

namespace {

std::atomic_bool interrupted = false;
static_assert(std::atomic_bool::is_always_lock_free, "a signal handler sets it");

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

// Control characters of a document must not reach the terminal (RELIABILITY S22).
QString harmless(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : maskRegistrationNumbers(text))
        out += c.category() == QChar::Other_Control && c != u'\n' && c != u'\t' ? QChar(u'�') : c;
    return out;
}

} // namespace

Exit exitOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Usage:
        return Exit::Usage;
    case Error::Kind::Invalid:
    case Error::Kind::NotFound:
        return Exit::BadInput;
    case Error::Kind::NeedsPerson:
        return Exit::NeedsPerson;
    case Error::Kind::Denied:
        return Exit::Denied;
    case Error::Kind::Conflict:
        return Exit::Conflict;
    case Error::Kind::Unavailable:
        return Exit::Unavailable;
    case Error::Kind::Failed:
    case Error::Kind::Cancelled:
        break;
    }
    return Exit::Failed;
}

Result<std::unique_ptr<Session>> Context::open() const { return Session::open({office, actor, {}}); }

Result<QDate> Context::day(const Session &session) const
{
    if (asOf.isEmpty())
        return session.today();
    const QDate day = QDate::fromString(asOf, Qt::ISODate);
    if (!day.isValid())
        return Error{Error::Kind::Usage, u"expected a day as 2026-07-29 for --as-of but got '"_s + asOf + u'\''};
    return day;
}

void Context::print(const QString &text) const
{
    if (!json)
        write(stdout, harmless(text) + u'\n');
}

void Context::printJson(const QJsonValue &value) const
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    const QByteArray bytes = document.toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void Context::tell(const QString &text) const
{
    if (!quiet)
        write(stderr, harmless(text) + u'\n');
}

void Context::fail(const Error &error)
{
    status = static_cast<int>(exitOf(error));
    QString text = u"naru: "_s + sentence(error);
    if (!error.text.isEmpty() && !text.contains(error.text))
        text += u'\n' + error.text;
    if (!error.code.isEmpty() && verbose)
        text += u" ["_s + error.code + u']';
    write(stderr, harmless(text) + u'\n');
}

namespace {

// The line on the terminal that says how far a work is; it is ended before anything else is said.
class ProgressLine {
public:
    ProgressLine(QString what, bool isShown)
        : m_what(std::move(what))
        , m_isShown(isShown)
    {
        m_since.start();
    }
    ~ProgressLine()
    {
        if (m_isOpen)
            write(stderr, u"\n"_s);
    }
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(int done, int total)
    {
        constexpr qint64 patience = 1000; // ms: what is done by then needs no line
        constexpr qint64 between = 200;
        const qint64 now = m_since.elapsed();
        const bool isNews = done != m_done || total != m_total;
        if (!m_isShown || !isNews || now < patience || (m_told > 0 && now - m_told < between && done != total))
            return;
        m_told = now;
        m_done = done;
        m_total = total;
        m_isOpen = true;
        write(stderr, total > 0 ? u"\r%1 %2/%3"_s.arg(m_what).arg(done).arg(total) : u'\r' + m_what + u" …"_s);
    }

private:
    const QString m_what;
    const bool m_isShown;
    QElapsedTimer m_since;
    qint64 m_told = 0;
    int m_done = -1;
    int m_total = -1;
    bool m_isOpen = false;
};

} // namespace

Progress Context::progress(const QString &what) const
{
    const auto line = std::make_shared<ProgressLine>(what, !quiet && isatty(STDERR_FILENO)); // shared: std::function copies what it holds
    return [line](int done, int total) {
        line->show(done, total);
        return !isInterrupted();
    };
}

void watchInterrupt()
{
    struct sigaction action = {};
    action.sa_handler = [](int) { interrupted = true; };
    sigemptyset(&action.sa_mask);
    action.sa_flags = static_cast<int>(SA_RESETHAND); // a second Ctrl+C ends the program at once
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool isInterrupted() { return interrupted; }

int runCommandLine(int argc, char **argv)
{
    CLI::App app{said(QT_TRANSLATE_NOOP("Command", "Naru: plans, reviews, and carries out the work of a city office")), "naru"};
    Context context;
    std::string office, actor, asOf;
    app.set_version_flag("--version", "naru " NARU_VERSION, said(QT_TRANSLATE_NOOP("Command", "Print the version")));
    app.set_help_flag("-h,--help", said(QT_TRANSLATE_NOOP("Command", "Print this help")));
    app.add_option("--office", office, said(QT_TRANSLATE_NOOP("Command", "The office: a file, or postgresql://…")));
    app.add_option("--actor", actor, said(QT_TRANSLATE_NOOP("Command", "Employee number of the person who acts")));
    app.add_option("--as-of", asOf, said(QT_TRANSLATE_NOOP("Command", "The day of the question, as 2026-07-29")));
    app.add_flag("--json", context.json, said(QT_TRANSLATE_NOOP("Command", "Machine output on stdout, nothing else there")));
    app.add_flag("-q,--quiet", context.quiet, said(QT_TRANSLATE_NOOP("Command", "No messages but errors")));
    app.add_flag("-v,--verbose", context.verbose, said(QT_TRANSLATE_NOOP("Command", "More about what happens")));
    app.formatter(helpInWords());
    app.failure_message(wrongUsage);
    app.require_subcommand(1);
    app.fallthrough();
    const auto settle = [&] {
        context.office = QString::fromStdString(office);
        context.actor = QString::fromStdString(actor);
        context.asOf = QString::fromStdString(asOf);
    };
    app.parse_complete_callback(settle);
    addOfficeCommands(app, context);
    addOrderCommands(app, context);
    addDocumentCommands(app, context);
    addFormCommands(app, context);
    addBpmnCommands(app, context);
    addBpmnTraceCommand(app, context);
    addFeelCommands(app, context);
    addDmnCommands(app, context);
    addCalendarCommands(app, context);
    addServiceCommands(app, context);
    addRobotCommands(app, context);
    addManualCommands(app, context);
    try { // CLI11 reports by exceptions: they stop here
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : static_cast<int>(Exit::Usage);
    }
    return context.status;
}

} // namespace naru::run
