#include "core/official_text.h"

#include <algorithm>
#include <array>

namespace naru {

namespace {

const QString end = u"  끝."_s; // two columns
constexpr int mostItems = 84; // 하 … 히

// 가 … 하, then 거 … 허, 고 … 호, 구 … 후, 그 … 흐, 기 … 히.
QChar syllable(int number)
{
    constexpr std::array initials{0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18}; // without the doubled consonants
    constexpr std::array vowels{0, 4, 8, 13, 18, 20}; // ㅏ ㅓ ㅗ ㅜ ㅡ ㅣ
    const int count = int(initials.size());
    const int vowel = std::min(number / count, int(vowels.size()) - 1);
    return QChar(0xAC00 + (initials[size_t(number % count)] * 21 + vowels[size_t(vowel)]) * 28);
}

} // namespace

QString itemMark(int level, int number)
{
    const int index = std::max(number, 1) - 1;
    const QString digits = QString::number(index + 1);
    switch (std::clamp(level, 0, mostItemLevels - 1)) {
    case 0:
        return digits + u'.';
    case 1:
        return syllable(index) + u"."_s;
    case 2:
        return digits + u')';
    case 3:
        return syllable(index) + u")"_s;
    case 4:
        return u'(' + digits + u')';
    case 5:
        return u'(' + QString(syllable(index)) + u')';
    case 6:
        return index < 20 ? QString(QChar(0x2460 + index)) : u'(' + digits + u')';
    default:
        return index < 14 ? QString(QChar(0x326E + index)) : u'(' + QString(syllable(index)) + u')';
    }
}

int itemLevel(QStringView line)
{
    const qsizetype blank = line.indexOf(u' ');
    if (blank < 1 || blank > 4) // "(12)"
        return -1;
    const QString mark = line.first(blank).toString();
    for (int level = 0; level < mostItemLevels; ++level)
        for (int number = 1; number <= mostItems; ++number)
            if (itemMark(level, number) == mark)
                return level;
    return -1;
}

QList<Block> numberedItems(const QList<Item> &items, int level)
{
    QList<Block> blocks;
    const int depth = std::min(level, mostItemLevels - 1);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString mark = items.size() > 1 ? itemMark(depth, int(i) + 1) + u' ' : QString();
        blocks.append(Paragraph{mark + items[i].text, u"item"_s + QString::number(depth + 1), {}});
        blocks.append(numberedItems(items[i].items, level + 1));
    }
    return blocks;
}

void closeWithEnd(QList<Block> &body)
{
    auto *last = body.isEmpty() ? nullptr : std::get_if<Paragraph>(&body.last());
    if (!last)
        body.append(Paragraph{end, u"body"_s, {}});
    else if (!last->text.endsWith(end))
        last->text += end;
}

} // namespace naru
