// How alike printed words look: what the reader of a scan takes for one another (인/안, 행성/행정, ㅁ/ㅂ) lies near. Never used
// for text that was typed.
#pragma once

#include <QStringList>
#include <QStringView>

#include <optional>

namespace naru::office {

// 0 for texts that differ in blanks alone. A jamo taken for one that looks like it costs 2, another 4, a syllable at most 8;
// one that is lost or too many 6, a point or a stroke 1.
int lookDistance(QStringView read, QStringView word);

// The place in `words` of the one word that the text can be: near enough, and much nearer than any other. Nothing where
// it could be two of them, or none.
std::optional<qsizetype> meantAmong(QStringView read, const QStringList &words);

// The word itself, where there is one.
std::optional<QString> meantWord(QStringView read, const QStringList &words);

} // namespace naru::office
