// The diagram of a process with the live state of a run: zoomed, walked through with the arrow keys along its flows.
#pragma once

#include "ui/diagram.h"
#include "ui/theme.h"

#include <QScrollArea>

namespace naru::ui {

class DiagramNode;

class DiagramView : public QScrollArea {
    Q_OBJECT
public:
    // The theme must outlive the view.
    explicit DiagramView(const Theme &theme, QWidget *parent = nullptr);

    void setDiagram(const Diagram &diagram);
    void setMarks(const DiagramMarks &marks);
    DiagramNode *node(const QString &element) const; // null where there is none
    QList<DiagramNode *> nodes() const { return m_nodes; }
    double zoom() const { return m_zoom; }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit(); // the whole process; stays so while the view changes its size

Q_SIGNALS:
    void chosen(const QString &element);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addNode(const DiagramShape &shape);
    void step(DiagramNode *from, Qt::Key arrow);
    void setZoom(double zoom);
    void layOut();
    void showStanding();
    void paintFlows(QPainter &painter) const;
    void paintFlow(QPainter &painter, const DiagramEdge &edge) const;
    void paintLabels(QPainter &painter) const;
    QPointF placed(const QPointF &point) const;

    const Theme &m_theme;
    Diagram m_diagram;
    DiagramMarks m_marks;
    QList<DiagramNode *> m_nodes;
    QWidget *m_canvas;
    double m_zoom = 1;
    // As large as the words need, and where it stands in sight; all of it; or as large as the person wants.
    enum class Fit { Readable, Whole, Free };
    Fit m_fit = Fit::Readable;
    QString m_standing; // the element that the run stands at
};

} // namespace naru::ui
