#include "engine/bpmn/xml_encoding.h"

#include "core/xml_scanner.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace naru::bpmn {

namespace {

// A declaration is short; what stands further away is not one.
constexpr qsizetype declarationSize = 1024;

const QRegularExpression &declaration()
{
    static const QRegularExpression pattern(u"\\A(<\\?xml\\s[^>]*?)(\\sencoding\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'))"_s);
    return pattern;
}

Error refusal(const QString &what)
{
    return {Error::Kind::Invalid, u"expected XML in a known encoding but "_s + what, u"xml.encoding"_s};
}

Result<QByteArray> decoded(const QByteArray &bytes, QStringDecoder &decoder, const QString &name)
{
    QString text = decoder.decode(bytes);
    // A byte that the encoding does not have becomes a replacement, or an error, by the decoder.
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
        return refusal(u"found other bytes than those of '"_s + name + u'\'');
    if (const auto match = declaration().match(text.first(std::min(text.size(), declarationSize))); match.hasMatch())
        text.remove(match.capturedStart(2), match.capturedLength(2));
    return text.toUtf8();
}

// UTF-32, by its mark or by the first letter.
std::optional<QStringConverter::Encoding> wideEncoding(const QByteArray &bytes)
{
    const QByteArrayView first = QByteArrayView(bytes).first(std::min<qsizetype>(4, bytes.size()));
    if (first == QByteArrayView("\xff\xfe\0\0", 4) || first == QByteArrayView("<\0\0\0", 4))
        return QStringConverter::Utf32LE;
    if (first == QByteArrayView("\0\0\xfe\xff", 4) || first == QByteArrayView("\0\0\0<", 4))
        return QStringConverter::Utf32BE;
    return {};
}

} // namespace

Result<QByteArray> readableXml(const QByteArray &bytes)
{
    if (bytes.size() > XmlLimits().bytes)
        return Error{Error::Kind::Invalid, u"expected less XML but it is too large"_s, u"xml.limit"_s};
    if (const auto wide = wideEncoding(bytes)) {
        QStringDecoder decoder(*wide);
        return decoded(bytes, decoder, u"UTF-32"_s);
    }
    // Whatever is not ASCII at its beginning goes to SafeXml, which knows the rest or refuses it.
    const auto match = declaration().match(QString::fromLatin1(bytes.first(std::min(bytes.size(), declarationSize))));
    if (!match.hasMatch())
        return bytes;
    const QString name = match.captured(3) + match.captured(4);
    const QString lower = name.toLower();
    if (lower.startsWith(u"utf-8") || lower == u"utf8" || lower.startsWith(u"utf-16") || lower == u"us-ascii")
        return bytes;
    QStringDecoder decoder(name.toLatin1().constData());
    if (name.isEmpty() || !decoder.isValid())
        return refusal(u"'"_s + name + u"' is none"_s);
    return decoded(bytes, decoder, name);
}

} // namespace naru::bpmn
