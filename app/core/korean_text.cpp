#include "core/korean_text.h"

#include "core/result.h"

#include <array>
#include <utility>

namespace naru {

namespace {

constexpr QStringView weekdays = u"월화수목금토일";

// One code unit for one, so that offsets stay those of the original.
QChar folded(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= 0xFF01 && u <= 0xFF5E)
        return QChar(static_cast<char16_t>(u - 0xFEE0));
    if (u == 0x2018 || u == 0x2019 || u == 0x2032 || u == 0x0060 || u == 0x00B4 || u == 0x02BC)
        return u'\'';
    if (u == 0x223C || u == 0x301C || u == 0x02DC || u == 0x2053)
        return u'~';
    if ((u >= 0x2010 && u <= 0x2015) || u == 0x2212)
        return u'-';
    if (u == 0x2024 || u == 0x3002 || u == 0xFE52 || u == 0xFF61)
        return u'.';
    if (c.isSpace() || u == 0x200B || u == 0x200C || u == 0x200D || u == 0xFEFF)
        return u' ';
    return c;
}

QString folded(QStringView text)
{
    QString out(text.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i)
        out[i] = folded(text[i]);
    return out;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// A place in a folded text that moves forward over what it recognises, and stays where it does not.
struct Scan {
    const QString &text;
    qsizetype at = 0;

    QChar peek() const { return at < text.size() ? text[at] : QChar(); }
    bool atEnd() const { return at >= text.size(); }
    void blanks()
    {
        while (peek() == u' ')
            ++at;
    }
    // Skips blanks, then takes the word; leaves the place alone where there is none.
    bool take(QStringView word)
    {
        Scan ahead{text, at};
        ahead.blanks();
        if (!QStringView(text).mid(ahead.at).startsWith(word))
            return false;
        at = ahead.at + word.size();
        return true;
    }
    // A run of at least one and at most `most` digits, with no further digit behind it; -1 where there is none.
    int number(int most)
    {
        Scan ahead{text, at};
        ahead.blanks();
        int value = 0;
        const qsizetype first = ahead.at;
        for (; isDigit(ahead.peek()); ++ahead.at) {
            if (ahead.at - first == most)
                return -1;
            value = value * 10 + ahead.peek().digitValue();
        }
        if (ahead.at == first)
            return -1;
        at = ahead.at;
        return value;
    }
};

// The signs behind year, month, and day. The last may be missing where it is optional.
struct Notation {
    QStringView year;
    QStringView month;
    QStringView day;
    bool dayIsOptional;
};
constexpr std::array<Notation, 4> notations{{
    {u".", u".", u".", true},
    {u"년", u"월", u"일", false},
    {u"-", u"-", u"", true},
    {u"/", u"/", u"", true},
}};

struct ScannedDate {
    QDate date;
    bool weekdayDiffers = false;
};

// "(수)" or "(수요일)" behind a date.
bool takeWeekday(Scan &scan, QDate date, bool &differs)
{
    Scan ahead = {scan.text, scan.at};
    if (!ahead.take(u"("))
        return false;
    ahead.blanks();
    const qsizetype day = weekdays.indexOf(ahead.peek());
    if (ahead.atEnd() || day < 0)
        return false;
    ++ahead.at;
    ahead.take(u"요일");
    if (!ahead.take(u")"))
        return false;
    differs = date.dayOfWeek() != day + 1;
    scan.at = ahead.at;
    return true;
}

int wholeYear(int year, qsizetype digits)
{
    if (digits == 4)
        return year >= 1900 && year < 2200 ? year : -1;
    if (digits == 2)
        return year < 50 ? 2000 + year : 1900 + year;
    return -1;
}

// A year of two or four digits; -1 where there is none. Two digits need an apostrophe unless bare ones are allowed.
int takeYear(Scan &scan, bool bareTwoDigits)
{
    const bool apostrophe = scan.take(u"'");
    scan.blanks();
    const qsizetype first = scan.at;
    const int number = scan.number(4);
    const qsizetype digits = scan.at - first;
    if (number < 0 || (digits == 2 && !apostrophe && !bareTwoDigits) || (digits == 4 && apostrophe))
        return -1;
    return wholeYear(number, digits);
}

std::optional<ScannedDate> takeDate(Scan &scan, bool bareTwoDigits)
{
    Scan ahead{scan.text, scan.at};
    const int year = takeYear(ahead, bareTwoDigits);
    if (year < 0)
        return {};
    for (const Notation &notation : notations) {
        Scan rest{scan.text, ahead.at};
        if (!rest.take(notation.year))
            continue;
        const int month = rest.number(2);
        if (month < 0 || !rest.take(notation.month))
            return {};
        const int day = rest.number(2);
        const QDate date(year, month, day);
        if (day < 0 || !date.isValid() || (!rest.take(notation.day) && !notation.dayIsOptional))
            return {};
        ScannedDate found{date};
        takeWeekday(rest, date, found.weekdayDiffers);
        if (rest.take(u"호")) // "제2026-7-29호" is the number of a document
            return {};
        scan.at = rest.at;
        return found;
    }
    return {};
}

// "20260729"
std::optional<ScannedDate> takeCompactDate(Scan &scan)
{
    const QStringView digits = QStringView(scan.text).mid(scan.at, 8);
    const QDate date(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6).toInt());
    if (digits.size() != 8 || !date.isValid() || wholeYear(date.year(), 4) < 0)
        return {};
    for (const QChar c : digits)
        if (!isDigit(c))
            return {};
    scan.at += 8;
    return ScannedDate{date};
}

// "00:00", "T09:30:00", "13:00:00.000"
bool takeTime(Scan &scan)
{
    Scan ahead{scan.text, scan.at};
    if (ahead.peek() == u'T')
        ++ahead.at;
    const int hour = ahead.number(2);
    if (hour < 0 || hour > 24 || !ahead.take(u":") || ahead.number(2) < 0)
        return false;
    if (ahead.take(u":") && ahead.number(2) < 0)
        return false;
    if (ahead.take(u".") && ahead.number(9) < 0)
        return false;
    scan.at = ahead.at;
    return true;
}

void takeDateSuffix(Scan &scan)
{
    takeTime(scan);
    for (const QStringView word : {u"부터", u"까지", u"부로", u"자로", u"일자", u"자", u"부"})
        if (scan.take(word))
            return;
}

// The end of a range where the year, or the year and the month, are said by its beginning. A day alone needs a wave
// before it or 일 behind it: "2026. 7. 1. - 3. 전보" goes on with the third item of a list.
QDate takeCarriedDate(Scan &scan, QDate from, bool isWave)
{
    for (const Notation &notation : {notations[0], notations[1], notations[3]}) {
        Scan ahead{scan.text, scan.at};
        const int first = ahead.number(2);
        if (first < 0 || !ahead.take(notation.month))
            continue;
        const int second = ahead.number(2);
        const bool ends = second >= 0 && (ahead.take(notation.day) || notation.dayIsOptional);
        if (ends) {
            scan.at = ahead.at;
            return QDate(from.year(), first, second);
        }
    }
    Scan ahead{scan.text, scan.at};
    const int day = ahead.number(2);
    if (day < 0 || !(ahead.take(u"일") || (isWave && ahead.take(u"."))))
        return {};
    scan.at = ahead.at;
    return QDate(from.year(), from.month(), day);
}

// A number with its unit, "6개월"; 0 where there is none.
int takeAmount(Scan &scan, int digits, QStringView unit)
{
    Scan ahead{scan.text, scan.at};
    const int amount = ahead.number(digits);
    // "3년차" is the third year, "26년도" a fiscal year.
    if (amount <= 0 || !ahead.take(unit) || ahead.take(u"차") || ahead.take(u"도"))
        return 0;
    scan.at = ahead.at;
    return amount;
}

// "1년 6개월", "3개월", "90일간"
bool takeDuration(Scan &scan, Period &period)
{
    const int years = takeAmount(scan, 2, u"년");
    const int months = takeAmount(scan, 3, u"개월");
    period.months = years * 12 + months;
    if (period.months)
        scan.take(u"간");
    else
        period.days = takeAmount(scan, 4, u"일간");
    return period.months || period.days;
}

bool startsNumber(const QString &text, qsizetype at)
{
    return isDigit(text[at]) && (at == 0 || (!isDigit(text[at - 1]) && text[at - 1] != u',' && text[at - 1] != u'제'));
}

bool startsDate(const QString &text, qsizetype at)
{
    return text[at] == u'\'' || (startsNumber(text, at) && (at == 0 || text[at - 1] != u'\''));
}

void completeEnd(Period &period)
{
    if (!period.from.isValid() || period.to.isValid())
        return;
    if (period.months)
        period.to = lastDayOfMonths(period.from, period.months);
    else if (period.days)
        period.to = period.from.addDays(period.days - 1);
}

// What follows a first day: "~ 12. 31.", "부터 3개월", "~". Nothing where the date stands alone or ends before it
// begins; the scan has then passed what belongs to it.
std::optional<Period> periodFrom(qsizetype offset, Scan &scan, QDate from)
{
    Period period{from, {}, 0, 0, offset, 0};
    const bool since = scan.take(u"부터") || scan.take(u"자로");
    const bool wave = scan.take(u"~");
    const bool range = wave || scan.take(u"-");
    if (!since && !range) {
        if (scan.take(u"까지"))
            period = {{}, from, 0, 0, offset, 0};
        else if (!takeDuration(scan, period))
            return {};
    } else if (const auto to = takeDate(scan, true)) {
        period.to = to->date;
    } else if (!takeDuration(scan, period)) {
        Scan ahead{scan.text, scan.at};
        ahead.blanks();
        const bool says = isDigit(ahead.peek());
        period.to = takeCarriedDate(scan, from, wave);
        if (range && says && !period.to.isValid())
            return {};
        bool differs = false;
        if (period.to.isValid())
            takeWeekday(scan, period.to, differs);
    }
    if (period.from.isValid() && period.to.isValid() && period.to < period.from)
        return {};
    if (period.to.isValid())
        scan.take(u"까지");
    completeEnd(period);
    period.length = scan.at - offset;
    return period;
}

// "~ 2026. 12. 31."
std::optional<Period> periodUntil(const QString &text, qsizetype offset)
{
    Scan scan{text, offset + 1};
    const auto to = takeDate(scan, false);
    if (!to)
        return {};
    scan.take(u"까지");
    return Period{{}, to->date, 0, 0, offset, scan.at - offset};
}

} // namespace

QString koreanDate(QDate date)
{
    return date.isValid() ? date.toString(u"yyyy'. 'M'. 'd'.'"_s) : QString();
}

QString koreanWeekday(QDate date)
{
    return date.isValid() ? QString(weekdays[date.dayOfWeek() - 1]) : QString();
}

QString koreanDateWithWeekday(QDate date)
{
    return date.isValid() ? koreanDate(date) + u'(' + koreanWeekday(date) + u')' : QString();
}

QString grouped(qint64 number)
{
    QString out = QString::number(number);
    const qsizetype sign = number < 0 ? 1 : 0;
    for (qsizetype at = out.size() - 3; at > sign; at -= 3)
        out.insert(at, u',');
    return out;
}

QString koreanNumber(qint64 number)
{
    constexpr QStringView digits = u"영일이삼사오육칠팔구";
    constexpr std::array<QStringView, 4> small{u"", u"십", u"백", u"천"};
    constexpr std::array<QStringView, 5> large{u"", u"만", u"억", u"조", u"경"};
    if (number == 0)
        return u"영"_s;
    // Unsigned: the smallest qint64 has no positive twin.
    quint64 rest = number < 0 ? ~static_cast<quint64>(number) + 1 : static_cast<quint64>(number);
    QString out;
    for (const QStringView unit : large) {
        QString group;
        auto four = rest % 10000;
        for (const QStringView place : small) {
            if (four % 10)
                group.prepend(digits[static_cast<qsizetype>(four % 10)] + place.toString());
            four /= 10;
        }
        if (!group.isEmpty())
            out.prepend(group + unit.toString());
        rest /= 10000;
    }
    return number < 0 ? u"마이너스"_s + out : out;
}

QString koreanMoney(qint64 won)
{
    return u"금"_s + grouped(won) + u"원(금"_s + koreanNumber(won) + u"원)"_s;
}

std::optional<QDate> parseKoreanDate(QStringView text)
{
    const QString plain = folded(text);
    Scan scan{plain, 0};
    scan.blanks();
    auto found = takeDate(scan, true);
    if (!found)
        found = takeCompactDate(scan);
    if (!found || found->weekdayDiffers)
        return {};
    takeDateSuffix(scan);
    scan.blanks();
    return scan.atEnd() ? std::optional(found->date) : std::nullopt;
}

QList<FoundDate> findKoreanDates(QStringView text)
{
    const QString plain = folded(text);
    QList<FoundDate> dates;
    for (qsizetype at = 0; at < plain.size(); ++at) {
        if (!startsDate(plain, at))
            continue;
        Scan scan{plain, at};
        if (const auto found = takeDate(scan, false)) {
            dates.append({at, scan.at - at, found->date, found->weekdayDiffers});
            at = scan.at - 1;
        }
    }
    return dates;
}

std::optional<Period> findPeriod(QStringView text)
{
    const QString plain = folded(text);
    for (qsizetype at = 0; at < plain.size(); ++at) {
        std::optional<Period> period;
        Scan scan{plain, at};
        Period length;
        if (plain[at] == u'~') {
            period = periodUntil(plain, at);
        } else if (startsDate(plain, at)) {
            if (const auto from = takeDate(scan, false)) {
                period = periodFrom(at, scan, from->date);
                at = scan.at - 1;
            } else if (takeDuration(scan, length)) {
                length.offset = at;
                length.length = scan.at - at;
                period = length;
            }
        }
        if (period)
            return period;
    }
    return {};
}

QDate lastDayOfMonths(QDate first, int months)
{
    const QDate same = first.addMonths(months);
    // Without such a day in the last month the period ends with that month (3항).
    return same.day() == first.day() ? same.addDays(-1) : same;
}

} // namespace naru
