#include "core/xml_text.h"

#include <algorithm>
#include <cstring>

namespace naru::xml {

namespace {

// Whether a character may stand in a document (XML 1.0 §2.2).
bool isCharacter(char32_t c)
{
    return c == 0x9 || c == 0xa || c == 0xd || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd)
           || (c >= 0x10000 && c <= 0x10ffff);
}

} // namespace

const char *skipBlanks(const char *at, const char *end)
{
    while (at < end && is(*at, Blank))
        ++at;
    return at;
}

const char *find(const char *at, const char *end, char what)
{
    return static_cast<const char *>(std::memchr(at, what, size_t(end - at)));
}

QByteArrayView localPart(QByteArrayView name)
{
    const qsizetype colon = name.indexOf(':');
    return colon < 0 ? name : name.sliced(colon + 1);
}

char32_t referredTo(QByteArrayView reference)
{
    if (reference == "lt") return '<';
    if (reference == "gt") return '>';
    if (reference == "amp") return '&';
    if (reference == "quot") return '"';
    if (reference == "apos") return '\'';
    if (!reference.startsWith('#'))
        return 0;
    const bool hex = reference.size() > 1 && reference[1] == 'x';
    const QByteArrayView digits = reference.sliced(hex ? 2 : 1);
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), [](char c) { return is(c, NamePart); }))
        return 0;
    bool good = false;
    const uint number = digits.toByteArray().toUInt(&good, hex ? 16 : 10);
    return good && isCharacter(number) ? number : 0;
}

qsizetype unfinished(QByteArrayView text)
{
    if (text.endsWith('\r'))
        return 1;
    const qsizetype from = std::max<qsizetype>(0, text.size() - referenceSize);
    for (qsizetype i = text.size() - 1; i >= from && text[i] != ';'; --i)
        if (text[i] == '&')
            return text.size() - i;
    for (qsizetype back = 1; back <= 3 && back <= text.size(); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if (byte >= 0xc0) // a lead byte: complete only if all its followers are here
            return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
        if (byte < 0x80)
            break;
    }
    return 0;
}

QString decodedValue(QByteArrayView raw)
{
    QString text = QString::fromUtf8(raw);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (is(text[i].toLatin1(), Blank) && text[i].unicode() < 0x80)
            text[i] = u' '; // attribute-value normalisation, §3.3.3
        if (text[i] != u'&')
            continue;
        const qsizetype stop = text.indexOf(u';', i);
        const char32_t c = referredTo(QStringView(text).sliced(i + 1, stop - i - 1).toLatin1());
        text.replace(i, stop - i + 1, QString::fromUcs4(&c, 1));
        i += c > 0xffff ? 1 : 0;
    }
    return text;
}

} // namespace naru::xml
