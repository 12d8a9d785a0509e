#include "core/calendar_tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace naru {

namespace {

Error invalid(const QString &expected, const QString &found)
{
    return {Error::Kind::Invalid, u"expected "_s + expected + u" in the calendar but found '"_s + found + u'\'',
            u"calendar.entry"_s};
}

QString compact(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)).left(200);
}

// "03-01"; false where there is no such day in any year.
bool readYearlyDay(const QString &text, int &month, int &day)
{
    const QDate date = QDate::fromString(u"2000-"_s + text, Qt::ISODate);
    month = date.month();
    day = date.day();
    return date.isValid();
}

Result<QList<Holiday>> appointedFromJson(const QJsonArray &array)
{
    QList<Holiday> days;
    for (const QJsonValue &one : array) {
        const QJsonObject json = one.toObject();
        const Holiday day{QDate::fromString(json.value(u"date"_s).toString(), Qt::ISODate),
                          json.value(u"name"_s).toString(), json.value(u"law"_s).toString(), Holiday::Kind::Appointed};
        if (!day.date.isValid() || day.name.isEmpty())
            return invalid(u"an appointed day with 'date' and 'name'"_s, compact(one));
        days.append(day);
    }
    return days;
}

Result<QList<ClosingDay>> closedFromJson(const QJsonArray &array)
{
    QList<ClosingDay> days;
    for (const QJsonValue &one : array) {
        const QJsonObject json = one.toObject();
        ClosingDay day{json.value(u"name"_s).toString(),
                       QDate::fromString(json.value(u"date"_s).toString(), Qt::ISODate), 0, 0};
        const bool yearly = !json.contains(u"date"_s);
        const bool valid =
            yearly ? readYearlyDay(json.value(u"day"_s).toString(), day.month, day.dayOfMonth) : day.date.isValid();
        if (!valid || day.name.isEmpty())
            return invalid(u"a closing day with 'name' and 'date' or 'day'"_s, compact(one));
        days.append(day);
    }
    return days;
}

Result<HolidayRule> ruleFromJson(const QJsonObject &json, const QJsonObject &lunar)
{
    HolidayRule rule{json.value(u"name"_s).toString(), json.value(u"law"_s).toString(), 0, 0, {}, {}, {}, {}};
    rule.from = QDate::fromString(json.value(u"from"_s).toString(), Qt::ISODate);
    for (const QJsonValue &name : json.value(u"around"_s).toArray())
        rule.around.append(name.toString());
    const QJsonArray dates = lunar.value(json.value(u"lunar"_s).toString()).toArray();
    for (const QJsonValue &text : dates) {
        const QDate date = QDate::fromString(text.toString(), Qt::ISODate);
        if (!date.isValid())
            return invalid(u"a solar date of "_s + rule.name, text.toString());
        rule.lunar.insert(date.year(), date);
    }
    if (dates.isEmpty() && !readYearlyDay(json.value(u"day"_s).toString(), rule.month, rule.dayOfMonth))
        return invalid(u"a rule with 'day' or 'lunar'"_s, compact(json));
    for (const QJsonValue &one : json.value(u"substitutes"_s).toArray()) {
        const QJsonObject substitute = one.toObject();
        rule.substitutes.append({QDate::fromString(substitute.value(u"from"_s).toString(), Qt::ISODate),
                                 substitute.value(u"law"_s).toString(), substitute.value(u"saturday"_s).toBool(),
                                 substitute.value(u"sunday"_s).toBool(), substitute.value(u"holiday"_s).toBool()});
    }
    return rule;
}

// The last of the rules that is in force on the day.
const SubstituteRule *substituteRule(const HolidayRule &rule, QDate date)
{
    const SubstituteRule *found = nullptr;
    for (const SubstituteRule &one : rule.substitutes)
        if (one.from <= date)
            found = &one;
    return found;
}

struct RuleDay {
    const HolidayRule *rule;
    QDate date;
};

// The days of the rules, with the rules in the order of the law.
QMap<QDate, QList<RuleDay>> statutoryDays(const CalendarSource &source, QMap<QDate, QList<Holiday>> &named)
{
    QMap<QDate, QList<RuleDay>> days;
    for (int year = source.firstYear; year <= source.lastYear; ++year)
        for (const HolidayRule &rule : source.rules) {
            const QDate middle = rule.month ? QDate(year, rule.month, rule.dayOfMonth) : rule.lunar.value(year);
            const QStringList names = rule.around.isEmpty() ? QStringList{rule.name} : rule.around;
            for (qsizetype i = 0; i < names.size(); ++i) {
                const QDate date = middle.addDays(i - names.size() / 2);
                if (rule.from.isValid() && date < rule.from)
                    continue;
                days[date].append({&rule, date});
                named[date].append({date, names[i], rule.law, Holiday::Kind::Statutory});
            }
        }
    return days;
}

// The rules that are made good for, of those that fall on the day. Two that meet on a working day lose one day only.
QList<const HolidayRule *> lostOn(QDate date, const QList<RuleDay> &days)
{
    QList<const HolidayRule *> lost;
    for (const RuleDay &one : days) {
        const SubstituteRule *substitute = substituteRule(*one.rule, date);
        if (!substitute)
            continue;
        const bool weekend = date.dayOfWeek() >= 6;
        const bool meets = days.size() > 1 && !weekend && substitute->holiday && lost.isEmpty();
        if (meets || (date.dayOfWeek() == 6 && substitute->saturday) || (date.dayOfWeek() == 7 && substitute->sunday))
            lost.append(one.rule);
    }
    return lost;
}

void addSubstitutes(const QMap<QDate, QList<RuleDay>> &days, QMap<QDate, QList<Holiday>> &named)
{
    const auto isTaken = [&](QDate date) { return date.dayOfWeek() == 7 || named.contains(date); };
    for (auto at = days.constBegin(); at != days.constEnd(); ++at)
        for (const HolidayRule *rule : lostOn(at.key(), at.value())) {
            QDate date = at.key().addDays(1);
            // Another substitute is passed too (3조 2항), and a Saturday (3조 3항).
            while (isTaken(date) || date.dayOfWeek() == 6)
                date = date.addDays(1);
            named[date].append({date, u"대체공휴일("_s + rule->name + u')', substituteRule(*rule, at.key())->law,
                                Holiday::Kind::Substitute});
        }
}

void addClosed(const CalendarSource &source, QMap<QDate, QList<Holiday>> &named)
{
    for (const ClosingDay &day : source.closed)
        for (int year = source.firstYear; year <= source.lastYear; ++year) {
            const QDate date = day.month ? QDate(year, day.month, day.dayOfMonth) : day.date;
            if (date.isValid() && date.year() == year)
                named[date].append({date, day.name, {}, Holiday::Kind::Closed});
        }
}

} // namespace

Result<CalendarSource> calendarSourceFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    CalendarSource source;
    source.firstYear = object.value(u"firstYear"_s).toInt();
    source.lastYear = object.value(u"lastYear"_s).toInt();
    source.confirmedThrough = object.value(u"confirmedThrough"_s).toInt();
    const QJsonArray rules = object.value(u"rules"_s).toArray();
    if (source.firstYear <= 0 || source.lastYear < source.firstYear || rules.isEmpty())
        return invalid(u"'firstYear', 'lastYear', and 'rules'"_s, QString::fromUtf8(json.left(80)));
    for (const QJsonValue &one : rules) {
        const Result<HolidayRule> rule = ruleFromJson(one.toObject(), object.value(u"lunar"_s).toObject());
        if (!rule)
            return rule.error();
        for (int year = source.firstYear; !rule->month && year <= source.lastYear; ++year)
            if (!rule->lunar.contains(year))
                return invalid(u"a solar date of "_s + rule->name + u" in "_s + QString::number(year), u"none"_s);
        source.rules.append(*rule);
    }
    const Result<QList<Holiday>> appointed = appointedFromJson(object.value(u"appointed"_s).toArray());
    if (!appointed)
        return appointed.error();
    source.appointed = *appointed;
    return source;
}

Status addOfficeDays(CalendarSource &source, const QByteArray &json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (!document.isObject())
        return invalid(u"an object"_s, fault.error ? fault.errorString() : QString::fromUtf8(json.left(80)));
    const QJsonObject object = document.object();
    const Result<QList<Holiday>> appointed = appointedFromJson(object.value(u"appointed"_s).toArray());
    if (!appointed)
        return appointed.error();
    const Result<QList<ClosingDay>> closed = closedFromJson(object.value(u"closed"_s).toArray());
    if (!closed)
        return closed.error();
    const auto isOutside = [&](QDate date) {
        return date.isValid() && (date.year() < source.firstYear || date.year() > source.lastYear);
    };
    for (const Holiday &day : *appointed)
        if (isOutside(day.date))
            return invalid(u"a date of a covered year"_s, day.date.toString(Qt::ISODate));
    for (const ClosingDay &day : *closed)
        if (isOutside(day.date))
            return invalid(u"a date of a covered year"_s, day.date.toString(Qt::ISODate));
    source.appointed += *appointed;
    source.closed += *closed;
    source.confirmedThrough = std::max(source.confirmedThrough, object.value(u"confirmedThrough"_s).toInt());
    return {};
}

QMap<QDate, QList<Holiday>> holidaysOf(const CalendarSource &source)
{
    QMap<QDate, QList<Holiday>> named;
    const QMap<QDate, QList<RuleDay>> days = statutoryDays(source, named);
    for (const Holiday &day : source.appointed) {
        // An office may list a day that the program has learnt since.
        const QList<Holiday> known = named.value(day.date);
        if (std::none_of(known.begin(), known.end(), [&](const Holiday &one) { return one.name == day.name; }))
            named[day.date].append(day);
    }
    addSubstitutes(days, named);
    addClosed(source, named);
    return named;
}

} // namespace naru
