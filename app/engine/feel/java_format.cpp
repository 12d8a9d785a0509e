#include "engine/feel/java_format.h"

#include <QRegularExpression>

namespace naru::feel {

namespace {

struct Conversion {
    QString flags;
    int width = 0;
    int precision = -1;
    QChar letter;

    bool has(QChar flag) const { return flags.contains(flag); }
};

Error mismatch(const Conversion &conversion, const Value &value)
{
    return {Error::Kind::Invalid,
            u"expected a value that fits '%"_s + conversion.letter + u"' but found "_s + nameOf(value.kind())};
}

QString grouped(QString digits)
{
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u',');
    return digits;
}

// Sign, groups, and zeros in front of a magnitude in digits.
QString signedText(const Conversion &conversion, const QString &magnitude, bool isNegative)
{
    const qsizetype point = magnitude.indexOf(u'.');
    const QString whole = point < 0 ? magnitude : magnitude.left(point);
    QString text = (conversion.has(u',') ? grouped(whole) : whole) + (point < 0 ? QString() : magnitude.mid(point));
    const QString sign = isNegative ? (conversion.has(u'(') ? u"("_s : u"-"_s)
        : conversion.has(u'+')      ? u"+"_s
        : conversion.has(u' ')      ? u" "_s
                                    : QString();
    if (conversion.has(u'0'))
        text = text.rightJustified(conversion.width - sign.size(), u'0');
    return sign + text + (isNegative && conversion.has(u'(') ? u")"_s : QString());
}

Result<QString> wholeText(const Conversion &conversion, const Value &value)
{
    const Result<qint64> number = value.is(Value::Kind::Number) ? value.number().toWhole() : Result<qint64>(Error{});
    if (!number)
        return mismatch(conversion, value);
    const quint64 magnitude = *number < 0 ? 0 - static_cast<quint64>(*number) : static_cast<quint64>(*number);
    if (conversion.letter == u'd')
        return signedText(conversion, QString::number(magnitude), *number < 0);
    const QString text = QString::number(static_cast<quint64>(*number), conversion.letter == u'o' ? 8 : 16);
    const QString prefix = !conversion.has(u'#') ? QString() : conversion.letter == u'o' ? u"0"_s : u"0x"_s;
    return prefix + (conversion.has(u'0') ? text.rightJustified(conversion.width - prefix.size(), u'0') : text);
}

Result<QString> decimalText(const Conversion &conversion, const Value &value)
{
    if (!value.is(Value::Kind::Number))
        return mismatch(conversion, value);
    const int places = conversion.precision < 0 ? 6 : conversion.precision;
    const Decimal magnitude = value.number().abs();
    const bool isNegative = value.number() < Decimal(0);
    if (conversion.letter.toLower() == u'f') {
        const Decimal rounded = magnitude.rounded(places, Decimal::Rounding::HalfAwayFromZero);
        return signedText(conversion, toText(Value(rounded.isNaN() ? magnitude : rounded)), isNegative);
    }
    int exponent = 0;
    Decimal mantissa = magnitude;
    for (; !mantissa.isZero() && !(mantissa < Decimal(10)); ++exponent)
        mantissa = mantissa / Decimal(10);
    for (; !mantissa.isZero() && mantissa < Decimal(1); --exponent)
        mantissa = mantissa * Decimal(10);
    const QString text = mantissa.rounded(places, Decimal::Rounding::HalfAwayFromZero).toString()
        + (exponent < 0 ? u"e-"_s : u"e+"_s) + QString::number(std::abs(exponent)).rightJustified(2, u'0');
    return signedText(conversion, text, isNegative);
}

Result<QString> textOf(const Conversion &conversion, const Value &value)
{
    switch (conversion.letter.toLower().unicode()) {
    case u's': {
        const QString text = toString(value);
        return conversion.precision < 0 ? text : text.left(conversion.precision);
    }
    case u'b':
        return value.isNull() || value.isFalse() ? u"false"_s : u"true"_s;
    case u'c':
        if (value.is(Value::Kind::String) && value.string().size() == 1)
            return value.string();
        return mismatch(conversion, value);
    case u'd':
    case u'x':
    case u'o':
        return value.isNull() ? u"null"_s : wholeText(conversion, value);
    case u'f':
    case u'e':
        return value.isNull() ? u"null"_s : decimalText(conversion, value);
    default:
        return Error{Error::Kind::Invalid, u"expected a conversion of Java but found '%"_s + conversion.letter + u'\''};
    }
}

} // namespace

Result<QString> javaFormat(const QString &pattern, const QList<Value> &arguments)
{
    static const QRegularExpression part(u"%(?:(\\d{1,3})\\$)?([-#+ 0,(]*)(\\d{1,4})?(?:\\.(\\d{1,3}))?([a-zA-Z%])"_s);
    QString out;
    qsizetype last = 0;
    qsizetype next = 0;
    for (auto all = part.globalMatch(pattern); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        out += pattern.mid(last, match.capturedStart() - last);
        last = match.capturedEnd();
        const Conversion conversion{match.captured(2), match.captured(3).toInt(),
                                    match.captured(4).isEmpty() ? -1 : match.captured(4).toInt(), match.captured(5)[0]};
        if (conversion.letter == u'n' || conversion.letter == u'%') {
            out += conversion.letter == u'n' ? u'\n' : u'%';
            continue;
        }
        const qsizetype index = match.captured(1).isEmpty() ? next++ : match.captured(1).toInt() - 1;
        if (index < 0 || index >= arguments.size())
            return Error{Error::Kind::Invalid,
                         u"expected an argument for '"_s + match.captured() + u"' but found none"_s};
        const Result<QString> text = textOf(conversion, arguments[index]);
        if (!text)
            return text.error();
        const QString cased = conversion.letter.isUpper() ? text->toUpper() : *text;
        out += conversion.has(u'-') ? cased.leftJustified(conversion.width) : cased.rightJustified(conversion.width);
    }
    const QString rest = pattern.mid(last);
    if (rest.contains(u'%') || QStringView(out).size() > (1 << 24))
        return Error{Error::Kind::Invalid, u"expected a format of Java but found '"_s + rest.left(40) + u'\''};
    return out + rest;
}

} // namespace naru::feel
