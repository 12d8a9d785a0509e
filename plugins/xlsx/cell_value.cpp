#include "cell_value.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace naru {

namespace {

constexpr qint64 secondsOfDay = 86'400;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

struct Decomposed {
    bool negative = false;
    QByteArray digits; // without the point
    qsizetype point = 0; // how many digits stand before it
    bool isExponential = false;
    bool hasFraction = false;
};

std::optional<Decomposed> decompose(QByteArrayView raw)
{
    Decomposed number;
    qsizetype at = 0;
    number.negative = raw.startsWith('-');
    if (!raw.isEmpty() && (raw[0] == '-' || raw[0] == '+'))
        ++at;
    for (; at < raw.size() && isDigit(raw[at]); ++at)
        number.digits += raw[at];
    number.point = number.digits.size();
    if (at < raw.size() && raw[at] == '.') {
        number.hasFraction = true;
        for (++at; at < raw.size() && isDigit(raw[at]); ++at)
            number.digits += raw[at];
    }
    if (number.digits.isEmpty())
        return {};
    if (at < raw.size() && (raw[at] == 'e' || raw[at] == 'E')) {
        number.isExponential = true;
        bool good = false;
        const int exponent = raw.sliced(at + 1).toInt(&good);
        if (!good || std::abs(exponent) > 400)
            return {};
        number.point += exponent;
        at = raw.size();
    }
    return at == raw.size() ? std::optional(number) : std::nullopt;
}

qsizetype significant(const QByteArray &digits)
{
    const auto first = std::find_if(digits.begin(), digits.end(), [](char c) { return c != '0'; });
    return digits.end() - first;
}

QString plain(Decomposed number)
{
    if (number.point <= 0) {
        number.digits.prepend(QByteArray(1 - number.point, '0'));
        number.point = 1;
    }
    if (number.digits.size() < number.point)
        number.digits.append(QByteArray(number.point - number.digits.size(), '0'));
    QByteArray whole = number.digits.first(number.point);
    const auto first = std::find_if(whole.begin(), whole.end() - 1, [](char c) { return c != '0'; });
    whole.remove(0, first - whole.begin());
    const QByteArray fraction = number.digits.sliced(number.point);
    return QString::fromLatin1((number.negative ? "-" : "") + whole + (fraction.isEmpty() ? "" : "." + fraction));
}

// Up to 15 digits and at most one point, the common case.
bool isPlain(QByteArrayView raw)
{
    const qsizetype first = raw.startsWith('-') ? 1 : 0;
    if (raw.size() == first || raw.size() > first + 16 || !isDigit(raw[first]) || !isDigit(raw.back()))
        return false;
    int points = 0;
    for (qsizetype i = first; i < raw.size(); ++i) {
        if (raw[i] == '.')
            ++points;
        else if (!isDigit(raw[i]))
            return false;
    }
    return raw.size() - first - points <= 15 && points <= 1 && (raw[first] != '0' || raw.size() == first + 1 || raw[first + 1] == '.');
}

void put(QString &text, int number, int width)
{
    for (int place = width == 4 ? 1000 : 10; place; place /= 10)
        text += QChar(u'0' + number / place % 10);
}

// Qt's own formatting asks the locale and is ten times slower.
QString dayText(QDate day)
{
    QString text;
    text.reserve(19);
    put(text, day.year(), 4);
    text += u'-';
    put(text, day.month(), 2);
    text += u'-';
    put(text, day.day(), 2);
    return text;
}

QString timeText(int seconds)
{
    QString text;
    text.reserve(8);
    put(text, seconds / 3600, 2);
    text += u':';
    put(text, seconds / 60 % 60, 2);
    text += u':';
    put(text, seconds % 60, 2);
    return text;
}

Value valueAt(QDate day, int seconds, NumberFormat::Shown shown)
{
    switch (shown) {
    case NumberFormat::Shown::Day: return {Value::Kind::Day, dayText(day), {}, {}};
    case NumberFormat::Shown::TimeOfDay: return {Value::Kind::TimeOfDay, timeText(seconds), {}, {}};
    default: return {Value::Kind::Moment, dayText(day) + u'T' + timeText(seconds), {}, {}};
    }
}

std::optional<QDate> dayOfSerial(qint64 serial, bool from1904)
{
    constexpr qint64 last1900 = 2'958'465; // 9999-12-31
    constexpr qint64 between = 1462;
    constexpr qint64 leapDay = 60; // 1900-02-29, kept for Lotus 1-2-3
    static const qint64 epoch1900 = QDate(1899, 12, 30).toJulianDay();
    const qint64 serial1900 = from1904 ? serial + between : serial;
    if (serial1900 < 1 || serial1900 > last1900 || (!from1904 && serial1900 == leapDay))
        return {};
    return QDate::fromJulianDay(epoch1900 + serial1900 + (!from1904 && serial1900 < leapDay ? 1 : 0));
}

} // namespace

QString numberText(QByteArrayView raw)
{
    raw = raw.trimmed();
    if (isPlain(raw))
        return QString::fromLatin1(raw);
    std::optional<Decomposed> number = decompose(raw);
    if (!number)
        return {};
    const qsizetype digits = significant(number->digits);
    constexpr qsizetype exactDigits = 15; // what a double keeps of any decimal number
    constexpr qsizetype mostDigits = 17; // what it needs at most
    if (digits > exactDigits && digits <= mostDigits && (number->hasFraction || number->isExponential)) {
        const QByteArray shortest = QByteArray::number(raw.toDouble(), 'g', QLocale::FloatingPointShortest);
        number = decompose(shortest);
        if (!number)
            return {};
    }
    constexpr qsizetype longest = 40;
    return std::abs(number->point) > longest ? QString::fromLatin1(raw) : plain(*number);
}

std::optional<Value> valueOfSerial(QByteArrayView raw, const NumberFormat &format, bool from1904)
{
    bool good = false;
    const double serial = raw.trimmed().toDouble(&good);
    constexpr double most = 3'000'000;
    if (!good || serial < 0 || serial > most)
        return {};
    const NumberFormat::Shown shown = format.shown;
    auto days = qint64(serial);
    auto seconds = qint64(std::llround((serial - double(days)) * secondsOfDay));
    if (shown == NumberFormat::Shown::Day) {
        seconds = 0; // what is not shown is not meant
    } else if (seconds == secondsOfDay) {
        ++days;
        seconds = 0;
    }
    if (shown == NumberFormat::Shown::TimeOfDay && days == 0)
        return valueAt({}, int(seconds), shown);
    const std::optional<QDate> day = dayOfSerial(days, from1904);
    if (!day || format.elapsed)
        return {};
    return valueAt(*day, int(seconds), shown == NumberFormat::Shown::TimeOfDay ? NumberFormat::Shown::Moment : shown);
}

std::optional<Value> valueOfIso(const QString &text, NumberFormat::Shown shown)
{
    const qsizetype split = text.indexOf(u'T');
    QString time = split >= 0 ? text.sliced(split + 1) : text.contains(u':') ? text : QString();
    if (time.endsWith(u'Z'))
        time.chop(1);
    const QDate day = QDate::fromString(split >= 0 ? text.first(split) : text, Qt::ISODate);
    const QTime clock = time.isEmpty() ? QTime(0, 0) : QTime::fromString(time, Qt::ISODateWithMs);
    if (!clock.isValid() || (!day.isValid() && time.isEmpty()) || (split >= 0 && !day.isValid()))
        return {};
    const int seconds = clock.msecsSinceStartOfDay() / 1000;
    if (!day.isValid())
        return valueAt({}, seconds, NumberFormat::Shown::TimeOfDay);
    const bool whole = time.isEmpty() || shown == NumberFormat::Shown::Day;
    return valueAt(day, seconds, whole ? NumberFormat::Shown::Day : NumberFormat::Shown::Moment);
}

QString unescaped(QString text)
{
    constexpr qsizetype size = 7; // _x000D_
    for (qsizetype at = text.indexOf(u"_x"_s); at >= 0 && at + size <= text.size(); at = text.indexOf(u"_x"_s, at + 1)) {
        bool good = text.at(at + size - 1) == u'_' && text.at(at + 2).isLetterOrNumber();
        const ushort unit = good ? QStringView(text).sliced(at + 2, 4).toUShort(&good, 16) : 0;
        if (good)
            text.replace(at, size, QChar(unit));
    }
    return text;
}

std::optional<CellPlace> cellPlace(QByteArrayView name)
{
    qint64 column = 0;
    qint64 row = 0;
    const char *at = name.begin();
    for (; at < name.end() && ((*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z')); ++at)
        if ((column = column * 26 + (*at & 0x1f)) > mostColumns)
            return {};
    const char *const digits = at;
    for (; at < name.end() && isDigit(*at); ++at)
        if ((row = row * 10 + (*at - '0')) > mostRows)
            return {};
    if (at != name.end() || at == digits || !column || !row)
        return {};
    return CellPlace{int(row) - 1, int(column) - 1};
}

} // namespace naru
