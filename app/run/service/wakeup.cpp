#include "run/service/wakeup.h"

#include <QFile>

#include <algorithm>

#include <cstring>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace naru::run {

SignalsHeld::SignalsHeld()
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &held, &m_before);
}

SignalsHeld::~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }

Wakeup::Wakeup()
    : m_changes(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    , m_bell(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
}

Wakeup::~Wakeup()
{
    ::close(m_changes);
    ::close(m_bell);
}

bool Wakeup::watch(const QString &folder, const QString &name)
{
    m_name = name;
    constexpr uint32_t what = IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO;
    return ::inotify_add_watch(m_changes, QFile::encodeName(folder).constData(), what) >= 0;
}

void Wakeup::forgetAll()
{
    ::close(m_changes);
    m_changes = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
}

void Wakeup::wake()
{
    const uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_bell, &one, sizeof one); // a full bell rings already
}

// Takes all that has been told, and says whether any of it is about us.
bool Wakeup::readChanges()
{
    alignas(inotify_event) char buffer[8192];
    bool isOurs = false;
    for (ssize_t got = ::read(m_changes, buffer, sizeof buffer); got > 0; got = ::read(m_changes, buffer, sizeof buffer)) {
        for (const char *at = buffer; at < buffer + got;) {
            const auto *event = reinterpret_cast<const inotify_event *>(at);
            const QString name = event->len > 0 ? QFile::decodeName(event->name) : QString();
            // An overflow has lost names: anything may have happened.
            isOurs = isOurs || (event->mask & IN_Q_OVERFLOW) || name.startsWith(m_name);
            at += sizeof(inotify_event) + event->len;
        }
    }
    return isOurs;
}

bool Wakeup::wait(std::chrono::nanoseconds atMost, const sigset_t *signals)
{
    using std::chrono::nanoseconds;
    const auto end = std::chrono::steady_clock::now() + atMost;
    for (;;) {
        const nanoseconds left = std::max(nanoseconds(0), std::chrono::duration_cast<nanoseconds>(end - std::chrono::steady_clock::now()));
        const timespec time{static_cast<time_t>(left.count() / 1'000'000'000), static_cast<long>(left.count() % 1'000'000'000)};
        pollfd files[] = {{m_changes, POLLIN, 0}, {m_bell, POLLIN, 0}};
        const int ready = ::ppoll(files, 2, &time, signals);
        if (ready <= 0)
            return false;
        uint64_t rung = 0;
        const bool isCalled = ::read(m_bell, &rung, sizeof rung) > 0;
        if (readChanges() || isCalled)
            return true;
    }
}

} // namespace naru::run
