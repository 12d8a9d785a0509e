// The office's own closing days: kept as records by plans, and left out wherever working days are counted.
#include "run/closing_days.h"
#include "service_fixture.h"

#include <QtTest>

namespace naru::run {

class tst_ClosingDays : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsDaysAsPeopleWriteThem_data();
    void readsDaysAsPeopleWriteThem();
    void isNoWorkingDayFromThenOn_data();
    void isNoWorkingDayFromThenOn();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void isJournalledAndRevertible();
    void mayBeClosedAgainAfterItWasOpened();
    void movesWhatIsScheduled();
    void movesWhatAServiceHasArmedAlready();
    void leavesTheCountOfPublicHolidaysAlone();
};

void tst_ClosingDays::readsDaysAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("day");
    QTest::newRow("as the records have it") << u"2026-12-31"_s << u"2026-12-31"_s;
    QTest::newRow("as documents have it") << u" 2026. 12. 31. "_s << u"2026-12-31"_s;
    QTest::newRow("short") << u"2026.7.1"_s << u"2026-07-01"_s;
    QTest::newRow("of every year") << u"07-01"_s << u"07-01"_s;
    QTest::newRow("of every year, as documents have it") << u"7. 1."_s << u"07-01"_s;
    QTest::newRow("the leap day of every year that has it") << u"02-29"_s << u"02-29"_s;
    QTest::newRow("the 30th of February") << u"02-30"_s << QString();
    QTest::newRow("the leap day of a year without") << u"2026-02-29"_s << QString();
    QTest::newRow("beyond the calendar") << u"2999-01-04"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("words") << u"내일"_s << QString();
    QTest::newRow("a day and more") << u"2026-12-31 쉼"_s << QString();
}

void tst_ClosingDays::readsDaysAsPeopleWriteThem()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, day);

    const Result<QString> read = closingDayOf(typed);

    QCOMPARE(bool(read), !day.isEmpty());
    QCOMPARE(read ? *read : read.error().code, day.isEmpty() ? u"calendar.day"_s : day);
}

void tst_ClosingDays::isNoWorkingDayFromThenOn_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<QDate>("closed");
    QTest::addColumn<QDate>("open"); // the same day, where the office works
    QTest::newRow("a single day") << u"2026-12-31"_s << QDate(2026, 12, 31) << QDate(2025, 12, 31);
    QTest::newRow("every year") << u"07-01"_s << QDate(2027, 7, 1) << QDate(2027, 7, 2);
}

void tst_ClosingDays::isNoWorkingDayFromThenOn()
{
    QFETCH(const QString, day);
    QFETCH(const QDate, closed);
    QFETCH(const QDate, open);
    Night night;
    QVERIFY(night.session->calendar()->isWorkingDay(closed));

    const Result<QString> added = ClosingDays(*night.session).add({day, u"개원기념일"_s, u"조례 제3조"_s});

    QVERIFY2(added, added ? "" : qPrintable(added.error().text));
    const Result<KoreanCalendar> calendar = night.session->calendar();
    QVERIFY(!calendar->isWorkingDay(closed));
    QCOMPARE(calendar->holidayName(closed), u"개원기념일"_s);
    QVERIFY(calendar->isWorkingDay(open));
    QCOMPARE(ClosingDays(*night.session).closingOf(closed)->ground, u"조례 제3조"_s);
    QVERIFY(!night.open()->calendar()->isWorkingDay(closed)); // for whoever opens the office next

    QVERIFY(ClosingDays(*night.session).remove(day));

    QVERIFY(night.session->calendar()->isWorkingDay(closed));
    QVERIFY(ClosingDays(*night.session).list()->isEmpty());
}

void tst_ClosingDays::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("no day") << u"내일"_s << u"휴무"_s << u"calendar.day"_s;
    QTest::newRow("no name") << u"2026-12-30"_s << u"  "_s << u"calendar.name"_s;
    QTest::newRow("closed already") << u"2026-12-31"_s << u"휴무"_s << u"calendar.closed"_s;
    QTest::newRow("a holiday") << u"2026-12-25"_s << u"휴무"_s << u"calendar.dayOff"_s;
    QTest::newRow("a Sunday") << u"2026-12-27"_s << u"휴무"_s << u"calendar.dayOff"_s;
}

void tst_ClosingDays::refusesWhatMakesNoSense()
{
    QFETCH(const QString, day);
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    Night night;
    ClosingDays days(*night.session);
    QVERIFY(days.add({u"2026-12-31"_s, u"종무"_s, {}}));

    const Result<QString> added = days.add({day, name, {}});

    QVERIFY(!added);
    QCOMPARE(added.error().code, code);
    QCOMPARE(days.list()->size(), 1);
    QCOMPARE(days.remove(u"2026-12-30"_s).error().code, u"calendar.notClosed"_s);
}

void tst_ClosingDays::isJournalledAndRevertible()
{
    Night night;
    QVERIFY(ClosingDays(*night.session).add({u"2026-12-31"_s, u"종무"_s, {}}));
    store::JournalFilter filter;
    filter.record = u"closing_day:2026-12-31"_s;
    const auto entries = night.session->journal(filter);
    QCOMPARE(entries->size(), 1);

    const Result<Plan> back = night.session->planRevert(entries->first().plan);
    QVERIFY2(back, back ? "" : qPrintable(back.error().text));
    QVERIFY(night.session->applyPlan(back->id, back->digest(), {}));

    QVERIFY(night.session->calendar()->isWorkingDay({2026, 12, 31}));
    QVERIFY(night.session->verifyJournal()->firstBad == 0);
}

void tst_ClosingDays::mayBeClosedAgainAfterItWasOpened()
{
    Night night;
    ClosingDays days(*night.session);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(days.add({u"2026-12-31"_s, u"종무"_s, {}}));
        QVERIFY(days.remove(u"2026-12-31"_s));
    }
    QCOMPARE(night.session->plans()->size(), 6);
}

void tst_ClosingDays::movesWhatIsScheduled()
{
    Night night;
    night.add(u"quick"_s, u"0 9 31 12 *"_s, {{u"holidays"_s, u"previous"_s}});
    const auto stored = night.schedules().find(u"s-1"_s);
    const auto before = night.schedules().preview(stored->schedule, night.clock.now(), 1);
    QCOMPARE(before->occurrences.first().scheduledAt.date(), QDate(2026, 12, 31));

    QVERIFY(ClosingDays(*night.session).add({u"2026-12-31"_s, u"종무"_s, {}}));

    const auto after = night.schedules().preview(stored->schedule, night.clock.now(), 1);
    QCOMPARE(after->occurrences.first().scheduledAt.date(), QDate(2026, 12, 30));
    QCOMPARE(after->occurrences.first().movedFor, u"종무"_s);
}

void tst_ClosingDays::movesWhatAServiceHasArmedAlready()
{
    Night night;
    night.add(u"quick"_s, u"0 9 31 12 *"_s, {{u"holidays"_s, u"previous"_s}});
    night.service->pass();

    QVERIFY(ClosingDays(*night.open()).add({u"2026-12-31"_s, u"종무"_s, {}})); // by somebody else
    night.clock.passTo(QDateTime({2026, 12, 30}, QTime(0, 0), Qt::UTC)); // 09:00 in Seoul
    night.service->pass();
    night.clock.pass(3 * 24 * 3600);
    night.service->pass();

    const auto runs = night.runsOf(u"schedule:s-1@"_s);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.first().cause, u"schedule:s-1@2026-12-30T00:00:00Z"_s);
}

void tst_ClosingDays::leavesTheCountOfPublicHolidaysAlone()
{
    Night night;
    const auto before = night.session->calendar()->deadline({2026, 12, 28}, 10, Counting::Statutory);
    QVERIFY(ClosingDays(*night.session).add({u"2026-12-31"_s, u"종무"_s, {}}));

    const Result<KoreanCalendar> calendar = night.session->calendar();

    QCOMPARE(*calendar->deadline({2026, 12, 28}, 10, Counting::Statutory), *before);
    QVERIFY(!calendar->isHoliday({2026, 12, 31}));
}

} // namespace naru::run

QTEST_GUILESS_MAIN(naru::run::tst_ClosingDays)
#include "tst_closing_days.moc"
