#include "ui/shortcut_sheet.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace naru::ui {

ShortcutSheet::ShortcutSheet(const Theme &theme, QWidget *overlay)
    : QFrame(overlay)
    , m_theme(theme)
    , m_overlay(overlay)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"Popup"_s);
    setAccessibleName(tr("Shortcuts"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 12, 12);
    auto *head = new QHBoxLayout;
    auto *title = new QLabel(tr("Shortcuts"), this);
    title->setProperty("role", u"title"_s);
    auto *closing = new QToolButton(this);
    closing->setIcon(theme.icon(u"close"_s, Tone::Muted));
    closing->setToolTip(tr("Close (Esc)"));
    closing->setAccessibleName(closing->toolTip());
    connect(closing, &QToolButton::clicked, this, &ShortcutSheet::leave);
    head->addWidget(title, 1);
    head->addWidget(closing);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(tr("Shortcuts"));
    overlay->installEventFilter(this);
    hide();
}

void ShortcutSheet::fill(QGridLayout &grid, const QList<std::pair<QString, QList<ShortcutHint>>> &groups)
{
    int row = 0;
    for (const auto &[title, hints] : groups) {
        if (hints.isEmpty())
            continue;
        auto *heading = new QLabel(title);
        heading->setProperty("role", u"section"_s);
        grid.addWidget(heading, row++, 0, 1, 2);
        for (const ShortcutHint &hint : hints) {
            auto *keys = new QLabel(hint.keys);
            keys->setObjectName(u"KeyCap"_s);
            auto *text = new QLabel(hint.text);
            text->setBuddy(keys);
            grid.addWidget(keys, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
            grid.addWidget(text, row++, 1);
        }
        grid.setRowMinimumHeight(row++, m_theme.px(12));
    }
    grid.setRowStretch(row, 1);
    grid.setColumnStretch(1, 1);
}

void ShortcutSheet::open(const QList<std::pair<QString, QList<ShortcutHint>>> &groups)
{
    auto *body = new QWidget;
    body->setObjectName(u"ScrollBody"_s);
    auto *grid = new QGridLayout(body);
    grid->setHorizontalSpacing(m_theme.px(20));
    grid->setVerticalSpacing(m_theme.px(6));
    fill(*grid, groups);
    m_scroll->setWidget(body); // deletes the one before
    m_before = window()->focusWidget();
    place();
    show();
    raise();
    m_scroll->setFocus(Qt::PopupFocusReason);
}

void ShortcutSheet::place()
{
    const int width = std::min(m_theme.px(560), m_overlay->width() - 32);
    const int height = std::min(m_theme.px(620), m_overlay->height() - 32);
    setGeometry((m_overlay->width() - width) / 2, (m_overlay->height() - height) / 2, width, height);
}

void ShortcutSheet::leave()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void ShortcutSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F1)
        leave();
    else
        QFrame::keyPressEvent(event);
}

bool ShortcutSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_overlay && event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace naru::ui
