#include "engine/feel/lexer.h"

#include <algorithm>

namespace naru::feel {

namespace {

struct CodeRange {
    char32_t first;
    char32_t last;
};

const CodeRange nameStarts[] = {
    {'?', '?'},       {'A', 'Z'},       {'_', '_'},       {'a', 'z'},         {0xC0, 0xD6},     {0xD8, 0xF6},
    {0xF8, 0x2FF},    {0x370, 0x37D},   {0x37F, 0x1FFF},  {0x200C, 0x200D},   {0x2070, 0x218F}, {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
};
const CodeRange nameParts[] = {{'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};
const CodeRange blanks[] = {
    {0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},     {0x1680, 0x1680}, {0x180E, 0x180E},
    {0x2000, 0x200B}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF},
};

template <std::size_t Count> bool isOneOf(char32_t c, const CodeRange (&ranges)[Count])
{
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [c](const CodeRange &one) { return c >= one.first && c <= one.last; });
}

bool isBlank(char32_t c)
{
    return isOneOf(c, blanks);
}

bool startsName(char32_t c)
{
    return isOneOf(c, nameStarts) && !isBlank(c);
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

class Lexer {
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    Result<QList<Token>> run()
    {
        for (;;) {
            if (!skipBlanks())
                return error(m_at, u"expected '*/' but the text ends"_s);
            const qsizetype start = m_at;
            if (start == m_text.size())
                break;
            Token token;
            if (const Status status = next(token); !status)
                return status.error();
            token.start = static_cast<int>(start);
            token.end = static_cast<int>(m_at);
            m_tokens.append(std::move(token));
        }
        m_tokens.append(Token{Token::Kind::End, int(m_text.size()), int(m_text.size()), {}});
        return m_tokens;
    }

private:
    Error error(qsizetype at, const QString &message) const { return syntaxError(m_text, int(at), message); }

    QChar at(qsizetype index) const { return index < m_text.size() ? m_text[index] : QChar(); }

    char32_t code(qsizetype index, int &length) const
    {
        const QChar high = at(index);
        const QChar low = at(index + 1);
        length = high.isHighSurrogate() && low.isLowSurrogate() ? 2 : 1;
        return length == 2 ? QChar::surrogateToUcs4(high, low) : char32_t(high.unicode());
    }

    // False for a comment without end.
    bool skipBlanks()
    {
        for (;;) {
            while (m_at < m_text.size() && isBlank(m_text[m_at].unicode()))
                ++m_at;
            if (at(m_at) == u'/' && at(m_at + 1) == u'/') {
                while (m_at < m_text.size() && m_text[m_at] != u'\n' && m_text[m_at] != u'\r')
                    ++m_at;
            } else if (at(m_at) == u'/' && at(m_at + 1) == u'*') {
                const qsizetype end = m_text.indexOf(u"*/", m_at + 2);
                if (end < 0)
                    return false;
                m_at = end + 2;
            } else {
                return true;
            }
        }
    }

    Status next(Token &token)
    {
        const QChar c = m_text[m_at];
        if (c == u'"')
            return readString(token);
        if (isDigit(c) || (c == u'.' && isDigit(at(m_at + 1)) && !followsOperand()))
            return readNumber(token);
        int length = 0;
        if (startsName(code(m_at, length)))
            return readWord(token);
        return readSymbol(token);
    }

    // ".5" behind an operand is a path, not a number.
    bool followsOperand() const
    {
        if (m_tokens.isEmpty())
            return false;
        const Token &last = m_tokens.last();
        const bool closes = last.is(u")") || last.is(u"]") || last.is(u"}");
        return closes || (last.kind == Token::Kind::Word && !isKeyword(last.text)) || last.kind == Token::Kind::String
            || (last.kind == Token::Kind::Number && last.end == m_at);
    }

    Status readNumber(Token &token)
    {
        const qsizetype start = m_at;
        while (isDigit(at(m_at)))
            ++m_at;
        if (at(m_at) == u'.' && isDigit(at(m_at + 1))) {
            ++m_at;
            while (isDigit(at(m_at)))
                ++m_at;
        }
        if (at(m_at) == u'e' || at(m_at) == u'E') {
            const qsizetype sign = at(m_at + 1) == u'+' || at(m_at + 1) == u'-' ? 1 : 0;
            if (isDigit(at(m_at + 1 + sign))) {
                m_at += 1 + sign;
                while (isDigit(at(m_at)))
                    ++m_at;
            }
        }
        token.kind = Token::Kind::Number;
        token.text = m_text.mid(start, m_at - start).toString();
        return {};
    }

    Status readWord(Token &token)
    {
        const qsizetype start = m_at;
        int length = 0;
        for (char32_t c = code(m_at, length); m_at < m_text.size(); c = code(m_at, length)) {
            if (!startsName(c) && !isOneOf(c, nameParts))
                break;
            m_at += length;
            // `?` is the input of a unary test, alone or in front of an operator.
            if (c == U'?' && m_at - start == 1 && !isOneOf(code(m_at, length), nameParts)
                && !startsName(code(m_at, length)))
                break;
        }
        token.kind = Token::Kind::Word;
        token.text = m_text.mid(start, m_at - start).toString();
        return {};
    }

    Status readSymbol(Token &token)
    {
        static const QStringList doubles{u"**"_s, u"<="_s, u">="_s, u"!="_s, u".."_s};
        static const QString singles = u"+-*/<>=()[]{},:.@'’"_s;
        const QString two = m_text.mid(m_at, 2).toString();
        token.kind = Token::Kind::Symbol;
        token.text = doubles.contains(two) ? two : two.left(1);
        if (token.text.size() == 1 && !singles.contains(token.text[0]))
            return error(m_at, u"expected an expression but found '"_s + token.text + u'\'');
        m_at += token.text.size();
        return {};
    }

    Status readString(Token &token)
    {
        const qsizetype start = m_at++;
        token.kind = Token::Kind::String;
        while (m_at < m_text.size() && m_text[m_at] != u'"') {
            if (m_text[m_at] == u'\\')
                readEscape(token.text);
            else
                token.text += m_text[m_at++];
        }
        if (m_at >= m_text.size())
            return error(start, u"expected '\"' at the end of the string but the text ends"_s);
        ++m_at;
        return {};
    }

    // What is no escape of the standard stays as it is: patterns hold `\d`.
    void readEscape(QString &out)
    {
        const QChar c = at(m_at + 1);
        static const QString plain = u"'\"\\"_s;
        if (!c.isNull() && plain.contains(c))
            out += c;
        else if (c == u'n')
            out += u'\n';
        else if (c == u'r')
            out += u'\r';
        else if (c == u't')
            out += u'\t';
        else if (const int digits = c == u'u' ? 4 : c == u'U' ? 6 : 0; digits && readCodePoint(out, digits))
            return;
        else {
            out += m_text[m_at++];
            return;
        }
        m_at += 2;
    }

    bool readCodePoint(QString &out, int digits)
    {
        const QStringView hex = m_text.mid(m_at + 2, digits);
        const auto isHex = [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); };
        if (hex.size() != digits || !std::all_of(hex.begin(), hex.end(), isHex))
            return false;
        const char32_t point = hex.toString().toUInt(nullptr, 16);
        if (point > 0x10FFFF)
            return false;
        out += QChar::fromUcs4(point);
        m_at += 2 + digits;
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QList<Token> m_tokens;
};

} // namespace

Result<QList<Token>> tokensOf(QStringView text)
{
    return Lexer(text).run();
}

QStringList nameTokens(const QString &name)
{
    const Result<QList<Token>> tokens = tokensOf(name);
    if (!tokens || tokens->first().kind != Token::Kind::Word)
        return {};
    QStringList texts;
    for (const Token &one : *tokens) {
        if (one.kind == Token::Kind::String)
            return {};
        if (one.kind != Token::Kind::End)
            texts.append(one.text);
    }
    return texts;
}

bool isKeyword(QStringView word)
{
    static const QStringList words{u"for"_s,      u"in"_s,      u"return"_s,   u"if"_s,        u"then"_s,
                                   u"else"_s,     u"some"_s,    u"every"_s,    u"satisfies"_s, u"and"_s,
                                   u"or"_s,       u"between"_s, u"instance"_s, u"of"_s,        u"function"_s,
                                   u"external"_s, u"true"_s,    u"false"_s,    u"null"_s};
    return std::any_of(words.begin(), words.end(), [word](const QString &one) { return one == word; });
}

bool isPlainName(QStringView text)
{
    const QStringList tokens = nameTokens(text.toString());
    return tokens.size() == 1 && tokens.first() == text && !isKeyword(text) && text != u"not" && text != u"?";
}

LineStarts::LineStarts(QStringView text)
    : m_starts{0}
    , m_end(int(text.size()))
{
    for (int i = 0; i < m_end; ++i)
        if (text[i] == u'\n' || (text[i] == u'\r' && (i + 1 == m_end || text[i + 1] != u'\n')))
            m_starts.append(i + 1);
}

LineColumn LineStarts::at(int offset) const
{
    const int within = std::min(offset, m_end);
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), within);
    return {int(next - m_starts.begin()), within - *std::prev(next) + 1};
}

Error syntaxError(QStringView text, int offset, const QString &message)
{
    const LineColumn at = LineStarts(text).at(offset);
    return {Error::Kind::Invalid, QString::number(at.line) + u':' + QString::number(at.column) + u": "_s + message,
            u"feel.syntax"_s};
}

} // namespace naru::feel
