#include "run/service/schedules.h"

#include "run/robots/values.h"
#include "run/service/record_change.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <array>

namespace naru::run {

namespace {

constexpr std::array<QStringView, 4> missedWords{u"skipped", u"coalesced", u"over-limit", u"asked"};

QString momentText(const QDateTime &at) { return at.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u'Z'; }

Error none(const QString &id)
{
    return {Error::Kind::NotFound, u"expected a schedule '"_s + id + u"' but there is none"_s, u"schedule.none"_s};
}

} // namespace

StoredSchedule storedSchedule(const office::Schedule &record)
{
    StoredSchedule out{record, {}, {}};
    const schedule::ParsedSchedule parsed = schedule::scheduleFromJson(QJsonDocument::fromJson(record.definition.toUtf8()).object());
    out.schedule = parsed.schedule;
    out.schedule.id = record.id;
    out.schedule.robot = record.robot;
    out.schedule.isEnabled = record.isEnabled;
    out.problems = parsed.problems.isEmpty() ? schedule::problemsOf(out.schedule) : parsed.problems;
    return out;
}

QString reasonOf(const schedule::Missed &missed)
{
    return missedWords[static_cast<std::size_t>(missed.reason)].toString() + u' ' + QString::number(missed.count)
        + (missed.isAtLeast ? u"+ "_s : u" "_s) + momentText(missed.first);
}

std::optional<MissedTimes> missedTimes(const QString &reason)
{
    const QStringList parts = reason.split(u' ');
    if (parts.size() != 3 || std::find(missedWords.begin(), missedWords.end(), parts[0]) == missedWords.end())
        return std::nullopt;
    MissedTimes out{parts[0], 0, parts[1].endsWith(u'+'), QDateTime::fromString(parts[2], Qt::ISODate).toUTC()};
    out.count = (out.isAtLeast ? parts[1].chopped(1) : parts[1]).toInt();
    return out.first.isValid() ? std::optional(out) : std::nullopt;
}

Status checkInputs(const Robot &robot, const QJsonObject &inputs, const QStringList &given)
{
    if (const Result<feel::Context> readable = contextFromJson(inputs); !readable)
        return readable.error();
    QStringList wrong;
    const QStringList names = inputs.keys();
    for (const QString &name : names)
        if (std::none_of(robot.inputs.begin(), robot.inputs.end(), [&](const RobotInput &one) { return one.name == name; }))
            wrong.append(u"expected an input of the robot but found '"_s + name + u'\'');
    for (const RobotInput &one : robot.inputs)
        if (one.required && !inputs.contains(one.name) && !given.contains(one.name))
            wrong.append(u"expected the input '"_s + one.name + u"' but found none"_s);
    return wrong.isEmpty() ? Status() : Error{Error::Kind::Invalid, wrong.join(u"; "_s), u"robot.input"_s};
}

Schedules::Schedules(RobotDesk &desk, const Clock &clock)
    : m_desk(desk)
    , m_clock(clock)
    , m_calendar(KoreanCalendar::national())
{
    if (const Result<bool> looked = lookAtCalendar(); !looked)
        m_known = looked.error();
}

Result<bool> Schedules::lookAtCalendar()
{
    const Result<QList<office::ClosingDay>> days = closingDays().list();
    if (!days)
        return days.error();
    QList<Row> rows;
    for (const office::ClosingDay &one : *days)
        rows.append(toRow(one));
    if (m_known && rows == m_closing)
        return false;
    const Result<KoreanCalendar> calendar = calendarWith(*days);
    if (!calendar)
        return calendar.error();
    m_closing = rows;
    m_calendar = *calendar;
    m_known = {};
    return true;
}

QString Schedules::freshId() { return u"s-"_s + QUuid::createUuid().toString(QUuid::Id128).left(12); }

QString Schedules::causeOf(const QString &schedule, const QDateTime &at)
{
    return u"schedule:"_s + schedule + u'@' + momentText(at);
}

Result<RobotDesk::Begin> Schedules::beginOf(const StoredSchedule &schedule, const QDateTime &at)
{
    const Result<feel::Context> inputs = contextFromJson(schedule.schedule.inputs);
    if (!inputs)
        return inputs.error();
    return RobotDesk::Begin{schedule.record.robot, *inputs, schedule.record.title, causeOf(schedule.record.id, at),
                            u"schedule:"_s + schedule.record.id};
}

// ---- looking

Result<QList<StoredSchedule>> Schedules::list() const
{
    const Result<QList<office::Schedule>> records = m_desk.session().store().all<office::Schedule>();
    if (!records)
        return records.error();
    QList<StoredSchedule> out;
    for (const office::Schedule &one : *records)
        out.append(storedSchedule(one));
    return out;
}

Result<StoredSchedule> Schedules::find(const QString &id) const
{
    const Result<Row> row = m_desk.session().store().row({office::Schedule::kind(), id});
    if (!row)
        return row.error().kind == Error::Kind::NotFound ? none(id) : row.error();
    return storedSchedule(fromRow<office::Schedule>(*row));
}

Result<schedule::Preview> Schedules::preview(const schedule::Schedule &schedule, const QDateTime &after, int count) const
{
    if (!m_known)
        return m_known.error();
    const Result<schedule::Timetable> table = schedule::Timetable::make(schedule, m_calendar);
    return table ? Result<schedule::Preview>(schedule::nextOccurrences(*table, after, count)) : table.error();
}

Result<QList<store::Occurrence>> Schedules::past(const QString &id, int limit) const { return m_desk.runs().occurrences(id, limit); }

// ---- changing

Status Schedules::check(const schedule::Schedule &schedule) const
{
    if (const QList<schedule::Problem> problems = schedule::problemsOf(schedule); !problems.isEmpty())
        return schedule::errorOf(problems);
    const Result<std::shared_ptr<const Robot>> robot = m_desk.robot(schedule.robot);
    if (!robot)
        return robot.error();
    if (const Status inputs = checkInputs(**robot, schedule.inputs); !inputs)
        return inputs;
    const Result<schedule::Timetable> table = schedule::Timetable::make(schedule, m_calendar);
    return table ? Status() : Status(table.error());
}

office::Schedule Schedules::recordOf(const schedule::Schedule &schedule, const QString &title) const
{
    const QByteArray definition = QJsonDocument(schedule::toJson(schedule)).toJson(QJsonDocument::Compact);
    return {schedule.id, title, schedule.robot, schedule.isEnabled, m_clock.now(), QString::fromUtf8(definition)};
}

Status Schedules::write(const QString &title, const Change &change)
{
    if (const Status allowed = m_desk.session().mayDo(u"approve"_s); !allowed)
        return allowed;
    Plan plan;
    plan.robot = u"schedule"_s;
    plan.title = title;
    plan.changes = {change};
    const Result<store::Receipt> receipt = m_desk.session().carryOut(std::move(plan));
    return receipt ? Status() : Status(receipt.error());
}

Result<QString> Schedules::add(schedule::Schedule schedule, const QString &title)
{
    if (schedule.id.isEmpty())
        schedule.id = freshId();
    if (const Status good = check(schedule); !good)
        return good.error();
    const office::Schedule record = recordOf(schedule, title.isEmpty() ? schedule.robot : title);
    const Status written = write(u"로봇 예약 추가: "_s + record.title, changeBetween(Row(), toRow(record), refOf(record)));
    return written ? Result<QString>(schedule.id) : written.error();
}

Status Schedules::change(const schedule::Schedule &schedule, const QString &title)
{
    const Result<StoredSchedule> old = find(schedule.id);
    if (!old)
        return old.error();
    if (const Status good = check(schedule); !good)
        return good;
    const office::Schedule record = recordOf(schedule, title.isEmpty() ? old->record.title : title);
    return write(u"로봇 예약 변경: "_s + record.title, changeBetween(toRow(old->record), toRow(record), refOf(record)));
}

Status Schedules::switchOn(const QString &id, bool isEnabled)
{
    const Result<StoredSchedule> old = find(id);
    if (!old)
        return old.error();
    office::Schedule record = old->record;
    record.isEnabled = isEnabled;
    record.since = m_clock.now();
    const QString what = isEnabled ? u"로봇 예약 켜기: "_s : u"로봇 예약 끄기: "_s;
    return write(what + record.title, changeBetween(toRow(old->record), toRow(record), refOf(record)));
}

Status Schedules::remove(const QString &id)
{
    const Result<StoredSchedule> old = find(id);
    if (!old)
        return old.error();
    return write(u"로봇 예약 삭제: "_s + old->record.title, changeBetween(toRow(old->record), Row(), refOf(old->record)));
}

Status Schedules::decide(const QString &id, const QDateTime &at, bool isRun)
{
    if (const Status allowed = m_desk.session().mayDo(u"approve"_s); !allowed)
        return allowed;
    const Result<StoredSchedule> schedule = find(id);
    const Result<QList<store::Occurrence>> all = past(id, 0);
    if (!schedule || !all)
        return !schedule ? schedule.error() : all.error();
    const auto asked = std::find_if(all->begin(), all->end(), [&](const store::Occurrence &one) { return one.at == at; });
    if (asked == all->end() || asked->outcome != u"asked")
        return Error{Error::Kind::Conflict, u"expected a time of '"_s + id + u"' that asks but "_s + momentText(at) + u" does not"_s, u"schedule.notAsked"_s};
    const QString by = m_desk.session().actor();
    if (!isRun)
        return m_desk.runs().setOutcome(id, at, u"missed"_s, u"declined by "_s + by);
    const Result<RobotDesk::Begin> begin = beginOf(*schedule, at);
    const Result<QString> begun = begin ? m_desk.begin(*begin) : begin.error();
    // The run's cause keeps it single, should we be stopped right here and be asked again.
    return begun ? m_desk.runs().setOutcome(id, at, u"run"_s, u"decided by "_s + by) : begun.error();
}

} // namespace naru::run
