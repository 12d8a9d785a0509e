#include "ui/fuzzy.h"

#include "core/hangul.h"

#include <algorithm>

namespace naru::ui {

namespace {

constexpr int firstSyllable = 0xAC00;

// Vowels by their number in a syllable: ㅗ 8, ㅜ 13, ㅡ 18, each followed by those that begin with it.
bool mayBecome(int typed, int vowel)
{
    const int more = typed == 8 || typed == 13 ? 3 : typed == 18 ? 1 : 0;
    return vowel >= typed && vowel <= typed + more;
}

bool agrees(QChar typed, QChar there)
{
    if (typed == there)
        return true;
    if (!isHangulSyllable(there))
        return false;
    if (isInitialConsonants(QStringView(&typed, 1)))
        return initialConsonants(QStringView(&there, 1)).at(0) == typed;
    const int open = typed.unicode() - firstSyllable;
    if (!isHangulSyllable(typed) || open % 28 != 0)
        return false;
    // An open syllable may still get its final consonant, and ㅗ ㅜ ㅡ may still become ㅘ ㅝ ㅢ.
    const int whole = (there.unicode() - firstSyllable) / 28;
    return whole / 21 == open / 588 && mayBecome(open / 28 % 21, whole % 21);
}

qsizetype pieceAt(const QString &typed, const QString &text)
{
    for (qsizetype from = 0; from + typed.size() <= text.size(); ++from)
        if (std::equal(typed.begin(), typed.end(), text.begin() + from, agrees))
            return from;
    return -1;
}

bool scattered(const QString &typed, const QString &text)
{
    qsizetype at = 0;
    for (const QChar c : text)
        if (at < typed.size() && agrees(typed[at], c))
            ++at;
    return at == typed.size();
}

} // namespace

int fuzzyScore(QStringView typed, QStringView text)
{
    const QString wanted = normalizeForMatch(typed);
    const QString there = normalizeForMatch(text);
    if (wanted.isEmpty() || wanted.size() > there.size())
        return wanted.isEmpty() ? 1 : 0;
    const int brevity = std::max<int>(0, 100 - static_cast<int>(there.size()));
    const qsizetype piece = pieceAt(wanted, there);
    if (piece >= 0)
        return (piece == 0 ? 2000 : 1000) + brevity;
    return scattered(wanted, there) ? 100 + brevity : 0;
}

} // namespace naru::ui
