#include "text_run.h"

#include <algorithm>
#include <utility>

namespace naru::opendocument {

void TextRun::add(QStringView characters)
{
    for (const QChar c : characters) {
        const bool isSpace = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
        if (!isSpace)
            m_text += c;
        else if (!m_isOpen && !m_text.isEmpty())
            m_text += u' ';
        m_isOpen = isSpace;
    }
}

void TextRun::addBlanks(const QString &count)
{
    constexpr int most = 1000; // more would only cost memory
    m_text += QString(std::clamp(count.isEmpty() ? 1 : count.toInt(), 1, most), u' ');
    m_isOpen = false;
}

void TextRun::addWhole(QStringView text)
{
    m_text += text;
    m_isOpen = false;
}

QString TextRun::take()
{
    if (m_isOpen && m_text.endsWith(u' '))
        m_text.chop(1);
    m_isOpen = false;
    return std::exchange(m_text, {});
}

} // namespace naru::opendocument
