// Korean text as people type, print, and search it.
#pragma once

#include <QString>
#include <QStringList>

namespace naru {

// One spelling for comparison: NFC, no white space, middle dots and quotes folded, full width to half width, Hanja
// compatibility forms unified, private-use and zero-width characters dropped. Never stored, never shown.
QString normalizeForMatch(QStringView text);

// The initial consonants of the Hangul syllables, other characters as they are: "민원과 2" -> "ㅁㅇㄱ 2".
QString initialConsonants(QStringView text);
// Whether the text is made of initial consonants alone ("ㅁㅇ").
bool isInitialConsonants(QStringView text);

bool isHangulSyllable(QChar c);
bool isHanja(QChar c);

// "을" or "를" by the last sound of the word: particle(u"과장", u"을", u"를") -> "을". Digits are read in Korean.
QString particle(QStringView word, const QString &afterConsonant, const QString &afterVowel);

// Jamo edit distance of two Korean words (a wrong vowel costs less than a wrong syllable), after normalizeForMatch.
int jamoDistance(QStringView a, QStringView b);
// Up to `most` of the words nearest to `word`, best first, none farther than a third of its jamo.
QStringList nearest(const QString &word, const QStringList &words, int most);

// Masks resident registration numbers (주민등록번호, 개인정보 보호법 24조의2): "900101-1******".
QString maskRegistrationNumbers(const QString &text);

} // namespace naru
