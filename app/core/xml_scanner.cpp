#include "core/xml_scanner.h"

#include "core/xml_text.h"

#include <algorithm>

namespace naru {

using namespace xml;

namespace {

// A tag or an instruction is looked at as a whole; longer ones are refused before they can pile up.
constexpr qsizetype markupSize = 1 << 20;

} // namespace

QString XmlTag::value(QByteArrayView localAttribute) const
{
    for (const Attribute &one : m_attributes)
        if (localPart(one.name) == localAttribute)
            return one.value.isEmpty() ? u""_s : decodedValue(one.value);
    return {};
}

XmlScanner::XmlScanner(XmlVisitor *visitor, const XmlLimits &limits)
    : m_visitor(visitor)
    , m_limits(limits)
{
}

const char *XmlScanner::refuse(const char *code, const char *text)
{
    if (!m_error) {
        const qint64 line = m_lines + std::count(m_begin, std::max(m_begin, m_at), '\n');
        m_error = Error{Error::Kind::Invalid,
                        u"expected "_s + QString::fromLatin1(text) + u" in line "_s + QString::number(line),
                        QString::fromLatin1(code)};
    }
    return nullptr;
}

Status XmlScanner::status() const { return m_error ? Status(*m_error) : Status(); }

bool XmlScanner::feed(QByteArrayView block)
{
    if (m_stopped || m_error)
        return false;
    m_bytes += block.size();
    if (m_bytes > m_limits.bytes) {
        m_begin = m_at = nullptr;
        refuse("xml.limit", "less XML but it is too large");
        return false;
    }
    QByteArray joined;
    if (!m_begun || !m_rest.isEmpty()) {
        joined = std::exchange(m_rest, {}).append(block);
        block = joined;
    }
    if (!m_begun && !begin(block)) {
        m_rest = block.toByteArray();
        return true;
    }
    if (m_decoder) {
        joined = m_undone + QByteArray(m_encoder->encode(m_decoder->decode(block)));
        block = joined;
        if (m_decoder->hasError())
            refuse("xml.malformed", "UTF-16 but found something else");
    }
    scan(block);
    if (m_decoder)
        m_undone = std::exchange(m_rest, {});
    return !m_stopped && !m_error;
}

// Tells the encoding by the first four bytes (XML 1.0, appendix F); false if there are fewer yet.
bool XmlScanner::begin(QByteArrayView &block)
{
    if (block.size() < 4)
        return false;
    m_begun = true;
    const bool little = block.startsWith("\xff\xfe") || block.startsWith(QByteArrayView("<\0", 2));
    const bool big = block.startsWith("\xfe\xff") || block.startsWith(QByteArrayView("\0<", 2));
    if (little || big) {
        m_decoder.emplace(little ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        m_encoder.emplace(QStringEncoder::Utf8);
    } else if (block.startsWith("\xef\xbb\xbf")) {
        block = block.sliced(3);
    }
    return true;
}

void XmlScanner::scan(QByteArrayView bytes)
{
    m_begin = bytes.data();
    const char *const end = m_begin + bytes.size();
    const char *at = m_begin;
    while (at < end && !m_stopped) {
        m_at = at;
        const char *next = nullptr;
        if (m_inside == Inside::Comment)
            next = takeUntil(at, end, "-->");
        else if (m_inside == Inside::CharacterData)
            next = takeUntil(at, end, "]]>");
        else
            next = *at == '<' ? takeMarkup(at, end) : takeText(at, end);
        if (m_error)
            return;
        if (!next || next == at)
            break;
        at = next;
    }
    if (m_stopped)
        return;
    m_at = at;
    if (end - at > markupSize) {
        refuse("xml.limit", "short tags but found one of more than 1 MiB");
        return;
    }
    // Tokens end between characters, so what is done can be proved in one go.
    if (!QByteArrayView(m_begin, at - m_begin).isValidUtf8()) {
        refuse("xml.malformed", "UTF-8 but found something else");
        return;
    }
    m_lines += std::count(m_begin, at, '\n');
    m_rest = QByteArray(at, end - at);
}

Status XmlScanner::finish()
{
    if (!m_error && !m_stopped && (!m_rest.isEmpty() || !m_undone.isEmpty() || m_inside != Inside::Content || !m_open.empty() || !m_rooted)) {
        m_begin = m_at = nullptr;
        refuse("xml.malformed", "the end of the XML but it is cut off");
    }
    return status();
}

bool XmlScanner::charge(qint64 size)
{
    m_text += size;
    if (m_text > m_limits.text)
        refuse("xml.limit", "less text in one place but there is more");
    return !m_error;
}

const char *XmlScanner::takeText(const char *at, const char *end)
{
    const char *stop = at;
    bool plain = true;
    for (; stop < end && *stop != '<'; ++stop)
        plain = plain && *stop != '&' && *stop != '\r';
    QByteArrayView piece(at, stop - at);
    if (stop == end)
        piece.chop(unfinished(piece));
    if (piece.isEmpty())
        return at;
    if (m_open.empty()) {
        if (skipBlanks(piece.begin(), piece.end()) != piece.end())
            return refuse("xml.malformed", "one root element but found text beside it");
    } else if (charge(piece.size())) {
        deliver(piece, true, plain);
    }
    return piece.data() + piece.size();
}

void XmlScanner::deliver(QByteArrayView piece, bool references, bool plain)
{
    if (!plain) {
        m_scratch.clear();
        if (!decode(piece, references, m_scratch))
            return;
    }
    if (m_visitor && !m_stopped)
        m_visitor->text(plain ? piece : QByteArrayView(m_scratch));
}

// Decodes references, if there are any, and normalises line ends (§2.11).
bool XmlScanner::decode(QByteArrayView raw, bool references, QByteArray &into)
{
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\r') {
            if (i + 1 == raw.size() || raw[i + 1] != '\n')
                into.append('\n');
        } else if (raw[i] != '&' || !references) {
            into.append(raw[i]);
        } else {
            const char *stop = find(raw.begin() + i, raw.begin() + std::min(raw.size(), i + referenceSize), ';');
            const char32_t c = stop ? referredTo(raw.sliced(i + 1, stop - raw.begin() - i - 1)) : 0;
            if (!c)
                return refuse("xml.malformed", "one of the five entities but found another");
            into.append(QString::fromUcs4(&c, 1).toUtf8());
            i = stop - raw.begin();
        }
    }
    return true;
}

const char *XmlScanner::takeMarkup(const char *at, const char *end)
{
    if (end - at < 2)
        return nullptr;
    if (at[1] == '!')
        return takeDeclaration(at, end);
    if (at[1] == '?')
        return takeInstruction(at, end);
    m_text = 0;
    return at[1] == '/' ? takeEnd(at, end) : takeStart(at, end);
}

const char *XmlScanner::takeDeclaration(const char *at, const char *end)
{
    const QByteArrayView here(at, end - at);
    constexpr QByteArrayView comment("<!--");
    constexpr QByteArrayView data("<![CDATA[");
    if (here.startsWith(comment)) {
        m_inside = Inside::Comment;
        return at + comment.size();
    }
    if (here.startsWith(data) && !m_open.empty()) {
        m_inside = Inside::CharacterData;
        return at + data.size();
    }
    if (here.size() > 2 && here[2] == 'D')
        return refuse("xml.dtd", "no DTD but found one");
    if (comment.startsWith(here) || (data.startsWith(here) && !m_open.empty()))
        return nullptr;
    return refuse("xml.malformed", "a comment or CDATA but found another declaration");
}

// Goes through a comment or CDATA, whose text is passed on in pieces.
const char *XmlScanner::takeUntil(const char *at, const char *end, QByteArrayView close)
{
    const QByteArrayView here(at, end - at);
    const qsizetype stop = here.indexOf(close);
    QByteArrayView piece = stop < 0 ? here : here.first(stop);
    if (stop < 0) {
        piece.chop(std::min<qsizetype>(piece.size(), close.size() - 1));
        piece.chop(unfinished(piece));
    }
    if (!charge(piece.size()))
        return nullptr;
    if (m_inside == Inside::CharacterData && !piece.isEmpty())
        deliver(piece, false, !find(piece.begin(), piece.end(), '\r'));
    if (stop >= 0)
        m_inside = Inside::Content;
    return stop < 0 ? piece.data() + piece.size() : at + stop + close.size();
}

const char *XmlScanner::takeInstruction(const char *at, const char *end)
{
    const QByteArrayView here(at, end - at);
    const qsizetype stop = here.indexOf("?>");
    if (stop < 0 || !charge(stop))
        return nullptr;
    if (here.startsWith("<?xml") && stop > 5 && is(here[5], Blank) && !checkDeclaration(here.first(stop)))
        return nullptr;
    return at + stop + 2;
}

// The declared encoding must be the one that is there.
bool XmlScanner::checkDeclaration(QByteArrayView content)
{
    const QByteArray lower = content.toByteArray().toLower();
    const qsizetype at = lower.indexOf("encoding");
    if (at < 0)
        return true;
    const char *const end = lower.constData() + lower.size();
    const char *name = skipBlanks(lower.constData() + at + 8, end);
    name = name < end && *name == '=' ? skipBlanks(name + 1, end) : end;
    const char *stop = name < end ? find(name + 1, end, *name) : nullptr;
    const QByteArrayView encoding = stop ? QByteArrayView(name + 1, stop - name - 1) : QByteArrayView();
    const bool good = m_decoder ? encoding.startsWith("utf-16")
                                : encoding == "utf-8" || encoding == "utf8" || encoding == "us-ascii";
    if (!good)
        refuse("xml.malformed", "UTF-8 or UTF-16 but another encoding is declared");
    return good;
}

const char *XmlScanner::takeName(const char *at, const char *end, qsizetype *colon)
{
    const char *const begin = at;
    *colon = -1;
    if (at < end && !is(*at, NameStart))
        return refuse("xml.malformed", "a name but found another character");
    while (at < end && is(*at, NamePart)) {
        if (*at == ':')
            *colon = at - begin;
        ++at;
    }
    if (at - begin > m_limits.name)
        return refuse("xml.limit", "a shorter name but found a long one");
    return at < end ? at : nullptr;
}

const char *XmlScanner::takeStart(const char *at, const char *end)
{
    const char *const name = at + 1;
    qsizetype colon = -1;
    at = takeName(name, end, &colon);
    if (!at)
        return nullptr;
    m_tag.name = QByteArrayView(name, at - name);
    m_tag.localName = m_tag.name.sliced(colon + 1);
    m_tag.m_attributes.clear();
    for (;;) {
        const char *const next = skipBlanks(at, end);
        if (next == end)
            return nullptr;
        if (*next == '>' || *next == '/') {
            const bool empty = *next == '/';
            if (empty && end - next < 2)
                return nullptr;
            if (empty && next[1] != '>')
                return refuse("xml.malformed", "the end of a tag but found another character");
            if (!open(m_tag.name))
                return nullptr;
            if (empty)
                close();
            return next + (empty ? 2 : 1);
        }
        if (next == at)
            return refuse("xml.malformed", "a blank before an attribute but found none");
        at = takeAttribute(next, end);
        if (!at)
            return nullptr;
    }
}

const char *XmlScanner::takeAttribute(const char *at, const char *end)
{
    const char *const name = at;
    qsizetype colon = -1;
    at = takeName(at, end, &colon);
    if (!at)
        return nullptr;
    const QByteArrayView view(name, at - name);
    at = skipBlanks(at, end);
    if (at < end && *at != '=')
        return refuse("xml.malformed", "'=' after an attribute's name but found another character");
    at = at < end ? skipBlanks(at + 1, end) : end;
    if (at == end)
        return nullptr;
    if (*at != '"' && *at != '\'')
        return refuse("xml.malformed", "a quoted value but found none");
    const char *stop = at + 1;
    bool refers = false;
    for (; stop < end && *stop != *at; ++stop) { // values are short: faster than memchr
        if (*stop == '<')
            return refuse("xml.malformed", "no '<' in an attribute but found one");
        refers = refers || *stop == '&';
    }
    if (stop == end)
        return nullptr;
    const QByteArrayView value(at + 1, stop - at - 1);
    if (refers) {
        m_scratch.clear();
        if (!decode(value, true, m_scratch))
            return nullptr;
    }
    if (m_tag.m_attributes.size() == size_t(m_limits.attributes))
        return refuse("xml.limit", "fewer attributes but there are more");
    for (const XmlTag::Attribute &other : m_tag.m_attributes)
        if (XmlTag::equal(other.name, view))
            return refuse("xml.malformed", "each attribute once but found one twice");
    m_tag.m_attributes.push_back({view, value});
    return stop + 1;
}

bool XmlScanner::open(QByteArrayView name)
{
    if (m_open.empty() && m_rooted)
        return refuse("xml.malformed", "one root element but found a second");
    if (int(m_open.size()) == m_limits.depth)
        return refuse("xml.limit", "flatter XML but it is nested too deep");
    if (++m_elements > m_limits.elements)
        return refuse("xml.limit", "fewer elements but there are more");
    m_rooted = true;
    m_open.push_back(m_names.size());
    m_names.append(name.data(), size_t(name.size()));
    if (m_visitor)
        m_visitor->start(m_tag);
    return true;
}

void XmlScanner::close()
{
    const QByteArrayView name = innermost();
    m_open.pop_back();
    if (m_visitor && !m_stopped)
        m_visitor->end(localPart(name));
    m_names.resize(m_names.size() - size_t(name.size()));
}

const char *XmlScanner::takeEnd(const char *at, const char *end)
{
    const char *stop = at + 2;
    while (stop < end && *stop != '>')
        ++stop;
    if (stop == end)
        return nullptr;
    QByteArrayView name(at + 2, stop - at - 2);
    while (!name.isEmpty() && is(name.back(), Blank))
        name.chop(1);
    if (m_open.empty() || !XmlTag::equal(name, innermost()))
        return refuse("xml.malformed", "the end of the open element but found another");
    close();
    return stop + 1;
}

} // namespace naru
