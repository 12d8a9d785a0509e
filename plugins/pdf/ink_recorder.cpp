#include "ink_recorder.h"

#include <QImage>
#include <QLineF>
#include <QPainterPath>
#include <QPen>
#include <QPixmap>

#include <algorithm>
#include <climits>
#include <cmath>

namespace naru::pdf {

namespace {

constexpr double thin = 3; // a filled rectangle up to this is a line
constexpr double thick = 6; // and up to this if it is much longer than wide
constexpr double slack = 0.7; // how far a line may lean
constexpr double frame = 4; // a ring up to this wide is four lines

bool isPale(const QColor &colour)
{
    return colour.red() >= 250 && colour.green() >= 250 && colour.blue() >= 250;
}

bool isLine(const QRectF &area)
{
    const double width = std::min(area.width(), area.height());
    return width <= thin || (width <= thick && std::max(area.width(), area.height()) >= 10 * width);
}

bool isRing(const QRectF &outer, const QRectF &inner)
{
    const auto narrow = [](double margin) { return margin >= 0 && margin <= frame; };
    return narrow(inner.left() - outer.left()) && narrow(outer.right() - inner.right())
        && narrow(inner.top() - outer.top()) && narrow(outer.bottom() - inner.bottom());
}

} // namespace

QRectF InkRecorder::Subpath::bounds() const
{
    double left = points.first().x();
    double right = left;
    double top = points.first().y();
    double bottom = top;
    for (const QPointF &point : points) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    return QRectF(QPointF(left, top), QPointF(right, bottom));
}

InkRecorder::InkRecorder(QSizeF size)
    : QPaintEngine(QPaintEngine::AllFeatures)
    , m_size(size)
    , m_clip(QPointF(0, 0), size)
{
}

QPaintEngine *InkRecorder::paintEngine() const
{
    return const_cast<InkRecorder *>(this); // QPaintDevice hands out its engine from a const function
}

int InkRecorder::metric(PaintDeviceMetric which) const
{
    switch (which) {
    case PdmWidth:
        return int(std::ceil(m_size.width()));
    case PdmHeight:
        return int(std::ceil(m_size.height()));
    case PdmWidthMM:
        return int(m_size.width() * 25.4 / 72);
    case PdmHeightMM:
        return int(m_size.height() * 25.4 / 72);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return 72;
    case PdmDepth:
        return 32;
    case PdmNumColors:
        return INT_MAX;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(which);
    }
}

bool InkRecorder::begin(QPaintDevice *)
{
    return true;
}

bool InkRecorder::end()
{
    return true;
}

QPaintEngine::Type InkRecorder::type() const
{
    return QPaintEngine::User;
}

void InkRecorder::updateState(const QPaintEngineState &change)
{
    const DirtyFlags changed = change.state();
    if (changed & DirtyTransform)
        m_transform = change.transform();
    if (changed & DirtyPen) {
        const QPen pen = change.pen();
        m_strokes = pen.style() != Qt::NoPen && pen.color().alpha() > 10;
        m_strokeIsPale = isPale(pen.color());
        m_penWidth = pen.widthF();
    }
    if (changed & DirtyBrush) {
        const QBrush brush = change.brush();
        m_fills = brush.style() != Qt::NoBrush && brush.color().alpha() > 10;
        m_fillIsPale = brush.style() == Qt::SolidPattern && isPale(brush.color());
    }
    if (changed & (DirtyClipPath | DirtyClipRegion)) {
        const QRectF area = (changed & DirtyClipPath)
            ? change.transform().map(change.clipPath()).boundingRect()
            : change.transform().mapRect(QRectF(change.clipRegion().boundingRect()));
        const QRectF page(QPointF(0, 0), m_size);
        if (change.clipOperation() == Qt::NoClip)
            m_clip = page;
        else if (change.clipOperation() == Qt::ReplaceClip)
            m_clip = area & page;
        else
            m_clip &= area;
    }
}

QList<InkRecorder::Subpath> InkRecorder::subpathsOf(const QPainterPath &path) const
{
    QList<Subpath> result;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo() || result.isEmpty())
            result.append(Subpath());
        if (element.isCurveTo())
            result.last().curved = true;
        result.last().points.append(m_transform.map(QPointF(element.x, element.y)));
    }
    return result;
}

void InkRecorder::drawPath(const QPainterPath &path)
{
    const QList<Subpath> subpaths = subpathsOf(path);
    if (m_fills)
        fill(subpaths);
    if (m_strokes)
        stroke(subpaths);
}

void InkRecorder::stroke(const QList<Subpath> &subpaths)
{
    const double scale = std::sqrt(std::abs(m_transform.determinant()));
    const double width = m_penWidth * scale;
    for (const Subpath &subpath : subpaths) {
        m_shapes += subpath.curved ? 1 : 0;
        for (qsizetype i = 1; i < subpath.points.size(); ++i)
            strokeLine(subpath.points[i - 1], subpath.points[i], width);
    }
}

void InkRecorder::strokeLine(QPointF from, QPointF to, double width)
{
    const QRectF line = QRectF(from, to).normalized();
    const double half = width / 2;
    if (line.height() <= slack && line.width() > line.height())
        fillArea(line.adjusted(0, -half, 0, half), false, m_strokeIsPale);
    else if (line.width() <= slack && line.height() > line.width())
        fillArea(line.adjusted(-half, 0, half, 0), false, m_strokeIsPale);
    else if (!line.size().isNull())
        ++m_shapes;
}

void InkRecorder::fill(const QList<Subpath> &subpaths)
{
    for (qsizetype i = 0; i < subpaths.size(); ++i) {
        const QRectF area = subpaths[i].bounds();
        const bool hollow = i + 1 < subpaths.size() && area.width() > thin && area.height() > thin
            && isRing(area, subpaths[i + 1].bounds());
        if (!hollow) {
            fillArea(area, subpaths[i].curved, m_fillIsPale);
            continue;
        }
        const QRectF inner = subpaths[i + 1].bounds();
        addLine(QRectF(area.topLeft(), QPointF(area.right(), inner.top())), m_fillIsPale);
        addLine(QRectF(QPointF(area.left(), inner.bottom()), area.bottomRight()), m_fillIsPale);
        addLine(QRectF(area.topLeft(), QPointF(inner.left(), area.bottom())), m_fillIsPale);
        addLine(QRectF(QPointF(inner.right(), area.top()), area.bottomRight()), m_fillIsPale);
        ++i;
    }
}

void InkRecorder::fillArea(const QRectF &area, bool curved, bool pale)
{
    if (isLine(area))
        return addLine(area, pale);
    if (pale)
        return;
    m_shapes += curved ? 1 : 0;
    const QRectF seen = area & m_clip;
    if (!curved && !seen.isEmpty())
        m_shades.append(Box{seen.left(), seen.top(), seen.right(), seen.bottom()});
}

// A line along the longer side. A dot may belong to a dotted line in either direction: merging will tell.
void InkRecorder::addLine(const QRectF &line, bool pale)
{
    Rulings &pieces = pale ? m_palePieces : m_pieces;
    const double left = std::max(line.left(), m_clip.left());
    const double right = std::min(line.right(), m_clip.right());
    const double top = std::max(line.top(), m_clip.top());
    const double bottom = std::min(line.bottom(), m_clip.bottom());
    if (left > right + slack || top > bottom + slack)
        return;
    const double width = std::max(0.0, right - left);
    const double height = std::max(0.0, bottom - top);
    const bool dot = std::max(width, height) <= thin;
    if (width > height || dot)
        pieces.horizontal.append(Ruling{(top + bottom) / 2, left, right});
    if (height > width || dot)
        pieces.vertical.append(Ruling{(left + right) / 2, top, bottom});
}

void InkRecorder::drawRects(const QRectF *rects, int count)
{
    for (int i = 0; i < count; ++i) {
        QPainterPath path;
        path.addRect(rects[i]);
        drawPath(path);
    }
}

void InkRecorder::drawRects(const QRect *rects, int count)
{
    for (int i = 0; i < count; ++i) {
        const QRectF rect(rects[i]);
        drawRects(&rect, 1);
    }
}

void InkRecorder::drawLines(const QLineF *lines, int count)
{
    if (!m_strokes)
        return;
    for (int i = 0; i < count; ++i)
        stroke({Subpath{{m_transform.map(lines[i].p1()), m_transform.map(lines[i].p2())}}});
}

void InkRecorder::drawLines(const QLine *lines, int count)
{
    for (int i = 0; i < count; ++i) {
        const QLineF line(lines[i]);
        drawLines(&line, 1);
    }
}

void InkRecorder::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    if (mode == PolylineMode) {
        if (m_strokes)
            stroke(subpathsOf(path));
        return;
    }
    path.closeSubpath();
    drawPath(path);
}

void InkRecorder::drawPolygon(const QPoint *points, int count, PolygonDrawMode mode)
{
    const QList<QPointF> exact(points, points + count);
    drawPolygon(exact.constData(), count, mode);
}

void InkRecorder::drawPixmap(const QRectF &target, const QPixmap &, const QRectF &source)
{
    addPicture(m_transform.mapRect(target), source.width() * source.height());
}

void InkRecorder::drawImage(const QRectF &target, const QImage &, const QRectF &source, Qt::ImageConversionFlags)
{
    addPicture(m_transform.mapRect(target), source.width() * source.height());
}

void InkRecorder::addPicture(const QRectF &target, double pixels)
{
    if (isLine(target))
        return addLine(target, false);
    ++m_pictures;
    const double area = target.width() * target.height();
    const double share = area / std::max(1.0, m_size.width() * m_size.height());
    if (share <= m_pictureShare)
        return;
    m_pictureShare = share;
    m_pictureDpi = 72 * std::sqrt(pixels / area); // the same along and across, however the page is turned
}

// Text comes from the text layer, with its characters; here it would be glyph numbers.
void InkRecorder::drawTextItem(const QPointF &, const QTextItem &) { }

} // namespace naru::pdf
