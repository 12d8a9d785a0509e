// The service as a process: the personnel order with nobody there, killed at any moment; two services on one office; and
// how it starts and stops for systemd.
#include "../store/child.h"
#include "../support/program.h"
#include "service_fixture.h"

#include <QGuiApplication>
#include <QRandomGenerator>

#include <csignal>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace naru::run {

namespace {

constexpr int kills = 12;
constexpr qint64 leaseSpan = 400; // milliseconds: the next service takes over soon

std::atomic<bool> isAsked = false;

// The time of day of a machine that lives on another day.
class DayClock final : public Clock {
public:
    explicit DayClock(QDate day)
        : m_shift(QDateTime::currentDateTimeUtc().msecsTo(QDateTime(day, QTime(1, 0), Qt::UTC)))
    {
    }
    QDateTime now() const override { return m_system.now().addMSecs(m_shift); }
    store::LeaseTime lease() const override { return m_system.lease(); }

private:
    SystemClock m_system;
    qint64 m_shift;
};

// --child OFFICE DAY: the service until SIGTERM. --child OFFICE DAY end: until no run goes on.
int live(const QStringList &arguments)
{
    const QDate day = QDate::fromString(arguments.value(1), Qt::ISODate);
    const auto session = Session::open({arguments.value(0), {}, day});
    if (!session)
        return 1;
    const DayClock clock(day);
    Service::Options options;
    options.runner = {Service::processHolder(), leaseSpan, 4, 4};
    options.folders.settle = 200;
    Service service(**session, clock, options);
    std::signal(SIGTERM, [](int) { isAsked = true; });
    store::tell(u"ready"_s);
    if (arguments.value(2).isEmpty()) {
        service.serve([] { return bool(isAsked); });
        return 0;
    }
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 120'000;) {
        service.once([] { return bool(isAsked); });
        const auto going = (*session)->store().runs().runs({{}, store::RunState::Running, {}});
        if (going && going->isEmpty())
            return 0;
        QThread::msleep(50);
    }
    return 2;
}

// Everything that the office knows in the end, as text, without the moments of the machine.
QStringList stateOf(const QString &office)
{
    const auto session = Session::open({office, {}, QDate(2026, 7, 29)});
    if (!session)
        return {u"no office"_s};
    QStringList out;
    const QList<RecordTable> tables = office::tables();
    for (const RecordTable &table : tables) {
        const auto rows = (*session)->store().rows(table.kind);
        for (const Row &row : *rows)
            out.append(table.kind + QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact)));
    }
    const auto runs = (*session)->store().runs().runs({});
    for (const store::RunHead &one : *runs)
        out.append(one.id + u' ' + one.cause + u' ' + store::toString(one.state) + ((*session)->store().runs().verify(one.id) ? u" sound"_s : u" damaged"_s));
    const auto entries = (*session)->journal({});
    const QString care = u"setting:"_s + Service::checkSetting(); // how often the office is checked hangs on how often it starts
    for (const JournalEntry &one : *entries)
        if ((one.event == u"changed" || one.event == u"booked") && one.change.record.toString() != care)
            out.append(one.event + u' ' + one.change.record.toString() + u' ' + one.plan);
    const auto verdict = (*session)->verifyJournal();
    out.append(verdict->problem.isEmpty() ? u"journal sound"_s : verdict->problem);
    const auto bookings = (*session)->store().bookings();
    const auto overdue = std::count_if(bookings->begin(), bookings->end(), [](const store::Booking &one) { return one.change.effective <= QDate(2026, 7, 29); });
    out.append(u"overdue %1 of %2"_s.arg(overdue).arg(bookings->size()));
    return out;
}

QStringList filesBelow(const QString &folder)
{
    QStringList out = QDir(folder).entryList(QDir::Files, QDir::Name);
    return out;
}

// The sample office, and one of its orders that nobody needs to look at.
struct Sample {
    QTemporaryDir folder{(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath()) + u"/naru-night-XXXXXX"_s};
    QString pristine = folder.filePath(u"pristine.naru"_s);
    QString order;
    QString problem;

    Sample()
    {
        const auto made = Session::create(pristine, {true, 1, u"small"_s, {}});
        if (!made) {
            problem = made.error().text;
            return;
        }
        const auto session = Session::open({pristine, {}, QDate(2026, 7, 24)});
        static const QStringList heavy{u"직위해제"_s, u"강임"_s, u"강등"_s, u"정직"_s, u"감봉"_s, u"견책"_s, u"퇴직"_s, u"취소"_s, u"정정"_s};
        const QStringList files = QDir(made->documents).entryList({u"*_12명.xlsx"_s}, QDir::Files, QDir::Name);
        for (const QString &one : files) {
            const auto plan = (*session)->draftPersonnelOrder({made->documents + u'/' + one}, QDate(2026, 7, 24));
            if (!plan || !plan->questions.isEmpty() || plan->subject.value(u"summary"_s)[u"rejected"_s].toInt() > 0)
                continue;
            const QJsonArray lines = plan->subject.value(u"lines"_s).toArray();
            if (std::none_of(lines.begin(), lines.end(), [&](const QJsonValue &line) { return heavy.contains(line[u"kind"_s].toString()); })) {
                order = made->documents + u'/' + one;
                return;
            }
        }
        problem = u"expected a sample order that needs nobody"_s;
    }

    QString office() const { return folder.filePath(u"night/office.naru"_s); }

    // The office of an evening: the trigger is set, the document lies in the folder.
    bool begin()
    {
        const QString place = folder.filePath(u"night"_s);
        QDir(place).removeRecursively();
        QDir().mkpath(place + u"/in"_s);
        const auto from = Session::open({pristine, {}, QDate(2026, 7, 24)});
        if (!from || !(*from)->store().backup(office()))
            return false;
        const auto session = Session::open({office(), {}, QDate(2026, 7, 24)});
        if (!session)
            return false;
        RobotDesk desk(**session);
        office::Trigger trigger;
        trigger.id = u"t-1"_s;
        trigger.robot = u"personnel-order"_s;
        trigger.nature = folderTrigger();
        trigger.place = place + u"/in"_s;
        trigger.inputs = QString::fromUtf8(QJsonDocument(QJsonObject{{u"folder"_s, place + u"/out"_s}}).toJson());
        const SteppedClock same; // the same moment each time
        const auto added = Triggers(desk, same).add(trigger);
        if (!added) {
            problem = added.error().text;
            return false;
        }
        return QFile::copy(order, place + u"/in/"_s + QFileInfo(order).fileName());
    }

    // Lives through one day, killed so many times.
    bool day(const QString &date, int killed)
    {
        for (int i = 0; i < killed; ++i) {
            const auto child = store::startChild({office(), date});
            if (!child->waitForStarted() || !child->waitForReadyRead(60'000))
                return false;
            child->waitForFinished(QRandomGenerator::global()->bounded(20, 1200));
            ::kill(static_cast<pid_t>(child->processId()), SIGKILL);
            child->waitForFinished();
        }
        const auto last = store::startChild({office(), date, u"end"_s});
        return last->waitForFinished(180'000) && last->exitCode() == 0;
    }

    // What remains of a night: records, runs, journal, and files.
    QStringList live(int killed)
    {
        if (!begin() || !day(u"2026-07-24"_s, killed) || !day(u"2026-07-29"_s, killed / 3))
            return {u"the night failed"_s, problem};
        QStringList out = stateOf(office());
        // The daily backup is made beside the work: where it falls among the changes is chance.
        out.removeIf([](const QString &one) { return one.startsWith(u"changed setting:backup."); });
        out += filesBelow(folder.filePath(u"night/out"_s));
        out += filesBelow(folder.filePath(u"night/in"_s));
        return out;
    }
};

// A socket as systemd has it for its services.
struct Listener {
    QTemporaryDir folder;
    QString path = folder.filePath(u"notify"_s);
    int file = ::socket(AF_UNIX, SOCK_DGRAM, 0);

    Listener()
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strcpy(address.sun_path, qPrintable(path));
        (void)::bind(file, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        const timeval patience{60, 0};
        ::setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~Listener() { ::close(file); }
    QByteArray next() const
    {
        char buffer[512];
        const ssize_t got = ::recv(file, buffer, sizeof buffer, 0);
        return QByteArray(buffer, std::max<qsizetype>(0, got));
    }
};

} // namespace

class tst_ServiceNight : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePersonnelOrderSurvivesAnyKill();
    void twoServicesShareAFolder();
    void startsAndStopsForTheSystem();
};

void tst_ServiceNight::thePersonnelOrderSurvivesAnyKill()
{
    const QString source = qEnvironmentVariable("NARU_SOURCE");
    qputenv("NARU_ROBOTS", (source + u"/robots"_s).toUtf8());
    qputenv("NARU_FORMS", (source + u"/forms"_s).toUtf8());
    Sample sample;
    QVERIFY2(sample.problem.isEmpty(), qPrintable(sample.problem));

    const QStringList undisturbed = sample.live(0);
    const QStringList killed = sample.live(kills);

    qInfo("%d kills, %lld facts of the office compared", kills + kills / 3, static_cast<long long>(undisturbed.size()));
    QVERIFY2(undisturbed.size() > 100, qPrintable(undisturbed.join(u'\n')));
    QVERIFY(undisturbed.contains(u"journal sound"_s));
    QVERIFY2(!undisturbed.filter(u"overdue 0 of "_s).isEmpty(), qPrintable(undisturbed.filter(u"overdue"_s).join(u' ')));
    QVERIFY(!undisturbed.filter(u"completed sound"_s).isEmpty());
    QVERIFY(!undisturbed.filter(u"changed assignment:"_s).isEmpty());
    QVERIFY(!undisturbed.filter(u".pdf"_s).isEmpty());
    for (const QString &one : undisturbed)
        if (!killed.contains(one))
            qWarning("only undisturbed: %s", qPrintable(one));
    QCOMPARE(killed, undisturbed);
}

void tst_ServiceNight::twoServicesShareAFolder()
{
    Night night;
    const QString in = night.folder.filePath(u"in"_s);
    QDir().mkpath(in);
    night.addTrigger(u"quick"_s, folderTrigger(), in);
    night.stop();
    constexpr int files = 60;
    for (int i = 0; i < files; ++i)
        writeFile(in + u"/%1.csv"_s.arg(i), QByteArray::number(i));

    const auto first = store::startChild({night.path, u"2026-11-20"_s});
    const auto second = store::startChild({night.path, u"2026-11-20"_s});
    QVERIFY(QTest::qWaitFor([&] { return QDir(in).entryList(QDir::Files).isEmpty(); }, 60'000));
    const auto session = night.open();
    QVERIFY(QTest::qWaitFor([&] { return session->store().runs().runs({{}, store::RunState::Completed, u"file:"_s})->size() == files; }, 60'000));
    first->terminate();
    second->terminate();

    QVERIFY(first->waitForFinished(60'000) && second->waitForFinished(60'000));
    QCOMPARE(first->exitCode() + second->exitCode(), 0);
    QCOMPARE(session->store().runs().runs({})->size(), files);
    const auto runs = session->store().runs().runs({});
    for (const store::RunHead &one : *runs)
        QVERIFY(session->store().runs().verify(one.id));
}

void tst_ServiceNight::startsAndStopsForTheSystem()
{
    const QString program = qEnvironmentVariable("NARU_BIN") + u"/naru"_s;
    if (!QFile::exists(program))
        QSKIP("NARU_BIN names no folder with the program");
    Night night;
    night.add(u"quick"_s, u"* * * * *"_s);
    night.stop();
    Listener system;
    QProcess service;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NOTIFY_SOCKET"_s, system.path);
    environment.insert(u"WATCHDOG_USEC"_s, u"200000"_s);
    service.setProcessEnvironment(environment);
    service.start(program, {u"--office"_s, night.path, u"serve"_s});

    const QByteArray first = system.next();
    QVERIFY2(first.startsWith("READY=1\nSTATUS="), first.constData());
    QCOMPARE(system.next(), "WATCHDOG=1");
    QCOMPARE(system.next(), "WATCHDOG=1");
    service.terminate();
    QByteArray last = system.next();
    while (last == "WATCHDOG=1")
        last = system.next();

    QCOMPARE(last, "STOPPING=1");
    QVERIFY(service.waitForFinished(60'000));
    QCOMPARE(service.exitStatus(), QProcess::NormalExit);
    QCOMPARE(service.exitCode(), 0);
    const QString log = QString::fromUtf8(service.readAllStandardError());
    QVERIFY2(log.contains(u" service.started ") && log.contains(u" service.stopping "), qPrintable(log));
    const test::Ran once = test::runNaru({u"--office"_s, night.path, u"serve"_s, u"--once"_s});
    QCOMPARE(once.status, 0);
}

} // namespace naru::run

// As store::runTestOrChild, for programs that write reports.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    if (argc > 1 && std::strcmp(argv[1], "--child") == 0)
        return naru::run::live(QCoreApplication::arguments().mid(2));
    naru::run::tst_ServiceNight test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_service_night.moc"
