#include "shared_strings.h"

#include "core/xml_scanner.h"

#include "cell_value.h"
#include "sheet_part.h"

namespace naru {

// Takes the text of <si><t> and <si><r><t>, not of <si><rPh><t>.
class SharedStringVisitor : public XmlVisitor {
public:
    explicit SharedStringVisitor(SharedStrings &strings)
        : m_strings(strings)
    {
    }

    void start(const XmlTag &tag) override
    {
        ++m_depth;
        if (tag.localName == "rPh")
            m_phonetic = m_depth;
        else if (tag.localName == "t" && !m_phonetic)
            m_inText = true;
    }

    void end(QByteArrayView localName) override
    {
        m_inText = false;
        if (m_phonetic == m_depth)
            m_phonetic = 0;
        --m_depth;
        if (localName != "si")
            return;
        if (m_text.contains("_x"))
            m_text = unescaped(QString::fromUtf8(m_text)).toUtf8();
        m_strings.m_bytes.append(m_text);
        m_strings.m_ends.push_back(quint32(m_strings.m_bytes.size()));
        m_text.resize(0);
    }

    void text(QByteArrayView piece) override
    {
        if (m_inText)
            m_text.append(piece);
    }

private:
    SharedStrings &m_strings;
    QByteArray m_text;
    int m_depth = 0;
    int m_phonetic = 0; // the depth of <rPh>, 0 outside
    bool m_inText = false;
};

Result<SharedStrings> SharedStrings::read(const ZipReader &zip, const QString &part)
{
    SharedStrings strings;
    SharedStringVisitor visitor(strings);
    XmlScanner scanner(&visitor, partLimits());
    if (const Status status = scanPart(zip, part, scanner); !status)
        return status.error();
    strings.m_bytes.squeeze();
    return strings;
}

QString SharedStrings::at(qsizetype index) const
{
    const quint32 begin = index ? m_ends[size_t(index) - 1] : 0;
    return QString::fromUtf8(m_bytes.constData() + begin, qsizetype(m_ends[size_t(index)] - begin));
}

} // namespace naru
