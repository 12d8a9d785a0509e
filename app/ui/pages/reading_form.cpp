#include "ui/pages/reading_form.h"

#include "ui/live_field.h"
#include "ui/pages/grid_model.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace naru::ui {

ReadingForm::ReadingForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rows(new QFormLayout)
    , m_send(new QPushButton(tr("Read so (Ctrl+S)"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    auto *inside = new QWidget(scroll);
    inside->setObjectName(u"ScrollBody"_s);
    inside->setLayout(m_rows);
    m_rows->setContentsMargins(12, 8, 12, 8);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(1);
    column->addWidget(scroll, 1);
    m_send->setProperty("role", u"primary"_s);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 12, 8);
    foot->addStretch(1);
    foot->addWidget(m_send);
    column->addLayout(foot);
    connect(m_send, &QPushButton::clicked, this, [this] { Q_EMIT sent(typed()); });
}

void ReadingForm::setLine(const PlanLine &line)
{
    while (m_rows->rowCount() > 0)
        m_rows->removeRow(0);
    m_edits.clear();
    m_fields = line.reading;
    for (const ReadField &field : std::as_const(m_fields))
        addRow(field);
}

void ReadingForm::addRow(const ReadField &field)
{
    auto *edit = new LiveField(this);
    edit->setText(field.text);
    const QString sure = field.isTyped ? tr("typed") : confidenceWords(field.place);
    edit->setAccessibleName(u"%1, %2"_s.arg(field.label, sure));
    edit->setToolTip(sure);
    edit->setMinimumWidth(1);
    edit->installEventFilter(this);
    if (!field.isTyped && isDoubtful(field.place))
        edit->addAction(m_theme.icon(u"question"_s, Tone::Warning), QLineEdit::TrailingPosition)->setToolTip(sure);
    if (field.isTyped)
        edit->addAction(m_theme.icon(u"edit"_s, Tone::Accent), QLineEdit::TrailingPosition)->setToolTip(sure);
    auto *label = new QLabel(field.label, this);
    label->setBuddy(edit);
    m_rows->addRow(label, edit);
    m_edits.insert(field.field, edit);
    connect(edit, &LiveField::chosen, m_send, &QPushButton::click);
    connect(edit, &LiveField::left, this, &ReadingForm::left);
}

void ReadingForm::focusFirst()
{
    const ReadField *least = nullptr;
    for (const ReadField &field : std::as_const(m_fields))
        if (!least || (!field.isTyped && field.place.confidence < least->place.confidence))
            least = &field;
    if (!least)
        return;
    m_edits[least->field]->setFocus(Qt::OtherFocusReason);
    m_edits[least->field]->selectAll();
}

QJsonObject ReadingForm::typed() const
{
    QJsonObject out;
    for (auto at = m_edits.begin(); at != m_edits.end(); ++at)
        if (const QString text = at.value()->liveText().trimmed(); !text.isEmpty())
            out.insert(at.key(), text);
    return out;
}

bool ReadingForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        for (const ReadField &field : std::as_const(m_fields))
            if (m_edits.value(field.field) == watched)
                Q_EMIT fieldChosen(field);
    return QWidget::eventFilter(watched, event);
}

void ReadingForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (event->key() == Qt::Key_S && event->modifiers() == Qt::ControlModifier)
        m_send->click();
    else
        QWidget::keyPressEvent(event);
}

} // namespace naru::ui
