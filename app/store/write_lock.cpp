#include "store/write_lock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace naru::store {

namespace {
constexpr qint64 patience = 10'000; // milliseconds
constexpr unsigned long pause = 1'000; // microseconds
} // namespace

Result<WriteLock> WriteLock::take(const QString &office)
{
    const int file = ::open(QFile::encodeName(fileOf(office)).constData(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return Error{Error::Kind::Unavailable,
                     u"expected to open '"_s + fileOf(office) + u"' but "_s + qt_error_string(errno), u"store.io"_s};
    WriteLock lock(file);
    QElapsedTimer waited;
    waited.start();
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (waited.elapsed() > patience)
            return Error{Error::Kind::Unavailable,
                         u"expected to write to '"_s + office + u"' but another writer has held it for 10 seconds"_s,
                         u"store.busy"_s};
        QThread::usleep(pause);
    }
    return lock;
}

WriteLock::WriteLock(WriteLock &&other) noexcept
    : m_file(std::exchange(other.m_file, -1))
{
}

WriteLock::~WriteLock()
{
    if (m_file >= 0)
        ::close(m_file); // gives the lock back
}

} // namespace naru::store
