#include "sheet_layout.h"

#include <algorithm>

namespace naru {

namespace {

constexpr int narrowest = 5;
constexpr int widest = 44;
constexpr int padding = 2;

int linesIn(const QString &text, int width)
{
    int lines = 0;
    for (const QStringView line : QStringView(text).split(u'\n'))
        lines += std::max(1, (displayWidth(line) + width - 1) / std::max(width, 1));
    return lines;
}

int longestLine(const QString &text)
{
    int longest = 0;
    for (const QStringView line : QStringView(text).split(u'\n'))
        longest = std::max(longest, displayWidth(line));
    return longest;
}

} // namespace

SheetLayout layOut(const Table &table)
{
    SheetLayout layout;
    int rows = table.rows;
    int columns = table.columns;
    for (const Cell &cell : table.cells) {
        rows = std::max(rows, cell.row + cell.rowSpan);
        columns = std::max(columns, cell.column + cell.columnSpan);
    }
    layout.widths.fill(narrowest, columns);
    layout.lines.fill(1, rows);
    for (const Cell &cell : table.cells) {
        if (cell.header)
            layout.headerRows = std::max(layout.headerRows, cell.row + cell.rowSpan);
        if (cell.columnSpan == 1)
            layout.widths[cell.column]
                = std::clamp(longestLine(textOf(cell)) + padding, layout.widths[cell.column], std::max(widest, layout.widths[cell.column]));
    }
    for (const Cell &cell : table.cells) {
        int width = 0;
        for (int column = cell.column; column < cell.column + cell.columnSpan; ++column)
            width += layout.widths[column];
        const int lines = linesIn(textOf(cell), width - 1);
        const int each = (lines + cell.rowSpan - 1) / cell.rowSpan;
        for (int row = cell.row; row < cell.row + cell.rowSpan; ++row)
            layout.lines[row] = std::max(layout.lines[row], each);
    }
    // A head in the first column is no head of the page.
    if (layout.headerRows >= rows)
        layout.headerRows = 0;
    return layout;
}

} // namespace naru
