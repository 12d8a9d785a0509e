#include "ui/pages/page_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace naru::ui {

namespace {

constexpr double screenDpi = 96;
constexpr double step = 1.25;
constexpr int mostScaledPixels = 8'000'000;

} // namespace

PageView::PageView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Page of the document"));
}

void PageView::setPage(const QImage &image, double dpi)
{
    if (m_image.cacheKey() != image.cacheKey())
        m_scaled = {};
    m_image = image;
    m_dpi = dpi;
    m_why.clear();
    layOut();
    showBox();
    viewport()->update();
}

void PageView::setBox(const std::optional<naru::Box> &box, const QString &words)
{
    m_box = box;
    setAccessibleDescription(words);
    showBox();
    viewport()->update();
}

void PageView::clear(const QString &why)
{
    m_image = {};
    m_scaled = {};
    m_box.reset();
    m_why = why;
    setAccessibleDescription(why);
    layOut();
    viewport()->update();
}

QSizeF PageView::pageSize() const { return QSizeF(m_image.size()) * 72 / m_dpi; }

double PageView::pixelsPerPoint() const
{
    if (m_zoom > 0 || m_image.isNull())
        return m_zoom > 0 ? m_zoom : 1;
    return std::max(0.1, (viewport()->width() - 2.0 * m_theme.px(8)) / pageSize().width());
}

int PageView::zoomPercent() const { return qRound(pixelsPerPoint() * 72 / screenDpi * 100); }

void PageView::setZoom(double zoom)
{
    const double before = pixelsPerPoint();
    const double middle = (verticalScrollBar()->value() + viewport()->height() / 2.0) / before;
    m_zoom = zoom <= 0 ? 0 : std::clamp(zoom, 0.2, 8.0);
    layOut();
    verticalScrollBar()->setValue(qRound(middle * pixelsPerPoint() - viewport()->height() / 2.0));
    viewport()->update();
    Q_EMIT zoomChanged();
}

void PageView::zoomIn() { setZoom(pixelsPerPoint() * step); }

void PageView::zoomOut() { setZoom(pixelsPerPoint() / step); }

void PageView::fit() { setZoom(0); }

void PageView::layOut()
{
    const int margin = m_theme.px(8);
    const QSizeF size = m_image.isNull() ? QSizeF() : pageSize() * pixelsPerPoint();
    verticalScrollBar()->setPageStep(viewport()->height());
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setSingleStep(m_theme.px(32));
    verticalScrollBar()->setRange(0, std::max(0, qRound(size.height()) + 2 * margin - viewport()->height()));
    horizontalScrollBar()->setRange(0, std::max(0, qRound(size.width()) + 2 * margin - viewport()->width()));
}

void PageView::showBox()
{
    if (!m_box || m_image.isNull())
        return;
    const double scale = pixelsPerPoint();
    const double middle = (m_box->top + m_box->bottom) / 2 * scale;
    verticalScrollBar()->setValue(qRound(middle - viewport()->height() / 2.0));
    if (horizontalScrollBar()->maximum() > 0)
        horizontalScrollBar()->setValue(qRound(m_box->left * scale) - m_theme.px(16));
}

// A whole page is scaled once for all paints; of a much enlarged one only the part in sight is.
void PageView::drawPicture(QPainter &painter, const QRectF &page)
{
    const QSize size = page.size().toSize() * devicePixelRatio();
    if (size.width() * size.height() > mostScaledPixels) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(page, m_image);
        return;
    }
    if (m_scaled.size() != size) {
        m_scaled = QPixmap::fromImage(m_image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_scaled.setDevicePixelRatio(devicePixelRatio());
    }
    painter.drawPixmap(page.topLeft(), m_scaled);
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.colours().canvas);
    if (m_image.isNull()) {
        painter.setPen(m_theme.colour(Tone::Muted));
        painter.drawText(viewport()->rect().adjusted(m_theme.px(16), 0, -m_theme.px(16), 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_why);
        return;
    }
    const double scale = pixelsPerPoint();
    const QSizeF size = pageSize() * scale;
    const double left = std::max<double>(m_theme.px(8), (viewport()->width() - size.width()) / 2)
        - horizontalScrollBar()->value();
    const QRectF page(left, m_theme.px(8) - verticalScrollBar()->value(), size.width(), size.height());
    drawPicture(painter, page);
    painter.setPen(m_theme.colours().border);
    painter.drawRect(page);
    if (!m_box)
        return;
    const QRectF box(page.left() + m_box->left * scale, page.top() + m_box->top * scale,
                     (m_box->right - m_box->left) * scale, (m_box->bottom - m_box->top) * scale);
    QColor fill = m_theme.colours().marker;
    fill.setAlpha(28);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(QPen(m_theme.colours().marker, m_theme.px(2)));
    painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 3, 3);
}

void PageView::resizeEvent(QResizeEvent *)
{
    layOut();
    showBox();
    if (m_zoom <= 0)
        Q_EMIT zoomChanged();
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() > 0)
        zoomIn();
    else
        zoomOut();
    event->accept();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return;
    case Qt::Key_Minus: zoomOut(); return;
    case Qt::Key_0: fit(); return;
    case Qt::Key_Down: verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd); return;
    case Qt::Key_Up: verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub); return;
    case Qt::Key_Right: horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd); return;
    case Qt::Key_Left: horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub); return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace naru::ui
