// Services on one office take turns in each part of their work, such as deciding what is due: what one has decided, the
// next finds recorded. A lock on a file beside the office, which the system gives back when its holder dies.
#pragma once

#include <QString>

#include <optional>

namespace naru::run {

class PassLock {
public:
    // Nothing where another service does this part at this moment.
    static std::optional<PassLock> take(const QString &office, const QString &part);
    PassLock(PassLock &&other) noexcept;
    PassLock &operator=(PassLock &&other) noexcept;
    ~PassLock();

private:
    explicit PassLock(int file)
        : m_file(file)
    {
    }
    int m_file;
};

} // namespace naru::run
