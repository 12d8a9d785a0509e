// What a schedule says, in phrases for a page to put into words.
#include "engine/schedule/recurrence_rule.h"
#include "engine/schedule/schedule.h"

#include <array>

namespace naru::schedule {

namespace {

constexpr std::array<QStringView, 7> frequencyWords{u"every.year", u"every.month",  u"every.week",  u"every.day",
                                                    u"every.hour", u"every.minute", u"every.second"};
constexpr std::array<QStringView, 7> weekdayWords{u"MO", u"TU", u"WE", u"TH", u"FR", u"SA", u"SU"};

// {"on.month-day", {"5", "-1"}}, where the list is not empty.
void add(QList<Phrase> &phrases, const QString &code, const QList<int> &numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    if (!texts.isEmpty())
        phrases.append({code, texts});
}

QList<Phrase> ruleInPhrases(const RecurrenceRule &rule)
{
    QList<Phrase> phrases{
        {frequencyWords[static_cast<std::size_t>(rule.frequency)].toString(), {QString::number(rule.interval)}}};
    if (rule.scale != Rscale::Gregorian)
        phrases.append({u"calendar"_s, {nameOf(rule.scale)}});
    QStringList months;
    for (const ByMonth &month : rule.byMonth)
        months.append(QString::number(month.number) + (month.isLeap ? u"L"_s : QString()));
    if (!months.isEmpty())
        phrases.append({u"on.month"_s, months});
    add(phrases, u"on.week"_s, rule.byWeekNo);
    add(phrases, u"on.year-day"_s, rule.byYearDay);
    add(phrases, u"on.month-day"_s, rule.byMonthDay);
    QStringList weekdays;
    for (const ByDay &day : rule.byDay)
        weekdays.append((day.ordinal == 0 ? QString() : QString::number(day.ordinal))
                        + weekdayWords[static_cast<std::size_t>(day.weekday) - 1].toString());
    if (!weekdays.isEmpty())
        phrases.append({u"on.weekday"_s, weekdays});
    add(phrases, u"on.hour"_s, rule.byHour);
    add(phrases, u"on.minute"_s, rule.byMinute);
    add(phrases, u"on.second"_s, rule.bySecond);
    add(phrases, u"only.position"_s, rule.bySetPos);
    if (rule.count)
        phrases.append({u"times"_s, {QString::number(*rule.count)}});
    if (rule.until)
        phrases.append({u"until"_s, {wallText(rule.until->at) + (rule.until->isUtc ? u"Z"_s : QString())}});
    return phrases;
}

} // namespace

QList<Phrase> phrasesOf(const Schedule &schedule)
{
    if (!problemsOf(schedule).isEmpty())
        return {};
    QList<Phrase> phrases;
    if (schedule.kind == RuleKind::Rrule)
        phrases = ruleInPhrases(recurrenceRuleFromText(schedule.rule).rule);
    else
        phrases = {{schedule.kind == RuleKind::Cron ? u"cron"_s : u"once"_s, {schedule.rule}}};
    if (!schedule.added.isEmpty())
        phrases.append({u"also"_s, {QString::number(schedule.added.size())}});
    if (const qsizetype excluded = schedule.excluded.size() + schedule.excludedDays.size(); excluded > 0)
        phrases.append({u"except"_s, {QString::number(excluded)}});
    if (schedule.start)
        phrases.append({u"from"_s, {wallText(*schedule.start)}});
    if (schedule.end)
        phrases.append({u"to"_s, {wallText(*schedule.end)}});
    phrases.append({u"zone"_s, {schedule.zone}});
    phrases.append({u"holidays."_s + wordOf(schedule.holidays)});
    phrases.append({u"misfire."_s + wordOf(schedule.misfire), {QString::number(schedule.misfireLimit)}});
    phrases.append({u"overlap."_s + wordOf(schedule.overlap)});
    if (schedule.jitter > 0)
        phrases.append({u"jitter"_s, {QString::number(schedule.jitter)}});
    if (!schedule.isEnabled)
        phrases.append({u"disabled"_s});
    return phrases;
}

} // namespace naru::schedule
