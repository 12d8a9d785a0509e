#include "sheet_layout.h"

#include <QSet>

#include <algorithm>

namespace naru {

namespace {

constexpr qsizetype longestName = 31;
constexpr int narrowest = 5;
constexpr int widest = 44;
constexpr int padding = 2;

QString sheetName(const QString &caption, QSet<QString> &taken)
{
    QString name;
    for (const QChar c : caption.simplified())
        name += QStringView(u"[]:*?/\\").contains(c) || !c.isPrint() ? u' ' : c;
    name = name.simplified().left(longestName);
    while (name.startsWith(u'\''))
        name.remove(0, 1);
    while (name.endsWith(u'\'') || (!name.isEmpty() && name.back().isHighSurrogate()))
        name.chop(1);
    const QString wish = name.isEmpty() ? u"Sheet"_s : name;
    name = name.isEmpty() ? u"Sheet1"_s : name;
    for (int number = 2; taken.contains(name.toCaseFolded()); ++number) {
        const QString suffix = u' ' + QString::number(number);
        name = wish == u"Sheet"_s ? wish + QString::number(number) : wish.left(longestName - suffix.size()) + suffix;
    }
    taken.insert(name.toCaseFolded());
    return name;
}

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

int displayWidth(QStringView text)
{
    int width = 0;
    for (const QChar c : text) {
        const ushort code = c.unicode();
        const bool wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf)
                          || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
                          || (code >= 0xff00 && code <= 0xff60) || (code >= 0x2460 && code <= 0x24ff)
                          || (code >= 0x3200 && code <= 0x33ff);
        width += wide ? 2 : 1;
    }
    return width;
}

QString textOf(const Cell &cell)
{
    if (!cell.text.isEmpty() || cell.blocks.isEmpty())
        return cell.text;
    Document inside;
    inside.body = cell.blocks;
    QString text = plainText(inside);
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

QList<SheetPlan> planSheets(const Document &document)
{
    QList<SheetPlan> sheets;
    QSet<QString> taken;
    QStringList waiting;
    for (const Block &block : document.body) {
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&block)) {
            sheets.append({sheetName((*table)->caption, taken), std::exchange(waiting, {}), *table, {}});
        } else {
            waiting.append(std::get<Paragraph>(block).text);
        }
    }
    if (sheets.isEmpty())
        sheets.append({sheetName(document.title, taken), waiting, nullptr, {}});
    else
        sheets.last().below = waiting;
    return sheets;
}

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
