#include "engine/feel/regex.h"

#include "engine/feel/unicode_blocks.h"

#include <QHash>

namespace naru::feel {

namespace {

const QString nameStart =
    u":A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}\\x{200C}-\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{EFFFF}"_s;
const QString namePart = nameStart + u"\\-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}-\\x{2040}"_s;

QString hex(char32_t code)
{
    return u"\\x{"_s + QString::number(uint(code), 16) + u'}';
}

// One pattern of XPath becomes one of PCRE.
class Translator {
public:
    Translator(const QString &pattern, const QString &flags)
        : m_text(pattern)
        , m_dotAll(flags.contains(u's'))
        , m_lines(flags.contains(u'm'))
    {
    }

    Result<QString> run()
    {
        const QString out = alternatives(false);
        if (m_error.isEmpty() && m_at < m_text.size())
            fail(u"expected no ')' without its '(' but found one"_s);
        if (!m_error.isEmpty())
            return Error{Error::Kind::Invalid, m_error, u"feel.pattern"_s};
        return out;
    }

private:
    QChar peek(int ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    bool atEnd() const { return m_at >= m_text.size() || !m_error.isEmpty(); }
    QString fail(const QString &text)
    {
        if (m_error.isEmpty())
            m_error = text;
        return {};
    }

    QString alternatives(bool inside)
    {
        constexpr int mostLevels = 100;
        if (++m_level > mostLevels)
            return fail(u"expected at most 100 groups in groups but found more"_s);
        QString out;
        while (!atEnd() && peek() != u')') {
            if (peek() == u'|')
                out += m_text[m_at++];
            else
                out += piece();
        }
        --m_level;
        if (inside && peek() != u')')
            return fail(u"expected ')' but the pattern ends"_s);
        return out;
    }

    QString piece()
    {
        const QString one = atom();
        if (!m_error.isEmpty())
            return {};
        return one + quantifier();
    }

    QString quantifier()
    {
        QString out;
        const QChar c = peek();
        if (c == u'*' || c == u'+' || c == u'?') {
            out = c;
            ++m_at;
        } else if (c == u'{') {
            static const QRegularExpression counts(u"\\A\\{(\\d{1,5})(,(\\d{0,5}))?\\}"_s);
            const auto match = counts.match(m_text.mid(m_at, 16));
            if (!match.hasMatch())
                return fail(u"expected a count as {2,3} but found '"_s + m_text.mid(m_at, 8) + u'\'');
            out = match.captured();
            m_at += match.capturedLength();
        } else {
            return {};
        }
        if (peek() == u'?') {
            out += u'?';
            ++m_at;
        }
        return out;
    }

    QString atom()
    {
        const QChar c = m_text[m_at];
        if (c == u'(')
            return group();
        if (c == u'[')
            return characterClass();
        if (c == u'\\')
            return escape(false);
        ++m_at;
        if (c == u'.')
            return m_dotAll ? u"(?s:.)"_s : u"[^\\n\\r]"_s;
        if (c == u'^')
            return m_lines ? u"(?m:^)"_s : u"\\A"_s;
        if (c == u'$')
            return m_lines ? u"(?m:$)"_s : u"\\z"_s;
        if (QStringView(u"?*+{}]|").contains(c))
            return fail(u"expected '"_s + c + u"' to be escaped but it is not"_s);
        return literal(c);
    }

    QString literal(QChar c)
    {
        if (c.isHighSurrogate() && peek().isLowSurrogate())
            return hex(QChar::surrogateToUcs4(c, m_text[m_at++]));
        return c.isLetterOrNumber() ? QString(c) : hex(c.unicode());
    }

    QString group()
    {
        ++m_at;
        QString open = u"("_s;
        int number = 0;
        if (peek() == u'?') {
            if (peek(1) != u':')
                return fail(u"expected a group but found '(?'"_s);
            m_at += 2;
            open = u"(?:"_s;
        } else {
            number = ++m_groups;
        }
        const QString inside = alternatives(true);
        if (!m_error.isEmpty())
            return {};
        ++m_at;
        if (number)
            m_closed.insert(number);
        return open + inside + u')';
    }

    QString reference()
    {
        int number = 0;
        while (peek() >= u'0' && peek() <= u'9') {
            const int longer = number * 10 + peek().digitValue();
            if (number > 0 && longer > m_groups)
                break;
            number = longer;
            ++m_at;
        }
        if (!m_closed.contains(number))
            return fail(u"expected a reference to a group before it but found '\\"_s + QString::number(number) + u'\'');
        return u"\\g{"_s + QString::number(number) + u'}';
    }

    // Behind a backslash. Inside brackets the result goes between brackets, outside it stands alone.
    QString escape(bool inBrackets)
    {
        ++m_at;
        const QChar c = peek();
        if (c >= u'0' && c <= u'9')
            return inBrackets ? fail(u"expected no reference in brackets but found one"_s) : reference();
        ++m_at;
        if (QStringView(u"\\|.-^?*+{}()[]$").contains(c) && !c.isNull())
            return u'\\' + QString(c);
        if (c == u'n' || c == u'r' || c == u't')
            return u'\\' + QString(c);
        if (c == u'p' || c == u'P')
            return property(c == u'P', inBrackets);
        static const QHash<QChar, QString> classes{
            {u'd', u"\\p{Nd}"_s}, {u's', u" \\t\\n\\r"_s}, {u'i', nameStart}, {u'c', namePart}};
        const auto known = classes.constFind(c.toLower());
        if (known != classes.constEnd())
            return set(*known, c.isUpper(), inBrackets);
        // XPath's word character is all but punctuation, separators, and other.
        if (c == u'w' || c == u'W')
            return set(u"\\p{P}\\p{Z}\\p{C}"_s, c == u'w', inBrackets);
        return fail(u"expected an escape of XPath but found '\\"_s + c + u'\'');
    }

    // A complement in brackets cannot be written between them: it is kept aside and becomes an alternative.
    QString set(const QString &members, bool complement, bool inBrackets)
    {
        if (!inBrackets)
            return (complement ? u"[^"_s : u"["_s) + members + u']';
        if (!complement)
            return members;
        m_complements.append(u"[^"_s + members + u']');
        return {};
    }

    QString property(bool complement, bool inBrackets)
    {
        const qsizetype end = m_text.indexOf(u'}', m_at);
        if (peek() != u'{' || end < 0)
            return fail(u"expected a category in braces behind '\\p' but found none"_s);
        const QString name = m_text.mid(m_at + 1, end - m_at - 1);
        m_at = static_cast<int>(end) + 1;
        if (name.startsWith(u"Is")) {
            if (const std::optional<UnicodeBlock> block = unicodeBlock(QStringView(name).mid(2)))
                return set(hex(block->first) + u'-' + hex(block->last), complement, inBrackets);
            return fail(u"expected a block of Unicode but found '"_s + name + u'\'');
        }
        static const QRegularExpression category(
            u"\\A(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)\\z"_s);
        if (!category.match(name).hasMatch())
            return fail(u"expected a category of Unicode but found '"_s + name + u'\'');
        return (complement ? u"\\P{"_s : u"\\p{"_s) + name + u'}';
    }

    // "[a-z-[aeiou]]": a subtraction becomes a look ahead.
    QString characterClass()
    {
        constexpr int mostLevels = 100;
        if (++m_level > mostLevels)
            return fail(u"expected at most 100 brackets in brackets but found more"_s);
        ++m_at;
        const bool isNegated = peek() == u'^';
        m_at += isNegated ? 1 : 0;
        const QStringList outer = std::exchange(m_complements, {});
        QString members;
        QString without;
        bool any = false;
        while (!atEnd() && peek() != u']') {
            if (peek() == u'-' && peek(1) == u'[' && any) {
                ++m_at;
                without = u"(?!"_s + characterClass() + u')';
                break;
            }
            members += member(any);
            any = true;
        }
        const QStringList complements = std::exchange(m_complements, outer);
        --m_level;
        if (peek() != u']' || !any)
            return fail(u"expected characters and ']' but found none"_s);
        ++m_at;
        return without + assembled(isNegated, members, complements);
    }

    static QString assembled(bool isNegated, const QString &members, const QStringList &complements)
    {
        QStringList parts = complements;
        if (!members.isEmpty())
            parts.prepend(u'[' + members + u']');
        if (!isNegated)
            return parts.size() == 1 ? u"(?:"_s + parts.first() + u')' : u"(?:"_s + parts.join(u'|') + u')';
        if (complements.isEmpty())
            return u"[^"_s + members + u']';
        return u"(?:(?!"_s + parts.join(u'|') + u")(?s:.))"_s;
    }

    QString member(bool any)
    {
        const QChar c = m_text[m_at];
        if (c == u'\\')
            return escape(true);
        if (c == u'[')
            return fail(u"expected '[' in brackets to be escaped but it is not"_s);
        ++m_at;
        if (c != u'-')
            return literal(c);
        // Between two members it makes a range; at an end it is itself.
        const bool isRange = any && peek() != u']' && !(peek() == u'-' && peek(1) == u'[');
        return isRange ? u"-"_s : u"\\-"_s;
    }

    const QString m_text;
    const bool m_dotAll;
    const bool m_lines;
    int m_at = 0;
    int m_level = 0;
    int m_groups = 0;
    QSet<int> m_closed;
    QStringList m_complements;
    QString m_error;
};

// Flag x: blanks are removed, but for those in brackets.
QString withoutBlanks(const QString &pattern)
{
    QString out;
    int brackets = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        const bool isEscaped = i > 0 && pattern[i - 1] == u'\\' && !(i > 1 && pattern[i - 2] == u'\\');
        if (!isEscaped)
            brackets += c == u'[' ? 1 : c == u']' && brackets > 0 ? -1 : 0;
        if (brackets > 0 || !QStringView(u" \t\n\r").contains(c))
            out += c;
    }
    return out;
}

Error tooHard()
{
    return {Error::Kind::Unavailable, u"expected the pattern to match within 1000000 steps but it needs more"_s,
            u"feel.limit"_s};
}

Error matchesNothing()
{
    return {Error::Kind::Invalid, u"expected a pattern that does not match the empty text but it does"_s,
            u"feel.pattern"_s};
}

} // namespace

Result<QRegularExpression> xpathPattern(const QString &pattern, const QString &flags)
{
    for (const QChar c : flags)
        if (!QStringView(u"smix").contains(c))
            return Error{Error::Kind::Invalid, u"expected the flags s, m, i, x but found '"_s + c + u'\'',
                         u"feel.pattern"_s};
    const Result<QString> translated = Translator(flags.contains(u'x') ? withoutBlanks(pattern) : pattern, flags).run();
    if (!translated)
        return translated.error();
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (flags.contains(u'i'))
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression made(u"(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=1000000)(*LF)"_s + *translated, options);
    if (!made.isValid())
        return Error{Error::Kind::Invalid,
                     u"expected a pattern but found '"_s + pattern.left(80) + u"': "_s + made.errorString(),
                     u"feel.pattern"_s};
    return made;
}

Result<bool> isFound(const QRegularExpression &pattern, const QString &text)
{
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.isValid())
        return tooHard();
    return match.hasMatch();
}

Result<QString> replaced(const QRegularExpression &pattern, const QString &text, const QString &replacement)
{
    if (pattern.match(QString()).hasMatch())
        return matchesNothing();
    QString out;
    qsizetype last = 0;
    for (;;) {
        const QRegularExpressionMatch match = pattern.match(text, last);
        if (!match.isValid())
            return tooHard();
        if (!match.hasMatch())
            break;
        if (match.capturedLength() == 0)
            return matchesNothing();
        out += QStringView(text).mid(last, match.capturedStart() - last);
        for (qsizetype i = 0; i < replacement.size(); ++i) {
            const QChar c = replacement[i];
            const QChar next = i + 1 < replacement.size() ? replacement[i + 1] : QChar();
            if (c == u'\\' && (next == u'\\' || next == u'$')) {
                out += replacement[++i];
            } else if (c == u'$' && next >= u'0' && next <= u'9') {
                int group = replacement[++i].digitValue();
                while (i + 1 < replacement.size() && replacement[i + 1] >= u'0' && replacement[i + 1] <= u'9'
                       && group * 10 + replacement[i + 1].digitValue() <= pattern.captureCount())
                    group = group * 10 + replacement[++i].digitValue();
                out += match.captured(group);
            } else if (c == u'\\' || c == u'$') {
                return Error{Error::Kind::Invalid,
                             u"expected '$' and '\\' in the replacement to be escaped but they are not"_s,
                             u"feel.pattern"_s};
            } else {
                out += c;
            }
        }
        last = match.capturedEnd();
    }
    return out + text.mid(last);
}

Result<QStringList> splitAt(const QRegularExpression &pattern, const QString &text)
{
    if (pattern.match(QString()).hasMatch())
        return matchesNothing();
    QStringList parts;
    qsizetype last = 0;
    for (;;) {
        const QRegularExpressionMatch match = pattern.match(text, last);
        if (!match.isValid())
            return tooHard();
        if (!match.hasMatch())
            break;
        if (match.capturedLength() == 0)
            return matchesNothing();
        parts.append(text.mid(last, match.capturedStart() - last));
        last = match.capturedEnd();
    }
    parts.append(text.mid(last));
    return parts;
}

} // namespace naru::feel
