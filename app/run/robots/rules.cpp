#include "run/robots/rules.h"

#include "core/calendar.h"

#include <algorithm>

namespace naru::run {

namespace {

const QString holidaysInput = u"공휴일"_s;

feel::Value publicHolidays()
{
    QList<feel::Value> days;
    const KoreanCalendar calendar = KoreanCalendar::national();
    for (int year = calendar.firstYear(); year <= calendar.lastYear(); ++year) {
        const Result<QList<Holiday>> named = calendar.holidays(year);
        if (!named)
            continue;
        for (const Holiday &one : *named)
            if (const auto date = feel::Date::of(one.date.year(), one.date.month(), one.date.day()); date && one.kind != Holiday::Kind::Closed)
                days.append(feel::Value(*date));
    }
    return feel::Value(days);
}

} // namespace

feel::DateTime feelTime(const QDateTime &moment)
{
    const qint64 milliseconds = moment.toMSecsSinceEpoch();
    const auto zone = feel::Zone::ofPlace(u"Asia/Seoul"_s);
    const auto time = feel::DateTime::fromEpoch(milliseconds / 1000, int(milliseconds % 1000) * 1'000'000, zone.value_or(feel::Zone()));
    return time.value_or(feel::DateTime());
}

dmn::Outcome decideBy(const dmn::DecisionModel &model, const QString &decision, const feel::Context &inputs, const QDateTime &now)
{
    dmn::Request request{{}, feelTime(now), {}};
    // What was decided before under a decision's name is no answer to it now: it is decided anew each time.
    const QStringList decisions = model.decisions();
    for (const auto &[name, value] : inputs.entries())
        if (!decisions.contains(name))
            request.inputs.put(name, value);
    const QList<feel::Parameter> asked = model.inputsOf(decision);
    const bool wantsHolidays = std::any_of(asked.begin(), asked.end(), [](const feel::Parameter &one) { return one.name == holidaysInput; });
    if (wantsHolidays && !inputs.contains(holidaysInput)) {
        static const feel::Value holidays = publicHolidays();
        request.inputs.put(holidaysInput, holidays);
    }
    return model.evaluateDecision(decision, request);
}

} // namespace naru::run
