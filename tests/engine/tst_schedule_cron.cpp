// Cron expressions: what they mean, in a zone too, and what is refused.
#include "engine/schedule/cron.h"
#include "engine/schedule/zone_clock.h"

#include <QElapsedTimer>
#include <QTest>

using namespace naru;
using namespace naru::schedule;

namespace {

WallSecond wallOf(const QString &text)
{
    const QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    return wallSecond(at.date(), at.time());
}

} // namespace

class tst_ScheduleCron : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anExpressionMeansTheseMoments_data();
    void anExpressionMeansTheseMoments();
    void garbageIsRefused_data();
    void garbageIsRefused();
    void everyBadFieldIsNamed();
    void anImpossibleDayEndsSoon_data();
    void anImpossibleDayEndsSoon();
    void everyMinuteOfAYearAgreesWithTheDefinition_data();
    void everyMinuteOfAYearAgreesWithTheDefinition();
    void aClockChangeIsMetAsVixieCronDoes_data();
    void aClockChangeIsMetAsVixieCronDoes();
    void aZoneThatIsNoneIsRefused_data();
    void aZoneThatIsNoneIsRefused();
};

void tst_ScheduleCron::anExpressionMeansTheseMoments_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("moments");
    const auto row = [](const char *name, const QString &expression, const QString &from, const QString &moments) {
        QTest::newRow(name) << expression << from << moments;
    };
    row("every five minutes", u"*/5 * * * *"_s, u"2026-11-22T09:01:00"_s, u"2026-11-22T09:05:00 2026-11-22T09:10:00"_s);
    row("the moment itself", u"0 9 * * *"_s, u"2026-11-22T09:00:00"_s, u"2026-11-22T09:00:00 2026-11-23T09:00:00"_s);
    row("a second later", u"0 9 * * *"_s, u"2026-11-22T09:00:01"_s, u"2026-11-23T09:00:00"_s);
    row("seconds", u"*/20 0 9 * * *"_s, u"2026-11-22T00:00:00"_s,
        u"2026-11-22T09:00:00 2026-11-22T09:00:20 2026-11-22T09:00:40 2026-11-23T09:00:00"_s);
    row("weekdays by name", u"30 17 * * MON-FRI"_s, u"2026-11-20T18:00:00"_s, u"2026-11-23T17:30:00"_s);
    row("Sunday is 0", u"0 0 * * 0"_s, u"2026-11-23T00:00:00"_s, u"2026-11-29T00:00:00"_s);
    row("Sunday is 7", u"0 0 * * 7"_s, u"2026-11-23T00:00:00"_s, u"2026-11-29T00:00:00"_s);
    row("Friday to Sunday", u"0 0 * * 5-7"_s, u"2026-11-23T00:00:00"_s,
        u"2026-11-27T00:00:00 2026-11-28T00:00:00 2026-11-29T00:00:00 2026-12-04T00:00:00"_s);
    row("months by name, in any case", u"0 0 1 jan,Jul *"_s, u"2026-11-22T00:00:00"_s,
        u"2027-01-01T00:00:00 2027-07-01T00:00:00"_s);
    row("either day where both are given", u"0 0 13 * 5"_s, u"2026-11-01T00:00:00"_s,
        u"2026-11-06T00:00:00 2026-11-13T00:00:00 2026-11-20T00:00:00 2026-11-27T00:00:00 2026-12-04T00:00:00 "
        u"2026-12-11T00:00:00 2026-12-13T00:00:00"_s);
    row("both days where one begins with a star", u"0 0 */2 * 1"_s, u"2026-11-01T00:00:00"_s,
        u"2026-11-09T00:00:00 2026-11-23T00:00:00"_s);
    row("a question mark is any day", u"0 0 9 ? * MON"_s, u"2026-11-22T00:00:00"_s, u"2026-11-23T09:00:00"_s);
    row("a range with a step", u"10-30/10 8 * * *"_s, u"2026-11-22T00:00:00"_s,
        u"2026-11-22T08:10:00 2026-11-22T08:20:00 2026-11-22T08:30:00 2026-11-23T08:10:00"_s);
    row("from five by twenty", u"5/20 8 * * *"_s, u"2026-11-22T00:00:00"_s,
        u"2026-11-22T08:05:00 2026-11-22T08:25:00 2026-11-22T08:45:00 2026-11-23T08:05:00"_s);
    row("the last day", u"0 18 L * *"_s, u"2026-11-22T00:00:00"_s,
        u"2026-11-30T18:00:00 2026-12-31T18:00:00 2027-01-31T18:00:00 2027-02-28T18:00:00"_s);
    row("three before the last", u"0 18 L-3 * *"_s, u"2028-02-01T00:00:00"_s, u"2028-02-26T18:00:00"_s);
    row("the last weekday", u"0 18 LW * *"_s, u"2026-01-01T00:00:00"_s, u"2026-01-30T18:00:00 2026-02-27T18:00:00"_s);
    row("the weekday nearest the 15th", u"0 9 15W * *"_s, u"2026-08-01T00:00:00"_s,
        u"2026-08-14T09:00:00 2026-09-15T09:00:00 2026-10-15T09:00:00 2026-11-16T09:00:00"_s);
    row("the weekday nearest the 1st stays in the month", u"0 9 1W * *"_s, u"2026-08-01T00:00:00"_s,
        u"2026-08-03T09:00:00"_s);
    row("the last Friday", u"0 17 * * 5L"_s, u"2026-11-01T00:00:00"_s, u"2026-11-27T17:00:00 2026-12-25T17:00:00"_s);
    row("the last Friday by name", u"0 17 * * FRIL"_s, u"2026-11-01T00:00:00"_s, u"2026-11-27T17:00:00"_s);
    row("the second Tuesday", u"0 10 * * 2#2"_s, u"2026-11-01T00:00:00"_s,
        u"2026-11-10T10:00:00 2026-12-08T10:00:00"_s);
    row("the fifth Monday", u"0 10 * * MON#5"_s, u"2026-11-01T00:00:00"_s,
        u"2026-11-30T10:00:00 2027-03-29T10:00:00"_s);
    row("the 31st", u"0 0 31 * *"_s, u"2026-11-01T00:00:00"_s,
        u"2026-12-31T00:00:00 2027-01-31T00:00:00 2027-03-31T00:00:00"_s);
    row("leap day", u"0 0 29 2 *"_s, u"2026-11-01T00:00:00"_s, u"2028-02-29T00:00:00 2032-02-29T00:00:00"_s);
    row("leap day over 2100", u"0 0 29 2 *"_s, u"2097-01-01T00:00:00"_s, u"2104-02-29T00:00:00"_s);
    row("the end of the year", u"59 59 23 31 12 *"_s, u"2026-11-01T00:00:00"_s,
        u"2026-12-31T23:59:59 2027-12-31T23:59:59"_s);
    row("over 2038-01-19", u"14 3 * * *"_s, u"2038-01-18T03:14:08"_s, u"2038-01-19T03:14:00 2038-01-20T03:14:00"_s);
    row("@daily", u"@daily"_s, u"2026-11-22T00:00:01"_s, u"2026-11-23T00:00:00"_s);
    row("@weekly", u"@weekly"_s, u"2026-11-23T00:00:01"_s, u"2026-11-29T00:00:00"_s);
    row("@monthly", u"@monthly"_s, u"2026-11-22T00:00:01"_s, u"2026-12-01T00:00:00"_s);
    row("@yearly", u"@YEARLY"_s, u"2026-11-22T00:00:01"_s, u"2027-01-01T00:00:00"_s);
    row("@hourly", u"@hourly"_s, u"2026-11-22T00:00:01"_s, u"2026-11-22T01:00:00"_s);
    row("blanks of all kinds", u"  0\t9  * *   * "_s, u"2026-11-22T00:00:00"_s, u"2026-11-22T09:00:00"_s);
}

void tst_ScheduleCron::anExpressionMeansTheseMoments()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, from);
    QFETCH(const QString, moments);
    const ParsedCron parsed = cronFromText(expression);
    QVERIFY2(parsed.problems.isEmpty(), parsed.problems.isEmpty() ? "" : qUtf8Printable(parsed.problems.first().text));

    QStringList found;
    WallSecond at = wallOf(from);
    for (qsizetype i = 0; i < moments.count(u' ') + 1; ++i) {
        const auto next = parsed.expression.atOrAfter(at);
        QVERIFY(next && *next);
        found.append(wallText(**next));
        at = **next + 1;
    }

    QCOMPARE(found.join(u' '), moments);
}

void tst_ScheduleCron::garbageIsRefused_data()
{
    QTest::addColumn<QString>("expression");
    for (const QString &one : {u""_s,
                               u"*"_s,
                               u"* * * *"_s,
                               u"* * * * * * *"_s,
                               u"60 * * * *"_s,
                               u"* 24 * * *"_s,
                               u"* * 0 * *"_s,
                               u"* * 32 * *"_s,
                               u"* * * 13 *"_s,
                               u"* * * 0 *"_s,
                               u"* * * * 8"_s,
                               u"-1 * * * *"_s,
                               u"1- * * * *"_s,
                               u"5-1 * * * *"_s,
                               u"FRI-MON * * * *"_s,
                               u"* * * * FRI-MON"_s,
                               u"*/0 * * * *"_s,
                               u"*/ * * * *"_s,
                               u"*/-5 * * * *"_s,
                               u"*/60 * * * *"_s,
                               u"1,,2 * * * *"_s,
                               u", * * * *"_s,
                               u"1;2 * * * *"_s,
                               u"* * * JANUARY *"_s,
                               u"@reboot"_s,
                               u"@fortnightly"_s,
                               u"? * * * *"_s,
                               u"L * * * *"_s,
                               u"* * L-31 * *"_s,
                               u"* * W * *"_s,
                               u"* * 32W * *"_s,
                               u"* * * * #2"_s,
                               u"* * * * 2#6"_s,
                               u"* * * * 2#0"_s,
                               u"* * * * 8L"_s,
                               u"1.5 * * * *"_s,
                               u"0x5 * * * *"_s,
                               u"٥ * * * *"_s,
                               u"99999999999999999999 * * * *"_s,
                               u"rm -rf / * *"_s,
                               u"*"_s.repeated(100'000)})
        QTest::newRow(qUtf8Printable(u'\'' + one.left(40) + u'\'')) << one;
}

void tst_ScheduleCron::garbageIsRefused()
{
    QFETCH(const QString, expression);

    const ParsedCron parsed = cronFromText(expression);

    QVERIFY(!parsed.problems.isEmpty());
    const Problem first = parsed.problems.first();
    QVERIFY2(first.code.startsWith(u"cron."_s), qUtf8Printable(first.code));
    QVERIFY(first.text.startsWith(u"expected "_s) && first.text.contains(u" but "_s) && first.text.size() < 300);
}

void tst_ScheduleCron::everyBadFieldIsNamed()
{
    const ParsedCron parsed = cronFromText(u"60 25 0 13 8");

    QStringList parts;
    for (const Problem &one : parsed.problems)
        parts.append(one.part);
    QCOMPARE(parts.join(u' '), u"minute hour day-of-month month day-of-week"_s);
}

void tst_ScheduleCron::anImpossibleDayEndsSoon_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("February 30") << u"0 0 30 2 *"_s;
    QTest::newRow("April 31") << u"0 0 31 4 *"_s;
    QTest::newRow("nearest to February 30") << u"0 0 30W 2 *"_s;
}

void tst_ScheduleCron::anImpossibleDayEndsSoon()
{
    QFETCH(const QString, expression);
    QElapsedTimer timer;
    timer.start();

    const auto next = cronFromText(expression).expression.atOrAfter(wallOf(u"2026-01-01T00:00:00"_s));

    QVERIFY(!next);
    QCOMPARE(next.error().code, u"cron.never"_s);
    QVERIFY(timer.elapsed() < 200);
}

void tst_ScheduleCron::everyMinuteOfAYearAgreesWithTheDefinition_data()
{
    QTest::addColumn<QString>("expression");
    for (const QString &one : {u"*/7 3-5 * * *"_s, u"0 9 1,15 * MON"_s, u"5 4 */3 2-4 2"_s, u"0,30 12 29 2 *"_s,
                               u"59 23 31 * 6"_s, u"15 14 1 * *"_s, u"* * * * *"_s})
        QTest::newRow(qUtf8Printable(one)) << one;
}

// A second, slow reading of the five fields for every minute, with nothing in common with the fast one but the parser.
void tst_ScheduleCron::everyMinuteOfAYearAgreesWithTheDefinition()
{
    QFETCH(const QString, expression);
    const CronExpression cron = cronFromText(expression).expression;
    const auto has = [](std::uint64_t bits, int index) { return (bits >> index & 1) == 1; };
    WallSecond expected = wallOf(u"2028-01-01T00:00:00"_s);
    const WallSecond end = wallOf(u"2029-01-01T00:00:00"_s);
    qsizetype count = 0;

    auto next = cron.atOrAfter(expected);
    for (; expected < end; expected += 60) {
        const QDate date = dateOf(dayOf(expected));
        const QTime time = clockOf(expected);
        const bool byDay = has(cron.monthDays, date.day());
        const bool byWeek = has(cron.weekdays, date.dayOfWeek() % 7);
        const bool isDay = cron.everyMonthDay || cron.everyWeekday ? byDay && byWeek : byDay || byWeek;
        if (!isDay || !has(cron.months, date.month()) || !has(cron.hours, time.hour())
            || !has(cron.minutes, time.minute()))
            continue;
        ++count;
        QVERIFY(next && *next);
        QCOMPARE(wallText(**next), wallText(expected));
        next = cron.atOrAfter(**next + 1);
    }

    QVERIFY(count > 0);
    QVERIFY(!*next || **next >= end);
}

void tst_ScheduleCron::aClockChangeIsMetAsVixieCronDoes_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("moments"); // UTC
    const auto row = [](const char *name, const QString &zone, const QString &expression, const QString &after,
                        const QString &moments) { QTest::newRow(name) << zone << expression << after << moments; };
    const QString seoul = u"Asia/Seoul"_s;
    const QString newYork = u"America/New_York"_s;
    // 1987-05-10 02:00 +09:00 became 03:00 +10:00; 1987-10-11 03:00 +10:00 became 02:00 +09:00.
    row("Seoul, gap, fixed: just after it", seoul, u"30 2 * * *"_s, u"1987-05-08T18:00:00Z"_s,
        u"1987-05-09T17:00:00Z 1987-05-10T16:30:00Z"_s);
    row("Seoul, gap, several fixed: once", seoul, u"10,20,50 2 * * *"_s, u"1987-05-08T18:00:00Z"_s,
        u"1987-05-09T17:00:00Z 1987-05-10T16:10:00Z"_s);
    row("Seoul, gap, and a fixed one at its end: once", seoul, u"0 2,3 * * *"_s, u"1987-05-08T18:30:00Z"_s,
        u"1987-05-09T17:00:00Z 1987-05-10T16:00:00Z 1987-05-10T17:00:00Z"_s);
    row("Seoul, gap, wildcard: with the clock", seoul, u"*/30 * * * *"_s, u"1987-05-09T16:00:00Z"_s,
        u"1987-05-09T16:30:00Z 1987-05-09T17:00:00Z 1987-05-09T17:30:00Z"_s);
    row("Seoul, overlap, fixed: once", seoul, u"30 2 * * *"_s, u"1987-10-10T00:00:00Z"_s,
        u"1987-10-10T16:30:00Z 1987-10-11T17:30:00Z"_s);
    row("Seoul, overlap, wildcard: in both hours", seoul, u"30 * * * *"_s, u"1987-10-10T16:00:00Z"_s,
        u"1987-10-10T16:30:00Z 1987-10-10T17:30:00Z 1987-10-10T18:30:00Z"_s);
    // 2026-03-08 02:00 -05:00 becomes 03:00 -04:00; 2026-11-01 02:00 -04:00 becomes 01:00 -05:00.
    row("New York, gap, fixed: just after it", newYork, u"30 2 * * *"_s, u"2026-03-07T12:00:00Z"_s,
        u"2026-03-08T07:00:00Z 2026-03-09T06:30:00Z"_s);
    row("New York, gap, a time outside of it", newYork, u"0 9 * * *"_s, u"2026-03-07T15:00:00Z"_s,
        u"2026-03-08T13:00:00Z 2026-03-09T13:00:00Z"_s);
    row("New York, overlap, fixed: once", newYork, u"30 1 * * *"_s, u"2026-10-31T12:00:00Z"_s,
        u"2026-11-01T05:30:00Z 2026-11-02T06:30:00Z"_s);
    row("New York, overlap, wildcard: in both hours", newYork, u"30 * * * *"_s, u"2026-11-01T05:00:00Z"_s,
        u"2026-11-01T05:30:00Z 2026-11-01T06:30:00Z 2026-11-01T07:30:00Z"_s);
    row("Seoul today has neither", seoul, u"30 2 * * *"_s, u"2026-03-07T17:30:00Z"_s,
        u"2026-03-08T17:30:00Z 2026-03-09T17:30:00Z"_s);
}

void tst_ScheduleCron::aClockChangeIsMetAsVixieCronDoes()
{
    QFETCH(const QString, zone);
    QFETCH(const QString, expression);
    QFETCH(const QString, after);
    QFETCH(const QString, moments);
    const CronExpression cron = cronFromText(expression).expression;
    const ZoneClock clock(*zoneFromName(zone));

    QStringList found;
    qint64 at = QDateTime::fromString(after, Qt::ISODate).toSecsSinceEpoch();
    for (qsizetype i = 0; i < moments.count(u' ') + 1; ++i) {
        const auto next =
            clock.nextAfter(at, cron.followsClock(), [&](WallSecond from) { return cron.atOrAfter(from); });
        QVERIFY(next && *next);
        at = (*next)->utc;
        found.append(momentOf(at).toString(Qt::ISODate));
    }

    QCOMPARE(found.join(u' '), moments);
}

void tst_ScheduleCron::aZoneThatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("zone");
    for (const QString &one : {u""_s, u"Asia/Seoull"_s, u"../../etc/passwd"_s, u"/etc/localtime"_s, u"Asia/Seoul\n"_s,
                               u"서울"_s, u"A"_s.repeated(100'000), u"EST5EDT,M3.2.0,M11.1.0"_s})
        QTest::newRow(qUtf8Printable(u'\'' + one.left(30) + u'\'')) << one;
}

void tst_ScheduleCron::aZoneThatIsNoneIsRefused()
{
    QFETCH(const QString, zone);

    const Result<QTimeZone> found = zoneFromName(zone);

    QVERIFY(!found);
    QCOMPARE(found.error().code, u"schedule.zone"_s);
}

QTEST_APPLESS_MAIN(tst_ScheduleCron)
#include "tst_schedule_cron.moc"
