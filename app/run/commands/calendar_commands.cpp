// naru calendar: the days on which nobody works, and the office's own among them.
#include "run/commands/command.h"

#include "core/korean_text.h"
#include "run/closing_days.h"

#include <QJsonArray>

namespace naru::run {

namespace {

struct CalendarValues {
    std::string day, name, ground;
    int year = 0;
};

QString kindText(Holiday::Kind kind)
{
    switch (kind) {
    case Holiday::Kind::Statutory: return told(QT_TRANSLATE_NOOP("Command", "public holiday"));
    case Holiday::Kind::Substitute: return told(QT_TRANSLATE_NOOP("Command", "substitute holiday"));
    case Holiday::Kind::Appointed: return told(QT_TRANSLATE_NOOP("Command", "appointed holiday"));
    case Holiday::Kind::Closed: return told(QT_TRANSLATE_NOOP("Command", "closing day of the office"));
    }
    return {};
}

QString kindWord(Holiday::Kind kind)
{
    switch (kind) {
    case Holiday::Kind::Statutory: return u"statutory"_s;
    case Holiday::Kind::Substitute: return u"substitute"_s;
    case Holiday::Kind::Appointed: return u"appointed"_s;
    case Holiday::Kind::Closed: return u"closed"_s;
    }
    return {};
}

Status listYear(Context &context, Session &session, int year)
{
    const Result<KoreanCalendar> calendar = session.calendar();
    if (!calendar)
        return calendar.error();
    const Result<QList<Holiday>> days = calendar->holidays(year > 0 ? year : session.today().year());
    if (!days)
        return days.error();
    QJsonArray list;
    for (const Holiday &one : *days) {
        list.append(QJsonObject{{u"date"_s, one.date.toString(Qt::ISODate)}, {u"name"_s, one.name}, {u"kind"_s, kindWord(one.kind)}, {u"law"_s, toValue(one.law)}});
        context.print(one.date.toString(Qt::ISODate) + u" ("_s + koreanWeekday(one.date) + u")  "_s + one.name + u"  "_s + kindText(one.kind));
    }
    if (context.json)
        context.printJson(list);
    return {};
}

Status listClosed(Context &context, Session &session)
{
    const Result<QList<office::ClosingDay>> days = ClosingDays(session).list();
    if (!days)
        return days.error();
    QJsonArray list;
    for (const office::ClosingDay &one : *days) {
        list.append(QJsonObject{{u"day"_s, one.id}, {u"name"_s, one.name}, {u"ground"_s, toValue(one.ground)}});
        context.print(one.id + u"  "_s + one.name + (one.ground.isEmpty() ? QString() : u"  "_s + one.ground));
    }
    if (context.json)
        context.printJson(list);
    return {};
}

Status closeDay(Context &context, Session &session, const CalendarValues &values)
{
    const Result<QString> day = ClosingDays(session).add({text(values.day), text(values.name), text(values.ground)});
    if (!day)
        return day.error();
    if (context.json)
        context.printJson(QJsonObject{{u"day"_s, *day}});
    context.print(*day);
    return {};
}

} // namespace

void addCalendarCommands(CLI::App &app, Context &context)
{
    auto values = std::make_shared<CalendarValues>(); // shared: the callbacks outlive this function
    CLI::App *calendar = app.add_subcommand("calendar", said(QT_TRANSLATE_NOOP("Command", "The days on which nobody works: public holidays, and the office's own closing days")));
    calendar->require_subcommand(1);
    CLI::App *year = calendar->add_subcommand("year", said(QT_TRANSLATE_NOOP("Command", "Every day off of a year, with its name and kind")));
    year->add_option("YEAR", values->year, said(QT_TRANSLATE_NOOP("Command", "The year (default: this one)")));
    year->callback([&context, values] { withSession(context, [&](Session &session) { return listYear(context, session, values->year); }); });

    CLI::App *list = calendar->add_subcommand("list", said(QT_TRANSLATE_NOOP("Command", "The office's own closing days")));
    list->callback([&context] { withSession(context, [&](Session &session) { return listClosed(context, session); }); });

    const auto addDay = [&values](CLI::App *command) {
        command->add_option("DAY", values->day, said(QT_TRANSLATE_NOOP("Command", "The day as 2026-12-31, or 07-01 for every year")))->required();
    };
    CLI::App *add = calendar->add_subcommand("add", said(QT_TRANSLATE_NOOP("Command", "Close the office on a day: it is no working day from now on")));
    addDay(add);
    add->add_option("--name", values->name, said(QT_TRANSLATE_NOOP("Command", "What the day is called")))->required();
    add->add_option("--ground", values->ground, said(QT_TRANSLATE_NOOP("Command", "What says so: a rule of the office, a document")));
    add->callback([&context, values] { withSession(context, [&](Session &session) { return closeDay(context, session, *values); }); });

    CLI::App *remove = calendar->add_subcommand("remove", said(QT_TRANSLATE_NOOP("Command", "Open the office on a day on which it was closed")));
    addDay(remove);
    remove->callback([&context, values] { withSession(context, [&](Session &session) { return ClosingDays(session).remove(text(values->day)); }); });
}

} // namespace naru::run
