#include "store/migrations.h"

#include "store/search_index.h"
#include "store/transaction.h"

#include <QCryptographicHash>

#include <array>
#include <iterator>

namespace naru::store {

namespace {

// Each row leads from the version before to the next: the first one makes version 1.
constexpr const char *steps[] = {
    // 1: the journal with its seal. `record` repeats what `change` says, for the index.
    R"sql(
        CREATE TABLE naru_journal (
            sequence INTEGER PRIMARY KEY,
            at TEXT NOT NULL, actor TEXT NOT NULL, approver TEXT NOT NULL, plan TEXT NOT NULL, digest TEXT NOT NULL,
            event TEXT NOT NULL, record TEXT NOT NULL, change TEXT NOT NULL, note TEXT NOT NULL,
            previous BLOB NOT NULL, hash BLOB NOT NULL);
        CREATE INDEX naru_journal_record ON naru_journal(record);
        CREATE INDEX naru_journal_plan ON naru_journal(plan);
        CREATE TRIGGER naru_journal_update BEFORE UPDATE ON naru_journal
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER naru_journal_delete BEFORE DELETE ON naru_journal
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        -- REPLACE deletes without a delete trigger: an entry may only follow the last one.
        CREATE TRIGGER naru_journal_insert BEFORE INSERT ON naru_journal
            WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM naru_journal)
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TABLE naru_seal (one INTEGER PRIMARY KEY CHECK (one = 1), entries INTEGER NOT NULL, head BLOB NOT NULL);
        INSERT INTO naru_seal VALUES (1, 0, zeroblob(32));
        CREATE TABLE naru_shape (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    )sql",
    // 2: plans with their revisions, and the changes that wait for their day.
    R"sql(
        CREATE TABLE naru_plan (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, digest TEXT NOT NULL,
            robot TEXT NOT NULL, title TEXT NOT NULL, maker TEXT NOT NULL, made TEXT NOT NULL, state TEXT NOT NULL,
            approver TEXT NOT NULL DEFAULT '', applied TEXT NOT NULL DEFAULT '',
            changes INTEGER NOT NULL, questions INTEGER NOT NULL);
        CREATE TABLE naru_plan_revision (
            plan TEXT NOT NULL REFERENCES naru_plan(id), revision INTEGER NOT NULL, digest TEXT NOT NULL,
            rest TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (plan, revision));
        CREATE TABLE naru_booking (
            number INTEGER PRIMARY KEY AUTOINCREMENT, plan TEXT NOT NULL REFERENCES naru_plan(id), position INTEGER NOT NULL,
            approver TEXT NOT NULL, effective TEXT NOT NULL, change TEXT NOT NULL, UNIQUE (plan, position));
        CREATE INDEX naru_booking_effective ON naru_booking(effective, number);
    )sql",
    // 3: search. `title` and `text` are shown; the index is made of grams of them (search_index.h) and keeps no text.
    R"sql(
        CREATE TABLE naru_search_item (
            id INTEGER PRIMARY KEY, record TEXT NOT NULL, origin INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
            key TEXT NOT NULL, UNIQUE (record, origin));
        CREATE INDEX naru_search_key ON naru_search_item(key);
        CREATE VIRTUAL TABLE naru_search USING fts5(title, text, title_initials, text_initials, content = '',
            tokenize = "unicode61 remove_diacritics 0", prefix = '1');
    )sql",
    // 4: runs of robots (runs.h). Moments are milliseconds since 1970, UTC.
    R"sql(
        CREATE TABLE naru_kept (digest TEXT PRIMARY KEY, body BLOB NOT NULL);
        CREATE TABLE naru_run (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, robot TEXT NOT NULL, package TEXT NOT NULL,
            title TEXT NOT NULL, cause TEXT UNIQUE, starter TEXT NOT NULL, state TEXT NOT NULL, facts INTEGER NOT NULL,
            hash BLOB NOT NULL, started INTEGER NOT NULL, ended INTEGER, wake INTEGER,
            fence INTEGER NOT NULL DEFAULT 0, holder TEXT NOT NULL DEFAULT '', lease_era TEXT NOT NULL DEFAULT '',
            lease INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX naru_run_wake ON naru_run(wake) WHERE wake IS NOT NULL;
        CREATE TABLE naru_run_fact (
            run TEXT NOT NULL REFERENCES naru_run(id), sequence INTEGER NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL,
            hash BLOB NOT NULL, PRIMARY KEY (run, sequence)) WITHOUT ROWID;
        CREATE TRIGGER naru_run_fact_update BEFORE UPDATE ON naru_run_fact
            BEGIN SELECT RAISE(ABORT, 'the facts of runs are append-only'); END;
        CREATE TRIGGER naru_run_fact_delete BEFORE DELETE ON naru_run_fact
            BEGIN SELECT RAISE(ABORT, 'the facts of runs are append-only'); END;
        CREATE TABLE naru_run_snapshot (run TEXT PRIMARY KEY REFERENCES naru_run(id), sequence INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE TABLE naru_wish (
            number INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL REFERENCES naru_run(id), key TEXT NOT NULL,
            at INTEGER NOT NULL, actor TEXT NOT NULL, body TEXT NOT NULL, taken INTEGER NOT NULL DEFAULT 0, UNIQUE (run, key));
        CREATE INDEX naru_wish_open ON naru_wish(run) WHERE taken = 0;
        CREATE TABLE naru_subscription (
            run TEXT NOT NULL REFERENCES naru_run(id), key TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
            correlation TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (run, key)) WITHOUT ROWID;
        CREATE INDEX naru_subscription_name ON naru_subscription(kind, name);
        CREATE TABLE naru_message (
            number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
            correlation TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, body TEXT NOT NULL,
            delivered INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX naru_message_kept ON naru_message(name) WHERE delivered = 0;
        CREATE TABLE naru_work (
            key TEXT PRIMARY KEY, run TEXT NOT NULL REFERENCES naru_run(id), state TEXT NOT NULL, holder TEXT NOT NULL,
            made INTEGER NOT NULL, due INTEGER, ended INTEGER, rest TEXT NOT NULL, body TEXT NOT NULL);
        CREATE INDEX naru_work_run ON naru_work(run);
        CREATE TABLE naru_work_candidate (
            candidate TEXT NOT NULL, key TEXT NOT NULL REFERENCES naru_work(key), PRIMARY KEY (candidate, key)) WITHOUT ROWID;
        CREATE INDEX naru_work_candidate_key ON naru_work_candidate(key);
        CREATE TABLE naru_occurrence (
            schedule TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, run TEXT NOT NULL,
            PRIMARY KEY (schedule, at)) WITHOUT ROWID;
    )sql",
    // 5: subscriptions that go on when they have got their message.
    "ALTER TABLE naru_subscription ADD COLUMN stays INTEGER NOT NULL DEFAULT 0",
};

// What the tables of the records look like, in one line: where it is unchanged there is nothing to follow.
QString shapeOf(const RecordTables &tables, bool searchedOnly)
{
    QString shape;
    for (const RecordTable &table : tables.tables()) {
        shape += table.kind + u'(';
        for (const Field &field : table.fields)
            if (!searchedOnly || field.searched)
                shape += field.name + u':' + QString::number(static_cast<int>(field.kind)) + u' ';
        shape += u')';
    }
    return shape;
}

Result<QString> keptShape(Connection &connection, const QString &name)
{
    Result<Statement> statement = connection.prepare("SELECT value FROM naru_shape WHERE name = ?");
    if (!statement)
        return statement.error();
    const Result<bool> stepped = statement->with(name).step();
    if (!stepped)
        return stepped.error();
    return *stepped ? statement->text(0) : QString();
}

Status keepShape(Connection &connection, const QString &name, const QString &shape)
{
    Result<Statement> statement = connection.prepare("INSERT INTO naru_shape VALUES (?, ?)"
                                                     " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    if (!statement)
        return statement.error();
    return statement->with(name, shape).run();
}

Result<int> versionOf(Connection &connection)
{
    const Result<qint64> id = connection.number("PRAGMA application_id");
    const Result<qint64> version = connection.number("PRAGMA user_version");
    const Result<qint64> tables = connection.number("SELECT count(*) FROM sqlite_schema");
    if (!id || !version || !tables)
        return !id ? id.error() : !version ? version.error() : tables.error();
    const bool isFresh = *id == 0 && *version == 0 && *tables == 0;
    if (*id != applicationId && !isFresh)
        return Error{Error::Kind::Invalid, u"expected an office but the database is something else"_s, u"store.noOffice"_s};
    if (*version > newestVersion())
        return Error{Error::Kind::Invalid,
                     u"expected an office of version "_s + QString::number(newestVersion())
                         + u" or older but a newer Naru made it (version "_s + QString::number(*version) + u')',
                     u"store.newer"_s};
    return static_cast<int>(*version);
}

Status takeStep(Connection &connection, int version)
{
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    Status done = connection.run(steps[version - 1]);
    if (done)
        done = connection.run("PRAGMA application_id = " + QByteArray::number(applicationId)
                              + "; PRAGMA user_version = " + QByteArray::number(version));
    return done ? transaction->commit() : done;
}

Status followTables(Connection &connection, const RecordTables &tables, bool isSearchable)
{
    Result<Transaction> transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    const Result<QString> searched = keptShape(connection, u"searched"_s);
    if (!searched)
        return searched.error();
    Status done = tables.follow(connection);
    if (done)
        done = keepShape(connection, u"records"_s, shapeOf(tables, false));
    if (done && isSearchable && *searched != shapeOf(tables, true)) {
        done = SearchIndex(tables).rebuild(connection);
        if (done)
            done = keepShape(connection, u"searched"_s, shapeOf(tables, true));
    }
    return done ? transaction->commit() : done;
}

} // namespace

int newestVersion() { return static_cast<int>(std::size(steps)); }

Status migrate(Connection &connection, const RecordTables &tables, int upTo)
{
    const Result<int> version = versionOf(connection);
    if (!version)
        return version.error();
    for (int next = *version + 1; next <= upTo; ++next) {
        const Status taken = takeStep(connection, next);
        if (!taken)
            return taken;
    }
    return followTables(connection, tables, upTo >= 3);
}

Result<bool> isCurrent(Connection &connection, const RecordTables &tables)
{
    const Result<int> version = versionOf(connection);
    if (!version)
        return version.error();
    if (*version == 0)
        return Error{Error::Kind::Invalid, u"expected an office but the database is empty"_s, u"store.noOffice"_s};
    if (*version < newestVersion())
        return false;
    const Result<QString> records = keptShape(connection, u"records"_s);
    const Result<QString> searched = keptShape(connection, u"searched"_s);
    if (!records || !searched)
        return !records ? records.error() : searched.error();
    return *records == shapeOf(tables, false) && *searched == shapeOf(tables, true);
}

} // namespace naru::store
