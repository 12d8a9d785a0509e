// How text is cut for search. A database's word index finds words; Korean is searched by any part of a word. So runs of
// letters and digits are cut into overlapping pairs, and each pair is indexed as a word: "민원실" -> "민원 원실 실"; any other
// character is a word of its own. Two and more syllables are then a phrase, one syllable a prefix. Any full-text index
// that knows words, phrases, and prefixes can hold them; all results are compared with matches() in the end.
#pragma once

#include <QString>
#include <QStringList>

namespace naru::store {

// Composed (NFC), as search keeps and compares all text.
QString composed(const QString &text);
// The words of a query, composed.
QStringList wordsOf(const QString &query);

// What search means: whether the text has the word somewhere, whatever its case; a word of initial consonants alone is
// sought in the initial consonants of the text. Both are composed.
bool matches(const QString &text, const QString &word);
// Where the word first stands in the text, or -1.
qsizetype matchAt(const QString &text, const QString &word, qsizetype from = 0);

// The words to index, with blanks between.
QString gramsOf(const QString &text);
// As gramsOf(), over the initial consonants alone.
QString initialGramsOf(const QString &text);

// What the index must have for a word to match.
struct Probe {
    QString grams; // a phrase
    bool isPrefix = false; // its last word is the beginning of one
    bool isInitials = false; // to be sought in the initial consonants
};
// REQUIRES: a word that is not empty.
Probe probeOf(const QString &word);

} // namespace naru::store
