#include "ink.h"

#include <algorithm>
#include <array>
#include <vector>

namespace naru::ocr {

namespace {

constexpr int step = 4; // seals are looked for in a picture that is smaller by this
constexpr double smallestSeal = 6; // millimetres
constexpr double mostStretch = 2.5; // a longer shape is text

// The rows of a picture as they are on white paper. Row by row, for a page in colours is larger than all that is made of it.
class Paper {
public:
    explicit Paper(const QImage &picture)
        : m_picture(picture.convertToFormat(picture.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                                      : QImage::Format_RGB32))
        , m_row(picture.hasAlphaChannel() ? size_t(picture.width()) : 0)
    {
    }

    bool isNull() const { return m_picture.isNull(); }
    int width() const { return m_picture.width(); }
    int height() const { return m_picture.height(); }

    // Valid until the next call.
    const QRgb *row(int y)
    {
        const auto *from = reinterpret_cast<const QRgb *>(m_picture.constScanLine(y));
        if (m_row.empty())
            return from;
        for (size_t x = 0; x < m_row.size(); ++x) {
            const int rest = 255 - qAlpha(from[x]);
            m_row[x] = qRgb(qRed(from[x]) + rest, qGreen(from[x]) + rest, qBlue(from[x]) + rest);
        }
        return m_row.data();
    }

private:
    QImage m_picture;
    std::vector<QRgb> m_row;
};

int redness(QRgb colour)
{
    return qRed(colour) - std::max(qGreen(colour), qBlue(colour));
}

// Ones where a block of pixels has red ones. Null where there is no red worth looking at.
Pixels redBlocks(Paper &picture)
{
    constexpr int reddish = 45;
    constexpr int fewest = 4; // of the 16 pixels of a block
    const int columns = picture.width() / step;
    const int rows = picture.height() / step;
    Pixels blocks(pixCreate(std::max(1, columns), std::max(1, rows), 1));
    bool any = false;
    std::vector<int> counts(size_t(columns) + 1);
    for (int row = 0; row < rows; ++row) {
        std::fill(counts.begin(), counts.end(), 0);
        for (int y = row * step; y < (row + 1) * step; ++y) {
            const QRgb *line = picture.row(y);
            for (int x = 0; x < columns * step; ++x)
                counts[size_t(x / step)] += redness(line[x]) > reddish ? 1 : 0;
        }
        for (int column = 0; column < columns; ++column)
            if (counts[size_t(column)] >= fewest) {
                pixSetPixel(blocks.get(), column, row, 1);
                any = true;
            }
    }
    return any ? std::move(blocks) : nullptr;
}

// Red shapes as large as a seal and about as high as wide.
std::vector<Area> sealsOf(Paper &picture, double dpi)
{
    const Pixels blocks = redBlocks(picture);
    if (!blocks)
        return {};
    const double millimetre = dpi / 25.4;
    const int reach = std::max(3, int(1.5 * millimetre / step)) | 1;
    const Pixels joined(pixCloseSafeBrick(nullptr, blocks.get(), reach, reach));
    const Boxes boxes = piecesOf(joined.get());
    std::vector<Area> seals;
    for (int i = 0; i < boxaGetCount(boxes.get()); ++i) {
        const Area area = areaOf(boxes.get(), i);
        const auto [low, high] = std::minmax(area.width, area.height);
        if (low * step >= smallestSeal * millimetre && high <= mostStretch * low)
            seals.push_back({area.left * step - step, area.top * step - step, area.width * step + 2 * step,
                             area.height * step + 2 * step});
    }
    return seals;
}

// Red ink alone is light in the red light; text below it stays dark.
void lift(Paper &picture, const Area &seal, PIX *grey)
{
    constexpr int tinted = 18;
    constexpr double dark = 70;
    constexpr double light = 150;
    const int top = std::max(0, seal.top);
    const int bottom = std::min(picture.height(), seal.bottom());
    const int left = std::max(0, seal.left);
    const int right = std::min(picture.width(), seal.right());
    std::array<int, 256> paper{};
    int count = 0;
    for (int y = top; y < bottom; ++y) {
        const QRgb *line = picture.row(y);
        for (int x = left; x < right; ++x, ++count)
            ++paper[size_t(qRed(line[x]))];
    }
    int white = 255;
    for (int above = paper[255]; white > 128 && above < count / 4; above += paper[size_t(--white)]) { }
    for (int y = top; y < bottom; ++y) {
        const QRgb *line = picture.row(y);
        for (int x = left; x < right; ++x) {
            if (redness(line[x]) < tinted)
                continue;
            const double red = qRed(line[x]);
            const double share = std::clamp((red - dark) / (light - dark), 0.0, 1.0);
            pixSetPixel(grey, x, y, l_uint32(share * white + (1 - share) * red));
        }
    }
}

} // namespace

Pixels inkOf(const QImage &picture, double dpi)
{
    Pixels grey(pixCreate(picture.width(), picture.height(), 8));
    if (!grey)
        return nullptr;
    const auto lineOf = [&grey](int y) { return pixGetData(grey.get()) + size_t(y) * size_t(pixGetWpl(grey.get())); };
    if (picture.format() == QImage::Format_Grayscale8) {
        for (int y = 0; y < picture.height(); ++y) {
            const uchar *from = picture.constScanLine(y);
            l_uint32 *into = lineOf(y);
            for (int x = 0; x < picture.width(); ++x)
                SET_DATA_BYTE(into, x, from[x]);
        }
        return grey;
    }
    Paper paper(picture);
    if (paper.isNull())
        return nullptr;
    for (int y = 0; y < paper.height(); ++y) {
        const QRgb *from = paper.row(y);
        l_uint32 *into = lineOf(y);
        for (int x = 0; x < paper.width(); ++x)
            SET_DATA_BYTE(into, x, qGray(from[x]));
    }
    for (const Area &seal : sealsOf(paper, dpi))
        lift(paper, seal, grey.get());
    return grey;
}

} // namespace naru::ocr
