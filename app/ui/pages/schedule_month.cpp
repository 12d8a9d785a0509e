#include "ui/pages/schedule_month.h"

#include "ui/pages/schedule_fields.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace naru::ui {

namespace {

constexpr int mostTimes = 500; // of one schedule in one month
constexpr int shownInACell = 3;

QString say(const char *text) { return QCoreApplication::translate("naru::ui::ScheduleMonth", text); }

QDateTime inSeoul(const QDateTime &moment) { return moment.toTimeZone(QTimeZone("Asia/Seoul")); }

QDateTime startOf(QDate day) { return QDateTime(day, QTime(0, 0), QTimeZone("Asia/Seoul")); }

Cell dayCell(QDate day, const MonthLook &look, const KoreanCalendar &calendar, QDate today)
{
    QStringList lines{QString::number(day.day())};
    if (day == today)
        lines[0] += u' ' + say(QT_TRANSLATE_NOOP("naru::ui::ScheduleMonth", "(today)"));
    const QString holiday = calendar.holidayName(day);
    if (!holiday.isEmpty())
        lines[0] += u' ' + holiday;
    QStringList times;
    for (const ScheduledTime &one : look.times) {
        const QDateTime at = inSeoul(one.at);
        if (at.date() == day)
            times.append(at.time().toString(u"HH:mm "_s) + one.title
                         + (one.isMoved ? u' ' + say(QT_TRANSLATE_NOOP("naru::ui::ScheduleMonth", "(moved)")) : QString()));
    }
    lines += times.mid(0, shownInACell);
    if (times.size() > shownInACell)
        lines.append(say(QT_TRANSLATE_NOOP("naru::ui::ScheduleMonth", "and %1 more")).arg(times.size() - shownInACell));
    const bool isOff = !holiday.isEmpty() || calendar.isHoliday(day);
    const bool isOther = day.month() != look.month.month();
    Cell cell{lines.join(u'\n'), {}, isOther ? Tone::Muted : isOff ? Tone::Danger : Tone::Text};
    if (!times.isEmpty() && !isOther) {
        cell.tone = isOff ? Tone::Danger : Tone::Information;
        cell.isMarked = true;
    }
    return cell;
}

} // namespace

Result<MonthLook> monthLook(run::Schedules &schedules, QDate month, const QDateTime &now)
{
    const Result<QList<run::StoredSchedule>> list = schedules.list();
    if (!list)
        return list.error();
    MonthLook look;
    look.month = QDate(month.year(), month.month(), 1);
    const QDateTime end = startOf(look.month.addMonths(1));
    for (const run::StoredSchedule &stored : *list) {
        ScheduleLook one{stored, {}};
        const bool runs = stored.record.isEnabled && stored.problems.isEmpty();
        const auto next = runs ? schedules.preview(stored.schedule, now, 3) : Result<schedule::Preview>(schedule::Preview());
        if (next)
            for (const schedule::Occurrence &occurrence : next->occurrences)
                one.next.append(occurrence.scheduledAt);
        const auto inMonth = runs ? schedules.preview(stored.schedule, startOf(look.month).addSecs(-1), mostTimes)
                                 : Result<schedule::Preview>(schedule::Preview());
        if (inMonth)
            for (const schedule::Occurrence &occurrence : inMonth->occurrences)
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

QList<CellRow> weekRows(const MonthLook &look, const KoreanCalendar &calendar, QDate today)
{
    QList<CellRow> rows;
    QDate day = look.month.addDays(1 - look.month.dayOfWeek());
    for (int week = 0; week < 6; ++week) {
        CellRow row{day.toString(Qt::ISODate), {}};
        for (int i = 0; i < 7; ++i, day = day.addDays(1))
            row.cells.append(dayCell(day, look, calendar, today));
        rows.append(row);
    }
    return rows;
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
    return {stored.record.id, {{stored.record.title}, state, {next.value(0), {}, Tone::Text, look.next.value(0)}, {stored.record.robot}, {ruleWords(stored.schedule)}},
            next.join(u'\n')};
}

} // namespace naru::ui
