#include "continuation.h"

#include "core/hangul.h"

#include <algorithm>
#include <cmath>

namespace naru::pdf {

namespace {

constexpr double sameColumn = 3; // points that a column line may differ from page to page
constexpr double sameWhiteColumn = 14; // where there is no line but white space
constexpr double fullPage = 0.55; // of the height that a table reaches before it is cut
constexpr int tail = 40; // rows that show what rows of this table look like
constexpr int enoughRows = 4;

// For every column line of `few` its index in `many`, or empty where one is missing. The margin may differ.
QList<int> matched(const QList<double> &few, const QList<double> &many)
{
    const double shift = many.first() - few.first();
    QList<int> result;
    for (const double line : few) {
        const auto near = std::find_if(many.cbegin(), many.cend(),
                                       [&](double other) { return std::abs(other - shift - line) <= sameColumn; });
        if (near == many.cend())
            return {};
        result.append(int(near - many.cbegin()));
    }
    const bool whole = result.last() == many.size() - 1;
    return whole && std::is_sorted(result.cbegin(), result.cend()) ? result : QList<int>();
}

void moveToColumns(Table &table, const QList<int> &columns)
{
    for (Cell &cell : table.cells) {
        const int end = columns[cell.column + cell.columnSpan];
        cell.column = columns[cell.column];
        cell.columnSpan = end - cell.column;
    }
    table.columns = columns.last();
}

// The texts of the cells that begin in a row, with their columns.
QList<std::pair<int, QString>> rowTexts(const Table &table, int row)
{
    QList<std::pair<int, QString>> texts;
    for (const Cell &cell : table.cells) {
        if (cell.row > row)
            break;
        if (cell.row == row)
            texts.append({cell.column, normalizeForMatch(cell.text)});
    }
    return texts;
}

bool isCutBetween(const Table &table, int row)
{
    return std::none_of(table.cells.cbegin(), table.cells.cend(),
                        [row](const Cell &cell) { return cell.row < row && cell.row + cell.rowSpan > row; });
}

// How many rows at the head of `lower` repeat the head of `upper`.
int repeatedRows(const Table &upper, const Table &lower)
{
    int rows = 0;
    bool saysSomething = false;
    while (rows < std::min(lower.rows, upper.rows)) {
        const QList<std::pair<int, QString>> texts = rowTexts(lower, rows);
        if (texts != rowTexts(upper, rows))
            break;
        for (const auto &[column, text] : texts)
            saysSomething = saysSomething || !text.isEmpty();
        ++rows;
    }
    while (rows > 0 && !isCutBetween(lower, rows))
        --rows;
    return saysSomething ? rows : 0;
}

void dropRows(Table &table, int rows)
{
    table.cells.removeIf([rows](const Cell &cell) { return cell.row < rows; });
    for (Cell &cell : table.cells)
        cell.row -= rows;
    table.rows -= rows;
}

Cell *cellAt(Table &table, int row, int column)
{
    for (auto cell = table.cells.rbegin(); cell != table.cells.rend() && cell->row > row - tail; ++cell)
        if (cell->row <= row && cell->row + cell->rowSpan > row && cell->column <= column
            && cell->column + cell->columnSpan > column)
            return &*cell;
    return nullptr;
}

// The columns that no row near the end leaves empty.
QList<int> filledColumns(Table &table)
{
    QList<int> result;
    const int from = std::max(0, table.rows - tail);
    for (int column = 0; table.rows >= enoughRows && column < table.columns; ++column) {
        bool filled = true;
        for (int row = from; row < table.rows && filled; ++row) {
            const Cell *cell = cellAt(table, row, column);
            filled = !cell || !cell->text.isEmpty();
        }
        if (filled)
            result.append(column);
    }
    return result;
}

// Whether the first row of `lower` is the rest of the last row of `upper`: it leaves empty what every row fills.
bool isRestOfRow(Table &upper, Table &lower)
{
    const QList<int> filled = filledColumns(upper);
    if (filled.size() < 3)
        return false;
    QList<int> empty;
    for (const int column : filled) {
        const Cell *cell = cellAt(lower, 0, column);
        if (cell && cell->text.isEmpty())
            empty.append(column);
    }
    const bool saysSomething = std::any_of(lower.cells.cbegin(), lower.cells.cend(),
                                           [](const Cell &cell) { return cell.row == 0 && !cell.text.isEmpty(); });
    return saysSomething && empty.size() >= 2 && 2 * empty.size() >= filled.size() && empty.first() == filled.first();
}

bool sameCells(Table &upper, Table &lower)
{
    for (const Cell &cell : std::as_const(lower.cells)) {
        if (cell.row > 0)
            break;
        const Cell *above = cellAt(upper, upper.rows - 1, cell.column);
        if (!above || above->column != cell.column || above->columnSpan != cell.columnSpan)
            return false;
    }
    return true;
}

void joinCutRow(Table &upper, Table &lower)
{
    for (const Cell &cell : std::as_const(lower.cells)) {
        if (cell.row > 0)
            break;
        Cell &above = *cellAt(upper, upper.rows - 1, cell.column);
        if (!cell.text.isEmpty())
            above.text += (above.text.isEmpty() ? QString() : u"\n"_s) + cell.text;
        above.rowSpan += cell.rowSpan - 1; // a merged cell goes on in the rows behind the cut one
    }
    dropRows(lower, 1);
}

// Whether every other cell of the column near the end has a text, so that this one would have its own.
bool othersHaveText(const Table &table, const Cell &one)
{
    int others = 0; // with a text
    for (auto cell = table.cells.rbegin(); cell != table.cells.rend() && cell->row > table.rows - tail; ++cell) {
        if (cell->column != one.column || cell->row == one.row)
            continue;
        if (cell->text.isEmpty())
            return false;
        ++others;
    }
    return others >= enoughRows;
}

// A merged cell that the page break cut is one cell: its text stands on one of the two pages.
void extendMergedCells(Table &upper, Table &lower)
{
    QList<int> absorbed;
    for (qsizetype i = 0; i < lower.cells.size() && lower.cells[i].row == 0; ++i) {
        const Cell &cell = lower.cells[i];
        Cell *above = cellAt(upper, upper.rows - 1, cell.column);
        if (!above || above->column != cell.column || above->columnSpan != cell.columnSpan || cell.rowSpan == lower.rows
            || cell.text.isEmpty() == above->text.isEmpty())
            continue;
        const bool spans = cell.rowSpan > 1 || above->rowSpan > 1;
        if (!spans && !(othersHaveText(lower, cell) && othersHaveText(upper, *above)))
            continue;
        if (above->text.isEmpty()) {
            if (!othersHaveText(upper, *above))
                continue;
            above->text = cell.text;
            above->place = cell.place;
        }
        above->rowSpan += cell.rowSpan;
        absorbed.append(cell.column);
    }
    lower.cells.removeIf([&absorbed](const Cell &cell) { return cell.row == 0 && absorbed.contains(cell.column); });
}

// Columns that white space tells differ from page to page with the texts in them.
bool haveSameWhiteColumns(const PageTable &upper, const PageTable &lower)
{
    if (upper.columnLines.size() != lower.columnLines.size())
        return false;
    for (qsizetype i = 1; i + 1 < upper.columnLines.size(); ++i)
        if (std::abs(upper.columnLines[i] - lower.columnLines[i]) > sameWhiteColumn)
            return false;
    return true;
}

bool bringToSameColumns(PageTable &upper, PageTable &lower)
{
    if (std::min(upper.table->columns, lower.table->columns) < 2 || upper.isWhiteSpaced != lower.isWhiteSpaced)
        return false;
    if (upper.isWhiteSpaced)
        return haveSameWhiteColumns(upper, lower);
    if (const QList<int> columns = matched(lower.columnLines, upper.columnLines); !columns.isEmpty()) {
        moveToColumns(*lower.table, columns);
        return true;
    }
    const QList<int> columns = matched(upper.columnLines, lower.columnLines);
    if (columns.isEmpty())
        return false;
    moveToColumns(*upper.table, columns);
    upper.columnLines = lower.columnLines;
    return true;
}

// Where cells are spaced, the frame around them goes on to the end of the page.
void dropEmptyLastRow(Table &table)
{
    const Cell &last = table.cells.last();
    if (table.rows > 1 && last.row == table.rows - 1 && last.columnSpan == table.columns && last.text.isEmpty()) {
        table.cells.removeLast();
        --table.rows;
    }
}

bool join(PageTable &upper, PageTable lower)
{
    lower.table = std::make_shared<Table>(*lower.table);
    if (!bringToSameColumns(upper, lower))
        return false;
    Table &whole = *upper.table;
    Table &rest = *lower.table;
    dropEmptyLastRow(whole);
    if (const int repeated = repeatedRows(whole, rest); repeated > 0) {
        dropRows(rest, repeated);
        for (qsizetype i = 0; i < whole.cells.size() && whole.cells[i].row < repeated; ++i)
            whole.cells[i].header = true;
    } else if (upper.isOpenBelow && lower.isOpenAbove && rest.rows > 0 && sameCells(whole, rest)) {
        joinCutRow(whole, rest);
    }
    if (rest.rows > 0 && isRestOfRow(whole, rest) && sameCells(whole, rest))
        joinCutRow(whole, rest);
    if (rest.rows > 0)
        extendMergedCells(whole, rest);
    for (Cell cell : std::as_const(rest.cells)) {
        cell.row += whole.rows;
        whole.cells.append(cell);
    }
    whole.rows += rest.rows;
    upper.isOpenBelow = lower.isOpenBelow;
    return true;
}

// Qt writes a line of a cell that the page break cuts on both pages, and clips it away in the margin of the second.
bool repeatsCutLine(const Element &element, const PageTable &upper)
{
    const Line *line = std::get_if<Line>(&element);
    if (!line || !upper.isOpenBelow)
        return false;
    const QString text = normalizeForMatch(textOf(*line));
    const QList<Cell> &cells = upper.table->cells;
    for (auto cell = cells.rbegin(); cell != cells.rend() && cell->row + cell->rowSpan == upper.table->rows; ++cell)
        for (const QString &one : cell->text.split(u'\n'))
            if (!text.isEmpty() && normalizeForMatch(one) == text)
                return true;
    return false;
}

} // namespace

qint64 cellsOf(const PageLayout &page)
{
    qint64 cells = 0;
    for (const Element &element : page.elements)
        if (const PageTable *table = std::get_if<PageTable>(&element))
            cells += table->table->cells.size();
    return cells;
}

void joinContinuedTables(QList<PageLayout> &pages)
{
    PageTable *open = nullptr; // the table that ended the page before
    bool reachesDown = false;
    for (PageLayout &page : pages) {
        while (open && reachesDown && page.elements.size() > 1 && repeatsCutLine(page.elements.first(), *open))
            page.elements.removeFirst();
        PageTable *first = page.elements.isEmpty() ? nullptr : std::get_if<PageTable>(&page.elements.first());
        PageTable *last = page.elements.isEmpty() ? nullptr : std::get_if<PageTable>(&page.elements.last());
        const double bottom = last ? last->table->place.box->bottom : 0;
        if (open && first && reachesDown && join(*open, *first)) {
            const bool alone = first == last;
            page.elements.removeFirst();
            if (!alone)
                open = last ? std::get_if<PageTable>(&page.elements.last()) : nullptr;
        } else {
            open = last;
        }
        reachesDown = bottom > fullPage * page.size.height();
    }
}

} // namespace naru::pdf
