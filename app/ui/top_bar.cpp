#include "ui/top_bar.h"

#include "ui/as_of_button.h"
#include "ui/search_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace naru::ui {

TopBar::TopBar(const Theme &theme, Works &works, QDate today, QDate asOf, QWidget *overlay)
    : QFrame(overlay)
    , m_theme(theme)
    , m_mark(new QLabel(this))
    , m_name(new QLabel(tr("Naru"), this))
    , m_search(new SearchBox(theme, works, overlay, this))
    , m_asOf(new AsOfButton(theme, today, asOf, this))
    , m_bell(new QToolButton(this))
    , m_badge(new QLabel(this))
    , m_user(new QToolButton(this))
{
    setObjectName(u"TopBar"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_mark);
    row->addWidget(m_name);
    row->addSpacing(16);
    row->addWidget(m_search, 3);
    row->addStretch(1);
    row->addWidget(m_asOf);
    row->addWidget(m_bell);
    row->addWidget(m_badge, 0, Qt::AlignVCenter);
    row->addWidget(m_user);
    m_name->setProperty("role", u"wordmark"_s);
    m_badge->setObjectName(u"Badge"_s);
    m_badge->setAlignment(Qt::AlignCenter);
    m_bell->setIcon(theme.icon(u"bell"_s));
    m_bell->setFocusPolicy(Qt::StrongFocus);
    m_user->setIcon(theme.icon(u"person"_s));
    m_user->setFocusPolicy(Qt::StrongFocus);
    m_user->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_user->setPopupMode(QToolButton::InstantPopup);
    connect(&theme, &Theme::changed, this, &TopBar::fit);
    setNoticeCount(0);
    fit();
}

void TopBar::setNoticeCount(int count)
{
    m_badge->setText(count > 99 ? u"99+"_s : QString::number(count));
    m_badge->setVisible(count > 0);
    m_bell->setToolTip(tr("Notices: %1 (Ctrl+Shift+N)").arg(count));
    m_bell->setAccessibleName(tr("Notices: %1").arg(count));
}

void TopBar::setUser(const QString &text, QMenu *menu)
{
    m_userText = text;
    m_user->setMenu(menu);
    m_user->setAccessibleName(text.isEmpty() ? tr("Settings") : tr("%1, settings").arg(text));
    m_user->setToolTip(text.isEmpty() ? tr("Settings") : text);
    fit();
}

// The search may grow to a comfortable line; on a narrow window the person is an icon.
void TopBar::fit()
{
    m_mark->setPixmap(m_theme.icon(u"naru"_s, Tone::Accent).pixmap(m_theme.px(26), m_theme.px(26)));
    const bool narrow = width() < m_theme.px(860);
    m_user->setText(m_userText);
    m_user->setToolButtonStyle(narrow || m_userText.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_name->setVisible(width() >= m_theme.px(600));
    m_search->setMaximumWidth(m_theme.px(560));
    m_search->setMinimumWidth(m_theme.px(120));
    for (QToolButton *button : {m_bell, m_user, static_cast<QToolButton *>(m_asOf)})
        button->setIconSize({m_theme.px(20), m_theme.px(20)});
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

} // namespace naru::ui
