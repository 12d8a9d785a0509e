// The one door to XML from outside (RELIABILITY S1–S4): no DTD, depth ≤ 256, caps on elements, attributes, text, names;
// no entity but the five; never QDom, never recursion.
#pragma once

#include "core/xml_scanner.h"

#include <QXmlStreamReader>

#include <memory>

class QIODevice;

namespace naru {

// A QXmlStreamReader that stops with an error at the first thing that it must not read. Use it like one: while
// (xml.next()) switch (xml.token()) …, then ask status().
class SafeXml {
public:
    explicit SafeXml(const QByteArray &bytes, const XmlLimits &limits = {});
    // Reads from an open device, in blocks. REQUIRES: the device outlives the reader.
    explicit SafeXml(QIODevice *device, const XmlLimits &limits = {});
    ~SafeXml();

    // Goes to the next token; false at the end or at an error.
    bool next();
    QXmlStreamReader::TokenType token() const;
    bool isStart(QStringView localName) const;
    bool isEnd(QStringView localName) const;
    QStringView name() const; // local name
    QStringView namespaceUri() const;
    QStringView text() const;
    // Value of an attribute by its local name, null if absent.
    QString attribute(QStringView localName) const;
    const QXmlStreamAttributes &attributes() const;
    int depth() const; // 1 at the root
    // The token as Qt sees it: prefix, namespace declarations, CDATA, instruction, line.
    const QXmlStreamReader &current() const;

    // Consumes everything up to the end of the current element, counting depth. REQUIRES: token() is a start.
    void skip();

    // Ok, or Invalid with code "xml.dtd" | "xml.limit" | "xml.malformed" and the line.
    Status status() const;

private:
    struct Reader;
    std::unique_ptr<Reader> m_reader;
};

} // namespace naru
