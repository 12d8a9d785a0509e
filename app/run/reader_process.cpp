#include "run/reader_process.h"

#include "run/formats.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <unistd.h>
#include <vector>

namespace naru {

namespace {

constexpr int tick = 20; // ms between two looks at the cancel button
constexpr int outOfMemory = 3; // exit code of the reader

QString readerProgram()
{
    const QString set = qEnvironmentVariable("NARU_BIN");
    return (set.isEmpty() ? QCoreApplication::applicationDirPath() : set) + u"/naru-reader"_s;
}

Error cannotStart(const QString &why, const QString &code)
{
    return {Error::Kind::Failed, u"expected to start the reader but "_s + why, code};
}

// Only what plugins, fonts, and sanitizers need: a robot's secrets and a user's library paths stay outside.
QList<QByteArray> environment()
{
    QList<QByteArray> lines{"LC_ALL=C.UTF-8", "QT_QPA_PLATFORM=offscreen", "OMP_THREAD_LIMIT=1"};
    for (const char *name : {"HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "TESSDATA_PREFIX",
                             "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
        if (qEnvironmentVariableIsSet(name))
            lines.append(QByteArray(name) + '=' + qgetenv(name));
    return lines;
}

// The child's end becomes its standard input; everything else that is open stays here.
int spawn(const QByteArray &program, const QList<QByteArray> &arguments, int socket, pid_t *process)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);

    const QList<QByteArray> lines = environment();
    std::vector<char *> argv{const_cast<char *>(program.constData())};
    for (const QByteArray &one : arguments)
        argv.push_back(const_cast<char *>(one.constData()));
    argv.push_back(nullptr);
    std::vector<char *> envp;
    for (const QByteArray &one : lines)
        envp.push_back(const_cast<char *>(one.constData()));
    envp.push_back(nullptr);
    const int failure = posix_spawn(process, program.constData(), &actions, &attributes, argv.data(), envp.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

Error overLimit(const QString &what)
{
    return {Error::Kind::Invalid, u"expected a document that can be read within the limits but it took "_s + what,
            u"reader.limit"_s};
}

} // namespace

ReaderProcess::ReaderProcess(const ReaderLimits &limits, int socket, int process)
    : m_limits(limits)
    , m_socket(socket)
    , m_process(process)
{
}

ReaderProcess::~ReaderProcess()
{
    if (isAlive())
        static_cast<void>(kill({}));
    close(m_socket);
}

Result<std::unique_ptr<ReaderProcess>> ReaderProcess::start(const ReaderLimits &limits)
{
    const QString program = readerProgram();
    if (!QFileInfo(program).isExecutable())
        return cannotStart(u"there is no program '"_s + program + u'\'', u"reader.missing"_s);
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return cannotStart(QString::fromLocal8Bit(std::strerror(errno)), u"reader.start"_s);
    QList<QByteArray> arguments{QByteArray::number(limits.memory)};
    for (const QString &folder : Formats::folders())
        arguments.append(folder.toLocal8Bit());
    pid_t process = 0;
    const int failure = spawn(program.toLocal8Bit(), arguments, ends[1], &process);
    close(ends[1]);
    std::unique_ptr<ReaderProcess> reader(new ReaderProcess(limits, ends[0], failure ? 0 : process));
    if (failure)
        return cannotStart(QString::fromLocal8Bit(std::strerror(failure)), u"reader.start"_s);
    return reader;
}

Status ReaderProcess::hand(const QByteArray &document, std::stop_token cancel)
{
    m_cancel = std::move(cancel);
    m_deadline = Clock::now() + m_limits.patience;
    if (Status sent = send(headerOf(Frame::Bytes, document.size())); !sent)
        return sent;
    return send(document);
}

Result<Answer> ReaderProcess::ask(Frame kind, const QByteArray &body, std::stop_token cancel)
{
    m_cancel = std::move(cancel);
    m_deadline = Clock::now() + m_limits.patience;
    if (const Status sent = send(headerOf(kind, body.size()) + body); !sent)
        return sent.error();
    std::array<char, frameHeader> header{};
    if (const Status received = receive(header.data(), frameHeader); !received)
        return received.error();
    const qint64 size = bodySize(header.data());
    if (size < 0 || size > m_limits.answerBytes)
        return kill(overLimit(u"an answer of %1 bytes"_s.arg(size)));
    Answer answer{static_cast<Frame>(header[0]), QByteArray(size, Qt::Uninitialized)};
    if (const Status received = receive(answer.body.data(), size); !received)
        return received.error();
    return answer;
}

Status ReaderProcess::send(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        if (Status ready = waitFor(POLLOUT); !ready)
            return ready;
        const ssize_t step =
            ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (step < 0 && errno != EAGAIN && errno != EINTR)
            return lost();
        sent += std::max<ssize_t>(step, 0);
    }
    return {};
}

Status ReaderProcess::receive(char *into, qint64 size)
{
    for (qint64 received = 0; received < size;) {
        if (Status ready = waitFor(POLLIN); !ready)
            return ready;
        const ssize_t step = recv(m_socket, into + received, size_t(size - received), MSG_DONTWAIT);
        if (step == 0 || (step < 0 && errno != EAGAIN && errno != EINTR))
            return lost();
        received += std::max<ssize_t>(step, 0);
    }
    return {};
}

Status ReaderProcess::waitFor(short event)
{
    if (!isAlive())
        return Error{Error::Kind::Failed, u"expected a living reader but it has ended"_s, u"reader.ended"_s};
    for (;;) {
        if (m_cancel.stop_requested())
            return kill({Error::Kind::Cancelled, u"expected the document to be read but it was cancelled"_s});
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - Clock::now()).count();
        if (left <= 0)
            return kill({Error::Kind::Invalid,
                         u"expected a document that is read within %1 s but it took longer"_s.arg(
                             double(m_limits.patience.count()) / 1000),
                         u"reader.timeout"_s});
        pollfd end{m_socket, event, 0};
        if (poll(&end, 1, int(std::min<qint64>(left, tick))) > 0)
            return {};
    }
}

Error ReaderProcess::lost()
{
    int status = 0;
    // The socket is closed, so the process is ending; one that lingers is not waited for.
    shutdown(m_socket, SHUT_RDWR);
    pid_t ended = 0;
    for (int i = 0; i < 50 && (ended = waitpid(m_process, &status, WNOHANG)) == 0; ++i)
        poll(nullptr, 0, 2);
    if (ended == 0)
        return kill(
            {Error::Kind::Invalid, u"expected an answer of the reader but it closed the line"_s, u"reader.crashed"_s});
    m_process = 0;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        return overLimit(u"more than %1 s of processor time"_s.arg(m_limits.cpuSeconds));
    if (WIFEXITED(status) && WEXITSTATUS(status) == outOfMemory)
        return overLimit(u"more than %1 MiB of memory"_s.arg(m_limits.memory >> 20));
    const QString how = WIFSIGNALED(status) ? u"was ended by signal %1"_s.arg(WTERMSIG(status))
                                            : u"ended with code %1"_s.arg(WEXITSTATUS(status));
    return {Error::Kind::Invalid, u"expected a sound document but its reader "_s + how, u"reader.crashed"_s};
}

Error ReaderProcess::kill(Error why)
{
    ::kill(m_process, SIGKILL);
    while (waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) { }
    m_process = 0;
    return why;
}

} // namespace naru
