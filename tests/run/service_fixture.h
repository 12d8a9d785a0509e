// What the tests of the service share: a clock that is set and steps, robots that end at once or wait for a person, and an
// office with a service.
#pragma once

#include "run/service/service.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QFileInfo>
#include <QTemporaryDir>

namespace naru::run {

class SteppedClock final : public Clock {
public:
    QDateTime now() const override { return m_now; }
    store::LeaseTime lease() const override { return {u"boot-1"_s, m_lease}; }
    void pass(qint64 seconds)
    {
        m_now = m_now.addSecs(seconds);
        m_lease += seconds * 1000;
    }
    void passTo(const QDateTime &moment) { pass(m_now.secsTo(moment)); }
    // Somebody sets the clock of the machine; no time passes.
    void step(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now{QDate(2026, 11, 20), QTime(0, 30), Qt::UTC}; // a Friday, 09:30 in Seoul
    qint64 m_lease = 1'000'000;
};

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

// A robot of one node between start and end.
inline void writeRobot(const QString &folder, const QString &id, const QString &node)
{
    QDir().mkpath(folder + u'/' + id);
    const QJsonArray inputs{QJsonObject{{u"name"_s, u"files"_s}, {u"kind"_s, u"files"_s}}, QJsonObject{{u"name"_s, u"note"_s}, {u"kind"_s, u"text"_s}},
                            QJsonObject{{u"name"_s, u"plan"_s}, {u"kind"_s, u"text"_s}}};
    const QJsonObject manifest{{u"robot"_s, id}, {u"title"_s, QJsonObject{{u"ko"_s, u"시험 "_s + id}}},
                               {u"process"_s, QJsonObject{{u"model"_s, u"m.bpmn"_s}, {u"id"_s, u"P"_s}}}, {u"inputs"_s, inputs}};
    writeFile(folder + u'/' + id + u"/robot.json"_s, QJsonDocument(manifest).toJson());
    writeFile(folder + u'/' + id + u"/m.bpmn"_s,
              (u"<?xml version='1.0'?><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:naru='urn:naru:bpmn' id='d' targetNamespace='urn:t'>"
               "<process id='P' isExecutable='true'><startEvent id='start'/><endEvent id='end'/>"_s + node
               + u"<sequenceFlow id='f1' sourceRef='start' targetRef='n'/><sequenceFlow id='f2' sourceRef='n' targetRef='end'/></process></definitions>"_s).toUtf8());
}

// An office without people, robots "quick" and "waits", and a service that is asked to look by hand.
struct Night {
    QTemporaryDir folder{(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath()) + u"/naru-test-XXXXXX"_s};
    QString path = folder.filePath(u"office.naru"_s);
    QString robots = folder.filePath(u"robots"_s);
    SteppedClock clock;
    QStringList told; // "what about: text"
    std::unique_ptr<Session> session;
    std::unique_ptr<Service> service;

    Night()
    {
        writeRobot(robots, u"quick"_s, u"<manualTask id='n'/>"_s);
        writeRobot(robots, u"waits"_s, u"<userTask id='n' name='할 일'><potentialOwner id='o'><resourceAssignmentExpression>"
                                       "<formalExpression>\"role:인사\"</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>"_s);
        qputenv("NARU_ROBOTS", robots.toUtf8());
        if (const auto made = Session::create(path, {}); !made)
            qFatal("%s", qPrintable(made.error().text));
        restart();
    }

    std::unique_ptr<Session> open() const
    {
        auto opened = Session::open({path, {}, {}});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        return std::move(*opened);
    }
    std::unique_ptr<Service> serviceOf(Session &office)
    {
        Service::Options options;
        options.tell = [this](const ServiceEvent &event) { told.append(event.what + u' ' + event.about + u": "_s + event.text); };
        return std::make_unique<Service>(office, clock, options);
    }
    void stop()
    {
        service.reset();
        session.reset();
    }
    // Another process, as it were.
    void restart()
    {
        stop();
        session = open();
        service = serviceOf(*session);
        service->pass();
    }

    store::Runs &runs() { return session->store().runs(); }
    Schedules schedules() { return Schedules(service->desk(), clock); }
    Triggers triggers() { return Triggers(service->desk(), clock); }

    // A schedule of the robot; `more` are further fields of its JSON form.
    QString add(const QString &robot, const QString &cron, const QJsonObject &more = {})
    {
        QJsonObject json{{u"id"_s, u"s-1"_s}, {u"robot"_s, robot}, {u"rule"_s, QJsonObject{{u"cron"_s, cron}}}};
        for (auto at = more.constBegin(); at != more.constEnd(); ++at)
            json.insert(at.key(), at.value());
        const schedule::ParsedSchedule parsed = schedule::scheduleFromJson(json);
        if (!parsed.problems.isEmpty())
            qFatal("%s", qPrintable(parsed.problems.first().text));
        const auto id = schedules().add(parsed.schedule, u"매시간"_s);
        if (!id)
            qFatal("%s", qPrintable(id.error().text));
        service->pass();
        return *id;
    }
    QString addTrigger(const QString &robot, const QString &nature, const QString &place)
    {
        office::Trigger trigger;
        trigger.id = u"t-1"_s;
        trigger.robot = robot;
        trigger.nature = nature;
        trigger.place = place;
        const auto id = triggers().add(trigger);
        if (!id)
            qFatal("%s", qPrintable(id.error().text));
        service->pass();
        return *id;
    }

    // Hour by hour, looking each time.
    void hours(int count)
    {
        for (int i = 0; i < count; ++i) {
            clock.pass(3600);
            service->pass();
        }
    }

    QList<store::RunHead> runsOf(const QString &cause)
    {
        const auto found = runs().runs({{}, {}, cause});
        return found ? *found : QList<store::RunHead>();
    }
    int going() { return static_cast<int>(runs().runs({{}, store::RunState::Running, u"schedule:"_s})->size()); }
    // "queued 2026-11-20T01:00:00Z", the earliest first.
    QStringList outcomes(const QString &schedule = u"s-1"_s)
    {
        QStringList out;
        const auto rows = runs().occurrences(schedule, 0);
        for (const store::Occurrence &one : *rows)
            out.prepend(one.outcome + u' ' + one.at.toString(u"ddTHH"_s));
        return out;
    }
    // How many times were missed, as the records say.
    int missed()
    {
        int count = 0;
        const auto rows = runs().occurrences(u"s-1"_s, 0);
        for (const store::Occurrence &one : *rows)
            if (const auto times = missedTimes(one.reason))
                count += times->count;
        return count;
    }
};

} // namespace naru::run
