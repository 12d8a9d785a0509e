#include "run/robots/message_starts.h"

#include "office/records.h"
#include "run/robots/robot_desk.h"
#include "run/robots/values.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>

#include <algorithm>

namespace naru::run {

namespace {

// What tells that a robot's file was added, changed, or removed.
QByteArray stateOfFiles()
{
    QByteArray out;
    for (const QString &folder : robotFolders())
        for (const QFileInfo &robot : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            for (const QFileInfo &file : QDir(robot.filePath()).entryInfoList(QDir::Files, QDir::Name))
                out += file.filePath().toUtf8() + ' ' + QByteArray::number(file.lastModified().toMSecsSinceEpoch()) + ' '
                    + QByteArray::number(file.size()) + '\n';
    return out;
}

QString kindOf(bpmn::Trigger::Type type)
{
    return type == bpmn::Trigger::Type::Message ? u"message"_s : type == bpmn::Trigger::Type::Signal ? u"signal"_s : QString();
}

QString keyOf(const store::Wish &wish) { return wish.key.startsWith(u"message:") ? wish.key.mid(8) : wish.key; }

} // namespace

QList<MessageStarts::Start> MessageStarts::startsOf(const store::Subscription &what)
{
    const std::scoped_lock lock(m_mutex);
    if (const QByteArray now = stateOfFiles(); now != m_seen) {
        m_starts.clear();
        for (const LoadedRobot &loaded : m_desk.robots()) {
            const Robot &robot = loaded.robot;
            if (!loaded.problems.isEmpty() || !robot.hasProcess())
                continue;
            const int body = robot.definition.bodyOf(robot.process);
            for (const bpmn::Start &one : robot.definition.starts())
                // What waits for several events at once is not begun by one of them.
                if (one.body == body && one.node >= 0 && !kindOf(one.event.type).isEmpty() && !robot.definition.node(one.node).isParallelMultiple)
                    m_starts.append({robot.id, kindOf(one.event.type), one.event.name, robot.definition.node(one.node).id});
        }
        m_seen = now;
    }
    QList<Start> out;
    for (const Start &one : std::as_const(m_starts))
        if (one.kind == what.kind && one.name == what.name
            && std::none_of(out.begin(), out.end(), [&one](const Start &other) { return other.robot == one.robot; }))
            out.append(one);
    return out;
}

Result<QList<store::RunStart>> MessageStarts::of(const store::Subscription &what, const store::Wish &wish)
{
    const Result<feel::Value> payload = valueFromJson(QJsonDocument::fromJson(wish.body).object().value(u"payload"_s));
    const Result<QList<office::Trigger>> triggers = m_desk.session().store().all<office::Trigger>();
    if (!payload || !triggers)
        return !payload ? payload.error() : triggers.error();
    const feel::Context given = payload->is(feel::Value::Kind::Context) ? payload->context() : feel::Context();
    QList<Start> starts = startsOf(what);
    QList<store::RunStart> out;
    const auto add = [&](RobotDesk::Begin begin, const QString &element) -> Status {
        begin.cause = causeOf(begin.cause, keyOf(wish));
        begin.event = {element, what.name, *payload};
        const Result<store::RunStart> start = m_desk.startOf(begin);
        if (start)
            out.append(*start);
        return start ? Status() : start.error();
    };
    for (const office::Trigger &one : *triggers) {
        if (!one.isEnabled || one.nature != u"메시지" || one.place != what.name || what.kind != u"message")
            continue;
        Result<feel::Context> inputs = contextFromJson(QJsonDocument::fromJson(one.inputs.toUtf8()).object());
        if (!inputs)
            return inputs.error();
        for (const auto &[name, value] : given.entries())
            inputs->put(name, value);
        const auto own = std::find_if(starts.begin(), starts.end(), [&one](const Start &other) { return other.robot == one.robot; });
        const QString element = own != starts.end() ? own->element : QString();
        const QString title = what.correlation.isEmpty() ? one.title : one.title + u": "_s + what.correlation;
        if (const Status added = add({one.robot, *inputs, title, one.id, u"trigger:"_s + one.id}, element); !added)
            return added.error();
        starts.removeIf([&one](const Start &other) { return other.robot == one.robot; });
    }
    for (const Start &one : std::as_const(starts))
        if (const Status added = add({one.robot, {}, {}, one.robot, what.kind + u':' + what.name}, one.element); !added)
            return added.error();
    return out;
}

} // namespace naru::run
