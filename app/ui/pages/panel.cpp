#include "ui/pages/panel.h"

#include "ui/elided_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

constexpr int leastOpenWidth = 140; // pixels at 100 %

} // namespace

Panel::Panel(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(new ElidedLabel(this))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setObjectName(u"Panel"_s);
    setTitle(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *head = new QFrame(this);
    head->setObjectName(u"PanelHead"_s);
    head->setLayout(m_head);
    m_head->setContentsMargins(12, 6, 6, 6);
    m_head->setSpacing(4);
    m_title->setProperty("role", u"section"_s);
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    column->addWidget(head);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    column->addLayout(m_body, 1);
}

void Panel::setTitle(const QString &title) 
{
    m_title->setText(title);
    m_title->setToolTip(title);
}

ListTable::ListTable(const Theme &theme, const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setAccessibleName(name);
    setMinimumHeight(1); // a list scrolls: it never forces the window to grow
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSortIndicatorClearable(true);
    connect(&theme, &Theme::changed, this, &ListTable::fit);
    fit();
}

void ListTable::setColumns(const QList<int> &widths)
{
    m_widths = widths;
    fit();
}

void ListTable::fit()
{
    verticalHeader()->setMinimumSectionSize(m_theme.rowHeight());
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    setIconSize({m_theme.px(18), m_theme.px(18)});
    if (!model())
        return;
    for (int column = 0; column < m_widths.size() && column < model()->columnCount(); ++column) {
        if (m_widths[column] == 0)
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            horizontalHeader()->resizeSection(column, m_theme.px(m_widths[column]));
    }
    makeRoom();
}

void ListTable::setYielding(const QList<int> &columns)
{
    m_yielding = columns;
    makeRoom();
}

void ListTable::makeRoom()
{
    if (!model() || !m_widths.contains(0))
        return;
    int fixed = 0;
    for (int column = 0; column < m_widths.size(); ++column)
        if (!isColumnHidden(column) || m_yielded.contains(column))
            fixed += m_theme.px(m_widths[column]);
    for (const int column : std::as_const(m_yielding)) {
        if (isColumnHidden(column) && !m_yielded.contains(column))
            continue; // the page does not want it
        const bool yields = viewport()->width() - fixed < m_theme.px(leastOpenWidth);
        if (yields) {
            fixed -= m_theme.px(m_widths[column]);
            m_yielded.insert(column);
        } else {
            m_yielded.remove(column);
        }
        setColumnHidden(column, yields);
    }
}

void ListTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    makeRoom();
}

void ListTable::setEmptyWords(const QString &words)
{
    m_emptyWords = words;
    viewport()->update();
}

void ListTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyWords.isEmpty() || !model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(m_theme.colour(Tone::Muted));
    painter.drawText(viewport()->rect().adjusted(m_theme.px(16), m_theme.px(12), -m_theme.px(16), 0),
                     Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap, m_emptyWords);
}

PrintedTable ListTable::printed(const QString &heading) const
{
    PrintedTable out{heading, {}, {}, m_emptyWords};
    QList<int> shown;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column) && !m_yielded.contains(column))
            continue;
        const auto side = model()->index(0, column).data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        out.columns.append({model()->headerData(column, Qt::Horizontal).toString(), m_widths.value(column),
                            side.testFlag(Qt::AlignRight)});
        shown.append(column);
    }
    const int rows = model()->rowCount();
    out.rows.reserve(rows);
    for (int row = 0; row < rows; ++row) {
        QStringList cells;
        cells.reserve(shown.size());
        for (const int column : std::as_const(shown))
            cells.append(model()->index(row, column).data().toString());
        out.rows.append(cells);
    }
    return out;
}

int ListTable::currentRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }

void ListTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT rowChosen(current.isValid() ? current.row() : -1);
}

void ListTable::keyPressEvent(QKeyEvent *event)
{
    // A table goes to the first and last column; a list of rows goes to the first and last row.
    if (model() && model()->rowCount() > 0 && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)) {
        const int row = event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1;
        setCurrentIndex(model()->index(row, 0));
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace naru::ui
