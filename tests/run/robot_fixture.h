// What the tests of robots share: a clock that is set, a world that counts its deeds, robots made of a few lines, and an
// office for them.
#pragma once

#include "run/robots/preview.h"
#include "run/robots/runner.h"
#include "run/robots/values.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#include <unistd.h>

namespace naru::run {

class SetClock final : public Clock {
public:
    QDateTime now() const override { return m_now; }
    store::LeaseTime lease() const override { return {u"boot-1"_s, m_lease}; }
    void pass(qint64 seconds)
    {
        m_now = m_now.addSecs(seconds);
        m_lease += seconds * 1000;
    }

private:
    QDateTime m_now{QDate(2026, 11, 20), QTime(1, 0), Qt::UTC}; // a Friday, 10:00 in Seoul
    qint64 m_lease = 1000;
};

// Deeds are lines of a file, one for each time that something was done; written through to the disk.
class World final : public Connector {
public:
    explicit World(const QString &file)
        : m_file(file)
    {
    }
    QString id() const override { return u"world"_s; }
    QList<Operation> operations() const override
    {
        return {{u"write"_s, true, false}, // repeatable
                {u"once"_s, false, false}, // not repeatable, and nobody can tell
                {u"findable"_s, false, false}, // not repeatable, but it can be asked
                {u"fail"_s, true, false},
                {u"busy"_s, true, false},
                {u"refuse"_s, true, false}};
    }
    Result<Outcome> plan(const Effect &effect) override { return outcomeOf(effect); }
    Result<Outcome> perform(const Effect &effect) override
    {
        if (const auto hook = before; hook) // it may take itself away
            hook(effect);
        if (effect.operation == u"fail" && isBroken)
            return Error{Error::Kind::Failed, u"expected the world to stand still but it moved"_s};
        if (effect.operation == u"busy" && isBroken)
            return Error{Error::Kind::Unavailable, u"expected an answer but the line is busy"_s};
        QFile file(m_file);
        if (!file.open(QIODevice::Append) || file.write((effect.operation + u' ' + effect.key + u'\n').toUtf8()) <= 0)
            return Error{Error::Kind::Failed, u"expected to write"_s};
        file.flush();
        fsync(file.handle());
        if (const auto hook = after; hook)
            hook(effect);
        return outcomeOf(effect);
    }
    Result<std::optional<Outcome>> find(const Effect &effect) override
    {
        if (const auto hook = asked; hook)
            hook(effect);
        if (effect.operation == u"once")
            return Error{Error::Kind::NotFound, u"expected to know but nobody does"_s};
        if (effect.operation != u"findable")
            return std::optional<Outcome>();
        for (const QString &line : deeds())
            if (line == effect.operation + u' ' + effect.key)
                return std::optional<Outcome>(*outcomeOf(effect));
        return std::optional<Outcome>();
    }
    QStringList deeds() const
    {
        QFile file(m_file);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

    std::atomic<bool> isBroken = true;
    std::function<void(const Effect &)> before;
    std::function<void(const Effect &)> after;
    std::function<void(const Effect &)> asked; // by find()

private:
    static Result<Outcome> outcomeOf(const Effect &effect)
    {
        if (effect.operation == u"refuse")
            return Outcome{{}, {}, {}, u"no"_s};
        const qint64 number = effect.input.value(u"number"_s).toInteger();
        return Outcome{{{u"number"_s, number + 1}}, {}, {u"a line"_s}, {}};
    }
    QString m_file;
};

// A process between start and end: `body` has the nodes and flows; "start" and "end" are there.
inline QByteArray modelOf(const QString &body, const QString &around = {})
{
    QString operations;
    for (const QString &one : {u"write"_s, u"once"_s, u"findable"_s, u"fail"_s, u"busy"_s, u"refuse"_s})
        operations += u"<operation id='world.%1' name='%1'><inMessageRef>m</inMessageRef></operation>"_s.arg(one);
    return (u"<?xml version='1.0'?><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:naru='urn:naru:bpmn'"
            " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' id='definitions' targetNamespace='urn:test'>"
            "<message id='m' name='m'/><interface id='world' name='world'>"_s
            + operations + u"</interface>"_s + around + u"<process id='P' isExecutable='true'>"_s + body + u"</process></definitions>"_s)
        .toUtf8();
}

// "start -> a -> b -> end" as flows.
inline QString flowsOf(const QStringList &nodes)
{
    QString out;
    for (qsizetype i = 0; i + 1 < nodes.size(); ++i)
        out += u"<sequenceFlow id='%1-%2' sourceRef='%1' targetRef='%2'/>"_s.arg(nodes[i], nodes[i + 1]);
    return out;
}

inline QString serviceTask(const QString &id, const QString &operation)
{
    return u"<serviceTask id='%1' name='%1' operationRef='world.%2'/>"_s.arg(id, operation);
}

inline QString userTask(const QString &id, const QString &candidates, const QString &attributes = {}, const QString &inner = {})
{
    return u"<userTask id='%1' name='할 일 %1' %3><potentialOwner id='%1o'><resourceAssignmentExpression><formalExpression>%2"
           "</formalExpression></resourceAssignmentExpression></potentialOwner>%4</userTask>"_s.arg(id, candidates, attributes, inner);
}

inline const QString ends = u"<startEvent id='start'/><endEvent id='end'/>"_s;

// An office without people, a world, and a runner.
struct Works {
    QTemporaryDir folder{(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath()) + u"/naru-test-XXXXXX"_s};
    QString path = folder.filePath(u"office.naru"_s);
    SetClock clock;
    std::unique_ptr<store::Store> store;
    Connectors connectors;
    World *world = nullptr; // owned by the connectors
    std::unique_ptr<Performer> port;
    std::unique_ptr<Runner> runner;

    explicit Works(const Runner::Options &options = {})
    {
        auto made = QFile::exists(path) ? store::Store::open(path, {}) : store::Store::create(path, {});
        if (!made)
            qFatal("%s", qPrintable(made.error().text));
        store = std::move(*made);
        auto owned = std::make_unique<World>(folder.filePath(u"world"_s));
        world = owned.get();
        connectors.add(std::move(owned));
        port = std::make_unique<Performer>(connectors, store->runs());
        runner = std::make_unique<Runner>(store->runs(), *port, clock, options);
    }

    store::Runs &runs() { return store->runs(); }

    // A robot of one model; `files` are further ones, by name.
    LoadedRobot robotOf(const QByteArray &model, const QMap<QString, QByteArray> &files = {}, const QJsonObject &more = {})
    {
        const QString place = folder.filePath(u"robot-"_s + QString::number(m_robots++));
        QDir().mkpath(place);
        QJsonArray operations;
        for (const QString &one : connectors.operations())
            operations.append(one);
        QJsonObject manifest{{u"robot"_s, u"test"_s},
                             {u"title"_s, QJsonObject{{u"ko"_s, u"시험"_s}}},
                             {u"process"_s, QJsonObject{{u"model"_s, u"test.bpmn"_s}, {u"id"_s, u"P"_s}}},
                             {u"operations"_s, operations}};
        for (auto at = more.constBegin(); at != more.constEnd(); ++at)
            manifest.insert(at.key(), at.value());
        QMap<QString, QByteArray> all = files;
        all.insert(u"test.bpmn"_s, model);
        all.insert(u"robot.json"_s, QJsonDocument(manifest).toJson());
        for (auto at = all.constBegin(); at != all.constEnd(); ++at) {
            QFile file(place + u'/' + at.key());
            (void)file.open(QIODevice::WriteOnly);
            file.write(at.value());
        }
        return loadRobot(place, connectors.operations());
    }

    // Begins a run of a sound robot.
    QString begin(const LoadedRobot &loaded, const QJsonObject &variables = {}, const QString &id = {})
    {
        if (!loaded.problems.isEmpty())
            qFatal("%s: %s", qPrintable(loaded.problems.first().rule), qPrintable(loaded.problems.first().text));
        const QString run = id.isEmpty() ? u"r-"_s + QString::number(++m_runs) : id;
        (void)bool(pin(runs(), loaded.robot));
        const QJsonObject wish{{u"wish"_s, u"start"_s}, {u"variables"_s, variables}};
        (void)bool(runs().start({{run, u"test"_s, loaded.robot.digest, run, {}, u"tester"_s, clock.now(), QJsonDocument(wish).toJson(QJsonDocument::Compact)}}));
        return run;
    }

    // Until nothing is due any more.
    void advanceAll()
    {
        for (int i = 0; i < 1000; ++i)
            if (const auto taken = runner->advanceDue(); !taken || *taken == 0)
                return;
    }

    void tell(const QString &run, const QString &key, const QJsonObject &body, const QString &actor = u"20110234"_s)
    {
        const Status told = runs().wish(run, {0, key, clock.now(), actor, QJsonDocument(body).toJson(QJsonDocument::Compact)});
        if (!told)
            qWarning("%s", qPrintable(told.error().text));
    }

    QString stateOf(const QString &run)
    {
        const auto head = runs().run(run);
        return head ? store::toString(head->state) : u"none"_s;
    }

    RunData dataOf(const QString &run)
    {
        const auto image = runs().load(run);
        const auto robot = runner->robot(image->head.package);
        return *fold((*robot)->definition, image->snapshot, image->snapshotAt, image->facts);
    }

    // The value that a variable of the process was last given, as FEEL text.
    QString valueOf(const QString &run, const QString &name)
    {
        const auto image = runs().load(run);
        const auto robot = runner->robot(image->head.package);
        QString value = u"unset"_s;
        const auto facts = runs().facts(run);
        for (const store::Fact &one : *facts) {
            const auto fact = runFactFromJson((*robot)->definition, QJsonDocument::fromJson(one.body).object());
            const auto *event = fact ? std::get_if<bpmn::Event>(&*fact) : nullptr;
            const auto *set = event ? std::get_if<bpmn::VariableSet>(event) : nullptr;
            if (set && set->name == name)
                value = feel::toText(set->value);
        }
        return value;
    }

    // The facts of one kind ("run": "decisionMade"), or of all of them.
    QList<QJsonObject> factsOf(const QString &run, const QString &kind)
    {
        QList<QJsonObject> out;
        const auto facts = runs().facts(run);
        for (const store::Fact &one : *facts) {
            const QJsonObject json = QJsonDocument::fromJson(one.body).object();
            if (kind.isEmpty() || json.value(u"run"_s).toString() == kind)
                out.append(json);
        }
        return out;
    }

private:
    int m_robots = 0;
    int m_runs = 0;
};

} // namespace naru::run
