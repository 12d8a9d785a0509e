// A list of choices that the wheel passes over: in a page that scrolls, a turn of it must not change what was chosen.
#pragma once

#include <QComboBox>

namespace naru::ui {

class StillCombo : public QComboBox {
    Q_OBJECT
public:
    explicit StillCombo(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace naru::ui
