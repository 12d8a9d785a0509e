// Schedules, measured: occurrences a second by kind of rule, and what a decision costs after a long stop. Croner, where
// NARU_CRONER names a folder in which node finds it, stands beside. Prints figures; nothing is asserted.
#include "engine/schedule/planner.h"

#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>
#include <cstdio>

using namespace naru;
using namespace naru::schedule;

namespace {

Schedule scheduleOf(RuleKind kind, const QString &rule, HolidayPolicy holidays = HolidayPolicy::AsIs)
{
    Schedule one;
    one.id = u"bench"_s;
    one.robot = u"robot"_s;
    one.kind = kind;
    one.rule = rule;
    one.holidays = holidays;
    one.start = wallSecond(QDate(2026, 1, 1), QTime(9, 0));
    return one;
}

const QDateTime from(QDate(2026, 11, 22), QTime(0, 0), Qt::UTC);

void occurrences(const char *name, const Schedule &schedule, int wanted)
{
    const Result<Timetable> timetable = Timetable::make(schedule, KoreanCalendar::national());
    if (!timetable)
        return;
    QElapsedTimer timer;
    timer.start();
    qint64 found = 0;
    while (found < wanted && timer.elapsed() < 3000)
        found += nextOccurrences(*timetable, from, std::min(wanted, 200)).occurrences.size();
    std::printf("%-44s %12.0f occurrences/s\n", name,
                static_cast<double>(found) * 1e9 / static_cast<double>(std::max<qint64>(1, timer.nsecsElapsed())));
}

void decision(const char *name, const Schedule &schedule, int days)
{
    const Result<Timetable> timetable = Timetable::make(schedule, KoreanCalendar::national());
    if (!timetable)
        return;
    QElapsedTimer timer;
    timer.start();
    constexpr int times = 20;
    qint64 run = 0;
    for (int i = 0; i < times; ++i)
        if (const Result<Due> made = due(*timetable, from, from.addDays(days)))
            run += made->run.size();
    std::printf("%-44s %12.3f ms a decision, %lld runs\n", name,
                static_cast<double>(timer.nsecsElapsed()) / 1e6 / times, static_cast<long long>(run / times));
}

void croner()
{
    const QString folder = qEnvironmentVariable("NARU_CRONER");
    if (folder.isEmpty())
        return;
    QProcess node;
    node.setWorkingDirectory(folder);
    node.start(u"node"_s,
               {u"-e"_s,
                u"const {Cron}=require('croner');"
                "for(const e of ['*/5 * * * *','0 9 5 * *','0 0 29 2 *']){const c=new Cron(e,{timezone:'Asia/Seoul'});"
                "let n=0,t=process.hrtime.bigint();"
                "while(Number(process.hrtime.bigint()-t)<1e9){let d=new Date('2026-11-22T00:00:00Z');"
                "for(let i=0;i<200;i++){d=c.nextRun(d);n++}}"
                "console.log(('croner: '+e).padEnd(44),"
                "(n*1e9/Number(process.hrtime.bigint()-t)).toFixed(0).padStart(12),'occurrences/s')}"_s});
    node.waitForFinished(30'000);
    std::printf("%s", node.readAllStandardOutput().constData());
}

} // namespace

int main()
{
    occurrences("cron: */5 * * * *", scheduleOf(RuleKind::Cron, u"*/5 * * * *"_s), 500'000);
    occurrences("cron: 0 9 5 * *", scheduleOf(RuleKind::Cron, u"0 9 5 * *"_s), 500'000);
    occurrences("cron: 0 0 29 2 *", scheduleOf(RuleKind::Cron, u"0 0 29 2 *"_s), 500'000);
    occurrences("cron: 0 9 5 * *, next working day", scheduleOf(RuleKind::Cron, u"0 9 5 * *"_s, HolidayPolicy::Next),
                200'000);
    occurrences("rrule: daily", scheduleOf(RuleKind::Rrule, u"FREQ=DAILY"_s), 500'000);
    occurrences("rrule: last weekday of the month",
                scheduleOf(RuleKind::Rrule, u"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"_s), 200'000);
    occurrences("rrule: every lunar month", scheduleOf(RuleKind::Rrule, u"RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=15"_s),
                200'000);
    occurrences("rrule: every second", scheduleOf(RuleKind::Rrule, u"FREQ=SECONDLY"_s), 500'000);
    Schedule newYork = scheduleOf(RuleKind::Cron, u"0 9 * * *"_s);
    newYork.zone = u"America/New_York"_s;
    occurrences("cron: 0 9 * * * in New York", newYork, 200'000);
    croner();
    const Schedule hourly = scheduleOf(RuleKind::Cron, u"0 * * * *"_s);
    decision("due: hourly, nothing missed", hourly, 0);
    decision("due: hourly, 21 days missed", hourly, 21);
    decision("due: hourly, 10 years missed", hourly, 3653);
    Schedule everySecond = scheduleOf(RuleKind::Cron, u"* * * * * *"_s);
    decision("due: every second, 10 years missed", everySecond, 3653);
    everySecond.misfire = MisfirePolicy::All;
    everySecond.misfireLimit = 1000;
    decision("due: every second, 10 years, run 1000", everySecond, 3653);
    return 0;
}
