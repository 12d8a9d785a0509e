// One reader process, seen from the program: starts it, asks it, and ends it. It parses what nobody trusts, so whatever
// it does (crash, hang, eat memory, answer nonsense) costs an error and nothing else.
#pragma once

#include "run/reader_protocol.h"

#include <chrono>
#include <memory>
#include <stop_token>

namespace naru {

// What one request may cost. Beyond it the process is killed: Invalid, "reader.limit" or "reader.timeout".
struct ReaderLimits {
    qint64 memory = 1LL << 30; // address space of the process
    int cpuSeconds = 20;
    std::chrono::milliseconds patience{60'000}; // on the wall clock
    qint64 answerBytes = 768LL << 20;
};

struct Answer {
    Frame kind = Frame::Failure;
    QByteArray body;
};

// Usable from any thread, by one at a time.
class ReaderProcess {
public:
    // Failed ("reader.missing") where the program naru-reader is not beside this one (or in $NARU_BIN).
    static Result<std::unique_ptr<ReaderProcess>> start(const ReaderLimits &limits);

    ~ReaderProcess(); // kills it
    ReaderProcess(const ReaderProcess &) = delete;
    ReaderProcess &operator=(const ReaderProcess &) = delete;

    // Hands over what the next requests are about.
    Status hand(const QByteArray &document, std::stop_token cancel);
    // Asks and waits. After a failure of the process itself (reader.…, Cancelled) it is dead: start another one.
    Result<Answer> ask(Frame kind, const QByteArray &body, std::stop_token cancel);

    bool isAlive() const { return m_process > 0; }
    qint64 processId() const { return m_process; } // 0 when dead

private:
    using Clock = std::chrono::steady_clock;
    ReaderProcess(const ReaderLimits &limits, int socket, int process);

    Status send(const QByteArray &bytes);
    Status receive(char *into, qint64 size);
    Status waitFor(short event);
    // Ends the process and says why it failed.
    Error lost();
    Error kill(Error why);

    ReaderLimits m_limits;
    int m_socket;
    int m_process;
    Clock::time_point m_deadline;
    std::stop_token m_cancel;
};

} // namespace naru
