#include "cell_entry.h"

#include <QDate>
#include <QRegularExpression>
#include <QTime>

#include <optional>

namespace naru {

namespace {

constexpr qsizetype longestText = 32'767;
constexpr qsizetype exactDigits = 15; // what a double keeps of any decimal number

Error refused(const QString &name, const QString &wanted, const QString &found)
{
    return Error{Error::Kind::Invalid, u"expected "_s + wanted + u" for '"_s + name + u"' but "_s + found, u"fill.value"_s};
}

Status checkCharacters(const QString &name, const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const bool isControl = (c < u' ' && c != u'\n' && c != u'\t') || c == QChar(0xfffe) || c == QChar(0xffff)
                               || (c.isSurrogate() && !isPair);
        if (isControl)
            return refused(name, u"printable text"_s,
                           u"its character "_s + QString::number(i + 1) + u" is U+"_s
                               + QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0'));
        i += isPair;
    }
    if (text.size() > longestText)
        return refused(name, u"at most 32,767 characters"_s, u"there are "_s + QString::number(text.size()));
    return {};
}

// "_x0041_" would be read as "A" (22.9.2.19).
QByteArray escapedText(const QString &text)
{
    static const QRegularExpression code(u"_(x[0-9A-Fa-f]{4}_)"_s);
    return QString(text).replace(code, u"_x005F_\\1"_s).toHtmlEscaped().toUtf8();
}

CellEntry number(const QString &text) { return {{}, text.toLatin1(), true}; }

// The digits without commas; nothing if it is no number.
std::optional<QString> plainNumber(const QString &text)
{
    static const QRegularExpression form(u"^-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(\\.[0-9]+)?$"_s);
    if (!form.match(text).hasMatch())
        return {};
    return QString(text).remove(u',');
}

qsizetype significant(const QString &plain)
{
    QString digits = QString(plain).remove(u'-').remove(u'.');
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    while (digits.endsWith(u'0'))
        digits.chop(1);
    return digits.size();
}

// A hundredth, by moving the point.
QString hundredth(const QString &plain)
{
    const bool negative = plain.startsWith(u'-');
    const QString bare = negative ? plain.sliced(1) : plain;
    const qsizetype point = bare.indexOf(u'.');
    const QString whole = (point < 0 ? bare : bare.first(point)).rightJustified(3, u'0');
    const QString fraction = whole.right(2) + (point < 0 ? QString() : bare.sliced(point + 1));
    return (negative ? u"-"_s : QString()) + whole.chopped(2) + u'.' + fraction;
}

Result<CellEntry> numberEntry(const QString &name, const QString &text, const NumberFormat &format, const CellEntry &asText)
{
    // A staff number in a cell that shows its zeros: "0012" in "0000".
    static const QRegularExpression digits(u"^[0-9]+$"_s);
    QString bare = text;
    if (format.digits == text.size() && digits.match(text).hasMatch())
        while (bare.size() > 1 && bare.startsWith(u'0'))
            bare.remove(0, 1);
    const bool isHundredths = format.code.contains(u'%') && bare.endsWith(u'%');
    std::optional<QString> plain = plainNumber(isHundredths ? bare.chopped(1).trimmed() : bare);
    if (!plain)
        return asText;
    if (significant(*plain) > exactDigits)
        return refused(name, u"a number of at most 15 digits, which is what the cell keeps,"_s, u"it is "_s + text);
    return number(isHundredths ? hundredth(*plain) : *plain);
}

struct Moment {
    QDate day;
    QTime time;
};

// As ISO 8601 or as people write it: "2026. 7. 29.", "2026년 7월 29일", with a time or without.
std::optional<Moment> momentIn(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:(\\d{4})(?:-|/|\\. ?|년 ?)(\\d{1,2})(?:-|/|\\. ?|월 ?)(\\d{1,2})[.일]?)?(?:(?(1)[T ])(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || text.isEmpty())
        return {};
    const bool hasDay = match.hasCaptured(1);
    const bool hasTime = match.hasCaptured(4);
    Moment moment;
    if (hasDay)
        moment.day = QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (hasTime)
        moment.time = QTime(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt());
    if ((hasDay && !moment.day.isValid()) || (hasTime && !moment.time.isValid()))
        return {};
    return moment;
}

// Days since the epoch of the workbook; nothing before it. The inverse of what is read: Excel has a 29th of February 1900.
std::optional<qint64> serialOf(QDate day, bool from1904)
{
    constexpr qint64 march1900 = 61;
    const qint64 since1900 = QDate(1899, 12, 30).daysTo(day);
    if (from1904)
        return since1900 >= 1462 ? std::optional(since1900 - 1462) : std::nullopt;
    const qint64 serial = since1900 < march1900 ? since1900 - 1 : since1900;
    return serial >= 1 ? std::optional(serial) : std::nullopt;
}

// Seconds as a part of the day, to 15 digits; exact arithmetic.
QString dayPart(QTime time)
{
    constexpr qint64 secondsOfDay = 86'400;
    constexpr qint64 scale = 1'000'000'000'000'000;
    const qint64 seconds = time.msecsSinceStartOfDay() / 1000;
    const qint64 part = seconds * (scale / secondsOfDay) + (seconds * (scale % secondsOfDay) + secondsOfDay / 2) / secondsOfDay;
    QString digits = QString::number(part).rightJustified(15, u'0');
    while (digits.endsWith(u'0'))
        digits.chop(1);
    return digits.isEmpty() ? QString() : u'.' + digits;
}

CellEntry momentEntry(const QString &text, const NumberFormat &format, bool from1904, const CellEntry &asText)
{
    const std::optional<Moment> moment = momentIn(text);
    const bool wantsDay = format.shown != NumberFormat::Shown::TimeOfDay;
    if (!moment || (wantsDay && !moment->day.isValid()) || (!wantsDay && !moment->time.isValid()))
        return asText;
    const std::optional<qint64> serial = moment->day.isValid() ? serialOf(moment->day, from1904) : std::optional<qint64>(0);
    if (!serial)
        return asText;
    return number(QString::number(*serial) + (moment->time.isValid() ? dayPart(moment->time) : QString()));
}

} // namespace

bool isNumberText(const QString &text) { return plainNumber(text.trimmed()).has_value(); }

Result<CellEntry> cellEntry(const QString &name, const QString &text, const NumberFormat &format, bool holdsFlag, bool from1904)
{
    if (const Status status = checkCharacters(name, text); !status)
        return status.error();
    if (text.isEmpty())
        return CellEntry();
    const CellEntry asText{"inlineStr", escapedText(text), false};
    const QString bare = text.trimmed();
    if (holdsFlag) {
        const bool isTrue = bare.compare(u"true"_s, Qt::CaseInsensitive) == 0;
        if (isTrue || bare.compare(u"false"_s, Qt::CaseInsensitive) == 0)
            return CellEntry{"b", isTrue ? "1" : "0", false};
    }
    if (format.shown != NumberFormat::Shown::Number)
        return momentEntry(bare, format, from1904, asText);
    const bool saysNumber = format.code.contains(u'0') || format.code.contains(u'#') || format.code.contains(u'?');
    return saysNumber ? numberEntry(name, bare, format, asText) : Result<CellEntry>(asText);
}

} // namespace naru
