#include "plain_text.h"

#include <QStringDecoder>

namespace naru {

namespace {

Error undecodable(const QString &text) { return Error{Error::Kind::Invalid, text, u"csv.encoding"_s}; }

Result<QString> decoded(QStringDecoder decoder, QByteArrayView bytes)
{
    if (!decoder.isValid())
        return Error{Error::Kind::Failed, u"expected Qt to know windows-949 but it does not"_s};
    QString text = decoder.decode(bytes);
    // The error flag does not tell of every byte that has no character.
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
        return undecodable(u"expected text in UTF-8 or windows-949 but found other bytes"_s);
    return text;
}

// Whether it is UTF-8 but for a character that is cut off at the end.
bool isCutUtf8(QByteArrayView bytes)
{
    for (int missing = 1; missing <= 3 && missing < bytes.size(); ++missing) {
        const auto lead = static_cast<unsigned char>(bytes[bytes.size() - missing]);
        const QByteArrayView before = bytes.chopped(missing);
        if (lead < 0x80)
            return false;
        if (lead >= 0xc0)
            return before.isValidUtf8() && QString::fromUtf8(before).size() < before.size();
    }
    return false;
}

} // namespace

Result<QString> decodeText(const QByteArray &bytes)
{
    Result<QString> text = QString();
    if (bytes.startsWith("\xff\xfe"))
        text = decoded(QStringDecoder(QStringDecoder::Utf16LE), bytes);
    else if (bytes.startsWith("\xfe\xff"))
        text = decoded(QStringDecoder(QStringDecoder::Utf16BE), bytes);
    else if (bytes.startsWith("\xef\xbb\xbf") || QByteArrayView(bytes).isValidUtf8())
        text = decoded(QStringDecoder(QStringDecoder::Utf8), bytes);
    else if (isCutUtf8(bytes))
        return Error{Error::Kind::Invalid, u"expected a whole file but it ends within a character"_s, u"csv.truncated"_s};
    else
        text = decoded(QStringDecoder("windows-949"), bytes);
    if (text && text->contains(QChar(0)))
        return undecodable(u"expected text but found a zero byte"_s);
    return text;
}

} // namespace naru
