// What schedules do: the preview, what is due, what was missed, holidays, and a clock that jumps.
#include "engine/schedule/planner.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <unistd.h>

using namespace naru;
using namespace naru::schedule;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate).toUTC();
}

WallSecond wallOf(const QString &text)
{
    const QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    return wallSecond(at.date(), at.time());
}

Schedule cronSchedule(const QString &expression)
{
    Schedule one;
    one.id = u"s1"_s;
    one.robot = u"personnel-order"_s;
    one.rule = expression;
    return one;
}

Schedule ruleSchedule(const QString &rule, const QString &start)
{
    Schedule one = cronSchedule(rule);
    one.kind = RuleKind::Rrule;
    one.start = wallOf(start);
    return one;
}

Timetable timetableOf(const Schedule &schedule)
{
    const Result<Timetable> made = Timetable::make(schedule, KoreanCalendar::national());
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().text));
    return *made;
}

QString text(const QDateTime &at)
{
    return at.toString(Qt::ISODate);
}

QStringList moments(const QList<Occurrence> &occurrences)
{
    QStringList found;
    for (const Occurrence &one : occurrences)
        found.append(text(one.scheduledAt));
    return found;
}

// On the wall of Seoul.
QString inSeoul(const QDateTime &at)
{
    return at.toOffsetFromUtc(9 * 3600).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
}

QString sharedFolder()
{
    const QString set = qEnvironmentVariable("NARU_SHARED");
    return set.isEmpty() ? qEnvironmentVariable("NARU_SOURCE") + u"/../shared"_s : set;
}

// Kilobytes that the process has in memory.
long residentKilobytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLong() * (sysconf(_SC_PAGESIZE) / 1024);
}

// What "5th of the month, next working day" has to be by the official calendar: a day is off on Saturday, Sunday, and
// where the list names it.
QStringList officialFifths(const QSet<QDate> &holidays)
{
    QStringList days;
    for (int month = 0; month < 120; ++month) {
        QDate day = QDate(2018, 1, 5).addMonths(month);
        while (day.dayOfWeek() >= 6 || holidays.contains(day))
            day = day.addDays(1);
        days.append(day.toString(Qt::ISODate) + u"T09:00:00"_s);
    }
    return days;
}

} // namespace

class tst_SchedulePlanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenYearsOfTheFifthFollowTheOfficialCalendars();
    void aHolidayPolicyMovesOccurrences_data();
    void aHolidayPolicyMovesOccurrences();
    void twoThatMeetAreOne();
    void aMovedOccurrenceSaysWhy();
    void aYearThatNobodyKnowsStopsThePreview();
    void missedOccurrencesFollowThePolicy_data();
    void missedOccurrencesFollowThePolicy();
    void theThresholdDividesLateFromMissed_data();
    void theThresholdDividesLateFromMissed();
    void oneThatIsDueStandsForTheMissed();
    void aClockStepRunsNothingTwice_data();
    void aClockStepRunsNothingTwice();
    void tenYearsForwardCostLittle_data();
    void tenYearsForwardCostLittle();
    void aClockThatWasFarAheadIsBelievedAgain();
    void specialDaysComeOnce_data();
    void specialDaysComeOnce();
    void theZoneOfTheMachineDecidesNothing();
    void thePreviewIsWhatHappens_data();
    void thePreviewIsWhatHappens();
    void jitterIsTheSameEverywhereAndKeepsTheOrder();
    void exceptionsAndAdditionsCount();
    void startAndEndBound();
    void aDisabledScheduleDoesNothing();
    void overlapsAreDecidedByPolicy_data();
    void overlapsAreDecidedByPolicy();
    void sleepIsNeverLongerThanAMinute();
};

void tst_SchedulePlanner::tenYearsOfTheFifthFollowTheOfficialCalendars()
{
    QSet<QDate> holidays;
    for (int year = 2018; year <= 2027; ++year) {
        QFile file(sharedFolder() + u"/domain/holidays/%1.csv"_s.arg(year));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the official calendars are not here: NARU_SHARED names no folder with domain/holidays");
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n'))
            holidays.insert(QDate::fromString(line.section(u',', 0, 0), Qt::ISODate));
    }
    Schedule byRule = ruleSchedule(u"FREQ=MONTHLY;BYMONTHDAY=5"_s, u"2018-01-05T09:00:00"_s);
    byRule.holidays = HolidayPolicy::Next;
    Schedule byCron = cronSchedule(u"0 9 5 * *"_s);
    byCron.holidays = HolidayPolicy::Next;

    for (const Schedule &one : {byRule, byCron}) {
        QStringList found;
        for (const Occurrence &next :
             nextOccurrences(timetableOf(one), utc(u"2018-01-01T00:00:00Z"_s), 120).occurrences)
            found.append(inSeoul(next.scheduledAt));
        QCOMPARE(found, officialFifths(holidays));
    }
    qInfo("5th of the month, next working day: 120 of 120 months, by rrule and by cron");
}

void tst_SchedulePlanner::aHolidayPolicyMovesOccurrences_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("days");
    const auto row = [](const char *name, HolidayPolicy policy, const QString &rule, const QString &after,
                        const QString &days) { QTest::newRow(name) << int(policy) << rule << after << days; };
    // 2026-10-05 is a substitute holiday, a Monday; 2026-04-05 a Sunday; 2026-05-05 어린이날.
    row("5 October, as it is", HolidayPolicy::AsIs, u"0 9 5 10 *"_s, u"2026-09-01T00:00:00Z"_s, u"2026-10-05"_s);
    row("5 October, next", HolidayPolicy::Next, u"0 9 5 10 *"_s, u"2026-09-01T00:00:00Z"_s, u"2026-10-06"_s);
    row("5 October, previous", HolidayPolicy::Previous, u"0 9 5 10 *"_s, u"2026-09-01T00:00:00Z"_s, u"2026-10-02"_s);
    row("5 October, skipped", HolidayPolicy::Skip, u"0 9 5 10 *"_s, u"2026-09-01T00:00:00Z"_s, u"2027-10-05"_s);
    row("5 April, next", HolidayPolicy::Next, u"0 9 5 4 *"_s, u"2026-01-01T00:00:00Z"_s, u"2026-04-06"_s);
    row("5 April, previous", HolidayPolicy::Previous, u"0 9 5 4 *"_s, u"2026-01-01T00:00:00Z"_s, u"2026-04-03"_s);
    row("5 May, previous", HolidayPolicy::Previous, u"0 9 5 5 *"_s, u"2026-01-01T00:00:00Z"_s, u"2026-05-04"_s);
    row("Seollal, next", HolidayPolicy::Next, u"0 9 16 2 *"_s, u"2026-01-01T00:00:00Z"_s, u"2026-02-19"_s);
    row("Seollal, previous", HolidayPolicy::Previous, u"0 9 18 2 *"_s, u"2026-01-01T00:00:00Z"_s, u"2026-02-13"_s);
    row("28 September after Chuseok is a working day", HolidayPolicy::Next, u"0 9 28 9 *"_s, u"2026-09-01T00:00:00Z"_s,
        u"2026-09-28"_s);
    row("from within the days off", HolidayPolicy::Next, u"0 9 15 2 *"_s, u"2026-02-17T00:00:00Z"_s, u"2026-02-19"_s);
    row("into the month before", HolidayPolicy::Previous, u"0 9 1 3 *"_s, u"2026-02-01T00:00:00Z"_s, u"2026-02-27"_s);
    row("into the year after", HolidayPolicy::Next, u"0 9 31 12 0"_s, u"2022-12-31T12:00:00Z"_s, u"2023-01-02"_s);
}

void tst_SchedulePlanner::aHolidayPolicyMovesOccurrences()
{
    QFETCH(const int, policy);
    QFETCH(const QString, rule);
    QFETCH(const QString, after);
    QFETCH(const QString, days);
    Schedule schedule = cronSchedule(rule);
    schedule.holidays = static_cast<HolidayPolicy>(policy);

    const Preview preview = nextOccurrences(timetableOf(schedule), utc(after), 1);

    QVERIFY(!preview.stopped);
    QCOMPARE(inSeoul(preview.occurrences.first().scheduledAt), days + u"T09:00:00"_s);
}

void tst_SchedulePlanner::twoThatMeetAreOne()
{
    // Friday 20, Saturday 21, Sunday 22, Monday 23 November 2026; daily at 9 and, on Saturdays only, at 18.
    Schedule schedule = ruleSchedule(u"FREQ=DAILY"_s, u"2026-11-20T09:00:00"_s);
    schedule.added = {wallOf(u"2026-11-21T18:00:00"_s)};
    schedule.holidays = HolidayPolicy::Next;

    const Preview next = nextOccurrences(timetableOf(schedule), utc(u"2026-11-19T00:00:00Z"_s), 4);
    schedule.holidays = HolidayPolicy::Previous;
    const Preview previous = nextOccurrences(timetableOf(schedule), utc(u"2026-11-19T00:00:00Z"_s), 4);

    QCOMPARE(moments(next.occurrences).join(u' '),
             u"2026-11-20T00:00:00Z 2026-11-23T00:00:00Z 2026-11-23T09:00:00Z 2026-11-24T00:00:00Z"_s);
    QVERIFY(!next.occurrences[1].isMoved); // Monday's own
    QVERIFY(next.occurrences[2].isMoved);
    QCOMPARE(wallText(next.occurrences[2].nominal), u"2026-11-21T18:00:00"_s);
    QCOMPARE(moments(previous.occurrences).join(u' '),
             u"2026-11-20T00:00:00Z 2026-11-20T09:00:00Z 2026-11-23T00:00:00Z 2026-11-24T00:00:00Z"_s);
}

void tst_SchedulePlanner::aMovedOccurrenceSaysWhy()
{
    Schedule schedule = cronSchedule(u"0 9 5 * *"_s);
    schedule.holidays = HolidayPolicy::Next;

    const Preview preview = nextOccurrences(timetableOf(schedule), utc(u"2026-10-01T00:00:00Z"_s), 2);

    QVERIFY(preview.occurrences[0].isMoved);
    QVERIFY2(preview.occurrences[0].movedFor.contains(u"대체공휴일"_s),
             qUtf8Printable(preview.occurrences[0].movedFor));
    QCOMPARE(wallText(preview.occurrences[0].nominal), u"2026-10-05T09:00:00"_s);
    QVERIFY(!preview.occurrences[1].isMoved);
    const int unconfirmed = KoreanCalendar::national().confirmedThrough() + 1;
    const Preview later =
        nextOccurrences(timetableOf(schedule), QDateTime(QDate(unconfirmed, 2, 1), QTime(0, 0), Qt::UTC), 1);
    QVERIFY(!preview.occurrences[0].isProvisional);
    QVERIFY(later.occurrences.first().isProvisional);
}

void tst_SchedulePlanner::aYearThatNobodyKnowsStopsThePreview()
{
    Schedule schedule = cronSchedule(u"0 9 5 * *"_s);
    schedule.holidays = HolidayPolicy::Next;
    const int last = KoreanCalendar::national().lastYear();
    const Timetable timetable = timetableOf(schedule);
    const QDateTime after(QDate(last, 11, 30), QTime(0, 0), Qt::UTC);

    const Preview preview = nextOccurrences(timetable, after, 5);
    const Result<Due> decision = due(timetable, after, after.addDays(100));

    QCOMPARE(preview.occurrences.size(), 1);
    QVERIFY(preview.stopped);
    QCOMPARE(preview.stopped->code, u"calendar.years"_s);
    QVERIFY(!decision);
    QCOMPARE(decision.error().code, u"calendar.years"_s);
}

void tst_SchedulePlanner::missedOccurrencesFollowThePolicy_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("missed");
    QTest::addColumn<int>("run");
    QTest::addColumn<int>("recorded");
    const auto row = [](const char *name, MisfirePolicy policy, int limit, int missed, int run, int recorded) {
        QTest::newRow(name) << int(policy) << limit << missed << run << recorded;
    };
    row("once, 0 missed", MisfirePolicy::Once, 1, 0, 0, 0);
    row("once, 1 missed", MisfirePolicy::Once, 1, 1, 1, 0);
    row("once, 500 missed", MisfirePolicy::Once, 1, 500, 1, 499);
    row("skip, 0 missed", MisfirePolicy::Skip, 1, 0, 0, 0);
    row("skip, 1 missed", MisfirePolicy::Skip, 1, 1, 0, 1);
    row("skip, 500 missed", MisfirePolicy::Skip, 1, 500, 0, 500);
    row("all up to 20, 0 missed", MisfirePolicy::All, 20, 0, 0, 0);
    row("all up to 20, 1 missed", MisfirePolicy::All, 20, 1, 1, 0);
    row("all up to 20, 500 missed", MisfirePolicy::All, 20, 500, 20, 480);
    row("all up to 1000, 500 missed", MisfirePolicy::All, 1000, 500, 500, 0);
    row("ask, 0 missed", MisfirePolicy::Ask, 1, 0, 0, 0);
    row("ask, 1 missed", MisfirePolicy::Ask, 1, 1, 0, 1);
    row("ask, 500 missed", MisfirePolicy::Ask, 1, 500, 0, 500);
}

// T-MISFIRE
void tst_SchedulePlanner::missedOccurrencesFollowThePolicy()
{
    QFETCH(const int, policy);
    QFETCH(const int, limit);
    QFETCH(const int, missed);
    QFETCH(const int, run);
    QFETCH(const int, recorded);
    Schedule schedule = cronSchedule(u"0 * * * *"_s);
    schedule.misfire = static_cast<MisfirePolicy>(policy);
    schedule.misfireLimit = limit;
    const Timetable timetable = timetableOf(schedule);
    const QDateTime stopped = utc(u"2026-11-01T00:30:00Z"_s);
    const QDateTime back = stopped.addSecs(missed * 3600);

    const Result<Due> decision = due(timetable, stopped, back);

    QVERIFY(decision);
    QCOMPARE(decision->run.size(), run);
    int found = 0;
    for (const Missed &one : decision->missed) {
        found += one.count;
        QVERIFY(!one.isAtLeast);
    }
    QCOMPARE(found, recorded);
    QCOMPARE(decision->missed.size(), recorded > 0 ? 1 : 0);
    QCOMPARE(decision->considered, back);
    // The latest are those that run, in order, and what is recorded ends where they begin.
    const QDateTime last = utc(u"2026-11-01T00:00:00Z"_s).addSecs(missed * 3600);
    for (int i = 0; i < run; ++i)
        QCOMPARE(decision->run[i].scheduledAt, last.addSecs((i - run + 1) * 3600));
    if (recorded > 0) {
        QCOMPARE(decision->missed.first().first, utc(u"2026-11-01T01:00:00Z"_s));
        QCOMPARE(decision->missed.first().last, last.addSecs(-run * 3600));
    }
    const Result<Due> again = due(timetable, decision->considered, back.addSecs(1));
    QVERIFY(again && again->run.isEmpty() && again->missed.isEmpty());
}

void tst_SchedulePlanner::theThresholdDividesLateFromMissed_data()
{
    QTest::addColumn<int>("late");
    QTest::addColumn<int>("run");
    QTest::newRow("in time") << 0 << 1;
    QTest::newRow("60 s late") << 60 << 1;
    QTest::newRow("61 s late") << 61 << 0;
}

void tst_SchedulePlanner::theThresholdDividesLateFromMissed()
{
    QFETCH(const int, late);
    QFETCH(const int, run);
    Schedule schedule = cronSchedule(u"0 9 * * *"_s);
    schedule.misfire = MisfirePolicy::Skip;

    const Result<Due> decision =
        due(timetableOf(schedule), utc(u"2026-11-20T12:00:00Z"_s), utc(u"2026-11-21T00:00:00Z"_s).addSecs(late));

    QVERIFY(decision);
    QCOMPARE(decision->run.size(), run);
    QCOMPARE(decision->missed.size(), 1 - run);
}

void tst_SchedulePlanner::oneThatIsDueStandsForTheMissed()
{
    const Result<Due> decision = due(timetableOf(cronSchedule(u"0 9,18 * * *"_s)), utc(u"2026-11-20T23:00:00Z"_s),
                                     utc(u"2026-11-21T09:00:30Z"_s));

    QVERIFY(decision);
    QCOMPARE(moments(decision->run).join(u' '), u"2026-11-21T09:00:00Z"_s);
    QCOMPARE(decision->missed.size(), 1);
    QCOMPARE(decision->missed.first().reason, Missed::Reason::Coalesced);
    QCOMPARE(decision->missed.first().first, utc(u"2026-11-21T00:00:00Z"_s));
}

void tst_SchedulePlanner::aClockStepRunsNothingTwice_data()
{
    QTest::addColumn<qint64>("step");
    QTest::newRow("-2 min") << qint64(-120);
    QTest::newRow("-1 day") << qint64(-86'400);
    QTest::newRow("-5 days") << qint64(-5 * 86'400);
    QTest::newRow("+1 h") << qint64(3600);
    QTest::newRow("+1 day") << qint64(86'400);
    QTest::newRow("suspend 8 h") << qint64(8 * 3600);
    QTest::newRow("+10 years") << qint64(10LL * 366 * 86'400);
    QTest::newRow("+10 years for an hour, then back") << qint64(0);
}

// T-CLOCK: whatever the clock does, each occurrence runs once or is recorded as missed, and none runs twice.
void tst_SchedulePlanner::aClockStepRunsNothingTwice()
{
    QFETCH(const qint64, step);
    const Timetable timetable = timetableOf(cronSchedule(u"*/10 * * * *"_s));
    QList<QDateTime> runs;
    QList<Missed> missed;
    // A small step back needs no memory of what ran.
    const HasRun hasRun =
        step < 0 && -step <= heldSeconds ? HasRun() : [&](const QDateTime &at) { return runs.contains(at); };
    QDateTime now = utc(u"2026-11-22T00:05:00Z"_s);
    QDateTime considered = now;
    const QDateTime began = now;
    const auto tick = [&](int times) {
        for (int i = 0; i < times; ++i, now = now.addSecs(30)) {
            const Result<Due> decision = due(timetable, considered, now, hasRun);
            QVERIFY(decision);
            considered = decision->considered;
            missed += decision->missed;
            for (const Occurrence &one : decision->run)
                runs.append(one.scheduledAt);
        }
    };

    tick(240); // two hours
    QCOMPARE(runs.size(), 12);
    if (step == 0) {
        now = now.addYears(10);
        tick(120);
        now = now.addYears(-10);
    }
    now = now.addSecs(step);
    tick(20 * 2880 / 10); // two days

    QList<QDateTime> sorted = runs;
    std::sort(sorted.begin(), sorted.end());
    QVERIFY(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
    // Every occurrence between the beginning and the end ran or lies in a range that was recorded.
    QDateTime at = utc(u"2026-11-22T00:10:00Z"_s);
    for (; at <= now.addSecs(-60) && at < began.addDays(12); at = at.addSecs(600)) {
        const bool ran = runs.contains(at);
        const bool isRecorded = std::any_of(missed.begin(), missed.end(),
                                            [&](const Missed &one) { return one.first <= at && at <= one.last; });
        QVERIFY2(ran || isRecorded, qUtf8Printable(text(at)));
        if (step < 0)
            QVERIFY2(ran, qUtf8Printable(text(at))); // the clock was never late, so nothing may be missed
    }
}

void tst_SchedulePlanner::tenYearsForwardCostLittle_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("policy");
    QTest::newRow("every second, once") << u"* * * * * *"_s << int(MisfirePolicy::Once);
    QTest::newRow("every second, skip") << u"* * * * * *"_s << int(MisfirePolicy::Skip);
    QTest::newRow("every second, all") << u"* * * * * *"_s << int(MisfirePolicy::All);
    QTest::newRow("every second, ask") << u"* * * * * *"_s << int(MisfirePolicy::Ask);
    QTest::newRow("every minute, once") << u"* * * * *"_s << int(MisfirePolicy::Once);
    QTest::newRow("every minute, all") << u"* * * * *"_s << int(MisfirePolicy::All);
}

void tst_SchedulePlanner::tenYearsForwardCostLittle()
{
    QFETCH(const QString, expression);
    QFETCH(const int, policy);
    Schedule schedule = cronSchedule(expression);
    schedule.misfire = static_cast<MisfirePolicy>(policy);
    schedule.misfireLimit = 100;
    const Timetable timetable = timetableOf(schedule);
    const QDateTime before = utc(u"2026-11-22T00:00:30Z"_s);
    const QDateTime now = before.addYears(10);
    const long memory = residentKilobytes();
    QElapsedTimer timer;
    timer.start();

    const Result<Due> decision = due(timetable, before, now);

    QVERIFY(decision);
    QVERIFY2(timer.elapsed() < 1000, qUtf8Printable(QString::number(timer.elapsed())));
    QVERIFY2(residentKilobytes() - memory < 8 * 1024, "expected constant memory");
    QCOMPARE(decision->missed.size(), 1);
    QVERIFY(decision->missed.first().isAtLeast);
    QVERIFY(decision->missed.first().count >= 900);
    // Nothing lies between what is recorded and what runs, and what runs are the last ones, each once.
    const QStringList run = moments(decision->run);
    QCOMPARE(QSet<QString>(run.begin(), run.end()).size(), run.size());
    QVERIFY(std::is_sorted(run.begin(), run.end()));
    if (policy == int(MisfirePolicy::Once))
        QCOMPARE(run.size(), 1);
    if (policy == int(MisfirePolicy::All))
        QVERIFY(run.size() >= 100 && run.size() <= 161);
    if (!decision->run.isEmpty()) {
        QVERIFY(decision->missed.first().last < decision->run.first().scheduledAt);
        QCOMPARE(decision->run.last().scheduledAt, expression.startsWith(u"* * * * * *"_s) ? now : now.addSecs(-30));
    }
    QCOMPARE(decision->considered, now);
}

void tst_SchedulePlanner::aClockThatWasFarAheadIsBelievedAgain()
{
    const Timetable timetable = timetableOf(cronSchedule(u"0 9 * * *"_s));
    const QDateTime now = utc(u"2026-11-22T01:00:00Z"_s);

    const Result<Due> held = due(timetable, now.addSecs(3600), now);
    const Result<Due> rewound = due(timetable, now.addYears(10), now);

    QVERIFY(held && rewound);
    QCOMPARE(held->clock, ClockStep::Held);
    QCOMPARE(held->considered, now.addSecs(3600));
    QCOMPARE(rewound->clock, ClockStep::Rewound);
    QCOMPARE(rewound->considered, now);
    QVERIFY(held->run.isEmpty() && rewound->run.isEmpty());
    const Result<Due> next = due(timetable, rewound->considered, utc(u"2026-11-23T00:00:00Z"_s));
    QVERIFY(next);
    QCOMPARE(moments(next->run).join(u' '), u"2026-11-23T00:00:00Z"_s);
    // What ran in that future is known by its name and does not run again.
    const Result<Due> known = due(timetable, rewound->considered, utc(u"2026-11-23T00:00:00Z"_s),
                                  [](const QDateTime &at) { return at == utc(u"2026-11-23T00:00:00Z"_s); });
    QVERIFY(known && known->run.isEmpty() && known->missed.isEmpty());
}

void tst_SchedulePlanner::specialDaysComeOnce_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("runs");
    const auto row = [](const char *name, const QString &expression, const QString &zone, const QString &from, int days,
                        const QString &runs) { QTest::newRow(name) << expression << zone << from << days << runs; };
    const QString seoul = u"Asia/Seoul"_s;
    row("leap day", u"0 9 29 2 *"_s, seoul, u"2027-12-01T00:00:00Z"_s, 500, u"2028-02-29T00:00:00Z"_s);
    row("the 31st", u"0 9 31 * *"_s, seoul, u"2026-01-01T00:00:00Z"_s, 130,
        u"2026-01-31T00:00:00Z 2026-03-31T00:00:00Z"_s);
    row("the last day", u"0 9 L * *"_s, seoul, u"2026-01-01T00:00:00Z"_s, 90,
        u"2026-01-31T00:00:00Z 2026-02-28T00:00:00Z 2026-03-31T00:00:00Z"_s);
    row("the end of the year", u"59 23 31 12 *"_s, seoul, u"2026-12-30T00:00:00Z"_s, 10, u"2026-12-31T14:59:00Z"_s);
    row("the first of the year", u"0 0 1 1 *"_s, seoul, u"2026-12-30T00:00:00Z"_s, 10, u"2026-12-31T15:00:00Z"_s);
    row("2038-01-19", u"14 12 * * *"_s, seoul, u"2038-01-18T00:00:00Z"_s, 3,
        u"2038-01-18T03:14:00Z 2038-01-19T03:14:00Z 2038-01-20T03:14:00Z"_s);
    row("Seoul, gap of 1987", u"30 2 * * *"_s, seoul, u"1987-05-08T00:00:00Z"_s, 3,
        u"1987-05-08T17:30:00Z 1987-05-09T17:00:00Z 1987-05-10T16:30:00Z"_s);
    row("Seoul, overlap of 1987", u"30 2 * * *"_s, seoul, u"1987-10-09T00:00:00Z"_s, 3,
        u"1987-10-09T16:30:00Z 1987-10-10T16:30:00Z 1987-10-11T17:30:00Z"_s);
    row("New York, gap of today", u"30 2 * * *"_s, u"America/New_York"_s, u"2026-03-07T00:00:00Z"_s, 3,
        u"2026-03-07T07:30:00Z 2026-03-08T07:00:00Z 2026-03-09T06:30:00Z"_s);
    row("New York, overlap of today", u"30 1 * * *"_s, u"America/New_York"_s, u"2026-10-31T00:00:00Z"_s, 3,
        u"2026-10-31T05:30:00Z 2026-11-01T05:30:00Z 2026-11-02T06:30:00Z"_s);
}

// The clock runs on in steps of a minute: what runs is what the row says, each once.
void tst_SchedulePlanner::specialDaysComeOnce()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, zone);
    QFETCH(const QString, from);
    QFETCH(const int, days);
    QFETCH(const QString, runs);
    Schedule schedule = cronSchedule(expression);
    schedule.zone = zone;
    const Timetable timetable = timetableOf(schedule);

    QStringList found;
    QDateTime considered = utc(from);
    const QDateTime end = considered.addDays(days);
    for (QDateTime now = considered; now <= end;) {
        const Result<Due> decision = due(timetable, considered, now);
        QVERIFY(decision && decision->missed.isEmpty());
        found += moments(decision->run);
        considered = decision->considered;
        const auto next = timetable.nextAfter(now);
        QVERIFY(next);
        // A long wait in the steps of the service, but not a million of them.
        const QDateTime wake = *next ? (*next)->startsAt : end.addSecs(1);
        now = now.secsTo(wake) > 7200 ? wake.addSecs(-3600)
                                      : std::max(now.addSecs(1), sleepUntil(now, std::optional(wake)));
    }

    QCOMPARE(found.join(u' '), runs);
}

void tst_SchedulePlanner::theZoneOfTheMachineDecidesNothing()
{
    QStringList found;
    for (const char *zone : {"UTC", "America/New_York", "Asia/Seoul", "Pacific/Apia"}) {
        qputenv("TZ", zone);
        tzset();
        Schedule schedule = ruleSchedule(u"FREQ=DAILY;UNTIL=20260310T000000Z"_s, u"2026-03-06T02:30:00"_s);
        schedule.holidays = HolidayPolicy::Next;
        found.append(
            moments(nextOccurrences(timetableOf(schedule), utc(u"2026-03-01T00:00:00Z"_s), 9).occurrences).join(u' '));
    }
    qunsetenv("TZ");
    tzset();

    QCOMPARE(found.first(), u"2026-03-05T17:30:00Z 2026-03-08T17:30:00Z 2026-03-09T17:30:00Z"_s);
    QCOMPARE(QSet<QString>(found.begin(), found.end()).size(), 1);
}

void tst_SchedulePlanner::thePreviewIsWhatHappens_data()
{
    QTest::addColumn<QJsonObject>("json");
    const auto row = [](const char *name, const char *json) {
        QJsonObject object = QJsonDocument::fromJson(json).object();
        object.insert(u"id"_s, QString::fromLatin1(name));
        object.insert(u"robot"_s, u"robot"_s);
        QTest::newRow(name) << object;
    };
    row("every minute", R"({"rule":{"cron":"* * * * *"}})");
    row("twice a day", R"({"rule":{"cron":"0 9,18 * * *"}})");
    row("every ten minutes with jitter", R"({"rule":{"cron":"*/10 * * * *"},"jitter":900})");
    row("the fifth, next", R"({"rule":{"cron":"0 9 5 * *"},"holidays":"next"})");
    row("daily, previous", R"({"rule":{"cron":"0 8,9 * * *"},"holidays":"previous","jitter":60})");
    row("hourly, skip", R"({"rule":{"cron":"15 * * * *"},"holidays":"skip"})");
    row("New York", R"({"rule":{"cron":"*/30 1-3 * * *"},"zone":"America/New_York"})");
    row("New York, fixed", R"({"rule":{"cron":"15,45 1,2,3 * * *"},"zone":"America/New_York"})");
    row("a rule", R"({"rule":{"rrule":"FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=9,17","exdate":["2026-11-23"]},
                      "start":"2026-01-01T09:00:00"})");
    row("a lunar rule", R"({"rule":{"rrule":"RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=15"},"start":"2026-01-01T09:00:00",
                            "holidays":"next"})");
    row("a rule with a count", R"({"rule":{"rrule":"FREQ=HOURLY;COUNT=200"},"start":"2026-10-31T09:00:00"})");
    row("once", R"({"rule":{"once":"2026-11-25T09:00:00"}})");
}

// A seeded clock that ticks unevenly, but never later than the threshold: all that the preview said happens, once, in
// order, and nothing else.
void tst_SchedulePlanner::thePreviewIsWhatHappens()
{
    QFETCH(const QJsonObject, json);
    const ParsedSchedule parsed = scheduleFromJson(json);
    QVERIFY2(parsed.problems.isEmpty(), parsed.problems.isEmpty() ? "" : qUtf8Printable(parsed.problems.first().text));
    const Timetable timetable = timetableOf(parsed.schedule);
    const quint32 seed = qEnvironmentVariableIsSet("NARU_SEED") ? qEnvironmentVariable("NARU_SEED").toUInt()
                                                                : QRandomGenerator::global()->generate();
    QRandomGenerator chance(seed);
    const QDateTime from = utc(u"2026-10-25T00:00:00Z"_s).addSecs(chance.bounded(86'400 * 30));
    const Preview preview = nextOccurrences(timetable, from, 200);
    QVERIFY(!preview.stopped);
    const QDateTime end = preview.occurrences.isEmpty() ? from.addDays(30) : preview.occurrences.last().startsAt;

    QStringList happened;
    QDateTime considered = from;
    QDateTime now = from;
    while (considered < end && happened.size() <= 200) {
        const Result<Due> decision = due(timetable, considered, now);
        QVERIFY(decision && decision->missed.isEmpty());
        considered = decision->considered;
        for (const Occurrence &one : decision->run) {
            QVERIFY(one.startsAt <= now && one.scheduledAt <= one.startsAt);
            happened.append(text(one.scheduledAt) + u' ' + text(one.startsAt));
        }
        // Ticks anywhere while nothing is near, then within the threshold of the next start.
        const auto next = timetable.nextAfter(considered);
        QVERIFY(next);
        const QDateTime wake = *next ? (*next)->startsAt : end;
        const qint64 wait = std::max<qint64>(1, now.secsTo(wake));
        now = now.addSecs(wait > 60 && chance.bounded(2) == 0
                              ? qint64(chance.bounded(int(std::min<qint64>(wait, 86'400)))) + 1
                              : wait + chance.bounded(60));
    }

    QStringList expected;
    for (const Occurrence &one : preview.occurrences)
        expected.append(text(one.scheduledAt) + u' ' + text(one.startsAt));
    const QByteArray seeded = "seed " + QByteArray::number(seed);
    QVERIFY2(happened.size() >= expected.size(), seeded.constData());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY2(happened[i] == expected[i],
                 (seeded + ": " + happened[i].toLatin1() + " but " + expected[i].toLatin1()).constData());
}

void tst_SchedulePlanner::jitterIsTheSameEverywhereAndKeepsTheOrder()
{
    Schedule schedule = cronSchedule(u"*/5 * * * *"_s);
    schedule.jitter = 3600;
    const QDateTime from = utc(u"2026-11-22T00:00:00Z"_s);

    const Preview one = nextOccurrences(timetableOf(schedule), from, 500);
    const Preview again = nextOccurrences(timetableOf(schedule), from.addSecs(600), 498);
    schedule.id = u"s2"_s;
    const Preview other = nextOccurrences(timetableOf(schedule), from, 500);

    int differing = 0;
    for (qsizetype i = 0; i < 500; ++i) {
        const Occurrence &here = one.occurrences[i];
        QVERIFY(here.startsAt >= here.scheduledAt);
        if (i > 0)
            QVERIFY(one.occurrences[i - 1].startsAt < here.scheduledAt);
        if (i >= 2)
            QCOMPARE(again.occurrences[i - 2].startsAt, here.startsAt);
        differing += other.occurrences[i].startsAt != here.startsAt;
    }
    QVERIFY(differing > 20);
}

void tst_SchedulePlanner::exceptionsAndAdditionsCount()
{
    Schedule schedule = ruleSchedule(u"FREQ=DAILY;BYHOUR=9,10"_s, u"2026-11-20T09:00:00"_s);
    schedule.excluded = {wallOf(u"2026-11-21T09:00:00"_s)};
    schedule.excludedDays = {dayNumber(QDate(2026, 11, 22))};
    schedule.added = {wallOf(u"2026-11-21T12:00:00"_s), wallOf(u"2026-11-20T10:00:00"_s)};

    const Preview preview = nextOccurrences(timetableOf(schedule), utc(u"2026-11-19T00:00:00Z"_s), 5);

    QStringList found;
    for (const Occurrence &one : preview.occurrences)
        found.append(inSeoul(one.scheduledAt).mid(8, 8));
    QCOMPARE(found.join(u' '), u"20T09:00 20T10:00 21T10:00 21T12:00 23T09:00"_s);
}

void tst_SchedulePlanner::startAndEndBound()
{
    Schedule schedule = cronSchedule(u"0 9 * * *"_s);
    schedule.start = wallOf(u"2026-11-20T09:00:00"_s);
    schedule.end = wallOf(u"2026-11-22T09:00:00"_s);

    const Preview preview = nextOccurrences(timetableOf(schedule), utc(u"2020-01-01T00:00:00Z"_s), 9);
    const Result<Due> later =
        due(timetableOf(schedule), utc(u"2026-11-22T01:00:00Z"_s), utc(u"2030-01-01T00:00:00Z"_s));

    QCOMPARE(moments(preview.occurrences).join(u' '),
             u"2026-11-20T00:00:00Z 2026-11-21T00:00:00Z 2026-11-22T00:00:00Z"_s);
    QVERIFY(!preview.stopped);
    QVERIFY(later && later->run.isEmpty() && later->missed.isEmpty());
    // The 22nd is a Sunday: what is moved to Monday the 23rd would come after the end.
    schedule.holidays = HolidayPolicy::Next;
    const Preview moved = nextOccurrences(timetableOf(schedule), utc(u"2020-01-01T00:00:00Z"_s), 9);
    QCOMPARE(moments(moved.occurrences).join(u' '), u"2026-11-20T00:00:00Z"_s);
    QVERIFY(!moved.stopped);
}

void tst_SchedulePlanner::aDisabledScheduleDoesNothing()
{
    Schedule schedule = cronSchedule(u"* * * * *"_s);
    schedule.isEnabled = false;
    const QDateTime now = utc(u"2026-11-22T00:00:00Z"_s);

    const Result<Due> decision = due(timetableOf(schedule), now.addDays(-30), now);

    QVERIFY(nextOccurrences(timetableOf(schedule), now, 5).occurrences.isEmpty());
    QVERIFY(decision && decision->run.isEmpty() && decision->missed.isEmpty());
    QCOMPARE(decision->considered, now); // so that nothing is caught up with when it is enabled again
}

void tst_SchedulePlanner::overlapsAreDecidedByPolicy_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QList<int>>("decisions"); // with 0 running; 1 running; 1 running and 1 queued; 0 and 1 queued
    const auto row = [](const char *name, OverlapPolicy policy, Overlap free, Overlap busy, Overlap full,
                        Overlap waiting) {
        QTest::newRow(name) << int(policy) << QList<int>{int(free), int(busy), int(full), int(waiting)};
    };
    using enum Overlap;
    row("skip", OverlapPolicy::Skip, Start, Drop, Drop, Drop);
    row("queue one", OverlapPolicy::QueueOne, Start, Queue, Drop, Drop);
    row("queue all", OverlapPolicy::QueueAll, Start, Queue, Queue, Queue);
    row("cancel other", OverlapPolicy::CancelOther, Start, CancelOthers, CancelOthers, CancelOthers);
    row("allow", OverlapPolicy::Allow, Start, Start, Start, Start);
}

void tst_SchedulePlanner::overlapsAreDecidedByPolicy()
{
    QFETCH(const int, policy);
    QFETCH(const QList<int>, decisions);
    const auto of = [&](int running, int queued) {
        return int(overlapOf(static_cast<OverlapPolicy>(policy), running, queued));
    };

    QCOMPARE((QList<int>{of(0, 0), of(1, 0), of(1, 1), of(0, 1)}), decisions);
    QCOMPARE(of(7, 0), decisions[1]);
}

void tst_SchedulePlanner::sleepIsNeverLongerThanAMinute()
{
    const QDateTime now = utc(u"2026-11-22T00:00:00Z"_s);

    QCOMPARE(sleepUntil(now, std::nullopt), now.addSecs(60));
    QCOMPARE(sleepUntil(now, now.addYears(10)), now.addSecs(60));
    QCOMPARE(sleepUntil(now, now.addSecs(5)), now.addSecs(5));
    QCOMPARE(sleepUntil(now, now.addSecs(-5)), now);
}

QTEST_APPLESS_MAIN(tst_SchedulePlanner)
#include "tst_schedule_planner.moc"
