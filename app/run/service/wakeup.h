// Sleeps until there is something to do: a moment, a file that changes, a word from another thread, a signal.
#pragma once

#include <QString>

#include <chrono>

#include <signal.h>

namespace naru::run {

// Keeps SIGINT and SIGTERM from all threads that are started while it lives: they come while Wakeup::wait sleeps, and
// nowhere else.
class SignalsHeld {
public:
    SignalsHeld();
    ~SignalsHeld();
    SignalsHeld(const SignalsHeld &) = delete;
    SignalsHeld &operator=(const SignalsHeld &) = delete;
    const sigset_t &before() const { return m_before; }

private:
    sigset_t m_before;
};

class Wakeup {
public:
    Wakeup();
    ~Wakeup();
    Wakeup(const Wakeup &) = delete;
    Wakeup &operator=(const Wakeup &) = delete;

    // Wakes when a file of that folder whose name begins so changes. False where the system does not tell; then only time
    // and wake() help.
    bool watch(const QString &folder, const QString &name = {});
    void forgetAll();
    // From any thread.
    void wake();
    // True where a file changed or wake() was called since the last wait, false where the time is over or a signal came.
    // Signals that are held come through if `signals` are those of before.
    bool wait(std::chrono::nanoseconds atMost, const sigset_t *signals = nullptr);

private:
    bool readChanges();

    int m_changes; // inotify
    int m_bell; // eventfd
    QString m_name;
};

} // namespace naru::run
