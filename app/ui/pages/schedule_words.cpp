// When a schedule runs, in the words of the list.
#include "ui/pages/schedule_fields.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace naru::ui {

namespace {

QString say(const char *text) { return QCoreApplication::translate("naru::ui::ScheduleWords", text); }

QString text(const feel::Context &fields, const QString &name)
{
    const feel::Value value = fields.value(name);
    return value.is(feel::Value::Kind::String) ? value.string() : QString();
}

QString number(const feel::Context &fields, const QString &name)
{
    const feel::Value value = fields.value(name);
    return value.is(feel::Value::Kind::Number) ? value.number().toString() : QString();
}

QString weekdayName(const QString &word, QLocale::FormatType length)
{
    static const QStringList words{u"MO"_s, u"TU"_s, u"WE"_s, u"TH"_s, u"FR"_s, u"SA"_s, u"SU"_s};
    return QLocale().dayName(int(words.indexOf(word)) + 1, length);
}

QString nthName(const QString &nth)
{
    static const QHash<QString, const char *> names{
        {u"1"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "first")},  {u"2"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "second")},
        {u"3"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "third")},  {u"4"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "fourth")},
        {u"5"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "fifth")},  {u"-1"_s, QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "last")}};
    return names.contains(nth) ? say(names.value(nth)) : nth;
}

QString weekWords(const feel::Context &fields, bool isEach, const QString &step)
{
    QStringList days;
    const feel::Value chosen = fields.value(u"weekdays");
    for (const feel::Value &one : chosen.list())
        days.append(weekdayName(one.string(), QLocale::ShortFormat));
    const QString joined = days.join(u'·');
    return isEach ? say(QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "Every week: %1")).arg(joined)
                  : say(QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "Every %1 weeks: %2")).arg(step, joined);
}

QString dayOfMonthWords(const feel::Context &fields, const QString &repeat)
{
    if (repeat == u"day of month")
        return say(QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "day %1")).arg(number(fields, u"monthDay"_s));
    if (repeat == u"last day")
        return say(QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "the last day"));
    return say(QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "the %1 %2"))
        .arg(nthName(text(fields, u"nth"_s)), weekdayName(text(fields, u"nthDay"_s), QLocale::LongFormat));
}

} // namespace

QString ruleWords(const schedule::Schedule &schedule)
{
    const feel::Context fields = fieldsOf(schedule, {});
    const QString repeat = text(fields, u"repeat"_s);
    const QString step = number(fields, u"step"_s);
    const bool isEach = step == u"1";
    if (repeat == u"cron" || repeat == u"rrule")
        return schedule.rule;
    if (repeat == u"once") {
        const auto at = schedule::wallFromText(schedule.rule);
        return at ? say(QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "Once: %1")).arg(dayText(schedule::dateOf(schedule::dayOf(*at))) + u' ' + text(fields, u"clock"_s))
                  : schedule.rule;
    }
    const QString clock = text(fields, u"clock"_s);
    if (repeat == u"daily") {
        const QString days = isEach ? say(QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "Every day")) : say(QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "Every %1 days")).arg(step);
        return days + u' ' + clock;
    }
    if (repeat == u"weekly")
        return weekWords(fields, isEach, step) + u' ' + clock;
    const QString day = dayOfMonthWords(fields, repeat);
    return (isEach ? say(QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "Every month, %1")).arg(day)
                   : say(QT_TRANSLATE_NOOP("naru::ui::ScheduleWords", "Every %1 months, %2")).arg(step, day))
        + u' ' + clock;
}

} // namespace naru::ui
