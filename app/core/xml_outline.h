// Where each element of an XML text begins and ends, in bytes: for changes that leave every other byte as it is.
#pragma once

#include "core/xml_scanner.h"

#include <QList>

namespace naru {

struct XmlElement {
    QByteArrayView name; // as written: "hp:tc"
    QByteArrayView localName;
    qsizetype begin = 0; // of its start tag
    qsizetype contentBegin = 0; // behind its start tag
    qsizetype contentEnd = 0; // of its end tag; that of <a/> is contentBegin
    qsizetype end = 0; // behind it
    int parent = -1;
    int after = 0; // the next element that does not stand inside this one; may be the number of elements
    bool isClosed() const { return end == contentEnd; } // <a/>
};

struct XmlSpan {
    qsizetype begin = 0;
    qsizetype end = 0;
};

struct XmlSplice {
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray bytes; // in their place
};

class XmlOutline {
public:
    // Proves the text well-formed by the rules of XmlScanner. Invalid: its codes, and "xml.encoding" for UTF-16, of
    // which the bytes are not the text.
    static Result<XmlOutline> of(const QByteArray &xml, const XmlLimits &limits = {});

    const QByteArray &xml() const { return m_xml; }
    int size() const { return int(m_elements.size()); } // in the order of their start tags; 0 is the root
    const XmlElement &at(int element) const { return m_elements[size_t(element)]; }
    bool is(int element, QByteArrayView localName) const { return at(element).localName == localName; }

    // The first child of this name, -1 where there is none.
    int child(int element, QByteArrayView localName) const;
    QList<int> children(int element, QByteArrayView localName) const;
    // Every element of this name inside, in order.
    QList<int> inside(int element, QByteArrayView localName) const;
    // The nearest element of this name around it, -1 where there is none.
    int around(int element, QByteArrayView localName) const;

    // The value with references decoded, null where there is no such attribute. By the name as written.
    QString attribute(int element, QByteArrayView name) const;
    // Where its value stands between the quotes; {0, 0} where there is no such attribute.
    XmlSpan valueOf(int element, QByteArrayView name) const;
    // All character data inside, decoded.
    QString textOf(int element) const;

    QByteArrayView bytes(qsizetype begin, qsizetype end) const { return QByteArrayView(m_xml).sliced(begin, end - begin); }
    QByteArrayView bytes(int element) const { return bytes(at(element).begin, at(element).end); }
    QByteArrayView startTag(int element) const { return bytes(at(element).begin, at(element).contentBegin); }

private:
    void index();

    QByteArray m_xml;
    std::vector<XmlElement> m_elements;
};

// The bytes with all splices done; those at one place are done in the order given. Invalid ("xml.overlap") where two of
// them change the same bytes.
Result<QByteArray> spliced(QByteArrayView bytes, QList<XmlSplice> splices);

} // namespace naru
