#include "core/text_flow.h"

#include <algorithm>

namespace naru {

TextFlow::TextFlow(const QList<Block> &blocks)
{
    for (const Block &block : blocks)
        if (const auto *paragraph = std::get_if<Paragraph>(&block); paragraph && paragraph->place.box) {
            m_lines.append(paragraph->place);
            m_right = std::max(m_right, paragraph->place.box->right);
        }
}

// Lines that begin below one another, right of this one, are another column: the margin of this one is before them.
double TextFlow::marginOf(const Provenance &line) const
{
    constexpr int fewestLines = 3;
    double gutter = m_right;
    for (const Provenance &one : m_lines)
        if (one.page == line.page && one.box->left >= line.box->right)
            gutter = std::min(gutter, one.box->left);
    const double height = line.box->bottom - line.box->top;
    const auto beside = std::count_if(m_lines.begin(), m_lines.end(), [&](const Provenance &one) {
        return one.page == line.page && one.box->left >= gutter && one.box->left < gutter + height;
    });
    if (beside < fewestLines)
        return m_right;
    double right = line.box->right;
    for (const Provenance &one : m_lines)
        if (one.page == line.page && one.box->right <= gutter)
            right = std::max(right, one.box->right);
    return right;
}

bool TextFlow::reachesMargin(const Provenance &line) const
{
    constexpr double nearMargin = 0.9;
    return line.box && line.box->right >= nearMargin * marginOf(line);
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
