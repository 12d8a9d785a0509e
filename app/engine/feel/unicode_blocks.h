// Unicode's blocks by the names of XML Schema Part 2, appendix F, and of the later planes that texts hold.
#pragma once

#include <QStringView>

#include <optional>

namespace naru::feel {

struct UnicodeBlock {
    char32_t first;
    char32_t last;
};

// Nothing for a name that is no block: "HangulSyllables" is one.
std::optional<UnicodeBlock> unicodeBlock(QStringView name);

} // namespace naru::feel
