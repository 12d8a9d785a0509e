#include "store/transaction.h"

#include <sqlite3.h>

#include <utility>

namespace naru::store {

namespace {

constexpr int logPagesToKeep = 1024; // of 4 KiB: 4 MiB

// TRUNCATE, never PASSIVE (write_lock.h). A reader that still needs the log makes it end early; the next writer tries again.
void checkpoint(Connection &connection)
{
    constexpr int patience = 100; // milliseconds
    sqlite3_busy_timeout(connection.handle(), patience);
    sqlite3_wal_checkpoint_v2(connection.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(connection.handle(), Connection::busyMilliseconds);
}

} // namespace

Result<Transaction> Transaction::begin(Connection &connection)
{
    const Status begun = connection.run("BEGIN IMMEDIATE");
    if (!begun)
        return begun.error();
    return Transaction(&connection);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    // After some errors SQLite has rolled back by itself; then there is nothing to do, and this says so.
    if (m_connection)
        (void)m_connection->run("ROLLBACK");
}

Status Transaction::commit()
{
    const Status committed = m_connection->run("COMMIT");
    if (!committed)
        return committed;
    if (m_connection->logPages() > logPagesToKeep)
        checkpoint(*m_connection);
    m_connection = nullptr;
    return {};
}

} // namespace naru::store
