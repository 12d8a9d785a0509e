#include "ui/pages/schedule_fields.h"

#include "engine/schedule/recurrence_rule.h"

#include <algorithm>
#include <array>

namespace naru::ui {

namespace {

using schedule::RuleKind;
using schedule::Schedule;

constexpr std::array<QStringView, 7> weekdays{u"MO", u"TU", u"WE", u"TH", u"FR", u"SA", u"SU"};

QString text(const feel::Context &fields, const QString &name)
{
    const feel::Value value = fields.value(name);
    return value.is(feel::Value::Kind::String) ? value.string().trimmed() : QString();
}

int number(const feel::Context &fields, const QString &name, int otherwise)
{
    const feel::Value value = fields.value(name);
    if (!value.is(feel::Value::Kind::Number))
        return otherwise;
    const Result<qint64> whole = value.number().toWhole();
    constexpr qint64 most = 1'000'000'000;
    return whole ? int(std::clamp<qint64>(*whole, -most, most)) : otherwise;
}

QDate day(const feel::Context &fields, const QString &name)
{
    const feel::Value value = fields.value(name);
    return value.is(feel::Value::Kind::Date) ? QDate(value.date().year, value.date().month, value.date().day) : QDate();
}

feel::Value dayValue(QDate date)
{
    const auto found = feel::Date::of(date.year(), date.month(), date.day());
    return date.isValid() && found ? feel::Value(*found) : feel::Value();
}

QTime timeOf(const QString &text)
{
    const QTime minutes = QTime::fromString(text, u"H:mm"_s);
    return minutes.isValid() ? minutes : QTime::fromString(text, u"H:mm:ss"_s);
}

QString timeText(QTime time) { return time.toString(time.second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s); }

// ---- the rule in fields

// Parts in one order, without those that say nothing.
QStringList partsOf(const QString &rule)
{
    QStringList parts = rule.trimmed().toUpper().split(u';', Qt::SkipEmptyParts);
    parts.removeAll(u"INTERVAL=1"_s);
    parts.sort();
    return parts;
}

QString ruleText(const feel::Context &fields)
{
    const QString repeat = text(fields, u"repeat"_s);
    const int step = number(fields, u"step"_s, 1);
    const QString every = step == 1 ? QString() : u";INTERVAL=%1"_s.arg(step);
    if (repeat == u"daily")
        return u"FREQ=DAILY"_s + every;
    if (repeat == u"weekly") {
        QStringList days;
        const feel::Value chosen = fields.value(u"weekdays");
        for (const feel::Value &one : chosen.is(feel::Value::Kind::List) ? chosen.list() : QList<feel::Value>())
            days.append(one.string());
        return u"FREQ=WEEKLY"_s + every + (days.isEmpty() ? QString() : u";BYDAY="_s + days.join(u','));
    }
    if (repeat == u"day of month")
        return u"FREQ=MONTHLY"_s + every + u";BYMONTHDAY=%1"_s.arg(number(fields, u"monthDay"_s, 1));
    if (repeat == u"nth weekday")
        return u"FREQ=MONTHLY"_s + every + u";BYDAY="_s + text(fields, u"nth"_s) + text(fields, u"nthDay"_s);
    if (repeat == u"last day")
        return u"FREQ=MONTHLY"_s + every + u";BYMONTHDAY=-1"_s;
    return text(fields, u"rrule"_s);
}

// The plain fields that say the rule, or none.
std::optional<feel::Context> plainFields(const QString &text)
{
    const schedule::ParsedRule parsed = schedule::recurrenceRuleFromText(text);
    const schedule::RecurrenceRule &rule = parsed.rule;
    feel::Context fields{{u"step"_s, feel::Value(rule.interval)}};
    const auto monthDay = rule.byMonthDay.size() == 1 ? rule.byMonthDay.first() : 0;
    if (rule.frequency == schedule::Frequency::Daily) {
        fields.put(u"repeat"_s, feel::Value(u"daily"_s));
    } else if (rule.frequency == schedule::Frequency::Weekly) {
        fields.put(u"repeat"_s, feel::Value(u"weekly"_s));
        QList<feel::Value> days;
        for (int i = 0; i < 7; ++i)
            if (std::any_of(rule.byDay.begin(), rule.byDay.end(), [i](const schedule::ByDay &one) { return one.weekday == i + 1; }))
                days.append(feel::Value(weekdays[std::size_t(i)].toString()));
        fields.put(u"weekdays"_s, feel::Value(days));
    } else if (monthDay == -1) {
        fields.put(u"repeat"_s, feel::Value(u"last day"_s));
    } else if (monthDay > 0) {
        fields.put(u"repeat"_s, feel::Value(u"day of month"_s));
        fields.put(u"monthDay"_s, feel::Value(monthDay));
    } else if (rule.byDay.size() == 1) {
        fields.put(u"repeat"_s, feel::Value(u"nth weekday"_s));
        fields.put(u"nth"_s, feel::Value(QString::number(rule.byDay.first().ordinal)));
        fields.put(u"nthDay"_s, feel::Value(weekdays[std::size_t(rule.byDay.first().weekday) - 1].toString()));
    }
    const bool isSame = parsed.problems.isEmpty() && partsOf(ruleText(fields)) == partsOf(text);
    return isSame ? std::optional(fields) : std::nullopt;
}

void putMoment(feel::Context &fields, const QString &dayName, std::optional<schedule::WallSecond> at)
{
    if (at)
        fields.put(dayName, dayValue(schedule::dateOf(schedule::dayOf(*at))));
}

void putRule(feel::Context &fields, const Schedule &schedule)
{
    fields.put(u"clock"_s, feel::Value(timeText(schedule.start ? schedule::clockOf(*schedule.start) : QTime(9, 0))));
    fields.put(u"step"_s, feel::Value(1));
    if (schedule.kind == RuleKind::Cron) {
        fields.put(u"repeat"_s, feel::Value(u"cron"_s));
        fields.put(u"cron"_s, feel::Value(schedule.rule));
        putMoment(fields, u"cronFrom"_s, schedule.start);
    } else if (schedule.kind == RuleKind::Once) {
        const auto at = schedule::wallFromText(schedule.rule);
        fields.put(u"repeat"_s, feel::Value(u"once"_s));
        putMoment(fields, u"onceDay"_s, at);
        fields.put(u"clock"_s, feel::Value(timeText(at ? schedule::clockOf(*at) : QTime(9, 0))));
    } else {
        putMoment(fields, u"from"_s, schedule.start);
        const feel::Context plain = plainFields(schedule.rule).value_or(feel::Context{{u"repeat"_s, feel::Value(u"rrule"_s)}});
        for (const auto &[name, value] : plain.entries())
            fields.put(name, value);
        fields.put(u"rrule"_s, feel::Value(schedule.rule));
    }
}

template <typename Policy, std::size_t Size>
Policy policyOf(const QString &word, const std::array<Policy, Size> &all, Policy otherwise)
{
    const auto at = std::find_if(all.begin(), all.end(), [&word](Policy one) { return schedule::wordOf(one) == word; });
    return at == all.end() ? otherwise : *at;
}

void readPolicies(Schedule &out, const feel::Context &fields)
{
    using schedule::HolidayPolicy;
    using schedule::MisfirePolicy;
    using schedule::OverlapPolicy;
    out.holidays = policyOf(text(fields, u"holidays"_s), std::array{HolidayPolicy::AsIs, HolidayPolicy::Skip, HolidayPolicy::Previous, HolidayPolicy::Next}, out.holidays);
    out.misfire = policyOf(text(fields, u"misfire"_s), std::array{MisfirePolicy::Once, MisfirePolicy::Skip, MisfirePolicy::All, MisfirePolicy::Ask}, out.misfire);
    out.overlap = policyOf(text(fields, u"overlap"_s),
                           std::array{OverlapPolicy::Skip, OverlapPolicy::QueueOne, OverlapPolicy::QueueAll, OverlapPolicy::CancelOther, OverlapPolicy::Allow}, out.overlap);
    out.misfireLimit = number(fields, u"limit"_s, out.misfireLimit);
    out.jitter = number(fields, u"jitter"_s, 0);
    out.zone = text(fields, u"zone"_s);
}

// The end is the whole last day, unless it was told more exactly and the day has not been touched.
std::optional<schedule::WallSecond> endOf(QDate until, const Schedule &base)
{
    if (!until.isValid())
        return std::nullopt;
    if (base.end && schedule::dateOf(schedule::dayOf(*base.end)) == until)
        return base.end;
    return schedule::wallSecond(until, QTime(23, 59, 59));
}

} // namespace

feel::Context fieldsOf(const Schedule &schedule, const QString &title)
{
    feel::Context fields{{u"title"_s, feel::Value(title)}, {u"robot"_s, feel::Value(schedule.robot)}};
    putRule(fields, schedule);
    putMoment(fields, u"until"_s, schedule.end);
    fields.put(u"holidays"_s, feel::Value(wordOf(schedule.holidays)));
    fields.put(u"misfire"_s, feel::Value(wordOf(schedule.misfire)));
    fields.put(u"limit"_s, feel::Value(schedule.misfireLimit));
    fields.put(u"overlap"_s, feel::Value(wordOf(schedule.overlap)));
    fields.put(u"jitter"_s, feel::Value(schedule.jitter));
    fields.put(u"zone"_s, feel::Value(schedule.zone));
    return fields;
}

feel::Context freshFields(const QString &robot, QDate today)
{
    Schedule fresh;
    fresh.robot = robot;
    fresh.kind = RuleKind::Rrule;
    fresh.rule = u"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"_s;
    fresh.start = schedule::wallSecond(today, QTime(9, 0));
    fresh.holidays = schedule::HolidayPolicy::Skip;
    feel::Context fields = fieldsOf(fresh, {});
    fields.put(u"monthDay"_s, feel::Value(1));
    fields.put(u"nth"_s, feel::Value(u"1"_s));
    fields.put(u"nthDay"_s, feel::Value(u"MO"_s));
    fields.put(u"onceDay"_s, dayValue(today.addDays(1)));
    return fields;
}

Schedule scheduleOf(const feel::Context &fields, const Schedule &base)
{
    Schedule out = base;
    const QString repeat = text(fields, u"repeat"_s);
    const QTime clock = timeOf(text(fields, u"clock"_s));
    out.robot = text(fields, u"robot"_s);
    out.start.reset();
    if (repeat == u"cron") {
        out.kind = RuleKind::Cron;
        out.rule = text(fields, u"cron"_s);
        const QDate from = day(fields, u"cronFrom"_s);
        const bool isKept = base.start && schedule::dateOf(schedule::dayOf(*base.start)) == from;
        if (from.isValid())
            out.start = isKept ? *base.start : schedule::wallSecond(from, QTime(0, 0));
    } else if (repeat == u"once") {
        out.kind = RuleKind::Once;
        const QDate at = day(fields, u"onceDay"_s);
        out.rule = at.isValid() && clock.isValid() ? schedule::wallText(schedule::wallSecond(at, clock)) : QString();
    } else {
        out.kind = RuleKind::Rrule;
        out.rule = ruleText(fields);
        const QDate from = day(fields, u"from"_s);
        if (from.isValid() && clock.isValid())
            out.start = schedule::wallSecond(from, clock);
    }
    if (out.kind != RuleKind::Rrule) {
        out.added.clear();
        out.excluded.clear();
        out.excludedDays.clear();
    }
    out.end = endOf(repeat == u"once" ? QDate() : day(fields, u"until"_s), base);
    readPolicies(out, fields);
    return out;
}

QString fieldOf(const schedule::Problem &problem, const feel::Context &fields)
{
    const QString repeat = text(fields, u"repeat"_s);
    static const QMap<QString, QString> parts{{u"robot"_s, u"robot"_s}, {u"end"_s, u"until"_s}, {u"zone"_s, u"zone"_s},
                                              {u"misfire.limit"_s, u"limit"_s}, {u"jitter"_s, u"jitter"_s}};
    if (problem.part == u"start")
        return repeat == u"cron" ? u"cronFrom"_s : u"from"_s;
    if (parts.contains(problem.part))
        return parts.value(problem.part);
    return repeat == u"cron" ? u"cron"_s : repeat == u"rrule" ? u"rrule"_s : repeat == u"once" ? u"onceDay"_s : u"repeat"_s;
}

} // namespace naru::ui
