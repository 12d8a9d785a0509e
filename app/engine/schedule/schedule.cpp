#include "engine/schedule/schedule.h"

#include "engine/schedule/cron.h"
#include "engine/schedule/recurrence_rule.h"
#include "engine/schedule/zone_clock.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace naru::schedule {

namespace {

constexpr std::array<QStringView, 3> ruleWords{u"rrule", u"cron", u"once"};
constexpr std::array<QStringView, 4> holidayWords{u"as-is", u"skip", u"previous", u"next"};
constexpr std::array<QStringView, 4> misfireWords{u"once", u"skip", u"all", u"ask"};
constexpr std::array<QStringView, 5> overlapWords{u"skip", u"queue-one", u"queue-all", u"cancel-other", u"allow"};
// A robot's clock neither shows a year before computers nor one that QDateTime writes with five digits.
constexpr WallSecond firstMoment = 0;
constexpr WallSecond lastMoment = (lastGregorianDay + 1) * secondsOfDay - 1;

template <typename Enum, std::size_t Size> QString wordIn(const std::array<QStringView, Size> &words, Enum value)
{
    return words[static_cast<std::size_t>(value)].toString();
}

class ScheduleReader {
public:
    ParsedSchedule read(const QJsonObject &json)
    {
        m_json = json;
        Schedule &one = m_parsed.schedule;
        one.id = text(u"id"_s);
        one.robot = text(u"robot"_s);
        const QJsonValue inputs = take(u"inputs"_s);
        if (!inputs.isUndefined() && !inputs.isObject())
            wrong(u"inputs"_s, u"an object"_s, inputs);
        one.inputs = inputs.toObject();
        readRule(take(u"rule"_s));
        if (m_json.contains(u"zone"_s))
            one.zone = text(u"zone"_s);
        one.start = moment(u"start"_s);
        one.end = moment(u"end"_s);
        word(u"holidays"_s, take(u"holidays"_s), holidayWords, one.holidays);
        readMisfire(take(u"misfire"_s));
        word(u"overlap"_s, take(u"overlap"_s), overlapWords, one.overlap);
        whole(u"jitter"_s, take(u"jitter"_s), one.jitter);
        const QJsonValue enabled = take(u"enabled"_s);
        if (!enabled.isUndefined() && !enabled.isBool())
            wrong(u"enabled"_s, u"true or false"_s, enabled);
        one.isEnabled = enabled.toBool(true);
        refuseOthers(QString(), m_json);
        return m_parsed;
    }

private:
    QJsonValue take(const QString &name) { return m_json.take(name); }

    void wrong(const QString &part, const QString &expected, const QJsonValue &found)
    {
        const QString shown = found.isString() ? cited(found.toString())
            : found.isDouble()                 ? found.toVariant().toString()
            : found.isUndefined()              ? u"nothing"_s
                                               : u"something else"_s;
        m_parsed.problems.append(
            {part, u"schedule.form"_s, u"expected "_s + part + u" to be "_s + expected + u" but found "_s + shown});
    }

    void refuseOthers(const QString &within, const QJsonObject &rest)
    {
        for (const QString &name : rest.keys())
            m_parsed.problems.append({within + name, u"schedule.unknown-field"_s,
                                      u"expected a field of a schedule but found "_s + cited(within + name)});
    }

    QString text(const QString &name)
    {
        const QJsonValue value = take(name);
        if (!value.isString())
            wrong(name, u"a text"_s, value);
        return value.toString();
    }

    std::optional<WallSecond> moment(const QString &name)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        const std::optional<WallSecond> at = wallFromText(value.toString());
        if (!at)
            wrong(name, u"like 2026-12-05T09:00:00"_s, value);
        return at;
    }

    template <typename Enum, std::size_t Size>
    void word(const QString &part, const QJsonValue &value, const std::array<QStringView, Size> &words, Enum &into)
    {
        if (value.isUndefined())
            return;
        const auto at = std::find(words.begin(), words.end(), value.toString());
        if (at == words.end())
            return wrong(part, u"a known word"_s, value);
        into = static_cast<Enum>(at - words.begin());
    }

    void whole(const QString &part, const QJsonValue &value, int &into)
    {
        if (value.isUndefined())
            return;
        constexpr int notWhole = -1; // of which no field is
        into = value.toInt(notWhole);
        if (into < 0)
            wrong(part, u"a whole number from 0 on"_s, value);
    }

    void readMisfire(const QJsonValue &value)
    {
        if (value.isString() || value.isUndefined())
            return word(u"misfire"_s, value, misfireWords, m_parsed.schedule.misfire);
        if (!value.isObject())
            return wrong(u"misfire"_s, u"a word or an object"_s, value);
        QJsonObject fields = value.toObject();
        word(u"misfire.policy"_s, fields.take(u"policy"_s), misfireWords, m_parsed.schedule.misfire);
        whole(u"misfire.limit"_s, fields.take(u"limit"_s), m_parsed.schedule.misfireLimit);
        whole(u"misfire.threshold"_s, fields.take(u"threshold"_s), m_parsed.schedule.misfireThreshold);
        refuseOthers(u"misfire."_s, fields);
    }

    void readRule(const QJsonValue &value)
    {
        QJsonObject fields = value.toObject();
        Schedule &one = m_parsed.schedule;
        int kinds = 0;
        for (std::size_t i = 0; i < ruleWords.size(); ++i) {
            const QJsonValue rule = fields.take(ruleWords[i].toString());
            if (!rule.isString())
                continue;
            ++kinds;
            one.kind = static_cast<RuleKind>(i);
            one.rule = rule.toString();
        }
        if (kinds != 1)
            wrong(u"rule"_s, u"an object with one of rrule, cron, and once"_s, value);
        readDates(u"rule.rdate"_s, fields.take(u"rdate"_s), one.added, nullptr);
        readDates(u"rule.exdate"_s, fields.take(u"exdate"_s), one.excluded, &one.excludedDays);
        refuseOthers(u"rule."_s, fields);
    }

    void readDates(const QString &part, const QJsonValue &value, QList<WallSecond> &moments, QList<DayNumber> *days)
    {
        if (!value.isUndefined() && !value.isArray())
            wrong(part, u"a list"_s, value);
        const QJsonArray list = value.toArray();
        for (const QJsonValue &one : list) {
            const std::optional<WallSecond> at = wallFromText(one.toString());
            const QDate day = QDate::fromString(one.toString(), u"yyyy-MM-dd"_s);
            if (at)
                moments.append(*at);
            else if (days && day.isValid())
                days->append(dayNumber(day));
            else
                wrong(part, u"like 2026-12-05T09:00:00"_s, one);
        }
    }

    QJsonObject m_json; // what has not been taken yet
    ParsedSchedule m_parsed;
};

void limit(QList<Problem> &problems, const QString &part, int value, int least, int most)
{
    if (value < least || value > most)
        problems.append({part, u"schedule.number"_s,
                         u"expected "_s + part + u" from "_s + QString::number(least) + u" to "_s
                             + QString::number(most) + u" but it is "_s + QString::number(value)});
}

QList<Problem> problemsOfRule(const Schedule &schedule)
{
    if (schedule.kind == RuleKind::Cron)
        return cronFromText(schedule.rule).problems;
    if (schedule.kind == RuleKind::Once)
        return wallFromText(schedule.rule)
            ? QList<Problem>()
            : QList<Problem>{{u"once"_s, u"schedule.once"_s,
                              u"expected a moment like 2026-12-05T09:00:00 but found "_s + cited(schedule.rule)}};
    QList<Problem> problems = recurrenceRuleFromText(schedule.rule).problems;
    if (!schedule.start)
        problems.append({u"start"_s, u"schedule.no-start"_s, u"expected a start for the rrule but there is none"_s});
    return problems;
}

} // namespace

std::optional<WallSecond> wallFromText(const QString &text)
{
    const QDate date = QDate::fromString(text.left(10), u"yyyy-MM-dd"_s);
    const QString clock = text.mid(11);
    const QTime time = QTime::fromString(clock, clock.size() == 5 ? u"HH:mm"_s : u"HH:mm:ss"_s);
    if (text.mid(10, 1) != u"T"_s || !date.isValid() || !time.isValid())
        return std::nullopt;
    return wallSecond(date, time);
}

QString wordOf(HolidayPolicy policy)
{
    return wordIn(holidayWords, policy);
}

QString wordOf(MisfirePolicy policy)
{
    return wordIn(misfireWords, policy);
}

QString wordOf(OverlapPolicy policy)
{
    return wordIn(overlapWords, policy);
}

QJsonObject toJson(const Schedule &schedule)
{
    QJsonObject rule{{wordIn(ruleWords, schedule.kind), schedule.rule}};
    QJsonArray added;
    for (const WallSecond at : schedule.added)
        added.append(wallText(at));
    QJsonArray excluded;
    for (const WallSecond at : schedule.excluded)
        excluded.append(wallText(at));
    for (const DayNumber day : schedule.excludedDays)
        excluded.append(dateOf(day).toString(Qt::ISODate));
    if (!added.isEmpty())
        rule.insert(u"rdate"_s, added);
    if (!excluded.isEmpty())
        rule.insert(u"exdate"_s, excluded);
    QJsonObject json{
        {u"id"_s, schedule.id},
        {u"robot"_s, schedule.robot},
        {u"inputs"_s, schedule.inputs},
        {u"rule"_s, rule},
        {u"zone"_s, schedule.zone},
        {u"holidays"_s, wordOf(schedule.holidays)},
        {u"misfire"_s,
         QJsonObject{{u"policy"_s, wordOf(schedule.misfire)},
                     {u"limit"_s, schedule.misfireLimit},
                     {u"threshold"_s, schedule.misfireThreshold}}},
        {u"overlap"_s, wordOf(schedule.overlap)},
        {u"jitter"_s, schedule.jitter},
        {u"enabled"_s, schedule.isEnabled},
    };
    if (schedule.start)
        json.insert(u"start"_s, wallText(*schedule.start));
    if (schedule.end)
        json.insert(u"end"_s, wallText(*schedule.end));
    return json;
}

ParsedSchedule scheduleFromJson(const QJsonObject &json)
{
    return ScheduleReader().read(json);
}

QList<Problem> problemsOf(const Schedule &schedule)
{
    QList<Problem> problems;
    if (schedule.id.isEmpty())
        problems.append({u"id"_s, u"schedule.no-id"_s, u"expected an id but there is none"_s});
    if (schedule.robot.isEmpty())
        problems.append({u"robot"_s, u"schedule.no-robot"_s, u"expected a robot but there is none"_s});
    problems += problemsOfRule(schedule);
    const bool hasDates = !schedule.added.isEmpty() || !schedule.excluded.isEmpty() || !schedule.excludedDays.isEmpty();
    if (hasDates && schedule.kind != RuleKind::Rrule)
        problems.append(
            {u"rule"_s, u"schedule.dates"_s,
             u"expected rdate and exdate with a rrule only but the rule is "_s + wordIn(ruleWords, schedule.kind)});
    if (const Result<QTimeZone> zone = zoneFromName(schedule.zone); !zone)
        problems.append({u"zone"_s, zone.error().code, zone.error().text});
    for (const std::optional<WallSecond> &at : {schedule.start, schedule.end})
        if (at && (*at < firstMoment || *at > lastMoment))
            problems.append(
                {u"start"_s, u"schedule.years"_s, u"expected a year from 1970 to 9999 but found "_s + wallText(*at)});
    if (schedule.start && schedule.end && *schedule.end < *schedule.start)
        problems.append(
            {u"end"_s, u"schedule.end"_s, u"expected the end after the start but it is "_s + wallText(*schedule.end)});
    limit(problems, u"misfire.limit"_s, schedule.misfireLimit, 1, largestMisfireLimit);
    limit(problems, u"misfire.threshold"_s, schedule.misfireThreshold, 1, largestMisfireThreshold);
    limit(problems, u"jitter"_s, schedule.jitter, 0, largestJitter);
    return problems;
}

} // namespace naru::schedule
