#include "ui/theme_style.h"

namespace naru::ui {

using namespace Qt::StringLiterals;

ThemeStyle::ThemeStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_LineEditIconSize:
    case PM_ListViewIconSize: return m_side;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace naru::ui
