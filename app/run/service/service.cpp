#include "run/service/service.h"

#include "run/service/system_notice.h"

#include <QFileInfo>
#include <QSysInfo>
#include <QTimeZone>

#include <algorithm>
#include <thread>
#include <vector>

#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

namespace naru::run {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds longestSleep = 1s; // changes that the system does not tell of are seen then
constexpr auto shortestSleep = 2ms;
constexpr auto folderPoll = 5s; // folders on other machines do not tell
constexpr auto folderSettle = 500ms;
constexpr auto restAfter = 30s;
constexpr auto betweenLooksAtCare = 60s;
constexpr int hourOfCare = 3;
constexpr int journalPage = 1000;
constexpr int looksWithoutProgress = 5;

} // namespace

QString Service::processHolder()
{
    return u"naru:"_s + QSysInfo::machineHostName() + u':' + QString::number(::getpid());
}

Service::Service(Session &session, const Clock &clock, const Options &options)
    : m_session(session)
    , m_clock(clock)
    , m_options(options)
    , m_desk(session, clock, runnerOptions())
    , m_days(m_desk, clock, [this](const ServiceEvent &event) { tell(event); })
    , m_scheduler(m_desk, clock, [this](const ServiceEvent &event) { tell(event); })
    , m_inbox(m_desk, clock, [this](const ServiceEvent &event) { tell(event); }, options.folders)
    , m_backups(session, clock, [this](const ServiceEvent &event) { tell(event); })
{
    store::JournalFilter last;
    last.limit = 1;
    last.latestFirst = true;
    const Result<QList<JournalEntry>> entries = session.journal(last);
    if (entries && !entries->isEmpty())
        m_journalSeen = entries->first().sequence;
}

Runner::Options Service::runnerOptions()
{
    Runner::Options options = m_options.runner;
    options.tellTask = [this](const LiveRun::TaskNotice &one) {
        tell({one.isEscalated ? u"task.escalated"_s : u"task.reminded"_s, one.key, one.title});
    };
    return options;
}

bool Service::careForStore()
{
    const QDateTime now = m_clock.now().toTimeZone(QTimeZone("Asia/Seoul"));
    const QString day = now.date().toString(Qt::ISODate);
    store::Store &store = m_session.store();
    const Result<QString> known = store.setting(checkSetting());
    if (now.time().hour() < hourOfCare || (known && known->startsWith(day)))
        return false;
    Status sound = store.check();
    const Result<store::JournalVerdict> verdict = store.verifyJournal();
    if (sound && !verdict)
        sound = verdict.error();
    else if (sound && verdict->firstBad != 0)
        sound = Error{Error::Kind::Invalid, verdict->problem};
    // Who is busy now is asked again a little later.
    if (!sound && sound.error().kind == Error::Kind::Unavailable)
        return false;
    const QString result = day + u' ' + (sound ? u"ok"_s : sound.error().text);
    if (const Status kept = store.setSetting(checkSetting(), result, m_session.actor(), m_clock.now()); !kept)
        tell({u"service.waits"_s, {}, kept.error().text, true});
    tell({sound ? u"store.sound"_s : u"store.damaged"_s, m_session.location(), sound ? u"the daily check found nothing"_s : sound.error().text, !sound});
    return true;
}

void Service::tell(const ServiceEvent &event)
{
    const std::scoped_lock lock(m_telling);
    if (m_options.tell)
        m_options.tell(event);
}

void Service::reload()
{
    if (const Status done = m_scheduler.reload(); !done)
        tell({u"service.waits"_s, {}, done.error().text, true});
    lookAtJournal();
}

// What has happened meanwhile: others' writes make what is known of the office old, and the ends of runs are told.
void Service::lookAtJournal()
{
    store::JournalFilter filter;
    filter.after = m_journalSeen;
    filter.limit = journalPage;
    const Result<QList<JournalEntry>> entries = m_session.journal(filter);
    if (!entries)
        return;
    bool isOld = false;
    for (const JournalEntry &entry : *entries) {
        m_journalSeen = std::max(m_journalSeen, entry.sequence);
        if (!entry.event.startsWith(u"run."))
            isOld = true;
        else if (entry.event == u"run.ended")
            tell({entry.event, entry.change.record.id, entry.change.reason + u' ' + entry.note.section(u';', 0, 1)});
    }
    if (isOld)
        m_session.forget();
}

int Service::advanceAll()
{
    int advanced = 0;
    for (;;) {
        const Result<int> taken = m_desk.runner().advanceDue();
        if (!taken)
            tell({u"service.waits"_s, {}, taken.error().text, true});
        if (!taken || *taken == 0)
            return advanced;
        advanced += *taken;
    }
}

int Service::pass()
{
    reload();
    int done = m_days.pass();
    const Result<int> begun = m_scheduler.pass();
    if (!begun)
        tell({u"service.waits"_s, {}, begun.error().text, true});
    done += begun ? *begun : 0;
    if (const Status known = m_inbox.reload(); !known)
        tell({u"service.waits"_s, {}, known.error().text, true});
    done += m_inbox.pass();
    done += advanceAll();
    return done;
}

// A run is due, and nobody may take it: whoever took it lives, or was killed and its hold is not over.
bool Service::isHeldByAnother() const
{
    const Result<QDateTime> wake = m_session.store().runs().nextWake();
    return wake && wake->isValid() && *wake <= m_clock.now();
}

void Service::once(const Stop &isStopping)
{
    std::atomic<bool> isDone = false;
    // A deed may take long: somebody else must hear the signal.
    std::thread listener([&] {
        while (!isDone && !isStopping())
            std::this_thread::sleep_for(20ms);
        if (!isDone)
            m_desk.runner().drain();
    });
    int idle = 0;
    const int looksForHeld = int(std::chrono::milliseconds(m_options.runner.leaseSpan) / folderSettle) + looksWithoutProgress;
    for (int most = looksWithoutProgress; !isStopping() && idle < most; ++idle) {
        if (pass() > 0) {
            idle = -1;
            most = looksWithoutProgress;
            continue;
        }
        const bool isHeld = isHeldByAnother();
        if (!isHeld && !m_inbox.isWaiting() && !m_scheduler.hasQueued())
            break;
        if (isHeld && most != looksForHeld)
            tell({u"service.waits"_s, {}, u"expected to take what is due but another service holds it; waiting until its hold is over"_s, false});
        most = isHeld ? looksForHeld : most;
        std::this_thread::sleep_for(folderSettle);
    }
    if (!isStopping())
        careForBackup();
    if (!isStopping())
        careForStore();
    lookAtJournal();
    isDone = true;
    listener.join();
}

// ---- the threads of the service

// Who advances runs, and who watches folders, while the service lives.
class Service::Crew {
public:
    explicit Crew(Service &service)
        : m_service(service)
    {
        for (int i = 0; i < service.m_options.workers; ++i)
            m_threads.emplace_back([this] { work(); });
        m_threads.emplace_back([this] { watch(); });
        m_threads.emplace_back([this] { care(); });
    }
    ~Crew()
    {
        m_service.m_desk.runner().drain();
        {
            const std::scoped_lock lock(m_mutex);
            m_isStopping = true;
        }
        m_called.notify_all();
        m_folders.wake();
        for (std::thread &one : m_threads)
            one.join();
    }

    // Runs may be due.
    void call()
    {
        {
            const std::scoped_lock lock(m_mutex);
            ++m_calls;
        }
        m_called.notify_all();
    }
    // Triggers may have changed.
    void callWatcher()
    {
        m_isChanged = true;
        m_folders.wake();
    }
    bool isBusy() const { return m_busy > 0; }

private:
    void work()
    {
        quint64 seen = 0;
        std::unique_lock lock(m_mutex);
        while (!m_isStopping) {
            m_called.wait(lock, [&] { return m_isStopping || m_calls != seen; });
            seen = m_calls;
            lock.unlock();
            ++m_busy;
            m_service.advanceAll();
            --m_busy;
            lock.lock();
        }
    }

    // In a thread of its own: reading the whole office may take minutes.
    void care()
    {
        std::unique_lock lock(m_mutex);
        do {
            lock.unlock();
            m_service.careForBackup();
            if (!m_isStopping)
                m_service.careForStore();
            lock.lock();
        } while (!m_called.wait_for(lock, betweenLooksAtCare, [this] { return m_isStopping.load(); }));
    }

    void watch()
    {
        Inbox &inbox = m_service.m_inbox;
        while (!m_isStopping) {
            if (m_isChanged.exchange(false)) {
                if (!inbox.reload())
                    m_isChanged = true;
                m_folders.forgetAll();
                const QStringList folders = inbox.folders();
                for (const QString &one : folders)
                    (void)m_folders.watch(one);
            }
            if (inbox.pass() > 0)
                call();
            m_folders.wait(inbox.isWaiting() ? std::chrono::nanoseconds(folderSettle) : std::chrono::nanoseconds(folderPoll));
        }
    }

    Service &m_service;
    std::mutex m_mutex;
    std::condition_variable m_called;
    quint64 m_calls = 0;
    std::atomic<bool> m_isStopping = false;
    std::atomic<bool> m_isChanged = true;
    std::atomic<int> m_busy = 0;
    Wakeup m_folders;
    std::vector<std::thread> m_threads;
};

std::chrono::nanoseconds Service::pauseUntil(const QDateTime &moment) const
{
    if (!moment.isValid())
        return longestSleep;
    const std::chrono::nanoseconds left = std::chrono::milliseconds(m_clock.now().msecsTo(moment));
    return std::clamp<std::chrono::nanoseconds>(left, shortestSleep, longestSleep);
}

// Nothing has happened for a while: what was read of the office is given back to the machine.
void Service::rest()
{
    m_isRested = true;
    m_session.forget();
    ::malloc_trim(0);
}

void Service::serve(const Stop &isStopping)
{
    const SignalsHeld held;
    const QFileInfo office(m_session.location());
    Wakeup wakeup;
    (void)wakeup.watch(office.absolutePath(), office.fileName() + u"-wal"_s);
    SystemNotice notice;
    Crew crew(*this);
    notice.ready(office.absoluteFilePath());
    tell({u"service.started"_s, office.absoluteFilePath(), processHolder()});
    const auto logState = [log = QByteArray(office.absoluteFilePath().toUtf8() + "-wal")] {
        struct stat status = {};
        ::stat(log.constData(), &status);
        return std::tuple(status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
    };
    auto known = logState();
    bool isChanged = true;
    auto lastChange = std::chrono::steady_clock::now();
    while (!isStopping()) {
        notice.alive();
        if (isChanged) {
            reload();
            crew.callWatcher();
            lastChange = std::chrono::steady_clock::now();
            m_isRested = false;
        } else if (!m_isRested && !crew.isBusy() && std::chrono::steady_clock::now() - lastChange > restAfter) {
            rest();
        }
        m_days.pass();
        const Result<int> begun = m_scheduler.pass();
        if (!begun)
            tell({u"service.waits"_s, {}, begun.error().text, true});
        const Result<QDateTime> wake = m_desk.runs().nextWake();
        const bool isRunDue = wake && wake->isValid() && *wake <= m_clock.now();
        if (isRunDue)
            crew.call();
        std::chrono::nanoseconds pause = std::min({pauseUntil(m_scheduler.next()), pauseUntil(m_days.next()),
                                                   pauseUntil(wake && !isRunDue ? *wake : QDateTime())});
        if (!begun || m_scheduler.hasQueued())
            pause = std::min<std::chrono::nanoseconds>(pause, 100ms);
        isChanged = wakeup.wait(pause, &held.before());
        const auto now = logState();
        isChanged = isChanged || now != known;
        known = now;
    }
    notice.stopping();
    tell({u"service.stopping"_s, office.absoluteFilePath(), u"finishing what is being done"_s});
}

} // namespace naru::run
