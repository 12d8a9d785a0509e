#include "table_setting.h"

#include <algorithm>
#include <numeric>

namespace naru::pdf {

namespace {

constexpr qsizetype longText = 16; // characters; from here on a column reads better from the left

QString textOf(const Cell &cell)
{
    if (!cell.text.isEmpty() || cell.blocks.isEmpty())
        return cell.text;
    return plainText(Document{{}, {}, {}, {}, cell.blocks, {}, {}}).trimmed();
}

int headerRowsOf(const Table &table)
{
    QList<bool> header(table.rows, false);
    for (const Cell &cell : table.cells)
        for (int row = cell.row; cell.header && row < std::min(table.rows, cell.row + cell.rowSpan); ++row)
            header[row] = true;
    const qsizetype body = header.indexOf(false);
    return body < 0 ? 0 : int(body);
}

double sumOf(const QList<double> &widths) { return std::accumulate(widths.cbegin(), widths.cend(), 0.0); }

// The widths with as much taken from the widest as is too much in all.
QList<double> capped(QList<double> widths, double width)
{
    double sum = sumOf(widths);
    double cap = width;
    const double least = width / 40;
    for (int round = 0; round < 40 && sum > width + 1; ++round) {
        cap -= (sum - width) / 2;
        sum = 0;
        for (const double one : std::as_const(widths))
            sum += std::min(one, std::max(cap, least));
    }
    for (double &one : widths)
        one = std::min(one, std::max(cap, least));
    return widths;
}

} // namespace

TableSetting::TableSetting(const Table &table, double width, double mostHeight, const QList<Typeface> &faces)
    : m_face(&faces.first())
    , m_headerRows(headerRowsOf(table))
{
    fitColumns(chosenWidths(table, width, faces), width);
    breakLines(table);
    fitRows(table.rows);
    cutHighRows(mostHeight);
}

double TableSetting::height(int first, int last) const
{
    return std::accumulate(m_heights.cbegin() + first, m_heights.cbegin() + last, 0.0);
}

// Wide enough for every line of every cell, or for every word; cells over several columns widen the last of them.
QList<double> TableSetting::widthsFor(const Table &table, const Typeface &face, bool words)
{
    QList<double> widths(table.columns, face.lineHeight());
    for (const bool spanning : {false, true})
        for (const Cell &cell : table.cells) {
            if ((cell.columnSpan > 1) != spanning)
                continue;
            double needed = 0;
            for (const QString &line : textOf(cell).split(u'\n'))
                for (const QString &piece : words ? wordsOf(line) : QStringList{line})
                    needed = std::max(needed, face.widthOf(piece) + 2.2 * padding());
            double have = 0;
            for (int column = cell.column; column < cell.column + cell.columnSpan; ++column)
                have += widths[column];
            widths[cell.column + cell.columnSpan - 1] += std::max(0.0, needed - have);
        }
    return widths;
}

bool TableSetting::breaksWords(const Table &table, double width, const QList<Typeface> &faces)
{
    return sumOf(widthsFor(table, faces.last(), true)) > width;
}

QList<double> TableSetting::chosenWidths(const Table &table, double width, const QList<Typeface> &faces)
{
    for (const Typeface &face : faces) {
        m_face = &face;
        if (const QList<double> widths = widthsFor(table, face, false); sumOf(widths) <= width)
            return widths;
    }
    QList<double> words;
    for (const Typeface &face : faces) {
        m_face = &face;
        words = widthsFor(table, face, true);
        const double spare = width - sumOf(words);
        if (spare < 0)
            continue;
        // What is left goes to where lines are longest.
        const QList<double> lines = widthsFor(table, face, false);
        const double missing = std::max(1.0, sumOf(lines) - sumOf(words));
        for (qsizetype i = 0; i < words.size(); ++i)
            words[i] += spare * std::max(0.0, lines[i] - words[i]) / missing;
        return words;
    }
    return capped(words, width);
}

// Spare width goes to all columns alike by their size.
void TableSetting::fitColumns(const QList<double> &widths, double width)
{
    const double sum = sumOf(widths);
    double left = 0;
    m_lefts = {0};
    for (const double one : widths)
        m_lefts.append(left += one * width / sum);
}

void TableSetting::breakLines(const Table &table)
{
    QList<bool> isLong(table.columns, false);
    for (const Cell &cell : table.cells)
        if (!cell.header && cell.columnSpan == 1 && textOf(cell).size() >= longText)
            isLong[cell.column] = true;
    for (const Cell &cell : table.cells) {
        const double width = m_lefts[cell.column + cell.columnSpan] - m_lefts[cell.column] - 2 * padding();
        SetCell set{cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.header, true, {}};
        set.centred = cell.header || !isLong[cell.column] || (cell.columnSpan > 1 && textOf(cell).size() < longText);
        set.lines = m_face->broken(textOf(cell), width);
        m_cells.append(set);
    }
}

void TableSetting::fitRows(int rows)
{
    m_heights = QList<double>(rows, m_face->lineHeight() + 2 * padding());
    for (const bool spanning : {false, true})
        for (const SetCell &cell : std::as_const(m_cells)) {
            if ((cell.rowSpan > 1) != spanning)
                continue;
            const double needed = double(cell.lines.size()) * m_face->lineHeight() + 2 * padding();
            const double have = height(cell.row, cell.row + cell.rowSpan);
            m_heights[cell.row + cell.rowSpan - 1] += std::max(0.0, needed - have);
        }
}

void TableSetting::cutHighRows(double mostHeight)
{
    const auto linesPerRow = qsizetype((mostHeight - 2 * padding()) / m_face->lineHeight());
    if (linesPerRow < 1)
        return;
    for (int row = 0; row < rows(); ++row)
        if (height(row) > mostHeight)
            cutRow(row, linesPerRow);
}

// Moves what is too much into a new row below; longer cells beside it span both.
void TableSetting::cutRow(int row, qsizetype linesPerRow)
{
    QList<SetCell> below;
    for (SetCell &cell : m_cells) {
        if (cell.row > row) {
            ++cell.row;
        } else if (cell.row + cell.rowSpan - 1 == row) {
            SetCell rest = cell;
            rest.row = row + 1;
            rest.rowSpan = 1;
            rest.lines = cell.lines.mid(linesPerRow);
            cell.lines = cell.lines.first(std::min(linesPerRow, cell.lines.size()));
            below.append(rest);
        } else if (cell.row + cell.rowSpan > row) {
            ++cell.rowSpan;
        }
    }
    m_cells += below;
    std::sort(m_cells.begin(), m_cells.end(), [](const SetCell &a, const SetCell &b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    fitRows(rows() + 1);
}

} // namespace naru::pdf
