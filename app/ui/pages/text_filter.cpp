#include "ui/pages/text_filter.h"

#include "ui/fuzzy.h"

namespace naru::ui {

TextFilter::TextFilter(int sortRole, int searchRole, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_searchRole(searchRole)
    , m_korean(QLocale(QLocale::Korean))
{
    setSortRole(sortRole);
    m_korean.setNumericMode(true);
}

void TextFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool TextFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return m_text.isEmpty()
        || fuzzyScore(m_text, sourceModel()->index(row, 0, parent).data(m_searchRole).toString()) >= 1000;
}

bool TextFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.userType() == QMetaType::QString)
        return m_korean.compare(a.toString(), b.toString()) < 0;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace naru::ui
