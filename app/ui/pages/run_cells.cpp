#include "ui/pages/run_cells.h"

#include <QBrush>

namespace naru::ui {

CellModel::CellModel(const Theme &theme, const QStringList &heads, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_heads(heads)
{
}

void CellModel::setRows(const QList<CellRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void CellModel::setHeads(const QStringList &heads)
{
    beginResetModel();
    m_heads = heads;
    m_rows.clear();
    endResetModel();
}

int CellModel::rowOf(const QString &key) const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].key == key)
            return row;
    return -1;
}

int CellModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int CellModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_heads.size()); }

QVariant CellModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CellRow &row = m_rows[index.row()];
    const Cell cell = row.cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case Qt::ToolTipRole: return row.tip.isEmpty() ? cell.text : row.tip;
    case Qt::AccessibleTextRole: return cell.spoken.isEmpty() ? cell.text : cell.spoken;
    case Qt::DecorationRole: return cell.icon.isEmpty() ? QVariant() : QVariant(m_theme.icon(cell.icon, cell.tone));
    case Qt::ForegroundRole: return cell.tone == Tone::Text ? QVariant() : QVariant(QBrush(m_theme.colour(cell.tone)));
    case Qt::BackgroundRole: return cell.isMarked ? QVariant(QBrush(m_theme.soft(cell.tone))) : QVariant();
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole: return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    case SearchRole: {
        QStringList words;
        for (const Cell &one : row.cells)
            words.append(one.text);
        return words.join(u' ');
    }
    case KeyRole: return row.key;
    default: return {};
    }
}

QVariant CellModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_heads.value(section)) : QVariant();
}

} // namespace naru::ui
