#include "local_threshold.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace naru::ocr {

namespace {

const l_uint32 *lineOf(PIX *pix, int y)
{
    return pixGetData(pix) + size_t(y) * size_t(pixGetWpl(pix));
}

int mirrored(int at, int size)
{
    return at < 0 ? -1 - at : at < size ? at : 2 * size - 1 - at;
}

// The sums of the values and of their squares in the window around each pixel of a row, which moves down.
class Window {
public:
    Window(PIX *grey, int reach)
        : m_grey(grey)
        , m_width(pixGetWidth(grey))
        , m_height(pixGetHeight(grey))
        , m_reach(reach)
        , m_columns(size_t(m_width))
    {
        for (int y = -reach; y < reach; ++y) // the last row comes with the first move
            addRow(y, 1);
    }

    // Calls visit(x, sum, sum of squares) along the row. REQUIRES: rows come one after the other from 0.
    template <typename Visit> void along(int y, const Visit &visit)
    {
        addRow(y + m_reach, 1);
        Sums sums;
        for (int x = -m_reach; x < m_reach; ++x)
            sums.add(m_columns[size_t(mirrored(x, m_width))], 1);
        for (int x = 0; x < m_width; ++x) {
            sums.add(m_columns[size_t(mirrored(x + m_reach, m_width))], 1);
            visit(x, sums.values, sums.squares);
            sums.add(m_columns[size_t(mirrored(x - m_reach, m_width))], -1);
        }
        addRow(y - m_reach, -1);
    }

private:
    struct Sums {
        int32_t values = 0;
        int32_t squares = 0; // at most 51 × 51 × 255²

        void add(const Sums &other, int sign)
        {
            values += sign * other.values;
            squares += sign * other.squares;
        }
    };

    void addRow(int y, int sign)
    {
        const l_uint32 *line = lineOf(m_grey, mirrored(y, m_height));
        for (int x = 0; x < m_width; ++x) {
            const int value = GET_DATA_BYTE(line, x);
            m_columns[size_t(x)].add({value, value * value}, sign);
        }
    }

    PIX *m_grey;
    int m_width;
    int m_height;
    int m_reach;
    std::vector<Sums> m_columns;
};

} // namespace

std::array<Pixels, 2> localThresholds(PIX *grey, int reach, const std::array<float, 2> &factors)
{
    const int width = pixGetWidth(grey);
    const int height = pixGetHeight(grey);
    if (std::min(width, height) < 2 * reach + 3)
        return {};
    std::array<Pixels, 2> binaries{Pixels(pixCreate(width, height, 1)), Pixels(pixCreate(width, height, 1))};
    if (!binaries[0] || !binaries[1])
        return {};
    const float share = 1.0F / float((2 * reach + 1) * (2 * reach + 1));
    Window window(grey, reach);
    for (int y = 0; y < height; ++y) {
        const l_uint32 *line = lineOf(grey, y);
        std::array<l_uint32 *, 2> ink{};
        for (size_t i = 0; i < ink.size(); ++i)
            ink[i] = pixGetData(binaries[i].get()) + size_t(y) * size_t(pixGetWpl(binaries[i].get()));
        window.along(y, [&](int x, int sum, int squares) {
            const int value = GET_DATA_BYTE(line, x);
            const int mean = int(share * float(sum));
            if (value >= mean)
                return; // no threshold is lighter than the mean
            const int variance = int(double(share) * squares + 0.5) - mean * mean;
            const float deviation = std::sqrt(float(variance));
            for (size_t i = 0; i < factors.size(); ++i)
                if (value < int(mean * (1.0 - factors[i] * (1.0 - deviation / 128.0))))
                    SET_DATA_BIT(ink[i], x);
        });
    }
    return binaries;
}

} // namespace naru::ocr
