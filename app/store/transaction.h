// A write transaction: BEGIN IMMEDIATE, so that it never fails half-way for want of the lock. Rolls back unless committed.
#pragma once

#include "store/sqlite.h"

namespace naru::store {

class Transaction {
public:
    // Waits for other writers as long as SQLite's busy timeout, then Unavailable. REQUIRES: the write lock.
    static Result<Transaction> begin(Connection &connection);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&other) = delete;
    ~Transaction();

    // Nothing of the transaction remains where it fails. Copies the log into the database when it has grown large.
    Status commit();

private:
    explicit Transaction(Connection *connection)
        : m_connection(connection)
    {
    }
    Connection *m_connection;
};

} // namespace naru::store
