#include "sheet_table.h"

#include "cell_value.h"

#include <algorithm>

namespace naru {

namespace {

// What is hidden may be left over from another day: whoever uses it must ask.
constexpr double hiddenConfidence = 0.5;
// Titles are merged over the whole width of a sheet at times, which does not make the table 16,384 columns wide.
constexpr int widestMerge = 256;
constexpr int highestMerge = 1024;
// A grid with a stray cell far out is left with holes instead of being filled with blanks.
constexpr qint64 blanksPerCell = 20;
constexpr qint64 freeBlanks = 20'000;
constexpr int mostOverlaps = 1000; // of merges that are looked at: each costs its area
constexpr int namedRanges = 10; // in a diagnostic

bool before(int row, int column, int otherRow, int otherColumn)
{
    return row != otherRow ? row < otherRow : column < otherColumn;
}

class TableMaker {
public:
    TableMaker(const QString &sheet, QList<StreamCell> cells, const SheetNotes &notes)
        : m_sheet(sheet)
        , m_read(std::move(cells))
        , m_notes(notes)
    {
    }

    Result<SheetTable> make(qint64 mostCells)
    {
        sort();
        measure();
        chooseMerges();
        if (qint64(m_rows) * m_columns > mostCells)
            return Error{Error::Kind::Invalid,
                         u"expected at most "_s + QString::number(mostCells) + u" cells but sheet '"_s + m_sheet
                             + u"' reaches to "_s + cellName(m_rows - 1, m_columns - 1),
                         u"limit.cells"_s};
        hide();
        fill();
        describe();
        return SheetTable{std::move(m_table), std::move(m_diagnostics)};
    }

private:
    void sort()
    {
        std::stable_sort(m_read.begin(), m_read.end(), [](const StreamCell &a, const StreamCell &b) {
            return before(a.row, a.column, b.row, b.column);
        });
        const auto same = std::unique(m_read.begin(), m_read.end(), [](const StreamCell &a, const StreamCell &b) {
            return a.row == b.row && a.column == b.column;
        });
        if (same != m_read.end())
            say(u"xlsx.doubleCell"_s, u"expected each cell once but some stand twice; the first was taken"_s);
        m_read.erase(same, m_read.end());
    }

    // The used range ends with the last cell that shows something.
    void measure()
    {
        for (const StreamCell &cell : m_read) {
            if (QStringView(cell.text).trimmed().isEmpty())
                continue;
            m_rows = std::max(m_rows, cell.row + 1);
            m_columns = std::max(m_columns, cell.column + 1);
        }
        const auto beyond = std::remove_if(m_read.begin(), m_read.end(), [this](const StreamCell &cell) {
            return cell.row >= m_rows || cell.column >= m_columns;
        });
        m_read.erase(beyond, m_read.end());
    }

    const StreamCell *read(int row, int column) const
    {
        const auto at = std::lower_bound(m_read.begin(), m_read.end(), CellPlace{row, column},
                                         [](const StreamCell &cell, const CellPlace &place) {
                                             return before(cell.row, cell.column, place.row, place.column);
                                         });
        return at != m_read.end() && at->row == row && at->column == column ? &*at : nullptr;
    }

    void chooseMerges()
    {
        const int rows = m_rows;
        const int columns = m_columns;
        QList<CellRange> merges = m_notes.merges;
        std::sort(merges.begin(), merges.end(), [](const CellRange &a, const CellRange &b) {
            return before(a.top, a.left, b.top, b.left);
        });
        for (CellRange merge : merges) {
            if (merge.top >= rows || merge.left >= columns)
                continue;
            if (merge.right - merge.left >= widestMerge)
                merge.right = std::max(merge.left, std::min(merge.right, columns - 1));
            if (merge.bottom - merge.top >= highestMerge)
                merge.bottom = std::max(merge.top, std::min(merge.bottom, rows - 1));
            m_rows = std::max(m_rows, merge.bottom + 1);
            m_columns = std::max(m_columns, merge.right + 1);
            m_merges.append(merge);
        }
    }

    // Marks what of the table is hidden, and names it.
    void hide()
    {
        m_hiddenRows.assign(size_t(m_rows), false);
        m_hiddenColumns.assign(size_t(m_columns), false);
        for (const CellRange &hidden : m_notes.hidden) {
            const bool isRows = hidden.left == 0 && hidden.right == mostColumns - 1;
            const int first = isRows ? hidden.top : hidden.left;
            const int last = std::min(isRows ? hidden.bottom : hidden.right, (isRows ? m_rows : m_columns) - 1);
            if (last < first)
                continue;
            std::vector<bool> &marks = isRows ? m_hiddenRows : m_hiddenColumns;
            std::fill(marks.begin() + first, marks.begin() + last + 1, true);
            const auto name = [&](int at) { return isRows ? QString::number(at + 1) : cellName(0, at).chopped(1); };
            QStringList &names = isRows ? m_rowsHidden : m_columnsHidden;
            if (names.size() <= namedRanges)
                names.append(names.size() == namedRanges ? u"…"_s : first == last ? name(first) : name(first) + u'–' + name(last));
        }
    }

    void fill()
    {
        const qint64 area = qint64(m_rows) * m_columns;
        m_table.rows = m_rows;
        m_table.columns = m_columns;
        m_table.caption = m_sheet;
        m_table.place.address = m_sheet;
        if (area > freeBlanks + blanksPerCell * m_read.size()) {
            for (const StreamCell &cell : m_read)
                append(cell.row, cell.column, &cell, {cell.row, cell.column, cell.row, cell.column});
            say(u"xlsx.sparse"_s, u"expected a table but its few cells lie far apart; blanks were left out"_s);
            return;
        }
        std::vector<int> owner(size_t(area), -1); // the merge that covers each position
        int overlaps = 0;
        for (int i = 0; i < m_merges.size() && overlaps < mostOverlaps; ++i)
            overlaps += !claim(owner, i);
        if (overlaps)
            say(u"xlsx.merge"_s, u"expected merged ranges apart but some overlap"_s);
        auto next = m_read.constBegin();
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column) {
                const StreamCell *cell = nullptr;
                if (next != m_read.constEnd() && next->row == row && next->column == column)
                    cell = &*next++;
                const int merge = owner[size_t(row) * size_t(m_columns) + size_t(column)];
                if (merge < 0)
                    append(row, column, cell, {row, column, row, column});
                else if (m_merges[merge].top == row && m_merges[merge].left == column)
                    append(row, column, cell, m_merges[merge]);
                else if (cell && !cell->text.isEmpty())
                    ++m_covered;
            }
    }

    // Takes all positions of a merge, or none where another has taken one.
    bool claim(std::vector<int> &owner, int merge)
    {
        const CellRange &range = m_merges[merge];
        const auto at = [&](int row, int column) -> int & { return owner[size_t(row) * size_t(m_columns) + size_t(column)]; };
        for (int row = range.top; row <= range.bottom; ++row)
            for (int column = range.left; column <= range.right; ++column)
                if (at(row, column) >= 0)
                    return false;
        for (int row = range.top; row <= range.bottom; ++row)
            for (int column = range.left; column <= range.right; ++column)
                at(row, column) = merge;
        return true;
    }

    void append(int row, int column, const StreamCell *read, const CellRange &range)
    {
        Cell cell;
        cell.row = row;
        cell.column = column;
        cell.rowSpan = range.bottom - range.top + 1;
        cell.columnSpan = range.right - range.left + 1;
        cell.place.address = cellAddress(m_sheet, row, column);
        if (read) {
            cell.text = read->text;
            cell.value = read->value;
        }
        if (m_hiddenRows[size_t(row)] || m_hiddenColumns[size_t(column)])
            cell.place.confidence = hiddenConfidence;
        m_table.cells.append(std::move(cell));
    }

    void describe()
    {
        if (!m_rowsHidden.isEmpty())
            say(u"xlsx.hiddenRows"_s, u"expected visible rows but "_s + m_rowsHidden.join(u", "_s) + u" are hidden"_s);
        if (!m_columnsHidden.isEmpty())
            say(u"xlsx.hiddenColumns"_s, u"expected visible columns but "_s + m_columnsHidden.join(u", "_s) + u" are hidden"_s);
        for (auto at = m_notes.oddities.begin(); at != m_notes.oddities.end(); ++at)
            say(at.key(), oddityText(at.key()) + u"; "_s + QString::number(at->count) + u" cells, first "_s + at->first);
        if (m_covered)
            say(u"xlsx.covered"_s, u"expected nothing under merged cells but "_s + QString::number(m_covered) + u" have text"_s);
    }

    static QString oddityText(const QString &code)
    {
        if (code == u"xlsx.uncached"_s)
            return u"expected the value of a formula but it was never computed"_s;
        if (code == u"xlsx.sharedString"_s)
            return u"expected a shared string but there is none of that number"_s;
        if (code == u"xlsx.noSuchDay"_s)
            return u"expected a date but there is no such day; the number was kept"_s;
        if (code == u"xlsx.noNumber"_s)
            return u"expected a number but found text"_s;
        return u"expected cells on the sheet but found some beyond it"_s;
    }

    void say(const QString &code, const QString &text)
    {
        m_diagnostics.append({code, text + u" (sheet '"_s + m_sheet + u"')"_s, 0});
    }

    QString m_sheet;
    QList<StreamCell> m_read;
    const SheetNotes &m_notes;
    QList<CellRange> m_merges;
    Table m_table;
    QList<Diagnostic> m_diagnostics;
    std::vector<bool> m_hiddenRows;
    std::vector<bool> m_hiddenColumns;
    QStringList m_rowsHidden;
    QStringList m_columnsHidden;
    int m_rows = 0;
    int m_columns = 0;
    int m_covered = 0;
};

} // namespace

Result<SheetTable> tableOf(const QString &sheet, QList<StreamCell> cells, const SheetNotes &notes, qint64 mostCells)
{
    return TableMaker(sheet, std::move(cells), notes).make(mostCells);
}

} // namespace naru
