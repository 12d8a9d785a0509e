#include "office_fixture.h"
#include "store/change_writer.h"
#include "store/migrations.h"
#include "store/transaction.h"
#include "store/seal.h"
#include "test_vfs.h"

#include <csignal>
#include <sys/wait.h>

namespace naru::store {

namespace {

constexpr int searchVersion = 3; // from which there is a search index

// An office as a program of that version left it, with two persons.
void makeOld(const QString &path, int version)
{
    const auto opened = Connection::open(path, Connection::Mode::Create);
    QVERIFY(opened);
    Connection &connection = **opened;
    QVERIFY(connection.run("PRAGMA journal_mode = WAL"));
    const auto tables = RecordTables::of(fixtureTables());
    const Status migrated = migrate(connection, *tables, version);
    QVERIFY2(migrated, why(migrated));
    auto transaction = Transaction::begin(connection);
    auto ledger = Ledger::open(connection);
    ledger->setFrame({0, noon, u"old"_s, u"old"_s, {}, {}, {}, {}, {}, {}, {}});
    for (const auto &id : {u"1"_s, u"2"_s}) {
        const Change one = hire(id, u"김하나"_s);
        QVERIFY(tables->insert(connection, one.record, one.fields));
        QVERIFY(ledger->append(u"changed"_s, one));
    }
    QVERIFY(ledger->close());
    QVERIFY(transaction->commit());
    QVERIFY(writeSealFile(path, ledger->seal()));
}

QList<RecordTable> largerTables()
{
    QList<RecordTable> tables = fixtureTables();
    tables[0].fields.append(plainField(u"grade"_s, FieldKind::Text, true));
    tables[0].fields.append(plainField(u"post"_s, FieldKind::Reference));
    tables.append({u"task"_s, u"Task"_s, {plainField(u"id"_s, FieldKind::Text), plainField(u"title"_s, FieldKind::Text, true)}});
    return tables;
}

// Whether the office at the path is whole, at the newest version, with its two persons.
void verifyWhole(const QString &path)
{
    const auto store = Store::open(path, fixtureTables());
    QVERIFY2(store, why(store));
    QCOMPARE((*store)->rows(u"person"_s)->size(), 2);
    QCOMPARE((*store)->search(u"하나"_s, 0)->size(), 2);
    QCOMPARE((*store)->verifyJournal()->problem, QString());
    QVERIFY((*store)->check());
    const Plan plan = planOf(u"p-1"_s, {hire(u"3"_s, u"박하나"_s)});
    QVERIFY((*store)->savePlan(plan));
    QVERIFY((*store)->apply(plan.id, plan.digest(), u"a"_s, u"b"_s, noon, today));
}

} // namespace

class tst_Migrations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { TestVfs::install(); }
    void cleanup() { TestVfs::failNever(); }
    void opensEveryEarlierVersion_data() { versions(); }
    void opensEveryEarlierVersion();
    void survivesAFailureAtEachWrite_data() { versions(); }
    void survivesAFailureAtEachWrite();
    void survivesAKillAtEachWrite_data() { versions(); }
    void survivesAKillAtEachWrite();
    void refusesANewerVersion();
    void followsNewKindsAndFields();
    void neverDropsAColumn();
    void refusesNamesThatAreNotPlain_data();
    void refusesNamesThatAreNotPlain();

private:
    static void versions()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= newestVersion(); ++version)
            QTest::addRow("version %d", version) << version;
    }
};

void tst_Migrations::opensEveryEarlierVersion()
{
    QFETCH(const int, version);
    const QTemporaryDir folder(folderTemplate());
    const QString path = folder.filePath(u"office.naru"_s);
    makeOld(path, version);
    if (version >= searchVersion) // its search index knows nothing of records that were written by hand
        QVERIFY(tamper(path, "DELETE FROM naru_shape"));

    verifyWhole(path);
}

void tst_Migrations::survivesAFailureAtEachWrite()
{
    QFETCH(const int, version);
    bool isOver = false;
    for (int at = 1; !isOver; ++at) {
        const QTemporaryDir folder(folderTemplate());
        const QString path = folder.filePath(u"office.naru"_s);
        makeOld(path, version);
        if (version >= searchVersion)
            QVERIFY(tamper(path, "DELETE FROM naru_shape"));

        TestVfs::failAt(at, at % 2 == 0, SQLITE_FULL);
        (void)bool(Store::open(path, fixtureTables()));
        isOver = TestVfs::seen() < at;
        TestVfs::failNever();

        verifyWhole(path);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"failure %1"_s.arg(at)));
    }
}

void tst_Migrations::survivesAKillAtEachWrite()
{
    QFETCH(const int, version);
    bool isOver = false;
    int kills = 0;
    for (int at = 1; !isOver; ++at) {
        const QTemporaryDir folder(folderTemplate());
        const QString path = folder.filePath(u"office.naru"_s);
        makeOld(path, version);
        if (version >= searchVersion)
            QVERIFY(tamper(path, "DELETE FROM naru_shape"));

        const pid_t child = fork();
        if (child == 0) {
            TestVfs::killAt(at);
            (void)bool(Store::open(path, fixtureTables()));
            _exit(0);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        isOver = !WIFSIGNALED(status);
        kills += isOver ? 0 : 1;

        verifyWhole(path);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"kill %1"_s.arg(at)));
    }
    qInfo() << kills << "kills";
    QVERIFY(kills > 5);
}

void tst_Migrations::refusesANewerVersion()
{
    Office office;
    office.store.reset();
    QVERIFY(tamper(office.path, "PRAGMA user_version = 999"));

    const Status opened = office.reopen();

    QVERIFY(failsAs(opened, Error::Kind::Invalid));
    QVERIFY2(opened.error().text.contains(u"newer Naru"), why(opened));
}

void tst_Migrations::followsNewKindsAndFields()
{
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, {hire(u"1"_s, u"김하나"_s)})));
    office.store.reset();

    auto larger = Store::open(office.path, largerTables());
    QVERIFY2(larger, why(larger));
    const Plan plan = planOf(u"p-2"_s, {change(Verb::Update, u"person:1"_s, {{u"grade"_s, {}, u"주사"_s}}),
                                        change(Verb::Create, u"task:1"_s, {{u"title"_s, {}, u"하나로 다리"_s}})});
    QVERIFY((*larger)->savePlan(plan));
    const auto applied = (*larger)->apply(plan.id, plan.digest(), u"a"_s, u"b"_s, noon, today);
    QVERIFY2(applied, why(applied));
    QCOMPARE((*larger)->search(u"하나"_s, 0)->size(), 2);
    QCOMPARE((*larger)->search(u"주사"_s, 0)->size(), 1);
    QCOMPARE((*larger)->verifyJournal()->problem, QString());
}

void tst_Migrations::neverDropsAColumn()
{
    Office office;
    office.store.reset();
    {
        auto larger = Store::open(office.path, largerTables());
        const Plan plan = planOf(u"p-1"_s, {change(Verb::Create, u"person:1"_s, {{u"name"_s, {}, u"김하나"_s}, {u"grade"_s, {}, u"주사"_s}})});
        QVERIFY((*larger)->savePlan(plan));
        QVERIFY((*larger)->apply(plan.id, plan.digest(), u"a"_s, u"b"_s, noon, today));
    }

    QVERIFY(office.reopen());
    QCOMPARE(office.field(u"person:1"_s, u"name"_s), u"김하나"_s);
    QCOMPARE(office.verdict(), QString());
    office.store.reset();
    auto again = Store::open(office.path, largerTables());
    QCOMPARE((*again)->row({u"person"_s, u"1"_s})->value(u"grade"_s).toString(), u"주사"_s);
    QCOMPARE((*again)->search(u"주사"_s, 0)->size(), 1);
}

void tst_Migrations::refusesNamesThatAreNotPlain_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("field");
    QTest::newRow("quote in a kind") << u"a\"b"_s << u"name"_s;
    QTest::newRow("statement in a field") << u"a"_s << u"x\" TEXT); DROP TABLE naru_journal; --"_s;
    QTest::newRow("capital letters") << u"Person"_s << u"name"_s;
    QTest::newRow("SQLite's own") << u"sqlite_schema"_s << u"name"_s;
    QTest::newRow("ours") << u"naru_journal"_s << u"name"_s;
    QTest::newRow("the settings") << u"setting"_s << u"name"_s;
    QTest::newRow("twice the same field") << u"a"_s << u"id"_s;
}

void tst_Migrations::refusesNamesThatAreNotPlain()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, field);
    const QTemporaryDir folder(folderTemplate());
    const QString path = folder.filePath(u"office.naru"_s);

    const auto made = Store::create(path, {{kind, kind, {plainField(u"id"_s, FieldKind::Text), plainField(field, FieldKind::Text)}}});

    QVERIFY(failsAs(made, Error::Kind::Invalid));
    QVERIFY(!QFileInfo::exists(path));
}

} // namespace naru::store

QTEST_GUILESS_MAIN(naru::store::tst_Migrations)
#include "tst_migrations.moc"
