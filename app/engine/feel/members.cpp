// Paths on values: entries of contexts, properties of moments, durations, and ranges (DMN 1.5 tables 64 to 67).
#include "engine/feel/arithmetic.h"

namespace naru::feel {

namespace {

using Kind = Value::Kind;

Value ofDate(const Date &date, const QString &name)
{
    if (name == u"year")
        return Value(date.year);
    if (name == u"month")
        return Value(int(date.month));
    if (name == u"day")
        return Value(int(date.day));
    return name == u"weekday" ? Value(date.dayOfWeek()) : Value();
}

Value ofTime(const DateTime &moment, const QString &name)
{
    const Time &time = moment.time;
    if (name == u"hour")
        return Value(time.hour());
    if (name == u"minute")
        return Value(time.minute());
    if (name == u"second")
        return Value(DaysDuration{time.second(), time.fraction()}.inSeconds());
    if (name == u"timezone" && time.zone.kind == Zone::Kind::Place)
        return Value(time.zone.place);
    if (name == u"time offset" && !time.zone.isLocal())
        return Value(DaysDuration{moment.offset(), 0});
    return {};
}

Value ofDays(const DaysDuration &span, const QString &name)
{
    const bool negative = span.seconds < 0;
    const DaysDuration size = negative ? -span : span;
    const auto signedly = [negative](qint64 part) { return Value(negative ? -part : part); };
    if (name == u"days")
        return signedly(size.seconds / 86'400);
    if (name == u"hours")
        return signedly(size.seconds / 3600 % 24);
    if (name == u"minutes")
        return signedly(size.seconds / 60 % 60);
    if (name != u"seconds")
        return {};
    const Decimal seconds = DaysDuration{size.seconds % 60, size.nanoseconds}.inSeconds();
    return Value(negative ? -seconds : seconds);
}

Value ofRange(const Range &range, const QString &name)
{
    if (name == u"start")
        return range.start;
    if (name == u"end")
        return range.form == Range::Form::Unequal ? range.start : range.end;
    if (name == u"start included")
        return Value(range.startIncluded);
    return name == u"end included" ? Value(range.endIncluded) : Value();
}

bool isProperty(Kind kind, const QString &name)
{
    static const QStringList date{u"year"_s, u"month"_s, u"day"_s, u"weekday"_s};
    static const QStringList time{u"hour"_s, u"minute"_s, u"second"_s, u"time offset"_s, u"timezone"_s};
    static const QStringList range{u"start"_s, u"end"_s, u"start included"_s, u"end included"_s};
    static const QStringList days{u"days"_s, u"hours"_s, u"minutes"_s, u"seconds"_s};
    switch (kind) {
    case Kind::Date:
        return date.contains(name);
    case Kind::DateTime:
        return date.contains(name) || time.contains(name);
    case Kind::Time:
        return time.contains(name);
    case Kind::Range:
        return range.contains(name);
    case Kind::DaysDuration:
        return days.contains(name);
    case Kind::MonthsDuration:
        return name == u"years" || name == u"months";
    default:
        return false;
    }
}

Value property(const Value &value, const QString &name)
{
    switch (value.kind()) {
    case Kind::Date:
        return ofDate(value.date(), name);
    case Kind::DateTime: {
        const Value day = ofDate(value.dateTime().date, name);
        return day.isNull() ? ofTime(value.dateTime(), name) : day;
    }
    case Kind::Time:
        return ofTime(DateTime{Date{}, value.timeOfDay()}, name);
    case Kind::Range:
        return ofRange(value.range(), name);
    case Kind::DaysDuration:
        return ofDays(value.daysDuration(), name);
    default: {
        const qint64 months = value.monthsDuration().months;
        return Value(name == u"years" ? months / 12 : months % 12);
    }
    }
}

} // namespace

Value memberOf(Evaluation &evaluation, const Value &value, const QString &name)
{
    if (value.is(Kind::Context)) {
        const Value *found = value.context().find(name);
        if (!found)
            return evaluation.warn(Warning::Kind::NoSuchEntry,
                                   u"expected an entry '"_s + name + u"' but the context has none"_s);
        return *found;
    }
    if (value.is(Kind::List)) {
        QList<Value> parts;
        parts.reserve(value.list().size());
        for (const Value &one : value.list()) {
            if (!evaluation.step())
                return {};
            parts.append(memberOf(evaluation, one, name));
        }
        return evaluation.made(Value(std::move(parts)));
    }
    if (isProperty(value.kind(), name))
        return property(value, name);
    return evaluation.warn(Warning::Kind::NoSuchEntry,
                           u"expected something with '"_s + name + u"' but found "_s + nameOf(value.kind()));
}

} // namespace naru::feel
