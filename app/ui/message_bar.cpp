#include "ui/message_bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace naru::ui {

namespace {

struct Manner {
    QString icon;
    QString property;
};

Manner mannerOf(Tone tone)
{
    switch (tone) {
    case Tone::Danger: return {u"rejected"_s, u"danger"_s};
    case Tone::Warning: return {u"warning"_s, u"warning"_s};
    case Tone::Success: return {u"ready"_s, u"success"_s};
    default: return {u"info"_s, u"information"_s};
    }
}

} // namespace

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_copy(new QToolButton(this))
{
    setObjectName(u"MessageBar"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 4, 4);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    row->addWidget(m_copy);
    auto *closing = new QToolButton(this);
    row->addWidget(closing);
    m_text->setWordWrap(true);
    m_copy->setIcon(theme.icon(u"copy"_s, Tone::Muted));
    m_copy->setToolTip(tr("Copy the message"));
    m_copy->setAccessibleName(m_copy->toolTip());
    closing->setIcon(theme.icon(u"close"_s, Tone::Muted));
    closing->setToolTip(tr("Close the message"));
    closing->setAccessibleName(closing->toolTip());
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
    connect(closing, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_button, &QPushButton::clicked, this, &MessageBar::act);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &MessageBar::tick);
    hide();
}

void MessageBar::present(Tone tone, const QString &text)
{
    const Manner manner = mannerOf(tone);
    m_icon->setPixmap(m_theme.icon(manner.icon, tone).pixmap(m_theme.px(20), m_theme.px(20)));
    m_text->setText(text);
    setAccessibleName(text);
    setProperty("tone", manner.property);
    style()->unpolish(this);
    style()->polish(this);
    QFrame::show();
}

void MessageBar::tell(Tone tone, const QString &text)
{
    m_action = {};
    m_timer.stop();
    m_button->hide();
    m_copy->show();
    present(tone, text);
}

void MessageBar::offer(Tone tone, const QString &text, const QString &actionText, std::function<void()> action, int seconds)
{
    m_action = std::move(action);
    m_actionText = actionText;
    m_left = seconds;
    m_copy->hide();
    m_button->setText(tr("%1 (%2)").arg(m_actionText).arg(m_left));
    m_button->setAccessibleName(m_actionText);
    m_button->show();
    m_timer.start();
    present(tone, text);
}

void MessageBar::act()
{
    const std::function<void()> action = std::move(m_action);
    dismiss();
    if (action)
        action();
}

void MessageBar::tick()
{
    if (--m_left <= 0)
        dismiss();
    else
        m_button->setText(tr("%1 (%2)").arg(m_actionText).arg(m_left));
}

void MessageBar::dismiss()
{
    m_timer.stop();
    m_action = {};
    hide();
    Q_EMIT dismissed();
}

} // namespace naru::ui
