// One element of a diagram: a button, so that the keyboard reaches it and a screen reader says what it is and how it stands.
#pragma once

#include "ui/diagram.h"
#include "ui/theme.h"

#include <QAbstractButton>

namespace naru::ui {

struct StateLook {
    QString icon; // empty: none
    Tone tone;
};
StateLook lookOf(NodeState state);

class DiagramNode : public QAbstractButton {
    Q_OBJECT
public:
    DiagramNode(const Theme &theme, const DiagramShape &shape, QWidget *parent);

    const DiagramShape &shape() const { return m_shape; }
    void setMark(const NodeMark &mark);
    const NodeMark &mark() const { return m_mark; }
    void setZoom(double zoom);
    QSize sizeHint() const override { return size(); }

Q_SIGNALS:
    void stepped(Qt::Key arrow);
    void reached(); // it has the focus

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void paintEventShape(QPainter &painter, const QRectF &body) const;
    void paintGateway(QPainter &painter, const QRectF &body) const;
    void paintActivity(QPainter &painter, const QRectF &body) const;
    void paintBadge(QPainter &painter) const;
    QRectF body() const;
    double z(double length) const { return length * m_zoom; }

    const Theme &m_theme;
    DiagramShape m_shape;
    NodeMark m_mark;
    double m_zoom = 1;
};

} // namespace naru::ui
