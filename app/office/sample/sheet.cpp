#include "office/sample/sheet.h"

#include <algorithm>

namespace naru::office::sample {

Cell cell(const QString &text, int rowSpan, int columnSpan)
{
    Cell made;
    made.text = text;
    made.rowSpan = rowSpan;
    made.columnSpan = columnSpan;
    return made;
}

Cell numberCell(int number)
{
    Cell made = cell(QString::number(number));
    made.value = {Value::Kind::Number, made.text, {}, {}};
    return made;
}

Cell dayCell(QDate day)
{
    Cell made = cell(day.toString(Qt::ISODate));
    made.value = {Value::Kind::Day, made.text, {}, u"yyyy-mm-dd"_s};
    return made;
}

Sheet::Sheet(int columns)
    : m_table(std::make_shared<Table>())
{
    m_table->columns = columns;
    m_covered.fill(0, columns);
}

void Sheet::add(const QList<Cell> &cells, bool isHeader)
{
    int column = 0;
    for (const Cell &one : cells) {
        while (column < m_table->columns && m_covered.at(column) > 0)
            ++column;
        Cell placed = one;
        placed.row = m_table->rows;
        placed.column = column;
        placed.header = isHeader;
        for (int i = 0; i < placed.columnSpan; ++i)
            m_covered[column++] = placed.rowSpan;
        m_table->cells.append(placed);
    }
    for (int &left : m_covered)
        left = std::max(0, left - 1);
    ++m_table->rows;
}

void Sheet::addHead(const QStringList &names)
{
    QList<Cell> cells;
    for (const QString &name : names)
        cells.append(cell(name));
    add(cells, true);
}

void Sheet::close()
{
    add({cell(u"- 이하 여백 -"_s, 1, m_table->columns)});
}

void Sheet::mergeEqual(int column)
{
    constexpr int most = 20; // rows: a cell still fits on a page
    QList<Cell> kept;
    qsizetype above = -1;
    for (const Cell &one : std::as_const(m_table->cells)) {
        const bool isLike = above >= 0 && !one.header && one.column == column && !one.text.isEmpty()
            && kept.at(above).text == one.text && kept.at(above).rowSpan < most;
        if (isLike) {
            ++kept[above].rowSpan;
            continue;
        }
        if (one.column == column && !one.header)
            above = kept.size();
        kept.append(one);
    }
    m_table->cells = kept;
}

} // namespace naru::office::sample
