#include "sheet_table.h"

#include <algorithm>

namespace naru::opendocument {

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
constexpr int namedStretches = 10; // in a diagnostic

class TableMaker {
public:
    TableMaker(const QString &sheet, const QList<SheetCell> &cells, const SheetNotes &notes)
        : m_sheet(sheet)
        , m_read(cells)
        , m_notes(notes)
    {
    }

    Result<SheetTable> make(qint64 mostCells)
    {
        measure();
        if (qint64(m_rows) * m_columns > mostCells)
            return Error{Error::Kind::Invalid,
                         u"expected at most %1 cells but sheet '"_s.arg(mostCells) + m_sheet + u"' reaches to "_s
                             + cellName(m_rows - 1, m_columns - 1),
                         u"limit.cells"_s};
        m_hiddenRows =
            hide(m_notes.hiddenRows, m_rows, u"ods.hiddenRows"_s, [](int at) { return QString::number(at + 1); });
        m_hiddenColumns = hide(m_notes.hiddenColumns, m_columns, u"ods.hiddenColumns"_s,
                               [](int at) { return cellName(0, at).chopped(1); });
        m_made.table.rows = m_rows;
        m_made.table.columns = m_columns;
        m_made.table.caption = m_sheet;
        m_made.table.place.address = m_sheet;
        if (qint64(m_rows) * m_columns > freeBlanks + blanksPerCell * m_read.size())
            copy();
        else
            fill();
        describe();
        return std::move(m_made);
    }

private:
    // The used range ends with the last cell that shows something, and the merges that begin in it.
    void measure()
    {
        for (const SheetCell &one : m_read) {
            if (QStringView(one.cell.text).trimmed().isEmpty())
                continue;
            m_rows = std::max(m_rows, one.cell.row + 1);
            m_columns = std::max(m_columns, one.cell.column + 1);
        }
        const int rows = m_rows;
        const int columns = m_columns;
        for (const SheetCell &one : m_read) {
            if (one.cell.row >= rows || one.cell.column >= columns || one.isCovered)
                continue;
            if (one.rowSpan <= highestMerge)
                m_rows = std::max(m_rows, std::min(one.cell.row + one.rowSpan, mostRows));
            if (one.columnSpan <= widestMerge)
                m_columns = std::max(m_columns, std::min(one.cell.column + one.columnSpan, mostColumns));
        }
    }

    template <typename Name>
    std::vector<bool> hide(const QList<Stretch> &stretches, int size, const QString &code, Name name)
    {
        std::vector<bool> marks(size_t(size), false);
        QStringList names;
        for (const Stretch &one : stretches) {
            const int last = std::min(one.last, size - 1);
            if (last < one.first)
                break;
            std::fill(marks.begin() + one.first, marks.begin() + last + 1, true);
            if (names.size() <= namedStretches)
                names.append(names.size() == namedStretches ? u"…"_s
                                 : one.first == last        ? name(last)
                                                            : name(one.first) + u'–' + name(last));
        }
        if (!names.isEmpty())
            say(code, u"expected all to be visible but "_s + names.join(u", "_s) + u" are hidden"_s);
        return marks;
    }

    void copy()
    {
        for (const SheetCell &one : m_read)
            if (one.cell.row < m_rows && one.cell.column < m_columns && !one.isCovered)
                append(one.cell.row, one.cell.column, &one.cell, 1, 1);
        say(u"ods.sparse"_s, u"expected a table but its few cells lie far apart; blanks were left out"_s);
    }

    void fill()
    {
        m_covered.assign(size_t(m_rows) * size_t(m_columns), false);
        auto next = m_read.constBegin();
        for (int row = 0; row < m_rows; ++row)
            for (int column = 0; column < m_columns; ++column) {
                while (next != m_read.constEnd()
                       && (next->cell.row < row || (next->cell.row == row && next->cell.column < column)))
                    ++next; // beyond the used range
                const bool isHere = next != m_read.constEnd() && next->cell.row == row && next->cell.column == column;
                place(row, column, isHere ? &*next : nullptr);
            }
    }

    void place(int row, int column, const SheetCell *read)
    {
        if (isCovered(row, column)) {
            m_lost += read && !read->cell.text.isEmpty();
            return;
        }
        int rowSpan = read ? std::min(read->rowSpan, m_rows - row) : 1;
        int columnSpan = read ? std::min(read->columnSpan, m_columns - column) : 1;
        if ((rowSpan > 1 || columnSpan > 1) && !claim(row, column, rowSpan, columnSpan)) {
            ++m_overlaps;
            rowSpan = columnSpan = 1;
        }
        append(row, column, read ? &read->cell : nullptr, rowSpan, columnSpan);
    }

    bool isCovered(int row, int column) const { return m_covered[size_t(row) * size_t(m_columns) + size_t(column)]; }

    // Takes all positions of a merge, or none where another has taken one.
    bool claim(int row, int column, int rowSpan, int columnSpan)
    {
        if (m_overlaps >= mostOverlaps)
            return false;
        for (int r = row; r < row + rowSpan; ++r)
            for (int c = column; c < column + columnSpan; ++c)
                if (isCovered(r, c))
                    return false;
        for (int r = row; r < row + rowSpan; ++r)
            for (int c = column; c < column + columnSpan; ++c)
                m_covered[size_t(r) * size_t(m_columns) + size_t(c)] = true;
        return true;
    }

    void append(int row, int column, const StreamCell *read, int rowSpan, int columnSpan)
    {
        Cell cell;
        cell.row = row;
        cell.column = column;
        cell.rowSpan = rowSpan;
        cell.columnSpan = columnSpan;
        cell.place.address = cellAddress(m_sheet, row, column);
        if (read) {
            cell.text = read->text;
            cell.value = read->value;
        }
        if (m_hiddenRows[size_t(row)] || m_hiddenColumns[size_t(column)])
            cell.place.confidence = hiddenConfidence;
        m_made.table.cells.append(std::move(cell));
    }

    void describe()
    {
        for (auto at = m_notes.oddities.begin(); at != m_notes.oddities.end(); ++at) {
            const QString what = at.key() == u"ods.uncached"_s
                ? u"expected the value of a formula but it was never computed"_s
                : u"expected the value of its type but found another; the text was kept"_s;
            say(at.key(), what + u"; %1 cells, first "_s.arg(at->count) + at->first);
        }
        if (m_overlaps)
            say(u"ods.merge"_s, u"expected merged ranges apart but some overlap"_s);
        if (m_lost)
            say(u"ods.covered"_s, u"expected nothing under merged cells but %1 have text"_s.arg(m_lost));
    }

    void say(const QString &code, const QString &text)
    {
        m_made.diagnostics.append({code, text + u" (sheet '"_s + m_sheet + u"')"_s, 0});
    }

    QString m_sheet;
    const QList<SheetCell> &m_read;
    const SheetNotes &m_notes;
    SheetTable m_made;
    std::vector<bool> m_hiddenRows;
    std::vector<bool> m_hiddenColumns;
    std::vector<bool> m_covered;
    int m_rows = 0;
    int m_columns = 0;
    int m_overlaps = 0;
    int m_lost = 0;
};

} // namespace

Result<SheetTable> tableOf(const QString &sheet, const QList<SheetCell> &cells, const SheetNotes &notes,
                           qint64 mostCells)
{
    return TableMaker(sheet, cells, notes).make(mostCells);
}

} // namespace naru::opendocument
