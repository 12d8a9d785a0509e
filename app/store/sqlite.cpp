#include "store/sqlite.h"

#include <QFile>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace naru::store {

namespace {

int rememberLogPages(void *pages, sqlite3 *, const char *, int count)
{
    *static_cast<int *>(pages) = count;
    return SQLITE_OK;
}

// The file is made before SQLite opens it, so that nobody else can ever read it; the log and the index inherit the mode.
Status makeFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0)
        return Error{errno == ENOSPC ? Error::Kind::Unavailable : Error::Kind::Failed,
                     u"expected to create '"_s + path + u"' but "_s + qt_error_string(errno), u"store.io"_s};
    ::close(file);
    return {};
}

} // namespace

// ---- Statement

Statement::Statement(Connection *connection, sqlite3_stmt *statement, QByteArray sql)
    : m_connection(connection)
    , m_statement(statement)
    , m_sql(std::move(sql))
{
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_sql(std::move(other.m_sql))
    , m_bound(other.m_bound)
{
}

Statement::~Statement()
{
    if (m_statement)
        m_connection->giveBack(m_statement, m_sql);
}

Statement &Statement::bind(int index, qint64 value)
{
    m_bound = m_bound ? m_bound : sqlite3_bind_int64(m_statement, index + 1, value);
    return *this;
}

Statement &Statement::bind(int index, const QString &text) { return bindText(index, text.toUtf8()); }

Statement &Statement::bindText(int index, const QByteArray &utf8)
{
    // A null QByteArray still has a pointer to an empty text.
    m_bound = m_bound ? m_bound
                      : sqlite3_bind_text64(m_statement, index + 1, utf8.constData(), sqlite3_uint64(utf8.size()),
                                            SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindBlob(int index, const QByteArray &bytes)
{
    m_bound = m_bound ? m_bound
                      : sqlite3_bind_blob64(m_statement, index + 1, bytes.constData(), sqlite3_uint64(bytes.size()),
                                            SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindNull(int index)
{
    m_bound = m_bound ? m_bound : sqlite3_bind_null(m_statement, index + 1);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = m_bound ? m_bound : sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return m_connection->failure(code);
}

Status Statement::run()
{
    const Result<bool> stepped = step();
    sqlite3_reset(m_statement);
    if (!stepped)
        return stepped.error();
    return {};
}

qint64 Statement::whole(int column) const { return sqlite3_column_int64(m_statement, column); }

QString Statement::text(int column) const { return QString::fromUtf8(view(column)); }

QByteArray Statement::bytes(int column) const { return view(column).toByteArray(); }

QByteArrayView Statement::view(int column) const
{
    const auto *start = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArrayView(start, start ? sqlite3_column_bytes(m_statement, column) : 0);
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

// ---- Connection

Connection::Connection(sqlite3 *handle)
    : m_handle(handle)
{
}

Connection::~Connection()
{
    for (sqlite3_stmt *one : std::as_const(m_idle))
        sqlite3_finalize(one);
    // The last connection to close copies the log into the database. That checkpoint is not the dangerous kind: SQLite
    // first takes the exclusive lock of the database file (sqlite3WalClose), which every other connection to a database
    // in WAL mode holds shared, so nobody can write, read, or restart the log meanwhile.
    sqlite3_close(m_handle);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    if (mode == Mode::Create) {
        const Status made = makeFile(path);
        if (!made)
            return made.error();
    }
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle));
    if (code != SQLITE_OK)
        return connection->failure(code);
    const Status configured = connection->configure();
    if (!configured)
        return configured.error();
    return connection;
}

Status Connection::configure()
{
    sqlite3_busy_timeout(m_handle, busyMilliseconds);
    sqlite3_wal_hook(m_handle, rememberLogPages, &m_logPages); // replaces the automatic checkpoint, which is PASSIVE
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return run("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
               "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -32768;"
               "PRAGMA temp_store = MEMORY");
}

Result<Statement> Connection::prepare(const QByteArray &sql)
{
    sqlite3_stmt *statement = m_idle.take(sql);
    if (!statement) {
        const int code = sqlite3_prepare_v3(m_handle, sql.constData(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK)
            return failure(code);
    }
    return Statement(this, statement, sql);
}

void Connection::giveBack(sqlite3_stmt *statement, const QByteArray &sql)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_idle.insert(sql, statement);
}

Status Connection::run(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failure(code);
    return {};
}

Result<qint64> Connection::number(const QByteArray &sql)
{
    const Result<QString> found = text(sql);
    if (!found)
        return found.error();
    return found->toLongLong();
}

Result<QString> Connection::text(const QByteArray &sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    const Result<bool> stepped = statement->step();
    if (!stepped)
        return stepped.error();
    if (!*stepped)
        return Error{Error::Kind::NotFound, u"expected a row but there is none"_s};
    return statement->text(0);
}

qint64 Connection::lastRow() const { return sqlite3_last_insert_rowid(m_handle); }

bool Connection::isIdle() const { return sqlite3_get_autocommit(m_handle) != 0; }

Error Connection::failure(int code) const
{
    const QString said = QString::fromUtf8(m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code));
    const QString text = u"expected the database to answer but it says: "_s + said + u" ("_s + QString::number(code) + u')';
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Error::Kind::Unavailable, text, u"store.busy"_s};
    case SQLITE_FULL:
        return {Error::Kind::Unavailable, text, u"store.full"_s};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Error::Kind::Invalid, text, u"store.damaged"_s};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {Error::Kind::Denied, text, u"store.denied"_s};
    case SQLITE_INTERRUPT:
        return {Error::Kind::Cancelled, text};
    default:
        return {Error::Kind::Failed, text, u"store.io"_s};
    }
}

// ---- Snapshot

Result<Snapshot> Snapshot::begin(Connection &connection)
{
    const Status begun = connection.run("BEGIN");
    if (!begun)
        return begun.error();
    return Snapshot(&connection);
}

Snapshot::Snapshot(Snapshot &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Snapshot::~Snapshot()
{
    // Nothing was written: there is nothing that ending could lose.
    if (m_connection)
        (void)m_connection->run("ROLLBACK");
}

} // namespace naru::store
