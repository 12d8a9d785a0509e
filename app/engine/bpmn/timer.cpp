#include "engine/bpmn/timer.h"

namespace naru::bpmn {

namespace {

constexpr qint64 dayMilliseconds = 86'400'000;
// Beyond year 9999 in either direction nothing is due.
constexpr qint64 latest = 253'402'300'799'999;

Error malformed(QStringView text, const QString &expected)
{
    return {Error::Kind::Invalid, u"expected "_s + expected + u" but it is '"_s + text.left(100).toString() + u'\'',
            u"bpmn.timer"_s};
}

qint64 toMilliseconds(const feel::DateTime &moment)
{
    return moment.epochSecond() * 1000 + moment.time.nanosecond % 1'000'000'000 / 1'000'000;
}

feel::Zone zoneOf(const QString &name)
{
    const std::optional<feel::Zone> zone = feel::Zone::ofPlace(name);
    return zone ? *zone : *feel::Zone::ofOffset(0);
}

// A local time is meant on the clock of the zone.
std::optional<qint64> momentFromText(QStringView text, const QString &zone)
{
    std::optional<feel::DateTime> moment = feel::dateTimeFromText(text);
    if (!moment) {
        const std::optional<feel::Date> date = feel::dateFromText(text);
        if (!date)
            return {};
        moment = feel::DateTime{*date, {}};
    }
    if (moment->time.zone.isLocal())
        moment->time.zone = zoneOf(zone);
    return toMilliseconds(*moment);
}

Span spanOf(const feel::DaysDuration &span) { return {0, 0, span.seconds * 1000 + span.nanoseconds / 1'000'000}; }

// Reads one "<digits>[.<digits>]<unit>"; false where there is none.
bool readPart(QStringView &rest, qint64 &thousandths, QChar &unit)
{
    qsizetype at = 0;
    qint64 whole = 0;
    while (at < rest.size() && rest[at] >= u'0' && rest[at] <= u'9' && at < 12)
        whole = whole * 10 + rest[at++].digitValue();
    if (at == 0)
        return false;
    qint64 fraction = 0;
    if (at < rest.size() && (rest[at] == u'.' || rest[at] == u',')) {
        int scale = 100;
        for (++at; at < rest.size() && rest[at] >= u'0' && rest[at] <= u'9'; ++at, scale /= 10)
            fraction += scale * rest[at].digitValue();
    }
    if (at >= rest.size())
        return false;
    thousandths = whole * 1000 + fraction;
    unit = rest[at];
    rest = rest.mid(at + 1);
    return true;
}

// "R4/…": how often; -1 for ever; nothing where it is no repetition.
std::optional<int> repetitions(QStringView text)
{
    if (!text.startsWith(u'R'))
        return {};
    if (text.size() == 1)
        return -1;
    bool isWhole = false;
    const int times = text.mid(1).toInt(&isWhole);
    return isWhole && times >= -1 ? std::optional<int>(times) : std::nullopt;
}

Result<TimerPlan> cycleFromText(QStringView text, qint64 now, const QString &zone)
{
    const QList<QStringView> parts = text.split(u'/');
    const std::optional<int> times = repetitions(parts.first());
    if (!times) { // a bare period repeats for ever
        const Result<Span> period = spanFromText(text);
        if (!period || !period->isPositive())
            return malformed(text, u"a cycle such as R3/PT10M"_s);
        return TimerPlan{now, *period, 1, -1, zone};
    }
    if (parts.size() < 2 || parts.size() > 3)
        return malformed(text, u"a cycle such as R3/PT10M"_s);
    TimerPlan plan{now, {}, 1, *times, zone};
    // R/start/period, R/period, R/period/end: the end bounds the number.
    std::optional<qint64> end;
    for (int i = 1; i < parts.size(); ++i) {
        if (const Result<Span> period = spanFromText(parts[i])) {
            plan.period = *period;
            continue;
        }
        const std::optional<qint64> moment = momentFromText(parts[i], zone);
        if (!moment)
            return malformed(text, u"a cycle such as R3/PT10M"_s);
        if (i == 1) {
            plan.anchor = *moment;
            plan.first = 0;
        } else {
            end = *moment;
        }
    }
    if (!plan.period.isPositive())
        return malformed(text, u"a cycle with a period above zero"_s);
    if (end) {
        int fits = 0;
        for (std::optional<qint64> next = plan.occurrence(1); next && *next <= *end && fits < 1'000'000;
             next = plan.occurrence(fits + 1))
            ++fits;
        plan.times = plan.times < 0 ? fits : qMin(plan.times, fits);
    }
    return plan;
}

} // namespace

std::optional<qint64> TimerPlan::occurrence(qint64 k) const
{
    if (k > 0 && (period.milliseconds > latest / k || period.days > latest / dayMilliseconds / k
                  || period.months > 200'000 / k))
        return {};
    qint64 at = anchor;
    if (period.months != 0 || period.days != 0) {
        const qint64 seconds = anchor >= 0 ? anchor / 1000 : (anchor - 999) / 1000;
        const std::optional<feel::DateTime> local
            = feel::DateTime::fromEpoch(seconds, int(anchor - seconds * 1000) * 1'000'000, zoneOf(zone));
        std::optional<feel::DateTime> moved = local ? local->plus(feel::MonthsDuration{period.months * k}) : local;
        // Days are counted on the calendar: the clock shows the same time, however long the day was.
        const std::optional<feel::Date> day
            = moved ? feel::Date::fromEpochDay(moved->date.epochDay() + period.days * k) : std::nullopt;
        if (!day)
            return {};
        moved->date = *day;
        at = toMilliseconds(*moved);
    }
    at += period.milliseconds * k;
    return at > latest || at < -latest ? std::nullopt : std::optional<qint64>(at);
}

Result<Span> spanFromText(QStringView text)
{
    QStringView rest = text.trimmed();
    const bool isNegative = rest.startsWith(u'-');
    if (isNegative)
        rest = rest.mid(1);
    if (!rest.startsWith(u'P') || rest.size() < 3)
        return malformed(text, u"a duration such as PT10M"_s);
    rest = rest.mid(1);
    Span span;
    bool isTime = false;
    while (!rest.isEmpty()) {
        if (!isTime && rest.startsWith(u'T') && rest.size() > 1) {
            isTime = true;
            rest = rest.mid(1);
        }
        qint64 amount = 0;
        QChar unit;
        if (!readPart(rest, amount, unit) || (amount % 1000 != 0 && unit != u'S'))
            return malformed(text, u"a duration such as PT10M"_s);
        if (!isTime && unit == u'Y')
            span.months += amount / 1000 * 12;
        else if (!isTime && unit == u'M')
            span.months += amount / 1000;
        else if (!isTime && unit == u'W')
            span.days += amount / 1000 * 7;
        else if (!isTime && unit == u'D')
            span.days += amount / 1000;
        else if (isTime && unit == u'H')
            span.milliseconds += amount * 3600;
        else if (isTime && unit == u'M')
            span.milliseconds += amount * 60;
        else if (isTime && unit == u'S')
            span.milliseconds += amount;
        else
            return malformed(text, u"a duration such as PT10M"_s);
    }
    return isNegative ? Span{-span.months, -span.days, -span.milliseconds} : span;
}

QString toText(const Span &span)
{
    const auto part = [](qint64 amount, QChar unit) {
        return amount == 0 ? QString() : QString::number(amount) + unit;
    };
    const bool isNegative = span.months < 0 || span.days < 0 || span.milliseconds < 0;
    const qint64 sign = isNegative ? -1 : 1;
    QString text = (isNegative ? u"-P"_s : u"P"_s) + part(sign * span.months, u'M') + part(sign * span.days, u'D');
    const qint64 time = sign * span.milliseconds;
    if (time == 0)
        return text.endsWith(u'P') ? text + u"T0S"_s : text;
    const qint64 below = time % 1000;
    const QString fraction = below == 0 ? QString() : u'.' + QString::number(below).rightJustified(3, u'0');
    return text + u'T' + QString::number(time / 1000) + fraction + u'S';
}

Result<TimerPlan> timerPlan(TimerKind kind, const feel::Value &value, qint64 now, const QString &zone)
{
    using feel::Value;
    const bool isText = value.is(Value::Kind::String);
    if (kind == TimerKind::Cycle)
        return isText ? cycleFromText(QStringView(value.string()).trimmed(), now, zone)
                      : malformed(feel::toText(value), u"a cycle such as R3/PT10M"_s);
    if (kind == TimerKind::Date) {
        std::optional<qint64> moment;
        if (isText)
            moment = momentFromText(QStringView(value.string()).trimmed(), zone);
        else if (value.is(Value::Kind::DateTime) || value.is(Value::Kind::Date))
            moment = momentFromText(feel::toString(value), zone);
        if (!moment)
            return malformed(feel::toText(value), u"a date or a date and time"_s);
        return TimerPlan{*moment, {}, 0, 1, zone};
    }
    Span span;
    if (value.is(Value::Kind::DaysDuration)) {
        span = spanOf(value.daysDuration());
    } else if (value.is(Value::Kind::MonthsDuration)) {
        span.months = value.monthsDuration().months;
    } else {
        const Result<Span> read = isText ? spanFromText(value.string()) : malformed({}, {});
        if (!read)
            return malformed(feel::toText(value), u"a duration such as PT10M"_s);
        span = *read;
    }
    return TimerPlan{now, span, 1, 1, zone};
}

} // namespace naru::bpmn
