#include "ui/pages/line_model.h"

#include "ui/words.h"

#include <algorithm>

namespace naru::ui {

LineModel::LineModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void LineModel::setLines(const QList<PlanLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int LineModel::count(LineState state) const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [state](const PlanLine &l) { return l.state == state; }));
}

int LineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LineModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Columns; }

QString LineModel::text(const PlanLine &line, int column) const
{
    switch (column) {
    case StateColumn: return mannerOf(line.state, line.isSkipped).word;
    case NumberColumn: return QString::number(line.number);
    case NameColumn: return line.name;
    case KindColumn: return line.kind;
    case WhatColumn: return line.what;
    case DayColumn: return shortDayText(line.effective);
    default: return {};
    }
}

QVariant LineModel::sortKey(const PlanLine &line, int column) const
{
    switch (column) {
    case StateColumn: return static_cast<int>(line.state) * 1'000'000 + line.number;
    case NumberColumn: return line.number;
    case DayColumn: return line.effective;
    default: return text(line, column);
    }
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlanLine &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(line, index.column());
    case Qt::ToolTipRole: return index.column() == WhatColumn ? QVariant(line.what) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == NumberColumn ? tr("Line %1").arg(line.number) : text(line, index.column());
    case Qt::DecorationRole:
        if (index.column() == StateColumn) {
            const StateManner manner = mannerOf(line.state, line.isSkipped);
            return m_theme.icon(manner.icon, manner.tone);
        }
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == NumberColumn ? Qt::AlignRight | Qt::AlignVCenter
                                                                  : Qt::AlignLeft | Qt::AlignVCenter);
    case StateRole: return static_cast<int>(line.state);
    case SortRole: return sortKey(line, index.column());
    case SearchRole: return QStringList{line.name, line.empNo, line.kind, line.text, line.what}.join(u' ');
    default: return {};
    }
}

QVariant LineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && (section == NumberColumn))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn: return tr("State");
    case NumberColumn: return tr("Line");
    case NameColumn: return tr("Name");
    case KindColumn: return tr("Kind");
    case WhatColumn: return tr("What");
    case DayColumn: return tr("Effective");
    default: return {};
    }
}

LineFilter::LineFilter(QObject *parent)
    : TextFilter(LineModel::SortRole, LineModel::SearchRole, parent)
{
}

void LineFilter::setState(std::optional<LineState> state)
{
    m_state = state;
    invalidateFilter();
}

bool LineFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_state && index.data(LineModel::StateRole).toInt() != static_cast<int>(*m_state))
        return false;
    return TextFilter::filterAcceptsRow(row, parent);
}

} // namespace naru::ui
