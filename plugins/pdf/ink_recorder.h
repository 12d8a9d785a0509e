// A paint device that draws nothing and remembers what was drawn: the lines and shades of a page, without a pixel.
#pragma once

#include "core/ruling.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

#include <memory>

class QPainterPath;

namespace naru::pdf {

class InkRecorder : public QPaintDevice, private QPaintEngine {
public:
    explicit InkRecorder(QSizeF size);

    // What has been drawn so far, piece by piece, in the order of drawing.
    const Rulings &pieces() const { return m_pieces; }
    const Rulings &palePieces() const { return m_palePieces; } // white ones
    const QList<Box> &shades() const { return m_shades; } // filled areas that are not lines and not white
    int shapes() const { return m_shapes; } // curves and other forms: figures, or letters drawn as outlines
    int pictures() const { return m_pictures; }
    double pictureShare() const { return m_pictureShare; } // of the page, of the largest picture, 0–1
    double pictureDpi() const { return m_pictureDpi; } // of the largest picture, 0 where there is none

    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric which) const override;

private:
    bool begin(QPaintDevice *device) override;
    bool end() override;
    Type type() const override;
    void updateState(const QPaintEngineState &change) override;
    void drawPath(const QPainterPath &path) override;
    void drawRects(const QRectF *rects, int count) override;
    void drawRects(const QRect *rects, int count) override;
    void drawLines(const QLineF *lines, int count) override;
    void drawLines(const QLine *lines, int count) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawPolygon(const QPoint *points, int count, PolygonDrawMode mode) override;
    void drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source) override;
    void drawImage(const QRectF &target, const QImage &image, const QRectF &source,
                   Qt::ImageConversionFlags flags) override;
    void drawTextItem(const QPointF &place, const QTextItem &item) override;

    struct Subpath {
        QList<QPointF> points; // on the page
        bool curved = false;
        QRectF bounds() const;
    };
    QList<Subpath> subpathsOf(const QPainterPath &path) const;
    void stroke(const QList<Subpath> &subpaths);
    void strokeLine(QPointF from, QPointF to, double width);
    void fill(const QList<Subpath> &subpaths);
    void fillArea(const QRectF &area, bool curved, bool pale);
    void addLine(const QRectF &line, bool pale);
    void addPicture(const QRectF &target, double pixels);

    QSizeF m_size;
    Rulings m_pieces;
    Rulings m_palePieces;
    QList<Box> m_shades;
    int m_shapes = 0;
    int m_pictures = 0;
    double m_pictureShare = 0;
    double m_pictureDpi = 0;

    QTransform m_transform;
    QRectF m_clip;
    double m_penWidth = 0;
    bool m_strokes = false;
    bool m_fills = false;
    bool m_strokeIsPale = false;
    bool m_fillIsPale = false;
};

} // namespace naru::pdf
