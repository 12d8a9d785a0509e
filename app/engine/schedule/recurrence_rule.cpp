#include "engine/schedule/recurrence_rule.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace naru::schedule {

namespace {

constexpr std::array<QStringView, 7> frequencies{u"YEARLY", u"MONTHLY",  u"WEEKLY",  u"DAILY",
                                                 u"HOURLY", u"MINUTELY", u"SECONDLY"};
constexpr std::array<QStringView, 7> weekdays{u"MO", u"TU", u"WE", u"TH", u"FR", u"SA", u"SU"};
constexpr std::array<QStringView, 3> skips{u"OMIT", u"BACKWARD", u"FORWARD"};

template <std::size_t Size> int indexIn(const std::array<QStringView, Size> &words, QStringView word)
{
    const auto at = std::find(words.begin(), words.end(), word);
    return at == words.end() ? -1 : static_cast<int>(at - words.begin());
}

// What is checked of a list of whole numbers.
struct Numbers {
    QStringView part;
    QList<int> RecurrenceRule::*list;
    int least;
    int most;
    bool isSigned; // -least … -most too
};

constexpr std::array<Numbers, 7> lists{{
    {u"BYSECOND", &RecurrenceRule::bySecond, 0, 60, false},
    {u"BYMINUTE", &RecurrenceRule::byMinute, 0, 59, false},
    {u"BYHOUR", &RecurrenceRule::byHour, 0, 23, false},
    {u"BYMONTHDAY", &RecurrenceRule::byMonthDay, 1, 31, true},
    {u"BYYEARDAY", &RecurrenceRule::byYearDay, 1, 385, true},
    {u"BYWEEKNO", &RecurrenceRule::byWeekNo, 1, 56, true},
    {u"BYSETPOS", &RecurrenceRule::bySetPos, 1, 366, true},
}};

// A whole number of ASCII digits with at most one sign.
std::optional<qint64> whole(QStringView text, bool maySign)
{
    const QStringView digits = maySign && (text.startsWith(u'-') || text.startsWith(u'+')) ? text.mid(1) : text;
    const bool isGood = !digits.isEmpty() && digits.size() <= 10
        && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isGood)
        return std::nullopt;
    return text.startsWith(u'-') ? -digits.toLongLong() : digits.toLongLong();
}

class Reader {
public:
    ParsedRule read(QStringView text)
    {
        if (text.size() > longestRule) {
            wrong(u"RRULE"_s, u"rule.long"_s, u"a rule of at most "_s + QString::number(longestRule) + u" characters"_s,
                  QString::number(text.size()) + u" of them"_s);
            return m_parsed;
        }
        const QString upper = text.trimmed().toString().toUpper();
        QStringList parts = upper.split(u';');
        if (parts.size() > 1 && parts.last().isEmpty())
            parts.removeLast();
        for (const QString &part : parts)
            readPart(part);
        if (!m_seen.contains(u"FREQ"_s))
            wrong(u"FREQ"_s, u"rule.frequency"_s, u"a FREQ in the rule"_s, u"there is none"_s);
        else if (m_parsed.problems.isEmpty())
            checkTogether();
        return m_parsed;
    }

private:
    RecurrenceRule &rule() { return m_parsed.rule; }

    void wrong(const QString &part, const QString &code, const QString &expected, const QString &found)
    {
        m_parsed.problems.append({part, code, u"expected "_s + expected + u" but "_s + found});
    }

    void readPart(const QString &part)
    {
        const qsizetype equals = part.indexOf(u'=');
        const QString name = part.left(equals);
        const QString value = equals < 0 ? QString() : part.mid(equals + 1);
        if (equals <= 0 || value.isEmpty())
            return wrong(name, u"rule.part"_s, u"NAME=VALUE"_s, u"found "_s + cited(part));
        if (m_seen.contains(name))
            return wrong(name, u"rule.twice"_s, name + u" once"_s, u"it stands twice"_s);
        m_seen.append(name);
        for (const Numbers &list : lists)
            if (list.part == name)
                return readNumbers(list, value);
        readOther(name, value);
    }

    void readOther(const QString &name, const QString &value)
    {
        if (name == u"FREQ"_s)
            readWord(name, value, frequencies, rule().frequency, u"rule.frequency"_s);
        else if (name == u"SKIP"_s)
            readWord(name, value, skips, rule().skip, u"rule.skip"_s);
        else if (name == u"INTERVAL"_s)
            readCount(name, value, 1'000'000'000, [this](qint64 number) { rule().interval = number; });
        else if (name == u"COUNT"_s)
            readCount(name, value, largestCount, [this](qint64 number) { rule().count = static_cast<int>(number); });
        else if (name == u"UNTIL"_s)
            readUntil(value);
        else if (name == u"WKST"_s)
            readWeekStart(value);
        else if (name == u"BYDAY"_s)
            readDays(value);
        else if (name == u"BYMONTH"_s)
            readMonths(value);
        else if (name == u"RSCALE"_s)
            readScale(value);
        else
            wrong(name, u"rule.unknown-part"_s, u"a part of RFC 5545"_s, u"found "_s + cited(name));
    }

    template <typename Enum, std::size_t Size>
    void readWord(const QString &name, const QString &value, const std::array<QStringView, Size> &words, Enum &into,
                  const QString &code)
    {
        const int index = indexIn(words, value);
        if (index < 0)
            wrong(name, code, name + u" to be one of RFC 5545's"_s, u"it is "_s + cited(value));
        else
            into = static_cast<Enum>(index);
    }

    template <typename Take> void readCount(const QString &name, const QString &value, qint64 most, Take take)
    {
        const std::optional<qint64> number = whole(value, false);
        if (!number || *number < 1 || *number > most)
            wrong(name, u"rule."_s + name.toLower(), name + u" from 1 to "_s + QString::number(most),
                  u"it is "_s + cited(value));
        else
            take(*number);
    }

    void readUntil(const QString &value)
    {
        const bool isUtc = value.endsWith(u'Z');
        const bool isDate = value.size() == 8;
        const QDate date = QDate::fromString(value.left(8), u"yyyyMMdd"_s);
        const QTime time = isDate ? QTime(23, 59, 59) : QTime::fromString(value.mid(9, 6), u"HHmmss"_s);
        const bool isShaped = isDate || (value.mid(8, 1) == u"T"_s && value.size() == (isUtc ? 16 : 15));
        if (!isShaped || !date.isValid() || !time.isValid())
            return wrong(u"UNTIL"_s, u"rule.until"_s, u"UNTIL like 20261231T150000Z"_s, u"it is "_s + cited(value));
        rule().until = Until{wallSecond(date, time), isUtc};
    }

    void readWeekStart(const QString &value)
    {
        rule().weekStart = indexIn(weekdays, value) + 1;
        if (rule().weekStart == 0)
            wrong(u"WKST"_s, u"rule.weekday"_s, u"WKST to be a weekday"_s, u"it is "_s + cited(value));
    }

    void readDays(const QString &value)
    {
        for (const QString &one : value.split(u',')) {
            const int weekday = indexIn(weekdays, QStringView(one).right(2)) + 1;
            const QStringView before = QStringView(one).chopped(std::min<qsizetype>(2, one.size()));
            const std::optional<qint64> ordinal = before.isEmpty() ? std::optional<qint64>(0) : whole(before, true);
            const bool isGood =
                weekday > 0 && ordinal && std::abs(*ordinal) <= 53 && (*ordinal != 0 || before.isEmpty());
            if (isGood)
                rule().byDay.append({static_cast<int>(*ordinal), weekday});
            else
                wrong(u"BYDAY"_s, u"rule.weekday"_s, u"BYDAY like MO, 1FR, or -1SU"_s, u"it has "_s + cited(one));
        }
    }

    void readMonths(const QString &value)
    {
        for (const QString &one : value.split(u',')) {
            const bool isLeap = one.endsWith(u'L');
            const std::optional<qint64> number = whole(isLeap ? QStringView(one).chopped(1) : QStringView(one), false);
            if (number && *number >= 1 && *number <= 13)
                rule().byMonth.append({static_cast<int>(*number), isLeap});
            else
                wrong(u"BYMONTH"_s, u"rule.month"_s, u"BYMONTH from 1 to 13, or like 9L"_s, u"it has "_s + cited(one));
        }
    }

    void readScale(const QString &value)
    {
        const std::optional<Rscale> scale = rscaleFromName(value);
        if (scale)
            rule().scale = *scale;
        else
            wrong(u"RSCALE"_s, u"rule.scale"_s, u"RSCALE GREGORIAN, CHINESE, DANGI, or HEBREW"_s,
                  u"it is "_s + cited(value));
    }

    void readNumbers(const Numbers &list, const QString &value)
    {
        for (const QString &one : value.split(u',')) {
            const std::optional<qint64> number = whole(one, list.isSigned);
            const qint64 size = !number ? -1 : list.isSigned ? std::abs(*number) : *number;
            if (size < list.least || size > list.most)
                wrong(list.part.toString(), u"rule.number"_s,
                      list.part.toString() + u" from "_s + QString::number(list.least) + u" to "_s
                          + QString::number(list.most),
                      u"it has "_s + cited(one));
            else
                (rule().*list.list).append(static_cast<int>(*number));
        }
    }

    // What RFC 5545 §3.3.10 forbids of parts that are each good.
    void checkTogether()
    {
        const Frequency frequency = rule().frequency;
        const bool isYearly = frequency == Frequency::Yearly;
        if (rule().count && rule().until)
            wrong(u"UNTIL"_s, u"rule.two-ends"_s, u"COUNT or UNTIL"_s, u"both are given"_s);
        if (!rule().byWeekNo.isEmpty() && !isYearly)
            wrong(u"BYWEEKNO"_s, u"rule.week-number"_s, u"BYWEEKNO with YEARLY only"_s, u"FREQ is another"_s);
        if (!rule().byYearDay.isEmpty() && !isYearly && frequency < Frequency::Hourly)
            wrong(u"BYYEARDAY"_s, u"rule.year-day"_s, u"no BYYEARDAY with MONTHLY, WEEKLY, or DAILY"_s,
                  u"it is given"_s);
        if (!rule().byMonthDay.isEmpty() && frequency == Frequency::Weekly)
            wrong(u"BYMONTHDAY"_s, u"rule.month-day"_s, u"no BYMONTHDAY with WEEKLY"_s, u"it is given"_s);
        const bool hasOrdinal =
            std::any_of(rule().byDay.begin(), rule().byDay.end(), [](const ByDay &day) { return day.ordinal != 0; });
        if (hasOrdinal && (frequency > Frequency::Monthly || !rule().byWeekNo.isEmpty()))
            wrong(u"BYDAY"_s, u"rule.ordinal"_s, u"ordinals in BYDAY with MONTHLY, or YEARLY without BYWEEKNO"_s,
                  u"one is given"_s);
        const bool hasOther = std::any_of(m_seen.begin(), m_seen.end(), [](const QString &name) {
            return name.startsWith(u"BY"_s) && name != u"BYSETPOS"_s;
        });
        if (!rule().bySetPos.isEmpty() && !hasOther)
            wrong(u"BYSETPOS"_s, u"rule.set-position"_s, u"another BY part beside BYSETPOS"_s, u"there is none"_s);
        if (m_seen.contains(u"SKIP"_s) && !m_seen.contains(u"RSCALE"_s))
            wrong(u"SKIP"_s, u"rule.skip"_s, u"RSCALE beside SKIP"_s, u"there is none"_s);
        checkMonths();
    }

    void checkMonths()
    {
        const bool isGregorian = rule().scale == Rscale::Gregorian;
        for (const ByMonth &month : rule().byMonth)
            if (month.number > 12 || (isGregorian && month.isLeap))
                wrong(u"BYMONTH"_s, u"rule.month"_s, u"a month of the calendar "_s + nameOf(rule().scale),
                      u"it has "_s + QString::number(month.number) + (month.isLeap ? u"L"_s : QString()));
    }

    ParsedRule m_parsed;
    QStringList m_seen;
};

} // namespace

ParsedRule recurrenceRuleFromText(QStringView text)
{
    return Reader().read(text);
}

} // namespace naru::schedule
