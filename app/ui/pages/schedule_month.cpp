#include "ui/pages/schedule_month.h"

#include "ui/pages/day_words.h"
#include "ui/pages/schedule_fields.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace naru::ui {

namespace {

constexpr int mostTimes = 500; // of one schedule in six weeks
constexpr int daysShown = 42;

QString say(const char *text) { return QCoreApplication::translate("naru::ui::ScheduleMonth", text); }

QDateTime inSeoul(const QDateTime &moment) { return moment.toTimeZone(QTimeZone("Asia/Seoul")); }

QDateTime startOf(QDate day) { return QDateTime(day, QTime(0, 0), QTimeZone("Asia/Seoul")); }

QDate firstShown(QDate month) { return month.addDays(1 - month.dayOfWeek()); }

Cell dayCell(const DayLook &look)
{
    QStringList lines{QString::number(look.day.day())};
    if (look.isToday)
        lines[0] += u' ' + say(QT_TRANSLATE_NOOP("naru::ui::ScheduleMonth", "(today)"));
    if (!look.name.isEmpty())
        lines[0] += u' ' + look.name;
    lines += look.times;
    Cell cell{lines.join(u'\n'), {}, look.isOther ? Tone::Muted : look.isOff ? Tone::Danger : Tone::Text};
    cell.spoken = dayText(look.day) + u' ' + (lines.first().section(u' ', 1) + u' ' + look.times.join(u", "_s)).trimmed();
    return cell;
}

} // namespace

Result<MonthLook> monthLook(run::Schedules &schedules, QDate month, const QDateTime &now)
{
    const Result<QList<run::StoredSchedule>> list = schedules.list();
    const Result<QList<office::ClosingDay>> closing = schedules.closingDays().list();
    if (!list || !closing)
        return !list ? list.error() : closing.error();
    MonthLook look;
    look.month = QDate(month.year(), month.month(), 1);
    look.calendar = schedules.calendar();
    look.closing = *closing;
    const QDate first = firstShown(look.month);
    const QDateTime end = startOf(first.addDays(daysShown));
    for (const run::StoredSchedule &stored : *list) {
        ScheduleLook one{stored, {}};
        const bool runs = stored.record.isEnabled && stored.problems.isEmpty();
        const auto next = runs ? schedules.preview(stored.schedule, now, 3) : Result<schedule::Preview>(schedule::Preview());
        if (next)
            for (const schedule::Occurrence &occurrence : next->occurrences)
                one.next.append(occurrence.scheduledAt);
        const auto shown = runs ? schedules.preview(stored.schedule, startOf(first).addSecs(-1), mostTimes)
                                 : Result<schedule::Preview>(schedule::Preview());
        if (shown)
            for (const schedule::Occurrence &occurrence : shown->occurrences)
                if (occurrence.scheduledAt < end)
                    look.times.append({occurrence.scheduledAt, stored.record.title, occurrence.isMoved});
        look.schedules.append(one);
    }
    std::stable_sort(look.times.begin(), look.times.end(), [](const ScheduledTime &a, const ScheduledTime &b) { return a.at < b.at; });
    return look;
}

QStringList weekHeads()
{
    QStringList heads;
    for (int day = 1; day <= 7; ++day)
        heads.append(QLocale().dayName(day, QLocale::ShortFormat));
    return heads;
}

QList<DayLook> daysOf(const MonthLook &look, QDate today)
{
    QList<DayLook> days;
    QDate day = firstShown(look.month);
    for (int i = 0; i < daysShown; ++i, day = day.addDays(1)) {
        const QString name = look.calendar.holidayName(day);
        const bool isOff = !name.isEmpty() || look.calendar.isHoliday(day);
        days.append({day, name, isOff, day == today, day.month() != look.month.month(), {}});
    }
    for (const ScheduledTime &one : look.times) {
        const QDateTime at = inSeoul(one.at);
        const qint64 place = days.first().day.daysTo(at.date());
        if (place >= 0 && place < daysShown)
            days[place].times.append(at.time().toString(u"HH:mm "_s) + one.title
                                     + (one.isMoved ? u' ' + say(QT_TRANSLATE_NOOP("naru::ui::ScheduleMonth", "(moved)")) : QString()));
    }
    return days;
}

QList<CellRow> weekRows(const QList<DayLook> &days)
{
    QList<CellRow> rows;
    for (qsizetype first = 0; first < days.size(); first += 7) {
        CellRow row{days[first].day.toString(Qt::ISODate), {}};
        for (const DayLook &one : days.mid(first, 7))
            row.cells.append(dayCell(one));
        rows.append(row);
    }
    return rows;
}

CellRow closingRow(const office::ClosingDay &day)
{
    const QDate date = QDate::fromString(day.id, Qt::ISODate);
    const QDate yearly = QDate::fromString(u"2000-"_s + day.id, Qt::ISODate);
    const QString when = date.isValid() ? shortDayText(date)
                                        : say(QT_TRANSLATE_NOOP("naru::ui::ScheduleMonth", "every year %1-%2")).arg(yearly.month()).arg(yearly.day());
    return {day.id, {{when, {}, Tone::Text, day.id}, {day.name}}, day.ground.isEmpty() ? day.name : day.name + u'\n' + day.ground};
}

CellRow scheduleRow(const ScheduleLook &look)
{
    const run::StoredSchedule &stored = look.stored;
    Cell state{say(QT_TRANSLATE_NOOP("naru::ui::ScheduleMonth", "On")), u"done"_s, Tone::Success};
    if (!stored.problems.isEmpty())
        state = {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleMonth", "Has a mistake")), u"warning"_s, Tone::Danger};
    else if (!stored.record.isEnabled)
        state = {say(QT_TRANSLATE_NOOP("naru::ui::ScheduleMonth", "Off")), u"close"_s, Tone::Muted};
    QStringList next;
    for (const QDateTime &at : look.next)
        next.append(momentText(at));
    // A switch that is off, and a mistake, must be seen where the column of states has no room too.
    const Cell coming = look.next.isEmpty() ? state : Cell{shortMomentWords(look.next.value(0)), {}, Tone::Text, look.next.value(0)};
    return {stored.record.id, {{stored.record.title}, state, coming, {stored.record.robot}, {ruleWords(stored.schedule)}},
            next.join(u'\n')};
}

} // namespace naru::ui
