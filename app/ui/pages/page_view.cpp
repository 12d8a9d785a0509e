#include "ui/pages/page_view.h"

#include <QFutureWatcher>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <QtConcurrentRun>

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
    m_marks.clear();
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

QRectF PageView::pageRect() const
{
    const QSizeF size = pageSize() * pixelsPerPoint();
    const double left = std::max<double>(m_theme.px(8), (viewport()->width() - size.width()) / 2)
        - horizontalScrollBar()->value();
    return {left, static_cast<double>(m_theme.px(8) - verticalScrollBar()->value()), size.width(), size.height()};
}

QRectF PageView::placeOf(const naru::Box &box) const
{
    const QRectF page = pageRect();
    const double scale = pixelsPerPoint();
    return {page.left() + box.left * scale, page.top() + box.top * scale, (box.right - box.left) * scale,
            (box.bottom - box.top) * scale};
}

// A whole page is scaled well once for all paints, away from the window's thread; until that is done it is drawn as well
// as is quick. Of a much enlarged page only the part in sight is scaled.
void PageView::drawPicture(QPainter &painter, const QRectF &page)
{
    const QSize size = page.size().toSize() * devicePixelRatio();
    if (size.width() * size.height() > mostScaledPixels) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(page, m_image);
        return;
    }
    if (m_scaled.size() != size) {
        scaleTo(size);
        painter.drawImage(page, m_scaled.isNull() ? m_image : m_scaled);
        return;
    }
    painter.drawImage(page.topLeft(), m_scaled);
}

void PageView::scaleTo(const QSize &size)
{
    if (m_isScaling)
        return; // the next paint asks again
    m_isScaling = true;
    auto *watcher = new QFutureWatcher<QImage>(this); // our child: a late answer finds nobody
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, key = m_image.cacheKey()] {
        watcher->deleteLater();
        m_isScaling = false;
        if (key == m_image.cacheKey()) {
            m_scaled = watcher->result();
            m_scaled.setDevicePixelRatio(devicePixelRatio());
        }
        viewport()->update();
    });
    watcher->setFuture(QtConcurrent::run([image = m_image, size] {
        return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    }));
}

void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.colours().canvas);
    if (m_image.isNull()) {
        painter.setPen(m_theme.colour(Tone::Muted));
        painter.drawText(viewport()->rect().adjusted(m_theme.px(16), 0, -m_theme.px(16), 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_why);
        return;
    }
    const QRectF page = pageRect();
    drawPicture(painter, page);
    painter.setPen(m_theme.colours().border);
    painter.drawRect(page);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PageMark &mark : std::as_const(m_marks))
        if (placeOf(mark.box).intersects(event->rect()))
            drawMark(painter, mark);
    if (m_box)
        drawBox(painter, placeOf(*m_box));
}

void PageView::drawMark(QPainter &painter, const PageMark &mark)
{
    // The paper is white in every theme: the colours on it are those of the light one.
    const Tokens &paper = tokens(ThemeName::Light);
    const QRectF place = placeOf(mark.box);
    if (!mark.isDoubtful) {
        QColor line = paper.accent;
        line.setAlpha(mark.kind == PageMark::Kind::Cell ? 90 : 150);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(line, mark.kind == PageMark::Kind::Table ? 2 : 1));
        painter.drawRect(place);
        return;
    }
    QColor hatch = paper.warning;
    hatch.setAlpha(70);
    painter.setBrush(QBrush(hatch, Qt::BDiagPattern));
    painter.setPen(QPen(paper.warning, 1.5, Qt::DashLine));
    painter.drawRect(place);
    const double side = m_theme.px(14);
    const QRectF sign(place.right() - side, place.top(), side, side);
    painter.fillRect(sign, paper.warning);
    painter.setPen(paper.surface);
    painter.setFont(m_theme.font(11, QFont::Bold));
    painter.drawText(sign, Qt::AlignCenter, u"?"_s);
}

void PageView::drawBox(QPainter &painter, const QRectF &box)
{
    QColor fill = m_theme.colours().marker;
    fill.setAlpha(28);
    painter.setBrush(fill);
    painter.setPen(QPen(m_theme.colours().marker, m_theme.px(2)));
    painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 3, 3);
}

void PageView::setMarks(const QList<PageMark> &marks)
{
    m_marks = marks;
    viewport()->update();
}

int PageView::markAt(const QPointF &point) const
{
    int found = -1;
    double least = 0;
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        const QRectF place = placeOf(m_marks[i].box);
        const double area = place.width() * place.height();
        if (place.contains(point) && (found < 0 || area < least)) {
            found = static_cast<int>(i);
            least = area;
        }
    }
    return found;
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    const int mark = event->button() == Qt::LeftButton ? markAt(event->position()) : -1;
    if (mark >= 0)
        Q_EMIT markChosen(mark);
    QAbstractScrollArea::mousePressEvent(event);
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
