#include "core/hangul.h"

#include "core/result.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace naru {

namespace {

constexpr char16_t firstSyllable = 0xAC00;
constexpr char16_t lastSyllable = 0xD7A3;

constexpr std::array<char16_t, 19> initials{u'ㄱ', u'ㄲ', u'ㄴ', u'ㄷ', u'ㄸ', u'ㄹ', u'ㅁ', u'ㅂ', u'ㅃ', u'ㅅ',
                                            u'ㅆ', u'ㅇ', u'ㅈ', u'ㅉ', u'ㅊ', u'ㅋ', u'ㅌ', u'ㅍ', u'ㅎ'};

QChar folded(QChar c)
{
    const char16_t u = c.unicode();
    constexpr std::array<char16_t, 10> middleDots{0x318D, 0x00B7, 0x2027, 0x30FB, 0x2022,
                                                  0x119E, 0xFF65, 0x2024, 0x2219, 0x22C5};
    if (std::find(middleDots.begin(), middleDots.end(), u) != middleDots.end())
        return u'·';
    if (u == 0x2018 || u == 0x2019 || u == 0x02BB || u == 0x02BC)
        return u'\'';
    if (u == 0x201C || u == 0x201D)
        return u'"';
    if (u == 0x2013 || u == 0x2014 || u == 0x2212 || u == 0x2010 || u == 0x2011)
        return u'-';
    if (u == 0x223C || u == 0x301C || u == 0xFF5E)
        return u'~';
    if (u >= 0xFF01 && u <= 0xFF5E)
        return QChar(static_cast<char16_t>(u - 0xFEE0));
    return c;
}

bool isIgnored(QChar c)
{
    const char16_t u = c.unicode();
    return c.isSpace() || u == 0x200B || u == 0x200C || u == 0x200D || u == 0xFEFF || u == 0x00AD || u == 0x3164
        || (u >= 0xE000 && u <= 0xF8FF) || c.category() == QChar::Other_Control;
}

// The jamo of a syllable, or the character itself.
QString jamo(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (isHangulSyllable(c)) {
            const int index = c.unicode() - firstSyllable;
            out += QChar(static_cast<char16_t>(0x1100 + index / 588));
            out += QChar(static_cast<char16_t>(0x1161 + index % 588 / 28));
            if (index % 28)
                out += QChar(static_cast<char16_t>(0x11A7 + index % 28));
        } else {
            out += c;
        }
    }
    return out;
}

enum class LastSound { Vowel, Consonant, Rieul };

// How the word ends when it is read aloud; what stands in brackets behind it is not read.
LastSound lastSound(QStringView word)
{
    if (word.endsWith(u')') && word.lastIndexOf(u'(') > 0)
        word = word.left(word.lastIndexOf(u'('));
    while (!word.isEmpty() && !word.back().isLetterOrNumber())
        word.chop(1);
    if (word.isEmpty())
        return LastSound::Vowel;
    const QChar last = word.back();
    if (isHangulSyllable(last)) {
        const int final = (last.unicode() - firstSyllable) % 28;
        return final == 0 ? LastSound::Vowel : final == 8 ? LastSound::Rieul : LastSound::Consonant;
    }
    // 일 칠 팔, 엘 알; 영 삼 육, 엠 엔
    if (QStringView(u"178lrLR").contains(last))
        return LastSound::Rieul;
    return QStringView(u"036mnMN").contains(last) ? LastSound::Consonant : LastSound::Vowel;
}

} // namespace

bool isHangulSyllable(QChar c) { return c.unicode() >= firstSyllable && c.unicode() <= lastSyllable; }

bool isHanja(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x4E00 && u <= 0x9FFF) || (u >= 0x3400 && u <= 0x4DBF) || (u >= 0xF900 && u <= 0xFAFF);
}

QString normalizeForMatch(QStringView text)
{
    const QString composed = text.toString().normalized(QString::NormalizationForm_C);
    QString out;
    out.reserve(composed.size());
    for (const QChar c : composed)
        if (!isIgnored(c))
            out += folded(c).toLower();
    return out;
}

QString initialConsonants(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text)
        out += isHangulSyllable(c) ? QChar(initials[static_cast<size_t>((c.unicode() - firstSyllable) / 588)]) : c;
    return out;
}

bool isInitialConsonants(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return std::find(initials.begin(), initials.end(), c.unicode()) != initials.end();
    });
}

QString particle(QStringView word, const QString &afterConsonant, const QString &afterVowel)
{
    const LastSound sound = lastSound(word);
    // 서울로, 7로: 으로 loses its vowel behind ㄹ too.
    if (sound == LastSound::Vowel || (sound == LastSound::Rieul && afterConsonant.startsWith(u"으로")))
        return afterVowel;
    return afterConsonant;
}

int jamoDistance(QStringView a, QStringView b)
{
    const QString x = jamo(normalizeForMatch(a));
    const QString y = jamo(normalizeForMatch(b));
    QList<int> row(y.size() + 1);
    for (qsizetype j = 0; j <= y.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= x.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= y.size(); ++j) {
            const int above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (x[i - 1] == y[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[y.size()];
}

QStringList nearest(const QString &word, const QStringList &words, int most)
{
    const int limit = std::max<int>(2, static_cast<int>(jamo(normalizeForMatch(word)).size()) / 3);
    QList<std::pair<int, QString>> found;
    for (const QString &one : words) {
        const int distance = jamoDistance(word, one);
        if (distance <= limit)
            found.append({distance, one});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList out;
    for (const auto &one : found)
        if (out.size() < most && !out.contains(one.second))
            out.append(one.second);
    return out;
}

QString maskRegistrationNumbers(const QString &text)
{
    // Six digits of a birth date, a dash or a blank or nothing, then the sex and century digit and six more.
    static const QRegularExpression number(
        u"(?<![0-9０-９])"
        u"([0-9０-９]{2}(?:[0０][1-9１-９]|[1１][0-2０-２])(?:[0０][1-9１-９]|[12１２][0-9０-９]|[3３][01０１]))"
        u"(\\s?[-–—−‐－]?\\s?)([1-8１-８])[0-9０-９]{6}(?![0-9０-９])"_s);
    QString out = text;
    out.replace(number, u"\\1\\2\\3******"_s);
    return out;
}

} // namespace naru
