#include "run/service/triggers.h"

#include "run/robots/values.h"
#include "run/service/record_change.h"
#include "run/service/schedules.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QUuid>

namespace naru::run {

namespace {

QJsonObject inputsOf(const office::Trigger &trigger) { return QJsonDocument::fromJson(trigger.inputs.toUtf8()).object(); }

Error invalid(const QString &text, const QString &code) { return {Error::Kind::Invalid, text, code}; }

// What the case itself brings, so that the record need not have it.
QStringList givenBy(const office::Trigger &trigger, const Robot &robot)
{
    if (trigger.nature == folderTrigger())
        return {filesInput(robot)};
    if (trigger.nature == effectTrigger())
        return {u"plan"_s};
    QStringList all; // a message may bring anything
    for (const RobotInput &one : robot.inputs)
        all.append(one.name);
    return all;
}

} // namespace

QString filesInput(const Robot &robot)
{
    for (const RobotInput &one : robot.inputs)
        if (one.kind == u"files")
            return one.name;
    return {};
}

QString Triggers::causeOf(const office::Trigger &trigger, const QString &what)
{
    return (trigger.nature == folderTrigger() ? u"file:"_s : u"plan:"_s) + trigger.id + u':' + what;
}

Result<RobotDesk::Begin> Triggers::beginOf(const office::Trigger &trigger, const QString &what, const feel::Context &given, const QString &title)
{
    Result<feel::Context> inputs = contextFromJson(inputsOf(trigger));
    if (!inputs)
        return inputs.error();
    for (const auto &[name, value] : given.entries())
        inputs->put(name, value);
    return RobotDesk::Begin{trigger.robot, *inputs, title.isEmpty() ? trigger.title : trigger.title + u": "_s + title,
                            causeOf(trigger, what), u"trigger:"_s + trigger.id};
}

Result<QList<office::Trigger>> Triggers::list() const { return m_desk.session().store().all<office::Trigger>(); }

Result<office::Trigger> Triggers::find(const QString &id) const
{
    const Result<Row> row = m_desk.session().store().row({office::Trigger::kind(), id});
    if (row)
        return fromRow<office::Trigger>(*row);
    if (row.error().kind != Error::Kind::NotFound)
        return row.error();
    return Error{Error::Kind::NotFound, u"expected a trigger '"_s + id + u"' but there is none"_s, u"trigger.none"_s};
}

Status Triggers::check(const office::Trigger &trigger) const
{
    const Result<std::shared_ptr<const Robot>> robot = m_desk.robot(trigger.robot);
    if (!robot)
        return robot.error();
    if (trigger.nature == folderTrigger()) {
        if (!QFileInfo(trigger.place).isDir())
            return invalid(u"expected a folder but '"_s + trigger.place + u"' is none"_s, u"trigger.folder"_s);
        if (filesInput(**robot).isEmpty())
            return invalid(u"expected a robot that takes files but '"_s + trigger.robot + u"' takes none"_s, u"trigger.files"_s);
    } else if (trigger.nature == messageTrigger() && trigger.place.isEmpty()) {
        return invalid(u"expected the name of a message but found none"_s, u"trigger.message"_s);
    }
    return checkInputs(**robot, inputsOf(trigger), givenBy(trigger, **robot));
}

Status Triggers::write(const QString &title, const Change &change)
{
    if (const Status allowed = m_desk.session().mayDo(u"approve"_s); !allowed)
        return allowed;
    Plan plan;
    plan.robot = u"trigger"_s;
    plan.title = title;
    plan.changes = {change};
    const Result<store::Receipt> receipt = m_desk.session().carryOut(std::move(plan));
    return receipt ? Status() : Status(receipt.error());
}

Result<QString> Triggers::add(office::Trigger trigger)
{
    if (trigger.id.isEmpty())
        trigger.id = u"t-"_s + QUuid::createUuid().toString(QUuid::Id128).left(12);
    if (trigger.title.isEmpty())
        trigger.title = trigger.robot;
    if (trigger.nature == folderTrigger())
        trigger.place = QFileInfo(trigger.place).absoluteFilePath();
    trigger.since = m_clock.now();
    if (const Status good = check(trigger); !good)
        return good.error();
    const Status written = write(u"로봇 시작 조건 추가: "_s + trigger.title, changeBetween(Row(), toRow(trigger), refOf(trigger)));
    return written ? Result<QString>(trigger.id) : written.error();
}

Status Triggers::switchOn(const QString &id, bool isEnabled)
{
    const Result<office::Trigger> old = find(id);
    if (!old)
        return old.error();
    office::Trigger now = *old;
    now.isEnabled = isEnabled;
    now.since = m_clock.now();
    const QString what = isEnabled ? u"로봇 시작 조건 켜기: "_s : u"로봇 시작 조건 끄기: "_s;
    return write(what + now.title, changeBetween(toRow(*old), toRow(now), refOf(now)));
}

Status Triggers::remove(const QString &id)
{
    const Result<office::Trigger> old = find(id);
    if (!old)
        return old.error();
    return write(u"로봇 시작 조건 삭제: "_s + old->title, changeBetween(toRow(*old), Row(), refOf(*old)));
}

Result<QStringList> Triggers::tell(const QString &name, const QString &correlation, const feel::Context &payload, const QString &key)
{
    const QJsonObject body{{u"wish"_s, u"message"_s}, {u"name"_s, name}, {u"correlation"_s, correlation}, {u"payload"_s, toJson(payload)}};
    return m_desk.deliver({{}, u"message"_s, name, correlation},
                          {0, u"message:"_s + key, m_clock.now(), m_desk.session().actor(), QJsonDocument(body).toJson(QJsonDocument::Compact)});
}

} // namespace naru::run
