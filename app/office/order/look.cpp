#include "office/order/look.h"

#include "core/hangul.h"
#include "core/result.h"

#include <algorithm>
#include <array>
#include <vector>

namespace naru::office {

namespace {

constexpr int alike = 2;
constexpr int unlike = 4;
constexpr int mostOfSyllable = 8;
constexpr int lostSyllable = 6;
constexpr int lostSign = 1;

// Jamo by their place in a syllable (Unicode 3.12): those of one row are taken for one another in print.
using Row = std::u16string_view;
constexpr std::array<Row, 9> initialsAlike{u"ㄱㄲㅋ", u"ㄷㄸㅌㄹㄴ", u"ㅂㅃㅍㅁ", u"ㅅㅆㅈㅊㅉ", u"ㅇㅎㅁ", u"ㅊㅎ", u"ㅇㅅ", u"ㄱㅈ", u"ㄹㅌㅍ"};
constexpr std::array<Row, 11> medialsAlike{u"ㅏㅑㅐㅣ", u"ㅓㅕㅔㅣ", u"ㅐㅔㅒㅖㅓ", u"ㅗㅛㅜㅡ", u"ㅜㅠㅡㅝ", u"ㅘㅏㅗㅙ", u"ㅝㅓㅟㅞ",
                                           u"ㅢㅡㅣㅟ", u"ㅚㅗㅣㅟㅙ", u"ㅕㅖㅓ", u"ㅏㅓ"};
constexpr std::array<Row, 8> finalsAlike{u"ㄱㄲㅋ", u"ㄴㄷㄹㅌ", u"ㅁㅂㅇㅍ", u"ㅅㅆㅈㅊ", u"ㅇㄴㅁㅎ", u"ㄹㅂㅁㄺ", u" ㄴㄱㅅㅇ", u"ㄴㅅ"};
constexpr Row initials = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr Row medials = u"ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr Row finals = u" ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
constexpr std::array<Row, 6> signsAlike{u"0oOㅇ○", u"1lI|!ㅣ", u"-–—=~ㅡ_", u".,·ㆍ:;", u"8B", u"5S"};

template <size_t count> int costOf(char16_t a, char16_t b, const std::array<Row, count> &rows)
{
    if (a == b)
        return 0;
    for (const Row &row : rows)
        if (row.find(a) != Row::npos && row.find(b) != Row::npos)
            return alike;
    return unlike;
}

int substitution(QChar a, QChar b)
{
    if (a == b)
        return 0;
    if (!isHangulSyllable(a) || !isHangulSyllable(b))
        return costOf(a.unicode(), b.unicode(), signsAlike) == alike ? alike : mostOfSyllable;
    const auto x = size_t(a.unicode() - 0xAC00);
    const auto y = size_t(b.unicode() - 0xAC00);
    const int cost = costOf(initials[x / 588], initials[y / 588], initialsAlike)
        + costOf(medials[x % 588 / 28], medials[y % 588 / 28], medialsAlike)
        + costOf(finals[x % 28], finals[y % 28], finalsAlike);
    return std::min(cost, mostOfSyllable);
}

int loss(QChar c) { return c.isLetterOrNumber() ? lostSyllable : lostSign; }

} // namespace

int lookDistance(QStringView read, QStringView word)
{
    const QString a = normalizeForMatch(read);
    const QString b = normalizeForMatch(word);
    std::vector<int> row(size_t(b.size()) + 1, 0);
    for (qsizetype j = 0; j < b.size(); ++j)
        row[size_t(j) + 1] = row[size_t(j)] + loss(b[j]);
    for (const QChar one : a) {
        int corner = row[0];
        row[0] += loss(one);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int above = row[size_t(j) + 1];
            row[size_t(j) + 1] = std::min({above + loss(one), row[size_t(j)] + loss(b[j]), corner + substitution(one, b[j])});
            corner = above;
        }
    }
    return row.back();
}

std::optional<qsizetype> meantAmong(QStringView read, const QStringList &words)
{
    constexpr int farthest = 10;
    constexpr int clearly = 4;
    const QString plain = normalizeForMatch(read);
    int best = 1000;
    int second = 1000;
    qsizetype found = -1;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (std::abs(words[i].size() - plain.size()) > 6)
            continue;
        const int distance = lookDistance(plain, words[i]);
        if (distance < best) {
            second = best;
            best = distance;
            found = i;
        } else if (found < 0 || words[i] != words[found]) {
            second = std::min(second, distance);
        }
    }
    const int mostHere = std::min<int>(farthest, int(plain.size()) * alike);
    if (found < 0 || best > mostHere || second - best < clearly)
        return std::nullopt;
    return found;
}

std::optional<QString> meantWord(QStringView read, const QStringList &words)
{
    const std::optional<qsizetype> found = meantAmong(read, words);
    return found ? std::optional<QString>(words[*found]) : std::nullopt;
}

} // namespace naru::office
