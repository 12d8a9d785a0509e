// A file system for SQLite that fails or dawdles on demand, in front of the usual one. Registered as the default it serves
// every connection of the process, the store's too.
#pragma once

#include "power_cut.h"

#include <sqlite3.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <unistd.h>

namespace naru::store {

class TestVfs {
public:
    // Fails the `at`-th write, sync, or truncation from now on (from 1), and all later ones if `forever`.
    static void failAt(int at, bool forever, int code)
    {
        s_seen = 0;
        s_at = at;
        s_isForever = forever;
        s_code = code;
    }
    // Kills the process at that call, when the disk has taken half of it.
    static void killAt(int at) { failAt(at, false, killed); }
    static void failNever() { failAt(0, false, SQLITE_OK); }
    // Calls seen since failAt().
    static int seen() { return s_seen; }
    // Takes the power away at the `at`-th sync from now on; the seed says what of the unsynced is there afterwards.
    static void cutPowerAt(int at, quint32 seed) { s_power = std::make_unique<PowerCut>(at, seed); }
    // Sleeps in xUnfetch, which SQLite calls between reading the log's header and copying pages in a checkpoint: legal,
    // and it widens the window of the WAL-reset bug.
    static void dawdle(int microseconds) { s_dawdle = microseconds; }

    static void install()
    {
        static sqlite3_vfs vfs;
        s_base = sqlite3_vfs_find(nullptr);
        vfs = *s_base;
        vfs.zName = "naru-test";
        vfs.szOsFile = static_cast<int>(sizeof(File)) + s_base->szOsFile;
        vfs.xOpen = open;
        sqlite3_vfs_register(&vfs, 1);
    }

private:
    static constexpr int killed = -1;

    struct File {
        sqlite3_file shown;
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };
    static sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real(); }

    static int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        file->pMethods = nullptr;
        const int code = s_base->xOpen(s_base, name, real(file), flags, outFlags);
        if (code == SQLITE_OK)
            file->pMethods = methods();
        return code;
    }

    static bool fails()
    {
        const int call = ++s_seen;
        return s_at > 0 && (call == s_at || (s_isForever && call > s_at));
    }

    static int failure()
    {
        if (s_code == killed)
            ::kill(::getpid(), SIGKILL);
        return s_code;
    }

    static int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
    {
        if (fails()) {
            // The disk may well have taken the first half.
            real(file)->pMethods->xWrite(real(file), bytes, count / 2, at);
            return failure();
        }
        if (s_power)
            s_power->writing(real(file), bytes, count, at);
        return real(file)->pMethods->xWrite(real(file), bytes, count, at);
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        if (s_power)
            s_power->truncating(real(file), size);
        return fails() ? failure() : real(file)->pMethods->xTruncate(real(file), size);
    }
    static int sync(sqlite3_file *file, int flags)
    {
        if (s_power)
            s_power->syncing(real(file));
        return fails() ? failure() : real(file)->pMethods->xSync(real(file), flags);
    }
    static int close(sqlite3_file *file)
    {
        if (s_power)
            s_power->forget(real(file));
        return real(file)->pMethods->xClose(real(file));
    }
    static int unfetch(sqlite3_file *file, sqlite3_int64 at, void *page)
    {
        if (s_dawdle > 0)
            ::usleep(static_cast<useconds_t>(std::rand() % s_dawdle));
        return real(file)->pMethods->xUnfetch(real(file), at, page);
    }

    static const sqlite3_io_methods *methods()
    {
        static const sqlite3_io_methods methods{
            3,
            close,
            [](sqlite3_file *f, void *to, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, n, at); },
            write,
            truncate,
            sync,
            [](sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); },
            [](sqlite3_file *f, int lock) { return real(f)->pMethods->xLock(real(f), lock); },
            [](sqlite3_file *f, int lock) { return real(f)->pMethods->xUnlock(real(f), lock); },
            [](sqlite3_file *f, int *out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); },
            [](sqlite3_file *f, int op, void *arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); },
            [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); },
            [](sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
            [](sqlite3_file *f, int page, int size, int extend, void volatile **out) {
                return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
            },
            [](sqlite3_file *f, int from, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), from, n, flags); },
            [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); },
            [](sqlite3_file *f, int isDelete) { return real(f)->pMethods->xShmUnmap(real(f), isDelete); },
            [](sqlite3_file *f, sqlite3_int64 at, int n, void **out) { return real(f)->pMethods->xFetch(real(f), at, n, out); },
            unfetch,
        };
        return &methods;
    }

    static inline sqlite3_vfs *s_base = nullptr;
    static inline std::atomic<int> s_seen = 0;
    static inline std::atomic<int> s_at = 0;
    static inline std::atomic<bool> s_isForever = false;
    static inline std::atomic<int> s_code = SQLITE_OK;
    static inline std::atomic<int> s_dawdle = 0;
    static inline std::unique_ptr<PowerCut> s_power; // of a process that uses the store in one thread
};

} // namespace naru::store
