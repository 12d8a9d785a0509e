// The letters of XML 1.0: which bytes begin a name or are blank, what a reference stands for, where a text may be divided.
#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>

namespace naru::xml {

enum : unsigned char { Blank = 1, NamePart = 2, NameStart = 4 };

inline constexpr std::array<unsigned char, 256> classes = [] {
    std::array<unsigned char, 256> table{};
    for (int c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c >= 0x80;
        const bool part = letter || (c >= '0' && c <= '9') || c == '-' || c == '.';
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        table[size_t(c)] = static_cast<unsigned char>((blank ? Blank : 0) | (part ? NamePart : 0) | (letter ? NameStart : 0));
    }
    return table;
}();

inline bool is(char c, unsigned char what) { return classes[static_cast<unsigned char>(c)] & what; }

const char *skipBlanks(const char *at, const char *end);
// The first such byte, null if there is none.
const char *find(const char *at, const char *end, char what);
// The name without its prefix.
QByteArrayView localPart(QByteArrayView name);
// The character of a reference without "&" and ";", 0 if there is none: the five, and numbers.
char32_t referredTo(QByteArrayView reference);
// How many bytes at the end belong to a character, a reference, or a line end that goes on in the next block.
qsizetype unfinished(QByteArrayView text);
// The value of an attribute, references decoded and white space normalised. REQUIRES: its references are good.
QString decodedValue(QByteArrayView raw);

inline constexpr qsizetype referenceSize = 16; // "&#x0010FFFF;" and some zeros

} // namespace naru::xml
