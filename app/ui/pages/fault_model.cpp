#include "ui/pages/fault_model.h"

namespace naru::ui {

void FaultModel::setFaults(const QList<ImportFault> &faults)
{
    beginResetModel();
    m_faults = faults;
    endResetModel();
}

int FaultModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_faults.size()); }

int FaultModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Columns; }

QVariant FaultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(index.column() == RowColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const ImportFault &fault = m_faults[index.row()];
    switch (index.column()) {
    case FileColumn: return fault.file;
    case RowColumn: return fault.row;
    case ColumnColumn: return fault.column;
    case ValueColumn: return !fault.column.isEmpty() && fault.value.isEmpty() ? tr("(empty)") : fault.value;
    case ExpectedColumn: return fault.expected;
    default: return {};
    }
}

QVariant FaultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == RowColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FileColumn: return tr("File");
    case RowColumn: return tr("Row");
    case ColumnColumn: return tr("Column");
    case ValueColumn: return tr("Value");
    case ExpectedColumn: return tr("Expected");
    default: return {};
    }
}

QString FaultModel::plainText() const
{
    QStringList lines;
    QStringList heads;
    for (int column = 0; column < Columns; ++column)
        heads.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    lines.append(heads.join(u'\t'));
    for (const ImportFault &fault : m_faults)
        lines.append(QStringList{fault.file, fault.row, fault.column, fault.value, fault.expected}.join(u'\t'));
    return lines.join(u'\n');
}

} // namespace naru::ui
