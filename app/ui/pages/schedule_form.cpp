// What the window asks of a schedule, and of what its robot is given.
#include "ui/pages/schedule_fields.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace naru::ui {

namespace {

QString say(const char *text) { return QCoreApplication::translate("naru::ui::ScheduleFields", text); }

run::FormField field(const QString &name, FieldKind kind, const char *label, const QString &visible = {})
{
    run::FormField out;
    out.field.name = name;
    out.field.kind = kind;
    out.field.label = say(label);
    out.visible = visible;
    out.isHalf = true;
    return out;
}

run::FormField needed(run::FormField field)
{
    field.field.required = true;
    return field;
}

run::FormField choice(const QString &name, const char *label, const QList<std::pair<QString, const char *>> &options, const QString &visible = {})
{
    run::FormField out = needed(field(name, FieldKind::Choice, label, visible));
    for (const auto &[value, words] : options)
        out.options.append({value, say(words)});
    return out;
}

run::FormField checked(run::FormField field, const QString &check, const char *message)
{
    field.check = check;
    field.message = say(message);
    return field;
}

QList<run::FormOption> weekdayOptions(QLocale::FormatType length)
{
    QList<run::FormOption> out;
    constexpr std::array<QStringView, 7> weekdays{u"MO", u"TU", u"WE", u"TH", u"FR", u"SA", u"SU"};
    for (int i = 0; i < 7; ++i)
        out.append({weekdays[std::size_t(i)].toString(), QLocale().dayName(i + 1, length)});
    return out;
}

QList<run::FormField> whatFields(const QList<run::FormOption> &robots)
{
    run::FormField robot = needed(field(u"robot"_s, FieldKind::Choice, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Robot")));
    robot.options = robots;
    return {field(u"title"_s, FieldKind::Text, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Name (empty: the robot's)")), robot};
}

QList<run::FormField> dayFields()
{
    run::FormField days = needed(field(u"weekdays"_s, FieldKind::Texts, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "On these days"), u"repeat = \"weekly\""_s));
    days.options = weekdayOptions(QLocale::ShortFormat);
    days.isHalf = false;
    run::FormField weekday = needed(field(u"nthDay"_s, FieldKind::Choice, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Weekday"), u"repeat = \"nth weekday\""_s));
    weekday.options = weekdayOptions(QLocale::LongFormat);
    return {days,
            checked(needed(field(u"monthDay"_s, FieldKind::Whole, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Day of the month"), u"repeat = \"day of month\""_s)),
                    u"monthDay >= 1 and monthDay <= 31"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "A day from 1 to 31 is needed.")),
            choice(u"nth"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Which one"),
                   {{u"1"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "The first")},
                    {u"2"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "The second")},
                    {u"3"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "The third")},
                    {u"4"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "The fourth")},
                    {u"5"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "The fifth, where there is one")},
                    {u"-1"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "The last")}},
                   u"repeat = \"nth weekday\""_s),
            weekday};
}

QList<run::FormField> whenFields()
{
    QList<run::FormField> out{
        choice(u"repeat"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Repeats"),
               {{u"daily"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Every day")},
                {u"weekly"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Every week, on weekdays")},
                {u"day of month"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Every month, on a day")},
                {u"nth weekday"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Every month, on a weekday")},
                {u"last day"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Every month, on its last day")},
                {u"once"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Once")},
                {u"rrule"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "As typed (RRULE)")},
                {u"cron"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "As typed (cron)")}}),
        checked(needed(field(u"step"_s, FieldKind::Whole, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Every how many (1: each, 2: every other)"),
                             u"list contains([\"daily\", \"weekly\", \"day of month\", \"nth weekday\", \"last day\"], repeat)"_s)),
                u"step >= 1 and step <= 1000"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "A number from 1 to 1,000 is needed."))};
    out += dayFields();
    run::FormField rrule = needed(field(u"rrule"_s, FieldKind::Text, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Rule, as FREQ=MONTHLY;BYMONTHDAY=5"), u"repeat = \"rrule\""_s));
    run::FormField cron = needed(field(u"cron"_s, FieldKind::Text, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Rule, as 0 9 5 * * (minute, hour, day, month, weekday)"), u"repeat = \"cron\""_s));
    rrule.isHalf = cron.isHalf = false;
    out += {rrule, cron,
            needed(field(u"onceDay"_s, FieldKind::Day, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "On this day"), u"repeat = \"once\""_s)),
            checked(needed(field(u"clock"_s, FieldKind::Text, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "At this time (as 09:00)"), u"repeat != \"cron\""_s)),
                    u"matches(clock, \"^([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$\")"_s,
                    QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Write the time as 09:00.")),
            needed(field(u"from"_s, FieldKind::Day, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "From this day"), u"not(list contains([\"once\", \"cron\"], repeat))"_s)),
            field(u"cronFrom"_s, FieldKind::Day, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "From this day (empty: at once)"), u"repeat = \"cron\""_s),
            field(u"until"_s, FieldKind::Day, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Until this day (empty: without end)"), u"repeat != \"once\""_s)};
    return out;
}

QList<run::FormField> policyFields()
{
    return {choice(u"holidays"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "On a day off"),
                   {{u"as-is"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Run all the same")},
                    {u"skip"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Do not run")},
                    {u"previous"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Run on the working day before")},
                    {u"next"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Run on the next working day")}}),
            choice(u"misfire"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "What was missed while the computer was off"),
                   {{u"once"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Run once for all of it")},
                    {u"skip"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Leave it out")},
                    {u"all"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Run the latest ones, in order")},
                    {u"ask"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Ask a person")}}),
            checked(needed(field(u"limit"_s, FieldKind::Whole, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "At most so many of what was missed"), u"misfire = \"all\""_s)),
                    u"limit >= 1 and limit <= 1000"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "A number from 1 to 1,000 is needed.")),
            choice(u"overlap"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "While the run before still goes on"),
                   {{u"skip"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Leave this one out")},
                    {u"queue-one"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Let one wait for its turn")},
                    {u"queue-all"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Let all wait for their turn")},
                    {u"cancel-other"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Cancel the one that goes on")},
                    {u"allow"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Run both")}}),
            checked(field(u"jitter"_s, FieldKind::Whole, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Spread the start over so many seconds (0: on time)")),
                    u"jitter >= 0 and jitter <= 3600"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "A number from 0 to 3,600 is needed.")),
            needed(field(u"zone"_s, FieldKind::Text, QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Time zone")))};
}

} // namespace

run::Form scheduleForm(const QList<run::FormOption> &robots)
{
    run::Form form;
    form.name = u"schedule"_s;
    form.fields = whatFields(robots) + whenFields() + policyFields();
    return form;
}

run::Form inputForm(const run::Robot &robot)
{
    static const QMap<QString, FieldKind> kinds{{u"files"_s, FieldKind::Texts}, {u"day"_s, FieldKind::Day},
                                                {u"number"_s, FieldKind::Exact}, {u"flag"_s, FieldKind::Flag}};
    run::Form form;
    form.name = robot.id;
    for (const run::RobotInput &input : robot.inputs) {
        run::FormField one;
        one.field.name = input.name;
        one.field.kind = kinds.value(input.kind, FieldKind::Text);
        one.field.label = input.label.isEmpty() ? input.name : input.label;
        one.field.required = input.required;
        if (input.kind == u"files")
            one = checked(one, u"every one in %1 satisfies starts with(one, \"/\")"_s.arg(input.name),
                          QT_TRANSLATE_NOOP("naru::ui::ScheduleFields", "Write where each file lies, from / on."));
        form.fields.append(one);
    }
    return form;
}

} // namespace naru::ui
