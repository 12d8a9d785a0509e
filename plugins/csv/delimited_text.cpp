#include "delimited_text.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace naru {

namespace {

constexpr int sampleRecords = 100;
constexpr qsizetype sampleSize = 256 << 10;

Separation separationBy(QStringView text, QChar separator)
{
    Separation found;
    found.separator = separator;
    QHash<qsizetype, int> counts;
    QStringList fields;
    DelimitedText records(text.first(std::min(text.size(), sampleSize)), separator);
    while (found.records < sampleRecords && records.next(fields)) {
        if (fields.size() == 1 && fields[0].isEmpty())
            continue;
        ++found.records;
        const int count = ++counts[fields.size()];
        const double agreement = count;
        if (agreement > found.agreement || (agreement == found.agreement && fields.size() > found.columns)) {
            found.agreement = agreement;
            found.columns = int(fields.size());
        }
    }
    if (found.records)
        found.agreement /= found.records;
    return found;
}

} // namespace

DelimitedText::DelimitedText(QStringView text, QChar separator)
    : m_text(text)
    , m_separator(separator)
{
}

bool DelimitedText::next(QStringList &fields)
{
    fields.clear();
    if (m_at >= m_text.size() || m_unclosed)
        return false;
    ++m_row;
    for (;;) {
        QString field;
        if (!readField(field)) {
            m_unclosed = true;
            return false;
        }
        fields.append(field);
        if (m_at >= m_text.size())
            return true;
        const QChar c = m_text[m_at++];
        if (c == m_separator)
            continue;
        if (c == u'\r' && m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        return true;
    }
}

// Stops before the separator or the line end; false where a quote is never closed.
bool DelimitedText::readField(QString &field)
{
    if (m_at < m_text.size() && m_text[m_at] == u'"' && !readQuoted(field))
        return false;
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != u'\n' && m_text[m_at] != u'\r')
        ++m_at;
    field += m_text.sliced(begin, m_at - begin); // after a closing quote there is nothing, or what Excel appends too
    return true;
}

bool DelimitedText::readQuoted(QString &field)
{
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            if (m_at + 1 == m_text.size() || m_text[m_at + 1] != u'"') {
                ++m_at;
                return true;
            }
            ++m_at;
        } else if (c == u'\r') {
            if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n')
                continue;
            field += u'\n';
            continue;
        }
        field += c;
    }
    return false;
}

bool hasSeparatorLine(QStringView text)
{
    return text.size() > 5 && text.startsWith(u"sep=", Qt::CaseInsensitive) && (text[5] == u'\r' || text[5] == u'\n');
}

Separation sniffSeparator(QStringView text)
{
    if (hasSeparatorLine(text))
        return separationBy(text.sliced(5), text[4]);
    Separation best;
    for (const QChar separator : {u',', u'\t', u';'}) {
        const Separation one = separationBy(text, separator);
        const bool divides = one.columns > 1;
        if ((divides && best.columns == 1) || (divides && one.agreement > best.agreement)
            || (divides && one.agreement == best.agreement && one.columns > best.columns))
            best = one;
        else if (best.records == 0)
            best.records = one.records;
    }
    return best;
}

} // namespace naru
