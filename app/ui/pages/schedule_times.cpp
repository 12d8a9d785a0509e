#include "ui/pages/schedule_times.h"

#include "ui/pages/day_words.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace naru::ui {

namespace {

QString say(const char *text) { return QCoreApplication::translate("naru::ui::ScheduleTimes", text); }

QString whenText(const QDateTime &at, const QTimeZone &zone)
{
    const QDateTime local = at.toTimeZone(zone);
    const QTime time = local.time();
    return dayText(local.date()) + u' ' + time.toString(time.second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
}

// "성탄절", "토요일"; empty for a working day.
QString dayOff(const KoreanCalendar &calendar, QDate day)
{
    const QString name = calendar.holidayName(day);
    if (!name.isEmpty())
        return name;
    const bool isOff = calendar.day(day) != KoreanCalendar::Day::Working && calendar.day(day) != KoreanCalendar::Day::Unknown;
    return isOff ? QLocale().dayName(day.dayOfWeek()) : QString();
}

CellRow timeRow(const schedule::Occurrence &one, const KoreanCalendar &calendar, const QTimeZone &zone)
{
    Cell note;
    const QDate nominal = schedule::dateOf(schedule::dayOf(one.nominal));
    if (one.isMoved) {
        const QString why = dayOff(calendar, nominal);
        note = {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "← %1 %2")).arg(shortDayWords(nominal), why), {}, Tone::Information};
    } else if (const QString off = dayOff(calendar, one.scheduledAt.toTimeZone(zone).date()); !off.isEmpty()) {
        note = {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Runs on a day off: %1")).arg(off), u"warning"_s, Tone::Warning};
    } else if (one.isProvisional) {
        note = {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Not all days off of that year are known")), u"info"_s, Tone::Muted};
    }
    return {one.scheduledAt.toString(Qt::ISODate), {{whenText(one.scheduledAt, zone), {}, Tone::Text, one.scheduledAt}, note}};
}

CellRow skippedRow(const schedule::Occurrence &one, const QString &holiday, const QTimeZone &zone)
{
    return {one.scheduledAt.toString(Qt::ISODate),
            {{whenText(one.scheduledAt, zone), u"skipped"_s, Tone::Muted, one.scheduledAt},
             {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Does not run: %1")).arg(holiday), {}, Tone::Muted}}};
}

// What the policy leaves out until the last time that is shown: holidays by name, weekends by their number.
void addSkipped(TimesLook &look, const run::Schedules &schedules, schedule::Schedule schedule, const QDateTime &now, const QDateTime &last)
{
    constexpr int mostLookedAt = 400;
    schedule.holidays = schedule::HolidayPolicy::AsIs;
    const QTimeZone zone(schedule.zone.toLatin1());
    const Result<schedule::Preview> all = schedules.preview(schedule, now, mostLookedAt);
    int weekend = 0;
    for (const schedule::Occurrence &one : all ? all->occurrences : QList<schedule::Occurrence>()) {
        const QDate day = one.scheduledAt.toTimeZone(zone).date();
        const QString off = dayOff(schedules.calendar(), day);
        if (one.scheduledAt > last || off.isEmpty())
            continue;
        if (schedules.calendar().holidayName(day).isEmpty())
            ++weekend;
        else
            look.rows.append(skippedRow(one, off, zone));
    }
    if (weekend > 0)
        look.notes.append(say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Saturdays and Sundays that are left out: %1")).arg(weekend));
    std::stable_sort(look.rows.begin(), look.rows.end(), [](const CellRow &a, const CellRow &b) {
        return a.cells.first().sort.toDateTime() < b.cells.first().sort.toDateTime();
    });
}

Cell outcomeCell(const store::Occurrence &one)
{
    if (one.outcome == u"run")
        return {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Ran")), u"done"_s, Tone::Success};
    if (one.outcome == u"asked")
        return {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Missed: to be decided")), u"question"_s, Tone::Warning};
    if (one.outcome == u"queued")
        return {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Waits for its turn")), u"clock"_s, Tone::Information};
    if (one.outcome == u"skipped")
        return {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Left out: the run before went on")), u"skipped"_s, Tone::Muted};
    const auto missed = run::missedTimes(one.reason);
    if (missed && missed->count > 1)
        return {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Missed %1 times")).arg(missed->count), u"skipped"_s, Tone::Muted};
    return {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Missed")), u"skipped"_s, Tone::Muted};
}

} // namespace

Result<TimesLook> timesLook(const run::Schedules &schedules, const schedule::Schedule &schedule, const QDateTime &now, int count)
{
    const Result<schedule::Preview> preview = schedules.preview(schedule, now, count);
    if (!preview)
        return preview.error();
    TimesLook look;
    const QTimeZone zone(schedule.zone.toLatin1());
    for (const schedule::Occurrence &one : preview->occurrences)
        look.rows.append(timeRow(one, schedules.calendar(), zone));
    if (schedule.holidays == schedule::HolidayPolicy::Skip && !preview->occurrences.isEmpty())
        addSkipped(look, schedules, schedule, now, preview->occurrences.last().scheduledAt);
    if (preview->stopped)
        look.notes.append(sentence(*preview->stopped));
    else if (preview->occurrences.size() < count)
        look.notes.append(say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "There are no more after these.")));
    if (schedule.rule.contains(u"BYMONTHDAY=29") || schedule.rule.contains(u"BYMONTHDAY=30") || schedule.rule.contains(u"BYMONTHDAY=31"))
        look.notes.append(say(QT_TRANSLATE_NOOP("naru::ui::ScheduleTimes", "Months without that day are passed over. For the end of every month choose its last day.")));
    return look;
}

CellRow pastRow(const store::Occurrence &one)
{
    const Cell outcome = outcomeCell(one);
    return {one.at.toString(Qt::ISODateWithMs), {{shortMomentWords(one.at), {}, Tone::Text, one.at}, outcome}, momentText(one.at) + u'\n' + outcome.text};
}

} // namespace naru::ui
