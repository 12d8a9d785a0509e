#include "ui/pages/document_grid.h"

#include <QHeaderView>

#include <algorithm>

namespace naru::ui {

namespace {

// "Sheet1!A5:E5" begins at "Sheet1!A5".
QString firstOf(const QString &address)
{
    const qsizetype colon = address.lastIndexOf(u':');
    return colon > address.lastIndexOf(u'!') ? address.left(colon) : address;
}

std::optional<FoundPlace> inTable(const std::shared_ptr<const Table> &table, const QString &address)
{
    for (const Cell &cell : table->cells) {
        if (cell.place.address == address)
            return FoundPlace{table, cell.row};
        for (const Block &block : cell.blocks)
            if (const auto *nested = std::get_if<std::shared_ptr<Table>>(&block))
                if (const auto found = inTable(*nested, address))
                    return found;
    }
    return std::nullopt;
}

QString columnLetters(int column)
{
    QString out;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        out.prepend(QChar(u'A' + (rest - 1) % 26));
    return out;
}

QString textOf(const Block &block)
{
    if (const auto *paragraph = std::get_if<Paragraph>(&block))
        return paragraph->text;
    return u"▦"_s; // a table between the paragraphs
}

} // namespace

FoundPlace findPlace(const Document &document, const QString &address, const QString &text)
{
    const QString wanted = firstOf(address);
    std::shared_ptr<const Table> first;
    for (qsizetype i = 0; i < document.body.size(); ++i) {
        if (const auto *table = std::get_if<std::shared_ptr<Table>>(&document.body[i])) {
            if (!first)
                first = *table;
            if (const auto found = inTable(*table, wanted))
                return *found;
        } else if (const auto &paragraph = std::get<Paragraph>(document.body[i]);
                   (!wanted.isEmpty() && paragraph.place.address == wanted) || (!text.isEmpty() && paragraph.text == text)) {
            return {nullptr, static_cast<int>(i)};
        }
    }
    return {first, -1};
}

void GridModel::setTable(const std::shared_ptr<const Table> &table)
{
    beginResetModel();
    m_table = table;
    m_paragraphs.clear();
    m_anchors.fill(nullptr, static_cast<qsizetype>(table->rows) * table->columns);
    for (const Cell &cell : table->cells)
        if (cell.row < table->rows && cell.column < table->columns)
            m_anchors[static_cast<qsizetype>(cell.row) * table->columns + cell.column] = &cell;
    endResetModel();
}

void GridModel::setParagraphs(const QStringList &paragraphs)
{
    beginResetModel();
    m_table.reset();
    m_anchors.clear();
    m_paragraphs = paragraphs;
    endResetModel();
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table ? m_table->rows : static_cast<int>(m_paragraphs.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table ? m_table->columns : m_paragraphs.isEmpty() ? 0 : 1;
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (!m_table)
        return m_paragraphs[index.row()];
    const Cell *cell = m_anchors[static_cast<qsizetype>(index.row()) * m_table->columns + index.column()];
    return cell ? cell->text : QString();
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return m_table ? QVariant(columnLetters(section)) : QVariant(tr("Text"));
}

DocumentGrid::DocumentGrid(const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(new GridModel(this))
{
    setModel(m_model);
    setAccessibleName(tr("Table of the document"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    horizontalHeader()->setHighlightSections(false);
}

void DocumentGrid::showTable(const std::shared_ptr<const Table> &table)
{
    m_model->setTable(table);
    clearSpans();
    for (const Cell &cell : table->cells)
        if (cell.rowSpan > 1 || cell.columnSpan > 1)
            setSpan(cell.row, cell.column, cell.rowSpan, cell.columnSpan);
}

// As wide as nineteen of twenty cells of a column: a title or a note that runs over its cell says nothing about the rest.
void DocumentGrid::fitColumns(const Table &table)
{
    QList<QList<int>> widths(table.columns);
    for (const Cell &cell : table.cells)
        if (cell.columnSpan == 1 && cell.column < table.columns && !cell.text.isEmpty())
            widths[cell.column].append(fontMetrics().horizontalAdvance(cell.text) + m_theme.px(24));
    for (int column = 0; column < table.columns; ++column) {
        QList<int> &own = widths[column];
        std::sort(own.begin(), own.end());
        const int usual = own.isEmpty() ? 0 : own[(own.size() - 1) * 19 / 20];
        setColumnWidth(column, std::clamp(usual, m_theme.px(48), m_theme.px(280)));
    }
}

void DocumentGrid::showPlace(const std::shared_ptr<const Document> &document, const QString &address, const QString &text)
{
    const FoundPlace place = findPlace(*document, address, text);
    if (place.table) {
        if (place.table != m_shown) {
            showTable(place.table);
            verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
            fitColumns(*place.table);
        }
    } else {
        QStringList paragraphs;
        for (const Block &block : document->body)
            paragraphs.append(textOf(block));
        clearSpans();
        m_model->setParagraphs(paragraphs);
        horizontalHeader()->setStretchLastSection(true);
    }
    m_shown = place.table;
    if (place.row < 0) {
        clearSelection();
        return;
    }
    setCurrentIndex(m_model->index(place.row, 0));
    scrollTo(currentIndex(), PositionAtCenter);
}

} // namespace naru::ui
