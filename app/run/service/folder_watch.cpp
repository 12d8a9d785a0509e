#include "run/service/folder_watch.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace naru::run {

namespace {

constexpr qint64 postponement = 60'000; // milliseconds

// A file descriptor that is closed.
class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int operator*() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }

private:
    int m_number;
};

Error unavailable(const QString &path)
{
    return {Error::Kind::Unavailable, u"expected to read '"_s + path + u"' but "_s + qt_error_string(errno), u"folder.unreadable"_s};
}

Error unsettled(const QString &path) { return {Error::Kind::Conflict, u"expected '"_s + path + u"' to be still but it changes"_s, u"folder.busy"_s}; }

// By the same call as the listing of the folder, so that what stands in the way of one (a file system, a shifted clock)
// cannot make a file look changed.
bool statusOf(int file, struct stat &status) { return ::fstatat(file, "", &status, AT_EMPTY_PATH) == 0; }
bool statusOf(const QByteArray &path, struct stat &status)
{
    return ::fstatat(AT_FDCWD, path.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

// Whether somebody has the file open for writing, or has locked it. Where we may not ask (another's file), stillness
// alone must do.
bool isBeingWritten(int file)
{
    if (::fcntl(file, F_SETLEASE, F_RDLCK) == 0)
        ::fcntl(file, F_SETLEASE, F_UNLCK);
    else if (errno == EAGAIN)
        return true;
    struct flock lock = {};
    lock.l_type = F_RDLCK;
    lock.l_whence = SEEK_SET;
    if (::fcntl(file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK)
        return true;
    if (::flock(file, LOCK_SH | LOCK_NB) == 0)
        ::flock(file, LOCK_UN);
    else if (errno == EWOULDBLOCK)
        return true;
    return false;
}

// Copies what is open, and says its hash.
Result<QString> copyInto(int from, const QString &path)
{
    const Descriptor to(::open(QFile::encodeName(path).constData(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!to)
        return unavailable(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(1 << 16, Qt::Uninitialized);
    for (;;) {
        const ssize_t got = ::read(from, block.data(), static_cast<size_t>(block.size()));
        if (got == 0)
            break;
        if (got < 0 || ::write(*to, block.constData(), static_cast<size_t>(got)) != got)
            return unavailable(path);
        hash.addData(QByteArrayView(block.constData(), got));
    }
    if (::fsync(*to) != 0)
        return unavailable(path);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

FolderWatch::FolderWatch(QString folder, QString work, const Options &options)
    : m_folder(std::move(folder))
    , m_work(std::move(work))
    , m_options(options)
{
}

bool FolderWatch::isPartial(const QString &name)
{
    static const QStringList endings{u".part"_s, u".partial"_s, u".crdownload"_s, u".download"_s, u".filepart"_s,
                                     u".tmp"_s,  u".temp"_s,    u".swp"_s,        u".lock"_s,     u"~"_s};
    if (name.startsWith(u'.') || name.startsWith(u"~$"))
        return true;
    return std::any_of(endings.begin(), endings.end(), [&](const QString &end) { return name.endsWith(end, Qt::CaseInsensitive); });
}

FolderWatch::Look FolderWatch::lookAt(const void *status)
{
    const auto &found = *static_cast<const struct stat *>(status);
    return {found.st_size, found.st_mtim.tv_sec * 1'000'000'000LL + found.st_mtim.tv_nsec, found.st_ino};
}

// Regular files that may be meant for us, by name.
Result<QHash<QString, FolderWatch::Look>> FolderWatch::list() const
{
    DIR *folder = ::opendir(QFile::encodeName(m_folder).constData());
    if (!folder)
        return unavailable(m_folder);
    QHash<QString, Look> found;
    while (const dirent *entry = ::readdir(folder)) {
        const QString name = QFile::decodeName(entry->d_name);
        struct stat status = {};
        if (isPartial(name) || ::fstatat(::dirfd(folder), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        if (S_ISREG(status.st_mode) && status.st_size > 0)
            found.insert(name, lookAt(&status));
    }
    ::closedir(folder);
    return found;
}

Result<QList<TakenFile>> FolderWatch::look(qint64 now)
{
    const Result<QHash<QString, Look>> found = list();
    if (!found)
        return found.error();
    m_candidates.removeIf([&](const auto &one) { return !found->contains(one.key()); });
    QStringList names = found->keys();
    names.sort();
    m_hasMore = false;
    QList<TakenFile> out;
    for (const QString &name : std::as_const(names)) {
        const Look seen = found->value(name);
        Candidate &candidate = m_candidates[name];
        if (candidate.look != seen)
            candidate = {seen, now, 0, false};
        if (candidate.isDone || now < candidate.notBefore || now - candidate.since < m_options.settle)
            continue;
        if (out.size() >= m_options.most) {
            m_hasMore = true;
            break;
        }
        if (seen.size > m_options.largest) {
            complain(name, u"expected at most "_s + QString::number(m_options.largest) + u" bytes but it has "_s + QString::number(seen.size));
            candidate.isDone = true;
            continue;
        }
        const Result<TakenFile> taken = take(name, seen);
        if (taken)
            out.append(*taken);
        else if (taken.error().kind == Error::Kind::Unavailable)
            complain(name, taken.error().text);
    }
    return out;
}

Result<TakenFile> FolderWatch::take(const QString &name, const Look &seen) const
{
    const QString path = m_folder + u'/' + name;
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file)
        return errno == ENOENT ? unsettled(path) : unavailable(path);
    struct stat before = {};
    if (!statusOf(*file, before) || !S_ISREG(before.st_mode) || lookAt(&before) != seen || isBeingWritten(*file))
        return unsettled(path);
    if (!QDir().mkpath(m_work))
        return unavailable(m_work);
    ::chmod(QFile::encodeName(m_work).constData(), 0700);
    const QString taking = m_work + u"/.taking"_s;
    const Result<QString> hash = copyInto(*file, taking);
    struct stat after = {};
    if (!hash)
        return hash.error();
    if (!statusOf(*file, after) || lookAt(&after) != seen)
        return unsettled(path);
    const QString place = m_work + u'/' + hash->left(16);
    if (!QDir().mkpath(place) || ::rename(QFile::encodeName(taking).constData(), QFile::encodeName(place + u'/' + name).constData()) != 0)
        return unavailable(place);
    return TakenFile{name, place + u'/' + name, path, *hash};
}

void FolderWatch::putAside(const TakenFile &file)
{
    Candidate &candidate = m_candidates[file.name];
    candidate.isDone = true;
    const QString aside = m_folder + u'/' + receivedFolder();
    QString target = aside + u'/' + file.name;
    if (!QDir().mkpath(aside))
        return;
    if (QFile::exists(target))
        target = aside + u'/' + file.sha256.left(8) + u'-' + file.name;
    const QByteArray from = QFile::encodeName(file.original);
    const QByteArray to = QFile::encodeName(target);
    struct stat status = {};
    // Only the very file that was taken: what has been put in its place meanwhile is a new one.
    if (!statusOf(from, status) || lookAt(&status) != candidate.look || ::rename(from.constData(), to.constData()) != 0)
        return;
    if (statusOf(to, status) && lookAt(&status) != candidate.look)
        ::renameat2(AT_FDCWD, to.constData(), AT_FDCWD, from.constData(), RENAME_NOREPLACE);
}

void FolderWatch::putOff(const TakenFile &file, qint64 now) { m_candidates[file.name].notBefore = now + postponement; }

bool FolderWatch::isWaiting() const
{
    return m_hasMore
        || std::any_of(m_candidates.begin(), m_candidates.end(), [](const Candidate &one) { return !one.isDone && one.notBefore == 0; });
}

void FolderWatch::complain(const QString &name, const QString &text)
{
    const QString complaint = name + u": "_s + text;
    if (m_complained.contains(complaint))
        return;
    m_complained.insert(complaint);
    m_complaints.append(complaint);
}

QStringList FolderWatch::takeComplaints() { return std::exchange(m_complaints, {}); }

} // namespace naru::run
