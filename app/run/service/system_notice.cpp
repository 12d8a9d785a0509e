#include "run/service/system_notice.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace naru::run {

SystemNotice::SystemNotice()
    : m_socket(qgetenv("NOTIFY_SOCKET"))
{
    const QByteArray process = qgetenv("WATCHDOG_PID");
    if (process.isEmpty() || process.toLongLong() == ::getpid())
        m_interval = std::chrono::microseconds(qgetenv("WATCHDOG_USEC").toLongLong() / 2);
}

void SystemNotice::alive()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_interval.count() <= 0 || now - m_last < m_interval)
        return;
    m_last = now;
    send("WATCHDOG=1");
}

void SystemNotice::send(const QByteArray &message) const
{
    sockaddr_un address{};
    if (m_socket.size() < 2 || m_socket.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return;
    address.sun_family = AF_UNIX;
    std::copy(m_socket.begin(), m_socket.end(), address.sun_path);
    if (address.sun_path[0] == '@') // an abstract socket
        address.sun_path[0] = '\0';
    const int file = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (file < 0)
        return;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<size_t>(m_socket.size()));
    // Nobody listens: then nobody needs to know.
    (void)::sendto(file, message.constData(), static_cast<size_t>(message.size()), MSG_NOSIGNAL, reinterpret_cast<const sockaddr *>(&address), length);
    ::close(file);
}

} // namespace naru::run
