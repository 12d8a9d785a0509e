// A table that grows row by row; a row names only the cells that begin in it.
#pragma once

#include "core/document.h"

namespace naru::office::sample {

Cell cell(const QString &text, int rowSpan = 1, int columnSpan = 1);
Cell numberCell(int number);
Cell dayCell(QDate day);

class Sheet {
public:
    explicit Sheet(int columns);

    void add(const QList<Cell> &cells, bool isHeader = false);
    void addHead(const QStringList &names);
    // "- 이하 여백 -" over the whole width: nothing may be written below.
    void close();
    // Equal texts of the column below one another become one cell.
    void mergeEqual(int column);
    std::shared_ptr<Table> table() const { return m_table; }

private:
    std::shared_ptr<Table> m_table;
    QList<int> m_covered; // rows for which a cell above still covers the column
};

} // namespace naru::office::sample
