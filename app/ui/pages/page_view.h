// The picture of a page, zoomable, with the boxes of what was recognised on it, and one around what is spoken of.
#pragma once

#include "core/document.h"
#include "ui/theme.h"

#include <QAbstractScrollArea>
#include <QImage>

namespace naru::ui {

// What was recognised on a page: where, as what, and whether somebody should look (hatched, with a question mark).
struct PageMark {
    enum class Kind { Text, Table, Cell };
    naru::Box box; // points
    Kind kind = Kind::Text;
    bool isDoubtful = false;
};

class PageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageView(const Theme &theme, QWidget *parent = nullptr);

    // `dpi`: of the picture; the box is in points from the top left of the page.
    void setPage(const QImage &image, double dpi);
    void setBox(const std::optional<naru::Box> &box, const QString &words);
    void setMarks(const QList<PageMark> &marks);
    const QList<PageMark> &marks() const { return m_marks; }
    // The smallest mark at a point of the viewport, -1 where there is none.
    int markAt(const QPointF &point) const;
    // Where a box of the page lies in the viewport.
    QRectF placeOf(const naru::Box &box) const;
    void clear(const QString &why); // shows the words instead of a page
    int zoomPercent() const; // 100: as large as on paper

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit(); // the whole width; stays so while the view changes its size

Q_SIGNALS:
    void zoomChanged();
    void markChosen(int mark);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double pixelsPerPoint() const;
    QSizeF pageSize() const; // points
    void setZoom(double pixelsPerPoint);
    void layOut();
    void showBox();
    QRectF pageRect() const;
    void drawPicture(QPainter &painter, const QRectF &page);
    void scaleTo(const QSize &size);
    void drawMark(QPainter &painter, const PageMark &mark);
    void drawBox(QPainter &painter, const QRectF &box);

    const Theme &m_theme;
    QImage m_image;
    QImage m_scaled; // the picture at the present zoom: scaling well takes too long for the window's thread
    bool m_isScaling = false;
    QList<PageMark> m_marks;
    double m_dpi = 72;
    std::optional<naru::Box> m_box;
    QString m_why;
    double m_zoom = 0; // pixels for a point; 0: the whole width
};

} // namespace naru::ui
