// How lines of text stand on a page: which one runs on in the next. Geometry only; points, from the top left.
#pragma once

#include "core/document.h"

namespace naru {

class TextFlow {
public:
    // The flow of the paragraphs among the blocks that have a box.
    explicit TextFlow(const QList<Block> &blocks);

    // Whether the line reaches the right margin of the text, or of its column where others stand beside it.
    bool reachesMargin(const Provenance &line) const;
    // Whether `next` is the line right below, not indented further than the height of a line.
    static bool isRightBelow(const Provenance &line, const Provenance &next);

private:
    double marginOf(const Provenance &line) const;

    QList<Provenance> m_lines;
    double m_right = 0;
};

} // namespace naru
