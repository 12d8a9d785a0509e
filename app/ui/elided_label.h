// A label that gives way: what does not fit ends in an ellipsis, and stands whole in the tip.
#pragma once

#include <QLabel>

namespace naru::ui {

class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace naru::ui
