// A thin door to SQLite's C interface: connections with this project's settings, and prepared statements that are reset
// and given back by themselves. Qt's driver is not used here: its connections belong to one thread, and it takes twice the
// time for bulk work.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace naru::store {

class Connection;

// A prepared statement, borrowed from its connection. Parameters and columns count from 0.
class Statement {
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) = delete;
    ~Statement();

    Statement &bind(int index, qint64 value);
    Statement &bind(int index, int value) { return bind(index, qint64(value)); }
    Statement &bind(int index, const QString &text);
    Statement &bindText(int index, const QByteArray &utf8);
    Statement &bindBlob(int index, const QByteArray &bytes);
    Statement &bindNull(int index);
    // Binds the values to the parameters from the first on.
    template <typename... Values>
    Statement &with(const Values &...values)
    {
        int index = 0;
        (bind(index++, values), ...);
        return *this;
    }

    // Goes to the next row: true where there is one, false at the end.
    Result<bool> step();
    // Runs a statement that gives no rows, and makes it ready for the next values.
    Status run();

    qint64 whole(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const; // of a text or a blob
    // As bytes(), but only valid until the next step: no copy.
    QByteArrayView view(int column) const;
    bool isNull(int column) const;

private:
    friend class Connection;
    Statement(Connection *connection, sqlite3_stmt *statement, QByteArray sql);

    Connection *m_connection;
    sqlite3_stmt *m_statement;
    QByteArray m_sql;
    int m_bound = 0; // the first error of a bind
};

// One connection. Used by one thread at a time, not always the same one.
class Connection {
public:
    enum class Mode { ReadWrite, Create };
    static constexpr int busyMilliseconds = 5000;

    // Opens the file and applies the settings. Invalid where it is no database; Create makes an empty one with mode 0600.
    static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Result<Statement> prepare(const QByteArray &sql);
    // Runs a statement without parameters, or several of them.
    Status run(const QByteArray &sql);
    // The first column of the first row, as a number or a text. NotFound where there is no row.
    Result<qint64> number(const QByteArray &sql);
    Result<QString> text(const QByteArray &sql);

    qint64 lastRow() const;
    // Whether no transaction is open.
    bool isIdle() const;
    // Pages in the write-ahead log after the last commit of this connection.
    int logPages() const { return m_logPages; }
    sqlite3 *handle() const { return m_handle; }
    // What went wrong, in the words of this project.
    Error failure(int code) const;

private:
    friend class Statement;
    explicit Connection(sqlite3 *handle);
    Status configure();
    void giveBack(sqlite3_stmt *statement, const QByteArray &sql);

    sqlite3 *m_handle;
    QMultiHash<QByteArray, sqlite3_stmt *> m_idle;
    int m_logPages = 0;
};

// A read transaction: all statements in it see the same moment.
class Snapshot {
public:
    static Result<Snapshot> begin(Connection &connection);
    Snapshot(Snapshot &&other) noexcept;
    Snapshot &operator=(Snapshot &&other) = delete;
    ~Snapshot();

private:
    explicit Snapshot(Connection *connection)
        : m_connection(connection)
    {
    }
    Connection *m_connection;
};

} // namespace naru::store
