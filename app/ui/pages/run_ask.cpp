#include "ui/pages/run_ask.h"

#include "ui/live_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace naru::ui {

RunAsk::RunAsk(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_do(new QPushButton(this))
{
    setObjectName(u"MessageBar"_s);
    setProperty("tone", u"information"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setMinimumWidth(1);
    column->addWidget(m_text);
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    for (int i = 0; i < mostWords; ++i) {
        auto *field = new LiveField(this);
        field->setMinimumWidth(1);
        field->setAccessibleName(tr("What is asked for"));
        field->setMaximumWidth(theme.px(320));
        connect(field, &LiveField::chosen, this, &RunAsk::accept);
        connect(field, &LiveField::left, this, &QWidget::hide);
        row->addWidget(field, 1);
        m_fields.append(field);
    }
    row->addStretch(0);
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

void RunAsk::ask(const QString &text, const QString &deed, const QList<Word> &words, std::function<void(const QStringList &)> act)
{
    m_text->setText(text);
    m_do->setText(deed);
    m_act = std::move(act);
    LiveField *open = nullptr; // the first that nothing stands in
    for (int i = 0; i < mostWords; ++i) {
        const Word word = words.value(i);
        m_fields[i]->setVisible(i < words.size());
        m_fields[i]->setAccessibleName(word.name.isEmpty() ? tr("What is asked for") : word.name);
        m_fields[i]->setPlaceholderText(word.name);
        m_fields[i]->setToolTip(word.name);
        m_fields[i]->setText(word.text);
        if (!open && i < words.size() && word.text.isEmpty())
            open = m_fields[i];
    }
    show();
    (open ? open : m_fields.first())->setFocus(Qt::OtherFocusReason);
}

void RunAsk::accept()
{
    QStringList typed;
    for (LiveField *field : std::as_const(m_fields)) {
        if (field->isHidden())
            continue;
        field->commitComposition();
        typed.append(field->text().trimmed());
        if (typed.last().isEmpty()) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    if (!m_act)
        return;
    hide();
    m_act(typed);
}

void RunAsk::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace naru::ui
