#include "ui/diagram_view.h"

#include "ui/diagram_node.h"

#include <QPainter>
#include <QResizeEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace naru::ui {

namespace {

constexpr double step125 = 1.25;
constexpr double around = 16; // empty space around the diagram
constexpr double readable = 0.85; // of its own size: names of 11 pixels

} // namespace

DiagramView::DiagramView(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_canvas(new QWidget(this))
{
    m_canvas->setObjectName(u"ScrollBody"_s);
    m_canvas->installEventFilter(this);
    setWidget(m_canvas);
    setFocusPolicy(Qt::NoFocus); // its nodes have it
    setFrameShape(NoFrame);
    setMinimumSize(1, 1);
    setAccessibleName(tr("Diagram of the process"));
    connect(&theme, &Theme::changed, this, &DiagramView::layOut);
}

void DiagramView::setDiagram(const Diagram &diagram)
{
    qDeleteAll(m_nodes);
    m_nodes.clear();
    m_diagram = diagram;
    m_marks = {};
    m_fit = Fit::Readable;
    m_standing.clear();
    for (const DiagramShape &shape : diagram.shapes)
        addNode(shape);
    layOut();
}

void DiagramView::addNode(const DiagramShape &shape)
{
    auto *node = new DiagramNode(m_theme, shape, m_canvas);
    node->show();
    m_nodes.append(node);
    connect(node, &DiagramNode::stepped, this, [this, node](Qt::Key arrow) { step(node, arrow); });
    connect(node, &DiagramNode::reached, this, [this, node] { ensureWidgetVisible(node); });
    connect(node, &QAbstractButton::clicked, this, [this, node] { Q_EMIT chosen(node->shape().element); });
}

void DiagramView::setMarks(const DiagramMarks &marks)
{
    m_marks = marks;
    for (DiagramNode *node : std::as_const(m_nodes))
        node->setMark(marks.nodes.value(node->shape().element));
    m_canvas->update();
    QString standing;
    NodeState most = NodeState::Done;
    for (const DiagramNode *node : std::as_const(m_nodes))
        if (node->mark().state > most) {
            most = node->mark().state;
            standing = node->shape().element;
        }
    if (standing == m_standing)
        return; // somebody may have looked elsewhere meanwhile
    m_standing = standing;
    showStanding();
}

void DiagramView::showStanding()
{
    if (DiagramNode *at = m_fit == Fit::Readable ? node(m_standing) : nullptr)
        ensureWidgetVisible(at, m_theme.px(120), m_theme.px(48));
}

DiagramNode *DiagramView::node(const QString &element) const
{
    for (DiagramNode *node : m_nodes)
        if (node->shape().element == element)
            return node;
    return nullptr;
}

void DiagramView::step(DiagramNode *from, Qt::Key arrow)
{
    if (DiagramNode *next = node(m_diagram.neighbour(from->shape().element, arrow)))
        next->setFocus(Qt::OtherFocusReason);
}

void DiagramView::zoomIn()
{
    m_fit = Fit::Free;
    setZoom(m_zoom * step125);
}

void DiagramView::zoomOut()
{
    m_fit = Fit::Free;
    setZoom(m_zoom / step125);
}

void DiagramView::fit()
{
    m_fit = Fit::Whole;
    layOut();
}

void DiagramView::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, 0.2, 4.0);
    layOut();
}

QPointF DiagramView::placed(const QPointF &point) const
{
    return (point - m_diagram.bounds.topLeft() + QPointF(around, around)) * m_zoom;
}

void DiagramView::layOut()
{
    const QSizeF whole = m_diagram.bounds.size() + QSizeF(2 * around, 2 * around);
    const double all = std::clamp(std::min(viewport()->width() / whole.width(), viewport()->height() / whole.height()), 0.2, 1.5);
    if (m_fit != Fit::Free && !m_diagram.bounds.isEmpty())
        m_zoom = m_fit == Fit::Whole ? all : std::max(all, readable * m_theme.look().scale / 100);
    m_canvas->resize((whole * m_zoom).toSize().expandedTo(viewport()->size()));
    for (DiagramNode *node : std::as_const(m_nodes)) {
        node->setZoom(m_zoom);
        const QPointF middle = placed(node->shape().bounds.center());
        node->move((middle - QPointF(node->width() / 2.0, node->height() / 2.0)).toPoint());
    }
    m_canvas->update();
}

void DiagramView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    layOut();
    showStanding();
}

void DiagramView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QScrollArea::wheelEvent(event);
        return;
    }
    event->angleDelta().y() > 0 ? zoomIn() : zoomOut();
    event->accept();
}

bool DiagramView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_canvas && event->type() == QEvent::Paint) {
        QPainter painter(m_canvas);
        painter.setRenderHint(QPainter::Antialiasing);
        paintFlows(painter);
        paintLabels(painter);
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

void DiagramView::paintFlows(QPainter &painter) const
{
    for (const DiagramEdge &edge : m_diagram.edges)
        paintFlow(painter, edge);
}

void DiagramView::paintFlow(QPainter &painter, const DiagramEdge &edge) const
{
    const bool isTaken = m_marks.flows.value(edge.element) > 0;
    const QColor colour = isTaken ? m_theme.colour(Tone::Success) : m_theme.colours().borderStrong;
    QPolygonF line;
    for (const QPointF &point : edge.points)
        line.append(placed(point));
    painter.setPen(QPen(colour, m_zoom * (isTaken ? 2.4 : 1.2)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    const QPointF end = line.last();
    const QPointF way = end - line[line.size() - 2];
    const double length = std::hypot(way.x(), way.y());
    if (length < 1)
        return;
    const QPointF unit = way / length;
    const QPointF side(-unit.y(), unit.x());
    const QPointF back = end - unit * 9 * m_zoom;
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF({end, back + side * 4.5 * m_zoom, back - side * 4.5 * m_zoom}));
}

void DiagramView::paintLabels(QPainter &painter) const
{
    QFont font = m_theme.font();
    font.setPixelSize(std::max(6, qRound(12 * m_zoom)));
    painter.setFont(font);
    for (const DiagramShape &shape : m_diagram.shapes) {
        if (bpmn::derives(shape.kind, bpmn::Kind::Activity) || shape.name.isEmpty())
            continue;
        const QPointF below(shape.bounds.center().x() - 60, shape.bounds.bottom() + 2);
        const QRectF where = shape.label.isNull() ? QRectF(below, QSizeF(120, 34)) : shape.label;
        painter.setPen(m_theme.colours().text);
        painter.drawText(QRectF(placed(where.topLeft()), where.size() * m_zoom).adjusted(-20 * m_zoom, 0, 20 * m_zoom, 16 * m_zoom),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, shape.name);
    }
    painter.setPen(m_theme.colours().muted);
    for (const DiagramEdge &edge : m_diagram.edges)
        if (!edge.name.isEmpty()) {
            const QPointF at = placed(edge.points.first()) + QPointF(4, -16 * m_zoom);
            const bool goesDown = edge.points.size() > 1 && std::abs(edge.points[1].x() - edge.points[0].x()) < 1;
            painter.drawText(QRectF(at + (goesDown ? QPointF(2, edge.points[1].y() > edge.points[0].y() ? 34 * m_zoom : -10 * m_zoom)
                                                   : QPointF()),
                                    QSizeF(140, 16) * m_zoom),
                             Qt::AlignLeft | Qt::AlignVCenter, edge.name);
        }
}

} // namespace naru::ui
