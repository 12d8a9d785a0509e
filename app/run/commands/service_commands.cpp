// naru serve, schedule, trigger: robots that run without anybody, and when.
#include "run/commands/command.h"

#include "run/robots/values.h"
#include "run/service/service.h"
#include "run/words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>
#include <QUuid>

namespace naru::run {

namespace {

QString seoulText(const QDateTime &at) { return at.toTimeZone(QTimeZone("Asia/Seoul")).toString(Qt::ISODate); }

// ---- serve

// One line an event: the moment, what, about what, and the rest; nothing of a document can break the line.
QString lineOf(const ServiceEvent &event)
{
    const QString rest = event.text.isEmpty() ? QString() : u": "_s + event.text;
    QString line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + (event.isProblem ? u" ! "_s : u" "_s) + event.what
        + (event.about.isEmpty() ? QString() : u' ' + event.about) + rest;
    return line.replace(u'\n', u' ').replace(u'\t', u' ');
}

Status serve(Context &context, Session &session, bool isOnce)
{
    // A service that may not do what is due must not look as if it did.
    if (const Status allowed = session.mayDo(u"approve"_s); !allowed)
        return allowed;
    Service::Options options;
    options.tell = [&context](const ServiceEvent &event) { context.tell(lineOf(event)); };
    Service service(session, RobotDesk::systemClock(), options);
    if (isOnce)
        service.once(isInterrupted);
    else
        service.serve(isInterrupted);
    return {};
}

// ---- schedules

struct ScheduleValues {
    std::string robot, id, title, file, rrule, cron, once, zone, start, end, holidays, misfire, overlap, at, decision;
    std::vector<std::string> inputs;
    int misfireLimit = 1;
    int jitter = 0;
    int count = 10;
};

QJsonValue orNothing(const std::string &value) { return value.empty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text(value)); }

QList<std::pair<QString, QString>> pairsOf(const std::vector<std::string> &inputs)
{
    QList<std::pair<QString, QString>> out;
    for (const std::string &one : inputs)
        out.append({text(one).section(u'=', 0, 0), text(one).section(u'=', 1)});
    return out;
}

Result<QJsonObject> jsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, u"expected a file '"_s + path + u"' but "_s + file.errorString()};
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        return Error{Error::Kind::Invalid, u"expected JSON in '"_s + path + u"' but "_s + error.errorString()};
    return json;
}

// A repetition begins somewhere: at this minute, where nothing else is said.
std::string startOr(const ScheduleValues &values)
{
    if (values.rrule.empty() || !values.start.empty())
        return values.start;
    const QTimeZone zone(values.zone.empty() ? QByteArray("Asia/Seoul") : QByteArray::fromStdString(values.zone));
    return QDateTime::currentDateTimeUtc().toTimeZone(zone).toString(u"yyyy-MM-ddTHH:mm"_s).toStdString();
}

// The schedule that the options say, in the JSON form, so that one reader judges all.
Result<schedule::Schedule> scheduleOf(RobotDesk &desk, const ScheduleValues &values)
{
    QJsonObject json;
    if (!values.file.empty()) {
        const Result<QJsonObject> read = jsonFile(text(values.file));
        if (!read)
            return read.error();
        json = *read;
    } else {
        QJsonObject rule;
        for (const auto &[word, value] : {std::pair(u"rrule"_s, values.rrule), {u"cron"_s, values.cron}, {u"once"_s, values.once}})
            if (!value.empty())
                rule.insert(word, text(value));
        const QString id = values.id.empty() ? Schedules::freshId() : text(values.id);
        json = {{u"id"_s, id}, {u"robot"_s, text(values.robot)}, {u"rule"_s, rule}, {u"jitter"_s, values.jitter}};
        for (const auto &[word, value] : {std::pair(u"zone"_s, values.zone), {u"start"_s, startOr(values)}, {u"end"_s, values.end},
                                          {u"holidays"_s, values.holidays}, {u"overlap"_s, values.overlap}})
            json.insert(word, orNothing(value));
        QJsonObject misfire{{u"limit"_s, values.misfireLimit}};
        misfire.insert(u"policy"_s, orNothing(values.misfire));
        json.insert(u"misfire"_s, misfire);
        if (!values.inputs.empty()) {
            const Result<std::shared_ptr<const Robot>> robot = desk.robot(text(values.robot));
            const Result<feel::Context> inputs = robot ? RobotDesk::inputsOf(**robot, pairsOf(values.inputs)) : robot.error();
            if (!inputs)
                return inputs.error();
            json.insert(u"inputs"_s, toJson(*inputs));
        }
    }
    const schedule::ParsedSchedule parsed = schedule::scheduleFromJson(json);
    if (!parsed.problems.isEmpty())
        return schedule::errorOf(parsed.problems);
    return parsed.schedule;
}

Status addSchedule(Context &context, Session &session, const ScheduleValues &values)
{
    RobotDesk desk(session);
    const Result<schedule::Schedule> schedule = scheduleOf(desk, values);
    if (!schedule)
        return schedule.error();
    const Result<QString> id = Schedules(desk).add(*schedule, text(values.title));
    if (!id)
        return id.error();
    if (context.json)
        context.printJson(QJsonObject{{u"schedule"_s, *id}});
    context.print(*id);
    return {};
}

QJsonObject occurrenceJson(const schedule::Occurrence &one, const KoreanCalendar &calendar, const QString &zone)
{
    const QDate day = one.scheduledAt.toTimeZone(QTimeZone(zone.toLatin1())).date();
    return {{u"at"_s, one.scheduledAt.toString(Qt::ISODate)},
            {u"local"_s, one.scheduledAt.toTimeZone(QTimeZone(zone.toLatin1())).toString(u"yyyy-MM-ddTHH:mm:ss"_s)},
            {u"starts"_s, one.startsAt.toString(Qt::ISODate)},
            {u"nominal"_s, schedule::wallText(one.nominal)},
            {u"moved"_s, one.isMoved},
            {u"moved_for"_s, toValue(one.movedFor)},
            {u"holiday"_s, toValue(calendar.holidayName(day))},
            {u"provisional"_s, one.isProvisional}};
}

Status previewSchedule(Context &context, Session &session, const ScheduleValues &values)
{
    RobotDesk desk(session);
    const Schedules schedules(desk);
    const bool isStored = !values.id.empty();
    ScheduleValues asked = values;
    if (asked.robot.empty())
        asked.robot = "none"; // a rule alone is asked about
    const Result<StoredSchedule> stored = isStored ? schedules.find(text(values.id)) : Result<StoredSchedule>(StoredSchedule());
    const Result<schedule::Schedule> schedule = !stored ? stored.error() : isStored ? stored->schedule : scheduleOf(desk, asked);
    if (!schedule)
        return schedule.error();
    const Result<schedule::Preview> preview = schedules.preview(*schedule, QDateTime::currentDateTimeUtc(), values.count);
    if (!preview)
        return preview.error();
    QJsonArray list;
    for (const schedule::Occurrence &one : preview->occurrences) {
        const QJsonObject json = occurrenceJson(one, schedules.calendar(), schedule->zone);
        list.append(json);
        QString line = json[u"local"_s].toString().replace(u'T', u' ');
        if (const QString holiday = json[u"holiday"_s].toString(); !holiday.isEmpty())
            line += u"  "_s + holiday;
        if (one.isMoved)
            line += u"  ← "_s + schedule::wallText(one.nominal).left(10) + (one.movedFor.isEmpty() ? QString() : u' ' + one.movedFor);
        context.print(one.isProvisional ? line + u"  *"_s : line);
    }
    if (context.json)
        context.printJson(list);
    if (preview->stopped)
        context.tell(sentence(*preview->stopped));
    return {};
}

Status listSchedules(Context &context, Session &session)
{
    RobotDesk desk(session);
    const Schedules schedules(desk);
    const Result<QList<StoredSchedule>> all = schedules.list();
    if (!all)
        return all.error();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QJsonArray list;
    for (const StoredSchedule &one : *all) {
        const Result<schedule::Preview> next = schedules.preview(one.schedule, now, 1);
        const Result<QList<store::Occurrence>> past = schedules.past(one.record.id, 20);
        if (!past)
            return past.error();
        const bool isComing = next && !next->occurrences.isEmpty();
        QJsonArray outcomes;
        for (const store::Occurrence &occurrence : *past)
            outcomes.append(QJsonObject{{u"at"_s, occurrence.at.toString(Qt::ISODate)}, {u"outcome"_s, occurrence.outcome},
                                        {u"reason"_s, toValue(occurrence.reason)}, {u"run"_s, toValue(occurrence.run)}});
        list.append(QJsonObject{{u"id"_s, one.record.id}, {u"title"_s, one.record.title}, {u"robot"_s, one.record.robot},
                                {u"enabled"_s, one.record.isEnabled}, {u"schedule"_s, schedule::toJson(one.schedule)},
                                {u"next"_s, isComing ? QJsonValue(next->occurrences.first().startsAt.toString(Qt::ISODate)) : QJsonValue()},
                                {u"past"_s, outcomes}});
        const QString coming = isComing ? seoulText(next->occurrences.first().startsAt) : u"-"_s;
        context.print(one.record.id + u"  "_s + (one.record.isEnabled ? coming : u"×"_s) + u"  "_s + one.record.robot + u"  "_s + one.record.title);
    }
    if (context.json)
        context.printJson(list);
    return {};
}

Status decideSchedule(Session &session, const ScheduleValues &values)
{
    RobotDesk desk(session);
    const QDateTime at = QDateTime::fromString(text(values.at), Qt::ISODate).toUTC();
    if (!at.isValid())
        return Error{Error::Kind::Usage, u"expected a moment as 2026-08-05T00:00:00Z but got '"_s + text(values.at) + u'\''};
    return Schedules(desk).decide(text(values.id), at, values.decision == "run");
}

void addRuleOptions(CLI::App *command, ScheduleValues &values)
{
    command->add_option("--rrule", values.rrule, said(QT_TRANSLATE_NOOP("Command", "The rule as RFC 5545 has it: FREQ=MONTHLY;BYMONTHDAY=5")));
    command->add_option("--cron", values.cron, said(QT_TRANSLATE_NOOP("Command", "The rule as cron has it: 0 9 5 * *")));
    command->add_option("--once", values.once, said(QT_TRANSLATE_NOOP("Command", "A single moment: 2026-12-05T09:00")));
    command->add_option("--zone", values.zone, said(QT_TRANSLATE_NOOP("Command", "The zone of its clock (default: Asia/Seoul)")));
    command->add_option("--start", values.start, said(QT_TRANSLATE_NOOP("Command", "Nothing runs before: 2026-12-01T09:00")));
    command->add_option("--end", values.end, said(QT_TRANSLATE_NOOP("Command", "Nothing runs after: 2027-12-01T09:00")));
    command->add_option("--holidays", values.holidays, said(QT_TRANSLATE_NOOP("Command", "On a day that is no working day: as-is, skip, previous, or next")));
    command->add_option("--misfire", values.misfire, said(QT_TRANSLATE_NOOP("Command", "What was missed: once, skip, all, or ask")));
    command->add_option("--misfire-limit", values.misfireLimit, said(QT_TRANSLATE_NOOP("Command", "At most so many of what was missed")));
    command->add_option("--overlap", values.overlap, said(QT_TRANSLATE_NOOP("Command", "While an earlier run goes on: skip, queue-one, queue-all, cancel-other, or allow")));
    command->add_option("--jitter", values.jitter, said(QT_TRANSLATE_NOOP("Command", "Spread the starts over so many seconds")));
}

void addScheduleCommands(CLI::App &app, Context &context)
{
    auto values = std::make_shared<ScheduleValues>(); // shared: the callbacks outlive this function
    CLI::App *schedule = app.add_subcommand("schedule", said(QT_TRANSLATE_NOOP("Command", "When robots run: listed, added, removed, previewed")));
    schedule->require_subcommand(1);
    CLI::App *list = schedule->add_subcommand("list", said(QT_TRANSLATE_NOOP("Command", "All schedules, when each runs next, and what became of its times")));
    list->callback([&context] { withSession(context, [&](Session &session) { return listSchedules(context, session); }); });

    CLI::App *add = schedule->add_subcommand("add", said(QT_TRANSLATE_NOOP("Command", "A new schedule of a robot")));
    add->add_option("ROBOT", values->robot, said(QT_TRANSLATE_NOOP("Command", "The robot")));
    add->add_option("--file", values->file, said(QT_TRANSLATE_NOOP("Command", "The schedule as JSON, instead of options")));
    add->add_option("--id", values->id, said(QT_TRANSLATE_NOOP("Command", "Its number (default: a new one)")));
    add->add_option("--title", values->title, said(QT_TRANSLATE_NOOP("Command", "Its name on the screen")));
    add->add_option("--input", values->inputs, said(QT_TRANSLATE_NOOP("Command", "What the robot takes: name=value")));
    addRuleOptions(add, *values);
    add->callback([&context, values] { withSession(context, [&](Session &session) { return addSchedule(context, session, *values); }); });

    CLI::App *preview = schedule->add_subcommand("preview", said(QT_TRANSLATE_NOOP("Command", "The next times, with holidays, and days that are moved for them")));
    preview->add_option("SCHEDULE", values->id, said(QT_TRANSLATE_NOOP("Command", "The schedule, or none and a rule")));
    preview->add_option("--count", values->count, said(QT_TRANSLATE_NOOP("Command", "How many")))->check(CLI::Range(1, 10'000));
    addRuleOptions(preview, *values);
    preview->callback([&context, values] { withSession(context, [&](Session &session) { return previewSchedule(context, session, *values); }); });

    const auto single = [&](const char *name, const std::string &about, auto act) {
        CLI::App *command = schedule->add_subcommand(name, about);
        command->add_option("SCHEDULE", values->id, said(QT_TRANSLATE_NOOP("Command", "The schedule")))->required();
        command->callback([&context, values, act] {
            withSession(context, [&](Session &session) {
                RobotDesk desk(session);
                return act(Schedules(desk), text(values->id));
            });
        });
    };
    single("remove", said(QT_TRANSLATE_NOOP("Command", "Remove a schedule; what runs goes on")), [](Schedules all, const QString &id) { return all.remove(id); });
    single("enable", said(QT_TRANSLATE_NOOP("Command", "Switch a schedule on; what is past was not missed")), [](Schedules all, const QString &id) { return all.switchOn(id, true); });
    single("disable", said(QT_TRANSLATE_NOOP("Command", "Switch a schedule off")), [](Schedules all, const QString &id) { return all.switchOn(id, false); });

    CLI::App *decide = schedule->add_subcommand("decide", said(QT_TRANSLATE_NOOP("Command", "Say of a missed time that asks whether it runs now")));
    decide->add_option("SCHEDULE", values->id, said(QT_TRANSLATE_NOOP("Command", "The schedule")))->required();
    decide->add_option("AT", values->at, said(QT_TRANSLATE_NOOP("Command", "The time, as the list shows it")))->required();
    decide->add_option("DECISION", values->decision, said(QT_TRANSLATE_NOOP("Command", "run or skip")))->required()->check(CLI::IsMember({"run", "skip"}));
    decide->callback([&context, values] { withSession(context, [&](Session &session) { return decideSchedule(session, *values); }); });
}

// ---- triggers

struct TriggerValues {
    std::string robot, id, title, folder, message, name, correlation, key, payload;
    bool onEffect = false;
    std::vector<std::string> inputs;
};

Status addTrigger(Context &context, Session &session, const TriggerValues &values)
{
    RobotDesk desk(session);
    office::Trigger trigger;
    trigger.id = text(values.id);
    trigger.title = text(values.title);
    trigger.robot = text(values.robot);
    trigger.nature = !values.folder.empty() ? folderTrigger() : values.onEffect ? effectTrigger() : messageTrigger();
    trigger.place = text(!values.folder.empty() ? values.folder : values.message);
    feel::Context inputs;
    const Result<std::shared_ptr<const Robot>> robot = desk.robot(trigger.robot);
    if (!robot)
        return robot.error();
    for (const auto &[name, value] : pairsOf(values.inputs)) {
        // Alone: what is required comes with the case.
        Robot taking = **robot;
        for (RobotInput &one : taking.inputs)
            one.required = false;
        const Result<feel::Context> one = RobotDesk::inputsOf(taking, {{name, value}});
        if (!one)
            return one.error();
        inputs.put(name, one->value(name));
    }
    if (inputs.size() > 0)
        trigger.inputs = QString::fromUtf8(QJsonDocument(toJson(inputs)).toJson(QJsonDocument::Compact));
    const Result<QString> id = Triggers(desk).add(trigger);
    if (!id)
        return id.error();
    if (context.json)
        context.printJson(QJsonObject{{u"trigger"_s, *id}});
    context.print(*id);
    return {};
}

Status listTriggers(Context &context, Session &session)
{
    RobotDesk desk(session);
    const Result<QList<office::Trigger>> all = Triggers(desk).list();
    if (!all)
        return all.error();
    QJsonArray list;
    for (const office::Trigger &one : *all) {
        list.append(QJsonObject{{u"id"_s, one.id}, {u"title"_s, one.title}, {u"robot"_s, one.robot}, {u"kind"_s, one.nature}, {u"place"_s, toValue(one.place)},
                                {u"inputs"_s, QJsonDocument::fromJson(one.inputs.toUtf8()).object()}, {u"enabled"_s, one.isEnabled}});
        context.print(one.id + u"  "_s + (one.isEnabled ? one.nature : u"×"_s) + u"  "_s + one.place + u"  "_s + one.robot + u"  "_s + one.title);
    }
    if (context.json)
        context.printJson(list);
    return {};
}

Status tellMessage(Context &context, Session &session, const TriggerValues &values)
{
    RobotDesk desk(session);
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(values.payload)).object();
    const Result<feel::Context> payload = contextFromJson(json);
    if (!payload)
        return payload.error();
    const QString key = values.key.empty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : text(values.key);
    const Result<QStringList> runs = Triggers(desk).tell(text(values.name), text(values.correlation), *payload, key);
    if (!runs)
        return runs.error();
    if (context.json)
        context.printJson(QJsonObject{{u"runs"_s, QJsonArray::fromStringList(*runs)}});
    context.print(runs->join(u'\n'));
    return {};
}

void addTriggerCommands(CLI::App &app, Context &context)
{
    auto values = std::make_shared<TriggerValues>(); // shared: the callbacks outlive this function
    CLI::App *trigger = app.add_subcommand("trigger", said(QT_TRANSLATE_NOOP("Command", "What makes robots run: folders, messages, effective days")));
    trigger->require_subcommand(1);
    CLI::App *list = trigger->add_subcommand("list", said(QT_TRANSLATE_NOOP("Command", "All triggers")));
    list->callback([&context] { withSession(context, [&](Session &session) { return listTriggers(context, session); }); });

    CLI::App *add = trigger->add_subcommand("add", said(QT_TRANSLATE_NOOP("Command", "A new trigger of a robot")));
    add->add_option("ROBOT", values->robot, said(QT_TRANSLATE_NOOP("Command", "The robot")))->required();
    add->add_option("--title", values->title, said(QT_TRANSLATE_NOOP("Command", "Its name on the screen")));
    add->add_option("--input", values->inputs, said(QT_TRANSLATE_NOOP("Command", "What the robot takes: name=value")));
    CLI::Option_group *what = add->add_option_group("what");
    what->add_option("--folder", values->folder, said(QT_TRANSLATE_NOOP("Command", "A file arrives in this folder")));
    what->add_option("--message", values->message, said(QT_TRANSLATE_NOOP("Command", "A message of this name comes")));
    what->add_flag("--effective-day", values->onEffect, said(QT_TRANSLATE_NOOP("Command", "A booked plan takes effect")));
    what->require_option(1);
    add->callback([&context, values] { withSession(context, [&](Session &session) { return addTrigger(context, session, *values); }); });

    CLI::App *remove = trigger->add_subcommand("remove", said(QT_TRANSLATE_NOOP("Command", "Remove a trigger; what runs goes on")));
    remove->add_option("TRIGGER", values->id, said(QT_TRANSLATE_NOOP("Command", "The trigger")))->required();
    remove->callback([&context, values] {
        withSession(context, [&](Session &session) {
            RobotDesk desk(session);
            return Triggers(desk).remove(text(values->id));
        });
    });

    CLI::App *tell = trigger->add_subcommand("tell", said(QT_TRANSLATE_NOOP("Command", "Say that something has happened: the run that waits for it is told, else the robots that start at it begin")));
    tell->add_option("MESSAGE", values->name, said(QT_TRANSLATE_NOOP("Command", "The name of the message")))->required();
    tell->add_option("--correlation", values->correlation, said(QT_TRANSLATE_NOOP("Command", "What it is about")));
    tell->add_option("--payload", values->payload, said(QT_TRANSLATE_NOOP("Command", "What it brings, as a JSON object")));
    tell->add_option("--key", values->key, said(QT_TRANSLATE_NOOP("Command", "The same key is told once (default: a new one)")));
    tell->callback([&context, values] { withSession(context, [&](Session &session) { return tellMessage(context, session, *values); }); });
}

} // namespace

void addServiceCommands(CLI::App &app, Context &context)
{
    auto isOnce = std::make_shared<bool>(false); // shared: the callback outlives this function
    CLI::App *command = app.add_subcommand("serve", said(QT_TRANSLATE_NOOP("Command", "The unattended service: schedules, triggers, bookings, runs; stops cleanly on SIGTERM")));
    command->add_flag("--once", *isOnce, said(QT_TRANSLATE_NOOP("Command", "Do everything that is due now, then end")));
    command->callback([&context, isOnce] { withSession(context, [&](Session &session) { return serve(context, session, *isOnce); }); });
    addScheduleCommands(app, context);
    addTriggerCommands(app, context);
}

} // namespace naru::run
