#include "store/care.h"

#include "store/journal_check.h"
#include "store/migrations.h"
#include "store/write_lock.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>

namespace naru::store {

namespace {

// statfs(2): NFS, SMB, CIFS, SMB2, FUSE (sshfs and others), 9P, Coda, AFS, Ceph.
constexpr std::array<unsigned, 9> networkFileSystems{0x6969,     0x517B,     0xFF534D42, 0xFE534D42, 0x65735546,
                                                     0x01021997, 0x73757245, 0x5346414F, 0x00C36400};

Error ioError(const QString &what, const QString &path)
{
    const Error::Kind kind = errno == ENOSPC ? Error::Kind::Unavailable : Error::Kind::Failed;
    return {kind, u"expected to "_s + what + u" '"_s + path + u"' but "_s + qt_error_string(errno), u"store.io"_s};
}

void removeDatabase(const QString &path)
{
    for (const char *end : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QString::fromLatin1(end));
}

// The entries of the directory are on the disk when this returns.
void syncDirectory(const QString &path)
{
    const int directory = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return;
    ::fsync(directory);
    ::close(directory);
}

Status moveFile(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return ioError(u"rename to"_s, to);
    syncDirectory(to);
    return {};
}

// Copies all pages in one step: one moment of the source, one transaction in the target.
Status copyPages(sqlite3 *source, sqlite3 *target)
{
    sqlite3_backup *copy = sqlite3_backup_init(target, "main", source, "main");
    if (copy)
        sqlite3_backup_step(copy, -1);
    const int code = copy ? sqlite3_backup_finish(copy) : sqlite3_errcode(target);
    if (code == SQLITE_OK)
        return {};
    const bool isLater = code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_FULL;
    return Error{isLater ? Error::Kind::Unavailable : Error::Kind::Failed,
                 u"expected to copy the database but it says: "_s + QString::fromUtf8(sqlite3_errstr(code)),
                 code == SQLITE_FULL ? u"store.full"_s : u"store.io"_s};
}

struct RawClose {
    void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
};
using RawConnection = std::unique_ptr<sqlite3, RawClose>;

// Without our settings, so that a copy needs no log beside it.
Result<RawConnection> openRaw(const QString &name, int flags)
{
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.toUtf8().constData(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nullptr);
    RawConnection connection(handle);
    if (code != SQLITE_OK)
        return Error{Error::Kind::Failed,
                     u"expected to open '"_s + name + u"' but "_s + QString::fromUtf8(sqlite3_errstr(code)), u"store.io"_s};
    return connection;
}

Status copyInto(sqlite3 *source, const QString &target)
{
    removeDatabase(target);
    const int file = ::open(QFile::encodeName(target).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return ioError(u"create"_s, target);
    ::close(file);
    const Result<RawConnection> opened = openRaw(target, SQLITE_OPEN_READWRITE);
    return opened ? copyPages(source, opened->get()) : opened.error();
}

// A backup may lie on a read-only medium, where a database with a log cannot be opened the usual way. A backup that is in
// use as an office has a log beside it, and must be.
Result<RawConnection> openBackup(const QString &backup)
{
    const bool isInUse = QFileInfo::exists(backup + u"-wal"_s);
    const QString uri = QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(backup).absoluteFilePath()).toEncoded());
    return openRaw(isInUse ? uri : uri + u"?immutable=1"_s, isInUse ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
}

// Whether the file is an office whose pages and whose journal are sound. `outer` is the seal that came with it.
Result<Seal> soundOffice(const QString &path, const Result<Seal> &outer)
{
    const Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::ReadWrite);
    if (!opened)
        return opened.error();
    Connection &connection = **opened;
    const Result<qint64> id = connection.number("PRAGMA application_id");
    if (!id)
        return id.error();
    if (*id != applicationId)
        return Error{Error::Kind::Invalid, u"expected an office but the database is something else"_s, u"store.noOffice"_s};
    const Status sound = checkIntegrity(connection);
    if (!sound)
        return sound.error();
    Result<Seal> inner = innerSeal(connection);
    if (!inner)
        return inner;
    // Without the outer seal a backup can still be used; a seal that contradicts it is refused.
    const bool isAlone = !outer && outer.error().kind == Error::Kind::NotFound;
    const Result<JournalVerdict> verdict = verifyChain(connection, isAlone ? inner : outer);
    if (!verdict)
        return verdict.error();
    if (verdict->firstBad != 0)
        return Error{Error::Kind::Invalid, u"expected a sound journal but "_s + verdict->problem, u"journal.broken"_s};
    return inner;
}

// Whether the journal of the office goes on from the seal.
bool isAncestor(Connection &connection, const Seal &seal)
{
    if (seal.entries == 0)
        return true;
    Result<Statement> statement = connection.prepare("SELECT hash FROM naru_journal WHERE sequence = ?");
    if (!statement)
        return false;
    const Result<bool> stepped = statement->with(seal.entries).step();
    return stepped && *stepped && statement->bytes(0) == seal.head;
}

// Copies the restored office over the one in use, in one transaction of that one: others may have it open, and nobody ever
// sees a half. The outer seal goes first, or away, so that a crash in between leaves no contradiction.
Status replaceContent(Connection &live, const QString &restored, const QString &office, const Seal &seal)
{
    if (isAncestor(live, seal)) {
        const Status sealed = writeSealFile(office, seal);
        if (!sealed)
            return sealed;
    } else {
        QFile::remove(sealFileOf(office));
    }
    const Result<RawConnection> source = openRaw(restored, SQLITE_OPEN_READWRITE);
    if (!source)
        return source.error();
    const Status copied = copyPages(source->get(), live.handle());
    return copied ? writeSealFile(office, seal) : copied;
}

// The office is so damaged that it cannot take the pages: it is set aside, with its log, and the restored one moves in.
Status replaceFile(const QString &restored, const QString &office, const Seal &seal)
{
    const QString aside = office + u".damaged"_s;
    removeDatabase(aside);
    ::link(QFile::encodeName(office).constData(), QFile::encodeName(aside).constData());
    ::rename(QFile::encodeName(office + u"-wal"_s).constData(), QFile::encodeName(aside + u"-wal"_s).constData());
    QFile::remove(office + u"-shm"_s);
    const Status sealed = writeSealFile(office, seal);
    return sealed ? moveFile(restored, office) : sealed;
}

bool isUsable(Connection &connection)
{
    const Result<qint64> id = connection.number("PRAGMA application_id");
    return id && *id == applicationId && innerSeal(connection);
}

Status installRestored(const QString &restored, const QString &office, const Seal &seal)
{
    if (QFileInfo::exists(office)) {
        const Result<std::unique_ptr<Connection>> live = Connection::open(office, Connection::Mode::ReadWrite);
        if (live && isUsable(**live)) {
            const Status replaced = replaceContent(**live, restored, office, seal);
            removeDatabase(restored);
            return replaced;
        }
        if (!live && live.error().kind == Error::Kind::Unavailable)
            return live.error();
    }
    return replaceFile(restored, office, seal);
}

} // namespace

Status refuseNetworkFile(const QString &path)
{
    struct statfs about = {};
    const QString directory = QFileInfo(path).absolutePath();
    if (::statfs(QFile::encodeName(directory).constData(), &about) != 0)
        return Error{Error::Kind::NotFound, u"expected a folder at '"_s + directory + u"' but "_s + qt_error_string(errno)};
    const auto type = static_cast<unsigned>(about.f_type);
    if (std::find(networkFileSystems.begin(), networkFileSystems.end(), type) != networkFileSystems.end())
        return Error{Error::Kind::Unavailable,
                     u"expected a local disk at '"_s + directory + u"' but it is a network file system"_s, u"store.network"_s};
    return {};
}

Status makeOffice(const QString &path, const RecordTables &tables)
{
    const Result<WriteLock> lock = WriteLock::take(path);
    if (!lock)
        return lock.error();
    if (QFileInfo::exists(path))
        return Error{Error::Kind::Conflict, u"expected nothing at '"_s + path + u"' but there is a file"_s, u"store.exists"_s};
    const QString fresh = path + u".new"_s;
    removeDatabase(fresh);
    {
        const Result<std::unique_ptr<Connection>> made = Connection::open(fresh, Connection::Mode::Create);
        if (!made)
            return made.error();
        // The log comes last: until then every commit is in the file itself, and closing leaves nothing to copy into it.
        Status done = migrate(**made, tables);
        if (done)
            done = (*made)->run("PRAGMA journal_mode = WAL");
        if (!done) {
            removeDatabase(fresh);
            return done;
        }
    }
    const Status sealed = writeSealFile(path, {});
    return sealed ? moveFile(fresh, path) : sealed;
}

Status backupOffice(Connection &connection, const QString &office, const QString &target)
{
    if (QFileInfo::exists(target))
        return Error{Error::Kind::Conflict, u"expected nothing at '"_s + target + u"' but there is a file"_s, u"store.exists"_s};
    // The outer seal goes with the copy as it is: were the journal damaged, the copy must not hide it.
    Result<Seal> seal = readSealFile(office);
    const Result<Snapshot> snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return snapshot.error();
    if (!seal)
        seal = innerSeal(connection);
    if (!seal)
        return seal.error();
    const QString fresh = target + u".new"_s;
    Status done = copyInto(connection.handle(), fresh);
    if (done)
        done = writeSealFile(target, *seal);
    if (done)
        done = moveFile(fresh, target);
    if (!done)
        removeDatabase(fresh);
    return done;
}

Status restoreOffice(const QString &backup, const QString &office)
{
    if (!QFileInfo::exists(backup))
        return Error{Error::Kind::NotFound, u"expected a backup at '"_s + backup + u"' but there is none"_s, u"store.noFile"_s};
    const Status local = refuseNetworkFile(office);
    if (!local)
        return local;
    const Result<WriteLock> lock = WriteLock::take(office);
    if (!lock)
        return lock.error();
    const QString fresh = office + u".new"_s;
    const Result<Seal> outer = readSealFile(backup);
    {
        const Result<RawConnection> source = openBackup(backup);
        const Status copied = source ? copyInto(source->get(), fresh) : source.error();
        if (!copied) {
            removeDatabase(fresh);
            return Error{copied.error().kind == Error::Kind::Unavailable ? Error::Kind::Unavailable : Error::Kind::Invalid,
                         copied.error().text, copied.error().code};
        }
    }
    const Result<Seal> sound = soundOffice(fresh, outer);
    if (!sound) {
        removeDatabase(fresh);
        return sound.error();
    }
    return installRestored(fresh, office, *sound);
}

Status checkIntegrity(Connection &connection)
{
    const Result<QString> pages = connection.text("PRAGMA integrity_check(1)");
    if (!pages)
        return pages.error();
    if (*pages != u"ok")
        return Error{Error::Kind::Invalid, u"expected a sound database but "_s + *pages, u"store.damaged"_s};
    const Result<QString> references = connection.text("PRAGMA foreign_key_check");
    if (references)
        return Error{Error::Kind::Invalid, u"expected sound references but some of '"_s + *references + u"' lead nowhere"_s,
                     u"store.damaged"_s};
    return references.error().kind == Error::Kind::NotFound ? Status() : Status(references.error());
}

} // namespace naru::store
