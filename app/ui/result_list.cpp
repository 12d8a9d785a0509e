#include "ui/result_list.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace naru::ui {

void ResultModel::setGroups(const QList<ResultGroup> &groups)
{
    beginResetModel();
    m_rows.clear();
    for (const ResultGroup &group : groups) {
        if (!group.title.isEmpty())
            m_rows.append({true, {group.title, {}, {}, {}}});
        for (const ResultItem &item : group.items)
            m_rows.append({false, item});
        if (group.more)
            m_rows.append({false, {tr("More …"), {}, u"more"_s, group.more}});
    }
    endResetModel();
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.item.title;
    case Qt::AccessibleTextRole: return row.item.detail.isEmpty() ? row.item.title : row.item.title + u", "_s + row.item.detail;
    case DetailRole: return row.item.detail;
    case IconNameRole: return row.item.icon;
    case HeadingRole: return row.heading;
    default: return {};
    }
}

Qt::ItemFlags ResultModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_rows[index.row()].heading || !m_rows[index.row()].item.isEnabled)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void ResultModel::act(const QModelIndex &index) const
{
    const ResultItem item = m_rows.value(index.row()).item; // a copy: acting may refill the model
    if (item.act)
        item.act();
}

ResultDelegate::ResultDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {m_theme.px(200), index.data(ResultModel::HeadingRole).toBool() ? m_theme.px(28) : m_theme.px(36)};
}

void ResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.colours();
    const QRect row = option.rect;
    painter->save();
    if (index.data(ResultModel::HeadingRole).toBool()) {
        painter->setFont(m_theme.font(13, QFont::Bold));
        painter->setPen(t.muted);
        painter->drawText(row.adjusted(m_theme.px(12), 0, 0, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
        return;
    }
    const bool current = option.state & QStyle::State_Selected;
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    if (current)
        painter->fillRect(row, t.accentSoft);
    const int side = m_theme.px(18);
    const QString icon = index.data(ResultModel::IconNameRole).toString();
    if (!icon.isEmpty())
        m_theme.icon(icon, !enabled ? Tone::Disabled : current ? Tone::Accent : Tone::Muted)
            .paint(painter, QRect(row.left() + m_theme.px(12), row.top() + (row.height() - side) / 2, side, side));
    QRect text = row.adjusted(m_theme.px(40), 0, -m_theme.px(12), 0);
    painter->setFont(m_theme.font(13));
    painter->setPen(t.muted);
    const QString detail = painter->fontMetrics().elidedText(index.data(ResultModel::DetailRole).toString(),
                                                             Qt::ElideRight, text.width() / 2);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, detail);
    text.setRight(text.right() - painter->fontMetrics().horizontalAdvance(detail) - m_theme.px(12));
    painter->setFont(m_theme.font(15));
    painter->setPen(!enabled ? t.disabled : current ? t.onAccentSoft : t.text);
    painter->drawText(text, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

ResultList::ResultList(const Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_model(new ResultModel(this))
{
    setAccessibleName(tr("Results"));
    setModel(m_model);
    setItemDelegate(new ResultDelegate(theme, this));
    setFocusPolicy(Qt::NoFocus); // the field keeps the focus and sends the keys
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (index.flags() & Qt::ItemIsEnabled)
            actCurrent();
    });
}

void ResultList::setGroups(const QList<ResultGroup> &groups)
{
    m_model->setGroups(groups);
    const int first = nextEnabled(-1, 1);
    if (first >= 0)
        setCurrentIndex(m_model->index(first));
}

int ResultList::nextEnabled(int from, int direction) const
{
    for (int row = from + direction; row >= 0 && row < m_model->rowCount(); row += direction)
        if (m_model->index(row).flags() & Qt::ItemIsEnabled)
            return row;
    return -1;
}

void ResultList::step(int rows)
{
    const int direction = rows < 0 ? -1 : 1;
    int at = currentIndex().row();
    for (int i = 0; i < std::abs(rows); ++i) {
        const int next = nextEnabled(at, direction);
        if (next < 0)
            break;
        at = next;
    }
    if (at >= 0)
        setCurrentIndex(m_model->index(at));
}

bool ResultList::actCurrent()
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
        return false;
    Q_EMIT acted();
    m_model->act(index);
    return true;
}

int ResultList::wantedHeight(int most) const
{
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += sizeHintForRow(row);
    return std::min(height + 2 * frameWidth() + 4, most);
}

} // namespace naru::ui
