#include "ui/pages/run_ask.h"

#include "ui/live_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace naru::ui {

RunAsk::RunAsk(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_first(new LiveField(this))
    , m_second(new LiveField(this))
    , m_do(new QPushButton(this))
{
    setObjectName(u"MessageBar"_s);
    setProperty("tone", u"information"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setMinimumWidth(1);
    row->addWidget(m_text, 1);
    for (LiveField *field : {m_first, m_second}) {
        field->setMinimumWidth(1);
        field->setAccessibleName(tr("What is asked for"));
        field->setMaximumWidth(theme.px(280));
        connect(field, &LiveField::chosen, this, &RunAsk::accept);
        connect(field, &LiveField::left, this, &QWidget::hide);
        row->addWidget(field, 1);
    }
    auto *stop = new QPushButton(tr("Not now"), this);
    m_do->setText(tr("Do it"));
    for (QPushButton *button : {m_do, stop}) {
        button->setAutoDefault(true);
        row->addWidget(button);
    }
    connect(m_do, &QPushButton::clicked, this, &RunAsk::accept);
    connect(stop, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void RunAsk::ask(const QString &text, const QString &deed, const QString &firstName, const QString &first,
                 const QString &secondName, const QString &second, std::function<void(const QString &, const QString &)> act)
{
    m_text->setText(text);
    m_do->setText(deed);
    m_act = std::move(act);
    m_first->setAccessibleName(firstName);
    m_first->setPlaceholderText(firstName);
    m_first->setText(first);
    m_second->setAccessibleName(secondName.isEmpty() ? tr("What is asked for") : secondName);
    m_second->setPlaceholderText(secondName);
    m_second->setText(second);
    m_second->setVisible(!secondName.isEmpty());
    show();
    (first.isEmpty() || secondName.isEmpty() ? m_first : m_second)->setFocus(Qt::OtherFocusReason);
}

void RunAsk::accept()
{
    m_first->commitComposition();
    m_second->commitComposition();
    const QString first = m_first->text().trimmed();
    const QString second = m_second->text().trimmed();
    const bool isComplete = !first.isEmpty() && (m_second->isHidden() || !second.isEmpty());
    if (!isComplete || !m_act) {
        (first.isEmpty() ? m_first : m_second)->setFocus(Qt::OtherFocusReason);
        return;
    }
    hide();
    m_act(first, second);
}

void RunAsk::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace naru::ui
