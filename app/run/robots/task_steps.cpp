#include "run/robots/task_steps.h"

#include <QTimeZone>

#include <algorithm>

namespace naru::run {

namespace {

const QTime beginOfWork(9, 0);

QDateTime workingDaysFrom(const QDateTime &due, int days, const KoreanCalendar &calendar)
{
    static const QTimeZone seoul("Asia/Seoul");
    const Result<QDate> day = calendar.addWorkingDays(due.toTimeZone(seoul).date(), days);
    return day ? QDateTime(*day, beginOfWork, seoul).toUTC() : QDateTime();
}

} // namespace

QList<TaskStep> stepsOf(const TaskSettings &settings, const QDateTime &due, const KoreanCalendar &calendar)
{
    QList<TaskStep> out;
    if (!due.isValid())
        return out;
    const auto append = [&](TaskStep::Kind kind, int days) {
        if (const QDateTime at = workingDaysFrom(due, days, calendar); at.isValid())
            out.append({kind, at});
    };
    for (const int days : settings.remind)
        append(TaskStep::Kind::Remind, days);
    if (settings.escalateAfter > 0)
        append(TaskStep::Kind::Escalate, settings.escalateAfter);
    std::stable_sort(out.begin(), out.end(), [](const TaskStep &a, const TaskStep &b) { return a.at < b.at; });
    return out;
}

} // namespace naru::run
