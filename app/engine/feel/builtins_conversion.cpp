// Conversion functions (DMN 1.5 table 72), and range().
#include "engine/feel/builtins.h"
#include "engine/feel/expression.h"
#include "engine/feel/lexer.h"

#include <algorithm>

namespace naru::feel {

namespace {

using Arguments = QList<Value>;
using Kind = Value::Kind;

template <typename Made>
Value read(Evaluation &evaluation, const std::optional<Made> &made, const QString &kind, const Value &from)
{
    return made ? evaluation.made(Value(*made))
                : outOfDomain(evaluation, u"expected a "_s + kind + u" but found "_s + toText(from));
}

std::optional<qint64> whole(const Value &number)
{
    const Result<qint64> value = number.number().rounded(0, Decimal::Rounding::Down).toWhole();
    return value ? std::optional(*value) : std::nullopt;
}

Value dateFrom(Evaluation &evaluation, const Arguments &given)
{
    if (given[0].is(Kind::String))
        return read(evaluation, dateFromText(given[0].string()), u"date as 2026-01-31"_s, given[0]);
    return given[0].is(Kind::Date) ? given[0] : Value(given[0].dateTime().date);
}

Value dateOf(Evaluation &evaluation, const Arguments &given)
{
    const auto year = whole(given[0]);
    const auto month = whole(given[1]);
    const auto day = whole(given[2]);
    if (const std::optional<Date> date = year && month && day ? Date::of(*year, *month, *day) : std::nullopt)
        return Value(*date);
    return outOfDomain(evaluation,
                       u"expected a day of the calendar but found "_s + toText(given[0]) + u'-' + toText(given[1])
                           + u'-' + toText(given[2]));
}

Value dateTimeFrom(Evaluation &evaluation, const Arguments &given)
{
    if (given[0].is(Kind::String))
        return read(evaluation, dateTimeFromText(given[0].string()), u"date and time as 2026-01-31T09:00:00"_s,
                    given[0]);
    return given[0];
}

Value dateTimeOf(Evaluation &evaluation, const Arguments &given)
{
    const Date date = given[0].is(Kind::Date) ? given[0].date() : given[0].dateTime().date;
    return evaluation.made(Value(DateTime{date, given[1].timeOfDay()}));
}

Value timeFrom(Evaluation &evaluation, const Arguments &given)
{
    switch (given[0].kind()) {
    case Kind::String:
        return read(evaluation, timeFromText(given[0].string()), u"time as 09:00:00"_s, given[0]);
    case Kind::DateTime:
        return Value(given[0].dateTime().time);
    case Kind::Date: // midnight UTC
        return Value(Time{0, *Zone::ofOffset(0)});
    default:
        return given[0];
    }
}

Value timeOf(Evaluation &evaluation, const Arguments &given)
{
    std::optional<Zone> zone = Zone();
    if (!given[3].isNull())
        zone = Zone::ofOffset(given[3].daysDuration().seconds);
    const auto hour = whole(given[0]);
    const auto minute = whole(given[1]);
    const std::optional<Time> time =
        zone && hour && minute ? Time::of(*hour, *minute, given[2].number(), *zone) : std::nullopt;
    if (time)
        return evaluation.made(Value(*time));
    return outOfDomain(evaluation,
                       u"expected a time of the day but found "_s + toText(given[0]) + u':' + toText(given[1]) + u':'
                           + toText(given[2]));
}

Value durationFrom(Evaluation &evaluation, const Arguments &given)
{
    if (!given[0].is(Kind::String))
        return given[0];
    if (const std::optional<MonthsDuration> months = monthsDurationFromText(given[0].string()))
        return Value(*months);
    return read(evaluation, daysDurationFromText(given[0].string()), u"duration as P1DT12H or P1Y6M"_s, given[0]);
}

// Whole months between the days; times of the day do not count.
Value monthsBetween(Evaluation &, const Arguments &given)
{
    const auto dayOf = [](const Value &value) { return value.is(Kind::Date) ? value.date() : value.dateTime().date; };
    const Date from = dayOf(given[0]);
    const Date to = dayOf(given[1]);
    qint64 months = (qint64(to.year) - from.year) * 12 + to.month - from.month;
    const int days = to.day - from.day;
    if (months > 0 && days < 0)
        --months;
    else if (months < 0 && days > 0)
        ++months;
    return Value(MonthsDuration{months});
}

Value numberFrom(Evaluation &evaluation, const Arguments &given)
{
    const QString grouping = given[1].isNull() ? QString() : given[1].string();
    const QString decimal = given[2].isNull() ? QString() : given[2].string();
    const bool isGrouping = given[1].isNull() || grouping == u" " || grouping == u"," || grouping == u".";
    const bool isDecimal = given[2].isNull() || decimal == u"." || decimal == u",";
    if (!isGrouping || !isDecimal || (grouping == decimal && !given[1].isNull()))
        return outOfDomain(
            evaluation,
            u"expected ' ', ',', or '.' as grouping and another of ',' and '.' as decimal separator but found '"_s
                + grouping + u"' and '"_s + decimal + u'\'');
    QString text = given[0].string();
    if (!grouping.isEmpty())
        text.remove(grouping);
    if (!decimal.isEmpty())
        text.replace(decimal, u"."_s);
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || QStringView(u".+-eE").contains(c);
    });
    const Result<Decimal> number = isPlain ? Decimal::fromStringRounded(text) : Error{Error::Kind::Invalid, {}};
    if (!number || number->isInfinite() || text.endsWith(u'.') || text.startsWith(u'+'))
        return outOfDomain(evaluation, u"expected a number but found "_s + toText(given[0]));
    return Value(*number);
}

Value stringFrom(Evaluation &evaluation, const Arguments &given)
{
    if (given[0].isNull() || !evaluation.stepThrough(given[0], given[0]))
        return {};
    return evaluation.made(Value(toString(given[0])));
}

// What an endpoint of range("…") may be: a literal, or a conversion of a literal string.
bool isEndpoint(const QList<Token> &tokens)
{
    static const QStringList functions{u"date"_s, u"time"_s, u"duration"_s};
    const qsizetype size = tokens.size();
    const auto isLiteral = [](const Token &one) {
        return one.kind == Token::Kind::Number || one.kind == Token::Kind::String;
    };
    if (size == 1)
        return isLiteral(tokens[0]);
    if (size == 2)
        return (tokens[0].is(u"-") && tokens[1].kind == Token::Kind::Number)
            || (tokens[0].is(u"@") && tokens[1].kind == Token::Kind::String);
    const bool isCall = size >= 4 && tokens[size - 3].is(u"(") && tokens[size - 2].kind == Token::Kind::String
        && tokens[size - 1].is(u")");
    if (size == 4)
        return isCall && functions.contains(tokens[0].text);
    return size == 6 && isCall && tokens[0].isWord(u"date") && tokens[1].isWord(u"and") && tokens[2].isWord(u"time");
}

// "(..5]" and "[1..)": without an end the bracket there is open (rule 66).
std::optional<Range> halfRange(const QString &text, const QList<Token> &all, const QList<Token> &endpoint, bool isEnd)
{
    const Token &open = all.first();
    const Token &close = all[all.size() - 2];
    const bool isOpenStart = open.is(u"(") || open.is(u"]");
    const bool isOpenEnd = close.is(u")") || close.is(u"[");
    const bool isSound = (isOpenStart || open.is(u"[")) && (isOpenEnd || close.is(u"]"));
    if (!isSound || !(isEnd ? isOpenStart : isOpenEnd) || !isEndpoint(endpoint))
        return {};
    const int from = endpoint.first().start;
    const Result<Value> value = fromText(text.mid(from, endpoint.last().end - from));
    if (!value || !order(*value, *value))
        return {};
    return isEnd ? Range{{}, *value, false, !isOpenEnd, Range::Form::Comparison}
                 : Range{*value, {}, !isOpenStart, false, Range::Form::Comparison};
}

Value rangeFrom(Evaluation &evaluation, const Arguments &given)
{
    const QString &text = given[0].string();
    const Result<QList<Token>> tokens = tokensOf(text);
    if (tokens && tokens->size() >= 5) {
        const QList<Token> inside = tokens->mid(1, tokens->size() - 3);
        const auto dots = std::find_if(inside.begin(), inside.end(), [](const Token &one) { return one.is(u".."); });
        const qsizetype at = dots - inside.begin();
        const bool isHalf = dots != inside.end() && (at == 0 || at + 1 == inside.size());
        if (isHalf)
            if (const auto range = halfRange(text, *tokens, at == 0 ? inside.mid(1) : inside.mid(0, at), at == 0))
                return evaluation.made(Value(*range));
        if (dots != inside.end() && isEndpoint(inside.mid(0, at)) && isEndpoint(inside.mid(at + 1)))
            if (const Result<Value> range = fromText(text); range && range->is(Kind::Range))
                return evaluation.made(*range);
    }
    return outOfDomain(evaluation, u"expected a range of literals as [1..10] but found "_s + toText(given[0]));
}

} // namespace

std::vector<BuiltinRow> conversionFunctions()
{
    return {
        {u"date(from: string|date|date and time) -> date", dateFrom},
        {u"date(year: number, month: number, day: number) -> date", dateOf},
        {u"date and time(from: string|date and time) -> date and time", dateTimeFrom},
        {u"date and time(date: date|date and time, time: time) -> date and time", dateTimeOf},
        {u"time(from: string|time|date|date and time) -> time", timeFrom},
        {u"time(hour: number, minute: number, second: number, offset: days and time duration?) -> time", timeOf},
        {u"duration(from: string|duration) -> any", durationFrom},
        {u"years and months duration(from: date|date and time, to: date|date and time) -> years and months duration",
         monthsBetween},
        {u"number(from: string, grouping separator: string|null, decimal separator: string|null) -> number",
         numberFrom},
        {u"string(from: any) -> string", stringFrom},
        {u"range(from: string) -> range", rangeFrom},
    };
}

} // namespace naru::feel
