// What the service does beside runs: the daily check of the office, its daily backup, and waiting for what a killed service still holds.
#include "service_fixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

namespace naru::run {

namespace {

QString checked(Night &night)
{
    const auto setting = night.session->store().setting(Service::checkSetting());
    return setting ? *setting : QString();
}

// Somebody changes a record behind the office's back.
void damage(const QString &path)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outside"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"UPDATE setting SET value = 'mallory' WHERE id = 'administrator'"_s));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"outside"_s);
}

} // namespace

class tst_ServiceCare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOfficeIsCheckedOnceADay();
    void damageIsToldAndWrittenDown();
    void theOfficeIsBackedUpOnceADay();
    void onlySoManyCopiesAreKept();
    void aCopyThatCannotBeRestoredIsNone();
    void aBackupThatFailsIsToldAndTriedAgain();
    void whatWasKilledBehindTheCopyIsTriedStill();
    void backupsAreAsTheyAreSet_data();
    void backupsAreAsTheyAreSet();
    void whatAKilledServiceHoldsIsWaitedFor();
};

// The clock begins at 09:30 in Seoul.
void tst_ServiceCare::theOfficeIsCheckedOnceADay()
{
    Night night;

    QVERIFY(night.service->careForStore());
    QVERIFY(!night.service->careForStore());
    QCOMPARE(checked(night), u"2026-11-20 ok"_s);
    night.restart();
    QVERIFY(!night.service->careForStore());

    night.clock.pass(17 * 3600); // 02:30
    QVERIFY(!night.service->careForStore());
    night.clock.pass(3600);
    QVERIFY(night.service->careForStore());
    QCOMPARE(checked(night), u"2026-11-21 ok"_s);
    QCOMPARE(night.told.filter(u"store.damaged"_s), QStringList());
}

void tst_ServiceCare::damageIsToldAndWrittenDown()
{
    Night night;
    damage(night.path);

    QVERIFY(night.service->careForStore());

    QVERIFY2(checked(night).startsWith(u"2026-11-20 record setting:administrator differs"_s), qPrintable(checked(night)));
    QCOMPARE(night.told.filter(u"store.damaged"_s).size(), 1);
}

QStringList copiesOf(Night &night)
{
    QStringList out;
    const auto copies = Backups(*night.session, night.clock).copies();
    for (const Backups::Copy &one : *copies)
        out.append(QFileInfo(one.file).fileName());
    return out;
}

QString backedUp(Night &night)
{
    const auto setting = night.session->store().setting(Backups::resultSetting());
    return setting ? *setting : QString();
}

// The clock begins at 09:30 in Seoul: the time has gone by, and it is made up for.
void tst_ServiceCare::theOfficeIsBackedUpOnceADay()
{
    Night night;
    const auto run = night.service->desk().begin({u"quick"_s, {}, {}});
    night.service->pass();

    QVERIFY(night.service->careForBackup());
    QVERIFY(!night.service->careForBackup());
    QCOMPARE(backedUp(night), u"2026-11-20 ok office-2026-11-20.naru"_s);
    night.restart();
    QVERIFY(!night.service->careForBackup());
    night.clock.pass(16 * 3600); // 01:30
    QVERIFY(!night.service->careForBackup());
    night.clock.pass(3600 + 60); // 02:31
    QVERIFY(night.service->careForBackup());

    QCOMPARE(copiesOf(night), (QStringList{u"office-2026-11-21.naru"_s, u"office-2026-11-20.naru"_s}));
    QCOMPARE(night.told.filter(u"backup.made"_s).size(), 2);
    const QString restored = night.folder.filePath(u"restored.naru"_s);
    QVERIFY(store::restore(night.path.chopped(5) + u".backups/office-2026-11-20.naru"_s, restored));
    const auto office = Session::open({restored, {}, {}});
    QVERIFY(office && (*office)->store().runs().run(*run)->state == store::RunState::Completed);
    QVERIFY((*office)->store().runs().verify(*run));
}

void tst_ServiceCare::onlySoManyCopiesAreKept()
{
    Night night;
    writeFile(night.folder.filePath(u"mine-2020-01-01.naru"_s), "mine");
    Backups backups(*night.session, night.clock);
    Backups::Settings settings = *backups.settings();
    settings.keep = 3;
    settings.folder = night.folder.path();
    QVERIFY(backups.set(settings));

    for (int day = 0; day < 5; ++day) {
        QVERIFY(night.service->careForBackup());
        night.clock.pass(24 * 3600);
    }

    QCOMPARE(copiesOf(night), (QStringList{u"office-2026-11-24.naru"_s, u"office-2026-11-23.naru"_s, u"office-2026-11-22.naru"_s}));
    QCOMPARE(QDir(night.folder.path()).entryList({u"office-*.seal"_s}, QDir::Files).size(), 3);
    QVERIFY(QFile::exists(night.folder.filePath(u"mine-2020-01-01.naru"_s))); // not ours
}

// The pages of the office are bad: the copy is made, fails its trial, and the older ones stay.
void tst_ServiceCare::aCopyThatCannotBeRestoredIsNone()
{
    Night night;
    Backups backups(*night.session, night.clock);
    Backups::Settings settings = *backups.settings();
    settings.keep = 1;
    QVERIFY(backups.set(settings));
    QVERIFY(night.service->careForBackup());
    night.clock.pass(24 * 3600);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outside"_s);
        database.setDatabaseName(night.path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"DROP TRIGGER naru_journal_update"_s));
        QVERIFY(query.exec(u"UPDATE naru_journal SET actor = 'mallory' WHERE sequence = 1"_s));
    }
    QSqlDatabase::removeDatabase(u"outside"_s);

    QVERIFY(night.service->careForBackup());

    QVERIFY2(backedUp(night).startsWith(u"2026-11-21 expected a sound journal"_s), qPrintable(backedUp(night)));
    QCOMPARE(night.told.filter(u"backup.failed"_s).size(), 1);
    QCOMPARE(copiesOf(night), QStringList{u"office-2026-11-20.naru"_s});
}

void tst_ServiceCare::aBackupThatFailsIsToldAndTriedAgain()
{
    Night night;
    const QString place = night.path.chopped(5) + u".backups"_s;
    writeFile(place, "a file where the folder should be");

    QVERIFY(night.service->careForBackup());
    QVERIFY2(backedUp(night).startsWith(u"2026-11-20 expected a folder"_s), qPrintable(backedUp(night)));
    QVERIFY(!night.service->careForBackup()); // not at once
    QVERIFY(QFile::remove(place));
    night.clock.pass(3600);

    QVERIFY(night.service->careForBackup());
    QCOMPARE(backedUp(night), u"2026-11-20 ok office-2026-11-20.naru"_s);
    QCOMPARE(night.told.filter(u"backup.failed"_s).size(), 1);
}

void tst_ServiceCare::whatWasKilledBehindTheCopyIsTriedStill()
{
    Night night;
    const QString folder = night.path.chopped(5) + u".backups"_s;
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(night.session->store().backup(folder + u"/office-2026-11-20.naru"_s)); // and then it was killed
    writeFile(folder + u"/office-2026-11-19.naru"_s, "no office");

    QVERIFY(night.service->careForBackup());

    QCOMPARE(backedUp(night), u"2026-11-20 ok office-2026-11-20.naru"_s);
}

void tst_ServiceCare::backupsAreAsTheyAreSet_data()
{
    QTest::addColumn<bool>("isOn");
    QTest::addColumn<QTime>("at");
    QTest::addColumn<int>("keep");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<bool>("isMade"); // at 09:30
    QTest::newRow("off") << false << QTime(2, 30) << 7 << QString() << true << false;
    QTest::newRow("later") << true << QTime(21, 0) << 7 << QString() << true << false;
    QTest::newRow("now") << true << QTime(9, 30) << 1 << QString() << true << true;
    QTest::newRow("none kept") << true << QTime(9, 30) << 0 << QString() << false << true;
    QTest::newRow("no time") << true << QTime() << 7 << QString() << false << true;
    QTest::newRow("no folder") << true << QTime(9, 30) << 7 << u"/nowhere"_s << false << true;
}

void tst_ServiceCare::backupsAreAsTheyAreSet()
{
    QFETCH(const bool, isOn);
    QFETCH(const QTime, at);
    QFETCH(const int, keep);
    QFETCH(const QString, folder);
    QFETCH(const bool, isGood);
    QFETCH(const bool, isMade);
    Night night;
    Backups backups(*night.session, night.clock);
    Backups::Settings settings = *backups.settings();
    settings.isOn = isOn;
    settings.at = at;
    settings.keep = keep;
    settings.folder = folder.isEmpty() ? settings.folder : folder;

    QCOMPARE(bool(backups.set(settings)), isGood);

    QCOMPARE(backups.care(), isMade); // what is refused changes nothing
}

void tst_ServiceCare::whatAKilledServiceHoldsIsWaitedFor()
{
    Night night;
    const auto run = night.service->desk().begin({u"quick"_s, {}, {}});
    QVERIFY(run);
    QCOMPARE(night.runs().claim(u"killed"_s, night.clock.now(), night.clock.lease(), 60'000, 8)->size(), 1);
    int waited = 0;
    Service::Options options;
    options.tell = [&](const ServiceEvent &event) {
        if (event.what == u"service.waits" && ++waited == 1)
            night.clock.pass(61); // the hold is over
    };
    Service service(*night.session, night.clock, options);

    service.once([] { return false; });

    QCOMPARE(waited, 1);
    QVERIFY(night.runs().run(*run)->state == store::RunState::Completed);
}

} // namespace naru::run

QTEST_GUILESS_MAIN(naru::run::tst_ServiceCare)
#include "tst_service_care.moc"
