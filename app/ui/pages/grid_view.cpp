#include "ui/pages/grid_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace naru::ui {

namespace {

constexpr int measuredCells = 4000; // a table of a million rows is as wide as its first ones

// A cell of tab separated text: quoted where it would break the rows.
QString separated(const QString &text)
{
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'"'))
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

QString marked(const naru::Cell &cell)
{
    QString spans;
    if (cell.rowSpan > 1)
        spans += u" rowspan=\"%1\""_s.arg(cell.rowSpan);
    if (cell.columnSpan > 1)
        spans += u" colspan=\"%1\""_s.arg(cell.columnSpan);
    const QString name = cell.header ? u"th"_s : u"td"_s;
    const QString text = cell.text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    return u'<' + name + spans + u'>' + text + u"</"_s + name + u'>';
}

constexpr int leastPaperWidth = 40; // as pixels of the screen at 100 %
constexpr int mostPaperWidth = 260;
constexpr int mostPaperColumns = 1024;

} // namespace

PrintedTable printedTable(const Table &table, const QString &heading)
{
    PrintedTable out{heading, {}, {}, {}};
    const bool hasHead = !table.cells.isEmpty() && table.cells.first().header;
    const int columns = std::min(table.columns, mostPaperColumns);
    QList<int> widths(columns, leastPaperWidth);
    QStringList row(columns);
    int at = 0;
    const auto goTo = [&](int to) { // blank rows are no news on paper
        if (to > std::exchange(at, to))
            out.rows.append(std::exchange(row, QStringList(columns)));
    };
    for (const naru::Cell &cell : table.cells) {
        if (cell.column >= columns)
            continue;
        goTo(cell.row);
        row[cell.column] = cell.text;
        if (cell.columnSpan == 1)
            widths[cell.column] = std::clamp<int>(static_cast<int>(cell.text.size()) * 13 + 20, widths[cell.column], mostPaperWidth);
    }
    goTo(at + 1);
    const QStringList head = hasHead ? out.rows.takeFirst() : QStringList();
    for (int column = 0; column < columns; ++column)
        out.columns.append({hasHead ? head[column] : columnLetters(column), widths[column], false});
    return out;
}

GridView::GridView(const Theme &theme, const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(new GridModel(theme, this))
{
    setModel(m_model);
    setAccessibleName(name);
    setMinimumHeight(1); // it scrolls: it never forces the window to grow
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ContiguousSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setWordWrap(false);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setHighlightSections(false);
    connect(&theme, &Theme::changed, this, [this] {
        if (m_table)
            showTable(m_table);
    });
}

void GridView::showTable(const std::shared_ptr<const Table> &table)
{
    m_table = table;
    clearSpans();
    m_model->setTable(nullptr); // a header takes a new height row by row, which is slow where it has many
    verticalHeader()->setMinimumSectionSize(m_theme.rowHeight());
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    setIconSize({m_theme.px(16), m_theme.px(16)});
    if (!table)
        return;
    m_model->setTable(table);
    for (const naru::Cell &cell : table->cells)
        if ((cell.rowSpan > 1 || cell.columnSpan > 1) && cell.row < m_model->rowCount() && cell.column < m_model->columnCount())
            setSpan(cell.row, cell.column, std::min(cell.rowSpan, m_model->rowCount() - cell.row),
                    std::min(cell.columnSpan, m_model->columnCount() - cell.column));
    fitColumns();
}

// As wide as nineteen of twenty cells of a column, and as the widest where it is not much wider: a title or a note that
// runs over its cell says nothing about the rest.
void GridView::fitColumns()
{
    if (!m_table)
        return;
    QList<QList<int>> widths(m_model->columnCount());
    const qsizetype most = std::min<qsizetype>(m_table->cells.size(), measuredCells);
    for (qsizetype i = 0; i < most; ++i) {
        const naru::Cell &cell = m_table->cells[i];
        if (cell.columnSpan != 1 || cell.column >= widths.size() || cell.text.isEmpty())
            continue;
        const int sign = isDoubtful(cell.place) ? m_theme.px(22) : 0;
        widths[cell.column].append(fontMetrics().horizontalAdvance(cell.text.left(200)) + m_theme.px(26) + sign);
    }
    for (int column = 0; column < widths.size(); ++column) {
        QList<int> &own = widths[column];
        std::sort(own.begin(), own.end());
        const int usual = own.isEmpty() ? 0 : own[(own.size() - 1) * 19 / 20];
        const int widest = own.isEmpty() ? 0 : own.last();
        setColumnWidth(column, std::clamp(widest <= usual * 3 / 2 ? widest : usual, m_theme.px(48), m_theme.px(280)));
    }
}

const naru::Cell *GridView::currentCell() const
{
    return currentIndex().isValid() ? m_model->cellAt(currentIndex().row(), currentIndex().column()) : nullptr;
}

void GridView::choose(int row, int column)
{
    const QScopedValueRollback<bool> choosing(m_isChoosing, true);
    const QModelIndex index = m_model->index(row, column);
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index, PositionAtCenter);
}

void GridView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && !m_isChoosing)
        Q_EMIT cellChosen(current.row(), current.column());
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableView::keyPressEvent(event);
}

GridView::Range GridView::chosenRange() const
{
    const QItemSelection chosen = selectionModel()->selection();
    if (chosen.isEmpty())
        return {0, 0, m_model->rowCount() - 1, m_model->columnCount() - 1};
    Range range{chosen.first().top(), chosen.first().left(), chosen.first().bottom(), chosen.first().right()};
    for (const QItemSelectionRange &one : chosen) {
        range.top = std::min(range.top, one.top());
        range.left = std::min(range.left, one.left());
        range.bottom = std::max(range.bottom, one.bottom());
        range.right = std::max(range.right, one.right());
    }
    return range;
}

QMimeData *GridView::copied() const
{
    const Range range = chosenRange();
    if (range.bottom < range.top || range.right < range.left)
        return nullptr;
    QStringList rows;
    QString html = u"<table>"_s;
    for (int row = range.top; row <= range.bottom; ++row) {
        QStringList cells;
        html += u"<tr>"_s;
        for (int column = range.left; column <= range.right; ++column) {
            const naru::Cell *cell = m_model->cellAt(row, column);
            cells.append(cell ? separated(cell->text) : QString());
            if (cell)
                html += marked(*cell);
            else if (rowSpan(row, column) == 1 && columnSpan(row, column) == 1)
                html += u"<td></td>"_s; // nothing covers it
        }
        rows.append(cells.join(u'\t'));
        html += u"</tr>"_s;
    }
    auto *both = new QMimeData;
    both->setText(rows.join(u'\n'));
    both->setHtml(html + u"</table>"_s);
    return both;
}

void GridView::copy() const
{
    if (QMimeData *both = copied())
        QGuiApplication::clipboard()->setMimeData(both);
}

PrintedTable GridView::printed(const QString &heading) const
{
    const Range range = chosenRange();
    PrintedTable out{heading, {}, {}, {}};
    for (int column = range.left; column <= range.right; ++column)
        out.columns.append({m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), columnWidth(column), false});
    for (int row = range.top; row <= range.bottom; ++row) {
        QStringList cells;
        for (int column = range.left; column <= range.right; ++column) {
            const naru::Cell *cell = m_model->cellAt(row, column);
            cells.append(cell ? cell->text : QString());
        }
        out.rows.append(cells);
    }
    return out;
}

} // namespace naru::ui
