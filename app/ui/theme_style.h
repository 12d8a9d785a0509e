// The measures of the controls that no style sheet reaches, grown with the text size: icons in buttons, fields, and menus.
#pragma once

#include <QProxyStyle>

namespace naru::ui {

class ThemeStyle : public QProxyStyle {
    Q_OBJECT
public:
    ThemeStyle();

    void setIconSide(int side) { m_side = side; }
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;

private:
    int m_side = 18;
};

} // namespace naru::ui
