// Values as FEEL text, and the words of the standard for their kinds.
#include "engine/feel/function.h"
#include "engine/feel/lexer.h"
#include "engine/feel/value.h"

namespace naru::feel {

namespace {

// Plain digits as far as they are readable; beyond, with an exponent, which our reader takes.
QString numberText(const Decimal &number)
{
    const QString text = number.toString();
    const qsizetype mark = text.indexOf(u"E+");
    if (mark < 0)
        return text.startsWith(u'-') && number.isZero() ? text.mid(1) : text;
    const int exponent = text.mid(mark + 2).toInt();
    if (exponent > 100)
        return text;
    QString digits = text.left(mark);
    const qsizetype point = digits.indexOf(u'.');
    const qsizetype places = point < 0 ? 0 : digits.size() - point - 1;
    digits.remove(u'.');
    return number.isZero() ? u"0"_s : digits + QString(exponent - places, u'0');
}

QString joined(const QList<Value> &list)
{
    QString text = u"["_s;
    for (const Value &one : list) {
        if (text.size() > 1)
            text += u", "_s;
        text += toText(one);
    }
    return text + u']';
}

QString joined(const Context &context)
{
    QString text = u"{"_s;
    for (const Context::Entry &one : context.entries()) {
        if (text.size() > 1)
            text += u", "_s;
        text += keyText(one.first) + u": "_s + toText(one.second);
    }
    return text + u'}';
}

QString rangeText(const Range &range)
{
    switch (range.form) {
    case Range::Form::Equal:
        return u"(="_s + toText(range.start) + u')';
    case Range::Form::Unequal:
        return u"(!="_s + toText(range.start) + u')';
    case Range::Form::Comparison:
        if (range.start.isNull())
            return (range.endIncluded ? u"(<="_s : u"(<"_s) + toText(range.end) + u')';
        return (range.startIncluded ? u"(>="_s : u"(>"_s) + toText(range.start) + u')';
    case Range::Form::Interval:
        break;
    }
    return (range.startIncluded ? u'[' : u'(') + toText(range.start) + u".."_s + toText(range.end)
        + (range.endIncluded ? u']' : u')');
}

} // namespace

QString quoted(QStringView text)
{
    QString out = u"\""_s;
    out.reserve(text.size() + 2);
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            (out += u'\\') += c;
        else if (c == u'\n')
            out += u"\\n"_s;
        else if (c == u'\r')
            out += u"\\r"_s;
        else if (c == u'\t')
            out += u"\\t"_s;
        else if (c < u' ' || c == QChar(0x7F) || c == QChar(0x85) || c == QChar(0x2028) || c == QChar(0x2029))
            out += u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        else
            out += c;
    }
    return out + u'"';
}

QString keyText(const QString &key)
{
    return isPlainName(key) ? key : quoted(key);
}

QString toText(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return u"null"_s;
    case Value::Kind::Boolean:
        return value.boolean() ? u"true"_s : u"false"_s;
    case Value::Kind::Number:
        return numberText(value.number());
    case Value::Kind::String:
        return quoted(value.string());
    case Value::Kind::Date:
        return u"date(\""_s + toText(value.date()) + u"\")"_s;
    case Value::Kind::Time:
        return u"time(\""_s + toText(value.timeOfDay()) + u"\")"_s;
    case Value::Kind::DateTime:
        return u"date and time(\""_s + toText(value.dateTime()) + u"\")"_s;
    case Value::Kind::DaysDuration:
        return u"duration(\""_s + toText(value.daysDuration()) + u"\")"_s;
    case Value::Kind::MonthsDuration:
        return u"duration(\""_s + toText(value.monthsDuration()) + u"\")"_s;
    case Value::Kind::Range:
        return rangeText(value.range());
    case Value::Kind::List:
        return joined(value.list());
    case Value::Kind::Context:
        return joined(value.context());
    case Value::Kind::Function:
        return value.function().text();
    }
    return {};
}

QString toString(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::String:
        return value.string();
    case Value::Kind::Date:
        return toText(value.date());
    case Value::Kind::Time:
        return toText(value.timeOfDay());
    case Value::Kind::DateTime:
        return toText(value.dateTime());
    case Value::Kind::DaysDuration:
        return toText(value.daysDuration());
    case Value::Kind::MonthsDuration:
        return toText(value.monthsDuration());
    default:
        return toText(value);
    }
}

QString nameOf(Value::Kind kind)
{
    switch (kind) {
    case Value::Kind::Null:
        return u"null"_s;
    case Value::Kind::Boolean:
        return u"boolean"_s;
    case Value::Kind::Number:
        return u"number"_s;
    case Value::Kind::Date:
        return u"date"_s;
    case Value::Kind::DaysDuration:
        return u"days and time duration"_s;
    case Value::Kind::MonthsDuration:
        return u"years and months duration"_s;
    case Value::Kind::String:
        return u"string"_s;
    case Value::Kind::Time:
        return u"time"_s;
    case Value::Kind::DateTime:
        return u"date and time"_s;
    case Value::Kind::Range:
        return u"range"_s;
    case Value::Kind::List:
        return u"list"_s;
    case Value::Kind::Context:
        return u"context"_s;
    case Value::Kind::Function:
        return u"function"_s;
    }
    return {};
}

} // namespace naru::feel
