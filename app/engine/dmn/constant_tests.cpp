#include "engine/dmn/constant_tests.h"

#include "engine/feel/expression.h"

#include <algorithm>
#include <array>

namespace naru::dmn {

namespace {

using feel::Value;

// The order of two values of one kind that the columns know; FEEL gives truth values none, here it only tells them
// apart.
int compare(const Value &a, const Value &b)
{
    if (a.is(Value::Kind::Boolean))
        return int(a.boolean()) - int(b.boolean());
    return feel::order(a, b).value_or(0);
}

bool hasOrder(Value::Kind kind)
{
    switch (kind) {
    case Value::Kind::Boolean:
    case Value::Kind::Number:
    case Value::Kind::String:
    case Value::Kind::Date:
    case Value::Kind::DaysDuration:
    case Value::Kind::MonthsDuration:
        return true;
    default: // times with and without zones have no order that holds for all
        return false;
    }
}

class CellReader {
public:
    CellReader(QStringView text, const QStringList &hidden)
        : m_text(text)
        , m_hidden(hidden)
    {
    }

    std::optional<ConstantTest> read();

private:
    void skipBlanks();
    bool take(QStringView mark);
    bool readItem();
    bool readRange(bool lowIncluded);
    bool readComparison(QStringView mark);
    std::optional<Value> readLiteral();
    QStringView literalText() const;
    qsizetype endOfNumber() const;
    qsizetype endOfString(qsizetype quote) const;

    QStringView m_text;
    const QStringList &m_hidden;
    ConstantTest m_test;
};

std::optional<ConstantTest> CellReader::read()
{
    m_text = m_text.trimmed();
    if (m_text.isEmpty() || m_text == u"-") {
        m_test.any = true;
        return m_test;
    }
    if (take(u"not")) {
        skipBlanks();
        m_test.negated = take(u"(");
        if (!m_test.negated || m_hidden.contains(u"not"_s))
            return {};
    }
    if (m_test.negated && m_text.endsWith(u')'))
        m_text.chop(1);
    else if (m_test.negated)
        return {};
    do {
        if (!readItem())
            return {};
        skipBlanks();
    } while (take(u","));
    if (!m_text.isEmpty())
        return {};
    return m_test;
}

void CellReader::skipBlanks()
{
    while (!m_text.isEmpty() && m_text.front().isSpace())
        m_text = m_text.mid(1);
}

bool CellReader::take(QStringView mark)
{
    if (!m_text.startsWith(mark))
        return false;
    m_text = m_text.mid(mark.size());
    return true;
}

bool CellReader::readItem()
{
    skipBlanks();
    if (take(u"["))
        return readRange(true);
    if (take(u"(") || take(u"]"))
        return readRange(false);
    for (const QStringView mark : {u"<=", u">=", u"<", u">"})
        if (take(mark))
            return readComparison(mark);
    const std::optional<Value> value = readLiteral();
    if (!value)
        return false;
    m_test.spans.append({value, value, true, true});
    return true;
}

// A range that ends before it begins is FEEL's to judge.
bool CellReader::readRange(bool lowIncluded)
{
    const std::optional<Value> low = readLiteral();
    skipBlanks();
    if (!low || !take(u".."))
        return false;
    const std::optional<Value> high = readLiteral();
    skipBlanks();
    if (!high || low->is(Value::Kind::Boolean))
        return false;
    const bool highIncluded = take(u"]");
    if (!highIncluded && !take(u")") && !take(u"["))
        return false;
    if (compare(*low, *high) > 0 || (compare(*low, *high) == 0 && !(lowIncluded && highIncluded)))
        return false;
    m_test.spans.append({low, high, lowIncluded, highIncluded});
    return true;
}

bool CellReader::readComparison(QStringView mark)
{
    const std::optional<Value> value = readLiteral();
    if (!value || value->is(Value::Kind::Boolean))
        return false;
    const bool included = mark.endsWith(u'=');
    if (mark.startsWith(u'<'))
        m_test.spans.append({{}, value, true, included});
    else
        m_test.spans.append({value, {}, included, true});
    return true;
}

// A literal of the kind of those before it.
std::optional<Value> CellReader::readLiteral()
{
    skipBlanks();
    const QStringView text = literalText();
    if (text.isEmpty())
        return {};
    const Result<Value> value = feel::fromText(text);
    if (!value || !hasOrder(value->kind()))
        return {};
    if (m_test.kind == Value::Kind::Null)
        m_test.kind = value->kind();
    if (value->kind() != m_test.kind)
        return {};
    m_text = m_text.mid(text.size());
    return *value;
}

// The literal at the beginning, empty where there is none of the plain ones.
QStringView CellReader::literalText() const
{
    if (m_text.startsWith(u'"'))
        return m_text.left(endOfString(0));
    if (m_text.startsWith(u"@\""))
        return m_text.left(endOfString(1));
    for (const QStringView word : {u"true", u"false"})
        if (m_text.startsWith(word) && (m_text.size() == word.size() || u" ,)\t\r\n"_s.contains(m_text[word.size()])))
            return m_text.left(word.size());
    for (const QStringView name : {u"date", u"duration"}) {
        if (!m_text.startsWith(name) || m_hidden.contains(name) || m_text.mid(name.size(), 2) != u"(\"")
            continue;
        const qsizetype end = endOfString(name.size() + 1);
        return end > 0 && m_text.mid(end, 1) == u")" ? m_text.left(end + 1) : QStringView();
    }
    return m_text.left(endOfNumber());
}

// Plain decimal digits; "1..9" ends before its points. A name or an exponent behind the digits is FEEL's to read.
qsizetype CellReader::endOfNumber() const
{
    const auto digits = [this](qsizetype at) {
        while (at < m_text.size() && m_text[at] >= u'0' && m_text[at] <= u'9')
            ++at;
        return at;
    };
    const qsizetype first = m_text.startsWith(u'-') ? 1 : 0;
    qsizetype end = digits(first);
    if (end == first)
        return 0;
    if (end + 1 < m_text.size() && m_text[end] == u'.' && digits(end + 1) > end + 1)
        end = digits(end + 1);
    const QChar next = end < m_text.size() ? m_text[end] : QChar(u' ');
    return next.isLetterOrNumber() || next == u'_' ? 0 : end;
}

// Behind the closing quote, 0 if there is none.
qsizetype CellReader::endOfString(qsizetype quote) const
{
    for (qsizetype at = quote + 1; at < m_text.size(); ++at) {
        if (m_text[at] == u'\\')
            ++at;
        else if (m_text[at] == u'"')
            return at + 1;
    }
    return 0;
}

} // namespace

std::optional<ConstantTest> constantTest(QStringView text, const QStringList &hidden)
{
    return CellReader(text, hidden).read();
}

ConstantColumn::ConstantColumn(const std::vector<std::optional<ConstantTest>> &tests)
    : m_cells(tests.size())
{
    for (const std::optional<ConstantTest> &test : tests)
        if (test && !test->any && m_kind == Value::Kind::Null)
            m_kind = test->kind;
    const auto isOurs = [this](const std::optional<ConstantTest> &test) {
        return test && (test->any || test->kind == m_kind);
    };
    for (const std::optional<ConstantTest> &test : tests)
        if (isOurs(test))
            for (const ConstantSpan &span : test->spans) {
                if (span.low)
                    m_points.append(*span.low);
                if (span.high)
                    m_points.append(*span.high);
            }
    std::sort(m_points.begin(), m_points.end(), [](const Value &a, const Value &b) { return compare(a, b) < 0; });
    m_points.erase(std::unique(m_points.begin(), m_points.end(),
                               [](const Value &a, const Value &b) { return compare(a, b) == 0; }),
                   m_points.end());
    for (size_t i = 0; i < tests.size(); ++i)
        if (isOurs(tests[i]))
            m_cells[i] = cellOf(*tests[i]);
}

std::optional<int> ConstantColumn::placeOf(const Value &value) const
{
    if (value.kind() != m_kind || m_kind == Value::Kind::Null)
        return {};
    const auto at = std::lower_bound(m_points.begin(), m_points.end(), value,
                                     [](const Value &a, const Value &b) { return compare(a, b) < 0; });
    const int before = int(at - m_points.begin()) * 2;
    return at != m_points.end() && compare(*at, value) == 0 ? before + 1 : before;
}

bool ConstantColumn::isReal(int place) const
{
    if (place % 2 == 1)
        return true;
    if (m_kind == Value::Kind::Boolean)
        return false;
    if (place == 0 || place == places() - 1)
        return true;
    const Value &low = m_points[place / 2 - 1];
    const Value &high = m_points[place / 2];
    if (m_kind == Value::Kind::Date)
        return high.date().epochDay() - low.date().epochDay() > 1;
    if (m_kind == Value::Kind::MonthsDuration)
        return high.monthsDuration().months - low.monthsDuration().months > 1;
    return true;
}

QString ConstantColumn::describe(int place) const
{
    if (m_points.isEmpty())
        return u"-"_s;
    if (place % 2 == 1)
        return feel::toText(m_points[place / 2]);
    if (m_kind == Value::Kind::String)
        return u"another text"_s;
    const QString above = place > 0 ? u"> "_s + feel::toText(m_points[place / 2 - 1]) : QString();
    const QString below = place < places() - 1 ? u"< "_s + feel::toText(m_points[place / 2]) : QString();
    return above + (above.isEmpty() || below.isEmpty() ? u""_s : u" and "_s) + below;
}

std::pair<int, int> ConstantColumn::interval(const ConstantSpan &span) const
{
    int low = 0;
    int high = int(m_points.size()) * 2;
    if (span.low)
        low = *placeOf(*span.low) + (span.lowIncluded ? 0 : 1);
    if (span.high)
        high = *placeOf(*span.high) - (span.highIncluded ? 0 : 1);
    return {low, high};
}

ConstantColumn::Cell ConstantColumn::cellOf(const ConstantTest &test)
{
    if (test.any)
        return {Cell::Form::Any};
    if (test.spans.size() == 1) {
        const auto [low, high] = interval(test.spans.first());
        return {test.negated ? Cell::Form::Outside : Cell::Form::Within, low, high};
    }
    const Cell cell{test.negated ? Cell::Form::NoneOf : Cell::Form::OneOf, int(m_intervals.size()),
                    int(test.spans.size())};
    for (const ConstantSpan &span : test.spans)
        m_intervals.push_back(interval(span));
    return cell;
}

bool ConstantColumn::holdsOne(const Cell &cell, int place) const
{
    const auto begin = m_intervals.begin() + cell.low;
    const bool inside = std::any_of(begin, begin + cell.high, [place](const std::pair<int, int> &one) {
        return place >= one.first && place <= one.second;
    });
    return inside == (cell.form == Cell::Form::OneOf);
}

} // namespace naru::dmn
