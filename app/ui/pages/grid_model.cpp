#include "ui/pages/grid_model.h"

#include <algorithm>

namespace naru::ui {

namespace {

// As many as any spreadsheet has: a header of the screen cannot hold what a hostile file may claim.
constexpr int mostRows = 1'048'576;
constexpr int mostColumns = 16'384;

} // namespace

QString columnLetters(int column)
{
    QString out;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        out.prepend(QChar(u'A' + (rest - 1) % 26));
    return out;
}

bool isDoubtful(const Provenance &place) { return place.confidence < sureReading; }

QString confidenceWords(const Provenance &place)
{
    if (place.method != Provenance::Method::Ocr && !isDoubtful(place))
        return {};
    return GridModel::tr("Reading %1 % sure").arg(static_cast<int>(place.confidence * 100));
}

GridModel::GridModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void GridModel::setTable(const std::shared_ptr<const Table> &table)
{
    beginResetModel();
    m_table = table;
    m_paragraphs.clear();
    endResetModel();
}

void GridModel::setParagraphs(const QStringList &paragraphs)
{
    beginResetModel();
    m_table.reset();
    m_paragraphs = paragraphs;
    endResetModel();
}

const naru::Cell *GridModel::cellAt(int row, int column) const
{
    if (!m_table)
        return nullptr;
    const auto at = std::lower_bound(m_table->cells.begin(), m_table->cells.end(), std::pair(row, column),
                                     [](const naru::Cell &cell, const std::pair<int, int> &wanted) {
                                         return std::pair(cell.row, cell.column) < wanted;
                                     });
    return at != m_table->cells.end() && at->row == row && at->column == column ? &*at : nullptr;
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table ? std::min(m_table->rows, mostRows) : static_cast<int>(m_paragraphs.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table ? std::min(m_table->columns, mostColumns) : m_paragraphs.isEmpty() ? 0 : 1;
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (!m_table)
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? m_paragraphs[index.row()] : QVariant();
    const naru::Cell *cell = cellAt(index.row(), index.column());
    if (!cell)
        return {};
    const QString sure = isDoubtful(cell->place) ? confidenceWords(cell->place) : QString();
    switch (role) {
    case Qt::DisplayRole: return cell->text;
    case Qt::ToolTipRole: return sure.isEmpty() ? cell->text : cell->text + u'\n' + sure;
    case Qt::AccessibleTextRole: return sure.isEmpty() ? cell->text : cell->text + u", "_s + sure;
    case Qt::DecorationRole: return sure.isEmpty() ? QVariant() : m_theme.icon(u"question"_s, Tone::Warning);
    case Qt::TextAlignmentRole:
        return cell->value.kind == Value::Kind::Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole: return cell->header ? m_theme.font(15, QFont::Bold) : QVariant();
    default: return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return m_table ? QVariant(columnLetters(section)) : QVariant(tr("Text"));
}

} // namespace naru::ui
