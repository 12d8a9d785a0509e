#include "ods_text.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace naru::opendocument {

namespace {

// One line of a text as <text:p>: blanks that would be collapsed, and tabs, are elements.
void writeLine(QXmlStreamWriter &xml, QStringView line)
{
    xml.writeStartElement(u"text:p"_s);
    for (qsizetype at = 0; at < line.size();) {
        qsizetype end = at;
        while (end < line.size() && line[end] == u' ')
            ++end;
        const qsizetype blanks = end - at;
        const bool isInner = blanks == 1 && at > 0 && end < line.size() && line[at - 1] != u'\t' && line[end] != u'\t';
        if (blanks > 0 && !isInner) {
            constexpr qsizetype most = 1000;
            for (qsizetype left = blanks; left > 0; left -= most) {
                xml.writeEmptyElement(u"text:s"_s);
                xml.writeAttribute(u"text:c"_s, QString::number(std::min(left, most)));
            }
            at = end;
            continue;
        }
        if (line[at] == u'\t') {
            xml.writeEmptyElement(u"text:tab"_s);
            ++at;
            continue;
        }
        end = at + (isInner ? 1 : 0);
        while (end < line.size() && line[end] != u' ' && line[end] != u'\t')
            ++end;
        xml.writeCharacters(line.sliced(at, end - at).toString());
        at = end;
    }
    xml.writeEndElement();
}

} // namespace

QString xmlText(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair)
            clean += c;
        if (isPair)
            clean += text[++i];
        else if (c.isSurrogate() || c.unicode() >= 0xFFFE)
            clean += QChar::ReplacementCharacter;
        else if (c.unicode() >= 0x20 || c == u'\n' || c == u'\t')
            clean += c;
    }
    return clean;
}

void writeText(QXmlStreamWriter &xml, const QString &text)
{
    const QString clean = xmlText(text);
    for (const QStringView line : QStringView(clean).split(u'\n'))
        writeLine(xml, line);
}

} // namespace naru::opendocument
