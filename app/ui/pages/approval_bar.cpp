#include "ui/pages/approval_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace naru::ui {

ApprovalBar::ApprovalBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_approver(new QLineEdit(this))
    , m_approve(new QPushButton(theme.icon(u"approve"_s, Tone::OnAccent), tr("Approve and apply"), this))
{
    setObjectName(u"MessageBar"_s);
    setProperty("tone", u"information"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->addWidget(m_text, 1);
    auto *label = new QLabel(tr("Approver"), this);
    label->setBuddy(m_approver);
    row->addWidget(label);
    row->addWidget(m_approver);
    row->addWidget(m_approve);
    auto *cancel = new QPushButton(tr("Not now"), this);
    row->addWidget(cancel);
    m_text->setWordWrap(true);
    m_approver->setAccessibleName(tr("Employee number of the approver"));
    m_approver->setMaximumWidth(theme.px(130));
    m_approve->setProperty("role", u"primary"_s);
    for (QPushButton *button : {m_approve, cancel})
        button->setAutoDefault(true); // Enter presses them, as in a dialog
    m_approve->setIconSize({theme.px(22), theme.px(18)});
    connect(m_approve, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT approved(m_approver->text().trimmed());
    });
    connect(m_approver, &QLineEdit::returnPressed, m_approve, &QPushButton::click);
    connect(cancel, &QPushButton::clicked, this, &ApprovalBar::withdraw);
    hide();
}

void ApprovalBar::ask(int now, int later, const QString &digest, const QString &approver)
{
    const QLocale locale;
    m_text->setText(tr("Exactly this plan will be applied: %1 changes at once, %2 on their day. Fingerprint %3")
                        .arg(locale.toString(now), locale.toString(later), digest.mid(7, 12)));
    m_text->setToolTip(digest);
    m_approver->setText(approver);
    show();
    m_approve->setFocus(Qt::OtherFocusReason);
}

void ApprovalBar::withdraw()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT withdrawn();
}

QString ApprovalBar::text() const { return m_text->text(); }

void ApprovalBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        withdraw();
    else
        QFrame::keyPressEvent(event);
}

} // namespace naru::ui
