#include "cell_value.h"

#include "core/decimal.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace naru::opendocument {

namespace {

int decimalsOf(const QString &shown)
{
    static const QRegularExpression fraction(u"\\.(\\d+)"_s);
    return int(fraction.match(shown).captured(1).size());
}

QString withDecimals(const QString &whole, int decimals)
{
    return decimals > 0 ? whole + u'.' + QString(decimals, u'0') : whole;
}

// The format code that shows the number so, where its type says that it is more than a number.
QString formatOf(const ValueAttributes &attributes, const QString &shown)
{
    if (attributes.type == u"percentage")
        return withDecimals(u"0"_s, decimalsOf(shown)) + u'%';
    if (attributes.type == u"currency")
        return u"[$"_s + attributes.currency.left(3) + u"] "_s + withDecimals(u"#,##0"_s, decimalsOf(shown));
    return {};
}

// A staff number with its zeros, as the page shows it.
bool isPadded(const QString &shown, const QString &number)
{
    return shown.size() > number.size() && shown.endsWith(number)
        && std::all_of(shown.begin(), shown.end(), [](QChar c) { return c >= u'0' && c <= u'9'; })
        && QStringView(shown).chopped(number.size()).count(u'0') == shown.size() - number.size();
}

bool settleNumber(const ValueAttributes &attributes, const QString &shown, SettledCell &cell)
{
    const Result<Decimal> number = Decimal::fromStringRounded(attributes.value);
    if (!number || number->isNaN() || number->isInfinite())
        return false;
    constexpr qsizetype longestPlain = 45;
    QString text = number->toString();
    if (text.contains(u'E')) { // 1E+3: plain, as long as that can be read
        const Decimal plain = number->quantized(Decimal(0), Decimal::Rounding::HalfEven);
        if (!plain.isNaN() && plain == *number && plain.toString().size() < longestPlain)
            text = plain.toString();
    }
    cell.value = {Value::Kind::Number, text, {}, formatOf(attributes, shown)};
    const QString trimmed = shown.trimmed();
    cell.text = isPadded(trimmed, text) ? trimmed : text;
    if (cell.text != text)
        cell.value.numberFormat = QString(trimmed.size(), u'0');
    else if (attributes.type == u"float" && trimmed.contains(u','))
        cell.value.numberFormat = withDecimals(u"#,##0"_s, decimalsOf(trimmed));
    return true;
}

// "2026-11-22", "2026-11-22T09:30:00.000". A time of day that is not shown is not meant.
bool settleDate(const QString &value, const QString &shown, SettledCell &cell)
{
    const qsizetype split = value.indexOf(u'T');
    const QDate day = QDate::fromString(split < 0 ? value : value.first(split), Qt::ISODate);
    if (!day.isValid())
        return false;
    const QTime time =
        split < 0 ? QTime() : QTime::fromString(value.sliced(split + 1).section(u'Z', 0, 0), Qt::ISODateWithMs);
    if (split >= 0 && !time.isValid())
        return false;
    const bool showsTime = shown.isEmpty() || shown.contains(u':') || shown.contains(u'시');
    cell.value.text = day.toString(Qt::ISODate);
    cell.value.kind = Value::Kind::Day;
    if (time.isValid() && showsTime) {
        cell.value.kind = Value::Kind::Moment;
        cell.value.text += u'T' + time.toString(u"HH:mm:ss"_s);
    }
    cell.text = cell.value.text;
    return true;
}

// "PT09H30M00S" within a day; longer ones are kept as they are shown.
bool settleTime(const QString &value, const QString &shown, SettledCell &cell)
{
    static const QRegularExpression duration(u"^PT(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6})(?:[.,]\\d+)?S)?$"_s);
    const QRegularExpressionMatch match = duration.match(value);
    if (!match.hasMatch())
        return false;
    const qint64 seconds =
        match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60 + match.captured(3).toLongLong();
    constexpr qint64 day = 86'400;
    if (seconds >= day) {
        cell.value = {Value::Kind::Text, shown, {}, {}};
        cell.text = shown;
        return !shown.isEmpty();
    }
    cell.value = {Value::Kind::TimeOfDay, QTime(0, 0).addSecs(int(seconds)).toString(u"HH:mm:ss"_s), {}, {}};
    cell.text = cell.value.text;
    return true;
}

bool settleByType(const ValueAttributes &attributes, const QString &shown, SettledCell &cell)
{
    if (attributes.type == u"float" || attributes.type == u"percentage" || attributes.type == u"currency")
        return settleNumber(attributes, shown, cell);
    if (attributes.type == u"date")
        return settleDate(attributes.value, shown, cell);
    if (attributes.type == u"time")
        return settleTime(attributes.value, shown, cell);
    if (attributes.type == u"boolean") {
        const bool flag = attributes.value == u"true";
        cell.value = {Value::Kind::Flag, flag ? u"true"_s : u"false"_s, {}, {}};
        cell.text = flag ? u"TRUE"_s : u"FALSE"_s;
        return flag || attributes.value == u"false";
    }
    return false;
}

} // namespace

SettledCell settle(const ValueAttributes &attributes, const QString &shown)
{
    SettledCell cell;
    const bool isTyped = !attributes.type.isEmpty() && attributes.type != u"string" && attributes.type != u"void";
    if (attributes.isFault && !shown.isEmpty()) {
        cell.value = {Value::Kind::Fault, shown, {}, {}};
        cell.text = shown;
    } else if (!isTyped || !settleByType(attributes, shown, cell)) {
        const QString text = !isTyped && shown.isEmpty() ? attributes.value : shown;
        cell = {text, {}, isTyped};
        if (attributes.type == u"string" || !text.isEmpty())
            cell.value = {Value::Kind::Text, text, {}, {}};
        // A formula whose value was never computed must not pass for an empty cell.
        if (!attributes.formula.isEmpty() && text.isEmpty() && attributes.type != u"string")
            cell = {u"#UNCACHED!"_s, {Value::Kind::Fault, u"#UNCACHED!"_s, {}, {}}, false};
    }
    if (cell.value.kind != Value::Kind::None)
        cell.value.formula = formulaText(attributes.formula);
    return cell;
}

QString formulaText(const QString &formula)
{
    static const QRegularExpression reference(u"\\[([^\\[\\]]*)\\]"_s);
    QString rest = formula.mid(formula.indexOf(u'=') + 1);
    QString text;
    qsizetype done = 0;
    for (auto at = reference.globalMatch(rest); at.hasNext();) {
        const QRegularExpressionMatch match = at.next();
        QStringList ends;
        for (const QString &end : match.captured(1).split(u':')) // "$Sheet2.A1", ".A1"
            ends.append(end.startsWith(u'.') ? end.mid(1) : QString(end).replace(end.lastIndexOf(u'.'), 1, u"!"_s));
        text += QStringView(rest).sliced(done, match.capturedStart() - done);
        text += ends.join(u':');
        done = match.capturedEnd();
    }
    text += QStringView(rest).sliced(done);
    return text;
}

} // namespace naru::opendocument
