#include "core/safe_xml.h"

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace naru {

namespace {

constexpr qint64 blockSize = 16 << 10;

// Hands the input to QXmlStreamReader block by block, and only blocks that the scanner has passed: Qt 6.4 takes 928 MB for
// deep nesting and quadratic time for many attributes before it could be asked to stop.
class GuardedDevice : public QIODevice {
public:
    GuardedDevice(const QByteArray &bytes, QIODevice *device, const XmlLimits &limits)
        : m_bytes(bytes)
        , m_device(device)
        , m_scanner(nullptr, limits)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    Status status() const { return m_status; }

protected:
    qint64 readData(char *target, qint64 most) override
    {
        if (m_passed.isEmpty() && !fetch())
            return -1;
        const qint64 size = std::min<qint64>(most, m_passed.size());
        std::memcpy(target, m_passed.data(), size_t(size));
        m_passed = m_passed.sliced(size);
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool fetch()
    {
        if (m_device) {
            m_block = m_device->read(blockSize);
            m_passed = m_block;
        } else {
            m_passed = QByteArrayView(m_bytes).sliced(m_done, std::min<qint64>(blockSize, m_bytes.size() - m_done));
            m_done += m_passed.size();
        }
        if (!m_passed.isEmpty() && m_scanner.feed(m_passed))
            return true;
        m_status = m_passed.isEmpty() ? m_scanner.finish() : m_scanner.status();
        m_passed = {};
        return false;
    }

    QByteArray m_bytes;
    QIODevice *m_device;
    XmlScanner m_scanner;
    Status m_status;
    QByteArray m_block;
    QByteArrayView m_passed;
    qint64 m_done = 0;
};

} // namespace

struct SafeXml::Reader {
    Reader(const QByteArray &bytes, QIODevice *source, const XmlLimits &limits)
        : device(bytes, source, limits)
        , xml(&device)
    {
    }

    GuardedDevice device;
    QXmlStreamReader xml;
    QXmlStreamAttributes attributes;
    int depth = 0;
};

SafeXml::SafeXml(const QByteArray &bytes, const XmlLimits &limits)
    : m_reader(std::make_unique<Reader>(bytes, nullptr, limits))
{
}

SafeXml::SafeXml(QIODevice *device, const XmlLimits &limits)
    : m_reader(std::make_unique<Reader>(QByteArray(), device, limits))
{
}

SafeXml::~SafeXml() = default;

bool SafeXml::next()
{
    if (m_reader->xml.atEnd())
        return false;
    if (m_reader->xml.tokenType() == QXmlStreamReader::EndElement)
        --m_reader->depth;
    switch (m_reader->xml.readNext()) {
    case QXmlStreamReader::StartElement:
        ++m_reader->depth;
        m_reader->attributes = m_reader->xml.attributes();
        return true;
    case QXmlStreamReader::NoToken:
    case QXmlStreamReader::Invalid:
    case QXmlStreamReader::EndDocument:
    case QXmlStreamReader::DTD: // never passed by the scanner
        return false;
    default:
        return true;
    }
}

QXmlStreamReader::TokenType SafeXml::token() const { return m_reader->xml.tokenType(); }
bool SafeXml::isStart(QStringView localName) const { return m_reader->xml.isStartElement() && name() == localName; }
bool SafeXml::isEnd(QStringView localName) const { return m_reader->xml.isEndElement() && name() == localName; }
QStringView SafeXml::name() const { return m_reader->xml.name(); }
QStringView SafeXml::namespaceUri() const { return m_reader->xml.namespaceUri(); }
QStringView SafeXml::text() const { return m_reader->xml.text(); }

QString SafeXml::attribute(QStringView localName) const
{
    for (const QXmlStreamAttribute &one : m_reader->attributes)
        if (one.name() == localName)
            return one.value().isEmpty() ? u""_s : one.value().toString();
    return {};
}

const QXmlStreamAttributes &SafeXml::attributes() const { return m_reader->attributes; }
int SafeXml::depth() const { return m_reader->depth; }
const QXmlStreamReader &SafeXml::current() const { return m_reader->xml; }

void SafeXml::skip()
{
    const int outer = m_reader->depth;
    while (next())
        if (m_reader->xml.isEndElement() && m_reader->depth == outer)
            return;
}

Status SafeXml::status() const
{
    if (const Status refused = m_reader->device.status(); !refused)
        return refused;
    if (!m_reader->xml.hasError())
        return {};
    return Error{Error::Kind::Invalid,
                 u"expected well-formed XML but "_s + m_reader->xml.errorString() + u" in line "_s
                     + QString::number(m_reader->xml.lineNumber()),
                 u"xml.malformed"_s};
}

} // namespace naru
