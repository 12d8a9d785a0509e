#include "ui/diagram.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace naru::ui {

namespace {

using bpmn::Element;
using bpmn::Kind;

double numberOf(const Element &element, QStringView name) { return element.attribute(name).toDouble(); }

QRectF boundsOf(const Element &parent)
{
    for (const Element *child : parent.children())
        if (child->name.local == u"Bounds")
            return {numberOf(*child, u"x"), numberOf(*child, u"y"), numberOf(*child, u"width"), numberOf(*child, u"height")};
    return {};
}

const Element *childNamed(const Element &parent, QStringView local)
{
    for (const Element *child : parent.children())
        if (child->name.local == local)
            return child;
    return nullptr;
}

// "timerEventDefinition" -> "timer".
QString triggerOf(const Element &event)
{
    const Element *definition = event.child(Kind::EventDefinition);
    return definition ? definition->name.local.chopped(QStringView(u"EventDefinition").size()) : QString();
}

DiagramShape shapeOf(const Element &element)
{
    DiagramShape out;
    out.element = element.id();
    out.name = element.label();
    out.kind = element.kind;
    out.trigger = element.is(Kind::Event) ? triggerOf(element) : QString();
    out.isInterrupting = element.flag(u"cancelActivity", true);
    return out;
}

DiagramEdge edgeOf(const Element &flow)
{
    return {flow.id(), flow.label(), flow.attribute(u"sourceRef"), flow.attribute(u"targetRef"), {}};
}

void readShape(const bpmn::Model &model, const Element &drawn, Diagram &out)
{
    const Element *element = model.find(drawn.attribute(u"bpmnElement"));
    const bool isShown = element && (element->is(Kind::FlowNode) || element->is(Kind::Participant) || element->is(Kind::Lane));
    if (!isShown)
        return;
    DiagramShape shape = shapeOf(*element);
    shape.bounds = boundsOf(drawn);
    if (const Element *label = childNamed(drawn, u"BPMNLabel"))
        shape.label = boundsOf(*label);
    out.shapes.append(shape);
}

void readEdge(const bpmn::Model &model, const Element &drawn, Diagram &out)
{
    const Element *element = model.find(drawn.attribute(u"bpmnElement"));
    if (!element || element->attribute(u"sourceRef").isEmpty())
        return;
    DiagramEdge edge = edgeOf(*element);
    for (const Element *child : drawn.children())
        if (child->name.local == u"waypoint")
            edge.points.append({numberOf(*child, u"x"), numberOf(*child, u"y")});
    if (edge.points.size() > 1)
        out.edges.append(edge);
}

// The column of each node: one more than that of the first flow that leads to it.
QMap<QString, int> columnsOf(const QList<const Element *> &nodes, const QList<const Element *> &flows)
{
    QMap<QString, int> columns;
    for (const Element *node : nodes)
        if (node->is(Kind::StartEvent))
            columns.insert(node->id(), 0);
    for (bool grows = true; grows;) {
        grows = false;
        for (const Element *flow : flows) {
            const QString target = flow->attribute(u"targetRef");
            const auto source = columns.constFind(flow->attribute(u"sourceRef"));
            if (source == columns.constEnd() || columns.contains(target))
                continue;
            columns.insert(target, *source + 1);
            grows = true;
        }
    }
    return columns;
}

QSizeF sizeOf(const Element &node)
{
    return node.is(Kind::Event) ? QSizeF(36, 36) : node.is(Kind::Gateway) ? QSizeF(50, 50) : QSizeF(120, 72);
}

Diagram laidOut(const bpmn::Model &model)
{
    Diagram out;
    const QList<const Element *> nodes = model.all(Kind::FlowNode);
    const QList<const Element *> flows = model.all(Kind::SequenceFlow);
    const QMap<QString, int> columns = columnsOf(nodes, flows);
    QMap<int, int> rows; // taken in each column
    for (const Element *node : nodes) {
        DiagramShape shape = shapeOf(*node);
        const int column = columns.value(node->id());
        const QSizeF size = sizeOf(*node);
        const QPointF middle(80 + column * 170, 80 + rows[column]++ * 130);
        shape.bounds = QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size);
        out.shapes.append(shape);
    }
    for (const Element *flow : flows) {
        DiagramEdge edge = edgeOf(*flow);
        const DiagramShape *from = out.shape(edge.source);
        const DiagramShape *to = out.shape(edge.target);
        if (!from || !to)
            continue;
        const QPointF start(from->bounds.right(), from->bounds.center().y());
        const QPointF end(to->bounds.left(), to->bounds.center().y());
        edge.points = {start, {start.x() + 20, start.y()}, {start.x() + 20, end.y()}, end};
        out.edges.append(edge);
    }
    return out;
}

QString nearest(const Diagram &diagram, const DiagramShape &from, Qt::Key arrow)
{
    const QPointF way = arrow == Qt::Key_Right ? QPointF(1, 0)
        : arrow == Qt::Key_Left                ? QPointF(-1, 0)
        : arrow == Qt::Key_Down                ? QPointF(0, 1)
                                               : QPointF(0, -1);
    QString best = from.element;
    double least = std::numeric_limits<double>::max();
    for (const DiagramShape &shape : diagram.shapes) {
        const QPointF gap = shape.bounds.center() - from.bounds.center();
        const double ahead = QPointF::dotProduct(gap, way);
        const double aside = std::abs(gap.x() * way.y() - gap.y() * way.x());
        if (ahead > 1 && ahead + 2 * aside < least) {
            least = ahead + 2 * aside;
            best = shape.element;
        }
    }
    return best;
}

} // namespace

const DiagramShape *Diagram::shape(const QString &element) const
{
    for (const DiagramShape &shape : shapes)
        if (shape.element == element)
            return &shape;
    return nullptr;
}

QString Diagram::neighbour(const QString &element, Qt::Key arrow) const
{
    const DiagramShape *from = shape(element);
    if (!from)
        return element;
    for (const DiagramEdge &edge : edges) {
        if (arrow == Qt::Key_Right && edge.source == element && shape(edge.target))
            return edge.target;
        if (arrow == Qt::Key_Left && edge.target == element && shape(edge.source))
            return edge.source;
    }
    return nearest(*this, *from, arrow);
}

Diagram readDiagram(const bpmn::Model &model)
{
    Diagram out;
    for (const Element *element : model.elements()) {
        if (element->name.local == u"BPMNShape")
            readShape(model, *element, out);
        else if (element->name.local == u"BPMNEdge")
            readEdge(model, *element, out);
    }
    if (out.shapes.isEmpty())
        out = laidOut(model);
    for (const DiagramShape &shape : std::as_const(out.shapes))
        out.bounds |= shape.bounds | shape.label;
    for (const DiagramEdge &edge : std::as_const(out.edges))
        for (const QPointF &point : edge.points)
            out.bounds |= QRectF(point - QPointF(1, 1), QSizeF(2, 2));
    return out;
}

QString wordOf(bpmn::Kind kind)
{
    static const QList<std::pair<Kind, const char *>> words{
        {Kind::UserTask, QT_TRANSLATE_NOOP("naru::ui::Diagram", "a person's task")},
        {Kind::ServiceTask, QT_TRANSLATE_NOOP("naru::ui::Diagram", "the robot's work")},
        {Kind::ScriptTask, QT_TRANSLATE_NOOP("naru::ui::Diagram", "calculation")},
        {Kind::BusinessRuleTask, QT_TRANSLATE_NOOP("naru::ui::Diagram", "decision by rules")},
        {Kind::SendTask, QT_TRANSLATE_NOOP("naru::ui::Diagram", "message out")},
        {Kind::ReceiveTask, QT_TRANSLATE_NOOP("naru::ui::Diagram", "message in")},
        {Kind::SubProcess, QT_TRANSLATE_NOOP("naru::ui::Diagram", "sub-process")},
        {Kind::CallActivity, QT_TRANSLATE_NOOP("naru::ui::Diagram", "called process")},
        {Kind::StartEvent, QT_TRANSLATE_NOOP("naru::ui::Diagram", "start")},
        {Kind::EndEvent, QT_TRANSLATE_NOOP("naru::ui::Diagram", "end")},
        {Kind::BoundaryEvent, QT_TRANSLATE_NOOP("naru::ui::Diagram", "exception")},
        {Kind::ExclusiveGateway, QT_TRANSLATE_NOOP("naru::ui::Diagram", "one way of several")},
        {Kind::ParallelGateway, QT_TRANSLATE_NOOP("naru::ui::Diagram", "all ways at once")},
        {Kind::Gateway, QT_TRANSLATE_NOOP("naru::ui::Diagram", "fork")},
        {Kind::Event, QT_TRANSLATE_NOOP("naru::ui::Diagram", "event")},
        {Kind::Activity, QT_TRANSLATE_NOOP("naru::ui::Diagram", "task")},
        {Kind::Lane, QT_TRANSLATE_NOOP("naru::ui::Diagram", "lane")},
        {Kind::Participant, QT_TRANSLATE_NOOP("naru::ui::Diagram", "participant")},
    };
    for (const auto &[known, word] : words)
        if (bpmn::derives(kind, known))
            return QCoreApplication::translate("naru::ui::Diagram", word);
    return {};
}

QString wordOf(NodeState state)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("naru::ui::Diagram", text); };
    switch (state) {
    case NodeState::Idle: return say(QT_TRANSLATE_NOOP("naru::ui::Diagram", "not reached"));
    case NodeState::Done: return say(QT_TRANSLATE_NOOP("naru::ui::Diagram", "done"));
    case NodeState::Active: return say(QT_TRANSLATE_NOOP("naru::ui::Diagram", "under way"));
    case NodeState::Waiting: return say(QT_TRANSLATE_NOOP("naru::ui::Diagram", "waiting"));
    case NodeState::Incident: return say(QT_TRANSLATE_NOOP("naru::ui::Diagram", "stopped by a problem"));
    }
    return {};
}

} // namespace naru::ui
