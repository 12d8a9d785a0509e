#include "cell_room.h"

#include "core/spreadsheet.h"

#include <algorithm>
#include <cmath>

namespace naru {

CellRoom::CellRoom(const XmlOutline &sheet)
{
    if (const int usual = sheet.child(0, "sheetFormatPr"); usual >= 0) {
        if (const double width = sheet.attribute(usual, "defaultColWidth").toDouble(); width > 0)
            m_usualWidth = width;
        if (const double height = sheet.attribute(usual, "defaultRowHeight").toDouble(); height > 0)
            m_usualHeight = height;
    }
    if (const int columns = sheet.child(0, "cols"); columns >= 0)
        for (const int one : sheet.children(columns, "col")) {
            const QString style = sheet.attribute(one, "style");
            const double width = sheet.attribute(one, "width").toDouble();
            m_columns.append({sheet.attribute(one, "min").toInt() - 1, sheet.attribute(one, "max").toInt() - 1,
                              width > 0 ? width : m_usualWidth, style.isEmpty() ? -1 : style.toInt()});
        }
    const int rows = sheet.child(0, "sheetData");
    int row = -1;
    for (int i = rows < 0 ? 0 : rows + 1; rows >= 0 && i < sheet.at(rows).after; i = sheet.at(i).after) {
        const QString number = sheet.attribute(i, "r");
        row = number.isEmpty() ? row + 1 : number.toInt() - 1;
        const QString fixed = sheet.attribute(i, "customHeight");
        if (fixed == u"1"_s || fixed == u"true"_s)
            m_heights.insert(row, sheet.attribute(i, "ht").toDouble());
    }
}

int CellRoom::columnStyle(int column) const
{
    for (const Columns &one : m_columns)
        if (column >= one.first && column <= one.last)
            return one.style;
    return -1;
}

double CellRoom::width(const CellRange &range) const
{
    double sum = 0;
    for (int column = range.left; column <= range.right; ++column) {
        const auto found = std::find_if(m_columns.begin(), m_columns.end(), [column](const Columns &one) {
            return column >= one.first && column <= one.last;
        });
        sum += found == m_columns.end() ? m_usualWidth : found->width;
    }
    return sum;
}

// Rows grow with their text unless their height is fixed or they are merged.
int CellRoom::lines(const CellRange &range, const CellLook &look) const
{
    const bool isMerged = range.top != range.bottom || range.left != range.right;
    if (!isMerged && !m_heights.contains(range.top))
        return 1000;
    double height = 0;
    for (int row = range.top; row <= range.bottom; ++row)
        height += m_heights.value(row, m_usualHeight);
    return std::max(1, int(height / (m_usualHeight * 0.9 * look.scale)));
}

bool CellRoom::fits(const QString &text, const CellRange &range, const CellLook &look) const
{
    if (look.shrinks || range.bottom - range.top > 1000 || range.right - range.left > 256)
        return true;
    const double room = std::max(1.0, width(range));
    const auto need = [&](QStringView line) { return displayWidth(line) * look.scale; };
    if (!look.wraps)
        return need(QString(text).remove(u'\n')) <= room;
    int lines = 0;
    for (const QStringView line : QStringView(text).split(u'\n'))
        lines += std::max(1, int(std::ceil(need(line) / room)));
    return lines <= this->lines(range, look);
}

} // namespace naru
