// The picture of a page, zoomable, with a box around the line that is spoken of.
#pragma once

#include "core/document.h"
#include "ui/theme.h"

#include <QAbstractScrollArea>
#include <QImage>
#include <QPixmap>

namespace naru::ui {

class PageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageView(const Theme &theme, QWidget *parent = nullptr);

    // `dpi`: of the picture; the box is in points from the top left of the page.
    void setPage(const QImage &image, double dpi);
    void setBox(const std::optional<naru::Box> &box, const QString &words);
    void clear(const QString &why); // shows the words instead of a page
    int zoomPercent() const; // 100: as large as on paper

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit(); // the whole width; stays so while the view changes its size

Q_SIGNALS:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double pixelsPerPoint() const;
    QSizeF pageSize() const; // points
    void setZoom(double pixelsPerPoint);
    void layOut();
    void showBox();
    void drawPicture(QPainter &painter, const QRectF &page);

    const Theme &m_theme;
    QImage m_image;
    QPixmap m_scaled; // the picture at the present zoom: scaling well is too slow for every paint
    double m_dpi = 72;
    std::optional<naru::Box> m_box;
    QString m_why;
    double m_zoom = 0; // pixels for a point; 0: the whole width
};

} // namespace naru::ui
