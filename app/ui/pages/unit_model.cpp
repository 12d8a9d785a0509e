#include "ui/pages/unit_model.h"

#include <QLocale>

namespace naru::ui {

UnitModel::UnitModel(const Theme &theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
    , m_nodes{Node()}
{
}

void UnitModel::setUnits(const QList<run::UnitRow> &units)
{
    beginResetModel();
    m_units = units;
    m_nodes = {Node()};
    m_byCode.clear();
    for (int i = 0; i < units.size(); ++i) {
        m_byCode.insert(units[i].unit.id, static_cast<int>(m_nodes.size()));
        m_nodes.append({i, -1, 0, {}});
    }
    for (int node = 1; node < m_nodes.size(); ++node) {
        const int parent = m_byCode.value(m_units[m_nodes[node].unit].unit.parent, 0);
        m_nodes[node].parent = parent == node ? 0 : parent;
        m_nodes[node].row = static_cast<int>(m_nodes[m_nodes[node].parent].children.size());
        m_nodes[m_nodes[node].parent].children.append(node);
    }
    endResetModel();
}

QModelIndex UnitModel::indexOf(const QString &code, int column) const
{
    const int node = m_byCode.value(code, 0);
    return node ? createIndex(m_nodes[node].row, column, static_cast<quintptr>(node)) : QModelIndex();
}

const run::UnitRow *UnitModel::unit(const QModelIndex &index) const
{
    return index.isValid() ? &m_units[m_nodes[static_cast<int>(index.internalId())].unit] : nullptr;
}

QModelIndex UnitModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node &node = m_nodes[parent.isValid() ? static_cast<int>(parent.internalId()) : 0];
    if (row < 0 || row >= node.children.size() || column < 0 || column >= Columns || parent.column() > 0)
        return {};
    return createIndex(row, column, static_cast<quintptr>(node.children[row]));
}

QModelIndex UnitModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int parent = m_nodes[static_cast<int>(index.internalId())].parent;
    return parent <= 0 ? QModelIndex() : createIndex(m_nodes[parent].row, 0, static_cast<quintptr>(parent));
}

int UnitModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(m_nodes[parent.isValid() ? static_cast<int>(parent.internalId()) : 0].children.size());
}

int UnitModel::columnCount(const QModelIndex &) const { return Columns; }

QVariant UnitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const run::UnitRow &row = *unit(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? row.unit.name
            : index.column() == HeadColumn  ? row.head
                                            : QLocale().toString(row.membersBelow);
    case Qt::ToolTipRole: return u"%1 (%2) · %3"_s.arg(row.path, row.unit.id, row.head.isEmpty() ? tr("vacant") : row.head);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? row.unit.name
            : index.column() == HeadColumn  ? (row.head.isEmpty() ? tr("vacant") : row.head)
                                            : tr("%1 people").arg(row.membersBelow);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == MembersColumn ? Qt::AlignRight | Qt::AlignVCenter
                                                                   : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return index.column() == NameColumn ? QVariant() : QVariant(m_theme.colour(Tone::Muted));
    case CodeRole: return row.unit.id;
    default: return {};
    }
}

QVariant UnitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == MembersColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Unit") : section == HeadColumn ? tr("Head") : tr("People");
}

} // namespace naru::ui
