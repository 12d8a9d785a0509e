#include "ui/pages/task_form.h"

#include "ui/pages/task_field.h"

#include <QGridLayout>
#include <QLabel>

namespace naru::ui {

TaskForm::TaskForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(12, 8, 12, 8);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(12);
    m_grid->setAlignment(Qt::AlignTop);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
}

void TaskForm::clear() { setForm({}, {}); }

void TaskForm::setForm(const run::Form &form, const feel::Context &input)
{
    m_isFilling = true;
    for (const Row &row : std::as_const(m_rows))
        delete row.box;
    m_rows.clear();
    m_visible.clear();
    m_form = form;
    m_input = input;
    const feel::Context initial = run::initialValues(form, input);
    for (const run::FormField &field : form.fields)
        add(field, initial.value(field.field.name));
    m_isFilling = false;
    showFields();
    layOut();
}

void TaskForm::add(const run::FormField &field, const feel::Value &initial)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *label = new QLabel(field.field.required && !field.isReadOnly && initial.isNull() ? tr("%1 (needed)").arg(field.field.label) : field.field.label, box);
    label->setProperty("role", u"muted"_s);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    auto *editor = new TaskField(m_theme, field, box);
    auto *message = new QLabel(box);
    message->setWordWrap(true);
    message->setTextFormat(Qt::PlainText);
    message->hide();
    label->setBuddy(editor->editor());
    label->setVisible(field.field.kind != FieldKind::Flag || field.isReadOnly); // a check box says it itself
    column->addWidget(label);
    column->addWidget(editor);
    column->addWidget(message);
    column->addStretch(1);
    box->hide(); // until the rules have been asked
    editor->setValue(initial);
    m_rows.append({editor, box, message});
    connect(editor, &TaskField::changed, this, [this, editor] {
        if (m_isFilling)
            return;
        for (Row &row : m_rows)
            if (row.field == editor)
                say(row, {});
        showFields();
        Q_EMIT changed();
    });
}

TaskField *TaskForm::field(const QString &name) const
{
    for (const Row &row : m_rows)
        if (row.field->field().field.name == name)
            return row.field;
    return nullptr;
}

QString TaskForm::messageOf(const QString &name) const
{
    for (const Row &row : m_rows)
        if (row.field->field().field.name == name && !row.message->isHidden())
            return row.message->text();
    return {};
}

bool TaskForm::complain(const QString &name, const QString &text)
{
    for (Row &row : m_rows)
        if (row.field->field().field.name == name && m_visible.contains(name)) {
            say(row, u"✕ "_s + text);
            return true;
        }
    return false;
}

feel::Context TaskForm::values() const
{
    feel::Context out;
    for (const Row &row : m_rows) {
        const run::FormField &field = row.field->field();
        if (field.isReadOnly || !m_visible.contains(field.field.name))
            continue;
        const std::optional<feel::Value> value = row.field->value();
        if (value && !value->isNull())
            out.put(field.field.name, *value);
    }
    return out;
}

void TaskForm::showFields()
{
    feel::Context given;
    for (const Row &row : std::as_const(m_rows)) {
        const QString name = row.field->field().field.name;
        given.put(name, row.field->field().isReadOnly ? m_input.value(name) : row.field->value().value_or(feel::Value()));
    }
    const QStringList visible = run::visibleFields(m_form, m_input, given);
    if (visible == m_visible)
        return;
    m_visible = visible;
    layOut();
}

void TaskForm::layOut()
{
    int line = 0;
    bool isHalfTaken = false;
    for (const Row &row : std::as_const(m_rows)) {
        const run::FormField &field = row.field->field();
        m_grid->removeWidget(row.box);
        row.box->setVisible(m_visible.contains(field.field.name));
        if (!m_visible.contains(field.field.name))
            continue;
        if (isHalfTaken && field.isHalf) {
            m_grid->addWidget(row.box, line++, 1);
            isHalfTaken = false;
            continue;
        }
        line += isHalfTaken ? 1 : 0;
        m_grid->addWidget(row.box, line, 0, 1, field.isHalf ? 1 : 2);
        isHalfTaken = field.isHalf;
        line += field.isHalf ? 0 : 1;
    }
    // What room is left stands below all fields, not between them.
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    m_grid->setRowStretch(line + 1, 1);
}

void TaskForm::say(Row &row, const QString &text)
{
    row.message->setText(text);
    row.message->setStyleSheet(u"color: %1;"_s.arg(m_theme.colour(Tone::Danger).name()));
    row.message->setVisible(!text.isEmpty());
    if (row.field->editor())
        row.field->editor()->setAccessibleDescription(text);
}

QString TaskForm::faultOf(const Row &row, const QList<run::FormProblem> &problems) const
{
    const run::FormField &field = row.field->field();
    const std::optional<feel::Value> value = row.field->value();
    if (!value) {
        const bool isDay = field.field.kind == FieldKind::Day;
        return isDay ? tr("✕ This is no day. Write it as 2026-07-29.") : tr("✕ This is no number.");
    }
    for (const run::FormProblem &problem : problems) {
        if (problem.field != field.field.name)
            continue;
        if (value->isNull())
            return field.message.isEmpty() ? tr("✕ This is needed.") : u"✕ "_s + field.message;
        if (!field.message.isEmpty() && problem.text == field.message)
            return u"✕ "_s + field.message;
        return field.field.kind == FieldKind::Whole || field.field.kind == FieldKind::Won ? tr("✕ A whole number is needed.")
                                                                                           : tr("✕ This value does not fit.");
    }
    return {};
}

bool TaskForm::check()
{
    commitComposition();
    const QList<run::FormProblem> problems = run::checkValues(m_form, m_input, values());
    bool isGood = true;
    for (Row &row : m_rows) {
        const run::FormField &field = row.field->field();
        if (field.isReadOnly || !m_visible.contains(field.field.name))
            continue;
        const QString fault = faultOf(row, problems);
        say(row, fault);
        if (!fault.isEmpty() && isGood)
            row.field->editor()->setFocus(Qt::OtherFocusReason);
        isGood = isGood && fault.isEmpty();
    }
    return isGood;
}

bool TaskForm::checkTyped()
{
    const QList<run::FormProblem> problems = run::checkValues(m_form, m_input, values());
    bool isGood = true;
    for (Row &row : m_rows) {
        const run::FormField &field = row.field->field();
        if (field.isReadOnly || !m_visible.contains(field.field.name))
            continue;
        const QString fault = faultOf(row, problems);
        const std::optional<feel::Value> value = row.field->value();
        say(row, !value || !value->isNull() ? fault : QString());
        isGood = isGood && fault.isEmpty();
    }
    return isGood;
}

void TaskForm::focusFirst()
{
    for (const Row &row : std::as_const(m_rows))
        if (!row.field->field().isReadOnly && row.field->editor() && m_visible.contains(row.field->field().field.name)) {
            row.field->editor()->setFocus(Qt::OtherFocusReason);
            return;
        }
}

void TaskForm::commitComposition()
{
    for (const Row &row : std::as_const(m_rows))
        row.field->commitComposition();
}

} // namespace naru::ui
