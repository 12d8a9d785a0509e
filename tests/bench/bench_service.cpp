// The service, measured on the machine's own clock: how late a schedule starts its run, how long a robot takes to its first
// fact, and what the idle program costs. Prints figures; nothing is asserted. NARU_BENCH_SECONDS: how long each part takes.
#include "../run/service_fixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <unistd.h>

using namespace naru;
using namespace naru::run;

namespace {

int seconds() { return std::max(5, qEnvironmentVariableIntValue("NARU_BENCH_SECONDS")); }

void print(const char *name, QList<qint64> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    if (milliseconds.isEmpty())
        return;
    const auto at = [&](double part) { return static_cast<long long>(milliseconds[static_cast<qsizetype>(part * static_cast<double>(milliseconds.size() - 1))]); };
    std::printf("%-34s %6lld of them, median %lld ms, p99 %lld ms, worst %lld ms\n", name, static_cast<long long>(milliseconds.size()), at(0.5), at(0.99), at(1));
}

// Ten schedules, each every second.
void lateness()
{
    Night night;
    for (int i = 0; i < 10; ++i) {
        schedule::Schedule one;
        one.id = u"s-%1"_s.arg(i);
        one.robot = u"quick"_s;
        one.kind = schedule::RuleKind::Rrule;
        one.rule = u"FREQ=SECONDLY"_s;
        one.start = schedule::wallSecond(QDate(2026, 1, 1), QTime(0, 0));
        one.overlap = schedule::OverlapPolicy::Allow;
        const auto added = Schedules(night.service->desk()).add(one, {});
        if (!added)
            std::printf("%s\n", qPrintable(added.error().text));
    }
    night.stop();
    night.session = night.open();
    QList<qint64> late;
    Service::Options options;
    options.tell = [&](const ServiceEvent &event) {
        if (event.what == u"schedule.started")
            late.append(QDateTime::fromString(event.text.section(u' ', 0, 0), Qt::ISODate).msecsTo(QDateTime::currentDateTimeUtc()));
    };
    Service service(*night.session, RobotDesk::systemClock(), options);
    QElapsedTimer timer;
    timer.start();
    service.serve([&] { return timer.elapsed() > seconds() * 1000; });
    print("schedule, due to on record", late);
    QList<qint64> starts;
    const auto runs = night.runs().runs({});
    for (const store::RunHead &one : *runs)
        if (const auto facts = night.runs().facts(one.id); facts && !facts->isEmpty())
            starts.append(one.started.msecsTo(facts->first().at));
    print("robot, begun to first fact", starts);
}

qint64 ticksOf(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> parts = file.readAll().split(' ');
    return parts.value(13).toLongLong() + parts.value(14).toLongLong();
}

QByteArray residentOf(qint64 process)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmRSS"))
            return line.simplified();
    return {};
}

// The program itself, with schedules that are not due and a folder in which nothing arrives.
void idle()
{
    Night night;
    const QString in = night.folder.filePath(u"in"_s);
    QDir().mkpath(in);
    night.addTrigger(u"quick"_s, folderTrigger(), in);
    for (int i = 0; i < 10; ++i) {
        schedule::Schedule one;
        one.id = u"s-%1"_s.arg(i);
        one.robot = u"quick"_s;
        one.rule = u"0 9 5 * *"_s;
        one.holidays = schedule::HolidayPolicy::Next;
        (void)bool(Schedules(night.service->desk()).add(one, {}));
    }
    night.stop();
    QProcess service;
    service.start(qEnvironmentVariable("NARU_BIN") + u"/naru"_s, {u"--office"_s, night.path, u"--quiet"_s, u"serve"_s});
    std::this_thread::sleep_for(std::chrono::seconds(35)); // it gives memory back when it has rested for half a minute
    const qint64 before = ticksOf(service.processId());
    std::this_thread::sleep_for(std::chrono::seconds(seconds()));
    const qint64 used = ticksOf(service.processId()) - before;
    const double share = 100.0 * static_cast<double>(used) / static_cast<double>(sysconf(_SC_CLK_TCK)) / seconds();
    std::printf("%-34s %.2f %% of one processor, %s\n", "idle service", share, residentOf(service.processId()).constData());
    service.terminate();
    service.waitForFinished();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    lateness();
    idle();
    return 0;
}
