#include "ui/page_header.h"

#include "ui/command_palette.h"
#include "ui/elided_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace naru::ui {

PageHeader::PageHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_row(new QHBoxLayout(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    setObjectName(u"PageHeader"_s);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_row->addWidget(m_subtitle, 1);
    m_row->addWidget(m_more);
    m_title->setProperty("role", u"title"_s);
    m_subtitle->setProperty("role", u"muted"_s);
    m_more->setIcon(theme.icon(u"more"_s));
    m_more->setToolTip(tr("More actions"));
    m_more->setAccessibleName(m_more->toolTip());
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->hide();
}

void PageHeader::setTitle(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle.isEmpty() ? QString() : u"›  "_s + subtitle);
    m_subtitle->setToolTip(subtitle);
    fit();
}

QString PageHeader::title() const { return m_title->text(); }

void PageHeader::setActions(const QList<QAction *> &actions)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (QAction *action : actions) {
        if (action->isSeparator() || action->property("hidden").toBool())
            continue;
        auto *button = new QToolButton(this);
        const bool primary = action->property("primary").toBool();
        const QString icon = action->property("iconName").toString();
        button->setProperty("role", primary ? u"primary"_s : u"action"_s);
        if (primary && !icon.isEmpty())
            action->setIcon(m_theme.icon(icon, Tone::OnAccent));
        if (!action->shortcut().isEmpty())
            action->setToolTip(u"%1 (%2)"_s.arg(plainActionText(*action), action->shortcut().toString(QKeySequence::NativeText)));
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIconSize({m_theme.px(22), m_theme.px(18)});
        connect(action, &QAction::changed, button, [this] { fit(); });
        button->setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
        if (action->menu())
            button->setPopupMode(QToolButton::InstantPopup);
        m_row->insertWidget(m_row->indexOf(m_more), button);
        m_buttons.append(button);
    }
    fit();
}

// The actions are dropped from the right into the menu; the primary one (usually the first) stays longest.
void PageHeader::fit()
{
    m_menu->clear();
    // What one looks at is told before what one can do.
    const int subtitle = m_subtitle->text().isEmpty() ? 0 : std::min(m_subtitle->sizeHint().width(), m_theme.px(200));
    int left = width() - m_title->sizeHint().width() - subtitle - m_theme.px(48);
    bool full = false;
    for (QToolButton *button : std::as_const(m_buttons)) {
        button->setVisible(button->defaultAction()->isVisible() && !full);
        if (!button->defaultAction()->isVisible())
            continue;
        left -= button->sizeHint().width() + m_row->spacing();
        full = full || left < 0;
        button->setVisible(!full);
        if (full)
            m_menu->addAction(button->defaultAction());
    }
    m_more->setVisible(full);
}

QSize PageHeader::minimumSizeHint() const
{
    return {m_title->sizeHint().width() + m_theme.px(48), std::max(m_theme.px(36), QWidget::minimumSizeHint().height())};
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace naru::ui
