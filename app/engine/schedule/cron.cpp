#include "engine/schedule/cron.h"

#include <QStringList>

#include <algorithm>
#include <bit>

namespace naru::schedule {

namespace {

constexpr qsizetype longestExpression = 1024;
// Twice the 40 years that may pass until a fifth weekday of February comes again, and the missing leap day of 2100.
constexpr int monthsSearched = 12 * 100;

enum class Part { Second, Minute, Hour, MonthDay, Month, Weekday };

struct PartRange {
    QStringView name;
    int least;
    int most;
};

constexpr std::array<PartRange, 6> ranges{{
    {u"second", 0, 59},
    {u"minute", 0, 59},
    {u"hour", 0, 23},
    {u"day-of-month", 1, 31},
    {u"month", 1, 12},
    {u"day-of-week", 0, 7},
}};

constexpr std::array<QStringView, 12> monthNames{u"JAN", u"FEB", u"MAR", u"APR", u"MAY", u"JUN",
                                                 u"JUL", u"AUG", u"SEP", u"OCT", u"NOV", u"DEC"};
constexpr std::array<QStringView, 7> weekdayNames{u"SUN", u"MON", u"TUE", u"WED", u"THU", u"FRI", u"SAT"};

constexpr std::array<std::pair<QStringView, QStringView>, 7> nicknames{{
    {u"@YEARLY", u"0 0 1 1 *"},
    {u"@ANNUALLY", u"0 0 1 1 *"},
    {u"@MONTHLY", u"0 0 1 * *"},
    {u"@WEEKLY", u"0 0 * * 0"},
    {u"@DAILY", u"0 0 * * *"},
    {u"@MIDNIGHT", u"0 0 * * *"},
    {u"@HOURLY", u"0 * * * *"},
}};

std::optional<int> number(QStringView text)
{
    const bool isGood = !text.isEmpty() && text.size() <= 4
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isGood ? std::optional(text.toInt()) : std::nullopt;
}

constexpr std::uint32_t bit(int index)
{
    return std::uint32_t{1} << index;
}

class CronReader {
public:
    ParsedCron read(QStringView text)
    {
        if (text.size() > longestExpression) {
            wrong(u"cron"_s, u"cron.long"_s,
                  u"an expression of at most "_s + QString::number(longestExpression) + u" characters but it has "_s
                      + QString::number(text.size()));
            return m_parsed;
        }
        QString plain = text.toString().simplified().toUpper();
        for (const auto &one : nicknames)
            if (plain == one.first)
                plain = one.second.toString();
        const QStringList fields = plain.split(u' ', Qt::SkipEmptyParts);
        if (plain.startsWith(u'@') || (fields.size() != 5 && fields.size() != 6)) {
            wrong(u"cron"_s, u"cron.fields"_s,
                  u"five or six fields, or @daily and the like, but found "_s + cited(plain));
            return m_parsed;
        }
        const int shift = fields.size() == 5 ? 1 : 0;
        for (int i = 0; i < fields.size(); ++i)
            readField(static_cast<Part>(i + shift), fields[i]);
        cron().everyMonthDay = isStar(fields[3 - shift]);
        cron().everyWeekday = isStar(fields[5 - shift]);
        cron().everyHourOrMinute = isStar(fields[1 - shift]) || isStar(fields[2 - shift]);
        return m_parsed;
    }

private:
    static bool isStar(const QString &field) { return field.startsWith(u'*') || field == u"?"_s; }
    CronExpression &cron() { return m_parsed.expression; }

    void wrong(const QString &part, const QString &code, const QString &expectedAndFound)
    {
        m_parsed.problems.append({part, code, u"expected "_s + expectedAndFound});
    }

    void readField(Part part, const QString &field)
    {
        const PartRange &range = ranges[static_cast<std::size_t>(part)];
        std::uint64_t bits = 0;
        for (const QString &item : field.split(u',')) {
            if (readSpecial(part, item))
                continue;
            const std::optional<std::uint64_t> some = bitsOf(part, item);
            if (!some)
                wrong(range.name.toString(), u"cron.field"_s,
                      range.name.toString() + u" from "_s + QString::number(range.least) + u" to "_s
                          + QString::number(range.most) + u" but found "_s + cited(item));
            else
                bits |= *some;
        }
        store(part, bits);
    }

    void store(Part part, std::uint64_t bits)
    {
        const auto low = static_cast<std::uint32_t>(bits);
        switch (part) {
        case Part::Second:
            cron().seconds = bits;
            break;
        case Part::Minute:
            cron().minutes = bits;
            break;
        case Part::Hour:
            cron().hours = low;
            break;
        case Part::MonthDay:
            cron().monthDays = low;
            break;
        case Part::Month:
            cron().months = low;
            break;
        case Part::Weekday:
            cron().weekdays = (low | low >> 7) & 0x7f;
        }
    }

    std::optional<int> valueOf(Part part, QStringView text) const
    {
        if (part == Part::Month)
            if (const auto at = std::find(monthNames.begin(), monthNames.end(), text); at != monthNames.end())
                return static_cast<int>(at - monthNames.begin()) + 1;
        if (part == Part::Weekday)
            if (const auto at = std::find(weekdayNames.begin(), weekdayNames.end(), text); at != weekdayNames.end())
                return static_cast<int>(at - weekdayNames.begin());
        const PartRange &range = ranges[static_cast<std::size_t>(part)];
        const std::optional<int> value = number(text);
        return value && *value >= range.least && *value <= range.most ? value : std::nullopt;
    }

    // "5", "1-5", "*", "*/10", "1-30/2", "5/10"
    std::optional<std::uint64_t> bitsOf(Part part, const QString &item) const
    {
        const PartRange &range = ranges[static_cast<std::size_t>(part)];
        const qsizetype slash = item.indexOf(u'/');
        const QString span = item.left(slash);
        const std::optional<int> step = slash < 0 ? std::optional(1) : number(QStringView(item).mid(slash + 1));
        std::optional<int> first = range.least;
        // Sunday is 0 and 7: a step over all weekdays ends on Saturday.
        std::optional<int> last = part == Part::Weekday ? 6 : range.most;
        if (const qsizetype dash = span.indexOf(u'-'); dash > 0) {
            first = valueOf(part, QStringView(span).left(dash));
            last = valueOf(part, QStringView(span).mid(dash + 1));
        } else if (span != u"*"_s) {
            const bool isOpen = span == u"?"_s && slash < 0 && (part == Part::MonthDay || part == Part::Weekday);
            if (!isOpen)
                first = valueOf(part, span);
            if (slash < 0 && !isOpen)
                last = first;
        }
        if (!first || !last || !step || *step < 1 || *step > range.most || *first > *last)
            return std::nullopt;
        std::uint64_t bits = 0;
        for (int value = *first; value <= *last; value += *step)
            bits |= std::uint64_t{1} << value;
        return bits;
    }

    // True where the item is one of those that only a calendar can resolve.
    bool readSpecial(Part part, const QString &item)
    {
        return part == Part::MonthDay ? readSpecialDay(item) : part == Part::Weekday && readSpecialWeekday(item);
    }

    // L, L-3, LW, 15W
    bool readSpecialDay(const QString &item)
    {
        const int offset = item.startsWith(u"L-"_s) ? number(QStringView(item).mid(2)).value_or(-1) : -1;
        if (item == u"L"_s)
            cron().fromLastDay |= bit(0);
        else if (offset >= 0 && offset <= 30)
            cron().fromLastDay |= bit(offset);
        else if (item == u"LW"_s)
            cron().lastWeekday = true;
        else if (!item.endsWith(u'W'))
            return false;
        else if (const std::optional<int> day = valueOf(Part::MonthDay, QStringView(item).chopped(1)))
            cron().nearestWeekdays |= bit(*day);
        else
            return false;
        return true;
    }

    // 5L, 5#2
    bool readSpecialWeekday(const QString &item)
    {
        const qsizetype hash = item.indexOf(u'#');
        const bool isLast = item.size() > 1 && item.endsWith(u'L');
        if (hash < 0 && !isLast)
            return false;
        const std::optional<int> day =
            valueOf(Part::Weekday, hash < 0 ? QStringView(item).chopped(1) : QStringView(item).left(hash));
        const int nth = hash < 0 ? 1 : number(QStringView(item).mid(hash + 1)).value_or(0);
        if (!day || nth < 1 || nth > 5)
            return false;
        (hash < 0 ? cron().lastOfWeekday : cron().nthOfWeekday[static_cast<std::size_t>(nth)]) |= bit(*day % 7);
        return true;
    }

    ParsedCron m_parsed;
};

struct Month {
    DayNumber first = 0;
    int days = 0;
};

// Bit 0 is Sunday.
int cronWeekday(DayNumber day)
{
    return weekdayOf(day) % 7;
}

// The nearest of Monday to Friday that lies in the month.
int nearestWeekday(const Month &month, int day)
{
    const int weekday = weekdayOf(month.first + day - 1);
    if (weekday == 6)
        return day > 1 ? day - 1 : day + 2;
    if (weekday == 7)
        return day < month.days ? day + 1 : day - 2;
    return day;
}

std::uint32_t monthDaysOf(const CronExpression &cron, const Month &month)
{
    std::uint32_t days = cron.monthDays;
    for (int day = 1; day <= month.days; ++day) {
        if (cron.fromLastDay & bit(month.days - day))
            days |= bit(day);
        if (cron.nearestWeekdays & bit(day))
            days |= bit(nearestWeekday(month, day));
    }
    if (cron.lastWeekday)
        days |= bit(nearestWeekday(month, month.days));
    return days;
}

std::uint32_t weekdaysOf(const CronExpression &cron, const Month &month)
{
    std::uint32_t days = 0;
    for (int day = 1; day <= month.days; ++day) {
        const std::uint32_t weekday = bit(cronWeekday(month.first + day - 1));
        const bool isLast = day + 7 > month.days;
        if ((cron.weekdays & weekday) || (isLast && (cron.lastOfWeekday & weekday))
            || (cron.nthOfWeekday[static_cast<std::size_t>((day - 1) / 7 + 1)] & weekday))
            days |= bit(day);
    }
    return days;
}

// The days of the month that count, bit 1 for the first.
std::uint32_t daysOf(const CronExpression &cron, const Month &month)
{
    const std::uint32_t byMonth = monthDaysOf(cron, month);
    const std::uint32_t byWeek = weekdaysOf(cron, month);
    const std::uint32_t days = cron.everyMonthDay || cron.everyWeekday ? byMonth & byWeek : byMonth | byWeek;
    return days & ~bit(0) & static_cast<std::uint32_t>((std::uint64_t{1} << (month.days + 1)) - 1);
}

// The lowest set bit at or above the index, or 64.
int nextBit(std::uint64_t bits, int from)
{
    return from > 63 ? 64 : std::countr_zero(bits >> from << from);
}

std::optional<int> timeAtOrAfter(const CronExpression &cron, int from)
{
    const int hour = from / 3600;
    const int minute = from / 60 % 60;
    if (cron.hours & bit(hour)) {
        if (cron.minutes & std::uint64_t{1} << minute)
            if (const int second = nextBit(cron.seconds, from % 60); second < 60)
                return hour * 3600 + minute * 60 + second;
        if (const int next = nextBit(cron.minutes, minute + 1); next < 60)
            return hour * 3600 + next * 60 + nextBit(cron.seconds, 0);
    }
    const int next = nextBit(cron.hours, hour + 1);
    return next > 23 ? std::nullopt
                     : std::optional(next * 3600 + nextBit(cron.minutes, 0) * 60 + nextBit(cron.seconds, 0));
}

} // namespace

Result<std::optional<WallSecond>> CronExpression::atOrAfter(WallSecond from) const
{
    if (dayOf(from) > lastGregorianDay)
        return std::optional<WallSecond>();
    QDate first = dateOf(dayOf(from));
    int day = first.day();
    int time = static_cast<int>(timeOf(from));
    first = first.addDays(1 - day);
    for (int searched = 0; searched <= monthsSearched; ++searched) {
        if (first.year() > 9999)
            return std::optional<WallSecond>();
        const Month month{dayNumber(first), first.daysInMonth()};
        const std::uint32_t days = months & bit(first.month()) ? daysOf(*this, month) : 0;
        for (day = nextBit(days, day); day <= month.days; day = nextBit(days, day + 1)) {
            const bool isFirst = month.first + day - 1 == dayOf(from);
            if (const std::optional<int> found = timeAtOrAfter(*this, isFirst ? time : 0))
                return std::optional((month.first + day - 1) * secondsOfDay + *found);
        }
        first = first.addMonths(1);
        day = 1;
    }
    return Error{Error::Kind::Invalid, u"expected a day that the calendar has but none came in 100 years"_s,
                 u"cron.never"_s};
}

ParsedCron cronFromText(QStringView text)
{
    return CronReader().read(text);
}

} // namespace naru::schedule
