#include "ui/notices.h"

#include "ui/words.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextOption>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::ui {

namespace {

struct Manner {
    QString icon;
    Tone tone;
};

Manner mannerOf(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::NeedsMe: return {u"question"_s, Tone::Warning};
    case NoticeLevel::News: return {u"info"_s, Tone::Information};
    case NoticeLevel::Log: return {u"done"_s, Tone::Muted};
    }
    return {};
}

class NoticeDelegate : public QStyledItemDelegate {
public:
    NoticeDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(200), m_theme.px(60)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.colours();
        const Manner manner = mannerOf(static_cast<NoticeLevel>(index.data(NoticeModel::LevelRole).toInt()));
        const bool opened = index.data(NoticeModel::OpenedRole).toBool();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.accentSoft);
        const QRect row = option.rect.adjusted(m_theme.px(12), m_theme.px(8), -m_theme.px(12), -m_theme.px(8));
        const int side = m_theme.px(20);
        m_theme.icon(manner.icon, manner.tone).paint(painter, QRect(row.left(), row.top(), side, side));
        const QRect text = row.adjusted(m_theme.px(32), 0, 0, 0);
        painter->setFont(m_theme.font(15, opened ? QFont::Normal : QFont::Bold));
        painter->setPen(t.text);
        painter->drawText(text, Qt::AlignTop,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->setFont(m_theme.font(13));
        painter->setPen(t.muted);
        painter->drawText(text, Qt::AlignBottom,
                          painter->fontMetrics().elidedText(index.data(NoticeModel::MomentRole).toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

void NoticeModel::add(const Notice &notice)
{
    beginInsertRows({}, 0, 0);
    m_rows.prepend({notice, false});
    endInsertRows();
    Q_EMIT countChanged();
}

void NoticeModel::setStanding(const QList<Notice> &notices)
{
    const auto isIn = [](const auto &list, const QString &key, const auto &keyOf) {
        return std::any_of(list.begin(), list.end(), [&](const auto &one) { return keyOf(one) == key; });
    };
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
        const QString key = m_rows[row].notice.key;
        if (key.isEmpty() || isIn(notices, key, [](const Notice &one) { return one.key; }))
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (Row &row : m_rows)
        for (const Notice &one : notices)
            if (one.key == row.notice.key)
                row.notice = one; // the days that are left are others today
    for (const Notice &one : notices)
        if (!isIn(m_rows, one.key, [](const Row &row) { return row.notice.key; }))
            add(one);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT countChanged();
}

void NoticeModel::markOpened(const QModelIndex &index)
{
    if (!index.isValid() || m_rows[index.row()].opened)
        return;
    m_rows[index.row()].opened = true;
    Q_EMIT dataChanged(index, index);
    Q_EMIT countChanged();
}

void NoticeModel::markAllOpened()
{
    for (Row &row : m_rows)
        if (row.notice.level != NoticeLevel::NeedsMe)
            row.opened = true;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT countChanged();
}

int NoticeModel::unopened() const
{
    int count = 0;
    for (const Row &row : m_rows)
        if (!row.opened && row.notice.level != NoticeLevel::Log)
            ++count;
    return count;
}

int NoticeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.notice.text;
    case Qt::ToolTipRole: return QString(row.notice.text + u'\n' + row.notice.detail).trimmed();
    case Qt::AccessibleTextRole: {
        const QString whole = QString(row.notice.text + u". "_s + row.notice.detail).trimmed();
        return row.notice.level == NoticeLevel::NeedsMe ? tr("Waits for you: %1").arg(whole) : whole;
    }
    case LevelRole: return static_cast<int>(row.notice.level);
    case MomentRole:
        if (!row.notice.detail.isEmpty())
            return row.notice.detail;
        return row.notice.level == NoticeLevel::NeedsMe ? tr("Waits for you · %1").arg(momentText(row.notice.at))
                                                        : momentText(row.notice.at);
    case PageRole: return row.notice.page;
    case RecordRole: return row.notice.record.toString();
    case OpenedRole: return row.opened;
    default: return {};
    }
}

NoticePanel::NoticePanel(const Theme &theme, NoticeModel &model, QWidget *overlay)
    : QFrame(overlay)
    , m_theme(theme)
    , m_model(model)
    , m_overlay(overlay)
    , m_list(new QListView(this))
    , m_empty(new QLabel(tr("Nothing waits for you."), this))
{
    setObjectName(u"Popup"_s);
    setAccessibleName(tr("Notices"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2, 8, 2, 8);
    auto *title = new QLabel(tr("Notices"), this);
    title->setProperty("role", u"section"_s);
    title->setMargin(8);
    m_empty->setProperty("role", u"muted"_s);
    m_empty->setMargin(8);
    column->addWidget(title);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    m_list->setModel(&model);
    m_list->setAccessibleName(tr("Notices"));
    m_list->setItemDelegate(new NoticeDelegate(theme, this));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::activated, this, &NoticePanel::choose);
    connect(m_list, &QListView::clicked, this, &NoticePanel::choose);
    hide();
}

void NoticePanel::toggle(QWidget *under)
{
    if (!isHidden()) {
        leave();
        return;
    }
    m_under = under;
    m_empty->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
    const QPoint corner = under->mapTo(m_overlay, QPoint(under->width(), under->height() + m_theme.px(4)));
    const int width = std::min(m_theme.px(400), m_overlay->width() - 16);
    const int wanted = m_theme.px(64) + m_model.rowCount() * m_theme.px(60);
    const int height = m_model.rowCount() ? std::min({wanted, m_theme.px(420), m_overlay->height() - corner.y() - 16})
                                          : sizeHint().height();
    setGeometry(std::max(8, corner.x() - width), corner.y(), width, height);
    show();
    raise();
    m_list->setCurrentIndex(m_model.index(0));
    m_list->setFocus(Qt::PopupFocusReason);
}

void NoticePanel::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const Notice notice = m_model.at(index.row());
    m_model.markOpened(index);
    hide();
    Q_EMIT opened(notice);
}

void NoticePanel::leave()
{
    hide();
    m_model.markAllOpened();
    if (m_under)
        m_under->setFocus(Qt::OtherFocusReason);
}

bool NoticePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::FocusOut && !isHidden()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        hide();
        m_model.markAllOpened();
    }
    return QFrame::eventFilter(watched, event);
}

void NoticePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

} // namespace naru::ui
