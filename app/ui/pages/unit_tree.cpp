#include "ui/pages/unit_tree.h"

namespace naru::ui {

UnitTree::UnitTree(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Organisation"));
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    connect(&theme, &Theme::changed, this, &UnitTree::fit);
    fit();
}

void UnitTree::fit() { setIndentation(m_theme.px(16)); }

void UnitTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!model()->hasChildren(index))
        return;
    const int side = m_theme.px(14);
    const QRect box(rect.right() - m_theme.px(15), rect.center().y() - side / 2, side, side);
    m_theme.icon(isExpanded(index) ? u"chevron-down"_s : u"chevron-right"_s, Tone::Muted).paint(painter, box);
}

} // namespace naru::ui
