#include "run/robots/runner.h"

#include <QJsonDocument>

#include <algorithm>
#include <condition_variable>
#include <thread>
#include <vector>

namespace naru::run {

// Renews the leases while work goes on, however long a deed takes.
struct Runner::Heart {
    std::mutex mutex;
    std::condition_variable stopped;
    bool isStopping = false;
    std::thread thread;
};

Runner::Runner(store::Runs &runs, Port &port, const Clock &clock, const Options &options)
    : m_runs(runs)
    , m_port(port)
    , m_clock(clock)
    , m_options(options)
    , m_commits(runs)
    , m_robots(runs)
    , m_heart(std::make_unique<Heart>())
{
    m_heart->thread = std::thread([this] { keepAlive(); });
}

Runner::~Runner()
{
    {
        const std::scoped_lock lock(m_heart->mutex);
        m_heart->isStopping = true;
    }
    m_heart->stopped.notify_all();
    m_heart->thread.join();
}

void Runner::keepAlive()
{
    std::unique_lock lock(m_heart->mutex);
    const auto pause = std::chrono::milliseconds(m_options.leaseSpan / 3);
    while (!m_heart->stopped.wait_for(lock, pause, [this] { return m_heart->isStopping; })) {
        QList<store::Lease> held;
        {
            const std::scoped_lock guard(m_mutex);
            held = m_held;
        }
        // Failing is no harm: whoever has lost a lease is refused at the next step.
        if (!held.isEmpty())
            (void)bool(m_runs.renew(held, m_clock.lease().plus(m_options.leaseSpan)));
    }
}

Result<int> Runner::advanceDue()
{
    if (m_isDraining)
        return 0;
    const Result<QList<store::Lease>> leases =
        m_runs.claim(m_options.holder, m_clock.now(), m_clock.lease(), m_options.leaseSpan, m_options.batch);
    if (!leases || leases->isEmpty())
        return leases ? Result<int>(0) : leases.error();
    {
        const std::scoped_lock lock(m_mutex);
        m_held += *leases;
    }
    std::atomic<qsizetype> next = 0;
    std::vector<std::thread> threads;
    const auto workAll = [&] {
        // A run that could not be advanced is taken again when its lease is over.
        for (qsizetype i = next++; i < leases->size(); i = next++)
            if (const Status done = work(leases->at(i)); !done)
                qWarning("%s", qPrintable(done.error().text));
    };
    for (qsizetype i = 1; i < std::min<qsizetype>(m_options.threads, leases->size()); ++i)
        threads.emplace_back(workAll);
    workAll();
    for (std::thread &one : threads)
        one.join();
    return int(leases->size());
}

Status Runner::advance(const QString &run)
{
    const Result<store::Lease> lease = m_runs.claimRun(run, m_options.holder, m_clock.lease(), m_options.leaseSpan);
    if (!lease)
        return lease.error();
    {
        const std::scoped_lock lock(m_mutex);
        m_held.append(*lease);
    }
    return work(*lease);
}

Status Runner::work(const store::Lease &lease)
{
    const auto letGo = [&] {
        const std::scoped_lock lock(m_mutex);
        m_held.removeIf([&](const store::Lease &one) { return one.run == lease.run && one.fence == lease.fence; });
    };
    const Status done = [&]() -> Status {
        const Result<store::RunImage> image = m_runs.load(lease.run);
        if (!image)
            return image.error();
        const Result<std::shared_ptr<const Robot>> known = robot(image->head.package);
        if (!known)
            return known.error();
        const Result<RunData> data = fold((*known)->definition, image->snapshot, image->snapshotAt, image->facts);
        if (!data)
            return data.error();
        const Result<KoreanCalendar> calendar = m_options.calendar ? m_options.calendar() : KoreanCalendar::national();
        if (!calendar)
            return calendar.error();
        LiveRun run(*known, image->head, *data, *calendar);
        const QDateTime now = m_clock.now();
        for (const store::Wish &wish : image->wishes)
            run.take(wish, now);
        run.fireTimers(now);
        run.watchTasks(now);
        run.settle(now);
        return doAsked(run, lease);
    }();
    letGo();
    return done;
}

// Writes what is known, then does what is asked, one by one; after each deed its outcome is written before the next.
Status Runner::doAsked(LiveRun &run, const store::Lease &lease)
{
    QStringList tried; // by this holder
    for (;;) {
        const QList<LiveRun::Ask> asks = m_isDraining ? QList<LiveRun::Ask>() : run.asked(m_clock.now());
        if (const Status written = write(run, lease); !written || asks.isEmpty())
            return written;
        const LiveRun::Ask &ask = asks.first();
        // What stood open in the facts that were read, a former holder may have done.
        const bool isRecovered = run.wasAskedBefore(ask.effect.key) && !tried.contains(ask.effect.key);
        tried.append(ask.effect.key);
        const Result<Outcome> outcome = perform(run, ask, lease, isRecovered);
        if (!outcome && outcome.error().code == u"run.fence")
            return outcome.error();
        run.answer(ask.effect.key, outcome, m_clock.now());
        run.fireTimers(m_clock.now());
        run.settle(m_clock.now());
    }
}

Result<Outcome> Runner::perform(LiveRun &run, const LiveRun::Ask &ask, const store::Lease &lease, bool isRecovered)
{
    if (run.data().outcomes >= run.robot().effectLimit)
        return Error{Error::Kind::Failed,
                     u"expected at most "_s + QString::number(run.robot().effectLimit) + u" effects of one run but it asks for more"_s,
                     u"run.limit"_s};
    if (ask.kind == bpmn::Work::Type::Service)
        return performWork(run, ask, lease, isRecovered);
    if (const Status held = stillHeld(lease); !held)
        return held.error();
    // A message is told once per key, however often it is sent.
    const Status sent = m_port.send(ask.message, {0, ask.effect.key, m_clock.now(), lease.run, QJsonDocument(ask.word()).toJson(QJsonDocument::Compact)});
    return sent ? Result<Outcome>(Outcome{}) : sent.error();
}

Result<Outcome> Runner::performWork(LiveRun &run, const LiveRun::Ask &ask, const store::Lease &lease, bool isRecovered)
{
    const QString operation = ask.effect.operation;
    if (!ask.isPermitted)
        return Error{Error::Kind::Denied, u"expected an operation that the robot may ask for but found '"_s + operation + u'\'', u"run.operation"_s};
    const bool isRepeatable = m_port.isRepeatable(operation);
    if (isRecovered && (isRepeatable || ask.isBegun)) {
        const Result<std::optional<Outcome>> found = m_port.find(ask.effect);
        if (found && *found)
            return **found;
        const bool isUnknown = !found && found.error().kind == Error::Kind::NotFound;
        if (!found && !isUnknown)
            return found.error();
        if (isUnknown && !isRepeatable)
            return Error{Error::Kind::NeedsPerson,
                         u"expected to know whether '"_s + operation + u"' was done before the stop but nobody can tell; look, then retry or skip"_s,
                         u"run.unknownOutcome"_s};
    }
    if (!isRepeatable && !ask.isBegun) {
        run.begin(ask.effect.key, m_clock.now());
        if (const Status begun = write(run, lease); !begun)
            return begun.error();
    }
    if (const Status held = stillHeld(lease); !held)
        return held.error();
    return m_port.perform(ask.effect);
}

// Right before each deed: whoever was stopped for longer than the lease must not go on where another has begun.
Status Runner::stillHeld(const store::Lease &lease)
{
    const Result<bool> held = m_runs.holds(lease, m_clock.lease());
    if (!held)
        return held.error();
    if (!*held)
        return Error{Error::Kind::Conflict, u"expected to hold run '"_s + lease.run + u"' but another may have taken it"_s, u"run.fence"_s};
    return {};
}

Status Runner::write(LiveRun &run, const store::Lease &lease)
{
    store::RunStep step = run.step(lease, m_clock.now());
    step.release = m_isDraining || run.asked(m_clock.now()).isEmpty();
    const QList<LiveRun::TaskNotice> notices = run.takeNotices();
    const Status written = m_commits.write(step);
    if (written && m_options.tellTask)
        for (const LiveRun::TaskNotice &one : notices)
            m_options.tellTask(one);
    return written;
}

} // namespace naru::run
