// What the tests of the store share: two small kinds of record, an office in a folder of its own, and short ways to make
// plans. (The store knows nothing of the real city office.)
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

#include <QTemporaryDir>
#include <QtTest>

namespace naru::store {

inline Field plainField(const QString &name, FieldKind kind, bool searched = false)
{
    return {name, kind, name, false, {}, {}, Secrecy::Open, searched};
}

// "order" is a word of SQL, on purpose. One field of each kind.
inline QList<RecordTable> fixtureTables()
{
    const Field key = plainField(u"id"_s, FieldKind::Text, true);
    Field secret = plainField(u"secret"_s, FieldKind::Text);
    secret.secrecy = Secrecy::Secret;
    return {{u"person"_s, u"Person"_s,
             {key, plainField(u"name"_s, FieldKind::Text, true), plainField(u"hanja"_s, FieldKind::Text, true),
              plainField(u"unit"_s, FieldKind::Reference), plainField(u"valid_from"_s, FieldKind::Day), secret}},
            {u"order"_s, u"Order"_s,
             {key, plainField(u"title"_s, FieldKind::Text, true), plainField(u"text"_s, FieldKind::LongText),
              plainField(u"count"_s, FieldKind::Whole), plainField(u"amount"_s, FieldKind::Won),
              plainField(u"rate"_s, FieldKind::Exact), plainField(u"at"_s, FieldKind::Moment),
              plainField(u"flag"_s, FieldKind::Flag), plainField(u"choice"_s, FieldKind::Choice),
              plainField(u"persons"_s, FieldKind::References), plainField(u"steps"_s, FieldKind::Texts),
              plainField(u"group"_s, FieldKind::Text)}}};
}

inline const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
inline const QDate today(2026, 11, 22);

inline Change change(Verb verb, const QString &record, const QList<FieldChange> &fields, QDate effective = {})
{
    return {0, RecordRef::fromString(record), verb, fields, effective, u"시험"_s};
}

inline Change hire(const QString &id, const QString &name, const QString &unit = u"A1"_s)
{
    return change(Verb::Create, u"person:"_s + id, {{u"name"_s, {}, name}, {u"unit"_s, {}, unit}});
}

inline Change move(const QString &id, const QString &from, const QString &to, QDate effective = {})
{
    return change(Verb::Update, u"person:"_s + id, {{u"unit"_s, from, to}}, effective);
}

inline Plan planOf(const QString &id, const QList<Change> &changes, const QString &reverts = {})
{
    Plan plan;
    plan.id = id;
    plan.robot = u"test"_s;
    plan.title = u"계획 "_s + id;
    plan.maker = u"20110234"_s;
    plan.made = noon;
    plan.changes = changes;
    plan.reverts = reverts;
    return plan;
}

// A folder in memory where there is one: what is tested is the order of writes and the locks, not the disk.
inline QString folderTemplate()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/naru-test-XXXXXX"_s;
}

// An office in a temporary folder.
struct Office {
    QTemporaryDir folder{folderTemplate()};
    QString path = folder.filePath(u"office.naru"_s);
    std::unique_ptr<Store> store;

    Office()
    {
        Result<std::unique_ptr<Store>> made = Store::create(path, fixtureTables());
        if (made)
            store = std::move(*made);
        else
            qWarning() << made.error().text;
    }

    // Closes all connections and opens the office again.
    Status reopen()
    {
        store.reset();
        Result<std::unique_ptr<Store>> opened = Store::open(path, fixtureTables());
        if (!opened)
            return opened.error();
        store = std::move(*opened);
        return {};
    }

    Result<Receipt> apply(const Plan &plan, QDate day = today)
    {
        const Status saved = store->savePlan(plan);
        if (!saved)
            return saved.error();
        return store->apply(plan.id, plan.digest(), u"actor"_s, u"approver"_s, noon, day);
    }

    QString field(const QString &record, const QString &name) const
    {
        const Result<Row> row = store->row(RecordRef::fromString(record));
        return row ? row->value(name).toString() : u"no record"_s;
    }

    QString state(const QString &plan) const
    {
        const Result<PlanSummary> summary = store->planSummary(plan);
        return summary ? toString(summary->state) : u"no plan"_s;
    }

    QStringList events() const
    {
        QStringList out;
        const Result<QList<JournalEntry>> entries = store->journal();
        for (const JournalEntry &one : *entries)
            out.append(one.event);
        return out;
    }

    QString verdict() const
    {
        const Result<JournalVerdict> verdict = store->verifyJournal();
        return verdict ? verdict->problem : verdict.error().text;
    }
};

// Runs SQL behind the back of the store, with the triggers that guard the journal out of the way.
inline Status tamper(const QString &path, const QByteArray &sql)
{
    const auto opened = Connection::open(path, Connection::Mode::ReadWrite);
    if (!opened)
        return opened.error();
    const Status freed = (*opened)->run("DROP TRIGGER IF EXISTS naru_journal_update; DROP TRIGGER IF EXISTS naru_journal_delete;"
                                        "DROP TRIGGER IF EXISTS naru_journal_insert");
    return freed ? (*opened)->run(sql) : freed;
}

// What went wrong, for QVERIFY2.
template <typename R>
QByteArray why(const R &result)
{
    return result ? QByteArray() : result.error().text.toUtf8();
}

// Whether it failed, in this way.
template <typename R>
bool failsAs(const R &result, Error::Kind kind)
{
    return !result && result.error().kind == kind;
}

} // namespace naru::store
