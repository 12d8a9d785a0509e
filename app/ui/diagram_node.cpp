#include "ui/diagram_node.h"

#include <QKeyEvent>
#include <QPainter>

namespace naru::ui {

namespace {

using bpmn::Kind;

constexpr double margin = 8; // for the badge and the ring of the focus

QString iconOf(const DiagramShape &shape)
{
    static const QList<std::pair<Kind, QString>> icons{
        {Kind::UserTask, u"person"_s},           {Kind::ManualTask, u"person"_s}, {Kind::ServiceTask, u"robot"_s},
        {Kind::BusinessRuleTask, u"table"_s},    {Kind::ScriptTask, u"command"_s}, {Kind::SendTask, u"report-out"_s},
        {Kind::ReceiveTask, u"drop"_s},          {Kind::CallActivity, u"link"_s},  {Kind::SubProcess, u"plan"_s},
    };
    for (const auto &[kind, icon] : icons)
        if (bpmn::derives(shape.kind, kind))
            return icon;
    static const QMap<QString, QString> triggers{{u"timer"_s, u"clock"_s},   {u"message"_s, u"talk"_s}, {u"error"_s, u"warning"_s},
                                                 {u"signal"_s, u"bell"_s},   {u"link"_s, u"link"_s},    {u"compensate"_s, u"revert"_s},
                                                 {u"terminate"_s, u"close"_s}};
    return triggers.value(shape.trigger);
}

} // namespace

StateLook lookOf(NodeState state)
{
    switch (state) {
    case NodeState::Done: return {u"done"_s, Tone::Success};
    case NodeState::Active: return {u"apply"_s, Tone::Accent};
    case NodeState::Waiting: return {u"clock"_s, Tone::Warning};
    case NodeState::Incident: return {u"warning"_s, Tone::Danger};
    default: return {{}, Tone::Muted};
    }
}

DiagramNode::DiagramNode(const Theme &theme, const DiagramShape &shape, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_shape(shape)
{
    const bool isFrame = bpmn::derives(shape.kind, Kind::Lane) || bpmn::derives(shape.kind, Kind::Participant);
    setFocusPolicy(isFrame ? Qt::NoFocus : Qt::StrongFocus);
    setMark({});
    setZoom(1);
}

void DiagramNode::setMark(const NodeMark &mark)
{
    m_mark = mark;
    QStringList words{m_shape.name.isEmpty() ? m_shape.element : m_shape.name, wordOf(m_shape.kind), wordOf(mark.state)};
    if (mark.passes > 1)
        words.append(tr("%1 times").arg(mark.passes));
    if (mark.tokens > 0)
        words.append(tr("%1 waiting to go in").arg(mark.tokens));
    words.removeAll(QString());
    setAccessibleName(words.join(u", "_s));
    setToolTip(words.join(u" · "_s));
    update();
}

void DiagramNode::setZoom(double zoom)
{
    m_zoom = zoom;
    setGeometry(m_shape.bounds.adjusted(-margin, -margin, margin, margin).toAlignedRect()); // the view moves it
    resize(QSizeF(z(m_shape.bounds.width() + 2 * margin), z(m_shape.bounds.height() + 2 * margin)).toSize());
    update();
}

QRectF DiagramNode::body() const { return QRectF(rect()).adjusted(z(margin), z(margin), -z(margin), -z(margin)); }

void DiagramNode::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tone tone = lookOf(m_mark.state).tone;
    const bool isPlain = m_mark.state == NodeState::Idle;
    painter.setPen(QPen(isPlain ? m_theme.colours().borderStrong : m_theme.colour(tone), z(isPlain ? 1.2 : 2)));
    painter.setBrush(isPlain ? m_theme.colours().surface : m_theme.soft(tone));
    if (bpmn::derives(m_shape.kind, Kind::Event))
        paintEventShape(painter, body());
    else if (bpmn::derives(m_shape.kind, Kind::Gateway))
        paintGateway(painter, body());
    else
        paintActivity(painter, body());
    paintBadge(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colours().focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);
    }
}

void DiagramNode::paintEventShape(QPainter &painter, const QRectF &body) const
{
    QPen pen = painter.pen();
    if (m_shape.kind == Kind::EndEvent)
        pen.setWidthF(z(3.5));
    if (!m_shape.isInterrupting)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.drawEllipse(body);
    if (m_shape.kind != Kind::StartEvent && m_shape.kind != Kind::EndEvent)
        painter.drawEllipse(body.adjusted(z(3), z(3), -z(3), -z(3)));
    const QString icon = iconOf(m_shape);
    if (!icon.isEmpty())
        m_theme.icon(icon).paint(&painter, body.adjusted(z(9), z(9), -z(9), -z(9)).toRect());
}

void DiagramNode::paintGateway(QPainter &painter, const QRectF &body) const
{
    const QPointF c = body.center();
    painter.drawPolygon(QPolygonF({{c.x(), body.top()}, {body.right(), c.y()}, {c.x(), body.bottom()}, {body.left(), c.y()}}));
    painter.setPen(QPen(m_theme.colours().text, z(2.5)));
    painter.setBrush(Qt::NoBrush);
    const double r = body.width() / 6;
    if (m_shape.kind == Kind::ParallelGateway) {
        painter.drawLine(c - QPointF(r * 1.3, 0), c + QPointF(r * 1.3, 0));
        painter.drawLine(c - QPointF(0, r * 1.3), c + QPointF(0, r * 1.3));
    } else if (m_shape.kind == Kind::ExclusiveGateway) {
        painter.drawLine(c - QPointF(r, r), c + QPointF(r, r));
        painter.drawLine(c - QPointF(r, -r), c + QPointF(r, -r));
    } else {
        painter.drawEllipse(c, r * 1.2, r * 1.2);
    }
}

void DiagramNode::paintActivity(QPainter &painter, const QRectF &body) const
{
    painter.drawRoundedRect(body, z(8), z(8));
    const QString icon = iconOf(m_shape);
    if (!icon.isEmpty())
        m_theme.icon(icon, Tone::Muted).paint(&painter, QRectF(body.topLeft() + QPointF(z(5), z(5)), QSizeF(z(16), z(16))).toRect());
    painter.setPen(m_theme.colours().text);
    QFont font = m_theme.font();
    font.setPixelSize(std::max(6, qRound(z(13))));
    painter.setFont(font);
    painter.drawText(body.adjusted(z(6), z(16), -z(6), -z(4)), Qt::AlignCenter | Qt::TextWordWrap, m_shape.name);
}

void DiagramNode::paintBadge(QPainter &painter) const
{
    const StateLook look = lookOf(m_mark.state);
    if (look.icon.isEmpty())
        return;
    const QRectF badge(width() - z(20) - 1, 1, z(20), z(20));
    painter.setPen(QPen(m_theme.colour(look.tone), 1));
    painter.setBrush(m_theme.colours().surface);
    painter.drawEllipse(badge);
    m_theme.icon(look.icon, look.tone).paint(&painter, badge.adjusted(z(3), z(3), -z(3), -z(3)).toRect());
    if (m_mark.passes > 1) {
        QFont font = m_theme.font();
        font.setPixelSize(std::max(6, qRound(z(11))));
        painter.setFont(font);
        painter.setPen(m_theme.colours().text);
        painter.drawText(QRectF(0, z(1), width() - z(22), z(14)), Qt::AlignRight | Qt::AlignVCenter, u"×%1"_s.arg(m_mark.passes));
    }
}

void DiagramNode::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: Q_EMIT stepped(Qt::Key(event->key())); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            click();
            return;
        }
        break;
    default: break;
    }
    QAbstractButton::keyPressEvent(event);
}

void DiagramNode::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    Q_EMIT reached();
}

} // namespace naru::ui
