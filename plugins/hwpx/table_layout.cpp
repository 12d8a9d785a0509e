#include "table_layout.h"

#include "markup.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace naru::hwpx {

namespace {

constexpr double longText = 14; // em; longer ones are read from the left
constexpr int lowestRow = 1700; // 6 mm
constexpr int slack = 80; // rounding of the fonts

double widestLine(const QString &text)
{
    double widest = 0;
    for (const QStringView line : QStringView(text).split(u'\n'))
        widest = std::max(widest, widthOf(line));
    return widest;
}

int unitsOf(double em, int size)
{
    return int(std::ceil(em * tableSizes[size_t(size)])) + 2 * cellPadding + slack;
}

// The widest columns give way first, down to one common width.
void shrink(QList<int> &widths, int total)
{
    QList<int> sorted = widths;
    std::sort(sorted.begin(), sorted.end());
    int rest = total;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        const int share = rest / int(sorted.size() - i);
        if (sorted[i] > share) {
            for (int &width : widths)
                width = std::min(width, share);
            return;
        }
        rest -= sorted[i];
    }
}

// What is left over goes to all of them, by their width; the last unit too.
void fill(QList<int> &widths, int total)
{
    const int sum = std::accumulate(widths.cbegin(), widths.cend(), 0);
    int left = total - sum;
    for (int &width : widths) {
        const int more = int(qint64(total - sum) * width / std::max(sum, 1));
        width += more;
        left -= more;
    }
    widths.last() += left;
}

int linesOf(const QString &text, int size, int width)
{
    const double room = std::max(1, width - 2 * cellPadding) / double(tableSizes[size_t(size)]);
    int lines = 0;
    for (const QStringView line : QStringView(text).split(u'\n'))
        lines += std::max(1, int(std::ceil(widthOf(line) / room)));
    return lines;
}

} // namespace

double widthOf(QStringView line)
{
    double width = 0;
    for (const QChar c : line) {
        const bool isWide = c.unicode() >= 0x1100 && !c.isLowSurrogate();
        width += isWide ? 1.0 : c.isUpper() ? 0.68 : c.isSpace() ? 0.34 : 0.55;
    }
    return width;
}

TableLayout layoutOf(const Table &table, int width)
{
    QList<double> widest(table.columns, 1.0);
    for (const Cell &cell : table.cells)
        if (cell.columnSpan == 1)
            widest[cell.column] = std::max(widest[cell.column], widestLine(cell.text));
    TableLayout layout;
    const auto natural = [&](double most) {
        QList<int> widths;
        for (const double em : widest)
            widths.append(unitsOf(std::min(em, most), layout.size));
        return widths;
    };
    const auto sum = [](const QList<int> &widths) { return std::accumulate(widths.cbegin(), widths.cend(), 0); };
    // Long texts may take several lines; short ones should not, so the type shrinks for them.
    while (sum(natural(longText)) > width && layout.size + 1 < int(tableSizes.size()))
        ++layout.size;
    const QList<int> wanted = natural(std::numeric_limits<double>::max());
    layout.widths = wanted;
    if (sum(wanted) > width)
        shrink(layout.widths, width);
    fill(layout.widths, width);
    for (int column = 0; column < table.columns; ++column)
        layout.isCentred.append(widest[column] <= longText && wanted[column] <= layout.widths[column]);

    layout.heights = QList<int>(table.rows, lowestRow);
    for (const Cell &cell : table.cells) {
        int room = 0;
        for (int column = cell.column; column < cell.column + cell.columnSpan; ++column)
            room += layout.widths[column];
        const int lines = linesOf(cell.text, layout.size, room);
        const int height = int(lines * tableSizes[size_t(layout.size)] * 1.3) + 2 * cellPadding;
        if (cell.rowSpan == 1)
            layout.heights[cell.row] = std::max(layout.heights[cell.row], height);
    }
    return layout;
}

} // namespace naru::hwpx
