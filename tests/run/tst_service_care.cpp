// What the service does beside runs: the daily check of the office, and waiting for what a killed service still holds.
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
