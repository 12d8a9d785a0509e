// String functions (DMN 1.5 table 74). Positions count characters of Unicode, not units of UTF-16.
#include "engine/feel/builtins.h"
#include "engine/feel/regex.h"

#include <algorithm>

namespace naru::feel {

namespace {

using Arguments = QList<Value>;

Value made(Evaluation &evaluation, const QString &text)
{
    return evaluation.made(Value(text));
}

Value substring(Evaluation &evaluation, const Arguments &given)
{
    const QList<uint> text = given[0].string().toUcs4();
    const qint64 size = text.size();
    const Result<qint64> start = given[1].number().rounded(0, Decimal::Rounding::Down).toWhole();
    if (!start || *start == 0 || std::abs(*start) > size)
        return outOfDomain(evaluation, u"expected a start position within the string but found "_s + toText(given[1]));
    const qint64 first = *start > 0 ? *start - 1 : size + *start;
    qint64 count = size - first;
    if (!given[2].isNull()) {
        const Result<qint64> length = given[2].number().rounded(0, Decimal::Rounding::Down).toWhole();
        if (!length || *length < 1)
            return outOfDomain(evaluation, u"expected a length from 1 but found "_s + toText(given[2]));
        count = std::min(count, *length);
    }
    return made(evaluation, QString::fromUcs4(reinterpret_cast<const char32_t *>(text.constData()) + first, count));
}

Value stringLength(Evaluation &, const Arguments &given)
{
    const QString &text = given[0].string();
    const auto pairs = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
    return Value(qint64(text.size() - pairs));
}

Value upperCase(Evaluation &evaluation, const Arguments &given)
{
    return made(evaluation, given[0].string().toUpper());
}

Value lowerCase(Evaluation &evaluation, const Arguments &given)
{
    return made(evaluation, given[0].string().toLower());
}

Value substringBefore(Evaluation &evaluation, const Arguments &given)
{
    const qsizetype at = given[0].string().indexOf(given[1].string());
    return made(evaluation, at < 0 ? QString() : given[0].string().left(at));
}

Value substringAfter(Evaluation &evaluation, const Arguments &given)
{
    const qsizetype at = given[0].string().indexOf(given[1].string());
    return made(evaluation, at < 0 ? QString() : given[0].string().mid(at + given[1].string().size()));
}

Value contains(Evaluation &, const Arguments &given)
{
    return Value(given[0].string().contains(given[1].string()));
}

Value startsWith(Evaluation &, const Arguments &given)
{
    return Value(given[0].string().startsWith(given[1].string()));
}

Value endsWith(Evaluation &, const Arguments &given)
{
    return Value(given[0].string().endsWith(given[1].string()));
}

Value failed(Evaluation &evaluation, const Error &error)
{
    if (error.kind != Error::Kind::Unavailable)
        return evaluation.warn(Warning::Kind::InvalidValue, error.text);
    // As dear as many steps: a loop over such patterns ends soon.
    constexpr qint64 price = 200'000;
    evaluation.warn(Warning::Kind::Limit, error.text);
    evaluation.step(price);
    return {};
}

QString flagsOf(const Value &flags)
{
    return flags.isNull() ? QString() : flags.string();
}

Value matches(Evaluation &evaluation, const Arguments &given)
{
    const Result<QRegularExpression> pattern = xpathPattern(given[1].string(), flagsOf(given[2]));
    if (!pattern)
        return failed(evaluation, pattern.error());
    const Result<bool> found = isFound(*pattern, given[0].string());
    return found ? Value(*found) : failed(evaluation, found.error());
}

Value replace(Evaluation &evaluation, const Arguments &given)
{
    const Result<QRegularExpression> pattern = xpathPattern(given[1].string(), flagsOf(given[3]));
    if (!pattern)
        return failed(evaluation, pattern.error());
    // Before it is made: at most one replacement for each character.
    if (!evaluation.step(given[0].string().size()))
        return {};
    const Result<QString> text = replaced(*pattern, given[0].string(), given[2].string());
    return text ? made(evaluation, *text) : failed(evaluation, text.error());
}

Value split(Evaluation &evaluation, const Arguments &given)
{
    const Result<QRegularExpression> pattern = xpathPattern(given[1].string(), {});
    if (!pattern)
        return failed(evaluation, pattern.error());
    const Result<QStringList> parts = splitAt(*pattern, given[0].string());
    if (!parts)
        return failed(evaluation, parts.error());
    QList<Value> list;
    for (const QString &one : *parts)
        list.append(made(evaluation, one));
    return evaluation.made(Value(list));
}

Value stringJoin(Evaluation &evaluation, const Arguments &given)
{
    const QString delimiter = flagsOf(given[1]);
    QString text;
    bool isFirst = true;
    for (const Value &one : given[0].list()) {
        if (one.isNull())
            continue;
        if (!one.is(Value::Kind::String))
            return evaluation.warn(Warning::Kind::WrongType,
                                   u"expected a list of strings for 'string join' but found "_s + nameOf(one.kind())
                                       + u" in it"_s);
        if (!std::exchange(isFirst, false))
            text += delimiter;
        text += one.string();
        if (!evaluation.allocate(2 * (delimiter.size() + one.string().size())))
            return {};
    }
    return Value(text);
}

} // namespace

std::vector<BuiltinRow> stringFunctions()
{
    return {
        {u"substring(string: string, start position: number, length: number?) -> string", substring},
        {u"string length(string: string) -> number", stringLength},
        {u"upper case(string: string) -> string", upperCase},
        {u"lower case(string: string) -> string", lowerCase},
        {u"substring before(string: string, match: string) -> string", substringBefore},
        {u"substring after(string: string, match: string) -> string", substringAfter},
        {u"replace(input: string, pattern: string, replacement: string, flags: string?) -> string", replace},
        {u"contains(string: string, match: string) -> boolean", contains},
        {u"starts with(string: string, match: string) -> boolean", startsWith},
        {u"ends with(string: string, match: string) -> boolean", endsWith},
        {u"matches(input: string, pattern: string, flags: string?) -> boolean", matches},
        {u"split(string: string, delimiter: string) -> list<string>", split},
        {u"string join(list: list, delimiter: string?) -> string", stringJoin},
    };
}

} // namespace naru::feel
