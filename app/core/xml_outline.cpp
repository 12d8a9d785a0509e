#include "core/xml_outline.h"

#include "core/xml_text.h"

#include <cstring>

namespace naru {

namespace {

// REQUIRES for all of these: the text is well-formed, so what is looked for is there.
const char *behind(const char *at, const char *end, QByteArrayView close)
{
    const qsizetype found = QByteArrayView(at, end - at).indexOf(close);
    return found < 0 ? end : at + found + close.size();
}

const char *behindTag(const char *at, const char *end)
{
    char quote = 0;
    for (; at < end; ++at) {
        if (quote)
            quote = *at == quote ? 0 : quote;
        else if (*at == '"' || *at == '\'')
            quote = *at;
        else if (*at == '>')
            return at + 1;
    }
    return end;
}

bool startsWith(const char *at, const char *end, QByteArrayView what)
{
    return end - at >= what.size() && std::memcmp(at, what.data(), size_t(what.size())) == 0;
}

QByteArrayView nameAt(const char *at, const char *end)
{
    const char *to = at;
    while (to < end && xml::is(*to, xml::NamePart))
        ++to;
    return {at, to - at};
}

} // namespace

Result<XmlOutline> XmlOutline::of(const QByteArray &xml, const XmlLimits &limits)
{
    if (xml.startsWith("\xFE\xFF") || xml.startsWith("\xFF\xFE") || xml.first(std::min<qsizetype>(xml.size(), 4)).contains('\0'))
        return Error{Error::Kind::Invalid, u"expected XML in UTF-8 but it is in UTF-16"_s, u"xml.encoding"_s};
    XmlScanner scanner(nullptr, limits);
    scanner.feed(xml);
    if (const Status finished = scanner.finish(); !finished)
        return finished.error();
    XmlOutline outline;
    outline.m_xml = xml;
    outline.index();
    return outline;
}

void XmlOutline::index()
{
    const char *const begin = m_xml.constData();
    const char *const end = begin + m_xml.size();
    std::vector<int> open;
    for (const char *at = xml::find(begin, end, '<'); at; at = xml::find(at, end, '<')) {
        if (startsWith(at, end, "<!--")) {
            at = behind(at + 4, end, "-->");
        } else if (startsWith(at, end, "<![CDATA[")) {
            at = behind(at, end, "]]>");
        } else if (startsWith(at, end, "<?")) {
            at = behind(at, end, "?>");
        } else if (startsWith(at, end, "</")) {
            XmlElement &element = m_elements[size_t(open.back())];
            element.contentEnd = at - begin;
            at = behindTag(at, end);
            element.end = at - begin;
            element.after = size();
            open.pop_back();
        } else {
            XmlElement element;
            element.name = nameAt(at + 1, end);
            element.localName = xml::localPart(element.name);
            element.begin = at - begin;
            at = behindTag(at, end);
            element.contentBegin = element.contentEnd = element.end = at - begin;
            element.parent = open.empty() ? -1 : open.back();
            element.after = size() + 1;
            if (at[-2] != '/')
                open.push_back(size());
            m_elements.push_back(element);
        }
    }
}

int XmlOutline::child(int element, QByteArrayView localName) const
{
    for (int i = element + 1; i < at(element).after; i = at(i).after)
        if (is(i, localName))
            return i;
    return -1;
}

QList<int> XmlOutline::children(int element, QByteArrayView localName) const
{
    QList<int> found;
    for (int i = element + 1; i < at(element).after; i = at(i).after)
        if (is(i, localName))
            found.append(i);
    return found;
}

QList<int> XmlOutline::inside(int element, QByteArrayView localName) const
{
    QList<int> found;
    for (int i = element + 1; i < at(element).after; ++i)
        if (is(i, localName))
            found.append(i);
    return found;
}

int XmlOutline::around(int element, QByteArrayView localName) const
{
    int i = at(element).parent;
    while (i >= 0 && !is(i, localName))
        i = at(i).parent;
    return i;
}

XmlSpan XmlOutline::valueOf(int element, QByteArrayView name) const
{
    const QByteArrayView tag = startTag(element);
    const char *at = tag.data() + 1 + this->at(element).name.size();
    const char *const end = tag.data() + tag.size();
    while (at < end) {
        at = xml::skipBlanks(at, end);
        const QByteArrayView found = nameAt(at, end);
        if (found.isEmpty())
            return {};
        at = xml::skipBlanks(at + found.size(), end); // "="
        at = xml::skipBlanks(at + 1, end);
        const char quote = *at++;
        const char *close = xml::find(at, end, quote);
        if (found == name)
            return {at - m_xml.constData(), close - m_xml.constData()};
        at = close + 1;
    }
    return {};
}

QString XmlOutline::attribute(int element, QByteArrayView name) const
{
    const XmlSpan span = valueOf(element, name);
    if (span.begin == 0)
        return {};
    const QByteArrayView raw = bytes(span.begin, span.end);
    return raw.isEmpty() ? u""_s : xml::decodedValue(raw);
}

QString XmlOutline::textOf(int element) const
{
    struct Texts : XmlVisitor {
        QByteArray all;
        void start(const XmlTag &) override { }
        void end(QByteArrayView) override { }
        void text(QByteArrayView piece) override { all.append(piece); }
    } texts;
    XmlScanner scanner(&texts);
    scanner.feed(bytes(element));
    return QString::fromUtf8(texts.all);
}

Result<QByteArray> spliced(QByteArrayView bytes, QList<XmlSplice> splices)
{
    std::stable_sort(splices.begin(), splices.end(),
                     [](const XmlSplice &a, const XmlSplice &b) { return a.begin < b.begin; });
    QByteArray out;
    out.reserve(bytes.size() + bytes.size() / 8);
    qsizetype done = 0;
    for (const XmlSplice &one : splices) {
        if (one.begin < done)
            return Error{Error::Kind::Invalid, u"expected changes apart from one another but two share byte %1"_s.arg(one.begin),
                         u"xml.overlap"_s};
        out.append(bytes.sliced(done, one.begin - done)).append(one.bytes);
        done = one.end;
    }
    out.append(bytes.sliced(done));
    return out;
}

} // namespace naru
