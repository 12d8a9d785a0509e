#include "run/closing_days.h"

#include "run/service/record_change.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace naru::run {

namespace {

constexpr qsizetype yearlyLength = 5; // "07-01"

Error noDay(const QString &typed)
{
    return {Error::Kind::Invalid, u"expected a day as 2026-12-31, or 07-01 for every year, but got '"_s + typed + u'\'', u"calendar.day"_s};
}

Error notClosed(const QString &id)
{
    return {Error::Kind::NotFound, u"expected a closing day '"_s + id + u"' but there is none"_s, u"calendar.notClosed"_s};
}

bool isYearly(const QString &id) { return id.size() == yearlyLength; }

} // namespace

Result<KoreanCalendar> calendarWith(const QList<office::ClosingDay> &days)
{
    if (days.isEmpty())
        return KoreanCalendar::national();
    QJsonArray closed;
    for (const office::ClosingDay &one : days)
        closed.append(QJsonObject{{isYearly(one.id) ? u"day"_s : u"date"_s, one.id}, {u"name"_s, one.name}});
    return KoreanCalendar::national().withOfficeDays(QJsonDocument(QJsonObject{{u"closed"_s, closed}}).toJson());
}

Result<QString> closingDayOf(const QString &typed)
{
    static const QRegularExpression form(u"^(?:(\\d{4})[-.]\\s*)?(\\d{1,2})[-.]\\s*(\\d{1,2})\\.?$"_s);
    const QRegularExpressionMatch match = form.match(typed.trimmed());
    if (!match.hasMatch())
        return noDay(typed);
    const bool isOfOneYear = match.hasCaptured(1);
    constexpr int leapYear = 2000; // 02-29 is a day of every year that has it
    const QDate date(isOfOneYear ? match.captured(1).toInt() : leapYear, match.captured(2).toInt(), match.captured(3).toInt());
    if (!date.isValid() || (isOfOneYear && !KoreanCalendar::national().coversYear(date.year())))
        return noDay(typed);
    return date.toString(isOfOneYear ? u"yyyy-MM-dd"_s : u"MM-dd"_s);
}

Result<QList<office::ClosingDay>> ClosingDays::list()
{
    Result<QList<office::ClosingDay>> days = m_session.store().all<office::ClosingDay>();
    if (days)
        std::sort(days->begin(), days->end(), [](const office::ClosingDay &a, const office::ClosingDay &b) {
            return isYearly(a.id) != isYearly(b.id) ? isYearly(a.id) : a.id < b.id;
        });
    return days;
}

Result<office::ClosingDay> ClosingDays::closingOf(QDate date)
{
    const Result<QList<office::ClosingDay>> days = list();
    if (!days)
        return days.error();
    for (const QString &id : {date.toString(Qt::ISODate), date.toString(u"MM-dd"_s)})
        for (const office::ClosingDay &one : *days)
            if (one.id == id)
                return one;
    return notClosed(date.toString(Qt::ISODate));
}

Result<QString> ClosingDays::add(const office::ClosingDay &wanted)
{
    if (const Status allowed = m_session.mayDo(u"approve"_s); !allowed)
        return allowed.error();
    const Result<QString> id = closingDayOf(wanted.id);
    const Result<QList<office::ClosingDay>> days = list();
    if (!id || !days)
        return !id ? id : days.error();
    if (wanted.name.trimmed().isEmpty())
        return Error{Error::Kind::Invalid, u"expected a name of the closing day but got none"_s, u"calendar.name"_s};
    const bool isKnown = std::any_of(days->begin(), days->end(), [&](const office::ClosingDay &one) { return one.id == *id; });
    if (isKnown)
        return Error{Error::Kind::Conflict, u"expected a day on which the office is open but it is closed on "_s + *id, u"calendar.closed"_s};
    const QDate date = QDate::fromString(*id, Qt::ISODate);
    const Result<KoreanCalendar> calendar = calendarWith(*days);
    if (!calendar)
        return calendar.error();
    if (date.isValid() && !calendar->isWorkingDay(date))
        return Error{Error::Kind::Conflict, u"expected a working day but "_s + *id + u" is none"_s, u"calendar.dayOff"_s};
    const office::ClosingDay day{*id, wanted.name.trimmed(), wanted.ground.trimmed()};
    const Status written = write(u"기관 휴무일 지정: "_s + day.name, changeBetween(Row(), toRow(day), refOf(day)));
    return written ? id : Result<QString>(written.error());
}

Status ClosingDays::remove(const QString &id)
{
    if (const Status allowed = m_session.mayDo(u"approve"_s); !allowed)
        return allowed;
    const Result<QString> wanted = closingDayOf(id);
    const Result<QList<office::ClosingDay>> days = list();
    if (!wanted || !days)
        return !wanted ? wanted.error() : days.error();
    for (const office::ClosingDay &one : *days)
        if (one.id == *wanted)
            return write(u"기관 휴무일 해제: "_s + one.name, changeBetween(toRow(one), Row(), refOf(one)));
    return notClosed(*wanted);
}

Status ClosingDays::write(const QString &title, const Change &change)
{
    Plan plan;
    plan.robot = u"calendar"_s;
    plan.title = title;
    plan.changes = {change};
    // A day that is closed, opened, and closed again makes three plans, not two.
    plan.subject = {{u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    const Result<store::Receipt> receipt = m_session.carryOut(std::move(plan));
    return receipt ? Status() : Status(receipt.error());
}

} // namespace naru::run
