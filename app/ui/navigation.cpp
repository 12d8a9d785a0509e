#include "ui/navigation.h"

#include <QKeyEvent>
#include <QPainter>

namespace naru::ui {

NavigationModel::NavigationModel(const QList<PageKind> &kinds, QObject *parent)
    : QAbstractListModel(parent)
    , m_kinds(kinds)
{
    rebuild();
}

void NavigationModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    QList<Row> coming;
    const char *group = nullptr;
    for (const PageKind &kind : std::as_const(m_kinds)) {
        if (!kind.make) {
            coming.append({Coming, kind.id, pageText(kind.title), kind.icon});
            continue;
        }
        if (kind.group && kind.group != group && !m_rail)
            m_rows.append({Heading, {}, pageText(kind.group), {}});
        group = kind.group;
        m_rows.append({Entry, kind.id, pageText(kind.title), kind.icon});
    }
    if (!coming.isEmpty() && !m_rail) {
        m_rows.append({Disclosure, {}, tr("In preparation (%1)").arg(coming.size()),
                       m_open ? u"chevron-up"_s : u"chevron-down"_s});
        if (m_open)
            m_rows.append(coming);
    }
    endResetModel();
}

int NavigationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant NavigationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return row.sort == Coming ? QVariant(tr("%1: in preparation").arg(row.text))
            : m_rail              ? QVariant(row.text)
                                  : QVariant();
    case Qt::AccessibleTextRole:
        return row.sort == Coming ? tr("%1: in preparation").arg(row.text) : row.text;
    case PageRole: return row.page;
    case IconNameRole: return row.icon;
    case SortRole: return row.sort;
    default: return {};
    }
}

Qt::ItemFlags NavigationModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Sort sort = m_rows[index.row()].sort;
    return sort == Entry || sort == Disclosure ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                                               : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

QModelIndex NavigationModel::indexOf(const QString &page) const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].page == page && m_rows[row].sort == Entry)
            return index(row);
    return {};
}

void NavigationModel::toggleComing()
{
    m_open = !m_open;
    rebuild();
}

void NavigationModel::setRail(bool rail)
{
    if (rail == m_rail)
        return;
    m_rail = rail;
    rebuild();
}

NavigationDelegate::NavigationDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int sort = index.data(NavigationModel::SortRole).toInt();
    return {m_theme.px(48), sort == NavigationModel::Heading ? m_theme.px(36) : m_theme.rowHeight() + m_theme.px(4)};
}

void NavigationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.colours();
    const int sort = index.data(NavigationModel::SortRole).toInt();
    const bool current = option.state & QStyle::State_Selected;
    const QRect row = option.rect;
    painter->save();
    if (current || option.state & QStyle::State_MouseOver)
        painter->fillRect(row, current ? t.accentSoft : t.subtle);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(t.focus, 2));
        painter->drawRect(row.adjusted(1, 1, -1, -1)); // the row alone: a frame around the whole menu is too loud
    }
    if (current)
        painter->fillRect(QRect(row.left(), row.top(), m_theme.px(4), row.height()), t.accent);
    if (sort == NavigationModel::Heading) {
        painter->setFont(m_theme.font(13));
        painter->setPen(t.muted);
        painter->drawText(row.adjusted(m_theme.px(16), m_theme.px(8), 0, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
        return;
    }
    const Tone tone = sort == NavigationModel::Coming ? Tone::Disabled : current ? Tone::Accent : Tone::Muted;
    const int side = m_theme.px(20);
    const int left = rail ? row.left() + (row.width() - side) / 2 : row.left() + m_theme.px(16);
    m_theme.icon(index.data(NavigationModel::IconNameRole).toString(), tone)
        .paint(painter, QRect(left, row.top() + (row.height() - side) / 2, side, side));
    if (!rail) {
        painter->setFont(m_theme.font(15, current ? QFont::Bold : QFont::Normal));
        painter->setPen(current ? t.onAccentSoft : sort == NavigationModel::Coming ? t.disabled
                            : sort == NavigationModel::Disclosure                  ? t.muted
                                                                                   : t.text);
        const QRect text = row.adjusted(m_theme.px(44), 0, -m_theme.px(4), 0);
        painter->drawText(text, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    }
    painter->restore();
}

Navigation::Navigation(const Theme &theme, const QList<PageKind> &kinds, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(new NavigationModel(kinds, this))
    , m_delegate(new NavigationDelegate(theme, this))
{
    setObjectName(u"Navigation"_s);
    setAccessibleName(tr("Menu"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    connect(this, &QListView::clicked, this, &Navigation::choose);
    connect(&theme, &Theme::changed, this, &Navigation::fit);
    fit();
}

void Navigation::fit()
{
    int wide = 0;
    const QFontMetrics metrics(m_theme.font(15, QFont::Bold));
    for (const PageKind &kind : m_model->kinds())
        wide = std::max(wide, metrics.horizontalAdvance(pageText(kind.title)));
    setFixedWidth(m_rail ? m_theme.px(56) : std::max(m_theme.px(176), wide + m_theme.px(64)));
    doItemsLayout();
}

void Navigation::setRail(bool rail)
{
    if (rail == m_rail)
        return;
    const QString page = currentIndex().data(NavigationModel::PageRole).toString();
    m_rail = rail;
    m_delegate->rail = rail;
    m_model->setRail(rail);
    fit();
    setCurrentPage(page);
}

void Navigation::setCurrentPage(const QString &page)
{
    const QModelIndex index = m_model->indexOf(page);
    if (index.isValid())
        setCurrentIndex(index);
}

void Navigation::choose(const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsEnabled))
        return;
    if (index.data(NavigationModel::SortRole).toInt() == NavigationModel::Disclosure) {
        const int row = index.row();
        m_model->toggleComing();
        setCurrentIndex(m_model->index(row));
        return;
    }
    Q_EMIT pageChosen(index.data(NavigationModel::PageRole).toString());
}

void Navigation::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        choose(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace naru::ui
