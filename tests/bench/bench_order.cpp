// The main job, measured: 1,531 lines against a city of 6,500 people, from each format to the plan, and the apply; then
// the planning alone against cities that grow to 100,000 people, with the slope. Prints figures; nothing is asserted.
#include "office/order/order_plan.h"
#include "office/sample/sample_orders.h"
#include "run/session.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace naru;

namespace {

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    rusage children{};
    getrusage(RUSAGE_CHILDREN, &children);
    const auto seconds = [](const timeval &t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime) + seconds(children.ru_utime) + seconds(children.ru_stime);
}

// Runs naru and returns its peak memory. Call it while this process is small: a child counts its parent's pages until exec.
long peakOf(const QStringList &arguments)
{
    QList<QByteArray> bytes{QFile::encodeName(QCoreApplication::applicationDirPath() + QStringLiteral("/naru"))};
    for (const QString &one : arguments)
        bytes.append(QFile::encodeName(one));
    QList<char *> pointers;
    for (QByteArray &one : bytes)
        pointers.append(one.data());
    pointers.append(nullptr);
    std::fflush(stdout); // else the child writes it again
    const pid_t child = fork();
    if (child == 0) {
        if (std::freopen("/dev/null", "w", stdout))
            execv(pointers[0], pointers.data());
        _exit(1);
    }
    rusage usage{};
    int status = 0;
    wait4(child, &status, 0, &usage);
    return usage.ru_maxrss / 1024;
}

office::OfficeState stateOf(const office::sample::SampleOffice &city)
{
    office::OfficeState state;
    state.units = city.units;
    state.posts = city.posts;
    state.persons = city.people;
    state.assignments = city.assignments;
    state.accounts = city.accounts;
    state.roles = city.roles;
    state.deputies = city.deputies;
    state.approvalLines = city.approvalLines;
    state.tasks = city.tasks;
    state.directives = city.directives;
    state.approvalSteps = city.approvalSteps;
    state.orders = city.orders;
    state.orderLines = city.orderLines;
    return state;
}

// The city with so many people: the others are copies in the same units under other numbers and names.
office::OfficeState grown(const office::sample::SampleOffice &city, int people)
{
    office::OfficeState state = stateOf(city);
    const QList<office::Person> seedPeople = state.persons;
    const QList<office::Assignment> seedPosts = state.assignments;
    for (int copy = 1; state.persons.size() < people; ++copy) {
        const QString mark = QStringLiteral("x") + QString::number(copy);
        for (office::Person one : seedPeople) {
            one.id += mark;
            one.name += QChar(static_cast<char16_t>(0xAC00 + copy * 28));
            state.persons.append(one);
        }
        for (office::Assignment one : seedPosts) {
            one.id = one.person + mark + QStringLiteral("-") + one.id.section(u'-', -1);
            one.person += mark;
            if (office::isHeadPost(one.post))
                one.post = QStringLiteral("담당");
            state.assignments.append(one);
        }
    }
    return state;
}

void measureFormats()
{
    QTemporaryDir folder;
    const QString office = folder.filePath(QStringLiteral("city.naru"));
    peakOf({QStringLiteral("office"), QStringLiteral("create"), office, QStringLiteral("--sample")});
    const QDir samples(folder.filePath(QStringLiteral("city.samples")));
    const auto fileOf = [&](const char *format) {
        return samples.filePath(samples.entryList({QStringLiteral("*명단_1531명.") + QLatin1StringView(format)}).value(0));
    };
    for (const char *format : {"xlsx", "hwpx", "pdf"})
        std::printf("%-5s -> plan   peak memory %ld MB (goal 300 MB)\n", format,
                    peakOf({QStringLiteral("--office"), office, QStringLiteral("plan"), QStringLiteral("personnel-order"),
                            fileOf(format), QStringLiteral("--received"), QStringLiteral("2026-07-24")}));
    for (const char *format : {"xlsx", "hwpx", "pdf"}) {
        auto session = run::Session::open({office, {}, QDate(2026, 8, 1)});
        if (!session) {
            std::printf("no sample city: %s\n", qPrintable(session.error().text));
            return;
        }
        QElapsedTimer clock;
        clock.start();
        const double cpu = cpuSeconds();
        const auto plan = (*session)->planPersonnelOrder({fileOf(format)}, QDate(2026, 7, 24));
        const qint64 took = clock.elapsed();
        if (!plan) {
            std::printf("%s: %s\n", format, qPrintable(plan.error().text));
            continue;
        }
        std::printf("%-5s -> plan   %5lld ms wall, %.2f s CPU, %lld lines, %lld changes (goal 2000 ms)\n", format,
                    static_cast<long long>(took), cpuSeconds() - cpu, static_cast<long long>(plan->evidence.size()),
                    static_cast<long long>(plan->changes.size()));
        if (QLatin1StringView(format) != QLatin1StringView("pdf"))
            continue;
        QJsonArray answers;
        for (const Question &one : plan->questions)
            answers.append(QJsonObject{{QStringLiteral("line"), one.line}, {QStringLiteral("skip"), true}});
        const auto answered = (*session)->answer(plan->id, answers);
        if (!answered)
            return;
        clock.restart();
        const auto receipt = (*session)->applyPlan(answered->id, answered->digest(), {});
        std::printf("apply           %5lld ms wall, %d changes written (goal 1000 ms)\n", static_cast<long long>(clock.elapsed()),
                    receipt ? receipt->written : -1);
    }
}

void measureSlope()
{
    const auto city = office::sample::makeOffice(1, office::sample::Size::City);
    office::OrderRequest request;
    for (const auto &order : office::sample::makeOrders(city, 1))
        if (order.layout == office::sample::Layout::List && order.size == office::sample::OrderSize::Large)
            request.sources = {{Source{QStringLiteral("order"), QStringLiteral("0"), QStringLiteral("hwpx"), 0, {}}, order.document}};
    request.received = QDate(2026, 7, 24);
    double before = 0;
    int peopleBefore = 0;
    for (const int people : {6'500, 12'500, 25'000, 50'000, 100'000}) {
        office::OfficeState state = grown(city, people);
        const int count = static_cast<int>(state.persons.size());
        const double start = cpuSeconds();
        const office::Directory directory(std::move(state));
        const double indexed = cpuSeconds();
        const auto plan = office::planOrder(request, directory);
        const double seconds = cpuSeconds() - start;
        const double slope = before > 0 ? std::log(seconds / before) / std::log(static_cast<double>(count) / peopleBefore) : 0;
        std::printf("%7d people  index %.3f s, plan %.3f s, together %.3f s CPU, slope n^%.2f, %lld changes\n", count, indexed - start,
                    cpuSeconds() - indexed, seconds, slope, plan ? static_cast<long long>(plan->changes.size()) : -1LL);
        before = seconds;
        peopleBefore = count;
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    measureFormats();
    measureSlope();
    return 0;
}
