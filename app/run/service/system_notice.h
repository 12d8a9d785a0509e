// Tells systemd how the service does (sd_notify(3)): a datagram to the socket that $NOTIFY_SOCKET names. Without one, all
// of it does nothing.
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace naru::run {

class SystemNotice {
public:
    // From the environment: NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID.
    SystemNotice();

    void ready(const QString &status) { send("READY=1\nSTATUS=" + status.toUtf8()); }
    void stopping() { send("STOPPING=1"); }
    // Says that the service lives, twice in the time that the watchdog waits. Call it at each turn of the loop.
    void alive();

private:
    void send(const QByteArray &message) const;

    QByteArray m_socket;
    std::chrono::microseconds m_interval{0}; // 0: no watchdog
    std::chrono::steady_clock::time_point m_last;
};

} // namespace naru::run
