#include "tiff_pages.h"

#include <tiffio.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <optional>
#include <vector>

namespace naru::ocr {

namespace {

// The bytes as libtiff wants a file to be.
struct Memory {
    const QByteArray &bytes;
    qsizetype at = 0;
};

tmsize_t readFrom(thandle_t handle, void *into, tmsize_t size)
{
    Memory &memory = *static_cast<Memory *>(handle);
    const qsizetype given = std::clamp<qsizetype>(memory.bytes.size() - memory.at, 0, size);
    std::memcpy(into, memory.bytes.constData() + memory.at, size_t(given));
    memory.at += given;
    return given;
}

tmsize_t writeNothing(thandle_t, void *, tmsize_t)
{
    return 0;
}

toff_t seekIn(thandle_t handle, toff_t offset, int whence)
{
    Memory &memory = *static_cast<Memory *>(handle);
    const qint64 base = whence == SEEK_CUR ? memory.at : whence == SEEK_END ? memory.bytes.size() : 0;
    memory.at = std::clamp<qint64>(base + qint64(offset), 0, memory.bytes.size());
    return toff_t(memory.at);
}

int closeNothing(thandle_t)
{
    return 0;
}

toff_t sizeOf(thandle_t handle)
{
    return toff_t(static_cast<Memory *>(handle)->bytes.size());
}

struct Close {
    void operator()(TIFF *file) const { TIFFClose(file); }
};
using File = std::unique_ptr<TIFF, Close>;

File openTiff(Memory &memory)
{
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    return File(TIFFClientOpen("scan", "rm", &memory, readFrom, writeNothing, seekIn, closeNothing, sizeOf, nullptr,
                               nullptr));
}

TiffPage pageOf(TIFF *file)
{
    uint32_t width = 0;
    uint32_t height = 0;
    float across = 0;
    float down = 0;
    uint16_t unit = RESUNIT_INCH;
    TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(file, TIFFTAG_IMAGELENGTH, &height);
    TIFFGetField(file, TIFFTAG_XRESOLUTION, &across);
    TIFFGetField(file, TIFFTAG_YRESOLUTION, &down);
    TIFFGetFieldDefaulted(file, TIFFTAG_RESOLUTIONUNIT, &unit);
    double dpi = unit == RESUNIT_NONE ? 0 : std::max(double(across), double(down));
    if (unit == RESUNIT_CENTIMETER)
        dpi *= 2.54;
    constexpr uint32_t most = 1U << 20U;
    return {QSize(int(std::min(width, most)), int(std::min(height, most))), std::isfinite(dpi) ? dpi : 0};
}

// Adds up rows of colours and gives one row for each `reduction` of them.
class Shrinker {
public:
    Shrinker(QImage &into, int reduction)
        : m_into(into)
        , m_reduction(reduction)
        , m_sums(size_t(into.width()) * 3)
    {
    }

    void add(const uint32_t *row)
    {
        for (int x = 0; x < m_into.width() * m_reduction; ++x) {
            uint32_t *sum = &m_sums[size_t(x / m_reduction) * 3];
            const uint32_t rest = 255 - TIFFGetA(row[x]); // colours come multiplied by their opacity
            sum[0] += TIFFGetR(row[x]) + rest;
            sum[1] += TIFFGetG(row[x]) + rest;
            sum[2] += TIFFGetB(row[x]) + rest;
        }
        if (++m_rows < m_reduction)
            return;
        flush();
    }

private:
    void flush()
    {
        const uint32_t count = uint32_t(m_reduction) * uint32_t(m_reduction);
        if (m_line < m_into.height()) {
            auto *to = reinterpret_cast<QRgb *>(m_into.scanLine(m_line++));
            for (int x = 0; x < m_into.width(); ++x) {
                const uint32_t *sum = &m_sums[size_t(x) * 3];
                to[x] = qRgb(int(sum[0] / count), int(sum[1] / count), int(sum[2] / count));
            }
        }
        std::fill(m_sums.begin(), m_sums.end(), 0U);
        m_rows = 0;
    }

    QImage &m_into;
    int m_reduction;
    std::vector<uint32_t> m_sums;
    int m_rows = 0;
    int m_line = 0;
};

constexpr size_t mostStrip = 16 << 20; // pixels of four bytes that are held at once

// The pixels of one line, of whom every `samples` bytes (or one bit) are one, as libtiff packs colours.
class LineColours {
public:
    static std::optional<LineColours> of(TIFF *file)
    {
        uint16_t photometric = 0;
        uint16_t planes = PLANARCONFIG_CONTIG;
        LineColours colours;
        TIFFGetField(file, TIFFTAG_PHOTOMETRIC, &photometric);
        TIFFGetFieldDefaulted(file, TIFFTAG_PLANARCONFIG, &planes);
        TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &colours.m_bits);
        TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &colours.m_samples);
        colours.m_isLightFirst = photometric == PHOTOMETRIC_MINISWHITE;
        const bool isGrey = (colours.m_isLightFirst || photometric == PHOTOMETRIC_MINISBLACK) && colours.m_samples == 1
            && (colours.m_bits == 1 || colours.m_bits == 8);
        const bool isColour = photometric == PHOTOMETRIC_RGB && colours.m_samples == 3 && colours.m_bits == 8
            && planes == PLANARCONFIG_CONTIG;
        return isGrey || isColour ? std::optional(colours) : std::nullopt;
    }

    size_t bytes(int width) const { return (size_t(width) * m_samples * m_bits + 7) / 8; }

    uint32_t at(const uint8_t *line, int x) const
    {
        if (m_samples == 3)
            return packed(line[3 * x], line[3 * x + 1], line[3 * x + 2]);
        const int value = m_bits == 8 ? line[x] : (line[x / 8] >> (7 - x % 8) & 1) != 0 ? 255 : 0;
        const auto grey = uint32_t(m_isLightFirst ? 255 - value : value);
        return packed(grey, grey, grey);
    }

private:
    static uint32_t packed(uint32_t red, uint32_t green, uint32_t blue)
    {
        return 0xFF00'0000U | blue << 16U | green << 8U | red;
    }

    uint16_t m_bits = 1;
    uint16_t m_samples = 1;
    bool m_isLightFirst = false;
};

// A page that is one strip, as many scanners write it, may be larger than memory: line by line it is not. False for
// the rarer kinds of pixels.
bool readLines(TIFF *file, QSize pixels, Shrinker &shrinker)
{
    const std::optional<LineColours> colours = LineColours::of(file);
    if (!colours || TIFFScanlineSize64(file) > colours->bytes(pixels.width()))
        return false;
    std::vector<uint8_t> line(colours->bytes(pixels.width()));
    std::vector<uint32_t> row(size_t(pixels.width()));
    for (int y = 0; y < pixels.height(); ++y) {
        if (TIFFReadScanline(file, line.data(), uint32_t(y), 0) < 0)
            return y > 0;
        for (int x = 0; x < pixels.width(); ++x)
            row[size_t(x)] = colours->at(line.data(), x);
        shrinker.add(row.data());
    }
    return true;
}

// Strips come bottom row first.
bool readStrips(TIFF *file, QSize pixels, Shrinker &shrinker)
{
    uint32_t perStrip = 0;
    TIFFGetFieldDefaulted(file, TIFFTAG_ROWSPERSTRIP, &perStrip);
    const int rows = int(std::clamp<uint32_t>(perStrip, 1, uint32_t(pixels.height())));
    if (size_t(rows) * size_t(pixels.width()) > mostStrip)
        return readLines(file, pixels, shrinker);
    std::vector<uint32_t> strip(size_t(rows) * size_t(pixels.width()));
    bool any = false;
    for (int first = 0; first < pixels.height(); first += rows) {
        const int here = std::min(rows, pixels.height() - first);
        if (TIFFReadRGBAStripExt(file, uint32_t(first), strip.data(), 1) == 0)
            return any;
        any = true;
        for (int row = here - 1; row >= 0; --row)
            shrinker.add(strip.data() + size_t(row) * size_t(pixels.width()));
    }
    return any;
}

bool readTiles(TIFF *file, QSize pixels, Shrinker &shrinker)
{
    uint32_t width = 0;
    uint32_t height = 0;
    constexpr uint32_t largest = 8192;
    TIFFGetField(file, TIFFTAG_TILEWIDTH, &width);
    TIFFGetField(file, TIFFTAG_TILELENGTH, &height);
    if (width == 0 || height == 0 || width > largest || height > largest
        || size_t(pixels.width()) * height > 4 * mostStrip)
        return false;
    std::vector<uint32_t> tile(size_t(width) * height);
    std::vector<uint32_t> rows(size_t(pixels.width()) * height);
    bool any = false;
    for (uint32_t top = 0; top < uint32_t(pixels.height()); top += height) {
        std::fill(rows.begin(), rows.end(), 0xFFFF'FFFFU);
        for (uint32_t left = 0; left < uint32_t(pixels.width()); left += width) {
            if (TIFFReadRGBATileExt(file, left, top, tile.data(), 1) == 0)
                continue;
            any = true;
            const uint32_t columns = std::min(width, uint32_t(pixels.width()) - left);
            for (uint32_t y = 0; y < height; ++y)
                std::copy_n(tile.data() + size_t(height - 1 - y) * width, columns,
                            rows.data() + size_t(y) * size_t(pixels.width()) + left);
        }
        for (uint32_t y = 0; y < std::min(height, uint32_t(pixels.height()) - top); ++y)
            shrinker.add(rows.data() + size_t(y) * size_t(pixels.width()));
    }
    return any;
}

} // namespace

TiffPages tiffPages(const QByteArray &bytes, int mostPages)
{
    Memory memory{bytes};
    const File file = openTiff(memory);
    TiffPages result;
    if (!file)
        return result;
    do
        result.pages.append(pageOf(file.get()));
    while (result.pages.size() <= mostPages && TIFFReadDirectory(file.get()) != 0);
    result.isCut = result.pages.size() <= mostPages && TIFFLastDirectory(file.get()) == 0;
    return result;
}

QImage tiffPicture(const QByteArray &bytes, int page, int reduction)
{
    Memory memory{bytes};
    const File file = openTiff(memory);
    if (!file || TIFFSetDirectory(file.get(), tdir_t(page)) == 0)
        return {};
    const QSize pixels = pageOf(file.get()).pixels;
    QImage picture(std::max(1, pixels.width() / reduction), std::max(1, pixels.height() / reduction),
                   QImage::Format_RGB32);
    if (picture.isNull() || pixels.width() < reduction || pixels.height() < reduction)
        return {};
    picture.fill(Qt::white);
    Shrinker shrinker(picture, reduction);
    const bool isRead = TIFFIsTiled(file.get()) != 0 ? readTiles(file.get(), pixels, shrinker)
                                                      : readStrips(file.get(), pixels, shrinker);
    return isRead ? picture : QImage();
}

} // namespace naru::ocr
