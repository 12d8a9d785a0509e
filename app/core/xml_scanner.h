// The policy of the door to XML from outside (RELIABILITY S1–S4), as a push scanner that works through any length of input
// in constant memory: no DTD, no entity but the five, caps on depth, elements, attributes, text, and names, well-formed
// UTF-8 or UTF-16. SafeXml lets QXmlStreamReader see only what a scanner has passed; the cells of a spreadsheet, which come
// by the million, are taken from the scanner itself.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace naru {

struct XmlLimits {
    qint64 bytes = 64LL << 20;
    int depth = 256;
    qint64 elements = 1'000'000;
    int attributes = 256; // of one element
    qint64 text = 16LL << 20; // of one text node, comment, or instruction; bytes of UTF-8
    int name = 1024;
};

// A start tag while the scanner stands on it. The views end with the call.
class XmlTag {
public:
    QByteArrayView name; // as written
    QByteArrayView localName; // without the prefix

    // The value as written, for plain ones like "A5"; empty if absent. By the name as written.
    QByteArrayView raw(QByteArrayView attribute) const
    {
        for (const Attribute &one : m_attributes)
            if (equal(one.name, attribute))
                return one.value;
        return {};
    }
    // The value with references decoded, null if absent. By the local name.
    QString value(QByteArrayView localAttribute) const;

private:
    friend class XmlScanner;
    struct Attribute {
        QByteArrayView name;
        QByteArrayView value;
    };
    // Names are short: a call to memcmp costs more than they do.
    static bool equal(QByteArrayView a, QByteArrayView b)
    {
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
    }

    std::vector<Attribute> m_attributes;
};

class XmlVisitor {
public:
    virtual ~XmlVisitor() = default;
    virtual void start(const XmlTag &tag) = 0;
    virtual void end(QByteArrayView localName) = 0;
    // UTF-8, references decoded, line ends normalised. One text may come in several pieces.
    virtual void text(QByteArrayView piece) = 0;
};

class XmlScanner {
public:
    // REQUIRES: the visitor, if any, outlives the scanner. Without one the scanner only checks.
    explicit XmlScanner(XmlVisitor *visitor, const XmlLimits &limits = {});

    // Takes the next bytes; false once something was refused or the visitor has asked to stop.
    bool feed(QByteArrayView block);
    // Says that the input is complete.
    Status finish();
    // No more calls to the visitor; not an error. May be called from the visitor.
    void stop() { m_stopped = true; }
    // Ok so far, or Invalid with code "xml.dtd" | "xml.limit" | "xml.malformed" and the line.
    Status status() const;
    int depth() const { return int(m_open.size()); } // 1 inside the root

private:
    // What a token that reaches beyond the block is part of.
    enum class Inside { Content, Comment, CharacterData };

    void scan(QByteArrayView bytes);
    const char *takeText(const char *at, const char *end);
    const char *takeMarkup(const char *at, const char *end);
    const char *takeDeclaration(const char *at, const char *end);
    const char *takeInstruction(const char *at, const char *end);
    const char *takeUntil(const char *at, const char *end, QByteArrayView close);
    const char *takeStart(const char *at, const char *end);
    const char *takeAttribute(const char *at, const char *end);
    const char *takeName(const char *at, const char *end, qsizetype *colon);
    const char *takeEnd(const char *at, const char *end);
    bool open(QByteArrayView name);
    void close();
    void deliver(QByteArrayView piece, bool references, bool plain);
    bool decode(QByteArrayView raw, bool references, QByteArray &into);
    QByteArrayView innermost() const { return QByteArrayView(m_names).sliced(qsizetype(m_open.back())); }
    bool checkDeclaration(QByteArrayView content);
    bool begin(QByteArrayView &block);
    bool charge(qint64 size);
    const char *refuse(const char *code, const char *text);

    XmlVisitor *m_visitor;
    XmlLimits m_limits;
    std::optional<Error> m_error;
    std::optional<QStringDecoder> m_decoder; // from UTF-16, and on to UTF-8
    std::optional<QStringEncoder> m_encoder;
    QByteArray m_rest; // an incomplete token at the end of the last block
    QByteArray m_undone; // the same, once it is decoded
    QByteArray m_scratch;
    std::string m_names; // of the open elements, end to end
    std::vector<size_t> m_open; // where each begins in m_names
    XmlTag m_tag;
    Inside m_inside = Inside::Content;
    qint64 m_bytes = 0;
    qint64 m_elements = 0;
    qint64 m_text = 0; // size of the text node so far
    qint64 m_lines = 1; // before m_begin
    const char *m_begin = nullptr; // of the bytes at hand
    const char *m_at = nullptr; // the token at hand
    bool m_begun = false;
    bool m_rooted = false;
    bool m_stopped = false;
};

} // namespace naru
