#include "core/text_flow.h"

#include <algorithm>

namespace naru {

TextFlow::TextFlow(const QList<Block> &blocks)
{
    for (const Block &block : blocks)
        if (const auto *paragraph = std::get_if<Paragraph>(&block); paragraph && paragraph->place.box)
            m_right = std::max(m_right, paragraph->place.box->right);
}

bool TextFlow::reachesMargin(const Provenance &line) const
{
    constexpr double nearMargin = 0.9;
    return line.box && line.box->right >= nearMargin * m_right;
}

bool TextFlow::isRightBelow(const Provenance &line, const Provenance &next)
{
    if (!line.box || !next.box || line.page != next.page)
        return false;
    constexpr double gap = 0.6; // of the height of a line
    const double height = next.box->bottom - next.box->top;
    return next.box->left <= line.box->left + height && next.box->top - line.box->bottom < gap * height;
}

} // namespace naru
