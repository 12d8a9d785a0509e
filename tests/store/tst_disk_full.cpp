// The disk fills up or fails at every single write, once or for good: all or nothing, and the journal verifies.
#include "office_fixture.h"
#include "test_vfs.h"

namespace naru::store {

namespace {

QByteArray pageLimit; // a pragma that every new connection runs

int limitPages(sqlite3 *connection, char **, const sqlite3_api_routines *)
{
    return pageLimit.isEmpty() ? SQLITE_OK : sqlite3_exec(connection, pageLimit.constData(), nullptr, nullptr, nullptr);
}

QList<Change> hires(int from, int count)
{
    QList<Change> out;
    for (int i = from; i < from + count; ++i)
        out.append(hire(QString::number(i), u"사람 %1"_s.arg(i)));
    return out;
}

} // namespace

class tst_DiskFull : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { TestVfs::install(); }
    void cleanup()
    {
        TestVfs::failNever();
        pageLimit.clear();
    }
    void aFullDatabaseTakesNothing();
    void everyWriteMayFail_data();
    void everyWriteMayFail();
    void makingAnOfficeMayFail_data();
    void makingAnOfficeMayFail();
    void restoringMayFail();
};

void tst_DiskFull::aFullDatabaseTakesNothing()
{
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(limitPages));
    Office office;
    QVERIFY(office.apply(planOf(u"p-1"_s, hires(0, 5))));
    office.store.reset();
    pageLimit = "PRAGMA max_page_count = 60";
    QVERIFY(office.reopen());
    const Plan large = planOf(u"p-2"_s, hires(100, 3000));

    const Status saved = office.store->savePlan(large);
    QVERIFY2(saved, why(saved));
    const auto applied = office.store->apply(large.id, large.digest(), u"a"_s, u"b"_s, noon, today);

    QVERIFY(!applied);
    QVERIFY(failsAs(applied, Error::Kind::Unavailable));
    QCOMPARE(applied.error().code, u"store.full"_s);
    QCOMPARE(office.store->rows(u"person"_s)->size(), 5);
    QCOMPARE(office.verdict(), QString());
    pageLimit.clear();
    QVERIFY(office.reopen());
    QVERIFY(office.store->apply(large.id, large.digest(), u"a"_s, u"b"_s, noon, today));
    QCOMPARE(office.verdict(), QString());
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(limitPages));
}

void tst_DiskFull::everyWriteMayFail_data()
{
    QTest::addColumn<bool>("forever");
    QTest::addColumn<int>("code");
    QTest::newRow("full once") << false << SQLITE_FULL;
    QTest::newRow("full for good") << true << SQLITE_FULL;
    QTest::newRow("broken once") << false << SQLITE_IOERR_WRITE;
    QTest::newRow("broken for good") << true << SQLITE_IOERR_WRITE;
}

void tst_DiskFull::everyWriteMayFail()
{
    QFETCH(const bool, forever);
    QFETCH(const int, code);
    int failures = 0;
    bool isOver = false;
    for (int at = 1; !isOver; ++at) {
        Office office;
        QVERIFY(office.apply(planOf(u"p-0"_s, hires(0, 3))));
        const Plan plan = planOf(u"p-1"_s, hires(10, 20) + QList<Change>{move(u"1"_s, u"A1"_s, u"B"_s, today.addDays(1))});
        QVERIFY(office.store->savePlan(plan));

        TestVfs::failAt(at, forever, code);
        const auto applied = office.store->apply(plan.id, plan.digest(), u"a"_s, u"b"_s, noon, today);
        const auto due = office.store->applyDue(u"night"_s, noon, today.addDays(1));
        office.store.reset();
        isOver = TestVfs::seen() < at;
        TestVfs::failNever();

        QVERIFY(office.reopen());
        const Status sound = office.store->check();
        QVERIFY2(sound, why(sound));
        QCOMPARE(office.verdict(), QString());
        // A failure that was told may still have been written (the disk took all but its last word); a half never.
        const qsizetype persons = office.store->rows(u"person"_s)->size();
        QVERIFY2(persons == 3 || persons == 23, qPrintable(u"%1 persons after failure %2"_s.arg(persons).arg(at)));
        QCOMPARE(office.state(u"p-1"_s) == u"draft", persons == 3);
        if (applied)
            QCOMPARE(persons, 23);
        if (applied && due && due->size() == 1)
            QCOMPARE(office.field(u"person:1"_s, u"unit"_s), u"B"_s);
        failures += applied && due ? 0 : 1;
        const auto again = office.store->apply(plan.id, plan.digest(), u"a"_s, u"b"_s, noon, today);
        QVERIFY2(again, why(again));
        QCOMPARE(office.store->rows(u"person"_s)->size(), 23);
        QCOMPARE(office.verdict(), QString());
    }
    qInfo() << failures << "failures told";
    QVERIFY(failures > 5);
}

void tst_DiskFull::makingAnOfficeMayFail_data()
{
    QTest::addColumn<bool>("forever");
    QTest::newRow("once") << false;
    QTest::newRow("for good") << true;
}

void tst_DiskFull::makingAnOfficeMayFail()
{
    QFETCH(const bool, forever);
    bool isOver = false;
    for (int at = 1; !isOver; at += 3) {
        const QTemporaryDir folder(folderTemplate());
        const QString path = folder.filePath(u"office.naru"_s);

        TestVfs::failAt(at, forever, SQLITE_FULL);
        const bool isMade = bool(Store::create(path, fixtureTables()));
        isOver = TestVfs::seen() < at;
        TestVfs::failNever();

        QVERIFY(isMade || !QFileInfo::exists(path) || Store::open(path, fixtureTables()));
        QVERIFY(QFileInfo::exists(path) || Store::create(path, fixtureTables()));
        const auto opened = Store::open(path, fixtureTables());
        QVERIFY2(opened, why(opened));
        QCOMPARE((*opened)->verifyJournal()->problem, QString());
    }
}

void tst_DiskFull::restoringMayFail()
{
    bool isOver = false;
    for (int at = 1; !isOver; at += 2) {
        Office office;
        QVERIFY(office.apply(planOf(u"p-0"_s, hires(0, 30))));
        const QString backup = office.folder.filePath(u"backup"_s);
        QVERIFY(office.store->backup(backup));
        QVERIFY(office.apply(planOf(u"p-1"_s, hires(100, 30))));
        office.store.reset();

        TestVfs::failAt(at, at % 4 == 1, SQLITE_FULL);
        const Status restored = restore(backup, office.path);
        isOver = TestVfs::seen() < at;
        TestVfs::failNever();

        QVERIFY(office.reopen());
        const qsizetype persons = office.store->rows(u"person"_s)->size();
        QVERIFY2(persons == 30 || (!restored && persons == 60), qPrintable(u"%1 persons after failure %2"_s.arg(persons).arg(at)));
        QCOMPARE(office.verdict(), QString());
        QVERIFY(office.store->check());
    }
}

} // namespace naru::store

QTEST_GUILESS_MAIN(naru::store::tst_DiskFull)
#include "tst_disk_full.moc"
