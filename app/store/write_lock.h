// One writer at a time, over all threads and processes: a lock file beside the office. SQLite's own write lock is not
// enough: a TRUNCATE checkpoint that does not get it goes on as a PASSIVE one (sqlite3WalCheckpoint), and PASSIVE
// checkpoints beside writers corrupt the database in SQLite 3.7.0 to 3.51.2 (the WAL-reset bug). Whoever holds this lock
// while it writes and while it checkpoints is never turned down.
#pragma once

#include "core/result.h"

namespace naru::store {

class WriteLock {
public:
    // Waits up to 10 seconds, then Unavailable. `office` is the path of the database.
    static Result<WriteLock> take(const QString &office);
    WriteLock(WriteLock &&other) noexcept;
    WriteLock &operator=(WriteLock &&other) = delete;
    ~WriteLock();

    static QString fileOf(const QString &office) { return office + u".lock"_s; }

private:
    explicit WriteLock(int file)
        : m_file(file)
    {
    }
    int m_file;
};

} // namespace naru::store
