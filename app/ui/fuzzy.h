// How well a few typed letters name a text: Hangul by syllable, by initial consonant (ㅇㅅㅂㄹ), and by a syllable that is
// still being typed (려 for 령).
#pragma once

#include <QString>

namespace naru::ui {

// 0: not at all. Otherwise more is better: at the beginning, in one piece, in a short text.
int fuzzyScore(QStringView typed, QStringView text);

} // namespace naru::ui
