#include "run/service/pass_lock.h"

#include <QFile>

#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace naru::run {

std::optional<PassLock> PassLock::take(const QString &office, const QString &part)
{
    const QString path = office + u'.' + part;
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return std::nullopt;
    PassLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return std::nullopt;
    return lock;
}

PassLock::PassLock(PassLock &&other) noexcept
    : m_file(std::exchange(other.m_file, -1))
{
}

PassLock &PassLock::operator=(PassLock &&other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

PassLock::~PassLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace naru::run
